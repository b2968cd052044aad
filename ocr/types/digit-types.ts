/** All fields of digits: two readers of different kinds must agree, and the type's own check must pass. */
import { type AskReason, type Candidate, isoDate, readDate } from "../../core/index.ts";
import type { FieldType } from "../form.ts";
import { ask } from "./ask-reasons.ja.ts";
import { isCorporateNumber } from "./check-digits.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { type FieldText, lowest, readLines, textOf } from "./read-lines.ts";

/** Digits of one reading → the value, or why it cannot be one. */
type Shape = (digits: string, task: FieldTask) => { value: string; reasons: readonly AskReason[] };

interface DigitType {
  readonly charset: string;
  readonly shape: Shape;
}

const digitsOnly = "0123456789";

const allBoxes: Shape = (digits, { field, ink }) => {
  const wanted = field.boxes ?? digits.length;
  const full = digits.length === wanted && ink.inked.every((on) => on);
  return { value: digits, reasons: full ? [] : [ask("length")] };
};

const corporate: Shape = (digits, task) => {
  const counted = allBoxes(digits, task);
  if (counted.reasons.length > 0 || isCorporateNumber(digits)) return counted;
  return { value: digits, reasons: [ask("check-digit")] };
};

/** Sole traders have numbers of their own kind here, so only the form can be checked. */
const invoice: Shape = (digits, task) => {
  const counted = allBoxes(digits, task);
  return { ...counted, value: digits === "" ? "" : `T${digits}` };
};

const plainDigits: Shape = (digits, task) => {
  if (task.field.boxes !== null) return allBoxes(digits, task);
  const most = task.field.maxLength ?? digits.length;
  return { value: digits, reasons: digits.length <= most ? [] : [ask("too-long")] };
};

const PHONE = /^0\d{1,4}-\d{1,4}-\d{3,4}$/u;

const phone: Shape = (text) => {
  const value = text.replace(/^\((\d+)\)/u, "$1-").replace(/\((\d+)\)/u, "-$1-");
  const count = value.replace(/\D/gu, "").length;
  const good = PHONE.test(value) && (count === 10 || count === 11);
  return { value, reasons: good ? [] : [ask("shape")] };
};

const AMOUNT = /^(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)$/u;

const amount: Shape = (text, { field, ink }) => {
  const value = text.replaceAll(",", "");
  if (!AMOUNT.test(text)) return { value, reasons: [ask("shape")] };
  if (field.boxes === null) return { value, reasons: [] };
  // Boxes are filled from the right without gaps.
  const first = ink.inked.indexOf(true);
  const solid = ink.inked.slice(first).every((on) => on);
  const counted = ink.inked.filter((on) => on).length === value.length;
  return { value, reasons: solid && counted ? [] : [ask("length")] };
};

/** Six boxes, two each for year, month and day after the pre-printed era; a first box may stay empty. */
const date: Shape = (digits, { ink, preprinted }) => {
  const inked = ink.inked.filter((on) => on).length;
  if (digits.length !== inked || ink.inked.length !== 6) {
    return { value: digits, reasons: [ask("length")] };
  }
  let next = 0;
  const signs = ink.inked.map((on) => (on ? (digits[next++] ?? "") : ""));
  const pair = (i: number): string => `${signs[2 * i]}${signs[2 * i + 1]}`;
  const secondEmpty = [1, 3, 5].some((i) => signs[i] === "");
  const found = secondEmpty
    ? null
    : readDate(`${preprinted}${Number(pair(0))}.${Number(pair(1))}.${Number(pair(2))}`);
  if (!found) return { value: signs.join(""), reasons: [ask("not-a-date")] };
  return { value: isoDate(found), reasons: [] };
};

const digitTypes: Partial<Record<FieldType, DigitType>> = {
  digits: { charset: digitsOnly, shape: plainDigits },
  amount: { charset: `${digitsOnly},`, shape: amount },
  date: { charset: digitsOnly, shape: date },
  "postal-code": { charset: digitsOnly, shape: allBoxes },
  phone: { charset: `${digitsOnly}-()`, shape: phone },
  "corporate-number": { charset: digitsOnly, shape: corporate },
  "invoice-number": { charset: digitsOnly, shape: invoice },
  "account-number": { charset: digitsOnly, shape: allBoxes },
};

/** Null for types that are not digits. */
export function digitTypeOf(type: FieldType): DigitType | null {
  return digitTypes[type] ?? null;
}

/** Digits that one reader takes for another are often only unsure: below this nobody is believed. */
const LEAST_CONFIDENCE = 0.3;

export async function readDigits(task: FieldTask, type: DigitType): Promise<FieldDraft> {
  const how = { profile: { charset: type.charset } };
  const [first, second] = task.readers.digits;
  const a = await readLines(first, task.ink.lines, how);
  const b = await readLines(second, task.ink.lines, how);
  const shaped = [a, b].map((t) => ({ text: t, ...type.shape(textOf(t.chars), task) }));
  const [sa, sb] = shaped;
  // The reading that fits the type leads; the first reader when both or none do.
  const lead = sb && sa && sa.reasons.length > 0 && sb.reasons.length === 0 ? sb : sa;
  if (!lead || !sa || !sb) return { ...draftOf(a, ""), reasons: [ask("not-read")] };
  const reasons = [...lead.reasons];
  if (textOf(a.chars) === "" && textOf(b.chars) === "") reasons.unshift(ask("not-read"));
  else if (sa.value !== sb.value) reasons.unshift(ask("readers-differ"));
  if (lowest(lead.text.chars) < LEAST_CONFIDENCE) reasons.push(ask("unsure"));
  return {
    ...draftOf(lead.text, lead.value),
    reasons,
    candidates: [sa, sb].map((s) => candidateOf(s.text, s.value)),
    readers: [first.ref, second.ref],
    seen: [a.raw, b.raw],
  };
}

export function candidateOf(text: FieldText, value: string): Candidate {
  return { value, confidence: lowest(text.chars), reader: text.engine.ref };
}

export function draftOf(text: FieldText, value: string): FieldDraft {
  const each = text.chars.map((c) => c.confidence);
  return {
    value,
    raw: text.raw,
    confidence: lowest(text.chars),
    charConfidences: each.length === [...value].length ? each : [],
    candidates: [],
    reasons: [],
    readers: [text.engine.ref],
    seen: [text.raw],
  };
}

/** All fields of digits: two readers of different kinds must agree, and the type's own check must pass. */
import { type AskReason, isoDate, readDate } from "../../core/index.ts";
import type { FieldType } from "../form.ts";
import { ask } from "./ask-reasons.ja.ts";
import { isCorporateNumber } from "./check-digits.ts";
import { blankDraft, type FieldDraft, type FieldTask } from "./field-draft.ts";
import { candidatesOf, draftOf, refsOf } from "./look-summary.ts";
import { takeLooks, verdictOf } from "./looks.ts";
import { type FieldText, textOf } from "./read-lines.ts";

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
  const shaped = (text: FieldText) => type.shape(textOf(text.chars), task);
  const looks = await takeLooks({
    engines: task.readers.digits,
    lines: task.ink.lines,
    charset: type.charset,
    scales: [1, 0.8],
    always: false,
    judge: (text) => {
      const { value, reasons } = shaped(text);
      return { text, value, fits: reasons.length === 0 };
    },
  });
  const verdict = verdictOf(looks, true);
  if (!verdict) return blankDraft([ask("not-read")]);
  const reasons = [...shaped(verdict.lead.text).reasons];
  if (looks.every((l) => textOf(l.text.chars) === "")) reasons.unshift(ask("not-read"));
  else if (new Set(looks.map((l) => l.value)).size > 1 && !verdict.agreed) {
    reasons.unshift(ask("readers-differ"));
  }
  if (verdict.leastConfidence < LEAST_CONFIDENCE) reasons.push(ask("unsure"));
  return {
    ...draftOf(verdict.lead.text, verdict.lead.value),
    reasons,
    candidates: candidatesOf(looks),
    readers: refsOf(looks),
    seen: looks.map((l) => l.text.raw),
  };
}

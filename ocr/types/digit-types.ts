/** All fields of digits: two readers of different kinds must agree, and the type's own check must pass. */
import { type AskReason, type CharDoubt, isoDate, readDate } from "../../core/index.ts";
import type { FieldType } from "../form.ts";
import { ask } from "./ask-reasons.ja.ts";
import { differences, joinDoubts, withCandidate } from "./char-doubts.ts";
import { isCorporateNumber } from "./check-digits.ts";
import { blankDraft, type FieldDraft, type FieldTask } from "./field-draft.ts";
import { candidatesOf, draftOf, refsOf } from "./look-summary.ts";
import {
  type Look,
  type LookPlan,
  lookThrice,
  majorityOf,
  takeLooks,
  type Verdict,
  verdictOf,
} from "./looks.ts";
import { groupedPhone, isPhone } from "./phone.ts";
import { countPieces } from "./place-chars.ts";
import { type FieldText, textOf } from "./read-lines.ts";
import { lookAlikesOf, typeRow } from "./type-table.ja.ts";

/** Digits of one reading → the value, or why it cannot be one. */
export type Shape = (
  digits: string,
  task: FieldTask,
) => { value: string; reasons: readonly AskReason[] };

/** As many digits as boxes; without boxes (adopted forms) as many as the type has. */
const allBoxes: Shape = (digits, { field, ink }) => {
  const wanted = field.boxes ?? field.maxLength ?? digits.length;
  const full = digits.length === wanted && ink.inked.every((on) => on);
  return { value: digits, reasons: full ? [] : [ask("length")] };
};

const corporate: Shape = (digits, task) => {
  const counted = allBoxes(digits, task);
  if (counted.reasons.length > 0 || isCorporateNumber(digits)) return counted;
  return { value: digits, reasons: [ask("check-digit")] };
};

/** On forms without boxes people write the hyphen themselves. */
const postal: Shape = (text, task) => allBoxes(text.replace(/^(\d{3})-(\d)/u, "$1$2"), task);

/** Sole traders have numbers of their own kind here, so only the form can be checked. */
const invoice: Shape = (text, task) => {
  const digits = text.replace(/^T/u, "");
  const counted = allBoxes(digits, task);
  return { ...counted, value: digits === "" ? "" : `T${digits}` };
};

const plainDigits: Shape = (digits, task) => {
  if (task.field.boxes !== null) return allBoxes(digits, task);
  const most = task.field.maxLength ?? digits.length;
  return { value: digits, reasons: digits.length <= most ? [] : [ask("too-long")] };
};

const phone: Shape = (text) => {
  const value = text.replace(/^\((\d+)\)/u, "$1-").replace(/\((\d+)\)/u, "-$1-");
  if (isPhone(value)) return { value, reasons: [] };
  const grouped = groupedPhone(value);
  if (grouped !== null) return { value: grouped, reasons: [ask("phone-in-one")] };
  return { value, reasons: [ask("not-a-phone")] };
};

const AMOUNT = /^(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)$/u;

const amount: Shape = (text, { field, ink }) => {
  const value = text.replaceAll(",", "");
  if (!AMOUNT.test(text)) return { value, reasons: [ask("not-an-amount")] };
  if (field.boxes === null) return { value, reasons: [] };
  // Boxes are filled from the right without gaps.
  const first = ink.inked.indexOf(true);
  const solid = ink.inked.slice(first).every((on) => on);
  const counted = ink.inked.filter((on) => on).length === value.length;
  return { value, reasons: solid && counted ? [] : [ask("length")] };
};

/**
 * Boxes for year, month and day: two of each after the pre-printed era, or four, two and two of the western calendar.
 * A first box may stay empty, the last of a part may not.
 */
const date: Shape = (digits, { ink, preprinted }) => {
  const inked = ink.inked.filter((on) => on).length;
  const yearBoxes = ink.inked.length - 4;
  if (digits.length !== inked || (yearBoxes !== 2 && yearBoxes !== 4)) {
    return { value: digits, reasons: [ask("length")] };
  }
  let next = 0;
  const signs = ink.inked.map((on) => (on ? (digits[next++] ?? "") : ""));
  const parts = [signs.slice(0, yearBoxes), signs.slice(yearBoxes, -2), signs.slice(-2)];
  const gaps = parts.some((p) => p.at(-1) === "") || (yearBoxes === 4 && parts[0]?.includes(""));
  const [year, month, day] = parts.map((p) => Number(p.join("")));
  const found = gaps ? null : readDate(`${preprinted}${year}.${month}.${day}`);
  if (!found) return { value: signs.join(""), reasons: [ask("not-a-date")] };
  return { value: isoDate(found), reasons: [] };
};

const shapes: Partial<Record<FieldType, Shape>> = {
  digits: plainDigits,
  amount,
  date,
  "postal-code": postal,
  phone,
  "corporate-number": corporate,
  "invoice-number": invoice,
  "account-number": allBoxes,
};

/** What people write between or before digits where no boxes keep them from it. */
const freeSigns: Partial<Record<FieldType, string>> = { "postal-code": "-", "invoice-number": "T" };

function charsetOf({ field }: FieldTask): string | null {
  const charset = typeRow(field.type).charset;
  return field.boxes === null && charset !== null
    ? charset + (freeSigns[field.type] ?? "")
    : charset;
}

/** Null for types that are not digits. */
export function digitShapeOf(type: FieldType): Shape | null {
  return shapes[type] ?? null;
}

/** Without boxes nothing but the ink tells of a sign that every reader passed over (the last 1 of 090-0000-0271). */
function whole(
  made: ReturnType<Shape>,
  { text, pieces }: { text: FieldText; pieces: number },
): ReturnType<Shape> {
  if (pieces <= text.chars.length) return made;
  return { ...made, reasons: [...made.reasons, ask("missed-ink")] };
}

export async function readDigits(task: FieldTask, shape: Shape): Promise<FieldDraft> {
  const { boxes } = task.field;
  const pieces = boxes === null ? task.ink.lines.reduce((sum, l) => sum + countPieces(l), 0) : 0;
  const shaped = (text: FieldText) => whole(shape(textOf(text.chars), task), { text, pieces });
  const charset = charsetOf(task);
  const { looks, verdict } = await settle(task, {
    engines: pairFor(task, charset),
    lines: task.ink.lines,
    charset,
    scales: [1, 0.8],
    sure: 0,
    judge: (text) => {
      const { value, reasons } = shaped(text);
      return { text, value, fits: reasons.length === 0 };
    },
  });
  if (!verdict) return blankDraft([ask("not-read")]);
  const reasons = [...shaped(verdict.lead.text).reasons];
  if (looks.every((l) => textOf(l.text.chars) === "")) reasons.unshift(ask("not-read"));
  else if (new Set(looks.map((l) => l.value)).size > 1 && !verdict.agreed) {
    reasons.unshift(ask("readers-differ"));
  }
  if (verdict.leastConfidence < task.calibration.thresholds.digits.least)
    reasons.push(ask("unsure"));
  const { value } = verdict.lead;
  return {
    ...draftOf(verdict.lead.text, value),
    confidence: verdict.leastConfidence,
    reasons,
    doubts: joinDoubts(value, digitDoubts(task, looks, verdict)),
    candidates: candidatesOf(looks),
    readers: refsOf(looks),
    seen: looks.map((l) => l.text.raw),
  };
}

const pairFor = ({ readers }: FieldTask, charset: string | null) =>
  /^\d+$/u.test(charset ?? "") ? readers.digits : readers.numbers;

/** Two models look; where they cannot agree, the one of the other pair is asked, and two of three decide. */
async function settle(
  { readers }: FieldTask,
  plan: LookPlan,
): Promise<{ looks: readonly Look[]; verdict: Verdict | null }> {
  const looks = await takeLooks(plan);
  const verdict = verdictOf(looks, true);
  const third = [...readers.numbers, ...readers.digits].find((e) => !plan.engines.includes(e));
  if (verdict?.agreed || !third || looks.every((l) => l.value === "")) return { looks, verdict };
  const all = [...looks, ...(await lookThrice(plan, third))];
  return { looks: all, verdict: majorityOf(all) ?? verdict };
}

function digitDoubts(task: FieldTask, looks: readonly Look[], verdict: Verdict): CharDoubt[] {
  const { value, text } = verdict.lead;
  const others = looks.map((l) => l.value).filter((v) => v !== "" && v !== value);
  const places = [...value].flatMap((c, i) => (/\d/u.test(c) ? [i] : []));
  const read = text.chars.filter((c) => /\d/u.test(c.text));
  const { least } = task.calibration.thresholds.digits;
  const unsure = read.flatMap((c, i): CharDoubt[] => {
    const at = places[i];
    const placed = at !== undefined && read.length === places.length;
    return placed && c.confidence < least
      ? [{ at, candidates: lookAlikesOf(task.field.type, c.text) }]
      : [];
  });
  return [...differences(value, [...new Set(others)]), ...unsure, ...mended(task, value)];
}

/** Digits of a 法人番号 that does not check, which would make it check when read as a look-alike. */
export function mended({ field }: FieldTask, value: string): CharDoubt[] {
  if (field.type !== "corporate-number" || value.length !== 13 || isCorporateNumber(value))
    return [];
  return [...value].flatMap((c, at) => {
    const twins = lookAlikesOf(field.type, c).slice(1);
    const right = twins.filter((t) => isCorporateNumber(withCandidate(value, at, t)));
    return right.length > 0 ? [{ at, candidates: [c, ...right] }] : [];
  });
}

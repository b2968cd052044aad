/** The cases of a bot as a results workbook shows them: what was found, and the pictures of the fields that a person looked at. */
import { type Case, caseValues, type FieldReading } from "../core/index.ts";
import { cropPicture } from "../ocr/index.ts";
import { type ResultCase, type ResultField, verdictOf } from "../rules/index.ts";
import { stateNames } from "./case-flow.ja.ts";
import { pageImageEvent } from "./read-doors.ts";
import type { Workplace } from "./workplace.ts";

/** More pictures than this make a workbook that nobody can open; the fields go on without theirs. */
const mostPictures = 3000;

/** All cases of a bot in the order of their receipt numbers; `picturesLeftOut` fields had to go without their picture. */
export async function resultCases(
  place: Pick<Workplace, "store" | "evidence">,
  bot: string,
): Promise<{ readonly cases: readonly ResultCase[]; readonly picturesLeftOut: number }> {
  const all = await place.store.listCases({ bot });
  const cases: ResultCase[] = [];
  const pictures = { taken: 0, leftOut: 0 };
  for (const c of [...all].sort((a, b) => (a.receiptNumber < b.receiptNumber ? -1 : 1)))
    cases.push({
      number: c.receiptNumber,
      state: stateNames[c.state],
      verdict: verdictOf(c.findings),
      findings: [...c.findings.map((f) => f.message), ...(c.reason ? [c.reason.message] : [])],
      values: shownValues(c),
      fields: await fieldsOf(place, c, pictures),
    });
  return { cases, picturesLeftOut: pictures.leftOut };
}

/** A value that a second person is still to type blindly must not stand in a workbook. */
const isBlind = (r: FieldReading | undefined): boolean =>
  r?.drawn === true && r.confirmed === undefined;

function shownValues(c: Case): Record<string, string> {
  return Object.fromEntries(
    Object.entries(caseValues(c)).filter(([name]) => !isBlind(c.readings[name])),
  );
}

async function fieldsOf(
  place: Pick<Workplace, "store" | "evidence">,
  c: Case,
  pictures: { taken: number; leftOut: number },
): Promise<readonly ResultField[]> {
  const looked = Object.entries(c.readings).filter(([field, r]) => isLookedAt(c, field, r));
  const page = looked.length > 0 ? await pageImage(place, c.id) : null;
  const fields: ResultField[] = [];
  for (const [field, reading] of looked) {
    const found = c.findings.filter((f) => f.fields.includes(field)).map((f) => f.message);
    const notes = [...reading.reasons.map((r) => r.message), ...found];
    const picture = await pictureOf(page, reading, pictures);
    fields.push({ field, value: reading.value, picture, notes });
  }
  return fields;
}

function isLookedAt(c: Case, field: string, reading: FieldReading): boolean {
  if (isBlind(reading)) return false;
  if (!reading.accepted || reading.confirmed !== undefined) return true;
  return c.findings.some((f) => f.fields.includes(field));
}

async function pictureOf(
  page: Uint8Array | null,
  reading: FieldReading,
  pictures: { taken: number; leftOut: number },
): Promise<Uint8Array | null> {
  if (!page || !reading.box) return null;
  if (pictures.taken >= mostPictures) {
    pictures.leftOut += 1;
    return null;
  }
  pictures.taken += 1;
  return cropPicture(page, reading.box);
}

async function pageImage(
  place: Pick<Workplace, "store" | "evidence">,
  caseId: string,
): Promise<Uint8Array | null> {
  const events = await place.store.events(caseId);
  const key = events.findLast((e) => e.event === pageImageEvent)?.facts["image"];
  return typeof key === "string" ? place.evidence.get(key) : null;
}

/** Review (確認) without a page in a browser: what to ask, and what comes of the answers. */
import type { Case, FieldReading } from "../core/index.ts";
import { cropPicture, maskPrivateNumbers, normaliseTyped } from "../ocr/index.ts";
import type { ReviewAnswer, ReviewItem } from "../rules/index.ts";
import type { Actor } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import {
  doubleEntryRevision,
  doubleStates,
  hasDrawn,
  holdingFields,
  takeDoubleEntry,
} from "./double-entry.ts";
import { doubleEntryWords, queueError, reviewWords } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { isYesOrNo, questionWords, readYesOrNo } from "./questions.ja.ts";
import { pageImageEvent } from "./read-doors.ts";
import { askedFields } from "./read-work.ts";
import type { Workplace } from "./workplace.ts";

/** Everything that waits for a person, one item per field, with the crop of the page. */
export async function reviewItems(
  place: Workplace,
  bot: string | null,
): Promise<readonly ReviewItem[]> {
  const cases = await place.store.listCases(bot === null ? {} : { bot });
  const open = cases.filter((c) => c.state === "awaiting-review" || hasDrawn(c));
  const items: ReviewItem[] = [];
  for (const c of [...open].sort((a, b) => (a.receiptNumber < b.receiptNumber ? -1 : 1))) {
    items.push(...(await itemsOf(place, c)));
  }
  return items;
}

async function itemsOf(place: Workplace, c: Case): Promise<ReviewItem[]> {
  const asked = c.state === "awaiting-review" ? askedFields(c) : [];
  const doubles = hasDrawn(c) ? doubleStates(c, await place.store.events(c.id)) : new Map();
  const open = [...doubles].filter(([, s]) => s === "waiting" || s === "differs");
  if (asked.length === 0 && open.length === 0) return [];
  const pages = await pageImages(place, c);
  const pageOf = (reading: FieldReading): Uint8Array | null =>
    pages.get(reading.box?.page ?? c.source.page) ?? null;
  const items: ReviewItem[] = [];
  for (const field of asked) {
    const reading = c.readings[field];
    if (reading) items.push(await itemOf(c, field, reading, pageOf(reading)));
  }
  for (const [field, state] of open) {
    const reading = c.readings[field];
    if (reading)
      items.push(
        await doubleItem(c, { field, reading, blind: state === "waiting" }, pageOf(reading)),
      );
  }
  return items;
}

/** A drawn field: first without anything that was read, then, when the two differ, with it. */
async function doubleItem(
  c: Case,
  of: { field: string; reading: FieldReading; blind: boolean },
  page: Uint8Array | null,
): Promise<ReviewItem> {
  const { field, reading, blind } = of;
  return {
    caseId: c.id,
    revision: doubleEntryRevision,
    receiptNumber: c.receiptNumber,
    field,
    value: blind ? "" : reading.value,
    candidates: [],
    reasons: [blind ? doubleEntryWords.ask : doubleEntryWords.differs],
    picture: page && reading.box ? await cropPicture(page, reading.box) : null,
    ...(blind ? { blind } : {}),
  };
}

async function itemOf(
  c: Case,
  field: string,
  reading: FieldReading,
  page: Uint8Array | null,
): Promise<ReviewItem> {
  const findings = c.findings.filter((f) => f.fields.includes(field) && f.severity !== "warning");
  return {
    caseId: c.id,
    revision: c.revision,
    receiptNumber: c.receiptNumber,
    field,
    value: reading.value,
    candidates: [...new Set(reading.candidates.map((x) => x.value))],
    reasons: [
      ...(reading.doubts ?? []).map(reviewWords.doubt),
      ...reading.reasons.map((r) => r.message),
      ...findings.map((f) => f.message),
    ],
    picture: page && reading.box ? await cropPicture(page, reading.box) : null,
  };
}

/** The registered pages of a case by page number: its form, and the papers that were read with it. */
async function pageImages(place: Workplace, c: Case): Promise<ReadonlyMap<number, Uint8Array>> {
  const pages = new Map<number, Uint8Array>();
  for (const { event, facts } of await place.store.events(c.id)) {
    const { image, page } = facts;
    if (event !== pageImageEvent || typeof image !== "string") continue;
    pages.set(typeof page === "number" ? page : c.source.page, await place.evidence.get(image));
  }
  return pages;
}

/** One answer that could not be taken, for the person who typed it. */
export interface RefusedAnswer {
  readonly receiptNumber: string;
  readonly field: string;
  readonly message: string;
}

/** What came of the answers of one person; counts are cases. */
export interface ReviewResult {
  /** Cases that go on (checked again, then entered). */
  readonly passedOn: number;
  readonly returned: number;
  /** Cases of which some fields are still open. */
  readonly stillWaiting: number;
  /** Answers of blind double entry: typed as read, typed otherwise, and settled after that. */
  readonly doubles: { readonly same: number; readonly differs: number; readonly settled: number };
  readonly refused: readonly RefusedAnswer[];
}

/**
 * Takes the answers of one person. Each case moves at most once; answers about a case that has moved on since are
 * refused with a sentence. Values are brought into the field's form (７６５→765) before they are kept.
 */
export async function takeAnswers(
  place: Workplace,
  answers: readonly ReviewAnswer[],
  by: string,
): Promise<ReviewResult> {
  const refused: RefusedAnswer[] = [];
  const count = { passedOn: 0, returned: 0, stillWaiting: 0 };
  const doubles = { same: 0, differs: 0, settled: 0 };
  const reviewed = answers.filter((a) => a.revision !== doubleEntryRevision);
  for (const caseId of new Set(reviewed.map((a) => a.caseId))) {
    const mine = reviewed.filter((a) => a.caseId === caseId);
    const c = await place.store.getCase(caseId);
    const first = mine[0];
    if (
      !c ||
      !first ||
      c.state !== "awaiting-review" ||
      mine.some((a) => a.revision !== c.revision)
    ) {
      const receiptNumber = c?.receiptNumber ?? "";
      refused.push({ receiptNumber, field: "", message: reviewWords.movedOn(receiptNumber) });
      continue;
    }
    const outcome = await takeOne(place, c, mine, { by, refused });
    count[outcome] += 1;
  }
  for (const answer of answers.filter((a) => a.revision === doubleEntryRevision)) {
    const result = await takeDouble(place, answer, { by, refused });
    if (result) doubles[result] += 1;
  }
  return { ...count, doubles, refused };
}

/** One answer of double entry; the case goes on when this was the last thing that it waited for. */
async function takeDouble(
  place: Workplace,
  answer: ReviewAnswer,
  person: Person,
): Promise<"same" | "differs" | "settled" | null> {
  const c = await place.store.getCase(answer.caseId);
  if (!c) return null;
  const bot = await place.botFor(c);
  const taken = await takeDoubleEntry(place, { case: c, bot }, answer, person.by);
  if (!taken.ok) {
    const { receiptNumber } = c;
    person.refused.push({ receiptNumber, field: answer.field, message: taken.message });
    return null;
  }
  await goOnIfFree(place, taken.case, person.by);
  return taken.result === "same" || taken.result === "differs" ? taken.result : "settled";
}

async function goOnIfFree(place: Workplace, c: Case, by: string): Promise<void> {
  if (c.state !== "awaiting-review" || (await openFields(place, c)) > 0) return;
  const actor: Actor = { kind: "person", name: by };
  await moveCase(place.store, c, "review-done", { actor, facts: { answered: 0, open: 0 } });
  await place.queue.enqueue("read", [c.id]);
}

/** Fields of a case for which somebody still has to answer before it goes on. */
async function openFields(place: Workplace, c: Case): Promise<number> {
  const asked = askedFields(c).length;
  if (!hasDrawn(c)) return asked;
  const states = doubleStates(c, await place.store.events(c.id));
  return asked + holdingFields(states, place.settings.doubleEntryWaits).length;
}

interface Person {
  readonly by: string;
  readonly refused: RefusedAnswer[];
}

async function takeOne(
  place: Workplace,
  c: Case,
  answers: readonly ReviewAnswer[],
  person: Person,
): Promise<"passedOn" | "returned" | "stillWaiting"> {
  const actor: Actor = { kind: "person", name: person.by };
  const sentBack = answers.flatMap((a) => {
    const why = whySentBack(c, a);
    return why === null ? [] : [{ field: a.field, why }];
  })[0];
  if (sentBack) {
    const reason = reasonOf(queueError.personReturned({ why: maskPrivateNumbers(sentBack.why) }));
    await moveCase(place.store, c, "returned-by-person", {
      patch: { reason },
      actor,
      facts: { field: sentBack.field },
    });
    return "returned";
  }
  const readings = { ...c.readings };
  const bot = await place.botFor(c);
  for (const answer of answers) {
    const reading = readings[answer.field];
    if (answer.kind !== "value" || !reading) continue;
    const typed = isYesOrNo(reading)
      ? typedYes(answer.value)
      : typedValue(bot, answer.field, answer.value);
    if (typed.ok)
      readings[answer.field] = confirmed(reading, typed.value, { by: person.by, at: nowOf(place) });
    else
      person.refused.push({
        receiptNumber: c.receiptNumber,
        field: answer.field,
        message: typed.message,
      });
  }
  const open = await openFields(place, { ...c, readings });
  const facts = { answered: answers.length, open };
  if (open > 0) {
    const event = { actor, event: "review-saved", facts };
    await place.store.changeCase(c.id, c.revision, c.state, { readings }, event);
    return "stillWaiting";
  }
  await moveCase(place.store, c, "review-done", { patch: { readings }, actor, facts });
  await place.queue.enqueue("read", [c.id]);
  return "passedOn";
}

/** Sent back in the book, or いいえ to a question of the scenario; null when the case stays. */
function whySentBack(c: Case, answer: ReviewAnswer): string | null {
  if (answer.kind === "return") return answer.reason;
  const reading = c.readings[answer.field];
  const saidNo = reading && isYesOrNo(reading) && readYesOrNo(answer.value) === "no";
  return saidNo ? questionWords.saidNo(reading.reasons[0]?.message ?? "") : null;
}

function typedYes(text: string): ReturnType<typeof typedValue> {
  return readYesOrNo(text) === "yes"
    ? { ok: true, value: questionWords.yes }
    : { ok: false, message: questionWords.refused };
}

const nowOf = (place: Workplace): string => place.clock.now().toISOString();

function typedValue(
  bot: Bot,
  name: string,
  text: string,
):
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string } {
  const field = bot.form?.fields.find((f) => f.name === name);
  return field ? normaliseTyped(field, text) : { ok: true, value: text };
}

function confirmed(
  reading: FieldReading,
  value: string,
  by: { by: string; at: string },
): FieldReading {
  const { doubts: _settled, ...rest } = reading;
  return { ...rest, value, accepted: true, reasons: [], confirmed: by };
}

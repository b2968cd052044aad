/** Blind double entry (二重入力): a share of the accepted fields is typed again by a person who does not see the value. */
import { createHash } from "node:crypto";
import type { Case, FieldReading, Readings } from "../core/index.ts";
import { normaliseTyped } from "../ocr/index.ts";
import type { ReviewAnswer } from "../rules/index.ts";
import type { Actor, CaseEvent, NewEvent } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { doubleEntryWords } from "./messages.ja.ts";
import { moveCase } from "./move-case.ts";
import type { Workplace } from "./workplace.ts";

/**
 * Items of double entry are known by the case alone: it goes on while they wait, so its revision would be another one when the
 * answer comes.
 */
export const doubleEntryRevision = 0;

/** Event with facts {field, result}; result as in DoubleState. No value ever stands in it. */
export const doubleEntryEvent = "double-entry";

/**
 * waiting = nobody has typed it yet; same = typed alike; differs = typed otherwise, somebody must look at the picture; read-right
 * and read-wrong = that person's verdict about the value that was read.
 */
export type DoubleState = "waiting" | "same" | "differs" | "read-right" | "read-wrong";

/** Marks the fields that are drawn: the same case and field are drawn again in every run with the same share. */
export function drawFields(caseId: string, readings: Readings, share: number): Readings {
  const drawn = Object.entries(readings).map(([name, reading]): [string, FieldReading] => {
    const mine = reading.accepted && reading.box !== null && lot(caseId, name) < share;
    return [name, mine ? { ...reading, drawn: true } : reading];
  });
  return Object.fromEntries(drawn);
}

/** A number in 0..1 that depends on nothing but case and field. */
function lot(caseId: string, field: string): number {
  const hash = createHash("sha256").update(`double-entry\0${caseId}\0${field}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}

/** How far each drawn field of a case is. */
export function doubleStates(
  c: Pick<Case, "readings">,
  events: readonly CaseEvent[],
): ReadonlyMap<string, DoubleState> {
  const states = new Map<string, DoubleState>();
  for (const [name, reading] of Object.entries(c.readings))
    if (reading.drawn) states.set(name, "waiting");
  for (const { event, facts } of events) {
    const [field, result] = [facts["field"], facts["result"]];
    if (event === doubleEntryEvent && typeof field === "string" && states.has(field))
      states.set(field, result as DoubleState);
  }
  return states;
}

export const hasDrawn = (c: Pick<Case, "readings">): boolean =>
  Object.values(c.readings).some((r) => r.drawn);

/** Fields that keep a case from being entered: a contradiction always, a missing answer only where the office waits for it. */
export function holdingFields(
  states: ReadonlyMap<string, DoubleState>,
  waits: boolean,
): readonly string[] {
  return [...states].flatMap(([field, state]) =>
    state === "differs" || (waits && state === "waiting") ? [field] : [],
  );
}

/** What became of one answer. */
export type DoubleOutcome =
  | { readonly ok: true; readonly result: DoubleState; readonly case: Case }
  | { readonly ok: false; readonly message: string };

/**
 * Takes one answer about a drawn field. The first one is compared with what was read; after a contradiction the second one, given
 * with the value in sight, decides. A contradiction stops a case that is not being entered yet; a value that proves wrong is
 * mended there, and stays on the person's list where it has been entered already.
 */
export async function takeDoubleEntry(
  place: Workplace,
  at: { readonly case: Case; readonly bot: Bot },
  answer: ReviewAnswer,
  by: string,
): Promise<DoubleOutcome> {
  const { case: c, bot } = at;
  const state = doubleStates(c, await place.store.events(c.id)).get(answer.field);
  const reading = c.readings[answer.field];
  if (!reading || (state !== "waiting" && state !== "differs"))
    return { ok: false, message: doubleEntryWords.settled(answer.field) };
  if (answer.kind === "return") return { ok: false, message: doubleEntryWords.noReturn };
  const field = bot.form?.fields.find((f) => f.name === answer.field);
  const typed = field ? normaliseTyped({ ...field, required: false }, answer.value) : null;
  if (typed && !typed.ok) return typed;
  const value = typed?.value ?? answer.value;
  const same = alike(value, reading.value);
  const actor: Actor = { kind: "person", name: by };
  const result = resultOf(state, same);
  const event: NewEvent = {
    actor,
    event: doubleEntryEvent,
    facts: { field: answer.field, result },
  };
  const changed = await applyResult(place, c, { result, event, field: answer.field, value, by });
  return { ok: true, result, case: changed };
}

function resultOf(state: "waiting" | "differs", same: boolean): DoubleState {
  if (state === "waiting") return same ? "same" : "differs";
  return same ? "read-right" : "read-wrong";
}

/** Blanks and the width of signs are not what is asked. */
const alike = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string => text.replace(/[\s\u3000]+/gu, "");

interface Verdict {
  readonly result: DoubleState;
  readonly event: NewEvent;
  readonly field: string;
  readonly value: string;
  readonly by: string;
}

async function applyResult(place: Workplace, c: Case, v: Verdict): Promise<Case> {
  const { store } = place;
  const mendable = c.state === "awaiting-review";
  if (v.result === "read-wrong" && mendable) {
    const reading = c.readings[v.field];
    const confirmed = { by: v.by, at: place.clock.now().toISOString() };
    const mended = reading && { ...reading, value: v.value, confirmed };
    const readings = mended ? { ...c.readings, [v.field]: mended } : c.readings;
    return store.changeCase(c.id, c.revision, c.state, { readings }, v.event);
  }
  await store.addEvent(c.id, v.event);
  if (v.result !== "differs" || c.state !== "ready") return c;
  const { actor } = v.event;
  return moveCase(store, c, "needs-review", { actor, facts: { field: v.field } });
}

/** How long evidence is kept (証跡の保存): what is due, and taking it away; the rows of the ledger stay for ever. */
import { businessDate, type Case, type EvidenceKeeping, type KeepingTime } from "../core/index.ts";
import type { Actor, CaseEvent } from "../store/index.ts";
import { pageImageEvent } from "./read-doors.ts";
import type { Workplace } from "./workplace.ts";

/** Originals and page images; pictures of screens; records of sentences. */
export type EvidenceKind = keyof EvidenceKeeping;
/** All of them, in the order in which they are shown. */
export const evidenceKinds: readonly EvidenceKind[] = ["papers", "screens", "records"];

/** Event of a case whose evidence of a kind was taken away: kind, number of files, last day of keeping. */
export const erasedEvent = "evidence-erased";

/** What is due of one case and kind. */
export interface DueEvidence {
  readonly caseId: string;
  readonly receiptNumber: string;
  readonly kind: EvidenceKind;
  /** Keys that are there. */
  readonly keys: readonly string[];
  /** Last day on which they had to be kept. */
  readonly keptUntil: string;
}

type Doors = Pick<Workplace, "store" | "evidence" | "clock" | "settings">;

/** Only these are over for good; a failed case may be taken up again. */
const endedStates: ReadonlySet<Case["state"]> = new Set(["done", "returned"]);

/**
 * Last day on which evidence of a case that ended on `endedOn` (YYYY-MM-DD) is kept; null = for ever. Years are those of
 * 文書管理: they run from 1 April of the next fiscal year.
 */
export function keptUntil(endedOn: string, time: KeepingTime): string | null {
  if (time === null) return null;
  if ("days" in time)
    return new Date(Date.parse(endedOn) + time.days * dayMillis).toISOString().slice(0, 10);
  const year = Number(endedOn.slice(0, 4));
  const fiscalYear = endedOn.slice(5) >= "04-01" ? year : year - 1;
  return `${fiscalYear + 1 + time.years}-03-31`;
}

const dayMillis = 86_400_000;

/** Evidence of ended cases whose time is over. A file that a case not yet due needs too is left out. */
export async function dueEvidence(place: Doors): Promise<readonly DueEvidence[]> {
  const today = businessDate(place.clock.now());
  const there = new Set(await place.evidence.list());
  const due: DueEvidence[] = [];
  const needed = new Set<string>();
  for (const c of await place.store.listCases({})) {
    const original = await place.store.originalOf(c.id);
    const held = keysOf(original, await place.store.events(c.id));
    for (const kind of evidenceKinds) {
      const until = untilOf(c, place.settings.keeping[kind]);
      const keys = held[kind].filter((key) => there.has(key));
      if (until === null || until >= today) for (const key of keys) needed.add(key);
      else if (keys.length > 0)
        due.push({ caseId: c.id, receiptNumber: c.receiptNumber, kind, keys, keptUntil: until });
    }
  }
  return due
    .map((d) => ({ ...d, keys: d.keys.filter((key) => !needed.has(key)) }))
    .filter((d) => d.keys.length > 0);
}

const untilOf = (c: Case, time: KeepingTime): string | null =>
  endedStates.has(c.state) ? keptUntil(businessDate(new Date(c.updatedAt)), time) : null;

function keysOf(
  original: string,
  events: readonly CaseEvent[],
): Readonly<Record<EvidenceKind, readonly string[]>> {
  const held = {
    papers: new Set([original]),
    screens: new Set<string>(),
    records: new Set<string>(),
  };
  for (const { event, facts } of events) {
    const { image, log } = facts;
    if (typeof image === "string") held[event === pageImageEvent ? "papers" : "screens"].add(image);
    if (typeof log === "string") held.records.add(log);
  }
  return { papers: [...held.papers], screens: [...held.screens], records: [...held.records] };
}

/** Takes what is due away: first the line in the ledger, then the files. Gives how many files were there. */
export async function eraseDue(place: Doors, due: readonly DueEvidence[]): Promise<number> {
  const actor: Actor = { kind: "person", name: place.settings.person };
  let files = 0;
  for (const { caseId, kind, keys, keptUntil: until } of due) {
    const facts = { kind, files: keys.length, keptUntil: until };
    await place.store.addEvent(caseId, { actor, event: erasedEvent, facts });
    for (const key of keys) files += (await place.evidence.erase(key)) ? 1 : 0;
  }
  return files;
}

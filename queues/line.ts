/** The line of waiting cases (順番) as a person looks at it: who is next in each lane, since when, and what holds whom. */
import type { Case, CaseReason, CaseState } from "../core/index.ts";
import { createEntryGate, pauseHold } from "./entry-gate.ts";
import { type Lane, lanes, type Pause } from "./job-queue.ts";
import { reasonOf } from "./move-case.ts";
import { readPauses } from "./ordered-queue.ts";
import { laneStates } from "./refill.ts";
import type { Workplace } from "./workplace.ts";

/** One case of a line. Never a value of a field. */
export interface LineCase {
  /** 1 = next. */
  readonly place: number;
  readonly receiptNumber: string;
  readonly bot: string;
  readonly state: CaseState;
  /** When it came into this state, ISO. */
  readonly since: string;
  /** Greater goes first, 0 = in line. */
  readonly priority: number;
  /** Why it does not go on now; null when it would. */
  readonly held: CaseReason | null;
}

/** The first cases of a lane, and how many there are. */
export interface Line {
  readonly lane: Lane;
  readonly total: number;
  readonly cases: readonly LineCase[];
}

type Doors = Pick<Workplace, "store" | "clock" | "bot" | "settings">;

/** Taken from the ledger, because the queue itself is filled only while somebody works. At most `most` cases of a lane. */
export async function linesOf(place: Doors, most: number): Promise<readonly Line[]> {
  const states = await place.store.countByState(null);
  const priorities = await place.store.priorities();
  const holdOf = await holds(place);
  const lines: Line[] = [];
  for (const lane of lanes) {
    const found = await firstOf(place, lane, { priorities, most });
    const cases: LineCase[] = [];
    for (const c of found) {
      const { receiptNumber, bot, state, updatedAt: since } = c;
      const priority = priorities.get(c.id) ?? 0;
      const held = await holdOf(lane, c);
      cases.push({ place: cases.length + 1, receiptNumber, bot, state, since, priority, held });
    }
    const total = laneStates[lane].reduce((sum, state) => sum + states[state], 0);
    lines.push({ lane, total, cases });
  }
  return lines;
}

/** Few have a priority of their own: they are fetched one by one, the others only as far as they are shown. */
async function firstOf(
  place: Doors,
  lane: Lane,
  { priorities, most }: { readonly priorities: ReadonlyMap<string, number>; readonly most: number },
): Promise<readonly Case[]> {
  const own = laneStates[lane];
  const ordered: Case[] = [];
  for (const id of priorities.keys()) {
    const c = await place.store.getCase(id);
    if (c && own.includes(c.state)) ordered.push(c);
  }
  const limit = most + ordered.length;
  const usual = await place.store.listCases({ states: own, limit });
  const rank = (c: Case): number => priorities.get(c.id) ?? 0;
  const known = new Set(ordered.map((c) => c.id));
  // The sort is stable: the oldest of a priority stays first.
  return [...ordered, ...usual.filter((c) => !known.has(c.id))]
    .sort((a, b) => rank(b) - rank(a) || a.createdAt.localeCompare(b.createdAt))
    .slice(0, most);
}

/** A pause first: that is what a person can end. */
async function holds(place: Doors): Promise<(lane: Lane, c: Case) => Promise<CaseReason | null>> {
  const pauses = await readPauses(place.store);
  const gate = createEntryGate(place);
  const services = new Map<string, Promise<CaseReason | null>>();
  const serviceOf = (bot: string): Promise<CaseReason | null> => {
    const known =
      services.get(bot) ?? gate.service(bot).then((hold) => hold && reasonOf(hold.reason));
    services.set(bot, known);
    return known;
  };
  return async (lane, c) => {
    const pause = pauses.find((p) => covers(p, lane, c.bot));
    if (pause) return reasonOf(pauseHold(pause).reason);
    return c.reason ?? (lane === "enter" ? serviceOf(c.bot) : null);
  };
}

const covers = (p: Pause, lane: Lane, bot: string): boolean =>
  (p.lane === null || p.lane === lane) && (p.bot === null || p.bot === bot);

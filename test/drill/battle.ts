/** One round: records handed in, bots at work, misfortune on the way, then the comparison. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as idle } from "node:timers/promises";
import { rebuildQueue, receiveRows, type Workplace } from "../../queues/index.ts";
import { compare, type Verdict } from "./compare.ts";
import { type Crew, type CrewOptions, type Hit, startCrew } from "./crew.ts";
import type { Office } from "./office.ts";
import { type DrillRecord, drillRecords, recordsCsv } from "./records.ts";

/** What a plan of misfortune can reach while the bots are at work. */
export interface Battle {
  readonly office: Office;
  readonly crew: Crew;
  /** Cases that have come to an end so far. */
  ended(): number;
  /** Hands in the next part of the records. */
  handInMore(): Promise<void>;
  place(): Workplace;
  /** The ledger is another one from now on (restored from a backup). */
  moveTo(place: Workplace): void;
}

export interface BattlePlan {
  readonly records: number;
  readonly seed: number;
  /** The records come in so many parts (usually 1); the trouble asks for each after the first. */
  readonly parts?: number;
  readonly crew: CrewOptions;
  /** Runs beside the bots; the round ends when it has ended and nothing is left to do. */
  readonly trouble?: (battle: Battle) => Promise<void>;
  /** Sentences about what else should have been and was not; asked at the end, before the bots go. */
  readonly unmet?: (battle: Battle) => Promise<readonly string[]> | readonly string[];
}

export interface BattleEnd {
  readonly verdict: Verdict;
  readonly seconds: number;
  readonly hits: readonly Hit[];
  /** Seconds from each blow to the next case that the bot of the same account finished (any bot for other blows). */
  readonly recoveries: readonly number[];
  /** Seconds from the start of a bot's process until it could work: part of each recovery. */
  readonly starts: readonly number[];
  readonly unmet: readonly string[];
}

/** So long without any case coming to its end means that what is left is stuck. */
const stuckMillis = 600_000;

/** Receives the records; the same ones again are known. `at` tells which clerk does it, with a file of his own, and where the part begins. */
export async function handIn(
  office: Office,
  records: readonly DrillRecord[],
  at: { readonly place: Workplace; readonly clerk: number; readonly from?: number } = {
    place: office.place,
    clerk: 0,
  },
): Promise<void> {
  const file = join(office.folder, `records-${at.clerk}-from-${at.from ?? 0}.csv`);
  await writeFile(file, recordsCsv(records));
  const bot = await at.place.bot("drill");
  await receiveRows(at.place, bot, { file, receivedOn: "2026-11-22" });
}

export async function fight(office: Office, plan: BattlePlan): Promise<BattleEnd> {
  const records = drillRecords(plan.records, plan.seed);
  const part = Math.ceil(plan.records / (plan.parts ?? 1));
  await handIn(office, records.slice(0, part));
  await rebuildQueue(office.place, null);
  const started = Date.now();
  const crew = startCrew(office, plan.crew);
  const at = { place: office.place, ended: 0, given: Math.min(part, records.length) };
  const battle: Battle = {
    office,
    crew,
    ended: () => at.ended,
    async handInMore() {
      const more = records.slice(at.given, at.given + part);
      await handIn(office, more, { place: at.place, clerk: 0, from: at.given });
      at.given += more.length;
    },
    place: () => at.place,
    moveTo: (place) => {
      at.place = place;
    },
  };
  let unmet: readonly string[] = [];
  try {
    const guarded = troubled(plan.trouble?.(battle));
    let lastEnd = Date.now();
    let lastRebuild = Date.now();
    while (Date.now() - lastEnd < stuckMillis) {
      await idle(200);
      const left = await openCases(at.place).catch(() => null);
      if (left === 0 && !guarded.running()) break;
      if (left !== null && at.given - left > at.ended) {
        at.ended = at.given - left;
        lastEnd = Date.now();
      }
      if (left !== null && Date.now() - lastRebuild < 5_000) continue;
      lastRebuild = Date.now();
      at.place = await reopened(office, at.place);
    }
    await guarded.end;
    unmet = (await plan.unmet?.(battle)) ?? [];
  } finally {
    await crew.end();
  }
  const seconds = (Date.now() - started) / 1000;
  const final = await office.open();
  try {
    const verdict = await compare(records, final.store, office.rows());
    const { hits, starts } = crew;
    return { verdict, seconds, hits, starts, unmet, recoveries: await recoveries(final, hits) };
  } finally {
    await final.close();
    if (at.place !== office.place) await at.place.close().catch(() => undefined);
  }
}

/** What goes wrong with the trouble itself is told when it is waited for. */
function troubled(trouble: Promise<void> = Promise.resolve()) {
  let running = true;
  const end = trouble.finally(() => {
    running = false;
  });
  end.catch(() => undefined);
  return { end, running: () => running };
}

/** What the next `buka run` does first: the queue from the ledger. A server that is away is asked again later. */
async function reopened(office: Office, old: Workplace): Promise<Workplace> {
  try {
    await rebuildQueue(old, null);
    return old;
  } catch {
    const fresh = await office.open().catch(() => null);
    if (!fresh) return old;
    if (old !== office.place) await old.close().catch(() => undefined);
    await rebuildQueue(fresh, null).catch(() => undefined);
    return fresh;
  }
}

async function openCases(place: Workplace): Promise<number> {
  const counts = await place.store.countByState(null);
  const { received, read, checked, ready, entering, committing } = counts;
  const jobs = await place.queue.counts("enter");
  // Without a job the look-up has given up: a person has it.
  const doubtful = jobs.waiting + jobs.active + jobs.delayed > 0 ? counts["in-doubt"] : 0;
  return received + read + checked + ready + entering + committing + doubtful;
}

async function recoveries(place: Workplace, hits: readonly Hit[]): Promise<number[]> {
  const ends = new Map<string, number[]>();
  for (const c of await place.store.listCases({ states: ["done"] })) {
    const last = (await place.store.events(c.id)).findLast(
      (e) => e.event === "commit-seen" || e.event === "found-by-lookup",
    );
    if (!last) continue;
    for (const name of ["any", last.actor.name])
      ends.set(name, [...(ends.get(name) ?? []), Date.parse(last.at)]);
  }
  for (const times of ends.values()) times.sort((a, b) => a - b);
  return hits.flatMap((hit) => {
    // A clock that is set makes the times in the ledger useless for this.
    if (hit.act === "site") return [];
    const next = ends.get(hit.bot)?.find((at) => at > hit.at);
    return next === undefined ? [] : [(next - hit.at) / 1000];
  });
}

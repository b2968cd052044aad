/** Fills the queue from the ledger, in the order that people have given: the queue may be lost at any time, the ledger may not. */
import { setTimeout as idle } from "node:timers/promises";
import type { CaseState } from "../core/index.ts";
import { type Lane, lanes } from "./job-queue.ts";
import type { Workplace } from "./workplace.ts";

/** States in which a case is a lane's to work on. */
export const laneStates: Readonly<Record<Lane, readonly CaseState[]>> = {
  read: ["received", "read", "checked"],
  enter: ["ready", "entering", "committing", "in-doubt"],
};

/** Puts every case that is not at its end back into its lane, with its priority. Gives how many were added. */
export async function rebuildQueue(
  place: Pick<Workplace, "store" | "queue">,
  bot: string | null,
): Promise<number> {
  const filter = bot === null ? {} : { bot };
  const priorities = await place.store.priorities();
  let added = 0;
  for (const lane of lanes) {
    const cases = await place.store.listCases({ ...filter, states: laneStates[lane] });
    const ranks = new Map<number, string[]>();
    for (const { id } of cases) {
      const priority = priorities.get(id) ?? 0;
      const rank = ranks.get(priority);
      if (rank) rank.push(id);
      else ranks.set(priority, [id]);
    }
    for (const [priority, ids] of ranks)
      added += await place.queue.enqueue(lane, ids, { priority });
  }
  return added;
}

const fillMillis = 30_000;

/** For workers without a batch around them: fills the queue from the ledger, at once and whenever jobs were lost. */
export async function keepQueueFilled(
  place: Pick<Workplace, "store" | "queue">,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    if (await isShort(place)) await rebuildQueue(place, null);
    await idle(fillMillis, undefined, { signal }).catch(() => undefined);
  }
}

/** True when a lane is empty, or holds fewer jobs than there are cases that nobody but a worker can move on. */
async function isShort(place: Pick<Workplace, "store" | "queue">): Promise<boolean> {
  const states = await place.store.countByState(null);
  let jobs = 0;
  for (const lane of lanes) {
    const { waiting, active, delayed } = await place.queue.counts(lane);
    const found = waiting + active + delayed;
    // In doubt may mean: a person has to look. Those are asked again only when there is nothing else.
    const sure = laneStates[lane].filter((s) => s !== "in-doubt");
    if (found < sure.reduce((sum, s) => sum + states[s], 0)) return true;
    jobs += found;
  }
  return jobs === 0;
}

/** Puts the orders of the store (pauses) over any driver of the queue, so that a wiped queue is still paused when it is back. */
import { setTimeout as idle } from "node:timers/promises";
import { z } from "zod";
import type { Clock } from "../core/index.ts";
import { maskPrivateNumbers } from "../ocr/index.ts";
import type { Store } from "../store/index.ts";
import {
  type JobQueue,
  type Lane,
  lanes,
  type Pause,
  type PauseScope,
  type QueueDriver,
} from "./job-queue.ts";

const prefix = "pause:";
const every = "*";
/** A worker hears of a pause at most so much later; whoever pauses waits longer before looking at what is in hand. */
const freshMillis = 200;
const pollMillis = 100;

const pauseSchema = z.object({
  lane: z.enum(["read", "enter"]).nullable(),
  bot: z.string().nullable(),
  by: z.string(),
  at: z.string(),
  why: z.string(),
});

const nameOf = ({ lane, bot }: PauseScope): string => `${prefix}${lane ?? every}:${bot ?? every}`;

/** Whether a pause covers all cases of the lane (`bot` null) or those of one bot. */
export function isPaused(pauses: readonly Pause[], lane: Lane, bot: string | null): boolean {
  return pauses.some(
    (p) => (p.lane === null || p.lane === lane) && (p.bot === null || p.bot === bot),
  );
}

/** The pauses in the ledger; what nobody can read any more is not in force. */
export async function readPauses(store: Pick<Store, "listFlags">): Promise<readonly Pause[]> {
  const flags = await store.listFlags(prefix);
  return [...flags.values()].flatMap((value) => {
    const read = pauseSchema.safeParse(readJson(value));
    return read.success ? [read.data] : [];
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Asked before every claim of every loop: one question to the ledger serves all that ask within a blink. */
function createFreshPauses(store: Pick<Store, "listFlags">) {
  let seen: { readonly at: number; readonly pauses: Promise<readonly Pause[]> } | null = null;
  const forget = (): void => {
    seen = null;
  };
  return {
    forget,
    read(): Promise<readonly Pause[]> {
      if (seen !== null && performance.now() - seen.at <= freshMillis) return seen.pauses;
      const pauses = readPauses(store);
      seen = { at: performance.now(), pauses };
      // An answer that never came is no answer for the next one who asks.
      pauses.catch(forget);
      return pauses;
    },
  };
}

/** `clock` dates the pauses; how fresh they are is measured by the process's own time, which no clock setting moves. */
export function createJobQueue(
  driver: QueueDriver,
  store: Pick<Store, "listFlags" | "setFlag" | "getFlag">,
  clock: Clock,
): JobQueue {
  const fresh = createFreshPauses(store);
  const paused = async (lane: Lane): Promise<boolean> => isPaused(await fresh.read(), lane, null);
  return {
    ...driver,
    async claim(lane, holder, leaseSeconds) {
      return (await paused(lane)) ? null : driver.claim(lane, holder, leaseSeconds);
    },
    async exchange(job, holder, leaseSeconds) {
      if (!(await paused(job.lane))) return driver.exchange(job, holder, leaseSeconds);
      await driver.complete(job);
      return null;
    },
    async pause(scope, order) {
      const { lane, bot } = scope;
      const { by } = order;
      const why = maskPrivateNumbers(order.why);
      const pause: Pause = { lane, bot, by, why, at: clock.now().toISOString() };
      await store.setFlag(nameOf(scope), JSON.stringify(pause));
      fresh.forget();
      await idle(2 * freshMillis);
    },
    async resume(scope) {
      const name = nameOf(scope);
      if ((await store.getFlag(name)) === null) return false;
      await store.setFlag(name, null);
      fresh.forget();
      return true;
    },
    pauses: () => readPauses(store),
    async drain(lane, seconds) {
      const end = performance.now() + seconds * 1000;
      for (;;) {
        const { active } = await driver.counts(lane);
        if (active === 0 || performance.now() >= end) return active;
        await idle(pollMillis);
      }
    },
  };
}

/** Waiting jobs of these cases leave every lane. */
export async function withdraw(queue: QueueDriver, caseIds: readonly string[]): Promise<void> {
  for (const lane of lanes) await queue.cancel(lane, caseIds);
}

/** Runs what is due: each time once on one machine, one batch at a time per finance system, drained at the window's end. */
import { setTimeout as idle } from "node:timers/promises";
import type { Lease } from "../../store/index.ts";
import type { Workplace } from "../workplace.ts";
import { isWithin, lastRun, nextAt } from "./due.ts";
import type { Schedule } from "./schedule-file.ja.ts";

/** What came of one schedule at one look. */
export type RunDue =
  | { readonly kind: "not-due" }
  /** Another batch works on the same finance system; it stays due. */
  | { readonly kind: "busy" }
  /** The window was over before anybody looked; it is not made up for outside of it. */
  | { readonly kind: "missed"; readonly due: Date }
  | { readonly kind: "ran"; readonly due: Date };

const leaseSeconds = 60;
/** New cases are taken until so long before the window's end. */
const lastCallMillis = 60_000;

const lastFlag = (name: string): string => `schedule:${name}`;

/**
 * Looks at one schedule and runs `batch` when it is due. However many times were missed (the machine was off), it runs once.
 * A schedule that is seen for the first time owes nothing for the past. `holder` names this process.
 */
export async function runDue(
  place: Workplace,
  schedule: Schedule,
  holder: string,
  batch: (until: AbortSignal) => Promise<void>,
): Promise<RunDue> {
  const due = await dueTime(place, schedule);
  if (due === null) return { kind: "not-due" };
  const leases = await takeTargets(place, schedule, holder);
  if (leases === null) return { kind: "busy" };
  const stop = new AbortController();
  const timer = setInterval(() => void renew(place, leases, stop), (leaseSeconds * 1000) / 3);
  try {
    // Somebody else may have run it while we waited for the target.
    if ((await dueTime(place, schedule))?.getTime() !== due.getTime()) return { kind: "not-due" };
    await place.store.setFlag(lastFlag(schedule.name), due.toISOString());
    const now = place.clock.now();
    if (!inWindow(schedule, now)) return { kind: "missed", due };
    const drain = drainAt(schedule, now, stop);
    await batch(stop.signal);
    drain.abort();
    return { kind: "ran", due };
  } finally {
    clearInterval(timer);
    for (const lease of leases) await place.store.releaseLease(lease).catch(() => undefined);
  }
}

/** The last moment that was due and has not been run, or null. */
async function dueTime(place: Workplace, schedule: Schedule): Promise<Date | null> {
  const now = place.clock.now();
  const flag = lastFlag(schedule.name);
  const last = await place.store.getFlag(flag);
  if (last !== null) return lastRun(schedule, new Date(last), now);
  await place.store.setFlag(flag, now.toISOString());
  return null;
}

function inWindow({ when, until }: Schedule, now: Date): boolean {
  return until === null || isWithin({ from: when.minute, to: until }, now);
}

function drainAt(schedule: Schedule, now: Date, stop: AbortController): AbortController {
  const cancel = new AbortController();
  if (schedule.until === null) return cancel;
  const millis = nextAt(schedule.until, now).getTime() - now.getTime() - lastCallMillis;
  idle(Math.max(0, millis), undefined, { signal: cancel.signal, ref: false }).then(
    () => stop.abort(),
    () => undefined,
  );
  return cancel;
}

/** All finance systems of the bot, or none: a second nightly batch must not meet the first one there. */
async function takeTargets(
  place: Workplace,
  schedule: Schedule,
  holder: string,
): Promise<readonly Lease[] | null> {
  const bot = await place.bot(schedule.bot);
  const leases: Lease[] = [];
  for (const name of [...bot.scenario.systems].sort()) {
    const lease = await place.store.acquireLease(`batch:${name}`, holder, leaseSeconds);
    if (lease) leases.push(lease);
    else {
      for (const taken of leases) await place.store.releaseLease(taken);
      return null;
    }
  }
  return leases;
}

/** Whoever has lost the target stops between two cases. */
async function renew(
  place: Workplace,
  leases: readonly Lease[],
  stop: AbortController,
): Promise<void> {
  try {
    for (const lease of leases) await place.store.renewLease(lease, leaseSeconds);
  } catch {
    stop.abort();
  }
}

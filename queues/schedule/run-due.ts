/** Runs what is due: each time once on one machine, one batch at a time per finance system, drained at the window's end. */
import { setTimeout as idle } from "node:timers/promises";
import { z } from "zod";
import { type CaseReason, isBukaError } from "../../core/index.ts";
import type { Lease } from "../../store/index.ts";
import { caseMillis, inMinutes } from "../entry-gate.ts";
import { reasonOf } from "../move-case.ts";
import { orderError, shortMoment } from "../order-messages.ja.ts";
import { noteScheduleEnd, openCount } from "../waiting.ts";
import type { Workplace } from "../workplace.ts";
import { isWithin, lastRun, nextAt } from "./due.ts";
import type { Schedule } from "./schedule-file.ja.ts";

/** What came of one schedule at one look. */
export type RunDue =
  | { readonly kind: "not-due" }
  /** Another batch works on the same finance system; it stays due. */
  | { readonly kind: "busy" }
  /** It did not begin: the window was over or is too short, or the batch has broken too often. */
  | { readonly kind: "missed"; readonly due: Date; readonly reason: CaseReason }
  /** `reason` tells why cases were left; null when none were. */
  | { readonly kind: "ran"; readonly due: Date; readonly reason: CaseReason | null };

/** What a batch is given: when to end between two cases, and until when a closed system is worth waiting for. */
export interface BatchTime {
  readonly signal: AbortSignal;
  readonly waitUntil: Date;
  /** Seconds that the case in hand may take after the signal. */
  readonly graceSeconds: number;
}

/** How a batch ended: why it left cases, when it knows; `stopped` = a person ended it, and whoever is started next goes on. */
export interface BatchOutcome {
  readonly reason: CaseReason | null;
  readonly stopped: boolean;
}

export type RunBatch = (time: BatchTime) => Promise<BatchOutcome>;

const leaseSeconds = 60;
/** The clock is looked at so often: it may be set, and the machine may sleep. */
const lookMillis = 1_000;
/** A batch without an end in its schedule waits so long for a closed system. */
const longestWaitMillis = 12 * 3_600_000;
/** A batch that breaks off is begun again, so many times in all. */
const greatestTries = 3;
/** A last run that lies further in the future than clocks differ was written by a clock that went wrong. */
const clockErrorMillis = 12 * 3_600_000;

const lastFlag = (name: string): string => `schedule:${name}`;
const triesFlag = (name: string): string => `schedule-tries:${name}`;
const triesSchema = z.object({ due: z.string(), tries: z.number().int() });

/**
 * Looks at one schedule and runs `batch` when it is due. However many times were missed (the machine was off), it runs once;
 * one that was broken off in the middle (a power cut) goes on, three tries in all. A schedule that is seen for the first time
 * owes nothing for the past. `holder` names this process.
 */
export async function runDue(
  place: Workplace,
  schedule: Schedule,
  holder: string,
  batch: RunBatch,
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
    return await runOnce(place, schedule, { due, stop, batch });
  } finally {
    clearInterval(timer);
    for (const lease of leases) await place.store.releaseLease(lease).catch(() => undefined);
  }
}

interface Turn {
  readonly due: Date;
  readonly stop: AbortController;
  readonly batch: RunBatch;
}

/** It counts as run when the batch has ended, however; until then whoever comes next runs it. */
async function runOnce(place: Workplace, schedule: Schedule, turn: Turn): Promise<RunDue> {
  const { due } = turn;
  const finish = async (reason: CaseReason | null, stopped = false): Promise<void> => {
    if (!stopped) await place.store.setFlag(lastFlag(schedule.name), due.toISOString());
    await place.store.setFlag(triesFlag(schedule.name), null);
    await noteScheduleEnd(place.store, {
      schedule: schedule.name,
      bot: schedule.bot,
      due: due.toISOString(),
      endedAt: place.clock.now().toISOString(),
      left: await openCount(place.store, schedule.bot),
      reason,
    });
  };
  const millis = await caseMillis(place.store, schedule.bot);
  const refused = windowTrouble(schedule, place.clock.now(), millis);
  if (refused) {
    await finish(refused);
    return { kind: "missed", due, reason: refused };
  }
  const tries = await countTry(place, schedule, due);
  try {
    const { reason, stopped } = await runInWindow(place, schedule, turn, millis);
    await finish(reason, stopped);
    return { kind: "ran", due, reason };
  } catch (error) {
    if (tries < greatestTries) throw error;
    const why = isBukaError(error) ? error.message : "";
    const reason = reasonOf(orderError.batchBroke({ times: tries, why }));
    await finish(reason);
    return { kind: "missed", due, reason };
  }
}

/** Why the window lets nothing begin now; null when it does. */
function windowTrouble(schedule: Schedule, now: Date, millis: number): CaseReason | null {
  const { when, until } = schedule;
  if (until === null) return null;
  const end = windowEnd(until, now);
  const words = { until: clockOf(until), minutes: inMinutes(millis) };
  if (when.rule.kind !== "cron" && !isWithin({ from: when.minute, to: until }, now))
    return reasonOf(orderError.missedWindow(words));
  const whole = (until - when.minute + 1440) % 1440 || 1440;
  if (when.rule.kind !== "cron" && whole * 60_000 < millis)
    return reasonOf(orderError.windowTooShort(words));
  return end.getTime() - now.getTime() < millis ? reasonOf(orderError.missedWindow(words)) : null;
}

const windowEnd = (until: number, now: Date): Date => nextAt(until, now);
const clockOf = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

async function countTry(place: Workplace, schedule: Schedule, due: Date): Promise<number> {
  const written = await place.store.getFlag(triesFlag(schedule.name));
  const read = triesSchema.safeParse(written === null ? null : JSON.parse(written));
  const before = read.success && read.data.due === due.toISOString() ? read.data.tries : 0;
  const tries = before + 1;
  const note = JSON.stringify({ due: due.toISOString(), tries });
  await place.store.setFlag(triesFlag(schedule.name), note);
  return tries;
}

/** The batch, with an end one case before the window's. */
async function runInWindow(
  place: Workplace,
  schedule: Schedule,
  turn: Turn,
  millis: number,
): Promise<BatchOutcome> {
  const { stop, batch } = turn;
  const now = place.clock.now();
  const end = schedule.until === null ? null : windowEnd(schedule.until, now);
  const over = new AbortController();
  const drained = end === null ? null : drainBefore(place, { end, millis, stop, over });
  try {
    const { reason, stopped } = await batch({
      signal: stop.signal,
      waitUntil: end ?? new Date(now.getTime() + longestWaitMillis),
      graceSeconds: Math.max(180, Math.ceil((2 * millis) / 1000)),
    });
    const left = await openCount(place.store, schedule.bot);
    if (left === 0) return { reason: null, stopped: false };
    over.abort();
    if (end && (await drained)) {
      const words = { until: shortMoment(end), minutes: inMinutes(millis), left };
      return { reason: reasonOf(orderError.windowEnded(words)), stopped: false };
    }
    return { reason: reason ?? reasonOf(orderError.stoppedHalfway({ left })), stopped };
  } finally {
    over.abort();
  }
}

/** Ends the batch between two cases, so that the last one is finished before `end`. True when it did. */
async function drainBefore(
  place: Workplace,
  at: {
    readonly end: Date;
    readonly millis: number;
    readonly stop: AbortController;
    readonly over: AbortController;
  },
): Promise<boolean> {
  while (!at.over.signal.aborted) {
    if (at.end.getTime() - place.clock.now().getTime() <= at.millis) {
      at.stop.abort();
      return true;
    }
    await idle(lookMillis, undefined, { signal: at.over.signal, ref: false }).catch(
      () => undefined,
    );
  }
  return false;
}

/** The last moment that was due and has not been run, or null. */
async function dueTime(place: Workplace, schedule: Schedule): Promise<Date | null> {
  const now = place.clock.now();
  const flag = lastFlag(schedule.name);
  const last = await place.store.getFlag(flag);
  if (last !== null && Date.parse(last) < now.getTime() + clockErrorMillis)
    return lastRun(schedule, new Date(last), now);
  await place.store.setFlag(flag, now.toISOString());
  return null;
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

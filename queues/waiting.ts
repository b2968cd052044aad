/** Why cases of a bot wait (待っている理由), in sentences for the morning: pauses, hours, and what the last batch left. */
import { z } from "zod";
import type { CaseReason } from "../core/index.ts";
import type { Store } from "../store/index.ts";
import { createEntryGate, pauseHold } from "./entry-gate.ts";
import { reasonOf } from "./move-case.ts";
import { orderError } from "./order-messages.ja.ts";
import { readPauses } from "./ordered-queue.ts";
import { laneStates } from "./refill.ts";
import type { Workplace } from "./workplace.ts";

const prefix = "schedule-end:";

const endSchema = z.object({
  schedule: z.string(),
  bot: z.string(),
  due: z.string(),
  endedAt: z.string(),
  left: z.number().int(),
  reason: z.object({ code: z.string(), message: z.string(), next: z.string() }).nullable(),
});

/** How the last run of a schedule ended; `reason` is null when nothing was left. Times are ISO. */
export type ScheduleEnd = z.infer<typeof endSchema>;

export async function noteScheduleEnd(store: Store, end: ScheduleEnd): Promise<void> {
  await store.setFlag(`${prefix}${end.schedule}`, JSON.stringify(end));
}

/** Ends of last runs by the name of their schedule. */
export async function scheduleEnds(store: Store): Promise<ReadonlyMap<string, ScheduleEnd>> {
  const ends = new Map<string, ScheduleEnd>();
  for (const value of (await store.listFlags(prefix)).values()) {
    const end = endSchema.safeParse(readJson(value));
    if (end.success) ends.set(end.data.schedule, end.data);
  }
  return ends;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Cases that a worker could go on with, now or later. */
export async function openCount(store: Store, bot: string): Promise<number> {
  const states = await store.countByState(bot);
  const open = [...laneStates.read, ...laneStates.enter].filter((s) => s !== "in-doubt");
  return open.reduce((sum, state) => sum + states[state], 0);
}

/** All reasons why cases of this bot wait now; none when nothing waits or nothing is in the way. */
export async function waitingReasons(
  place: Pick<Workplace, "store" | "clock" | "bot" | "settings">,
  bot: string,
): Promise<readonly CaseReason[]> {
  const pauses = (await readPauses(place.store)).filter((p) => p.bot === null || p.bot === bot);
  const reasons = pauses.map((p) => reasonOf(pauseHold(p).reason));
  if ((await openCount(place.store, bot)) === 0) return reasons;
  const service = await createEntryGate(place).service(bot);
  if (service) reasons.push(reasonOf(service.reason));
  for (const end of (await scheduleEnds(place.store)).values())
    if (end.bot === bot && end.reason !== null && end.left > 0) reasons.push(end.reason);
  return reasons;
}

/** That evidence of this machine has still to reach the server; null when none waits. */
export async function evidenceWaiting(
  place: Pick<Workplace, "evidence">,
): Promise<CaseReason | null> {
  const count = await place.evidence.waiting();
  return count === 0 ? null : reasonOf(orderError.evidenceWaits({ count }));
}

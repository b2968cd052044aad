/** Priorities as drivers count them: a small positive rank, the lowest first. */
import { greatestPriority } from "./job-queue.ts";
import { orderError } from "./order-messages.ja.ts";

/** 1 (before all others) … 19 (behind all others); 10 = in line. Throws QUE207 for anything but whole numbers −9…9. */
export function rankOf(priority: number): number {
  if (!Number.isSafeInteger(priority) || Math.abs(priority) > greatestPriority)
    throw orderError.badPriority({ written: priority });
  return greatestPriority + 1 - priority;
}

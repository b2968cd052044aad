/** How long ago something was written, although the clock of the machine may have been set since: settle times are promises. */
import type { Clock } from "../core/index.ts";

/** Time that has passed, never more than really has as far as this process can know. */
export interface PassedTime {
  /** Seconds since an ISO time of the ledger; null when it lies in a future that the clock was taken back from. */
  since(writtenAt: string): number | null;
}

/** A clock that is corrected by less is not worth a second opinion. */
const jumpMillis = 500;

/**
 * Watches the clock against one that nobody can set (`steady`, milliseconds). A time may have been written before or after
 * a jump; the shortest span that fits counts, so a wait can become longer by a jump and never shorter.
 */
export function createPassedTime(
  clock: Clock,
  steady: () => number = () => performance.now(),
): PassedTime {
  /** Wall minus steady, once for every time the clock was set. */
  const offsets: number[] = [];
  const look = (): number => {
    const at = steady();
    const offset = clock.now().getTime() - at;
    const last = offsets.at(-1);
    if (last === undefined || Math.abs(offset - last) > jumpMillis) offsets.push(offset);
    else offsets[offsets.length - 1] = offset;
    return at;
  };
  look();
  return {
    since(writtenAt) {
      const at = look();
      const spans = offsets.map((offset) => at + offset - Date.parse(writtenAt));
      const possible = spans.filter((millis) => millis >= 0);
      return possible.length === 0 ? null : Math.min(...possible) / 1000;
    },
  };
}

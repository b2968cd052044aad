/** Progress of a batch: one bar per stage with counts and the remaining time. */
import { fill } from "./help.ts";
import type { Io } from "./io.ts";
import { progressWords } from "./messages.ja.ts";

export interface Stage {
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

const barWidth = 16;
/** Where nobody watches (a log file), a line at most this often. */
const quietSeconds = 10;

/** Shows stages on one line; estimates what remains from what this run has done so far. */
export function createProgress(io: Io): { show(stages: readonly Stage[]): void; end(): void } {
  const startedAt = io.clock.now().getTime();
  let first: readonly Stage[] | null = null;
  let last = "";
  let shownAt = 0;
  return {
    show(stages) {
      first ??= stages;
      const now = io.clock.now().getTime();
      const line = `${stages.map(bar).join("  ")}  ${remaining(first, stages, now - startedAt)}`;
      if (!io.isTerminal && now - shownAt < quietSeconds * 1000) return;
      if (line === last) return;
      last = line;
      shownAt = now;
      io.progress(line, !io.isTerminal);
    },
    end() {
      if (last !== "") io.progress(io.isTerminal ? last : "", io.isTerminal);
    },
  };
}

function bar(stage: Stage): string {
  const full = stage.total === 0 ? 0 : Math.round((barWidth * stage.done) / stage.total);
  const drawn = "█".repeat(full) + "░".repeat(barWidth - full);
  return `${stage.name} ${drawn} ${fill(`${stage.done}/${stage.total}`, 7)}`;
}

/** The slowest stage decides; null until something has been done. */
function remaining(first: readonly Stage[], now: readonly Stage[], millis: number): string {
  const seconds = now.map((stage, i) => {
    const done = stage.done - (first[i]?.done ?? 0);
    const open = stage.total - stage.done;
    if (open <= 0) return 0;
    return done <= 0 ? Number.POSITIVE_INFINITY : (millis / 1000 / done) * open;
  });
  const longest = Math.max(...seconds);
  return Number.isFinite(longest)
    ? progressWords.remaining(Math.ceil(longest))
    : progressWords.measuring;
}

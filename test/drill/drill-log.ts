/** The rounds of a long drill as lines of a file: whatever ends the drill, the next one goes on after the last whole round. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Verdict } from "./compare.ts";
import type { Amounts } from "./rounds.ts";

/** One fault with one seed, and how it ended. */
export interface Round {
  readonly id: string;
  readonly seed: number;
  readonly amounts: Amounts;
  /** When it ended, ISO. */
  readonly at: string;
  readonly verdict: Verdict;
  readonly hits: number;
  /** Seconds from each blow to the next finished case. */
  readonly recoveries: readonly number[];
  /** Seconds that the processes of the bots took to start. */
  readonly starts: readonly number[];
  /** What else should have been and was not. */
  readonly unmet: readonly string[];
  readonly seconds: number;
}

export interface DrillLog {
  /** The same fault with the same seed and amounts, if it has been through. */
  find(wish: Pick<Round, "id" | "seed" | "amounts">): Round | null;
  keep(round: Round): void;
}

/** Null = nothing is kept. A last line that was cut off counts for nothing. */
export function openDrillLog(file: string | null): DrillLog {
  const known = file !== null && existsSync(file) ? readRounds(file) : [];
  return {
    find: (wish) =>
      known.find(
        (r) =>
          r.id === wish.id &&
          r.seed === wish.seed &&
          JSON.stringify(r.amounts) === JSON.stringify(wish.amounts),
      ) ?? null,
    keep(round) {
      known.push(round);
      if (file !== null) appendFileSync(file, `${JSON.stringify(round)}\n`);
    },
  };
}

function readRounds(file: string): Round[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line) as Round];
      } catch {
        return [];
      }
    });
}

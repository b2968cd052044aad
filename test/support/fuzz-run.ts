/** Runs fuzzed formulas in a small book and says which crashed or took too long. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Calculation, openCalculation } from "../../rules/index.ts";
import { fuzzFormula } from "./fuzz-formulas.ts";

/** No formula of the fuzz may take longer, in milliseconds of CPU time: other work on the machine does not count. */
export const slowest = 1_000;

export interface FuzzReport {
  readonly run: number;
  readonly values: number;
  readonly errors: number;
  readonly refused: number;
  readonly crashes: readonly string[];
  readonly slow: readonly string[];
  readonly slowestMs: number;
}

function smallBook(): Calculation {
  return openCalculation(
    [
      {
        name: "式",
        rows: [
          [null, 1, "a", true],
          [null, 2, "", null],
          [null, -3, "１２", 45383],
        ],
      },
      {
        name: "表",
        rows: [
          ["品名", "単価", "数量"],
          ["封筒", 10, 100],
          ["切手", 84, 50],
          [null, "x", { formula: "B2*C2" }],
          ["用紙", { formula: "1/0" }, 3],
        ],
      },
    ],
    { clock: { now: () => new Date("2026-11-22T01:00:00Z") } },
  );
}

/** Formulas of the conformance list, to be damaged. */
export function knownFormulas(root: string): readonly string[] {
  const text = readFileSync(join(root, "test/fixtures/excel-cases.json"), "utf8");
  const list = JSON.parse(text) as { cases: readonly { formula: string }[] };
  return list.cases.map((c) => c.formula.slice(1));
}

export function fuzz(seed: number, count: number, known: readonly string[]): FuzzReport {
  const kinds = { values: 0, errors: 0, refused: 0 };
  const crashes: string[] = [];
  const slow: string[] = [];
  let slowestMs = 0;
  let book = smallBook();
  for (let n = 0; n < count; n++) {
    if (n % 500 === 0) book = smallBook();
    const formula = fuzzFormula(seed, n, known);
    const before = process.cpuUsage();
    try {
      book.set({ sheet: "式", row: 0, col: 0 }, { formula });
      const v = book.read("式", 0, 0);
      if (typeof v !== "object" || v === null) kinds.values++;
      else if ("error" in v) kinds.errors++;
      else kinds.refused++;
    } catch (error) {
      crashes.push(`${n}: ${formula} → ${String(error)}`);
      book = smallBook();
    }
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    slowestMs = Math.max(slowestMs, took);
    if (took > slowest) slow.push(`${n}: ${formula} (${Math.round(took)} ms)`);
  }
  return { run: count, ...kinds, crashes, slow, slowestMs };
}

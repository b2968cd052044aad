/** One formula in cell A1 of a small book; other cells and sheets as the test needs them. */
import { type CellContent, openCalculation } from "../../../rules/index.ts";

export type Rows = readonly (readonly CellContent[])[];

/** Value of a formula that stands in sheet 式, cell A1; sheet 表 holds `rows`. */
export function calculated(formula: string, rows: Rows = []): unknown {
  const calculation = openCalculation(
    [
      { name: "式", rows: [[{ formula }]] },
      { name: "表", rows },
    ],
    { clock: { now: () => new Date("2026-11-22T01:00:00Z") } },
  );
  return calculation.read("式", 0, 0);
}

/** buka's own runs of the formula bench. */
import { spawnSync } from "node:child_process";
import { type CellContent, openCalculation } from "../../rules/index.ts";
import type { TestBook, TestCell } from "../support/xlsx-file.ts";
import {
  benchSheets,
  caseSheet,
  formulasOf,
  inputsOf,
  letters,
  masterRows,
  masterSheet,
} from "./rules-data.ts";

/** Milliseconds, except `rss` (MB) and `ng` (records that the last column calls NG). */
export interface OwnRun {
  readonly total: number;
  readonly oneMs: number;
  readonly masterMs: number;
  readonly rss: number;
  readonly ng: number;
}

/** Books with one formula per row, which looks at the whole column or at everything above. */
const single: Readonly<Record<string, (rows: number, r: number) => string>> = {
  "whole-column": (rows, r) => `COUNTIF($A$2:$A$${rows + 1},A${r})`,
  "endless-column": (_, r) => `COUNTIF(A:A,A${r})`,
  growing: (_, r) => `COUNTIF(A$2:A${r},A${r})`,
};

function countIfSeconds(rows: number, kind: string): number {
  const formulaOf = single[kind] ?? (() => "0");
  const started = performance.now();
  const calculation = openCalculation([{ name: caseSheet, rows: countIfRows(rows, formulaOf) }]);
  calculation.computeAll();
  for (let row = 1; row <= rows; row++) calculation.read(caseSheet, row, 1);
  return performance.now() - started;
}

function* countIfRows(
  rows: number,
  formulaOf: (rows: number, r: number) => string,
): Generator<CellContent[]> {
  yield ["受付番号", "件数"];
  for (let i = 1; i <= rows; i++) {
    const [code = ""] = inputsOf(i % 9_000);
    yield [code, { formula: formulaOf(rows, i + 1) }];
  }
}

function run(rows: number, kind: string): OwnRun {
  if (single[kind]) {
    const total = countIfSeconds(rows, kind);
    return { total, oneMs: 0, masterMs: 0, ng: 0, rss: process.resourceUsage().maxRSS / 1024 };
  }
  const started = performance.now();
  const calculation = openCalculation(benchSheets(rows));
  calculation.computeAll();
  let ng = 0;
  for (let row = 1; row <= rows; row++) {
    for (let col = 11; col < 31; col++) {
      const v = calculation.read(caseSheet, row, col);
      if (col === 30 && v === "NG") ng++;
    }
  }
  const total = performance.now() - started;
  // The first change prepares the way for all others; it counts as well.
  const one = performance.now();
  for (let k = 0; k < 200; k++) {
    calculation.set({ sheet: caseSheet, row: 1 + k, col: 7 }, 777 + k);
    calculation.computeAll();
    calculation.read(caseSheet, 1 + k, 19);
  }
  const oneMs = (performance.now() - one) / 200;
  const master = performance.now();
  calculation.set({ sheet: masterSheet, row: 5, col: 2 }, 4321);
  calculation.computeAll();
  const masterMs = performance.now() - master;
  return { total, oneMs, masterMs, ng, rss: process.resourceUsage().maxRSS / 1024 };
}

/** Runs here, or in a process of its own (`inProcess`). */
export const runOwn = Object.assign(run, {
  inProcess(script: string, rows: number, kind: string): OwnRun {
    const child = spawnSync(process.execPath, [script, "--own", String(rows), "--kind", kind], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(child.stdout) as OwnRun;
  },
});

/** The same book as a file. */
export function benchBook(rows: number): TestBook {
  const cases: Record<string, TestCell> = {};
  for (let c = 0; c < 31; c++) cases[`${letters(c)}1`] = `列${letters(c)}`;
  for (let i = 1; i <= rows; i++) {
    inputsOf(i).forEach((v, c) => {
      if (v !== "") cases[`${letters(c)}${i + 1}`] = v;
    });
    formulasOf(i + 1).forEach((formula, c) => {
      cases[`${letters(c + 11)}${i + 1}`] = { formula };
    });
  }
  const master: Record<string, TestCell> = {};
  masterRows.forEach((row, r) => {
    row.forEach((v, c) => {
      master[`${letters(c)}${r + 1}`] = v;
    });
  });
  return {
    sheets: { [caseSheet]: cases, [masterSheet]: master },
    parts: { "xl/styles.xml": styles },
  };
}

const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

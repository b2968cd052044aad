/** buka's own runs of the formula bench. */
import { spawnSync } from "node:child_process";
import {
  type CellContent,
  calculatedCells,
  openCalculation,
  writeCalculated,
} from "../../rules/index.ts";
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

/** Books after the first one that a process of each program opens, as a night's worker does. */
export const furtherBooks = 5;

/**
 * Milliseconds to open a file, compute it and read every value: in a process that has just started, and for each of
 * `furtherBooks` more (mean).
 */
export interface FileRun {
  readonly cold: number;
  /** CPU time of `cold`, on all cores. */
  readonly cpu: number;
  readonly further: number;
  /** File to file in a process that has just started. */
  readonly written: number;
  readonly values: number;
  readonly ng: number;
}

function readAll(file: string): { ms: number; values: number; ng: number } {
  const started = performance.now();
  let values = 0;
  let ng = 0;
  for (const { cell, value } of calculatedCells(file)) {
    values++;
    if (value === "NG" && cell.startsWith("AE")) ng++;
  }
  return { ms: performance.now() - started, values, ng };
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** `out`: the file to write; null to read only. */
export async function runFile(file: string, out: string | null): Promise<FileRun> {
  if (out !== null) {
    const started = performance.now();
    await writeCalculated(file, out);
    const written = performance.now() - started;
    return { cold: 0, cpu: 0, further: 0, written, values: 0, ng: 0 };
  }
  const before = cpuMs();
  const { ms, values, ng } = readAll(file);
  const cpu = cpuMs() - before;
  const more = Array.from({ length: furtherBooks }, () => readAll(file).ms);
  const further = more.reduce((sum, each) => sum + each, 0) / furtherBooks;
  return { cold: ms, cpu, further, written: 0, values, ng };
}

/** `runFile` in a process of its own. */
export function runFileInProcess(script: string, file: string, out: string | null): FileRun {
  const args = [script, "--file", file, ...(out === null ? [] : ["--out", out])];
  const child = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(child.stdout) as FileRun;
}

/** The same book as a file that every spreadsheet program opens. */
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
    parts: wholePackage,
  };
}

const styles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const packages = "http://schemas.openxmlformats.org/package/2006";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The parts that say what the others are: LibreOffice opens nothing without them (and ends with status 0). */
const wholePackage: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`,
  "_rels/.rels": `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  "xl/_rels/workbook.xml.rels": `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  "xl/styles.xml": styles,
};

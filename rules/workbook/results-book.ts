/** The results of a batch as a fresh workbook: one row per case with what the check book says, and the pictures of its fields. */
import type { Verdict } from "../book/verdict.ts";
import type { OutCell, OutPicture, OutSheet } from "../xlsx/out-sheet.ts";
import { writeBook } from "../xlsx/write-book.ts";
import type { StyleName } from "../xlsx/write-styles.ts";
import { fittedPicture } from "./picture-size.ts";
import { fieldCaptions, listCaptions, resultSheets, verdictNames } from "./results-words.ja.ts";
import { mostHeight, placesOf, pointsPerLine, wrappedLines } from "./text-width.ts";
import { writeWhole } from "./write-file.ts";

/** One field with its picture. */
export interface ResultField {
  readonly field: string;
  readonly value: string;
  /** PNG of the field's zone; null when there is none. */
  readonly picture: Uint8Array | null;
  /** Sentences: why it was asked, what was found. */
  readonly notes: readonly string[];
}

/** One case, or one row of a table. */
export interface ResultCase {
  readonly number: string;
  /** 済, 差戻し …; "" where there is no such thing. */
  readonly state: string;
  readonly verdict: Verdict;
  /** Sentences. */
  readonly findings: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly fields: readonly ResultField[];
}

/** Writes the cases in order. A text is never a formula, whatever it begins with. Throws RUL012, RUL013. */
export async function writeResultsBook(cases: readonly ResultCase[], file: string): Promise<void> {
  const withFields = cases.some((c) => c.fields.length > 0);
  writeWhole(file, writeBook([listOf(cases), ...(withFields ? [fieldsOf(cases)] : [])]));
}

const text = (value: string): OutCell => ({ value, style: "text" });
const header = (value: string): OutCell => ({ value, style: "header" });
const verdictStyles: Readonly<Record<Verdict, StyleName>> = {
  ok: "text",
  warning: "caution",
  error: "wrong",
  uncomputable: "wrong",
};

const findingsWidth = 60;
const widestValue = 34;

function listOf(cases: readonly ResultCase[]): OutSheet {
  const names = [...new Set(cases.flatMap((c) => Object.keys(c.values)))];
  const widths = names.map((n) => widthOf(n, cases));
  const heights = new Map<number, number>();
  cases.forEach((c, i) => {
    const values = names.map((n, k) => wrappedLines([c.values[n] ?? ""], widths[k] ?? widestValue));
    const lines = Math.max(wrappedLines(c.findings, findingsWidth), ...values, 1);
    heights.set(i + 1, Math.min(mostHeight, lines * pointsPerLine + 3));
  });
  return {
    name: resultSheets.list,
    columns: [16, 10, 10, findingsWidth, ...widths].map((width) => ({ width })),
    rows: [
      [...listCaptions, ...names].map(header),
      ...cases.map((c) => [
        text(c.number),
        text(c.state),
        { value: verdictNames[c.verdict], style: verdictStyles[c.verdict] },
        text(c.findings.join("\n")),
        ...names.map((n) => text(c.values[n] ?? "")),
      ]),
    ],
    heights,
    freeze: { rows: 1, cols: 1 },
    filter: `A1:D${cases.length + 1}`,
    printTitleRows: 1,
  };
}

/** Fitted to the caption and the first rows. */
function widthOf(name: string, cases: readonly ResultCase[]): number {
  const longest = cases.slice(0, 200).map((c) => placesOf(c.values[name] ?? "") + 3);
  return Math.min(widestValue, Math.max(10, placesOf(name) + 2, ...longest));
}

const pictureColumn = 3;
const pictureWidth = 340;
const leastHeight = 32;
const pointsPerPixel = 0.75;

function fieldsOf(cases: readonly ResultCase[]): OutSheet {
  const rows: OutCell[][] = [fieldCaptions.map(header)];
  const pictures: OutPicture[] = [];
  const heights = new Map<number, number>([[0, 26]]);
  for (const c of cases) {
    for (const f of c.fields) {
      const row = rows.length;
      rows.push([text(c.number), text(f.field), text(f.value), text(""), text(f.notes.join("\n"))]);
      const size = f.picture ? fittedPicture(f.picture) : null;
      if (f.picture && size) pictures.push({ row, col: pictureColumn, png: f.picture, ...size });
      heights.set(row, Math.max(leastHeight, size ? (size.height + 8) * pointsPerPixel : 0));
    }
  }
  return {
    name: resultSheets.fields,
    columns: [16, 16, 26, pictureWidth / 7 + 1.5, 50].map((width) => ({ width })),
    rows,
    heights,
    freeze: { rows: 1, cols: 1 },
    filter: `A1:E${rows.length}`,
    printTitleRows: 1,
    pictures,
  };
}

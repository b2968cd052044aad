/** Reads a filled review book back: every fault of every row is told at once, with its cell. */
import { basename } from "node:path";
import type { Problem } from "../../core/index.ts";
import { cellName } from "../formula/tokens.ts";
import { rulesError } from "../messages.ja.ts";
import type { CellData, SheetData } from "../xlsx/book-data.ts";
import { openBook } from "../xlsx/open-book.ts";
import {
  keyOf,
  type ReviewAnswer,
  type ReviewAnswers,
  type ReviewKey,
  type ReviewMark,
  readMark,
  reviewColumns,
} from "./review-book.ts";
import {
  asRead,
  blankWords,
  blindSheet,
  captions,
  noWords,
  reviewFault,
  reviewSheet,
  yes,
} from "./review-words.ja.ts";

/**
 * `waiting` are the items that still wait for an answer. Throws RUL011 for other books, RUL010 with all faults; then nothing
 * is to be taken over.
 */
export async function readReviewBook(
  file: string,
  waiting: readonly ReviewKey[],
): Promise<ReviewAnswers> {
  const name = basename(file);
  const { sheets } = openBook(file);
  const [seen, blind] = [reviewSheet, blindSheet].map((n) => sheets.find((s) => s.name === n));
  const mine = [seen, ...(blind ? [blind] : [])].flatMap((s) => s ?? []);
  const whole = mine.every((s) => captions.every((c, i) => s.rows[0]?.[i]?.value === c));
  if (!seen || !whole) throw rulesError.notReviewBook({ file: name }, { place: { file: name } });
  const reader = new ReviewReader(name, mine, new Set(waiting.map(keyOf)));
  return reader.read();
}

class ReviewReader {
  readonly #file: string;
  readonly #sheets: readonly SheetData[];
  /** True while the sheet of blind double entry is read. */
  #blind = false;
  readonly #waiting: ReadonlySet<string>;
  readonly #faults: { message: string; row: number; col: number }[] = [];
  /** Cell in which each key was first seen. */
  readonly #seen = new Map<string, string>();
  readonly #answers: ReviewAnswer[] = [];
  readonly #untouched: ReviewKey[] = [];

  constructor(file: string, sheets: readonly SheetData[], waiting: ReadonlySet<string>) {
    this.#file = file;
    this.#sheets = sheets;
    this.#waiting = waiting;
  }

  read(): ReviewAnswers {
    for (const sheet of this.#sheets) {
      this.#blind = sheet.name === blindSheet;
      sheet.rows.forEach((row, r) => {
        if (r > 0 && row?.some((cell) => cell && !isBlank(cell))) this.#row(row, r);
      });
    }
    if (this.#faults.length > 0) throw this.#error();
    return { answers: this.#answers, untouched: this.#untouched };
  }

  #row(row: readonly (CellData | undefined)[], r: number): void {
    const mark = this.#mark(row[reviewColumns.mark], r);
    if (!mark) return;
    const before = this.#faults.length;
    const typed = this.#text(row, r, reviewColumns.answer);
    const returned = this.#text(row, r, reviewColumns.returned);
    const reason = this.#text(row, r, reviewColumns.reason);
    this.#together({ typed, returned, reason }, r);
    if (this.#blind) this.#unseen({ typed, returned }, r);
    if (this.#faults.length > before) return;
    const receipt = row[reviewColumns.receipt]?.value;
    const { value: read, ...key } = mark;
    const about = { ...key, receiptNumber: typeof receipt === "string" ? receipt : "" };
    if (returned === yes) this.#answers.push({ ...about, kind: "return", reason });
    else if (typed === "") this.#untouched.push(key);
    else this.#answers.push({ ...about, kind: "value", value: meant(typed, read) });
  }

  #mark(cell: CellData | undefined, r: number): ReviewMark | null {
    const at = cellName(r, reviewColumns.mark);
    const text = cell?.value;
    if (typeof text !== "string" || text === "")
      return this.#fault(reviewFault.idMissing(at), r, reviewColumns.mark);
    const mark = readMark(text);
    if (!mark) return this.#fault(reviewFault.idChanged(at), r, reviewColumns.mark);
    const key = keyOf(mark);
    const other = this.#seen.get(key);
    if (other !== undefined)
      return this.#fault(reviewFault.idTwice(at, other), r, reviewColumns.mark);
    this.#seen.set(key, at);
    return this.#waiting.has(key)
      ? mark
      : this.#fault(reviewFault.idUnknown(at), r, reviewColumns.mark);
  }

  /** Text of an input cell; what is no text is a fault. */
  #text(row: readonly (CellData | undefined)[], r: number, col: number): string {
    const cell = row[col];
    if (!cell || isBlank(cell)) return "";
    const at = cellName(r, col);
    if (cell.formula) this.#fault(reviewFault.notText(at), r, col);
    else if (typeof cell.value === "string") return trimmed(cell.value);
    else if (typeof cell.value === "number") this.#fault(reviewFault.number(at), r, col);
    else this.#fault(reviewFault.notText(at), r, col);
    return "";
  }

  #together(cells: { typed: string; returned: string; reason: string }, r: number): void {
    const { typed, returned, reason } = cells;
    const sent = returned === yes;
    const at = (col: number): string => cellName(r, col);
    if (!sent && !noWords.has(returned))
      this.#fault(reviewFault.badReturn(at(reviewColumns.returned)), r, reviewColumns.returned);
    else if (sent && typed !== "")
      this.#fault(reviewFault.both(at(reviewColumns.answer)), r, reviewColumns.answer);
    else if (sent && reason === "")
      this.#fault(reviewFault.reasonMissing(at(reviewColumns.reason)), r, reviewColumns.reason);
    else if (!sent && reason !== "")
      this.#fault(reviewFault.reasonAlone(at(reviewColumns.reason)), r, reviewColumns.reason);
  }

  /** What only makes sense for somebody who sees what was read. */
  #unseen(cells: { typed: string; returned: string }, r: number): void {
    const at = (col: number): string => cellName(r, col);
    if (asRead.has(cells.typed))
      this.#fault(reviewFault.blindAsRead(at(reviewColumns.answer)), r, reviewColumns.answer);
    if (cells.returned === yes)
      this.#fault(reviewFault.blindReturn(at(reviewColumns.returned)), r, reviewColumns.returned);
  }

  #fault(message: string, row: number, col: number): null {
    this.#faults.push({ message, row, col });
    return null;
  }

  #error() {
    const problems = this.#faults.map(
      (f): Problem => ({
        code: "RUL010",
        severity: "error",
        message: f.message,
        at: { file: this.#file, line: f.row + 1, column: f.col + 1, length: 1 },
        lineText: "",
      }),
    );
    const facts = { file: this.#file, problems: this.#faults.map((f) => f.message) };
    return rulesError.reviewProblems(facts, { place: { file: this.#file }, problems });
  }
}

function isBlank(cell: CellData): boolean {
  return (
    cell.formula === null &&
    (cell.value === null || (typeof cell.value === "string" && trimmed(cell.value) === ""))
  );
}

function trimmed(text: string): string {
  return text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, "");
}

/** ○ is what was read, （空欄） is nothing, everything else is meant as it stands. */
function meant(typed: string, read: string): string {
  if (asRead.has(typed)) return read;
  return blankWords.has(typed) ? "" : typed;
}

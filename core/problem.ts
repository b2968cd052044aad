/** A fault in a file that a person wrote: collected, never thrown one at a time, always with its place. */
import type { ProblemRow } from "./buka-error.ts";
import { renderWords } from "./messages.ja.ts";

/** Where something stands in a text file. Lines and columns count from 1; columns count UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** UTF-16 units that the caret underlines; 1 when it is not known. */
  readonly length: number;
}

/** One fault with its place, its Japanese sentence and, where possible, the corrected line. */
export interface Problem {
  /** Stable ASCII code such as SCN003. Numbers are never reused. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** One Japanese sentence: what is wrong. */
  readonly message: string;
  readonly at: Place;
  /** The line as it stands in the file, for the caret. */
  readonly lineText: string;
  /** What buka understood, when that helps. */
  readonly understood?: string;
  /** The corrected line, or what to write instead. */
  readonly fix?: string;
  /** `fix` is the whole line as it must be; nothing else could have been meant. */
  readonly certain?: true;
  /** もしかして: nearest word, when there is one. */
  readonly nearest?: string;
}

/** The outcome of parsing a file: either the data (with warnings) or every problem found. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Problems shown at most per file; hostile files would give millions. */
const mostProblems = 200;

/** Longest line that a problem carries along. */
const longestLine = 2000;

/** Cuts a text into lines as editors do (CRLF, LF or CR). */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/u);
}

/** Collects the problems of one file; gives each the text of its line and keeps places inside the file. */
export class ProblemBook {
  readonly #file: string;
  readonly #lines: readonly string[];
  readonly #problems: Problem[] = [];

  constructor(file: string, lines: readonly string[]) {
    this.#file = file;
    this.#lines = lines;
  }

  /** A place in this file, kept inside its line. */
  place(line: number, column: number, length = 1): Place {
    const inFile = Math.min(Math.max(1, line), Math.max(1, this.#lines.length));
    const width = (this.#lines[inFile - 1] ?? "").length;
    const inLine = Math.min(Math.max(1, column), width + 1);
    return {
      file: this.#file,
      line: inFile,
      column: inLine,
      length: Math.max(1, Math.min(length, width + 1 - inLine)),
    };
  }

  /** The line of a place with the stretch at the place replaced: for corrections that are certain. */
  lineWith(at: Place, text: string): string {
    const line = this.#lines[at.line - 1] ?? "";
    return line.slice(0, at.column - 1) + text + line.slice(at.column - 1 + at.length);
  }

  add<A>(row: ProblemRow<A>, facts: A, at: Place): void {
    if (this.#problems.length >= mostProblems) return;
    const place = this.place(at.line, at.column, at.length);
    const lineText = (this.#lines[place.line - 1] ?? "").slice(0, longestLine);
    const words = row.say(facts);
    const fix = words.fix === undefined ? {} : { fix: words.fix.slice(0, longestLine) };
    this.#problems.push({
      code: row.code,
      severity: row.severity,
      ...words,
      ...fix,
      at: place,
      lineText,
    });
  }

  /** Takes over problems that another reader of the same file found. */
  addAll(problems: readonly Problem[]): void {
    for (const p of problems) if (this.#problems.length < mostProblems) this.#problems.push(p);
  }

  hasLine(line: number): boolean {
    return this.#problems.some((p) => p.at.line === line);
  }

  get hasErrors(): boolean {
    return this.#problems.some((p) => p.severity === "error");
  }

  /** In the order of the file. */
  get problems(): readonly Problem[] {
    return [...this.#problems].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  }
}

/** もしかして: the candidate nearest to a word by edit distance, or null when less than half of it agrees. */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word);
  if (wanted.length > 60) return null;
  let best: string | null = null;
  let bestRatio = 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    // Letters that one has and the other has not are so many differences at least.
    const longer = Math.max(1, wanted.length, folded.length);
    if (Math.abs(wanted.length - folded.length) / longer >= bestRatio) continue;
    const distance = editDistance(wanted, folded);
    const ratio = distance / Math.max(1, wanted.length, folded.length);
    // One wrong letter of two may be a slip; otherwise more than half must agree.
    const near = ratio < 0.5 || (ratio === 0.5 && distance === 1);
    if (near && ratio < bestRatio) [best, bestRatio] = [candidate, ratio];
  }
  return best;
}

/** The candidates are the few hundred words of our tables, asked for again and again. */
const folds = new Map<string, string>();
const mostFolds = 5_000;

function fold(word: string): string {
  const known = folds.get(word);
  if (known !== undefined) return known;
  const folded = foldAnew(word);
  if (folds.size < mostFolds && word.length <= 40) folds.set(word, folded);
  return folded;
}

/** Width, case, spaces and the two kana scripts do not count. */
function foldAnew(word: string): string {
  const plain = word.normalize("NFKC").toLowerCase().replace(/\s/gu, "");
  return plain.replace(/[\u30a1-\u30f6]/gu, (c) =>
    String.fromCodePoint((c.codePointAt(0) ?? 0) - 0x60),
  );
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Longest stretch of a line that is shown around the caret. */
const window = 100;

/** Every problem as text, in the order given, with a last line that counts them; "" when there are none. */
export function renderProblems(problems: readonly Problem[]): string {
  if (problems.length === 0) return "";
  const errors = problems.filter((p) => p.severity === "error").length;
  const count = renderWords.count(errors, problems.length - errors);
  return `${problems.map(renderProblem).join("\n")}\n${count}\n`;
}

/** One problem as several lines; ends with a line feed. No colours, one terminal column per half-width character. */
export function renderProblem(problem: Problem): string {
  const { file, line, column, length } = problem.at;
  const number = String(line);
  const gap = " ".repeat(number.length);
  const from = column > window ? column - 1 - window / 2 : 0;
  const shown = visible(problem.lineText.slice(from, from + window * 2));
  const before = visible(problem.lineText.slice(from, column - 1));
  const under = visible(
    problem.lineText.slice(column - 1, Math.min(column - 1 + length, from + window * 2)),
  );
  const caret = " ".repeat(width(before)) + "^".repeat(Math.max(1, width(under)));
  const guess = problem.nearest === undefined ? "" : renderWords.nearest(problem.nearest);
  const out = [
    `${visible(file)}:${line}:${column} ${renderWords[problem.severity]} ${problem.code}`,
    `  ${visible(problem.message + guess)}`,
  ];
  // A line that is empty, or kept back because people stand in it (tables of cases), is not worth a frame.
  if (problem.lineText !== "") out.push(`  ${number} | ${shown}`.trimEnd(), `  ${gap} | ${caret}`);
  if (problem.understood !== undefined)
    out.push(`  ${renderWords.understood}: ${visible(problem.understood)}`);
  if (problem.fix !== undefined) out.push(`  ${renderWords.fix}: ${block(problem.fix)}`);
  return `${out.join("\n")}\n`;
}

/** A fix of several lines stands below its heading. */
function block(text: string): string {
  const lines = text.split("\n").map(visible);
  return lines.length === 1 ? (lines[0] ?? "") : lines.map((line) => `\n    ${line}`).join("");
}

/** Hostile files must not steer the terminal: control and direction characters become a visible mark. */
function visible(text: string): string {
  return text.replace(/\t/gu, "  ").replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "□");
}

/** Terminal columns: East Asian wide and full-width characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u25a1\u2026\u201c\u201d\u2192]|[\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}

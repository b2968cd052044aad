/**
 * The clerk-level reader in front of YAML: names what Japanese typists do to structure (：－　 tabs, lost spaces) and
 * takes every sentence out of YAML's reach, so that `: `, ` #` and `{…}` inside sentences mean nothing special.
 */
import { writtenBullet, yamlProblem } from "./messages.ja.ts";
import type { ProblemBook } from "./problem.ts";
import {
  blot,
  blotted,
  commentStart,
  deepest,
  flowDepth,
  leading,
  readValue,
  short,
  type Value,
} from "./yaml-line.ts";

/** A text that was taken out: YAML sees a token in its place. */
export interface TakenText {
  readonly value: string;
  /** Column (from 1) where the text stands in the file. */
  readonly column: number;
}

export interface ClearedYaml {
  /** Same number of lines as the file; texts are tokens, structure is mended. */
  readonly text: string;
  /** By line number from 1; at most one text per line. */
  readonly texts: ReadonlyMap<number, TakenText>;
  /** First line whose structure had to be mended; Infinity when none. */
  readonly firstFault: number;
}

/** What YAML sees instead of a text. A private-use character: no YAML meaning, not typed by people. */
export const token = "\uE000";

const widestIndent = 200;

/** Something wrong with the structure of one line; the words need the line as it should be. */
type Fault = (mended: string) => void;

interface Line {
  readonly number: number;
  readonly original: string;
  /** Mended parts: leading spaces, "- - ", "key: " and what follows. */
  indent: string;
  dashes: string;
  key: string;
  rest: string;
  /** Index of `rest` in the original. */
  restAt: number;
  readonly faults: Fault[];
}

/** The last line that held something, for finding lines that YAML would glue to it. */
interface Above {
  readonly number: number;
  readonly indent: string;
  /** Column of its innermost dash or key: deeper lines would continue its text. */
  readonly column: number;
  readonly text: string;
}

type Mode =
  | { readonly kind: "lines" }
  | { readonly kind: "block"; readonly column: number }
  | { readonly kind: "flow"; readonly depth: number };

/** Reads lines one after another; null when the nesting is beyond reason. */
export function clearTraps(lines: readonly string[], book: ProblemBook): ClearedYaml | null {
  return new TrapReader(lines, book).read();
}

class TrapReader {
  readonly #lines: readonly string[];
  readonly #book: ProblemBook;
  readonly #out: string[] = [];
  readonly #texts = new Map<number, TakenText>();
  #mode: Mode = { kind: "lines" };
  #above: Above | null = null;
  /** Lines indented at least `from` are moved left by `by`, after one that was too deep. */
  #shift: { readonly from: number; readonly by: number } | null = null;
  #firstFault = Number.POSITIVE_INFINITY;
  #started = false;

  constructor(lines: readonly string[], book: ProblemBook) {
    this.#lines = lines;
    this.#book = book;
  }

  read(): ClearedYaml | null {
    for (const [i, original] of this.#lines.entries()) {
      const verdict = this.#readLine(i + 1, original);
      if (verdict === "too-deep") {
        this.#book.add(yamlProblem.tooDeep, { limit: deepest }, this.#book.place(i + 1, 1));
        return null;
      }
      if (verdict === "stop") break;
    }
    return { text: this.#out.join("\n"), texts: this.#texts, firstFault: this.#firstFault };
  }

  #readLine(number: number, original: string): "on" | "stop" | "too-deep" {
    if (this.#mode.kind === "block" && this.#inBlock(original, this.#mode.column))
      return this.#pass(original);
    if (this.#mode.kind === "flow") return this.#flowLine(number, original, this.#mode.depth);
    this.#mode = { kind: "lines" };
    if (/^\s*(?:#.*)?$/u.test(original)) return this.#pass("");
    const marker = this.#marker(number, original);
    if (marker) return marker;
    this.#started = true;
    const line = this.#split(number, original);
    if (line === null) return "too-deep";
    return this.#place(line);
  }

  #pass(text: string): "on" {
    this.#out.push(text);
    return "on";
  }

  #inBlock(original: string, column: number): boolean {
    return original.trim() === "" || leading(original).length > column;
  }

  /** `---`, `...`, `%…`, `? …` and full-width comment marks. */
  #marker(number: number, original: string): "on" | "stop" | null {
    const at = this.#book.place(number, 1, original.length);
    if (/^(?:---|\.\.\.)(?:\s|$)/u.test(original)) {
      if (!this.#started && /^---\s*(?:#.*)?$/u.test(original)) return this.#pass("");
      if (
        this.#lines.slice(number).every((l) => /^\s*(?:#.*)?$/u.test(l)) &&
        !/^---\s+\S/u.test(original)
      )
        return "stop";
      this.#book.add(yamlProblem.secondDocument, {}, at);
      return "stop";
    }
    const odd = /^(?:(%)|\s*(\?)(?:\s|$))/u.exec(original);
    if (odd) {
      this.#book.add(yamlProblem.directive, { mark: odd[1] ?? odd[2] ?? "" }, at);
      return this.#pass("");
    }
    const wide = original.search(/\S/u);
    if (original[wide] !== "＃") return null;
    this.#book.add(
      yamlProblem.wideComment,
      { line: original.replace("＃", "#") },
      this.#book.place(number, wide + 1),
    );
    return this.#pass("");
  }

  /** Takes a line apart into indent, dashes, key and rest, noting what had to be mended. */
  #split(number: number, original: string): Line | null {
    const lead = leading(original);
    const line: Line = {
      number,
      original,
      indent: "",
      dashes: "",
      key: "",
      rest: "",
      restAt: lead.length,
      faults: [],
    };
    line.indent = lead.replace(/\u00a0/gu, " ").replace(/[^ ]/gu, "  ");
    if (line.indent.length > widestIndent) return null;
    this.#noteSpaces(line, 0, lead);
    for (let depth = 0; this.#takeDash(line); depth++) if (depth > deepest) return null;
    this.#takeKey(line);
    line.rest = original.slice(line.restAt);
    return line;
  }

  #noteSpaces(line: Line, from: number, spaces: string): void {
    const odd = spaces.search(/[^ ]/u);
    if (odd < 0) return;
    const row = spaces[odd] === "\t" ? yamlProblem.tab : yamlProblem.wideSpace;
    const at = this.#book.place(line.number, from + odd + 1, spaces.length - odd);
    line.faults.push((mended) => this.#book.add(row, { line: mended }, at));
  }

  #takeDash(line: Line): boolean {
    const bullet = line.dashes === "" ? writtenBullet : /(-)([ \t\u3000\u00a0]+|$)/uy;
    bullet.lastIndex = line.restAt;
    const m = bullet.exec(line.original);
    if (!m) return false;
    const [whole, mark = "", spaces = ""] = m;
    const end = line.restAt + whole.length;
    const next = line.original[end];
    const longDash = /[ー―‐−–—]/u.test(mark);
    if (longDash && spaces === "" && !/[「{]/u.test(next ?? "")) return false;
    const at = this.#book.place(line.number, line.restAt + 1, whole.length);
    if (mark !== "-")
      line.faults.push((mended) =>
        this.#book.add(yamlProblem.oddBullet, { mark, line: mended }, at),
      );
    else if (spaces === "" && next !== undefined)
      line.faults.push((mended) => this.#book.add(yamlProblem.tightDash, { line: mended }, at));
    else this.#noteSpaces(line, line.restAt + 1, spaces);
    line.dashes += `-${spaces.replace(/[^ ]/gu, " ") || (next === undefined ? "" : " ")}`;
    line.restAt = end;
    return true;
  }

  #takeKey(line: Line): void {
    const rest = line.original.slice(line.restAt);
    if (/^[[{]/u.test(rest) && readValue(rest).kind !== "text") return;
    const seen = blot(rest).text;
    const open = seen.slice(0, commentStart(seen));
    const proper = open.search(/:(?: |$)/u);
    const loose = proper >= 0 ? proper : this.#looseColon(line, open);
    const key = rest.slice(0, Math.max(0, loose)).trimEnd();
    if (loose < 0 || key === "") return;
    const spaces = /^[ \t\u3000\u00a0]*/u.exec(rest.slice(loose + 1))?.[0] ?? "";
    const at = this.#book.place(line.number, line.restAt + loose + 1);
    if (rest[loose] === "：")
      line.faults.push((mended) =>
        this.#book.add(yamlProblem.wideColon, { key, line: mended }, at),
      );
    else if (spaces === "" && proper < 0)
      line.faults.push((mended) =>
        this.#book.add(yamlProblem.tightColon, { key, line: mended }, at),
      );
    else this.#noteSpaces(line, line.restAt + loose + 1, spaces);
    const last = line.restAt + loose + 1 + spaces.length >= line.original.length;
    const plain = rest[loose] === ":" && /^ +$/u.test(spaces);
    const gap = last ? "" : " ";
    line.key = `${safeKey(rest.slice(0, loose))}:${plain ? spaces : gap}`;
    line.restAt += loose + 1 + spaces.length;
  }

  /** A full-width or glued colon counts where only an item name can stand: no dash, or deeper lines below. */
  #looseColon(line: Line, open: string): number {
    const colon = open.search(/[：:]/u);
    if (colon <= 0 || colon > 40 || open.slice(0, colon).includes(blotted)) return -1;
    return line.dashes === "" || this.#hasLinesBelow(line) ? colon : -1;
  }

  #hasLinesBelow(line: Line): boolean {
    const next = this.#lines
      .slice(line.number, line.number + 50)
      .find((l) => !/^\s*(?:#.*)?$/u.test(l));
    if (next === undefined) return false;
    const lead = leading(next);
    return (
      lead.length > leading(line.original).length && !/^[-－・]/u.test(next.slice(lead.length))
    );
  }

  #place(line: Line): "on" | "too-deep" {
    const value = readValue(line.rest);
    if (value.kind === "flow-open" && value.depth > deepest) return "too-deep";
    this.#align(line);
    const bare = line.dashes === "" && line.key === "";
    const structural =
      value.kind === "flow" || value.kind === "flow-open" || value.kind === "quoted";
    if (bare && !structural) return this.#bareLine(line);
    this.#flush(line);
    const head = line.indent + line.dashes + line.key;
    const column =
      line.indent.length +
      Math.max(0, line.key === "" ? line.dashes.trimEnd().length - 1 : line.dashes.length);
    const holds = value.kind === "text" || value.kind === "quoted" || value.kind === "flow";
    this.#above = holds
      ? { number: line.number, indent: line.indent, column, text: line.original }
      : null;
    if (value.kind === "text") return this.#takeText(line, head, value.text);
    this.#checkValue(line, value.kind);
    if (value.kind === "block") this.#mode = { kind: "block", column };
    if (value.kind === "flow-open") this.#mode = { kind: "flow", depth: value.depth };
    return this.#pass(value.kind === "none" ? head : head + line.rest);
  }

  /** Moves a line that stands deeper than the text above it back, and says so once per run of such lines. */
  #align(line: Line): void {
    const width = line.indent.length;
    if (this.#shift && width < this.#shift.from) this.#shift = null;
    const above = this.#above;
    if (this.#shift) line.indent = " ".repeat(Math.max(0, width - this.#shift.by));
    else if (above && width > above.column) {
      const at = this.#book.place(line.number, 1, width);
      const bare = line.dashes === "" && line.key === "";
      const row = bare ? yamlProblem.splitSentence : yamlProblem.tooIndented;
      const column = line.dashes === "" && !bare ? above.column : above.indent.length;
      const joined = `${above.text.trimEnd()}${line.rest.trim()}`;
      line.faults.push((mended) =>
        this.#book.add(row, { above: above.number, line: bare ? joined : mended }, at),
      );
      const split = bare ? this.#texts.get(above.number) : undefined;
      if (split) this.#texts.set(above.number, { ...split, value: split.value + line.rest.trim() });
      this.#shift = { from: width, by: width - column };
      line.indent = " ".repeat(column);
    }
  }

  /** A line that is neither an item nor a named value. */
  #bareLine(line: Line): "on" {
    const text = line.rest.trimEnd();
    const continues = line.faults.length > 0 && this.#above !== null && this.#shift !== null;
    const at = this.#book.place(line.number, line.restAt + 1, text.length);
    if (!continues) {
      const sentence = /^[「{]|」/u.test(text);
      if (sentence)
        this.#book.add(yamlProblem.dashMissing, { line: `${line.indent}- ${text}` }, at);
      else this.#book.add(yamlProblem.colonMissing, { text: short(text) }, at);
    }
    this.#firstFault = Math.min(this.#firstFault, line.number);
    this.#flush(line);
    return this.#pass("");
  }

  #flush(line: Line): void {
    if (line.faults.length === 0) return;
    this.#firstFault = Math.min(this.#firstFault, line.number);
    const mended = line.indent + line.dashes + line.key + line.rest.trimEnd();
    for (const fault of line.faults) fault(mended);
  }

  #takeText(line: Line, head: string, text: string): "on" {
    const at = this.#book.place(line.number, line.restAt + 1, text.length);
    this.#texts.set(line.number, { value: text, column: line.restAt + 1 });
    const mark = text[0] ?? "";
    const capped = short(text);
    if (mark === "&" || mark === "*")
      this.#book.add(yamlProblem.anchor, { mark, text: capped }, at);
    else if (mark === "!") this.#book.add(yamlProblem.tag, { text: capped }, at);
    else if (/^["']/u.test(text) && !text.slice(1).includes(mark))
      this.#book.add(yamlProblem.openQuote, { mark }, at);
    else if (/^[[{]/u.test(text) && flowDepth(text, 0).depth > 0)
      this.#book.add(yamlProblem.brokenBrackets, {}, at);
    const { unclosed } = blot(text);
    if (unclosed >= 0)
      this.#book.add(
        yamlProblem.openCaption,
        {},
        this.#book.place(line.number, line.restAt + unclosed + 1),
      );
    const lost = line.rest.slice(text.length).trim();
    if (/^#\d/u.test(lost)) {
      const where = this.#book.place(
        line.number,
        line.restAt + line.rest.indexOf(lost) + 1,
        lost.length,
      );
      this.#book.add(yamlProblem.hashNumber, { lost: short(lost) }, where);
    }
    return this.#pass(head + token);
  }

  #checkValue(line: Line, kind: Value["kind"]): void {
    if (kind !== "flow" && kind !== "flow-open") return;
    const plain = line.rest.replace(/"[^"]*"|'[^']*'/gu, (s) => "x".repeat(s.length));
    const caption = /「[^」]*[,:#[\]{}][^」]*」/u.exec(plain);
    if (!caption) return;
    const at = this.#book.place(line.number, line.restAt + caption.index + 1, caption[0].length);
    this.#book.add(yamlProblem.captionInBrackets, { caption: short(caption[0]) }, at);
    this.#firstFault = Math.min(this.#firstFault, line.number);
  }

  #flowLine(number: number, original: string, before: number): "on" | "too-deep" {
    const depth = flowDepth(original, before).depth;
    if (depth > deepest) return "too-deep";
    this.#mode = depth > 0 ? { kind: "flow", depth } : { kind: "lines" };
    this.#above = null;
    if (/\t/u.test(leading(original)))
      this.#book.add(
        yamlProblem.tab,
        { line: original.replace(/\t/gu, "  ") },
        this.#book.place(number, 1),
      );
    return this.#pass(original);
  }
}

/** A name such as 「備考: 注意」 is one name, whatever stands in its brackets. */
function safeKey(key: string): string {
  return /^「.*(?::\s|\s#).*」\s*$/u.test(key)
    ? `"${key.trimEnd().replace(/[\\"]/gu, "\\$&")}"`
    : key;
}

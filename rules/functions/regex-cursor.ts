/** Walks through a pattern, and reads what stands in square brackets and behind a backslash. */
import { cellErrors, raise } from "../formula/value.ts";
import { posixClass, property, shorthand, unclear } from "./regex-class.ts";
import type { PointTest } from "./regex-node.ts";

/** #VALUE!: this is no regular expression. */
export const badPattern = (): never => raise(cellErrors.value);

/** A place in a pattern. */
export class PatternCursor {
  readonly #points: readonly string[];
  #at = 0;

  constructor(pattern: string) {
    this.#points = Array.from(pattern);
  }

  get atEnd(): boolean {
    return this.#at >= this.#points.length;
  }

  /** A character further on; "" behind the end. */
  peek(ahead = 0): string {
    return this.#points[this.#at + ahead] ?? "";
  }

  take(): string {
    const c = this.peek();
    if (c === "") badPattern();
    this.#at += 1;
    return c;
  }

  /** Steps over a text when it stands here. */
  skip(text: string): boolean {
    const found = Array.from(text).every((c, i) => this.peek(i) === c);
    if (found) this.#at += text.length;
    return found;
  }

  until(end: string): string {
    let text = "";
    while (!this.skip(end)) text += this.take();
    return text;
  }

  /** Steps over what a short ASCII pattern finds here. */
  match(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.#points.slice(this.#at, this.#at + 16).join(""));
    if (found) this.#at += found[0].length;
    return found;
  }
}

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, r: 13, f: 12, e: 27, a: 7 };

/** The character that a letter behind a backslash stands for. */
export function escapedPoint(cursor: PatternCursor, c: string): number {
  if (controls[c] !== undefined) return controls[c];
  if (c === "x") {
    const hex = cursor.skip("{")
      ? cursor.until("}")
      : (cursor.match(/^[\dA-Fa-f]{1,2}/)?.[0] ?? "0");
    const point = Number.parseInt(hex, 16);
    return /^[\dA-Fa-f]+$/.test(hex) && point <= 0x10ffff ? point : badPattern();
  }
  if (/[A-Za-z0-9]/.test(c)) return unclear(`\\${c}`);
  return c.codePointAt(0) ?? 0;
}

/** What follows \\p (or \\P, `negative`). */
export function readProperty(cursor: PatternCursor, negative: boolean): PointTest {
  const name = cursor.skip("{") ? cursor.until("}") : cursor.take();
  const turned = name.startsWith("^");
  const test = property(turned ? name.slice(1) : name) ?? badPattern();
  return negative === turned ? test : (p) => !test(p);
}

/** The rest of […] behind its opening bracket. */
export function readClass(cursor: PatternCursor): PointTest {
  const negative = cursor.skip("^");
  const tests: PointTest[] = [];
  // A closing bracket that comes first is one of the characters.
  do tests.push(classItem(cursor));
  while (cursor.peek() !== "]");
  cursor.take();
  const any: PointTest = (p) => tests.some((test) => test(p));
  return negative ? (p) => !any(p) : any;
}

function classItem(cursor: PatternCursor): PointTest {
  if (cursor.skip("[:")) {
    const turned = cursor.skip("^");
    const test = posixClass(cursor.until(":]")) ?? badPattern();
    return turned ? (p) => !test(p) : test;
  }
  const from = classPoint(cursor);
  if (typeof from === "function") return from;
  if (cursor.peek() !== "-" || cursor.peek(1) === "]") return (p) => p === from;
  cursor.take();
  const to = classPoint(cursor);
  if (typeof to === "function" || to < from) return badPattern();
  return (p) => p >= from && p <= to;
}

function classPoint(cursor: PatternCursor): number | PointTest {
  const c = cursor.take();
  if (c !== "\\") return c.codePointAt(0) ?? 0;
  const next = cursor.take();
  const known = shorthand(next);
  if (known) return known;
  if (next === "p" || next === "P") return readProperty(cursor, next === "P");
  return next === "b" ? 8 : escapedPoint(cursor, next);
}

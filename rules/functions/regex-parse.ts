/** Reads a regular expression (PCRE2, as Excel has it); what is rarely used is refused rather than guessed. */
import { shorthand, unclear } from "./regex-class.ts";
import {
  badPattern,
  escapedPoint,
  PatternCursor,
  readClass,
  readProperty,
} from "./regex-cursor.ts";
import type { PointTest, Regex, RegexNode } from "./regex-node.ts";

const mostRepeats = 65_535;
const mostDepth = 200;
const endless = Number.POSITIVE_INFINITY;

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
}

/** Both cases of a letter. */
function folding(test: PointTest): PointTest {
  return (p) => {
    if (test(p)) return true;
    const text = String.fromCodePoint(p);
    return [text.toLowerCase(), text.toUpperCase()].some((t) => {
      const other = t.codePointAt(0);
      return other !== undefined && other !== p && test(other);
    });
  };
}

const setOf = (test: PointTest, flags: Flags): RegexNode => ({
  kind: "set",
  test: flags.i ? folding(test) : test,
});

const literal = (point: number, flags: Flags): RegexNode => setOf((p) => p === point, flags);

class RegexReader {
  readonly #cursor: PatternCursor;
  readonly #names = new Map<string, number>();
  #groups = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.#cursor = new PatternCursor(pattern);
  }

  read(ignoreCase: boolean): Regex {
    const root = this.#choice({ i: ignoreCase, m: false, s: false, x: false });
    if (!this.#cursor.atEnd) badPattern();
    return { root, groups: this.#groups, names: this.#names };
  }

  #choice(start: Flags): RegexNode {
    this.#depth += 1;
    if (this.#depth > mostDepth) unclear("(");
    const ways: RegexNode[] = [];
    let flags = start;
    do {
      const { parts, last } = this.#sequence(flags);
      ways.push({ kind: "sequence", parts });
      flags = last;
    } while (this.#cursor.skip("|"));
    this.#depth -= 1;
    const [only] = ways;
    return ways.length === 1 && only ? only : { kind: "choice", ways };
  }

  /** Up to the next bar or bracket; (?i) holds for what follows it, in the next ways too. */
  #sequence(start: Flags): { readonly parts: readonly RegexNode[]; readonly last: Flags } {
    const parts: RegexNode[] = [];
    let last = start;
    for (;;) {
      const c = this.#cursor.peek();
      if (c === "" || c === ")" || c === "|") return { parts, last };
      const [whole, on = "", off = ""] =
        this.#cursor.match(/^\(\?([imsx]*)(?:-([imsx]+))?\)/) ?? [];
      if (whole !== undefined) last = changedFlags(last, on, off);
      else if (!this.#passedOver(last)) parts.push(this.#repeated(last));
    }
  }

  /** Blanks and comments under (?x), and (?#…). */
  #passedOver(flags: Flags): boolean {
    if (this.#cursor.skip("(?#")) {
      this.#cursor.until(")");
      return true;
    }
    if (!flags.x) return false;
    if (this.#cursor.match(/^\s/)) return true;
    if (!this.#cursor.skip("#")) return false;
    while (!this.#cursor.atEnd && this.#cursor.take() !== "\n");
    return true;
  }

  #repeated(flags: Flags): RegexNode {
    let node = this.#atom(flags);
    for (let times = this.#times(); times; times = this.#times()) {
      if (node.kind === "edge") unclear("^*");
      node = { kind: "repeat", body: node, ...times, way: this.#way() };
    }
    return node;
  }

  #way(): "greedy" | "lazy" | "possessive" {
    if (this.#cursor.skip("?")) return "lazy";
    return this.#cursor.skip("+") ? "possessive" : "greedy";
  }

  #times(): { readonly min: number; readonly max: number } | null {
    if (this.#cursor.skip("*")) return { min: 0, max: endless };
    if (this.#cursor.skip("+")) return { min: 1, max: endless };
    if (this.#cursor.skip("?")) return { min: 0, max: 1 };
    // {,3} is a quantifier in the newest versions only.
    if (this.#cursor.match(/^\{,\d+\}/)) unclear("{,");
    const [whole, from, comma, to = ""] = this.#cursor.match(/^\{(\d+)(,?)(\d*)\}/) ?? [];
    if (whole === undefined) return null;
    const min = Number(from);
    const limit = to === "" ? endless : Number(to);
    const max = comma === "" ? min : limit;
    const tooMany = min > mostRepeats || (max !== endless && max > mostRepeats);
    return tooMany || max < min ? badPattern() : { min, max };
  }

  #atom(flags: Flags): RegexNode {
    const c = this.#cursor.take();
    switch (c) {
      case "(":
        return this.#group(flags);
      case "[":
        return setOf(readClass(this.#cursor), flags);
      case ".":
        return { kind: "set", test: (p) => flags.s || p !== 10 };
      case "^":
        return { kind: "edge", edge: flags.m ? "lineStart" : "textStart" };
      case "$":
        return { kind: "edge", edge: flags.m ? "lineEnd" : "end" };
      case "\\":
        return this.#escape(flags);
      case "*":
      case "+":
      case "?":
        return badPattern();
      default:
        return literal(c.codePointAt(0) ?? 0, flags);
    }
  }

  #group(flags: Flags): RegexNode {
    const cursor = this.#cursor;
    if (cursor.peek() === "*") unclear("(*");
    if (!cursor.skip("?")) return this.#capture(flags);
    if (cursor.skip(":")) return this.#body(flags);
    if (cursor.skip(">")) return { kind: "atomic", body: this.#body(flags) };
    for (const [mark, behind, negative] of looks) {
      if (cursor.skip(mark)) return { kind: "look", behind, negative, body: this.#body(flags) };
    }
    if (cursor.skip("P<") || cursor.skip("<")) return this.#capture(flags, cursor.until(">"));
    const [whole, on = "", off = ""] = cursor.match(/^([imsx]*)(?:-([imsx]+))?:/) ?? [];
    if (whole === undefined) return unclear(`(?${cursor.peek()}`);
    return this.#body(changedFlags(flags, on, off));
  }

  #body(flags: Flags): RegexNode {
    const body = this.#choice(flags);
    if (!this.#cursor.skip(")")) badPattern();
    return body;
  }

  #capture(flags: Flags, name?: string): RegexNode {
    this.#groups += 1;
    const index = this.#groups;
    if (name !== undefined) {
      if (!/^[A-Za-z_]\w*$/.test(name) || this.#names.has(name)) badPattern();
      this.#names.set(name, index);
    }
    return { kind: "group", index, body: this.#body(flags) };
  }

  #escape(flags: Flags): RegexNode {
    const c = this.#cursor.take();
    const known = shorthand(c);
    if (known) return { kind: "set", test: known };
    const edge = edges[c];
    if (edge) return { kind: "edge", edge };
    if (c === "Q") return { kind: "sequence", parts: this.#quoted(flags) };
    if (/[1-9]/.test(c)) return this.#backReference(c, flags);
    if (c === "k") return this.#namedReference(flags);
    if (c === "p" || c === "P") return setOf(readProperty(this.#cursor, c === "P"), flags);
    return literal(escapedPoint(this.#cursor, c), flags);
  }

  #quoted(flags: Flags): RegexNode[] {
    const parts: RegexNode[] = [];
    while (!this.#cursor.atEnd && !this.#cursor.skip("\\E"))
      parts.push(literal(this.#cursor.take().codePointAt(0) ?? 0, flags));
    return parts;
  }

  #backReference(first: string, flags: Flags): RegexNode {
    const index = Number(`${first}${this.#cursor.match(/^\d+/)?.[0] ?? ""}`);
    // A group that stands further on, and octal numbers, are too odd to be guessed.
    if (index > this.#groups) return unclear(`\\${index}`);
    return { kind: "again", index, ignoreCase: flags.i };
  }

  #namedReference(flags: Flags): RegexNode {
    const close = { "<": ">", "{": "}", "'": "'" }[this.#cursor.take()] ?? badPattern();
    const index = this.#names.get(this.#cursor.until(close)) ?? badPattern();
    return { kind: "again", index, ignoreCase: flags.i };
  }
}

const looks: readonly (readonly [string, boolean, boolean])[] = [
  ["=", false, false],
  ["!", false, true],
  ["<=", true, false],
  ["<!", true, true],
];

const edges: Readonly<Record<string, Extract<RegexNode, { kind: "edge" }>["edge"]>> = {
  A: "textStart",
  z: "textEnd",
  Z: "end",
  b: "word",
  B: "notWord",
};

function changedFlags(flags: Flags, on: string, off: string): Flags {
  const made = (name: keyof Flags): boolean =>
    (flags[name] || on.includes(name)) && !off.includes(name);
  return { i: made("i"), m: made("m"), s: made("s"), x: made("x") };
}

/** #VALUE! for what is no regular expression. */
export const readRegex = (pattern: string, ignoreCase: boolean): Regex =>
  new RegexReader(pattern).read(ignoreCase);

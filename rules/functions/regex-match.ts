/** Finds a regular expression in a text, in a bounded number of steps: a pattern that runs wild ends as 計算不可. */
import { Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import { isWord, unclear } from "./regex-class.ts";
import { type Regex, type RegexNode, widthOf } from "./regex-node.ts";

/** Where a match stands, in code points; null for a group that took no part. */
export interface RegexMatch {
  readonly from: number;
  readonly to: number;
  readonly groups: readonly (readonly [number, number] | null)[];
}

/** What goes on after a node has matched up to a place; -1: it does not fit. */
type Next = (at: number) => number;

const mostSteps = 2_000_000;
const mostNested = 500;

export class RegexRun {
  readonly #regex: Regex;
  readonly #points: readonly number[];
  #groups: ([number, number] | null)[] = [];
  #steps = 0;
  #nested = 0;

  constructor(regex: Regex, text: readonly string[]) {
    this.#regex = regex;
    this.#points = text.map((c) => c.codePointAt(0) ?? 0);
  }

  /** The first match from a place on; null when there is none. */
  find(start: number): RegexMatch | null {
    for (let from = start; from <= this.#points.length; from++) {
      this.#groups = new Array<[number, number] | null>(this.#regex.groups).fill(null);
      const to = this.#match(this.#regex.root, from, (at) => at);
      if (to >= 0) return { from, to, groups: [...this.#groups] };
    }
    return null;
  }

  #count(): void {
    this.#steps += 1;
    if (this.#steps > mostSteps) tooMuch();
  }

  #match(node: RegexNode, at: number, next: Next): number {
    this.#count();
    switch (node.kind) {
      case "set": {
        const point = this.#points[at];
        return point !== undefined && node.test(point) ? next(at + 1) : -1;
      }
      case "sequence":
        return this.#sequence(node.parts, 0, { at, next });
      case "choice":
        return this.#choice(node.ways, at, next);
      case "group":
        return this.#group(node, at, next);
      case "atomic": {
        const end = this.#match(node.body, at, (to) => to);
        return end < 0 ? -1 : next(end);
      }
      case "repeat":
        return this.#repeat(node, at, next);
      case "edge":
        return this.#isEdge(node.edge, at) ? next(at) : -1;
      case "look":
        return this.#look(node, at) === node.negative ? -1 : next(at);
      case "again":
        return this.#again(node, at, next);
    }
  }

  #sequence(
    parts: readonly RegexNode[],
    i: number,
    go: { readonly at: number; readonly next: Next },
  ): number {
    const part = parts[i];
    if (!part) return go.next(go.at);
    return this.#match(part, go.at, (at) => this.#sequence(parts, i + 1, { at, next: go.next }));
  }

  #choice(ways: readonly RegexNode[], at: number, next: Next): number {
    for (const way of ways) {
      const end = this.#match(way, at, next);
      if (end >= 0) return end;
    }
    return -1;
  }

  #group(node: Extract<RegexNode, { kind: "group" }>, at: number, next: Next): number {
    const i = node.index - 1;
    const before = this.#groups[i] ?? null;
    const end = this.#match(node.body, at, (to) => {
      const inner = this.#groups[i] ?? null;
      this.#groups[i] = [at, to];
      const found = next(to);
      if (found < 0) this.#groups[i] = inner;
      return found;
    });
    if (end < 0) this.#groups[i] = before;
    return end;
  }

  #repeat(node: Extract<RegexNode, { kind: "repeat" }>, at: number, next: Next): number {
    if (node.way === "possessive") {
      const end = this.#repeat({ ...node, way: "greedy" }, at, (to) => to);
      return end < 0 ? -1 : next(end);
    }
    if (node.body.kind === "set") return this.#run(node, at, next);
    return this.#rounds(node, 0, { at, next });
  }

  /** Single characters: counted first and then given back one by one, or (lazy) taken one by one. */
  #run(node: Extract<RegexNode, { kind: "repeat" }>, at: number, next: Next): number {
    const fits = (place: number): boolean => {
      const point = this.#points[place];
      this.#count();
      return point !== undefined && node.body.kind === "set" && node.body.test(point);
    };
    const lazy = node.way === "lazy";
    let count = 0;
    while (count < (lazy ? node.min : node.max) && fits(at + count)) count += 1;
    if (count < node.min) return -1;
    return lazy ? taking(node.max) : giving();

    function giving(): number {
      for (; count >= node.min; count--) {
        const end = next(at + count);
        if (end >= 0) return end;
      }
      return -1;
    }

    function taking(most: number): number {
      for (;;) {
        const end = next(at + count);
        if (end >= 0 || count >= most || !fits(at + count)) return end;
        count += 1;
      }
    }
  }

  #rounds(
    node: Extract<RegexNode, { kind: "repeat" }>,
    done: number,
    go: { readonly at: number; readonly next: Next },
  ): number {
    const { at, next } = go;
    const again = (): number => {
      if (done >= node.max) return -1;
      this.#nested += 1;
      if (this.#nested > mostNested) tooMuch();
      const end = this.#match(node.body, at, (to) => this.#nextRound(node, done, { at, to, next }));
      this.#nested -= 1;
      return end;
    };
    if (done < node.min) return again();
    if (node.way === "lazy") {
      const end = next(at);
      return end >= 0 ? end : again();
    }
    const end = again();
    return end >= 0 ? end : next(at);
  }

  /** A round that takes nothing ends the repetition. */
  #nextRound(
    node: Extract<RegexNode, { kind: "repeat" }>,
    done: number,
    go: { readonly at: number; readonly to: number; readonly next: Next },
  ): number {
    const { at, to, next } = go;
    if (to !== at) return this.#rounds(node, done + 1, { at: to, next });
    return done >= node.min ? -1 : next(to);
  }

  #isEdge(edge: Extract<RegexNode, { kind: "edge" }>["edge"], at: number): boolean {
    const { length } = this.#points;
    const [before, after] = [this.#points[at - 1], this.#points[at]];
    const inWord = (p: number | undefined): boolean => p !== undefined && isWord(p);
    switch (edge) {
      case "textStart":
        return at === 0;
      case "textEnd":
        return at === length;
      case "end":
        return at === length || (at === length - 1 && after === 10);
      case "lineStart":
        return at === 0 || (before === 10 && at < length);
      case "lineEnd":
        return at === length || after === 10;
      default:
        return (inWord(before) !== inWord(after)) === (edge === "word");
    }
  }

  #look(node: Extract<RegexNode, { kind: "look" }>, at: number): boolean {
    const held = [...this.#groups];
    const found = node.behind
      ? this.#behind(node.body, at)
      : this.#match(node.body, at, (to) => to) >= 0;
    if (!found || node.negative) this.#groups = held;
    return found;
  }

  #behind(body: RegexNode, at: number): boolean {
    const { min, max } = widthOf(body);
    if (max > 255) return unclear("(?<=");
    for (let width = min; width <= Math.min(max, at); width++) {
      if (this.#match(body, at - width, (to) => (to === at ? to : -1)) >= 0) return true;
    }
    return false;
  }

  #again(node: Extract<RegexNode, { kind: "again" }>, at: number, next: Next): number {
    const span = this.#groups[node.index - 1];
    if (!span) return -1;
    const fold = (p: number | undefined): string =>
      p === undefined ? "" : String.fromCodePoint(p).toLowerCase();
    for (let i = 0; i < span[1] - span[0]; i++) {
      const [a, b] = [this.#points[span[0] + i], this.#points[at + i]];
      this.#count();
      if (a !== b && !(node.ignoreCase && fold(a) === fold(b))) return -1;
    }
    return next(at + span[1] - span[0]);
  }
}

function tooMuch(): never {
  throw new Uncomputable("limit", "REGEX", uncomputableText.regexSteps());
}

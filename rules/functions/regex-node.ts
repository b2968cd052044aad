/** What a regular expression is made of, once it has been read. */

/** Whether a code point belongs to a class; the second says whether letter case is ignored. */
export type PointTest = (point: number) => boolean;

export type RegexNode =
  | { readonly kind: "set"; readonly test: PointTest }
  | { readonly kind: "sequence"; readonly parts: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly ways: readonly RegexNode[] }
  | { readonly kind: "group"; readonly index: number; readonly body: RegexNode }
  | { readonly kind: "atomic"; readonly body: RegexNode }
  | {
      readonly kind: "repeat";
      readonly body: RegexNode;
      readonly min: number;
      readonly max: number;
      readonly way: "greedy" | "lazy" | "possessive";
    }
  | {
      readonly kind: "edge";
      readonly edge: "textStart" | "textEnd" | "end" | "lineStart" | "lineEnd" | "word" | "notWord";
    }
  | {
      readonly kind: "look";
      readonly behind: boolean;
      readonly negative: boolean;
      readonly body: RegexNode;
    }
  | { readonly kind: "again"; readonly index: number; readonly ignoreCase: boolean };

export interface Regex {
  readonly root: RegexNode;
  /** Capturing groups, 1 and up. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
}

/** Fewest and most code points that a node can take. */
export function widthOf(node: RegexNode): { readonly min: number; readonly max: number } {
  switch (node.kind) {
    case "set":
      return { min: 1, max: 1 };
    case "sequence": {
      const widths = node.parts.map(widthOf);
      return {
        min: widths.reduce((n, w) => n + w.min, 0),
        max: widths.reduce((n, w) => n + w.max, 0),
      };
    }
    case "choice": {
      const widths = node.ways.map(widthOf);
      return {
        min: Math.min(...widths.map((w) => w.min)),
        max: Math.max(...widths.map((w) => w.max)),
      };
    }
    case "repeat": {
      const { min, max } = widthOf(node.body);
      return { min: min * node.min, max: max === 0 ? 0 : max * node.max };
    }
    case "group":
    case "atomic":
      return widthOf(node.body);
    case "again":
      return { min: 0, max: Number.POSITIVE_INFINITY };
    default:
      return { min: 0, max: 0 };
  }
}

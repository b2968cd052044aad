/** What a look finds out once and not for every element: so that its time grows with the page, not with its square. */
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

export interface Memo {
  /** Texts and controls by the block in which they stand. */
  readonly tokens: Map<Element, FlowToken[]>;
  /** By grid: for each row the nearest line across above it. */
  readonly across: Map<Element[][], (string | null)[]>;
  /** By document or shadow root: labels by what they are tied to. */
  readonly labels: Map<Node, Map<Element, HTMLLabelElement[]>>;
  /** By document or shadow root: how many elements bear an id. */
  readonly ids: Map<Node, Map<string, number>>;
  /** Whether a text stands in a button or link. */
  readonly pressed: Map<Element, boolean>;
  /** First and last of the texts and fields in an element. */
  readonly spans: Map<Element, { readonly from: number; to: number }>;
}

function freshMemo(): Memo {
  return {
    tokens: new Map(),
    across: new Map(),
    labels: new Map(),
    ids: new Map(),
    pressed: new Map(),
    spans: new Map(),
  };
}

/** In the order of the page. */
function tokensIn(k: PageKit, s: LookState, block: Element): readonly FlowToken[] {
  const { tokens } = s.memo;
  if (tokens.size === 0)
    for (const token of s.flow) {
      const own = k.blockOf(token.element);
      const known = tokens.get(own);
      if (known) known.push(token);
      else tokens.set(own, [token]);
    }
  return tokens.get(block) ?? [];
}

/** The same as `labels` of the element, which walks the whole page each time. */
function labelsTiedTo(s: LookState, el: Element): readonly HTMLLabelElement[] {
  if (!("labels" in el)) return [];
  const root = el.getRootNode() as Document | ShadowRoot;
  const known = s.memo.labels.get(root);
  if (known) return known.get(el) ?? [];
  const tied = new Map<Element, HTMLLabelElement[]>();
  s.memo.labels.set(root, tied);
  for (const label of root.querySelectorAll("label")) {
    const { control } = label;
    const others = control && tied.get(control);
    if (others) others.push(label);
    else if (control) tied.set(control, [label]);
  }
  return tied.get(el) ?? [];
}

/** How many elements beside it bear the same id, itself included. */
function sameIds(s: LookState, el: Element): number {
  const root = el.getRootNode() as Document | ShadowRoot;
  const known = s.memo.ids.get(root);
  if (known) return known.get(el.id) ?? 0;
  const counts = new Map<string, number>();
  s.memo.ids.set(root, counts);
  for (const { id } of root.querySelectorAll("[id]")) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts.get(el.id) ?? 0;
}

/** The nearest row above that is one heading over the whole width: a section of the form. */
function lineAcross(k: PageKit, s: LookState, grid: Element[][], row: number): string | null {
  const known = s.memo.across.get(grid) ?? [];
  s.memo.across.set(grid, known);
  for (let r = known.length; r <= row; r++) {
    const above = grid[r - 1] ?? [];
    const only = above[above.length >> 1];
    const wide = above.length > 1 && above.filter((c) => c === only).length * 2 > above.length;
    const isLine = only && wide && k.partsRows(k, s, above);
    const words = isLine && k.isHeading(k, s, only) ? k.wordsOf(k, s, only) : null;
    known.push(words ?? known[r - 1] ?? null);
  }
  return known[row] ?? null;
}

export const memoParts = { freshMemo, tokensIn, labelsTiedTo, sameIds, lineAcross };

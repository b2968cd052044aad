/** What one look at a page has found out so far; made anew for each look. Runs inside the page; refers only to `k`. */

import type { FieldsIn } from "./belongs.ts";
import type { LateHead } from "./head-beside.ts";
import type { Item } from "./lines.ts";
import type { DrawnList } from "./lists.ts";
import type { Memo } from "./memo.ts";
import type { DrawnMenu } from "./menus.ts";
import type { PageKit } from "./program.ts";
import type { DrawnFrame } from "./sections.ts";

/** State of one look, filled by `start`. */
export interface LookState {
  readonly elements: Element[];
  readonly numbers: Map<Element, number>;
  readonly seen: Map<Element, boolean>;
  readonly words: Map<Element, string>;
  readonly headings: Map<Element, boolean>;
  readonly headerRows: Map<Element, number>;
  readonly flow: FlowToken[];
  /** Position in `flow`, by node. */
  readonly flowAt: Map<Node, number>;
  readonly rects: Map<Element, DOMRect>;
  readonly holders: Map<Element, Holder>;
  readonly cellScopes: Map<Element, string[]>;
  /** Whether the page has shadow trees. */
  shadows: boolean;
  /** Whether anything floats that could lie over a good part of the window; null until asked. */
  floats: boolean | null;
  readonly places: Map<Element, GridPlace>;
  readonly grids: Map<Element, Element[][]>;
  /** Tables of captions over fields that look like a list at their beginning. */
  readonly forms: Set<Element>;
  /** Tables of rows and the table that holds their headings. */
  readonly heads: Map<Element, Element>;
  /** Fields by each element that holds any. */
  readonly fieldsIn: Map<Element, FieldsIn>;
  readonly menus: Map<Element, DrawnMenu>;
  /** Nodes whose text is what a drawn list shows. */
  readonly menuWords: Set<Node>;
  /** Slivers that take the keys for drawn lists. */
  readonly menuInputs: Set<Element>;
  /** What stands outside tables, line by line. */
  readonly lines: Item[][];
  readonly lists: DrawnList[];
  /** Lines that belong to drawn lists. */
  readonly listed: Set<Item[]>;
  /** Heading over a thing in a drawn list. */
  readonly columnHeads: Map<Element, string>;
  /** What the drawing says of the part of the page in which a field or button stands. */
  readonly sections: Map<Element, string[]>;
  readonly frames: DrawnFrame[];
  readonly captionLines: Map<Element[], boolean>;
  readonly captionRows: Map<Element, "under" | "both" | null>;
  readonly recordLines: Map<Element, number>;
  readonly memo: Memo;
}

/** What an element says of all that stands in it. */
export interface Holder {
  /** Its aria-label and title. */
  readonly own: readonly string[];
  /** Children that are headings, the last one first. */
  readonly headings: readonly { readonly child: Element; readonly rank: number }[];
  readonly lead: string | null;
  /** Of a box that floats over the page. */
  readonly title: string | null;
  readonly edge: string | null;
  /** Behind the buttons with which it begins. */
  readonly late: LateHead | null;
}

/** Text and controls in reading order. */
export interface FlowToken {
  readonly kind: "text" | "control";
  readonly text: string;
  readonly element: Element;
  readonly node: Node;
  /** Where it stands in its text node; null for the whole of it. */
  readonly part: { readonly from: number; readonly to: number } | null;
  /** What parts it from the piece before it in the same text node; null for the first. */
  readonly gap: "blank" | "line" | null;
}

/** A stretch of one text that a reader takes for a thing of its own. */
export interface TextPiece {
  readonly from: number;
  readonly to: number;
  readonly gap: "blank" | "line" | null;
}

export interface GridPlace {
  readonly table: Element;
  readonly row: number;
  readonly column: number;
}

function start(k: PageKit): LookState {
  return {
    elements: [],
    numbers: new Map(),
    seen: new Map(),
    words: new Map(),
    headings: new Map(),
    headerRows: new Map(),
    flow: [],
    flowAt: new Map(),
    rects: new Map(),
    holders: new Map(),
    cellScopes: new Map(),
    shadows: false,
    floats: null,
    places: new Map(),
    grids: new Map(),
    forms: new Set(),
    heads: new Map(),
    fieldsIn: new Map(),
    menus: new Map(),
    menuWords: new Set(),
    menuInputs: new Set(),
    lines: [],
    lists: [],
    listed: new Set(),
    columnHeads: new Map(),
    sections: new Map(),
    frames: [],
    captionLines: new Map(),
    captionRows: new Map(),
    recordLines: new Map(),
    memo: k.freshMemo(),
  };
}

export const stateParts = { start };

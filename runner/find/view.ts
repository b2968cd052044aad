/** What is seen on the screens at one moment, as plain data: the page-side script makes it, the resolver reads it. */

/** How a caption belongs to a thing on the screen, from the surest to the weakest. */
export const namingMethods = [
  "label",
  "after-choice",
  "heading-left",
  "heading-above",
  "text-before",
  "text-after",
  "title",
  "near-left",
  "near-above",
  /** Of a list without any caption: its first words, which it shows until something is chosen. */
  "shows",
] as const;
export type NamingMethod = (typeof namingMethods)[number];

export interface Name {
  /** "goes-on": the caption at the head of a line of fields, for those behind the first; used where a sentence counts. */
  readonly method: NamingMethod | "button-name" | "clickable-text" | "goes-on";
  readonly text: string;
}

/** Pixels in the viewport of the frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** They stand side by side: some height is common to both. */
export const sharesLine = (a: Box, b: Box): boolean =>
  Math.min(a.y + a.height, b.y + b.height) > Math.max(a.y, b.y);

export interface Thing {
  /** Index into the element list of the same frame and look. */
  readonly element: number;
  readonly names: readonly Name[];
  /** Legends, headings and captions of what holds it. */
  readonly scopes: readonly string[];
  readonly box: Box;
  readonly enabled: boolean;
  /** Something large lies over it (a modal window): a person could not reach it. */
  readonly covered: boolean;
  /** Element that does the same and stands before it. */
  readonly twin?: number;
}

export type ControlKind =
  | "text"
  | "date"
  | "password"
  | "select"
  /** Drawn by boxes; its options come into view when it is clicked. */
  | "menu"
  | "radio"
  | "radio-group"
  | "checkbox"
  | "file"
  /** Shown text that can be read, not typed. */
  | "shown";

export interface Choice {
  readonly text: string;
  readonly code: string;
  readonly chosen: boolean;
  readonly enabled: boolean;
  /** Element of the radio button; -1 for options of a select. */
  readonly element: number;
}

export interface Control extends Thing {
  readonly kind: ControlKind;
  /** What is clicked in its stead to open its list; null for itself. */
  readonly opener: number | null;
  /** What a person reads in it: typed text, text of the chosen option, shown text. */
  readonly value: string;
  readonly checked: boolean;
  readonly choices: readonly Choice[];
}

export interface Clickable extends Thing {
  /** True for buttons, links and things with such a role. */
  readonly native: boolean;
  readonly button: boolean;
  /** One of the options of an opened menu. */
  readonly option: boolean;
  /** Clickables inside it. */
  readonly holds: readonly number[];
}

export interface Cell {
  readonly text: string;
  readonly heading: boolean;
  /** Of a heading: its words without pictures, and without a note under them. */
  readonly also?: readonly string[];
  readonly clickables: readonly number[];
  /** Fields in it. */
  readonly controls: readonly number[];
}

export interface Table {
  readonly element: number;
  readonly names: readonly string[];
  /** Every place of the grid; a cell that spans places stands in each of them. */
  readonly rows: readonly (readonly Cell[])[];
  /** Last row of the headings; -1 when the table does not look like a list. */
  readonly header: number;
  readonly scopes: readonly string[];
  readonly box: Box;
}

/** One frame of one page. */
export interface FrameView {
  readonly hidden: boolean;
  readonly loading: boolean;
  readonly titles: readonly string[];
  readonly text: string;
  readonly controls: readonly Control[];
  readonly clickables: readonly Clickable[];
  readonly tables: readonly Table[];
}

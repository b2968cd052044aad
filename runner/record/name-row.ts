/** Names a place in a list as sentences do: the list by its caption, the row by what one of its cells holds or by its number. */
import type { RowTarget, Value } from "../../scenarios/index.ts";
import type { Look, LookFrame } from "../find/look.ts";
import { writtenCaption } from "../find/match-caption.ts";
import type { Cell, Table } from "../find/view.ts";
import { emptyDictionary } from "../parse-screens.ts";
import { codeHeading } from "../record-words.ja.ts";
import { listsWith, rowsOf } from "../steps/rows.ts";
import type { CaseValues } from "./case-values.ts";

const words = { dictionary: emptyDictionary() };

export interface NamedRow {
  readonly row: RowTarget;
  /** Heading of the column in which the thing stands. */
  readonly heading: string;
  /** Fields in the same cell. */
  readonly beside: readonly number[];
  /** False when the value that names the row is not known to be one of the case. */
  readonly sure: boolean;
}

/** A row of a list with headings; null when the thing stands in no such row. */
export function nameRow(
  look: Look,
  at: { readonly frame: LookFrame; readonly element: number; readonly byNumber: boolean },
  values: CaseValues,
): NamedRow | null {
  for (const table of at.frame.view.tables) {
    const header = headerOf(table);
    if (header < 0) continue;
    const rowAt = table.rows.findIndex((cells, r) => r > header && holds(cells, at.element));
    const cells = table.rows[rowAt];
    if (!cells) continue;
    const column = cells.findIndex((c) => holds([c], at.element));
    const place = { frame: at.frame, table, header, rowAt, column };
    const how = { mayNumber: at.byNumber, except: -1 };
    return byContent(look, place, values, how) ?? byNumber(place);
  }
  return null;
}

const holds = (cells: readonly Cell[], element: number): boolean =>
  cells.some((c) => c.clickables.includes(element) || c.controls.includes(element));

/** The row of column headings among the first three: all headings, or plain texts over at least three columns; -1 for a form. */
export function headerOf(table: Table): number {
  return table.rows.slice(0, 3).findIndex((cells) => {
    if (cells.some((c) => c.controls.length > 0)) return false;
    const texts = new Set(cells.map((c) => c.text.trim()).filter((t) => t !== "")).size;
    const headings = cells.filter((c) => c.heading).length;
    return (headings === cells.length && texts >= 2) || (headings === 0 && texts >= 3);
  });
}

export interface Place {
  readonly frame: LookFrame;
  readonly table: Table;
  readonly header: number;
  readonly rowAt: number;
  readonly column: number;
}

/** By the cell that holds a value of the case; else, for buttons, by the best cell that no other row has. */
export function byContent(
  look: Look,
  place: Place,
  values: CaseValues,
  how: { readonly mayNumber: boolean; readonly except: number },
): NamedRow | null {
  const found = columnsOf(place).flatMap(({ column, text, isCode, at }) => {
    const value = values.known(text, column);
    if (at === how.except || (value === null && how.mayNumber)) return [];
    const row = {
      table: nameOf(place),
      scope: null,
      column,
      value: value ?? [{ kind: "text" as const, text }],
    };
    if (!isAlone(look, place, row, text)) return [];
    return [
      { row, heading: headingAt(place), beside: besideAt(place), sure: value !== null, isCode },
    ];
  });
  const best = bestOf(found, values.used());
  if (!best) return null;
  const { row, heading, beside, sure } = best;
  return { row, heading, beside, sure };
}

export interface Candidate extends NamedRow {
  readonly isCode: boolean;
}

/** Values of the case before others, codes before names, and of those the one that was typed last: it tells most apart. */
export function bestOf<T extends Candidate>(
  found: readonly T[],
  used: readonly string[],
): T | undefined {
  const rank = ({ row, sure, isCode }: T): number => {
    const [part] = row.value;
    const typed = part?.kind === "field" ? used.indexOf(part.name) + 1 : 0;
    return (sure ? 100_000 : 0) + (isCode ? 10_000 : 0) + typed;
  };
  return [...found].sort((a, b) => rank(b) - rank(a))[0];
}

/** Cells with a heading and a text; those that can be pressed only when asked for: their text is mostly the press. */
export function columnsOf(
  place: Place,
  pressable = false,
): { column: string; text: string; isCode: boolean; at: number }[] {
  const headings = place.table.rows[place.header] ?? [];
  const cells = place.table.rows[place.rowAt] ?? [];
  return cells.flatMap((cell, i) => {
    const column = writtenCaption(headings[i]?.text ?? "");
    const text = cell.text.normalize("NFKC").trim();
    const named = column !== "" && text !== "" && text.length <= 40;
    const fit = named && (pressable || cell.clickables.length === 0);
    return fit ? [{ column, text, isCode: codeHeading.test(column), at: i }] : [];
  });
}

export function isAlone(look: Look, place: Place, row: RowTarget, text: string): boolean {
  const lists = listsWith(words, look, row);
  const [list] = lists;
  return (
    list !== undefined &&
    lists.length === 1 &&
    list.table === place.table &&
    rowsOf(list, text).length === 1
  );
}

const headingAt = (place: Place): string =>
  writtenCaption(place.table.rows[place.header]?.[place.column]?.text ?? "");

const besideAt = ({ table, rowAt, column }: Place): readonly number[] =>
  table.rows[rowAt]?.[column]?.controls ?? [];

function byNumber(place: Place): NamedRow {
  const body = place.table.rows
    .slice(place.header + 1, place.rowAt + 1)
    .filter((cells) => !cells.every((c) => c.heading));
  const number: Value = [{ kind: "text", text: String(body.length) }];
  return {
    row: { table: nameOf(place), scope: null, number, column: "", value: [] },
    heading: headingAt(place),
    beside: besideAt(place),
    sure: true,
  };
}

/** The caption nearest to the list, else the title of its screen. */
export function nameOf({ table, frame }: Place): string {
  const names = [...table.names, ...frame.titles].map(writtenCaption);
  return names.find((n) => n !== "" && n.length <= 20) ?? names.find((n) => n !== "") ?? "-";
}

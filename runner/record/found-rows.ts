/** Rows that a clerk wants to see or to read: the cell pointed at, and the row that a search for the case led to. */
import { isFieldName, type RowTarget, type StepBody } from "../../scenarios/index.ts";
import type { Look, LookFrame } from "../find/look.ts";
import { plainCaption, writtenCaption } from "../find/match-caption.ts";
import type { CaseValues } from "./case-values.ts";
import {
  bestOf,
  byContent,
  type Candidate,
  columnsOf,
  headerOf,
  isAlone,
  nameOf,
  type Place,
} from "./name-row.ts";

export interface RowSentence {
  readonly step: StepBody;
  /** False when the value that names the row is not known to be one of the case. */
  readonly sure: boolean;
}

/** Null when the text stands in no list with headings, or in several of its cells. */
export function pointedRow(
  look: Look,
  at: { readonly frame: LookFrame; readonly text: string; readonly read: boolean },
  values: CaseValues,
): RowSentence | null {
  const [place, ...others] = placesOf(at.frame).filter(
    (p) => textAt(p, p.column) === plain(at.text),
  );
  if (!place || others.length > 0) return null;
  const heading = columnsOf(place, true).find((c) => c.at === place.column);
  if (!heading) return null;
  const named = at.read
    ? byContent(look, place, values, { mayNumber: false, except: place.column })
    : (byColumn(look, place, heading, values) ??
      byContent(look, place, values, { mayNumber: false, except: -1 }));
  if (named === null) return null;
  const { row, sure } = named;
  if (!at.read) return { step: { kind: "expect-row", row, exists: true }, sure };
  const into = heading.column;
  return isFieldName(into)
    ? { step: { kind: "read-in-row", row, caption: into, into }, sure }
    : null;
}

/** The row that holds values of the case, named by the one typed to find it; null when there is none, or several. */
export function foundRow(
  look: Look,
  values: CaseValues,
  typed: readonly string[],
): { readonly row: RowTarget; readonly headings: readonly string[] } | null {
  const found = look.frames.flatMap(placesInRows).flatMap((place) =>
    columnsOf(place, true).flatMap((c): (Candidate & { place: Place })[] => {
      const value = values.known(c.text, c.column);
      const row = { table: nameOf(place), scope: null, column: c.column, value: value ?? [] };
      if (value === null || !isAlone(look, place, row, c.text)) return [];
      return [{ row, heading: c.column, beside: [], sure: true, isCode: c.isCode, place }];
    }),
  );
  const byTyped = found.filter((f) => typed.some((name) => namesField(f.row, name)));
  const best = bestOf(byTyped.length > 0 ? byTyped : found, typed);
  if (!best) return null;
  return { row: best.row, headings: columnsOf(best.place, true).map((c) => c.column) };
}

function byColumn(
  look: Look,
  place: Place,
  { column, text }: { column: string; text: string },
  values: CaseValues,
): { row: RowTarget; sure: boolean } | null {
  const value = values.known(text, column);
  const row = {
    table: nameOf(place),
    scope: null,
    column,
    value: value ?? [{ kind: "text" as const, text }],
  };
  return isAlone(look, place, row, text) ? { row, sure: value !== null } : null;
}

const namesField = (row: RowTarget, name: string): boolean =>
  row.value.some((part) => part.kind === "field" && part.name === name);

const plain = (text: string): string => plainCaption(text);

const textAt = ({ table, rowAt }: Place, column: number): string =>
  plain(table.rows[rowAt]?.[column]?.text ?? "");

/** One place per row of every list. */
function placesInRows(frame: LookFrame): Place[] {
  return frame.view.tables.flatMap((table) => {
    const header = headerOf(table);
    if (header < 0) return [];
    return table.rows.flatMap((cells, rowAt) =>
      rowAt > header && !cells.every((c) => c.heading)
        ? [{ frame, table, header, rowAt, column: 0 }]
        : [],
    );
  });
}

/** One place per cell of every list. */
function placesOf(frame: LookFrame): Place[] {
  return placesInRows(frame).flatMap((place) =>
    (place.table.rows[place.rowAt] ?? []).map((_cell, column) => ({ ...place, column })),
  );
}

/** Which of the captions read after 登録 stand over a column of the row: they are read there too. */
export function readingsIn(
  found: { readonly row: RowTarget; readonly headings: readonly string[] },
  given: readonly { readonly caption: string; readonly into: string }[],
): readonly StepBody[] {
  return given.flatMap(({ caption, into }): StepBody[] => {
    const heading = found.headings.find((h) => plainCaption(h) === plainCaption(caption));
    return heading === undefined
      ? []
      : [{ kind: "read-in-row", row: found.row, caption: writtenCaption(heading), into }];
  });
}

/** Lists on the screen: the column by its heading, the row by what one of its cells holds, and whether a list is complete. */
import type { RowTarget, Step } from "../../scenarios/index.ts";
import type { Look, LookFrame } from "../find/look.ts";
import { matches, plainCaption, withoutUnit } from "../find/match-caption.ts";
import { spotsInScope } from "../find/resolve.ts";
import { sameValue } from "../find/same-value.ts";
import type { Cell, Table } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import { say } from "../say.ja.ts";
import { hitCount, nextPage } from "../screen-words.ja.ts";
import {
  inProductWords,
  keepReading,
  type Moment,
  patienceSeconds,
  type Scene,
  seek,
  shownOf,
  valueText,
} from "./scene.ts";

type StepOf<K extends Step["kind"]> = Extract<Step, { kind: K }>;
type Words = Pick<Scene, "dictionary">;

export interface List {
  readonly frame: LookFrame;
  readonly table: Table;
  /** Last row of the grid with headings. */
  readonly header: number;
  /** Columns with the heading: several under one that spans them. */
  readonly columns: readonly number[];
}

export interface FoundRow {
  readonly frame: LookFrame;
  /** Captions of the list and what holds it. */
  readonly table: Table;
  /** Lines of headings, the lowest first. */
  readonly headings: readonly (readonly Cell[])[];
  readonly cells: readonly Cell[];
}

/** Columns whose heading the caption is (sentence or dictionary): the lowest line of headings that has it. */
export function columnsOf(
  scene: Words,
  lines: readonly (readonly Cell[])[],
  caption: string,
): readonly number[] {
  for (const word of inProductWords(scene, caption).map(plainCaption)) {
    for (const cells of lines) {
      const at = cells.flatMap((c, i) => (matches(c.text, word, "exact") ? [i] : []));
      if (at.length > 0) return at;
      const counted = cells.flatMap((c, i) => (withoutUnit(c.text) === word ? [i] : []));
      if (counted.length === 1) return counted;
      const also = cells.flatMap((c, i) => (isAlso(c, word) ? [i] : []));
      const heads = new Set(also.map((i) => cells[i]?.text));
      if (heads.size === 1) return also;
    }
  }
  return [];
}

const isAlso = (cell: Cell, word: string): boolean =>
  cell.also?.some((text) => matches(text, word, "exact")) === true;

/** Cells of a row under a heading, without those that stand there twice. */
export function cellsUnder(scene: Words, row: FoundRow, caption: string): readonly Cell[] {
  return columnsOf(scene, row.headings, caption).flatMap((at) => row.cells[at] ?? []);
}

function headingsOf({ table, header }: List): readonly (readonly Cell[])[] {
  return table.rows.slice(0, header + 1).reverse();
}

/** Lists with such a column, and of those the ones called so when there are any. */
export function listsWith(
  scene: Words,
  look: Look,
  row: Pick<RowTarget, "table" | "scope" | "column">,
): List[] {
  const scopes = row.scope === null ? [] : inProductWords(scene, row.scope);
  const lists = look.frames.flatMap((frame) =>
    frame.view.tables.flatMap((table) => listOf(scene, frame, { table, row })),
  );
  const inScope = lists.filter(({ frame, table }) => {
    const thing = { ...table, names: [], enabled: true, covered: false };
    return spotsInScope([{ frame, thing }], scopes).length > 0;
  });
  const names = inProductWords(scene, row.table).map(plainCaption);
  const says = (texts: readonly string[]): boolean =>
    texts.some((n) => names.some((w) => matches(n, w, "prefix") || matches(n, w, "exact")));
  // The first words of a page, which count as its title, may be the heading of its first list.
  const own = inScope.filter((list) => says(list.table.names));
  const named = own.length > 0 ? own : inScope.filter((list) => says(list.frame.titles));
  return named.length > 0 ? named : inScope;
}

/** The headings stand in one of the first rows. */
function listOf(
  scene: Words,
  frame: LookFrame,
  want: { table: Table; row: Pick<RowTarget, "column"> },
): List[] {
  const { table, row } = want;
  for (const [at, cells] of table.rows.slice(0, Math.max(3, table.header + 1)).entries()) {
    const header = Math.max(at, table.header);
    const columns = row.column === "" ? [0] : columnsOf(scene, [cells], row.column);
    if (columns.length > 0 && cells.length >= 2 && table.rows.length > header + 1)
      return [{ frame, table, header, columns }];
  }
  return [];
}

/** Rows whose cell in the column of the list holds the value. */
export function rowsOf(list: List, value: string): FoundRow[] {
  const headings = headingsOf(list);
  const holds = (cells: readonly Cell[]): boolean =>
    list.columns.some((column) => sameValue(cells[column]?.text ?? "", value));
  return list.table.rows
    .slice(list.header + 1)
    .filter((cells) => !cells.every((c) => c.heading) && holds(cells))
    .map((cells) => ({ frame: list.frame, table: list.table, headings, cells }));
}

/** The row with this number below the headings, counted from 1. */
function rowsAt(list: List, number: string): FoundRow[] {
  const headings = headingsOf(list);
  const nth = /^[0-9]{1,4}$/u.test(number) ? Number(number) : 0;
  const body = list.table.rows
    .slice(list.header + 1)
    .filter((cells) => !cells.every((c) => c.heading));
  const cells = nth > 0 ? body[nth - 1] : undefined;
  return cells ? [{ frame: list.frame, table: list.table, headings, cells }] : [];
}

type Sighting =
  | { readonly kind: "row"; readonly row: FoundRow }
  | { readonly kind: "error"; readonly error: Error }
  /** The answer is complete and the row is not in it. */
  | { readonly kind: "absent" }
  | { readonly kind: "unproven" };

function sight(
  scene: Scene,
  moment: Moment,
  want: { row: RowTarget; value: string },
): Sighting | null {
  const { row } = want;
  const lists = listsWith(scene, moment.look, row);
  const [list] = lists;
  const facts = { table: row.table, column: row.column };
  if (!list) return noHit(scene, moment) ? { kind: "absent" } : null;
  if (lists.length > 1)
    return { kind: "error", error: runnerError.tableAmbiguous({ ...facts, count: lists.length }) };
  const rows = row.number ? rowsAt(list, want.value) : rowsOf(list, want.value);
  const [only] = rows;
  if (only && rows.length === 1) return { kind: "row", row: only };
  if (only)
    return { kind: "error", error: runnerError.rowAmbiguous({ ...facts, count: rows.length }) };
  return isComplete(scene, list) ? { kind: "absent" } : { kind: "unproven" };
}

/** The target answered the last click, and says so itself or shows a list without more pages. */
function answered(scene: Scene): boolean {
  const since = scene.stage.traffic.since(scene.lastClick);
  return since.answers > 0 && since.serverError === null && !since.lost;
}

function noHit(scene: Scene, moment: Moment): boolean {
  return answered(scene) && shownOf(scene.dictionary.noHitTexts, moment.look.text) !== null;
}

function isComplete(scene: Scene, list: List): boolean {
  const goesOn = (text: string): boolean =>
    nextPage.test(text.normalize("NFKC").replace(/\s+/gu, ""));
  const more = list.frame.view.clickables.some(
    (c) => c.enabled && c.names.some((n) => goesOn(n.text)),
  );
  const told = hitCount.exec(list.frame.view.text.normalize("NFKC"));
  const hits = Number((told?.[1] ?? told?.[2] ?? "0").replaceAll(",", ""));
  return answered(scene) && !more && hits <= list.table.rows.length - list.header - 1;
}

/** Absence counts only when two looks in a row say so: lists are filled bit by bit. */
async function lookForRow(scene: Scene, row: RowTarget): Promise<Sighting | null> {
  const value = valueText(scene, row.number ?? row.value)
    .normalize("NFKC")
    .trim();
  let before: Sighting["kind"] | null = null;
  return seek<Sighting>(scene, (moment) => {
    if (!moment.steady) return null;
    const now = sight(scene, moment, { row, value });
    const twice = now?.kind === before;
    before = now?.kind ?? null;
    if (now?.kind === "row" || now?.kind === "error") return now;
    if (now?.kind === "absent") return twice ? now : null;
    return moment.late ? now : null;
  });
}

/** `caption`: the column that is wanted; it tells the list where the row is named by its number. */
export async function findRow(scene: Scene, wanted: RowTarget, caption: string): Promise<FoundRow> {
  const row = wanted.number ? { ...wanted, column: caption } : wanted;
  const seen = await lookForRow(scene, row);
  if (seen?.kind === "row") {
    scene.foundBy = "column/row";
    return seen.row;
  }
  throw rowError(scene, row, seen);
}

function rowError(scene: Scene, row: RowTarget, seen: Sighting | null): Error {
  if (seen?.kind === "error") return seen.error;
  if (seen?.kind === "unproven") return runnerError.listIncomplete({ table: row.table });
  const facts = { table: row.table, column: row.column };
  if (seen?.kind === "absent") return runnerError.rowNotFound(facts);
  return runnerError.tableNotFound({ ...facts, seconds: patienceSeconds(scene) });
}

/** Gives "absent" when the row was expected and is provably not there: the answer 「ない」 of a look-up. */
export async function expectRowStep(
  scene: Scene,
  step: StepOf<"expect-row">,
): Promise<"absent" | "as-expected"> {
  const seen = await lookForRow(scene, step.row);
  const facts = { table: step.row.table, column: step.row.column };
  if (seen?.kind === "row") scene.foundBy = "column/row";
  if (step.exists) {
    if (seen?.kind === "row") return "as-expected";
    if (seen?.kind === "absent") return "absent";
    throw rowError(scene, step.row, seen);
  }
  if (seen?.kind === "absent") return "as-expected";
  const several =
    seen?.kind === "error" &&
    (seen.error as { code?: string }).code === runnerError.table.rowAmbiguous.code;
  if (seen?.kind === "row" || several) throw runnerError.rowPresent(facts);
  throw rowError(scene, step.row, seen);
}

export async function readInRowStep(scene: Scene, step: StepOf<"read-in-row">): Promise<void> {
  const row = await findRow(scene, step.row, step.caption);
  const texts = [...new Set(cellsUnder(scene, row, step.caption).map((c) => c.text))];
  const [text] = texts;
  if (text === undefined) {
    const seconds = patienceSeconds(scene);
    throw runnerError.tableNotFound({ table: step.row.table, column: step.caption, seconds });
  }
  if (texts.length > 1) {
    const hits = texts.map((_, i) => say.hit(i + 1, "", step.caption, ""));
    throw runnerError.ambiguous({ caption: step.caption, hits });
  }
  keepReading(scene, step.into, text);
}

/** The list as JSON: one object per row, by column heading. */
export async function readTableStep(scene: Scene, step: StepOf<"read-table">): Promise<void> {
  const names = inProductWords(scene, step.table).map(plainCaption);
  const found = await seek<List[]>(scene, (moment) => {
    const named = moment.look.frames.flatMap((frame) =>
      frame.view.tables
        .filter((t) => t.rows.length > 1)
        .filter((t) => t.names.some((n) => names.some((w) => matches(n, w, "prefix"))))
        .map((table) => ({ frame, table, header: 0, columns: [0] })),
    );
    if (!moment.steady) return null;
    return named.length > 0 || (scene.wantsWhole && noHit(scene, moment)) ? named : null;
  });
  const [list] = found ?? [];
  const facts = { table: step.table, column: "" };
  if (found && !list) return keepReading(scene, step.into, "[]");
  if (!found || !list)
    throw runnerError.tableNotFound({ ...facts, seconds: patienceSeconds(scene) });
  if (found.length > 1) throw runnerError.tableAmbiguous({ ...facts, count: found.length });
  if (scene.wantsWhole && !isComplete(scene, list))
    throw runnerError.listNotWhole({ table: step.table });
  const { table } = list;
  const top = Math.max(0, table.header);
  const [headings = [], ...rows] = table.rows.slice(top);
  const records = rows.map((cells) =>
    Object.fromEntries(headings.map((h, i) => [h.text, cells[i]?.text ?? ""] as const)),
  );
  scene.foundBy = "table";
  keepReading(scene, step.into, JSON.stringify(records));
}

/** Sums of a table: they settle a cell on which readers differ, and tell that a cell is wrong although nobody doubted it. */
import { cellName, type FormTable } from "../form.ts";
import type { PageDrafts } from "./agree-fields.ts";

/** Cells that must add up to the total; all by field name. */
interface Line {
  readonly cells: readonly string[];
  readonly total: string;
}

export function agreeTotals(page: PageDrafts): void {
  for (const table of page.form.tables ?? []) {
    const lines = linesOf(table);
    settleCells(page, lines);
    doubtCells(page, lines);
  }
}

function linesOf(table: FormTable): Line[] {
  const { name, totalRow, totalColumn, summed } = table;
  const bodyRows = table.rows.filter((r) => r !== totalRow);
  const columns = totalColumn === null ? summed : [...summed, totalColumn];
  const down = columns.flatMap((c): Line[] =>
    totalRow === null
      ? []
      : [{ cells: bodyRows.map((r) => cellName(name, r, c)), total: cellName(name, totalRow, c) }],
  );
  const across = table.rows.flatMap((r): Line[] =>
    totalColumn === null
      ? []
      : [{ cells: summed.map((c) => cellName(name, r, c)), total: cellName(name, r, totalColumn) }],
  );
  return [...down, ...across];
}

/** An empty cell counts 0; null when the value is no number. */
function numberOf(page: PageDrafts, name: string): number | null {
  const value = page.value(name);
  return /^\d{0,15}$/u.test(value) ? Number(value) : null;
}

const namesOf = (line: Line): readonly string[] => [...line.cells, line.total];

/** A settled cell may make the next line complete, so this goes on until nothing changes. */
function settleCells(page: PageDrafts, lines: readonly Line[]): void {
  let changed = true;
  while (changed) changed = settleLines(page, lines) || settleCrossed(page, lines);
}

function settleLines(page: PageDrafts, lines: readonly Line[]): boolean {
  let changed = false;
  for (const line of lines) {
    const open = namesOf(line).filter((n) => !page.sure(n));
    const [name] = open;
    if (open.length !== 1 || name === undefined || !page.open(name)) continue;
    const wanted = impliedBy(page, line, name);
    if (wanted === null || !page.proposals(name).includes(wanted)) continue;
    page.settle(name, wanted);
    changed = true;
  }
  return changed;
}

/**
 * A cell on which both readers agreed, without being sure, stands when its row and its column come out as they were read, and one of
 * the two totals is sure: a 6 that is an 8 all over the page would have to be an 8 that is a 6 beside it.
 */
function settleCrossed(page: PageDrafts, lines: readonly Line[]): boolean {
  const totals = new Set(lines.map((line) => line.total));
  const body = [...new Set(lines.flatMap((line) => line.cells))].filter((n) => !totals.has(n));
  const stands = body.filter((name) => {
    const own = lines.filter((line) => line.cells.includes(name));
    const crossed = own.length === 2 && own.every((line) => comesOut(page, line));
    return isMerelyUnsure(page, name) && crossed && own.some((line) => page.sure(line.total));
  });
  for (const name of stands) page.settle(name, page.value(name));
  return stands.length > 0;
}

const isMerelyUnsure = (page: PageDrafts, name: string): boolean =>
  !page.sure(name) && (page.get(name)?.reasons.every((r) => r.code === "unsure") ?? false);

/** Whether a line with a total adds up as it was read. */
const comesOut = (page: PageDrafts, line: Line): boolean =>
  page.value(line.total) !== "" &&
  impliedBy(page, line, line.total) === String(numberOf(page, line.total));

/** What `name` must be so that the line adds up; null when that is no amount, or the line has no total. */
function impliedBy(page: PageDrafts, line: Line, name: string): string | null {
  if (name !== line.total && page.value(line.total) === "") return null;
  const others = line.cells.filter((n) => n !== name).map((n) => numberOf(page, n));
  const total = numberOf(page, line.total);
  if (others.includes(null)) return null;
  const sum = others.reduce<number>((s, n) => s + (n ?? 0), 0);
  if (name === line.total) return String(sum);
  return total === null || total < sum ? null : String(total - sum);
}

function doubtCells(page: PageDrafts, lines: readonly Line[]): void {
  const broken = lines.filter((line) => isBroken(page, line));
  const counts = new Map<string, number>();
  for (const n of broken.flatMap(namesOf)) counts.set(n, (counts.get(n) ?? 0) + 1);
  const crossed = [...counts].filter(([, n]) => n > 1).map(([name]) => name);
  // One broken row and one broken column meet in the cell that is wrong.
  const suspects = crossed.length === 1 && broken.length === 2 ? crossed : [...counts.keys()];
  for (const name of suspects) page.doubt(name, "totals-differ");
}

/** Only lines without any other doubt are judged: the rest is asked about anyway. */
function isBroken(page: PageDrafts, line: Line): boolean {
  if (page.value(line.total) === "" || !namesOf(line).every((n) => page.sure(n))) return false;
  return !comesOut(page, line);
}

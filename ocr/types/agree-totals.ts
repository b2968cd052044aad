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
  const unexplained = lines.filter((line) => isUnexplained(page, line)).flatMap(namesOf);
  const proved = new Set(lines.filter((line) => comesOut(page, line)).flatMap(namesOf));
  const unproved = unexplained.filter((n) => page.sure(n) && !proved.has(n));
  for (const name of [...suspects, ...unproved]) page.doubt(name, "totals-differ");
}

/** A line that nobody doubts and that does not add up. */
function isBroken(page: PageDrafts, line: Line): boolean {
  if (page.value(line.total) === "" || !namesOf(line).every((n) => page.sure(n))) return false;
  return !comesOut(page, line);
}

/** More readings of a line than this are not tried. */
const MOST_WAYS = 256;

/**
 * A line with doubts that adds up with nothing that any reader proposed for them: either the truth was proposed by nobody, or a
 * cell that nobody doubts is wrong (every reader lost the 1 of 421 at the rule of a blurred page).
 */
function isUnexplained(page: PageDrafts, line: Line): boolean {
  const open = namesOf(line).filter((n) => !page.sure(n));
  if (page.value(line.total) === "" || open.length === 0) return false;
  const choices = namesOf(line).map((n) => (page.sure(n) ? [page.value(n)] : page.proposals(n)));
  const numbers = choices.map((c) => c.filter((v) => /^\d{0,15}$/u.test(v)).map(Number));
  const ways = numbers.reduce((n, c) => n * c.length, 1);
  if (ways > MOST_WAYS) return false;
  const totals = new Set(numbers.at(-1));
  const sums = numbers
    .slice(0, -1)
    .reduce<number[]>((all, c) => all.flatMap((s) => c.map((v) => s + v)), [0]);
  return !sums.some((s) => totals.has(s));
}

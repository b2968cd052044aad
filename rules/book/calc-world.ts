/** A whole workbook being computed: every cell when it is first asked for, changes followed to the cells they touch. */
import { itemAt, toOperand } from "../formula/array.ts";
import { FormulaCache } from "../formula/formula-cache.ts";
import type { Env, FormulaWorld, SheetModel, TableModel } from "../formula/model.ts";
import type { Program } from "../formula/program.ts";
import { readCellName } from "../formula/tokens.ts";
import {
  CellError,
  cellErrors,
  isLambda,
  type RefValue,
  type Scalar,
  startCount,
  Uncomputable,
  type Value,
} from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import type { BookData, SheetData, TableData } from "../xlsx/book-data.ts";
import { cycleFailure, Deferred, deepestChain, type Running, sameCell } from "./calc-chain.ts";
import { type ArrayState, type CalcColumn, cellMark, cellState, markOf } from "./calc-column.ts";
import { CalcGraph } from "./calc-graph.ts";
import { columnOrder } from "./calc-order.ts";
import { CalcSheet, plainShape } from "./calc-sheet.ts";
import { clearSpill, placeSpill } from "./calc-spill.ts";
import { fillRows, SheetFiller } from "./fill-sheet.ts";

/** Calls of LAMBDA that one cell may make. */
const mostSteps = 2_000_000;
/** Spilled ranges that feed each other settle within a few rounds, or never. */
const mostSpillRounds = 12;

/** A sheet that puts its own cells into the book, one after another. */
export interface PouringSheet {
  readonly name: string;
  readonly tables: readonly TableData[];
  readonly pour: (into: SheetFiller) => void;
}

/** A book as it stands in a file, or one that is made as it goes. */
export type WorldData = Omit<BookData, "sheets"> & {
  readonly sheets: readonly (SheetData | PouringSheet)[];
};

interface Place {
  readonly row: number;
  readonly col: number;
}

/** Where a formula stands; one object for a whole column of them. */
class Standing implements Env {
  readonly world: FormulaWorld;
  readonly sheet: CalcSheet;
  row: number;
  readonly col: number;
  readonly locals = null;

  constructor(world: FormulaWorld, cell: Running) {
    this.world = world;
    this.sheet = cell.sheet;
    this.row = cell.row;
    this.col = cell.col;
  }
}

export class CalcWorld implements FormulaWorld {
  readonly comparison = "excel";
  readonly sheets: readonly CalcSheet[];
  readonly #byName = new Map<string, CalcSheet>();
  readonly #names = new Map<string, Program>();
  readonly #tables: TableModel[] = [];
  readonly #cache = new FormulaCache();
  readonly #dynamic: { readonly sheet: CalcSheet; readonly array: ArrayState }[] = [];
  readonly #pace = { round: 1, done: markOf(1, cellState.done) };
  /** Cells that are being computed, outermost first. */
  readonly #stack: Running[] = [];
  #graph: CalcGraph | null = null;
  /** Formulas that became doubtful since everything was computed; null when everything waits. */
  #pending: Running[] | null = null;
  #moved: RefValue[] = [];
  #steps = 0;
  #moment = 0;

  constructor(data: WorldData) {
    this.sheets = data.sheets.map((s, index) => this.#sheetOf(s, index));
    for (const sheet of this.sheets) this.#byName.set(sheet.name.toLowerCase(), sheet);
    for (const n of data.names) {
      const program = this.#cache.program(n.text, { row: 0, col: 0, array: true }, null);
      this.#names.set(`${n.sheet ?? ""}|${n.name.toUpperCase()}`, program);
    }
    data.sheets.forEach((s, i) => {
      for (const t of s.tables) this.#addTable(t, this.sheets[i]);
    });
  }

  /** Starts a new round: every formula is computed again, with this moment for TODAY and NOW. */
  startRound(moment: number): void {
    this.#pace.round++;
    this.#pace.done = markOf(this.#pace.round, cellState.done);
    this.#moment = moment;
    this.#pending = null;
    for (const sheet of this.sheets) {
      if (!sheet.hasFormulas) continue;
      sheet.version++;
      sheet.restart();
    }
    this.#settleSpills();
  }

  /** Puts a value into a cell; every formula that it touches is computed again when it is asked for. */
  setValue(sheet: CalcSheet, at: Place, value: Scalar): void {
    const graph = this.#dependents();
    this.#forget(sheet, at);
    sheet.putValue(at.row, at.col, value);
    graph.spoil(areaOf(sheet, at.row, at.col));
    this.#settleSpills();
  }

  /** Puts a formula (without "=") into a cell. */
  setFormula(sheet: CalcSheet, at: Place, text: string): void {
    const graph = this.#dependents();
    this.#forget(sheet, at);
    const program = this.#cache.program(text, { ...at, array: false }, null);
    const column = sheet.putFormula(at.row, at.col, { program, value: null });
    column.extra(at.row).written = text;
    this.#pending?.push({ sheet, ...at });
    graph.add(sheet, at.col, program);
    graph.spoil(areaOf(sheet, at.row, at.col));
    this.#settleSpills();
  }

  #forget(sheet: CalcSheet, at: Place): void {
    const array = sheet.columns[at.col]?.extras.get(at.row)?.array;
    if (array?.dynamic) this.#moved.push(...clearSpill(sheet, array));
  }

  /** Computes every formula that waits. */
  computeAll(): void {
    const pending = this.#pending;
    this.#pending = [];
    if (pending) {
      for (const next of pending) this.#computeIfIdle(next);
      return;
    }
    for (const run of columnOrder(this)) this.#computeStretch(run, run.stretch.last);
    for (const sheet of this.sheets) if (sheet.hasFormulas) this.#computeSheet(sheet);
  }

  /** Row by row: what a formula looks at mostly stands beside it. */
  #computeSheet(sheet: CalcSheet): void {
    const waiting: { column: CalcColumn; col: number }[] = [];
    sheet.columns.forEach((column, col) => {
      if (column.waiting > 0) waiting.push({ column, col });
    });
    if (waiting.length === 0) return;
    for (let row = 0; row < sheet.rowCount; row++) {
      for (const { column, col } of waiting)
        if (column.programs[row]) this.#computeIfIdle({ sheet, row, col });
    }
  }

  #computeIfIdle(cell: Running): void {
    if (this.#isIdle(cell.sheet.columns[cell.col]?.marks?.[cell.row])) this.#computeChain(cell);
  }

  /** A formula that has neither been computed in this round nor is just being computed. */
  #isIdle(mark: number | undefined): boolean {
    if (mark === undefined || mark <= 0) return false;
    return mark >> 2 !== this.#pace.round || (mark & 3) === cellState.idle;
  }

  #quietly(cell: Running): void {
    try {
      this.#value(cell.sheet, cell.row, cell.col);
    } catch (error) {
      if (!(error instanceof Uncomputable)) throw error;
    }
  }

  /** Array formulas that fill cells come first; what they newly fill makes other cells doubtful. */
  #settleSpills(): void {
    if (this.#dynamic.length === 0) return;
    for (let i = 0; i < mostSpillRounds; i++) {
      for (const { sheet, array } of this.#dynamic) {
        const stands = sheet.columns[array.col]?.extras.get(array.row)?.array === array;
        if (stands) this.#quietly({ sheet, row: array.row, col: array.col });
      }
      if (this.#moved.length === 0) return;
      const moved = this.#moved;
      this.#moved = [];
      for (const area of moved) this.#dependents().spoil(area);
    }
  }

  #dependents(): CalcGraph {
    this.#graph ??= new CalcGraph(this, (name, sheet) => this.#nameProgram(name, sheet));
    return this.#graph;
  }

  today(): number {
    return Math.floor(this.#moment);
  }

  now(): number {
    return this.#moment;
  }

  countStep(): void {
    if (++this.#steps > mostSteps)
      throw new Uncomputable("limit", "LAMBDA", uncomputableText.tooManySteps());
  }

  sheet(name: string): CalcSheet | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  table(name: string): TableModel | undefined {
    return this.#tables.find((t) => t.name.toLowerCase() === name.toLowerCase());
  }

  tableAt(sheet: SheetModel, row: number, col: number): TableModel | undefined {
    return this.#tables.find(
      (t) =>
        t.sheet === sheet && row >= t.top && row <= t.bottom && col >= t.left && col <= t.right,
    );
  }

  spillArea(ref: RefValue): RefValue | null {
    const sheet = this.sheets[ref.sheet.index];
    const array = sheet?.columns[ref.left]?.extras.get(ref.top)?.array;
    if (!sheet || !array?.dynamic) return null;
    this.#value(sheet, ref.top, ref.left);
    return array.area;
  }

  nameValue(name: string, env: Env): Value | undefined {
    const program = this.#nameProgram(name, env.sheet.index);
    if (!program) return undefined;
    const { world, sheet, row, col } = env;
    return program.run({ world, sheet, row, col, locals: null });
  }

  #nameProgram(name: string, sheet: number): Program | undefined {
    const key = name.toUpperCase();
    return this.#names.get(`${sheet}|${key}`) ?? this.#names.get(`|${key}`);
  }

  /** Value of a cell whose formula may wait. Throws Uncomputable. */
  #value(sheet: CalcSheet, row: number, col: number): Scalar {
    const column = sheet.columns[col];
    const mark = column?.marks?.[row];
    if (!column || mark === undefined) return sheet.stored(row, col);
    if (mark === cellMark.filled) return this.#filledValue(sheet, column, row, col);
    if (mark > 0 && mark !== this.#pace.done) this.#ensure({ sheet, row, col }, column, mark);
    return column.values[row] ?? null;
  }

  #filledValue(sheet: CalcSheet, column: CalcColumn, row: number, col: number): Scalar {
    const source = column.extras.get(row)?.filledBy;
    if (!source) return null;
    this.#value(sheet, source.row, source.col);
    const whole = source.whole as Parameters<typeof itemAt>[0];
    const v = itemAt(whole, row - source.row, col - source.col);
    return v === null ? 0 : v;
  }

  #ensure(cell: Running, column: CalcColumn, mark: number): void {
    const { row } = cell;
    if (mark >> 2 === this.#pace.round) {
      const failure = this.#failureAt(column, row);
      if (failure) throw failure;
      if ((mark & 3) === cellState.running) throw this.#cycle(cell);
    }
    if (this.#stack.length === 0) this.#computeChain(cell);
    else if (this.#stack.length >= deepestChain) throw new Deferred(cell);
    else this.#computeOne(cell, column);
    const failure = this.#failureAt(column, row);
    if (failure) throw failure;
  }

  #failureAt(column: CalcColumn, row: number): Uncomputable | null {
    const failed = column.marks?.[row] === markOf(this.#pace.round, cellState.failed);
    return failed ? (column.extras.get(row)?.failure ?? null) : null;
  }

  /** Computes a cell and, before it, whatever lies too deep below it. */
  #computeChain(first: Running): void {
    this.#steps = 0;
    startCount();
    const deeper = this.#attempt(first);
    if (deeper) this.#computeFrom([first, deeper]);
  }

  #computeFrom(waiting: Running[]): void {
    for (let next = waiting.at(-1); next; next = waiting.at(-1)) {
      const put = this.#attempt(next);
      if (!put) waiting.pop();
      else if (waiting.some((w) => sameCell(w, put))) {
        this.#failAll(waiting, put);
        return;
      } else waiting.push(put);
    }
  }

  #attempt(next: Running): Running | null {
    this.#stack.length = 0;
    try {
      const column = next.sheet.columns[next.col];
      if (column?.programs[next.row]) this.#computeOne(next, column);
      return null;
    } catch (error) {
      this.#stack.length = 0;
      if (error instanceof Deferred) return error.cell;
      throw error;
    }
  }

  #failAll(waiting: readonly Running[], put: Running): void {
    const failure = cycleFailure(waiting.slice(waiting.findIndex((w) => sameCell(w, put))));
    for (const w of waiting) this.#fail(w, failure);
  }

  #computeOne(cell: Running, column: CalcColumn): void {
    const { row } = cell;
    if (!column.marks || !this.#isIdle(column.marks[row])) return;
    this.#stack.push(cell);
    try {
      this.#run(new Standing(this, cell), column);
    } catch (error) {
      this.#failed(cell, column, error);
    } finally {
      this.#stack.pop();
    }
  }

  /** Computes rows of one program in one column, from the first to `last`. */
  #computeStretch(
    run: { sheet: CalcSheet; col: number; stretch: { first: number } },
    last: number,
  ) {
    const { sheet, col } = run;
    const column = sheet.columns[col];
    if (!column) return;
    for (let row = run.stretch.first; row <= last; ) {
      const standing = new Standing(this, { sheet, row, col });
      this.#stack.length = 0;
      this.#stack.push(standing);
      try {
        this.#runRows(standing, column, last);
        row = last + 1;
      } catch (error) {
        row = this.#afterStop({ sheet, row: standing.row, col }, column, error);
      }
    }
    this.#stack.length = 0;
  }

  /** What stopped a column at this row; gives the row to go on with. */
  #afterStop(cell: Running, column: CalcColumn, error: unknown): number {
    this.#stack.length = 0;
    if (error instanceof Deferred) {
      if (column.marks) column.marks[cell.row] = cellMark.fresh;
      this.#computeFrom([cell, error.cell]);
    } else this.#failed(cell, column, error);
    return cell.row + 1;
  }

  #runRows(standing: Standing, column: CalcColumn, last: number): void {
    const { marks, programs } = column;
    const program = programs[standing.row];
    if (!marks || !program) return;
    for (; standing.row <= last; standing.row++) {
      const { row } = standing;
      if (programs[row] !== program || !this.#isIdle(marks[row])) continue;
      this.#steps = 0;
      startCount();
      this.#run(standing, column);
    }
  }

  #run(at: Standing, column: CalcColumn): void {
    const { row } = at;
    const { marks } = column;
    const program = column.programs[row];
    if (!marks || !program) return;
    marks[row] = markOf(this.#pace.round, cellState.running);
    const v = program.run(at);
    if (!program.array && (typeof v !== "object" || v === null || v instanceof CellError))
      column.values[row] = v === null ? 0 : v;
    else column.values[row] = this.#arrayResult(at, column, v);
    marks[row] = this.#pace.done;
    column.waiting--;
  }

  #arrayResult(at: Standing, column: CalcColumn, v: Value): Scalar {
    const array = column.extras.get(at.row)?.array ?? null;
    const program = column.programs[at.row];
    const operand = isLambda(v) ? cellErrors.calc : toOperand(v, at, program?.array ?? false);
    if (array) array.whole = operand;
    if (!array?.dynamic) return firstOf(operand);
    const placed = placeSpill({ world: this, sheet: at.sheet, array }, operand);
    this.#moved.push(...placed.moved);
    return placed.value;
  }

  #failed(cell: Running, column: CalcColumn, error: unknown): void {
    if (error instanceof Uncomputable) this.#fail(cell, error);
    else if (error instanceof RangeError) this.#fail(cell, tooDeep());
    else {
      if (column.marks) column.marks[cell.row] = cellMark.fresh;
      throw error;
    }
  }

  #fail(cell: Running, failure: Uncomputable): void {
    const column = cell.sheet.columns[cell.col];
    if (!column?.marks || !column.programs[cell.row]) return;
    const failed = markOf(this.#pace.round, cellState.failed);
    if (column.marks[cell.row] !== failed) column.waiting--;
    column.marks[cell.row] = failed;
    column.extra(cell.row).failure = failure;
  }

  #cycle(cell: Running): Uncomputable {
    const from = this.#stack.findIndex((r) => sameCell(r, cell));
    return cycleFailure(this.#stack.slice(Math.max(0, from)));
  }

  /** A formula that must be computed again, because something it refers to has changed. */
  doubt(sheet: CalcSheet, at: Place): boolean {
    const column = sheet.columns[at.col];
    const mark = column?.marks?.[at.row];
    if (!column?.marks || mark === undefined || mark <= 0 || this.#isIdle(mark)) return false;
    column.marks[at.row] = cellMark.fresh;
    column.waiting++;
    this.#pending?.push({ sheet, row: at.row, col: at.col });
    return true;
  }

  #addTable(t: TableData, sheet: CalcSheet | undefined): void {
    const [a = "", b = a] = t.ref.split(":");
    const from = readCellName(a);
    const to = readCellName(b);
    if (!from || !to || !sheet) return;
    const area = { top: from.row, left: from.col, bottom: to.row, right: to.col };
    this.#tables.push({ ...t, sheet, ...area });
  }

  #sheetOf(data: SheetData | PouringSheet, index: number): CalcSheet {
    const compute = (s: CalcSheet, row: number, col: number) => this.#value(s, row, col);
    const sheet = new CalcSheet({ name: data.name, index, pace: this.#pace, compute });
    const filler = new SheetFiller(sheet, this.#cache);
    if ("pour" in data) data.pour(filler);
    else {
      const { columnStyles, hiddenRows, filter } = data;
      sheet.shape = {
        ...plainShape,
        columnStyles,
        ...(hiddenRows ? { hiddenRows } : {}),
        filter: filter ?? null,
      };
      fillRows(filler, data.rows);
    }
    for (const array of filler.finish()) this.#dynamic.push({ sheet, array });
    return sheet;
  }
}

function areaOf(sheet: CalcSheet, row: number, col: number): RefValue {
  return { kind: "ref", sheet, top: row, left: col, bottom: row, right: col };
}

function tooDeep(): Uncomputable {
  return new Uncomputable("limit", "depth", uncomputableText.tooDeep());
}

function firstOf(v: Value): Scalar {
  const first = itemAt(v as Parameters<typeof itemAt>[0], 0, 0);
  return first === null ? 0 : first;
}

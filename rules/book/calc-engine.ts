/** Computes the formulas of a book: one when it is asked for, or a whole column of the same formula in one go. */
import { itemAt, toOperand } from "../formula/array.ts";
import type { Env, FormulaWorld } from "../formula/model.ts";
import { inDateSystem } from "../formula/serial.ts";
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
import { cycleFailure, Deferred, deepestChain, type Running, sameCell } from "./calc-chain.ts";
import { type CalcColumn, cellMark, cellState, markOf, type Pace } from "./calc-column.ts";
import type { ColumnRun } from "./calc-order.ts";
import type { CalcSheet } from "./calc-sheet.ts";
import { placeSpill } from "./calc-spill.ts";

/** Calls of LAMBDA that one cell may make. */
const mostSteps = 2_000_000;

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

/** A book, and the way it counts days. */
type World = FormulaWorld & { readonly date1904: boolean };

export class CalcEngine {
  readonly pace: Pace = { round: 1, done: markOf(1, cellState.done) };
  readonly #world: World;
  /** Cells that are being computed, outermost first. */
  readonly #stack: Running[] = [];
  #moved: RefValue[] = [];
  #steps = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Every formula waits again. */
  startRound(): void {
    this.pace.round++;
    this.pace.done = markOf(this.pace.round, cellState.done);
  }

  countStep(): void {
    if (++this.#steps > mostSteps)
      throw new Uncomputable("limit", "LAMBDA", uncomputableText.tooManySteps());
  }

  /** Ranges that array formulas have filled or emptied since they were last asked for. */
  takeMoved(): readonly RefValue[] {
    const moved = this.#moved;
    this.#moved = [];
    return moved;
  }

  /** Row by row: what a formula looks at mostly stands beside it. */
  computeSheet(sheet: CalcSheet): void {
    const waiting: { column: CalcColumn; col: number }[] = [];
    sheet.columns.forEach((column, col) => {
      if (column.waiting > 0) waiting.push({ column, col });
    });
    if (waiting.length === 0) return;
    for (let row = 0; row < sheet.rowCount; row++) {
      for (const { column, col } of waiting)
        if (column.programs[row]) this.computeIfIdle({ sheet, row, col });
    }
  }

  computeIfIdle(cell: Running): void {
    if (this.#isIdle(cell.sheet.columns[cell.col]?.marks?.[cell.row])) this.#computeChain(cell);
  }

  /** A formula that has neither been computed in this round nor is just being computed. */
  #isIdle(mark: number | undefined): boolean {
    if (mark === undefined || mark <= 0) return false;
    return mark >> 2 !== this.pace.round || (mark & 3) === cellState.idle;
  }

  quietly(cell: Running): void {
    try {
      this.value(cell.sheet, cell.row, cell.col);
    } catch (error) {
      if (!(error instanceof Uncomputable)) throw error;
    }
  }

  /** Value of a cell whose formula may wait. Throws Uncomputable. */
  value(sheet: CalcSheet, row: number, col: number): Scalar {
    const column = sheet.columns[col];
    const mark = column?.marks?.[row];
    if (!column || mark === undefined) return sheet.stored(row, col);
    if (mark === cellMark.filled) return this.#filledValue({ sheet, row, col }, column);
    if (mark > 0 && mark !== this.pace.done) this.#ensure({ sheet, row, col }, column, mark);
    return column.values[row] ?? null;
  }

  #filledValue(cell: Running, column: CalcColumn): Scalar {
    const source = column.extras.get(cell.row)?.filledBy;
    if (!source) return null;
    this.value(cell.sheet, source.row, source.col);
    const whole = source.whole as Parameters<typeof itemAt>[0];
    const v = itemAt(whole, cell.row - source.row, cell.col - source.col);
    return v === null ? 0 : v;
  }

  #ensure(cell: Running, column: CalcColumn, mark: number): void {
    const { row } = cell;
    if (mark >> 2 === this.pace.round) {
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
    const failed = column.marks?.[row] === markOf(this.pace.round, cellState.failed);
    return failed ? (column.extras.get(row)?.failure ?? null) : null;
  }

  /** Computes a cell and, before it, whatever lies too deep below it. */
  #computeChain(first: Running): void {
    this.#steps = 0;
    startCount();
    inDateSystem(this.#world.date1904, () => {
      const deeper = this.#attempt(first);
      if (deeper) this.#computeFrom([first, deeper]);
    });
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
      this.#run(new Standing(this.#world, cell), column);
    } catch (error) {
      this.#failed(cell, column, error);
    } finally {
      this.#stack.pop();
    }
  }

  /** Computes rows of one program in one column, from the first to `last`. */
  computeRun(run: ColumnRun): void {
    inDateSystem(this.#world.date1904, () => this.#computeRun(run));
  }

  #computeRun(run: ColumnRun): void {
    const { sheet, col } = run;
    const column = sheet.columns[col];
    if (!column) return;
    const { first, last } = run.stretch;
    for (let row = first; row <= last; ) {
      const standing = new Standing(this.#world, { sheet, row, col });
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
    marks[row] = markOf(this.pace.round, cellState.running);
    const v = program.run(at);
    if (!program.array && (typeof v !== "object" || v === null || v instanceof CellError))
      column.values[row] = v === null ? 0 : v;
    else column.values[row] = this.#arrayResult(at, column, v);
    marks[row] = this.pace.done;
    column.waiting--;
  }

  #arrayResult(at: Standing, column: CalcColumn, v: Value): Scalar {
    const array = column.extras.get(at.row)?.array ?? null;
    const program = column.programs[at.row];
    const operand = isLambda(v) ? cellErrors.calc : toOperand(v, at, program?.array ?? false);
    if (array) array.whole = operand;
    if (!array?.dynamic) return firstOf(operand);
    const placed = placeSpill({ world: this.#world, sheet: at.sheet, array }, operand);
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
    const failed = markOf(this.pace.round, cellState.failed);
    if (column.marks[cell.row] !== failed) column.waiting--;
    column.marks[cell.row] = failed;
    column.extra(cell.row).failure = failure;
  }

  #cycle(cell: Running): Uncomputable {
    const from = this.#stack.findIndex((r) => sameCell(r, cell));
    return cycleFailure(this.#stack.slice(Math.max(0, from)));
  }

  /** A formula that must be computed again, because something it refers to has changed; false when it waits already. */
  doubt(cell: Running): boolean {
    const column = cell.sheet.columns[cell.col];
    const mark = column?.marks?.[cell.row];
    if (!column?.marks || mark === undefined || mark <= 0 || this.#isIdle(mark)) return false;
    column.marks[cell.row] = cellMark.fresh;
    column.waiting++;
    return true;
  }
}

function tooDeep(): Uncomputable {
  return new Uncomputable("limit", "depth", uncomputableText.tooDeep());
}

function firstOf(v: Value): Scalar {
  const first = itemAt(v as Parameters<typeof itemAt>[0], 0, 0);
  return first === null ? 0 : first;
}

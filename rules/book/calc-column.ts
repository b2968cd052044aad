/** One column of a sheet while it is computed: values, programs and states side by side, as a book has millions of cells. */
import type { Program } from "../formula/program.ts";
import type { RefValue, Scalar, Uncomputable, Value } from "../formula/value.ts";

/**
 * What stands in a cell: 0 a value, -1 an item of an array formula, 1 a formula that was never computed; from 4 on: a formula
 * with the round of its last state, as `round * 4 + state`.
 */
export const cellMark = { value: 0, filled: -1, fresh: 1 } as const;
export const cellState = { idle: 0, running: 1, done: 2, failed: 3 } as const;

export const markOf = (round: number, state: number): number => round * 4 + state;

/** What only array formulas have; the cells that they fill point to it. */
export interface ArrayState {
  readonly row: number;
  readonly col: number;
  /** Whole result, for the other cells of the range. */
  whole: Value;
  /** Range of an array formula; of a dynamic one, what it fills now. */
  area: RefValue | null;
  /** Fills as many cells as its result has (dynamic array). */
  readonly dynamic: boolean;
}

/** What few cells have. */
export interface CellExtra {
  /** Text of a formula that does not read as its program says for this place. */
  written: string | null;
  array: ArrayState | null;
  /** The array formula that fills this cell. */
  filledBy: ArrayState | null;
  failure: Uncomputable | null;
}

/** The round that is being computed, the same for all columns of a book. */
export interface Pace {
  round: number;
  /** Mark of formulas that have been computed in this round. */
  done: number;
}

/** Rows that a program takes in a column (others may lie between). */
export interface Stretch {
  readonly program: Program;
  first: number;
  last: number;
  count: number;
}

/** An array that never changes its kind of storage when texts follow numbers: reading it stays quick. */
function anyItems<T>(blank: T): T[] {
  const items = [blank, blank];
  delete items[1];
  items.length = 0;
  return items;
}

export class CalcColumn {
  /** By row; holes are cells that do not exist. */
  readonly values: (Scalar | undefined)[] = anyItems<Scalar | undefined>("");
  /** Null as long as the column holds values only. */
  marks: number[] | null = null;
  readonly programs: (Program | null)[] = [];
  readonly stretches = new Map<Program, Stretch>();
  /** Styles other than 0. */
  readonly styles: number[] = [];
  readonly extras = new Map<number, CellExtra>();
  readonly phonetics = new Map<number, string>();
  version = 0;
  /** Formulas, and how many of them wait to be computed. */
  formulas = 0;
  waiting = 0;
  readonly #pace: Pace;
  #lastStretch: Stretch | null = null;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  putValue(row: number, value: Scalar): void {
    if (this.marks !== null) this.#clear(row);
    this.values[row] = value;
  }

  putFormula(row: number, program: Program, value: Scalar): void {
    const marks = this.#marked();
    if (marks[row] !== undefined) this.#clear(row);
    this.values[row] = value;
    marks[row] = cellMark.fresh;
    this.programs[row] = program;
    this.formulas++;
    this.waiting++;
    this.#stretch(program, row);
  }

  putFilled(row: number, source: ArrayState): void {
    const marks = this.#marked();
    this.#clear(row);
    this.values[row] = null;
    marks[row] = cellMark.filled;
    this.extra(row).filledBy = source;
  }

  remove(row: number): void {
    this.#clear(row);
    delete this.values[row];
    delete this.styles[row];
    this.phonetics.delete(row);
  }

  /** Takes away everything from this row on. */
  cut(first: number): void {
    if (this.values.length > first) this.values.length = first;
    if (this.styles.length > first) this.styles.length = first;
    for (const row of this.extras.keys()) if (row >= first) this.extras.delete(row);
    for (const row of this.phonetics.keys()) if (row >= first) this.phonetics.delete(row);
    if (this.marks === null) return;
    if (this.marks.length > first) this.marks.length = first;
    if (this.programs.length > first) this.programs.length = first;
    this.formulas = 0;
    this.programs.forEach((program) => {
      if (program) this.formulas++;
    });
  }

  extra(row: number): CellExtra {
    const known = this.extras.get(row);
    if (known) return known;
    const made: CellExtra = { written: null, array: null, filledBy: null, failure: null };
    this.extras.set(row, made);
    return made;
  }

  #marked(): number[] {
    this.marks ??= anyItems(0);
    return this.marks;
  }

  #clear(row: number): void {
    const { marks } = this;
    const mark = marks?.[row];
    if (!marks || mark === undefined || mark === cellMark.value) return;
    if (this.programs[row]) {
      this.formulas--;
      if (this.#isWaiting(mark)) this.waiting--;
    }
    this.programs[row] = null;
    marks[row] = cellMark.value;
    this.extras.delete(row);
  }

  #isWaiting(mark: number): boolean {
    return mark >> 2 !== this.#pace.round || (mark & 3) < cellState.done;
  }

  #stretch(program: Program, row: number): void {
    let stretch = this.#lastStretch;
    if (stretch === null || stretch.program !== program) {
      stretch = this.stretches.get(program) ?? { program, first: row, last: row, count: 0 };
      this.stretches.set(program, stretch);
      this.#lastStretch = stretch;
    }
    stretch.count++;
    if (row > stretch.last) stretch.last = row;
    else if (row < stretch.first) stretch.first = row;
  }
}

/** One cell while a book is computed, and the sheet that holds it. */
import type { Program } from "../formula/program.ts";
import type { RefValue, Scalar, Uncomputable, Value } from "../formula/value.ts";

export type { CalcSheet } from "./calc-sheet.ts";

/** "idle" must be computed, "running" is being computed now. */
export const slotState = { idle: 0, running: 1, done: 2, failed: 3 } as const;

/** The formula of a cell and how far its computation has come. */
export class FormulaSlot {
  readonly program: Program;
  /** The round in which `state` was set; older ones are idle. */
  round = 0;
  state: number = slotState.idle;
  failure: Uncomputable | null = null;
  /** Whole result of an array formula, for the other cells of its range. */
  whole: Value = null;
  /** Range of an array formula; of a dynamic one, what it fills now. */
  area: RefValue | null = null;
  /** Fills as many cells as its result has (dynamic array). */
  readonly dynamic: boolean;
  readonly #written: string | null;
  readonly #row: number;
  readonly #col: number;

  constructor(source: {
    program: Program;
    row: number;
    col: number;
    dynamic: boolean;
    /** Null when it reads as the program says for this place. */
    written: string | null;
  }) {
    this.program = source.program;
    this.dynamic = source.dynamic;
    this.#written = source.written;
    this.#row = source.row;
    this.#col = source.col;
  }

  /** Without "=". */
  get text(): string {
    return this.#written ?? this.program.textAt(this.#row + 1, this.#col);
  }
}

export interface CalcCell {
  readonly row: number;
  readonly col: number;
  value: Scalar;
  formula: FormulaSlot | null;
  /** The cell of an array formula that fills this one. */
  spill: CalcCell | null;
  readonly style: number;
  readonly phonetic: string | null;
}

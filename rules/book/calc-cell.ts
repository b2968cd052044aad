/** One cell while a book is computed: kept small, because a book has millions of them. */
import type { Program } from "../formula/program.ts";
import type { Scalar } from "../formula/value.ts";
import { type RefValue, Uncomputable, type Value } from "../formula/value.ts";

export type { CalcSheet } from "./calc-sheet.ts";

/** "idle" must be computed, "running" is being computed now. */
export const slotState = { idle: 0, running: 1, done: 2, failed: 3 } as const;

/** What only array formulas have. */
export interface ArrayState {
  /** Whole result, for the other cells of the range. */
  whole: Value;
  /** Range of an array formula; of a dynamic one, what it fills now. */
  area: RefValue | null;
  /** Fills as many cells as its result has (dynamic array). */
  readonly dynamic: boolean;
  failure: Uncomputable | null;
}

/** The formula of a cell and how far its computation has come. */
export class FormulaSlot {
  readonly program: Program;
  /** The round in which `state` was set; older ones are idle. */
  round = 0;
  state: number = slotState.idle;
  #extra: ArrayState | Uncomputable | null;
  readonly #written: string | null;
  readonly #place: number;

  constructor(source: {
    program: Program;
    row: number;
    col: number;
    array: ArrayState | null;
    /** Null when it reads as the program says for this place. */
    written: string | null;
  }) {
    this.program = source.program;
    this.#extra = source.array;
    this.#written = source.written;
    this.#place = source.row * 16_384 + source.col;
  }

  /** Without "=". */
  get text(): string {
    const row = Math.floor(this.#place / 16_384);
    return this.#written ?? this.program.textAt(row + 1, this.#place % 16_384);
  }

  get array(): ArrayState | null {
    return this.#extra instanceof Uncomputable ? null : this.#extra;
  }

  get failure(): Uncomputable | null {
    return this.#extra instanceof Uncomputable ? this.#extra : (this.#extra?.failure ?? null);
  }

  set failure(failure: Uncomputable | null) {
    const { array } = this;
    if (array) array.failure = failure;
    else this.#extra = failure;
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

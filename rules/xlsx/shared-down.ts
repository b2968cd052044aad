/** Knows the cells that share the formula of the cell above (as Excel writes columns that were filled down) by their bytes. */
import type { Program } from "../formula/program.ts";
import type { CellCursor } from "./cell-cursor.ts";

interface Follower {
  readonly program: Program;
  /** Attributes of the formula of the last such cell. */
  start: number;
  end: number;
}

export class SharedDown {
  readonly #bytes: Buffer;
  readonly #above: (Follower | undefined)[] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The program of a cell without a text of its own that shares what the cell above shares. */
  programAt({ col, formulaText, formulaAttributes }: CellCursor): Program | null {
    const above = this.#above[col];
    if (!above || formulaText.start !== formulaText.end) return null;
    const { start, end } = formulaAttributes;
    if (!this.#isSame(above, start, end)) return null;
    above.start = start;
    above.end = end;
    return above.program;
  }

  /** Tells what a cell shares after all; one with a text may share it under a number that was in use. */
  learn({ col, formulaText, formulaAttributes }: CellCursor, program: Program): void {
    const { start, end } = formulaAttributes;
    if (formulaText.start !== formulaText.end) this.#above.length = 0;
    else this.#above[col] = { program, start, end };
  }

  #isSame(above: Follower, start: number, end: number): boolean {
    if (above.end - above.start !== end - start) return false;
    const bytes = this.#bytes;
    for (let i = 0; i < end - start; i++)
      if (bytes[above.start + i] !== bytes[start + i]) return false;
    return true;
  }
}

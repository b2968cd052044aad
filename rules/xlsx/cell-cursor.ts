/** Where the parts of a cell stand in the bytes of its sheet. */

/** Beginning and end (behind the last byte) of something in the sheet; both -1 when it is not there. */
export interface Span {
  start: number;
  end: number;
}

export const noSpan = (): Span => ({ start: -1, end: -1 });

/** The cell that the scanner stands on; one object for all cells of a sheet. */
export class CellCursor {
  row = -1;
  col = -1;
  style = 0;
  /** The style is written down, be it 0. */
  styled = false;
  /** Has attributes besides place, style and type. */
  special = false;
  /** First letter of the type: "n", "s" (shared), "t" (text of a formula), "i" (inline), "b", "e" or "d". */
  type = "n";
  /** Cell metadata: array formulas that spill. */
  metadata = false;
  /** From "<c" to behind "</c>". */
  readonly whole = noSpan();
  /** Attributes as they stand, with the blank in front. */
  readonly attributes = noSpan();
  readonly value = noSpan();
  /** From "<f" to behind its end. */
  readonly formula = noSpan();
  readonly formulaText = noSpan();
  readonly formulaAttributes = noSpan();
  /** Text of a plain <is><t>…</t></is>. */
  readonly inline = noSpan();
}

export interface CellHandler {
  /** `hidden`: the row does not show. */
  row(row: number, hidden: boolean): void;
  cell(cursor: CellCursor): void;
  /** Behind a formula text that the handler knows by its bytes, from `start` on; -1 when it must be looked for. */
  formulaEnd?(col: number, row: number, start: number): number;
}

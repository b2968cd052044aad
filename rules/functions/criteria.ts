/** Criteria of COUNTIF and its kin: ">=10", "<>", "A*", numbers that match texts which read as the same number. */
import { compareTexts, sameNumber, sameText } from "../formula/coerce.ts";
import type { FormulaWorld } from "../formula/model.ts";
import { numberInText } from "../formula/text-number.ja.ts";
import { CellError, errorOf, type Scalar } from "../formula/value.ts";
import { hasWildcard, wildcardMatcher } from "./wildcard.ts";

export type Criterion = (cell: Scalar) => boolean;

const written = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/;

/** The test that a criterion stands for. An empty cell as criterion means 0, as in Excel. */
export function criterionOf(given: Scalar, world: FormulaWorld): Criterion {
  if (given === null) return (cell) => equalsNumber(cell, 0, world);
  if (typeof given === "number") return (cell) => equalsNumber(cell, given, world);
  if (typeof given === "boolean") return (cell) => cell === given;
  if (given instanceof CellError) return (cell) => cell === given;
  const m = written.exec(given);
  const op = m?.[1] ?? "";
  const operand = m?.[2] ?? "";
  if (op === "" || op === "=") return equality(operand, op === "", world);
  if (op === "<>") return inequality(operand, world);
  return ordering(op, operand, world);
}

/** The number that a text means to COUNTIF; texts like "24/4" stay texts here. */
function readNumber(text: string, world: FormulaWorld): number | null {
  if (!/[\d\uff10-\uff19]/.test(text)) return null;
  return numberInText(text, world.today());
}

function equalsNumber(cell: Scalar, n: number, world: FormulaWorld): boolean {
  if (typeof cell === "number") return sameNumber(cell, n);
  if (typeof cell !== "string") return false;
  const read = readNumber(cell, world);
  return read !== null && sameNumber(read, n);
}

function equality(operand: string, bare: boolean, world: FormulaWorld): Criterion {
  // A bare "" means empty or an empty text; "=" means truly empty.
  if (operand === "")
    return bare ? (cell) => cell === null || cell === "" : (cell) => cell === null;
  const n = readNumber(operand, world);
  if (n !== null) return (cell) => equalsNumber(cell, n, world);
  const upper = operand.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return (cell) => cell === (upper === "TRUE");
  if (/^#[A-Z/0!?]+$/.test(upper) && errorOf(upper).code === upper)
    return (cell) => cell === errorOf(upper);
  if (hasWildcard(operand)) {
    const matches = wildcardMatcher(operand);
    return (cell) => typeof cell === "string" && matches(cell);
  }
  return (cell) => typeof cell === "string" && sameText(cell, operand);
}

function inequality(operand: string, world: FormulaWorld): Criterion {
  if (operand === "") return (cell) => cell !== null;
  const equal = equality(operand, false, world);
  return (cell) => !equal(cell);
}

function ordering(op: string, operand: string, world: FormulaWorld): Criterion {
  const holds = (order: number): boolean => {
    if (op === "<") return order < 0;
    if (op === ">") return order > 0;
    return op === "<=" ? order <= 0 : order >= 0;
  };
  const n = readNumber(operand, world);
  if (n !== null) {
    return (cell) => typeof cell === "number" && holds(sameNumber(cell, n) ? 0 : cell - n);
  }
  return (cell) => typeof cell === "string" && holds(compareTexts(cell, operand));
}

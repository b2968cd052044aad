/** Criteria of COUNTIF and its kin: ">=10", "<>", "A*", numbers that match texts which read as the same number. */
import { sameNumber, sameText } from "../formula/coerce.ts";
import { compareTexts } from "../formula/compare-texts.ts";
import { looseForm } from "../formula/doubtful-number.ja.ts";
import type { FormulaWorld } from "../formula/model.ts";
import { numberInText } from "../formula/text-number.ja.ts";
import { CellError, errorOf, type Scalar, Uncomputable } from "../formula/value.ts";
import { uncomputableText } from "../messages.ja.ts";
import type { ColumnKeys, IndexKey } from "./column-index.ts";
import { hasWildcard, wildcardMatcher } from "./wildcard.ts";

export type Test = (cell: Scalar) => boolean;

export interface Criterion {
  readonly test: Test;
  /** Cells that meet the criterion all have this key in the index of their column; null when it takes more than equality. */
  readonly key: IndexKey | null;
}

/** Keys under which COUNTIF finds cells: texts that read as a number stand with that number. */
export function criterionIndex(world: FormulaWorld): ColumnKeys {
  const known = indexes.get(world);
  if (known) return known;
  const made: ColumnKeys = { name: "criterion", keyOf: (v) => cellKey(v, world) };
  indexes.set(world, made);
  return made;
}

const indexes = new WeakMap<FormulaWorld, ColumnKeys>();

function cellKey(v: Scalar, world: FormulaWorld): IndexKey | null {
  if (v === null || v === "") return null;
  if (typeof v === "number") return v === numberKey(v) ? v : noisyKey(numberKey(v));
  if (typeof v === "boolean" || v instanceof CellError) return v;
  try {
    const n = readNumber(v, world);
    if (n !== null) return numberKey(n);
  } catch (error) {
    if (error instanceof Uncomputable) return doubtfulKey;
    throw error;
  }
  const upper = v.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : v.toLowerCase();
}

/** Texts like "24/4", of which nobody knows which number they mean. */
export const doubtfulKey = Symbol("doubtful");

/** Numbers with digits beyond the 15th stand apart: a criterion meets them only when it is the very same number. */
export const noisyKey = (n: number): symbol => Symbol.for(`buka.noisy ${n}`);

export const numberKey = (n: number): number =>
  Number.isInteger(n) && Math.abs(n) < 1e15 ? n : Number(n.toPrecision(15));

const written = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/;

/** Excel itself compares with no more than this. */
const longestCriterion = 255;

/** The test that a criterion stands for. An empty cell as criterion means 0, as in Excel. */
export function criterionOf(given: Scalar, world: FormulaWorld): Criterion {
  if (typeof given === "string" && given.length > longestCriterion)
    throw new Uncomputable("limit", "length", uncomputableText.longPattern());
  if (given === null) return numeric(0, world);
  if (typeof given === "number") return numeric(given, world);
  if (typeof given === "boolean") return { test: truthTest(given), key: given };
  if (given instanceof CellError) return { test: (cell) => cell === given, key: given };
  return textCriterion(given, world);
}

interface Known {
  readonly today: number;
  readonly byText: Map<string, Criterion>;
}

/** Criteria written as text, read once per book and day. */
const known = new WeakMap<FormulaWorld, Known>();

function textCriterion(given: string, world: FormulaWorld): Criterion {
  let ofWorld = known.get(world);
  if (!ofWorld || ofWorld.today !== world.today() || ofWorld.byText.size > 5_000) {
    ofWorld = { today: world.today(), byText: new Map() };
    known.set(world, ofWorld);
  }
  const found = ofWorld.byText.get(given) ?? readCriterion(given, world);
  ofWorld.byText.set(given, found);
  return found;
}

function readCriterion(given: string, world: FormulaWorld): Criterion {
  const m = written.exec(given);
  const op = m?.[1] ?? "";
  const operand = m?.[2] ?? "";
  if (op === "" || op === "=") return equality(operand, op === "", world);
  const test = op === "<>" ? inequality(operand, world) : ordering(op, operand, world);
  return { test, key: null };
}

function numeric(n: number, world: FormulaWorld): Criterion {
  const key = n === numberKey(n) ? n : null;
  return { test: (cell) => equalsNumber(cell, n, world), key };
}

/** The number that a text means to COUNTIF; texts like "24/4" stay texts here. */
function readNumber(text: string, world: FormulaWorld): number | null {
  if (!/[\d\uff10-\uff19]/.test(text) || text.length > 40) return null;
  return numberInText(text, world.today());
}

function equalsNumber(cell: Scalar, n: number, world: FormulaWorld): boolean {
  if (typeof cell === "number") return cell === n || (sameNumber(cell, n) && nearlySame());
  if (typeof cell !== "string") return false;
  const read = readNumber(cell, world);
  return read !== null && sameNumber(read, n);
}

/** Whether COUNTIF tells apart what only differs beyond the 15th digit is laid down nowhere. */
export function nearlySame(): never {
  throw new Uncomputable("construct", "COUNTIF", uncomputableText.nearlySame());
}

/** A truth value also meets the text that spells it. */
function truthTest(truth: boolean): Test {
  const word = truth ? "TRUE" : "FALSE";
  return (cell) => cell === truth || (typeof cell === "string" && cell.toUpperCase() === word);
}

function equality(operand: string, bare: boolean, world: FormulaWorld): Criterion {
  // A bare "" means empty or an empty text; "=" means truly empty.
  if (operand === "") {
    const test: Test = bare ? (cell) => cell === null || cell === "" : (cell) => cell === null;
    return { test, key: null };
  }
  const n = hasWildcard(operand) ? null : meantNumber(operand, world);
  if (n === "doubtful")
    return { test: (cell) => equalsDoubtful(cell, operand, world), key: doubtfulKey };
  if (n !== null) return numeric(n, world);
  const upper = operand.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE")
    return { test: truthTest(upper === "TRUE"), key: upper === "TRUE" };
  if (/^#[A-Z/0!?]+$/.test(upper) && errorOf(upper).code === upper)
    return { test: (cell) => cell === errorOf(upper), key: errorOf(upper) };
  if (hasWildcard(operand)) {
    const matches = wildcardMatcher(operand);
    return { test: (cell) => typeof cell === "string" && matches(cell), key: null };
  }
  const test: Test = (cell) => typeof cell === "string" && sameText(cell, operand);
  return { test, key: operand.toLowerCase() };
}

function meantNumber(operand: string, world: FormulaWorld): number | "doubtful" | null {
  try {
    return readNumber(operand, world);
  } catch (error) {
    if (error instanceof Uncomputable) return "doubtful";
    throw error;
  }
}

/** 令和6年 meets 令和6年, whatever number Excel makes of it; beside other texts of that kind, and numbers, it is refused. */
function equalsDoubtful(cell: Scalar, operand: string, world: FormulaWorld): boolean {
  if (typeof cell === "number") return refuseDoubtful();
  if (typeof cell !== "string") return false;
  if (sameText(cell, operand)) return true;
  const meant = meantNumber(cell, world);
  const close = meant === "doubtful" && looseForm(cell) === looseForm(operand);
  return (typeof meant === "number" || close) && refuseDoubtful();
}

function refuseDoubtful(): never {
  throw new Uncomputable("not-a-number", "VALUE", uncomputableText.doubtfulNumber());
}

function inequality(operand: string, world: FormulaWorld): Test {
  if (operand === "") return (cell) => cell !== null;
  const equal = equality(operand, false, world);
  return (cell) => !equal.test(cell);
}

function ordering(op: string, operand: string, world: FormulaWorld): Test {
  const holds = (order: number): boolean => {
    if (op === "<") return order < 0;
    if (op === ">") return order > 0;
    return op === "<=" ? order <= 0 : order >= 0;
  };
  const n = readNumber(operand, world);
  if (n !== null) {
    return (cell) => {
      if (typeof cell !== "number") return false;
      return cell !== n && sameNumber(cell, n) ? nearlySame() : holds(cell - n);
    };
  }
  if (operand === "") return againstNothing;
  return (cell) => typeof cell === "string" && holds(compareTexts(cell, operand));
}

/** ">=" and an empty cell: no number meets it; what texts do there is laid down nowhere. */
const againstNothing: Test = (cell) => {
  if (typeof cell === "string" && cell !== "")
    throw new Uncomputable("construct", "COUNTIF", uncomputableText.undocumented("COUNTIF"));
  return false;
};

/** What a formula can hold: scalars, arrays and references, and the signal that something cannot be computed. */
import { uncomputableText } from "../messages.ja.ts";
import type { SheetModel } from "./model.ts";

export type ErrorCode =
  | "#NULL!"
  | "#DIV/0!"
  | "#VALUE!"
  | "#REF!"
  | "#NAME?"
  | "#NUM!"
  | "#N/A"
  | "#SPILL!"
  | "#CALC!"
  | "#FIELD!"
  | "#BLOCKED!"
  | "#CONNECT!"
  | "#UNKNOWN!"
  | "#BUSY!"
  | "#GETTING_DATA";

/** An Excel error value; one shared object per code, so that it can be compared by identity. */
export class CellError {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    this.code = code;
  }
}

export const cellErrors = {
  null: new CellError("#NULL!"),
  div0: new CellError("#DIV/0!"),
  value: new CellError("#VALUE!"),
  ref: new CellError("#REF!"),
  name: new CellError("#NAME?"),
  num: new CellError("#NUM!"),
  na: new CellError("#N/A"),
  spill: new CellError("#SPILL!"),
  calc: new CellError("#CALC!"),
  field: new CellError("#FIELD!"),
  blocked: new CellError("#BLOCKED!"),
  connect: new CellError("#CONNECT!"),
  unknown: new CellError("#UNKNOWN!"),
  busy: new CellError("#BUSY!"),
  gettingData: new CellError("#GETTING_DATA"),
} as const;

const byCode = new Map<string, CellError>(Object.values(cellErrors).map((e) => [e.code, e]));

/** The shared error object of a code such as "#N/A"; #VALUE! for codes that Excel alone knows. */
export function errorOf(code: string): CellError {
  return byCode.get(code.toUpperCase()) ?? cellErrors.value;
}

/** null is an empty cell. */
export type Scalar = number | string | boolean | CellError | null;

export interface ArrayValue {
  readonly kind: "array";
  readonly rows: number;
  readonly cols: number;
  /** Row by row. */
  readonly cells: readonly Scalar[];
}

/** A rectangle of a sheet, zero-based and inclusive; whole columns reach to the last row of Excel. */
export interface RefValue {
  readonly kind: "ref";
  readonly sheet: SheetModel;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Several rectangles: a union (A1,B2) or the same rectangle on several sheets (1月:3月!B2). */
export interface AreasValue {
  readonly kind: "areas";
  readonly areas: readonly RefValue[];
}

/** References side by side, as OFFSET(A1,{1,2},0) makes them: only functions that take them one by one can use them. */
export interface RefsValue {
  readonly kind: "refs";
  readonly rows: number;
  readonly cols: number;
  /** Row by row; an error where a reference lies outside. */
  readonly items: readonly Value[];
}

/** A LAMBDA that has been written but not yet called. */
export interface LambdaValue {
  readonly kind: "lambda";
  readonly arity: number;
  /** Its last parameters are optional ([x]). */
  readonly optional: boolean;
  readonly call: (args: readonly Value[]) => Value;
}

export type Value = Scalar | ArrayValue | RefValue | AreasValue | RefsValue | LambdaValue;

export const lastRow = 1_048_575;
export const lastColumn = 16_383;

export function isScalar(v: Value): v is Scalar {
  return typeof v !== "object" || v === null || v instanceof CellError;
}

export function isError(v: Value): v is CellError {
  return v instanceof CellError;
}

export function isArray(v: Value): v is ArrayValue {
  return typeof v === "object" && v !== null && !(v instanceof CellError) && v.kind === "array";
}

export function isRef(v: Value): v is RefValue {
  return typeof v === "object" && v !== null && !(v instanceof CellError) && v.kind === "ref";
}

export function isAreas(v: Value): v is AreasValue {
  return typeof v === "object" && v !== null && !(v instanceof CellError) && v.kind === "areas";
}

export function isRefs(v: Value): v is RefsValue {
  return typeof v === "object" && v !== null && !(v instanceof CellError) && v.kind === "refs";
}

export function isLambda(v: Value): v is LambdaValue {
  return typeof v === "object" && v !== null && !(v instanceof CellError) && v.kind === "lambda";
}

/** Cells of all arrays that one formula may make on its way. */
const mostArrayCells = 20_000_000;
let arrayCells = 0;

/** Begins a new count: called before each formula that nobody waits for. */
export function startCount(): void {
  arrayCells = 0;
}

export function arrayOf(rows: number, cols: number, cells: readonly Scalar[]): ArrayValue {
  arrayCells += cells.length;
  if (arrayCells > mostArrayCells)
    throw new Uncomputable("limit", "range", uncomputableText.bigArray());
  return { kind: "array", rows, cols, cells };
}

/** Carries an Excel error out of a function body to the call of that function, which returns it. */
export class Raised extends Error {
  override readonly name = "Raised";
  readonly error: CellError;
  constructor(error: CellError) {
    super(error.code);
    this.error = error;
  }
}

// One signal per error value, made once: throwing it costs no stack trace.
const signals = new Map<CellError, Raised>(
  Object.values(cellErrors).map((e) => [e, new Raised(e)]),
);

/** Ends the running function with this error value. */
export function raise(error: CellError): never {
  throw signals.get(error) ?? new Raised(error);
}

/** Why a formula has no value here (計算不可); never caught by IFERROR. */
export type UncomputableReason =
  | "unknown-function"
  | "refused"
  | "syntax"
  | "unknown-name"
  | "unknown-sheet"
  | "construct"
  | "cycle"
  | "limit"
  | "not-a-number";

export class Uncomputable extends Error {
  override readonly name = "Uncomputable";
  readonly reason: UncomputableReason;
  /** The function, name or construct in question, in the clerk's spelling. */
  readonly subject: string;

  constructor(reason: UncomputableReason, subject: string, message: string) {
    super(message);
    this.reason = reason;
    this.subject = subject;
  }
}

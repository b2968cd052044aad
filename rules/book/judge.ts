/** Turns what a check column gives into a finding (指摘), in the clerk's words. */
import type { Finding } from "../../core/index.ts";
import { CellError, type Scalar, Uncomputable } from "../formula/value.ts";
import { findingText } from "../messages.ja.ts";
import { badWords, fineWords } from "./caption-words.ja.ts";
import type { Column } from "./pattern-columns.ts";

export interface Judged {
  readonly value: Scalar | Uncomputable;
  readonly sheet: string;
  /** Where it stands, for example AH2. */
  readonly cell: string;
  /** As it stands in that cell, with "=". */
  readonly formula: string;
}

/** Null when all is right. */
export function judge(c: Column, judged: Judged): Finding | null {
  const { sheet, cell, formula } = judged;
  const said = sentence(c, judged);
  if (!said) return null;
  return { rule: c.name, fields: c.fields, sheet, cell, formula, ...said };
}

function sentence(c: Column, j: Judged): Pick<Finding, "severity" | "message"> | null {
  const at = findingText.place(j.sheet, j.cell);
  const severity = c.kind === "warning" ? "warning" : "error";
  const v = j.value;
  if (v instanceof Uncomputable)
    return { severity: "uncomputable", message: findingText.uncomputable(c.name, v.message, at) };
  if (v instanceof CellError)
    return { severity, message: findingText.errorValue(c.name, v.code, at) };
  if (typeof v === "number")
    return { severity: "uncomputable", message: findingText.numberResult(c.name, at) };
  if (v === false || (typeof v === "string" && badWords.has(v.trim())))
    return { severity, message: findingText.notMet(severity, c.name, { at, words: c.words }) };
  if (typeof v === "string" && !fineWords.has(v.trim())) return { severity, message: v.trim() };
  return null;
}

/** Value of a cell, or why it has none. */
export function readOrWhy(read: () => Scalar): Scalar | Uncomputable {
  try {
    return read();
  } catch (error) {
    if (error instanceof Uncomputable) return error;
    throw error;
  }
}

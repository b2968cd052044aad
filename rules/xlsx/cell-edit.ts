/** What is to become of one cell of a sheet that is patched in place, and its XML. */
import { CellError, type Scalar } from "../formula/value.ts";
import { cellTextXml, xmlText } from "./write-text.ts";

export interface NewFormula {
  /** Without "=". */
  readonly text: string;
  /** Range of an array formula; null for an ordinary one. */
  readonly array: string | null;
}

export interface CellEdit {
  /** Value of the cell; beside a formula: the value that viewers show. Null shows nothing. */
  readonly value: Scalar;
  /** "keep" leaves the formula that stands there; null takes it out. */
  readonly formula: NewFormula | "keep" | null;
  /** Index into the styles; undefined keeps the one of the cell. */
  readonly style?: number | undefined;
}

/** Edits by zero-based row and column; holes are left alone. */
export type SheetEdits = readonly (readonly (CellEdit | undefined)[] | undefined)[];

/** A cell as it stands: its attributes besides r, s and t, its style and the XML of its formula ("" for none). */
export interface OldCell {
  readonly style: string;
  readonly more: string;
  readonly formula: string;
}

export const noCell: OldCell = { style: "", more: "", formula: "" };

/** `ns` is the prefix of the sheet's elements ("" or "x:"). A text is never a formula, whatever it begins with. */
export function editedCell(name: string, edit: CellEdit, old: OldCell, ns: string): string {
  const style = edit.style === undefined ? old.style : String(edit.style);
  const formula = formulaXml(edit, old, ns);
  const more = formula === "" ? "" : old.more;
  const head = `<${ns}c r="${name}"${style === "" ? "" : ` s="${style}"`}${more}`;
  const v = edit.value;
  if (v === null || v === "") {
    if (formula === "") return `${head}/>`;
    // An empty text is a value too: the cell must not look as if it had never been computed.
    return v === null
      ? `${head}>${formula}</${ns}c>`
      : `${head} t="str">${formula}<${ns}v></${ns}v></${ns}c>`;
  }
  if (typeof v === "string" && formula === "") {
    return `${head} t="inlineStr"><${ns}is><${ns}t xml:space="preserve">${cellTextXml(v)}</${ns}t></${ns}is></${ns}c>`;
  }
  const [type, text] = stored(v);
  return `${head}${type}>${formula}<${ns}v>${text}</${ns}v></${ns}c>`;
}

function stored(v: number | string | boolean | CellError): readonly [type: string, text: string] {
  if (typeof v === "number") return ["", String(v)];
  if (typeof v === "boolean") return [' t="b"', v ? "1" : "0"];
  if (v instanceof CellError) return [' t="e"', v.code];
  return [' t="str"', cellTextXml(v)];
}

function formulaXml(edit: CellEdit, old: OldCell, ns: string): string {
  if (edit.formula === null) return "";
  if (edit.formula === "keep") return old.formula;
  const array = edit.formula.array === null ? "" : ` t="array" ref="${edit.formula.array}"`;
  return `<${ns}f${array}>${xmlText(edit.formula.text)}</${ns}f>`;
}

/** Rows of a clerk's table → values that may be printed into a form (差込印刷): each judged as if it had been typed. */
import type { BukaError } from "../../core/index.ts";
import type { Form, FormField } from "../form.ts";
import { normaliseTyped } from "../types/normalise-typed.ja.ts";
import { formErrors } from "./messages.ja.ts";
import { refuseRecords } from "./print-form.ts";

type Row = Readonly<Record<string, string>>;

/**
 * Empty cells stay empty, for they are filled in by hand; unknown columns are left to the printer. Throws OCR112, OCR118 or OCR119:
 * a branch code that lost its 0 in Excel, and a 個人番号, must not get on paper.
 */
export function mergeRecords(form: Form, rows: readonly Row[]): readonly Row[] {
  if (rows.length === 0) throw formErrors.noRecords({});
  const faults: BukaError[] = [];
  const merged = rows.map((row, i) => {
    const cells = Object.entries(row).map(([name, value]): [string, string] => {
      const field = form.fields.find((f) => f.name === name);
      if (!field || value.trim() === "") return [name, value];
      const typed = normaliseTyped(field, value);
      if (typed.ok) return [name, printed(field, typed.value)];
      const reason = typed.message;
      faults.push(formErrors.badValue({ record: i + 1, field: name, reason }));
      return [name, value];
    });
    return Object.fromEntries(cells);
  });
  refuseRecords(faults);
  return merged;
}

/** Amounts without boxes are easier to read with their commas. */
function printed(field: FormField, value: string): string {
  if (field.type !== "amount" || field.boxes !== null) return value;
  return value.replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

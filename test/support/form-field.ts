/** A printed field of a form for tests of single types. */
import type { FieldType, FormField } from "../../ocr/index.ts";

export const formField = (type: FieldType, over: Partial<FormField> = {}): FormField => ({
  name: "項目",
  type,
  required: true,
  boxes: null,
  maxLength: null,
  options: [],
  master: null,
  writing: "print",
  ...over,
});

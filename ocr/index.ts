/** Page image → fields with confidence. */
export type { DrawItem, FieldType, FieldZone, Form, FormField, FormLayout, MmBox } from "./form.ts";
export type { FormPage, Masters, OtherPage, PageReader, PageReading } from "./page-reading.ts";

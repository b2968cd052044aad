/** Reads sample pages and holds every field against its truth. */
import type { Form, PageReader } from "../../../ocr/index.ts";
import { type SamplePage, sampleMasters } from "./sample-forms.ts";

export interface FieldResult {
  readonly quality: string;
  readonly font: string;
  readonly field: string;
  readonly type: string;
  readonly exact: boolean;
  readonly accepted: boolean;
  readonly reasons: readonly string[];
  readonly read: string;
  readonly truth: string;
}

export interface PageResult {
  readonly quality: string;
  readonly registered: boolean;
  readonly cpuSeconds: number;
  readonly fields: readonly FieldResult[];
}

/** Blanks are compared as one ordinary blank: full width and half width print alike. */
const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

export async function readSample(
  reader: PageReader,
  form: Form,
  page: SamplePage,
): Promise<PageResult> {
  const read = await reader.readPage(page.file, 1, [form], sampleMasters);
  const readings = read.kind === "form" ? read.fields : {};
  const fields = form.fields.map((field): FieldResult => {
    const reading = readings[field.name];
    const truth = plain(page.truth[field.name] ?? "");
    const value = plain(reading?.value ?? "");
    return {
      quality: page.quality,
      font: page.font,
      field: field.name,
      type: field.type,
      exact: reading !== undefined && value === truth,
      accepted: reading?.accepted ?? false,
      reasons: reading?.reasons.map((r) => r.code) ?? [read.kind],
      read: value,
      truth,
    };
  });
  const { cpuSeconds } = read;
  return { quality: page.quality, registered: read.kind === "form", cpuSeconds, fields };
}

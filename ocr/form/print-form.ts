/** Prints a form as A4 PDF with exact millimetres, blank or with records filled in. Owner of pdf-lib. */
import type { BukaError } from "../../core/index.ts";
import type { Form } from "../form.ts";
import { layoutMark } from "./layout-mark.ts";
import { formErrors } from "./messages.ja.ts";
import { mm, points } from "./paper.ts";
import { embedCaptionFont, embedValueFont, type Font, missingSigns } from "./pdf-font.ts";
import { black, type Ink, Pen } from "./pdf-pen.ts";
import { type PlacedValues, placeValues, type ValueItem } from "./place-values.ts";
import { qrBoxes, qrText } from "./qr-code.ts";

/** How a form is filled in when it is printed. */
export interface PrintOptions {
  /** TrueType file for the values; without it they are printed in the caption font. */
  readonly valueFont?: string;
  /** Black without it. */
  readonly ink?: Ink;
  /** What the QR code of each page carries besides the form, for example a 受付番号; by index of the record. */
  readonly qrExtras?: readonly (string | null)[];
}

/**
 * A4 PDF, one page per record (values by field name; missing or "" = left blank); no records = one blank form.
 * Dates as YYYY-MM-DD or era dates, 口座名義カナ half or full width. Throws BukaError OCR101… when a value does
 * not fit, a font is missing or lacks a character; never prints a substitute.
 */
export async function printForm(
  form: Form,
  records: readonly Readonly<Record<string, string>>[],
  options: PrintOptions = {},
): Promise<Uint8Array> {
  if (form.layout.landmarks) throw formErrors.adoptedNotPrinted({ form: form.title });
  const lib = await import("pdf-lib");
  // Without metadata the same input gives the same bytes.
  const pdf = await lib.PDFDocument.create({ updateMetadata: false });
  const captions = await embedCaptionFont(pdf);
  const { valueFont } = options;
  const values = valueFont === undefined ? captions : await embedValueFont(pdf, valueFont);
  refuseUnknownSigns(form, captions);
  const filled = fillAll(form, records, values);
  for (const [i, items] of filled.entries()) {
    const page = pdf.addPage([points(form.paper.width), points(form.paper.height)]);
    const pen = new Pen(lib, page, form.paper.height);
    for (const item of form.layout.drawing) pen.draw(item, captions, black);
    const layout = layoutMark(form);
    const facts = { formId: form.id, version: form.version, layout, page: 1 };
    const text = qrText({ ...facts, extra: options.qrExtras?.[i] ?? null });
    for (const box of await qrBoxes(text, form.layout.qr)) pen.fill(box);
    for (const item of items) pen.draw(item, values, options.ink ?? black);
  }
  return pdf.save();
}

function refuseUnknownSigns(form: Form, captions: Font): void {
  const text = form.layout.drawing.map((d) => (d.kind === "text" ? d.text : "")).join("");
  const missing = missingSigns(text, captions);
  if (missing.length === 0) return;
  throw formErrors.captionGlyphMissing({ form: form.id, characters: missing.join(" ") });
}

/** The values of every page; throws one error that tells all faults. */
function fillAll(
  form: Form,
  records: readonly Readonly<Record<string, string>>[],
  values: Font,
): readonly (readonly ValueItem[])[] {
  const measure = (words: string, size: number): number =>
    mm(values.font.widthOfTextAtSize(words, size));
  const pages = records.map((record, i): PlacedValues => {
    const number = i + 1;
    const strange = strangeSigns(record, number, values);
    if (strange.length > 0) return { items: [], faults: strange };
    return placeValues(form, { number, values: record }, measure);
  });
  refuseRecords(pages.flatMap((p) => p.faults));
  return pages.length === 0 ? [[]] : pages.map((p) => p.items);
}

/** Throws the one fault, or one error that tells the first of them. */
export function refuseRecords(faults: readonly BukaError[]): void {
  const [first] = faults;
  if (!first) return;
  if (faults.length === 1) throw first;
  const sentences = faults
    .slice(0, 5)
    .map((f) => f.message)
    .join("");
  throw formErrors.printRefused({ count: faults.length, sentences });
}

function strangeSigns(
  record: Readonly<Record<string, string>>,
  number: number,
  values: Font,
): BukaError[] {
  return Object.entries(record).flatMap(([field, value]) => {
    const missing = missingSigns(value.trim(), values);
    if (missing.length === 0) return [];
    const codePoints = missing.map(codePointName).join("、");
    return [formErrors.glyphMissing({ record: number, field, codePoints })];
  });
}

function codePointName(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Prints a form as A4 PDF with exact millimetres, blank or with records filled in. Owner of pdf-lib and fontkit. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { PDFDocument } from "pdf-lib";
import type { BukaError } from "../../core/index.ts";
import type { Form } from "../form.ts";
import { formErrors } from "./messages.ja.ts";
import { mm, points } from "./paper.ts";
import { black, type Font, type Ink, Pen } from "./pdf-pen.ts";
import { type PlacedValues, placeValues, type ValueItem } from "./place-values.ts";
import { qrBoxes, qrText } from "./qr-code.ts";

export interface PrintOptions {
  /** TrueType file for the values; without it they are printed in the caption font. */
  readonly valueFont?: string;
  /** Black without it. */
  readonly ink?: Ink;
  /** What the QR code of each page carries besides the form, for example a 受付番号; by index of the record. */
  readonly qrExtras?: readonly (string | null)[];
}

const fontPackage = "@expo-google-fonts/biz-udgothic";
const fontFile = `${fontPackage}/400Regular/BIZUDGothic_400Regular.ttf`;

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
  const lib = await import("pdf-lib");
  // Without metadata the same input gives the same bytes.
  const pdf = await lib.PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit((await import("@pdf-lib/fontkit")).default);
  const captions = await embedFont(pdf, await captionFont());
  const values = options.valueFont
    ? await embedFont(pdf, await valueFont(options.valueFont))
    : captions;
  refuseUnknownSigns(form, captions);
  const filled = fillAll(form, records, values);
  for (const [i, items] of filled.entries()) {
    const page = pdf.addPage([points(form.paper.width), points(form.paper.height)]);
    const pen = new Pen(lib, page, form.paper.height);
    for (const item of form.layout.drawing) pen.draw(item, captions, black);
    const facts = { formId: form.id, version: form.version, page: 1 };
    const text = qrText({ ...facts, extra: options.qrExtras?.[i] ?? null });
    for (const box of await qrBoxes(text, form.layout.qr)) pen.fill(box);
    for (const item of items) pen.draw(item, values, options.ink ?? black);
  }
  return pdf.save();
}

async function embedFont(pdf: PDFDocument, bytes: Uint8Array): Promise<Font> {
  const font = await pdf.embedFont(bytes, { subset: true });
  return { font, signs: new Set(font.getCharacterSet()) };
}

async function captionFont(): Promise<Uint8Array> {
  try {
    return await readFile(createRequire(import.meta.url).resolve(fontFile));
  } catch (cause) {
    throw formErrors.captionFontMissing({ package: fontPackage }, { cause });
  }
}

async function valueFont(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw formErrors.valueFontMissing({ file }, { cause });
  });
  const head = bytes.subarray(0, 4).toString("latin1");
  // OpenType with CFF outlines ("OTTO") and collections ("ttcf") lose glyphs when pdf-lib cuts them down.
  if (head !== "\u0000\u0001\u0000\u0000" && head !== "true") {
    throw formErrors.valueFontMissing({ file });
  }
  return bytes;
}

/** Signs that the font lacks; empty when all is well. */
function missingSigns(text: string, font: Font): string[] {
  return [...new Set(text)].filter((c) => !font.signs.has(c.codePointAt(0) ?? 0));
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
  const faults = pages.flatMap((p) => p.faults);
  const [first] = faults;
  if (first && faults.length === 1) throw first;
  if (first) {
    const sentences = faults
      .slice(0, 5)
      .map((f) => f.message)
      .join("");
    throw formErrors.printRefused({ count: faults.length, sentences });
  }
  return pages.length === 0 ? [[]] : pages.map((p) => p.items);
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

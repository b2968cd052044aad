/** Starts a form.yaml from the blank scan of a form that we did not design (既存の様式の取り込み). */
import { basename } from "node:path";
import type { OcrEngine, Readers } from "../../engines/ocr-engine.ts";
import { openReaders } from "../../engines/readers.ts";
import type { Form, MmBox, WordMark } from "../../form.ts";
import { type Grey, shrink } from "../../image/grey.ts";
import { openFile } from "../../intake/open-file.ts";
import { ocrErrors } from "../../messages.ja.ts";
import { WORD_MM, wordMark } from "../../registration/word-marks.ts";
import { paperSizes } from "../form-words.ja.ts";
import { formErrors } from "../messages.ja.ts";
import { drawOverlay, type OverlayMark } from "../page-overlay.ts";
import { parseForm } from "../parse-form.ts";
import { adoptWords, isKnownCaption, mendCaption, titleText } from "./caption-words.ja.ts";
import { type Cell, describeCells } from "./cells.ts";
import { findEntries, inReadingOrder } from "./find-entries.ts";
import { formYaml } from "./form-yaml.ja.ts";
import { findFreeDates, findFreeTicks, findUnderlines } from "./free-entries.ts";
import { type FlatForm, landmarkRules, layFlat } from "./lay-flat.ts";
import { type Glyph, isIn, type PrintedLine, pageBlobs, printedLines } from "./page-words.ts";
import { type ProposedField, proposeFields } from "./propose-fields.ts";
import { type WordReader, wordReader } from "./read-words.ts";
import { findCells } from "./table-cells.ts";

/** How a blank scan is taken for a form. */
export interface AdoptOptions {
  /** 様式番号: capital letters, digits and hyphens. */
  readonly id: string;
  /** Page of the file from 1; the first without it. */
  readonly page?: number;
  /** Word of 用紙 such as "A4横"; by the shape of the scan without it. */
  readonly paper?: string;
  /** Starts the readers; the shipped Tesseract models without it. */
  readonly readers?: () => Promise<Readers>;
}

/** What is proposed for a form that was found on paper. */
export interface AdoptedForm {
  /** Text of the proposed form.yaml. */
  readonly yaml: string;
  readonly form: Form;
  readonly fields: readonly {
    readonly name: string;
    readonly type: string;
    readonly sure: boolean;
  }[];
  /** Sentences about what cannot be read by a machine. */
  readonly remarks: readonly string[];
  /** PNG of the blank form with the proposed fields painted over it. */
  readonly overlay: Uint8Array;
}

/**
 * Reads a blank scan (PDF, PNG, JPEG, TIFF; upright, up to about 4° askew). Throws BukaError OCR001… for bad files and
 * OCR114 when there are no ruled fields on it.
 */
export async function adoptForm(file: string, options: AdoptOptions): Promise<AdoptedForm> {
  const source = await openFile(file);
  let scan: Grey;
  try {
    const page = options.page ?? 1;
    if (!Number.isInteger(page) || page < 1 || page > source.pageCount) {
      const name = basename(file);
      const facts = { file: name, page, count: source.pageCount };
      throw ocrErrors.noSuchPage(facts, { place: { file: name } });
    }
    scan = await source.render(page);
  } finally {
    source.close();
  }
  const readers = await (options.readers ?? openReaders)();
  try {
    return await propose(scan, options, { engines: readers.japanese, file: basename(file) });
  } finally {
    await readers.close();
  }
}

interface AdoptWorld {
  readonly engines: readonly [OcrEngine, OcrEngine];
  readonly file: string;
}

async function propose(scan: Grey, options: AdoptOptions, world: AdoptWorld): Promise<AdoptedForm> {
  const paper = options.paper ?? (scan.width > scan.height ? landscape : portrait);
  const size = paperSizes[paper];
  if (!size) throw formErrors.unknownPaper({ paper, known: Object.keys(paperSizes).join("・") });
  const flat = layFlat(scan, size);
  const glyphs = pageBlobs(flat);
  const reader = wordReader(flat, world.engines, { known: isKnownCaption, mend: mendCaption });
  const boxes = findCells([...flat.rules, ...flat.dashed]);
  const cells = await describeCells(boxes, glyphs, reader);
  const entries = [
    ...(await findEntries(cells, glyphs, reader)),
    ...(await findUnderlines(flat, { cells: boxes, glyphs, reader })),
    ...(await findFreeDates(glyphs, { cells: boxes, reader })),
    ...(await findFreeTicks(glyphs, { cells: boxes, reader })),
  ];
  const fields = proposeFields(inReadingOrder(entries));
  if (fields.length === 0) throw formErrors.nothingToAdopt({ file: world.file });
  const circled = cells.filter((c) => c.kind === "circles");
  const remarks = circled.map((c) => adoptWords.circled(c.text));
  const title = await titleOf(glyphs, boxes, reader);
  const landmarks = { rules: landmarkRules(flat), words: landmarkWords(flat, glyphs, fields) };
  const yaml = formYaml({ id: options.id, title, paper, fields, landmarks, remarks });
  const parsed = parseForm(yaml, "form.yaml");
  if (!parsed.ok) {
    const [first] = parsed.problems;
    throw formErrors.badProposal({ file: world.file, reason: first?.message ?? "" });
  }
  const overlay = await overlayOf(flat, fields, cells);
  const brief = fields.map(({ name, type, sure }) => ({ name, type, sure }));
  return { yaml, form: parsed.value, fields: brief, remarks, overlay };
}

const [portrait = "", landscape = ""] = Object.keys(paperSizes);

/** The largest line of the upper third. */
async function titleOf(
  glyphs: readonly Glyph[],
  cells: readonly MmBox[],
  reader: WordReader,
): Promise<string> {
  const upper = glyphs.filter((g) => g.box.y < 100 && !cells.some((c) => isIn(g.box, c)));
  const lines = printedLines(upper).filter((l) => l.box.width > 12 && l.box.height < 12);
  const [title] = [...lines].sort((a, b) => b.box.height - a.box.height);
  if (!title) return adoptWords.noTitle;
  return (await reader.read(title.words, title, (t) => titleText.test(t))) || adoptWords.noTitle;
}

const MOST_WORDS = 18;

/** Words outside the fields, far from each other, so that every corner of the page has a say. */
function landmarkWords(
  flat: FlatForm,
  glyphs: readonly Glyph[],
  fields: readonly ProposedField[],
): WordMark[] {
  const outside = glyphs.filter((g) => !fields.some((f) => isIn(g.box, f.area)));
  const good = wordBoxes(printedLines(outside), flat);
  const chosen: MmBox[] = [];
  while (chosen.length < MOST_WORDS) {
    const next = good
      .filter((b) => !chosen.includes(b))
      .map((box) => ({ box, far: farness(box, chosen) }))
      .sort((a, b) => b.far - a.far)[0];
    if (!next || next.far < 6) break;
    chosen.push(next.box);
  }
  const small = shrink(flat.picture, 2);
  const [a, b, c, d, e, f, g, h] = flat.plane;
  const plane = [a / 2, b / 2, c / 2, d / 2, e / 2, f / 2, g, h] as const;
  return chosen.map((box) => wordMark(small, plane, box));
}

function wordBoxes(lines: readonly PrintedLine[], flat: FlatForm): MmBox[] {
  const { width, height } = flat.paper;
  return lines
    .flatMap((l) => l.words.map((w) => w.box))
    .filter((b) => b.width >= WORD_MM.least && b.height >= 1.8 && b.height <= 9)
    .filter((b) => b.x > 4 && b.y > 4 && b.x + b.width < width - 4 && b.y + b.height < height - 4)
    .map((b) => ({ x: b.x - 0.5, y: b.y - 0.5, width: b.width + 1, height: b.height + 1 }));
}

function farness(box: MmBox, from: readonly MmBox[]): number {
  if (from.length === 0) return 1000 + box.width;
  return Math.min(...from.map((f) => Math.hypot(f.x - box.x, f.y - box.y)));
}

const colors = {
  sure: [20, 130, 60],
  unsure: [215, 110, 0],
  boxes: [30, 90, 200],
  printed: [120, 120, 120],
  caption: [150, 90, 190],
} as const;

/** Green: proposed; orange: to be looked at; blue: one-character boxes and ticks; violet: captions. */
function overlayOf(
  flat: FlatForm,
  fields: readonly ProposedField[],
  cells: readonly Cell[],
): Promise<Uint8Array> {
  const marks: OverlayMark[] = cells
    .filter((c) => c.kind === "caption")
    .map((c) => ({ box: c.box, label: "", color: colors.caption }));
  for (const [i, field] of fields.entries()) {
    const facts = { number: i + 1, name: field.name, type: field.type };
    const [label = "", ...shorter] = adoptWords.labels(facts);
    const color = field.sure ? colors.sure : colors.unsure;
    const inner = [...field.boxes, ...field.ticks];
    marks.push({ box: field.area, label, shorter, color });
    marks.push(...inner.map((box) => ({ box, label: "", color: colors.boxes })));
    marks.push(...field.printed.map((box) => ({ box, label: "", color: colors.printed })));
  }
  return drawOverlay(shrink(flat.picture, 2), flat.paper, marks);
}

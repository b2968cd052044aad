/** Reads pages: opens files, registers pages, reads every field, and refuses what must not be kept. */
import { basename } from "node:path";
import {
  type Clock,
  type FieldReading,
  isBukaError,
  type Log,
  type PixelBox,
  silentLog,
  systemClock,
} from "../core/index.ts";
import { type Calibration, openCalibration } from "./calibration.ts";
import { blackOut } from "./crops/black-out.ts";
import { type FormSheet, fieldInk, tickShares } from "./crops/field-ink.ts";
import { openSheet, type PageSheet } from "./crops/page-sheet.ts";
import type { Readers } from "./engines/ocr-engine.ts";
import { openReaders } from "./engines/readers.ts";
import type { FieldZone, Form, FormField, MmBox } from "./form.ts";
import { isFrameGone } from "./frame-check.ts";
import type { Grey } from "./image/grey.ts";
import { MM_PER_INCH } from "./intake/limits.ts";
import { createPageCache } from "./intake/page-cache.ts";
import type { ScannedImages } from "./intake/page-source.ts";
import type { PageWord } from "./intake/text-layer.ts";
import { ocrErrors, pageReasons } from "./messages.ja.ts";
import { PICTURE_DPI, smallPagePicture } from "./page-picture.ts";
import type { FormPage, Masters, OtherPage, PageReader, PageReading } from "./page-reading.ts";
import { type Registration, registerPage } from "./registration/register-page.ts";
import { agreeFields, PageDrafts } from "./types/agree-fields.ts";
import { expectedWord } from "./types/agree-listed.ts";
import { ask } from "./types/ask-reasons.ja.ts";
import type { FieldDraft } from "./types/field-draft.ts";
import { readWritten, toReading } from "./types/read-field.ts";
import { lookAtTextLayer } from "./types/text-layer-look.ts";
import { readTicks } from "./types/ticks.ts";

/** What a page reader takes from outside; nothing of it is needed. */
export interface PageReaderOptions {
  readonly log?: Log;
  readonly clock?: Clock;
  /** Starts the readers on first use; the shipped Tesseract models without it. */
  readonly readers?: () => Promise<Readers>;
  /** File of the site's own thresholds (読取の基準); the shipped ones without it. Throws OCR018, OCR019. */
  readonly calibration?: string | null;
}

/**
 * A reader for printed pages. It works in the calling thread and keeps one file open: give it a process of
 * its own, and several processes for several cores (about 350 MB each). Readers start with the first page.
 */
export async function createPageReader(options: PageReaderOptions = {}): Promise<PageReader> {
  const world = {
    log: options.log ?? silentLog,
    clock: options.clock ?? systemClock,
    start: options.readers ?? (() => openReaders()),
  };
  const calibration = openCalibration(options.calibration ?? null);
  const files = createPageCache();
  let readers: Readers | null = null;
  let closed = false;
  const open = (): void => {
    if (closed) throw ocrErrors.readerClosed({});
  };
  return {
    countPages: async (file) => {
      open();
      return (await files.open(file)).pageCount;
    },
    readPage: async (file, page, forms, masters) => {
      open();
      const source = await files.open(file);
      if (!Number.isInteger(page) || page < 1 || page > source.pageCount) {
        const name = basename(file);
        const facts = { file: name, page, count: source.pageCount };
        throw ocrErrors.noSuchPage(facts, { place: { file: name } });
      }
      readers ??= await world.start();
      const started = { cpu: process.cpuUsage(), at: world.clock.now().getTime() };
      const reading = await readSheet(await source.render(page), {
        page,
        forms,
        masters,
        readers,
        calibration,
        scanned: source.scanned,
        words: () => source.words(page),
      });
      const cpuSeconds = secondsSince(started.cpu);
      const ms = world.clock.now().getTime() - started.at;
      world.log.info("page-read", { page, kind: reading.kind, ms, cpuSeconds });
      return { ...reading, cpuSeconds };
    },
    close: async () => {
      closed = true;
      files.close();
      await readers?.close();
      readers = null;
    },
  };
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const spent = process.cpuUsage(start);
  return (spent.user + spent.system) / 1e6;
}

interface PageTask {
  readonly page: number;
  readonly forms: readonly Form[];
  readonly masters: Masters;
  readonly readers: Readers;
  readonly calibration: Calibration;
  readonly scanned: ScannedImages | null;
  /** Text layer of the page. */
  readonly words: () => Promise<readonly PageWord[]>;
}

type Untimed<T> = T extends unknown ? Omit<T, "cpuSeconds"> : never;

async function readSheet(scan: Grey, task: PageTask): Promise<Untimed<PageReading>> {
  const found = await registerPage(scan, task.forms);
  if (found.kind !== "form") return { kind: found.kind, page: task.page, reason: found.reason };
  const sheet = openSheet(scan, found, task.scanned);
  const read = await readFields(sheet, found.form, task);
  const layer = { words: await wordsOrNone(task), form: found.form, toPage: found.toPage };
  const drafts = layer.words.length > 0 ? lookAtTextLayer(read, layer) : read;
  const where = [...drafts].flatMap(([name, d]) => (d.private ? [name] : []));
  if (where.length > 0) return privatePage(sheet, found.form, { where, page: task.page });
  const agreed = agreeFields(found.form, task.masters, drafts);
  return formPage(sheet, found, { drafts: agreed, page: task.page });
}

/** No values, and a picture on which the fields in question are black: enough to find the sheet, nothing to keep. */
function privatePage(
  sheet: PageSheet,
  form: Form,
  found: { readonly where: readonly string[]; readonly page: number },
): Untimed<OtherPage> {
  const areas = found.where.flatMap((name) => form.layout.zones[name]?.area ?? []);
  return {
    kind: "private-number",
    page: found.page,
    reason: pageReasons.privateNumber({ fields: found.where }),
    masked: smallPagePicture(blackOut(sheet.picture, PICTURE_DPI, areas)),
    dpi: PICTURE_DPI,
  };
}

/** A text layer is a help, not a need: a page whose layer is damaged is read without it. */
async function wordsOrNone(task: PageTask): Promise<readonly PageWord[]> {
  try {
    return await task.words();
  } catch (error) {
    if (isBukaError(error)) return [];
    throw error;
  }
}

type Drafts = Map<string, FieldDraft>;

async function readFields(sheet: PageSheet, form: Form, task: PageTask): Promise<Drafts> {
  const drafts: Drafts = new Map();
  for (const field of inReadingOrder(form.fields)) {
    const zone = form.layout.zones[field.name];
    if (!zone) continue;
    const expected =
      field.type === "master"
        ? expectedWord(new PageDrafts(form, task.masters, drafts), field)
        : null;
    const draft = await readOne(sheet, { field, zone, expected }, task);
    drafts.set(field.name, inItsFrame(sheet, { form, zone }, draft));
    // Lets the process answer its parent between two fields.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return new Map(
    form.fields.flatMap(({ name }) => {
      const draft = drafts.get(name);
      return draft ? [[name, draft] as const] : [];
    }),
  );
}

/** Another issue of the same form may have the column elsewhere: then this is part of its neighbour's text. */
function inItsFrame(
  sheet: PageSheet,
  { form, zone }: { form: Form; zone: FieldZone },
  draft: FieldDraft,
): FieldDraft {
  const rules = form.layout.landmarks?.rules ?? [];
  if (!isFrameGone(sheet, zone, rules)) return draft;
  return { ...draft, reasons: [...draft.reasons, ask("frame-gone")] };
}

/** Words of lists come last: the codes beside them tell which word to expect. */
function inReadingOrder(fields: readonly FormField[]): readonly FormField[] {
  const isWord = (f: FormField): boolean => f.type === "master";
  return [...fields.filter((f) => !isWord(f)), ...fields.filter(isWord)];
}

function readOne(
  sheet: FormSheet,
  at: { field: FormField; zone: FieldZone; expected: string | null },
  task: PageTask,
): Promise<FieldDraft> {
  const { field, zone, expected } = at;
  if (zone.ticks.length > 0)
    return Promise.resolve(readTicks(field, tickShares(sheet, zone.ticks), task.calibration.ticks));
  return readWritten({
    field,
    ink: fieldInk(sheet, zone, field.writing),
    readers: task.readers,
    master: task.masters[field.master ?? ""] ?? [],
    expected,
    preprinted: zone.preprinted,
    coarse: sheet.coarse,
    calibration: task.calibration,
  });
}

function formPage(
  sheet: PageSheet,
  found: Extract<Registration, { kind: "form" }>,
  read: { drafts: Drafts; page: number },
): Untimed<FormPage> {
  const { form, label } = found;
  const fields: Record<string, FieldReading> = {};
  for (const [name, draft] of read.drafts) {
    const area = form.layout.zones[name]?.area;
    if (area) fields[name] = toReading(draft, pictureBox(area, read.page));
  }
  return {
    kind: "form",
    page: read.page,
    formId: form.id,
    formVersion: form.version,
    fields,
    image: smallPagePicture(sheet.picture),
    dpi: PICTURE_DPI,
    qrExtra: label.extra,
  };
}

const picturePixels = (mm: number): number => Math.round((mm * PICTURE_DPI) / MM_PER_INCH);

function pictureBox(area: MmBox, page: number): PixelBox {
  const px = picturePixels;
  return { page, x: px(area.x), y: px(area.y), width: px(area.width), height: px(area.height) };
}

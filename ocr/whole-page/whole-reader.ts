/** Reads pages without a template: for papers that are no form of ours, and for searching. */
import { basename } from "node:path";
import { type Log, type PixelBox, silentLog } from "../../core/index.ts";
import type { Readers } from "../engines/ocr-engine.ts";
import { openReaders } from "../engines/readers.ts";
import { isBilevel } from "../image/bilevel.ts";
import { type Grey, histogram, otsu, type Rect } from "../image/grey.ts";
import { type PageTone, pageTone } from "../image/ink.ts";
import { READING_DPI } from "../intake/limits.ts";
import { createPageCache } from "../intake/page-cache.ts";
import { ocrErrors } from "../messages.ja.ts";
import { PICTURE_DPI, pagePicture } from "../page-picture.ts";
import { holdsPrivateNumber, maskPrivateNumbers } from "../types/private-number.ja.ts";
import { eraseRules } from "./erase-rules.ts";
import { findLines } from "./find-lines.ts";
import { howItLies, layStraight, type Turn } from "./lay-straight.ts";
import { pairLines } from "./pair-lines.ts";
import { type RawLine, readLine } from "./read-lines.ts";
import { type TickBox, tickBefore } from "./tick-boxes.ts";
import { framedLetter, tickSigns } from "./tick-signs.ja.ts";
import type { TextLine, WholePage } from "./whole-page.ts";

/** Reads whole pages one after another; give it a process of its own. */
export interface WholeReader {
  /** Number of pages of a file. Throws BukaError (OCR…) for files that cannot be opened. */
  countPages(file: string): Promise<number>;
  /** Reads one page (from 1). A blank page has no lines. Throws BukaError (OCR…) when it cannot be drawn. */
  readWhole(file: string, page: number): Promise<WholePage>;
  close(): Promise<void>;
}

/** What a whole-page reader takes from outside; nothing of it is needed. */
export interface WholeReaderOptions {
  readonly log?: Log;
  /** Starts the readers on first use; the shipped ones without it. */
  readonly readers?: () => Promise<Readers>;
}

/** A page has at most this many lines that are read; a page of small print has 120. */
const MOST_LINES = 400;

/** Lines on which it is tried whether the page stands on its head. */
const TRIED_LINES = 4;

/** Mean confidence of a long line that no text on its head reaches. */
const SURELY_UPRIGHT = 0.96;

/** Opens nothing yet: readers start with the first page. */
export function createWholeReader(options: WholeReaderOptions = {}): WholeReader {
  const start = options.readers ?? (() => openReaders());
  const log = options.log ?? silentLog;
  const files = createPageCache();
  let readers: Readers | null = null;
  return {
    countPages: async (file) => (await files.open(file)).pageCount,
    readWhole: async (file, page) => {
      const source = await files.open(file);
      if (!Number.isInteger(page) || page < 1 || page > source.pageCount) {
        const facts = { file: basename(file), page, count: source.pageCount };
        throw ocrErrors.noSuchPage(facts, { place: { file: facts.file } });
      }
      readers ??= await start();
      const cpu = process.cpuUsage();
      const whole = await readWhole(await source.render(page), page, readers);
      const spent = process.cpuUsage(cpu);
      const cpuSeconds = (spent.user + spent.system) / 1e6;
      log.info("whole-page-read", { page, lines: whole.lines.length, cpuSeconds });
      return { ...whole, cpuSeconds };
    },
    close: async () => {
      files.close();
      await readers?.close();
      readers = null;
    },
  };
}

interface Sheet {
  /** Without rules and boxes. */
  readonly picture: Grey;
  readonly straight: Grey;
  readonly tone: PageTone;
  readonly boxes: readonly Rect[];
  readonly ticks: readonly TickBox[];
}

async function readWhole(
  scan: Grey,
  page: number,
  readers: Readers,
): Promise<Omit<WholePage, "cpuSeconds">> {
  const lay = howItLies(scan);
  const bilevel = isBilevel(scan);
  const either: readonly [Turn, Turn] = lay.sideways ? [90, 270] : [0, 180];
  const upright = sheetOf(layStraight(scan, either[0], lay.skew), bilevel);
  const turned = await isOnItsHead(upright, readers);
  const turn = turned ? either[1] : either[0];
  const sheet = turned ? sheetOf(layStraight(scan, turn, lay.skew), bilevel) : upright;
  const raw: RawLine[] = [];
  for (const box of sheet.boxes.slice(0, MOST_LINES)) {
    raw.push(await readLine(sheet, box, readers));
    // Lets the process answer its parent between two lines.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return wholePage(sheet, raw, { page, turn, skew: lay.skew, reader: readers.japanese[0].ref });
}

function sheetOf(straight: Grey, bilevel: boolean): Sheet {
  const threshold = Math.min(170, otsu(histogram(straight)));
  const ruled = eraseRules(straight, threshold);
  const tone = pageTone(straight, bilevel);
  return { ...findLines(ruled, threshold), straight, tone };
}

/** Text on its head is read with little confidence: some long lines are read both ways. */
async function isOnItsHead(sheet: Sheet, readers: Readers): Promise<boolean> {
  const long = [...sheet.boxes].sort((a, b) => b.width - a.width).slice(0, TRIED_LINES);
  const head = { ...sheet, picture: turnedRound(sheet.picture) };
  const { width, height } = sheet.picture;
  let [up, down] = [0, 0];
  for (const box of long) {
    const there = { ...box, x: width - box.x - box.width, y: height - box.y - box.height };
    const sure = (await readLine(sheet, box, readers)).confidence;
    // Nothing is read as surely as this on its head.
    if (sure > SURELY_UPRIGHT) return false;
    up += sure;
    down += (await readLine(head, there, readers)).confidence;
  }
  return down > up;
}

const turnedRound = (picture: Grey): Grey => ({
  ...picture,
  data: new Uint8Array(picture.data).reverse(),
});

function wholePage(
  sheet: Sheet,
  raw: readonly RawLine[],
  facts: Pick<WholePage, "page" | "turn" | "skew" | "reader">,
): Omit<WholePage, "cpuSeconds"> {
  const read = raw.filter((line) => line.text !== "");
  const privateNumber = read.some((line) => holdsPrivateNumber(line.text));
  const lines = read.map((line) => toLine(line, { page: facts.page, ticks: sheet.ticks }));
  const scale = PICTURE_DPI / READING_DPI;
  const size = {
    width: Math.round(sheet.straight.width * scale),
    height: Math.round(sheet.straight.height * scale),
  };
  const image = privateNumber ? null : pagePicture(sheet.straight, size);
  return { ...facts, lines, pairs: pairLines(lines), privateNumber, image, dpi: PICTURE_DPI };
}

function toLine(
  { text, confidence, rect }: RawLine,
  { page, ticks }: { page: number; ticks: readonly TickBox[] },
): TextLine {
  const before = tickBefore(rect, ticks);
  const letter = before ? framedLetter(text) : null;
  // The box of □団体 stands before the 団 that looks like one.
  const tick = before && letter !== null ? tickBefore(before.rect, ticks) : before;
  const sign = tick?.ticked ? tickSigns.ticked : tickSigns.empty;
  const scaled = (v: number): number => Math.round((v * PICTURE_DPI) / READING_DPI);
  const box: PixelBox = {
    page,
    x: scaled(rect.x),
    y: scaled(rect.y),
    width: scaled(rect.width),
    height: scaled(rect.height),
  };
  const own = `${letter ?? ""}${maskPrivateNumbers(text)}`;
  return { text: `${tick ? sign : ""}${own}`, confidence, box };
}

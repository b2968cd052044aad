/** Reads filled collection sheets back: one small picture per box, with the character that was asked for. */
import { basename } from "node:path";
import type { CaseReason } from "../../../core/index.ts";
import { pixelRect } from "../../crops/field-ink.ts";
import { laidFlat } from "../../crops/page-sheet.ts";
import { removeRules } from "../../crops/rule-residue.ts";
import type { Form } from "../../form.ts";
import { isBilevel } from "../../image/bilevel.ts";
import { cut, type Grey } from "../../image/grey.ts";
import { inkBlobs, inkLevel, type PageTone, pageTone } from "../../image/ink.ts";
import { loadSharp } from "../../image/load-sharp.ts";
import { READING_DPI } from "../../intake/limits.ts";
import { openFile } from "../../intake/open-file.ts";
import { registerPage } from "../../registration/register-page.ts";
import { collectionSheet } from "./collection-sheet.ts";

/** One written character. */
export interface CharacterSample {
  /** The character that was asked for. */
  readonly label: string;
  /** Which of the three boxes, from 1. */
  readonly copy: number;
  /** Page of the file, from 1. */
  readonly page: number;
  /** Grey PNG of the inside of the box at 300 dpi. */
  readonly picture: Uint8Array;
}

/** What a file of scanned collection sheets held. */
export interface CollectedSamples {
  readonly samples: readonly CharacterSample[];
  /** Boxes without a usable character: left empty, or written over the frame. */
  readonly empty: number;
  readonly overflowing: number;
  /** Pages that are no collection sheet or lie too crooked, with the reason for a person. */
  readonly refused: readonly { readonly page: number; readonly reason: CaseReason }[];
}

/** The rules of a box stay outside of its picture (mm). */
const INSET = 0.6;

/** Reads every page of a file. Throws BukaError OCR001… when the file cannot be opened. */
export async function readCollection(file: string): Promise<CollectedSamples> {
  const sheet = collectionSheet();
  const source = await openFile(file);
  const samples: CharacterSample[] = [];
  const refused: { page: number; reason: CaseReason }[] = [];
  const lost = { empty: 0, overflowing: 0 };
  try {
    for (let page = 1; page <= source.pageCount; page++) {
      const scan = await source.render(page);
      const found = await registerPage(scan, [sheet]);
      if (found.kind !== "form") {
        refused.push({ page, reason: found.reason });
        continue;
      }
      const flat = laidFlat(scan, { form: sheet, toPage: found.toPage }, READING_DPI);
      const tone = pageTone(flat, isBilevel(scan));
      samples.push(...(await samplesOf(flat, { sheet, tone, page, lost })));
    }
  } finally {
    source.close();
  }
  return { samples, refused, ...lost };
}

interface SheetTask {
  readonly sheet: Form;
  readonly tone: PageTone;
  readonly page: number;
  readonly lost: { empty: number; overflowing: number };
}

async function samplesOf(flat: Grey, task: SheetTask): Promise<CharacterSample[]> {
  const samples: CharacterSample[] = [];
  for (const [label, zone] of Object.entries(task.sheet.layout.zones)) {
    for (const [i, box] of zone.boxes.entries()) {
      const crop = cut(flat, pixelRect(box, INSET));
      const { picture, overflow } = removeRules(crop, task.tone);
      const blank = inkBlobs(picture, task.tone, inkLevel.glyph).length === 0;
      if (blank) task.lost.empty += 1;
      else if (overflow) task.lost.overflowing += 1;
      else {
        const png = await pngOf(picture);
        samples.push({ label, copy: i + 1, page: task.page, picture: png });
      }
    }
  }
  return samples;
}

async function pngOf(picture: Grey): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const raw = { width: picture.width, height: picture.height, channels: 1 as const };
  return sharp(picture.data, { raw })
    .toColourspace("b-w")
    .withMetadata({ density: READING_DPI })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** A file name that every system takes: "scan-p1-u30a2-2.png" for the second ア. */
export function sampleFileName(file: string, sample: CharacterSample): string {
  const stem = basename(file)
    .replace(/\.[^.]*$/u, "")
    .replace(/[^\w-]/gu, "_")
    .slice(0, 40);
  const code = (sample.label.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return `${stem}-p${sample.page}-u${code}-${sample.copy}.png`;
}

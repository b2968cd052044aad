/** Seeded pages of the print kit's form in every quality, with their truth: made one after another, kept nowhere. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Form, type Masters, parseForm } from "../../../ocr/index.ts";
import { distort, type Quality } from "../../support/samples/distort.ts";
import type { SampleFont } from "../../support/samples/fonts.ts";
import { branches } from "../../support/samples/pools.ts";
import { cleanPages, freshRecords } from "../../support/samples/render-page.ts";
import type { TruthRecord } from "../../support/samples/truth-record.ts";

const formFile = "scenarios/library/creditor-account/form.yaml";

export async function readSampleForm(): Promise<Form> {
  const parsed = parseForm(await readFile(formFile, "utf8"), formFile);
  if (!parsed.ok) throw new RangeError(parsed.problems.map((p) => p.message).join("\n"));
  return parsed.value;
}

/** Row by row, as the check book of the bot gives them: a code and its name stand in one row. */
export const sampleMasters: Masters = {
  "店舗/金融機関コード": branches.map((b) => b.bankCode),
  "店舗/金融機関名": branches.map((b) => b.bank),
  "店舗/支店コード": branches.map((b) => b.code),
  "店舗/支店名": branches.map((b) => b.name),
};

export interface SamplePage {
  readonly file: string;
  readonly quality: Quality;
  readonly font: string;
  readonly truth: TruthRecord;
}

export interface SamplePlan {
  readonly form: Form;
  readonly folder: string;
  readonly fonts: readonly SampleFont[];
  readonly qualities: readonly Quality[];
  /** Records; each becomes a page in every quality. */
  readonly records: number;
  readonly seed: number;
  /** Pages that need not be made, counted from 0 as they would come. */
  readonly known?: (page: number) => boolean;
}

/** The file of a page is overwritten by the next page of its quality. */
export async function* samplePages(plan: SamplePlan): AsyncGenerator<SamplePage> {
  const { qualities } = plan;
  for (const [i, truth] of freshRecords(plan.seed, plan.records).entries()) {
    const font = plan.fonts[i % plan.fonts.length];
    if (!font) throw new RangeError("no font");
    const wanted = qualities.filter((_, q) => plan.known?.(i * qualities.length + q) !== true);
    if (wanted.length === 0) continue;
    const [clean] = await cleanPages(plan.form, [truth], { valueFont: font.file });
    if (!clean) throw new RangeError("a record gives a page");
    for (const quality of wanted) {
      const { bytes, extension } = await distort(clean, quality, plan.seed + i);
      const file = join(plan.folder, `${quality}.${extension}`);
      await writeFile(file, bytes);
      yield { file, quality, font: font.name, truth };
    }
  }
}

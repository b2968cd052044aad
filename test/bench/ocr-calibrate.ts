/**
 * Measures what ocr/calibration.json holds and writes it anew; what is not asked for stays as it is:
 *   ocr-calibrate [--shapes] [--attractors] [--thresholds --pages 24 --seed 700000[,SEED …] [--log FILE]] [--out FILE]
 *   ocr-calibrate --thresholds --from FILE,FILE …   (readings that several runs with --log have kept)
 * Shapes: sizes and places of kana over fonts. Attractors: characters that both Japanese readers write for some other one.
 * Thresholds: on sample pages of seeds that no bench and no test uses, in six qualities. Fonts are those that the system has
 * (IPAex, Noto CJK) and BIZ UD; run it again after a change of engine.
 */
import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { openCalibration } from "../../ocr/calibration.ts";
import type { OcrEngine } from "../../ocr/engines/ocr-engine.ts";
import { openReaders } from "../../ocr/engines/readers.ts";
import { cut, type Grey, pad } from "../../ocr/image/grey.ts";
import { boundsOf, inkBlobs } from "../../ocr/image/ink.ts";
import { createPageReader, type Form, parseForm } from "../../ocr/index.ts";
import {
  type KnownReading,
  knownReadings,
  measureThresholds,
} from "../../ocr/measure-thresholds.ts";
import { readLines } from "../../ocr/types/read-lines.ts";
import { distort, type Quality, qualities } from "../support/samples/distort.ts";
import { sampleFonts } from "../support/samples/fonts.ts";
import { branches } from "../support/samples/pools.ts";
import { cleanPages, freshRecords } from "../support/samples/render-page.ts";

const fonts = ["IPAexGothic", "IPAexMincho", "Noto Sans CJK JP", "Noto Serif CJK JP"];
const em = 44;
const kana =
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴー";

async function draw(text: string, font: string): Promise<Grey> {
  const width = em * ([...text].length + 2);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${2 * em}"><rect width="100%" height="100%" fill="#fff"/><text x="${em}" y="${1.4 * em}" font-family="${font}" font-size="${em}">${text}</text></svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

const tone = { range: 255, bilevel: false };

interface KanaShape {
  readonly kanaSizes: Record<string, number>;
  readonly kanaShifts: Record<string, number>;
}

async function kanaShapes(): Promise<KanaShape> {
  const shapes: KanaShape = { kanaSizes: {}, kanaShifts: {} };
  const mean = (sum: number): number => Math.round((1000 * sum) / fonts.length / em) / 1000;
  for (const c of kana) {
    let [size, shift] = [0, 0];
    for (const font of fonts) {
      const box = boundsOf(inkBlobs(await draw(c, font), tone, 0.4));
      size += box ? Math.sqrt(box.width * box.height) : 0;
      shift += box ? box.x + box.width / 2 - 1.5 * em : 0;
    }
    shapes.kanaSizes[c] = mean(size);
    shapes.kanaShifts[c] = mean(shift);
  }
  return shapes;
}

/**
 * Old, variant and rare forms that names are registered with (人名用漢字 and common 外字). Only what a name can
 * hold matters: that 淘 is read as 海 hurts nobody, that 髙 is read as 高 does.
 */
const nameVariants =
  "亞惡爲逸榮衞圓緣應櫻奧橫溫壞懷樂渴寬氣響曉勳薰惠鷄藝縣儉劍險檢顯嚴廣恆黃國黑實壽從澁將祥燒條狀乘淨眞愼盡穗瀨齊靜攝專戰纖禪壯爭莊搜巢曾裝增藏瀧團彈廳聽鎭轉傳嶋燈稻德賣拔祕冨佛步峯萬默埜彌藥與搖樣謠來賴覽龍凉綠淚壘禮曆歷鍊郞錄髙﨑邉邊齋濵嶌曻桒塚晴豐澤濱邨槇遙堯尭遥籠淵渕栁椛桺舘栢枩椙躰總號學體獨當辯變龜貳參俐偉麿籐薗萠凛凜昂昻祐裕佑侯候粂蕗翰侃";

/** Several orders of the same signs: what stands beside a sign must not decide how it is read. */
const steps = [1, 37, 101, 151, 211, 233];

/** Shuffled with a fixed step, so that neighbours never make a word. */
function groups(all: readonly string[], size: number, step: number): string[][] {
  const mixed = all.map((_, i) => all[(i * step) % all.length] ?? "");
  const out: string[][] = [];
  for (let i = 0; i < mixed.length; i += size) out.push(mixed.slice(i, i + size));
  return out;
}

async function attractors(engines: readonly OcrEngine[]): Promise<Record<string, string>> {
  const found = new Map<string, Set<string>>();
  for (const font of fonts) {
    const signs = [...new Set(nameVariants)];
    for (const group of steps.flatMap((step) => groups(signs, 12, step)))
      await addConfusions(found, { group, font, engines });
    console.log(font, found.size);
  }
  const plausible = new Set(nameVariants);
  const names = [...found].filter(([, truths]) => [...truths].some((t) => plausible.has(t)));
  const rows = names.map(([read, truths]) => [
    read,
    [...truths].filter((t) => plausible.has(t)).join(""),
  ]);
  return Object.fromEntries(rows.sort(([p = ""], [q = ""]) => (p < q ? -1 : 1)));
}

async function addConfusions(
  found: Map<string, Set<string>>,
  at: { group: readonly string[]; font: string; engines: readonly OcrEngine[] },
): Promise<void> {
  const drawn = await draw(at.group.join(""), at.font);
  const box = boundsOf(inkBlobs(drawn, tone, 0.4));
  if (!box) return;
  const line = pad(cut(drawn, box), 20);
  const reads: string[][] = [];
  for (const e of at.engines) {
    const { chars } = await readLines(e, [line], { profile: { charset: null } });
    reads.push(chars.map((c) => c.text));
    // What the first reader gets right no agreement can get wrong.
    if (reads[0]?.join("") === at.group.join("")) return;
  }
  const [a, b] = reads;
  if (a?.length !== at.group.length || b?.length !== at.group.length) return;
  for (const [i, truth] of at.group.entries()) {
    const read = a[i] ?? "";
    if (read === b[i] && read !== truth) {
      found.set(read, (found.get(read) ?? new Set()).add(truth));
    }
  }
}

const { values: args } = parseArgs({
  options: {
    shapes: { type: "boolean", default: false },
    attractors: { type: "boolean", default: false },
    thresholds: { type: "boolean", default: false },
    pages: { type: "string", default: "24" },
    seed: { type: "string", default: "700000" },
    log: { type: "string" },
    from: { type: "string" },
    out: { type: "string", default: "ocr/calibration.json" },
  },
});

const formFile = "scenarios/library/creditor-account/form.yaml";

/** Row by row, as the check book of the bot gives them. */
const masters = {
  "店舗/金融機関コード": branches.map((b) => b.bankCode),
  "店舗/金融機関名": branches.map((b) => b.bank),
  "店舗/支店コード": branches.map((b) => b.code),
  "店舗/支店名": branches.map((b) => b.name),
};

async function readForm(): Promise<Form> {
  const parsed = parseForm(await readFile(formFile, "utf8"), formFile);
  if (!parsed.ok) throw new RangeError(parsed.problems.map((p) => p.message).join("\n"));
  return parsed.value;
}

/** Every page of every record in every quality, read once and kept beside its truth. */
async function readPages(seed: number, count: number): Promise<KnownReading[]> {
  const form = await readForm();
  const folder = await mkdtemp(join(tmpdir(), "buka-calibrate-"));
  const reader = await createPageReader();
  const known: KnownReading[] = [];
  try {
    for (const [i, record] of freshRecords(seed, count).entries()) {
      const font = sampleFonts[i % sampleFonts.length];
      const quality: Quality = qualities[i % qualities.length] ?? "clean";
      const [clean] = await cleanPages(form, [record], font ? { valueFont: font.file } : {});
      if (!clean) throw new RangeError("a record gives a page");
      const { bytes, extension } = await distort(clean, quality, seed + i);
      const file = join(folder, `page.${extension}`);
      await writeFile(file, bytes);
      const page = await reader.readPage(file, 1, [form], masters);
      if (page.kind !== "form") continue;
      const readings = knownReadings(form, page.fields, record);
      known.push(...readings);
      if (args.log !== undefined)
        await appendFile(args.log, readings.map((r) => `${JSON.stringify(r)}\n`).join(""));
    }
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
  return known;
}

/** What runs with --log have read. */
async function kept(files: string): Promise<KnownReading[]> {
  const texts = await Promise.all(files.split(",").map((file) => readFile(file, "utf8")));
  return texts.flatMap((text) =>
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as KnownReading),
  );
}

async function measuredThresholds(): Promise<Record<string, unknown>> {
  const [seeds, each] = [args.seed.split(",").map(Number), Number(args.pages)];
  const packageFile: unknown = JSON.parse(await readFile("package.json", "utf8"));
  const { version } = packageFile as { version: string };
  const known: KnownReading[] = args.from === undefined ? [] : await kept(args.from);
  if (args.from === undefined)
    for (const seed of seeds) known.push(...(await readPages(seed, each)));
  const site = measureThresholds(known, {
    on: new Date().toISOString().slice(0, 10),
    command: `npm run bench -- ocr-calibrate --thresholds --pages ${each} --seed ${args.seed}`,
    version,
    seed: seeds[0] ?? null,
    pages: each * seeds.length,
  });
  const shipped = openCalibration(null).thresholds;
  return { made: site.made, thresholds: { ...shipped, ...site.thresholds } };
}

const before = JSON.parse(await readFile("ocr/calibration.json", "utf8")) as object;
const measured: Record<string, unknown> = { ...before };
if (args.shapes) Object.assign(measured, await kanaShapes());
if (args.attractors) {
  const readers = await openReaders();
  measured["attractors"] = await attractors(readers.japanese);
  await readers.close();
}
if (args.thresholds) Object.assign(measured, await measuredThresholds());
await writeFile(args.out, `${JSON.stringify(measured, null, 1)}\n`);

/**
 * How well the reader of single printed signs (buka-faces) tells signs apart that readers of lines take for each other:
 *   npm run bench -- faces [--fonts held|FILE,FILE] [--qualities clean,fax200] [--rounds 1] [--seed 9700] [--json] [--log FILE]
 * Faces and seeds were not used for its training. Every sign is asked about among all that may stand in its place.
 */
import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { PDFDocument } from "pdf-lib";
import { fieldInk } from "../../ocr/crops/field-ink.ts";
import { openSheet } from "../../ocr/crops/page-sheet.ts";
import { embedValueFont } from "../../ocr/form/pdf-font.ts";
import { createFaceEngine } from "../../ocr/glyphs/glyph-engine.ts";
import { loadPrintModel } from "../../ocr/glyphs/glyph-files.ts";
import type { Grey, Rect } from "../../ocr/image/grey.ts";
import type { Form } from "../../ocr/index.ts";
import { createPageCache } from "../../ocr/intake/page-cache.ts";
import { registerPage } from "../../ocr/registration/register-page.ts";
import { standIns } from "../../ocr/types/second-opinion.ja.ts";
import { distort, type Quality, qualities } from "../support/samples/distort.ts";
import type { SampleFont } from "../support/samples/fonts.ts";
import { cleanPages } from "../support/samples/render-page.ts";
import { seeded } from "../support/samples/seeded.ts";
import { type Figure, isMet, lineOf, percent } from "./ocr/figures.ts";
import { heldOutPrintFonts } from "./ocr/print-fonts.ts";
import { readSampleForm } from "./ocr/sample-forms.ts";

const { values: args } = parseArgs({
  allowPositionals: true,
  options: {
    fonts: { type: "string", default: "held" },
    qualities: { type: "string", default: qualities.join(",") },
    rounds: { type: "string", default: "1" },
    seed: { type: "string", default: "9700" },
    json: { type: "boolean", default: false },
    log: { type: "string" },
  },
});

const zones = ["フリガナ", "氏名", "代表者", "住所", "金融機関名", "支店名"] as const;
const PER_ZONE = 6;
const kanji = /\p{Script=Han}/u;

interface Asked {
  readonly font: string;
  readonly quality: string;
  readonly truth: string;
  readonly seen: string;
  readonly sure: number;
}

/** Every sign that looks like another one, mixed so that neighbours change with the seed. */
async function signsToAsk(font: SampleFont, seed: number): Promise<string[]> {
  const known = loadPrintModel().print.weights.classes;
  const { signs } = await embedValueFont(await PDFDocument.create(), font.file);
  const chance = seeded(seed);
  const all = known.filter(
    (c) => standIns("name", c).length > 1 && signs.has(c.codePointAt(0) ?? 0),
  );
  return all
    .map((c) => ({ c, at: chance.whole(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ c }) => c);
}

function pagesOf(signs: readonly string[]): string[][] {
  const size = zones.length * PER_ZONE;
  return Array.from({ length: Math.ceil(signs.length / size) }, (_, i) =>
    signs.slice(i * size, (i + 1) * size),
  );
}

interface PagePicture {
  readonly file: string;
  readonly signs: readonly string[];
}

type Answer = Pick<Asked, "truth" | "seen" | "sure">;

async function askPage(form: Form, { file, signs }: PagePicture): Promise<Answer[]> {
  const files = createPageCache();
  const scan = await (await files.open(file)).render(1);
  files.close();
  const found = await registerPage(scan, [form]);
  if (found.kind !== "form") return [];
  const sheet = openSheet(scan, found, null);
  const asked: Answer[] = [];
  for (const [i, name] of zones.entries()) {
    const zone = form.layout.zones[name];
    const [line] = zone ? fieldInk(sheet, zone, "print").lines : [];
    if (line) asked.push(...(await askLine(line, signs.slice(i * PER_ZONE, (i + 1) * PER_ZONE))));
  }
  return asked;
}

/** A sign that fell apart or ran into the frame is no question for this reader: its line is left out. */
async function askLine(line: Grey, signs: readonly string[]): Promise<Answer[]> {
  const places = apart(line);
  if (places.length !== signs.length) return [];
  const asked: Answer[] = [];
  for (const [k, truth] of signs.entries()) {
    const charset = standIns("name", truth).join("");
    const { symbols } = await engine.read(line, { charset, cells: places.slice(k, k + 1) });
    asked.push({ truth, seen: symbols[0]?.text ?? "", sure: symbols[0]?.confidence ?? 0 });
  }
  return asked;
}

/** Signs are printed with a blank between them: columns of white wider than half a sign part them. */
function apart(line: Grey): Rect[] {
  const dark = (x: number): boolean => {
    for (let y = 0; y < line.height; y++)
      if ((line.data[y * line.width + x] ?? 255) <= 185) return true;
    return false;
  };
  const runs: { from: number; to: number }[] = [];
  for (let x = 0; x < line.width; x++) {
    if (!dark(x)) continue;
    const last = runs.at(-1);
    if (last && x - last.to < line.height * 0.3) last.to = x;
    else runs.push({ from: x, to: x });
  }
  return runs.map(({ from, to }) =>
    trim(line, { x: from, y: 0, width: to - from + 1, height: line.height }),
  );
}

function trim(line: Grey, rect: Rect): Rect {
  const inked = (y: number): boolean => {
    for (let x = rect.x; x < rect.x + rect.width; x++)
      if ((line.data[y * line.width + x] ?? 255) <= 185) return true;
    return false;
  };
  let [top, low] = [0, line.height - 1];
  while (top < low && !inked(top)) top++;
  while (low > top && !inked(low)) low--;
  return { ...rect, y: top, height: low - top + 1 };
}

const engine = createFaceEngine();

async function askAll(form: Form, folder: string, fonts: readonly SampleFont[]): Promise<Asked[]> {
  const all: Asked[] = [];
  for (let round = 0; round < Number(args.rounds); round++) {
    for (const [f, font] of fonts.entries()) {
      const seed = Number(args.seed) + 100 * round + f;
      for (const [i, signs] of pagesOf(await signsToAsk(font, seed)).entries()) {
        const filled = zones.map((name, k) => [
          name,
          signs.slice(k * PER_ZONE, (k + 1) * PER_ZONE).join("   "),
        ]);
        const [clean] = await cleanPages(form, [Object.fromEntries(filled)], {
          valueFont: font.file,
        });
        if (!clean) continue;
        for (const quality of args.qualities.split(",") as Quality[]) {
          const { bytes, extension } = await distort(clean, quality, seed + i);
          const file = join(folder, `page.${extension}`);
          await writeFile(file, bytes);
          const asked = await askPage(form, { file, signs });
          all.push(...asked.map((a) => ({ ...a, font: font.name, quality })));
        }
      }
    }
  }
  return all;
}

/** From this probability on the house takes an opinion as sure (ocr/types/second-opinion.ja.ts). */
const SURE = 0.9;

function figures(asked: readonly Asked[]): Figure[] {
  return ["カナ", "漢字"].flatMap((name) =>
    ["印字", "ファクス"].flatMap((kind) => {
      const own = asked.filter(
        (a) =>
          kanji.test(a.truth) === (name === "漢字") &&
          (a.quality === "fax200") === (kind === "ファクス"),
      );
      const right = own.filter((a) => a.seen === a.truth);
      const sure = right.filter((a) => a.sure >= SURE).length;
      const wrong = own.filter((a) => a.seen !== a.truth && a.sure >= SURE).length;
      const title = `${name}・${kind}（${own.length}字）`;
      return [
        {
          name: `${title}：正しい`,
          value: percent(right.length, own.length),
          unit: "%",
          target: null,
        },
        {
          name: `${title}：正しく、確か`,
          value: percent(sure, own.length),
          unit: "%",
          target: null,
        },
        {
          name: `${title}：別の字と言い切る`,
          value: percent(wrong, own.length),
          unit: "%",
          target: null,
        },
      ];
    }),
  );
}

async function main(): Promise<number> {
  const form = await readSampleForm();
  const given = args.fonts.split(",").map((file) => ({ name: basename(file), file }));
  const fonts = args.fonts === "held" ? heldOutPrintFonts() : given;
  if (!fonts) return 1;
  const folder = await mkdtemp(join(tmpdir(), "buka-faces-"));
  try {
    const asked = await askAll(form, folder, fonts);
    for (const a of asked) if (args.log) await appendFile(args.log, `${JSON.stringify(a)}\n`);
    const found = figures(asked);
    console.log(args.json ? JSON.stringify(found) : found.map(lineOf).join("\n"));
    return found.every(isMet) ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();

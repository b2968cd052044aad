/**
 * Handwritten kana in boxes on whole pages, as the page reader proposes them, beside what its two readers of lines make of the
 * same pictures (the way of printed fields, which handwriting went, too, before it had a reader of its own):
 *   npm run bench -- hand-kana [--pages 2] [--seed 300] [--qualities clean,fax200] [--show]
 * `--pages` are pages of eight fields per font and quality. The fonts are those that were kept back for thresholds: no net was
 * trained on them, and they are not the held-out ones.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { FieldReading } from "../../core/index.ts";
import { createPageReader, type Form, type PageReader } from "../../ocr/index.ts";
import { blankPage, handForm, writtenPage } from "../support/hand-page.ts";
import { accountKana } from "../support/samples/account-kana.ts";
import { distort, type Quality } from "../support/samples/distort.ts";
import { families, givens } from "../support/samples/pools.ts";
import { seeded } from "../support/samples/seeded.ts";
import { calibrationFonts, installPeers } from "./handwriting/peers.ts";

const { values: args } = parseArgs({
  options: {
    pages: { type: "string", default: "2" },
    seed: { type: "string", default: "300" },
    qualities: { type: "string", default: "clean,fax200" },
    show: { type: "boolean", default: false },
  },
});

const kana = ["カナ1", "カナ2", "カナ3", "カナ4", "カナ5"] as const;
const holders = ["名義1", "名義2", "名義3"] as const;
const form = handForm({
  ...Object.fromEntries(kana.map((name) => [name, "フリガナ" as const])),
  ...Object.fromEntries(holders.map((name) => [name, "口座名義カナ" as const])),
});
const ways: Readonly<Record<string, Form>> = {
  before: { ...form, fields: form.fields.map((f) => ({ ...f, writing: "print" as const })) },
  after: form,
};

type Texts = Readonly<Record<string, string>>;

/** What is written, and how the page reader should give it. */
function textsOf(seed: number): { written: Texts; truth: Texts } {
  const chance = seeded(seed);
  const name = (): string => `${chance.pick(families)[1]} ${chance.pick(givens)[1]}`;
  const spelt = kana.map((field) => [field, name()] as const);
  const banked = holders.map((field, i) => {
    const half = i === 0 ? `ｶ)${accountKana(name())}` : accountKana(name());
    return { field, half, wide: half.normalize("NFKC").replace(")", "）").replaceAll("-", "ー") };
  });
  return {
    written: Object.fromEntries([...spelt, ...banked.map((b) => [b.field, b.wide] as const)]),
    truth: Object.fromEntries([...spelt, ...banked.map((b) => [b.field, b.half] as const)]),
  };
}

interface Tally {
  fields: number;
  exact: number;
  signs: number;
  right: number;
  /** Fields with a wrong sign that no doubt points at. */
  unmarked: number;
  accepted: number;
  readonly reasons: Map<string, number>;
}

const tallies = new Map<string, Tally>();

function count(key: string, reading: FieldReading, truth: string): void {
  const t = tallies.get(key) ?? {
    fields: 0,
    exact: 0,
    signs: 0,
    right: 0,
    unmarked: 0,
    accepted: 0,
    reasons: new Map(),
  };
  const [signs, read] = [[...truth], [...reading.value]];
  const wrong = signs.flatMap((c, i) => (read[i] === c ? [] : [i]));
  t.fields++;
  t.signs += signs.length;
  t.right += read.length === signs.length ? signs.length - wrong.length : 0;
  if (reading.value === truth) t.exact++;
  else if (!reading.reasons.some((r) => r.code !== "handwriting")) t.unmarked++;
  if (reading.accepted) t.accepted++;
  for (const { code } of reading.reasons) t.reasons.set(code, (t.reasons.get(code) ?? 0) + 1);
  tallies.set(key, t);
}

async function readOne(
  reader: PageReader,
  file: string,
  { quality, truth }: { quality: string; truth: Texts },
): Promise<void> {
  for (const [way, as] of Object.entries(ways)) {
    const page = await reader.readPage(file, 1, [as], {});
    if (page.kind !== "form") throw new RangeError(page.reason.message);
    for (const [name, right] of Object.entries(truth)) {
      const reading = page.fields[name];
      if (!reading) throw new RangeError(name);
      count(`${quality} ${way} ${name.slice(0, 2)}`, reading, right);
      if (args.show && reading.value !== right) {
        const doubts = reading.doubts?.map((d) => `${d.at}:${d.candidates.join("")}`).join(" ");
        console.log(`${quality} ${way} ${right} → ${reading.value} [${doubts ?? ""}]`);
      }
    }
  }
}

async function main(): Promise<number> {
  const problem = installPeers();
  if (problem) {
    console.error(problem);
    return 1;
  }
  const { fonts, missing } = calibrationFonts();
  const folder = await mkdtemp(join(tmpdir(), "buka-hand-kana-"));
  const reader = await createPageReader();
  const blank = await blankPage(form);
  for (let at = 0; at < Number(args.pages) * fonts.length; at++) {
    const font = fonts[at % fonts.length];
    if (!font) continue;
    const seed = Number(args.seed) * 1009 + at;
    const { written, truth } = textsOf(seed);
    const page = await writtenPage(blank, { form, font: font.file, seed }, written);
    for (const quality of args.qualities.split(",") as Quality[]) {
      const { bytes, extension } = await distort(page, quality, seed);
      const file = join(folder, `${at}-${quality}.${extension}`);
      await writeFile(file, bytes);
      await readOne(reader, file, { quality, truth });
    }
  }
  await reader.close();
  await rm(folder, { recursive: true });
  for (const [key, t] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) {
    const share = (part: number, all: number): string => `${((100 * part) / all).toFixed(1)} %`;
    const reasons = [...t.reasons].map(([code, n]) => `${code} ${n}`).join("、");
    console.log(
      `${key}：提案が全部合う ${t.exact}/${t.fields}（${share(t.exact, t.fields)}）、文字 ${share(t.right, t.signs)}、違うのに印のない項目 ${t.unmarked}、採用 ${t.accepted}。理由：${reasons}`,
    );
  }
  for (const name of missing) console.log(`${name} がないため、この書体は測りません。`);
  console.log(`負荷 ${loadavg()[0]?.toFixed(0)}`);
  return 0;
}

process.exitCode = await main();

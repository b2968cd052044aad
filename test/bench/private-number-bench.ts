/**
 * How many pages with a 個人番号 are stopped, and how many without one are stopped for nothing:
 *   private-number-bench [--pages 12] [--seed 810000] [--json]
 * Half of the pages carry a number (in 住所, in 代表者, or in the boxes of 法人番号), in every quality in turn.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPageReader, type Form, type PageReader, parseForm } from "../../ocr/index.ts";
import { distort, qualities } from "../support/samples/distort.ts";
import { cleanPages, freshRecords } from "../support/samples/render-page.ts";
import { type Chance, seeded } from "../support/samples/seeded.ts";
import type { TruthRecord } from "../support/samples/truth-record.ts";

const { values: args } = parseArgs({
  options: {
    pages: { type: "string", default: "12" },
    seed: { type: "string", default: "810000" },
    json: { type: "boolean", default: false },
  },
});

/** Of the domain: at least 99 of 100 pages are found. */
const target = 0.99;

const formFile = "scenarios/library/creditor-account/form.yaml";

async function readForm(): Promise<Form> {
  const parsed = parseForm(await readFile(formFile, "utf8"), formFile);
  if (!parsed.ok) throw new RangeError(parsed.problems.map((p) => p.message).join("\n"));
  return parsed.value;
}

/** Eleven invented digits and their check digit; computed here, so that the bench does not ask the code that it measures. */
function inventedNumber(chance: Chance): string {
  const base = [...chance.digits(11)].map(Number);
  const sum = [...base].reverse().reduce((s, p, i) => s + p * (i < 6 ? i + 2 : i - 4), 0);
  const rest = sum % 11;
  return `${base.join("")}${rest <= 1 ? 0 : 11 - rest}`;
}

function withNumber(record: TruthRecord, number: string, place: number): TruthRecord {
  const grouped = number.replace(/(\d{4})(\d{4})(\d{4})/u, "$1 $2 $3");
  const street = (record["住所"] ?? "").slice(0, 12);
  if (place === 0) return { ...record, 住所: `${street} ${grouped}` };
  if (place === 1) return { ...record, 代表者: `個人番号${number}` };
  return { ...record, 法人番号: number };
}

interface Tally {
  with: number;
  found: number;
  without: number;
  stoppedForNothing: number;
  readonly missed: string[];
}

interface World {
  readonly form: Form;
  readonly reader: PageReader;
  readonly folder: string;
  readonly chance: Chance;
  readonly tally: Tally;
}

/** Page `i`: every other one carries a number, places and qualities in turn. */
async function readOne(world: World, record: TruthRecord, i: number): Promise<void> {
  const { form, reader, folder, chance, tally } = world;
  const holds = i % 2 === 0;
  const place = Math.floor(i / 2) % 3;
  const quality = qualities[Math.floor(i / 2) % qualities.length] ?? "clean";
  const shown = holds ? withNumber(record, inventedNumber(chance), place) : record;
  const [clean] = await cleanPages(form, [shown], {});
  if (!clean) throw new RangeError("a record gives a page");
  const { bytes, extension } = await distort(clean, quality, Number(args.seed) + i);
  const file = join(folder, `page.${extension}`);
  await writeFile(file, bytes);
  const page = await reader.readPage(file, 1, [form], {});
  const stopped = page.kind === "private-number";
  if (!holds) {
    tally.without += 1;
    tally.stoppedForNothing += stopped ? 1 : 0;
    return;
  }
  tally.with += 1;
  tally.found += stopped ? 1 : 0;
  if (!stopped) tally.missed.push(`${quality} place ${place} (${page.kind})`);
}

function show(tally: Tally): void {
  const met = tally.found >= target * tally.with;
  if (args.json) console.log(JSON.stringify({ ...tally, target, met }));
  else {
    console.log(`found ${tally.found} of ${tally.with} (target ${100 * target} %)`);
    console.log(`stopped for nothing ${tally.stoppedForNothing} of ${tally.without}`);
    for (const m of tally.missed) console.log(`MISSED ${m}`);
  }
  process.exitCode = met ? 0 : 1;
}

async function main(): Promise<void> {
  const form = await readForm();
  const folder = await mkdtemp(join(tmpdir(), "buka-private-"));
  const reader = await createPageReader();
  const tally: Tally = { with: 0, found: 0, without: 0, stoppedForNothing: 0, missed: [] };
  const world = { form, reader, folder, chance: seeded(Number(args.seed)), tally };
  try {
    for (const [i, record] of freshRecords(Number(args.seed), Number(args.pages)).entries())
      await readOne(world, record, i);
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
  show(tally);
}

await main();

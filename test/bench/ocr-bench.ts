/**
 * Reads fresh sample pages and compares with the truth: exact %, accepted %, wrong accepted, CPU and memory.
 *   ocr-bench --pages N --seed S [--qualities clean,skew] [--scale 1] [--json FILE]
 * N pages are N records, each in every quality asked for.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPageReader, type Form, type PageReader, parseForm } from "../../ocr/index.ts";
import { distort, type Quality, qualities } from "../support/samples/distort.ts";
import { sampleFonts } from "../support/samples/fonts.ts";
import { branches } from "../support/samples/pools.ts";
import { cleanPages, freshRecords } from "../support/samples/render-page.ts";
import type { TruthRecord } from "../support/samples/truth-record.ts";

interface FieldResult {
  readonly quality: string;
  readonly type: string;
  readonly field: string;
  readonly font: string;
  readonly exact: boolean;
  readonly accepted: boolean;
  readonly reasons: readonly string[];
  readonly read: string;
  readonly truth: string;
}

interface PageResult {
  readonly quality: string;
  readonly read: boolean;
  readonly allAccepted: boolean;
  readonly cpu: number;
}

interface Results {
  readonly fields: FieldResult[];
  readonly pages: PageResult[];
}

const { values: args } = parseArgs({
  options: {
    pages: { type: "string", default: "6" },
    seed: { type: "string", default: "1000" },
    qualities: { type: "string", default: qualities.join(",") },
    json: { type: "string" },
  },
});

const formFile = "scenarios/library/creditor-account/form.yaml";

async function readForm(): Promise<Form> {
  const parsed = parseForm(await readFile(formFile, "utf8"), formFile);
  if (!parsed.ok) throw new RangeError(parsed.problems.map((p) => p.message).join("\n"));
  return parsed.value;
}

/** Row by row, as the check book of the bot gives them: a code and its name stand in one row. */
const masters = {
  "店舗/金融機関コード": branches.map((b) => b.bankCode),
  "店舗/金融機関名": branches.map((b) => b.bank),
  "店舗/支店コード": branches.map((b) => b.code),
  "店舗/支店名": branches.map((b) => b.name),
};

/** Blanks are compared as one ordinary blank: full width and half width print alike. */
const plain = (text: string): string => text.replace(/\s+/gu, " ").trim();

async function main(): Promise<void> {
  const form = await readForm();
  const folder = await mkdtemp(join(tmpdir(), "buka-ocr-bench-"));
  const reader = await createPageReader();
  const results: Results = { fields: [], pages: [] };
  const seed = Number(args.seed);
  try {
    for (const [i, record] of freshRecords(seed, Number(args.pages)).entries()) {
      await readRecord({ form, reader, folder, results }, record, seed + i);
    }
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
  report(results);
  if (args.json) await writeFile(args.json, JSON.stringify(results, null, 1));
}

interface World {
  readonly form: Form;
  readonly reader: PageReader;
  readonly folder: string;
  readonly results: Results;
}

async function readRecord(world: World, record: TruthRecord, seed: number): Promise<void> {
  const font = sampleFonts[seed % sampleFonts.length];
  if (!font) throw new RangeError("no font");
  const [clean] = await cleanPages(world.form, [record], { valueFont: font.file });
  if (!clean) throw new RangeError("a record gives a page");
  for (const quality of args.qualities.split(",") as Quality[]) {
    const { bytes, extension } = await distort(clean, quality, seed);
    const file = join(world.folder, `page.${extension}`);
    await writeFile(file, bytes);
    const page = await world.reader.readPage(file, 1, [world.form], masters);
    const good = page.kind === "form";
    const fields = good ? page.fields : {};
    for (const field of world.form.fields) {
      const reading = fields[field.name];
      const truth = plain(record[field.name] ?? "");
      const read = plain(reading?.value ?? "");
      world.results.fields.push({
        quality,
        type: field.type,
        field: field.name,
        font: font.name,
        exact: good && read === truth,
        accepted: reading?.accepted ?? false,
        reasons: reading?.reasons.map((r) => r.code) ?? [page.kind],
        read,
        truth,
      });
    }
    const allAccepted = good && Object.values(fields).every((f) => f.accepted);
    world.results.pages.push({ quality, read: good, allAccepted, cpu: page.cpuSeconds });
  }
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "-" : ((100 * part) / whole).toFixed(1);

function row(name: string, fields: readonly FieldResult[]): void {
  const accepted = fields.filter((f) => f.accepted);
  const wrong = accepted.filter((f) => !f.exact).length;
  const exact = percent(fields.filter((f) => f.exact).length, fields.length);
  const share = percent(accepted.length, fields.length);
  const cells = [fields.length, exact, share, wrong].map((c) => String(c).padStart(9));
  console.log(name.padEnd(22) + cells.join(""));
}

function report({ fields, pages }: Results): void {
  const head = ["fields", "exact %", "accept %", "wrong"].map((c) => c.padStart(9)).join("");
  console.log(`${"".padEnd(22)}${head}`);
  row("all", fields);
  for (const quality of new Set(fields.map((f) => f.quality))) {
    row(
      quality,
      fields.filter((f) => f.quality === quality),
    );
  }
  for (const type of new Set(fields.map((f) => f.type))) {
    row(
      type,
      fields.filter((f) => f.type === type),
    );
  }
  for (const quality of new Set(pages.map((p) => p.quality))) {
    const own = pages.filter((p) => p.quality === quality);
    const all = own.filter((p) => p.allAccepted).length;
    const read = own.filter((p) => p.read).length;
    console.log(
      `pages ${quality}: ${own.length}, registered ${read}, all fields accepted ${percent(all, own.length)} %`,
    );
  }
  const cpu = pages.reduce((sum, p) => sum + p.cpu, 0) / Math.max(1, pages.length);
  console.log(
    `cpu s/page ${cpu.toFixed(2)}, peak rss MB ${Math.round(process.resourceUsage().maxRSS / 1024)}`,
  );
  const counts = new Map<string, number>();
  for (const f of fields) for (const r of f.reasons) counts.set(r, (counts.get(r) ?? 0) + 1);
  console.log(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([r, n]) => `${r} ${n}`)
      .join(", "),
  );
  for (const f of fields.filter((g) => g.accepted && !g.exact)) {
    console.log(`WRONG ${f.quality} ${f.font} ${f.field}: ${f.truth} => ${f.read}`);
  }
}

await main();

/**
 * Adopts forms that are not ours from blank scans and reads filled pages of them without markers:
 *   adopt-bench [--pages N] [--seed S] [--qualities clean,skew,jpeg60] [--only ID] [--out FOLDER] [--json]
 * No form.yaml is mended by hand. Exits 1 when a target is missed.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  adoptForm,
  createPageReader,
  type Form,
  type MmBox,
  type PageReader,
  type PageReading,
} from "../../ocr/index.ts";
import { type ForeignLayout, foreignLayouts } from "../support/foreign-forms/layouts.ts";
import { type ForeignPrinter, foreignPrinter } from "../support/foreign-forms/render.ts";
import { type ForeignValue, foreignRecord } from "../support/foreign-forms/values.ts";
import { distort, type Quality } from "../support/samples/distort.ts";
import { sampleFonts } from "../support/samples/fonts.ts";

const { values: args } = parseArgs({
  options: {
    pages: { type: "string", default: "3" },
    seed: { type: "string", default: "41000" },
    qualities: { type: "string", default: "clean,skew,jpeg60" },
    only: { type: "string" },
    out: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

/** What the issue asks for. */
const targets = { exact: 90, registered: 95 } as const;

interface FieldResult {
  readonly layout: string;
  readonly quality: string;
  readonly field: string;
  /** Field of the proposed form whose area holds the value; "" when there is none. */
  readonly proposed: string;
  readonly exact: boolean;
  readonly accepted: boolean;
  readonly read: string;
  readonly truth: string;
}

interface Results {
  readonly fields: FieldResult[];
  readonly pages: { readonly right: boolean; readonly cpu: number; readonly kind: string }[];
  readonly captions: { readonly right: number; readonly all: number }[];
}

interface Adopted {
  readonly layout: ForeignLayout;
  readonly form: Form;
  readonly fieldOf: Readonly<Record<string, string>>;
}

const fontOf = (n: number): string => sampleFonts[n % sampleFonts.length]?.file ?? "";

async function main(): Promise<void> {
  const folder = args.out ?? (await mkdtemp(join(tmpdir(), "buka-adopt-bench-")));
  await mkdir(folder, { recursive: true });
  const printer = await foreignPrinter();
  const reader = await createPageReader();
  const results: Results = { fields: [], pages: [], captions: [] };
  try {
    const adopted: Adopted[] = [];
    for (const layout of foreignLayouts) {
      adopted.push(await adopt(layout, { printer, folder, results }));
    }
    for (const one of adopted.filter((a) => !args.only || a.layout.id === args.only)) {
      await readPages(one, { adopted, printer, reader, folder, results });
    }
  } finally {
    await reader.close();
    await printer.close();
    if (args.out === undefined) await rm(folder, { recursive: true, force: true });
  }
  report(results);
}

interface AdoptWorld {
  readonly printer: ForeignPrinter;
  readonly folder: string;
  readonly results: Results;
}

/** A blank copy is scanned a little askew, as any scanner does. */
async function adopt(layout: ForeignLayout, world: AdoptWorld): Promise<Adopted> {
  const seed = Number(args.seed) + 7;
  const look = { valueFont: fontOf(0), blank: true };
  const blank = await world.printer.print(layout, foreignRecord(layout, seed), look);
  const scan = await distort(blank.picture, "skew", seed);
  const file = join(world.folder, `${layout.id}-blank.${scan.extension}`);
  await writeFile(file, scan.bytes);
  const proposal = await adoptForm(file, { id: layout.id });
  await writeFile(join(world.folder, `${layout.id}.yaml`), proposal.yaml);
  await writeFile(join(world.folder, `${layout.id}-overlay.png`), proposal.overlay);
  const fieldOf = Object.fromEntries(
    Object.entries(blank.places).map(([name, at]) => [name, fieldAt(proposal.form, at)]),
  );
  const wanted = Object.keys(layout.values);
  const right = wanted.filter((name) => fieldOf[name] === name).length;
  world.results.captions.push({ right, all: wanted.length });
  return { layout, form: proposal.form, fieldOf };
}

/** The proposed field whose area holds the middle of a value. The scan is askew, so a little slack is needed. */
function fieldAt(form: Form, at: MmBox): string {
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
  const found = Object.entries(form.layout.zones).find(
    ([, { area: a }]) =>
      x > a.x - 1 && x < a.x + a.width + 1 && y > a.y - 1 && y < a.y + a.height + 1,
  );
  return found?.[0] ?? "";
}

interface ReadWorld extends AdoptWorld {
  readonly adopted: readonly Adopted[];
  readonly reader: PageReader;
}

async function readPages(one: Adopted, world: ReadWorld): Promise<void> {
  for (let i = 0; i < Number(args.pages); i++) {
    const seed = Number(args.seed) + i * 13;
    const record = foreignRecord(one.layout, seed);
    const page = await world.printer.print(one.layout, record, { valueFont: fontOf(seed) });
    for (const quality of args.qualities.split(",") as Quality[]) {
      const scan = await distort(page.picture, quality, seed);
      const file = join(world.folder, `${one.layout.id}-${i}-${quality}.${scan.extension}`);
      await writeFile(file, scan.bytes);
      const forms = world.adopted.map((a) => a.form);
      const reading = await world.reader.readPage(file, 1, forms, {});
      judge({ one, record, quality, seed }, reading, world.results);
    }
  }
}

interface Shot {
  readonly one: Adopted;
  readonly record: Readonly<Record<string, ForeignValue>>;
  readonly quality: string;
  readonly seed: number;
}

function judge(shot: Shot, reading: PageReading, results: Results): void {
  const { layout } = shot.one;
  const page = reading.kind === "form" ? reading : null;
  const right = page?.formId === layout.id;
  const kind = reading.kind === "form" ? reading.formId : reading.reason.message;
  results.pages.push({ right, cpu: reading.cpuSeconds, kind });
  if (!right) console.log(`PAGE ${layout.id} ${shot.quality} ${shot.seed}: ${kind}`);
  for (const field of Object.keys(layout.values)) {
    const proposed = shot.one.fieldOf[field] ?? "";
    const found = right ? page?.fields[proposed] : undefined;
    const truth = shot.record[field]?.truth ?? "";
    const read = (found?.value ?? "").replace(/\s+/gu, " ").trim();
    const accepted = found?.accepted ?? false;
    const where = { layout: layout.id, quality: shot.quality, field, proposed };
    results.fields.push({ ...where, exact: read === truth, accepted, read, truth });
  }
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;

function summary(fields: readonly FieldResult[]) {
  const accepted = fields.filter((f) => f.accepted);
  return {
    fields: fields.length,
    exact: percent(fields.filter((f) => f.exact).length, fields.length),
    accepted: percent(accepted.length, fields.length),
    wrong: accepted.filter((f) => !f.exact).length,
  };
}

function report(results: Results): void {
  const groups: [string, FieldResult[]][] = [["all", results.fields]];
  for (const by of ["layout", "quality"] as const) {
    for (const name of new Set(results.fields.map((f) => f[by]))) {
      groups.push([name, results.fields.filter((f) => f[by] === name)]);
    }
  }
  const rows = groups.map(([name, fields]) => ({ name, ...summary(fields) }));
  const pages = results.pages;
  const registered = percent(pages.filter((p) => p.right).length, pages.length);
  const captions = results.captions.reduce((sum, c) => sum + c.right, 0);
  const all = results.captions.reduce((sum, c) => sum + c.all, 0);
  const figures = {
    registered,
    names: percent(captions, all),
    cpuPerPage: pages.reduce((sum, p) => sum + p.cpu, 0) / Math.max(1, pages.length),
    rows,
    targets,
  };
  const exact = rows[0]?.exact ?? 0;
  const missed = exact < targets.exact || registered < targets.registered;
  if (args.json) console.log(JSON.stringify(figures));
  else show(figures, results.fields);
  if (missed) process.exitCode = 1;
}

interface Figures {
  readonly registered: number;
  readonly names: number;
  readonly cpuPerPage: number;
  readonly rows: readonly (ReturnType<typeof summary> & { readonly name: string })[];
}

function show(figures: Figures, fields: readonly FieldResult[]): void {
  console.log(`pages of the right form ${figures.registered} % (target ${targets.registered})`);
  console.log(`fields proposed with the right name ${figures.names} %`);
  console.log(`cpu s/page ${figures.cpuPerPage.toFixed(2)}`);
  console.log("                     fields   exact %  accept %   wrong");
  for (const r of figures.rows) {
    const cells = [r.fields, r.exact, r.accepted, r.wrong].map((c) => String(c).padStart(9));
    console.log(r.name.padEnd(18) + cells.join(""));
  }
  console.log(`target: exact >= ${targets.exact} %`);
  for (const f of fields.filter((g) => !g.exact)) {
    const flag = f.accepted ? "WRONG" : "asked";
    console.log(
      `${flag} ${f.layout} ${f.quality} ${f.field}→${f.proposed}: ${f.truth} => ${f.read}`,
    );
  }
}

await main();

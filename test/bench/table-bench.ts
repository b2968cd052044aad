/**
 * A table of 16 × 12 amounts with totals on one A4 page, printed by our kit with faces that nothing was tuned on:
 *   npm run bench -- table [--pages 2] [--seed 9300] [--qualities clean,fax200]
 * Every page has other amounts (two to four digits, a tenth of the cells empty; longer totals would not fit); exits 1 when an accepted cell is wrong.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createPageReader, type Form, type PageReader, parseForm } from "../../ocr/index.ts";
import { distort, type Quality, qualities } from "../support/samples/distort.ts";
import { cleanPages } from "../support/samples/render-page.ts";
import { type Chance, seeded } from "../support/samples/seeded.ts";
import { heldOutPrintFonts } from "./ocr/print-fonts.ts";

const { values: args } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: "string", default: "2" },
    seed: { type: "string", default: "9300" },
    qualities: { type: "string", default: qualities.join(",") },
    show: { type: "boolean", default: false },
  },
});

const rows = [...Array.from({ length: 15 }, (_, i) => `品目${i + 1}`), "計"];
const columns = [...Array.from({ length: 11 }, (_, i) => `${i + 1}月`), "計"];

function tableForm(): Form {
  const listed = columns.map((c) => `      - 名前: ${c}\n        種類: 金額\n`).join("");
  const text = `版: 1\n様式番号: HYO-16\n様式の版: 1\n題名: 経費内訳書\n項目:\n  - 名前: 内訳\n    種類: 表\n    行: [${rows.join(", ")}]\n    列:\n${listed}    合計行: 計\n    合計列: 計\n配置:\n  - 行: 内訳\n`;
  const parsed = parseForm(text, "table-form");
  if (!parsed.ok) throw new RangeError(parsed.problems.map((p) => p.message).join("\n"));
  return parsed.value;
}

type Cells = Readonly<Record<string, string>>;

/** A tenth of the cells is empty; the totals are right. */
function amounts(chance: Chance): Cells {
  const cells: Record<string, string> = {};
  const below = columns.map(() => 0);
  for (const row of rows.slice(0, -1)) {
    let beside = 0;
    for (const [i, column] of columns.slice(0, -1).entries()) {
      if (chance.next() < 0.1) continue;
      const v = Math.floor(10 ** (1 + 2.2 * chance.next()));
      cells[`内訳・${row}・${column}`] = v.toLocaleString("en");
      beside += v;
      below[i] = (below[i] ?? 0) + v;
    }
    cells[`内訳・${row}・計`] = beside.toLocaleString("en");
    below[columns.length - 1] = (below[columns.length - 1] ?? 0) + beside;
  }
  for (const [i, column] of columns.entries())
    cells[`内訳・計・${column}`] = (below[i] ?? 0).toLocaleString("en");
  return cells;
}

interface Tally {
  cells: number;
  exact: number;
  accepted: number;
  wrong: number;
}

async function readInto(
  tally: Tally,
  { reader, form, file }: { reader: PageReader; form: Form; file: string },
  truth: Cells,
): Promise<void> {
  const page = await reader.readPage(file, 1, [form], {});
  if (page.kind !== "form") {
    console.log(page.reason.message);
    tally.cells += rows.length * columns.length;
    return;
  }
  for (const [name, cell] of Object.entries(page.fields)) {
    const right = (truth[name] ?? "").replaceAll(",", "");
    tally.cells++;
    if (cell.value === right) tally.exact++;
    if (cell.accepted) tally.accepted++;
    if (cell.accepted && cell.value !== right) tally.wrong++;
    if (args.show && (cell.value !== right || !cell.accepted))
      console.log(name, right, cell.value, cell.reasons.map((r) => r.code).join(" "));
  }
}

const share = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);

async function main(): Promise<void> {
  const fonts = heldOutPrintFonts();
  if (!fonts) throw new RangeError("npm install in test/bench/peers");
  const form = tableForm();
  const reader = await createPageReader();
  const folder = await mkdtemp(join(tmpdir(), "buka-table-bench-"));
  const chance = seeded(Number(args.seed));
  const tallies = new Map<string, Tally>();
  for (let n = 0; n < Number(args.pages); n++) {
    const font = fonts[n % fonts.length];
    const truth = amounts(chance);
    const [clean] = await cleanPages(form, [truth], font ? { valueFont: font.file } : {});
    for (const quality of args.qualities.split(",") as Quality[]) {
      const sample = await distort(clean ?? Buffer.alloc(0), quality, Number(args.seed) + n);
      const file = join(folder, `${n}-${quality}.${sample.extension}`);
      await writeFile(file, sample.bytes);
      const tally = tallies.get(quality) ?? { cells: 0, exact: 0, accepted: 0, wrong: 0 };
      tallies.set(quality, tally);
      await readInto(tally, { reader, form, file }, truth);
    }
  }
  await reader.close();
  await rm(folder, { recursive: true });
  for (const [quality, t] of tallies) {
    const line = `正しい ${share(t.exact, t.cells)} %、採用 ${share(t.accepted, t.cells)} %、採用の中の誤り ${t.wrong}`;
    console.log(`${quality}（${t.cells} 升）：${line}`);
    if (t.wrong > 0) process.exitCode = 1;
  }
}

await main();

/** F12 and F18: screens that have changed, met with real browsers, and sheets read by the real OCR; both held against the truth. */
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPageReader } from "../../ocr/index.ts";
import { heldOutPrintFonts } from "../bench/ocr/print-fonts.ts";
import { readSample } from "../bench/ocr/read-fields.ts";
import { readSampleForm, samplePages } from "../bench/ocr/sample-forms.ts";
import { type MutantVerdict, meetMutant } from "../bench/runner/mutants.ts";
import { mutants } from "../bench/runner/mutants-table.ts";
import { accounts } from "../bench/runner/shipped-bot.ts";
import type { BattleEnd } from "./battle.ts";
import type { Verdict } from "./compare.ts";
import { chanceOf } from "./records.ts";
import type { Amounts, Fault } from "./rounds.ts";

const nothingFound: Verdict = {
  records: 0,
  entered: 0,
  lost: 0,
  duplicated: 0,
  wrong: 0,
  stuck: 0,
  toPerson: 0,
  strange: 0,
  chainBroken: 0,
};

function endOf(verdict: Partial<Verdict>, from: number, unmet: readonly string[]): BattleEnd {
  const seconds = (performance.now() - from) / 1000;
  const quiet = { hits: [], recoveries: [], starts: [] };
  return { verdict: { ...nothingFound, ...verdict }, seconds, ...quiet, unmet };
}

/** Browsers of this program that are still there (Linux; elsewhere none are seen). */
function browsers(): number {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  return pids.filter((pid) => {
    try {
      const [, name = "", parent = ""] =
        /^\d+ \((.*)\) \S (\d+)/u.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
      return Number(parent) === process.pid && /chrom|headless/iu.test(name);
    } catch {
      return false;
    }
  }).length;
}

/** F12: each changed screen meets the shipped bot, a browser of its own and a fresh finance system. */
async function changedScreens(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const from = performance.now();
  const [account] = accounts;
  if (!account) throw new TypeError("the demo system has accounts");
  const found: MutantVerdict[] = [];
  for (let n = 0; n < amounts.screens; n += 1) {
    const number = ((seed - 1) * amounts.screens + n) % mutants.length;
    const mutant = mutants[number];
    if (mutant) found.push(await meetMutant(mutant, number + 1, account));
  }
  const entered = found.filter((v) => v.outcome === "done").length;
  const unmet = found.flatMap((v) => [
    ...(v.mute ? [`${v.mutant}：止まった理由を言いません（${v.mute}）。`] : []),
    ...(v.applied ? [] : [`${v.mutant}：画面が変わっていません。`]),
  ]);
  if (browsers() > 0) unmet.push(`ブラウザが ${browsers()} つ残りました。`);
  const wrong = found.filter((v) => v.wrong !== null && v.rows <= 1).length;
  const duplicated = found.filter((v) => v.rows > 1).length;
  const toPerson = found.length - entered;
  return endOf({ records: found.length, entered, wrong, duplicated, toPerson }, from, unmet);
}

/** F18: a field that the OCR accepts by itself must be what stands on the sheet; what it is not sure of goes to a person. */
async function readSheets(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const from = performance.now();
  const fonts = heldOutPrintFonts();
  if (!fonts)
    return endOf({}, from, ["字体がありません（npm run bench -- ocr と同じものが要ります）。"]);
  const folder = await mkdtemp(join(tmpdir(), "buka-drill-sheets-"));
  const reader = await createPageReader();
  const count = { fields: 0, accepted: 0, wrong: 0 };
  try {
    const form = await readSampleForm();
    const [chance, records] = [chanceOf(seed), amounts.pages];
    const quality = (["clean", "skew", "fax200"] as const)[Math.floor(chance() * 3)] ?? "clean";
    const plan = { form, folder, fonts, records, qualities: [quality], seed: 310_000 + seed * 100 };
    for await (const page of samplePages(plan)) {
      const { fields } = await readSample(reader, form, page);
      count.fields += fields.length;
      count.accepted += fields.filter((f) => f.accepted).length;
      count.wrong += fields.filter((f) => f.accepted && !f.exact).length;
    }
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
  const { fields, accepted, wrong } = count;
  const verdict = { records: fields, entered: accepted, wrong, toPerson: fields - accepted };
  return endOf(verdict, from, []);
}

export const screenFaults: readonly Fault[] = [
  { id: "F12", what: "財務会計の画面が変わる（本物のブラウザ）", run: changedScreens },
  { id: "F18", what: "読み取りの誤り（件数は項目の数。済は自動で採用）", run: readSheets },
];

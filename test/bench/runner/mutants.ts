/** The shipped bot against screens that have changed: nothing wrong is ever registered, and every stop says why and what to do. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { type DemoFinance, startDemoFinance } from "../../../apps/demo-finance/index.ts";
import { type PlayOutcome, runnerError } from "../../../runner/index.ts";
import type { Figure } from "../ocr/figures.ts";
import { type Mutant, mutants } from "./mutants-table.ts";
import { type MutatingFront, startFront } from "./mutating-front.ts";
import type { Section } from "./section.ts";
import { accounts, caseValues, launchFor, readBot, requestOf } from "./shipped-bot.ts";

interface Verdict {
  readonly mutant: string;
  readonly outcome: PlayOutcome["kind"];
  /** Rows that the finance system holds more than before. */
  readonly rows: number;
  readonly applied: boolean;
  /** Null when all is well. */
  readonly wrong: string | null;
  readonly mute: string | null;
  readonly told: string;
}

const seeds = 5;

/** Captions of the demo system's rows and the fields of the case that belong there. */
const kept = {
  kind: "区分",
  name: "氏名",
  kana: "フリガナ",
  postalCode: "郵便番号",
  address: "住所",
  phone: "電話番号",
  corporateNumber: "法人番号",
  invoiceNumber: "登録番号",
  bankCode: "金融機関コード",
  branchCode: "支店コード",
  depositType: "預金種別",
  accountNumber: "口座番号",
  accountKana: "口座名義カナ",
  section: "担当所属",
  memo: "受付番号",
} as const;

export interface MutantRun {
  readonly parallel: number;
  /** Verdicts are kept here as they come; those that it already holds are not tried again. */
  readonly log: string | null;
  /** Only the mutants with one of these words in their name. */
  readonly match: readonly string[];
}

export async function testMutants({ parallel, log, match }: MutantRun): Promise<Section> {
  const asked = [...mutants.entries()].filter(
    ([, { name }]) => match.length === 0 || match.some((word) => name.includes(word)),
  );
  const names = new Set(asked.map(([, { name }]) => name));
  const verdicts = readLog(log).filter((v) => names.has(v.mutant));
  const known = new Set(verdicts.map((v) => v.mutant));
  const due = asked.filter(([, { name }]) => !known.has(name));
  const lane = async (at: number): Promise<void> => {
    const account = accounts[at];
    if (!account) return;
    for (let next = due.shift(); next; next = due.shift()) {
      const verdict = await test(next[1], next[0] + 1, account);
      verdicts.push(verdict);
      if (log !== null) appendFileSync(log, `${JSON.stringify(verdict)}\n`);
      if (verdicts.length % 10 === 0) console.error(`mutants ${verdicts.length}/${asked.length}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, (_, i) => lane(i)));
  return { figures: figuresOf(verdicts), notes: notesOf(verdicts) };
}

function readLog(log: string | null): Verdict[] {
  if (log === null || !existsSync(log)) return [];
  const lines = readFileSync(log, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Verdict);
}

/** Each mutant meets a fresh finance system and a fresh browser. */
async function test(
  mutant: Mutant,
  n: number,
  account: (typeof accounts)[number],
): Promise<Verdict> {
  const finance = await startDemoFinance({ seedCreditors: seeds, faults: mutant.faults });
  const front = await startFront(finance.url);
  front.changes = mutant.changes;
  const { scenario, dictionary } = readBot();
  const { patienceSeconds } = mutant;
  const player = await launchFor(front.url, dictionary, { account, patienceSeconds });
  const outcome = await player.play(requestOf(scenario, n, false));
  await player.close();
  front.close();
  const verdict = judge({ mutant, n, outcome, finance, front });
  await finance.close();
  return verdict;
}

function judge(about: {
  readonly mutant: Mutant;
  readonly n: number;
  readonly outcome: PlayOutcome;
  readonly finance: DemoFinance;
  readonly front: MutatingFront;
}): Verdict {
  const { mutant, outcome, finance } = about;
  const rows = finance.creditors().slice(seeds);
  const values = caseValues(about.n);
  const differing = rows.flatMap((row) =>
    Object.entries(kept).filter(([at, field]) => row[at as keyof typeof kept] !== values[field]),
  );
  const told = "error" in outcome ? `${outcome.error.code} ${outcome.error.message}` : "";
  return {
    mutant: mutant.name,
    outcome: outcome.kind,
    rows: rows.length,
    applied: mutant.faults.length > 0 || about.front.applied > 0,
    wrong: wrongOf(
      outcome,
      rows.length,
      differing.map(([at]) => at),
    ),
    mute: muteOf(outcome),
    told,
  };
}

function wrongOf(outcome: PlayOutcome, rows: number, differing: readonly string[]): string | null {
  if (differing.length > 0) return `other values: ${differing.join()}`;
  if (rows > 1) return `${rows} rows`;
  if (outcome.kind === "done") return rows === 1 ? null : "done without a row";
  return rows === 0 || outcome.kind === "in-doubt" ? null : `a row, but ${outcome.kind}`;
}

/** A stop without a cause that has a name, or without a word on what to do. */
function muteOf(outcome: PlayOutcome): string | null {
  if (!("error" in outcome)) return null;
  const { code, message, next } = outcome.error;
  if (code === runnerError.table.unexpected.code) return `unnamed: ${message}`;
  return message.trim() === "" || next.trim() === "" ? code : null;
}

function figuresOf(verdicts: readonly Verdict[]): readonly Figure[] {
  const count = (is: (v: Verdict) => boolean): number => verdicts.filter(is).length;
  return [
    { name: "変わった画面", value: verdicts.length, unit: "種", target: { least: 60 } },
    {
      name: "変わり方が効いていない",
      value: count((v) => !v.applied),
      unit: "種",
      target: { most: 0 },
    },
    { name: "誤った登録", value: count((v) => v.wrong !== null), unit: "件", target: { most: 0 } },
    {
      name: "原因か次の手を言わない停止",
      value: count((v) => v.mute !== null),
      unit: "件",
      target: { most: 0 },
    },
    {
      name: "変わっても正しく登録",
      value: count((v) => v.outcome === "done"),
      unit: "種",
      target: null,
    },
    {
      name: "止まって言葉で知らせた",
      value: count((v) => v.outcome !== "done"),
      unit: "種",
      target: null,
    },
  ];
}

function notesOf(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.map((v) => {
    const bad = [v.applied ? "" : "not applied", v.wrong ?? "", v.mute ?? ""].filter(Boolean);
    const mark = bad.length > 0 ? `✕ ${bad.join("; ")}` : "○";
    return `${mark} ${v.mutant} → ${v.outcome} ${v.told}`;
  });
}

/** One mutant by itself, for the drill. */
export { test as meetMutant, type Verdict as MutantVerdict };

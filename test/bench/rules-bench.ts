/**
 * Speed of the formula engine with HyperFormula and LibreOffice as peers in the same run:
 *   npm run bench -- rules [--json] [--rows 10000] [--large 100000] [--without-peers]
 * Every figure is printed with its target; the exit status is 1 when one is missed.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { calcBook, writeCalculated } from "../../rules/index.ts";
import { writeXlsx } from "../support/xlsx-file.ts";
import { benchBook, type OwnRun, runOwn } from "./rules-own.ts";
import {
  type HyperRun,
  libreSeconds,
  prepareHyperFormula,
  runHyperFormula,
} from "./rules-peers.ts";

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number;
  readonly atLeast: boolean;
  readonly peers: string;
}

const { values: args } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rows: { type: "string", default: "10000" },
    large: { type: "string", default: "100000" },
    "without-peers": { type: "boolean", default: false },
    own: { type: "string" },
    kind: { type: "string", default: "plain" },
  },
});

const round = (n: number): number => Math.round(n * 100) / 100;

/** Each run in a process of its own, so that the memory counted is its own; the best of three, as other work disturbs. */
function own(rows: number, kind: string, times = 3): OwnRun {
  const script = fileURLToPath(import.meta.url);
  const runs = Array.from({ length: times }, () => runOwn.inProcess(script, rows, kind));
  const best = (pick: (run: OwnRun) => number): number => Math.min(...runs.map(pick));
  return {
    total: best((r) => r.total),
    oneMs: best((r) => r.oneMs),
    masterMs: best((r) => r.masterMs),
    rss: best((r) => r.rss),
    ng: runs[0]?.ng ?? 0,
  };
}

async function fileSeconds(rows: number, folder: string): Promise<number> {
  const from = join(folder, "case.xlsx");
  writeXlsx(from, benchBook(rows));
  const started = performance.now();
  await writeCalculated(from, join(folder, "out.xlsx"));
  const seconds = (performance.now() - started) / 1000;
  const results = await calcBook(join(folder, "out.xlsx"));
  const written = Object.keys(results["判定"] ?? {}).length;
  if (written !== rows * 20) console.error(`書き戻した式は ${written} 個でした。`);
  return seconds;
}

interface Peers {
  readonly hyper: HyperRun | null;
  readonly libre: number | null;
}

function measurePeers(rows: number, folder: string): Peers {
  if (args["without-peers"]) return { hyper: null, libre: null };
  const place = prepareHyperFormula();
  const hyper = place ? runHyperFormula(place, rows) : null;
  return { hyper, libre: libreSeconds(join(folder, "case.xlsx"), folder) };
}

function speedFigures(rows: number, plain: OwnRun, peers: Peers): Figure[] {
  const perSecond = (ms: number): number => rows / (ms / 1000);
  const speed = perSecond(plain.total);
  const hyper = peers.hyper ? perSecond(peers.hyper.total) : null;
  const libre = peers.libre === null ? null : rows / peers.libre;
  const shown = [
    hyper === null ? "" : `HyperFormula ${Math.round(hyper)}`,
    libre === null ? "" : `LibreOffice ${Math.round(libre)}`,
  ].join(" ");
  const least = { atLeast: true, unit: "行/秒", peers: shown };
  const figures: Figure[] = [
    { name: `${rows}行×20列（読込＋計算＋読出）`, value: speed, target: 10_000, ...least },
  ];
  const ratio = { atLeast: true, unit: "倍", target: 8, peers: "" };
  if (hyper !== null)
    figures.push({ name: "HyperFormula に対する速さ", value: speed / hyper, ...ratio });
  if (libre !== null)
    figures.push({ name: "LibreOffice に対する速さ", value: speed / libre, ...ratio });
  return figures;
}

function changeFigures(plain: OwnRun, peers: Peers): Figure[] {
  const hyper = peers.hyper;
  const most = { atLeast: false, unit: "ミリ秒" };
  return [
    {
      name: "入力セル1つの再計算",
      value: plain.oneMs,
      target: 5,
      peers: hyper ? `HyperFormula ${round(hyper.oneMs)}` : "",
      ...most,
    },
    {
      name: "マスタのセル1つの再計算",
      value: plain.masterMs,
      target: 1000,
      peers: hyper ? `HyperFormula ${round(hyper.masterMs)}` : "",
      ...most,
    },
  ];
}

async function main(): Promise<void> {
  if (args.own !== undefined) {
    console.log(JSON.stringify(runOwn(Number(args.own), args.kind)));
    return;
  }
  const rows = Number(args.rows);
  const folder = mkdtempSync(join(tmpdir(), "buka-rules-bench-"));
  try {
    const plain = own(rows, "plain");
    const file = await fileSeconds(rows, folder);
    const peers = measurePeers(rows, folder);
    const large = own(Number(args.large), "plain", 1);
    const column = own(rows, "whole-column");
    const endless = own(rows, "endless-column");
    const growing = own(rows, "growing");
    const most = { atLeast: false, unit: "秒", peers: "" };
    const libre = peers.libre === null ? "" : `LibreOffice ${round(peers.libre)}`;
    report([
      ...speedFigures(rows, plain, peers),
      ...changeFigures(plain, peers),
      { name: `${args.large}行`, value: large.total / 1000, target: 20, ...most },
      { ...most, name: `${args.large}行の記憶量`, value: large.rss, target: 1024, unit: "MB" },
      { name: "COUNTIF(列の全行)", value: column.total / 1000, target: 2, ...most },
      { name: "COUNTIF(A:A)", value: endless.total / 1000, target: 2, ...most },
      { name: "COUNTIF(上から自分の行まで)", value: growing.total / 1000, target: 2, ...most },
      {
        ...most,
        name: `ファイルからファイルへ ${rows}行×31列`,
        value: file,
        target: 6,
        peers: libre,
      },
    ]);
    const counts = [plain.ng, peers.hyper?.ng ?? plain.ng];
    if (counts[0] !== counts[1]) {
      console.error(`NG の数が HyperFormula と違います（${counts.join("、")}）。`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const met = (f: Figure): boolean => (f.atLeast ? f.value >= f.target : f.value <= f.target);

function report(figures: readonly Figure[]): void {
  if (figures.some((f) => !met(f))) process.exitCode = 1;
  const load = round(loadavg()[0] ?? 0);
  if (args.json) {
    console.log(JSON.stringify({ load, figures: figures.map((f) => ({ ...f, met: met(f) })) }));
    return;
  }
  console.log(`機械の混み具合（load average）: ${load}`);
  for (const f of figures) {
    const sign = f.atLeast ? "≥" : "≤";
    const peers = f.peers === "" ? "" : ` ［${f.peers}］`;
    const verdict = met(f) ? "達成" : "未達";
    console.log(
      `${verdict} ${f.name}: ${round(f.value)} ${f.unit}（目標 ${sign} ${f.target}）${peers}`,
    );
  }
}

await main();

/** The figures of the formula bench with their targets: what is measured, what the peers took, what is missed. */
import { loadavg } from "node:os";
import type { FileRun, OwnRun } from "./rules-own.ts";
import type { HyperRun, LibreRun } from "./rules-peers.ts";

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Null for figures that only explain others. */
  readonly target: number | null;
  readonly atLeast: boolean;
  readonly peers: string;
}

export interface Measured {
  readonly rows: number;
  readonly large: number;
  readonly plain: OwnRun;
  readonly file: FileRun;
  readonly many: OwnRun;
  readonly columns: { readonly whole: OwnRun; readonly endless: OwnRun; readonly growing: OwnRun };
  readonly hyper: HyperRun | null;
  readonly libre: LibreRun | null;
}

const round = (n: number): number => Math.round(n * 100) / 100;
const seconds = (ms: number): number => ms / 1000;

function least(name: string, value: number, unit: string, target: number | null): Figure {
  return { name, value, unit, target, atLeast: true, peers: "" };
}

function most(name: string, value: number, unit: string, target: number | null): Figure {
  return { name, value, unit, target, atLeast: false, peers: "" };
}

/** Values in memory, as HyperFormula takes them. */
function memoryFigures({ rows, plain, hyper }: Measured): Figure[] {
  const perSecond = (ms: number): number => rows / seconds(ms);
  const speed = least(
    `${rows}行×20列（読込＋計算＋読出、メモリの中）`,
    perSecond(plain.total),
    "行/秒",
    10_000,
  );
  if (!hyper) return [speed];
  return [
    { ...speed, peers: `HyperFormula ${Math.round(perSecond(hyper.total))}` },
    least("HyperFormula に対する速さ（同じ仕事）", hyper.total / plain.total, "倍", 8),
  ];
}

/** The same .xlsx file, opened, computed and every value read; without the start of either program. */
function fileFigures({ rows, file, libre }: Measured): Figure[] {
  const name = `ファイル ${rows}行×31列（開く＋計算＋全部の値を読む）`;
  const cold = most(name, seconds(file.cold), "秒", 6);
  const further = most(`${name}、同じプロセスで続けて開く 1 冊`, seconds(file.further), "秒", null);
  const written = most(`ファイルからファイルへ ${rows}行×31列`, seconds(file.written), "秒", 6);
  if (!libre) return [cold, further, written];
  const net = (ms: number): number => ms - libre.start;
  const start = `起動 ${round(seconds(libre.start))} を除く`;
  return [
    { ...cold, peers: `LibreOffice ${round(seconds(net(libre.read)))}（${start}）` },
    least(
      "LibreOffice に対する速さ（初めの 1 冊、起動を除く）",
      net(libre.read) / file.cold,
      "倍",
      8,
    ),
    { ...further, peers: `LibreOffice ${round(seconds(libre.further))}` },
    least(
      "LibreOffice に対する速さ（同じプロセスで続けて開く 1 冊）",
      libre.further / file.further,
      "倍",
      8,
    ),
    {
      ...least(
        "同、両方の CPU 時間で（全部のコア）",
        (libre.readCpu - libre.startCpu) / file.cpu,
        "倍",
        null,
      ),
      peers: `${round(seconds(file.cpu))} 秒、LibreOffice ${round(seconds(libre.readCpu - libre.startCpu))} 秒`,
    },
    {
      ...written,
      peers: `LibreOffice ${round(seconds(net(libre.written)))}（${start}）`,
    },
    least(
      "LibreOffice に対する速さ（ファイルからファイルへ、起動を除く）",
      net(libre.written) / file.written,
      "倍",
      null,
    ),
  ];
}

function changeFigures({ plain, hyper }: Measured): Figure[] {
  const peers = (ms: number | undefined): string =>
    ms === undefined ? "" : `HyperFormula ${round(ms)}`;
  return [
    { ...most("入力セル1つの再計算", plain.oneMs, "ミリ秒", 5), peers: peers(hyper?.oneMs) },
    {
      ...most("マスタのセル1つの再計算", plain.masterMs, "ミリ秒", 1000),
      peers: peers(hyper?.masterMs),
    },
  ];
}

export function figuresOf(m: Measured): readonly Figure[] {
  return [
    ...memoryFigures(m),
    ...fileFigures(m),
    ...changeFigures(m),
    most(`${m.large}行×20列（メモリの中）`, seconds(m.many.total), "秒", 20),
    most(`${m.large}行の記憶量`, m.many.rss, "MB", 1024),
    most("COUNTIF(列の全行)", seconds(m.columns.whole.total), "秒", 2),
    most("COUNTIF(A:A)", seconds(m.columns.endless.total), "秒", 2),
    most("COUNTIF(上から自分の行まで)", seconds(m.columns.growing.total), "秒", 2),
  ];
}

/** Records that each engine calls NG: the same for all, or somebody has computed something else. */
export function disagreement(m: Measured): string | null {
  const counts = [m.plain.ng, m.file.ng, m.hyper?.ng, m.libre?.ng].filter((n) => n !== undefined);
  const alike = counts.every((n) => n === m.plain.ng);
  return alike ? null : `NG の数が相手と違います（${counts.join("、")}）。`;
}

const met = (f: Figure): boolean =>
  f.target === null || (f.atLeast ? f.value >= f.target : f.value <= f.target);

/** Prints the figures; false when one is missed. */
export function report(figures: readonly Figure[], json: boolean): boolean {
  const load = round(loadavg()[0] ?? 0);
  const verdicts = figures.map((f) => ({ ...f, met: met(f) }));
  if (json) console.log(JSON.stringify({ load, figures: verdicts }));
  else {
    console.log(`機械の混み具合（load average）: ${load}`);
    for (const f of figures) console.log(lineOf(f));
  }
  return verdicts.every((f) => f.met);
}

function lineOf(f: Figure): string {
  const peers = f.peers === "" ? "" : ` ［${f.peers}］`;
  if (f.target === null) return `参考 ${f.name}: ${round(f.value)} ${f.unit}${peers}`;
  const sign = f.atLeast ? "≥" : "≤";
  const verdict = met(f) ? "達成" : "未達";
  return `${verdict} ${f.name}: ${round(f.value)} ${f.unit}（目標 ${sign} ${f.target}）${peers}`;
}

/** Ten thousand sentences in one run: the memory of the program and of the browser must stay where it is. */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { Figure } from "../ocr/figures.ts";
import { openOnePage, scenarioOf } from "./one-page.ts";
import type { Section } from "./section.ts";

interface Memory {
  readonly heap: number;
  readonly own: number;
  readonly browser: number | null;
}

const document = `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>長い夜</title></head><body><h1>長い夜</h1>
<table><tr><th>番号</th><td><input></td><th>氏名</th><td><input></td></tr>
<tr><th>区分</th><td><select><option>甲</option><option>乙</option></select></td><th>対象</th><td><input type=checkbox>する</td></tr></table>
<button type=button onclick="n.textContent=+n.textContent+1">数える</button><p>回数：<b id=n>0</b></p></body></html>`;

/** Sentences of one round, the 繰り返す itself not counted; it takes 1,000 rounds at the most. */
const oneHalf = [
  "「番号」に {名簿の番号} を入力する",
  "「氏名」に {名簿の氏名} を入力する",
  "「区分」で「乙」を選ぶ",
  "「区分」で「甲」を選ぶ",
  "「番号」が {名簿の番号} であることを確かめる",
];
const perRound = [...oneHalf, ...oneHalf];
const mebibyte = 1024 * 1024;

export async function manySteps(steps: number): Promise<Section> {
  const samples: Memory[] = [];
  let told = 0;
  const tell = (): void => {
    told += 1;
    const last = samples[samples.length - 1];
    if (told % 1_000 === 0 && last) console.error(`steps ${told}/${steps} ${memoryLine(last)}`);
  };
  const { player, close } = await openOnePage(
    "夜",
    (_req, res) => {
      res.writeHead(200, { "content-type": "text/html; charset=UTF-8" }).end(document);
    },
    tell,
  );
  await player.inspect({ system: "夜", menu: [], logIn: false });
  const watching = new AbortController();
  const watch = sample(samples, player.browserPid, watching.signal);
  const start = performance.now();
  const outcome = await player.play({
    scenario: scenario(),
    values: { 名簿: JSON.stringify(rows(Math.ceil(steps / perRound.length))) },
    barrier: { beforePress: () => Promise.resolve() },
    evidence: { picture: () => Promise.resolve() },
  });
  const seconds = (performance.now() - start) / 1000;
  watching.abort();
  await watch;
  await close();
  const played = outcome.steps.length;
  const notes = "error" in outcome ? [outcome.error.message] : [];
  return { figures: figuresOf({ samples, played, steps, seconds }), notes };
}

const memoryLine = ({ heap, own, browser }: Memory): string =>
  `heap ${heap.toFixed(0)}, own ${own.toFixed(0)}, browser ${browser?.toFixed(0) ?? "?"} MiB`;

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ 番号: `${i + 1}`, 氏名: `見本 ${i + 1}` }));

function scenario() {
  const text = `版: 1
題名: 長い夜
持ち主: 測定
使う画面: [夜]
受け取る項目: [名簿]
手順:
  - 繰り返す: 名簿
    手順:
${perRound.map((line) => `      - ${line}`).join("\n")}
`;
  return scenarioOf(text, "night.yaml");
}

/** Every second, until told to stop. */
async function sample(samples: Memory[], pid: number | null, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const { heapUsed, rss } = process.memoryUsage();
    samples.push({ heap: heapUsed / mebibyte, own: rss / mebibyte, browser: treeMemory(pid) });
    await delay(1_000, undefined, { signal }).catch(() => undefined);
  }
}

/** Resident memory of a process and all that it started, in MiB; null where /proc is not there. */
function treeMemory(root: number | null): number | null {
  if (root === null) return null;
  try {
    const pids = readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
    const parents = new Map(pids.map((pid) => [pid, parentOf(pid)]));
    const within = (pid: string | undefined): boolean =>
      pid === String(root) || (pid !== undefined && pid !== "0" && within(parents.get(pid)));
    const kilobytes = pids.filter(within).map(residentOf);
    return kilobytes.reduce((sum, k) => sum + k, 0) / 1024;
  } catch {
    return null;
  }
}

function parentOf(pid: string): string | undefined {
  try {
    return /PPid:\s*(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

function residentOf(pid: string): number {
  try {
    return Number(
      /Rss:\s*(\d+)/u.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0,
    );
  } catch {
    return 0;
  }
}

function figuresOf(run: {
  readonly samples: readonly Memory[];
  readonly played: number;
  readonly steps: number;
  readonly seconds: number;
}): readonly Figure[] {
  const { samples, played, steps, seconds } = run;
  return [
    { name: "一度に行った手順", value: played, unit: "文", target: { least: steps } },
    {
      name: "1文の平均",
      value: (1000 * seconds) / Math.max(1, played),
      unit: "ミリ秒",
      target: null,
    },
    growth("プログラムのメモリー（ヒープ）の伸び", samples, (m) => m.heap),
    growth("プログラムのメモリー（常駐）の伸び", samples, (m) => m.own),
    growth("ブラウザのメモリーの伸び", samples, (m) => m.browser),
  ];
}

/** Last quarter against the second quarter (the first warms up), by the lowest of each: what garbage leaves out. */
function growth(
  name: string,
  samples: readonly Memory[],
  of: (memory: Memory) => number | null,
): Figure {
  const values = samples.map(of).filter((v) => v !== null);
  const quarter = Math.floor(values.length / 4);
  const floor = (from: number): number =>
    Math.min(...values.slice(from, from + Math.max(1, quarter)));
  if (values.length < 8) return { name, value: null, unit: "倍", target: { most: 1.25 } };
  const [early, late] = [floor(quarter), floor(3 * quarter)];
  const peer = `${Math.round(early)} → ${Math.round(late)} MiB`;
  return { name, value: late / early, unit: "倍", target: { most: 1.25 }, peer };
}

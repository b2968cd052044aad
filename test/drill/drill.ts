/** `npm run drill -- --quick|--full [--only F1,F5] [--seeds 1-3] [--json]`: faults on purpose, then the books compared. */
import { parseArgs } from "node:util";
import type { BattleEnd } from "./battle.ts";
import { percentile, together, type Verdict } from "./compare.ts";
import { type Amounts, type Fault, faults, full, quick } from "./faults.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    only: { type: "string" },
    seeds: { type: "string", default: "1" },
    records: { type: "string" },
    kills: { type: "string" },
    pauses: { type: "string" },
    points: { type: "string" },
  },
});

const recoveryLimit = 60;

function seedsOf(written: string): number[] {
  const [first = 1, last = first] = written.split("-").map(Number);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i);
}

function amountsOf(): Amounts {
  const base = values.full ? full : quick;
  const number = (name: "records" | "kills" | "pauses" | "points"): number =>
    Number(values[name] ?? base[name]);
  return {
    ...base,
    records: number("records"),
    kills: number("kills"),
    pauses: number("pauses"),
    points: number("points"),
  };
}

interface Line {
  readonly id: string;
  readonly what: string;
  readonly verdict: Verdict;
  readonly hits: number;
  readonly seconds: number;
  readonly p95: number;
  readonly met: boolean;
}

async function runOne(fault: Fault, amounts: Amounts, seeds: readonly number[]): Promise<Line> {
  const ends: BattleEnd[] = [];
  for (const seed of seeds) ends.push(await fault.run(amounts, seed));
  const verdict = together(ends.map((e) => e.verdict));
  const p95 = percentile(
    ends.flatMap((e) => e.recoveries),
    0.95,
  );
  const { lost, duplicated, wrong, stuck, strange, chainBroken } = verdict;
  const bad = lost + duplicated + wrong + stuck + strange + chainBroken;
  return {
    id: fault.id,
    what: fault.what,
    verdict,
    hits: ends.reduce((n, e) => n + e.hits.length, 0),
    seconds: Math.round(ends.reduce((n, e) => n + e.seconds, 0)),
    p95: Math.round(p95 * 10) / 10,
    met: bad === 0 && p95 <= recoveryLimit,
  };
}

function show(line: Line): void {
  const v = line.verdict;
  const facts = [
    `${line.id.padEnd(4)} ${line.met ? "合格" : "不合格"}`,
    `件数 ${v.records}`,
    `済 ${v.entered}`,
    `障害 ${line.hits}`,
    `紛失 ${v.lost} 二重 ${v.duplicated} 誤り ${v.wrong} 停滞 ${v.stuck}`,
    `人へ ${v.toPerson}`,
    `余分 ${v.strange} 記録の鎖 ${v.chainBroken === 0 ? "正" : "壊"}`,
    `回復p95 ${line.p95}秒`,
    `${line.seconds}秒`,
  ];
  process.stdout.write(`${facts.join("  ")}  ${line.what}\n`);
}

const only = values.only?.split(",");
const chosen = faults.filter((f) => !only || only.includes(f.id));
const amounts = amountsOf();
const seeds = seedsOf(values.seeds);
const lines: Line[] = [];
for (const fault of chosen) {
  const line = await runOne(fault, amounts, seeds);
  lines.push(line);
  if (!values.json) show(line);
}
const met = lines.every((l) => l.met);
const target = { lost: 0, duplicated: 0, wrong: 0, stuck: 0, recoveryP95: recoveryLimit };
if (values.json)
  process.stdout.write(`${JSON.stringify({ amounts, seeds, target, met, lines })}\n`);
else process.stdout.write(met ? "訓練：すべて合格です。\n" : "訓練：不合格があります。\n");
process.exit(met ? 0 : 1);

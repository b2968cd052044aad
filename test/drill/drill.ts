/**
 * `npm run drill -- --small|--quick|--full [--only F1,F5] [--seeds 1-3] [--log FILE] [--json]`: faults on purpose, then the books compared.
 * With --log each round that has ended is kept; the same command again does what is missing and adds everything up.
 */
import { parseArgs } from "node:util";
import { percentile, together, type Verdict } from "./compare.ts";
import { openDrillLog, type Round } from "./drill-log.ts";
import { faults } from "./faults.ts";
import { type Amounts, type Fault, full, fullParts, quick, small } from "./rounds.ts";

const { values } = parseArgs({
  options: {
    small: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    full: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    only: { type: "string" },
    seeds: { type: "string" },
    log: { type: "string" },
    minutes: { type: "string" },
    records: { type: "string" },
    kills: { type: "string" },
    pauses: { type: "string" },
    points: { type: "string" },
  },
});

const recoveryLimit = 60;
/** The bots of a drill wait most of the time: for leases, settling, servers that come back. */
const quickSideBySide = 2;

function seedsOf(written: string): number[] {
  const [first = 1, last = first] = written.split("-").map(Number);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i);
}

function amountsOf(): Amounts {
  const usual = values.small ? small : quick;
  const base = values.full ? full : usual;
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
  /** Seeds that have been through. */
  readonly rounds: number;
  readonly verdict: Verdict;
  readonly hits: number;
  readonly seconds: number;
  readonly p95: number;
  /** Part of it: how long the process of a bot took to start (p95). */
  readonly startP95: number;
  readonly unmet: readonly string[];
  readonly met: boolean;
}

/** One round, or what the log has of it. Null when the time is over and it was not done before. */
async function roundOf(fault: Fault, amounts: Amounts, seed: number): Promise<Round | null> {
  const known = log.find({ id: fault.id, seed, amounts });
  if (known || Date.now() > deadline) return known;
  const end = await fault.run(amounts, seed);
  const round: Round = {
    id: fault.id,
    seed,
    amounts,
    at: new Date().toISOString(),
    verdict: end.verdict,
    hits: end.hits.length,
    recoveries: end.recoveries,
    starts: end.starts,
    unmet: end.unmet,
    seconds: Math.round(end.seconds),
  };
  log.keep(round);
  return round;
}

function lineOf(fault: Fault, rounds: readonly Round[]): Line {
  const verdict = together(rounds.map((r) => r.verdict));
  const p95 = percentile(
    rounds.flatMap((r) => r.recoveries),
    0.95,
  );
  const startP95 = percentile(
    rounds.flatMap((r) => r.starts),
    0.95,
  );
  const unmet = rounds.flatMap((r) => r.unmet);
  const { lost, duplicated, wrong, stuck, strange, chainBroken } = verdict;
  const bad = lost + duplicated + wrong + stuck + strange + chainBroken;
  return {
    id: fault.id,
    what: fault.what,
    rounds: rounds.length,
    verdict,
    hits: rounds.reduce((n, r) => n + r.hits, 0),
    seconds: rounds.reduce((n, r) => n + r.seconds, 0),
    p95: Math.round(p95 * 10) / 10,
    startP95: Math.round(startP95 * 10) / 10,
    unmet,
    met: bad === 0 && unmet.length === 0 && p95 <= recoveryLimit,
  };
}

function show(line: Line): void {
  const v = line.verdict;
  const facts = [
    `${line.id.padEnd(4)} ${line.met ? "合格" : "不合格"}`,
    `${line.rounds}回`,
    `件数 ${v.records}`,
    `済 ${v.entered}`,
    `障害 ${line.hits}`,
    `紛失 ${v.lost} 二重 ${v.duplicated} 誤り ${v.wrong} 停滞 ${v.stuck}`,
    `人へ ${v.toPerson}`,
    `余分 ${v.strange} 記録の鎖 ${v.chainBroken === 0 ? "正" : "壊"}`,
    `回復p95 ${line.p95}秒（うち起動 ${line.startP95}秒）`,
    `${line.seconds}秒`,
  ];
  process.stdout.write(`${facts.join("  ")}  ${line.what}\n`);
  for (const sentence of line.unmet) process.stdout.write(`     ${sentence}\n`);
}

/** Seed by seed, so that a drill that is cut short has something of every fault. */
async function runAll(chosen: readonly Fault[]): Promise<Map<string, Round[]>> {
  const done = new Map<string, Round[]>(chosen.map((f) => [f.id, []]));
  for (const seed of seeds) {
    const left = [...chosen];
    const next = async (): Promise<void> => {
      for (let fault = left.shift(); fault; fault = left.shift()) {
        const round = await roundOf(fault, amounts, seed);
        if (round) done.get(fault.id)?.push(round);
      }
    };
    await Promise.all(Array.from({ length: values.full ? 1 : quickSideBySide }, next));
  }
  return done;
}

const only = values.only?.split(",");
const chosen = faults.filter((f) => !only || only.includes(f.id));
const amounts = amountsOf();
const seeds = seedsOf(values.seeds ?? (values.full ? `1-${fullParts}` : "1"));
const log = openDrillLog(values.log ?? null);
const deadline =
  values.minutes === undefined
    ? Number.POSITIVE_INFINITY
    : Date.now() + Number(values.minutes) * 60_000;
const rounds = await runAll(chosen);
const lines = chosen
  .map((fault) => ({ fault, done: rounds.get(fault.id) ?? [] }))
  .filter(({ done }) => done.length > 0)
  .map(({ fault, done }) => lineOf(fault, done));
const missing = chosen.length * seeds.length - lines.reduce((n, l) => n + l.rounds, 0);
const met = lines.every((l) => l.met);
const target = { lost: 0, duplicated: 0, wrong: 0, stuck: 0, recoveryP95: recoveryLimit };
if (values.json)
  process.stdout.write(`${JSON.stringify({ amounts, seeds, target, met, missing, lines })}\n`);
else {
  for (const line of lines) show(line);
  if (missing > 0) process.stdout.write(`訓練：まだ ${missing} 回が残っています。\n`);
  process.stdout.write(met ? "訓練：行ったものはすべて合格です。\n" : "訓練：不合格があります。\n");
}
process.exit(met && missing === 0 ? 0 : 1);

/** F14 and F15: nothing goes wrong but time; memory and handles stay as they are, and the work is quick enough. */
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as idle } from "node:timers/promises";
import { type Battle, type BattleEnd, fight } from "./battle.ts";
import { type Amounts, crewOf, type Fault, inOffice, noPlan } from "./rounds.ts";

/** What one process holds at one moment. */
interface Sample {
  readonly pid: number;
  readonly megabytes: number;
  readonly files: number;
}

/** As `buka worker` has it: nobody is to die here. */
const usualLease = 15;
const sampleMillis = 2_000;
const pageBytes = 4_096;

function sampleOf(pid: number): Sample[] {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    const files = readdirSync(`/proc/${pid}/fd`).length;
    return [{ pid, megabytes: (pages * pageBytes) / 1_048_576, files }];
  } catch {
    // It has just gone.
    return [];
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Growth that the engine's own housekeeping may show in a few minutes, in a round long enough to have one. */
const greatestGrowth = 0.1;
const slackMegabytes = 10;

/** Processes that are larger, or hold more files, in the last fifth of their time than after their first half. */
function growth(samples: readonly Sample[]): string[] {
  const pids = [...new Set(samples.map((s) => s.pid))];
  return pids.flatMap((pid) => {
    const own = samples.filter((s) => s.pid === pid);
    if (own.length < 20) return [];
    const at = (from: number, to: number) => own.slice(own.length * from, own.length * to);
    const [before, after] = [at(0.4, 0.6), at(0.8, 1)];
    const size = (some: readonly Sample[]) => median(some.map((s) => s.megabytes));
    const files = (some: readonly Sample[]) => median(some.map((s) => s.files));
    const grown = size(after) - size(before);
    return [
      ...(grown > Math.max(slackMegabytes, size(before) * greatestGrowth)
        ? [`メモリが増えました：${Math.round(size(before))} → ${Math.round(size(after))} MB`]
        : []),
      ...(files(after) > files(before) + 2
        ? [`開いたファイルが増えました：${files(before)} → ${files(after)}`]
        : []),
    ];
  });
}

/** F14: a long batch without misfortune. */
async function soak(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const samples: Sample[] = [];
  return inOffice({}, (office) =>
    fight(office, {
      records: amounts.soak,
      seed,
      crew: { ...crewOf(noPlan), leaseSeconds: usualLease },
      async trouble(battle: Battle) {
        while (battle.ended() < amounts.soak) {
          samples.push(...battle.crew.pids().flatMap(sampleOf));
          await idle(sampleMillis);
        }
      },
      unmet: (battle) => {
        const dead = battle.crew.starts.length - battle.crew.size;
        return [
          ...growth(samples),
          ...(dead > 0
            ? [
                `何も起こしていないのに、係が ${dead} 回終わりました（${[...battle.crew.said.keys()].join("、")}）。`,
              ]
            : []),
        ];
      },
    }),
  );
}

/** 1,000 records in an hour with three bots and a target that takes 300 ms to answer. */
const answerMillis = 300;
const hourForRecords = 1_000;

/** F15: the speed of a slow target's batch, told as the minutes that 1,000 records would take. */
async function speed(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const records = Math.min(amounts.soak, 60);
  const end = await inOffice({ faults: [`slow:${answerMillis}`] }, (office) =>
    fight(office, { records, seed, crew: { ...crewOf(noPlan), leaseSeconds: usualLease } }),
  );
  const minutes = (end.seconds / records) * (hourForRecords / 60);
  const slow = `${hourForRecords} 件に ${Math.round(minutes)} 分かかる速さです（目標 60 分）。`;
  return { ...end, unmet: [...end.unmet, ...(minutes > 60 ? [slow] : [])] };
}

export const soakFaults: readonly Fault[] = [
  { id: "F14", what: "何も起こさずに動かし続ける（メモリ・開いたファイル）", run: soak },
  { id: "F15", what: "答えに 300 ミリ秒かかる財務会計での速さ", run: speed },
];

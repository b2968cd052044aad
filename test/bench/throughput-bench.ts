/**
 * What a batch costs with simulated targets, three bots and one reader:
 *   npm run bench -- throughput [--json] [--only idle,flat,speed] [--records 300] [--many 10000] [--idle-seconds 30]
 * Memory and CPU per record hold on a busy machine too; minutes do not. Exit status 1 when a figure is missed.
 */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { rebuildQueue } from "../../queues/index.ts";
import { handIn } from "../drill/battle.ts";
import { type Crew, startCrew } from "../drill/crew.ts";
import { type Office, openOffice } from "../drill/office.ts";
import { drillRecords } from "../drill/records.ts";
import { usualWish } from "../drill/rounds.ts";
import { type Figure, isMet, lineOf } from "./ocr/figures.ts";

const { values: args } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string", default: "idle,flat,speed" },
    records: { type: "string", default: "300" },
    many: { type: "string", default: "10000" },
    "idle-seconds": { type: "string", default: "30" },
  },
});

/** The program as it is installed: set-up has built it. */
const program = join("dist", "apps", "cli", "main.js");
/** Records measured in each lane. */
const few = 100;
/** The small ledger: enough that a hundred are left for every lane when all bots are there. */
const little = 400;
const bots = 3;
const answerMillis = 300;
const leaseSeconds = 15;
const ticksPerSecond = 100;
const pageBytes = 4_096;

/** CPU seconds that a process has used so far; 0 when it is gone. */
function cpuSeconds(pid: number): number {
  try {
    const after = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(after[11]) + Number(after[12])) / ticksPerSecond;
  } catch {
    return 0;
  }
}

function megabytes(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  return (pages * pageBytes) / 1_048_576;
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await pause(50);
}

/** A batch of `count` records at this target; the work gets the crew when all of it is there. */
async function withCrew<T>(
  wish: { readonly count: number; readonly faults: readonly string[] },
  work: (office: Office, crew: Crew) => Promise<T>,
): Promise<T> {
  const office = await openOffice({ ...usualWish, bots, faults: wish.faults });
  const crew = startCrew(office, { leaseSeconds, pauseSeconds: 0, nextPlan: () => null });
  try {
    await until(() => crew.starts.length >= crew.size);
    await handIn(office, drillRecords(wish.count, 1));
    await rebuildQueue(office.place, null);
    return await work(office, crew);
  } finally {
    await crew.end();
    await office.close();
  }
}

const doneIn = async (office: Office): Promise<number> =>
  (await office.place.store.countByState(null)).done;

/** The real program with nothing to do: `buka worker` of the enter lane, a minute after its start or sooner. */
async function idleFigures(): Promise<Figure[]> {
  const office = await openOffice({ ...usualWish, bots });
  const [machine] = office.workspaces;
  const words = ["worker", "--workspace", machine?.folder ?? "", "--lanes", "enter"];
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, ...office.environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    const pid = child.pid ?? 0;
    await new Promise((resolve) => child.stderr?.once("data", resolve));
    await pause(3_000);
    const [from, at] = [cpuSeconds(pid), performance.now()];
    await pause(Number(args["idle-seconds"]) * 1000);
    const share = (100 * (cpuSeconds(pid) - from)) / ((performance.now() - at) / 1000);
    return [
      { name: "待つ係のメモリ", value: megabytes(pid), unit: "MB", target: { most: 150 } },
      { name: "待つ係の CPU", value: share, unit: "%", target: { most: 1 } },
    ];
  } finally {
    child.kill("SIGKILL");
    await office.close();
  }
}

interface Cost {
  /** CPU milliseconds per record of whoever receives them. */
  readonly intake: number;
  readonly read: number;
  readonly enter: number;
}

/** What is loaded, compiled and looked up with the first records is no cost of the later ones. */
const warm = 20;
const lastNumber = bots;

/** CPU per record of `few` records in each lane, with so many in the ledger. */
async function costAt(count: number): Promise<Cost> {
  const office = await openOffice({ ...usualWish, bots });
  const used = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  const before = used();
  await handIn(office, drillRecords(count, 1));
  const intake = (used() - before) / count;
  await rebuildQueue(office.place, null);
  const crew = startCrew(office, { leaseSeconds, pauseSeconds: 0, nextPlan: () => null });
  try {
    const [read, enter] = await Promise.all([
      laneCost(crew, [0], async () => {
        const states = await office.place.store.countByState(null);
        return count - states.received - states.read - states.checked;
      }),
      laneCost(
        crew,
        Array.from({ length: lastNumber }, (_, i) => i + 1),
        () => doneIn(office),
      ),
    ]);
    return { intake, read, enter };
  } finally {
    await crew.end();
    await office.close();
  }
}

/** CPU milliseconds per record of these bots together, once all of them are there and warm. */
async function laneCost(
  crew: Crew,
  numbers: readonly number[],
  ended: () => Promise<number>,
): Promise<number> {
  const used = (): number => numbers.reduce((sum, n) => sum + cpuSeconds(crew.pidOf(n) ?? 0), 0);
  const passing = async (records: number) => {
    await until(
      async () => numbers.every((n) => crew.pidOf(n) !== null) && (await ended()) >= records,
    );
    return { records: await ended(), cpu: used() };
  };
  const from = await passing(warm);
  const to = await passing(from.records + few);
  return (1000 * (to.cpu - from.cpu)) / (to.records - from.records);
}

const flatTarget = { most: 1.3 };

async function flatFigures(): Promise<Figure[]> {
  const many = Number(args.many);
  const [small, large] = [await costAt(little), await costAt(many)];
  const peer = (at: keyof Cost): string =>
    `${little} 件で ${small[at].toFixed(1)} ms、${many} 件で ${large[at].toFixed(1)} ms`;
  const lanes = [
    ["intake", "受付"],
    ["read", "点検"],
    ["enter", "入力"],
  ] as const;
  return lanes.map(([at, word]) => ({
    name: `1 件の${word}の CPU（件数で何倍か）`,
    value: large[at] / small[at],
    unit: "倍",
    target: flatTarget,
    peer: peer(at),
  }));
}

async function speedFigures(): Promise<Figure[]> {
  const count = Number(args.records);
  const wish = { count, faults: [`slow:${answerMillis}`] };
  const seconds = await withCrew(wish, async (office) => {
    const from = performance.now();
    await until(async () => (await doneIn(office)) >= count);
    return (performance.now() - from) / 1000;
  });
  return [
    {
      name: "1,000 件の入力（答え 300 ms、3 台）",
      value: ((seconds / count) * 1_000) / 60,
      unit: "分",
      target: { most: 60 },
      peer: `${count} 件に ${Math.round(seconds)} 秒`,
    },
  ];
}

const parts = { idle: idleFigures, flat: flatFigures, speed: speedFigures };
const figures: Figure[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (!args.only.split(",").includes(name)) continue;
  const found = await part();
  figures.push(...found);
  if (!args.json) for (const figure of found) console.log(lineOf(figure));
}
const met = figures.every(isMet);
if (args.json) console.log(JSON.stringify({ met, figures }, null, 2));
process.exit(met ? 0 : 1);

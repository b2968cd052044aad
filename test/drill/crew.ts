/** The bots of a drill: processes that are started again whenever they die, as a supervisor would, each with its own plan of misfortune. */
import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { DiePlan } from "./die-points.ts";
import type { Machine, Office } from "./office.ts";

export interface CrewOptions {
  readonly leaseSeconds: number;
  /** Seconds that a stopped process sleeps before it is woken up. */
  readonly pauseSeconds: number;
  /** The next misfortune of a starting enter bot, or null. */
  readonly nextPlan: () => DiePlan | null;
}

/** One misfortune that really happened. */
export interface Hit {
  readonly act: "kill" | "stop" | "block" | "cut" | "site";
  /** Account of the bot, or "any" for what concerns all. */
  readonly bot: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Crew {
  readonly hits: readonly Hit[];
  /** Notes a blow to a server. */
  note(act: Hit["act"]): void;
  /** SIGKILL for the bot of this number (0 = the reader). */
  kill(number: number): void;
  /** The machine of this bot dies: nobody starts the bot again. */
  bury(number: number): void;
  readonly size: number;
  /** Words before the program of every bot that is started from now on (limits, other mounts). */
  prefix: readonly string[];
  /** Codes of what the bots said to the clerk when they ended, and how often. */
  readonly said: ReadonlyMap<string, number>;
  /** Seconds from the start of a process to the moment at which it can work. */
  readonly starts: readonly number[];
  /** Processes that are there and can work. */
  pids(): number[];
  /** Process of the bot of this number (0 = the reader) once it can work, or null. */
  pidOf(number: number): number | null;
  /** Everybody is killed and stays away until `wakeUp`. */
  knockOut(): Promise<void>;
  wakeUp(): void;
  end(): Promise<void>;
}

const program = join(dirname(fileURLToPath(import.meta.url)), "drill-bot.js");
const restartMillis = 100;
const afterlifeMillis = 10_000;

export function startCrew(office: Office, options: CrewOptions): Crew {
  const hits: Hit[] = [];
  const running = new Set<ChildProcess>();
  const up = new Set<ChildProcess>();
  const now: (ChildProcess | null)[] = [];
  const buried = new Set<number>();
  const said = new Map<string, number>();
  const starts: number[] = [];
  let over = false;
  let away = false;

  const start = (slot: number, lane: "read" | "enter", machine: Machine): void => {
    if (over || away || buried.has(slot)) return;
    const plan = lane === "enter" ? options.nextPlan() : null;
    const words = [machine.folder, lane, String(options.leaseSeconds), JSON.stringify(plan)];
    const host = office.net?.hosts[office.workspaces.indexOf(machine)];
    const before = [...(host?.prefix ?? []), ...crew.prefix];
    const [command = "", ...rest] = [...before, process.execPath, program, ...words];
    const from = performance.now();
    const child = spawn(command, rest, {
      stdio: ["ignore", "pipe", process.env["DRILL_SHOW"] ? "inherit" : "ignore"],
      env: { ...process.env, ...office.environment },
    });
    now[slot] = child;
    running.add(child);
    let heir = false;
    const succeed = (): void => {
      if (heir) return;
      heir = true;
      setTimeout(() => start(slot, lane, machine), restartMillis);
    };
    const hear = (line: string): void => {
      if (line === "up") {
        starts.push((performance.now() - from) / 1000);
        up.add(child);
        return;
      }
      if (line.startsWith("said ")) {
        const code = line.slice(5);
        said.set(code, (said.get(code) ?? 0) + 1);
        return;
      }
      if (line === "kill" || line === "stop" || line === "block")
        hits.push({ act: line, bot: machine.user, at: Date.now() });
      if (line !== "stop") return;
      // Somebody takes over while the sleeper sleeps; then it wakes up and believes that nothing has happened.
      succeed();
      const pause = options.pauseSeconds * 1000;
      setTimeout(() => child.kill("SIGCONT"), pause);
      // It has had its time to do harm; two at one desk for the rest of the round would only be slow.
      setTimeout(() => child.kill("SIGKILL"), pause + afterlifeMillis);
    };
    createInterface({ input: child.stdout }).on("line", hear);
    child.once("exit", () => {
      running.delete(child);
      up.delete(child);
      succeed();
    });
  };

  const startAll = (): void => {
    const [first] = office.workspaces;
    if (first) start(0, "read", first);
    office.workspaces.forEach((machine, i) => {
      start(i + 1, "enter", machine);
    });
  };
  const killAll = async (): Promise<void> => {
    const left = [...running];
    await Promise.all(
      left.map((child) => {
        const gone = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGCONT");
        child.kill("SIGKILL");
        return gone;
      }),
    );
  };
  const crew: Crew = {
    hits,
    said,
    starts,
    prefix: [],
    size: office.workspaces.length + 1,
    pids: () => [...up].flatMap((child) => child.pid ?? []),
    pidOf: (number) => {
      const child = now[number];
      return child && up.has(child) ? (child.pid ?? null) : null;
    },
    note: (act) => void hits.push({ act, bot: "any", at: Date.now() }),
    kill(number) {
      const child = now[number];
      if (!child?.kill("SIGKILL")) return;
      const bot = office.workspaces[number - 1]?.user ?? "any";
      hits.push({ act: "kill", bot, at: Date.now() });
    },
    bury(number) {
      buried.add(number);
      now[number]?.kill("SIGKILL");
      hits.push({ act: "kill", bot: "any", at: Date.now() });
    },
    async knockOut() {
      away = true;
      await killAll();
      // Whoever was about to be started again has found that nobody is wanted.
      await new Promise((resolve) => setTimeout(resolve, 2 * restartMillis));
    },
    wakeUp() {
      away = false;
      startAll();
    },
    async end() {
      over = true;
      await killAll();
    },
  };
  startAll();
  return crew;
}

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
  readonly act: "kill" | "stop" | "block" | "cut";
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
  end(): Promise<void>;
}

const program = join(dirname(fileURLToPath(import.meta.url)), "drill-bot.js");
const restartMillis = 100;

export function startCrew(office: Office, options: CrewOptions): Crew {
  const hits: Hit[] = [];
  const running = new Set<ChildProcess>();
  const now: (ChildProcess | null)[] = [];
  const buried = new Set<number>();
  let over = false;

  const start = (slot: number, lane: "read" | "enter", machine: Machine): void => {
    if (over || buried.has(slot)) return;
    const plan = lane === "enter" ? options.nextPlan() : null;
    const words = [machine.folder, lane, String(options.leaseSeconds), JSON.stringify(plan)];
    const host = office.net?.hosts[office.workspaces.indexOf(machine)];
    const [command = "", ...rest] = [...(host?.prefix ?? []), process.execPath, program, ...words];
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
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line !== "kill" && line !== "stop" && line !== "block") return;
      hits.push({ act: line, bot: machine.user, at: Date.now() });
      if (line !== "stop") return;
      // Somebody takes over while the sleeper sleeps; then it wakes up and believes that nothing has happened.
      succeed();
      setTimeout(() => child.kill("SIGCONT"), options.pauseSeconds * 1000);
    });
    child.once("exit", () => {
      running.delete(child);
      succeed();
    });
  };

  const [first] = office.workspaces;
  if (first) start(0, "read", first);
  office.workspaces.forEach((machine, i) => {
    start(i + 1, "enter", machine);
  });
  return {
    hits,
    size: office.workspaces.length + 1,
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
    async end() {
      over = true;
      const left = [...running];
      await Promise.all(
        left.map((child) => {
          const gone = new Promise((resolve) => child.once("exit", resolve));
          child.kill("SIGCONT");
          child.kill("SIGKILL");
          return gone;
        }),
      );
    },
  };
}

/** Places in a bot's life at which a drill lets it die or stand still: around every write and every request. */
import { writeSync } from "node:fs";
import type { Store } from "../../store/index.ts";

/** What happens at the `nth` passing of a point such as "after:markPressing" or "during:register". */
export interface DiePlan {
  readonly point: string;
  readonly nth: number;
  /** stop = SIGSTOP; the drill wakes it up later. block = the event loop stands still for so many milliseconds. */
  readonly act: "kill" | "stop" | "block";
  readonly millis?: number;
}

/** Called at each point. */
export interface DiePoints {
  at(point: string): void;
  /** The same store, with points around every write. */
  around(store: Store): Store;
}

export const storeWrites = [
  "planIntent",
  "changeCase",
  "markPressing",
  "settleIntent",
  "addEvent",
  "dropIntent",
  "releaseKey",
] as const;

export const requestNames = ["login", "section", "search", "confirm", "register"] as const;

/** Every point around a case that is entered: 5 writes and 5 requests, before, during and after. */
export function allPoints(): string[] {
  const writes = storeWrites
    .filter((w) => w !== "dropIntent" && w !== "releaseKey")
    .flatMap((w) => [`before:${w}`, `after:${w}`]);
  const requests = requestNames.flatMap((r) => [`before:${r}`, `during:${r}`, `after:${r}`]);
  return [...writes, ...requests];
}

export function createDiePoints(plan: DiePlan | null): DiePoints {
  let passed = 0;
  const at = (point: string): void => {
    if (plan === null || plan.point !== point) return;
    passed += 1;
    if (passed === plan.nth) die(plan);
  };
  return {
    at,
    around(store) {
      const watched: Store = { ...store };
      for (const name of storeWrites) {
        const write = store[name] as (...args: unknown[]) => Promise<unknown>;
        Object.assign(watched, {
          [name]: async (...args: unknown[]) => {
            at(`before:${name}`);
            const result = await write(...args);
            at(`after:${name}`);
            return result;
          },
        });
      }
      return watched;
    },
  };
}

/** Tells the drill first: a process that is dead or asleep cannot. */
function die(plan: DiePlan): void {
  writeSync(1, `${plan.act}\n`);
  if (plan.act === "kill") process.kill(process.pid, "SIGKILL");
  if (plan.act === "stop") process.kill(process.pid, "SIGSTOP");
  const end = Date.now() + (plan.millis ?? 0);
  while (plan.act === "block" && Date.now() < end) JSON.stringify({ end });
}

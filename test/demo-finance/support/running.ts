/** Starts systems for one test file and ends them all afterwards. */
import { afterEach } from "vitest";
import {
  type DemoFinance,
  type DemoFinanceOptions,
  startDemoFinance,
} from "../../../apps/demo-finance/index.ts";
import { Clerk } from "./clerk.ts";

export interface Running {
  readonly system: DemoFinance;
  /** Not logged in. */
  readonly visitor: () => Clerk;
  /** robot01 in 会計課. */
  readonly clerk: Clerk;
}

const started: DemoFinance[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((system) => system.close()));
});

export async function running(options: DemoFinanceOptions = {}): Promise<Running> {
  const system = await startDemoFinance(options);
  started.push(system);
  const clerk = await new Clerk(system).logIn();
  return { system, clerk, visitor: () => new Clerk(system) };
}

/** A clock that stands still until it is moved. */
export function handClock(start = "2026-11-20T01:00:00.000Z"): {
  readonly now: () => Date;
  readonly forward: (minutes: number) => void;
} {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    forward: (minutes) => {
      at += minutes * 60_000;
    },
  };
}

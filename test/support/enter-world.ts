/** The world of one enter worker: a ledger, a clock that the test turns, and a finance system that may lose replies. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { BukaError, type Clock, randomIds, silentLog } from "../../core/index.ts";
import type { Bot } from "../../queues/bot.ts";
import { enterCase } from "../../queues/enter-work.ts";
import type { EnterDoors } from "../../queues/entry-steps.ts";
import { createPassedTime } from "../../queues/passed-time.ts";
import {
  type Player,
  type PlayOutcome,
  type PlayRequest,
  runnerError,
} from "../../runner/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { type EvidenceStore, openStore, type Store } from "../../store/index.ts";

/** A finance system that keeps what was pressed; how it answers is set per test. */
export interface World {
  rows: string[];
  presses: number;
  answer:
    | "ok"
    | "lost"
    | "swallowed"
    | "closed"
    | "refused-before"
    | "refused-after"
    | "away"
    | "login-refused";
  searchable: boolean;
}

export const trouble = (kind: "target" | "environment", retryable: boolean): BukaError =>
  new BukaError({
    code: "TST001",
    kind,
    retryable,
    what: "画面が応答しません。",
    next: "確かめてください。",
  });

export const steps = [] as const;
export const nothing = async (): Promise<void> => undefined;

/** What happens before any press, when the world is not in order. */
function refusal(world: World): PlayOutcome | null {
  switch (world.answer) {
    case "away":
      return { kind: "system-error", steps, error: trouble("environment", true) };
    case "login-refused":
      return {
        kind: "system-error",
        steps,
        error: runnerError.logInRefused({ system: "財務会計" }),
      };
    case "refused-before":
      return { kind: "business-error", steps, error: trouble("target", false) };
    default:
      return null;
  }
}

function press(world: World, receiptNumber: string): PlayOutcome {
  world.presses += 1;
  const error = trouble("target", false);
  if (world.answer === "refused-after") return { kind: "business-error", steps, error };
  if (world.answer === "closed")
    return { kind: "in-doubt", steps, error: runnerError.targetClosed({ text: "E113" }) };
  if (world.answer === "swallowed") return { kind: "in-doubt", steps, error };
  world.rows.push(receiptNumber);
  if (world.answer === "lost") return { kind: "in-doubt", steps, error };
  return { kind: "done", steps, values: { 債権者番号: `0010000${world.rows.length}` } };
}

export function worldPlayer(world: World): Player {
  return {
    browserPid: null,
    close: nothing,
    async play({ values, barrier }: PlayRequest) {
      const refused = refusal(world);
      if (refused) return refused;
      try {
        await barrier.beforePress();
      } catch (error) {
        if (error instanceof BukaError) return { kind: "system-error", steps, error };
        throw error;
      }
      return press(world, values["受付番号"] ?? "");
    },
    inspect: async () => [],
    rehearse: async () => ({ kind: "no-commit", steps, fields: [] }),
    async lookUp({ values }) {
      if (!world.searchable) return { kind: "unknown", steps, error: trouble("target", true) };
      const index = world.rows.indexOf(values["受付番号"] ?? "");
      if (index < 0) return { kind: "not-found", steps };
      return { kind: "found", steps, values: { 債権者番号: `0010000${index + 1}` } };
    },
  };
}

const scenario = {
  systems: ["財務会計"],
  businessKey: ["口座番号"],
  settleSeconds: 5,
  lookup: [{ kind: "press" }],
} as unknown as Scenario;
export const bot = {
  name: "creditor-account",
  version: "v",
  folder: tmpdir(),
  scenario,
} as unknown as Bot;

export let folder = "";
export let store: Store;
export let evidence: EvidenceStore;
export let now = Date.parse("2026-11-20T01:00:00Z");
export const clock: Clock = { now: () => new Date(now) };
export let world: World;

/** A new ledger and a new finance system before each test of the file that calls it. */
export function enterWorldForEachTest(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "buka-enter-"));
    now = Date.parse("2026-11-20T01:00:00Z");
    ({ store, evidence } = await openStore(folder, { clock, ids: randomIds }));
    world = { rows: [], presses: 0, answer: "ok", searchable: true };
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
}

/** Closes the ledger and opens an empty one. */
export async function openAnotherLedger(name: string): Promise<void> {
  await store.close();
  ({ store, evidence } = await openStore(join(folder, name), { clock, ids: randomIds }));
}

export function pass(millis: number): void {
  now += millis;
}

/** To just after an ISO time, or where the clock is when that is later. */
export function passUntil(runAt: string): void {
  now = Math.max(now, Date.parse(runAt)) + 1;
}

export const actor = { kind: "bot", name: "部下" } as const;

export async function readyCase(hash = "a".repeat(64)): Promise<string> {
  const source = { kind: "page" as const, fileName: "a.png", contentHash: hash, page: 1 };
  const original = await evidence.put(new TextEncoder().encode(hash), "png");
  const input = { bot: bot.name, botVersion: "v", receivedOn: "2026-11-20", source, original };
  const { case: c } = await store.receive(input, actor);
  const event = { actor, event: "test", facts: {} };
  await store.changeCase(c.id, c.revision, "ready", { businessKey: "k".repeat(64) }, event);
  return c.id;
}

let holders = 0;

/** A new worker that takes the account over once the last one's lease has run out. */
export async function doors(
  over: Partial<EnterDoors> = {},
  account = "財務会計/robot01",
): Promise<EnterDoors> {
  pass(61_000);
  return sitting(`account:${account}`, over);
}

/** A worker with a session of its own; nobody's lease has run out. */
export async function sitting(key: string, over: Partial<EnterDoors> = {}): Promise<EnterDoors> {
  holders += 1;
  let lease = await store.acquireLease(key, `enter-${holders}`, 60);
  if (!lease) throw new TypeError("the account should be free");
  const held = lease;
  return {
    store,
    evidence,
    player: async () => worldPlayer(world),
    dropPlayer: nothing,
    passed: createPassedTime(clock, () => now),
    lease: () => lease ?? held,
    isSoleLogIn: () => true,
    raiseFence: async () => {
      lease = await store.raiseFence(lease ?? held);
    },
    clock,
    log: silentLog,
    actor,
    ...over,
  };
}

/** Works on the case until it is finished or has been deferred more often than any honest course needs. */
export async function drive(id: string, using: EnterDoors): Promise<string> {
  for (let turn = 0; turn < 12; turn += 1) {
    const result = await enterCase(using, bot, id);
    if (result?.kind === "halt") return "halted";
    if (result?.kind === "finished") return result.case.state;
    if (result?.kind === "later") passUntil(result.runAt);
  }
  return "never ends";
}

/** A small world for tests of ledger and queue: folders that vanish, a clock that is turned by hand, counted ids. */
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type BukaError, type Clock, type IdSource, isBukaError } from "../../core/index.ts";
import type { Actor, NewCase } from "../../store/index.ts";

export const clerk: Actor = { kind: "person", name: "佐藤" };
export const robot: Actor = { kind: "bot", name: "robot01" };

export interface TurnedClock extends Clock {
  pass(seconds: number): void;
}

export function clockAt(iso: string): TurnedClock {
  let now = Date.parse(iso);
  return {
    now: () => new Date(now),
    pass: (seconds) => {
      now += seconds * 1000;
    },
  };
}

export function countedIds(prefix = "id"): IdSource {
  let last = 0;
  return {
    next: () => {
      last += 1;
      return `${prefix}-${last}`;
    },
  };
}

/** A folder of its own, gone when the test is over. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "buka-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A sheet of paper as the intake hands it in; `name` tells sheets apart. */
export function sheet(name: string, more: Partial<NewCase> = {}): NewCase {
  return {
    bot: "creditor-account",
    botVersion: hashOf("bot"),
    receivedOn: "2026-11-20",
    source: { kind: "page", fileName: `${name}.pdf`, contentHash: hashOf(name), page: 1 },
    original: `sha256-${hashOf(name)}.pdf`,
    ...more,
  };
}

/** The BukaError that `work` ends with; fails the test when there is none or when it does not speak Japanese. */
export async function refusal(work: () => unknown): Promise<BukaError> {
  try {
    await work();
  } catch (error) {
    if (!isBukaError(error)) throw error;
    const speaks = /[ぁ-ん]/.test(error.message) && /[ぁ-ん]/.test(error.next);
    if (!speaks) throw new TypeError(`${error.code} has no Japanese sentence`);
    return error;
  }
  throw new TypeError("nothing was refused");
}

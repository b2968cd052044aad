/** Control totals (合計の確認) at the end of a batch: reads the finance system's own list with the bot's sentences and compares the books. */
import { setTimeout as idle } from "node:timers/promises";
import { type BukaError, businessDate, type Case, isBukaError } from "../core/index.ts";
import type { FileDoor } from "../runner/index.ts";
import { listingFields } from "../scenarios/index.ts";
import type { Bot } from "./bot.ts";
import { openBotFiles, tableRecords } from "./bot-files.ts";
import { createDesk, type DeskOptions, launchFor } from "./desk.ts";
import { settleOf } from "./entry-steps.ts";
import { reasonOf } from "./move-case.ts";
import { type Reconciliation, reconcile, type Unchecked } from "./reconcile.ts";
import { reconcileError } from "./reconcile-messages.ja.ts";
import { listOfRecords, type TargetList } from "./target-list.ts";
import type { Workplace } from "./workplace.ts";

/** Which batch has ended, and how. */
export interface BatchBooks {
  /** Days of receipt to compare; those of the batch when not said: see `daysOf`. */
  readonly days?: readonly string[];
  /** ISO: cases that moved since then belong to the batch. */
  readonly since?: string;
  /** Why the batch stopped: nobody logs in again after that, so the list is not read. */
  readonly stopped?: BukaError;
}

/** What the last comparison of a bot's books gave, and when (ISO). */
export interface ControlRecord extends Reconciliation {
  readonly format: 1;
  readonly at: string;
}

const flagOf = (bot: string): string => `control:${bot}`;

/** Compares the books of a batch and keeps the outcome for the report. Never throws for what the target does. */
export async function controlTotals(
  place: Workplace,
  bot: Bot,
  batch: BatchBooks & { readonly desk: DeskOptions },
): Promise<Reconciliation> {
  const days = batch.days ?? (await daysOf(place, bot, batch.since ?? null));
  const cases = await place.store.listCases({ bot: bot.name, receivedOn: days });
  const read = cases.length === 0 ? null : await readTargetList(place, bot, { ...batch, cases });
  const list = read !== null && "list" in read ? { list: read.list } : {};
  const fields = bot.scenario.totalFields;
  const books = await reconcile(place.store, { bot, fields, days, ...list });
  const unread = read !== null && "why" in read ? read.why : null;
  const found = unread === null ? books : { ...books, unchecked: withWhy(books.unchecked, unread) };
  return cases.length === 0 ? nothing(found) : keepRecord(place, bot, found);
}

/** Keeps an outcome for the morning report; books that a person has compared count too. */
export async function keepRecord(
  place: Workplace,
  bot: Bot,
  found: Reconciliation,
): Promise<Reconciliation> {
  const record: ControlRecord = { format: 1, at: place.clock.now().toISOString(), ...found };
  await place.store.setFlag(flagOf(bot.name), JSON.stringify(record));
  return found;
}

/** The last outcome; null when the books of this bot were never compared. */
export async function lastControl(
  store: Workplace["store"],
  bot: string,
): Promise<ControlRecord | null> {
  const text = await store.getFlag(flagOf(bot));
  if (text === null) return null;
  // Written by keepRecord and by nobody else.
  const record = JSON.parse(text) as Partial<ControlRecord>;
  return record.format === 1 ? (record as ControlRecord) : null;
}

/** Without cases there is nothing to look for in the list. */
const nothing = (found: Reconciliation): Reconciliation => ({
  ...found,
  unchecked: [],
  complete: true,
});

const withWhy = (unchecked: readonly Unchecked[], why: Unchecked): readonly Unchecked[] =>
  unchecked.map((u) => (u.kind === "no-list" ? why : u));

/** Days of receipt of the cases that moved in the batch or are still on their way; the last day when there are none. */
async function daysOf(
  place: Workplace,
  bot: Bot,
  since: string | null,
): Promise<readonly string[]> {
  const all = await place.store.listCases({ bot: bot.name });
  const moved = all.filter((c) => since !== null && c.updatedAt >= since);
  const last = all
    .map((c) => c.receivedOn)
    .sort()
    .slice(-1);
  const days = moved.length > 0 ? moved.map((c) => c.receivedOn) : last;
  return [...new Set(days)].sort();
}

type ReadList = { readonly list: TargetList } | { readonly why: Unchecked } | null;

/** Null when the bot has no 一覧手順. */
async function readTargetList(
  place: Workplace,
  bot: Bot,
  batch: BatchBooks & { readonly desk: DeskOptions; readonly cases: readonly Case[] },
): Promise<ReadList> {
  if (bot.scenario.listing.length === 0) return null;
  if (batch.stopped) return unread(batch.stopped);
  if (batch.desk.signal.aborted) return unread(reconcileError.notSettled({}));
  const desk = createDesk(place, batch.desk);
  const renew = (): void => void desk.renew().catch(() => undefined);
  const beat = setInterval(renew, (batch.desk.leaseSeconds * 1000) / 3);
  try {
    await desk.sitDown(bot);
    await waitUntilShown(place, bot, batch);
    const player = await launchFor(place, bot, batch.desk);
    try {
      const outcome = await player.list({
        scenario: bot.scenario,
        values: await listingValues(place, bot, batch.cases),
        evidence: { picture: () => Promise.resolve() },
        files: passingFiles(bot),
      });
      if (outcome.kind === "unknown") return unread(outcome.error);
      return { list: listOfRecords(outcome.rows, bot.scenario.title) };
    } finally {
      await player.close();
    }
  } catch (error) {
    if (isBukaError(error)) return unread(error);
    throw error;
  } finally {
    clearInterval(beat);
    await desk.leave();
  }
}

const unread = (error: BukaError): ReadList => ({
  why: { kind: "list-unread", why: reasonOf(error) },
});

/** What was registered last must have had the time to come into the list (反映までの秒数). */
async function waitUntilShown(
  place: Workplace,
  bot: Bot,
  batch: { readonly desk: DeskOptions },
): Promise<void> {
  const intents = await place.store.listIntents(bot.name);
  const last = Math.max(0, ...intents.map((i) => Date.parse(i.pressedAt ?? "") || 0));
  const millis = last + settleOf(bot) * 1000 - place.clock.now().getTime();
  const most = settleOf(bot) * 1000;
  if (millis > 0)
    await idle(Math.min(millis, most), undefined, { signal: batch.desk.signal }).catch(
      () => undefined,
    );
}

async function listingValues(
  place: Workplace,
  bot: Bot,
  cases: readonly Case[],
): Promise<Record<string, string>> {
  const ids = new Set(cases.map((c) => c.id));
  const received = cases.map((c) => c.receivedOn).sort();
  const entered = (await place.store.listIntents(bot.name))
    .flatMap((i) => (ids.has(i.caseId) && i.pressedAt !== null ? [i.pressedAt] : []))
    .map((at) => businessDate(new Date(at)))
    .sort();
  const today = businessDate(place.clock.now());
  return {
    [listingFields.firstReceived]: received[0] ?? today,
    [listingFields.lastReceived]: received.at(-1) ?? today,
    [listingFields.firstEntered]: entered[0] ?? today,
    [listingFields.lastEntered]: entered.at(-1) ?? today,
  };
}

/** The list holds other people's records too: what is saved stays in memory and is gone afterwards. */
function passingFiles(bot: Bot): FileDoor {
  const own = openBotFiles(bot.folder);
  const saved = new Map<string, Uint8Array>();
  return {
    read: async (name) => saved.get(name) ?? own.read(name),
    readTable: async (name, sheet) => {
      const bytes = saved.get(name);
      return bytes === undefined ? own.readTable(name, sheet) : tableRecords(bytes, name, sheet);
    },
    write: async (name, bytes) => void saved.set(name, bytes),
    // A table that was put together is of no use here.
    writeTable: () => Promise.resolve(),
  };
}

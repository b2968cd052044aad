/** The two kinds of worker process: one that reads and checks, one that owns a finance account and a browser. */
import { setTimeout as idle } from "node:timers/promises";
import {
  type BukaError,
  type Case,
  type CaseState,
  type Clock,
  isBukaError,
} from "../core/index.ts";
import { chooseReaders, createGuardedPageReader } from "../ocr/index.ts";
import type { Actor } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { createDesk, type DeskOptions } from "./desk.ts";
import { enterCase } from "./enter-work.ts";
import { createEntryGate, type EntryGate } from "./entry-gate.ts";
import type { EnterDoors } from "./entry-steps.ts";
import { createLedgerRows, type LedgerRows } from "./ledger-rows.ts";
import { queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { createPassedTime } from "./passed-time.ts";
import type { ReadDoors } from "./read-doors.ts";
import { readCase } from "./read-work.ts";
import { laneStates } from "./refill.ts";
import { type JobResult, runWorker } from "./worker.ts";
import type { Workplace } from "./workplace.ts";

/** How a lane is run: who runs it, until when, and how its browser behaves. */
export type LaneOptions = DeskOptions;

/** Deliveries after which a case that kills its worker is left to a person; kills from outside count too, so not few. */
const greatestDeliveries = 12;

/** How long a worker keeps away from the lane when another one has the account: shorter than any case takes. */
const busyAccountMillis = 2_000;

/** How long a case of a paused bot is out of the way; `resume` fetches it back at once. */
const pausedMillis = 300_000;
/** Only these end in an entry; a look-up takes no turn. */
const typedStates: readonly CaseState[] = ["ready", "entering"];
const longestHoldMillis = 3_600_000;
/** A worker that waits for its turn looks up so often for an order to stop or a pause. */
const longestTurnMillis = 500;
const shortestTurnMillis = 20;

/** Reads and checks until stopped. Gives the error that halted it, or null. */
export async function runReadLane(
  place: Workplace,
  options: LaneOptions,
): Promise<BukaError | null> {
  const { digitReaders, japaneseReaders } = place.settings;
  const pages = createGuardedPageReader({
    log: place.log,
    calibration: place.calibration,
    readers: chooseReaders(digitReaders, japaneseReaders),
    folder: place.folder,
  });
  const { doubleEntryShare: share, doubleEntryWaits: waits } = place.settings;
  const doubleEntry = { share, waits };
  const ledgers = new Map<string, LedgerRows>();
  const actor: Actor = { kind: "bot", name: place.settings.robot };
  const { store, evidence, queue, clock, log } = place;
  const gate = createEntryGate(place);
  try {
    return await runWorker({
      lane: "read",
      ...options,
      queue,
      log,
      now: () => clock.now(),
      work: async (job): Promise<JobResult> => {
        const found = await store.getCase(job.caseId);
        if (!found) return { kind: "complete" };
        if (await gate.paused("read", found.bot)) return putBack(clock, pausedMillis);
        if (job.delivery > greatestDeliveries) return giveUp(place, found, actor);
        const ledger = ledgers.get(found.bot) ?? createLedgerRows(store, found.bot);
        ledgers.set(found.bot, ledger);
        const doors: ReadDoors = { store, evidence, pages, ledger, clock, log, actor, doubleEntry };
        const result = await readOrFail(place, doors, found);
        if (result?.state === "ready") {
          const priority = (await store.priorities(found.id)).get(found.id) ?? 0;
          await queue.enqueue("enter", [found.id], { priority });
        }
        return { kind: "complete" };
      },
    });
  } finally {
    await pages.close();
  }
}

async function readOrFail(place: Workplace, doors: ReadDoors, found: Case): Promise<Case | null> {
  try {
    return await readCase(doors, await place.botFor(found), found.id);
  } catch (error) {
    if (!isBukaError(error) || error.kind === "conflict") throw error;
    const now = await place.store.getCase(found.id);
    if (!now || error.kind === "environment") throw error;
    place.log.error("reading-failed", { caseId: found.id, code: error.code });
    const event =
      error.kind === "input" && now.state === "received" ? "business-error" : "reading-failed";
    const patch = { reason: reasonOf(error) };
    return moveCase(place.store, now, event, {
      patch,
      actor: doors.actor,
      facts: { code: error.code },
    });
  }
}

async function giveUp(place: Workplace, found: Case, actor: Actor): Promise<JobResult> {
  if (found.state === "received" || found.state === "read" || found.state === "checked") {
    const reason = reasonOf(queueError.caseKillsWorker({ times: greatestDeliveries }));
    const facts = { code: reason.code };
    await moveCase(place.store, found, "reading-failed", { patch: { reason }, actor, facts });
  }
  return { kind: "complete" };
}

/** Enters the cases of one bot's account until stopped. Gives the error that halted it, or null. */
export async function runEnterLane(
  place: Workplace,
  options: LaneOptions,
): Promise<BukaError | null> {
  const actor: Actor = { kind: "bot", name: place.settings.robot };
  const desk = createDesk(place, options);
  const gate = createEntryGate(place);
  const { store, evidence, queue, clock, log } = place;
  const passed = createPassedTime(clock);
  try {
    return await runWorker({
      lane: "enter",
      ...options,
      queue,
      log,
      now: () => clock.now(),
      beat: () => desk.renew(),
      letGo: () => desk.forsake(),
      work: async (job): Promise<JobResult> => {
        const found = await store.getCase(job.caseId);
        if (!found || !laneStates.enter.includes(found.state)) return { kind: "complete" };
        const held = await heldMillis(place, gate, found.bot);
        if (held !== null) return putBack(clock, held);
        const bot = await place.botFor(found);
        // Whoever has the account takes the job; asking again at once would only keep it from them.
        if (!(await desk.trySitDown(bot)))
          return { kind: "leave-to-others", restMillis: busyAccountMillis };
        if (
          typedStates.includes(found.state) &&
          !(await waitForTurn(place, bot, { gate, signal: options.signal }))
        )
          return putBack(clock, 0);
        const doors: EnterDoors = {
          store,
          evidence,
          player: () => desk.player(),
          dropPlayer: () => desk.dropPlayer(),
          lease: () => desk.lease(),
          otherLeases: () => desk.otherLeases(),
          isSoleLogIn: () => desk.isSoleLogIn(),
          raiseFence: () => desk.raiseFence(),
          clock,
          passed,
          log,
          actor,
        };
        const result = await enterCase(doors, bot, found.id);
        if (result?.kind === "later") return { kind: "defer", runAt: result.runAt };
        if (result?.kind === "halt") return { kind: "halt", error: result.error };
        return { kind: "complete" };
      },
    });
  } finally {
    await desk.leave();
  }
}

/** Not begun now; asked again so much later. */
const putBack = (clock: Clock, millis: number): JobResult => ({
  kind: "put-back",
  runAt: new Date(clock.now().getTime() + millis).toISOString(),
});

/** For how long a bot's cases are out of the way; null = they may be begun. */
async function heldMillis(place: Workplace, gate: EntryGate, bot: string): Promise<number | null> {
  if (await gate.paused("enter", bot)) return pausedMillis;
  const hold = await gate.service(bot);
  if (hold === null) return null;
  const until = hold.until?.getTime() ?? Number.POSITIVE_INFINITY;
  // Settings may be mended and clocks set right meanwhile: nothing waits longer unseen.
  return Math.min(longestHoldMillis, Math.max(0, until - place.clock.now().getTime()));
}

/** Waits for the pace that each system of the bot bears. False when the worker is to stop or the bot was paused meanwhile. */
async function waitForTurn(
  place: Workplace,
  bot: Bot,
  at: { readonly gate: EntryGate; readonly signal: AbortSignal },
): Promise<boolean> {
  const paced = place.settings.systems.filter((s) => bot.scenario.systems.includes(s.name));
  for (const { name, perMinute } of paced) {
    if (perMinute === null) continue;
    for (;;) {
      if (at.signal.aborted || (await at.gate.paused("enter", bot.name))) return false;
      const again = await place.store.takeTurn(name, perMinute);
      if (again === null) break;
      const millis = Date.parse(again) - place.clock.now().getTime();
      const rest = Math.min(longestTurnMillis, Math.max(shortestTurnMillis, millis));
      await idle(rest, undefined, { signal: at.signal }).catch(() => undefined);
    }
  }
  return true;
}

/** The two kinds of worker process: one that reads and checks, one that owns a finance account and a browser. */
import { setTimeout as idle } from "node:timers/promises";
import { type BukaError, type Case, isBukaError } from "../core/index.ts";
import { chooseReaders, createGuardedPageReader } from "../ocr/index.ts";
import type { Actor } from "../store/index.ts";
import { createDesk, type DeskOptions } from "./desk.ts";
import { enterCase } from "./enter-work.ts";
import type { EnterDoors } from "./entry-steps.ts";
import { createLedgerRows, type LedgerRows } from "./ledger-rows.ts";
import { queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { createPassedTime } from "./passed-time.ts";
import type { ReadDoors } from "./read-doors.ts";
import { readCase } from "./read-work.ts";
import { type JobResult, runWorker } from "./worker.ts";
import type { Workplace } from "./workplace.ts";

/** How a lane is run: who runs it, until when, and how its browser behaves. */
export type LaneOptions = DeskOptions;

/** Deliveries after which a case that kills its worker is left to a person; kills from outside count too, so not few. */
const greatestDeliveries = 12;

/** How long a worker keeps away from the lane when another one has the account: shorter than any case takes. */
const busyAccountMillis = 2_000;

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
        if (job.delivery > greatestDeliveries) return giveUp(place, found, actor);
        const ledger = ledgers.get(found.bot) ?? createLedgerRows(store, found.bot);
        ledgers.set(found.bot, ledger);
        const doors: ReadDoors = { store, evidence, pages, ledger, clock, log, actor, doubleEntry };
        const result = await readOrFail(place, doors, found);
        if (result?.state === "ready") await queue.enqueue("enter", [found.id]);
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
        if (!found) return { kind: "complete" };
        const bot = await place.botFor(found);
        // Whoever has the account takes the job; asking again at once would only keep it from them.
        if (!(await desk.trySitDown(bot)))
          return { kind: "leave-to-others", restMillis: busyAccountMillis };
        const doors: EnterDoors = {
          store,
          evidence,
          player: () => desk.player(),
          dropPlayer: () => desk.dropPlayer(),
          lease: () => desk.lease(),
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

/** Puts every case that is not at its end back into its lane: the queue may be lost, the ledger may not. */
export async function rebuildQueue(
  place: Pick<Workplace, "store" | "queue">,
  bot: string | null,
): Promise<number> {
  const filter = bot === null ? {} : { bot };
  const unread = await place.store.listCases({
    ...filter,
    states: ["received", "read", "checked"],
  });
  const unentered = await place.store.listCases({
    ...filter,
    states: ["ready", "entering", "committing", "in-doubt"],
  });
  const ids = (cases: readonly Case[]): string[] => cases.map((c) => c.id);
  return (
    (await place.queue.enqueue("read", ids(unread))) +
    (await place.queue.enqueue("enter", ids(unentered)))
  );
}

const fillMillis = 30_000;

/** For workers without a batch around them: fills an empty queue from the ledger, at once and whenever it was lost. */
export async function keepQueueFilled(
  place: Pick<Workplace, "store" | "queue">,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const lanes = [await place.queue.counts("read"), await place.queue.counts("enter")];
    const jobs = lanes.reduce((sum, c) => sum + c.waiting + c.active + c.delayed, 0);
    if (jobs === 0) await rebuildQueue(place, null);
    await idle(fillMillis, undefined, { signal }).catch(() => undefined);
  }
}

/** Work of the enter lane: one case through the browser, at most one press of 登録, and the look-up when it is not known. */
import { type BukaError, type Case, type Clock, isBukaError, type Log } from "../core/index.ts";
import {
  type CommitBarrier,
  type Player,
  type PlayOutcome,
  runnerError,
  type StepRecord,
} from "../runner/index.ts";
import type { Actor, EvidenceStore, Intent, Lease, Store } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { openBotFiles } from "./bot-files.ts";
import { differingFields, rowHash } from "./business-key.ts";
import { queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { entryValues } from "./read-work.ts";
import { reconcileError } from "./reconcile-messages.ja.ts";

export interface EnterDoors {
  readonly store: Store;
  readonly evidence: EvidenceStore;
  /** A browser that has played nothing uncertain: a new one after every in-doubt outcome. */
  readonly player: () => Promise<Player>;
  /** Ends the browser's process tree; the next `player()` starts a new one. */
  readonly dropPlayer: () => Promise<void>;
  /** The account lease as last renewed. */
  readonly lease: () => Lease;
  readonly clock: Clock;
  readonly log: Log;
  readonly actor: Actor;
}

/** What the worker does next with the job. */
export type EnterResult =
  | { readonly kind: "finished"; readonly case: Case }
  /** Come back at `runAt` (ISO): settle time or back-off. */
  | { readonly kind: "later"; readonly runAt: string }
  /** The lane must stop: the account is refused or the system is away. The case is as it was. */
  | { readonly kind: "halt"; readonly error: BukaError };

const greatestAttempts = 3;
const greatestLookUps = 3;
const backOffSeconds = 5;

/** Takes one case as far as it goes now. Safe to repeat after any death: the intent in the store decides. */
export async function enterCase(
  doors: EnterDoors,
  bot: Bot,
  caseId: string,
): Promise<EnterResult | null> {
  const current = await doors.store.getCase(caseId);
  if (!current) return null;
  const intent = await doors.store.getIntent(caseId);
  // Planned means that no press was ever allowed; everything later is settled by looking it up.
  const pressed = intent !== null && intent.state !== "planned";
  switch (current.state) {
    case "ready":
      return play(doors, bot, current);
    case "entering":
    case "committing":
      if (pressed) return lookUp(doors, bot, await toDoubt(doors, current), intent);
      return play(doors, bot, await release(doors, current));
    case "in-doubt":
      return intent ? lookUp(doors, bot, current, intent) : { kind: "finished", case: current };
    default:
      return { kind: "finished", case: current };
  }
}

/** A worker died before any press was allowed: the case waits again, and the try does not count against it. */
function release(doors: EnterDoors, from: Case): Promise<Case> {
  const patch = { attempt: Math.max(0, from.attempt - 1) };
  return moveCase(doors.store, from, "release", { patch, actor: doors.actor });
}

function toDoubt(doors: EnterDoors, from: Case): Promise<Case> {
  return moveCase(doors.store, from, "outcome-unknown", { actor: doors.actor });
}

async function play(doors: EnterDoors, bot: Bot, ready: Case): Promise<EnterResult> {
  const { store, actor } = doors;
  const values = entryValues(ready);
  const key = ready.businessKey ?? ready.id;
  const planned = await store.planIntent(ready.id, key, rowHash(values), doors.lease().fence);
  if (planned.kind === "duplicate") {
    return giveBack(doors, ready, await duplicateOf(doors, ready, planned.caseId));
  }
  const player = await playerOrHalt(doors);
  if (player.kind === "halt") return player;
  const patch = { attempt: ready.attempt + 1, reason: null };
  let current = await moveCase(store, ready, "entry-started", { patch, actor });
  const takenOver: { by: Error | null } = { by: null };
  const barrier: CommitBarrier = {
    beforePress: async () => {
      try {
        // The intent is the truth and comes first; the state of the case follows for people to see.
        await store.markPressing(ready.id, doors.lease());
        current = await moveCase(store, current, "press-allowed", { actor });
      } catch (error) {
        if (error instanceof Error) takenOver.by = error;
        throw error;
      }
    },
  };
  const evidence = evidenceOf(doors, ready.id);
  const files = openBotFiles(bot.folder);
  const request = { scenario: bot.scenario, values, barrier, evidence, files };
  const outcome = await player.player.play(request);
  // Somebody else holds the account or the ledger is gone: leave the case to whoever comes next.
  if (takenOver.by !== null) throw takenOver.by;
  await noteSteps(doors, ready.id, "played", outcome);
  return settle(doors, bot, current, outcome);
}

/** The same once more, or another content under the same key: a person decides either way, but looks for other things. */
async function duplicateOf(doors: EnterDoors, ready: Case, otherId: string): Promise<BukaError> {
  const other = await doors.store.getCase(otherId);
  const receipt = other?.receiptNumber ?? "";
  const before = other ? { ...entryValues({ ...other, outcome: {} }) } : {};
  const fields = other ? differingFields(entryValues(ready), before) : [];
  return fields.length === 0
    ? queueError.duplicate({ receipt })
    : reconcileError.contentDiffers({ receipt, fields: fields.join("・") });
}

/** A browser that does not start concerns every case: the lane stops and this one stays as it is. */
async function playerOrHalt(
  doors: EnterDoors,
): Promise<
  | { readonly kind: "player"; readonly player: Player }
  | { readonly kind: "halt"; readonly error: BukaError }
> {
  try {
    return { kind: "player", player: await doors.player() };
  } catch (error) {
    if (isBukaError(error) && error.kind === "environment") return { kind: "halt", error };
    throw error;
  }
}

async function settle(
  doors: EnterDoors,
  bot: Bot,
  from: Case,
  outcome: PlayOutcome,
): Promise<EnterResult> {
  const pressed = (await doors.store.getIntent(from.id))?.state === "pressing";
  switch (outcome.kind) {
    case "done":
      return commitSeen(doors, from, outcome.values);
    case "in-doubt":
      return doubt(doors, bot, from, outcome.error);
    case "ask-person":
      return pressed
        ? doubt(doors, bot, from, queueError.askedByScenario({ question: outcome.message }))
        : giveBack(doors, from, queueError.askedByScenario({ question: outcome.message }));
    case "business-error":
      return businessError(doors, from, outcome.error, pressed);
    case "system-error":
      return pressed ? doubt(doors, bot, from, outcome.error) : retry(doors, from, outcome.error);
    default:
      return outcome satisfies never;
  }
}

async function commitSeen(
  doors: EnterDoors,
  from: Case,
  values: Readonly<Record<string, string>>,
  event: "commit-seen" | "found-by-lookup" = "commit-seen",
): Promise<EnterResult> {
  await settleOnce(doors, from.id, "committed", Object.values(values)[0] ?? null);
  const patch = { outcome: values, reason: null };
  const done = await moveCase(doors.store, from, event, { patch, actor: doors.actor });
  doors.log.info("case-done", { caseId: from.id, event });
  return { kind: "finished", case: done };
}

/** Settles the intent unless a worker that died here had done so already. */
async function settleOnce(
  doors: EnterDoors,
  caseId: string,
  state: "committed" | "not-committed",
  targetNumber: string | null,
): Promise<void> {
  const intent = await doors.store.getIntent(caseId);
  if (intent?.state === state) return;
  await doors.store.settleIntent(caseId, state, targetNumber, doors.lease().fence);
}

/** The target itself said no. After a press this needs its own word for it, which the runner has seen on the screen. */
async function businessError(
  doors: EnterDoors,
  from: Case,
  error: BukaError,
  pressed: boolean,
): Promise<EnterResult> {
  if (pressed) await settleOnce(doors, from.id, "not-committed", null);
  return giveBack(doors, from, error);
}

async function giveBack(doors: EnterDoors, from: Case, error: BukaError): Promise<EnterResult> {
  const reason = reasonOf(error);
  const facts = { code: error.code };
  const intent = await doors.store.getIntent(from.id);
  if (intent?.state === "planned") await doors.store.dropIntent(from.id);
  const returned = await moveCase(doors.store, from, "business-error", {
    patch: { reason },
    actor: doors.actor,
    facts,
  });
  return { kind: "finished", case: returned };
}

async function retry(doors: EnterDoors, from: Case, error: BukaError): Promise<EnterResult> {
  const { store, actor } = doors;
  const facts = { code: error.code };
  await doors.dropPlayer();
  if (stopsTheLane(error)) {
    const patch = { attempt: from.attempt - 1, reason: reasonOf(error) };
    await moveCase(store, from, "entry-failed-retry", { patch, actor, facts });
    return { kind: "halt", error };
  }
  if (error.retryable && from.attempt < greatestAttempts) {
    await moveCase(store, from, "entry-failed-retry", {
      patch: { reason: reasonOf(error) },
      actor,
      facts,
    });
    return { kind: "later", runAt: later(doors, backOffSeconds * 2 ** (from.attempt - 1)) };
  }
  if (error.retryable) return giveUp(doors, from, error.message);
  const patch = { reason: reasonOf(error) };
  const failed = await moveCase(store, from, "entry-failed-final", { patch, actor, facts });
  return { kind: "finished", case: failed };
}

async function giveUp(doors: EnterDoors, from: Case, last: string): Promise<EnterResult> {
  const error = queueError.tooManyTries({ tries: from.attempt, last });
  const failed = await moveCase(doors.store, from, "entry-failed-final", {
    patch: { reason: reasonOf(error) },
    actor: doors.actor,
    facts: { code: error.code },
  });
  return { kind: "finished", case: failed };
}

/** Troubles at the front door concern every case, not this one. */
const frontDoor = new Set([
  queueError.table.noPassword.code,
  ...(
    [
      "logInRefused",
      "logInBlocked",
      "sectionNotFound",
      "logInFormMissing",
      "logInUnanswered",
    ] as const
  ).map((name) => runnerError.table[name].code),
]);

/** A refused log-in or an absent system: stop after one try instead of burning the attempts of all cases. */
function stopsTheLane(error: BukaError): boolean {
  return frontDoor.has(error.code) || error.kind === "environment";
}

async function doubt(
  doors: EnterDoors,
  bot: Bot,
  from: Case,
  error: BukaError,
): Promise<EnterResult> {
  await doors.dropPlayer();
  const reason = reasonOf(error);
  const facts = { code: error.code };
  const move = { patch: { reason }, actor: doors.actor, facts };
  await moveCase(doors.store, from, "outcome-unknown", move);
  if (stopsTheLane(error)) return { kind: "halt", error };
  return { kind: "later", runAt: later(doors, settleOf(bot)) };
}

async function lookUp(
  doors: EnterDoors,
  bot: Bot,
  from: Case,
  intent: Intent,
): Promise<EnterResult> {
  const settled = settledAt(bot, intent);
  if (doors.clock.now().toISOString() < settled) return { kind: "later", runAt: settled };
  if (bot.scenario.lookup.length === 0)
    return leaveToPerson(doors, from, queueError.lookupMissing({}));
  const player = await playerOrHalt(doors);
  if (player.kind === "halt") return player;
  const evidence = evidenceOf(doors, from.id);
  const outcome = await player.player.lookUp({
    scenario: bot.scenario,
    values: entryValues(from),
    evidence,
  });
  await noteSteps(doors, from.id, "looked-up", outcome);
  if (outcome.kind === "found") return commitSeen(doors, from, outcome.values, "found-by-lookup");
  if (outcome.kind === "unknown") return unknownAgain(doors, from, outcome.error);
  if (intent.fence < doors.lease().fence) return waitOutSleeper(doors, bot, from);
  await settleOnce(doors, from.id, "not-committed", null);
  const ready = await moveCase(doors.store, from, "not-there-by-lookup", { actor: doors.actor });
  if (ready.attempt >= greatestAttempts) return giveUp(doors, ready, from.reason?.message ?? "");
  return { kind: "later", runAt: doors.clock.now().toISOString() };
}

/**
 * Somebody else was allowed to press and may only be asleep. Our own log-in has just ended its session, but a press from
 * right before that can still be on its way into the target: "not there" counts when it is said once more, a settle time later.
 */
async function waitOutSleeper(doors: EnterDoors, bot: Bot, from: Case): Promise<EnterResult> {
  await doors.store.settleIntent(from.id, "in-doubt", null, doors.lease().fence);
  return { kind: "later", runAt: later(doors, settleOf(bot)) };
}

async function unknownAgain(doors: EnterDoors, from: Case, error: BukaError): Promise<EnterResult> {
  await doors.dropPlayer();
  if (stopsTheLane(error)) return { kind: "halt", error };
  const events = await doors.store.events(from.id);
  const tries = events.filter((e) => e.event === "looked-up").length;
  if (error.retryable && tries < greatestLookUps)
    return { kind: "later", runAt: later(doors, backOffSeconds * tries) };
  return leaveToPerson(doors, from, error);
}

/** In doubt it stays; the reason tells the person what to look for. */
async function leaveToPerson(
  doors: EnterDoors,
  from: Case,
  error: BukaError,
): Promise<EnterResult> {
  const move = {
    patch: { reason: reasonOf(error) },
    actor: doors.actor,
    facts: { code: error.code },
  };
  return { kind: "finished", case: await moveCase(doors.store, from, "still-unknown", move) };
}

const settleOf = (bot: Bot): number => bot.scenario.settleSeconds ?? 60;

function settledAt(bot: Bot, intent: Intent): string {
  const since = intent.state === "in-doubt" ? intent.updatedAt : intent.pressedAt;
  return new Date(Date.parse(since ?? intent.updatedAt) + settleOf(bot) * 1000).toISOString();
}

const later = (doors: EnterDoors, seconds: number): string =>
  new Date(doors.clock.now().getTime() + seconds * 1000).toISOString();

function evidenceOf(
  doors: EnterDoors,
  caseId: string,
): { picture(purpose: string, png: Uint8Array): Promise<void> } {
  return {
    async picture(purpose, png) {
      const image = await doors.evidence.put(png, "png");
      await doors.store.addEvent(caseId, {
        actor: doors.actor,
        event: "picture",
        facts: { purpose, image },
      });
    },
  };
}

async function noteSteps(
  doors: EnterDoors,
  caseId: string,
  event: "played" | "looked-up",
  outcome: {
    readonly kind: string;
    readonly steps: readonly StepRecord[];
    readonly error?: BukaError;
  },
): Promise<void> {
  const millis = outcome.steps.reduce((sum, s) => sum + s.millis, 0);
  const bytes = new TextEncoder().encode(JSON.stringify(outcome.steps));
  const log = await doors.evidence.put(bytes, "json");
  const code = isBukaError(outcome.error) ? outcome.error.code : "";
  const facts = {
    outcome: outcome.kind,
    steps: outcome.steps.length,
    millis: Math.round(millis),
    log,
    code,
  };
  await doors.store.addEvent(caseId, { actor: doors.actor, event, facts });
}

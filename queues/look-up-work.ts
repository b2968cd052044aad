/** Work of the enter lane when the outcome of a press is not known: wait, look it up, and never press on a guess. */
import type { BukaError, Case } from "../core/index.ts";
import { accountKeys, type Intent } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import {
  backOffSeconds,
  commitSeen,
  type EnterDoors,
  type EnterResult,
  evidenceOf,
  giveUp,
  greatestAttempts,
  later,
  noteSteps,
  playerOrHalt,
  settleOf,
  settleOnce,
  stopsTheLane,
} from "./entry-steps.ts";
import { queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { entryValues } from "./read-work.ts";

const greatestLookUps = 3;

/** How often a worker that cannot end the log-in of the one that pressed asks whether it has come back, and for how long. */
const askAgainSeconds = 2;
const comeBackSeconds = 180;

/** Asks the target whether the record is there, once it could be there at all. */
export async function lookUp(
  doors: EnterDoors,
  bot: Bot,
  from: Case,
  intent: Intent,
): Promise<EnterResult> {
  const waited = doors.passed.since(doubtSince(intent));
  // Written in a future that the clock has been taken back from: nobody knows how long ago, so the wait begins anew.
  if (waited === null) return waitAgain(doors, bot, from);
  const left = settleOf(bot) - waited;
  if (left > 0) return { kind: "later", runAt: later(doors, left) };
  const press = await lastPress(doors, from.id);
  const mayComeBack = !press.isOver && waited < comeBackSeconds;
  if (mayComeBack && press.isLookedUp)
    return { kind: "later", runAt: later(doors, askAgainSeconds) };
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
  if (press.isOver) return notThere(doors, bot, from, intent);
  if (mayComeBack) return { kind: "later", runAt: later(doors, askAgainSeconds) };
  return leaveToPerson(doors, from, queueError.pressedElsewhere({}));
}

/** Nobody can press any more and the search was complete: entered again, or back to the sender after a refusal. */
async function notThere(
  doors: EnterDoors,
  bot: Bot,
  from: Case,
  intent: Intent,
): Promise<EnterResult> {
  // Said once before, by a worker that died right after: that one had waited already.
  const told = intent.state === "not-committed";
  if (!told && intent.fence < doors.lease().fence) return waitAgain(doors, bot, from);
  await settleOnce(doors, from.id, "not-committed", null);
  if (await wasRefused(doors, from)) return refused(doors, from);
  const ready = await moveCase(doors.store, from, "not-there-by-lookup", { actor: doors.actor });
  if (ready.attempt >= greatestAttempts) return giveUp(doors, ready, from.reason?.message ?? "");
  return { kind: "later", runAt: doors.clock.now().toISOString() };
}

/** The last press ended with a refusal on the screen, and nothing else has happened to the case since. */
async function wasRefused(doors: EnterDoors, from: Case): Promise<boolean> {
  const events = await doors.store.events(from.id);
  const last = events.findLast((e) => e.event === "outcome-unknown");
  return last?.facts["refused"] === true;
}

/** Refused and, on a complete search, not there: back to the sender, and the key is free for a corrected case. */
async function refused(doors: EnterDoors, from: Case): Promise<EnterResult> {
  const { store, actor } = doors;
  await store.releaseKey(from.id, doors.lease().fence, actor);
  const facts = { code: from.reason?.code ?? "" };
  const back = await moveCase(store, from, "refused-by-lookup", { actor, facts });
  return { kind: "finished", case: back };
}

interface LastPress {
  /** Nobody can be about to press any more: "not there" counts. */
  readonly isOver: boolean;
  /** Somebody has asked the target since. */
  readonly isLookedUp: boolean;
}

/**
 * Whoever was allowed to press and fell asleep right then is stopped by no fence, only by the end of its log-in. That is
 * certain for our own press (its browser is gone), and where our log-in has ended all others: the same accounts, each
 * bearing one log-in at a time. From any other place "there" is an answer, "not there" is none (decided in ADR 0004).
 */
async function lastPress(doors: EnterDoors, caseId: string): Promise<LastPress> {
  const events = await doors.store.events(caseId);
  const at = events.findLastIndex((e) => e.event === "commit-pressed");
  const isLookedUp = events.slice(at + 1).some((e) => e.event === "looked-up");
  const facts = events[at]?.facts;
  // A ledger from a copy: the press is not in it, and whoever asked for the copy has ended the others.
  if (facts?.["account"] === undefined) return { isOver: true, isLookedUp };
  const isOwn = facts["holder"] === doors.lease().holder;
  const accounts = accountKeys([doors.lease(), ...(doors.otherLeases?.() ?? [])]);
  return { isOver: isOwn || (doors.isSoleLogIn() && facts["account"] === accounts), isLookedUp };
}

/**
 * Somebody else was allowed to press and may only be asleep. Our own log-in has just ended its session, but a press from
 * right before that can still be on its way into the target: "not there" counts when it is said once more, a settle time later.
 */
async function waitAgain(doors: EnterDoors, bot: Bot, from: Case): Promise<EnterResult> {
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

function doubtSince(intent: Intent): string {
  if (intent.state === "in-doubt") return intent.updatedAt;
  return intent.pressedAt ?? intent.updatedAt;
}

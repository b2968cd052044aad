/** Work of the enter lane: one case through the browser, at most one press of 登録; what is not known is looked up. */
import type { BukaError, Case } from "../core/index.ts";
import type { CommitBarrier, PlayOutcome } from "../runner/index.ts";
import type { Intent } from "../store/index.ts";
import { mayBeEnteredAlready } from "./after-restore.ts";
import type { Bot } from "./bot.ts";
import { openBotFiles } from "./bot-files.ts";
import { differingFields, rowHash } from "./business-key.ts";
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
import { lookUp } from "./look-up-work.ts";
import { queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { paperDoor } from "./papers.ts";
import { askPerson } from "./questions.ja.ts";
import { entryValues } from "./read-work.ts";
import { reconcileError } from "./reconcile-messages.ja.ts";

/** Takes one case as far as it goes now. Safe to repeat after any death: the intent in the store decides. */
export async function enterCase(
  doors: EnterDoors,
  bot: Bot,
  caseId: string,
): Promise<EnterResult | null> {
  const current = await doors.store.getCase(caseId);
  if (!current) return null;
  const intent = await doors.store.getIntent(caseId);
  if (intent && intent.fence > doors.lease().fence) await doors.raiseFence();
  // Planned means that no press was ever allowed; everything later is settled by looking it up.
  const pressed = intent !== null && intent.state !== "planned";
  switch (current.state) {
    case "ready":
      return begin(doors, bot, current, intent);
    case "entering":
    case "committing":
      if (pressed) return lookUp(doors, bot, await toDoubt(doors, current), intent);
      return begin(doors, bot, await release(doors, current), intent);
    case "in-doubt":
      return intent ? lookUp(doors, bot, current, intent) : { kind: "finished", case: current };
    default:
      return { kind: "finished", case: current };
  }
}

/** A case whose ledger came from a backup is asked for before it is typed, whatever it was doing when the backup was made. */
async function begin(
  doors: EnterDoors,
  bot: Bot,
  ready: Case,
  intent: Intent | null,
): Promise<EnterResult> {
  if (await mayBeEnteredAlready(doors.store, ready)) return doubtFirst(doors, bot, ready, intent);
  return play(doors, bot, ready);
}

/** A worker died before any press was allowed: the case waits again, and the try does not count against it. */
function release(doors: EnterDoors, from: Case): Promise<Case> {
  const patch = { attempt: Math.max(0, from.attempt - 1) };
  return moveCase(doors.store, from, "release", { patch, actor: doors.actor });
}

function toDoubt(doors: EnterDoors, from: Case): Promise<Case> {
  return moveCase(doors.store, from, "outcome-unknown", { actor: doors.actor });
}

/** The ledger came back from a backup: somebody may have pressed since it was made. The target is asked before anything is typed. */
async function doubtFirst(
  doors: EnterDoors,
  bot: Bot,
  ready: Case,
  intent: Intent | null,
): Promise<EnterResult> {
  const { store, actor } = doors;
  const { fence } = doors.lease();
  if (intent?.state !== "in-doubt") {
    const key = ready.businessKey ?? ready.id;
    const planned = await store.planIntent(ready.id, key, rowHash(entryValues(ready)), fence);
    if (planned.kind === "duplicate")
      return giveBack(doors, ready, await duplicateOf(doors, ready, planned.caseId));
    await store.settleIntent(ready.id, "in-doubt", null, fence);
  }
  const reason = reasonOf(reconcileError.maybeEntered({}));
  const entering = await moveCase(store, ready, "entry-started", { actor });
  const facts = { code: reason.code };
  await moveCase(store, entering, "outcome-unknown", { patch: { reason }, actor, facts });
  return { kind: "later", runAt: later(doors, settleOf(bot)) };
}

async function play(doors: EnterDoors, bot: Bot, ready: Case): Promise<EnterResult> {
  const { store, actor } = doors;
  if (!(await isSameBot(doors, bot, ready))) return refuseOtherBot(doors, bot, ready);
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
        await store.markPressing(ready.id, doors.lease(), doors.otherLeases?.() ?? []);
        current = await moveCase(store, current, "press-allowed", { actor });
      } catch (error) {
        if (error instanceof Error) takenOver.by = error;
        throw error;
      }
    },
  };
  const evidence = evidenceOf(doors, ready.id);
  const files = openBotFiles(bot.folder);
  const papers = paperDoor(ready.receiptNumber, values);
  const request = { scenario: bot.scenario, values, barrier, evidence, files, papers };
  const outcome = await player.player.play(request);
  // Somebody else holds the account or the ledger is gone: leave the case to whoever comes next.
  if (takenOver.by !== null) throw takenOver.by;
  await noteSteps(doors, ready.id, "played", outcome);
  return settle(doors, bot, current, outcome);
}

/** A case is entered by the bot with which it was received, or by one with which a person has told it to go on. */
async function isSameBot(doors: EnterDoors, bot: Bot, ready: Case): Promise<boolean> {
  if (ready.botVersion === bot.version) return true;
  const events = await doors.store.events(ready.id);
  return events.some((e) => e.actor.kind === "person" && e.facts["botVersion"] === bot.version);
}

async function refuseOtherBot(doors: EnterDoors, bot: Bot, ready: Case): Promise<EnterResult> {
  const error = reconcileError.versionGone({ bot: bot.name });
  const move = { patch: { reason: reasonOf(error) }, actor: doors.actor };
  const facts = { code: error.code };
  const failed = await moveCase(doors.store, ready, "entry-failed-final", { ...move, facts });
  return { kind: "finished", case: failed };
}

/** The same once more, or another content under the same key: a person decides either way, but looks for other things. */
async function duplicateOf(doors: EnterDoors, ready: Case, otherId: string): Promise<BukaError> {
  const other = await doors.store.getCase(otherId);
  const receipt = other?.receiptNumber ?? "";
  if (other?.state === "returned") return reconcileError.refusedBefore({ receipt });
  const before = other ? { ...entryValues({ ...other, outcome: {} }) } : {};
  const fields = other ? differingFields(entryValues(ready), before) : [];
  return fields.length === 0
    ? queueError.duplicate({ receipt })
    : reconcileError.contentDiffers({ receipt, fields: fields.join("・") });
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
      return asked(doors, bot, from, { outcome, pressed });
    case "business-error":
      return pressed
        ? refusedAfterPress(doors, bot, from, outcome.error)
        : giveBack(doors, from, outcome.error);
    case "system-error":
      return pressed ? doubt(doors, bot, from, outcome.error) : retry(doors, from, outcome.error);
    default:
      return outcome satisfies never;
  }
}

/** A question before any press waits for its answer; after a press, doubt has to be settled first. */
function asked(
  doors: EnterDoors,
  bot: Bot,
  from: Case,
  at: { readonly outcome: Extract<PlayOutcome, { kind: "ask-person" }>; readonly pressed: boolean },
): Promise<EnterResult> {
  const { message, into, decides } = at.outcome;
  const error = queueError.askedByScenario({ question: message });
  if (at.pressed) return doubt(doors, bot, from, error);
  if (into === null) return giveBack(doors, from, error);
  return askPerson(doors, from, { message, into, decides });
}

/**
 * The target itself said no after the press. Its word is borne out by the look-up before the key is let go, so that a
 * corrected case may be entered; without 照会手順 the case goes back at once and its key stays taken.
 */
async function refusedAfterPress(
  doors: EnterDoors,
  bot: Bot,
  from: Case,
  error: BukaError,
): Promise<EnterResult> {
  if (bot.scenario.lookup.length > 0) return doubt(doors, bot, from, error, { refused: true });
  await settleOnce(doors, from.id, "not-committed", null);
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

async function doubt(
  doors: EnterDoors,
  bot: Bot,
  from: Case,
  error: BukaError,
  more: { readonly refused?: true } = {},
): Promise<EnterResult> {
  await doors.dropPlayer();
  const reason = reasonOf(error);
  const facts = { code: error.code, ...more };
  const move = { patch: { reason }, actor: doors.actor, facts };
  await moveCase(doors.store, from, "outcome-unknown", move);
  if (stopsTheLane(error)) return { kind: "halt", error };
  return { kind: "later", runAt: later(doors, settleOf(bot)) };
}

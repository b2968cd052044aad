/** What typing and looking up have in common: doors, ends of a piece of work, and the notes that it leaves in the ledger. */
import { type BukaError, type Case, type Clock, isBukaError, type Log } from "../core/index.ts";
import { type Player, runnerError, type StepRecord } from "../runner/index.ts";
import type { Actor, EvidenceStore, Lease, Store } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import type { PassedTime } from "./passed-time.ts";

export interface EnterDoors {
  readonly store: Store;
  readonly evidence: EvidenceStore;
  /** A browser that has played nothing uncertain: a new one after every in-doubt outcome. */
  readonly player: () => Promise<Player>;
  /** Ends the browser's process tree; the next `player()` starts a new one. */
  readonly dropPlayer: () => Promise<void>;
  /** The account lease as last renewed; of several accounts the one with the youngest fence. */
  readonly lease: () => Lease;
  /** Leases on the further accounts of a bot that uses several systems. */
  readonly otherLeases?: () => readonly Lease[];
  /** True when every account of the bot bears one log-in at a time: ours has then ended everybody else's. */
  readonly isSoleLogIn: () => boolean;
  /** Gives the lease a fence above that of whoever had the case before: another session, or an account of another machine. */
  readonly raiseFence: () => Promise<void>;
  readonly clock: Clock;
  readonly passed: PassedTime;
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

export const greatestAttempts = 3;
export const backOffSeconds = 5;

/** A browser that does not start concerns every case: the lane stops and this one stays as it is. */
export async function playerOrHalt(
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

export async function commitSeen(
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
export async function settleOnce(
  doors: EnterDoors,
  caseId: string,
  state: "committed" | "not-committed",
  targetNumber: string | null,
): Promise<void> {
  const intent = await doors.store.getIntent(caseId);
  if (intent?.state === state) return;
  await doors.store.settleIntent(caseId, state, targetNumber, doors.lease().fence);
}

export async function giveUp(doors: EnterDoors, from: Case, last: string): Promise<EnterResult> {
  const error = queueError.tooManyTries({ tries: from.attempt, last });
  const failed = await moveCase(doors.store, from, "entry-failed-final", {
    patch: { reason: reasonOf(error) },
    actor: doors.actor,
    facts: { code: error.code },
  });
  return { kind: "finished", case: failed };
}

/** Troubles at the front door concern every case, not this one. */
export const frontDoor = new Set([
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
export function stopsTheLane(error: BukaError): boolean {
  return frontDoor.has(error.code) || error.kind === "environment";
}

export const settleOf = (bot: Bot): number => bot.scenario.settleSeconds ?? 60;

export const later = (doors: EnterDoors, seconds: number): string =>
  new Date(doors.clock.now().getTime() + seconds * 1000).toISOString();

export function evidenceOf(
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

export async function noteSteps(
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

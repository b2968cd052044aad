/** The ledger (台帳) as an interface: cases, commit intents, append-only events, leases, evidence, secrets. */
import type { Case, CaseSource, CaseState } from "../core/index.ts";

/** A sheet or row as the intake hands it in; bot + contentHash + page make it one of its kind. */
export interface NewCase {
  readonly bot: string;
  readonly botVersion: string;
  readonly receivedOn: string;
  readonly source: CaseSource;
  /** Evidence key of the original file. */
  readonly original: string;
}

/** Changes of a case besides its state. */
export type CasePatch = Partial<
  Pick<Case, "readings" | "derived" | "findings" | "businessKey" | "outcome" | "reason" | "attempt">
>;

/** Who did something: a person or a bot, never both. */
export interface Actor {
  readonly kind: "person" | "bot";
  readonly name: string;
}

/** One line of the append-only event log. No field values: names, codes, counts. */
export interface CaseEvent {
  readonly sequence: number;
  readonly caseId: string;
  readonly at: string;
  readonly actor: Actor;
  /** ASCII, for example "received", "state", "review-imported", "commit-pressed", "evidence". */
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** An event before the store gives it number, case and time. */
export type NewEvent = Pick<CaseEvent, "actor" | "event" | "facts">;

/** What walking the hash chain of all events gave. */
export interface EventCheck {
  readonly ok: boolean;
  /** Sound events from the beginning. */
  readonly count: number;
  /** Sequence number of the first event that is changed or missing; null when all is well. */
  readonly firstBroken: number | null;
}

/** States of a commit intent: written before the one press, settled after it. */
export type IntentState = "planned" | "pressing" | "committed" | "not-committed" | "in-doubt";

/** How a press can end; in-doubt is settled again by a look-up or a person. */
export type SettledState = "committed" | "not-committed" | "in-doubt";

/** The journal line about the one irreversible press of a case. */
export interface Intent {
  readonly caseId: string;
  readonly businessKey: string;
  readonly state: IntentState;
  /** Fence of the account lease under which it was last changed. */
  readonly fence: number;
  /** sha256 of the values that are typed. */
  readonly rowHash: string;
  /** Number that the target gave. */
  readonly targetNumber: string | null;
  /** When the press was allowed, ISO; the settle time runs from here. */
  readonly pressedAt: string | null;
  readonly updatedAt: string;
}

/** The right to use one account until `expiresAt` (ISO), shown with every press. */
export interface Lease {
  readonly key: string;
  readonly holder: string;
  /** Rises with every new holder. */
  readonly fence: number;
  readonly expiresAt: string;
}

/** Which cases to list; no filter means all. */
export interface CaseFilter {
  readonly bot?: string;
  readonly states?: readonly CaseState[];
  /** Days of receipt (YYYY-MM-DD). */
  readonly receivedOn?: readonly string[];
  /** sha256 of the original file. */
  readonly contentHash?: string;
  /** 受付番号; a few hundred at most. */
  readonly receipts?: readonly string[];
  readonly limit?: number;
}

/**
 * The truth. Every method that changes something is one transaction on disk (FULL sync) before it resolves.
 * Throws BukaError (STO…) with kind "conflict" when a revision, fence or unique key says no.
 */
export interface Store {
  /** Journals a case before anyone is told. Same bot + contentHash + page again: gives the old case, `isNew` false. */
  receive(input: NewCase, actor: Actor): Promise<{ readonly case: Case; readonly isNew: boolean }>;
  getCase(id: string): Promise<Case | null>;
  listCases(filter: CaseFilter): Promise<readonly Case[]>;
  countByState(bot: string | null): Promise<Readonly<Record<CaseState, number>>>;
  /** Moves a case if its revision is still `revision` (else STO022). The case flow decides which moves exist; the store only keeps them. */
  changeCase(
    id: string,
    revision: number,
    state: CaseState,
    patch: CasePatch,
    event: NewEvent,
  ): Promise<Case>;
  /** Evidence key of the original file of a case. */
  originalOf(id: string): Promise<string>;

  /**
   * Claims the business key for this case. "duplicate" names the case that has it already. Again for the same case is
   * fine while planned or not-committed, with new values too; a key that was pressed under stays with its case for ever.
   * Like all that change an intent it writes its own event: intent-planned, commit-pressed, intent-settled, intent-dropped.
   */
  planIntent(
    caseId: string,
    businessKey: string,
    rowHash: string,
    fence: number,
  ): Promise<
    | { readonly kind: "planned"; readonly intent: Intent }
    | { readonly kind: "duplicate"; readonly caseId: string }
  >;
  /**
   * Last door before the press, in one transaction: the lease is still this holder's with this fence and has not run out
   * (else STO026), the intent is planned (else STO024) and has seen no younger fence (else STO025). planned → pressing.
   * `others`: leases on further accounts, which must still be held as well.
   */
  markPressing(caseId: string, lease: Lease, others?: readonly Lease[]): Promise<Intent>;
  /**
   * pressing or in-doubt → `state`; not-committed → committed when it is found after all; the same again is harmless.
   * STO024 for other moves, STO025 for an older fence.
   * `actor` when a person has decided; else the bot of the case.
   */
  settleIntent(
    caseId: string,
    state: SettledState,
    targetNumber: string | null,
    fence: number,
    actor?: Actor,
  ): Promise<Intent>;
  getIntent(caseId: string): Promise<Intent | null>;
  /** Intents of all cases of a bot. */
  listIntents(bot: string): Promise<readonly Intent[]>;
  /**
   * Frees the key of a case that will not be entered (returned before any press). True when the case holds no key now;
   * false when the button was pressed once: then intent and key stay as they are, for ever.
   */
  dropIntent(caseId: string, actor?: Actor): Promise<boolean>;
  /**
   * Lets another case have the keys of this one, though the button was pressed: for a press that the target refused and
   * that a complete look-up did not find. Only while the intent is not-committed (else STO024) and for a fence that is not
   * older (else STO025). The intent stays. A record that is found after all takes a key back that nobody has claimed since.
   */
  releaseKey(caseId: string, fence: number, actor?: Actor): Promise<void>;

  addEvent(caseId: string, event: NewEvent): Promise<void>;
  events(caseId: string): Promise<readonly CaseEvent[]>;
  /** Walks the hash chain over all events of all cases. */
  verifyEvents(): Promise<EventCheck>;

  /**
   * One holder at a time per key (for example "account:財務会計/robot01"). Null while anybody holds it, the same holder
   * name included: prolong with renewLease. Fences rise for ever over all keys, releases and restarts included.
   */
  acquireLease(key: string, holder: string, seconds: number): Promise<Lease | null>;
  /** The same lease with a fence above all others, for a case that a younger holder has had. STO026 when it is lost. */
  raiseFence(lease: Lease): Promise<Lease>;
  /** Throws STO026 when somebody else has had it since. A lease that ran out untouched may still be renewed. */
  renewLease(lease: Lease, seconds: number): Promise<Lease>;
  /** Harmless when the lease has been lost. */
  releaseLease(lease: Lease): Promise<void>;

  /** Small durable notes between processes, for example the order to stop. */
  setFlag(name: string, value: string | null): Promise<void>;
  getFlag(name: string): Promise<string | null>;
  /** All flags whose name begins with `prefix`, by name. */
  listFlags(prefix: string): Promise<ReadonlyMap<string, string>>;

  /** Puts a case before (greater) or behind (less) the others, 0 = in line, and writes `event`. STO021 for an unknown one. */
  setPriority(caseId: string, priority: number, event: NewEvent): Promise<void>;
  /** Priorities other than 0 of cases that are not at their end, by case id; of one case only when it is named. */
  priorities(caseId?: string): Promise<ReadonlyMap<string, number>>;
  /**
   * Asks for a turn at something that bears `perMinute` (over all machines). Null = now, and the turn is taken; else when
   * to ask again (ISO). Turns are spread evenly, so that no minute holds more than `perMinute`.
   */
  takeTurn(name: string, perMinute: number): Promise<string | null>;
  /** The newest events of one name of a bot's cases, newest first. Looks back over the last 20,000 of that name only. */
  recentEvents(bot: string, event: string, count: number): Promise<readonly CaseEvent[]>;

  /** Hands every row of one moment to `sink`, table by table; others may go on working. Tells whether the chain of events is whole. */
  copyOut(sink: (table: string, rows: readonly CopyRow[]) => void): Promise<EventCheck>;
  /**
   * Fills an empty ledger with such a copy, all or nothing. STO051 when it holds cases. Fences and receipt numbers go on
   * above everything that was given after the copy; restoredAt() tells from then on that presses may be missing in it.
   */
  copyIn(source: LedgerCopySource, mark: RestoreMark): Promise<EventCheck>;
  /** When this ledger was filled from a copy (ISO), or null. Cases from before may have been entered since the copy was made. */
  restoredAt(): Promise<string | null>;

  close(): Promise<void>;
}

/** One row of a table as plain values. */
export type CopyRow = Readonly<Record<string, string | number | null>>;

/** A copy of a ledger that can be read table by table, in the order in which its rows came out. */
export interface LedgerCopySource {
  rows(table: string): Iterable<CopyRow>;
}

/** When the copy was made and when it is put back, ISO. */
export interface RestoreMark {
  readonly madeAt: string;
  readonly restoredAt: string;
}

/** Secrets (vault, 金庫): encrypted at rest, never printed, only handed to the step that logs in. */
export interface Vault {
  setSecret(name: string, value: string): Promise<void>;
  getSecret(name: string): Promise<string | null>;
  /** Names only. */
  listSecrets(): Promise<readonly string[]>;
  deleteSecret(name: string): Promise<void>;
}

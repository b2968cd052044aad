/** What happened to the cases of a bot, as a person wants to read it in the morning (朝の報告). */
import {
  type Case,
  type CaseReason,
  type CaseState,
  caseStates,
  type FieldReading,
} from "../core/index.ts";
import type { CaseEvent, Store } from "../store/index.ts";
import { type DoubleState, doubleStates } from "./double-entry.ts";
import { type ErrorRate, errorRate } from "./error-rate.ts";
import { pageImageEvent } from "./read-doors.ts";
import { askedFields } from "./read-work.ts";
import { erasedEvent } from "./retention.ts";

/** One case without any value of its fields. */
export interface SummaryRow {
  readonly caseId: string;
  readonly receiptNumber: string;
  readonly receivedOn: string;
  readonly fileName: string;
  /** Page of the file, or row of the table. */
  readonly page: number;
  readonly kind: "page" | "row";
  readonly state: CaseState;
  /** Names of the fields that wait for a person. */
  readonly asked: readonly string[];
  readonly reason: CaseReason | null;
  /** What the finance system gave back. */
  readonly outcome: Readonly<Record<string, string>>;
  /** 注意 of the check book. */
  readonly warnings: readonly string[];
  /** Entered fields whose value a second person found to be wrong (二重入力): to be mended in the finance system by hand. */
  readonly wrongAfterEntry: readonly string[];
  /** Looked at or typed by a person. */
  readonly confirmedBy: readonly string[];
  readonly attempt: number;
  /** ISO. */
  readonly updatedAt: string;
  /** Evidence keys by purpose: "page", "before-commit", "after-commit", "stopped". */
  readonly pictures: Readonly<Record<string, string>>;
}

/** All cases of a bot, counted and put in order. */
export interface Summary {
  readonly rows: readonly SummaryRow[];
  readonly counts: Readonly<Record<CaseState, number>>;
  /** Rows that wait for a person, in the order in which to deal with them. */
  readonly todo: readonly SummaryRow[];
  /** What blind double entry says about the values that went on without a person. */
  readonly doubleEntry: DoubleEntrySummary;
}

/** Counts over fields of pages, and the estimated share of wrong ones among the accepted. */
export interface DoubleEntrySummary {
  readonly accepted: number;
  readonly drawn: number;
  /** Nobody has typed them yet. */
  readonly waiting: number;
  /** Typed otherwise than read, and nobody has decided yet. */
  readonly undecided: number;
  readonly rate: ErrorRate;
}

/** 要照会 first (money may have moved), then 失敗, 確認待ち, 差戻し. */
const todoOrder: readonly CaseState[] = ["in-doubt", "failed", "awaiting-review", "returned"];

/** All cases of `bot` (null = every bot) in the order of their receipt numbers. */
export async function summarise(store: Store, bot: string | null): Promise<Summary> {
  const cases = await store.listCases(bot === null ? {} : { bot });
  const rows: SummaryRow[] = [];
  const tally = { accepted: 0, states: [] as DoubleState[] };
  for (const c of cases) {
    const events = await store.events(c.id);
    const doubles = doubleStates(c, events);
    tally.accepted += Object.values(c.readings).filter(acceptedUnseen).length;
    tally.states.push(...doubles.values());
    rows.push(rowOf(c, events, doubles));
  }
  rows.sort((a, b) => (a.receiptNumber < b.receiptNumber ? -1 : 1));
  const counts = Object.fromEntries(
    caseStates.map((state) => [state, rows.filter((r) => r.state === state).length]),
  ) as Record<CaseState, number>;
  const wrong = rows.filter((r) => r.wrongAfterEntry.length > 0);
  const todo = [...wrong, ...todoOrder.flatMap((s) => rows.filter((r) => r.state === s))];
  return { rows, counts, todo, doubleEntry: doubleEntryOf(tally) };
}

/** A value of a page that no person has looked at, or that was drawn and then mended. */
const acceptedUnseen = (r: FieldReading): boolean =>
  r.box !== null && r.accepted && (r.confirmed === undefined || r.drawn === true);

function doubleEntryOf(tally: {
  readonly accepted: number;
  readonly states: readonly DoubleState[];
}): DoubleEntrySummary {
  const count = (...wanted: DoubleState[]): number =>
    tally.states.filter((s) => wanted.includes(s)).length;
  return {
    accepted: tally.accepted,
    drawn: tally.states.length,
    waiting: count("waiting"),
    undecided: count("differs"),
    rate: errorRate(count("read-wrong"), count("same", "read-right", "read-wrong")),
  };
}

function rowOf(
  c: Case,
  events: readonly CaseEvent[],
  doubles: ReadonlyMap<string, DoubleState>,
): SummaryRow {
  const differing = [...doubles].flatMap(([field, s]) => (s === "differs" ? [field] : []));
  const people = Object.values(c.readings).flatMap((r) => (r.confirmed ? [r.confirmed.by] : []));
  return {
    caseId: c.id,
    receiptNumber: c.receiptNumber,
    receivedOn: c.receivedOn,
    fileName: c.source.fileName,
    page: c.source.page,
    kind: c.source.kind,
    state: c.state,
    asked: c.state === "awaiting-review" ? [...askedFields(c), ...differing] : [],
    reason: c.reason,
    outcome: c.outcome,
    warnings: c.findings.filter((f) => f.severity === "warning").map((f) => f.message),
    wrongAfterEntry: enteredStates.has(c.state) ? wrongFields(c, doubles) : [],
    confirmedBy: [...new Set(people)],
    attempt: c.attempt,
    updatedAt: c.updatedAt,
    pictures: picturesOf(events),
  };
}

const enteredStates: ReadonlySet<CaseState> = new Set(["done", "committing", "in-doubt"]);

/** Wrong ones that were not mended before the entry. */
function wrongFields(c: Case, doubles: ReadonlyMap<string, DoubleState>): readonly string[] {
  return [...doubles].flatMap(([field, state]) =>
    state === "read-wrong" && c.readings[field]?.confirmed === undefined ? [field] : [],
  );
}

function picturesOf(events: readonly CaseEvent[]): Record<string, string> {
  const pictures: Record<string, string> = {};
  for (const { event, facts } of events) {
    if (event === erasedEvent) forget(pictures, facts["kind"]);
    const image = facts["image"];
    if (typeof image !== "string") continue;
    if (event === pageImageEvent) pictures["page"] = image;
    if (event === "picture" && typeof facts["purpose"] === "string")
      pictures[facts["purpose"]] = image;
  }
  return pictures;
}

/** What was taken away after its time is not linked to any more. */
function forget(pictures: Record<string, string>, kind: unknown): void {
  for (const purpose of Object.keys(pictures))
    if (kind === (purpose === "page" ? "papers" : "screens")) delete pictures[purpose];
}

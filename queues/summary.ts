/** What happened to the cases of a bot, as a person wants to read it in the morning (朝の報告). */
import { type Case, type CaseReason, type CaseState, caseStates } from "../core/index.ts";
import type { CaseEvent, Store } from "../store/index.ts";
import { askedFields, pageImageEvent } from "./read-work.ts";

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
}

/** 要照会 first (money may have moved), then 失敗, 確認待ち, 差戻し. */
const todoOrder: readonly CaseState[] = ["in-doubt", "failed", "awaiting-review", "returned"];

/** All cases of `bot` (null = every bot) in the order of their receipt numbers. */
export async function summarise(store: Store, bot: string | null): Promise<Summary> {
  const cases = await store.listCases(bot === null ? {} : { bot });
  const rows: SummaryRow[] = [];
  for (const c of cases) rows.push(rowOf(c, await store.events(c.id)));
  rows.sort((a, b) => (a.receiptNumber < b.receiptNumber ? -1 : 1));
  const counts = Object.fromEntries(
    caseStates.map((state) => [state, rows.filter((r) => r.state === state).length]),
  ) as Record<CaseState, number>;
  const todo = todoOrder.flatMap((state) => rows.filter((r) => r.state === state));
  return { rows, counts, todo };
}

function rowOf(c: Case, events: readonly CaseEvent[]): SummaryRow {
  const people = Object.values(c.readings).flatMap((r) => (r.confirmed ? [r.confirmed.by] : []));
  return {
    caseId: c.id,
    receiptNumber: c.receiptNumber,
    receivedOn: c.receivedOn,
    fileName: c.source.fileName,
    page: c.source.page,
    kind: c.source.kind,
    state: c.state,
    asked: c.state === "awaiting-review" ? askedFields(c) : [],
    reason: c.reason,
    outcome: c.outcome,
    warnings: c.findings.filter((f) => f.severity === "warning").map((f) => f.message),
    confirmedBy: [...new Set(people)],
    attempt: c.attempt,
    updatedAt: c.updatedAt,
    pictures: picturesOf(events),
  };
}

function picturesOf(events: readonly CaseEvent[]): Record<string, string> {
  const pictures: Record<string, string> = {};
  for (const { event, facts } of events) {
    const image = facts["image"];
    if (typeof image !== "string") continue;
    if (event === pageImageEvent) pictures["page"] = image;
    if (event === "picture" && typeof facts["purpose"] === "string")
      pictures[facts["purpose"]] = image;
  }
  return pictures;
}

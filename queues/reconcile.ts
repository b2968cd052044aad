/** Reconciliation (突き合わせ): the ledger's own books against each other, and against the list of the finance system. */
import { type Case, type CaseState, caseValues } from "../core/index.ts";
import type { Actor, Intent, Store } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { moveCase } from "./move-case.ts";
import { reconcileError } from "./reconcile-messages.ja.ts";
import { columnOf, outcomeIn, plain, readList, type TargetList } from "./target-list.ts";
import type { Workplace } from "./workplace.ts";

/** Count and sum of one side; the sum is null without a field to add up. */
export interface Total {
  readonly count: number;
  /** Integer yen as text, so that no digit is lost. */
  readonly sum: string | null;
}

/** The three books of a batch: what was handed in, what the journal says, and what the target's list says. */
export interface ControlTotals {
  readonly source: Total;
  readonly byState: Readonly<Record<CaseState, number>>;
  /** Cases that are 済. */
  readonly done: Total;
  /** Presses that the journal holds as committed. */
  readonly journal: Total;
  /** Rows of the target's list that carry one of our numbers; null without a list. */
  readonly target: Total | null;
}

export type DifferenceKind =
  | "journal-without-case" // committed in the journal, the case is not 済
  | "case-without-journal" // 済 without a committed press
  | "same-number" // two cases with one number of the target
  | "not-in-list" // 済, but not in the target's list
  | "twice-in-list" // the list has it more than once
  | "other-number" // in the list under another number
  | "other-value" // a column of the list holds another value
  | "in-doubt-found" // 要照会, and the list has it
  | "unexpected" // not 済 (差戻し …), but the list has it
  | "unknown-in-list"; // bears a 受付番号 that this ledger does not know

/** One thing that does not agree. No values: names of columns only. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly receiptNumber: string;
  readonly state: CaseState | null;
  /** Column of the list, or "". */
  readonly column: string;
}

/** What came of comparing. */
export interface Reconciliation {
  readonly totals: ControlTotals;
  readonly differences: readonly Difference[];
  /** Nothing open, nothing that differs: the batch is 完了. */
  readonly complete: boolean;
  /** Cases that neither are at an end nor lie with a person. */
  readonly open: number;
}

/** Which books to compare. */
export interface ReconcileWish {
  readonly bot: Bot;
  /** CSV or xlsx that the finance system has written; without it only the ledger's own books are compared. */
  readonly list?: string;
  /** Field to add up (金額), or null. */
  readonly sumOf: string | null;
  /** Only cases of this file (its sha256), or all of the bot. */
  readonly contentHash?: string;
}

interface Books {
  readonly wish: ReconcileWish;
  readonly cases: readonly Case[];
  readonly intents: ReadonlyMap<string, Intent>;
}

const openStates: readonly CaseState[] = [
  "received",
  "read",
  "checked",
  "ready",
  "entering",
  "committing",
];

/** Throws QUE151–QUE153 (the list or the field to add up cannot be read), QUE109, QUE123. */
export async function reconcile(store: Store, wish: ReconcileWish): Promise<Reconciliation> {
  const all = await store.listCases({ bot: wish.bot.name });
  const cases = all.filter(
    (c) => wish.contentHash === undefined || c.source.contentHash === wish.contentHash,
  );
  const intents = new Map((await store.listIntents(wish.bot.name)).map((i) => [i.caseId, i]));
  const books: Books = { wish, cases, intents };
  const list = wish.list === undefined ? null : await readList(wish.list, all);
  const known = new Set(all.map((c) => c.receiptNumber));
  const differences = [
    ...ownDifferences(books),
    ...(list ? listDifferences(books, list, known) : []),
  ];
  const open = cases.filter((c) => openStates.includes(c.state)).length;
  return {
    totals: totalsOf(books, list),
    differences,
    complete: open === 0 && differences.length === 0,
    open,
  };
}

function totalsOf(books: Books, list: TargetList | null): ControlTotals {
  const { wish, cases, intents } = books;
  const total = (some: readonly Case[]): Total => ({
    count: some.length,
    sum: wish.sumOf === null ? null : sumOf(some, wish.sumOf),
  });
  const states = new Map<CaseState, number>();
  for (const c of cases) states.set(c.state, (states.get(c.state) ?? 0) + 1);
  return {
    source: total(cases),
    byState: Object.fromEntries(states) as Record<CaseState, number>,
    done: total(cases.filter((c) => c.state === "done")),
    journal: total(cases.filter((c) => intents.get(c.id)?.state === "committed")),
    target: list === null ? null : targetTotal(books, list),
  };
}

function targetTotal({ wish, cases }: Books, list: TargetList): Total {
  const ours = cases.flatMap((c) => list.rows.get(c.receiptNumber) ?? []);
  const column = wish.sumOf === null ? -1 : columnOf(wish.bot, list, wish.sumOf);
  if (wish.sumOf === null || column < 0) return { count: ours.length, sum: null };
  const field = wish.sumOf;
  const sum = ours.reduce((n, row) => n + yen(row[column] ?? "", field), 0n);
  return { count: ours.length, sum: String(sum) };
}

function sumOf(cases: readonly Case[], field: string): string {
  return String(cases.reduce((n, c) => n + yen(caseValues(c)[field] ?? "", field), 0n));
}

/** "¥1,200", "１２００円" → 1200. Throws QUE153 for anything that is no amount. */
function yen(written: string, field: string): bigint {
  const plain = written.normalize("NFKC").replace(/[\\\u00a5\u5186,\s]/gu, "");
  if (plain === "") return 0n;
  if (!/^-?\d+$/u.test(plain)) throw reconcileError.noAmount({ field });
  return BigInt(plain);
}

/** What must hold without asking anybody else. */
function ownDifferences({ cases, intents }: Books): Difference[] {
  const found: Difference[] = [];
  const numbers = new Map<string, Case>();
  for (const c of cases) {
    const intent = intents.get(c.id);
    const committed = intent?.state === "committed";
    if (committed && c.state !== "done") found.push(differenceOf("journal-without-case", c));
    if (c.state === "done" && !committed) found.push(differenceOf("case-without-journal", c));
    const number = intent?.targetNumber ?? null;
    if (!committed || number === null) continue;
    if (numbers.has(number)) found.push(differenceOf("same-number", c));
    numbers.set(number, c);
  }
  return found;
}

const differenceOf = (kind: DifferenceKind, c: Case, column = ""): Difference => ({
  kind,
  receiptNumber: c.receiptNumber,
  state: c.state,
  column,
});

function listDifferences(
  books: Books,
  list: TargetList,
  known: ReadonlySet<string>,
): readonly Difference[] {
  const found = books.cases.flatMap((c) => caseDifferences(books, list, c));
  for (const receiptNumber of list.rows.keys())
    if (!known.has(receiptNumber))
      found.push({ kind: "unknown-in-list", receiptNumber, state: null, column: "" });
  return found;
}

function caseDifferences(books: Books, list: TargetList, c: Case): Difference[] {
  const rows = list.rows.get(c.receiptNumber) ?? [];
  const [row] = rows;
  if (!row) return c.state === "done" ? [differenceOf("not-in-list", c)] : [];
  const twice = rows.length > 1 ? [differenceOf("twice-in-list", c)] : [];
  if (c.state === "in-doubt") return [...twice, differenceOf("in-doubt-found", c)];
  if (c.state !== "done") return [...twice, differenceOf("unexpected", c)];
  return [...twice, ...valueDifferences(books, list, c, row)];
}

/** Columns whose heading is a field, or what the screen dictionary calls one; widths and spaces do not count. */
function valueDifferences(
  { wish }: Books,
  list: TargetList,
  c: Case,
  row: readonly string[],
): Difference[] {
  const values = caseValues(c);
  return Object.entries(values).flatMap(([field, value]) => {
    const column = columnOf(wish.bot, list, field);
    if (column < 0 || plain(row[column] ?? "") === plain(value)) return [];
    const isNumber = Object.hasOwn(c.outcome, field);
    const heading = list.headers[column] ?? "";
    return [differenceOf(isNumber ? "other-number" : "other-value", c, heading)];
  });
}

/**
 * A person vouches for the list: cases in doubt that stand in it exactly once become 済, with the list's number where it
 * has one. Gives how many.
 */
export async function settleFound(place: Workplace, wish: ReconcileWish): Promise<number> {
  if (wish.list === undefined) return 0;
  const doubtful = await place.store.listCases({ bot: wish.bot.name, states: ["in-doubt"] });
  const list = await readList(wish.list, doubtful);
  const actor: Actor = { kind: "person", name: place.settings.person };
  let count = 0;
  for (const c of doubtful) {
    const [row, ...more] = list.rows.get(c.receiptNumber) ?? [];
    const intent = await place.store.getIntent(c.id);
    if (!row || more.length > 0 || !intent) continue;
    const outcome = outcomeIn(wish.bot, list, row);
    const number = Object.values(outcome)[0] ?? null;
    await place.store.settleIntent(c.id, "committed", number, intent.fence, actor);
    const patch = { outcome, reason: null };
    await moveCase(place.store, c, "found-by-person", { patch, actor, facts: { by: "list" } });
    count += 1;
  }
  return count;
}

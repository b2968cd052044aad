/** Reconciliation (突き合わせ): the ledger's own books against each other, and against the list of the finance system. */
import { type Case, type CaseReason, type CaseState, caseValues } from "../core/index.ts";
import type { Actor, Intent, Store } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { handedIn } from "./handed-in.ts";
import { moveCase } from "./move-case.ts";
import {
  columnOf,
  ledgerMarkOf,
  outcomeIn,
  plain,
  receiptHead,
  type TargetList,
} from "./target-list.ts";
import type { Workplace } from "./workplace.ts";

/** Count and sums of one side. */
export interface Total {
  readonly count: number;
  /** By field (合計で確かめる項目): integer yen as text, so that no digit is lost; null when a value is no amount. */
  readonly sums: Readonly<Record<string, string | null>>;
}

/** The three books of a batch: what was handed in, what the journal says, and what the target's list says. */
export interface ControlTotals {
  readonly source: Total;
  /** Cases that are 済. */
  readonly done: Total;
  /** Presses that the journal holds as committed. */
  readonly journal: Total;
  /** Rows of the target's list that are ours, or bear a 受付番号 that nobody here has given; null without a list. */
  readonly target: Total | null;
}

/** Which book a number comes from; "file" is the table as it was handed in. */
export type Side = "file" | "received" | "done" | "journal" | "target";

/** A count or a sum that is not the same on all sides. */
export interface TotalGap {
  /** Null: the count. */
  readonly field: string | null;
  /** Name of the table that was handed in, where it is about one. */
  readonly fileName: string | null;
  readonly sides: Readonly<Partial<Record<Side, string>>>;
}

/** What could not be compared, and is said openly instead of passing for agreement. */
export type Unchecked =
  /** The bot has no 一覧手順 and no list was given. */
  | { readonly kind: "no-list" }
  /** The list could not be read, or not whole. */
  | { readonly kind: "list-unread"; readonly why: CaseReason }
  /** The list has no column for a field to add up. */
  | { readonly kind: "no-column"; readonly field: string }
  /** A value of a case that is 済, or of the list, is no amount. */
  | { readonly kind: "no-amount"; readonly field: string };

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
  readonly gaps: readonly TotalGap[];
  readonly differences: readonly Difference[];
  readonly unchecked: readonly Unchecked[];
  /** Days of receipt that were compared; null = the whole ledger of the bot. */
  readonly days: readonly string[] | null;
  /** Nothing open, nothing that differs, nothing left unchecked: the batch is 完了. */
  readonly complete: boolean;
  /** Cases that neither are at an end nor lie with a person. */
  readonly open: number;
  /** Cases that lie with a person (確認待ち, 要照会). */
  readonly withPeople: number;
}

/** Which books to compare. */
export interface ReconcileWish {
  readonly bot: Bot;
  /** What the finance system has written or shown; without it only the ledger's own books are compared. */
  readonly list?: TargetList;
  /** Fields to add up (金額). */
  readonly fields: readonly string[];
  /** Only cases received on these days; all of the bot when not said. */
  readonly days?: readonly string[];
}

interface Books {
  readonly wish: ReconcileWish;
  readonly cases: readonly Case[];
  readonly intents: ReadonlyMap<string, Intent>;
  /** Rows of the list that count, by 受付番号: of the days, and not of another bot of this ledger. */
  readonly listed: ReadonlyMap<string, readonly (readonly string[])[]> | null;
}

const peopleStates: readonly CaseState[] = ["awaiting-review", "in-doubt"];

const openStates: readonly CaseState[] = [
  "received",
  "read",
  "checked",
  "ready",
  "entering",
  "committing",
];

/** Compares the books; throws nothing but what the store throws. */
export async function reconcile(store: Store, wish: ReconcileWish): Promise<Reconciliation> {
  const { bot, days, list } = wish;
  const filter = days === undefined ? {} : { receivedOn: days };
  const cases = await store.listCases({ bot: bot.name, ...filter });
  const intents = new Map((await store.listIntents(bot.name)).map((i) => [i.caseId, i]));
  const listed = list === undefined ? null : await rowsThatCount(store, cases, { list, days });
  const books: Books = { wish, cases, intents, listed };
  const totals = totalsOf(books);
  const differences = [...ownDifferences(books), ...listDifferences(books)];
  const gaps = [...(await sourceGaps(store, books)), ...gapsOf(wish, totals)];
  const unchecked = uncheckedOf(wish, totals);
  const inStates = (states: readonly CaseState[]): number =>
    cases.filter((c) => states.includes(c.state)).length;
  const open = inStates(openStates);
  return {
    totals,
    gaps,
    differences,
    unchecked,
    days: days ?? null,
    complete: open + gaps.length + differences.length + unchecked.length === 0,
    open,
    withPeople: inStates(peopleStates),
  };
}

/** Days, other bots and other people share the list: theirs are left out. */
async function rowsThatCount(
  store: Store,
  cases: readonly Case[],
  wish: { readonly list: TargetList; readonly days: readonly string[] | undefined },
): Promise<NonNullable<Books["listed"]>> {
  const heads = wish.days?.map(receiptHead);
  const ours = new Set(cases.map((c) => c.receiptNumber));
  const found = [...wish.list.rows].filter(
    ([receipt]) => heads === undefined || heads.some((h) => receipt.startsWith(h)),
  );
  // Another section with a ledger of its own may type into the same list.
  const marks = new Set([...ours].map(ledgerMarkOf));
  const rows = found.filter(([receipt]) => marks.has(ledgerMarkOf(receipt)));
  const strangers = rows.map(([receipt]) => receipt).filter((r) => !ours.has(r));
  const others = new Set<string>();
  for (let from = 0; from < strangers.length; from += mostAsked) {
    const receipts = strangers.slice(from, from + mostAsked);
    for (const c of await store.listCases({ receipts })) others.add(c.receiptNumber);
  }
  return new Map(rows.filter(([receipt]) => !others.has(receipt)));
}

const mostAsked = 500;

function totalsOf({ wish, cases, intents, listed }: Books): ControlTotals {
  const total = (some: readonly Case[]): Total => totalOf(wish.fields, some.map(caseValues));
  return {
    source: total(cases),
    done: total(cases.filter((c) => c.state === "done")),
    journal: total(cases.filter((c) => intents.get(c.id)?.state === "committed")),
    target: listed === null ? null : targetTotal(wish, [...listed.values()].flat()),
  };
}

function targetTotal(
  { bot, list, fields }: ReconcileWish,
  rows: readonly (readonly string[])[],
): Total {
  const columns = fields
    .map((field) => ({ field, at: list === undefined ? -1 : columnOf(bot, list, field) }))
    .filter(({ at }) => at >= 0);
  const names = columns.map(({ field }) => field);
  const records = rows.map((row) =>
    Object.fromEntries(columns.map(({ field, at }) => [field, row[at] ?? ""] as const)),
  );
  return totalOf(names, records);
}

/** Count and sums of records. */
export function totalOf(
  fields: readonly string[],
  records: readonly Readonly<Record<string, string>>[],
): Total {
  const sums = fields.map((field) => [field, sumOf(records.map((r) => r[field] ?? ""))] as const);
  return { count: records.length, sums: Object.fromEntries(sums) };
}

function sumOf(values: readonly string[]): string | null {
  let sum = 0n;
  for (const value of values) {
    const amount = yen(value);
    if (amount === null) return null;
    sum += amount;
  }
  return String(sum);
}

/** "¥1,200", "１２００円" → 1200; null for anything that is no amount. */
function yen(written: string): bigint | null {
  const bare = written.normalize("NFKC").replace(/[\\\u00a5\u5186,\s]/gu, "");
  if (bare === "") return 0n;
  return /^-?\d+$/u.test(bare) ? BigInt(bare) : null;
}

/** Counts and sums of the cases that are 済, of the journal and of the list. */
function gapsOf(wish: ReconcileWish, { done, journal, target }: ControlTotals): TotalGap[] {
  const sides = { done, journal, ...(target === null ? {} : { target }) };
  const counts = Object.entries(sides).map(([side, t]) => [side, String(t.count)] as const);
  const found = [gap(null, null, counts)];
  for (const field of wish.fields) {
    const sums = Object.entries(sides).flatMap(([side, t]) => {
      const sum = t.sums[field];
      return sum === undefined || sum === null ? [] : [[side, sum] as const];
    });
    found.push(gap(field, null, sums));
  }
  return found.flatMap((g) => g ?? []);
}

function gap(
  field: string | null,
  fileName: string | null,
  sides: readonly (readonly [string, string])[],
): TotalGap | null {
  if (new Set(sides.map(([, value]) => value)).size <= 1) return null;
  return { field, fileName, sides: Object.fromEntries(sides) };
}

/** Tables and scans as they were handed in, against the cases that came of them, whatever became of those. */
async function sourceGaps(store: Store, { wish, cases }: Books): Promise<TotalGap[]> {
  const found: (TotalGap | null)[] = [];
  const bot = wish.bot.name;
  for (const contentHash of new Set(cases.map((c) => c.source.contentHash))) {
    const file = await handedIn(store, bot, contentHash);
    if (file === null) continue;
    // Whatever the days: receiving may have been cut off and gone on the next morning.
    const some = await store.listCases({ bot, contentHash });
    const fileName = some[0]?.source.fileName ?? "";
    const sides = [
      ["file", String(file.count)] as const,
      ["received", String(some.length)] as const,
    ];
    found.push(gap(null, fileName, sides));
    for (const field of wish.fields) {
      const handed = file.sums[field];
      const kept = sumOf(some.map((c) => c.readings[field]?.raw ?? ""));
      if (typeof handed !== "string" || kept === null) continue;
      found.push(
        gap(field, fileName, [
          ["file", handed],
          ["received", kept],
        ]),
      );
    }
  }
  return found.flatMap((g) => g ?? []);
}

function uncheckedOf(wish: ReconcileWish, { done, target }: ControlTotals): Unchecked[] {
  const unread = wish.fields.filter((f) => done.sums[f] === null || target?.sums[f] === null);
  const amounts = unread.map((field): Unchecked => ({ kind: "no-amount", field }));
  if (target === null) return [...amounts, { kind: "no-list" }];
  const missing = wish.fields.filter((field) => target.sums[field] === undefined);
  return [...amounts, ...missing.map((field): Unchecked => ({ kind: "no-column", field }))];
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

function listDifferences(books: Books): readonly Difference[] {
  const { listed, cases } = books;
  if (listed === null) return [];
  const known = new Set(cases.map((c) => c.receiptNumber));
  const strangers = [...listed.keys()].filter((receipt) => !known.has(receipt));
  return [
    ...cases.flatMap((c) => caseDifferences(books, listed.get(c.receiptNumber) ?? [], c)),
    ...strangers.map(
      (receiptNumber): Difference => ({
        kind: "unknown-in-list",
        receiptNumber,
        state: null,
        column: "",
      }),
    ),
  ];
}

function caseDifferences(
  books: Books,
  rows: readonly (readonly string[])[],
  c: Case,
): Difference[] {
  const [row] = rows;
  if (!row) return c.state === "done" ? [differenceOf("not-in-list", c)] : [];
  const twice = rows.length > 1 ? [differenceOf("twice-in-list", c)] : [];
  if (c.state === "in-doubt") return [...twice, differenceOf("in-doubt-found", c)];
  if (c.state !== "done") return [...twice, differenceOf("unexpected", c)];
  return [...twice, ...valueDifferences(books, c, row)];
}

/** Columns whose heading is a field, or what the screen dictionary calls one; widths and spaces do not count. */
function valueDifferences(
  { wish: { bot, list } }: Books,
  c: Case,
  row: readonly string[],
): Difference[] {
  if (list === undefined) return [];
  const values = caseValues(c);
  return Object.entries(values).flatMap(([field, value]) => {
    const column = columnOf(bot, list, field);
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
export async function settleFound(
  place: Workplace,
  { bot, list }: Pick<ReconcileWish, "bot" | "list">,
): Promise<number> {
  if (list === undefined) return 0;
  const doubtful = await place.store.listCases({ bot: bot.name, states: ["in-doubt"] });
  const actor: Actor = { kind: "person", name: place.settings.person };
  let count = 0;
  for (const c of doubtful) {
    const [row, ...more] = list.rows.get(c.receiptNumber) ?? [];
    const intent = await place.store.getIntent(c.id);
    if (!row || more.length > 0 || !intent) continue;
    const outcome = outcomeIn(bot, list, row);
    const number = Object.values(outcome)[0] ?? null;
    await place.store.settleIntent(c.id, "committed", number, intent.fence, actor);
    const patch = { outcome, reason: null };
    await moveCase(place.store, c, "found-by-person", { patch, actor, facts: { by: "list" } });
    count += 1;
  }
  return count;
}

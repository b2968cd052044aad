/** Model history against the finance system's own rows: what is lost, there twice, wrong, or stuck. */
import type { Creditor } from "../../apps/demo-finance/index.ts";
import type { Case } from "../../core/index.ts";
import type { Store } from "../../store/index.ts";
import { columns } from "./finance-player.ts";
import type { DrillRecord } from "./records.ts";

/** Counts of records; all but `entered` and `toPerson` must be 0. */
export interface Verdict {
  readonly records: number;
  readonly entered: number;
  /** The ledger says 済 but the row is not there, or nobody has the record any more. */
  readonly lost: number;
  readonly duplicated: number;
  /** Rows of which any field differs from what was handed in. */
  readonly wrong: number;
  /** Neither at an end nor with a person. */
  readonly stuck: number;
  /** With a person (要照会, 差戻し, 失敗), the row in the target or not. */
  readonly toPerson: number;
  /** Rows in the target that nobody handed in. */
  readonly strange: number;
  /** Events of the ledger whose chain is broken. */
  readonly chainBroken: number;
}

const withPerson = new Set(["in-doubt", "returned", "failed", "awaiting-review"]);

export async function compare(
  records: readonly DrillRecord[],
  store: Store,
  rows: readonly Creditor[],
): Promise<Verdict> {
  const cases = new Map((await store.listCases({})).map((c) => [lineOf(c), c]));
  const byAccount = new Map<string, Creditor[]>();
  for (const row of rows)
    byAccount.set(row.accountNumber, [...(byAccount.get(row.accountNumber) ?? []), row]);
  const verdict = { entered: 0, lost: 0, duplicated: 0, wrong: 0, stuck: 0, toPerson: 0 };
  for (const [index, record] of records.entries()) {
    const found = byAccount.get(record["口座番号"] ?? "") ?? [];
    const c = cases.get(index);
    if (found.length > 1) verdict.duplicated += 1;
    if (found.some((row) => differs(record, c, row))) verdict.wrong += 1;
    verdict[fateOf(c, found.length)] += 1;
  }
  const known = new Set(records.map((r) => r["口座番号"]));
  const chain = await store.verifyEvents();
  return {
    records: records.length,
    ...verdict,
    strange: rows.filter((r) => !known.has(r.accountNumber)).length,
    chainBroken: chain.ok ? 0 : 1,
  };
}

const parts = /^records-\d+-from-(\d+)\./u;

/** The place in the drill's list; a part of it says in its name where it begins. */
const lineOf = ({ source }: Case): number =>
  Number(parts.exec(source.fileName)?.[1] ?? 0) + source.page - 1;

function fateOf(c: Case | undefined, rows: number): "entered" | "lost" | "toPerson" | "stuck" {
  if (c?.state === "done" && rows > 0) return "entered";
  if (!c || c.state === "done") return "lost";
  return withPerson.has(c.state) ? "toPerson" : "stuck";
}

/** Also the number that the ledger keeps must be the one that the target gave. */
function differs(record: DrillRecord, c: Case | undefined, row: Creditor): boolean {
  if (c?.state === "done" && c.outcome["債権者番号"] !== row.number) return true;
  return columns.some(([column, field]) => {
    const wanted = field === "受付番号" ? (c?.receiptNumber ?? "") : (record[field] ?? "");
    return row[column] !== wanted;
  });
}

/** Adds up verdicts of several rounds. */
export function together(verdicts: readonly Verdict[]): Verdict {
  const sum = (key: keyof Verdict): number => verdicts.reduce((n, v) => n + v[key], 0);
  const keys = Object.keys(verdicts[0] ?? {}) as (keyof Verdict)[];
  return Object.fromEntries(keys.map((key) => [key, sum(key)])) as unknown as Verdict;
}

/** Share of the way through sorted numbers; 0 when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

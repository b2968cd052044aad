/** Every error of ledger and queue file as the clerk reads it, frozen: a changed sentence is a change that somebody wanted. */
import { describe, expect, it } from "vitest";
import { defineErrors, type ErrorClass, isBukaError } from "../../core/index.ts";
import { caseFlowError } from "../../queues/case-flow.ja.ts";
import { postgresQueueError, queueLayoutError } from "../../queues/postgres-queue-messages.ja.ts";
import { postgresError, s3Error, storeError } from "../../store/index.ts";

interface Row {
  readonly code: string;
  readonly kind: ErrorClass;
  readonly retryable: boolean;
  readonly what: (facts: never) => string;
  readonly next: (facts: never) => string;
}

const facts = {
  path: "data/journal.db",
  file: "queue.db",
  code: "EIO",
  name: "libsql",
  key: "account:財務会計/robot01",
  from: "登録済み",
  to: "登録予定",
  found: 9,
  known: 1,
  seen: 3,
  now: 4,
  shown: 3,
  state: "done",
  event: "entry-started",
  host: "ledger-1:5432",
  place: "ledger-1:5432/buka",
  user: "buka",
  database: "buka",
  version: "13.4",
  bucket: "evidence",
  missing: false,
  setting: "fsync",
  encoding: "LATIN1",
  written: "あした",
  cases: 12,
  folder: "控え",
} as never;

const tables: readonly (readonly [string, Readonly<Record<string, Row>>])[] = [
  ["store", storeError.table],
  ["postgres", postgresError.table],
  ["s3", s3Error.table],
  ["case-flow", caseFlowError.table],
  ["postgres-queue", { ...postgresQueueError.table, ...queueLayoutError.table }],
];

describe.each(tables)("errors of %s", (name, table) => {
  const rows = Object.values(table);

  it("read as they were agreed", async () => {
    const text = rows.map((r) =>
      [`${r.code} ${r.kind}${r.retryable ? " retryable" : ""}`, r.what(facts), r.next(facts)].join(
        "\n  ",
      ),
    );
    await expect(`${text.join("\n")}\n`).toMatchFileSnapshot(`../golden/errors/${name}.txt`);
  });

  it("have codes of their own and whole sentences without gaps", () => {
    expect(new Set(rows.map((r) => r.code)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.code).toMatch(/^(STO|QUE)\d{3}$/);
      for (const sentence of [row.what(facts), row.next(facts)]) {
        expect(sentence).toMatch(/。$/);
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
      }
    }
  });

  it("are BukaErrors", () => {
    const made = defineErrors(table as Parameters<typeof defineErrors>[0]);
    for (const key of Object.keys(table)) expect(isBukaError(made[key]?.(facts))).toBe(true);
  });
});

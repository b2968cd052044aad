/** Work on the ledger's tables as a description: it asks for one statement after another; each driver plays it its own way. */

import { storeError } from "./messages.ja.ts";

export type SqlValue = string | number | null;

/** One statement with `?` for its values. `rows` asks for rows, `run` for the number of changed rows, `exec` for nothing. */
export interface Ask {
  readonly kind: "rows" | "run" | "exec";
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export interface Answer {
  readonly rows: readonly unknown[];
  readonly changes: number;
}

/** Played from begin to end on one connection; a writing one inside one transaction. */
export type SqlWork<T> = Generator<Ask, T, Answer>;

/** Rows of a query, or of RETURNING. Unknown until a schema has read them. */
export function* rows(sql: string, values: readonly SqlValue[] = []): SqlWork<readonly unknown[]> {
  return (yield { kind: "rows", sql, values }).rows;
}

/** Gives the number of changed rows. */
export function* run(sql: string, values: readonly SqlValue[] = []): SqlWork<number> {
  return (yield { kind: "run", sql, values }).changes;
}

/** Several statements without values. */
export function* exec(sql: string): SqlWork<void> {
  yield { kind: "exec", sql, values: [] };
}

/** What a driver of the ledger can do with such work; errors are BukaErrors (STO…). */
export interface SqlEngine {
  /** Name of the place in error texts. */
  readonly place: string;
  /** Statement that begins a reading transaction which sees one moment only. */
  readonly snapshot: string;
  read<T>(work: () => SqlWork<T>): Promise<T>;
  /** One transaction on disk before it resolves; no two at the same time, whatever the number of processes. */
  write<T>(work: () => SqlWork<T>): Promise<T>;
  close(): Promise<void>;
}

/** SQLite's native code aborts the process on booleans and cuts text at NUL, PostgreSQL refuses NUL: none may reach them. */
export function checkedValues(values: readonly SqlValue[]): readonly SqlValue[] {
  for (const value of values) {
    const good =
      value === null ||
      (typeof value === "number" && Number.isFinite(value)) ||
      (typeof value === "string" && !value.includes("\0"));
    if (!good) throw storeError.badValue({ name: typeof value });
  }
  return values;
}

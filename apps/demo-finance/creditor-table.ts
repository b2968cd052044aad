/** Keeps creditors in the system's own SQLite file. There is deliberately no unique key: a second press makes a second row. */
import type Database from "libsql";
import { z } from "zod";
import {
  type Creditor,
  type CreditorInput,
  creditorFields,
  creditorId,
  creditorNumber,
  creditorRowSchema,
} from "./creditor.ts";
import { kanaKey, phoneKey } from "./search-keys.ts";

export interface SearchCriteria {
  readonly kana: string;
  readonly phone: string;
  readonly accountNumber: string;
  readonly memo: string;
}

export interface SearchPage {
  readonly total: number;
  readonly rows: readonly Creditor[];
}

export interface PageRequest {
  /** From 1. */
  readonly page: number;
  readonly size: number;
  /** Rows that were committed later than this are not yet found (ISO). */
  readonly visibleUntil: string;
}

const countSchema = z.object({ n: z.number() });

const columns = creditorFields.map((field) => `"${field}"`);

const schema = `
  CREATE TABLE IF NOT EXISTS creditor (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ${columns.map((column) => `${column} TEXT NOT NULL`).join(",\n    ")},
    kanaKey TEXT NOT NULL,
    phoneKey TEXT NOT NULL,
    createdAt TEXT NOT NULL,
    createdBy TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS creditor_memo ON creditor (memo);
  CREATE INDEX IF NOT EXISTS creditor_kana ON creditor (kanaKey);
  CREATE INDEX IF NOT EXISTS creditor_account ON creditor (accountNumber);
`;

export class CreditorTable {
  readonly #db: Database.Database;

  constructor(db: Database.Database) {
    this.#db = db;
    db.exec(schema);
  }

  add(input: CreditorInput, by: { readonly user: string; readonly at: string }): Creditor {
    const marks = Array.from({ length: creditorFields.length + 4 }, () => "?").join(", ");
    const result = this.#db
      .prepare(
        `INSERT INTO creditor (${columns.join(", ")}, kanaKey, phoneKey, createdAt, createdBy) VALUES (${marks})`,
      )
      .run(
        ...creditorFields.map((field) => input[field]),
        kanaKey(input.kana),
        phoneKey(input.phone),
        by.at,
        by.user,
      );
    const number = creditorNumber(Number(result.lastInsertRowid));
    return { ...input, number, createdAt: by.at, createdBy: by.user };
  }

  /** Many rows in one transaction, for seeding. */
  addAll(
    inputs: readonly CreditorInput[],
    by: { readonly user: string; readonly at: string },
  ): void {
    this.#db.transaction(() => {
      for (const input of inputs) this.add(input, by);
    })();
  }

  find(number: string): Creditor | null {
    const id = creditorId(number);
    if (!Number.isSafeInteger(id)) return null;
    const row = this.#db.prepare("SELECT * FROM creditor WHERE id = ?").get(id);
    return row === undefined ? null : toCreditor(row);
  }

  /** Kana from the beginning; phone, account and memo as a whole. */
  search(criteria: SearchCriteria, request: PageRequest): SearchPage {
    const where: string[] = ["createdAt <= ?"];
    const values: string[] = [request.visibleUntil];
    const add = (condition: string, value: string): void => {
      if (value === "") return;
      where.push(condition);
      values.push(value);
    };
    const kana = kanaKey(criteria.kana);
    add("substr(kanaKey, 1, length(?)) = ?", kana);
    if (kana !== "") values.push(kana);
    add("phoneKey = ?", phoneKey(criteria.phone));
    add("accountNumber = ?", criteria.accountNumber);
    add("memo = ?", criteria.memo);
    return this.#page(where.join(" AND "), values, request);
  }

  /** The lowest number registered with this account, or null. */
  sameAccount(input: CreditorInput): string | null {
    const row = this.#db
      .prepare(
        `SELECT * FROM creditor WHERE bankCode = ? AND branchCode = ? AND depositType = ? AND accountNumber = ?
         ORDER BY id LIMIT 1`,
      )
      .get(input.bankCode, input.branchCode, input.depositType, input.accountNumber);
    return row === undefined ? null : toCreditor(row).number;
  }

  all(): readonly Creditor[] {
    return this.#db.prepare("SELECT * FROM creditor ORDER BY id").all().map(toCreditor);
  }

  #page(where: string, values: readonly string[], request: PageRequest): SearchPage {
    const counted = this.#db
      .prepare(`SELECT count(*) AS n FROM creditor WHERE ${where}`)
      .get(...values);
    const rows = this.#db
      .prepare(`SELECT * FROM creditor WHERE ${where} ORDER BY id LIMIT ? OFFSET ?`)
      .all(...values, request.size, (request.page - 1) * request.size);
    return { total: countSchema.parse(counted).n, rows: rows.map(toCreditor) };
  }
}

function toCreditor(row: unknown): Creditor {
  const { id, ...rest } = creditorRowSchema.parse(row);
  return { ...rest, number: creditorNumber(id) };
}

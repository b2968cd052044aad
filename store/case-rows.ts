/** Rows of the ledger ⇄ cases: every row is read through a schema, because a file on disk is a border. */
import { z } from "zod";
import { type Case, caseStates } from "../core/index.ts";
import { storeError } from "./messages.ja.ts";

const readerRef = z.object({ name: z.string(), version: z.string() });

const fieldReading = z.object({
  value: z.string(),
  raw: z.string(),
  accepted: z.boolean(),
  confidence: z.number(),
  charConfidences: z.array(z.number()),
  candidates: z.array(z.object({ value: z.string(), confidence: z.number(), reader: readerRef })),
  reasons: z.array(z.object({ code: z.string(), message: z.string() })),
  doubts: z.array(z.object({ at: z.number(), candidates: z.array(z.string()) })).exactOptional(),
  box: z
    .object({
      page: z.number(),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
    })
    .nullable(),
  readers: z.array(readerRef),
  drawn: z.boolean().exactOptional(),
  confirmed: z.object({ by: z.string(), at: z.string() }).exactOptional(),
});

const finding = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "uncomputable"]),
  message: z.string(),
  fields: z.array(z.string()),
  sheet: z.string(),
  cell: z.string(),
  formula: z.string(),
});

const texts = z.record(z.string(), z.string());

/** What stands in column `body`: everything of a case that no query asks for. */
const caseBody = z.object({
  readings: z.record(z.string(), fieldReading),
  derived: texts,
  findings: z.array(finding),
  outcome: texts,
  reason: z.object({ code: z.string(), message: z.string(), next: z.string() }).nullable(),
});
export type CaseBody = Pick<Case, "readings" | "derived" | "findings" | "outcome" | "reason">;

const caseRow = z.object({
  id: z.string(),
  bot: z.string(),
  bot_version: z.string(),
  receipt_number: z.string(),
  received_on: z.string(),
  source_kind: z.enum(["page", "row"]),
  file_name: z.string(),
  content_hash: z.string(),
  page: z.number().int(),
  state: z.enum(caseStates),
  business_key: z.string().nullable(),
  attempt: z.number().int(),
  revision: z.number().int(),
  format: z.literal(1),
  body: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});

/** Reads rows with a schema. Throws STO012 when a row is not what buka has written; its values stay out of the error. */
export function readRows<T>(place: string, schema: z.ZodType<T>, rows: readonly unknown[]): T[] {
  const read = z.array(schema).safeParse(rows);
  if (!read.success) throw storeError.unreadableRow({ path: place });
  return read.data;
}

/** The first row, or null when there is none. */
export function readRow<T>(
  place: string,
  schema: z.ZodType<T>,
  rows: readonly unknown[],
): T | null {
  return readRows(place, schema, rows.slice(0, 1))[0] ?? null;
}

export function readCases(place: string, rows: readonly unknown[]): Case[] {
  return readRows(place, caseRow, rows).map((row) => ({
    format: 1,
    id: row.id,
    bot: row.bot,
    botVersion: row.bot_version,
    receiptNumber: row.receipt_number,
    receivedOn: row.received_on,
    source: {
      kind: row.source_kind,
      fileName: row.file_name,
      contentHash: row.content_hash,
      page: row.page,
    },
    state: row.state,
    ...readBody(place, row.body),
    businessKey: row.business_key,
    attempt: row.attempt,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
}

function readBody(place: string, text: string): CaseBody {
  return readRows(place, caseBody, [readJson(place, text)])[0] ?? emptyBody;
}

/** JSON out of a column; STO012 when it is none. */
export function readJson(place: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw storeError.unreadableRow({ path: place });
  }
}

export const emptyBody: CaseBody = {
  readings: {},
  derived: {},
  findings: [],
  outcome: {},
  reason: null,
};

export function bodyText(c: CaseBody): string {
  const { readings, derived, findings, outcome, reason } = c;
  return JSON.stringify({ readings, derived, findings, outcome, reason });
}

/** Receiving rows of a CSV (e-form exports): each row is a case with the same checks as paper. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { type Case, decodeText, type FieldReading } from "../core/index.ts";
import { holdsPrivateNumber, maskPrivateNumbers } from "../ocr/index.ts";
import type { Actor } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { builtInFields, queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import type { Workplace } from "./workplace.ts";

export interface RowsResult {
  readonly cases: readonly Case[];
  readonly newCases: number;
}

/**
 * Receives a CSV file (UTF-8, Shift_JIS; the first row names the fields). The same file again gives the same cases.
 * Throws QUE108 (columns missing), QUE109 (not a table), QUE123 (no such file).
 */
export async function receiveRows(
  place: Workplace,
  bot: Bot,
  table: { readonly file: string; readonly receivedOn: string },
): Promise<RowsResult> {
  const fileName = basename(table.file);
  const bytes = await readFile(table.file).catch((cause: unknown) => {
    throw queueError.noTable({ file: fileName }, { cause });
  });
  const rows = readTable(bytes, fileName);
  requireColumns(bot, rows, fileName);
  const contentHash = createHash("sha256").update(bytes).digest("hex");
  const original = await place.evidence.put(withoutPrivateNumbers(bytes, fileName), "csv");
  const actor: Actor = { kind: "person", name: place.settings.person };
  const cases: Case[] = [];
  let newCases = 0;
  for (const [index, row] of rows.entries()) {
    const source = { kind: "row" as const, fileName, contentHash, page: index + 1 };
    const input = {
      bot: bot.name,
      botVersion: bot.version,
      receivedOn: table.receivedOn,
      source,
      original,
    };
    const received = await place.store.receive(input, actor);
    newCases += received.isNew ? 1 : 0;
    const readings = Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typedReading(value)]),
    );
    const numbered = privateFields(row);
    if (received.case.state === "received" && numbered.length > 0) {
      const reason = reasonOf(queueError.privateNumber({ fields: numbered.join("・") }));
      const facts = { code: reason.code };
      const move = { patch: { reason }, actor, facts };
      cases.push(await moveCase(place.store, received.case, "business-error", move));
      continue;
    }
    // A case that was journalled but not yet filled (killed in between) is filled now.
    const fill = received.case.state === "received";
    cases.push(
      fill
        ? await moveCase(place.store, received.case, "read-ok", { patch: { readings }, actor })
        : received.case,
    );
  }
  return { cases, newCases };
}

const privateFields = (row: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(row).flatMap(([name, value]) => (holdsPrivateNumber(value) ? [name] : []));

/** The file as it came, or with every 個人番号 blacked out: those may not be kept. */
function withoutPrivateNumbers(bytes: Uint8Array, file: string): Uint8Array {
  const decoded = decodeText(bytes, file);
  if (!decoded.ok || !holdsPrivateNumber(decoded.value)) return bytes;
  return new TextEncoder().encode(maskPrivateNumbers(decoded.value));
}

/** Rows by column name; repeated header rows and empty rows are left out. Throws QUE109. */
export function readTable(
  bytes: Uint8Array,
  file: string,
): readonly Readonly<Record<string, string>>[] {
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) throw queueError.badTable({ file }, { problems: decoded.problems });
  try {
    const rows: unknown = parse(decoded.value, {
      bom: true,
      columns: true,
      skip_empty_lines: true,
      trim: true,
    });
    if (!Array.isArray(rows)) return [];
    const texts = rows.map((row: unknown) => textRow(row));
    return texts.filter((row) =>
      Object.entries(row).some(([name, value]) => value !== "" && value !== name),
    );
  } catch (cause) {
    throw queueError.badTable({ file }, { cause });
  }
}

function textRow(row: unknown): Record<string, string> {
  const entries = typeof row === "object" && row !== null ? Object.entries(row) : [];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "string" ? value : ""]),
  );
}

function requireColumns(
  bot: Bot,
  rows: readonly Readonly<Record<string, string>>[],
  file: string,
): void {
  const optional = bot.form?.fields.filter((f) => !f.required).map((f) => f.name) ?? [];
  const given = Object.keys(rows[0] ?? {});
  const known = [
    ...given,
    ...optional,
    ...(bot.book?.derived ?? []),
    ...Object.values(builtInFields),
  ];
  const missing = bot.scenario.fieldsUsed.filter((name) => !known.includes(name));
  if (missing.length > 0) throw queueError.rowColumns({ file, missing: missing.join("・") });
}

const typedReading = (value: string): FieldReading => ({
  value,
  raw: value,
  accepted: true,
  confidence: 1,
  charConfidences: [],
  candidates: [],
  reasons: [],
  box: null,
  readers: [],
});

/** Receiving rows of a table (e-form exports): each row is a case with the same checks as paper. */

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  type Case,
  decodeText,
  type FieldReading,
  isBukaError,
  type Problem,
} from "../core/index.ts";
import { holdsPrivateNumber, maskPrivateNumbers } from "../ocr/index.ts";
import { toCsv } from "../rules/index.ts";
import { builtInFields } from "../scenarios/index.ts";
import type { Actor } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { keepVersion } from "./bot-versions.ts";
import { noteHandedIn } from "./handed-in.ts";
import { queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { type Mapping, parseMapping } from "./receive-rows-mapping.ts";
import { rowsError, tableProblem } from "./receive-rows-messages.ja.ts";
import {
  type PlannedRow,
  type PlanTarget,
  planRows,
  type RowsPlan,
  type RowValue,
} from "./receive-rows-plan.ts";
import { readSourceTable, type SourceTable } from "./receive-rows-table.ts";
import { type Total, totalOf } from "./reconcile.ts";
import type { Workplace } from "./workplace.ts";

/** What came of receiving one table. */
export interface RowsResult {
  readonly cases: readonly Case[];
  readonly newCases: number;
  /** Values at which a person should look, with their places. */
  readonly warnings: readonly Problem[];
}

/** A table on its way in. */
export interface RowsFile {
  readonly file: string;
  /** mapping.yaml (対応表); the one in the bot's folder when it is not given and there is one. */
  readonly mapping?: string;
}

/** Name of the mapping in a bot's folder. */
const usualMapping = "mapping.yaml";

/** What becomes of a table, before anything is received. */
export interface PlannedTable {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly table: SourceTable;
  readonly plan: RowsPlan;
}

/**
 * Reads a table for a bot and says which column becomes which field. Faults stand in `plan.problems`. Throws QUE109 (not a
 * table), QUE123 (no such file), QUE141, QUE142 (mapping), QUE143, QUE144, RUL… (workbooks that are not opened).
 */
export async function planTable(bot: Bot, source: RowsFile, now: Date): Promise<PlannedTable> {
  const fileName = basename(source.file);
  const bytes = await readFile(source.file).catch((cause: unknown) => {
    throw queueError.noTable({ file: fileName }, { cause });
  });
  const target = targetOf(bot, now);
  const mapping = await readMapping(bot, source.mapping, target.fields);
  const table = readSourceTable(bytes, fileName, mapping ?? undefined);
  return { fileName, bytes, table, plan: planRows(table, fileName, { mapping, target }) };
}

function targetOf(bot: Bot, now: Date): PlanTarget {
  const builtIn: readonly string[] = Object.values(builtInFields);
  const made = [...(bot.book?.derived ?? []), ...builtIn];
  const formFields = bot.form?.fields ?? [];
  const optional = formFields.filter((f) => !f.required).map((f) => f.name);
  const used = bot.scenario.fieldsUsed.filter((name) => !made.includes(name));
  const fields = new Set([
    ...formFields.map((f) => f.name),
    ...(bot.book?.inputs ?? []),
    ...used,
    ...bot.scenario.businessKey.filter((name) => !made.includes(name)),
  ]);
  return {
    fields: [...fields],
    required: used.filter((name) => !optional.includes(name)),
    formFields,
    now,
  };
}

async function readMapping(
  bot: Bot,
  given: string | undefined,
  known: readonly string[],
): Promise<Mapping | null> {
  const path = given ?? join(bot.folder, usualMapping);
  const found = await stat(path).catch(() => null);
  const file = basename(path);
  if (!found?.isFile()) {
    if (given === undefined) return null;
    throw rowsError.noMapping({ file });
  }
  const decoded = decodeText(await readFile(path), file);
  const parsed = decoded.ok ? parseMapping(decoded.value, file, known) : decoded;
  if (!parsed.ok)
    throw rowsError.mappingFaults(
      { file, count: parsed.problems.length },
      { problems: parsed.problems },
    );
  return parsed.value;
}

/**
 * Receives a table (CSV in UTF-8 or Shift_JIS, or .xlsx). The same file again gives the same cases. Nothing is received when
 * the table has faults: QUE108 (columns missing), QUE140 (other faults, all of them in `problems`), and what `planTable` throws.
 */
export async function receiveRows(
  place: Workplace,
  bot: Bot,
  source: RowsFile & { readonly receivedOn: string },
): Promise<RowsResult> {
  const planned = await planTable(bot, source, place.clock.now());
  refuseFaults(planned);
  const { bytes, fileName, plan } = planned;
  const contentHash = createHash("sha256").update(bytes).digest("hex");
  const original = await keepOriginal(place, planned);
  const actor: Actor = { kind: "person", name: place.settings.person };
  await keepVersion(place, bot);
  await noteHandedIn(place.store, { bot: bot.name, contentHash }, totalsOf(bot, plan));
  const cases: Case[] = [];
  let newCases = 0;
  for (const [index, row] of plan.rows.entries()) {
    const received = await place.store.receive(
      {
        bot: bot.name,
        botVersion: bot.version,
        receivedOn: source.receivedOn,
        source: { kind: "row", fileName, contentHash, page: index + 1 },
        original,
      },
      actor,
    );
    newCases += received.isNew ? 1 : 0;
    cases.push(await fillOnce(place, received.case, row, actor));
  }
  return { cases, newCases, warnings: plan.problems };
}

/** Values of rows with a 個人番号 are not kept, so they are in no sum. */
function totalsOf(bot: Bot, plan: RowsPlan): Total {
  const kept = plan.rows.filter((row) => privateFields(row).length === 0);
  const raws = kept.map((row) =>
    Object.fromEntries(Object.entries(row.values).map(([name, v]) => [name, v.raw])),
  );
  return { ...totalOf(bot.scenario.totalFields, raws), count: plan.rows.length };
}

/** Another machine that receives the same table may fill a case first: then it is as good as ours. */
async function fillOnce(
  place: Workplace,
  received: Case,
  row: PlannedRow,
  actor: Actor,
): Promise<Case> {
  try {
    return await fillCase(place, received, row, actor);
  } catch (error) {
    const now = await place.store.getCase(received.id);
    const elsewhere = isBukaError(error) && error.kind === "conflict" && now?.state !== "received";
    if (!elsewhere || now === null) throw error;
    return now;
  }
}

/** A case that was journalled but not yet filled (killed in between) is filled now. */
async function fillCase(
  place: Workplace,
  received: Case,
  row: PlannedRow,
  actor: Actor,
): Promise<Case> {
  if (received.state !== "received") return received;
  const numbered = privateFields(row);
  if (numbered.length > 0) {
    const reason = reasonOf(queueError.privateNumber({ fields: numbered.join("・") }));
    const move = { patch: { reason }, actor, facts: { code: reason.code } };
    return moveCase(place.store, received, "business-error", move);
  }
  const readings = Object.fromEntries(
    Object.entries(row.values).map(([name, value]) => [name, typedReading(value)]),
  );
  return moveCase(place.store, received, "read-ok", { patch: { readings }, actor });
}

/** Throws QUE108 when columns are missing, QUE140 for other faults. */
export function refuseFaults({ plan, fileName }: PlannedTable): void {
  const faults = plan.problems.filter((p) => p.severity === "error");
  if (faults.length === 0) return;
  const details = { problems: plan.problems };
  const missing = missingColumns(plan);
  if (missing.length > 0 && faults.every((p) => p.code === tableProblem.missingColumn.code))
    throw queueError.rowColumns({ file: fileName, missing: missing.join("・") }, details);
  throw rowsError.tableFaults({ file: fileName, count: faults.length }, details);
}

/** Captions that the sources name and the table lacks. */
function missingColumns(plan: RowsPlan): readonly string[] {
  const lacking = plan.problems.filter((p) => p.code === tableProblem.missingColumn.code);
  const captions = [...plan.sources.values()].flatMap((s) =>
    s.kind === "columns" ? s.columns : [],
  );
  return [...new Set(captions)].filter((c) => lacking.some((p) => p.message.includes(`「${c}」`)));
}

const privateFields = (row: PlannedRow): readonly string[] =>
  Object.entries(row.values).flatMap(([name, v]) =>
    holdsPrivateNumber(v.value) || holdsPrivateNumber(v.raw) ? [name] : [],
  );

/** The file as it came, or its texts with every 個人番号 blacked out: those may not be kept. */
async function keepOriginal(place: Workplace, planned: PlannedTable): Promise<string> {
  const { bytes, table } = planned;
  const text = toCsv(
    [table.headers, ...table.rows.map((r) => r.cells)].map((cells) => cells.map((c) => c.text)),
  );
  if (!holdsPrivateNumber(text)) return place.evidence.put(bytes, table.kind);
  return place.evidence.put(new TextEncoder().encode(maskPrivateNumbers(text)), "csv");
}

/**
 * Rows of a table by caption, for checks without a bot: blanks at the ends of a value stay when it is quoted (CSV) or stands
 * in a cell. Repeated header rows and empty rows are left out. Throws QUE109, QUE140 (a caption stands there twice), QUE144,
 * RUL….
 */
export function readTable(
  bytes: Uint8Array,
  file: string,
): readonly Readonly<Record<string, string>>[] {
  const table = readSourceTable(bytes, file);
  const fields = table.headers.map((h) => h.text);
  const target = { fields, required: [], formFields: [], now: new Date(0), keepsBlanks: true };
  const plan = planRows(table, file, { mapping: null, target });
  refuseFaults({ fileName: file, bytes, table, plan });
  return plan.rows.map((row) =>
    Object.fromEntries(Object.entries(row.values).map(([name, v]) => [name, v.value])),
  );
}

const typedReading = ({ value, raw, reasons }: RowValue): FieldReading => ({
  value,
  raw,
  accepted: reasons.length === 0,
  confidence: reasons.length === 0 ? 1 : 0,
  charConfidences: [],
  candidates: [],
  reasons,
  box: null,
  readers: [],
});

/** `buka intake BOT TABLE`: receives an e-form export, or shows beforehand which column becomes which field (--preview). */
import { resolve } from "node:path";
import { businessDate, type Problem, renderProblems } from "../../../core/index.ts";
import {
  type Bot,
  type CheckedRows,
  checkRows,
  type FieldSource,
  type PlannedTable,
  planTable,
  type RowsFile,
  receiveRows,
} from "../../../queues/index.ts";
import type { Verdict } from "../../../rules/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findBot } from "../find-bot.ts";
import { intakeWords } from "../intake-words.ja.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { checkWords } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { readReceivedOn } from "../received-on.ts";
import { table } from "../show-summary.ts";

export async function intake(io: Io, call: Call): Promise<ExitCode> {
  const [word = "", file = ""] = call.words;
  const source = rowsFile(io, call, file);
  if (hasSwitch(call, "preview"))
    return previewRows(io, call, await findBot(io, call, word), source);
  return withPlace(io, call, async (place) => {
    const bot = await place.botMeant(word);
    const receivedOn = readReceivedOn(io, call);
    const result = await receiveRows(place, bot, { ...source, receivedOn });
    const counts = { cases: result.cases.length, newCases: result.newCases };
    if (io.json) io.out(JSON.stringify({ ...counts, warnings: result.warnings }));
    else {
      io.out(intakeWords.received({ ...counts, bot: bot.name }));
      showProblems(io, result.warnings);
    }
    return exitCodes.ok;
  });
}

/** The table of a call with its mapping. */
export function rowsFile(io: Io, call: Call, file: string): RowsFile {
  const mapping = textOption(call, "mapping");
  return {
    file: resolve(io.folder, file),
    ...(mapping === undefined ? {} : { mapping: resolve(io.folder, mapping) }),
  };
}

/** What becomes of a table, and what the check book says about it; nothing is received. Also `run --preview`. */
export async function previewRows(
  io: Io,
  call: Call,
  bot: Bot,
  source: RowsFile,
): Promise<ExitCode> {
  const planned = await planTable(bot, source, io.clock.now());
  const isWhole = planned.plan.problems.every((p) => p.severity !== "error");
  const today = businessDate(io.clock.now());
  const on = { receivedOn: readReceivedOn(io, call), today };
  return showPlan(io, planned, isWhole ? checkRows(bot, planned.plan, on) : null);
}

const shownRows = 5;

function showPlan(io: Io, planned: PlannedTable, checked: CheckedRows | null): ExitCode {
  const { plan, fileName } = planned;
  const faults = plan.problems.filter((p) => p.severity === "error").length;
  const rows = plan.rows.slice(0, shownRows).map((r) => ({
    row: r.row,
    values: Object.fromEntries(Object.entries(r.values).map(([name, v]) => [name, v.value])),
  }));
  if (io.json) {
    const fields = Object.fromEntries([...plan.sources].map(([f, s]) => [f, sourceDocument(s)]));
    const { unusedColumns, problems } = plan;
    const count = plan.rows.length;
    const shown = { file: fileName, count, fields, unusedColumns, rows, problems };
    io.out(JSON.stringify({ ...shown, checks: checked }));
  } else showText(io, planned, { faults, checked });
  return faults > 0 ? exitCodes.input : exitCodes.ok;
}

interface Result {
  readonly faults: number;
  readonly checked: CheckedRows | null;
}

function showText(io: Io, planned: PlannedTable, { faults, checked }: Result): void {
  const { plan, fileName } = planned;
  io.out(intakeWords.head({ file: fileName, rows: plan.rows.length, faults }));
  const [first] = plan.rows;
  const lines = [...plan.sources].map(([field, source]) => {
    const value = first?.values[field];
    const changed = value !== undefined && value.raw !== value.value;
    return [
      field,
      intakeWords.source(source),
      intakeWords.change(source, changed),
      value?.value ?? "",
    ];
  });
  io.out(table([intakeWords.columns, ...lines]));
  if (plan.unusedColumns.length > 0) io.out(intakeWords.unused(plan.unusedColumns));
  const fields = [...plan.sources.keys()];
  const rows = plan.rows
    .slice(0, shownRows)
    .map((r) => [String(r.row), ...fields.map((f) => r.values[f]?.value ?? "")]);
  io.out(intakeWords.rows(rows.length));
  io.out(table([[intakeWords.row, ...fields], ...rows]));
  showProblems(io, plan.problems);
  if (faults === 0) showChecks(io, checked);
  io.out(faults > 0 ? intakeWords.faults(faults) : intakeWords.ready);
}

const shownFindings = 30;

function showChecks(io: Io, checked: CheckedRows | null): void {
  if (!checked) {
    io.out(intakeWords.noBook);
    return;
  }
  const { rows, left } = checked;
  io.out(intakeWords.checked(countsOf(checked)));
  const lines = rows.flatMap((r) =>
    r.findings.map((f) => checkWords.finding(r.row, f.severity, f.message)),
  );
  for (const line of lines.slice(0, shownFindings)) io.out(line);
  if (lines.length > shownFindings) io.out(intakeWords.moreFindings(lines.length - shownFindings));
  if (left > 0) io.out(intakeWords.unchecked(left));
}

function countsOf({ rows }: CheckedRows): Record<Verdict, number> {
  const counts = { ok: 0, warning: 0, error: 0, uncomputable: 0 };
  for (const row of rows) counts[row.verdict] += 1;
  return counts;
}

function showProblems(io: Io, problems: readonly Problem[]): void {
  if (problems.length > 0) io.out(renderProblems(problems));
}

function sourceDocument(source: FieldSource): Record<string, unknown> {
  if (source.kind !== "columns") return { ...source };
  return { ...source, replace: Object.fromEntries(source.replace) };
}

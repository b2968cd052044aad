/** `buka check BOOK [RECORDS]`: findings of the clerk's check book for every row of a table, and a copy of the book with them. */
import { readFile, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { businessDate } from "../../../core/index.ts";
import { queueError, readTable } from "../../../queues/index.ts";
import {
  type CheckedTable,
  type CheckRecord,
  checkTable,
  type ResultCase,
  verdictOf,
  writeResultsBook,
} from "../../../rules/index.ts";
import { builtInFields } from "../../../scenarios/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findBot } from "../find-bot.ts";
import type { Call, Io } from "../io.ts";
import { checkWords, cliError } from "../messages.ja.ts";
import { outFile } from "../out-file.ts";
import { readReceivedOn } from "../received-on.ts";
import { checkNew } from "./check-new.ts";

export async function check(io: Io, call: Call): Promise<ExitCode> {
  const [what = "", data] = call.words;
  if (what === "new") return checkNew(io, call);
  const book = await findBook(io, call, what);
  const sources = [book, ...(data === undefined ? [] : [resolve(io.folder, data)])];
  const out = await outFile(io, call, { option: "out", sources });
  const report = await outFile(io, call, { option: "report", sources });
  const records = data === undefined ? null : await readRecords(io, call, data);
  const table = await checkTable(book, records, { today: businessDate(io.clock.now()) });
  if (out !== null) await table.writeTo(out);
  if (report !== null) await writeResultsBook(resultsOf(table, records), report);
  return show(io, table, { out, report });
}

/** A fresh workbook without the clerk's formulas: to be passed on, printed, filtered. */
function resultsOf(
  table: CheckedTable,
  records: readonly CheckRecord[] | null,
): readonly ResultCase[] {
  return table.records.map((r, i) => ({
    number: checkWords.row(r.row),
    state: "",
    verdict: verdictOf(r.findings),
    findings: r.findings.map((f) => f.message),
    values: { ...records?.[i], ...r.derived },
    fields: [],
  }));
}

interface Files {
  readonly out: string | null;
  readonly report: string | null;
}

function show(io: Io, table: CheckedTable, files: Files): ExitCode {
  const { records } = table;
  const wrong = records.filter((r) => r.findings.some((f) => f.severity !== "warning")).length;
  if (io.json) io.out(JSON.stringify({ records, wrong }));
  else {
    for (const record of records) {
      for (const finding of record.findings)
        io.out(checkWords.finding(record.row, finding.severity, finding.message));
    }
    io.out(checkWords.total(records.length, wrong));
    if (table.rules.length === 0) io.out(checkWords.noRules());
    if (files.out !== null) io.out(checkWords.written(relative(io.folder, files.out)));
    if (files.report !== null) io.out(checkWords.reported(relative(io.folder, files.report)));
  }
  return wrong > 0 ? exitCodes.input : exitCodes.ok;
}

async function readRecords(io: Io, call: Call, data: string): Promise<readonly CheckRecord[]> {
  const bytes = await readFile(resolve(io.folder, data)).catch((cause: unknown) => {
    throw cliError.noFile({ file: data }, { cause });
  });
  const receivedOn = readReceivedOn(io, call);
  return readTable(bytes, basename(data)).map((row) => ({
    [builtInFields.receivedOn]: receivedOn,
    ...row,
  }));
}

async function findBook(io: Io, call: Call, word: string): Promise<string> {
  const path = resolve(io.folder, word);
  const found = await stat(path).catch(() => null);
  if (found?.isFile() && /\.ya?ml$/iu.test(path)) throw cliError.checksTables({ file: word });
  if (found?.isFile()) return path;
  const bot = await findBot(io, call, word);
  if (!bot.book) throw queueError.noBook({ bot: bot.name });
  return join(bot.folder, "check.xlsx");
}

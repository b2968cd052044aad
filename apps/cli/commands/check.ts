/** `buka check BOOK RECORDS`: findings of the clerk's check book for every row of a table. */
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { businessDate } from "../../../core/index.ts";
import { builtInFields, queueError, readTable } from "../../../queues/index.ts";
import { type CheckBook, openCheckBook } from "../../../rules/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findBot } from "../find-bot.ts";
import type { Call, Io } from "../io.ts";
import { checkWords, cliError } from "../messages.ja.ts";
import { readReceivedOn } from "./run.ts";

export async function check(io: Io, call: Call): Promise<ExitCode> {
  const [what = "", data = ""] = call.words;
  const book = await findBook(io, call, what);
  const bytes = await readFile(resolve(io.folder, data)).catch((cause: unknown) => {
    throw cliError.noFile({ file: data }, { cause });
  });
  const receivedOn = readReceivedOn(io, call);
  const context = { sheets: {}, today: businessDate(io.clock.now()) };
  const records = readTable(bytes, basename(data)).map((row, index) => {
    const record = { [builtInFields.receivedOn]: receivedOn, ...row };
    return { row: index + 2, ...book.check(record, context) };
  });
  const wrong = records.filter((r) => r.findings.some((f) => f.severity !== "warning")).length;
  if (io.json) io.out(JSON.stringify({ records, wrong }));
  else {
    for (const record of records) {
      for (const finding of record.findings)
        io.out(checkWords.finding(record.row, finding.severity, finding.message));
    }
    io.out(checkWords.total(records.length, wrong));
  }
  return wrong > 0 ? exitCodes.input : exitCodes.ok;
}

async function findBook(io: Io, call: Call, word: string): Promise<CheckBook> {
  const path = resolve(io.folder, word);
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return openCheckBook(path);
  const bot = await findBot(io, call, word);
  if (!bot.book) throw queueError.noBook({ bot: bot.name });
  return bot.book;
}

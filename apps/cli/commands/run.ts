/** `buka run`: receives what lies in the tray (or in a table), reads, checks, enters, and says what is left for people. */
import { resolve } from "node:path";
import {
  type Bot,
  receiveRows,
  retryCases,
  summarise,
  type Workplace,
} from "../../../queues/index.ts";
import { type BatchResult, receive, work } from "../batch.ts";
import { booksDocument, closeBooks, exitOfBooks } from "../close-books.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { withPlace } from "../open-place.ts";
import { readReceivedOn } from "../received-on.ts";
import { controlLines } from "../reconcile-words.ja.ts";
import { showSummary, summaryDocument } from "../show-summary.ts";
import { leftInTray } from "../watch-words.ja.ts";
import { previewRows, rowsFile } from "./intake.ts";

export async function run(io: Io, call: Call): Promise<ExitCode> {
  return withPlace(io, call, async (place) => {
    const bot = await place.botMeant(call.words[0] ?? "");
    const preview = hasSwitch(call, "preview") ? textOption(call, "data") : undefined;
    if (preview !== undefined) return previewRows(io, call, bot, rowsFile(io, call, preview));
    place.systemsOf(bot);
    const since = io.clock.now().toISOString();
    await take(io, call, place, bot);
    if (hasSwitch(call, "retry")) await retryCases(place, bot.name);
    const end = await work(io, place, {
      bot: bot.name,
      headed: hasSwitch(call, "headed"),
      slow: hasSwitch(call, "slow"),
    });
    const summary = await summarise(place.store, bot.name);
    const books = await closeBooks(io, place, bot, { since, end });
    if (io.json)
      io.out(
        JSON.stringify({
          ...summaryDocument(summary),
          halted: end.errors.map((e) => e.message),
          control: booksDocument(books),
        }),
      );
    else {
      showSummary(io, bot, summary, end.errors);
      for (const line of controlLines(books)) io.out(line);
    }
    const code = exitOfBooks(books);
    return code !== exitCodes.ok
      ? code
      : exitOf(end, summary.counts["in-doubt"] + summary.counts.failed);
  });
}

async function take(io: Io, call: Call, place: Workplace, bot: Bot): Promise<void> {
  const receivedOn = readReceivedOn(io, call);
  const data = textOption(call, "data");
  if (data !== undefined) {
    await receiveRows(place, bot, { ...rowsFile(io, call, data), receivedOn });
    return;
  }
  const tray = textOption(call, "tray");
  const folder = tray === undefined ? place.path("tray") : resolve(io.folder, tray);
  const received = await receive(io, place, bot, { folder, receivedOn });
  for (const line of leftInTray(received)) io.err(line);
}

function exitOf(end: BatchResult, troubled: number): ExitCode {
  return end.halted.length > 0 || !end.idle || troubled > 0 ? exitCodes.target : exitCodes.ok;
}

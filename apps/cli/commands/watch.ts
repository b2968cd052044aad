/** `buka watch`: looks into the tray again and again; what a clerk drops in is received, read, checked and entered. */
import { resolve } from "node:path";
import { setTimeout as idle } from "node:timers/promises";
import {
  type Bot,
  type Reconciliation,
  summarise,
  type Workplace,
  watchStopOrder,
} from "../../../queues/index.ts";
import { type BatchResult, receive, watchOf, work } from "../batch.ts";
import { booksDocument, closeBooks, exitOfBooks } from "../close-books.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { japanTime } from "../japan-time.ts";
import { cliError } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { readReceivedOn } from "../received-on.ts";
import { controlLines } from "../reconcile-words.ja.ts";
import { showSummary, summaryDocument } from "../show-summary.ts";
import { leftInTray, watchWords } from "../watch-words.ja.ts";

const seconds = { standard: 10, least: 1, most: 3600 } as const;

export async function watch(io: Io, call: Call): Promise<ExitCode> {
  const every = readEvery(call);
  return withPlace(io, call, async (place) => {
    const bot = await place.botMeant(call.words[0] ?? "");
    if (!hasSwitch(call, "receive-only")) place.systemsOf(bot);
    const tray = textOption(call, "tray");
    const folder = tray === undefined ? place.path("tray") : resolve(io.folder, tray);
    const prefix = place.settings.sitePrefix;
    if (!io.json) io.out(watchWords.start({ folder, seconds: every, prefix }));
    const since = io.clock.now().toISOString();
    const end = await keepLooking(io, call, { place, bot, folder, every });
    const books = end === null ? null : await closeBooks(io, place, bot, { since, end });
    await showEnd(io, place, bot, books);
    return books === null ? exitCodes.ok : exitOfBooks(books);
  });
}

/** `books` null: nothing was entered, so there is nothing to compare. */
async function showEnd(
  io: Io,
  place: Workplace,
  bot: Bot,
  books: Reconciliation | null,
): Promise<void> {
  const summary = await summarise(place.store, bot.name);
  if (io.json) {
    const control = books === null ? {} : { control: booksDocument(books) };
    io.out(JSON.stringify({ ...summaryDocument(summary), ...control }));
    return;
  }
  io.out(watchWords.end);
  showSummary(io, bot, summary, []);
  for (const line of books === null ? [] : controlLines(books)) io.out(line);
}

interface Post {
  readonly place: Workplace;
  readonly bot: Bot;
  readonly folder: string;
  readonly every: number;
}

/** Gives how the last batch ended; null when there was none. */
async function keepLooking(io: Io, call: Call, post: Post): Promise<BatchResult | null> {
  const { place, bot, folder, every } = post;
  const eyes = watchOf(io, place);
  const stopOrdered = await watchStopOrder(place.store);
  let said = "";
  let last: BatchResult | null = null;
  while (!io.signal.aborted && !(await stopOrdered())) {
    // The day changes while the tray is watched: it is asked for anew each time.
    const receivedOn = readReceivedOn(io, call);
    const received = await receive(io, place, bot, { folder, receivedOn, watch: eyes });
    const { newCases: pages, unopened } = received;
    if (pages > 0)
      io.err(
        watchWords.received({ time: japanTime(io.clock.now()).slice(11, 16), pages, unopened }),
      );
    const left = leftInTray(received).join("\n");
    if (left !== "" && left !== said) io.err(left);
    said = left;
    if (pages > 0 && !hasSwitch(call, "receive-only")) {
      last = await work(io, place, { bot: bot.name, headed: false, slow: false });
    }
    if (hasSwitch(call, "once") && received.waiting.length === 0) return last;
    await idle(every * 1000, undefined, { signal: io.signal }).catch(() => undefined);
  }
  return last;
}

function readEvery(call: Call): number {
  const written = textOption(call, "every");
  const every = written === undefined ? seconds.standard : Number(written);
  if (every >= seconds.least && every <= seconds.most) return every;
  throw cliError.badWord({ word: written ?? "", allowed: `${seconds.least}-${seconds.most}` });
}

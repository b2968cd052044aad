/** `buka watch`: looks into the tray again and again; what a clerk drops in is received, read, checked and entered. */
import { resolve } from "node:path";
import { setTimeout as idle } from "node:timers/promises";
import { type Bot, summarise, type Workplace, watchStopOrder } from "../../../queues/index.ts";
import { receive, watchOf, work } from "../batch.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { japanTime } from "../japan-time.ts";
import { cliError } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { readReceivedOn } from "../received-on.ts";
import { showSummary, summaryDocument } from "../show-summary.ts";
import { leftInTray, watchWords } from "../watch-words.ja.ts";

const seconds = { standard: 10, least: 1, most: 3600 } as const;

export async function watch(io: Io, call: Call): Promise<ExitCode> {
  const every = readEvery(call);
  return withPlace(io, call, async (place) => {
    const bot = await place.bot(call.words[0] ?? "");
    if (!hasSwitch(call, "receive-only")) place.systemsOf(bot);
    const tray = textOption(call, "tray");
    const folder = tray === undefined ? place.path("tray") : resolve(io.folder, tray);
    const prefix = place.settings.sitePrefix;
    if (!io.json) io.out(watchWords.start({ folder, seconds: every, prefix }));
    await keepLooking(io, call, { place, bot, folder, every });
    const summary = await summarise(place.store, bot.name);
    if (io.json) io.out(JSON.stringify(summaryDocument(summary)));
    else {
      io.out(watchWords.end);
      showSummary(io, bot, summary, []);
    }
    return exitCodes.ok;
  });
}

interface Post {
  readonly place: Workplace;
  readonly bot: Bot;
  readonly folder: string;
  readonly every: number;
}

async function keepLooking(io: Io, call: Call, post: Post): Promise<void> {
  const { place, bot, folder, every } = post;
  const eyes = watchOf(io, place);
  const stopOrdered = await watchStopOrder(place.store);
  let said = "";
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
      await work(io, place, { bot: bot.name, headed: false, slow: false });
    }
    if (hasSwitch(call, "once") && received.waiting.length === 0) return;
    await idle(every * 1000, undefined, { signal: io.signal }).catch(() => undefined);
  }
}

function readEvery(call: Call): number {
  const written = textOption(call, "every");
  const every = written === undefined ? seconds.standard : Number(written);
  if (every >= seconds.least && every <= seconds.most) return every;
  throw cliError.badWord({ word: written ?? "", allowed: `${seconds.least}-${seconds.most}` });
}

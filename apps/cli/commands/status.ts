/** `buka status`: how many cases stand where, and what people have to do today. */
import {
  evidenceWaiting,
  listBots,
  summarise,
  type Workplace,
  waitingReasons,
} from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Call, Io } from "../io.ts";
import { statusWords } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { queueWords } from "../queue-words.ja.ts";
import { showSummary, summaryDocument } from "../show-summary.ts";

export async function status(io: Io, call: Call): Promise<ExitCode> {
  return withPlace(io, call, async (place) => {
    const names = call.words.length > 0 ? call.words : await listBots(place.path("bots"));
    const documents: unknown[] = [];
    if (names.length === 0 && !io.json) io.out(statusWords.noBots);
    for (const word of names) {
      const bot = await place.botMeant(word);
      const { name } = bot;
      const summary = await summarise(place.store, name);
      const waiting = await waitingReasons(place, name);
      const head = { bot: name, title: bot.scenario.title };
      documents.push({ ...head, ...summaryDocument(summary), waiting });
      if (io.json) continue;
      showSummary(io, bot, summary, []);
      for (const reason of waiting) io.out(queueWords.waitsBecause(reason));
    }
    await showEnd(io, place, documents);
    return exitCodes.ok;
  });
}

async function showEnd(io: Io, place: Workplace, bots: readonly unknown[]): Promise<void> {
  const evidence = await evidenceWaiting(place);
  if (io.json) io.out(JSON.stringify({ bots, evidence }));
  else if (evidence !== null) io.out(queueWords.evidence(evidence));
}

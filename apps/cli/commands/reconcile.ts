/** `buka reconcile`: counts and sums of what was handed in, of the journal and of the finance system's own list must agree. */
import { resolve } from "node:path";
import {
  type Bot,
  keepRecord,
  listOfFile,
  type Reconciliation,
  reconcile as reconcileBooks,
  reconcileError,
  settleFound,
  type Workplace,
} from "../../../queues/index.ts";
import { booksDocument, closeBooks, exitOfBooks } from "../close-books.ts";
import type { ExitCode } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { withPlace } from "../open-place.ts";
import { readReceivedOn } from "../received-on.ts";
import { reconcileLines } from "../reconcile-words.ja.ts";

export async function reconcile(io: Io, call: Call): Promise<ExitCode> {
  const [name = "", file] = call.words;
  return withPlace(io, call, async (place) => {
    const bot = withField(await place.botMeant(name), textOption(call, "sum"));
    const days =
      call.options["received-on"] === undefined ? {} : { days: [readReceivedOn(io, call)] };
    const { found, settled } =
      file === undefined
        ? { found: await closeBooks(io, place, bot, days), settled: 0 }
        : await withFile(place, bot, {
            file: resolve(io.folder, file),
            settle: hasSwitch(call, "settle"),
            ...days,
          });
    if (io.json)
      io.out(JSON.stringify({ bot: bot.name, settled, ...booksDocument(found), open: found.open }));
    else for (const line of reconcileLines(bot.scenario.title, found, settled)) io.out(line);
    return exitOfBooks(found);
  });
}

/** The books against a list that the finance system has written as a file. */
async function withFile(
  place: Workplace,
  bot: Bot,
  wish: { readonly file: string; readonly settle: boolean; readonly days?: readonly string[] },
): Promise<{ found: Reconciliation; settled: number }> {
  const list = await listOfFile(wish.file);
  const settled = wish.settle ? await settleFound(place, { bot, list }) : 0;
  const days = wish.days === undefined ? {} : { days: wish.days };
  const fields = bot.scenario.totalFields;
  const found = await reconcileBooks(place.store, { bot, list, fields, ...days });
  return { found: await keepRecord(place, bot, found), settled };
}

/** The bot with one more field to add up. Throws QUE152 when it has no such field. */
function withField(bot: Bot, written: string | undefined): Bot {
  if (written === undefined || bot.scenario.totalFields.includes(written)) return bot;
  const fields = bot.form?.fields.map((f) => f.name) ?? [];
  const known = [...new Set([...fields, ...bot.scenario.fieldsUsed, ...(bot.book?.derived ?? [])])];
  if (!known.includes(written)) throw reconcileError.noSumField({ field: written, known });
  const totalFields = [...bot.scenario.totalFields, written];
  return { ...bot, scenario: { ...bot.scenario, totalFields } };
}

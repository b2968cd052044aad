/** `buka reconcile`: counts and sums of what was handed in, of the journal and of the finance system's own list must agree. */
import { resolve } from "node:path";
import {
  type Bot,
  type ReconcileWish,
  type Reconciliation,
  reconcile as reconcileBooks,
  reconcileError,
  settleFound,
} from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { withPlace } from "../open-place.ts";
import { reconcileLines } from "../reconcile-words.ja.ts";

export async function reconcile(io: Io, call: Call): Promise<ExitCode> {
  const [name = "", list] = call.words;
  return withPlace(io, call, async (place) => {
    const bot = await place.bot(name);
    const wish: ReconcileWish = {
      bot,
      sumOf: sumField(bot, textOption(call, "sum")),
      ...(list === undefined ? {} : { list: resolve(io.folder, list) }),
    };
    const settled = hasSwitch(call, "settle") ? await settleFound(place, wish) : 0;
    const found = await reconcileBooks(place.store, wish);
    if (io.json) io.out(JSON.stringify({ bot: name, settled, ...found }));
    else for (const line of reconcileLines(bot.scenario.title, found, settled)) io.out(line);
    return exitOf(found);
  });
}

function exitOf(found: Reconciliation): ExitCode {
  return found.differences.length === 0 ? exitCodes.ok : exitCodes.mismatch;
}

/** Throws QUE152 when the bot has no such field. */
export function sumField(bot: Bot, written: string | undefined): string | null {
  if (written === undefined) return null;
  const fields = bot.form?.fields.map((f) => f.name) ?? [];
  const known = [...new Set([...fields, ...bot.scenario.fieldsUsed, ...(bot.book?.derived ?? [])])];
  if (!known.includes(written)) throw reconcileError.noSumField({ field: written, known });
  return written;
}

/** Finds a form by what a person typed: a form.yaml, or a bot (then with the master lists of its check book). */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { decodeText } from "../../core/index.ts";
import { type Form, type Masters, parseForm } from "../../ocr/index.ts";
import { mastersOf, queueError } from "../../queues/index.ts";
import { findBot } from "./find-bot.ts";
import type { Call, Io } from "./io.ts";
import { cliError } from "./messages.ja.ts";

/** Throws CLI007 with every problem when the form has faults. */
export async function findForm(
  io: Io,
  call: Call,
  word: string,
): Promise<{ readonly form: Form; readonly masters: Masters }> {
  const path = resolve(io.folder, word);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) {
    if (/\.ya?ml$/iu.test(word)) throw cliError.noFile({ file: word });
    const bot = await findBot(io, call, word);
    if (!bot.form) throw queueError.noForm({ bot: bot.name });
    return { form: bot.form, masters: mastersOf(bot) };
  }
  const decoded = decodeText(await readFile(path), word);
  const parsed = decoded.ok ? parseForm(decoded.value, word) : decoded;
  if (!parsed.ok)
    throw cliError.faultsFound({ count: parsed.problems.length }, { problems: parsed.problems });
  return { form: parsed.value, masters: {} };
}

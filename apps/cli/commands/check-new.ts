/** `buka check new FORM -o check.xlsx`: a check book with the usual checks for the fields of a form. */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { writeNewCheckBook } from "../../../rules/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findForm } from "../find-form.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { checkWords, cliError } from "../messages.ja.ts";

export async function checkNew(io: Io, call: Call): Promise<ExitCode> {
  const [, what] = call.words;
  if (what === undefined) throw cliError.wordCount({ verb: "check", usage: checkWords.newUsage });
  const { form } = await findForm(io, call, what);
  const out = textOption(call, "out") ?? "check.xlsx";
  const path = resolve(io.folder, out);
  // A clerk's own formulas are never written over.
  if (await stat(path).catch(() => null)) throw cliError.fileThere({ file: out });
  const book = { title: form.title, fields: form.fields };
  const checks = await writeNewCheckBook(book, path, { clock: io.clock });
  if (io.json) io.out(JSON.stringify({ form: form.id, file: path, checks }));
  else io.out(checkWords.made({ file: out, checks: checks.length }));
  return exitCodes.ok;
}

/** `buka form print|lint`: prints a form (also with values filled in) and says how fit it is for reading. */
import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { lintForm, printForm } from "../../../ocr/index.ts";
import { readTable } from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findForm } from "../find-form.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { cliError, formWords } from "../messages.ja.ts";

export async function form(io: Io, call: Call): Promise<ExitCode> {
  const [verb = "", what = ""] = call.words;
  if (verb === "print") return print(io, call, what);
  if (verb === "lint") return lint(io, call, what);
  throw cliError.badWord({ word: verb, allowed: "print, lint" });
}

async function print(io: Io, call: Call, what: string): Promise<ExitCode> {
  const source = await findForm(io, call, what);
  const data = textOption(call, "data");
  const records = data === undefined ? [] : await readRecords(io, data);
  const pdf = await printForm(source.form, records);
  const out = textOption(call, "out") ?? `${source.form.id}.pdf`;
  const path = resolve(io.folder, out);
  await writeFile(path, pdf).catch((cause: unknown) => {
    throw cliError.noWritePlace({ file: out }, { cause });
  });
  const pages = Math.max(1, records.length);
  if (io.json) io.out(JSON.stringify({ form: source.form.id, file: path, pages }));
  else io.out(formWords.printed({ file: out, pages }));
  return exitCodes.ok;
}

async function readRecords(
  io: Io,
  file: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const bytes = await readFile(resolve(io.folder, file)).catch((cause: unknown) => {
    throw cliError.noFile({ file }, { cause });
  });
  return readTable(bytes, basename(file));
}

async function lint(io: Io, call: Call, what: string): Promise<ExitCode> {
  const source = await findForm(io, call, what);
  const advice = lintForm(source.form);
  if (io.json) io.out(JSON.stringify({ form: source.form.id, advice }));
  else
    io.out(
      advice.length === 0
        ? formWords.fit(source.form.title)
        : advice.map((a) => `・${a.message}`).join("\n"),
    );
  return exitCodes.ok;
}

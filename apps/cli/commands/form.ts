/** `buka form print|lint|adopt|collect`: prints a form (also with values filled in) and says how fit it is for reading. */
import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { lintForm, mergeRecords, printForm, scoreForm } from "../../../ocr/index.ts";
import { readTable } from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findForm } from "../find-form.ts";
import { formKitWords } from "../form-kit-words.ja.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { cliError, formWords } from "../messages.ja.ts";
import { neededName, subVerbs } from "../name-of.ja.ts";

export async function form(io: Io, call: Call): Promise<ExitCode> {
  const [written = "", what = ""] = call.words;
  const verb = neededName(written, subVerbs.form);
  if (verb === "adopt") return (await import("./form-adopt.ts")).adopt(io, call);
  if (verb === "collect") return (await import("./form-collect.ts")).collect(io, call);
  if (call.words.length !== 2) throw cliError.wordCount({ verb: "form", usage: verb });
  return verb === "print" ? print(io, call, what) : lint(io, call, what);
}

async function print(io: Io, call: Call, what: string): Promise<ExitCode> {
  const source = await findForm(io, call, what);
  const data = textOption(call, "data");
  const records = data === undefined ? [] : mergeRecords(source.form, await readRecords(io, data));
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
  const score = scoreForm(source.form);
  if (io.json) io.out(JSON.stringify({ form: source.form.id, score, advice }));
  else {
    io.out(formKitWords.score({ title: source.form.title, score }));
    io.out(advice.length === 0 ? formKitWords.fit : advice.map(formKitWords.advice).join("\n"));
  }
  return exitCodes.ok;
}

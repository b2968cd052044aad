/** `buka form adopt SCAN`: starts a form.yaml from the blank scan of a form that buka did not print. */
import { writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type AdoptedForm, adoptForm } from "../../../ocr/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { formKitWords } from "../form-kit-words.ja.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { cliError } from "../messages.ja.ts";
import { table } from "../show-summary.ts";

export async function adopt(io: Io, call: Call): Promise<ExitCode> {
  const [, scan] = call.words;
  if (scan === undefined) throw cliError.wordCount({ verb: "form", usage: "adopt" });
  const out = textOption(call, "out") ?? "form.yaml";
  const overlay = `${out.replace(/\.ya?ml$/u, "")}-overlay.png`;
  const paper = textOption(call, "paper");
  const found = await adoptForm(resolve(io.folder, scan), {
    id: textOption(call, "id") ?? idFrom(scan),
    page: Number(textOption(call, "page") ?? 1),
    ...(paper === undefined ? {} : { paper: paper.normalize("NFKC") }),
  });
  await write(io, out, found.yaml);
  await write(io, overlay, found.overlay);
  if (io.json) io.out(JSON.stringify({ file: out, overlay, ...summary(found) }));
  else show(io, found, { out, overlay });
  return exitCodes.ok;
}

function summary(found: AdoptedForm): Record<string, unknown> {
  return {
    form: found.form.id,
    title: found.form.title,
    fields: found.fields,
    remarks: found.remarks,
  };
}

function show(io: Io, found: AdoptedForm, at: { out: string; overlay: string }): void {
  const rows = found.fields.map((f, i) => [
    String(i + 1),
    f.name,
    f.type,
    f.sure ? "" : formKitWords.unsure,
  ]);
  io.out(table([[...formKitWords.columns], ...rows]));
  for (const remark of found.remarks) io.out(formKitWords.remark(remark));
  const unsure = found.fields.filter((f) => !f.sure).length;
  const facts = { file: at.out, overlay: at.overlay, fields: found.fields.length, unsure };
  io.out(formKitWords.adopted(facts));
}

/** "kaijo-shinsei 2024.png" → "KAIJO-SHINSEI-2024"; names without such signs get a number to be changed. */
function idFrom(scan: string): string {
  const stem = basename(scan)
    .replace(/\.[^.]*$/u, "")
    .normalize("NFKC")
    .toUpperCase();
  const id = stem
    .replace(/[^A-Z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, 20);
  return /^[A-Z0-9][A-Z0-9-]*$/u.test(id) ? id : "TORIKOMI-01";
}

async function write(io: Io, file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(resolve(io.folder, file), content).catch((cause: unknown) => {
    throw cliError.noWritePlace({ file }, { cause });
  });
}

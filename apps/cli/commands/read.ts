/** `buka read FORM PAGE…`: what is read on pages, without a ledger. */
import { resolve } from "node:path";
import { isBukaError } from "../../../core/index.ts";
import {
  createPageReader,
  type Form,
  type Masters,
  type PageReader,
  type PageReading,
} from "../../../ocr/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findForm } from "../find-form.ts";
import type { Call, Io } from "../io.ts";
import { readWords } from "../messages.ja.ts";
import { errorDocument, showError } from "../show-error.ts";
import { table } from "../show-summary.ts";

export async function read(io: Io, call: Call): Promise<ExitCode> {
  const [what = "", ...files] = call.words;
  const source = await findForm(io, call, what);
  const reader = await createPageReader({ log: io.log });
  const pages: unknown[] = [];
  let failed = 0;
  try {
    for (const file of files) {
      try {
        pages.push(...(await readFile(io, reader, source, file)));
      } catch (error) {
        if (!isBukaError(error)) throw error;
        failed += 1;
        pages.push({ file, error: errorDocument(error) });
        if (!io.json) showError(io, error);
      }
    }
  } finally {
    await reader.close();
  }
  if (io.json) io.out(JSON.stringify({ pages }));
  return failed > 0 ? exitCodes.input : exitCodes.ok;
}

async function readFile(
  io: Io,
  reader: PageReader,
  source: { readonly form: Form; readonly masters: Masters },
  file: string,
): Promise<unknown[]> {
  const path = resolve(io.folder, file);
  const count = await reader.countPages(path);
  const documents: unknown[] = [];
  for (let number = 1; number <= count; number += 1) {
    const page = await reader.readPage(path, number, [source.form], source.masters);
    documents.push(pageDocument(file, page));
    if (!io.json) showPage(io, file, page);
  }
  return documents;
}

/** The stable shape of `read --json`. */
function pageDocument(file: string, page: PageReading): Record<string, unknown> {
  if (page.kind !== "form")
    return { file, page: page.page, form: null, kind: page.kind, reason: page.reason };
  return {
    file,
    page: page.page,
    form: page.formId,
    fields: page.fields,
    cpuSeconds: page.cpuSeconds,
  };
}

function showPage(io: Io, file: string, page: PageReading): void {
  io.out(readWords.page(file, page.page));
  if (page.kind !== "form") {
    io.out(`  ${page.reason.message}`);
    io.out(`  → ${page.reason.next}`);
    return;
  }
  const rows = Object.entries(page.fields).map(([name, f]) => [
    name,
    f.value,
    f.accepted ? readWords.accepted : readWords.ask,
    f.reasons.map((r) => r.message).join(" "),
  ]);
  io.out(table([readWords.columns, ...rows]));
}

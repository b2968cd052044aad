/** `buka form collect`: prints the sheet on which people write characters, and cuts filled sheets into samples. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { collectionSheet, printForm, readCollection, sampleFileName } from "../../../ocr/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { formKitWords } from "../form-kit-words.ja.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { cliError } from "../messages.ja.ts";

export async function collect(io: Io, call: Call): Promise<ExitCode> {
  return hasSwitch(call, "read") ? readSheets(io, call) : printSheet(io, call);
}

async function printSheet(io: Io, call: Call): Promise<ExitCode> {
  const out = textOption(call, "out") ?? formKitWords.sheetFile;
  const pdf = await printForm(collectionSheet(), []);
  await writing(out, writeFile(resolve(io.folder, out), pdf));
  if (io.json) io.out(JSON.stringify({ file: out }));
  else io.out(formKitWords.sheet(out));
  return exitCodes.ok;
}

interface Label {
  readonly file: string;
  readonly label: string;
  readonly copy: number;
  readonly source: string;
  readonly page: number;
}

async function readSheets(io: Io, call: Call): Promise<ExitCode> {
  const files = call.words.slice(1);
  if (files.length === 0) throw cliError.wordCount({ verb: "form", usage: "collect --read" });
  const folder = textOption(call, "out") ?? formKitWords.sampleFolder;
  const path = resolve(io.folder, folder);
  await writing(folder, mkdir(path, { recursive: true }));
  const labels: Label[] = [];
  const counts = { empty: 0, overflowing: 0, refused: 0 };
  for (const [i, file] of files.entries()) {
    const found = await readCollection(resolve(io.folder, file));
    counts.empty += found.empty;
    counts.overflowing += found.overflowing;
    counts.refused += found.refused.length;
    for (const { page, reason } of found.refused) {
      if (!io.json) io.out(formKitWords.refusedPage({ file, page, message: reason.message }));
    }
    for (const sample of found.samples) {
      const name = `${i + 1}-${sampleFileName(file, sample)}`;
      await writing(folder, writeFile(join(path, name), sample.picture));
      const { label, copy, page } = sample;
      labels.push({ file: name, label, copy, source: file, page });
    }
  }
  const document = { format: 1, samples: labels };
  await writing(
    folder,
    writeFile(join(path, "labels.json"), `${JSON.stringify(document, null, 1)}\n`),
  );
  if (io.json) io.out(JSON.stringify({ folder, samples: labels.length, ...counts }));
  else io.out(formKitWords.collected({ folder, samples: labels.length, ...counts }));
  return counts.refused > 0 ? exitCodes.input : exitCodes.ok;
}

async function writing(file: string, work: Promise<unknown>): Promise<void> {
  await work.catch((cause: unknown) => {
    throw cliError.noWritePlace({ file }, { cause });
  });
}

/** `buka calibrate FORM TRUTH PAGE…`: measures on the office's own pages how sure a reader must be (読取の基準). */
import { readFile, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { businessDate, isBukaError } from "../../../core/index.ts";
import {
  createPageReader,
  type Form,
  type KnownReading,
  knownReadings,
  type Masters,
  measureSamples,
  measureThresholds,
  normaliseTyped,
  type PageReader,
  type SiteCalibration,
} from "../../../ocr/index.ts";
import { readTable } from "../../../queues/index.ts";
import { calibrateWords } from "../calibrate-words.ja.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findForm } from "../find-form.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { cliError } from "../messages.ja.ts";
import { packageVersion } from "../package-root.ts";
import { showError } from "../show-error.ts";

type Truth = readonly Readonly<Record<string, string>>[];

export async function calibrate(io: Io, call: Call): Promise<ExitCode> {
  const samples = textOption(call, "samples");
  if (samples !== undefined) return fromSamples(io, call, samples);
  const [what = "", truthFile = "", ...files] = call.words;
  if (files.length === 0)
    throw cliError.wordCount({ verb: "calibrate", usage: calibrateWords.usage });
  const source = await findForm(io, call, what);
  const truth = await readTruth(io, truthFile);
  const reader = await createPageReader({ log: io.log });
  const world: World = { io, reader, ...source, truth };
  const known: KnownReading[] = [];
  const count = { pages: 0, failed: 0 };
  try {
    for (const file of files) {
      try {
        const pages = await readKnown(world, file);
        count.pages += pages.length;
        known.push(...pages.flat());
      } catch (error) {
        if (!isBukaError(error)) throw error;
        count.failed += 1;
        showError(io, error);
      }
    }
  } finally {
    await reader.close();
  }
  const made = {
    on: businessDate(io.clock.now()),
    command: `buka calibrate ${what} ${basename(truthFile)}`,
    version: await packageVersion(),
    seed: null,
    pages: count.pages,
  };
  await write(io, call, measureThresholds(known, made));
  return count.failed > 0 ? exitCodes.input : exitCodes.ok;
}

/** Handwritten digits out of collection sheets; nothing else is measured by them. */
async function fromSamples(io: Io, call: Call, folder: string): Promise<ExitCode> {
  const made = {
    on: businessDate(io.clock.now()),
    command: `buka calibrate --samples ${basename(folder)}`,
    version: await packageVersion(),
    seed: null,
  };
  await write(io, call, await measureSamples(resolve(io.folder, folder), made));
  return exitCodes.ok;
}

async function write(io: Io, call: Call, measured: SiteCalibration): Promise<void> {
  const out = resolve(io.folder, textOption(call, "out") ?? "calibration.json");
  await writeFile(out, `${JSON.stringify(measured, null, 1)}\n`, { mode: 0o600 });
  if (io.json) io.out(JSON.stringify({ file: out, ...measured }));
  else for (const line of calibrateWords.done(out, measured)) io.out(line);
}

interface World {
  readonly io: Io;
  readonly reader: PageReader;
  readonly form: Form;
  readonly masters: Masters;
  readonly truth: Truth;
}

async function readTruth(io: Io, file: string): Promise<Truth> {
  const bytes = await readFile(resolve(io.folder, file)).catch((cause: unknown) => {
    throw cliError.noFile({ file }, { cause });
  });
  return readTable(bytes, basename(file));
}

/** One list of readings per page whose truth is in the table. */
async function readKnown(world: World, file: string): Promise<KnownReading[][]> {
  const { reader, form, masters, io } = world;
  const path = resolve(io.folder, file);
  const pages: KnownReading[][] = [];
  const count = await reader.countPages(path);
  for (let number = 1; number <= count; number += 1) {
    const truth = truthOf(world, basename(file), number);
    if (!truth) continue;
    const page = await reader.readPage(path, number, [form], masters);
    if (page.kind === "form") pages.push(knownReadings(form, page.fields, truth));
    else io.err(page.reason.message);
  }
  return pages;
}

/** Truth as people write it, brought into the form that a reader would give; what is no value of its field is left out. */
function truthOf(
  { form, truth }: World,
  file: string,
  page: number,
): Record<string, string> | null {
  const { file: fileColumn, page: pageColumn } = calibrateWords.columns;
  const row = truth.find((r) => r[fileColumn] === file && Number(r[pageColumn] ?? 1) === page);
  if (!row) return null;
  const right: Record<string, string> = {};
  for (const field of form.fields) {
    const written = row[field.name];
    const typed =
      written === undefined ? null : normaliseTyped({ ...field, required: false }, written);
    if (typed?.ok) right[field.name] = typed.value;
  }
  return right;
}

/** `buka format`: scenarios in the one writing of the house; shows each line before and after. */
import { basename } from "node:path";
import { formatScenario } from "../../../scenarios/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { FixedLine } from "../fix-lines.ts";
import { fixWords } from "../fix-words.ja.ts";
import { type Call, hasSwitch, type Io } from "../io.ts";
import { cliError } from "../messages.ja.ts";
import { parserOf } from "../parser-of.ts";
import { partsNear } from "../parts-near.ts";
import { readSource } from "../read-source.ts";
import { replaceFile } from "../replace-file.ts";

export async function format(io: Io, call: Call): Promise<ExitCode> {
  const files: Formatted[] = [];
  for (const word of call.words) files.push(await formatOne(io, call, word));
  const look = hasSwitch(call, "look");
  if (io.json)
    io.out(JSON.stringify({ files: files.map(({ file, changes }) => ({ file, changes })) }));
  else {
    for (const { file, was, changes } of files) {
      for (const change of changes) io.out(fixWords.change({ file, ...change }));
      if (changes.length > 0 || was === null)
        io.out(fixWords.formatted({ file, count: changes.length, look }));
      if (was !== null) io.out(fixWords.encoding({ file, was, look }));
    }
  }
  return exitCodes.ok;
}

interface Formatted {
  readonly file: string;
  readonly was: string | null;
  readonly changes: readonly FixedLine[];
}

async function formatOne(io: Io, call: Call, file: string): Promise<Formatted> {
  const { path, text: before, was } = await readSource(io, file);
  const { problems } = parserOf(basename(path), await partsNear(path))(before, file);
  // What the reader does not understand must not be moved about.
  if (problems.some((p) => p.severity === "error"))
    throw cliError.notFormatted({ file }, { problems });
  const text = formatScenario(before, file);
  if ((text !== before || was !== null) && !hasSwitch(call, "look")) await replaceFile(path, text);
  return { file, was, changes: changedLines(before, text) };
}

function changedLines(before: string, after: string): readonly FixedLine[] {
  const [old, fresh] = [before.split(/\r\n|\n|\r/u), after.split("\n")];
  return fresh.flatMap((line, i) =>
    line === (old[i] ?? "") ? [] : [{ line: i + 1, before: old[i] ?? "", after: line }],
  );
}

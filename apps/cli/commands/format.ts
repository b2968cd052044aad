/** `buka format`: scenarios in the one writing of the house; shows each line before and after. */
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { decodeText } from "../../../core/index.ts";
import { formatScenario } from "../../../scenarios/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { FixedLine } from "../fix-lines.ts";
import { type Call, hasSwitch, type Io } from "../io.ts";
import { cliError, fixWords } from "../messages.ja.ts";
import { parserOf } from "../parser-of.ts";
import { partsNear } from "../parts-near.ts";
import { replaceFile } from "../replace-file.ts";

export async function format(io: Io, call: Call): Promise<ExitCode> {
  const files: { file: string; changes: readonly FixedLine[] }[] = [];
  for (const word of call.words)
    files.push({ file: word, changes: await formatOne(io, call, word) });
  if (io.json) io.out(JSON.stringify({ files }));
  else {
    for (const { file, changes } of files) {
      for (const change of changes) io.out(fixWords.change({ file, ...change }));
      io.out(fixWords.formatted({ file, count: changes.length, look: hasSwitch(call, "look") }));
    }
  }
  return exitCodes.ok;
}

async function formatOne(io: Io, call: Call, word: string): Promise<readonly FixedLine[]> {
  const path = resolve(io.folder, word);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw cliError.noFile({ file: word });
  const decoded = decodeText(await readFile(path), word);
  if (!decoded.ok) throw cliError.notText({ file: word }, { problems: decoded.problems });
  const { problems } = parserOf(basename(path), await partsNear(path))(decoded.value, word);
  // What the reader does not understand must not be moved about.
  if (problems.some((p) => p.severity === "error"))
    throw cliError.notFormatted({ file: word }, { problems });
  const text = formatScenario(decoded.value, word);
  if (text !== decoded.value && !hasSwitch(call, "look")) await replaceFile(path, text);
  return changedLines(decoded.value, text);
}

function changedLines(before: string, after: string): readonly FixedLine[] {
  const [old, fresh] = [before.split(/\r\n|\n|\r/u), after.split("\n")];
  return fresh.flatMap((line, i) =>
    line === (old[i] ?? "") ? [] : [{ line: i + 1, before: old[i] ?? "", after: line }],
  );
}

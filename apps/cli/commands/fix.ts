/** `buka fix`: writes the corrections that are certain into the file, shows each line before and after, leaves the rest. */
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { decodeText, renderProblems } from "../../../core/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type FixedText, fixLines } from "../fix-lines.ts";
import { type Call, hasSwitch, type Io } from "../io.ts";
import { cliError, fixWords } from "../messages.ja.ts";
import { parserOf } from "../parser-of.ts";
import { partsNear } from "../parts-near.ts";
import { replaceFile } from "../replace-file.ts";

export async function fix(io: Io, call: Call): Promise<ExitCode> {
  const files: { file: string; fixed: FixedText }[] = [];
  for (const word of call.words) {
    const path = resolve(io.folder, word);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw cliError.noFile({ file: word });
    const decoded = decodeText(await readFile(path), word);
    if (!decoded.ok) throw cliError.notText({ file: word }, { problems: decoded.problems });
    const parse = parserOf(basename(path), await partsNear(path));
    const fixed = fixLines(decoded.value, word, parse);
    if (fixed.changes.length > 0 && !hasSwitch(call, "look")) await replaceFile(path, fixed.text);
    files.push({ file: word, fixed });
  }
  const errors = files.flatMap((f) => f.fixed.left.filter((p) => p.severity === "error"));
  if (io.json) io.out(JSON.stringify({ files: files.map(documentOf) }));
  else for (const f of files) show(io, call, f.file, f.fixed);
  return errors.length > 0 ? exitCodes.input : exitCodes.ok;
}

const documentOf = ({ file, fixed }: { file: string; fixed: FixedText }) => ({
  file,
  changes: fixed.changes,
  left: fixed.left,
});

function show(io: Io, call: Call, file: string, fixed: FixedText): void {
  for (const c of fixed.changes) io.out(fixWords.change({ file, ...c }));
  const count = fixed.changes.length;
  io.out(
    hasSwitch(call, "look") ? fixWords.wouldFix({ file, count }) : fixWords.fixed({ file, count }),
  );
  if (fixed.left.length > 0) {
    io.out(fixWords.left(fixed.left.length));
    io.out(renderProblems(fixed.left).trimEnd());
  }
}

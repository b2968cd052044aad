/** `buka fix`: writes the corrections that are certain into the file, shows each line before and after, leaves the rest. */
import { basename } from "node:path";
import { renderProblems } from "../../../core/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type FixedText, fixLines } from "../fix-lines.ts";
import { fixWords } from "../fix-words.ja.ts";
import { type Call, hasSwitch, type Io } from "../io.ts";
import { parserOf } from "../parser-of.ts";
import { partsNear } from "../parts-near.ts";
import { readSource } from "../read-source.ts";
import { replaceFile } from "../replace-file.ts";

interface Fixed {
  readonly file: string;
  readonly was: string | null;
  readonly fixed: FixedText;
}

export async function fix(io: Io, call: Call): Promise<ExitCode> {
  const files: Fixed[] = [];
  for (const word of call.words) {
    const { path, text, was } = await readSource(io, word);
    const parse = parserOf(basename(path), await partsNear(path));
    const fixed = fixLines(text, word, parse);
    const isNew = fixed.changes.length > 0 || was !== null;
    if (isNew && !hasSwitch(call, "look")) await replaceFile(path, fixed.text);
    files.push({ file: word, was, fixed });
  }
  const errors = files.flatMap((f) => f.fixed.left.filter((p) => p.severity === "error"));
  if (io.json) io.out(JSON.stringify({ files: files.map(documentOf) }));
  else for (const f of files) show(io, call, f);
  return errors.length > 0 ? exitCodes.input : exitCodes.ok;
}

const documentOf = ({ file, was, fixed }: Fixed) => ({
  file,
  encoding: was ?? "UTF-8",
  changes: fixed.changes,
  left: fixed.left,
});

function show(io: Io, call: Call, { file, was, fixed }: Fixed): void {
  const look = hasSwitch(call, "look");
  for (const c of fixed.changes) io.out(fixWords.change({ file, ...c }));
  const count = fixed.changes.length;
  if (count > 0 || was === null)
    io.out(look ? fixWords.wouldFix({ file, count }) : fixWords.fixed({ file, count }));
  if (was !== null) io.out(fixWords.encoding({ file, was, look }));
  if (fixed.left.length > 0) {
    io.out(fixWords.left(fixed.left.length));
    io.out(renderProblems(fixed.left).trimEnd());
  }
}

/** The text of a file that a command may write again, and the encoding that a clerk's editor gave it. */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { decodeText } from "../../core/index.ts";
import { fixWords } from "./fix-words.ja.ts";
import type { Io } from "./io.ts";
import { cliError } from "./messages.ja.ts";

export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** Name of an encoding that is not UTF-8; the file is UTF-8 when it is written again. */
  readonly was: string | null;
}

/** `word` as the clerk wrote it. CLI-errors when there is no such file or it is no text. */
export async function readSource(io: Io, word: string): Promise<SourceText> {
  const path = resolve(io.folder, word);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw cliError.noFile({ file: word });
  const decoded = decodeText(await readFile(path), word);
  if (!decoded.ok) throw cliError.notText({ file: word }, { problems: decoded.problems });
  const codes = decoded.problems.map((p) => p.code);
  const was = fixWords.encodings.find(([code]) => codes.includes(code))?.[1] ?? null;
  return { path, text: decoded.value, was };
}

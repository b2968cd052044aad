/** `buka lint`: every problem of scenarios, forms, screen dictionaries or whole bots, with line and remedy. */
import { readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { decodeText, isBukaError, type Problem, renderProblems } from "../../../core/index.ts";
import { loadBot } from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Call, Io } from "../io.ts";
import { cliError, lintWords } from "../messages.ja.ts";
import { workspaceFolder } from "../open-place.ts";
import { parserOf } from "../parser-of.ts";
import { partsNear } from "../parts-near.ts";

export async function lint(io: Io, call: Call): Promise<ExitCode> {
  const problems: Problem[] = [];
  for (const word of call.words) problems.push(...(await lintOne(io, call, word)));
  const errors = problems.filter((p) => p.severity === "error").length;
  if (io.json) io.out(JSON.stringify({ problems, errors, warnings: problems.length - errors }));
  else
    io.out(
      problems.length === 0
        ? lintWords.clean(call.words.length)
        : renderProblems(problems).trimEnd(),
    );
  return errors > 0 ? exitCodes.input : exitCodes.ok;
}

async function lintOne(io: Io, call: Call, word: string): Promise<readonly Problem[]> {
  for (const path of [resolve(io.folder, word), join(workspaceFolder(io, call), "bots", word)]) {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) return lintBot(path);
    if (found?.isFile()) return lintFile(path, word);
  }
  throw cliError.noFile({ file: word });
}

async function lintBot(folder: string): Promise<readonly Problem[]> {
  try {
    return (await loadBot(folder)).warnings;
  } catch (error) {
    if (isBukaError(error) && error.problems.length > 0) return error.problems;
    throw error;
  }
}

async function lintFile(path: string, shown: string): Promise<readonly Problem[]> {
  const decoded = decodeText(await readFile(path), shown);
  if (!decoded.ok) return decoded.problems;
  const parse = parserOf(basename(path), await partsNear(path));
  const parsed = parse(decoded.value, shown);
  return [...decoded.problems, ...parsed.problems];
}

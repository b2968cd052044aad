/** Where a command writes: never over a file that it reads, which is the clerk's own. */
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type Call, type Io, textOption } from "./io.ts";
import { cliError } from "./messages.ja.ts";

/** Full path of the file behind an option; null when it is not given. Throws CLI020 for one of the files that are read. */
export async function outFile(
  io: Io,
  call: Call,
  from: { readonly option: "out" | "report"; readonly sources: readonly string[] },
): Promise<string | null> {
  const written = textOption(call, from.option);
  if (written === undefined) return null;
  const path = resolve(io.folder, written);
  for (const source of from.sources)
    if (await isSameFile(path, source)) throw cliError.fileThere({ file: written });
  return path;
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([a, b].map((path) => stat(path).catch(() => null)));
  return Boolean(left && right && left.ino === right.ino && left.dev === right.dev);
}

/** Finds the folder of the installed package, where library bots and their samples lie. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** Absolute path of the folder that holds package.json of buka. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** Version of the installed package. */
export async function packageVersion(): Promise<string> {
  const text = await readFile(join(packageRoot(), "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** Folder of the bots that come with buka. */
export function libraryFolder(): string {
  return join(packageRoot(), "scenarios", "library");
}

/** The bot that a new workspace starts with and that the demo plays. */
export const firstBot = "creditor-account";

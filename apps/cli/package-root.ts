/** Finds the folder of the installed package, where library bots and their samples lie. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the folder that holds package.json of buka. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** Folder of the bots that come with buka. */
export function libraryFolder(): string {
  return join(packageRoot(), "scenarios", "library");
}

/** The bot that a new workspace starts with and that the demo plays. */
export const firstBot = "creditor-account";

/** `buka init`: a workspace with one bot to copy from, settings to fill in, and an empty tray. */
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { installBot, writeDemoSettings } from "../demo/demo-workspace.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Call, Io } from "../io.ts";
import { cliError, initWords } from "../messages.ja.ts";
import { firstBot } from "../package-root.ts";

/** Where a real finance system stands; the office writes its own address here. */
const placeholder = { url: "http://127.0.0.1:8080/", user: "robot01", section: "110100" } as const;

export async function init(io: Io, call: Call): Promise<ExitCode> {
  const [word = "."] = call.words;
  const folder = resolve(io.folder, word);
  const entries = await readdir(folder).catch(() => []);
  if (entries.length > 0) throw cliError.folderNotEmpty({ folder: word });
  await mkdir(join(folder, "tray"), { recursive: true });
  await installBot(folder);
  await writeDemoSettings(folder, placeholder.url, placeholder);
  await writeFile(join(folder, ".gitignore"), "ledger/\nlogs/\nreports/\n");
  if (io.json) io.out(JSON.stringify({ folder, bots: [firstBot] }));
  else io.out(initWords.done({ folder: word, bot: firstBot }));
  return exitCodes.ok;
}

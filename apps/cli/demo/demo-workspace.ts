/** The workspace of the demo: a bot, a tray of sample pages, settings that point to the demo finance system. */
import { copyFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { cliError, demoSettings } from "../messages.ja.ts";
import { firstBot, libraryFolder } from "../package-root.ts";

/** Marks a folder that the demo made and may therefore clear. */
const marker = ".buka-demo";

export interface DemoWorkspace {
  readonly folder: string;
  readonly tray: string;
  readonly financeFile: string;
}

/** Makes or reuses the folder. `fresh` clears it, but only when the demo made it (else CLI005). */
export async function prepareDemo(folder: string, fresh: boolean): Promise<DemoWorkspace> {
  const entries = await readdir(folder).catch((): string[] => []);
  const ours = entries.includes(marker);
  if (entries.length > 0 && !ours) throw cliError.folderNotEmpty({ folder });
  if (fresh && ours) await rm(folder, { recursive: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, marker), "");
  await installBot(folder);
  const tray = join(folder, "tray");
  await cp(join(libraryFolder(), firstBot, "samples"), tray, {
    recursive: true,
    filter: (source) => !source.endsWith(".json") && !source.endsWith(".md"),
  });
  return { folder, tray, financeFile: join(folder, "finance.db") };
}

/** Copies the first bot's files (not its samples) into a workspace. */
export async function installBot(folder: string): Promise<void> {
  const from = join(libraryFolder(), firstBot);
  const to = join(folder, "bots", firstBot);
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    if ((await stat(join(from, name))).isFile()) await copyFile(join(from, name), join(to, name));
  }
}

/** Writes buka.yaml for a finance system at `url`. */
export async function writeDemoSettings(
  folder: string,
  url: string,
  account: { user: string; section: string },
): Promise<void> {
  await writeFile(
    join(folder, "buka.yaml"),
    demoSettings({ url, host: new URL(url).host, ...account }),
  );
}

const truthSchema = z.array(
  z.object({
    file: z.string(),
    page: z.number(),
    kind: z.string(),
    values: z.record(z.string(), z.string()),
    expect: z.enum(["enter", "ask", "return"]),
    note: z.string().default(""),
  }),
);

/** What one sample page really says, and what should become of it. */
export type PageTruth = z.infer<typeof truthSchema>[number];

/** The ground truth of the sample tray. */
export async function readTruth(): Promise<readonly PageTruth[]> {
  const text = await readFile(join(libraryFolder(), firstBot, "samples", "truth.json"), "utf8");
  return truthSchema.parse(JSON.parse(text));
}

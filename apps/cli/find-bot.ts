/** Finds a bot by what a person typed: a folder, a bot of the workspace, or one that comes with buka. */
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Bot, botNameOf, loadBot, withoutScenario } from "../../queues/index.ts";
import type { Call, Io } from "./io.ts";
import { workspaceFolder } from "./open-place.ts";
import { libraryFolder } from "./package-root.ts";

/** Throws QUE101 when there is no such bot, QUE102 when it has faults. */
export async function findBot(io: Io, call: Call, written: string): Promise<Bot> {
  const word = withoutScenario(written);
  const places = [
    resolve(io.folder, word),
    join(workspaceFolder(io, call), "bots", word),
    join(libraryFolder(), word),
  ];
  for (const folder of places) {
    const found = await stat(join(folder, "scenario.yaml")).catch(() => null);
    if (found?.isFile()) return loadBot(folder);
  }
  const bots = join(workspaceFolder(io, call), "bots");
  return loadBot(join(bots, await botNameOf(bots, written)));
}

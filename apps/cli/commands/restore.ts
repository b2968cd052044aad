/** `buka restore 控えのフォルダー`: a backup into an empty ledger; what it does not know to be finished is looked up first. */
import { resolve } from "node:path";
import { restoreLedger, restoreWorkspace } from "../../../queues/index.ts";
import { restoreLines } from "../backup-words.ja.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Call, Io } from "../io.ts";
import { withPlaceAt, workspaceFolder } from "../open-place.ts";

export async function restore(io: Io, call: Call): Promise<ExitCode> {
  const from = resolve(io.folder, call.words[0] ?? "");
  const folder = workspaceFolder(io, call);
  const settings = await restoreWorkspace(from, folder);
  return withPlaceAt(io, folder, async (place) => {
    const report = await restoreLedger(place, from);
    if (io.json) io.out(JSON.stringify({ folder, settings, ...report }));
    else for (const line of restoreLines({ folder, settings, report })) io.out(line);
    return report.chainWhole ? exitCodes.ok : exitCodes.mismatch;
  });
}

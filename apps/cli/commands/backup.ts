/** `buka backup 控えのフォルダー`: ledger, evidence, settings and bots into a new folder, read again and compared. */
import { resolve } from "node:path";
import { backUp } from "../../../queues/index.ts";
import { backupLines } from "../backup-words.ja.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Call, Io } from "../io.ts";
import { withPlace } from "../open-place.ts";

export async function backup(io: Io, call: Call): Promise<ExitCode> {
  const folder = resolve(io.folder, call.words[0] ?? "");
  return withPlace(io, call, async (place) => {
    const report = await backUp(place, folder);
    if (io.json) io.out(JSON.stringify({ folder, ...report }));
    else for (const line of backupLines(folder, report)) io.out(line);
    return report.chainWhole && report.damaged.length === 0 ? exitCodes.ok : exitCodes.mismatch;
  });
}

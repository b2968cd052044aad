/** `buka report`: writes the report of one bot, or of every bot of the workspace. */
import { resolve } from "node:path";
import { listBots, summarise } from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { demoWords, statusWords } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { writeReports } from "../write-reports.ts";

export async function report(io: Io, call: Call): Promise<ExitCode> {
  return withPlace(io, call, async (place) => {
    const out = textOption(call, "out");
    const folder = out === undefined ? place.path("reports") : resolve(io.folder, out);
    const names = call.words.length > 0 ? call.words : await listBots(place.path("bots"));
    const files: string[] = [];
    for (const name of names) {
      const bot = await place.bot(name);
      files.push(...(await writeReports(place, bot, await summarise(place.store, name), folder)));
    }
    if (io.json) io.out(JSON.stringify({ files }));
    else io.out(files.length === 0 ? statusWords.noBots : files.map(demoWords.report).join("\n"));
    return exitCodes.ok;
  });
}

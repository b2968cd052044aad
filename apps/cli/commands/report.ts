/** `buka report`: writes the report of one bot, or of every bot of the workspace. */
import { join, resolve } from "node:path";
import {
  lastControl,
  listBots,
  resultCases,
  summarise,
  type Workplace,
} from "../../../queues/index.ts";
import { writeResultsBook } from "../../../rules/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { demoWords, reportWords, statusWords } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { writeReports } from "../write-reports.ts";

export async function report(io: Io, call: Call): Promise<ExitCode> {
  return withPlace(io, call, async (place) => {
    const out = textOption(call, "out");
    const folder = out === undefined ? place.path("reports") : resolve(io.folder, out);
    const words = call.words.length > 0 ? call.words : await listBots(place.path("bots"));
    const bots = await Promise.all(words.map((word) => place.botMeant(word)));
    const names = bots.map((bot) => bot.name);
    const files: string[] = [];
    for (const bot of bots) {
      const { name } = bot;
      files.push(...(await writeReports(place, bot, await summarise(place.store, name), folder)));
      if (hasSwitch(call, "pictures")) files.push(await writePictures(io, place, name, folder));
    }
    const control = Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [name, await lastControl(place.store, name)] as const),
      ),
    );
    if (io.json) io.out(JSON.stringify({ files, control }));
    else io.out(files.length === 0 ? statusWords.noBots : files.map(demoWords.report).join("\n"));
    return exitCodes.ok;
  });
}

/** The cases with the pictures of the fields that a person looked at. */
async function writePictures(
  io: Io,
  place: Workplace,
  bot: string,
  folder: string,
): Promise<string> {
  const { cases, picturesLeftOut } = await resultCases(place, bot);
  const file = join(folder, `${bot}-pictures.xlsx`);
  await writeResultsBook(cases, file);
  if (picturesLeftOut > 0) io.err(reportWords.picturesLeftOut(picturesLeftOut));
  return file;
}

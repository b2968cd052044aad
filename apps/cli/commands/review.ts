/** `buka review export|import`: the way to confirm doubtful fields with nothing but Excel. */
import { resolve } from "node:path";
import { reviewItems, takeAnswers, type Workplace } from "../../../queues/index.ts";
import { readReviewBook, writeReviewBook } from "../../../rules/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { reviewWords } from "../messages.ja.ts";
import { neededName, subVerbs } from "../name-of.ja.ts";
import { withPlace } from "../open-place.ts";

export async function review(io: Io, call: Call): Promise<ExitCode> {
  const [written = "", word = ""] = call.words;
  const verb = neededName(written, subVerbs.review);
  const file = resolve(io.folder, word);
  return withPlace(io, call, (place) =>
    verb === "export" ? exportBook(io, call, place, file) : importBook(io, call, place, file),
  );
}

async function exportBook(io: Io, call: Call, place: Workplace, file: string): Promise<ExitCode> {
  const items = await reviewItems(place, textOption(call, "bot") ?? null);
  if (items.length > 0) await writeReviewBook(items, file);
  const cases = new Set(items.map((i) => i.caseId)).size;
  const blind = items.filter((i) => i.blind).length;
  const fields = items.length - blind;
  if (io.json)
    io.out(JSON.stringify({ file: items.length > 0 ? file : null, cases, fields, blind }));
  else
    io.out(
      items.length === 0
        ? reviewWords.nothing
        : reviewWords.exported({ file, cases, fields, blind }),
    );
  return exitCodes.ok;
}

async function importBook(io: Io, call: Call, place: Workplace, file: string): Promise<ExitCode> {
  const { answers } = await readReviewBook(file, await reviewItems(place, null));
  const by = textOption(call, "by") ?? place.settings.person;
  const result = await takeAnswers(place, answers, by);
  if (io.json) io.out(JSON.stringify(result));
  else {
    io.out(reviewWords.imported(result));
    for (const r of result.refused) io.out(reviewWords.refused(r));
  }
  return result.refused.length > 0 ? exitCodes.input : exitCodes.ok;
}

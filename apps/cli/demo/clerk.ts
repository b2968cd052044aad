/** The demo's clerk: exports the review book, answers one page in Excel as a person would, and imports it. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type Bot,
  reviewItems,
  summarise,
  takeAnswers,
  type Workplace,
} from "../../../queues/index.ts";
import { readReviewBook, writeReviewBook } from "../../../rules/index.ts";
import type { Io } from "../io.ts";
import { demoWords } from "../messages.ja.ts";
import type { PageTruth } from "./demo-workspace.ts";

/**
 * Answers the first waiting page whose paper can be entered, by what the paper says. Gives false when none waits.
 * Goes through the real workbook file both ways.
 */
export async function answerOnePage(
  io: Io,
  place: Workplace,
  bot: Bot,
  truth: readonly PageTruth[],
): Promise<boolean> {
  const items = await reviewItems(place, bot.name);
  if (items.length === 0) {
    io.err(demoWords.noReview);
    return false;
  }
  await mkdir(place.path("reports"), { recursive: true, mode: 0o700 });
  const file = join(place.path("reports"), `${bot.name}-review.xlsx`);
  const { rows } = await summarise(place.store, bot.name);
  const truthOf = (caseId: string): PageTruth | undefined => {
    const row = rows.find((r) => r.caseId === caseId);
    return truth.find((t) => t.file.split("/").at(-1) === row?.fileName && t.page === row?.page);
  };
  const seen = items.filter((i) => !i.blind);
  const chosen =
    seen.find((i) => truthOf(i.caseId)?.expect === "ask") ??
    seen.find((i) => truthOf(i.caseId)?.expect === "enter");
  const page = chosen ? truthOf(chosen.caseId) : undefined;
  if (!chosen || !page) return false;
  const mine = seen.filter((i) => i.caseId === chosen.caseId);
  const filled = items.map((i) => {
    // Double entry is typed for every page; it is quick work beside the picture.
    const paper = i.blind ? truthOf(i.caseId) : page;
    const answered = paper && (i.blind || mine.includes(i));
    return answered ? { ...i, answer: answerOf(paper, i.field) } : i;
  });
  await writeReviewBook(filled, file);
  const { answers } = await readReviewBook(file, items);
  await takeAnswers(place, answers, demoWords.clerk);
  io.err(demoWords.reviewed({ receipt: chosen.receiptNumber, fields: mine.length, file }));
  return true;
}

/** What the clerk types after a look at the paper. */
function answerOf(page: PageTruth, field: string): string {
  const value = page.values[field] ?? "";
  return value === "" ? demoWords.blank : value;
}

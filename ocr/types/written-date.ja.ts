/** A date written freely (令和8年11月2日, R8.11.2, 2026/11/2): two Japanese models must give the same day. */
import { isoDate, readDate } from "../../core/index.ts";
import { ask } from "./ask-reasons.ja.ts";
import { differences, joinDoubts } from "./char-doubts.ts";
import type { FieldDraft, FieldTask } from "./field-draft.ts";
import { candidatesOf, draftOf, refsOf } from "./look-summary.ts";
import { type Look, takeLooks, verdictOf } from "./looks.ts";
import { textOf } from "./read-lines.ts";

/** What readers write for the words of a date, where only a date can stand. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/[信念今合][和利]/gu, "令和"],
  [/合和/gu, "令和"],
  [/[一ー−–―]/gu, "-"],
  [/[〇○]/gu, "0"],
  [/[lI|｜]/gu, "1"],
  [/[.．。、,]/gu, "."],
];

function dateOf(text: string): string | null {
  const plain = text.normalize("NFKC").replace(/\s/gu, "");
  const mended = slips.reduce((t, [from, to]) => t.replace(from, to), plain);
  const found = readDate(mended);
  return found ? isoDate(found) : null;
}

export async function readWrittenDate(task: FieldTask): Promise<FieldDraft> {
  const looks = await takeLooks({
    engines: task.readers.japanese,
    lines: task.ink.lines,
    charset: null,
    scales: [0.8, 1],
    // A second size in any case: nothing else checks these words.
    sure: 2,
    judge: (text): Look => {
      const date = dateOf(textOf(text.chars));
      return { text, value: date ?? textOf(text.chars), fits: date !== null };
    },
  });
  const verdict = verdictOf(looks, true);
  const value = verdict?.lead.value ?? "";
  const reasons = [];
  if (value === "") reasons.push(ask("not-read"));
  else if (!verdict?.lead.fits) reasons.push(ask("not-a-date"));
  else if (!verdict.agreed) reasons.push(ask("readers-differ"));
  const confidence = verdict?.leastConfidence ?? 0;
  if (confidence < task.calibration.thresholds.text.least) reasons.push(ask("unsure"));
  const [first] = looks;
  const base = verdict?.lead ?? first;
  const others = looks.map((l) => l.value).filter((v) => v !== "" && v !== value);
  return {
    ...(base ? draftOf(base.text, value) : { charConfidences: [], raw: "" }),
    value,
    confidence,
    reasons,
    doubts: joinDoubts(value, differences(value, [...new Set(others)])),
    candidates: candidatesOf(looks),
    readers: refsOf(looks),
    seen: looks.map((l) => l.text.raw),
  };
}

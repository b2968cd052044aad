/** Values out of a master list (bank, branch): accepted only when a reader wrote one of them exactly. */
import { ask } from "./ask-reasons.ja.ts";
import { differences, joinDoubts } from "./char-doubts.ts";
import { agreement, type FieldDraft, type FieldTask } from "./field-draft.ts";
import { foldTwins } from "./fold-twins.ja.ts";
import { candidateOf, draftOf } from "./look-summary.ts";
import { type FieldText, lowest, readLines, textOf } from "./read-lines.ts";

export async function readMaster(task: FieldTask): Promise<FieldDraft> {
  const [first, second] = task.readers.japanese;
  const how = { profile: { charset: null } };
  const a = await readLines(first, task.ink.lines, how);
  if (task.expected !== null && isExpected(task, a)) {
    return { ...draftOf(a, task.expected), readers: [first.ref, agreement], seen: [a.raw] };
  }
  const b = await readLines(second, task.ink.lines, how);
  return weigh(task, [a, b]);
}

/** Read exactly as the code beside it says, which two other readers read: that needs no second look. */
const isExpected = (task: FieldTask, text: FieldText): boolean =>
  foldTwins(textOf(text.chars)) === foldTwins(task.expected ?? "") && isSure(task, [text]);

function weigh(task: FieldTask, [a, b]: readonly [FieldText, FieldText]): FieldDraft {
  // Row by row a list repeats its words: every branch of a bank has the bank's name.
  const words = [...new Set(task.master.filter((w) => w !== ""))];
  const near = [a, b].map((t) => nearest(textOf(t.chars), words));
  const [na, nb] = near;
  const same = na && nb && na.word === nb.word ? na.word : null;
  const exact = Math.min(na?.distance ?? 99, nb?.distance ?? 99) === 0;
  const reasons = [];
  if (words.length === 0) reasons.push(ask("no-master"));
  else if (textOf(a.chars) === "" && textOf(b.chars) === "") reasons.push(ask("not-read"));
  else if (same === null) reasons.push(ask(na && nb ? "readers-differ" : "not-in-master"));
  else if (!exact) reasons.push(ask("not-in-master"));
  if (!isSure(task, [a, b])) reasons.push(ask("unsure"));
  const value = same ?? na?.word ?? nb?.word ?? textOf(a.chars);
  const others = [textOf(a.chars), textOf(b.chars)].filter((t) => t !== value && t !== "");
  return {
    ...draftOf(a, value),
    confidence: Math.max(lowest(a.chars), lowest(b.chars)),
    reasons,
    doubts: joinDoubts(value, differences(value, [...new Set(others)])),
    candidates: candidates([a, b], near),
    readers: [a.engine.ref, b.engine.ref],
    seen: [a.raw, b.raw],
  };
}

const isSure = ({ calibration }: FieldTask, texts: readonly FieldText[]): boolean =>
  Math.max(...texts.map((t) => lowest(t.chars))) >= calibration.thresholds.master.least;

function candidates(texts: readonly FieldText[], near: readonly (Near | null)[]) {
  return texts.map((t, i) => candidateOf(t, near[i]?.word ?? textOf(t.chars)));
}

interface Near {
  readonly word: string;
  readonly distance: number;
}

/** The one nearest word within a third of its length; null when there is none or two are as near. */
export function nearest(text: string, words: readonly string[]): Near | null {
  const read = foldTwins(text);
  if (read === "") return null;
  const ranked = words
    .map((word) => ({ word, distance: editDistance(foldTwins(word), read) }))
    .sort((p, q) => p.distance - q.distance);
  const [best, next] = ranked;
  if (!best || best.distance > Math.max(1, Math.floor(best.word.length / 3))) return null;
  return next && next.distance === best.distance ? null : best;
}

export function editDistance(a: string, b: string): number {
  const [p, q] = [[...a], [...b]];
  let row = q.map((_, i) => i + 1);
  row.unshift(0);
  for (let i = 1; i <= p.length; i++) {
    const next = [i];
    for (let j = 1; j <= q.length; j++) {
      const swap = (row[j - 1] ?? 0) + (p[i - 1] === q[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[q.length] ?? 0;
}

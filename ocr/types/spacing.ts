/** Where blanks stand between the characters of a field: by the room on the paper, and where that is unclear, by what offices write. */
import type { CharDoubt } from "../../core/index.ts";
import type { Rect } from "../image/grey.ts";
import type { FieldTask } from "./field-draft.ts";
import { type Gap, gapsOf } from "./line-geometry.ts";
import { likelyBlanks } from "./office-words.ja.ts";
import type { ReadChar } from "./read-lines.ts";

/** Blanks between words, told by the room between glyphs; boxes tell them by being empty. */
export function spacing(
  task: FieldTask,
  chars: readonly ReadChar[],
  places: readonly Rect[] | null,
): { text: string; unclear: readonly CharDoubt[] } {
  const text = textsOf(chars);
  const { inked } = task.ink;
  if (inked.length > 0) return { text: inBoxes(text, inked), unclear: [] };
  if (places === null) return { text: text.join(""), unclear: [] };
  const gaps = linesOf(chars).flatMap(({ from, to }): Gap[] => [
    ...gapsOf(text.slice(from, to), places.slice(from, to), task.coarse),
    { blank: "none", room: 0 },
  ]);
  const before = (kind: Gap["blank"]): number[] =>
    gaps.flatMap((gap, i) => (gap.blank === kind ? [i + 1] : []));
  const blanks = before("blank");
  const open = before("unclear").map((at) => ({ at, room: gaps[at - 1]?.room ?? 0 }));
  const proposed = new Set([
    ...blanks,
    ...likelyBlanks(task.field.type, { signs: text, open, blanks }),
  ]);
  const spaced = text.map((c, i) => (proposed.has(i) ? ` ${c}` : c)).join("");
  const unclear = open.map(({ at }): CharDoubt => {
    const next = text[at] ?? "";
    return { at, candidates: [next, ` ${next}`] };
  });
  return { text: spaced, unclear };
}

/** Empty boxes before the first and after the last sign are no blanks. */
function inBoxes(signs: readonly string[], inked: readonly boolean[]): string {
  if (!fillsBoxes(signs.length, inked)) return signs.join("");
  let next = 0;
  const whole = inked.map((on) => (on ? (signs[next++] ?? "") : " ")).join("");
  return whole.trim().replace(/ +/gu, " ");
}

/** Where signs and filled boxes do not go together, nobody knows where the blanks are. */
export const fillsBoxes = (signs: number, inked: readonly boolean[]): boolean =>
  inked.length === 0 || inked.filter((on) => on).length === signs;

/** Stretches of characters that stand on one line. */
export function linesOf(chars: readonly ReadChar[]): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  for (let from = 0; from < chars.length; ) {
    let to = from;
    while (to < chars.length && chars[to]?.line === chars[from]?.line) to++;
    out.push({ from, to });
    from = to;
  }
  return out;
}

export const textsOf = (chars: readonly ReadChar[]): string[] => chars.map((c) => c.text);

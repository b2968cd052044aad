/** How boxes to tick stand in the text of a whole page. */

export const tickSigns = { ticked: "☑", empty: "□" } as const;

/** Kanji with a frame of four sides, by what follows them in words of forms: 団体 is no ticked box before 体. */
const framed: readonly (readonly [RegExp, string])[] = [
  [/^[体地長員]/u, "団"],
  [/^座/u, "口"],
  [/^(?:民|籍|庫|保)/u, "国"],
  [/^(?:数|答)/u, "回"],
  [/^(?:定資|定電)/u, "固"],
  [/^(?:面|書館)/u, "図"],
  [/^的/u, "目"],
];

/** The kanji that was taken for a box, if the text behind it goes on with the rest of its word. */
export function framedLetter(behind: string): string | null {
  return framed.find(([rest]) => rest.test(behind))?.[1] ?? null;
}

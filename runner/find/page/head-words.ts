/** What a heading is called besides all of its words: without the pictures in it, without the note under it. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** By heading, for the headings that have more than their words. */
function headWords(
  k: PageKit,
  s: LookState,
  lines: readonly (readonly Element[])[],
  header: number,
): ReadonlyMap<Element, readonly string[]> {
  const words = new Map<Element, readonly string[]>();
  for (const line of lines.slice(0, Math.max(0, header) + 1))
    line.forEach((cell, column) => {
      if (!cell || words.has(cell) || (cell.textContent ?? "").length > 200) return;
      const body = lines.slice(Math.max(0, header) + 1).map((row) => row[column]);
      const also = [k.wordsAlone(k, s, cell), k.wordsOverNote(k, s, cell, body)];
      const said = also.filter((t) => t !== "" && t !== k.wordsOf(k, s, cell));
      if (said.length > 0) words.set(cell, said);
    });
  return words;
}

/** 「車種」 of 「車種」 and the picture of an arrow. */
function wordsAlone(k: PageKit, s: LookState, cell: Element): string {
  return cell.querySelector("img,i") ? k.lettersOf(k, s, cell) : "";
}

/** 「単価」 of 「単価」 and, drawn smaller on the next line, 「税込」; not where the cells of the column are of two lines too. */
function wordsOverNote(
  k: PageKit,
  s: LookState,
  cell: Element,
  body: readonly (Element | undefined)[],
): string {
  if (cell.childElementCount === 0) return "";
  const upper = k.upperLine(k, s, cell, "smaller");
  if (upper.length === 0) return "";
  const twice = body.slice(0, 60).some((c) => c && k.upperLine(k, s, c, "any").length > 0);
  return twice ? "" : k.wordsIn(k, upper);
}

/** The texts of the first line where more stand under it; none where there is but one line. */
function upperLine(
  k: PageKit,
  s: LookState,
  cell: Element,
  under: "smaller" | "any",
): readonly FlowToken[] {
  if (cell.childElementCount === 0) return [];
  const tokens = k.tokensOf(k, s, cell).map(([, t]) => t);
  const [first] = tokens;
  if (!first || tokens.length < 2 || tokens.some((t) => t.kind === "control")) return [];
  const bottom = k.textBox(first).bottom - 3;
  const at = tokens.findIndex((t) => k.textBox(t).top >= bottom);
  if (at < 0) return [];
  const smaller = tokens.slice(at).every((t) => k.fontSize(t) < k.fontSize(first));
  return under === "any" || smaller ? tokens.slice(0, at) : [];
}

export const headWordParts = { headWords, wordsAlone, wordsOverNote, upperLine };

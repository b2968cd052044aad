/** The words that belong to a radio button or a box to tick. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Right after it, or right before it where all of its block or line stand so or a colon says so. */
function choiceText(k: PageKit, s: LookState, el: Element): string {
  return k.captionsPrecede(k, s, el) || k.colonSaysBefore(k, s, el)
    ? (k.textsBefore(k, s, el).at(-1) ?? "")
    : k.textAfter(k, s, el);
}

/** 「普通 ○ 当座 ○」: the block, or the box round them, begins with words, ends with a button, and has words before each. */
function captionsPrecede(k: PageKit, s: LookState, el: Element): boolean {
  if (k.endInChoices(k, k.tokensIn(k, s, k.blockOf(el)))) return true;
  const box = el.parentElement;
  const round = box ? k.tokensOf(k, s, box).map(([, t]) => t) : [];
  return round.filter((t) => t.kind === "control").length > 1 && k.endInChoices(k, round);
}

function endInChoices(k: PageKit, tokens: readonly FlowToken[]): boolean {
  const isChoice = (t: FlowToken | undefined): boolean =>
    t?.kind === "control" && k.isChoice(t.element);
  const others = tokens.some((t) => t.kind === "control" && !isChoice(t));
  const preceded = tokens.every((t, i) => !isChoice(t) || tokens[i - 1]?.kind === "text");
  return !others && preceded && isChoice(tokens[tokens.length - 1]);
}

/** A box alone in a cell and its words in the next one: in the first cell of a row, or by turns along it. */
function nextCell(k: PageKit, s: LookState, el: Element): string | null {
  const cell = el.closest("td,th");
  const place = cell ? s.places.get(cell) : undefined;
  if (!cell || !place || k.wordsOf(k, s, cell) !== "") return null;
  const line = s.grids.get(place.table)?.[place.row] ?? [];
  if (k.headingLeft(k, s, el) && !k.boxesByTurns(k, s, line)) return null;
  const next = line[place.column + 1];
  return next && next !== cell && k.isHeading(k, s, next) ? k.wordsOf(k, s, next) : null;
}

/** 「□ | 同意書 | □ | 委任状」: each odd cell holds one box and nothing else, each even one words. */
function boxesByTurns(k: PageKit, s: LookState, line: readonly Element[]): boolean {
  if (line.length < 4 || line.length % 2 === 1 || line.length > 24) return false;
  return line.every((cell, i) => {
    if (i % 2 === 1) return k.isHeading(k, s, cell);
    const fields = s.fieldsIn.get(cell);
    return fields?.count === 1 && k.isChoice(fields.first) && k.wordsOf(k, s, cell) === "";
  });
}

export const choiceWordParts = {
  choiceText,
  captionsPrecede,
  endInChoices,
  nextCell,
  boxesByTurns,
};

/** Captions and the values that are shown beside or under them, where nothing but the drawing says so. Runs inside the page; refers only to `k`. */
import type { Control, Name } from "../view.ts";
import type { Item } from "./lines.ts";
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

function shownPairs(k: PageKit, s: LookState): Control[] {
  const found: Control[] = [];
  const add = (method: Name["method"], caption: Item, value: Item): void => {
    const names: Name[] = [{ method, text: caption.text }];
    found.push(k.shown(k, s, value.element, { names, value: value.text }));
  };
  s.lines.forEach((line, at) => {
    if (s.listed.has(line)) return;
    for (const run of k.runsOf(line))
      for (const [caption, value] of k.pairsIn(k, run, s.lines[at + 1] ?? []))
        add("near-left", caption, value);
    const over = s.lines.slice(Math.max(0, at - 3), at).filter((l) => !s.listed.has(l));
    for (const [caption, value] of k.pairsOver(k, over.flat(), line))
      add("near-above", caption, value);
  });
  return [...found, ...k.shownInLists(k, s)];
}

/** What a drawn list shows under each heading, as the cells of a table do. */
function shownInLists(k: PageKit, s: LookState): Control[] {
  return s.lists.flatMap(({ heads, records }) =>
    records.flatMap((record) =>
      heads.flatMap((head, column) => {
        const items = record[column] ?? [];
        const [first] = items;
        const isValue = (i: Item): boolean =>
          i.kind === "text" && !i.element.closest("button,[role=tab],[role=menuitem]");
        if (!first || !items.every(isValue)) return [];
        const names: Name[] = [{ method: "heading-above", text: head.text }];
        const value = k.wordsIn(
          k,
          items.flatMap((i) => i.token ?? []),
        );
        return [k.shown(k, s, first.element, { names, value })];
      }),
    ),
  );
}

/** Texts of a line that stand side by side; the last one before a field is the caption of that. */
interface Run {
  readonly texts: readonly Item[];
  /** A field or button stands before the first of them. */
  readonly afterField: boolean;
}

function runsOf(line: readonly Item[]): Run[] {
  const runs: Run[] = [];
  let texts: Item[] = [];
  let afterField = false;
  for (const item of line) {
    if (item.kind === "text" && !item.pressed) {
      texts.push(item);
      continue;
    }
    if (item.kind === "control") texts.pop();
    runs.push({ texts, afterField });
    [texts, afterField] = [[], true];
  }
  return [...runs, { texts, afterField }];
}

/** First and second, third and fourth; what stands alone behind a field is what the field shows. */
function pairsIn(k: PageKit, run: Run, below: readonly Item[]): [Item, Item][] {
  const { texts, afterField } = run;
  const odd = texts.length % 2 === 1;
  if (odd && !afterField) return [];
  const pairs: [Item, Item][] = [];
  for (let i = odd ? 1 : 0; i + 1 < texts.length; i += 2) {
    const [caption, value] = [texts[i], texts[i + 1]];
    if (!caption || !value || !k.isPair(k, caption, value)) continue;
    const alone = afterField && texts.length === 2;
    if (k.isTold(k, caption, value, { alone, below })) pairs.push([caption, value]);
  }
  return pairs;
}

/** Two boxes of their own, a short caption first, near each other. */
function isPair(k: PageKit, caption: Item, value: Item): boolean {
  if (k.lineBox(caption.element) === k.lineBox(value.element)) return false;
  const [from, to] = [caption.token?.node, value.token?.node];
  if (!from || !to || !k.isNextTo(k, from, to) || k.saysCaption(value.text)) return false;
  const said =
    caption.text.length <= 20 && /\p{L}/u.test(caption.text) && !/[:\uFF1A]/u.test(caption.text);
  const gap = value.box.left - caption.box.right;
  return said && /[\p{L}\p{N}]/u.test(value.text) && gap >= -2 && gap <= 240;
}

/** Drawn unlike each other; or a number behind words, or alone behind a field, and no column under either. */
function isTold(
  k: PageKit,
  caption: Item,
  value: Item,
  where: { alone: boolean; below: readonly Item[] },
): boolean {
  if (k.drawnAs(caption) !== k.drawnAs(value)) return true;
  const columns = [caption, value].every((i) =>
    where.below.some((b) => Math.abs(b.box.left - i.box.left) <= 8),
  );
  if (where.alone && !/\p{Nd}/u.test(caption.text)) return true;
  if (columns) return false;
  return where.alone || (/\p{Nd}/u.test(value.text) && !/\p{Nd}/u.test(caption.text));
}

/** A caption right over its value, both alone in a box that stands beside others of its kind. */
function pairsOver(k: PageKit, over: readonly Item[], line: readonly Item[]): [Item, Item][] {
  const pairs: [Item, Item][] = [];
  for (const value of line) {
    if (value.kind !== "text" || value.pressed) continue;
    const caption = over.find((c) => k.isCaptionOver(k, c, value));
    if (caption) pairs.push([caption, value]);
  }
  return pairs;
}

function isCaptionOver(k: PageKit, caption: Item, value: Item): boolean {
  if (caption.kind !== "text" || caption.pressed || caption.text.length > 20) return false;
  const [a, b] = [caption.box, value.box];
  if (b.top < a.bottom - 4 || b.top - a.bottom > 24 || Math.abs(a.left - b.left) > 12) return false;
  const holder = k.lineBox(caption.element).parentElement;
  if (!holder || holder.children.length > 3 || holder !== k.lineBox(value.element).parentElement)
    return false;
  if (holder.querySelector("input,select,textarea,table")) return false;
  if (k.saysCaption(value.text)) return false;
  return k.hasLikes(holder, k.lineBox(caption.element)) && k.drawnAs(caption) !== k.drawnAs(value);
}

/** Another box on the page is built so: its class, and the class of what comes first in it. */
function hasLikes(holder: Element, caption: Element): boolean {
  const name = holder.getAttribute("class") ?? "";
  if (name === "") return false;
  return [...document.getElementsByClassName(name)].some(
    (el) => el !== holder && el.firstElementChild?.className === caption.className,
  );
}

export const pairParts = {
  shownPairs,
  shownInLists,
  runsOf,
  pairsIn,
  isPair,
  isTold,
  pairsOver,
  isCaptionOver,
  hasLikes,
};

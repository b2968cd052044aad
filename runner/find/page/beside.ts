/** Words beside a field: before it, behind it, its unit, and the words of its line. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Set by the program around the kit: words come from outside (screen-words.ja.ts). */
declare const k_units: RegExp;
declare const k_eras: RegExp;

/** Text right after a radio button or checkbox, in the same block, before the next control. */
function textAfter(k: PageKit, s: LookState, el: Element): string {
  const at = s.flowAt.get(el) ?? -1;
  const words: string[] = [];
  for (let i = at + 1; i < s.flow.length && words.length < 3; i++) {
    const t = s.flow[i];
    if (t?.kind !== "text" || k.blockOf(t.element) !== k.blockOf(el)) break;
    const first = s.flow[at + 1];
    if (first && t.element !== first.element && !first.element.parentElement?.contains(t.element))
      break;
    if (t.gap !== null && words.length > 0) break;
    if (k.isInBlockOfOther(k, s, t, el) || !k.isNearBox(k, s, t, el)) break;
    words.push(t.text);
  }
  return k.clean(words.join(" "));
}

/** On the line of the box, or flowing on from it; boxes that are not drawn have no line. */
function isNearBox(k: PageKit, s: LookState, t: FlowToken, el: Element): boolean {
  const box = k.rectOf(s, el);
  if (box.height < 4 || k.lineBox(t.element) === k.lineBox(el)) return true;
  const words = k.textBox(t);
  return words.top < box.bottom + 2 && words.bottom > box.top - 2;
}

/** 「継続利用：□　　　国保加入：□」: a colon close before the box, and what follows it further off or on another line. */
function colonSaysBefore(k: PageKit, s: LookState, el: Element): boolean {
  const at = s.flowAt.get(el) ?? -1;
  const [before, after] = [s.flow[at - 1], s.flow[at + 1]];
  if (before?.kind !== "text" || !/[:\uFF1A]\s*$/u.test(before.text)) return false;
  const box = k.rectOf(s, el);
  const isInLine = (r: { top: number; bottom: number }): boolean =>
    r.top < box.bottom && r.bottom > box.top;
  const left = k.wordsBox(before);
  if (!isInLine(left)) return false;
  const right = after?.kind === "text" ? k.wordsBox(after) : null;
  return (
    right !== null && (!isInLine(right) || right.left - box.right > box.left - left.right + 12)
  );
}

/** At most three texts before a field, within its cell; bare signs left out. */
function piecesBefore(
  k: PageKit,
  s: LookState,
  { at, cell }: { at: number; cell: Element | null },
): FlowToken[] {
  const pieces: FlowToken[] = [];
  const el = s.flow[at]?.element;
  for (let i = at - 1; i >= 0 && pieces.length < 3; i--) {
    const t = s.flow[i];
    if (t?.kind !== "text" || t.element.closest("td,th") !== cell) break;
    if (k.isPicker(k, s, i)) continue;
    if (el && k.endsCaption(k, s, { at: i, el, some: pieces.length > 0 })) break;
    if (k.isSaid(k.withoutEra(k, t.text))) pieces.unshift(t);
    if (t.gap !== null) break;
  }
  return pieces;
}

/** A text before a field that cannot be its caption: a heading, a button, the unit or the words of another field. */
function endsCaption(
  k: PageKit,
  s: LookState,
  { at, el, some }: { at: number; el: Element; some: boolean },
): boolean {
  const t = s.flow[at];
  if (!t || /^(H[1-6]|LEGEND|CAPTION)$/.test(t.element.tagName)) return true;
  // A mark that explains (「?」) stands behind the caption.
  if (/^(BUTTON|A)$/.test(t.element.tagName)) return k.isSaid(t.text);
  // 「年」 or 「(税込)」 behind a field belongs to that field, not to the caption of the next one.
  return k.isUnitAt(k, s, at) || (some && k.isNoteAt(k, s, at)) || k.isOthers(k, s, t, el);
}

/** Text just before a control: joined pieces (a caption and its mark) and the last piece alone. */
function textsBefore(k: PageKit, s: LookState, el: Element): string[] {
  const at = s.flowAt.get(el) ?? -1;
  const cell = k.cellRound(k, s, el);
  const pieces = k.piecesBefore(k, s, { at, cell });
  const last = pieces[pieces.length - 1];
  if (!last || !k.standsBefore(k, s, last, el)) return [];
  const near = k.joined(k, s, pieces, el);
  const texts = near.map((_, i) =>
    k.clean(
      near
        .slice(i)
        .map((p) => p.text)
        .join(" "),
    ),
  );
  const apart = k.wideApart(last);
  const chosen = s.flow[s.flow.indexOf(last, Math.max(0, at - 8)) - 1];
  const behind = chosen?.kind === "control" && k.isChoice(chosen.element);
  const word = behind ? /^\S+\s+(\S{2,})$/u.exec(last.text)?.[1] : undefined;
  const all = [...texts, ...(apart === null ? [] : [apart]), ...(word ? [word] : [])];
  const dated = all.map((t) => k.withoutEra(k, t));
  return [...new Set([...all, ...dated])].filter((t) => t !== "" && k.wideLetters(t) <= 40);
}

/** How long it is drawn, in wide letters; Latin ones are half as wide. */
function wideLetters(text: string): number {
  return text.length - (text.match(/[ -~]/gu)?.length ?? 0) / 2;
}

/** The cell in which it stands; out of a table that holds nothing else. */
function cellRound(k: PageKit, s: LookState, el: Element): Element | null {
  let cell = el.closest("td,th");
  for (let table = cell?.closest("table"); table; table = cell?.closest("table")) {
    if (s.fieldsIn.get(table)?.count !== 1 || k.tokensOf(k, s, table).length > 1) break;
    cell = table.parentElement?.closest("td,th") ?? null;
  }
  return cell;
}

/** 「届出日：令和」 before the year is 「届出日」. */
function withoutEra(k: PageKit, text: string): string {
  return k.clean(text.replace(k_eras, "").replace(/[:\uFF1A\s]+$/u, ""));
}

/** 「連絡先　　自宅」 before a field is said whole, or by the word behind the wide gap. */
function wideApart({ node, part }: FlowToken): string | null {
  const raw = (node.textContent ?? "").slice(part?.from ?? 0, part?.to);
  const word = "[^\\s\\u3000]{2,}|\\p{Script=Han}(?:[\\s\\u3000]\\p{Script=Han})+";
  const wide = new RegExp(`[^\\s\\u3000]{2}(?:\\u3000|\\u00a0){2,}(${word})\\s*$`, "u");
  return wide.exec(raw)?.[1] ?? null;
}

/** The last text before a field and those before it that make one caption with it. */
function joined(k: PageKit, s: LookState, pieces: readonly FlowToken[], el: Element): FlowToken[] {
  let near = pieces.slice(-1);
  for (const before of pieces.slice(0, -1).reverse()) {
    const [after] = near;
    if (!after || k.blockOf(before.element) !== k.blockOf(after.element)) break;
    if (!k.joins(k, s, { before, after, el })) break;
    // Three lines one under the other are three captions, or captions and their values.
    if (pieces.length > 2 && k.textBox(before).bottom <= k.textBox(after).top + 2) break;
    near = [before, ...near];
  }
  return near;
}

/** A unit behind a field on its line; the same word at the beginning of a line is a caption. */
function isUnitAt(k: PageKit, s: LookState, at: number): boolean {
  return k.isUnit(s.flow[at]?.text ?? "") && k.isRightBehind(k, s, at);
}

/** 「(税込)」 right behind a field. */
function isNoteAt(k: PageKit, s: LookState, at: number): boolean {
  return (
    /^[(\uFF08][^)\uFF09]*[)\uFF09]$/u.test(s.flow[at]?.text ?? "") && k.isRightBehind(k, s, at)
  );
}

function isRightBehind(k: PageKit, s: LookState, at: number): boolean {
  const [before, text] = [s.flow[at - 1], s.flow[at]];
  if (before?.kind !== "control" || !text) return false;
  return k.blockOf(before.element) === k.blockOf(text.element);
}

/** The caption at the beginning of a line on which other fields stand before this one: 「開札日時 [ ] [ ]時」. */
function lineCaption(k: PageKit, s: LookState, el: Element): string | null {
  const at = s.flowAt.get(el) ?? -1;
  for (let i = at - 1, passed = false; i >= 0 && i > at - 14; i--) {
    const t = s.flow[i];
    if (!t || !k.onLineOf(k, s, t, el)) return null;
    // Words right behind a button to choose are its own.
    const before = s.flow[i - 1];
    const ofChoice = before?.kind === "control" && k.isChoice(before.element);
    if (t.kind === "control") passed = true;
    else if (passed && s.flow[i + 1]?.kind === "control" && !k.isUnit(t.text) && !ofChoice)
      return k.withoutEra(k, t.text);
  }
  return null;
}

/** The caption of the line where nothing but units and signs stands between its first field and this one: 「[ ]-[ ]-[ ]」. */
function goesOnFrom(k: PageKit, s: LookState, el: Element): string[] {
  const at = s.flowAt.get(el) ?? -1;
  let [first, own]: [Element | null, string[]] = [null, []];
  for (let i = at - 1; i >= 0 && i > at - 14; i--) {
    const t = s.flow[i];
    if (!t || !k.onLineOf(k, s, t, el)) break;
    if (k.isChoice(t.element)) return [];
    if (t.kind === "control") first = t.element;
    else if (k.isWord(k, t.text) && !k.isPicker(k, s, i)) {
      own = [t.text];
      break;
    }
  }
  return first ? [...new Set([...own, ...k.textsBefore(k, s, first)])] : [];
}

/** The caption before a field that is one part of a date or a count: 「届出日 令和[ ]年」. */
function datedCaption(k: PageKit, s: LookState, el: Element): string[] {
  return k.unitAfter(k, s, el) === null ? [] : k.textsBefore(k, s, el);
}

/** No sign and no unit. */
function isWord(k: PageKit, text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !k.isUnit(text);
}

/** In the same block and drawn on the line of the field. */
function onLineOf(k: PageKit, s: LookState, t: FlowToken, el: Element): boolean {
  const [r, box] = [k.textBox(t), k.rectOf(s, el)];
  const shared = Math.min(r.bottom, box.bottom) - Math.max(r.top, box.top);
  return k.blockOf(t.element) === k.blockOf(el) && shared > 2;
}

/** Behind other fields of its cell and with words of its own before it, where the first field has none. */
function hasOwnWords(k: PageKit, s: LookState, el: Element): boolean {
  const cell = el.closest("td,th,dd");
  const at = s.flowAt.get(el) ?? -1;
  if (!cell) return false;
  const before = s.flow
    .slice(0, at)
    .filter((t) => t.kind === "control" && cell.contains(t.element));
  const [first] = before;
  if (!first || k.textsBefore(k, s, first.element).length > 0) return false;
  return k.textsBefore(k, s, el).length > 0;
}

/** 年, 月, 円 …: say what the field before them holds. */
function isUnit(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const open = plain.includes("(");
  return k_units.test(open ? plain : plain.replace(/^\)|\)$/g, ""));
}

/** The unit right behind a field on its line. */
function unitAfter(k: PageKit, s: LookState, el: Element): string | null {
  const at = s.flowAt.get(el) ?? -1;
  const next = s.flow[at + 1];
  return next?.kind === "text" && k.isUnit(next.text) && k.blockOf(next.element) === k.blockOf(el)
    ? next.text
    : null;
}

/** 「[   ] 円 前渡額」: the words behind a field that stands first on its line, where nothing else is on that line. */
function captionAfter(k: PageKit, s: LookState, el: Element): string | null {
  const at = s.flowAt.get(el) ?? -1;
  const box = el.getBoundingClientRect();
  const onLine = (t: FlowToken | undefined): boolean => !!t && k.onLineOf(k, s, t, el);
  if (at < 0 || onLine(s.flow[at - 1])) return null;
  let next = at + 1;
  if (k.isUnit(s.flow[next]?.text ?? "")) next += 1;
  const text = s.flow[next];
  if (text?.kind !== "text" || !onLine(text) || onLine(s.flow[next + 1])) return null;
  return text.text.length <= 20 && k.textBox(text).left >= box.right - 2 ? text.text : null;
}

/** Drawn left of it on its line, or above it: what comes before in the file may be drawn elsewhere. */
function standsBefore(k: PageKit, s: LookState, text: FlowToken, el: Element): boolean {
  const [t, box] = [k.textBox(text), k.seenAt(k, s, el)];
  const sameLine = Math.min(t.bottom, box.bottom) - Math.max(t.top, box.top) > 0;
  const above = t.bottom <= box.top + 4 && t.left < box.right && t.right > box.left - 200;
  return (sameLine && t.left < box.left + 4) || above;
}

/** The words left of a table that holds nothing but these buttons. */
function textBeforeTable(k: PageKit, s: LookState, radios: Element[]): string | null {
  const table = radios[0]?.closest("table");
  if (!table || !radios.every((r) => table.contains(r))) return null;
  const inside = s.flow.filter((t) => table.contains(t.node));
  if (inside.some((t) => t.kind === "control" && !radios.includes(t.element))) return null;
  const t = s.flow[s.flow.findIndex((f) => table.contains(f.node)) - 1];
  if (t?.kind !== "text" || t.text.length > 40) return null;
  const [a, b] = [k.textBox(t), table.getBoundingClientRect()];
  return a.right <= b.left + 4 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2
    ? t.text
    : null;
}

export const besideParts = {
  colonSaysBefore,
  textAfter,
  isNearBox,
  textsBefore,
  cellRound,
  wideLetters,
  joined,
  isUnitAt,
  isNoteAt,
  isRightBehind,
  lineCaption,
  goesOnFrom,
  datedCaption,
  withoutEra,
  onLineOf,
  isWord,
  wideApart,
  endsCaption,
  hasOwnWords,
  isUnit,
  unitAfter,
  captionAfter,
  standsBefore,
  textBeforeTable,
  piecesBefore,
};

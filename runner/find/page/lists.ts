/** Lists that are drawn without a table: a line of headings and lines of things under them. Runs inside the page; refers only to `k`. */
import type { Cell, Clickable, Table } from "../view.ts";
import type { Item } from "./lines.ts";
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** Headings and records, each record as its lines side by side. */
export interface DrawnList {
  /** Position of the first line of headings among the lines of the page. */
  readonly at: number;
  readonly heads: readonly Item[];
  /** Per record: what stands under each heading, and at the end what stands under none. */
  readonly records: readonly (readonly (readonly Item[])[])[];
}

function readLists(k: PageKit, s: LookState): void {
  for (let at = 0; at < s.lines.length; at++) {
    const list = k.listAt(k, s, at, 1) ?? k.listAt(k, s, at, 2);
    if (!list) continue;
    s.lists.push(list.found);
    for (let i = at; i < list.end; i++) s.listed.add(s.lines[i] ?? []);
    for (const record of list.found.records)
      list.found.heads.forEach((head, column) => {
        for (const item of record[column] ?? []) s.columnHeads.set(item.element, head.text);
      });
    at = list.end - 1;
  }
}

/** A list whose headings begin at a line and take so many lines, as each of its records does. */
function listAt(
  k: PageKit,
  s: LookState,
  at: number,
  perRecord: number,
): { found: DrawnList; end: number } | null {
  const heads = s.lines.slice(at, at + perRecord);
  if (heads.length < perRecord || !heads.every((line) => k.canHead(line))) return null;
  const records: (readonly (readonly Item[])[])[] = [];
  let end = at + perRecord;
  // A line of dashes may part headings and records.
  if (k.isRuler(s.lines[end])) end++;
  for (; end + perRecord <= s.lines.length; end += perRecord) {
    const lines = s.lines.slice(end, end + perRecord);
    if (!k.isNextRecord(k, s, { at, end, perRecord, lines })) break;
    const under = lines.map((line, i) => k.underHeads(k, heads[i] ?? [], line));
    const cells = under.flatMap((u) => u?.columns ?? []);
    if (under.some((u) => u === null)) break;
    records.push([...cells, under.flatMap((u) => u?.rest ?? [])]);
  }
  if (k.areValues(k, heads, records)) return null;
  const [first, second] = records;
  if (!first || (!second && !k.isUnlike(k, heads[0] ?? [], first))) return null;
  return { found: { at, heads: heads.flat(), records }, end };
}

function isRuler(line: readonly Item[] | undefined): boolean {
  return (
    !!line && line.every((i) => i.kind === "text" && /^[-=\u2500-\u257F\u2015]{5,}$/u.test(i.text))
  );
}

/** Two or more short texts and nothing to fill in; a colon, an amount or a long number says values. */
function canHead(line: readonly Item[]): boolean {
  return (
    line.length >= 2 &&
    line.every((i) => i.kind === "text" && i.text.length <= 20 && /[\p{L}\p{N}]/u.test(i.text)) &&
    !line.some((i) => /^[:\uFF1A]|[:\uFF1A]$|^\p{Nd}{1,3}(?:,\p{Nd}{3})+/u.test(i.text)) &&
    !line.some((i) => /^(?=(?:-?\p{Nd}){5})\p{Nd}+(?:-\p{Nd}+)?$/u.test(i.text))
  );
}

/** Captions and values beside each other in every line: no line of headings. */
function areValues(
  k: PageKit,
  heads: readonly (readonly Item[])[],
  records: readonly (readonly (readonly Item[])[])[],
): boolean {
  const [line = []] = heads;
  if (heads.length > 1 || line.length % 2 === 1) return false;
  const odd = line.filter((_, i) => i % 2 === 0);
  const even = line.filter((_, i) => i % 2 === 1);
  const alike = (items: readonly Item[]): boolean =>
    new Set(items.map((i) => k.drawnAs(i))).size === 1;
  const under = records.flatMap((r) => r.slice(0, line.length).map((items, c) => ({ items, c })));
  const captions = under.filter(({ c }) => c % 2 === 0).flatMap(({ items }) => items);
  if (!captions.every((i) => i.kind === "text") || !alike([...odd, ...captions])) return false;
  const numbers = even.every((i) => /\d/u.test(i.text)) && !odd.some((i) => /\d/u.test(i.text));
  return numbers || !even.some((i) => k.drawnAs(i) === k.drawnAs(odd[0] ?? i));
}

/** One record alone is told from two lines of text by how it is drawn, or by what can be done in it. */
function isUnlike(
  k: PageKit,
  heads: readonly Item[],
  record: readonly (readonly Item[])[],
): boolean {
  const items = record.flat();
  const [[head], [first]] = [heads, record[0] ?? []];
  // 「申請期間 [ ] [ ]」 under 「支給額 ...」: captions before what is theirs.
  const word = first?.kind === "text" && /^\p{L}+$/u.test(first.text);
  if (word && head && k.drawnAs(first) === k.drawnAs(head)) return false;
  if (items.some((i) => i.kind !== "text")) return true;
  // 「番号 12」 over 「日付 令和8年」: captions and values in columns, however the title before them is drawn.
  const asHead = heads.some((h, c) => (record[c] ?? []).some((i) => k.drawnAs(i) === k.drawnAs(h)));
  if (asHead) return false;
  return !!head && items.every((i) => k.drawnAs(i) !== k.drawnAs(head));
}

/** As far below as the records before it, and not the captions of another line of fields. */
function isNextRecord(
  k: PageKit,
  s: LookState,
  want: { at: number; end: number; perRecord: number; lines: readonly (readonly Item[])[] },
): boolean {
  const { at, end, perRecord, lines } = want;
  const topOf = (line: readonly Item[] | undefined): number =>
    line ? Math.min(...line.map((i) => i.cell.top)) : 0;
  const pitch = topOf(s.lines[at + perRecord]) - topOf(s.lines[at]);
  const step = topOf(s.lines[end]) - topOf(s.lines[end - perRecord]);
  if (pitch > 80 * perRecord || step > Math.max(pitch * 1.8, 20)) return false;
  const [head] = s.lines[at] ?? [];
  const [line = []] = lines;
  // A line of buttons ends a list; their words are no values.
  if (lines.flat().every((i) => i.kind === "press" || i.element.closest("button") !== null))
    return false;
  const fieldsOver = (s.lines[end - perRecord] ?? []).some((i) => i.kind === "control");
  if (!head || !fieldsOver || !k.canHead(line)) return true;
  return line.some((i) => k.drawnAs(i) !== k.drawnAs(head));
}

/** Each thing of a line under its heading; null where the line does not stand under them. */
function underHeads(
  k: PageKit,
  heads: readonly Item[],
  line: readonly Item[],
): { columns: Item[][]; rest: Item[] } | null {
  const columns: Item[][] = heads.map(() => []);
  const rest: Item[] = [];
  for (const item of line) {
    const at = heads.findIndex(
      (head, i) => k.standsUnder(item.cell, head.cell) || k.isTypedUnder(item, head, heads[i + 1]),
    );
    if (at >= 0) columns[at]?.push(item);
    else rest.push(item);
  }
  const filled = columns.filter((c) => c.length > 0).length;
  const [left, right] = [heads[0]?.cell.left ?? 0, heads[heads.length - 1]?.cell.right ?? 0];
  const between = rest.filter(
    ({ kind, box }) => kind === "text" && box.left > left && box.right < right,
  );
  if (filled < 2 || filled * 2 < heads.length || between.length > 0) return null;
  return { columns, rest };
}

/** Where blanks are drawn as they stand (pre): a word of several between the beginnings of two headings. */
function isTypedUnder(item: Item, head: Item, next: Item | undefined): boolean {
  const typed = item.token?.part && head.token?.part && item.token.element === head.token.element;
  const limit = next?.box.left ?? Number.POSITIVE_INFINITY;
  return !!typed && item.box.left > head.box.left - 4 && item.box.right < limit;
}

/** Mostly in its width, and in line with it on the left, on the right or in the middle. */
function standsUnder(box: DOMRect, head: DOMRect): boolean {
  const shared = Math.min(box.right, head.right) - Math.max(box.left, head.left);
  if (shared < Math.min(box.width, head.width) / 2) return false;
  const middle = (box.left + box.right - head.left - head.right) / 2;
  return [box.left - head.left, box.right - head.right, middle].some((d) => Math.abs(d) <= 8);
}

/** As a table: one line of headings, a row per record. */
function listTable(
  k: PageKit,
  s: LookState,
  list: DrawnList,
  clickables: readonly Clickable[],
): Table | null {
  const [first] = list.heads;
  if (!first) return null;
  const blank = { text: "", heading: true, clickables: [], controls: [] };
  const heads = list.heads.map((h) => ({ ...blank, text: h.text }));
  const rows = list.records.map((record) =>
    record.map((items) => k.listCell(k, s, items, clickables)),
  );
  const over = s.lines[list.at - 1];
  const near = first.box.top - (over?.[0]?.box.bottom ?? 0) < 60;
  const title = near && over?.length === 1 && over[0]?.kind === "text" ? [over[0].text] : [];
  const scopes = k.scopesOf(k, s, first.element);
  const names = [...scopes, ...title].filter((n) => n.length <= 40);
  const box = k.boxOf(k, s, first.element);
  const element = k.numberOf(s, first.element);
  return { element, names, rows: [[...heads, blank], ...rows], header: 0, scopes, box };
}

function listCell(
  k: PageKit,
  s: LookState,
  items: readonly Item[],
  clickables: readonly Clickable[],
): Cell {
  const fields = items.filter((i) => i.kind === "control");
  const words = k.clean(items.map((i) => i.text).join(" "));
  const typed = fields.find((f) => !k.isChoice(f.element));
  const inCell = clickables.filter((c) => {
    const el = s.elements[c.element];
    return el && items.some((i) => el === i.element || (el.contains(i.element) && i.pressed));
  });
  return {
    text: words !== "" || !typed ? words : k.heldValue(k, s, typed.element),
    heading: false,
    clickables: inCell.map((c) => c.element),
    controls: fields.map((f) => k.numberOf(s, f.element)),
  };
}

export const listParts = {
  readLists,
  listAt,
  isRuler,
  canHead,
  areValues,
  isUnlike,
  isNextRecord,
  underHeads,
  standsUnder,
  isTypedUnder,
  listTable,
  listCell,
};

/** Headings that stand in boxes of their own over a table without any: lists of script libraries, and buttons in columns. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** For tables in which no line looks like headings. */
function joinHeads(k: PageKit, s: LookState): void {
  if (s.grids.size > 200) return;
  for (const [table, grid] of [...s.grids]) {
    const [line = []] = grid;
    if (line.length < 2 || line.length > 60 || s.heads.has(table) || table.tagName !== "TABLE")
      continue;
    if (k.holdsTable(k, s, table) || k.headerRow(k, s, table) >= 0) continue;
    const boxes = k.lineOver(k, s, table);
    const holder = boxes[0]?.parentElement;
    const heads = holder && !s.grids.has(holder) ? k.headsOf(k, s, boxes, line) : null;
    if (!holder || !heads) continue;
    s.grids.set(holder, [heads]);
    k.headChain(k, s, table, holder);
  }
}

/** The rows of the list, where each is a table of its own below the one before. */
function headChain(k: PageKit, s: LookState, table: Element, head: Element): void {
  s.heads.set(table, head);
  const below = [...s.grids.keys()].filter((t) => t !== head);
  let before = table;
  for (const next of below.slice(below.indexOf(table) + 1)) {
    if (s.heads.has(next) || !k.goesOnBelow(s, before, next)) return;
    s.heads.set(next, head);
    before = next;
  }
}

/** The boxes of the words on the last line before a table, where these are no words of a table, a field or a link. */
function lineOver(k: PageKit, s: LookState, table: Element): Element[] {
  const at = k.tokensOf(k, s, table)[0]?.[0] ?? 0;
  const top = k.rectOf(s, table).top;
  const boxes: Element[] = [];
  let low: DOMRect | null = null;
  for (let i = at - 1; i >= 0 && boxes.length < 60; i--) {
    const t: FlowToken | undefined = s.flow[i];
    if (t?.kind !== "text" || t.element.closest("table,a,button,label")) break;
    const box = k.textBox(t);
    if (box.bottom > top + 3 || top - box.bottom > 40) break;
    if (low && Math.min(low.bottom, box.bottom) - Math.max(low.top, box.top) < 4) break;
    low = box;
    boxes.unshift(k.lineBox(t.element));
  }
  return boxes;
}

/** One box over each column, most columns with one; null where any box stands over none or two over the same. */
function headsOf(
  k: PageKit,
  s: LookState,
  boxes: readonly Element[],
  line: readonly Element[],
): Element[] | null {
  const columns = [...new Set(line)];
  if (boxes.length < 2 || boxes.length * 2 < columns.length) return null;
  if (new Set(boxes).size < boxes.length || boxes.some((b) => s.fieldsIn.has(b))) return null;
  const heads = line.map(() => document.createElement("span") as Element);
  const taken = new Set<Element>();
  for (const box of boxes) {
    const column = columns.find((c) => k.standsUnder(k.rectOf(s, c), k.rectOf(s, box)));
    if (!column || taken.has(column) || k.wordsOf(k, s, box).length > 20) return null;
    taken.add(column);
    line.forEach((c, i) => {
      if (c === column) heads[i] = box;
    });
  }
  return heads;
}

/** 「研修　○ ○ ○」 under 「高い 普通 低い」: the words of a button stand over its column. */
function matrixHead(k: PageKit, s: LookState, el: Element, group: readonly Element[]): string {
  const places = group.map((r) => s.places.get(r.closest("td,th") ?? r));
  const own = s.places.get(el.closest("td,th") ?? el);
  const top = own && s.grids.get(own.table)?.[0];
  if (!own || !top || own.row === 0 || new Set(places.map((p) => p?.column)).size < group.length)
    return "";
  if (places.some((p) => p?.table !== own.table || p.row !== own.row)) return "";
  const heads = places.map((p) => (p ? top[p.column] : undefined));
  if (!heads.every((h) => h && k.isHeading(k, s, h)) || new Set(heads).size < group.length)
    return "";
  const head = top[own.column];
  return head ? k.wordsOf(k, s, head) : "";
}

export const headsOverParts = { joinHeads, headChain, lineOver, headsOf, matrixHead };

/** What stands outside tables, line by line as it is drawn, each thing with the box that is its own. Runs inside the page; refers only to `k`. */
import type { Clickable } from "../view.ts";
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** A text, a field or a button without words, on its line. */
export interface Item {
  readonly kind: "text" | "control" | "press";
  readonly text: string;
  readonly element: Element;
  /** Null for what has no words. */
  readonly token: FlowToken | null;
  /** Where it is drawn. */
  readonly box: DOMRect;
  /** The largest box that holds nothing else: the cell of a grid. */
  readonly cell: DOMRect;
  /** A text that can be pressed. */
  readonly pressed: boolean;
}

/** Lines from top to bottom, their things from left to right. */
function readLines(k: PageKit, s: LookState, clickables: readonly Clickable[]): void {
  const pressed = new Set(clickables.flatMap((c) => s.elements[c.element] ?? []));
  const boxes = [...new Set(s.heads.values())].filter((head) => head.tagName !== "TABLE");
  const heads = boxes.flatMap((head) => s.grids.get(head)?.[0] ?? []);
  const outside = s.flow.filter(
    ({ element }) =>
      !element.closest("table,option") && !heads.some((head) => head.contains(element)),
  );
  const holds = new Map<Element, number>();
  for (const t of outside) k.countUp(k, holds, t.element);
  const wordless = [...pressed].filter((el) => !el.closest("table") && !holds.has(el));
  for (const el of wordless) k.countUp(k, holds, el);
  const items: Item[] = outside.map((t) => ({
    kind: t.kind,
    text: t.text,
    element: t.element,
    token: t,
    box: k.textBox(t),
    cell: k.cellOf(k, s, t, holds),
    pressed: t.kind === "text" && k.isPressed(t.element, pressed),
  }));
  for (const element of wordless) {
    const box = k.rectOf(s, element);
    const text = element instanceof HTMLInputElement ? element.value : "";
    items.push({ kind: "press", text, element, token: null, box, cell: box, pressed: true });
  }
  s.lines.push(...k.inLines(items));
}

function countUp(k: PageKit, holds: Map<Element, number>, el: Element): void {
  for (let up: Element | null = el; up; up = k.parentOf(up))
    holds.set(up, (holds.get(up) ?? 0) + 1);
}

function isPressed(el: Element, pressed: ReadonlySet<Element>): boolean {
  let up: Element | null = el;
  for (let i = 0; up && i < 4; i++, up = up.parentElement) if (pressed.has(up)) return true;
  return false;
}

/** Climbs as long as nothing else stands in it. */
function cellOf(
  k: PageKit,
  s: LookState,
  token: FlowToken,
  holds: ReadonlyMap<Element, number>,
): DOMRect {
  let box: Element | null = null;
  for (let up: Element | null = token.element; up && holds.get(up) === 1; up = k.parentOf(up)) {
    if (up.matches("body,main,form,section")) break;
    box = up;
  }
  return box ? k.rectOf(s, box) : k.textBox(token);
}

function inLines(items: readonly Item[]): Item[][] {
  const middle = ({ box }: Item): number => box.top + box.height / 2;
  const lines: Item[][] = [];
  for (const item of [...items].sort((a, b) => middle(a) - middle(b))) {
    const line = lines[lines.length - 1];
    const first = line?.[0];
    if (line && first && middle(item) <= Math.max(first.box.bottom - 2, middle(first) + 5))
      line.push(item);
    else lines.push([item]);
  }
  for (const line of lines) line.sort((a, b) => a.box.left - b.box.left);
  return lines;
}

/** How a text is drawn: its ground within its own box, colour, weight and size. */
function drawnAs(item: Item): string {
  const style = getComputedStyle(item.element);
  let ground = "";
  let up: Element | null = item.element;
  for (let i = 0; up && i < 3 && ground === ""; i++, up = up.parentElement) {
    const box = up.getBoundingClientRect();
    if (box.width > item.cell.width + 2) break;
    const color = getComputedStyle(up).backgroundColor;
    if (!/^(?:transparent|rgba\(.*, 0\))$/.test(color)) ground = color;
  }
  return [ground, style.color, style.fontWeight, style.fontSize].join(" ");
}

export const lineParts = {
  readLines,
  countUp,
  isPressed,
  cellOf,
  inLines,
  drawnAs,
};

/** The last resort for captions: the nearest drawn text to the left or above. Runs inside the page; refers only to `k`. */
import type { Name } from "../view.ts";
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

function textBox({ node, part }: FlowToken): DOMRect {
  if (node instanceof Element) return node.getBoundingClientRect();
  const range = document.createRange();
  range.selectNodeContents(node);
  if (part) {
    range.setStart(node, part.from);
    range.setEnd(node, part.to);
  }
  return range.getBoundingClientRect();
}

/** Where its words are drawn, without the blanks around them. */
function wordsBox({ node, part }: FlowToken): DOMRect {
  const text = node.textContent ?? "";
  const [from, to] = [part?.from ?? 0, part?.to ?? text.length];
  const words = text.slice(from, to);
  const range = document.createRange();
  range.selectNodeContents(node);
  if (node instanceof Text && words.trim() !== "") {
    range.setStart(node, from + words.length - words.trimStart().length);
    range.setEnd(node, from + words.trimEnd().length);
  }
  return range.getBoundingClientRect();
}

/** Only for controls that nothing else names: a heading of its own beats any neighbour. */
function nearNames(k: PageKit, s: LookState, el: Element): Name[] {
  const box = el.getBoundingClientRect();
  const others = s.flow.filter((t) => t.kind === "control" && t.node !== el);
  const texts = s.flow.filter(
    (t) =>
      t.kind === "text" &&
      t.text.length <= 40 &&
      !k.isUnit(t.text) &&
      !t.element.closest("button,[role=button]") &&
      !k.isOthers(k, s, t, el),
  );
  const left = k.nearest(k, { texts, others, limit: 260 }, (r) => {
    const overlap = Math.min(r.bottom, box.bottom) - Math.max(r.top, box.top);
    return overlap >= Math.min(r.height, box.height) / 2 && r.right <= box.left + 2
      ? box.left - r.right
      : -1;
  });
  const above = k.nearest(k, { texts, others, limit: 48 }, (r) => {
    const overlap = Math.min(r.right, box.right) - Math.max(r.left, box.left);
    return overlap >= Math.min(r.width, box.width) / 2 && r.bottom <= box.top + 2
      ? box.top - r.bottom
      : -1;
  });
  const names: Name[] = [];
  if (left) names.push({ method: "near-left", text: left });
  if (above) names.push({ method: "near-above", text: above });
  return names;
}

/** The text with the smallest gap, unless another control stands nearer. `gap` gives -1 for what is not on that side. */
function nearest(
  k: PageKit,
  from: { texts: LookState["flow"]; others: LookState["flow"]; limit: number },
  gap: (box: DOMRect) => number,
): string | null {
  let best = Number.POSITIVE_INFINITY;
  let text: string | null = null;
  for (const t of from.texts) {
    const d = gap(k.textBox(t));
    if (d < -0.5 || d >= best) continue;
    best = d;
    text = t.text;
  }
  if (text === null || best > from.limit) return null;
  const between = from.others.some((o) => {
    const d = gap(o.element.getBoundingClientRect());
    return d > -0.5 && d < best;
  });
  return between ? null : text;
}

export const nearParts = {
  textBox,
  wordsBox,
  nearNames,
  nearest,
};

/** The heading of a part whose buttons come before it in the file and are drawn at the end of its line. Runs inside the page; refers only to `k`. */
import type { LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/**
 * `<div><div style="float:right"><a>追加</a></div><h3>添付資料</h3>…</div>`: `box` begins with buttons alone, one of them in
 * `child`, and what comes next is drawn as a heading left of it on its line.
 */
function headBeside(
  k: PageKit,
  s: LookState,
  el: Element,
  { box, child }: { box: Element; child: Element },
): string | null {
  const [own, inner] = [k.spanOf(k, s, box), k.spanOf(k, s, child)];
  if (!own || !inner || own.from !== inner.from || inner.to >= own.to) return null;
  const head = s.flow[inner.to + 1];
  if (head?.kind !== "text" || head.text.length > 30 || !k.isSaid(head.text)) return null;
  const tools = s.flow.slice(inner.from, inner.to + 1);
  const pressed = "a,button,[role=button],[role=link]";
  if (tools.length > 12 || !tools.every((t) => t.element.closest(pressed))) return null;
  if (head.element.closest(pressed)) return null;
  const tagged = head.element.closest("h1,h2,h3,h4,h5,h6,legend,strong,b");
  const heavy = (): boolean => Number(getComputedStyle(head.element).fontWeight) >= 600;
  if (!(tagged && box.contains(tagged)) && !heavy()) return null;
  const [words, place] = [k.textBox(head), k.rectOf(s, el)];
  const shared = Math.min(words.bottom, place.bottom) - Math.max(words.top, place.top);
  return shared >= 4 && words.right <= place.left ? head.text : null;
}

export const headBesideParts = { headBeside };

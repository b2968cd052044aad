/** The last resort by boxes: what stands in a block that a field has to itself belongs to that field. Runs inside the page; refers only to `k`. */
import type { FlowToken, LookState } from "./look-state.ts";
import type { PageKit } from "./program.ts";

/** The largest block that holds these fields and no other; null where it is no more than the fields. */
function blockOfOnly(k: PageKit, s: LookState, fields: readonly Element[]): Element | null {
  const [first] = fields;
  let own: Element | null = null;
  for (let up = first ? k.parentOf(first) : null; up; up = k.parentOf(up)) {
    const count = s.fieldsIn.get(up)?.count ?? 0;
    if (count > fields.length || up.matches("body,form,table,tr,tbody")) break;
    if (count === fields.length && fields.every((f) => up?.contains(f))) own = up;
    if (up.matches("td,th,dd")) break;
  }
  return own;
}

/** A text of one line or one box. */
interface Part {
  readonly text: string;
  readonly tokens: readonly FlowToken[];
  /** Before the first of the fields in the file. */
  readonly before: boolean;
}

/** What can be read in a block apart from units, buttons and links, each box for itself. */
function partsOfBlock(k: PageKit, s: LookState, block: Element, field: Element): Part[] {
  const at = s.flowAt.get(field) ?? -1;
  const parts: { text: string; tokens: FlowToken[]; before: boolean; line: Element }[] = [];
  for (const [i, t] of k.tokensOf(k, s, block)) {
    if (t.kind !== "text" || !k.isWord(k, t.text) || t.element.closest("a,button,option")) continue;
    const line = k.lineBox(t.element);
    const last = parts[parts.length - 1];
    const before = i < at;
    const head = last?.tokens[0];
    const smaller = head && k.fontSize(t) < k.fontSize(head);
    if (last && last.line === line && last.before === before && !smaller) {
      last.tokens.push(t);
      last.text = k.clean(`${last.text} ${t.text}`);
    } else parts.push({ text: t.text, tokens: [t], before, line });
  }
  return parts;
}

/** Positions of the first and the last text or field in an element. */
function spanOf(k: PageKit, s: LookState, el: Element): { from: number; to: number } | undefined {
  const { spans } = s.memo;
  if (spans.size === 0)
    s.flow.forEach((t, i) => {
      for (let up: Element | null = t.element; up; up = k.parentOf(up)) {
        const span = spans.get(up);
        if (span) span.to = i;
        else spans.set(up, { from: i, to: i });
      }
    });
  return spans.get(el);
}

/** Texts and fields in an element, with their positions. */
function tokensOf(k: PageKit, s: LookState, el: Element): (readonly [number, FlowToken])[] {
  const span = k.spanOf(k, s, el);
  if (!span) return [];
  return s.flow.slice(span.from, span.to + 1).map((t, i) => [span.from + i, t] as const);
}

/** The one caption in the block of the fields: alone in it, or with a hint that is drawn smaller. */
function ownCaption(
  k: PageKit,
  s: LookState,
  fields: readonly Element[],
  only: "before" | "any",
): string | null {
  const block = k.blockOfOnly(k, s, fields);
  const [first] = fields;
  if (!block || !first || !k.isSmall(k, s, block, fields)) return null;
  const parts = k.partsOfBlock(k, s, block, first);
  const before = parts.filter((p) => p.before);
  const some = before.length > 0 || only === "before" ? before : parts;
  const [caption, hint] = some;
  if (!caption || some.length > 2 || caption.text.length > 40) return null;
  return hint && !k.isHint(k, caption, hint) ? null : caption.text;
}

/** One field and its words, not a whole part of the page. */
function isSmall(k: PageKit, s: LookState, block: Element, fields: readonly Element[]): boolean {
  const tall = Math.max(...fields.map((f) => k.rectOf(s, f).height));
  const lines = new Set(fields.map((f) => Math.round(k.rectOf(s, f).top / 12))).size;
  return k.rectOf(s, block).height <= 90 + tall + lines * 30;
}

function fontSize(t: FlowToken): number {
  return Number.parseFloat(getComputedStyle(t.element).fontSize);
}

/** Drawn smaller, or in brackets. */
function isHint(k: PageKit, caption: Part, hint: Part): boolean {
  const [first, second] = [caption.tokens[0], hint.tokens[0]];
  const smaller = !first || !second || k.fontSize(second) < k.fontSize(first);
  return smaller || /^[(\uFF08\u203B*]/u.test(hint.text);
}

/** Stands in the block of another field alone: its words, whatever comes before it. */
function isInBlockOfOther(k: PageKit, s: LookState, text: FlowToken, el: Element): boolean {
  for (let up: Element | null = text.element; up; up = k.parentOf(up)) {
    const fields = s.fieldsIn.get(up);
    if (fields) return fields.count === 1 && fields.first !== el;
    if (up.matches("td,th,dd,dt")) return false;
  }
  return false;
}

export const ownBoxParts = {
  blockOfOnly,
  partsOfBlock,
  spanOf,
  tokensOf,
  ownCaption,
  isSmall,
  isHint,
  fontSize,
  isInBlockOfOther,
};

/** Numbers as fractions: # ?/?, # ??/??, ?/8. */
import type { FormatToken, Section } from "./parse-format.ts";

interface Parts {
  readonly head: readonly FormatToken[];
  readonly top: number;
  readonly bottom: number;
  /** A written denominator. */
  readonly fixed: number | null;
  readonly tail: string;
}

/** Null for shapes that are not understood. */
export function formatFraction(section: Section, v: number): string | null {
  const parts = partsOf(section.tokens);
  if (!parts) return null;
  const size = Math.abs(v);
  const mixed = parts.head.some((t) => t.kind === "digit");
  const whole = mixed ? Math.floor(size) : 0;
  const limit = 10 ** parts.bottom - 1;
  const best = parts.fixed ? fixedPart(size - whole, parts.fixed) : nearest(size - whole, limit);
  const carried = mixed && best.top === best.bottom;
  const shownWhole = carried ? whole + 1 : whole;
  const top = carried ? 0 : best.top;
  const sign = v < 0 ? "-" : "";
  const head = headText(parts.head, shownWhole, top === 0);
  if (mixed && top === 0)
    return sign + head + " ".repeat(parts.top + 1 + bottomWidth(parts)) + parts.tail;
  const lower = parts.fixed ? String(parts.fixed) : String(best.bottom).padEnd(parts.bottom, " ");
  return `${sign}${head}${String(top).padStart(parts.top, " ")}/${lower}${parts.tail}`;
}

const bottomWidth = (p: Parts): number => (p.fixed ? String(p.fixed).length : p.bottom);

function partsOf(tokens: readonly FormatToken[]): Parts | null {
  const bar = tokens.findIndex((t) => t.kind === "text" && t.text === "/");
  let start = bar;
  while (tokens[start - 1]?.kind === "digit") start--;
  let end = bar + 1;
  let written = "";
  while (tokens[end]?.kind === "digit" || isNumeral(tokens[end])) {
    const t = tokens[end++];
    if (t?.kind === "text") written += t.text;
    else if (t?.kind === "digit" && t.text === "0" && written !== "") written += "0";
  }
  const tail = tokens.slice(end);
  const head = tokens.slice(0, start);
  const plain = [...head, ...tail].every((t) => t.kind === "digit" || t.kind === "text");
  if (!plain || tail.some((t) => t.kind === "digit") || end === bar + 1) return null;
  const fixed = written === "" ? null : Number(written);
  if (fixed === 0 || end - bar - 1 > 7) return null;
  const text = tail.map((t) => (t.kind === "text" ? t.text : "")).join("");
  return { head, top: bar - start, bottom: end - bar - 1, fixed, tail: text };
}

const isNumeral = (t: FormatToken | undefined): boolean =>
  t?.kind === "text" && /^\d$/.test(t.text);

/** The whole number in front; 0 stays away where the format has #, unless nothing else is shown. */
function headText(head: readonly FormatToken[], whole: number, alone: boolean): string {
  const places = head.filter((t) => t.kind === "digit");
  if (places.length === 0) return head.map((t) => (t.kind === "text" ? t.text : "")).join("");
  const zeros = places.filter((t) => t.kind === "digit" && t.text === "0").length;
  const hidden = whole === 0 && zeros === 0 && !alone;
  const digits = hidden ? "" : String(whole).padStart(zeros, "0");
  let written = false;
  return head
    .map((t) => {
      if (t.kind === "text") return t.text;
      const first = !written;
      written = true;
      return first ? digits : "";
    })
    .join("");
}

function fixedPart(rest: number, bottom: number): { top: number; bottom: number } {
  return { top: Math.round(rest * bottom), bottom };
}

/** The closest fraction whose denominator is not above the limit (walk of continued fractions). */
function nearest(rest: number, limit: number): { top: number; bottom: number } {
  let best = { top: Math.round(rest), bottom: 1 };
  let gap = Math.abs(rest - best.top);
  const most = Math.min(limit, 9999);
  for (let bottom = 2; bottom <= most && gap > 1e-15; bottom++) {
    const top = Math.round(rest * bottom);
    const distance = Math.abs(rest - top / bottom);
    if (distance < gap - 1e-15) {
      best = { top, bottom };
      gap = distance;
    }
  }
  return best;
}

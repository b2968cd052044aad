/** Fills a formula down as Excel does: made ready once, then one cheap string per row. */
import { tokenize } from "../formula/tokens.ts";
import { Uncomputable } from "../formula/value.ts";

/** The text of the formula `down` rows below. */
export type FillDown = (down: number) => string;

/** Null when the formula cannot be read: then nobody knows what it would be one row below. */
export function fillDown(text: string): FillDown | null {
  const parts = split(text);
  if (!parts) return null;
  return (down) => {
    let out = "";
    for (const part of parts) out += typeof part === "string" ? part : String(part + down);
    return out;
  };
}

/** Texts as they stand, and the row numbers between them that move. */
function split(text: string): readonly (string | number)[] | null {
  const parts: (string | number)[] = [];
  let at = 0;
  try {
    for (const token of tokenize(text)) {
      if (token.kind !== "area") continue;
      const written = text.slice(token.start, token.end);
      for (const m of written.matchAll(/(?<![$\d])\d+/g)) {
        const start = token.start + m.index;
        parts.push(text.slice(at, start), Number(m[0]));
        at = start + m[0].length;
      }
    }
  } catch (error) {
    if (error instanceof Uncomputable) return null;
    throw error;
  }
  parts.push(text.slice(at));
  return parts;
}

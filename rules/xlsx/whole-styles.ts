/** Completes a styles part that another program has left pieces out of, so that new styles can be added to it. */

const fill = (kind: string): string => `<fill><patternFill patternType="${kind}"/></fill>`;

interface Piece {
  readonly name: string;
  /** What it must hold at least, in this order; none for pieces that may be missing. */
  readonly items: readonly string[];
}

/** In the order that the part must have. */
const pieces: readonly Piece[] = [
  { name: "numFmts", items: [] },
  { name: "fonts", items: ["<font/>"] },
  // Excel keeps the first two fills to itself, whatever stands there.
  { name: "fills", items: [fill("none"), fill("gray125")] },
  { name: "borders", items: ["<border/>"] },
  { name: "cellStyleXfs", items: [] },
  { name: "cellXfs", items: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'] },
];

/** A styles part with nothing in it, for books without one. */
export const noStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>';

/** The part with every piece that cells need; one that has them all comes back as it is. `ns`: prefix of its elements. */
export function wholeStyles(xml: string, ns: string): string {
  let whole = xml.replace(new RegExp(`<(${ns}styleSheet)((?:\\s[^>]*?)?)/>`), "<$1$2></$1>");
  let end = endOf(whole, new RegExp(`<${ns}styleSheet[^>]*>`));
  for (const piece of pieces) {
    const found = pieceIn(whole, ns + piece.name);
    const missing = piece.items.slice(found?.items ?? 0).map((item) => prefixed(item, ns));
    if (missing.length === 0) {
      if (found) end = found.start + found.text.length;
      continue;
    }
    const at = found ?? { start: end, text: "", inner: "", items: 0 };
    const count = at.items + missing.length;
    const name = ns + piece.name;
    const text = `<${name} count="${count}">${at.inner}${missing.join("")}</${name}>`;
    whole = whole.slice(0, at.start) + text + whole.slice(at.start + at.text.length);
    end = at.start + text.length;
  }
  return whole;
}

interface Found {
  readonly start: number;
  readonly text: string;
  readonly inner: string;
  readonly items: number;
}

function pieceIn(xml: string, name: string): Found | null {
  const m = new RegExp(`<${name}(?:\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`).exec(xml);
  if (!m) return null;
  const inner = m[1] ?? "";
  const item = name.replace(/cellXfs$|s$/, (end) => (end === "s" ? "" : "xf"));
  const items = inner.match(new RegExp(`<${item}[\\s/>]`, "g"))?.length ?? 0;
  return { start: m.index, text: m[0], inner, items };
}

function endOf(xml: string, tag: RegExp): number {
  const m = tag.exec(xml);
  return m ? m.index + m[0].length : 0;
}

const prefixed = (item: string, ns: string): string => item.replace(/<(\/?)(?=\w)/g, `<$1${ns}`);

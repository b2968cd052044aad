/** A small forward reader for the XML inside a workbook: no DTD, no entities beyond the five, names without prefixes. */

export interface XmlTag {
  readonly name: string;
  /** Value of an attribute by its name without prefix. */
  get(attribute: string): string | undefined;
}

export interface XmlHandler {
  open?(tag: XmlTag): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Thrown for XML that is not well-formed or carries a DTD. */
export class BadXml extends Error {}

const attribute = /\s+(?:[^\s=:/>]+:)?([^\s=:/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

class Tag implements XmlTag {
  readonly name: string;
  readonly #raw: string;
  #attributes: Map<string, string> | null = null;

  constructor(name: string, raw: string) {
    this.name = name;
    this.#raw = raw;
  }

  get(key: string): string | undefined {
    const found = this.#attributes ? null : quickAttribute(this.#raw, key);
    if (found !== null) return found;
    this.#attributes ??= readAttributes(this.#raw);
    return this.#attributes.get(key);
  }
}

/** Space, tab, line end or the colon of a prefix. */
const beforeName = (code: number): boolean =>
  code === 0x20 || code === 0x3a || (code >= 0x09 && code <= 0x0d);

/**
 * The value of an attribute as every program writes it: name="value". Null when the tag is written in another way, so that
 * it must be read with care; undefined when there is no such attribute.
 */
function quickAttribute(raw: string, key: string): string | undefined | null {
  if (raw === "") return undefined;
  if (raw.includes("'") || raw.includes(" =") || raw.includes("= ")) return null;
  for (let at = raw.indexOf(key); at >= 0; at = raw.indexOf(key, at + 1)) {
    const equals = at + key.length;
    if (raw.charCodeAt(equals) !== 0x3d || raw.charCodeAt(equals + 1) !== doubleQuote) continue;
    if (!beforeName(raw.charCodeAt(at - 1)) || insideValue(raw, at)) continue;
    const end = raw.indexOf('"', equals + 2);
    return end < 0 ? null : decodeEntities(raw.slice(equals + 2, end));
  }
  return undefined;
}

function insideValue(raw: string, at: number): boolean {
  let quotes = 0;
  for (let i = 0; i < at; i++) if (raw.charCodeAt(i) === doubleQuote) quotes++;
  return (quotes & 1) === 1;
}

function readAttributes(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const m of raw.matchAll(attribute)) {
    const key = m[1] ?? "";
    if (!found.has(key)) found.set(key, decodeEntities(m[2] ?? m[3] ?? ""));
  }
  return found;
}

const named: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]+));/g,
    (_, dec?: string, hex?: string, name?: string) => {
      if (name !== undefined) {
        const known = named[name];
        if (known === undefined) throw new BadXml(name);
        return known;
      }
      const code = dec === undefined ? Number.parseInt(hex ?? "", 16) : Number(dec);
      if (code > 0x10ffff) throw new BadXml("character");
      return String.fromCodePoint(code);
    },
  );
}

const localName = (written: string): string => written.slice(written.indexOf(":") + 1);

/** Runs through the document once. */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  let depth = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    if (open < 0) break;
    if (open > at && depth > 0) handler.text?.(decodeEntities(xml.slice(at, open)));
    const special = skipSpecial(xml, open, handler);
    if (special >= 0) {
      at = special;
      continue;
    }
    const close = tagEnd(xml, open);
    depth += emit(xml.slice(open + 1, close), handler);
    if (depth < 0) throw new BadXml("depth");
    at = close + 1;
  }
  if (depth !== 0) throw new BadXml("end");
}

/** Position after a comment, CDATA or declaration that starts here; -1 for an ordinary tag. */
function skipSpecial(xml: string, open: number, handler: XmlHandler): number {
  const next = xml[open + 1];
  if (next === "?") return after(xml, "?>", open);
  if (next !== "!") return -1;
  if (xml.startsWith("<!--", open)) return after(xml, "-->", open);
  if (!xml.startsWith("<![CDATA[", open)) throw new BadXml("DTD");
  const end = after(xml, "]]>", open);
  handler.text?.(xml.slice(open + 9, end - 3));
  return end;
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new BadXml(mark);
  return at + mark.length;
}

const doubleQuote = 0x22;
const singleQuote = 0x27;

/** The ">" that ends a tag; one inside a quoted value does not. Looks at every character once. */
function tagEnd(xml: string, open: number): number {
  let close = xml.indexOf(">", open);
  for (let at = open; close >= 0; ) {
    const quote = firstQuote(xml, at, close);
    if (quote < 0) return close;
    const end = xml.indexOf(xml[quote] ?? '"', quote + 1);
    if (end < 0) break;
    at = end + 1;
    if (end > close) close = xml.indexOf(">", end);
  }
  throw new BadXml("tag");
}

/** -1 when there is none before `end`. */
function firstQuote(xml: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = xml.charCodeAt(at);
    if (code === doubleQuote || code === singleQuote) return at;
  }
  return -1;
}

/** Reports one tag; returns the change of depth. */
function emit(body: string, handler: XmlHandler): number {
  if (body.startsWith("/")) {
    handler.close?.(localName(body.slice(1).trim()));
    return -1;
  }
  const empty = body.endsWith("/");
  const inner = empty ? body.slice(0, -1) : body;
  const split = inner.search(/\s/);
  const name = localName(split < 0 ? inner : inner.slice(0, split));
  handler.open?.(new Tag(name, split < 0 ? "" : inner.slice(split)));
  if (!empty) return 1;
  handler.close?.(name);
  return 0;
}

/** _x0041_ in cell texts stands for the character of that code. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

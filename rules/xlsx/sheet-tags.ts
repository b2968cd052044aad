/** Finds the tags of a sheet's XML by position, so that everything between them can be copied as it stands. */
import { BadXml } from "./xml.ts";

export interface TagAt {
  readonly start: number;
  /** Behind ">". */
  readonly end: number;
  readonly empty: boolean;
  readonly attributes: string;
}

/** The next start tag of this name (with its prefix), or null. */
export function nextTag(xml: string, name: string, from: number): TagAt | null {
  const written = `<${name}`;
  for (let at = xml.indexOf(written, from); at >= 0; at = xml.indexOf(written, at + 1)) {
    if (isTagEnd(xml.charCodeAt(at + written.length))) return tagAt(xml, at, written.length);
  }
  return null;
}

function tagAt(xml: string, start: number, nameLength: number): TagAt {
  const close = xml.indexOf(">", start);
  if (close < 0) throw new BadXml("tag");
  const empty = xml.charCodeAt(close - 1) === 0x2f;
  const attributes = xml.slice(start + nameLength, empty ? close - 1 : close).trimEnd();
  // Excel never writes a ">" inside an attribute; a file that does is left to its author.
  if (!closesItsQuotes(attributes)) throw new BadXml("attribute");
  return { start, end: close + 1, empty, attributes };
}

/** Every double quote has its partner, and there are no single ones. */
function closesItsQuotes(attributes: string): boolean {
  let quotes = 0;
  for (let i = 0; i < attributes.length; i++) {
    const code = attributes.charCodeAt(i);
    if (code === 0x22) quotes++;
    else if (code === 0x27 && (quotes & 1) === 0) return false;
  }
  return (quotes & 1) === 0;
}

/** The formula element of a cell as it stands; "" when there is none. */
export function formulaIn(inner: string, ns: string): string {
  const open = `<${ns}f`;
  const start = inner.indexOf(open);
  if (start < 0 || !isTagEnd(inner.charCodeAt(start + open.length))) return "";
  const end = inner.indexOf(">", start);
  if (inner[end - 1] === "/") return inner.slice(start, end + 1);
  const close = `</${ns}f>`;
  return inner.slice(start, inner.indexOf(close, end) + close.length);
}

/** Space, tab, line ends, "/" or ">". */
function isTagEnd(code: number): boolean {
  return code === 0x20 || code === 0x3e || code === 0x2f || (code >= 0x09 && code <= 0x0d);
}

export function rowNumber(tag: TagAt, before: number): number {
  const written = /\sr="(\d+)"/.exec(tag.attributes)?.[1];
  return written === undefined ? before + 1 : Number(written) - 1;
}

export function columnNumber(tag: TagAt, before: number): number {
  const written = /\sr="([A-Z]+)\d+"/.exec(tag.attributes)?.[1];
  return written === undefined ? before + 1 : lettersIndex(written);
}

export function lettersIndex(letters: string): number {
  let n = 0;
  for (let i = 0; i < letters.length; i++) n = n * 26 + letters.charCodeAt(i) - 64;
  return n - 1;
}

/** Height and format of a row, without its number, its hint and its state. */
export function withoutPlace(attributes: string): string {
  return attributes.replace(/\s(?:r|spans|hidden|collapsed|outlineLevel)="[^"]*"/g, "");
}

/** Adds cell styles to a styles part: copies of known ones with one trait changed. Known styles keep their numbers. */
import { wholeStyles } from "./whole-styles.ts";
import { BadXml } from "./xml.ts";

/** What a copy of a style has that its model has not. */
export type StyleTrait = "text" | "wrong" | "caution" | "plain" | "note";

/** Light red and light yellow, as in Excel's own 「悪い」「どちらでもない」. */
const fills: Readonly<Partial<Record<StyleTrait, string>>> = {
  wrong: "FFFFC7CE",
  caution: "FFFFEB9C",
};

export class StylePatch {
  readonly #xml: string;
  readonly #ns: string;
  readonly #styles: readonly string[];
  readonly #added: string[] = [];
  readonly #known = new Map<string, number>();
  readonly #fills = new Map<StyleTrait, number>();
  readonly #fillCount: number;

  constructor(xml: string) {
    const root = /<((?:[A-Za-z_][\w.-]*:)?)styleSheet[\s/>]/.exec(xml);
    if (!root) throw new BadXml("styleSheet");
    this.#ns = root[1] ?? "";
    this.#xml = wholeStyles(xml, this.#ns);
    const list = this.#section("cellXfs");
    const xf = new RegExp(`<${this.#ns}xf\\b[^>]*?(?:/>|>[\\s\\S]*?</${this.#ns}xf>)`, "g");
    this.#styles = list.inner.match(xf) ?? [];
    const fill = new RegExp(`<${this.#ns}fill(?:\\s[^>]*)?(?:/>|>)`, "g");
    this.#fillCount = (this.#section("fills").inner.match(fill) ?? []).length;
    if (this.#styles.length === 0) throw new BadXml("cellXfs");
  }

  /** Index of a style like `base` with the trait; the same one for the same question. */
  styleLike(base: number, trait: StyleTrait): number {
    const key = `${base} ${trait}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const model = this.#styles[base] ?? this.#styles[0] ?? "";
    if (trait === "text" && /\squotePrefix="(?:1|true)"/.test(model)) return base;
    const index = this.#styles.length + this.#added.length;
    this.#added.push(this.#copy(model, trait));
    this.#known.set(key, index);
    return index;
  }

  get changed(): boolean {
    return this.#added.length > 0;
  }

  result(): string {
    const withFills = this.#extended(
      this.#xml,
      "fills",
      [...this.#fills.keys()].map((t) => this.#fill(t)),
    );
    return this.#extended(withFills, "cellXfs", this.#added);
  }

  #copy(model: string, trait: StyleTrait): string {
    if (trait === "text") return withAttributes(model, { quotePrefix: "1" });
    const text = withAttributes(model, {
      numFmtId: "49",
      applyNumberFormat: "1",
      quotePrefix: "1",
    });
    const aligned = withAlignment(text, this.#ns);
    if (fills[trait] === undefined) return aligned;
    return withAttributes(aligned, { fillId: this.#fillId(trait), applyFill: "1" });
  }

  #fillId(trait: StyleTrait): string {
    const known = this.#fills.get(trait) ?? this.#fillCount + this.#fills.size;
    this.#fills.set(trait, known);
    return String(known);
  }

  #fill(trait: StyleTrait): string {
    const ns = this.#ns;
    return `<${ns}fill><${ns}patternFill patternType="solid"><${ns}fgColor rgb="${fills[trait]}"/><${ns}bgColor indexed="64"/></${ns}patternFill></${ns}fill>`;
  }

  #section(name: string): { readonly open: string; readonly inner: string } {
    const found = new RegExp(
      `(<${this.#ns}${name}(?:\\s[^>]*)?>)([\\s\\S]*?)</${this.#ns}${name}>`,
    ).exec(this.#xml);
    return { open: found?.[1] ?? "", inner: found?.[2] ?? "" };
  }

  #extended(xml: string, name: string, items: readonly string[]): string {
    if (items.length === 0) return xml;
    const close = `</${this.#ns}${name}>`;
    const open = this.#section(name).open;
    const count = Number(/\bcount="(\d+)"/.exec(open)?.[1] ?? Number.NaN);
    const counted = Number.isNaN(count)
      ? open
      : open.replace(/\bcount="\d+"/, `count="${count + items.length}"`);
    return xml.replace(open, () => counted).replace(close, () => items.join("") + close);
  }
}

function withAttributes(xf: string, values: Readonly<Record<string, string>>): string {
  const end = /\/?>/.exec(xf)?.index ?? 0;
  let tag = xf.slice(0, end);
  for (const [name, value] of Object.entries(values)) {
    const written = new RegExp(`\\s${name}="[^"]*"`);
    const attribute = ` ${name}="${value}"`;
    tag = written.test(tag) ? tag.replace(written, attribute) : tag.trimEnd() + attribute;
  }
  return tag + xf.slice(end);
}

/** Long sentences wrap and stand at the top of their cell. */
function withAlignment(xf: string, ns: string): string {
  const plain = withAttributes(xf, { applyAlignment: "1" });
  const body = `<${ns}alignment vertical="top" wrapText="1"/>`;
  const rest = new RegExp(`<${ns}alignment[^>]*?(?:/>|>[\\s\\S]*?</${ns}alignment>)`);
  if (rest.test(plain)) return plain.replace(rest, body);
  if (plain.endsWith("/>")) return `${plain.slice(0, -2)}>${body}</${ns}xf>`;
  return plain.replace(/>/, `>${body}`);
}

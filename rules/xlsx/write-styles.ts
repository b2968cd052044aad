/** The few cell styles of the books that buka writes. */

const styles = {
  plain: `<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`,
  header: `<xf numFmtId="49" fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>`,
  /** A text is a text: format "@" and the mark that Excel sets for a leading apostrophe. */
  text: `<xf numFmtId="49" fontId="0" fillId="0" borderId="1" quotePrefix="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`,
  number: `<xf numFmtId="3" fontId="0" fillId="0" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>`,
  decimal: `<xf numFmtId="164" fontId="0" fillId="0" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>`,
  input: `<xf numFmtId="49" fontId="2" fillId="3" borderId="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="center" wrapText="1"/><protection locked="0"/></xf>`,
  note: `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`,
  wrong: `<xf numFmtId="49" fontId="0" fillId="4" borderId="1" quotePrefix="1" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`,
  caution: `<xf numFmtId="49" fontId="0" fillId="5" borderId="1" quotePrefix="1" applyNumberFormat="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>`,
  title: `<xf numFmtId="49" fontId="3" fillId="0" borderId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1"/>`,
} as const;

export type StyleName = keyof typeof styles;

const order = Object.keys(styles) as StyleName[];

export function styleIndex(name: StyleName): number {
  return order.indexOf(name);
}

const font = (size: number, more = ""): string =>
  `<font>${more}<sz val="${size}"/><color rgb="FF1A1A1A"/><name val="Meiryo UI"/><family val="3"/><charset val="128"/></font>`;
const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const line = (side: string): string => `<${side} style="thin"><color rgb="FFB0B7BF"/></${side}>`;

export function stylesXml(): string {
  const xfs = order.map((name) => styles[name]).join("");
  return [
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.###"/></numFmts>`,
    `<fonts count="4">${font(10)}${font(10, "<b/>")}${font(12)}${font(14, "<b/>")}</fonts>`,
    `<fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`,
    `${fill("FFDCE6F1")}${fill("FFFFF9DB")}${fill("FFFFC7CE")}${fill("FFFFEB9C")}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>`,
    `<border>${line("left")}${line("right")}${line("top")}${line("bottom")}<diagonal/></border></borders>`,
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`,
    `<cellXfs count="${order.length}">${xfs}</cellXfs>`,
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  ].join("");
}

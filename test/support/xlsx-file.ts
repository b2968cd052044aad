/** Writes small .xlsx files part by part, so that tests decide every byte: formulas, tables, odd or hostile parts. */
import { writeFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";

export type TestCell =
  | string
  | number
  | boolean
  | {
      readonly formula: string;
      readonly array?: string;
      readonly shared?: string;
      readonly style?: number;
    }
  | { readonly dateSerial: number };

export interface TestTable {
  readonly name: string;
  readonly sheet: string;
  readonly ref: string;
  readonly cols: readonly string[];
}

export interface TestBook {
  readonly sheets: Readonly<Record<string, Readonly<Record<string, TestCell>>>>;
  readonly names?: Readonly<Record<string, string>>;
  readonly tables?: readonly TestTable[];
  /** Parts that replace or join the others. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const xmlText = (t: string): string =>
  t
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function cellXml(at: string, v: TestCell): string {
  if (typeof v === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(v)}</t></is></c>`;
  if (typeof v === "number") return `<c r="${at}"><v>${v}</v></c>`;
  if (typeof v === "boolean") return `<c r="${at}" t="b"><v>${v ? 1 : 0}</v></c>`;
  if ("dateSerial" in v) return `<c r="${at}" s="1"><v>${v.dateSerial}</v></c>`;
  const shared = v.shared === undefined ? "" : ` t="shared" si="${v.shared}"`;
  const array = v.array === undefined ? "" : ` t="array" ref="${v.array}"`;
  const style = v.style === undefined ? "" : ` s="${v.style}"`;
  return `<c r="${at}"${style}><f${array}${shared}>${xmlText(v.formula)}</f></c>`;
}

function sheetXml(cells: Readonly<Record<string, TestCell>>, tables: number): string {
  const rows = new Map<number, [string, TestCell][]>();
  for (const [at, v] of Object.entries(cells)) {
    const row = Number(/\d+/.exec(at)?.[0]);
    rows.set(row, [...(rows.get(row) ?? []), [at, v]]);
  }
  const body = [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([r, list]) => `<row r="${r}">${list.map(([at, v]) => cellXml(at, v)).join("")}</row>`)
    .join("");
  const tail =
    tables > 0
      ? `<tableParts count="${tables}">${Array.from({ length: tables }, (_, i) => `<tablePart r:id="rT${i + 1}"/>`).join("")}</tableParts>`
      : "";
  return `${declaration}<worksheet ${main} xmlns:r="${relation}"><sheetData>${body}</sheetData>${tail}</worksheet>`;
}

/** The parts of a workbook by name. */
export function xlsxParts(book: TestBook): Record<string, Uint8Array> {
  const names = Object.keys(book.sheets);
  const sheets = names
    .map((n, i) => `<sheet name="${xmlText(n)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join("");
  const defined = Object.entries(book.names ?? {})
    .map(([n, t]) => `<definedName name="${xmlText(n)}">${xmlText(t)}</definedName>`)
    .join("");
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "xl/workbook.xml": `${declaration}<workbook ${main} xmlns:r="${relation}"><sheets>${sheets}</sheets><definedNames>${defined}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
    "xl/styles.xml": `${declaration}<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  };
  names.forEach((n, i) => {
    const tables = (book.tables ?? []).filter((t) => t.sheet === n);
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(book.sheets[n] ?? {}, tables.length);
    const links = tables.map(
      (t, k) =>
        `<Relationship Id="rT${k + 1}" Target="../tables/table${(book.tables ?? []).indexOf(t) + 1}.xml"/>`,
    );
    if (links.length > 0)
      parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] =
        `<Relationships>${links.join("")}</Relationships>`;
    for (const t of tables) {
      const number = (book.tables ?? []).indexOf(t) + 1;
      const cols = t.cols
        .map((c, k) => `<tableColumn id="${k + 1}" name="${xmlText(c)}"/>`)
        .join("");
      parts[`xl/tables/table${number}.xml`] =
        `${declaration}<table ${main} id="${number}" name="${t.name}" displayName="${t.name}" ref="${t.ref}"><tableColumns>${cols}</tableColumns></table>`;
    }
  });
  const all = { ...parts, ...(book.parts ?? {}) };
  return Object.fromEntries(
    Object.entries(all).map(([k, v]) => [k, typeof v === "string" ? strToU8(v) : v]),
  );
}

export function writeXlsx(path: string, book: TestBook): void {
  writeFileSync(path, zipSync(xlsxParts(book)));
}

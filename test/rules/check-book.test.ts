/** The check book of the creditor bot, R01–R11, with the good and bad rows of the domain reference. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CheckBook,
  type CheckContext,
  type CheckRecord,
  openCheckBook,
} from "../../rules/index.ts";
import { sampleCompany } from "../support/sample-company.ts";
import { type TestBook, writeXlsx } from "../support/xlsx-file.ts";

const path = fileURLToPath(
  new URL("../../scenarios/library/creditor-account/check.xlsx", import.meta.url),
);

const company: CheckRecord = {
  申請区分: "新規",
  申請日: "2026-11-20",
  受付日: "2026-11-22",
  ...sampleCompany,
  郵便番号: "000-0001",
  電話番号: "000-000-0000",
};
const person: CheckRecord = {
  ...company,
  区分: "個人",
  氏名: "見本 太郎",
  フリガナ: "ミホン タロウ",
  代表者: "",
  法人番号: "",
  登録番号: "",
  支店コード: "013",
  支店名: "駅前",
  口座番号: "7654321",
  口座名義カナ: "ﾐﾎﾝ ﾀﾛｳ",
};
const ledger = {
  受付番号: "R0001",
  金融機関コード: "0998",
  支店コード: "015",
  預金種別: "当座",
  口座番号: "0000001",
};
const context: CheckContext = { today: "2026-11-22", sheets: { 台帳: [ledger] } };

describe("check.xlsx of creditor-account", () => {
  let book: CheckBook;
  beforeAll(async () => {
    book = await openCheckBook(path);
  });

  const failing = (record: CheckRecord, severity = "error"): string[] =>
    book
      .check(record, context)
      .findings.filter((f) => f.severity === severity)
      .map((f) => f.rule);

  it("passes the good rows and derives the account kind", () => {
    expect(book.check(company, context)).toMatchObject({
      findings: [],
      derived: { 種別コード: "1" },
    });
    expect(book.check(person, context).findings).toEqual([]);
    expect(book.check({ ...person, 預金種別: "当座" }, context).derived["種別コード"]).toBe("2");
  });

  it.each<[string, CheckRecord, string]>([
    ["R01 three digits", { 金融機関コード: "999" }, "金融機関コードの桁"],
    ["R01 a point", { 金融機関コード: "9.99" }, "金融機関コードの桁"],
    ["R01 a sign", { 金融機関コード: "-999" }, "金融機関コードの桁"],
    ["R01 a letter", { 金融機関コード: "O999" }, "金融機関コードの桁"],
    ["R02 two digits", { 支店コード: "12" }, "支店コードの桁"],
    ["R03 unknown kind", { 預金種別: "定期" }, "預金種別"],
    ["R03 blank", { 預金種別: "" }, "預金種別"],
    ["R04 six digits", { 口座番号: "123456" }, "口座番号の桁"],
    ["R04 exponent", { 口座番号: "1.2E+03" }, "口座番号の桁"],
    ["R04 sign", { 口座番号: "-123456" }, "口座番号の桁"],
    ["R04 letter", { 口座番号: "01234S6" }, "口座番号の桁"],
    ["R04 full width", { 口座番号: "０１２３４５６" }, "口座番号の桁"],
    ["R05 small kana", { 口座名義カナ: "ﾐﾎﾝ ｼｮｳｼﾞ" }, "口座名義カナ"],
    ["R05 full width", { 口座名義カナ: "ミホン" }, "口座名義カナ"],
    ["R05 31 characters", { 口座名義カナ: `ｶ)${"ﾎﾞ".repeat(14)}ﾝ` }, "口座名義カナ"],
    ["R05 middle dot", { 口座名義カナ: "ﾐﾎﾝ･ﾀﾛｳ" }, "口座名義カナ"],
    ["R05 blank", { 口座名義カナ: "" }, "口座名義カナ"],
    ["R06 check digit", { 法人番号: "8999999000011", 登録番号: "" }, "法人番号"],
    ["R06 twelve digits", { 法人番号: "899999900001", 登録番号: "" }, "法人番号"],
    ["R06 blank", { 法人番号: "", 登録番号: "" }, "法人番号"],
    ["R06 person with number", { 区分: "個人", 登録番号: "" }, "法人番号"],
    ["R07 no T", { 登録番号: "8999999000001" }, "登録番号"],
    ["R07 another company", { 登録番号: "T7999999000002" }, "登録番号"],
    ["R08 after intake", { 申請日: "2026-11-23" }, "申請日"],
    ["R08 91 days", { 申請日: "2026-08-23" }, "申請日"],
    ["R08 no date", { 申請日: "令和8年13月1日" }, "申請日"],
    [
      "R09 known account",
      { 金融機関コード: "0998", 支店コード: "015", 預金種別: "当座", 口座番号: "0000001" },
      "口座の重複",
    ],
    ["R10 other branch name", { 支店名: "駅前" }, "支店名"],
    ["R10 unknown branch", { 支店コード: "999" }, "支店名"],
    ["R11 twelve digits", { 法人番号: "123456789018" }, "個人番号らしい番号"],
    ["change", { 申請区分: "変更" }, "申請区分"],
    ["no name", { 氏名: "" }, "氏名"],
  ])("finds %s", (_, change, rule) => {
    expect(failing({ ...company, ...change })).toContain(rule);
  });

  it.each<[string, CheckRecord]>([
    ["R08 the same day", { 申請日: "2026-11-22" }],
    ["R08 90 days", { 申請日: "2026-08-24" }],
    ["R08 era date", { 申請日: "令和8年11月20日" }],
    ["R05 30 characters", { 口座名義カナ: `ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ${"A".repeat(19)}` }],
    ["R09 same number elsewhere", { 口座番号: "0000001" }],
    ["R07 none", { 登録番号: "" }],
  ])("lets %s pass", (_, change) => {
    expect(failing({ ...company, ...change })).toEqual([]);
  });

  it("asks for a mandate when the holder differs from the applicant", () => {
    expect(failing({ ...person, 口座名義カナ: "ﾚｲｼﾞ ﾊﾅｺ" }, "warning")).toEqual([
      "口座名義と申請者",
    ]);
  });

  it("says what is wrong, where, and which fields it looked at", () => {
    const [finding] = book.check({ ...company, 口座番号: "1.2E+03" }, context).findings;
    expect(finding).toMatchObject({
      rule: "口座番号の桁",
      severity: "error",
      fields: ["口座番号"],
      sheet: "案件",
      message: expect.stringMatching(
        /^確認「口座番号の桁」に合いません（案件シート [A-Z]+2 の式：{口座番号}の文字数が7、かつ.*こと）。$/,
      ),
      formula: expect.stringContaining(
        '=IFERROR(AND(LEN(R2)=7,TEXT(VALUE(R2),"0000000")=R2),FALSE)',
      ),
    });
    const kana = book.check({ ...company, 口座名義カナ: "ﾐﾎﾝ ｼｮｳｼﾞ" }, context).findings[0];
    expect(kana?.message).toContain("小さいカナ");
    const mandate = book.check({ ...person, 口座名義カナ: "ﾚｲｼﾞ" }, context).findings[0];
    expect(mandate?.fields).toEqual(["フリガナ", "口座名義カナ"]);
  });

  it("names a field that the check is called after: a doubtful one is asked, not sent back", () => {
    const [finding] = book.check({ ...company, 法人番号: "8999999000002" }, context).findings;
    expect(finding).toMatchObject({ rule: "法人番号", fields: ["区分", "法人番号"] });
  });

  it("sees rows that were added to the ledger after it was opened", () => {
    const rows = [ledger];
    const growing: CheckContext = { today: "2026-11-22", sheets: { 台帳: rows } };
    expect(book.check(company, growing).findings).toEqual([]);
    rows.push({
      受付番号: "R2",
      金融機関コード: "0999",
      支店コード: "012",
      預金種別: "普通",
      口座番号: "0123456",
    });
    expect(book.check(company, growing).findings.map((f) => f.rule)).toEqual(["口座の重複"]);
    expect(book.check(company, context).findings).toEqual([]);
  });

  it("hands out master lists and captions", () => {
    expect(book.masterList("店舗/金融機関名")).toEqual([
      "見本銀行",
      "例示信用金庫",
      "架空農業協同組合",
      "試験銀行",
    ]);
    expect(book.masterList("店舗/支店コード")).toContain("012");
    expect(book.masterList("店舗/ない列")).toBeNull();
    expect(book.masterList("ない表/列")).toBeNull();
    expect(book.inputs).toContain("口座名義カナ");
    expect(book.derived).toContain("種別コード");
    expect(book.sheetNames).toEqual(["案件", "店舗", "種別表", "台帳", "説明"]);
  });
});

describe("other books", () => {
  const folder = mkdtempSync(join(tmpdir(), "buka-book-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let n = 0;
  const open = (book: TestBook): Promise<CheckBook> => {
    const file = join(folder, `b${n++}.xlsx`);
    writeXlsx(file, book);
    return openCheckBook(file);
  };
  const today: CheckContext = { today: "2026-11-22", sheets: {} };
  const caseSheet = (cells: TestBook["sheets"][string]): TestBook => ({ sheets: { 案件: cells } });

  it.each<[string, string, string | null]>([
    ["TRUE", "A2>0", null],
    ["OK", '"OK"', null],
    ["empty text", '""', null],
    ["FALSE", "A2<0", "合いません"],
    ["NG", 'IF(A2>0,"NG","OK")', "合いません"],
    ["a sentence", '"金額を確かめてください。"', "金額を確かめてください。"],
    ["an error value", "1/(A2-A2)", "#DIV/0!"],
  ])("%s", async (_, formula, part) => {
    const book = await open(caseSheet({ A1: "金額", B1: "確認：試験", A2: 1, B2: { formula } }));
    const { findings } = book.check({ 金額: "5" }, today);
    expect(findings.map((f) => f.severity)).toEqual(part === null ? [] : ["error"]);
    if (part !== null) expect(findings[0]?.message).toContain(part);
  });

  it.each<[string, string, string]>([
    ["an unknown function", "FOO(A2)", "FOO"],
    ["WEBSERVICE", 'WEBSERVICE("http://example.jp/"&A2)', "WEBSERVICE"],
    ["a cycle", "B2+1", "案件!B2 → 案件!B2"],
    ["a missing sheet", "マスタ!A1", "マスタ"],
    ["an external book", "[1]Sheet1!A1", "ほかのブック"],
    ["a number as result", "A2+1", "数"],
  ])("%s is neither OK nor NG but uncomputable", async (_, formula, part) => {
    const book = await open(caseSheet({ A1: "金額", B1: "確認：試験", A2: 1, B2: { formula } }));
    const { findings } = book.check({ 金額: "5" }, today);
    expect(findings).toMatchObject([{ severity: "uncomputable", rule: "試験", cell: "B2" }]);
    expect(findings[0]?.message).toContain(part);
  });

  it("expands shared formulas and follows columns in any order", async () => {
    const book = await open(
      caseSheet({
        A1: "合計",
        B1: "単価",
        C1: "数量",
        D1: "倍",
        E1: "単価の倍",
        A2: { formula: "B2*C2" },
        D2: { formula: "A2*2", shared: "0" },
        E2: { formula: "", shared: "0" },
      }),
    );
    expect(book.check({ 単価: "100", 数量: "3" }, today).derived).toEqual({
      合計: "300",
      倍: "600",
      単価の倍: "200",
    });
  });

  it("keeps texts that only look like numbers when the cell is General", async () => {
    const book = await open(
      caseSheet({ A1: "番号", B1: "種類", B2: { formula: 'IF(ISTEXT(A2),"文字","数")' } }),
    );
    const kind = (v: string): string | undefined => book.check({ 番号: v }, today).derived["種類"];
    expect(["0123", "1.2E+03", "1000", "-5", "1,000", "１２３"].map(kind)).toEqual([
      "文字",
      "文字",
      "数",
      "数",
      "文字",
      "文字",
    ]);
  });

  it.each<[string, TestBook, string]>([
    ["no 案件 sheet", { sheets: { Sheet1: { A1: "x" } } }, "RUL008"],
    ["the same caption twice", caseSheet({ A1: "氏名", B1: "氏名" }), "RUL009"],
    ["a check without formula", caseSheet({ A1: "氏名", B1: "確認：氏名" }), "RUL009"],
    ["no caption", caseSheet({ A2: "x" }), "RUL009"],
    [
      "a title above the captions",
      caseSheet({
        A1: "令和7年度 申請一覧",
        A2: "氏名",
        B2: "確認：氏名",
        B3: { formula: 'A3<>""' },
      }),
      "RUL009",
    ],
  ])("refuses %s", async (_, book, code) => {
    await expect(open(book)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/[ぁ-ん]/),
    });
  });

  it("computes a chain of 6,000 rows from either end", async () => {
    const cells: Record<string, { formula: string } | number | string> = {
      A1: "頭",
      B1: "注意：鎖",
      A2: 1,
    };
    for (let r = 1; r <= 6_000; r++) cells[`D${r}`] = { formula: `D${r + 1}+1` };
    cells["D6001"] = 1;
    const book = await open({
      sheets: { 案件: { A1: "頭", B1: "鎖", B2: { formula: "計算!D1" } }, 計算: cells },
    });
    expect(book.check({ 頭: "1" }, today).derived["鎖"]).toBe("6001");
  });
});

describe("books as clerks lay them out", () => {
  type Cells = TestBook["sheets"][string];
  async function checked(cells: Cells, record: CheckRecord, more: Partial<TestBook> = {}) {
    const folder = mkdtempSync(join(tmpdir(), "buka-layout-"));
    try {
      const file = join(folder, "check.xlsx");
      writeXlsx(file, { ...more, sheets: { 案件: cells, ...more.sheets } });
      const opened = await openCheckBook(file);
      const { findings, derived } = opened.check(record, { sheets: {}, today: "2026-11-22" });
      return { said: findings.map((f) => [f.severity, f.message, f.fields]), derived };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const f = (formula: string): { readonly formula: string } => ({ formula });

  it("takes 確認: with a half-width colon and blanks around captions", async () => {
    const cells = { A1: " 金額 ", B1: "確認 : 金額", B2: f("A2>0") };
    expect((await checked(cells, { 金額: "-1" })).said).toEqual([
      [
        "error",
        "確認「金額」に合いません（案件シート B2 の式：{金額}が0より大きいこと）。",
        ["金額"],
      ],
    ]);
  });

  it("never says OK or NG where something cannot be computed", async () => {
    const cells = { A1: "金額", B1: "確認：金額", B2: f("FOO(A2)"), C1: "倍", C2: f("A2+なし!A1") };
    expect(await checked(cells, { 金額: "5" })).toEqual({
      said: [
        ["uncomputable", expect.stringContaining("案件シート B2）：関数 FOO は"), ["金額"]],
        [
          "uncomputable",
          expect.stringContaining("案件シート C2）：「なし」というシート"),
          ["金額"],
        ],
      ],
      derived: {},
    });
  });

  it("looks into several tables, on one sheet and on others", async () => {
    const cells = {
      A1: "コード",
      B1: "確認：コード",
      B2: f("COUNTIF(表甲[コード],A2)=1"),
      C1: "単価",
      C2: f("SUMIF(表甲[コード],A2,表甲[単価])"),
      D1: "注意：件数",
      D2: f('IF(COUNTA(表乙[名],表丙[名])=3,"","件数が違います。")'),
    };
    const sheets = {
      一覧: { A1: "コード", B1: "単価", A2: "A01", B2: 100, A3: "B02", B3: 200, D1: "名", D2: "x" },
      別: { A1: "名", A2: "y", A3: "z" },
    };
    const tables = [
      { name: "表甲", sheet: "一覧", ref: "A1:B3", cols: ["コード", "単価"] },
      { name: "表乙", sheet: "一覧", ref: "D1:D2", cols: ["名"] },
      { name: "表丙", sheet: "別", ref: "A1:A3", cols: ["名"] },
    ];
    expect(await checked(cells, { コード: "B02" }, { sheets, tables })).toEqual({
      said: [],
      derived: { 単価: "200" },
    });
  });

  it("passes over columns without a caption, as merged headers leave them", async () => {
    const cells = { A1: "氏名", B2: f("LEN(A2)"), C1: "確認：氏名", C2: f("B2>1") };
    expect((await checked(cells, { 氏名: "見本" })).said).toEqual([]);
    expect((await checked(cells, { 氏名: "見" })).said).toHaveLength(1);
  });
});

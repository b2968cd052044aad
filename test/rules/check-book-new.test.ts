/** Check books made from a form, formulas said in words, and results as a fresh workbook. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseForm } from "../../ocr/index.ts";
import {
  type CheckBook,
  type CheckField,
  type CheckRecord,
  openCheckBook,
  verdictOf,
  writeNewCheckBook,
  writeResultsBook,
} from "../../rules/index.ts";
import { writeXlsx } from "../support/xlsx-file.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-new-"));
afterAll(() => rmSync(folder, { recursive: true }));
const clock = { now: () => new Date("2026-11-22T01:00:00Z") };
const context = { today: "2026-11-22", sheets: {} };

const field = (name: string, type: string, more: Partial<CheckField> = {}): CheckField => ({
  name,
  type,
  required: true,
  boxes: null,
  maxLength: null,
  options: [],
  master: null,
  ...more,
});
const fields: readonly CheckField[] = [
  field("区分", "choice", { options: ["個人", "法人"] }),
  field("申請日", "date"),
  field("所属", "digits", { boxes: 6 }),
  field("整理番号", "digits", { required: false, maxLength: 10 }),
  field("氏名", "name", { maxLength: 10 }),
  field("郵便番号", "postal-code"),
  field("電話番号", "phone"),
  field("法人番号", "corporate-number", { required: false }),
  field("登録番号", "invoice-number", { required: false }),
  field("金融機関名", "master", { master: "店舗/金融機関名" }),
  field("口座番号", "account-number"),
  field("口座名義", "account-kana"),
  field("本体", "amount"),
  field("消費税", "amount"),
  field("請求額", "amount"),
  field("源泉", "check", { required: false, options: ["対象"] }),
];
const good: CheckRecord = {
  区分: "法人",
  申請日: "2026-11-20",
  受付日: "2026-11-22",
  所属: "110100",
  整理番号: "0012",
  氏名: "見本 太郎",
  郵便番号: "000-0001",
  電話番号: "000-000-0000",
  法人番号: "8999999000001",
  登録番号: "T8999999000001",
  金融機関名: "見本",
  口座番号: "0123456",
  口座名義: "ｶ)ﾐﾎﾝ",
  本体: "1000",
  消費税: "100",
  請求額: "1100",
  源泉: "",
};

describe("a check book made from a form", () => {
  const file = join(folder, "check.xlsx");
  let book: CheckBook;
  beforeAll(async () => {
    await writeNewCheckBook({ title: "試験の様式", fields }, file, { clock });
    book = await openCheckBook(file);
  });
  const said = (change: CheckRecord): readonly string[] =>
    book.check({ ...good, ...change }, context).findings.map((f) => f.message);

  it("has a column for every field, sheets for its lists, and a guide", () => {
    expect(book.inputs).toEqual([...fields.map((f) => f.name), "受付日"]);
    expect(book.sheetNames).toEqual(["案件", "店舗", "使い方"]);
    expect(book.masterList("店舗/金融機関名")).toEqual(["見本"]);
    expect(existsSync(`${file}.draft`)).toBe(false);
  });

  it("lets a good record pass", () => expect(said({})).toEqual([]));

  it.each<[string, CheckRecord, string]>([
    ["another choice", { 区分: "団体" }, "区分は「個人」「法人」のどれかです。"],
    ["a missing value", { 氏名: "" }, "氏名が書かれていません。"],
    ["a long text", { 氏名: "あ".repeat(11) }, "氏名が10文字を超えています。"],
    ["no date", { 申請日: "13月1日" }, "申請日が日付になっていません。"],
    ["a date after intake", { 申請日: "2026-11-23" }, "申請日が受付日より後です。"],
    ["five digits", { 所属: "11010" }, "所属は数字6桁です。"],
    ["digits with a letter", { 整理番号: "12A" }, "整理番号に数字でない文字があります。"],
    ["an exponent", { 口座番号: "1.2E+03" }, "口座番号は数字7桁です。"],
    ["full-width digits", { 口座番号: "０１２３４５６" }, "口座番号は数字7桁です。"],
    ["six digits of a postal code", { 郵便番号: "000-001" }, "郵便番号は数字7桁です。"],
    ["a short phone number", { 電話番号: "000-0000" }, "電話番号は数字10桁か11桁です。"],
    ["a check digit", { 法人番号: "8999999000011" }, "法人番号の検査用数字が合いません。"],
    ["no T", { 登録番号: "08999999000001" }, "登録番号は T と数字13桁です。"],
    [
      "a name that is not in the list",
      { 金融機関名: "ない" },
      "金融機関名が「店舗」の表にありません。",
    ],
    [
      "small kana",
      { 口座名義: "ﾐﾎﾝｼｮｳｼﾞ" },
      "口座名義に小さいカナ（ｬ ｭ ｮ ｯ など）があります。大きいカナに直してください。",
    ],
    [
      "characters that banks refuse",
      { 口座名義: "ミホン" },
      "口座名義に振込で使えない文字があります。",
    ],
    ["an amount that is a text", { 本体: "千円" }, "本体が数になっていません。"],
    ["half a yen", { 本体: "0.5" }, "本体は0以上の整数です。"],
    ["a wrong total", { 請求額: "1101" }, "請求額が、本体・消費税の合計と違います。"],
    ["another tick", { 源泉: "はい" }, "源泉は「対象」か空欄です。"],
    [
      "twelve digits",
      { 整理番号: "123456789018" },
      "12桁の番号があります。個人番号（マイナンバー）なら、この案件を進めず担当者に渡してください。",
    ],
  ])("finds %s", (_, change, message) => expect(said(change)).toContain(message));

  it("shows stored values in Excel, colours and drop-down lists", async () => {
    const read = new ExcelJS.Workbook();
    await read.xlsx.readFile(file);
    const sheet = read.getWorksheet("案件");
    expect(sheet?.getCell("A2").dataValidation.formulae).toEqual(['"個人,法人"']);
    const xml = strFromU8(
      unzipSync(new Uint8Array(readFileSync(file)))["xl/worksheets/sheet1.xml"] ?? new Uint8Array(),
    );
    expect(xml).toContain("<conditionalFormatting");
    expect(xml).not.toMatch(/<f>[^<]*<\/f><\/c>/);
  });

  it("fits the form that it was made from", async () => {
    const text = readFileSync("scenarios/library/creditor-account/form.yaml", "utf8");
    const form = parseForm(text, "form.yaml");
    if (!form.ok) throw new RangeError("form");
    const made = join(folder, "creditor.xlsx");
    const checks = await writeNewCheckBook(form.value, made, { clock });
    expect(checks).toContain("確認：口座名義カナ");
    const inputs = (await openCheckBook(made)).inputs;
    expect(inputs.filter((n) => n !== "受付日")).toEqual(form.value.fields.map((f) => f.name));
  });
});

describe("a formula in words", () => {
  it.each<[string, string]>([
    ['IF(B2>=1000000,"NG","OK")', "{金額}が1,000,000以上ならNG"],
    ['IF(B2<1000000,"OK","NG")', "{金額}が1,000,000未満でなければNG"],
    ["LEN(A2)=7", "{番号}の文字数が7であること"],
    ["B2>C2", "{金額}が{残額}より大きいこと"],
    ['A2<>""', "{番号}が空欄でないこと"],
    ['OR(A2="",LEFT(A2,1)="T")', "{番号}が空欄、または{番号}の先頭1文字が「T」であること"],
    ["OR(B2=1,B2=2,B2=4)", "{金額}が1・2・4のどれかであること"],
    ["COUNTIF($A$2:$A$99,A2)=1", "{番号}がほかの行と重複しないこと"],
    ["COUNTIFS(台帳!A:A,A2,台帳!B:B,B2)=0", "{番号}・{金額}が「台帳」の表にないこと"],
    ["ISNUMBER(MATCH(A2,台帳!A:A,0))", "{番号}が「台帳」の表にあること"],
    ['ISERROR(FIND("-",A2))', "{番号}に「-」がないこと"],
    ["SUM(B2:C2)=100", "{金額}から{残額}までの合計が100であること"],
    ["B2*(1+C2)<=TODAY()", "{金額}×（1＋{残額}）が今日以下であること"],
    ['IF(A2="","",LEN(A2)=7)', "{番号}が空欄なら合格。それ以外は{番号}の文字数が7であること"],
    ["SUMPRODUCT(--(B2:C2>0))=2", ""],
  ])("%s", async (formula, words) => {
    const file = join(folder, "words.xlsx");
    const 案件 = { A1: "番号", B1: "金額", C1: "残額", D1: "確認：試験", D2: { formula } };
    writeXlsx(file, { sheets: { 案件, 台帳: { A1: "番号" } } });
    const book = await openCheckBook(file);
    const wrong = [
      { 番号: "1-", 金額: "2000000", 残額: "-5" },
      { 番号: "X", 金額: "3", 残額: "3000000" },
      { 番号: "", 金額: "0", 残額: "0" },
      { 番号: "Z9", 金額: "1000000", 残額: "" },
    ];
    const found = wrong.flatMap((r) => book.check(r, context).findings.map((f) => f.message));
    const where = words === "" ? "案件シート D2" : `案件シート D2 の式：${words}`;
    const all = [`確認「試験」に合いません（${where}）。`];
    // Some of these hold for every record tried: then there is nothing to say.
    if (found.length > 0) expect([...new Set(found)]).toEqual(all);
    else expect(formula).toMatch(/台帳.*=0|COUNTIF\(\$A/);
  });
});

describe("results as a fresh workbook", () => {
  it("holds texts as texts and the pictures of fields", async () => {
    const png = readFileSync("scenarios/library/creditor-account/samples/2026-11-20/scan-01.png");
    const file = join(folder, "results.xlsx");
    const findings = ["氏名が書かれていません。"];
    const shown = { field: "氏名", value: "=1+1", picture: png, notes: [] };
    await writeResultsBook(
      [
        {
          number: "R1",
          state: "差戻し",
          verdict: "error",
          findings,
          values: { 氏名: "=1+1" },
          fields: [shown],
        },
        {
          number: "R2",
          state: "済",
          verdict: "ok",
          findings: [],
          values: { 口座番号: "0123" },
          fields: [],
        },
      ],
      file,
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const [list, pictures] = book.worksheets;
    expect([1, 2, 3, 4, 5].map((c) => list?.getRow(2).getCell(c).value)).toEqual([
      "R1",
      "差戻し",
      "NG",
      findings[0],
      "=1+1",
    ]);
    expect(list?.getRow(3).getCell(6).value).toBe("0123");
    expect(list?.getRow(2).getCell(5).type).toBe(ExcelJS.ValueType.String);
    expect(pictures?.getImages()).toHaveLength(1);
  });

  it("takes the worst of the findings as the verdict", () => {
    const finding = (severity: "error" | "warning" | "uncomputable") => ({
      rule: "",
      severity,
      message: "",
      fields: [],
      sheet: "",
      cell: "",
      formula: "",
    });
    expect(verdictOf([])).toBe("ok");
    expect(verdictOf([finding("warning")])).toBe("warning");
    expect(verdictOf([finding("warning"), finding("uncomputable")])).toBe("uncomputable");
    expect(verdictOf([finding("uncomputable"), finding("error")])).toBe("error");
  });
});

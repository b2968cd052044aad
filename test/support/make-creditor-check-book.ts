/**
 * Writes scenarios/library/creditor-account/check.xlsx: the checks R01–R11 of a creditor's bank account as a clerk would keep them.
 * Run: node apps/setup/run-script.mjs test/support make-creditor-check-book
 */
import { resolve } from "node:path";
import ExcelJS from "exceljs";
import { calcBook } from "../../rules/index.ts";

interface Column {
  readonly caption: string;
  readonly width: number;
  readonly format: string;
  /** Sample value of the pattern row, or its formula with {項目} for cells of that row. */
  readonly sample?: string | Date;
  readonly formula?: string;
  readonly list?: readonly string[];
  readonly note?: string;
}

const text = "@";
const date = "yyyy/m/d";
const input = (
  caption: string,
  width: number,
  sample: string | Date = "",
  more: Partial<Column> = {},
): Column => ({
  caption,
  width,
  format: sample instanceof Date ? date : text,
  sample,
  ...more,
});
const check = (caption: string, formula: string, note: string): Column => ({
  caption,
  width: 24,
  format: "General",
  formula,
  note,
});

const smallKana = "ｧｨｩｪｫｬｭｮｯ";
const bigKana = "ｱｲｳｴｵﾔﾕﾖﾂ";
const legalForms = [
  "ｶﾌﾞｼｷｶﾞｲｼﾔ",
  "ﾕｳｹﾞﾝｶﾞｲｼﾔ",
  "ｺﾞｳﾄﾞｳｶﾞｲｼﾔ",
  "ｼﾔｶｲﾌｸｼﾎｳｼﾞﾝ",
  "ﾄｸﾃｲﾋｴｲﾘｶﾂﾄﾞｳﾎｳｼﾞﾝ",
  "ｲﾂﾊﾟﾝｼﾔﾀﾞﾝﾎｳｼﾞﾝ",
  "ｲﾂﾊﾟﾝｻﾞｲﾀﾞﾝﾎｳｼﾞﾝ",
];

/** SUBSTITUTE(…SUBSTITUTE(x, a, b)…). */
function substituted(x: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((inner, [from, to]) => `SUBSTITUTE(${inner},"${from}","${to}")`, x);
}

const kanaForComparison = substituted("ASC({フリガナ})", [
  ...[...smallKana].map((c, i) => [c, bigKana[i] ?? ""] as const),
  ["ｰ", "-"],
  [" ", ""],
  ...legalForms.map((f) => [f, ""] as const),
]);

const corporateDigits =
  "9-MOD(2*(MID(x,2,1)+MID(x,4,1)+MID(x,6,1)+MID(x,8,1)+MID(x,10,1)+MID(x,12,1))+MID(x,3,1)+MID(x,5,1)+MID(x,7,1)+MID(x,9,1)+MID(x,11,1)+MID(x,13,1),9)".replaceAll(
    "x",
    "{法人番号}",
  );

const digits = (name: string): string => `SUBSTITUTE(SUBSTITUTE({${name}},"-","")," ","")`;

const columns: readonly Column[] = [
  input("申請区分", 10, "新規", { list: ["新規", "変更", "取消"] }),
  input("申請日", 12, new Date(Date.UTC(2026, 10, 20))),
  input("受付日", 12, new Date(Date.UTC(2026, 10, 22)), {
    note: "buka が受け付けた日が入ります。",
  }),
  input("区分", 8, "法人", { list: ["個人", "法人", "団体"] }),
  input("氏名", 26, "株式会社みほん電設"),
  input("フリガナ", 28, "カブシキガイシャ ミホンデンセツ"),
  input("代表者", 20, "代表取締役 見本 太郎"),
  input("郵便番号", 11, "000-0001"),
  input("住所", 30, "みほん市大手町0-0-0"),
  input("電話番号", 15, "000-000-0000"),
  input("法人番号", 16, "8999999000001"),
  input("登録番号", 17, "T8999999000001"),
  input("金融機関コード", 10, "0999"),
  input("金融機関名", 18, "見本銀行"),
  input("支店コード", 9, "012"),
  input("支店名", 14, "本店営業部"),
  input("預金種別", 10, "普通", { list: ["普通", "当座", "貯蓄", "その他"] }),
  input("口座番号", 11, "0123456"),
  input("口座名義カナ", 26, "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ"),
  input("源泉対象", 9, ""),
  input("担当所属", 10, "110100"),
  {
    caption: "種別コード",
    width: 9,
    format: "0",
    formula: 'IFERROR(VLOOKUP({預金種別},種別表!$A:$B,2,FALSE),"")',
    note: "預金種別を財務会計の番号に直します。",
  },
  {
    caption: "照合用フリガナ",
    width: 18,
    format: text,
    formula: kanaForComparison,
    note: "口座名義と比べるために整えたフリガナです。",
  },
  check(
    "確認：申請区分",
    'IF({申請区分}="新規","","この部下は新規だけを登録します。変更・取消は担当者が処理してください。")',
    "新規だけを扱います。",
  ),
  check(
    "確認：氏名",
    'IF({氏名}="","氏名・名称が書かれていません。",IF(LEN({氏名})>40,"氏名・名称が40文字を超えています。",""))',
    "必須・40文字まで",
  ),
  check(
    "確認：住所",
    'IF({住所}="","住所・所在地が書かれていません。",IF(LEN({住所})>60,"住所・所在地が60文字を超えています。",""))',
    "必須・60文字まで",
  ),
  check("確認：郵便番号の桁", `LEN(${digits("郵便番号")})=7`, "数字7桁"),
  check(
    "確認：電話番号の桁",
    `OR(LEN(${digits("電話番号")})=10,LEN(${digits("電話番号")})=11)`,
    "数字10桁か11桁",
  ),
  check(
    "確認：金融機関コードの桁",
    'IFERROR(AND(LEN({金融機関コード})=4,ISNUMBER(VALUE({金融機関コード})),ISERROR(FIND(".",{金融機関コード})),ISERROR(FIND("-",{金融機関コード}))),FALSE)',
    "R01 数字4桁",
  ),
  check("確認：支店コードの桁", "LEN({支店コード})=3", "R02 3桁"),
  check(
    "確認：預金種別",
    "OR({種別コード}=1,{種別コード}=2,{種別コード}=4,{種別コード}=9)",
    "R03 普通・当座・貯蓄・その他",
  ),
  check(
    "確認：口座番号の桁",
    'IFERROR(AND(LEN({口座番号})=7,TEXT(VALUE({口座番号}),"0000000")={口座番号}),FALSE)',
    "R04 数字7桁（1.2E+03 や -123456 は通しません）",
  ),
  check(
    "確認：口座名義カナ",
    `IF({口座名義カナ}="","口座名義カナが書かれていません。",IF(SUMPRODUCT(--ISNUMBER(FIND({${[...smallKana].map((c) => `"${c}"`).join(",")}},{口座名義カナ})))>0,"口座名義に小さいカナ（ｬ ｭ ｮ ｯ など）があります。大きいカナに直してください。",IF(LEN({口座名義カナ})>30,"口座名義が30文字を超えています（濁点・半濁点も1文字に数えます）。",IFERROR(IF(全銀カナ({口座名義カナ}),"","口座名義に振込で使えない文字があります。"),"（この確認は buka が計算します）"))))`,
    "R05 全銀の文字で30文字まで。Excel には 全銀カナ という関数がないため、Excel で開くと計算されません。",
  ),
  check(
    "確認：法人番号",
    `IFERROR(IF({区分}="法人",AND(LEN({法人番号})=13,VALUE(LEFT({法人番号},1))=${corporateDigits}),{法人番号}=""),FALSE)`,
    "R06 法人は13桁で検査数字が合うこと。個人・団体は空欄",
  ),
  check(
    "確認：登録番号",
    'OR({登録番号}="",AND(LEFT({登録番号},1)="T",LEN({登録番号})=14,OR({区分}<>"法人",MID({登録番号},2,13)={法人番号})))',
    "R07 T と数字13桁。法人は法人番号と同じ",
  ),
  check(
    "確認：申請日",
    'IF(AND(ISNUMBER({申請日}),ISNUMBER({受付日})),IF({申請日}>{受付日},"申請日が受付日より後です。",IF({受付日}-{申請日}>90,"申請日から90日を過ぎています。","")),"申請日が日付になっていません。")',
    "R08 受付日以前・90日以内",
  ),
  check(
    "確認：口座の重複",
    'IF(COUNTIFS(台帳!$B:$B,{金融機関コード},台帳!$C:$C,{支店コード},台帳!$D:$D,{預金種別},台帳!$E:$E,{口座番号})=0,"","同じ口座が台帳にあります。登録済みの債権者ではないか確かめてください。")',
    "R09 取引済みの口座でないこと",
  ),
  check(
    "確認：支店名",
    "IFERROR(AND(VLOOKUP({金融機関コード}&{支店コード},店舗!$A:$C,3,FALSE)={支店名},VLOOKUP({金融機関コード}&{支店コード},店舗!$A:$C,2,FALSE)={金融機関名}),FALSE)",
    "R10 コードと名前が店舗の表と合うこと",
  ),
  check(
    "確認：個人番号らしい番号",
    `IF(OR(LEN({法人番号})=12,LEN(SUBSTITUTE({登録番号},"T",""))=12,LEN(${digits("電話番号")})=12),"12桁の番号があります。個人番号（マイナンバー）なら、この紙を取り込まず担当者に渡してください。","")`,
    "R11 個人番号を取り込まない",
  ),
  check("確認：担当所属の桁", "LEN({担当所属})=6", "6桁"),
  check(
    "注意：口座名義と申請者",
    'IF(OR({照合用フリガナ}="",{口座名義カナ}=""),"",IF(ISNUMBER(FIND(LEFT({照合用フリガナ},10),SUBSTITUTE({口座名義カナ}," ",""))),"","口座名義が申請者のフリガナと違うようです。委任状があるか確かめてください。"))',
    "フリガナの先頭10文字が口座名義に入っているか",
  ),
];

const branches = [
  ["0999", "見本銀行", "012", "本店営業部"],
  ["0999", "見本銀行", "013", "駅前"],
  ["0999", "見本銀行", "101", "東"],
  ["0998", "例示信用金庫", "001", "本店"],
  ["0998", "例示信用金庫", "015", "西"],
  ["0997", "架空農業協同組合", "201", "中央"],
  ["0996", "試験銀行", "110", "本店"],
  ["0996", "試験銀行", "222", "港町"],
] as const;

const kinds = [
  ["普通", 1],
  ["当座", 2],
  ["貯蓄", 4],
  ["その他", 9],
] as const;

function fillOf(argb: string): ExcelJS.Fill {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

const fills = {
  input: fillOf("FFDCE6F1"),
  derived: fillOf("FFE8E8E8"),
  check: fillOf("FFE2EFDA"),
  warning: fillOf("FFFFF2CC"),
};

function fillFor(c: Column): ExcelJS.Fill {
  if (c.caption.startsWith("確認")) return fills.check;
  if (c.caption.startsWith("注意")) return fills.warning;
  return c.formula === undefined ? fills.input : fills.derived;
}

function styleHeader(cell: ExcelJS.Cell, fill: ExcelJS.Fill): void {
  cell.fill = fill;
  cell.font = { name: "Meiryo UI", size: 10, bold: true };
  cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
  cell.border = { bottom: { style: "thin" }, right: { style: "hair" } };
}

function address(caption: string): string {
  const at = columns.findIndex((c) => c.caption === caption);
  if (at < 0) throw new RangeError(`no column ${caption}`);
  const letters = at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;
  return `${letters}2`;
}

function formulaOf(c: Column): string {
  return (c.formula ?? "").replace(/\{([^{}"]+)\}/g, (_, caption: string) => address(caption));
}

type Results = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function addCaseSheet(book: ExcelJS.Workbook, results: Results | null): void {
  const sheet = book.addWorksheet("案件", { views: [{ state: "frozen", ySplit: 1, xSplit: 1 }] });
  sheet.columns = columns.map((c) => ({ width: c.width, style: { numFmt: c.format } }));
  sheet.getRow(1).height = 34;
  columns.forEach((c, i) => {
    const header = sheet.getRow(1).getCell(i + 1);
    header.value = c.caption;
    header.numFmt = text;
    styleHeader(header, fillFor(c));
    const cell = sheet.getRow(2).getCell(i + 1);
    cell.numFmt = c.format;
    cell.font = { name: "Meiryo UI", size: 10 };
    if (c.formula !== undefined) {
      const known = results?.["案件"]?.[address(c.caption)];
      const result =
        typeof known === "string" || typeof known === "number" || typeof known === "boolean"
          ? known
          : "";
      cell.value = { formula: formulaOf(c), result };
    } else if (c.sample !== "" && c.sample !== undefined) cell.value = c.sample;
    if (c.list) {
      sheet.getRow(2).getCell(i + 1).dataValidation = {
        type: "list",
        allowBlank: true,
        formulae: [`"${c.list.join(",")}"`],
      };
    }
  });
}

interface Master {
  readonly name: string;
  readonly headers: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function addMaster(book: ExcelJS.Workbook, m: Master): void {
  const sheet = book.addWorksheet(m.name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = m.widths.map((width) => ({ width, style: { numFmt: text } }));
  m.headers.forEach((h, i) => {
    const cell = sheet.getRow(1).getCell(i + 1);
    cell.value = h;
    styleHeader(cell, fills.input);
  });
  m.rows.forEach((row, r) => {
    row.forEach((v, c) => {
      const cell = sheet.getRow(r + 2).getCell(c + 1);
      cell.value = v;
      cell.numFmt = typeof v === "number" ? "0" : text;
      cell.font = { name: "Meiryo UI", size: 10 };
    });
  });
}

function addGuide(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet("説明");
  sheet.columns = [{ width: 26 }, { width: 100 }];
  const lines: (readonly [string, string])[] = [
    ["この部下の点検", "「案件」シートの2行目が見本です。buka は1件ずつ2行目に入れて計算します。"],
    ["青の列", "紙から読み取った項目が入ります。見出しは様式・シナリオと同じ言葉にしてください。"],
    [
      "緑の列（確認：）",
      "空欄・TRUE・OK なら合格です。FALSE・NG や文が出たものは、人の確認に回ります。",
    ],
    ["黄の列（注意：）", "文が出ても止まりません。確認画面に表示します。"],
    ["灰の列", "計算して使う値です。シナリオで {種別コード} のように使えます。"],
    [
      "「店舗」「種別表」",
      "表に行を足すだけで増やせます。店舗の A 列は金融機関コードと支店コードをつないだものです。",
    ],
    ["「台帳」", "buka が処理済みの案件を入れてから計算します。書き込まないでください。"],
    ...columns.flatMap((c): (readonly [string, string])[] =>
      c.note === undefined ? [] : [[c.caption, c.note]],
    ),
  ];
  lines.forEach(([name, what], i) => {
    const row = sheet.getRow(i + 1);
    row.getCell(1).value = name;
    row.getCell(2).value = what;
    row.getCell(1).font = { name: "Meiryo UI", size: 10, bold: true };
    row.getCell(2).font = { name: "Meiryo UI", size: 10 };
    row.getCell(2).alignment = { wrapText: true, vertical: "top" };
    row.getCell(1).alignment = { vertical: "top" };
  });
}

function bookOf(results: Results | null): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.creator = "buka";
  book.created = new Date(Date.UTC(2026, 10, 22));
  book.modified = book.created;
  book.calcProperties.fullCalcOnLoad = true;
  addCaseSheet(book, results);
  addMaster(book, {
    name: "店舗",
    headers: ["店舗キー", "金融機関名", "支店名", "金融機関コード", "支店コード"],
    widths: [12, 22, 16, 14, 12],
    rows: branches.map(([bank, bankName, code, name]) => [
      `${bank}${code}`,
      bankName,
      name,
      bank,
      code,
    ]),
  });
  addMaster(book, {
    name: "種別表",
    headers: ["預金種別", "種別コード"],
    widths: [12, 12],
    rows: kinds,
  });
  addMaster(book, {
    name: "台帳",
    headers: ["受付番号", "金融機関コード", "支店コード", "預金種別", "口座番号", "債権者番号"],
    widths: [18, 14, 12, 10, 12, 12],
    rows: [],
  });
  addGuide(book);
  return book;
}

const target = process.argv[2] ?? "scenarios/library/creditor-account/check.xlsx";
await bookOf(null).xlsx.writeFile(target);
// A second time with the values that buka computes, so that viewers without a formula engine show them.
await bookOf(await calcBook(target)).xlsx.writeFile(target);
process.stdout.write(`${resolve(target)}\n`);

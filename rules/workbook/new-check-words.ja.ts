/** Sheets, samples and guide of a check book that buka makes from a form. */
import { caseSheetName } from "../book/caption-words.ja.ts";
import type { CheckField } from "./field-checks.ja.ts";

export const newBookWords = {
  caseSheet: caseSheetName,
  guideSheet: "使い方",
  receivedOn: "受付日",
  sampleList: "見本",
} as const;

/** Fictitious values of the sample row, by type. */
const samples: Readonly<Record<string, string>> = {
  "postal-code": "000-0001",
  phone: "000-000-0000",
  "corporate-number": "8999999000001",
  "invoice-number": "T8999999000001",
  "account-number": "0123456",
  "account-kana": "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ",
  kana: "ミホン タロウ",
  name: "見本 太郎",
  address: "みほん市大手町0-0-0",
  text: "見本",
};

/** Text of the sample row; dates and amounts get theirs as numbers. */
export function sampleOf(f: CheckField): string {
  if (f.type === "choice") return f.options[0] ?? "";
  if (f.type === "check") return f.required ? (f.options[0] ?? "") : "";
  if (f.type === "digits") return "1".repeat(f.boxes ?? Math.min(4, f.maxLength ?? 4));
  if (f.type === "master") return f.master === null ? "" : newBookWords.sampleList;
  return samples[f.type] ?? "";
}

/** What the guide says before it lists the checks: a heading and a sentence each. */
export const guideTop = (title: string): readonly (readonly [string, string])[] => [
  ["この表について", `様式「${title}」から buka が作った点検の表です。自由に直して使えます。`],
  [
    "「案件」シート",
    "1行目が見出し、2行目が見本の行です。buka は1件ずつ2行目に入れて計算します。表で点検するときは、2行目の式が下の行にも使われます。",
  ],
  ["青の列", "書類や表から入る項目です。見出しは様式・シナリオと同じ言葉にしておきます。"],
  [
    "緑の列（確認：…）",
    "空欄・TRUE・OK なら合格です。FALSE・NG や文が出た案件は、人の確認に回ります。",
  ],
  ["黄の列（注意：…）", "文が出ても止まりません。確認の画面と報告に出ます。"],
  [
    "灰の列",
    "「確認：」「注意：」で始まらない式の列は、計算して使う値です。シナリオで {見出し} と書いて使えます。",
  ],
  [
    "式を足すには",
    '右端に見出し（例：確認：金額の上限）を書き、2行目に式（例：=IF(C2>1000000,"100万円を超えています。","")）を書くだけです。',
  ],
  [
    "ほかのシート",
    "一覧表（マスタ）です。1行目を見出しにして、下に行を足します。VLOOKUP や COUNTIF で引けます。「見本」の行は消して使ってください。",
  ],
  [
    "0 から始まる番号",
    "青の列は文字列の書式なので、0 はそのまま残ります。書式を変えないでください。",
  ],
];

export const guideChecks = "この表の確認";

/** What people type into the review book, and what becomes of it. */
import { describe, expect, it } from "vitest";
import { type FieldType, type FormField, normaliseTyped } from "../../ocr/index.ts";

const field = (type: FieldType, over: Partial<FormField> = {}): FormField => ({
  name: "項目",
  type,
  required: true,
  boxes: null,
  maxLength: null,
  options: [],
  master: null,
  writing: "print",
  ...over,
});

describe("a typed value", () => {
  it.each([
    { f: field("account-number", { boxes: 7 }), typed: "０１２３４５６", value: "0123456" },
    { f: field("postal-code", { boxes: 7 }), typed: "100-0001", value: "1000001" },
    { f: field("invoice-number", { boxes: 13 }), typed: "T8999999000001", value: "T8999999000001" },
    { f: field("invoice-number", { boxes: 13 }), typed: "8999999000001", value: "T8999999000001" },
    { f: field("date"), typed: "R8.11.2", value: "2026-11-02" },
    { f: field("date"), typed: "令和８年１１月２日", value: "2026-11-02" },
    { f: field("amount"), typed: "¥1,234円", value: "1234" },
    { f: field("account-kana"), typed: "カ）ミホンデンセツ", value: "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ" },
    { f: field("account-kana"), typed: "ﾐﾎﾝ ﾀﾛｳ", value: "ﾐﾎﾝ ﾀﾛｳ" },
    { f: field("kana"), typed: "みほん タロウ", value: "ミホン タロウ" },
    { f: field("name"), typed: "髙橋　﨑", value: "髙橋　﨑" },
    { f: field("choice", { options: ["普通", "当座"] }), typed: "普通", value: "普通" },
    { f: field("check", { options: ["対象"], required: false }), typed: "", value: "" },
    { f: field("check", { options: ["対象"] }), typed: "○", value: "対象" },
    { f: field("check", { options: ["対象"] }), typed: "いいえ", value: "" },
    { f: field("choice", { options: ["Ａ区分", "Ｂ区分"] }), typed: "A区分", value: "Ａ区分" },
    { f: field("digits", { boxes: 4 }), typed: "０９９９", value: "0999" },
    { f: field("digits", { maxLength: 8 }), typed: "12", value: "12" },
    { f: field("postal-code", { boxes: 7 }), typed: "〒１００ー０００１", value: "1000001" },
    { f: field("corporate-number"), typed: "8-9999-9900-0001", value: "8999999000001" },
    { f: field("date"), typed: "2026/11/2", value: "2026-11-02" },
    { f: field("date"), typed: "令和元年５月１日", value: "2019-05-01" },
    { f: field("date"), typed: "2026－11－02", value: "2026-11-02" },
    { f: field("amount"), typed: "金１２，３４５円也", value: "12345" },
    { f: field("amount"), typed: "0", value: "0" },
    { f: field("amount"), typed: "007", value: "7" },
    { f: field("phone"), typed: "０３（００００）００００", value: "03-0000-0000" },
    { f: field("phone"), typed: "(03)0000-0000", value: "03-0000-0000" },
    { f: field("phone"), typed: "09000001234", value: "090-0000-1234" },
    { f: field("phone"), typed: "0120000000", value: "0120-000-000" },
    { f: field("phone"), typed: "045ー000ー0000", value: "045-000-0000" },
    { f: field("account-kana"), typed: "みほん しょうじ", value: "ﾐﾎﾝ ｼﾖｳｼﾞ" },
    { f: field("account-kana"), typed: "ﾊﾟ−ｸ", value: "ﾊﾟ-ｸ" },
    { f: field("account-kana"), typed: "abc 12", value: "ABC 12" },
    { f: field("kana"), typed: "ﾐﾎﾝ　ｼｮｳｼﾞ", value: "ミホン ショウジ" },
    { f: field("kana"), typed: "コ-ポ", value: "コーポ" },
    { f: field("name"), typed: "渡邉\u200b 太郎\n", value: "渡邉  太郎" },
    { f: field("name"), typed: "\ufa19山 太郎", value: "\ufa19山 太郎" },
    { f: field("name"), typed: "か\u3099とう", value: "がとう" },
    { f: field("organisation"), typed: "㈱みほん電設", value: "㈱みほん電設" },
    { f: field("organisation"), typed: "株式会社みほん電設", value: "株式会社みほん電設" },
    { f: field("address"), typed: "みほん市大手町１ー２－３", value: "みほん市大手町1-2-3" },
    { f: field("master"), typed: "見本銀行", value: "見本銀行" },
    { f: field("text"), typed: "庁舎清掃業務 11月分", value: "庁舎清掃業務 11月分" },
  ])("$f.type: $typed → $value", ({ f, typed, value }) => {
    expect(normaliseTyped(f, typed)).toEqual({ ok: true, value });
  });

  it.each([
    { f: field("account-number", { boxes: 7 }), typed: "123456", says: "7 桁" },
    { f: field("account-number", { boxes: 7 }), typed: "1.2E+03", says: "数字だけ" },
    { f: field("date"), typed: "R1.4.30", says: "日付は" },
    {
      f: field("choice", { options: ["普通", "当座"] }),
      typed: "普通預金",
      says: "「普通」「当座」",
    },
    { f: field("name"), typed: " ", says: "必須" },
    { f: field("name", { maxLength: 3 }), typed: "見本太郎", says: "3 文字" },
    { f: field("phone"), typed: "なし", says: "電話番号は" },
    { f: field("phone"), typed: "0450000000", says: "区切って" },
    { f: field("phone"), typed: "03-0000-000", says: "けた数が合いません" },
    { f: field("phone"), typed: "090-0000-027", says: "携帯電話は11けた" },
    { f: field("phone"), typed: "03-0000-00001", says: "けた数が合いません" },
    { f: field("corporate-number"), typed: "8999999000011", says: "検査数字" },
    { f: field("corporate-number"), typed: "999999000001", says: "13 桁" },
    { f: field("invoice-number", { boxes: 13 }), typed: "T123", says: "13 桁" },
    { f: field("postal-code"), typed: "100-000", says: "7 桁" },
    { f: field("digits", { maxLength: 3 }), typed: "1234", says: "3 桁まで" },
    { f: field("date"), typed: "2026-02-30", says: "日付は" },
    { f: field("date"), typed: "明日", says: "日付は" },
    { f: field("amount"), typed: "▲1,000", says: "マイナス" },
    { f: field("amount"), typed: "1,00", says: "金額は" },
    { f: field("amount"), typed: "1e3", says: "金額は" },
    { f: field("amount"), typed: "9999999999999", says: "桁が多すぎ" },
    { f: field("account-kana"), typed: "見本太郎", says: "使えない文字" },
    { f: field("account-kana"), typed: "ﾐﾎﾝ・ﾀﾛｳ/", says: "使えない文字" },
    { f: field("account-kana"), typed: "ガ".repeat(16), says: "30 文字" },
    { f: field("kana"), typed: "見本", says: "使えない文字" },
    { f: field("name"), typed: "<script>", says: "使えない文字" },
    { f: field("name"), typed: "=1+1", says: "使えない文字" },
    { f: field("text"), typed: "あ".repeat(2000), says: "1000 文字" },
    { f: field("text"), typed: "番号 1234 5678 9018", says: "個人番号" },
    { f: field("digits", { maxLength: 12 }), typed: "123456789018", says: "個人番号" },
  ])("$f.type: $typed is refused with a sentence", ({ f, typed, says }) => {
    const result = normaliseTyped(f, typed);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.message).toContain(says);
  });
});

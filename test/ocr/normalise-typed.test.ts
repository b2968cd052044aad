/** What people type into the review book, and what becomes of it. */
import { describe, expect, it } from "vitest";
import { normaliseTyped } from "../../ocr/index.ts";
import { formField } from "../support/form-field.ts";

describe("a typed value", () => {
  it.each([
    { f: formField("account-number", { boxes: 7 }), typed: "０１２３４５６", value: "0123456" },
    { f: formField("postal-code", { boxes: 7 }), typed: "100-0001", value: "1000001" },
    {
      f: formField("invoice-number", { boxes: 13 }),
      typed: "T8999999000001",
      value: "T8999999000001",
    },
    {
      f: formField("invoice-number", { boxes: 13 }),
      typed: "8999999000001",
      value: "T8999999000001",
    },
    { f: formField("date"), typed: "R8.11.2", value: "2026-11-02" },
    { f: formField("date"), typed: "令和８年１１月２日", value: "2026-11-02" },
    { f: formField("amount"), typed: "¥1,234円", value: "1234" },
    { f: formField("account-kana"), typed: "カ）ミホンデンセツ", value: "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ" },
    { f: formField("account-kana"), typed: "ﾐﾎﾝ ﾀﾛｳ", value: "ﾐﾎﾝ ﾀﾛｳ" },
    { f: formField("kana"), typed: "みほん タロウ", value: "ミホン タロウ" },
    { f: formField("name"), typed: "髙橋　﨑", value: "髙橋　﨑" },
    { f: formField("choice", { options: ["普通", "当座"] }), typed: "普通", value: "普通" },
    { f: formField("check", { options: ["対象"], required: false }), typed: "", value: "" },
    { f: formField("check", { options: ["対象"] }), typed: "○", value: "対象" },
    { f: formField("check", { options: ["対象"] }), typed: "いいえ", value: "" },
    { f: formField("choice", { options: ["Ａ区分", "Ｂ区分"] }), typed: "A区分", value: "Ａ区分" },
    { f: formField("digits", { boxes: 4 }), typed: "０９９９", value: "0999" },
    { f: formField("digits", { maxLength: 8 }), typed: "12", value: "12" },
    { f: formField("postal-code", { boxes: 7 }), typed: "〒１００ー０００１", value: "1000001" },
    { f: formField("corporate-number"), typed: "8-9999-9900-0001", value: "8999999000001" },
    { f: formField("date"), typed: "2026/11/2", value: "2026-11-02" },
    { f: formField("date"), typed: "令和元年５月１日", value: "2019-05-01" },
    { f: formField("date"), typed: "2026－11－02", value: "2026-11-02" },
    { f: formField("amount"), typed: "金１２，３４５円也", value: "12345" },
    { f: formField("amount"), typed: "0", value: "0" },
    { f: formField("amount"), typed: "007", value: "7" },
    { f: formField("phone"), typed: "０３（００００）００００", value: "03-0000-0000" },
    { f: formField("phone"), typed: "(03)0000-0000", value: "03-0000-0000" },
    { f: formField("phone"), typed: "09000001234", value: "090-0000-1234" },
    { f: formField("phone"), typed: "0120000000", value: "0120-000-000" },
    { f: formField("phone"), typed: "045ー000ー0000", value: "045-000-0000" },
    { f: formField("account-kana"), typed: "みほん しょうじ", value: "ﾐﾎﾝ ｼﾖｳｼﾞ" },
    { f: formField("account-kana"), typed: "ﾊﾟ−ｸ", value: "ﾊﾟ-ｸ" },
    { f: formField("account-kana"), typed: "abc 12", value: "ABC 12" },
    { f: formField("kana"), typed: "ﾐﾎﾝ　ｼｮｳｼﾞ", value: "ミホン ショウジ" },
    { f: formField("kana"), typed: "コ-ポ", value: "コーポ" },
    { f: formField("name"), typed: "渡邉\u200b 太郎\n", value: "渡邉  太郎" },
    { f: formField("name"), typed: "\ufa19山 太郎", value: "\ufa19山 太郎" },
    { f: formField("name"), typed: "か\u3099とう", value: "がとう" },
    { f: formField("organisation"), typed: "㈱みほん電設", value: "㈱みほん電設" },
    { f: formField("organisation"), typed: "株式会社みほん電設", value: "株式会社みほん電設" },
    { f: formField("address"), typed: "みほん市大手町１ー２－３", value: "みほん市大手町1-2-3" },
    { f: formField("master"), typed: "見本銀行", value: "見本銀行" },
    { f: formField("text"), typed: "庁舎清掃業務 11月分", value: "庁舎清掃業務 11月分" },
  ])("$f.type: $typed → $value", ({ f, typed, value }) => {
    expect(normaliseTyped(f, typed)).toEqual({ ok: true, value });
  });

  it.each([
    { f: formField("account-number", { boxes: 7 }), typed: "123456", says: "7 桁" },
    { f: formField("account-number", { boxes: 7 }), typed: "1.2E+03", says: "数字だけ" },
    { f: formField("date"), typed: "R1.4.30", says: "日付は" },
    {
      f: formField("choice", { options: ["普通", "当座"] }),
      typed: "普通預金",
      says: "「普通」「当座」",
    },
    { f: formField("name"), typed: " ", says: "必須" },
    { f: formField("name", { maxLength: 3 }), typed: "見本太郎", says: "3 文字" },
    { f: formField("phone"), typed: "なし", says: "電話番号は" },
    { f: formField("phone"), typed: "0450000000", says: "区切って" },
    { f: formField("phone"), typed: "03-0000-000", says: "けた数が合いません" },
    { f: formField("phone"), typed: "090-0000-027", says: "携帯電話は11けた" },
    { f: formField("phone"), typed: "03-0000-00001", says: "けた数が合いません" },
    { f: formField("corporate-number"), typed: "8999999000011", says: "検査数字" },
    { f: formField("corporate-number"), typed: "999999000001", says: "13 桁" },
    { f: formField("invoice-number", { boxes: 13 }), typed: "T123", says: "13 桁" },
    { f: formField("postal-code"), typed: "100-000", says: "7 桁" },
    { f: formField("digits", { maxLength: 3 }), typed: "1234", says: "3 桁まで" },
    { f: formField("date"), typed: "2026-02-30", says: "日付は" },
    { f: formField("date"), typed: "明日", says: "日付は" },
    { f: formField("amount"), typed: "▲1,000", says: "マイナス" },
    { f: formField("amount"), typed: "1,00", says: "金額は" },
    { f: formField("amount"), typed: "1e3", says: "金額は" },
    { f: formField("amount"), typed: "9999999999999", says: "桁が多すぎ" },
    { f: formField("account-kana"), typed: "見本太郎", says: "使えない文字" },
    { f: formField("account-kana"), typed: "ﾐﾎﾝ・ﾀﾛｳ/", says: "使えない文字" },
    { f: formField("account-kana"), typed: "ガ".repeat(16), says: "30 文字" },
    { f: formField("kana"), typed: "見本", says: "使えない文字" },
    { f: formField("name"), typed: "<script>", says: "使えない文字" },
    { f: formField("name"), typed: "=1+1", says: "使えない文字" },
    { f: formField("text"), typed: "あ".repeat(2000), says: "1000 文字" },
    { f: formField("text"), typed: "番号 1234 5678 9018", says: "個人番号" },
    { f: formField("digits", { maxLength: 12 }), typed: "123456789018", says: "個人番号" },
  ])("$f.type: $typed is refused with a sentence", ({ f, typed, says }) => {
    const result = normaliseTyped(f, typed);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.message).toContain(says);
  });
});

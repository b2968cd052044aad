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
  ])("$f.type: $typed is refused with a sentence", ({ f, typed, says }) => {
    const result = normaliseTyped(f, typed);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.message).toContain(says);
  });
});

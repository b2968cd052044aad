/** Brings what a person typed for a field into the form that a reader would give, or says what is wrong with it. */
import { isoDate, readDate } from "../../core/index.ts";
import type { FieldType, FormField } from "../form.ts";
import { holderLength, toZengin } from "./kana.ja.ts";

/** The value in the form of its field, or a Japanese sentence for the person who typed it. */
export type TypedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string };

const good = (value: string): TypedValue => ({ ok: true, value });
const bad = (message: string): TypedValue => ({ ok: false, message });

/**
 * Full width, era dates and separators are accepted as people write them; "" is an empty field. What is judged here is
 * the shape only: the check book sees the value afterwards like any other.
 */
export function normaliseTyped(field: FormField, typed: string): TypedValue {
  const text = typed.normalize("NFKC").trim();
  if (text === "" || text === "空欄")
    return field.required ? bad("必須の項目です。値を書いてください。") : good("");
  return (rules[field.type] ?? plain)(field, text, typed.trim());
}

type Rule = (field: FormField, text: string, typed: string) => TypedValue;

const digits: Rule = (field, text) => {
  const value = text.replace(/[\s-]/g, "");
  if (!/^\d+$/.test(value)) return bad("数字だけで書いてください。");
  const most = field.boxes ?? field.maxLength;
  if (field.boxes !== null && value.length !== field.boxes) {
    return bad(
      `${field.boxes} 桁で書いてください（今は ${value.length} 桁です）。先頭の 0 も書きます。`,
    );
  }
  return most !== null && value.length > most
    ? bad(`${most} 桁までで書いてください。`)
    : good(value);
};

const date: Rule = (_field, text) => {
  const found = readDate(text);
  return found
    ? good(isoDate(found))
    : bad("日付は R8.11.2 や 2026-11-02 のように書いてください。");
};

const choice: Rule = (field, text) =>
  field.options.includes(text)
    ? good(text)
    : bad(`「${field.options.join("」「")}」のどれかを書いてください。`);

const amount: Rule = (_field, text) => {
  const value = text.replace(/[,¥\\円\s]/g, "");
  return /^-?\d+$/.test(value) ? good(value) : bad("金額は数字で書いてください。");
};

const phone: Rule = (_field, text) => {
  const value = text.replace(/[ー−―‐]/g, "-").replace(/\s/g, "");
  return /^0[\d-]{9,13}$/.test(value)
    ? good(value)
    : bad("電話番号は 03-0000-0000 のように書いてください。");
};

const invoice: Rule = (field, text, typed) => {
  const number = digits(field, text.replace(/^T/i, ""), typed);
  return number.ok ? good(`T${number.value}`) : number;
};

const holder: Rule = (_field, text) => {
  const value = toZengin(text);
  return value.length > holderLength
    ? bad(`口座名義は ${holderLength} 文字までです（濁点も 1 文字に数えます）。`)
    : good(value);
};

const kana: Rule = (field, text) =>
  limited(
    field,
    text.replace(/[ぁ-ん]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0x60)),
  );

/** Names keep the typed form: NFKC would change 外字 and variant kanji. */
const plain: Rule = (field, _text, typed) => limited(field, typed);

function limited(field: FormField, value: string): TypedValue {
  const most = field.maxLength;
  return most !== null && [...value].length > most
    ? bad(`${most} 文字までで書いてください。`)
    : good(value);
}

const rules: Partial<Record<FieldType, Rule>> = {
  digits,
  "postal-code": digits,
  "account-number": digits,
  "corporate-number": digits,
  "invoice-number": invoice,
  amount,
  date,
  choice,
  check: choice,
  phone,
  "account-kana": holder,
  kana,
};

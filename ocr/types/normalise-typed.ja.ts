/** Brings what a person typed for a field into the form that a reader would give, or says what is wrong with it. */
import { isoDate, readDate } from "../../core/index.ts";
import type { FieldType, FormField } from "../form.ts";
import { isCorporateNumber } from "./check-digits.ts";
import { holderLength, toKatakana, toZengin } from "./kana.ja.ts";
import { groupedPhone, isPhone } from "./phone.ts";
import { holdsPrivateNumber } from "./private-number.ja.ts";
import { typeRow } from "./type-table.ja.ts";

/** The value in the form of its field, or a Japanese sentence for the person who typed it. */
export type TypedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly message: string };

const good = (value: string): TypedValue => ({ ok: true, value });
const bad = (message: string): TypedValue => ({ ok: false, message });

/** Longest text that anybody types into one field. */
const mostTyped = 1000;

/**
 * Full width, era dates and separators are accepted as people write them; "" is an empty field. What is judged here is
 * the shape only (and the check digit of a 法人番号): the check book sees the value afterwards like any other.
 */
export function normaliseTyped(field: FormField, typed: string): TypedValue {
  if (typed.length > mostTyped) return bad(`${mostTyped} 文字までで書いてください。`);
  const text = typed.normalize("NFKC").trim();
  if (text === "" || text === "空欄")
    return field.required ? bad("必須の項目です。値を書いてください。") : good("");
  if (holdsPrivateNumber(text))
    return bad(
      "個人番号（マイナンバー）と思われる番号は書けません。個人番号のある書類は返してください。",
    );
  const result = rules[field.type](field, text, tidy(typed));
  return result.ok ? checked(field, result.value) : result;
}

/** The pattern of the type is the last word on what may be kept. */
function checked(field: FormField, value: string): TypedValue {
  const { pattern, writes, example } = typeRow(field.type);
  if (pattern === null || pattern.test(value)) return good(value);
  return bad(`この項目では使えない文字があります。${writes}（例：${example}）。`);
}

/**
 * Line breaks and control characters come along when people paste, and kana apart from their ﾞ from some systems. Whole NFC
 * would go too far: it turns the 神 of a name into another kanji.
 */
const tidy = (typed: string): string =>
  typed
    .replace(/[ぁ-ヿ][\u3099\u309a]/gu, (c) => c.normalize("NFC"))
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .trim();

type Rule = (field: FormField, text: string, typed: string) => TypedValue;

const hyphens = /[-‐‑‒–—―−ー－]/gu;

const digits: Rule = (field, text) => {
  const value = text.replace(hyphens, "").replace(/[\s,]/gu, "");
  if (!/^\d+$/u.test(value)) return bad("数字だけで書いてください。");
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

const corporate: Rule = (field, text, typed) => {
  const number = digits({ ...field, boxes: 13 }, text, typed);
  if (!number.ok || isCorporateNumber(number.value)) return number;
  return bad("法人番号の検査数字が合いません。13 桁をもう一度見比べてください。");
};

const postal: Rule = (field, text, typed) =>
  digits({ ...field, boxes: 7 }, text.replace(/^〒/u, ""), typed);

const account: Rule = (field, text, typed) => digits({ ...field, boxes: 7 }, text, typed);

const date: Rule = (_field, text) => {
  const found = readDate(text.replace(hyphens, "-"));
  return found
    ? good(isoDate(found))
    : bad("日付は R8.11.2 や 2026-11-02 のように書いてください。");
};

const choice: Rule = (field, text) =>
  field.options.map((o) => o.normalize("NFKC")).includes(text)
    ? good(field.options.find((o) => o.normalize("NFKC") === text) ?? text)
    : bad(`「${field.options.join("」「")}」のどれかを書いてください。`);

/** ☑ may also be said as a word: はい, ○, ✓ tick the one box, いいえ and ✕ leave it. */
const check: Rule = (field, text, typed) => {
  const [only = ""] = field.options;
  if (/^(?:はい|あり|有|○|〇|✓|✔|レ|1)$/u.test(text)) return good(only);
  if (/^(?:いいえ|なし|無|×|✕|✗|0)$/u.test(text)) return good("");
  return choice(field, text, typed);
};

const amount: Rule = (_field, text) => {
  const value = text.replace(/[¥\\円\s]|也$|^金/gu, "");
  if (/^[-▲△−]/u.test(value)) return bad("マイナスの金額は書けません。");
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d+)$/u.test(value)) return bad("金額は数字で書いてください。");
  const plain = value.replaceAll(",", "").replace(/^0+(?=\d)/u, "");
  return plain.length > 12 ? bad("金額の桁が多すぎます（12 桁まで）。") : good(plain);
};

const phone: Rule = (_field, text) => {
  const value = text
    .replace(hyphens, "-")
    .replace(/^\((\d+)\)\s*/u, "$1-")
    .replace(/\s*\((\d+)\)\s*/gu, "-$1-")
    .replace(/\s/gu, "");
  const plain = value.replaceAll("-", "");
  const written = value === plain ? groupedPhone(plain) : value;
  if (written !== null && isPhone(written)) return good(written);
  return written !== null && /^0\d{1,4}-\d+-\d+$/u.test(written)
    ? bad("電話番号のけた数が合いません（固定電話は10けた、携帯電話は11けた）。")
    : bad("電話番号は 03-0000-0000 のように、「-」で区切って書いてください。");
};

const invoice: Rule = (field, text, typed) => {
  const number = digits({ ...field, boxes: 13 }, text.replace(/^T/iu, ""), typed);
  return number.ok ? good(`T${number.value}`) : number;
};

const smallKana = "ｧｨｩｪｫｬｭｮｯ";
const largeKana = "ｱｲｳｴｵﾔﾕﾖﾂ";

const holder: Rule = (_field, text) => {
  const kana = [...text].map(toKatakana).join("").toUpperCase();
  const value = [...toZengin(kana)]
    .map((c) => largeKana[smallKana.indexOf(c)] ?? c)
    .join("")
    .replace(hyphens, "-")
    .replace(/\s+/gu, " ");
  return value.length > holderLength
    ? bad(`口座名義は ${holderLength} 文字までです（濁点も 1 文字に数えます）。`)
    : good(value);
};

const kana: Rule = (field, text) =>
  limited(
    field,
    [...text]
      .map(toKatakana)
      .join("")
      .replace(/(?<=[ァ-ヴ])[-‐–—―−]/gu, "ー")
      .replace(/\s+/gu, " "),
  );

/** Names keep the typed form: NFKC would change 外字 and variant kanji. */
const plain: Rule = (field, _text, typed) => limited(field, typed);

/** House numbers in half width; everything else as typed. */
const address: Rule = (field, _text, typed) =>
  limited(
    field,
    typed
      .replace(/[０-９]/gu, (c) => c.normalize("NFKC"))
      .replace(/(?<=\d)[‐‑–—―−ー－](?=\d)/gu, "-")
      .replace(/[\s\u3000]+/gu, " "),
  );

function limited(field: FormField, value: string): TypedValue {
  const most = field.maxLength;
  return most !== null && [...value].length > most
    ? bad(`${most} 文字までで書いてください。`)
    : good(value);
}

const rules: Readonly<Record<FieldType, Rule>> = {
  digits,
  amount,
  date,
  choice,
  check,
  "postal-code": postal,
  phone,
  master: plain,
  "account-number": account,
  "account-kana": holder,
  kana,
  name: plain,
  organisation: plain,
  address,
  "corporate-number": corporate,
  "invoice-number": invoice,
  text: plain,
};

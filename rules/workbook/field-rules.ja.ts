/** What is right for a field of each type: a test in Excel's words, and what is said when it fails. */
import type { CheckField, MasterColumns } from "./field-checks.ja.ts";

export interface Rule {
  /** True when the value is right. */
  readonly test: string;
  /** What is said when it is not. */
  readonly message: string;
  readonly note: string;
}

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const digitList = '{"0","1","2","3","4","5","6","7","8","9"}';
/** Every character is a half-width digit: 1.2E+03 and -123 do not pass, as they would with VALUE. */
export const onlyDigits = (x: string): string =>
  `SUMPRODUCT(LEN(${x})-LEN(SUBSTITUTE(${x},${digitList},"")))=LEN(${x})`;
export const bare = (x: string): string => `SUBSTITUTE(SUBSTITUTE(${x},"-","")," ","")`;

function digits(f: CheckField, x: string, length: number): Rule {
  return {
    test: `AND(LEN(${x})=${length},${onlyDigits(x)})`,
    message: `${f.name}は数字${length}桁です。`,
    note: `数字${length}桁`,
  };
}

function longest(f: CheckField, x: string): Rule[] {
  if (f.maxLength === null) return [];
  return [
    {
      test: `LEN(${x})<=${f.maxLength}`,
      message: `${f.name}が${f.maxLength}文字を超えています。`,
      note: `${f.maxLength}文字まで`,
    },
  ];
}

export function rulesOf(f: CheckField, x: string, masters: MasterColumns): readonly Rule[] {
  switch (f.type) {
    case "digits":
      return f.boxes === null ? [plainDigits(f, x), ...longest(f, x)] : [digits(f, x, f.boxes)];
    case "account-number":
      return [digits(f, x, 7)];
    case "amount":
      return amount(f, x);
    case "date":
      return date(f, x);
    case "choice":
    case "check":
      return [choice(f, x)];
    case "postal-code":
      return [lengthWithoutMarks(f, x, [7])];
    case "phone":
      return [lengthWithoutMarks(f, x, [10, 11])];
    case "corporate-number":
      return corporateNumber(f, x);
    case "invoice-number":
      return [invoiceNumber(f, x)];
    case "account-kana":
      return accountKana(f, x);
    case "master":
      return listed(f, x, masters);
    default:
      return longest(f, x);
  }
}

const plainDigits = (f: CheckField, x: string): Rule => ({
  test: onlyDigits(x),
  message: `${f.name}に数字でない文字があります。`,
  note: "数字だけ",
});

function amount(f: CheckField, x: string): readonly Rule[] {
  return [
    { test: `ISNUMBER(${x})`, message: `${f.name}が数になっていません。`, note: "数" },
    {
      test: `IFERROR(AND(${x}>=0,${x}=INT(${x})),FALSE)`,
      message: `${f.name}は0以上の整数です。`,
      note: "0以上の整数",
    },
  ];
}

function date(f: CheckField, x: string): readonly Rule[] {
  return [
    { test: `ISNUMBER(${x})`, message: `${f.name}が日付になっていません。`, note: "日付" },
    {
      test: `OR({受付日}="",${x}<={受付日})`,
      message: `${f.name}が受付日より後です。`,
      note: "受付日まで",
    },
  ];
}

function choice(f: CheckField, x: string): Rule {
  const tests = f.options.map((o) => `${x}=${quoted(o)}`);
  const names = f.options.map((o) => `「${o}」`).join("");
  return {
    test: tests.length === 1 ? (tests[0] ?? "TRUE") : `OR(${tests.join(",")})`,
    message:
      f.options.length === 1
        ? `${f.name}は${names}か空欄です。`
        : `${f.name}は${names}のどれかです。`,
    note: f.options.join("・"),
  };
}

function lengthWithoutMarks(f: CheckField, x: string, lengths: readonly number[]): Rule {
  const plain = bare(x);
  const right = lengths.map((n) => `LEN(${plain})=${n}`);
  const length = right.length === 1 ? (right[0] ?? "TRUE") : `OR(${right.join(",")})`;
  const said = lengths.map((n) => `${n}桁`).join("か");
  return {
    test: `AND(${length},${onlyDigits(plain)})`,
    message: `${f.name}は数字${said}です。`,
    note: `数字${said}（ハイフンは数えない）`,
  };
}

function corporateNumber(f: CheckField, x: string): readonly Rule[] {
  const at = (n: number): string => `MID(${x},${n},1)`;
  const even = [2, 4, 6, 8, 10, 12].map(at).join("+");
  const odd = [3, 5, 7, 9, 11, 13].map(at).join("+");
  return [
    digits(f, x, 13),
    {
      test: `IFERROR(VALUE(LEFT(${x},1))=9-MOD(2*(${even})+${odd},9),FALSE)`,
      message: `${f.name}の検査用数字が合いません。`,
      note: "検査用数字",
    },
  ];
}

function invoiceNumber(f: CheckField, x: string): Rule {
  const rest = `MID(${x},2,20)`;
  return {
    test: `AND(EXACT(LEFT(${x},1),"T"),LEN(${x})=14,${onlyDigits(rest)})`,
    message: `${f.name}は T と数字13桁です。`,
    note: "T と数字13桁",
  };
}

const smallKana = [..."ｧｨｩｪｫｬｭｮｯ"].map((c) => `"${c}"`).join(",");

function accountKana(f: CheckField, x: string): readonly Rule[] {
  return [
    {
      test: `SUMPRODUCT(--ISNUMBER(FIND({${smallKana}},${x})))=0`,
      message: `${f.name}に小さいカナ（ｬ ｭ ｮ ｯ など）があります。大きいカナに直してください。`,
      note: "小さいカナを使わない",
    },
    {
      test: `LEN(${x})<=30`,
      message: `${f.name}が30文字を超えています（濁点・半濁点も1文字に数えます）。`,
      note: "30文字まで",
    },
    {
      test: `IFERROR(全銀カナ(${x}),TRUE)`,
      message: `${f.name}に振込で使えない文字があります。`,
      note: "全銀の文字（buka だけが計算します）",
    },
  ];
}

function listed(f: CheckField, x: string, masters: MasterColumns): readonly Rule[] {
  const column = f.master === null ? undefined : masters.get(f.master);
  const sheet = f.master?.split("/")[0] ?? "";
  if (column === undefined) return longest(f, x);
  return [
    {
      test: `COUNTIF('${sheet.replaceAll("'", "''")}'!$${column}:$${column},${x})>0`,
      message: `${f.name}が「${sheet}」の表にありません。`,
      note: `「${sheet}」の表にあること`,
    },
  ];
}

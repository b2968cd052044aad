/** The usual checks for the types of a form's fields, as the Excel formulas that a clerk would write. */

import { bare, onlyDigits, quoted, rulesOf } from "./field-rules.ja.ts";

/** One field of a form, as far as its checks need it; the types are those of form.yaml. */
export interface CheckField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly boxes: number | null;
  readonly maxLength: number | null;
  readonly options: readonly string[];
  /** "シート名/列名" for fields whose values stand in a list. */
  readonly master: string | null;
}

/** A check column; {項目} stands for the cell of that column in the same row. */
export interface CheckFormula {
  readonly caption: string;
  readonly formula: string;
  /** What it looks at, for the guide. */
  readonly note: string;
}

/** Column letters of a master list by "シート名/列名". */
export type MasterColumns = ReadonlyMap<string, string>;

export function checksOfFields(
  fields: readonly CheckField[],
  masters: MasterColumns,
): readonly CheckFormula[] {
  return [
    ...fields.flatMap((f) => fieldCheck(f, masters)),
    ...privateNumberCheck(fields),
    ...totalCheck(fields),
  ];
}

function fieldCheck(f: CheckField, masters: MasterColumns): CheckFormula[] {
  const x = `{${f.name}}`;
  const rules = rulesOf(f, x, masters);
  if (rules.length === 0 && !f.required) return [];
  const body = rules.reduceRight((inner, r) => `IF(${r.test},${inner},${quoted(r.message)})`, '""');
  const missing = f.required ? quoted(`${f.name}が書かれていません。`) : '""';
  const notes = [f.required ? "必須" : "空欄でもよい", ...rules.map((r) => r.note)];
  return [
    {
      caption: `確認：${f.name}`,
      formula: `IF(${x}="",${missing},${body})`,
      note: notes.join("・"),
    },
  ];
}

/** A 個人番号 written into another field must never go on. */
function privateNumberCheck(fields: readonly CheckField[]): CheckFormula[] {
  const types = ["corporate-number", "invoice-number", "phone", "digits", "text"];
  const seen = fields.filter((f) => types.includes(f.type) && f.boxes !== 12);
  if (seen.length === 0) return [];
  const tests = seen.map((f) => {
    const plain = bare(`{${f.name}}`);
    return `AND(LEN(${plain})=12,${onlyDigits(plain)})`;
  });
  const any = tests.length === 1 ? (tests[0] ?? "FALSE") : `OR(${tests.join(",")})`;
  const message =
    "12桁の番号があります。個人番号（マイナンバー）なら、この案件を進めず担当者に渡してください。";
  return [
    {
      caption: "確認：個人番号らしい番号",
      formula: `IF(${any},${quoted(message)},"")`,
      note: "12桁の番号があれば止める",
    },
  ];
}

const totalName = /合計|総額|請求額|計$/u;

/** One amount that is called a total, and two or more others: only a remark, since names can mislead. */
function totalCheck(fields: readonly CheckField[]): CheckFormula[] {
  const amounts = fields.filter((f) => f.type === "amount");
  const totals = amounts.filter((f) => totalName.test(f.name));
  const [total] = totals;
  const parts = amounts.filter((f) => f !== total);
  if (totals.length !== 1 || !total || parts.length < 2) return [];
  const sum = `SUM(${parts.map((p) => `{${p.name}}`).join(",")})`;
  const names = parts.map((p) => p.name).join("・");
  return [
    {
      caption: `注意：${total.name}と内訳`,
      formula: `IF(${sum}={${total.name}},"",${quoted(`${total.name}が、${names}の合計と違います。`)})`,
      note: `${names}を足すと${total.name}になること。合わない様式では式を直すか、列を消してください`,
    },
  ];
}

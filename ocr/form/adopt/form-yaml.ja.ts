/** Writes the form.yaml of an adopted form, with comments that lead the clerk to what must be looked at. */
import type { Landmarks, MmBox } from "../../form.ts";
import { keys } from "../form-words.ja.ts";
import { ruleText, short, wordText } from "../read-adopted.ts";
import type { ProposedField } from "./propose-fields.ts";

export interface ProposedForm {
  readonly id: string;
  readonly title: string;
  /** Word of 用紙. */
  readonly paper: string;
  readonly fields: readonly ProposedField[];
  readonly landmarks: Landmarks;
  /** Sentences about the whole form. */
  readonly remarks: readonly string[];
}

const k = keys;

export function formYaml(form: ProposedForm): string {
  const lines = [
    `# ${form.title}：既存の用紙から buka form adopt で取り込んだ様式です。`,
    "# 重ね図と見比べて、名前・種類・必須を直してください。「確かめる」と書いた項目は必ず見てください。",
    "# 要らない項目は「- 名前」から次の「- 名前」の前まで消します。位置は左・上・幅・高さ（ミリ）です。",
    ...form.remarks.map((r) => `# ！ ${r}`),
    `${k.top.format}: 1`,
    `${k.top.id}: ${form.id}`,
    `${k.top.version}: 1`,
    `${k.top.title}: ${quoted(form.title)}`,
    `${k.top.writing}: 印字`,
    `${k.top.paper}: ${form.paper}`,
    "",
    `${k.top.fields}:`,
    ...form.fields.flatMap(fieldLines),
    "",
    "# ここから下は、用紙を見分けて位置を合わせるために buka が使います。書き換えないでください。",
    `${k.top.landmarks}:`,
    `  ${k.landmarks.rules}:`,
    ...form.landmarks.rules.map((r) => `    - ${ruleText(r)}`),
    ...(form.landmarks.words.length > 0 ? [`  ${k.landmarks.words}:`] : []),
    ...form.landmarks.words.map((w) => `    - ${wordText(w)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function fieldLines(field: ProposedField, i: number): string[] {
  const f = k.field;
  const list = (key: string, boxes: readonly MmBox[]): string[] =>
    boxes.length === 0 ? [] : [`    ${key}:`, ...boxes.map((b) => `      - ${place(b)}`)];
  return [
    `  # ${i + 1}${field.sure ? "" : "　← 確かめる"}`,
    ...field.notes.map((n) => `  # ${n}`),
    `  - ${f.name}: ${field.name}`,
    `    ${f.type}: ${field.type}`,
    ...(field.options.length > 0
      ? [`    ${f.options}: [${field.options.map(quoted).join(", ")}]`]
      : []),
    ...(field.maxLength === null ? [] : [`    ${f.maxLength}: ${field.maxLength}`]),
    `    ${f.required}: ${field.required ? "はい" : "いいえ"}`,
    `    ${f.area}: ${place(field.area)}`,
    ...list(f.cells, field.boxes),
    ...list(f.tickPlaces, field.ticks),
    ...list(f.printed, field.printed),
  ];
}

const place = (b: MmBox): string => [b.x, b.y, b.width, b.height].map(short).join(" ");

/** Words off the paper may hold signs that mean something in YAML. */
function quoted(text: string): string {
  const clean = text.replace(/[\s"\\{}[\]#]/gu, " ").trim() || "　";
  return /^[\p{L}\p{N}（）()・]+$/u.test(clean) ? clean : `"${clean}"`;
}

/** Errors and problems of schedules (schedule.yaml): what, where, what to write instead. */
import { defineErrors, errorRow, problemRow } from "../../core/index.ts";
import { whenForms } from "./when.ja.ts";

/** Errors of schedules (QUE171…). */
export const scheduleError = defineErrors({
  faults: errorRow<{ file: string; count: number }>({
    code: "QUE171",
    kind: "input",
    retryable: false,
    what: (a) => `予定「${a.file}」に直すところが ${a.count} か所あります。`,
    next: () => "下の行を直してから、もう一度実行してください。",
  }),
  nameTaken: errorRow<{ name: string }>({
    code: "QUE172",
    kind: "usage",
    retryable: false,
    what: (a) => `「${a.name}」という予定は、もうあります。`,
    next: () => "別の名前にするか、schedule.yaml の中の予定を直してください。",
  }),
  noSchedule: errorRow<{ name: string }>({
    code: "QUE173",
    kind: "usage",
    retryable: false,
    what: (a) => `「${a.name}」という予定はありません。`,
    next: () => "「buka schedule list」で名前を確かめてください。",
  }),
  badName: errorRow({
    code: "QUE174",
    kind: "usage",
    retryable: false,
    what: () => "予定の名前が正しくありません。",
    next: () => "30文字以内で、「:」「#」改行を含まない名前にしてください。",
  }),
});

/** Problems of schedule.yaml. */
export const scheduleProblem = {
  shape: problemRow("QUE181", "error", () => ({
    message: "予定は「予定:」の下に名前を、その下に 部下・いつ などを書きます。",
    fix: "予定:\n  夜の入力:\n    部下: creditor-account\n    いつ: 毎営業日 19:00",
  })),
  unknownKey: problemRow<{ key: string; known: readonly string[] }>("QUE182", "error", (a) => ({
    message: `「${a.key}」という項目はありません。`,
    fix: `使える項目は ${a.known.join("・")} です。`,
  })),
  missing: problemRow<{ name: string; key: string }>("QUE183", "error", (a) => ({
    message: `予定「${a.name}」に「${a.key}」がありません。`,
  })),
  badWhen: problemRow<{ written: string }>("QUE184", "error", (a) => ({
    message: `「いつ」の「${a.written}」を読めません。`,
    fix: `書き方の例：${whenForms.join("、")}`,
  })),
  badTime: problemRow<{ key: string }>("QUE185", "error", (a) => ({
    message: `「${a.key}」には 7:00 のように時刻を書きます。`,
  })),
  badShift: problemRow<{ written: string }>("QUE186", "error", (a) => ({
    message: `「休みのとき」の「${a.written}」を読めません。`,
    fix: "翌営業日・前営業日・そのまま・行わない のどれかを書いてください。",
  })),
  badDay: problemRow<{ written: string }>("QUE187", "error", (a) => ({
    message: `「休み」の「${a.written}」は日付ではありません。`,
    fix: "2026-12-28 の形で書いてください。",
  })),
} as const;

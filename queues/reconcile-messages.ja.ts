/** Sentences about reconciliation: what does not agree, and what to do about it. */
import { defineErrors, errorRow } from "../core/index.ts";
import type { DifferenceKind } from "./reconcile.ts";

/** Errors of reconciliation and of cases that clash (QUE151…). */
export const reconcileError = defineErrors({
  noReceiptColumn: errorRow<{ file: string }>({
    code: "QUE151",
    kind: "input",
    retryable: false,
    what: (a) =>
      `一覧「${a.file}」に、buka の受付番号（B20261120-00001-KQX の形）の列が見つかりません。`,
    next: () =>
      "受付番号を入れた欄（摘要・備考など）を含めて、財務会計から一覧を書き出し直してください。",
  }),
  noSumField: errorRow<{ field: string; known: readonly string[] }>({
    code: "QUE152",
    kind: "usage",
    retryable: false,
    what: (a) => `合計する項目「${a.field}」は、この部下にありません。`,
    next: (a) => `使えるのは ${a.known.join("・")} です。`,
  }),
  refusedBefore: errorRow<{ receipt: string }>({
    code: "QUE231",
    kind: "conflict",
    retryable: false,
    what: (a) =>
      `取り違え防止の鍵が同じ案件 ${a.receipt} が、登録を押したあとで財務会計に断られています。登録されていないことを照会で確かめていないため、入力しませんでした。`,
    next: (a) =>
      `財務会計で受付番号 ${a.receipt} を検索してください。登録がなければ、この案件を手で入力してください。シナリオに照会手順を書くと、次からは自動で確かめます。`,
  }),
  notSettled: errorRow({
    code: "QUE230",
    kind: "target",
    retryable: true,
    what: () => "入力が途中で止まったため、財務会計の一覧は読んでいません。",
    next: () => "止まった原因を取り除いてから、もう一度実行してください。",
  }),
  contentDiffers: errorRow<{ receipt: string; fields: string }>({
    code: "QUE154",
    kind: "conflict",
    retryable: false,
    what: (a) =>
      `取り違え防止の鍵が同じで、内容の違う案件がすでにあります（受付番号 ${a.receipt}。違う項目：${a.fields}）。入力しませんでした。`,
    next: () =>
      "変更の届出か、書き間違いかを書類で確かめてください。変更なら、財務会計の変更の手続きで直します。",
  }),
  maybeEntered: errorRow({
    code: "QUE156",
    kind: "target",
    retryable: true,
    what: () =>
      "台帳を控えから戻したので、そのあいだに登録されたかもしれません。打ち込む前に、財務会計に照会します。",
    next: () =>
      "もう一度実行すると照会します。照会手順のない部下は、財務会計で受付番号を検索してください。",
  }),
  versionGone: errorRow<{ bot: string }>({
    code: "QUE155",
    kind: "conflict",
    retryable: false,
    what: (a) => `部下「${a.bot}」は、この案件を受け付けたあとで変わりました。入力しませんでした。`,
    next: () =>
      "変わったところを確かめ、今の版で入力してよければ「buka run --retry」で、もう一度点検からやり直してください。",
  }),
});

/** What each difference means and what to do, in one sentence each. */
export const differenceWords: Readonly<Record<DifferenceKind, string>> = {
  "journal-without-case":
    "登録の記録はありますが、案件が「済」になっていません。もう一度実行してください。",
  "case-without-journal": "「済」ですが、登録の記録がありません。情報担当に連絡してください。",
  "same-number": "別の案件と同じ登録番号です。財務会計で二件を見比べてください。",
  "not-in-list": "「済」ですが、財務会計の一覧にありません。財務会計で検索してください。",
  "twice-in-list": "財務会計の一覧に二つ以上あります。余分な登録を取り消してください。",
  "other-number": "財務会計の一覧では別の番号です。財務会計で確かめてください。",
  "other-value": "財務会計の一覧と値が違います。書類と見比べてください。",
  "in-doubt-found": "要照会ですが、財務会計の一覧にあります。「--settle」で済にできます。",
  unexpected:
    "入力していないはずですが、財務会計の一覧にあります。手で入力したかを確かめてください。",
  "unknown-in-list":
    "この台帳にない受付番号です。別の台帳で入力したか、控えから戻した後かを確かめてください。",
};

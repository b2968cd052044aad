/** What people read about the order of cases: why they wait, what was put first or cancelled, and what cannot be. */
import { type CaseState, defineErrors, errorRow } from "../core/index.ts";
import { stateNames } from "./case-flow.ja.ts";
import { greatestPriority, type PauseScope } from "./job-queue.ts";
import { laneNames } from "./messages.ja.ts";

/** Errors of orders to the queue (QUE207…). */
export const orderError = defineErrors({
  evidenceWaits: errorRow<{ count: number }>({
    code: "QUE278",
    kind: "environment",
    retryable: true,
    what: (a) =>
      `このパソコンの証跡 ${a.count} 個が、まだ証跡のサーバーに届いていません（証跡は失われていません）。`,
    next: () => "「buka doctor」で、つながらないわけと直し方を確かめてください。",
  }),
  badPriority: errorRow<{ written: number }>({
    code: "QUE207",
    kind: "usage",
    retryable: false,
    what: (a) => `優先の度合い「${a.written}」は使えません。`,
    next: () =>
      `-${greatestPriority} から ${greatestPriority} までの整数にしてください（0 が受付順です）。`,
  }),
  notWaiting: errorRow<{ receipt: string; state: CaseState }>({
    code: "QUE208",
    kind: "conflict",
    retryable: false,
    what: (a) => `案件 ${a.receipt} は「${stateNames[a.state]}」なので、取り消せません。`,
    next: (a) =>
      notWaitingNext[a.state] ?? "「buka show 受付番号」で、今の状態を確かめてください。",
  }),
  cancelled: errorRow<{ why: string }>({
    code: "QUE209",
    kind: "input",
    retryable: false,
    what: (a) => `担当者が取り消しました${a.why === "" ? "" : `：${a.why}`}。`,
    next: () => "入力するときは「buka queue back 受付番号」で戻してください。",
  }),
  notCancelled: errorRow<{ receipt: string }>({
    code: "QUE210",
    kind: "conflict",
    retryable: false,
    what: (a) => `案件 ${a.receipt} は取り消されていないので、戻せません。`,
    next: () => "「buka show 受付番号」で、今の状態を確かめてください。",
  }),
  atItsEnd: errorRow<{ receipt: string; state: CaseState; cancelled: boolean }>({
    code: "QUE211",
    kind: "conflict",
    retryable: false,
    what: (a) => `案件 ${a.receipt} は「${stateNames[a.state]}」なので、順番を変えられません。`,
    next: (a) =>
      a.cancelled
        ? `入力するときは、先に「buka queue back ${a.receipt}」で戻してください。`
        : "順番を変えられるのは、まだ終わっていない案件だけです。「buka queue」で確かめてください。",
  }),
  paused: errorRow<{ what: string; by: string; at: string; why: string; resume: string }>({
    code: "QUE212",
    kind: "target",
    retryable: true,
    what: (a) =>
      `一時停止中です（${a.what}。${a.by}が ${a.at} から${a.why === "" ? "" : `、理由：${a.why}`}）。`,
    next: (a) => `再開するときは「${a.resume}」です。`,
  }),
  closed: errorRow<{ system: string; opens: string }>({
    code: "QUE213",
    kind: "target",
    retryable: true,
    what: (a) => `「${a.system}」は今、使える時間ではありません。次に使えるのは ${a.opens} です。`,
    next: () =>
      "残りは入力待ちのままです。使える時間に、もう一度「buka run 部下」を実行してください。",
  }),
  tooLate: errorRow<{ system: string; closes: string; minutes: number; opens: string }>({
    code: "QUE214",
    kind: "target",
    retryable: true,
    what: (a) =>
      `「${a.system}」は ${a.closes} に終わります。1件に約 ${a.minutes} 分かかるので、新しい案件を始めませんでした。次に始められるのは ${a.opens} です。`,
    next: () =>
      "残りは入力待ちのままです。使える時間に、もう一度「buka run 部下」を実行してください。",
  }),
  neverFits: errorRow<{ system: string; minutes: number }>({
    code: "QUE215",
    kind: "input",
    retryable: false,
    what: (a) =>
      `「${a.system}」の使える時間は、1件にかかる時間（約 ${a.minutes} 分）より短いので、1件も始められません。`,
    next: () => "buka.yaml の「使える時間」「使えない日」を確かめてください。",
  }),
  windowEnded: errorRow<{ until: string; minutes: number; left: number }>({
    code: "QUE216",
    kind: "target",
    retryable: true,
    what: (a) =>
      `予定の終わり（${a.until}）までに1件（約 ${a.minutes} 分）を終えられないので、${a.left} 件を残して止めました。`,
    next: () => "残りは、次の予定の時刻に続きから行います。",
  }),
  windowTooShort: errorRow<{ until: string; minutes: number }>({
    code: "QUE217",
    kind: "input",
    retryable: false,
    what: (a) =>
      `予定の時間帯（${a.until} まで）は、1件にかかる時間（約 ${a.minutes} 分）より短いので、始めませんでした。`,
    next: () => "schedule.yaml の「いつ」を早めるか、「終わり」を遅くしてください。",
  }),
  batchBroke: errorRow<{ times: number; why: string }>({
    code: "QUE218",
    kind: "internal",
    retryable: false,
    what: (a) => `まとめ実行が ${a.times} 回続けて途中で切れたので、この回はやめました。${a.why}`,
    next: () =>
      "「buka doctor」で調べてください。案件は台帳に残っています。次の回は予定どおり行います。",
  }),
  missedWindow: errorRow<{ until: string }>({
    code: "QUE219",
    kind: "target",
    retryable: true,
    what: (a) => `予定の時間帯（${a.until} まで）を過ぎていたので、行いませんでした。`,
    next: () => "急ぐときは「buka run 部下」で行えます。次の回は予定どおり行います。",
  }),
  stoppedHalfway: errorRow<{ left: number }>({
    code: "QUE220",
    kind: "target",
    retryable: true,
    what: (a) => `${a.left} 件を残して止まりました（停止の指示か、入力を止める異常です）。`,
    next: () => "「buka status」で理由を確かめてください。残りは「buka run 部下」で行えます。",
  }),
});

/** What a pause covers, in words. */
export const pausedWhat = ({ lane, bot }: PauseScope): string =>
  `${bot === null ? "すべての部下" : `部下「${bot}」`}の${lane === null ? "読取と入力" : laneNames[lane]}`;

/** The command that ends a pause. */
export const resumeCommand = ({ lane, bot }: PauseScope): string =>
  [
    "buka queue resume",
    ...(bot === null ? [] : [bot]),
    ...(lane === null ? [] : ["--lanes", lane]),
  ].join(" ");

/** 11/24 6:00 in Japan. */
export function shortMoment(at: Date): string {
  const text = new Date(at.getTime() + 9 * 3_600_000).toISOString();
  const [month, day, hour] = [text.slice(5, 7), text.slice(8, 10), text.slice(11, 13)];
  return `${Number(month)}/${Number(day)} ${Number(hour)}:${text.slice(14, 16)}`;
}

const notWaitingNext: Readonly<Partial<Record<CaseState, string>>> = {
  entering:
    "入力が終わるまで待ち、「buka queue」で確かめてください。登録を途中で切ることはありません。",
  committing:
    "登録が終わるまで待ち、「buka queue」で確かめてください。登録を途中で切ることはありません。",
  done: "登録は済んでいます。直すときは、財務会計システムで直してください。",
  "in-doubt": "登録されたかどうかの照会が先です。「buka run 部下」で照会してください。",
  returned: "すでに差し戻されています。することはありません。",
};

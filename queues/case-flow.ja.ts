/** Words of the case flow and of the queue's own errors, for people: states, events, what to do next. */
import { type CaseState, defineErrors, errorRow } from "../core/index.ts";
import type { CaseFlowEvent } from "./case-flow.ts";

/** Names of the states as clerks read them. */
export const stateNames: Readonly<Record<CaseState, string>> = {
  received: "受付",
  read: "読取",
  checked: "点検",
  "awaiting-review": "確認待ち",
  ready: "入力待ち",
  entering: "入力中",
  committing: "登録中",
  done: "済",
  returned: "差戻し",
  failed: "失敗",
  "in-doubt": "要照会",
};

/** What happened, in the words of the diagram and of the event list. */
export const eventNames: Readonly<Record<CaseFlowEvent, string>> = {
  "read-ok": "読み取れた",
  checked: "点検した",
  "checks-clean": "指摘なし",
  "needs-review": "人の確認が必要",
  "review-done": "確認が済んだ",
  "reading-failed": "読取・点検ができない",
  "business-error": "業務エラー",
  "entry-started": "入力を始めた",
  "press-allowed": "登録を許した",
  "commit-seen": "登録を見届けた",
  "entry-failed-retry": "入力できず、もう一度",
  "entry-failed-final": "入力をあきらめた",
  "outcome-unknown": "登録できたか不明",
  "found-by-lookup": "照会で見つかった",
  "not-there-by-lookup": "照会でなかった",
  "refused-by-lookup": "断られ、照会でもなかった",
  "still-unknown": "照会しても分からない",
  "found-by-person": "人が登録を確かめた",
  "not-there-by-person": "人が未登録を確かめた",
  "returned-by-person": "人が差し戻した",
  "retry-by-person": "人がやり直しを指示",
  "reread-by-person": "人が読み直しを指示",
  release: "登録の前に中断した",
};

export const caseFlowError = defineErrors({
  illegalMove: errorRow<{ state: CaseState; event: CaseFlowEvent }>({
    code: "QUE001",
    kind: "conflict",
    retryable: false,
    what: (a) =>
      `「${stateNames[a.state]}」の案件は「${eventNames[a.event]}」へ進められません。ほかの人か部下が先に進めた可能性があります。`,
    next: () => "一覧を開き直し、案件の今の状態を確かめてください。",
  }),
  badTime: errorRow<{ written: string }>({
    code: "QUE002",
    kind: "usage",
    retryable: false,
    what: (a) => `実行する時刻「${a.written}」を読めません。`,
    next: () => "2026-11-20T08:30:00+09:00 の形で指定してください。",
  }),
  brokenQueue: errorRow<{ file: string }>({
    code: "QUE003",
    kind: "environment",
    retryable: false,
    what: (a) => `順番待ちのファイル「${a.file}」が壊れています。案件は台帳に残っています。`,
    next: () =>
      "すべての部下を止めてこのファイルを消し、もう一度実行してください。順番待ちは台帳から作り直されます。",
  }),
});

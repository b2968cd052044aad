/** What `buka queue` says: who waits, what is paused, what was put first or taken back. */
import type { CaseReason } from "../../core/index.ts";
import {
  type LineCase,
  type Pause,
  pausedWhat,
  resumeCommand,
  shortMoment,
  stateNames,
} from "../../queues/index.ts";

export const queueWords = {
  goesOn: "一時停止が解かれました。続きを始めます。",
  head: ["仕事", "待っている", "手元", "時刻待ち"],
  lanes: { read: "読取・点検", enter: "入力" },
  lineOf: (lane: string): string => `${lane}の順番`,
  lineHead: ["順", "受付番号", "部下", "状態", "いつから", "優先", "止まっているわけ"],
  line: (c: LineCase): readonly string[] => [
    String(c.place),
    c.receiptNumber,
    c.bot,
    stateNames[c.state],
    shortMoment(new Date(c.since)),
    priorityName(c.priority),
    c.held?.code ?? "",
  ],
  held: (r: CaseReason): string => `${r.code}：${r.message}${r.next}`,
  running: "一時停止はしていません。",
  paused: (p: Pause): string =>
    `一時停止中：${pausedWhat(p)}（${p.by}、${shortMoment(new Date(p.at))} から${p.why === "" ? "" : `、理由：${p.why}`}）。再開するときは「${resumeCommand(p)}」です。`,
  first: (receipts: readonly string[]): string => `先にする案件：${receipts.join("、")}`,
  last: (receipts: readonly string[]): string => `後にする案件：${receipts.join("、")}`,
  more: (count: number): string => `ほか ${count} 件`,
  waitsBecause: (r: CaseReason): string => `待っている理由：${r.message}${r.next}［${r.code}］`,
  evidence: (r: CaseReason): string => `証跡：${r.message}${r.next}［${r.code}］`,
  waits: (bot: string, r: CaseReason): string => `${bot}：${r.message}${r.next}［${r.code}］`,
  pausedNow: (p: Pause): string =>
    `${pausedWhat(p)}を一時停止しました。新しい案件は始めません。受け付けは続けられます。再開するときは「${resumeCommand(p)}」です。`,
  inHand: (count: number): string =>
    `手元の ${count} 件は、終わるまで続けます（登録を途中で切ることはありません）。`,
  handsEmpty: "手元の案件はありません。",
  resumed: (what: string): string =>
    `${what}を再開しました。動いている係が続きを始めます（いなければ「buka run 部下」で始めてください）。`,
  notPaused: (what: string): string => `${what}は、一時停止していません。`,
  othersPaused: "ほかの一時停止が残っています。",
  order: {
    first: (receipt: string): string => `案件 ${receipt} を先にしました。`,
    last: (receipt: string): string => `案件 ${receipt} を後にしました。`,
    normal: (receipt: string): string => `案件 ${receipt} を受付順に戻しました。`,
  },
  cancelled: (receipt: string): string =>
    `案件 ${receipt} を取り消しました（差戻し）。戻すときは「buka queue back ${receipt}」です。`,
  back: (receipt: string, bot: string): string =>
    `案件 ${receipt} を戻しました。「buka run ${bot}」で、点検からやり直します。`,
  /** What a clerk may write instead of the English word. */
  verbs: {
    pause: ["一時停止"],
    resume: ["再開"],
    first: ["先に"],
    last: ["後に"],
    normal: ["受付順"],
    cancel: ["取り消し", "取消"],
    back: ["戻す"],
  },
  laneNames: { read: ["読取", "読取・点検"], enter: ["入力"] },
  waitSeconds: "0 から 3600 までの秒数",
  needsScope: "pause|resume [部下]",
  needsCase: "first|last|normal|cancel|back 受付番号…",
} as const;

function priorityName(priority: number): string {
  if (priority === 0) return "";
  return priority > 0 ? "先に" : "後に";
}

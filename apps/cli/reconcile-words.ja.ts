/** What `buka reconcile` and the end of a batch say: three books side by side, then what does not agree. */
import {
  type Difference,
  differenceWords,
  type Reconciliation,
  stateNames,
  type TotalGap,
  type Unchecked,
} from "../../queues/index.ts";
import { table } from "./show-summary.ts";

/** Differences that are shown; --json holds them all. */
const mostShown = 30;

type Total = Reconciliation["totals"]["source"];

const grouped = (sum: string): string => sum.replace(/\B(?=(\d{3})+$)/gu, ",");

const sideNames: Readonly<Record<keyof TotalGap["sides"], string>> = {
  file: "もとの表・ファイル",
  received: "受け付けた案件",
  done: "済の案件",
  journal: "登録の記録",
  target: "財務会計の一覧",
};

/** 「「金額」の合計が合いません：済の案件 1,200、財務会計の一覧 1,300。」 */
export function gapLine(gap: TotalGap): string {
  const what = gap.field === null ? "件数" : `「${gap.field}」の合計`;
  const where = gap.fileName === null ? "" : `「${gap.fileName}」の`;
  const unit = gap.field === null ? " 件" : "";
  const order = Object.keys(sideNames) as (keyof TotalGap["sides"])[];
  const sides = order.flatMap((side) => {
    const value = gap.sides[side];
    return value === undefined ? [] : [`${sideNames[side]} ${grouped(value)}${unit}`];
  });
  return `${where}${what}が合いません：${sides.join("、")}。`;
}

/** What was not compared, each in one sentence. */
export function uncheckedLine(unchecked: Unchecked): string {
  switch (unchecked.kind) {
    case "no-list":
      return "財務会計の一覧とは照らしていません。シナリオに「一覧手順」を書くか、「buka reconcile 部下 一覧.csv」で照らしてください。";
    case "list-unread":
      return `財務会計の一覧を読めなかったため、照らしていません：${unchecked.why.message}${unchecked.why.next}`;
    case "no-column":
      return `財務会計の一覧に「${unchecked.field}」の列がないため、その合計は照らしていません。画面辞書（screens.yaml）に列の見出しを書き足してください。`;
    case "no-amount":
      return `「${unchecked.field}」に金額として読めない値があるため、その合計は照らしていません。`;
    default:
      return unchecked satisfies never;
  }
}

export function reconcileLines(
  title: string,
  found: Reconciliation,
  settled: number,
): readonly string[] {
  const { source, done, journal, target } = found.totals;
  const fields = Object.keys(source.sums);
  const sum = (total: Total, field: string): string => {
    const value = total.sums[field];
    if (value === undefined) return "－";
    return value === null ? "読めません" : grouped(value);
  };
  const row = (name: string, total: Total): string[] => [
    name,
    `${total.count} 件`,
    ...fields.map((field) => sum(total, field)),
  ];
  const rows = [
    ["", "件数", ...fields.map((field) => `「${field}」の合計`)],
    row(sideNames.received, source),
    row(sideNames.done, done),
    row(sideNames.journal, journal),
    ...(target ? [row(sideNames.target, target)] : []),
  ];
  const days = found.days === null ? "" : `（受付日 ${found.days.join("、")}）`;
  return [
    `突き合わせ：${title}${days}`,
    table(rows),
    ...(settled > 0 ? [`要照会のうち ${settled} 件を、一覧にあったので済にしました。`] : []),
    ...found.gaps.map((g) => `  ${gapLine(g)}`),
    ...differenceLines(found.differences),
    ...found.unchecked.map((u) => `  ${uncheckedLine(u)}`),
    verdict(found),
  ];
}

function differenceLine(d: Difference): string {
  const state = d.state === null ? "" : `（${stateNames[d.state]}）`;
  const column = d.column === "" ? "" : `「${d.column}」`;
  return `${d.receiptNumber}${state}${column} ${differenceWords[d.kind]}`;
}

function differenceLines(differences: readonly Difference[]): string[] {
  const lines = differences.slice(0, mostShown).map((d) => `  ${differenceLine(d)}`);
  const more = differences.length - mostShown;
  return more > 0 ? [...lines, `  ほか ${more} 件`] : lines;
}

function verdict(found: Reconciliation): string {
  const wrong = found.gaps.length + found.differences.length;
  if (wrong > 0) return `合わないところが ${wrong} か所あります。完了にはできません。`;
  if (found.open > 0)
    return `合っていますが、途中の案件が ${found.open} 件あるため、完了ではありません。`;
  if (found.unchecked.length > 0)
    return "台帳の中は合っていますが、照らしていないところがあるため、完了とは言えません。";
  return found.withPeople > 0
    ? `すべて合っています。まとめ実行は完了です。人が見る案件が ${found.withPeople} 件残っています。`
    : "すべて合っています。完了です。";
}

/** The lines at the end of a batch, the shortest that tells the truth. */
export function controlLines(found: Reconciliation): readonly string[] {
  const { source, done, journal, target } = found.totals;
  const facts = [
    `受付 ${source.count} 件`,
    `済 ${done.count} 件`,
    `登録の記録 ${journal.count} 件`,
    ...(target === null ? [] : [`財務会計の一覧 ${target.count} 件`]),
  ].join("・");
  const wrong = [
    ...found.gaps.map((g) => `  ${gapLine(g)}`),
    ...differenceLines(found.differences),
  ];
  const lines = [
    `合計の確認：${facts}。${verdict(found)}`,
    ...wrong,
    ...found.unchecked.map((u) => `  ${uncheckedLine(u)}`),
  ];
  return wrong.length > 0
    ? [...lines, "  くわしくは「buka reconcile 部下」で確かめてください。"]
    : lines;
}

/** Words of the books in the morning report. */
export const bookSheet = {
  name: "合計の確認",
  columns: ["項目", ...Object.values(sideNames), "照らした結果"],
  at: (time: string): string => `照らした時刻 ${time}`,
  moved:
    "そのあとに動いた案件があります。「buka reconcile 部下」で、もう一度照らしてください（完了とは言えません）。",
  never: "件数と合計を、まだ照らしていません（完了とは言えません）。",
} as const;

/** The books as rows of a sheet: counts, sums, and then what does not agree. */
export function bookRows(found: Reconciliation): (string | number)[][] {
  const { source, done, journal, target } = found.totals;
  const sides = [null, source, done, journal, target];
  const sums = Object.keys(source.sums).map((field) => [
    `「${field}」の合計`,
    ...sides.map((side) => side?.sums[field] ?? ""),
    "",
  ]);
  const counts = ["件数", ...sides.map((side) => side?.count ?? ""), verdict(found)];
  const notes = [
    ...found.gaps.map(gapLine),
    ...found.differences.map(differenceLine),
    ...found.unchecked.map(uncheckedLine),
  ];
  return [counts, ...sums, ...notes.map((note) => ["", "", "", "", "", "", note])];
}

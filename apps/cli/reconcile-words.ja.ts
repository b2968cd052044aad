/** What `buka reconcile` and the end of a batch say: three books side by side, then what does not agree. */
import {
  type Difference,
  differenceWords,
  type Reconciliation,
  stateNames,
} from "../../queues/index.ts";
import { table } from "./show-summary.ts";

/** Differences that are shown; --json holds them all. */
const mostShown = 30;

type Total = Reconciliation["totals"]["source"];

const shownSum = (total: Total): string =>
  total.sum === null ? "" : `${total.sum.replace(/\B(?=(\d{3})+$)/gu, ",")} 円`;

const row = (name: string, total: Total): string[] => [name, `${total.count} 件`, shownSum(total)];

export function reconcileLines(
  title: string,
  found: Reconciliation,
  settled: number,
): readonly string[] {
  const { source, done, journal, target } = found.totals;
  const rows = [
    ["", "件数", "合計"],
    row("受け付けた案件", source),
    row("済の案件", done),
    row("登録の記録", journal),
    ...(target ? [row("財務会計の一覧", target)] : []),
  ];
  return [
    `突き合わせ：${title}`,
    table(rows),
    ...(settled > 0 ? [`要照会のうち ${settled} 件を、一覧にあったので済にしました。`] : []),
    ...differenceLines(found.differences),
    verdict(found),
  ];
}

function differenceLines(differences: readonly Difference[]): string[] {
  const lines = differences.slice(0, mostShown).map((d) => {
    const state = d.state === null ? "" : `（${stateNames[d.state]}）`;
    const column = d.column === "" ? "" : `「${d.column}」`;
    return `  ${d.receiptNumber}${state}${column} ${differenceWords[d.kind]}`;
  });
  const more = differences.length - mostShown;
  return more > 0 ? [...lines, `  ほか ${more} 件`] : lines;
}

function verdict(found: Reconciliation): string {
  if (found.differences.length > 0)
    return `合わないところが ${found.differences.length} 件あります。完了にはできません。`;
  if (found.open > 0)
    return `合っていますが、途中の案件が ${found.open} 件あるため、完了ではありません。`;
  return found.totals.target === null
    ? "台帳の中は合っています。財務会計の一覧（CSV）を渡すと、相手とも突き合わせます。"
    : "すべて合っています。完了です。";
}

/** The line at the end of a batch. */
export function controlLine(found: Reconciliation): string {
  const { source, done, journal } = found.totals;
  const facts = `受付 ${source.count} 件・済 ${done.count} 件・登録の記録 ${journal.count} 件`;
  return found.differences.length === 0
    ? `合計の確認：${facts}。合っています。`
    : `合計の確認：${facts}。合わないところが ${found.differences.length} 件あります（完了ではありません）。「buka reconcile」で確かめてください。`;
}

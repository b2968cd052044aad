/** Words of the preview of an e-form export. */
import type { FieldSource } from "../../queues/index.ts";

export const intakeWords = {
  columns: ["項目", "取るところ", "直し方", "1件目の値"],
  row: "行",
  head: (a: { file: string; rows: number; faults: number }): string =>
    a.faults > 0
      ? `「${a.file}」の ${a.rows} 件は、このままでは受け付けられません（まだ受け付けていません）。`
      : `「${a.file}」の ${a.rows} 件を、次のように受け付けます（まだ受け付けていません）。`,
  source(source: FieldSource): string {
    if (source.kind === "value") return `いつも「${source.value}」`;
    if (source.kind === "none") return "列なし（空欄にします）";
    if (source.kind === "formula") return `式 ${source.formula}`;
    return source.columns.map((c) => `列「${c}」`).join("と");
  },
  change(source: FieldSource, changed: boolean): string {
    if (source.kind !== "columns") return "";
    const ways = [
      ...(source.replace.size > 0 ? ["置きかえ"] : []),
      ...(source.digits === null ? [] : [`左に0を補って${source.digits}桁`]),
    ];
    if (ways.length > 0) return ways.join("・");
    return changed ? "項目の形にそろえる" : "そのまま";
  },
  unused: (columns: readonly string[]): string => `使わない列：${columns.join("・")}`,
  rows: (count: number): string => `はじめの ${count} 件`,
  faults: (count: number): string =>
    `直すところが ${count} か所あります。直すまで1件も受け付けません。`,
  checked: (n: { ok: number; warning: number; error: number; uncomputable: number }): string =>
    `点検の表によると：OK ${n.ok} 件、注意 ${n.warning} 件、NG ${n.error} 件、計算不可 ${n.uncomputable} 件（前に受け付けた案件との重なりは、受け付けてから調べます）`,
  moreFindings: (count: number): string =>
    `ほかに ${count} 件の指摘があります（--json ですべて出ます）。`,
  unchecked: (count: number): string =>
    `残りの ${count} 件は、ここでは点検していません。受け付けてから点検します。`,
  noBook: "この部下には点検の表（check.xlsx）がないため、点検はしません。",
  ready: "この形で受け付けられます。「--preview」を外すと受け付けます。",
  received: (a: { cases: number; newCases: number; bot: string }): string =>
    `${a.cases} 件を受け付けました（新しく受け付けたもの ${a.newCases} 件）。\n「buka run ${a.bot}」で点検と入力に進みます。`,
} as const;

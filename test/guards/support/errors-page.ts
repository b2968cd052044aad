/** Writes docs/errors.md from the declared codes. */
import type { DeclaredCode } from "./code-tables.ts";

const groups: Readonly<Record<string, string>> = {
  CLI: "コマンド",
  COR: "設定",
  FRM: "様式（form.yaml）の書き方",
  OCR: "読取",
  QUE: "案件の流れ",
  RUL: "点検",
  RUN: "入力（画面の操作）",
  SCN: "シナリオの書き方",
  SCR: "画面辞書（screens.yaml）の書き方",
  STO: "台帳",
  YML: "YAML の書き方",
};

const again: Readonly<Record<DeclaredCode["kind"], string>> = {
  retryable: "しばらくして、もう一度でよい",
  final: "直してから",
  outcome: "人が見てから",
  problem: "直してから",
  warning: "注意（止まらない）",
};

const cell = (text: string): string => text.replace(/\|/gu, "\\|").replace(/\s*\n\s*/gu, " ");

function groupTable(codes: readonly DeclaredCode[]): string {
  const rows = codes.map(
    (c) => `| ${c.code} | ${cell(c.what)} | ${cell(c.next)} | ${again[c.kind]} |`,
  );
  return ["| 番号 | 何が起きたか | 次にすること | もう一度 |", "|---|---|---|---|", ...rows].join(
    "\n",
  );
}

export function errorsPage(codes: readonly DeclaredCode[]): string {
  const prefixes = [...new Set(codes.map((c) => c.code.slice(0, 3)))].sort();
  const sections = prefixes.map((prefix) => {
    const own = codes.filter((c) => c.code.startsWith(prefix));
    return `## ${prefix} ${groups[prefix] ?? ""}\n\n${groupTable(own)}\n`;
  });
  return [
    "# エラーと注意の一覧\n",
    "画面やレポートに出た番号を、ここで引いてください。「…」には、その時の項目名やファイル名が入ります。",
    "この頁はプログラムの表から作られています（`npm run docs`）。手で直しても、次に作るときに消えます。\n",
    ...sections,
  ].join("\n");
}

const exitMeanings: Readonly<Record<string, string>> = {
  ok: "終わりました。人の確認を待つ案件が残っていることはあります（`buka status`）",
  internal: "思わぬ不具合です。出た受付の番号を情報担当に渡してください",
  usage: "命令の書き方が違います",
  input: "渡したファイルや値に直すところがあります",
  target: "財務会計が思ったとおりに動きませんでした",
  environment: "このパソコンに足りない物、壊れている物があります",
  conflict: "ほかの人か部下が使っているか、先に進めていました",
  mismatch: "台帳と財務会計の中身が合いません（`buka reconcile`、実演の確認）",
  halted: "係が自分で止まりました（`buka` の中だけで使います）",
};

/** Writes docs/exit-codes.md from the exit codes of apps/cli. */
export function exitCodesPage(codes: Readonly<Record<string, number>>): string {
  const rows = Object.entries(codes)
    .sort(([, a], [, b]) => a - b)
    .map(
      ([name, code]) => `| ${code} | ${name} | ${exitMeanings[name] ?? "意味を書いてください"} |`,
    );
  return [
    "# 終了コードの一覧\n",
    "`buka` が終わったときの数です。夜間の自動実行では、0 以外なら人に知らせてください。",
    "この頁はプログラムの表から作られています（`npm run docs`）。\n",
    "| 数 | 名前 | 意味 |\n|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

export const knownPrefixes: readonly string[] = Object.keys(groups);

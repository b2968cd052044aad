/** 債権者一覧 and its CSV. */
import { html } from "hono/html";
import { type Creditor, creditorFields } from "../creditor.ts";
import type { SearchPage } from "../creditor-table.ts";
import { captions } from "./captions.ts";
import { type FontSize, type Html, page } from "./page.ts";
import { pager } from "./search.ts";

const script = `function turn(n) { location.href = "/list?page=" + n; }`;

export function listPage(font: FontSize, found: SearchPage, current: number): Html {
  return page({
    title: "債権者一覧",
    screenId: "SK0301",
    path: ["債権者管理", "債権者一覧"],
    font,
    script,
    body: html`<p class="right"><a class="btnlink" href="/list.csv">CSV出力</a></p>
<table class="list"><tr><th>債権者番号</th><th>区分</th><th>債権者氏名</th><th>金融機関</th><th>預金種別</th><th>口座番号</th><th>口座名義カナ</th><th>担当所属</th><th>登録日時</th></tr>
${found.rows.map(listRow)}</table>
${found.total === 0 ? html`<div class="infobox">債権者は登録されていません</div>` : pager(found, current)}`,
  });
}

function listRow(row: Creditor): Html {
  return html`<tr><td>${row.number}</td><td>${row.kind}</td><td>${row.name}</td><td>${row.bankName} ${row.branchName}</td><td>${row.depositType}</td><td>${row.accountNumber}</td><td>${row.accountKana}</td><td>${row.section}</td><td class="nowrap">${stamp(row.createdAt)}</td></tr>
`;
}

const stampFormat = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

function stamp(iso: string): string {
  return stampFormat.format(new Date(iso));
}

/** UTF-8 with BOM and CRLF, as Excel opens it. */
export function creditorsCsv(rows: readonly Creditor[]): string {
  const heading = [
    "債権者番号",
    ...creditorFields.map((field) => captions[field]),
    "登録日時",
    "登録者",
  ];
  const lines = rows.map((row) => [
    row.number,
    ...creditorFields.map((field) => row[field]),
    stamp(row.createdAt),
    row.createdBy,
  ]);
  return `\ufeff${[heading, ...lines].map((line) => `${line.map(csvCell).join(",")}\r\n`).join("")}`;
}

function csvCell(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

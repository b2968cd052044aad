/** 債権者検索, its result table with paging, and 債権者詳細. */
import { html } from "hono/html";
import type { Creditor } from "../creditor.ts";
import type { SearchCriteria, SearchPage } from "../creditor-table.ts";
import { shownText } from "./confirm.ts";
import { evenColumns, fieldTables } from "./field-tables.ts";
import { messages } from "./messages.ja.ts";
import { type FontSize, type Html, messageBox, page, scriptText } from "./page.ts";

export const rowsPerPage = 20;

const script = `
function checkCriteria(form) {
  if (form.item01.value + form.item02.value + form.item03.value + form.item04.value === "") {
    alert(${scriptText(messages.blankCriteria)}); return false;
  }
  form.page.value = "1";
  return true;
}
function turn(n) { var form = document.forms["f"]; form.page.value = n; form.submit(); }`;

export function searchPage(about: {
  readonly font: FontSize;
  readonly criteria: SearchCriteria;
  /** null = not searched yet. */
  readonly found: SearchPage | null;
  readonly page: number;
  readonly problems: readonly string[];
}): Html {
  const { criteria } = about;
  return page({
    title: "債権者検索",
    screenId: "SK0101",
    path: ["債権者管理", "債権者検索"],
    font: about.font,
    script,
    body: html`${messageBox(about.problems)}
<form name="f" method="post" action="/search" onsubmit="return checkCriteria(this)">
<input type="hidden" name="page" value="1">
<div class="subtitle">検索条件</div>
<table class="form even">${evenColumns}
<tr><th>カナ名称：</th><td><input type="text" name="item01" size="28" maxlength="80" value="${criteria.kana}"><span class="hint">（前方一致）</span></td>
<th>電話番号：</th><td><input type="text" name="item02" size="16" maxlength="13" value="${criteria.phone}"></td></tr>
<tr><th>口座番号：</th><td><input type="text" name="item03" size="10" maxlength="7" value="${criteria.accountNumber}"></td>
<th>摘　　要：</th><td><input type="text" name="item04" size="24" maxlength="40" value="${criteria.memo}"><span class="hint">（完全一致）</span></td></tr>
</table>
<p class="buttons"><input type="submit" class="btn" value="検　索"> <input type="button" class="btn" value="クリア" onclick="location.href='/search'"></p>
</form>
${about.found === null ? "" : results(about.found, about.page)}`,
  });
}

function results(found: SearchPage, current: number): Html {
  if (found.total === 0) return html`<div class="infobox">${messages.nothingFound}</div>`;
  return html`<div class="subtitle">検索結果</div>
<table class="list"><tr><th>債権者番号</th><th>債権者氏名</th><th>カナ名称</th><th>電話番号</th><th>金融機関</th><th>口座番号</th><th>摘要</th><th>&nbsp;</th></tr>
${found.rows.map(resultRow)}</table>
${pager(found, current)}`;
}

function resultRow(row: Creditor): Html {
  return html`<tr><td>${row.number}</td><td>${row.name}</td><td>${row.kana}</td><td>${row.phone}</td><td>${row.bankName} ${row.branchName}</td><td>${row.accountNumber}</td><td>${row.memo}</td><td class="center"><a href="/detail/${row.number}">詳細</a></td></tr>
`;
}

/** 「45件中 21～40件目」 with links to the neighbours; drawn by the list screen too. */
export function pager(found: SearchPage, current: number): Html {
  const first = (current - 1) * rowsPerPage + 1;
  const last = Math.min(current * rowsPerPage, found.total);
  const link = (caption: string, target: number, on: boolean): Html =>
    on
      ? html`<a href="javascript:turn(${target})">${caption}</a>`
      : html`<span class="off">${caption}</span>`;
  return html`<div class="pager">${found.total}件中 ${first}～${last}件目　${link("＜前へ", current - 1, current > 1)}　${link("次へ＞", current + 1, last < found.total)}</div>`;
}

export function detailPage(font: FontSize, creditor: Creditor): Html {
  return page({
    title: "債権者詳細",
    screenId: "SK0102",
    path: ["債権者管理", "債権者検索", "債権者詳細"],
    font,
    body: html`<table class="form even">${evenColumns}
<tr><th>債権者番号</th><td colspan="3">${creditor.number}</td></tr>
</table>
${fieldTables((field) => html`${shownText(field, creditor)}`, { marks: false })}
<p class="buttons"><input type="button" class="btn" value="戻　る" onclick="history.back()"></p>`,
  });
}

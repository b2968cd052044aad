/** 金融機関検索: the popup that writes the chosen branch back into its opener and closes. */
import { html } from "hono/html";
import type { Branch } from "../banks.ja.ts";
import { bare, type FontSize, type Html, scriptText } from "./page.ts";

const script = `
function pick(bankCode, bankName, branchCode, branchName) {
  if (window.opener && !window.opener.closed) window.opener.setBank(bankCode, bankName, branchCode, branchName);
  window.close();
}`;

export function bankSearchPage(about: {
  readonly font: FontSize;
  readonly bankCode: string;
  readonly branchCode: string;
  /** null = not searched yet. */
  readonly found: readonly Branch[] | null;
}): Html {
  return bare({
    title: "金融機関検索",
    font: about.font,
    css: "popup",
    script,
    body: html`
<table class="titlebar"><tr><td class="t">金融機関検索</td><td class="id">画面ID：SK0901</td></tr></table>
<div class="content">
<form method="get" action="/banks">
<input type="hidden" name="go" value="1">
<table class="form">
<tr><th>金融機関コード</th><td><input type="text" name="b" size="6" maxlength="4" value="${about.bankCode}"></td>
<th>支店コード</th><td><input type="text" name="s" size="5" maxlength="3" value="${about.branchCode}"></td></tr>
</table>
<p class="buttons"><input type="submit" class="btn" value="検　索"> <input type="button" class="btn" value="閉じる" onclick="window.close()"></p>
</form>
${about.found === null ? "" : results(about.found)}
</div>`,
  });
}

function results(found: readonly Branch[]): Html {
  if (found.length === 0) return html`<div class="infobox">該当する金融機関はありません</div>`;
  return html`<div class="subtitle">検索結果</div>
<table class="list"><tr><th>金融機関コード</th><th>金融機関名</th><th>支店コード</th><th>支店名</th><th>&nbsp;</th></tr>
${found.map(resultRow)}</table>`;
}

function resultRow(branch: Branch): Html {
  const values = [branch.bankCode, branch.bankName, branch.branchCode, branch.branchName];
  return html`<tr>${values.map((value) => html`<td>${value}</td>`)}<td class="center"><input type="button" class="btn small" value="選択" onclick="pick(${values.map(scriptText).join(", ")})"></td></tr>
`;
}

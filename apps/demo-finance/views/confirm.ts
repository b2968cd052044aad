/** 債権者登録（確認） and 登録完了: everything as text, and the button that can be pressed twice. */
import { html } from "hono/html";
import { withheld } from "../choices.ja.ts";
import {
  type CreditorField,
  type CreditorInput,
  controlName,
  creditorFields,
} from "../creditor.ts";
import { fieldTables } from "./field-tables.ts";
import { messages } from "./messages.ja.ts";
import { type FontSize, type Html, page, scriptText } from "./page.ts";

export function confirmPage(about: {
  readonly font: FontSize;
  readonly input: CreditorInput;
  /** What is shown; equal to the input unless a fault swaps fields. */
  readonly shown: CreditorInput;
  readonly commitCaption: string;
  /** 債権者番号 with the same account that the system warns of, or null. */
  readonly duplicateOf: string | null;
}): Html {
  const question =
    about.duplicateOf === null ? messages.confirmRegister : messages.duplicate(about.duplicateOf);
  const script = `
function commitEntry() { if (confirm(${scriptText(question)})) document.forms["f"].submit(); }
function back() { var form = document.forms["f"]; form.action = "/entry"; form.submit(); }`;
  return page({
    title: "債権者登録（確認）",
    screenId: "SK0202",
    path: ["債権者管理", "債権者登録", "確認"],
    font: about.font,
    script,
    body: html`<div class="infobox">以下の内容で登録します。内容を確認してください。</div>
<form name="f" method="post" action="/register">
${creditorFields.map((field) => html`<input type="hidden" name="${controlName(field)}" value="${about.input[field]}">`)}
${fieldTables((field) => html`${shownText(field, about.shown)}`, { marks: false })}
<p class="buttons"><input type="button" class="btn" value="戻　る" onclick="back()"> <input type="button" class="btn commit" value="${about.commitCaption}" onclick="commitEntry()"></p>
</form>`,
  });
}

/** As text; an empty box is spelt out. */
export function shownText(field: CreditorField, input: CreditorInput): string {
  if (field !== "withholding") return input[field];
  return input.withholding === withheld ? "対象" : "対象外";
}

export const commitCaptions = { usual: "登　録", renamed: "確　定" };

export function donePage(
  font: FontSize,
  creditor: { readonly number: string; readonly name: string },
): Html {
  return page({
    title: "債権者登録（完了）",
    screenId: "SK0203",
    path: ["債権者管理", "債権者登録", "完了"],
    font,
    body: html`<div class="donebox">${messages.registered}</div>
<table class="form narrow">
<tr><th>債権者番号</th><td class="number">${creditor.number}</td></tr>
<tr><th>債 権 者 氏 名</th><td>${creditor.name}</td></tr>
</table>
<p class="hint">${messages.writeDown}</p>
<p class="buttons"><input type="button" class="btn" value="続けて登録" onclick="location.href='/entry'"> <input type="button" class="btn" value="検索へ" onclick="location.href='/search'"></p>`,
  });
}

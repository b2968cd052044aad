/** 債権者登録: the entry screen and the values that its popup writes back. */
import { html } from "hono/html";
import { depositTypes, kinds, withheld } from "../choices.ja.ts";
import { type CreditorField, type CreditorInput, controlName } from "../creditor.ts";
import { fieldTables } from "./field-tables.ts";
import { type FontSize, type Html, messageBox, page } from "./page.ts";

const script = `
function openBanks() {
  window.open("/banks", "bankSearch", "width=640,height=520,resizable=yes,scrollbars=yes");
}
function setBank(bankCode, bankName, branchCode, branchName) {
  var form = document.forms["f"];
  form.${controlName("bankCode")}.value = bankCode;
  form.${controlName("bankName")}.value = bankName;
  form.${controlName("branchCode")}.value = branchCode;
  form.${controlName("branchName")}.value = branchName;
}`;

export function entryPage(about: {
  readonly font: FontSize;
  readonly input: CreditorInput;
  readonly problems: readonly string[];
}): Html {
  return page({
    title: "債権者登録",
    screenId: "SK0201",
    path: ["債権者管理", "債権者登録"],
    font: about.font,
    script,
    body: html`${messageBox(about.problems)}
<p class="hint"><span class="req">※</span>は必須項目です。</p>
<form name="f" method="post" action="/confirm">
${fieldTables((field) => control(field, about.input), { marks: true })}
<p class="buttons"><input type="submit" class="btn" value="確　認"> <input type="button" class="btn" value="クリア" onclick="location.href='/entry'"></p>
</form>`,
  });
}

interface TextBox {
  readonly size: number;
  readonly most: number;
  readonly hint?: string;
}

const textBoxes: Partial<Record<CreditorField, TextBox>> = {
  name: { size: 60, most: 40 },
  kana: { size: 60, most: 80, hint: "全角カナ" },
  representative: { size: 60, most: 40 },
  postalCode: { size: 9, most: 8, hint: "例：9990000" },
  address: { size: 70, most: 60 },
  phone: { size: 16, most: 13 },
  corporateNumber: { size: 16, most: 13 },
  invoiceNumber: { size: 18, most: 14, hint: "T＋13桁" },
  accountNumber: { size: 9, most: 7, hint: "7桁" },
  accountKana: { size: 40, most: 30, hint: "半角カナ30文字以内" },
  section: { size: 8, most: 6 },
  memo: { size: 60, most: 40 },
};

const readOnlySizes: Partial<Record<CreditorField, number>> = {
  bankCode: 6,
  bankName: 26,
  branchCode: 6,
  branchName: 26,
};

function control(field: CreditorField, input: CreditorInput): Html {
  const name = controlName(field);
  const value = input[field];
  if (field === "kind") return radios(name, value);
  if (field === "depositType") return select(name, value);
  if (field === "withholding") return checkBox(name, value);
  const readOnlySize = readOnlySizes[field];
  if (readOnlySize !== undefined) {
    const box = html`<input type="text" class="ro" readonly tabindex="-1" name="${name}" size="${readOnlySize}" value="${value}">`;
    return field === "bankCode"
      ? html`${box} <button type="button" class="btn small" onclick="openBanks()">金融機関検索</button>`
      : box;
  }
  const box = textBoxes[field] ?? { size: 20, most: 40 };
  const hint = box.hint === undefined ? "" : html`<span class="hint">（${box.hint}）</span>`;
  return html`<input type="text" name="${name}" size="${box.size}" maxlength="${box.most}" value="${value}" autocomplete="off">${hint}`;
}

function radios(name: string, value: string): Html {
  return html`${kinds.map(
    (kind) =>
      html`<input type="radio" name="${name}" value="${kind}" ${kind === value ? "checked" : ""}>${kind}　`,
  )}`;
}

function select(name: string, value: string): Html {
  return html`<select name="${name}"><option value=""></option>${depositTypes.map(
    (type) => html`<option value="${type}" ${type === value ? "selected" : ""}>${type}</option>`,
  )}</select>`;
}

function checkBox(name: string, value: string): Html {
  return html`<input type="checkbox" name="${name}" value="${withheld}" ${value === withheld ? "checked" : ""}>対象とする`;
}

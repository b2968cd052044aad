/** Log-in (ログイン) and choice of the section (所属選択). */
import { html } from "hono/html";
import { type Account, sectionName } from "../accounts.ja.ts";
import { messages } from "./messages.ja.ts";
import { bare, type FontSize, type Html, messageBox, scriptText, systemName } from "./page.ts";

const checkLogin = `
function checkLogin(form) {
  if (form.uid.value === "" || form.pwd.value === "") { alert(${scriptText(messages.blankLogin)}); return false; }
  return true;
}`;

export function loginPage(about: {
  readonly font: FontSize;
  readonly user: string;
  readonly problems: readonly string[];
}): Html {
  return bare({
    title: `ログイン - ${systemName}`,
    font: about.font,
    css: "gate",
    script: checkLogin,
    body: html`
<div class="gatebox">
<div class="logo"><span class="city">みほん市</span><span class="name">${systemName}</span></div>
${messageBox(about.problems)}
<form method="post" action="/login" onsubmit="return checkLogin(this)">
<table class="form gateform">
<tr><th>利用者ID</th><td><input type="text" name="uid" size="20" maxlength="20" value="${about.user}" autocomplete="off"></td></tr>
<tr><th>パスワード</th><td><input type="password" name="pwd" size="20" maxlength="40" autocomplete="off"></td></tr>
</table>
<p class="center"><input type="submit" class="btn wide" value="ログイン"></p>
</form>
<ul class="note"><li>パスワードを3回続けて誤るとロックされます。</li><li>同じ利用者IDで別の端末からログインすると、前の端末の操作は終了します。</li><li>稼働時間：平日 6:00～22:00</li></ul>
</div>
<div class="gatefoot">Copyright (C) 2008-2026 みほん市 ${systemName} Ver.4.2.1</div>`,
  });
}

export function sectionPage(about: {
  readonly font: FontSize;
  readonly account: Account;
  readonly tookOver: boolean;
}): Html {
  const options = about.account.sections.map(
    (code) => html`<option value="${code}">${code} ${sectionName(code)}</option>`,
  );
  return bare({
    title: `所属選択 - ${systemName}`,
    font: about.font,
    css: "gate",
    body: html`
<div class="gatebox">
<div class="logo"><span class="city">みほん市</span><span class="name">${systemName}</span></div>
${about.tookOver ? html`<div class="infobox">${messages.tookOver}</div>` : ""}
<p>${about.account.name} さん　業務を行う所属を選択してください。</p>
<form method="post" action="/section">
<table class="form gateform">
<tr><th>所　　属</th><td><select name="section">${options}</select></td></tr>
</table>
<p class="center"><input type="submit" class="btn wide" value="選　択"></p>
</form>
</div>
<div class="gatefoot">Copyright (C) 2008-2026 みほん市 ${systemName} Ver.4.2.1</div>`,
  });
}

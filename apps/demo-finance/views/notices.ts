/** Pages that replace the screen: session lost, maintenance, no right, server error. */
import { html } from "hono/html";
import { messages } from "./messages.ja.ts";
import { bare, type FontSize, type Html, page, systemName } from "./page.ts";

export function sessionLostPage(font: FontSize): Html {
  return bare({
    title: "エラー",
    font,
    css: "notice",
    body: html`<div class="noticebox"><div class="noticehead">${systemName}</div>
<p class="big">${messages.sessionLost}</p><p>${messages.sessionLostHint}</p>
<p class="center"><a href="/login" target="_top">ログイン画面へ</a></p></div>`,
  });
}

export function maintenancePage(font: FontSize): Html {
  return bare({
    title: "メンテナンス中",
    font,
    css: "notice",
    body: html`<div class="noticebox"><div class="noticehead">${systemName}</div>
<p class="big">${messages.maintenance}</p><p>${messages.maintenanceHint}</p></div>`,
  });
}

/** A refusal inside the main frame. */
export function refusalPage(font: FontSize, message: string): Html {
  return page({
    title: "エラー",
    screenId: "CM9001",
    path: ["エラー"],
    font,
    body: html`<div class="errorbox"><ul><li>${message}</li></ul></div>
<p class="center"><input type="button" class="btn" value="戻　る" onclick="history.back()"></p>`,
  });
}

/** What the application server itself shows; nothing of the product's own face. */
export function serverErrorPage(): Html {
  return html`<html><head><title>HTTP Status 500</title></head><body><h1>HTTP Status 500 - </h1><hr size="1" noshade="noshade"><p><b>type</b> Exception report</p><p><b>message</b> <u></u></p><p><b>description</b> <u>The server encountered an internal error () that prevented it from fulfilling this request.</u></p><hr size="1" noshade="noshade"></body></html>`;
}

export function loggedOutPage(font: FontSize): Html {
  return bare({
    title: "ログアウト",
    font,
    css: "notice",
    body: html`<div class="noticebox"><div class="noticehead">${systemName}</div>
<p class="big">ログアウトしました。</p><p class="center"><a href="/login" target="_top">ログイン画面へ</a></p></div>`,
  });
}

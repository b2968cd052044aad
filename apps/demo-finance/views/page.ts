/** The common frame of every screen: head, title bar with screen id, breadcrumb, footer. */
import { html, raw } from "hono/html";

export type Html = ReturnType<typeof html>;

export type FontSize = "s" | "m" | "l";

export interface PageParts {
  readonly title: string;
  /** 画面ID in the title bar; null on pages outside the menu. */
  readonly screenId: string | null;
  readonly path: readonly string[];
  readonly font: FontSize;
  readonly body: Html;
  /** Plain JavaScript of the screen. */
  readonly script?: string;
}

export const systemName = "財務会計システム";

/** A page inside the main frame. */
export function page(parts: PageParts): Html {
  return bare({
    title: parts.title,
    font: parts.font,
    css: "main",
    ...(parts.script === undefined ? {} : { script: parts.script }),
    body: html`
<div class="crumb">${parts.path.join(" ＞ ")}</div>
<table class="titlebar"><tr><td class="t">${parts.title}</td><td class="id">${parts.screenId === null ? "" : `画面ID：${parts.screenId}`}</td></tr></table>
<div class="content">${parts.body}</div>
<div class="footer">Copyright (C) 2008-2026 みほん市 ${systemName} Ver.4.2.1　　推奨環境：1024×768以上</div>`,
  });
}

/** The smallest document: own layout, common style. */
export function bare(parts: {
  readonly title: string;
  readonly font: FontSize;
  readonly css: string;
  readonly body: Html;
  readonly script?: string;
}): Html {
  return html`<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html lang="ja"><head><meta charset="UTF-8"><title>${parts.title}</title>
<link rel="stylesheet" type="text/css" href="/style.css">
${parts.script === undefined ? "" : html`<script type="text/javascript">${raw(parts.script)}</script>`}
</head><body class="${parts.css} font-${parts.font}">${parts.body}</body></html>`;
}

/** Red box with messages; nothing when there are none. */
export function messageBox(lines: readonly string[]): Html | "" {
  if (lines.length === 0) return "";
  return html`<div class="errorbox"><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`;
}

/** A text as a JavaScript literal that is safe inside an HTML attribute and a script element. */
export function scriptText(text: string): string {
  return JSON.stringify(text).replace(/</g, "\\u003c");
}

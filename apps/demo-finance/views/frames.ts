/** The frameset after log-in: head, menu tree, and お知らせ in the main frame. */
import { html } from "hono/html";
import { bare, type FontSize, type Html, page, systemName } from "./page.ts";

export function framesetPage(): Html {
  return html`<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN" "http://www.w3.org/TR/html4/frameset.dtd">
<html lang="ja"><head><meta charset="UTF-8"><title>${systemName}</title></head>
<frameset rows="52,*" border="0" frameborder="0" framespacing="0">
<frame name="head" src="/head" scrolling="no" noresize title="見出し">
<frameset cols="188,*" border="1" frameborder="1" framespacing="1">
<frame name="menu" src="/menu" title="メニュー">
<frame name="main" src="/news" title="業務画面">
</frameset>
<noframes><body>フレームに対応したブラウザでご利用ください。</body></noframes>
</frameset></html>`;
}

export function headPage(about: {
  readonly font: FontSize;
  readonly userName: string;
  /** 令和 year of the fiscal year (会計年度). */
  readonly fiscalYear: number;
  readonly section: string;
}): Html {
  const sizes = [
    { id: "s", caption: "小" },
    { id: "m", caption: "中" },
    { id: "l", caption: "大" },
  ].map(
    ({ id, caption }) =>
      html`<a href="/font/${id}" target="_top" class="${id === about.font ? "on" : ""}">${caption}</a> `,
  );
  return bare({
    title: "見出し",
    font: about.font,
    css: "head",
    body: html`
<table class="headbar"><tr>
<td class="logo"><span class="city">みほん市</span><span class="name">${systemName}</span><span class="year">令和${about.fiscalYear}年度</span></td>
<td class="who">所属：${about.section}　利用者：${about.userName}<br>
<span class="sizes">文字サイズ ${sizes}</span>｜<a href="/logout" target="_top">ログアウト</a></td>
</tr></table>`,
  });
}

interface Folder {
  readonly caption: string;
  readonly items: readonly { readonly caption: string; readonly href: string }[];
}

const folders: readonly Folder[] = [
  {
    caption: "債権者管理",
    items: [
      { caption: "債権者検索", href: "/search" },
      { caption: "債権者登録", href: "/entry" },
      { caption: "債権者一覧", href: "/list" },
    ],
  },
  { caption: "共通", items: [{ caption: "お知らせ", href: "/news" }] },
];

// A click on an open folder closes it again, as menu trees of that age do.
const menuScript = `
function toggle(id) {
  var box = document.getElementById("box" + id), mark = document.getElementById("mark" + id);
  var open = box.style.display === "none";
  box.style.display = open ? "block" : "none";
  mark.className = open ? "mark open" : "mark";
}
function go(url, item) {
  var all = document.getElementsByTagName("span"), i;
  for (i = 0; i < all.length; i++) { if (all[i].className === "leaf now") all[i].className = "leaf"; }
  item.className = "leaf now";
  parent.frames["main"].location.href = url;
}`;

export function menuPage(font: FontSize): Html {
  const tree = folders.map(
    (folder, index) => html`
<div class="folder" onclick="toggle(${index})"><span class="mark" id="mark${index}"></span><span>${folder.caption}</span></div>
<div class="items" id="box${index}" style="display:none">${folder.items.map(
      (item) =>
        html`<div><span class="leaf" onclick="go('${item.href}', this)">${item.caption}</span></div>`,
    )}</div>`,
  );
  return bare({
    title: "メニュー",
    font,
    css: "menu",
    script: menuScript,
    body: html`<div class="menutitle">業務メニュー</div>${tree}`,
  });
}

const news = [
  {
    date: "令和8年11月20日",
    text: "年末調整事務のため、12月の債権者登録は12月18日（金）までにお願いします。",
  },
  { date: "令和8年11月13日", text: "11月28日（土）は電気設備点検のため終日停止します。" },
  {
    date: "令和8年10月1日",
    text: "債権者登録の申請書（SAIKEN-01）を改正しました。旧様式は使用できません。",
  },
  { date: "令和8年4月1日", text: "債権者登録の受付番号は「摘要」に入力してください。" },
];

export function newsPage(font: FontSize): Html {
  return page({
    title: "お知らせ",
    screenId: "CM0101",
    path: ["共通", "お知らせ"],
    font,
    body: html`<table class="list"><tr><th>掲載日</th><th>内容</th></tr>${news.map(
      (item) => html`<tr><td class="nowrap">${item.date}</td><td>${item.text}</td></tr>`,
    )}</table>
<p class="hint">左の業務メニューから画面を選択してください。</p>`,
  });
}

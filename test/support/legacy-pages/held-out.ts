/** Pages that were written after the rules for finding things, and are measured only: nothing was changed to fit them. */
import { cell, choose, doc, input, type LegacyPage, press, select, tick, type } from "./page.ts";

const numbered: LegacyPage = {
  name: "番号付き",
  hand: "numbered captions, words before radio buttons, function keys on a bar of links",
  documents: {
    "/": doc(
      "補助金交付申請",
      `<center><font size=5>補助金交付申請</font></center>
<p><b>申請者</b></p><table border=1><tr><td>１．団体名</td><td>${input("h1")}</td></tr><tr><td>２．代表者名</td><td>${input("h2")}</td></tr><tr><td>３．所在地</td><td>${input("h3", "size=50")}</td></tr></table>
<p><b>連絡先</b></p><table border=1><tr><td>４．担当者</td><td>${input("h4")}</td></tr><tr><td>５．所在地</td><td>${input("h5")}</td></tr><tr><td>６．区分</td><td>新規<input type=radio name=k data-t=h6>　継続<input type=radio name=k data-t=h7></td></tr></table>
<table><tr>${["F1 ヘルプ", "F4 一覧", "F9 計算", "F12 閉じる"].map((k, i) => `<td><a href="#" data-t=hk${i}>${k}</a></td>`).join("")}</tr></table>`,
    ),
  },
  things: [
    type("団体名", "h1"),
    type("代表者名", "h2"),
    type("所在地", "h3", "申請者/画面"),
    type("担当者", "h4"),
    type("所在地", "h5", "連絡先/画面"),
    choose("区分", "継続", "h7"),
    press("一覧", "hk1"),
    press("計算", "hk2"),
    press("閉じる", "hk3"),
  ],
};

const matrix: LegacyPage = {
  name: "升目",
  hand: "questions by answers with a radio button in each cell, months by kinds with fields",
  documents: {
    "/": doc(
      "監査調書",
      `<h3>点検項目</h3><table border=1><tr><th>項目</th><th>適</th><th>不適</th><th>対象外</th></tr>
${["決裁の日付", "契約書の印", "検査調書"].map((q, i) => `<tr><td>${q}</td>${[0, 1, 2].map((a) => `<td align=center><input type=radio name=q${i} data-t=q${i}${a}></td>`).join("")}</tr>`).join("")}</table>
<h3>月別の額</h3><table border=1><tr><th></th><th>収入</th><th>支出</th></tr>${["4月", "5月", "6月"].map((m, i) => `<tr><th>${m}</th><td>${input(`i${i}`)}</td><td>${input(`o${i}`)}</td></tr>`).join("")}</table>
<p>合計額：<b>1,234,000</b>円</p><span data-t=mx style="border:1px outset;padding:2px" id=calc>再計算</span><script>document.getElementById("calc").addEventListener("click",()=>0)</script>`,
    ),
  },
  things: [
    choose("決裁の日付", "適", "q00"),
    choose("契約書の印", "不適", "q11"),
    choose("検査調書", "対象外", "q22"),
    type("収入", "i0", "4月/欄"),
    type("支出", "o1", "5月/欄"),
    type("支出", "o2", "6月/欄"),
    press("再計算", "mx"),
  ],
};

const grid: LegacyPage = {
  name: "格子",
  hand: "div boxes side by side by flex, captions above fields, an id that stands twice, hints below",
  documents: {
    "/": doc(
      "施設予約",
      `<style>.r{display:flex;gap:16px;margin:8px}.c{width:220px}.k{font-size:12px;color:#555}.h{font-size:11px;color:#999}</style>
<div class=r><div class=c><div class=k>利用日</div>${input("g1")}<div class=h>例 2026/11/20</div></div><div class=c><div class=k>利用施設</div>${select("g2", "会議室A", "会議室B")}<div class=h>先に選びます</div></div><div class=c><div class=k>人数</div>${input("g3")}名</div></div>
<div class=r><div class=c><label for=nm class=k>申込者</label><br><input id=nm data-t=g4></div><div class=c><label for=nm class=k>責任者</label><br><input id=nm data-t=g5></div></div>
<div class=r><label class=c><input type=checkbox data-t=g6> 冷暖房を使う</label><label class=c><input type=checkbox data-t=g7> マイクを使う</label></div>
<div class=r><div role=button tabindex=0 data-t=g8 class=c>空きを調べる</div><a href="#" data-t=g9 title="印刷"><svg width=20 height=20><rect width=20 height=20></rect></svg></a></div>`,
    ),
  },
  things: [
    type("利用日", "g1"),
    choose("利用施設", "会議室B", "g2"),
    type("人数", "g3"),
    type("申込者", "g4"),
    type("責任者", "g5"),
    tick("冷暖房を使う", "g6"),
    tick("マイクを使う", "g7"),
    press("空きを調べる", "g8"),
    press("印刷", "g9"),
  ],
};

const list: LegacyPage = {
  name: "一覧",
  hand: "an inquiry with conditions in one line, a list with plain headings, a menu picture with areas, ruby captions",
  documents: {
    "/": doc(
      "収入未済一覧",
      `<img usemap="#m" width=300 height=40 alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><map name=m><area shape=rect coords="0,0,100,40" href="#" alt="照会" data-t=a1><area shape=rect coords="100,0,200,40" href="#" alt="集計" data-t=a2></map>
<form onsubmit="return false">【年度】${input("s1", "size=4")}【科目】${input("s2", "size=8")}【<ruby>納入者<rt>のうにゅうしゃ</rt></ruby>】${input("s3")}<input type=submit data-t=s4 value="≫ 抽 出"></form>
<div><u>未済の一覧</u></div><table border=1><tr bgcolor=navy style="color:white"><td>調定番号</td><td>納入者名</td><td>未済額</td><td>処理</td></tr>
${[1, 2, 3].map((n) => `<tr><td>0000${n}</td><td>納入者${n}</td><td align=right>${n},000</td><td><img alt="督促" width=40 height=16 onclick="0" data-t=r${n} src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></td></tr>`).join("")}</table>`,
    ),
  },
  things: [
    press("照会", "a1"),
    press("集計", "a2"),
    type("年度", "s1"),
    type("科目", "s2"),
    type("納入者", "s3"),
    press("抽出", "s4"),
    cell("「未済の一覧」表で「調定番号」が「00002」の行の「督促」", "を押す", "r2"),
    cell(
      "「未済の一覧」表で「納入者名」が「納入者3」の行の「未済額」",
      "を {読んだ値} として読み取る",
      "3,000",
    ),
  ],
};

const tree: LegacyPage = {
  name: "帳票",
  hand: "a tree with plus signs, a frame inside the page, captions with dots up to the field, units and ranges",
  documents: {
    "/": doc(
      "帳票出力",
      `<table><tr><td valign=top width=180><div onclick="0" data-t=t1>＋ 決算</div><div onclick="0" data-t=t2>－ 月報</div><div style="padding-left:12px"><span onclick="0" data-t=t3>▸ 収支月計表</span></div></td><td><iframe src="/in" width=600 height=260></iframe></td></tr></table>`,
    ),
    "/in": doc(
      "条件",
      `<pre>対象月 ………… ${input("t4", "size=4")}月
部数   ………… ${input("t5", "size=2")}部
期間   ………… ${input("t6", "size=8")} から ${input("t7", "size=8")} まで</pre>
<dl><dt>出力の形</dt><dd><label><input type=radio name=f data-t=t8>PDF</label><label><input type=radio name=f data-t=t9>CSV</label></dd></dl><input type=button data-t=t10 value="プレビュー(P)"><input type=button data-t=t11 value="閉じる(C)">`,
    ),
  },
  things: [
    press("決算", "t1"),
    press("月報", "t2"),
    press("収支月計表", "t3"),
    type("対象月", "t4"),
    type("部数", "t5"),
    type("から", "t6"),
    type("まで", "t7"),
    choose("出力の形", "CSV", "t9"),
    press("プレビュー", "t10"),
    press("閉じる", "t11"),
  ],
};

export const heldOutPages: readonly LegacyPage[] = [numbered, matrix, grid, list, tree];

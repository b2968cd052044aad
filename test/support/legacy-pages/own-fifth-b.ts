/** Constructions seen on products of all kinds, written anew: filters in rows, lists that name themselves, pairs with bars, samples behind choices. */
import { cell, choose, doc, input, type LegacyPage, press, read, tick, type } from "./page.ts";

const options = (t: string, ...words: string[]): string =>
  `<select data-t=${t}>${words.map((w) => `<option>${w}</option>`).join("")}</select>`;
const filter = (n: number, caption: string, operator: string, rest: string): string =>
  `<tr><td class=f><input type=checkbox id=f${n} checked data-t=c${n}><label for=f${n}> ${caption}</label></td><td>${operator}</td><td>${rest}</td></tr>`;
const pair = (made: string, caption: string, value: string): string =>
  `<div class="at ${made}"><div class=la>${caption}:</div><div class=va>${value}</div></div>`;
const bar = (percent: number): string =>
  `<table class=ba><tr><td style="width:${percent}%"></td><td></td></tr></table><p class=pe>${percent}%</p>`;
const sample = (t: string, words: string, code: string): string =>
  `<label><input type=radio name=fmt data-t=${t}> <span>${words}</span><code>${code}</code></label><br>`;
const drawn = (name: string, ...words: readonly (readonly [string, string])[]): string =>
  `<ul class=rl id=${name}>${words.map(([t, w], i) => `<li><input type=radio name=${name} id=${name}${i} data-t=${t}><label for=${name}${i}>${w}</label></li>`).join("")}</ul>`;
const style =
  "<style>body{font:13px sans-serif}.f{width:180px}.at{clear:left;padding-left:120px;min-height:24px}.la{float:left;width:110px;margin-left:-120px;font-weight:bold}.ba{float:left;width:70px;border-collapse:collapse}.ba td{height:8px;background:#cde}.pe{margin:0 0 0 80px}.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}.rl{list-style:none;display:flex;margin:0;padding:0}.rl li{position:relative}.rl input{position:absolute;width:1px;height:1px;margin:0;opacity:0}.rl label{display:block;padding:8px;border:1px solid #999}.fg{display:grid;grid-template-columns:120px 320px;align-items:center}</style>";

const requests: LegacyPage = {
  name: "要望の一覧",
  hand: "a tracker: filters with an operator in each row, bulk acts named by their first option, details as pairs of divs",
  documents: {
    "/": doc(
      "要望の一覧",
      `<h2>要望</h2><fieldset><legend>絞り込み</legend><table>${filter(1, "状況", options("a1", "未了", "完了", "すべて"), "")}${filter(2, "受付日", options("a2", "以後", "以前", "次の範囲"), input("a3", "size=10"))}${filter(3, "管理番号", options("a4", "含む", "等しい"), input("a5", "size=10"))}</table></fieldset>
<div class=bulk><label class=sr for=b1>Select act</label><select id=b1 data-t=b1><option>一括の処理</option><option>完了にする</option><option>印刷する</option></select> <button data-t=b2>実行</button> <label class=sr for=b3>Filter by month</label><select id=b3 data-t=b3><option>すべての月</option><option>令和8年11月</option></select></div>
<h3>要望 第12号</h3>${pair("st", "状況", "対応中")}${pair("pr", "進み具合", bar(40))}${pair("du", "回答期限", "")}${pair("me", "概要", "<div class=w><p>街灯が切れている</p></div>")}<div><span><label>受付日時:</label></span><div><label>令和8年11月4日 (水) 10:25</label></div></div>`,
      style,
    ),
  },
  things: [
    { ...tick("受付日", "c2"), sentence: "「受付日」のチェックを外す" },
    choose("受付日", "以前", "a2"),
    type("受付日", "a3"),
    choose("管理番号", "等しい", "a4"),
    type("管理番号", "a5"),
    choose("一括の処理", "印刷する", "b1"),
    choose("すべての月", "令和8年11月", "b3"),
    press("実行", "b2"),
    read("進み具合", "40%"),
    read("概要", "街灯が切れている"),
    read("受付日時", "令和8年11月4日 (水) 10:25"),
  ],
};

const settings: LegacyPage = {
  name: "公開の設定",
  hand: "a product for web pages: samples of code behind the choices, a field behind the last of them, groups drawn by their labels, two fields in a cell",
  documents: {
    "/": doc(
      "公開の設定",
      `<h1>公開の設定</h1><table><tr><th>日付の書き方</th><td><fieldset><legend class=sr><span>日付の書き方</span></legend>${sample("d1", "令和8年11月4日", "gy年m月d日")}${sample("d2", "2026-11-04", "yyyy-mm-dd")}<label><input type=radio name=fmt data-t=d3> <span>自由:<span class=sr> write it in the next field</span></span></label><label class=sr for=d4>Format</label><input id=d4 data-t=d4></fieldset></td></tr>
<tr><th>承認の条件</th><td><p><label><input data-t=e1 size=3> 個より多いリンクを含むとき</label></p><p><label for=e2>次の言葉のどれかを含むとき。一行に一つの言葉を書きます。言葉の一部だけが合うときも当てはまるものとします。</label></p><textarea id=e2 data-t=e2></textarea></td></tr>
<tr><th>公開の期間</th><td>${input("g1", "size=10")}<img alt="始めの日を選択" width=16 height=16> ～ ${input("g2", "size=10")}<img alt="終わりの日を選択" width=16 height=16></td></tr></table>
<div class=fg><label for=who>見る人</label><div>${drawn("who", ["h1", "だれでも"], ["h2", "職員"], ["h3", "自分"])}</div><label for=memo>覚え書き</label><div><input id=memo data-t=h4></div><label>札</label><div><table><tr><td colspan=2>${drawn("all", ["i1", "すべて"], ["i2", "どれか"])}</td></tr><tr><td>${input("i3", "placeholder=札 size=8")}</td><td>${drawn("op", ["i4", "含む"], ["i5", "等しい"])}</td></tr></table></div></div>
<div>公開を終える日</div><div><span>${options("k1", "一年後", "期限なし", "その他")}</span> <span>${input("k2", "size=10")}</span></div>`,
      style,
    ),
  },
  things: [
    choose("日付の書き方", "2026-11-04", "d2"),
    type("自由", "d4", "日付の書き方/欄"),
    cell("「承認の条件」の2番目", "に「V」を入力する", "e2"),
    cell("「公開の期間」の2番目", "に「V」を入力する", "g2"),
    choose("見る人", "職員", "h2"),
    type("覚え書き", "h4"),
    choose("札", "等しい", "i5"),
    choose("公開を終える日", "期限なし", "k1"),
    type("公開を終える日", "k2"),
  ],
};

export const ownFifthB: readonly LegacyPage[] = [requests, settings];

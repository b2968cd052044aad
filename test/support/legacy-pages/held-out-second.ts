/** A second set of pages that were written before the rules were looked at again; measured once before and once after. */
import {
  cell,
  choose,
  doc,
  input,
  type LegacyPage,
  press,
  read,
  select,
  tick,
  type,
} from "./page.ts";

const dot = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

const host: LegacyPage = {
  name: "端末",
  hand: "a terminal screen moved to the web: everything in one pre, half-width kana, several fields on a line, PF keys",
  documents: {
    "/": doc(
      "ﾋﾞﾋﾝｼｮｳｶｲ",
      `<body bgcolor=black text=lime><pre>  ZM0310                  ** 備品台帳  登録 **                 R08.11.20

   ﾋﾞﾋﾝ ﾊﾞﾝｺﾞｳ : ${input("a1", "size=8")}      ﾌﾞﾝﾙｲ : ${input("a2", "size=4")}
   品名 ........ : ${input("a3", "size=40")}
   数量 ${input("a4", "size=4")} 個    単価 ${input("a5", "size=9")} 円    税率 ${input("a6", "size=3")} %
   取得日 ${input("a7", "size=2")} 年 ${input("a8", "size=2")} 月 ${input("a9", "size=2")} 日   耐用年数 ${input("a10", "size=2")} 年   残存価額 ${input("a11", "size=9")} 円
   設置場所(ｺｰﾄﾞ) ${input("a12", "size=6")}  (名称) ${input("a13", "size=20")}

   前回棚卸日 : R08.03.31     担当 : 見本 太郎
</pre><pre><input type=button data-t=a14 value="PF1:ﾋｮｳｼﾞ"> <input type=button data-t=a15 value="PF3:ﾓﾄﾞﾙ"> <input type=button data-t=a16 value="PF8:ｼﾞｶｲ"> <input type=button data-t=a17 value="実行"></pre></body>`,
    ),
  },
  things: [
    type("ﾋﾞﾋﾝ ﾊﾞﾝｺﾞｳ", "a1"),
    type("ﾌﾞﾝﾙｲ", "a2"),
    type("品名", "a3"),
    type("数量", "a4"),
    type("単価", "a5"),
    type("税率", "a6"),
    type("取得日", "a7"),
    type("耐用年数", "a10"),
    type("残存価額", "a11"),
    type("設置場所（コード）", "a12"),
    read("前回棚卸日", "R08.03.31"),
    press("ヒョウジ", "a14"),
    press("ﾓﾄﾞﾙ", "a15"),
    press("実行", "a17"),
  ],
};

const pictures: LegacyPage = {
  name: "絵の見出し",
  hand: "tables in tables, captions as pictures, captions of two lines, groups down the left side, the caption after the field",
  documents: {
    "/": doc(
      "証明書発行",
      `<table width=100% border=0><tr><td width=140 valign=top><table><tr><td><img src="${dot}" width=120 height=20 alt="発行"></td></tr>${["住民票", "印鑑証明", "税証明"].map((n, i) => `<tr><td><a href="#" data-t=b${i}><img border=0 src="${dot}" width=120 height=24 alt="${n}"></a></td></tr>`).join("")}</table></td>
<td><table border=1 cellspacing=0><tr><td rowspan=3 bgcolor="#cceeff">申<br>請<br>者</td><td bgcolor="#cceeff"><img src="${dot}" width=60 height=16 alt="氏　名"></td><td>${input("b3")}</td></tr>
<tr><td bgcolor="#cceeff"><img src="${dot}" width=60 height=16 alt="住　所"></td><td>${input("b4", "size=40")}</td></tr>
<tr><td bgcolor="#cceeff">電話番号<br><font size=1>（日中の連絡先）</font></td><td><table border=0><tr><td>${input("b5", "size=5")}</td><td>-</td><td>${input("b6", "size=5")}</td><td>-</td><td>${input("b7", "size=5")}</td></tr></table></td></tr>
<tr><td rowspan=2 bgcolor="#ffeecc">対<br>象<br>者</td><td bgcolor="#ffeecc"><img src="${dot}" width=60 height=16 alt="氏　名"></td><td>${input("b8")}</td></tr>
<tr><td bgcolor="#ffeecc">生年<br>月日</td><td>${select("b9", "明治", "大正", "昭和", "平成", "令和")}${input("b10", "size=2")}年${input("b11", "size=2")}月${input("b12", "size=2")}日</td></tr>
<tr><td colspan=2 bgcolor="#eeeeee">証明の種類</td><td><table border=0><tr><td><input type=checkbox data-t=b13>所得証明</td><td><input type=checkbox data-t=b14>課税証明</td></tr><tr><td><input type=checkbox data-t=b15>納税証明</td><td><input type=checkbox data-t=b16>評価証明</td></tr></table></td></tr>
<tr><td colspan=2 bgcolor="#eeeeee">請求<br>通数</td><td>${input("b17", "size=2")}通（手数料 <b>300</b> 円）</td></tr></table>
<table><tr><td><input type=image data-t=b18 src="${dot}" width=80 height=24 alt="確 認"></td><td><input type=image data-t=b19 src="${dot}" width=80 height=24 alt="取 消"></td></tr></table></td></tr></table>`,
    ),
  },
  things: [
    press("税証明", "b2"),
    type("氏名", "b3", "申請者/欄"),
    type("住所", "b4"),
    type("氏名", "b8", "対象者/欄"),
    choose("生年月日", "平成", "b9"),
    tick("課税証明", "b14"),
    tick("納税証明", "b15"),
    type("請求通数", "b17"),
    press("確認", "b18"),
    press("取消", "b19"),
  ],
};

const fieldsets: LegacyPage = {
  name: "囲み",
  hand: "fieldsets side by side in table cells, captions after the field, a list to fill in within, hints between caption and field",
  documents: {
    "/": doc(
      "旅費精算",
      `<form onsubmit="return false"><table><tr valign=top><td><fieldset><legend>出張者</legend>
職員番号<br>${input("c1", "size=8")}<input type=button data-t=c2 value="参照"><br>
氏名ｶﾅ<br>${input("c3")}<br>
職名<br>${select("c4", "主事", "主任", "係長")}</fieldset></td>
<td><fieldset><legend>用務</legend>
用務先<font size=1 color=gray>（市町村名まで）</font><br>${input("c5", "size=30")}<br>
期間<br>${input("c6", "size=8")}から${input("c7", "size=8")}まで<br>
<input type=radio name=y data-t=c8>宿泊あり <input type=radio name=y data-t=c9>日帰り</fieldset></td>
<td><fieldset><legend>支給</legend>
<input type=checkbox data-t=c10>概算払 <input type=checkbox data-t=c11>口座振替<br>
${input("c12", "size=9")} 円 前渡額<br>
<input type=button data-t=c13 value="参照"></fieldset></td></tr></table>
<b>■経路</b><table border=1><tr bgcolor="#dddddd"><td>日付</td><td>出発地</td><td>到着地</td><td>運賃<br>(円)</td><td>&nbsp;</td></tr>
${[1, 2].map((n) => `<tr><td>${input(`d${n}`, "size=6")}</td><td>${input(`e${n}`)}</td><td>${input(`f${n}`)}</td><td>${input(`g${n}`, "size=6")}</td><td><a href="javascript:void(0)" data-t=k${n}>行削除</a></td></tr>`).join("")}</table>
<a href="javascript:void(0)" data-t=c14>＋行を追加</a>
<div align=right>合計 <span style="border-bottom:1px solid">0</span> 円　<button type=button data-t=c15>計　算</button> <button type=button data-t=c16>次　へ</button></div></form>`,
    ),
  },
  things: [
    type("職員番号", "c1"),
    press("参照", "c2", "出張者/画面"),
    type("氏名カナ", "c3"),
    choose("職名", "係長", "c4"),
    type("用務先", "c5"),
    type("から", "c6"),
    type("まで", "c7"),
    tick("日帰り", "c9"),
    tick("概算払", "c10"),
    tick("口座振替", "c11"),
    type("前渡額", "c12"),
    press("参照", "c13", "支給/画面"),
    cell("「経路」表の2行目の「到着地」", "に「V」を入力する", "f2"),
    cell("「経路」表の1行目の「運賃」", "に「V」を入力する", "g1"),
    cell("「経路」表の2行目の「行削除」", "を押す", "k2"),
    press("行を追加", "c14"),
    press("計算", "c15"),
    press("次へ", "c16"),
  ],
};

export const secondHeldOutPages: readonly LegacyPage[] = [host, pictures, fieldsets];

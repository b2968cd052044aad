/** Pages of tables: th and td, nested, headings above, headings of two lines, headings in a table of their own. */
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

const voucher: LegacyPage = {
  name: "支出命令",
  hand: "th/td in pairs, no label at all, spaces inside captions, marks in red",
  documents: {
    "/": doc(
      "支出命令入力",
      `<table border=1>
<tr><th>会 計 年 度<font color=red>※</font></th><td>${select("v1", "令和8年度", "令和7年度")}</td><th>会 計</th><td>${select("v2", "01:一般会計", "02:特別会計")}</td></tr>
<tr><th>所　属</th><td colspan=3>${input("v3", "size=6")} <input type=button data-t=v4 value="検 索"> <span>総務課</span></td></tr>
<tr><th>件名（全角40文字）</th><td colspan=3>${input("v5", "size=60")}</td></tr>
<tr><th>債権者番号</th><td>${input("v6")}</td><th>債権者名</th><td><input data-t=v7 readonly value="株式会社みほん電設"></td></tr>
<tr><th>請求日</th><td>${select("v8", "令和", "平成")}${input("v9", "size=2")}年${input("v10", "size=2")}月${input("v11", "size=2")}日</td><th>支払予定日</th><td>${input("v12")}</td></tr>
<tr><th>支出額</th><td>${input("v13")}円</td><th>控除額</th><td>${input("v14")}円</td></tr>
<tr><th>支払方法</th><td colspan=3><input type=radio name=p data-t=v15 value=1>口座振替 <input type=radio name=p data-t=v16 value=2>窓口払 <input type=radio name=p data-t=v17 value=3>納付書</td></tr>
<tr><th>源泉徴収</th><td><input type=checkbox data-t=v18></td><th>概算払</th><td><input type=checkbox data-t=v19>概算払とする</td></tr>
<tr><th>差引支給額</th><td>123,450円</td><th>予算残額</th><td>9,876,543</td></tr></table>
<input type=submit data-t=v20 value="確　認"> <input type=reset data-t=v21 value="クリア"> <a href="#" data-t=v22>戻る</a>`,
    ),
  },
  things: [
    choose("会計年度", "令和8年度", "v1"),
    choose("会計", "一般会計", "v2"),
    type("所属", "v3"),
    press("検索", "v4"),
    type("件名", "v5"),
    type("債権者番号", "v6"),
    read("債権者名", "株式会社みほん電設"),
    choose("請求日", "令和", "v8"),
    type("年", "v9", "請求日/欄"),
    type("月", "v10", "請求日/欄"),
    type("日", "v11", "請求日/欄"),
    type("支払予定日", "v12"),
    type("支出額", "v13"),
    type("控除額", "v14"),
    choose("支払方法", "口座振替", "v15"),
    tick("源泉徴収", "v18"),
    tick("概算払とする", "v19"),
    read("差引支給額", "123,450円"),
    read("予算残額", "9,876,543"),
    press("確認", "v20"),
    press("クリア", "v21"),
    press("戻る", "v22"),
  ],
};

const nested: LegacyPage = {
  name: "契約",
  hand: "tables in tables for the layout, plain td as headings with a grey background, a section per full-width row",
  documents: {
    "/": doc(
      "契約登録",
      `<table width=900><tr><td><table border=1 width=880>
<tr><td colspan=4 bgcolor=#cccccc><b>契約の内容</b></td></tr>
<tr><td bgcolor=#eeeeee>契約番号</td><td>${input("n1")}</td><td bgcolor=#eeeeee>契約日</td><td>${input("n2", "type=date")}</td></tr>
<tr><td bgcolor=#eeeeee>契約件名</td><td colspan=3>${input("n3", "size=70")}</td></tr>
<tr><td bgcolor=#eeeeee>契約期間</td><td colspan=3><table><tr><td>自</td><td>${input("n4")}</td><td>至</td><td>${input("n5")}</td></tr></table></td></tr>
<tr><td colspan=4 bgcolor=#cccccc><b>契約の相手方</b></td></tr>
<tr><td bgcolor=#eeeeee>住所</td><td colspan=3>${input("n6")}</td></tr>
<tr><td bgcolor=#eeeeee>名称</td><td>${input("n7")}</td><td bgcolor=#eeeeee>代表者</td><td>${input("n8")}</td></tr>
<tr><td colspan=4 bgcolor=#cccccc><b>履行場所</b></td></tr>
<tr><td bgcolor=#eeeeee>住所</td><td colspan=3>${input("n9")}</td></tr>
<tr><td bgcolor=#eeeeee rowspan=2>金額</td><td bgcolor=#eeeeee>税抜</td><td colspan=2>${input("n10")}</td></tr>
<tr><td bgcolor=#eeeeee>消費税</td><td colspan=2>${input("n11")}</td></tr>
</table></td></tr><tr><td align=center><table><tr><td><div onclick="0" data-t=n12 style="border:1px solid">一時保存へ</div></td><td><span style="cursor:pointer" data-t=n13>前画面へ</span></td><td><a href="javascript:void(0)" data-t=n14><img alt="契約検索" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width=60 height=20></a></td></tr></table></td></tr></table>`,
    ),
  },
  things: [
    type("契約番号", "n1"),
    type("契約件名", "n3"),
    type("自", "n4"),
    type("至", "n5"),
    type("住所", "n6", "契約の相手方/画面"),
    type("名称", "n7"),
    type("代表者", "n8"),
    type("住所", "n9", "履行場所/画面"),
    type("税抜", "n10"),
    type("消費税", "n11"),
    press("一時保存へ", "n12"),
    press("前画面へ", "n13"),
    press("契約検索", "n14"),
  ],
};

const rows = (n: number, row: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => row(i)).join("");

const details: LegacyPage = {
  name: "明細",
  hand: "a list to fill in: column headings of two lines, one field per cell, buttons in each row",
  documents: {
    "/": doc(
      "明細入力",
      `<p>明細一覧</p><table border=1><tr><th rowspan=2>行</th><th rowspan=2>品名</th><th colspan=2>数量</th><th rowspan=2>単価</th><th rowspan=2>税率</th><th rowspan=2>対象</th><th rowspan=2></th></tr>
<tr><th>発注</th><th>検収</th></tr>
${rows(4, (i) => `<tr><td>${i + 1}</td><td>${input(`m${i}a`)}</td><td>${input(`m${i}b`, "size=3")}</td><td>${input(`m${i}c`, "size=3")}</td><td>${input(`m${i}d`)}</td><td>${select(`m${i}e`, "10%", "8%")}</td><td><input type=checkbox data-t=m${i}f></td><td><button data-t=m${i}g>複写</button></td></tr>`)}
</table><p>合計：<b>55,000</b></p><button data-t=m9>行追加</button>`,
    ),
  },
  things: [
    cell("「明細一覧」表の1行目の「品名」", "に「V」を入力する", "m0a"),
    cell("「明細一覧」表の2行目の「発注」", "に「V」を入力する", "m1b"),
    cell("「明細一覧」表の3行目の「検収」", "に「V」を入力する", "m2c"),
    cell("「明細一覧」表の4行目の「単価」", "に「V」を入力する", "m3d"),
    cell("「明細一覧」表で「行」が「2」の行の「品名」", "に「V」を入力する", "m1a"),
    cell("「明細一覧」表で「行」が「3」の行の「単価」", "に「V」を入力する", "m2d"),
    cell("「明細一覧」表の2行目の「税率」", "で「8%」を選ぶ", "m1e"),
    cell("「明細一覧」表で「行」が「4」の行の「税率」", "で「10%」を選ぶ", "m3e"),
    cell("「明細一覧」表の1行目の「対象」", "をチェックする", "m0f"),
    cell("「明細一覧」表で「行」が「4」の行の「対象」", "をチェックする", "m3f"),
    cell("「明細一覧」表で「行」が「1」の行の「複写」", "を押す", "m0g"),
    cell("「明細一覧」表の3行目の「複写」", "を押す", "m2g"),
    read("合計", "55,000"),
    press("行追加", "m9"),
  ],
};

const apart: LegacyPage = {
  name: "予算差引",
  hand: "the headings of the list stand in a table of their own, the rows scroll below",
  documents: {
    "/": doc(
      "予算差引簿",
      `<h2>差引一覧</h2><table border=1 width=700 cellspacing=0><tr><td width=100 bgcolor=#99ccff>科目コード</td><td width=200 bgcolor=#99ccff>科目名</td><td width=100 bgcolor=#99ccff>予算額</td><td width=100 bgcolor=#99ccff>執行済額</td><td width=100 bgcolor=#99ccff>今回額</td><td width=100 bgcolor=#99ccff>処理</td></tr></table>
<div style="height:120px;overflow-y:scroll;width:716px"><table border=1 width=700 cellspacing=0>
${rows(8, (i) => `<tr><td width=100>0${i}-1${i}</td><td width=200>科目${i}</td><td width=100>${i}00,000</td><td width=100>${i}0,000</td><td width=100>${input(`b${i}`, "size=8")}</td><td width=100><a href="#" data-t=c${i}>明細</a></td></tr>`)}
</table></div><form><table><tr><td nowrap>抽出条件</td><td>${input("b9")}</td><td><input type=image alt="抽出" data-t=b10 src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width=50 height=20 onclick="return false"></td></tr></table></form>`,
    ),
  },
  things: [
    cell("「差引一覧」表で「科目コード」が「02-12」の行の「今回額」", "に「V」を入力する", "b2"),
    cell("「差引一覧」表で「科目名」が「科目5」の行の「今回額」", "に「V」を入力する", "b5"),
    cell("「差引一覧」表の1行目の「今回額」", "に「V」を入力する", "b0"),
    cell("「差引一覧」表で「科目コード」が「07-17」の行の「明細」", "を押す", "c7"),
    cell(
      "「差引一覧」表で「科目コード」が「03-13」の行の「予算額」",
      "を {読んだ値} として読み取る",
      "300,000",
    ),
    cell(
      "「差引一覧」表で「科目名」が「科目6」の行の「執行済額」",
      "を {読んだ値} として読み取る",
      "60,000",
    ),
    type("抽出条件", "b9"),
    press("抽出", "b10"),
  ],
};

export const tablePages: readonly LegacyPage[] = [voucher, nested, details, apart];

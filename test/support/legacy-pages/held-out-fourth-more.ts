/** The fourth set, second half: five more hands. */
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

const person = (t: string): string =>
  `<tr><td bgcolor="#e0e0ff">氏名<font color=red>※</font></td><td colspan=3>${input(`${t}1`)}</td></tr><tr><td bgcolor="#e0e0ff">郵便番号</td><td colspan=3>〒${input(`${t}2`, "size=3")}-${input(`${t}3`, "size=4")}</td></tr><tr><td bgcolor="#e0e0ff">住所</td><td colspan=3>${input(`${t}4`, "size=40")}</td></tr><tr><td bgcolor="#e0e0ff">電話番号</td><td colspan=3>${input(`${t}5`, "size=4")}-${input(`${t}6`, "size=4")}-${input(`${t}7`, "size=4")}</td></tr>`;
const refund: LegacyPage = {
  name: "還付",
  hand: "2003, a tax system: two people with the same captions, tall group cells at the left, fields in parts, two rows of notes",
  documents: {
    "/": doc(
      "過誤納金還付入力",
      `<table border=1 cellspacing=0><tr><td rowspan=4 width=20 bgcolor="#ccccff">受<br>取<br>人</td>${person("f").slice(4)}
<tr><td rowspan=4 bgcolor="#ccccff">納<br>付<br>者</td>${person("g").slice(4)}
<tr><td rowspan=3 bgcolor="#ccccff">還<br>付</td><td bgcolor="#e0e0ff">税目・年度</td><td>${select("h1", "市県民税", "固定資産税")}</td><td>平成${input("h2", "size=2")}年度</td><td>第${input("h3", "size=2")}期</td></tr>
<tr><td bgcolor="#e0e0ff">還付金額</td><td>${input("h4", "size=10")}円</td><td bgcolor="#e0e0ff">加算金</td><td>${input("h5", "size=10")}円</td></tr>
<tr><td bgcolor="#e0e0ff">還付方法</td><td colspan=3><input type=radio name=h data-t=h6>口座　<input type=radio name=h data-t=h7>窓口　<input type=radio name=h data-t=h8>充当（充当先 ${input("h9", "size=10")}）</td></tr>
<tr><td rowspan=2 bgcolor="#ccccff">摘<br>要</td><td bgcolor="#e0e0ff">１</td><td colspan=3>${input("h10", "size=50")}</td></tr><tr><td bgcolor="#e0e0ff">２</td><td colspan=3>${input("h11", "size=50")}</td></tr></table>
<input type=button data-t=h12 value="通知書発行"> <input type=button data-t=h13 value="前画面">`,
    ),
  },
  things: [
    type("氏名", "f1", "受取人/"),
    type("住所", "f4", "受取人/欄"),
    type("氏名", "g1", "納付者/"),
    type("住所", "g4", "納付者/欄"),
    {
      kind: "type",
      caption: "郵便番号",
      truth: "f2",
      sentence: "「受取人」欄の「郵便番号」の1番目に「V」を入力する",
    },
    {
      kind: "type",
      caption: "電話番号",
      truth: "g7",
      sentence: "「納付者」欄の「電話番号」の3番目に「V」を入力する",
    },
    choose("税目・年度", "固定資産税", "h1"),
    type("年度", "h2", "還付/欄"),
    type("期", "h3"),
    type("還付金額", "h4"),
    type("加算金", "h5"),
    choose("還付方法", "窓口", "h7"),
    type("充当先", "h9"),
    type("１", "h10", "摘要/欄"),
    type("２", "h11", "摘要/欄"),
    press("通知書発行", "h12"),
  ],
};

const lineOfGrid = (n: number): string =>
  `<tr><td align=center bgcolor="#eeeeee">${n}</td><td><input type=checkbox data-t=i${n}a></td><td>${input(`i${n}b`, "size=6")}<img src="${dot}" width=16 height=16 title="節検索" onclick="0" data-t=i${n}c></td><td>${input(`i${n}d`, "size=20")}</td><td>${input(`i${n}e`, "size=6")}</td><td>${input(`i${n}f`, "size=6")}</td><td>${input(`i${n}g`, "size=8")}</td><td align=center><input type=radio name=main data-t=i${n}h></td></tr>`;
const lines: LegacyPage = {
  name: "物品明細",
  hand: "2001, a list to fill in: two-level headings that are td, row numbers, a box and a radio in each row, a total line, buttons with titles only",
  documents: {
    "/": doc(
      "購入伺明細",
      `<font size=3><b>購入伺　明細入力</b></font><table width=700><tr><td>伺番号：<u>07-000456</u></td><td align=right>（単位：円）</td></tr></table>
<table border=1 cellspacing=0 bgcolor=white><tr bgcolor="#336699" style="color:white"><td rowspan=2>№</td><td rowspan=2>削<br>除</td><td rowspan=2>節</td><td rowspan=2>品名・規格</td><td colspan=2 align=center>数　量</td><td rowspan=2>単　価</td><td rowspan=2>主な<br>品目</td></tr><tr bgcolor="#336699" style="color:white"><td>要求</td><td>査定</td></tr>
${[1, 2, 3, 4].map(lineOfGrid).join("")}
<tr bgcolor="#ffffcc"><td colspan=6 align=right>合　計</td><td align=right>1,234</td><td>&nbsp;</td></tr></table>
<img src="${dot}" width=24 height=24 title="行を増やす" onclick="0" data-t=i1> <img src="${dot}" width=24 height=24 title="上へ移動" onclick="0" data-t=i2> <input type=image src="${dot}" width=60 height=20 alt="再 計 算" data-t=i3 onclick="return false"> <a href="javascript:void(0);" data-t=i4>《明細をCSVで取込》</a>`,
    ),
  },
  things: [
    read("伺番号", "07-000456"),
    cell("「明細」表の1行目の「品名・規格」", "に「V」を入力する", "i1d"),
    cell("「明細」表の2行目の「要求」", "に「V」を入力する", "i2e"),
    cell("「明細」表の3行目の「査定」", "に「V」を入力する", "i3f"),
    cell("「明細」表の4行目の「単価」", "に「V」を入力する", "i4g"),
    cell("「明細」表の1行目の「節」", "に「V」を入力する", "i1b"),
    cell("「明細」表の2行目の「節検索」", "を押す", "i2c"),
    cell("「明細」表で「№」が「3」の行の「削除」", "をチェックする", "i3a"),
    cell("「明細」表の2行目の「主な品目」", "をチェックする", "i2h"),
    read("合計", "1,234"),
    press("行を増やす", "i1"),
    press("上へ移動", "i2"),
    press("再計算", "i3"),
    press("明細をCSVで取込", "i4"),
  ],
};

const boot = (label: string, field: string): string =>
  `<div class="form-group" style="display:flex;margin:6px 0"><label class="col-md-2" style="width:140px">${label}</label><div class="col-md-10">${field}</div></div>`;
const bootstrap: LegacyPage = {
  name: "予算要求",
  hand: "2016, Bootstrap with AngularJS: labels tied to nothing, input groups with yen and units, toggle buttons for choices, icons with titles, tabs by links",
  documents: {
    "/": doc(
      "予算編成",
      `<ul class="nav nav-tabs"><li class=active><a href="javascript:;" data-t=k1>要求内容</a></li><li><a href="javascript:;" data-t=k2>財源内訳 <span class=badge>2</span></a></li><li><a href="javascript:;" data-t=k3>査定経過</a></li></ul>
<div class=panel><div class=panel-heading>事業概要</div><div class=panel-body>
${boot(`事業コード <span class="label label-danger">必須</span>`, `<div class=input-group>${input("k4")}<span class=input-group-btn><button type=button data-t=k5><i class="fa fa-search" title="検索"></i></button></span></div>`)}
${boot("事業名", `<p class="form-control-static">道路維持補修事業</p>`)}
${boot("要求額", `<div class=input-group><span class=input-group-addon>¥</span>${input("k6")}<span class=input-group-addon>千円</span></div>`)}
${boot("前年比", `<div class=input-group>${input("k7", "size=4")}<span class=input-group-addon>%</span></div>`)}
${boot("要求区分", `<div class="btn-group" role=group><label style="border:1px solid"><input type=radio name=yk style="position:absolute;clip:rect(0,0,0,0)" data-t=k8>新規</label><label style="border:1px solid"><input type=radio name=yk style="position:absolute;clip:rect(0,0,0,0)" data-t=k9>継続</label></div>`)}
${boot("事業期間", `${input("k10", 'size=8 placeholder="開始年度"')} 〜 ${input("k11", 'size=8 placeholder="終了年度"')}`)}
${boot("担当者", `<div class=row>${input("k12", 'placeholder="姓" size=6')} ${input("k13", 'placeholder="名" size=6')}</div>`)}
${boot("補助の有無", `<div class=checkbox><label><input type=checkbox data-t=k14> 国庫補助あり</label></div><div class=checkbox><label><input type=checkbox data-t=k15> 県補助あり</label></div>`)}
${boot("説明", `<textarea rows=3 data-t=k16></textarea><span class=help-block>200文字以内で入力してください</span>`)}</div></div>
<div class=btn-toolbar><button class="btn btn-default" data-t=k17><span class="glyphicon"></span> 一覧に戻る</button><button class="btn btn-primary" data-t=k18><i></i> 要求書を印刷</button></div>`,
    ),
  },
  things: [
    press("財源内訳", "k2"),
    press("査定経過", "k3"),
    type("事業コード", "k4"),
    press("検索", "k5"),
    read("事業名", "道路維持補修事業"),
    type("要求額", "k6"),
    type("前年比", "k7"),
    choose("要求区分", "継続", "k9"),
    type("開始年度", "k10"),
    type("終了年度", "k11"),
    type("姓", "k12", "担当者/欄"),
    type("名", "k13"),
    tick("県補助あり", "k15"),
    type("説明", "k16"),
    press("一覧に戻る", "k17"),
    press("要求書を印刷", "k18"),
  ],
};

const domino: LegacyPage = {
  name: "備品台帳",
  hand: "2002, groupware on the web: brackets round fields, captions two rows up with a hint row between, sections that fold, a window for the search",
  documents: {
    "/": doc(
      "備品台帳 - 新規文書",
      `<form onsubmit="return false"><b><font color="#800000">■ 備品台帳</font></b><table width=640 border=0><tr><td width=200><b><font size=2>備品番号</font></b></td><td width=200><b><font size=2>備品名称</font></b></td><td width=200><b><font size=2>取得価額</font></b></td></tr>
<tr><td><font size=1 color=gray>半角数字8桁</font></td><td><font size=1 color=gray>全角30文字まで</font></td><td><font size=1 color=gray>税込</font></td></tr>
<tr><td>『${input("l1", "size=8")}』</td><td>『${input("l2", "size=20")}』</td><td>『${input("l3", "size=10")}』円</td></tr></table>
<table border=0><tr><td><font size=2>保管課</font></td><td><font size=2>：</font></td><td>${select("l4", "総務課", "税務課", "福祉課")}</td></tr><tr><td><font size=2>使用者</font></td><td><font size=2>：</font></td><td>${input("l5")}</td></tr><tr><td><font size=2>廃棄予定</font></td><td><font size=2>：</font></td><td>${input("l6", "size=4")}<font size=2>年度末</font></td></tr><tr><td><font size=2>リース品</font></td><td><font size=2>：</font></td><td><font size=2>${["はい", "いいえ"].map((o, i) => `<input type=radio name=ls data-t=l7${i}>${o}`).join("　")}</font></td></tr></table>
<a href="" onclick="return false" data-t=l8><img src="${dot}" width=12 height=12 border=0 alt="展開">添付資料</a><br>
<table border=0><tr><td><a href="" onclick="return false" data-t=l9><font size=2>[業者を選択...]</font></a></td><td><font size=2>購入先：</font></td><td>${input("l10", "readonly value=みほん文具")}</td></tr></table>
<table bgcolor="#c0c0c0"><tr><td><a href="" onclick="return false" data-t=l11><font size=2>文書の保存</font></a></td><td>|</td><td><a href="" onclick="return false" data-t=l12><font size=2>編集の取消</font></a></td><td>|</td><td><a href="" onclick="return false" data-t=l13><font size=2>閉じる</font></a></td></tr></table></form>`,
    ),
  },
  things: [
    type("備品番号", "l1"),
    type("備品名称", "l2"),
    type("取得価額", "l3"),
    choose("保管課", "税務課", "l4"),
    type("使用者", "l5"),
    type("廃棄予定", "l6"),
    choose("リース品", "いいえ", "l71"),
    press("添付資料", "l8"),
    press("業者を選択", "l9"),
    read("購入先", "みほん文具"),
    press("文書の保存", "l11"),
    press("編集の取消", "l12"),
    press("閉じる", "l13"),
  ],
};

const search: LegacyPage = {
  name: "債権者検索窓",
  hand: "2005, a window for the search opened by script over a voucher, both with the same captions; a list with radios, paging by arrows",
  documents: {
    "/": doc(
      "支出負担行為",
      `<div style="background:#036;color:#fff">支出負担行為　新規</div><table><tr><td class=l>債権者番号</td><td>${input("m1", "size=8")}</td><td><input type=button data-t=m2 value="..." title="債権者を検索" onclick="open('/w','w','width=600,height=400')"></td></tr><tr><td class=l>債権者名</td><td colspan=2>${input("m3", "size=30")}</td></tr><tr><td class=l>金　額</td><td>${input("m4", "size=10")}</td><td>円</td></tr><tr><td class=l>消費税率</td><td colspan=2><label><input type=radio name=z data-t=m5>10%</label><label><input type=radio name=z data-t=m6>8%(軽減)</label><label><input type=radio name=z data-t=m7>非課税</label></td></tr></table><input type=button data-t=m8 value="次画面">`,
    ),
    "/w": doc(
      "債権者検索",
      `<table border=0><tr><td>債権者名</td><td>${input("n1")}</td><td>（カナ可・前方一致）</td></tr><tr><td>口座番号</td><td>${input("n2", "size=8")}</td><td><input type=submit value="検　索" data-t=n3></td></tr></table>
<div>検索結果（1～3件目／全3件）</div><table border=1><tr bgcolor=silver><td>選</td><td>番号</td><td>債権者名</td><td>口座番号</td></tr>${[1, 2, 3].map((n) => `<tr><td><input type=radio name=sel data-t=n1${n}></td><td>100${n}</td><td>見本商店${n}</td><td>${n}234567</td></tr>`).join("")}</table>
<span onclick="0" data-t=n4 style="cursor:pointer">◀前</span> <span onclick="0" data-t=n5 style="cursor:pointer">次▶</span> <input type=button value="決　定" data-t=n6><input type=button value="閉じる" data-t=n7>`,
    ),
  },
  things: [
    type("債権者番号", "m1"),
    press("債権者を検索", "m2"),
    type("債権者名", "m3", "支出負担行為/画面"),
    type("金額", "m4"),
    choose("消費税率", "8%", "m6"),
    press("次画面", "m8"),
    ...[
      type("債権者名", "n1", "債権者検索/画面"),
      type("口座番号", "n2", "債権者検索/画面"),
      press("検索", "n3", "債権者検索/画面"),
      cell("「検索結果」表で「番号」が「1002」の行の「選」", "をチェックする", "n12"),
      cell(
        "「検索結果」表で「債権者名」が「見本商店3」の行の「口座番号」",
        "を {読んだ値} として読み取る",
        "3234567",
      ),
      press("決定", "n6"),
      press("閉じる", "n7"),
      press("次", "n5"),
    ].map((thing) => ({ ...thing, after: { sentence: "「債権者を検索」を押す", touches: "m2" } })),
  ],
};

export const fourthHeldOutMore: readonly LegacyPage[] = [refund, lines, bootstrap, domino, search];

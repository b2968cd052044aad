/** A sixth set, by an author who had not read the rules: screens of 1998 to 2014 as vendors and town halls made them. */
import { sixthHeldOutMore } from "./held-out-sixth-more.ts";
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

/** A place on a text screen: line and half-width column. */
const at = (line: number, column: number, html: string): string =>
  `<div class=s style="top:${line * 26 + 6}px;left:${column * 9}px">${html}</div>`;

const childRow = (n: number, line: number): string =>
  at(line, 3, `${n}`) +
  at(line, 7, input(`m${n}1`, 'style="width:152px"')) +
  at(line, 27, input(`m${n}2`, 'style="width:80px"')) +
  at(line, 41, input(`m${n}3`, 'style="width:26px"')) +
  at(line, 50, input(`m${n}4`, 'style="width:26px"')) +
  at(line, 59, input(`m${n}5`, 'style="width:26px"'));

const childAllowance: LegacyPage = {
  name: "児童手当",
  hand: "a host screen of COBOL turned into HTML: every word and field a div at its place, PF keys below",
  documents: {
    "/": doc(
      "ＪＴ０１０",
      `<div id=scr>${at(0, 1, "ＪＴ０１０")}${at(0, 28, "【 児童手当　認定請求入力 】")}${at(0, 68, "R 8.11.20")}
${at(2, 1, "宛名番号")}${at(2, 11, input("a1", 'style="width:98px"'))}${at(2, 30, "処理区分")}${at(2, 40, input("a2", 'style="width:26px"'))}${at(2, 45, "(1:新規 2:額改定 3:消滅)")}
${at(3, 1, "請求者ｶﾅ")}${at(3, 11, input("a3", 'style="width:188px"'))}${at(3, 40, "請求者名")}${at(3, 50, "見本太郎")}
${at(4, 1, "生年月日")}${at(4, 11, select("a4", "昭和", "平成", "令和"))}${at(4, 19, input("a5", 'style="width:26px"'))}${at(4, 23, "年")}${at(4, 26, input("a6", 'style="width:26px"'))}${at(4, 30, "月")}${at(4, 33, input("a7", 'style="width:26px"'))}${at(4, 37, "日")}
${at(5, 1, "電話番号")}${at(5, 11, input("a8", 'style="width:53px"'))}${at(5, 18, "-")}${at(5, 20, input("a9", 'style="width:44px"'))}${at(5, 26, "-")}${at(5, 28, input("a10", 'style="width:44px"'))}
${at(6, 1, "金融機関")}${at(6, 11, input("a11", 'style="width:44px"'))}${at(6, 17, "見本銀行")}${at(6, 30, "支店")}${at(6, 36, input("a12", 'style="width:35px"'))}${at(6, 45, "種別")}${at(6, 51, input("a13", 'style="width:17px"'))}${at(6, 58, "口座番号")}${at(6, 68, input("a14", 'style="width:80px"'))}
${at(8, 1, "＜児童明細＞")}${at(9, 1, "No.")}${at(9, 7, "児童氏名ｶﾅ")}${at(9, 27, "生年月日")}${at(9, 41, "同別")}${at(9, 50, "監護")}${at(9, 59, "続柄")}
${childRow(1, 10)}${childRow(2, 11)}${childRow(3, 12)}
${at(14, 1, "支給対象児童数")}${at(14, 18, "2")}${at(14, 30, "支給月額")}${at(14, 42, "25,000")}
${at(16, 1, "入力後、実行キーを押して下さい")}
${at(18, 1, '<input type=button data-t=k30 value="F3:終了">')}${at(18, 14, '<input type=button data-t=k31 value="F5:再表示">')}${at(18, 29, '<input type=button data-t=k32 value="F8:次頁">')}${at(18, 43, '<input type=button data-t=k33 value="実行">')}</div>`,
      '<style>#scr{position:relative;width:800px;height:520px;background:#000}.s{position:absolute;white-space:pre;font:16px "MS Gothic",monospace;color:#0f0}.s input,.s select{font:15px monospace}</style>',
    ),
  },
  things: [
    type("宛名番号", "a1"),
    type("処理区分", "a2"),
    type("請求者ｶﾅ", "a3"),
    read("請求者名", "見本太郎"),
    choose("生年月日", "平成", "a4"),
    type("年", "a5", "生年月日/欄"),
    type("日", "a7", "生年月日/欄"),
    cell("「電話番号」の2番目", "に「V」を入力する", "a9"),
    type("金融機関", "a11"),
    type("支店", "a12"),
    type("種別", "a13"),
    type("口座番号", "a14"),
    cell("「児童明細」表の2行目の「続柄」", "に「V」を入力する", "m25"),
    cell("「児童明細」表の3行目の「児童氏名ｶﾅ」", "に「V」を入力する", "m31"),
    read("支給月額", "25,000"),
    press("F5:再表示", "k31"),
    press("F8:次頁", "k32"),
    press("実行", "k33"),
  ],
};

/** A button that is a drawn picture. */
const picture = (word: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="64" height="22"><rect width="64" height="22" rx="4" fill="#369"/><text x="32" y="16" font-size="13" fill="#fff" text-anchor="middle">${word}</text></svg>`)}`;

const assets: LegacyPage = {
  name: "固定資産税",
  hand: "frameset of 1999, tables in tables with spacer cells, font tags, buttons drawn as pictures",
  documents: {
    "/": '<html><head><title>固定資産税システム</title></head><frameset rows="44,*" border=0><frame src="/head" name=head noresize scrolling=no><frameset cols="130,*"><frame src="/menu" name=menu><frame src="/main" name=main></frameset></frameset></html>',
    "/head": doc(
      "head",
      "<table width=100% bgcolor=#003366><tr><td><font color=white size=4><b>固定資産税システム</b></font></td><td align=right><font color=white size=2>資産税課　見本花子</font></td></tr></table>",
    ),
    "/menu": doc(
      "menu",
      "<font size=2>■<a href=# data-t=b1>土地</a><br>■<a href=# data-t=b2>家屋</a><br>■<a href=# data-t=b3>償却資産</a><br><hr>■<a href=# data-t=b4>名寄帳</a></font>",
    ),
    "/main": doc(
      "main",
      `<center><font size=4 color=navy>家屋異動入力</font><table border=0 cellpadding=0 cellspacing=0><tr><td bgcolor=#999999><table border=0 cellspacing=1 cellpadding=3>
<tr><td bgcolor=#ccddee nowrap><font size=2>所在地番</font></td><td bgcolor=white colspan=3><table border=0 cellspacing=0><tr><td>${select("b5", "大手町", "見本町", "駅前")}</td><td>${input("b6", "size=4")}</td><td><font size=2>番</font></td><td>${input("b7", "size=4")}</td><td><input type=image data-t=b8 alt="地図" src="${picture("地図")}"></td></tr></table></td></tr>
<tr><td bgcolor=#ccddee nowrap><font size=2>家屋番号</font></td><td bgcolor=white>${input("b9", "size=10")}</td><td bgcolor=#ccddee nowrap><font size=2>種　　類</font></td><td bgcolor=white>${select("b10", "01 居宅", "02 共同住宅", "05 店舗")}</td></tr>
<tr><td bgcolor=#ccddee nowrap><font size=2>構　　造</font></td><td bgcolor=white>${select("b11", "1 木造", "2 鉄骨造", "3 ＲＣ造")}</td><td bgcolor=#ccddee nowrap><font size=2>床 面 積<br>(現況)</font></td><td bgcolor=white>${input("b12", "size=7 style=text-align:right")}<font size=2>㎡</font></td></tr>
<tr><td bgcolor=#ccddee nowrap><font size=2>建築年</font></td><td bgcolor=white>${select("b13", "昭和", "平成", "令和")}${input("b14", "size=2")}<font size=2>年</font></td><td bgcolor=#ccddee nowrap><font size=2>評価額</font></td><td bgcolor=#eeeeee align=right><font size=2>8,640,000</font></td></tr></table></td></tr></table>
<table border=0 cellspacing=6><tr><td><input type=image data-t=b15 alt="計算" src="${picture("計算")}"></td><td><a href="#"><img data-t=b16 border=0 alt="次画面" src="${picture("次画面")}"></a></td><td><a href="#"><img data-t=b17 border=0 alt="取消" src="${picture("取消")}"></a></td></tr></table>
<font size=2>異動履歴</font><table border=1 cellspacing=0><tr bgcolor=#ccddee><td><font size=2>異動年月日</font></td><td><font size=2>事由</font></td><td><font size=2>床面積</font></td><td><font size=2>評価額</font></td></tr>
<tr><td>H10.04.01</td><td>新築</td><td align=right>98.50</td><td align=right>12,300,000</td></tr><tr><td>H22.08.15</td><td>増築</td><td align=right>121.75</td><td align=right>9,870,000</td></tr></table></center>`,
    ),
  },
  things: [
    press("償却資産", "b3"),
    press("名寄帳", "b4"),
    choose("所在地番", "見本町", "b5"),
    press("地図", "b8"),
    type("家屋番号", "b9"),
    choose("種類", "共同住宅", "b10"),
    choose("構造", "鉄骨造", "b11"),
    type("床面積(現況)", "b12"),
    choose("建築年", "昭和", "b13"),
    type("年", "b14", "建築年/欄"),
    read("評価額", "8,640,000"),
    press("計算", "b15"),
    press("次画面", "b16"),
    press("取消", "b17"),
    cell(
      "「異動履歴」表で「事由」が「増築」の行の「床面積」",
      "の値を {読んだ値} として読み取る",
      "121.75",
    ),
  ],
};

const ctl = "ctl00$MainContent$";
const post = (target: string): string => `href="javascript:__doPostBack('${ctl}${target}','')"`;
const contracts: LegacyPage = {
  name: "契約管理",
  hand: "ASP.NET WebForms: captions right-aligned in td, a GridView with one row in edit, pager and sum, hidden validators",
  documents: {
    "/": doc(
      "契約管理システム - 契約伺",
      `<div class=hd>契約管理システム　<span id=ctl00_lblUser>総務課　見本一郎</span></div><form onsubmit="return false"><input type=hidden name=__VIEWSTATE value=xx>
<table id=ctl00_MainContent_tbl class=entry><tr><td align=right class=c><span id=ctl00_MainContent_Label1>契約番号：</span></td><td>${input("c1", `name="${ctl}txtNo" id=ctl00_MainContent_txtNo`)}<span id=ctl00_MainContent_rfv1 style="color:Red;display:none">契約番号を入力してください。</span></td><td align=right class=c><span>契約種別：</span></td><td><table id=ctl00_MainContent_rbl><tr><td><input type=radio name=k data-t=c2 id=k0><label for=k0>工事</label></td><td><input type=radio name=k data-t=c3 id=k1><label for=k1>委託</label></td><td><input type=radio name=k data-t=c4 id=k2><label for=k2>物品</label></td></tr></table></td></tr>
<tr><td align=right class=c><span>件名</span><span style="color:Red">*</span>：</td><td colspan=3>${input("c5", "size=60")}</td></tr>
<tr><td align=right class=c><span>契約期間</span><span style="color:Red">*</span>：</td><td colspan=3>${input("c6", "size=10")}<input type=image alt="カレンダー" src="${picture("▼")}" width=20> 〜 ${input("c7", "size=10")}<input type=image alt="カレンダー" src="${picture("▼")}" width=20></td></tr>
<tr><td align=right class=c>契約方法：</td><td><select data-t=c8 id=ctl00_MainContent_ddl><option value=-1>--選択してください--</option><option value=1>1:一般競争入札</option><option value=2>2:指名競争入札</option><option value=3>3:随意契約</option></select></td><td align=right class=c>契約保証金：</td><td><input type=checkbox data-t=c9 id=cb1><label for=cb1>免除する</label></td></tr>
<tr><td align=right class=c>予定価格：</td><td>${input("c10", "size=12 style=text-align:right")}円</td><td align=right class=c>落札率：</td><td><span id=ctl00_MainContent_lblRate>95.2%</span></td></tr></table>
<input type=submit data-t=c11 value="業者検索" id=ctl00_MainContent_btn> <input type=submit data-t=c12 value="見積合せ"> <input type=submit disabled value="確認"><br><br>
<span class=ttl>支払計画</span><table id=ctl00_MainContent_gv cellspacing=0 rules=all border=1><tr class=gh><th scope=col>&nbsp;</th><th scope=col><a ${post("gv1")}>回数</a></th><th scope=col>支払予定日</th><th scope=col>支払区分</th><th scope=col>金額（円）</th></tr>
<tr><td><a data-t=c20 ${post("gv2")}>編集</a>&nbsp;<a data-t=c21 ${post("gv3")}>複写</a></td><td>1</td><td>R8.6.30</td><td>前払</td><td align=right>1,200,000</td></tr>
<tr class=ed><td><a data-t=c22 ${post("gv4")}>更新</a>&nbsp;<a data-t=c23 ${post("gv5")}>キャンセル</a></td><td>2</td><td>${input("c24", "size=9")}</td><td>${select("c25", "前払", "部分払", "完了払")}</td><td>${input("c26", "size=10")}</td></tr>
<tr><td><a data-t=c27 ${post("gv6")}>編集</a>&nbsp;<a data-t=c28 ${post("gv7")}>複写</a></td><td>3</td><td>R9.3.31</td><td>完了払</td><td align=right>1,800,000</td></tr>
<tr class=gf><td>&nbsp;</td><td>合計</td><td>&nbsp;</td><td>&nbsp;</td><td align=right>3,600,000</td></tr><tr><td colspan=5><table><tr><td><span>1</span></td><td><a data-t=c29 ${post("p2")}>2</a></td><td><a data-t=c30 ${post("p3")}>3</a></td></tr></table></td></tr></table></form>`,
      "<script>function __doPostBack(){}</script><style>body{font:13px Meiryo,sans-serif}.hd{background:#507CD1;color:#fff;padding:6px}.entry td{padding:3px}.c{background:#EFF3FB}.gh{background:#507CD1;color:#fff}.gh a{color:#fff}.ed{background:#D1DDF1}.ttl{font-weight:bold}</style>",
    ),
  },
  things: [
    type("契約番号", "c1"),
    choose("契約種別", "委託", "c3"),
    type("件名", "c5"),
    cell("「契約期間」の1番目", "に「V」を入力する", "c6"),
    cell("「契約期間」の2番目", "に「V」を入力する", "c7"),
    choose("契約方法", "随意契約", "c8"),
    tick("免除する", "c9"),
    type("予定価格", "c10"),
    read("落札率", "95.2%"),
    press("業者検索", "c11"),
    press("見積合せ", "c12"),
    cell("「支払計画」表で「回数」が「3」の行の「編集」", "を押す", "c27"),
    cell("「支払計画」表の1行目の「複写」", "を押す", "c21"),
    press("更新", "c22"),
    press("キャンセル", "c23"),
    cell("「支払計画」表で「回数」が「2」の行の「支払予定日」", "に「V」を入力する", "c24"),
    cell("「支払計画」表で「回数」が「2」の行の「支払区分」", "で「部分払」を選ぶ", "c25"),
    cell(
      "「支払計画」表で「回数」が「合計」の行の「金額（円）」",
      "の値を {読んだ値} として読み取る",
      "3,600,000",
    ),
    cell("「支払計画」表で「支払予定日」が「R9.3.31」の行", "があることを確かめる", ""),
  ],
};

const person = (t: string): string =>
  `<dl><dt>フリガナ</dt><dd>${input(`${t}1`)}</dd><dt>氏名<span class=req>（必須）</span></dt><dd>${input(`${t}2`)}</dd><dt>〒</dt><dd>${input(`${t}3`, "size=3")}－${input(`${t}4`, "size=4")} <button type=button data-t=${t}5>住所検索</button></dd><dt>住所</dt><dd>${input(`${t}6`, "size=44")}</dd></dl>`;
const medical: LegacyPage = {
  name: "福祉医療",
  hand: "fieldsets with legends, dl/dt floated, the same captions for three persons, words on either side of check boxes",
  documents: {
    "/": doc(
      "福祉医療費支給申請入力",
      `<h2>福祉医療費支給申請　入力</h2><fieldset><legend>受給者</legend>${person("d1")}<dl><dt>受給者証番号</dt><dd>${input("d17", "size=8")}</dd><dt>区分</dt><dd><label><input type=radio name=q data-t=d18>重度障害</label> <label><input type=radio name=q data-t=d19>ひとり親</label> <label><input type=radio name=q data-t=d20>子ども</label></dd></dl></fieldset>
<fieldset><legend>申請者</legend><p>受給者と同じ <input type=checkbox data-t=d30></p>${person("d2")}</fieldset>
<fieldset><legend>口座名義人</legend><p>公金受取口座を利用する <input type=checkbox data-t=d31>　<input type=checkbox data-t=d32> 申請者と異なる（委任状あり）</p><dl><dt>フリガナ</dt><dd>${input("d41")}</dd><dt>氏名<span class=req>（必須）</span></dt><dd>${input("d42")}</dd></dl></fieldset>
<fieldset><legend>診療内容</legend><dl><dt>診療年月</dt><dd>令和 ${input("d50", "size=2")} 年 ${input("d51", "size=2")} 月分</dd><dt>入院期間</dt><dd>${input("d52", "size=10")} ～ ${input("d53", "size=10")}</dd><dt>医療機関</dt><dd>${input("d54", "size=30")} <a href=# data-t=d55>一覧から選ぶ</a></dd><dt>総点数</dt><dd>${input("d56", "size=8")} 点</dd><dt>一部負担金</dt><dd>${input("d57", "size=8")} 円</dd><dt>支給決定額</dt><dd><output>3,480円</output></dd></dl></fieldset>
<div class=btn><button type=button data-t=d60>支給額計算</button> <button type=button data-t=d61>次の申請へ</button></div>`,
      "<style>body{font:14px sans-serif;width:820px}fieldset{margin:8px 0;border:1px solid #7a9}legend{color:#063;font-weight:bold}dl{overflow:hidden;margin:2px}dt{float:left;clear:left;width:130px;padding:3px}dd{margin-left:140px;padding:2px}p{margin:2px 4px}.req{color:#c00;font-size:11px}</style>",
    ),
  },
  things: [
    type("氏名", "d12", "受給者/枠"),
    type("住所", "d26", "申請者/枠"),
    type("フリガナ", "d41", "口座名義人/枠"),
    type("氏名", "d22", "申請者"),
    cell("「申請者」枠の「〒」の2番目", "に「V」を入力する", "d24"),
    press("住所検索", "d15", "受給者/枠"),
    type("受給者証番号", "d17"),
    choose("区分", "ひとり親", "d19"),
    tick("受給者と同じ", "d30"),
    tick("公金受取口座を利用する", "d31"),
    tick("申請者と異なる（委任状あり）", "d32"),
    type("年", "d50", "診療年月/欄"),
    type("月分", "d51", "診療年月/欄"),
    cell("「入院期間」の2番目", "に「V」を入力する", "d53"),
    type("医療機関", "d54"),
    press("一覧から選ぶ", "d55"),
    type("総点数", "d56"),
    type("一部負担金", "d57"),
    read("支給決定額", "3,480円"),
    press("支給額計算", "d60"),
  ],
};

const cloned = "<tr><th>No</th><th>用務地</th><th>出発日</th><th>交通費</th><th>日当</th></tr>";
const trip = (n: number): string =>
  `<tr><td>${n}</td><td>${input(`e${n}1`, `name="meisai[${n - 1}].yomuchi" size=8`)}</td><td>${input(`e${n}2`, `name="meisai[${n - 1}].hi" size=8`)}</td><td>${input(`e${n}3`, `name="meisai[${n - 1}].kotsuhi" size=7`)}</td><td>${input(`e${n}4`, `name="meisai[${n - 1}].nitto" size=7`)}</td></tr>`;
const travel: LegacyPage = {
  name: "旅費請求",
  hand: "Struts JSP: captions under their fields, a fixed header that is a second table, sums in read-only boxes beside boxes to fill",
  documents: {
    "/": doc(
      "旅費請求入力",
      `<form name=ryohiForm onsubmit="return false"><div class=title>SYM0301　旅費請求入力</div>
<table class=under><tr><td>${input("e1", 'name=shokuinNo size=7 style="ime-mode:disabled"')}</td><td><input name=shokuinMei size=16 readonly class=ro value="見本次郎"></td><td>${select("e2", "一般職", "特別職", "会計年度")}</td><td>${input("e3", "size=3")}年${input("e4", "size=2")}月${input("e5", "size=2")}日</td></tr><tr class=u><td>職員番号</td><td>氏名</td><td>職区分</td><td>請求日</td></tr>
<tr><td colspan=3>${input("e6", "size=52")}</td><td>${input("e7", "size=8")}<input type=button class=b data-t=e8 value="..." title="所属検索"></td></tr><tr class=u><td colspan=3>用　務</td><td>所　属</td></tr></table>
<div class=sub>旅行明細</div><div class=fix><table class=g>${cloned}</table></div><div class=body><table class=g><thead style="visibility:collapse">${cloned}</thead>${trip(1)}${trip(2)}${trip(3)}</table></div>
<table class=sum><tr><td class=k>交通費計</td><td><input readonly class=ro size=9 value="4,820"></td><td class=k>概算払額</td><td>${input("e60", "size=9")}</td><td class=k>精算額</td><td><input readonly class=ro size=9 value="2,620"></td></tr></table>
<input type=submit class=b data-t=e61 value="行 追 加"> <input type=submit class=b data-t=e62 value="再 計 算"> <input type=button class=b data-t=e63 value="戻　る"></form>`,
      "<style>body{font:13px 'MS PGothic',sans-serif;background:#f4f4ec}.title{background:#584;color:#fff;padding:4px}.under td{border:1px solid #bbb;padding:2px 6px}.u td{background:#dec;font-size:11px;text-align:center}.ro{background:#ddd}.sub{margin-top:8px}.g{border-collapse:collapse;table-layout:fixed;width:560px}.g th,.g td{border:1px solid #888;width:112px}.g th{background:#cdb}.body{height:90px;overflow-y:scroll;width:580px}.sum .k{background:#dec}</style>",
    ),
  },
  things: [
    type("職員番号", "e1"),
    read("氏名", "見本次郎"),
    choose("職区分", "会計年度", "e2"),
    type("年", "e3", "請求日/欄"),
    type("月", "e4", "請求日/欄"),
    type("用務", "e6"),
    type("所属", "e7"),
    cell("「旅行明細」表の2行目の「用務地」", "に「V」を入力する", "e21"),
    cell("「旅行明細」表の1行目の「日当」", "に「V」を入力する", "e14"),
    cell("「旅行明細」表で「No」が「3」の行の「交通費」", "に「V」を入力する", "e33"),
    read("交通費計", "4,820"),
    type("概算払額", "e60"),
    read("精算額", "2,620"),
    press("行追加", "e61"),
    press("再計算", "e62"),
    press("戻る", "e63"),
  ],
};

const good = (n: number, name: string, place: string): string =>
  `<div class=rec><div class=l1><span class=sel>${n === 1 ? "▶" : ""}</span><input data-t=f${n}1 style="width:80px" value="B-000${n}"><input data-t=f${n}2 style="width:180px" value="${name}"><input data-t=f${n}3 style="width:80px" value="${n * 12},000"><input type=checkbox data-t=f${n}4></div><div class=l2><input data-t=f${n}5 style="width:150px" value="${place}"><input data-t=f${n}6 style="width:120px"><button data-t=f${n}7>履歴</button></div></div>`;
const equipment: LegacyPage = {
  name: "備品台帳",
  hand: "an Access form put on the web: continuous records of two lines under two lines of captions, record selector, totals in the footer",
  documents: {
    "/": doc(
      "備品台帳",
      `<div class=form><div class=head>備品一覧（修正）</div><div class=q><span>管理課</span><select data-t=f1><option>010 総務課</option><option>020 税務課</option><option>110 会計課</option></select><span>品名（一部）</span>${input("f2", "size=12")}<button data-t=f3>抽出</button><button data-t=f4>解除</button></div>
<div class=cap><div class=l1><span class=sel></span><b style="width:80px">備品番号</b><b style="width:180px">品　名</b><b style="width:80px">取得価格</b><b>廃棄</b></div><div class=l2><b style="width:150px">設置場所</b><b style="width:120px">備　考</b></div></div>
${good(1, "事務机", "本庁2階")}${good(2, "シュレッダー", "会計課")}${good(3, "公用自転車", "駐輪場")}
<div class=foot><span>件　数</span><input readonly size=4 value=3><span>取得価格合計</span><input readonly size=9 value="72,000"></div>
<div class=nav>レコード: <button data-t=f90 title="先頭レコード">|◀</button><button data-t=f91 title="前のレコード">◀</button> <input data-t=f92 size=3 value=1 title="カレント レコード"> <button data-t=f93 title="次のレコード">▶</button><button data-t=f94>閉じる</button></div></div>`,
      "<style>body{font:13px 'MS UI Gothic',sans-serif;background:#c0c0c0}.form{width:520px;border:2px outset #fff}.head{background:#000080;color:#fff;padding:3px}.q,.foot,.nav{padding:4px}.q span,.foot span{margin:0 4px}.cap{background:#a8a8a8;padding:2px}.cap b{display:inline-block;font-weight:normal}.rec input{box-sizing:border-box}.sel{display:inline-block;width:18px}.rec{border-bottom:1px solid #777;padding:2px}.l2{padding-left:18px}</style>",
    ),
  },
  things: [
    choose("管理課", "会計課", "f1"),
    type("品名（一部）", "f2"),
    press("抽出", "f3"),
    press("解除", "f4"),
    cell("「備品一覧」表で「備品番号」が「B-0002」の行の「品名」", "に「V」を入力する", "f22"),
    cell("「備品一覧」表で「備品番号」が「B-0003」の行の「設置場所」", "に「V」を入力する", "f35"),
    cell("「備品一覧」表の1行目の「備考」", "に「V」を入力する", "f16"),
    cell("「備品一覧」表で「備品番号」が「B-0002」の行の「廃棄」", "をチェックする", "f24"),
    cell("「備品一覧」表の3行目の「履歴」", "を押す", "f37"),
    read("取得価格合計", "72,000"),
    read("件数", "3"),
    press("閉じる", "f94"),
  ],
};

/** Held-out pages of the sixth set: measured only. */
export const sixthHeldOutPages: readonly LegacyPage[] = [
  childAllowance,
  assets,
  contracts,
  medical,
  travel,
  equipment,
  ...sixthHeldOutMore,
];

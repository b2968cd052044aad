/** An eleventh set, written by a person who had not read the rules: each page as another maker would write it. */
import { eleventhHeldOutMore } from "./held-out-eleventh-more.ts";
import {
  eleventhHeldOutRest,
  nth,
  PRESSED,
  READ,
  row,
  TICKED,
  TYPED,
} from "./held-out-eleventh-rest.ts";
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

const era = (t: string): string =>
  `<select name="gengo" data-t="${t}g"><option>令和</option><option>平成</option></select><input size=2 maxlength=2 data-t="${t}y">年<input size=2 maxlength=2 data-t="${t}m">月<input size=2 maxlength=2 data-t="${t}d">日`;
const budget = (t: string, no: string, setsu: string, saisetsu: string, left: string): string =>
  `<tr class=lst><td align=center>${no}</td><td>${setsu}</td><td>${saisetsu}</td><td align=right>${left}</td><td><input class=num size=12 name="meisai[${no}].gaku" data-t="${t}"></td><td><select name="kanryo" data-t="${t}k"><option>未完了</option><option>完了</option></select></td><td align=center><input type=button value="取消" data-t="${t}x"></td></tr>`;
const finance: LegacyPage = {
  name: "支出命令書起票",
  hand: "a finance system in Struts and JSP, 2003: a frameset with a head, a menu and the form; bordered tables with coloured captions, dates in era and three fields, two look-alike buttons",
  documents: {
    "/": `<html><head><meta charset="UTF-8"><title>財務会計システム</title></head><frameset rows="48,*" border=0 frameborder=0><frame name="hd" src="/head.do" scrolling=no noresize><frameset cols="160,*" border=0><frame name="mn" src="/menu.do"><frame name="mainFrame" src="/shisyutu.do"></frameset></frameset></html>`,
    "/head.do": doc(
      "head",
      `<table width="100%" cellpadding=4><tr><td bgcolor="#336699"><font color=white size=4><b>財務会計システム</b></font></td><td bgcolor="#336699" align=right><font color=white size=2>職員番号：0123456　氏名：見本 太郎　処理日：令和8年11月23日</font></td></tr></table>`,
      "<style>body{margin:0}</style>",
    ),
    "/menu.do": doc(
      "menu",
      `<b>■歳出</b><br>　<a href="javascript:void(0)" data-t=a1>支出負担行為</a><br>　<a href="javascript:void(0)" data-t=a2>支出命令</a><br>　<a href="javascript:void(0)" data-t=a3>予算執行照会</a><br><b>■歳入</b><br>　<a href="javascript:void(0)" data-t=a4>調定</a><br>　<a href="javascript:void(0)" data-t=a5>収納照会</a><hr><a href="javascript:void(0)" data-t=a6>ログアウト</a>`,
      "<style>body{background:#eef3fa;font-size:13px;line-height:1.8}</style>",
    ),
    "/shisyutu.do": doc(
      "支出命令書起票",
      `<form name="ShisyutuForm" method=post onsubmit="return false"><input type=hidden name="shiharaiGaku" value="0"><div class=ttl>支出命令書　起票</div>
<table class=frm border=1 cellspacing=0 width=800><tr><td class=th>会計年度</td><td>令和${input("a7", "size=2 maxlength=2 value=8")}年度</td><td class=th>伝票番号</td><td>0001234-01</td></tr>
<tr><td class=th>起票所属<font color=red>※</font></td><td colspan=3>${input("a8", "size=8 maxlength=8")}<input type=button value="参照" data-t=a9> 総務部　契約管財課</td></tr>
<tr><td class=th>負担行為番号<font color=red>※</font></td><td>${input("a10", "size=4 maxlength=4")}-${input("a11", "size=7 maxlength=7")}</td><td class=th>支払方法<font color=red>※</font></td><td><input type=radio name=hoho value=1 data-t=a12 checked>口座振替 <input type=radio name=hoho value=2 data-t=a13>窓口払 <input type=radio name=hoho value=3 data-t=a14>納付書</td></tr>
<tr><td class=th>債権者<font color=red>※</font></td><td colspan=3>${input("a15", "size=10 maxlength=10")}<input type=button value="参照" data-t=a16> 株式会社　見本商店</td></tr>
<tr><td class=th>検収日</td><td nowrap>${era("a20")}</td><td class=th>支払予定日<font color=red>※</font></td><td nowrap>${era("a21")}</td></tr>
<tr><td class=th>支払金額<font color=red>※</font></td><td>${input("a17", "class=num size=14")}円</td><td class=th>差引支払額</td><td align=right>1,203,400円</td></tr>
<tr><td class=th>摘要<br><small>(全角40文字以内)</small></td><td colspan=3><textarea rows=2 cols=60 data-t=a18></textarea></td></tr></table>
<div class=sub>歳出科目内訳</div><table class=frm border=1 cellspacing=0 width=800><tr class=hd><td>行</td><td>節</td><td>細節</td><td>予算残額(円)</td><td>支出額(円)</td><td>完了区分</td><td>操作</td></tr>
${budget("a31", "01", "11 需用費", "03 消耗品費", "412,000")}${budget("a32", "02", "12 役務費", "01 通信運搬費", "98,500")}${budget("a33", "03", "13 委託料", "02 保守委託料", "1,850,000")}<tr class=tot><td colspan=3 align=center>合計</td><td align=right>2,360,500</td><td align=right>0</td><td colspan=2></td></tr></table>
<p align=center><input type=submit value=" 登 録 " data-t=a40> <input type=button value="行追加" data-t=a41> <input type=reset value="クリア" data-t=a42></p></form>`,
      `<style>body,td{font-size:13px}.ttl{background:#99b3d6;font-weight:bold;padding:3px 8px}.th{background:#d6e4f5;width:110px}.hd td{background:#d6e4f5;text-align:center}.num{text-align:right}.sub{margin-top:8px;font-weight:bold}.tot td{background:#ffffdd}</style>`,
    ),
  },
  things: [
    read("職員番号", "0123456"),
    read("処理日", "令和8年11月23日"),
    press("予算執行照会", "a3"),
    read("伝票番号", "0001234-01"),
    type("起票所属", "a8"),
    nth(2, type("負担行為番号", "a11")),
    choose("支払方法", "窓口払", "a13"),
    press("参照", "a16", "債権者/欄"),
    type("月", "a21m", "支払予定日/欄"),
    choose("検収日", "平成", "a20g"),
    type("支払金額", "a17"),
    read("差引支払額", "1,203,400円"),
    type("摘要", "a18"),
    cell(row("細節", "01 通信運搬費", "支出額", "歳出科目内訳"), TYPED, "a32"),
    cell(row("節", "13 委託料", "完了区分"), "で「完了」を選ぶ", "a33k"),
    cell(row("行", "01", "取消"), PRESSED, "a31x"),
    cell(row("節", "11 需用費", "予算残額"), READ, "412,000"),
    press("登録", "a40"),
  ],
};

const dominoLine = (words: string, control: string): string =>
  `<tr valign=top><td width="150" bgcolor="#EFEFEF"><div align=right><font size=2 color="#000080" face="ＭＳ Ｐゴシック">${words}</font></div></td><td width="520"><font size=2 face="ＭＳ Ｐゴシック">${control}</font></td></tr>`;
const approver = (
  t: string,
  no: string,
  post: string,
  name: string,
  state: string,
  day: string,
): string =>
  `<tr valign=top><td><font size=2>${no}</font></td><td><font size=2>${post}</font></td><td><font size=2>${name}</font></td><td><font size=2 color=${state === "承認済" ? "green" : "red"}>${state}</font></td><td><font size=2>${day}</font></td><td><a href="javascript:void(0)" data-t="${t}"><font size=2>督促</font></a></td></tr>`;
const domino: LegacyPage = {
  name: "備品借用願",
  hand: "a form of a Lotus Notes database shown by Domino, 2001: an action bar, fields in font tags, captions at the right edge of their cells, sections with twisties, a table of approvers",
  documents: {
    "/": doc(
      "備品借用願",
      `<form method=post name="_Kashidashi" onsubmit="return false"><input type=hidden name="__Click" value="0"><table border=0 cellspacing=4 bgcolor="#C0C0C0" width="100%"><tr><td nowrap><a href="javascript:void(0)" data-t=b1><font size=2>提出する</font></a>　<a href="javascript:void(0)" data-t=b2><font size=2>下書き保存</font></a>　<a href="javascript:void(0)" data-t=b3><font size=2>差し戻す</font></a>　<a href="javascript:void(0)" data-t=b4><font size=2>閉じる</font></a></td></tr></table><br>
<b><font size=5 color="#800000">備品借用願</font></b><br><br><table border=1 cellspacing=0 cellpadding=3>
${dominoLine("文書番号", "BK-2001-0457")}${dominoLine("申請者", "見本 太郎/総務課/見本市")}${dominoLine("作成日時", "2001/10/03 14:22:08")}
${dominoLine("借用目的 <font color=red>*</font>", `<input name="Mokuteki" size=48 data-t=b5>`)}
${dominoLine("借用期間 <font color=red>*</font>", `<input name="Kaishi" size=10 data-t=b6> ～ <input name="Shuryo" size=10 data-t=b7> <font size=1>(例 2001/10/05)</font>`)}
${dominoLine("使用場所", `<input type=radio name="Basho" value=1 data-t=b8>庁舎内<br><input type=radio name="Basho" value=2 data-t=b9>庁舎外　施設名 <input name="Shisetsu" size=24 data-t=b10>`)}
${dominoLine("借用物品", `<input type=checkbox name="Buppin" data-t=b11>プロジェクタ<br><input type=checkbox name="Buppin" data-t=b12>スクリーン<br><input type=checkbox name="Buppin" data-t=b13>ノートパソコン<br>その他 <input name="Sonota" size=24 data-t=b14>`)}
${dominoLine("台数", `<input name="Daisu" size=4 data-t=b15> 台`)}
${dominoLine("担当係", `<select name="Kakari" data-t=b16><option>--選択--<option>管財係<option>情報係<option>庶務係</select>`)}</table><br>
<a href="javascript:void(0)"><font size=2 color="#000080">▼ <b>承認経路</b></font></a><br><table border=1 cellspacing=0 cellpadding=2><tr valign=top bgcolor="#FFFFCC"><td><b><font size=2>順</font></b></td><td><b><font size=2>役職</font></b></td><td><b><font size=2>承認者</font></b></td><td><b><font size=2>状況</font></b></td><td><b><font size=2>承認日</font></b></td><td><br></td></tr>
${approver("b21", "1", "係長", "係長 一郎", "承認済", "10/03")}${approver("b22", "2", "課長補佐", "補佐 二郎", "承認待", "－")}${approver("b23", "3", "課長", "課長 三郎", "未着", "－")}</table><br>
<a href="javascript:void(0)"><font size=2 color="#000080">▼ <b>管財係使用欄</b></font></a><br><table border=1 cellspacing=0 cellpadding=3>${dominoLine("貸出番号", `<input name="KashiNo" size=10 data-t=b17>`)}${dominoLine("返却の確認", `<input type=checkbox name="Henkyaku" data-t=b18>返却済　確認者 <input name="Kakunin" size=14 data-t=b19>`)}</table>
<a href="javascript:void(0)"><font size=2 color="#000080">▶ <b>履歴</b></font></a><div style="display:none">台数 <input name="DaisuOld"> 状況 承認済</div></form>`,
    ),
  },
  things: [
    press("下書き保存", "b2"),
    read("文書番号", "BK-2001-0457"),
    read("申請者", "見本 太郎/総務課/見本市"),
    read("作成日時", "2001/10/03 14:22:08"),
    type("借用目的", "b5"),
    type("借用期間", "b6"),
    nth(2, type("借用期間", "b7")),
    choose("使用場所", "庁舎内", "b8"),
    type("施設名", "b10"),
    tick("スクリーン", "b12"),
    type("台数", "b15"),
    choose("担当係", "情報係", "b16"),
    cell(row("役職", "課長補佐", "状況", "承認経路"), READ, "承認待"),
    cell(row("承認者", "係長 一郎", "承認日"), READ, "10/03"),
    cell(row("役職", "課長", "督促"), PRESSED, "b23"),
    tick("返却済", "b18"),
    type("確認者", "b19"),
  ],
};

const ctl = (id: string): string => `name="ctl00$Main$${id}" id="ctl00_Main_${id}"`;
const tenantRow = (t: string, shade: string, ...cells: string[]): string =>
  `<tr style="background-color:${shade};"><td><a href="javascript:__doPostBack()" onclick="return false" data-t="${t}s">選択</a></td>${cells.map((c, i) => `<td${i === 2 ? " align=right" : ""}>${c}</td>`).join("")}<td align=center><span><input type=checkbox ${ctl(`gv_${t}`)} data-t="${t}c"></span></td><td><a href="#" data-t="${t}e">編集</a></td></tr>`;
const housing: LegacyPage = {
  name: "市営住宅入居者",
  hand: "ASP.NET WebForms, 2008: controls with long ids, a GridView with one row in editing, validators beside the fields, a list of radio buttons as a table, a pager row",
  documents: {
    "/": doc(
      "市営住宅管理 - 入居者管理",
      `<form id="aspnetForm" method="post" onsubmit="return false"><input type="hidden" name="__VIEWSTATE" value="dDwtMTA4"><div id="ctl00_Header" class="hdr">市営住宅管理システム <span id="ctl00_lblUser">ログイン中： 見本 太郎 さん</span></div>
<fieldset><legend>検索条件</legend><table><tr><td><span id="ctl00_Main_lblDan">団地名</span></td><td><select ${ctl("ddlDanchi")} data-t=c1><option>(すべて)</option><option>緑が丘団地</option><option>川端団地</option></select></td><td>棟番号</td><td><input ${ctl("txtTou")} size=4 data-t=c2></td><td>入居者カナ</td><td><input ${ctl("txtKana")} data-t=c3></td><td><input type=checkbox ${ctl("chkTai")} data-t=c4><label for="ctl00_Main_chkTai">退去者を含む</label></td><td><input type=submit value="検索" data-t=c5></td></tr></table></fieldset>
<table cellspacing=0 cellpadding=4 border=1 id="ctl00_Main_gv" style="border-collapse:collapse;"><caption align=top>入居者一覧</caption><tr style="color:White;background-color:#507CD1;"><th>&nbsp;</th><th><a href="#" style="color:White">部屋番号</a></th><th><a href="#" style="color:White">入居者氏名</a></th><th>家賃月額</th><th>滞納月数</th><th>口座振替</th><th>&nbsp;</th></tr>
${tenantRow("c11", "#EFF3FB", "1-101", "見本 花子", "28,400", "0")}<tr style="background-color:#2461BF;color:White"><td>&nbsp;</td><td>1-102</td><td><input ${ctl("gv_n")} value="記載 次郎" size=12 data-t=c21></td><td><input ${ctl("gv_y")} value="31,200" size=8 data-t=c22></td><td>2</td><td align=center><input type=checkbox checked data-t=c23></td><td><a href="#" style="color:White" data-t=c24>更新</a>&nbsp;<a href="#" style="color:White" data-t=c25>キャンセル</a></td></tr>${tenantRow("c12", "#EFF3FB", "1-103", "例示 三子", "26,900", "1")}${tenantRow("c13", "White", "2-201", "株本 四郎", "33,000", "0")}
<tr style="background-color:#507CD1;color:White;font-weight:bold"><td></td><td>合計</td><td>4 名</td><td align=right>119,500</td><td>3</td><td></td><td></td></tr><tr align=center style="color:White;background-color:#2461BF;"><td colspan=7><table border=0><tr><td><span>1</span></td><td><a href="#" style="color:White" data-t=c31>2</a></td><td><a href="#" style="color:White">3</a></td></tr></table></td></tr></table>
<fieldset><legend>入居者の登録</legend><table class=ent><tr><td class=cap>許可番号</td><td><span id="ctl00_Main_lblKyoka">住許第 0871 号</span></td><td class=cap>認定収入月額</td><td><span id="ctl00_Main_lblShunyu">123,000円</span></td></tr>
<tr><td class=cap>氏名<span class=must>(必須)</span></td><td><input ${ctl("txtName")} data-t=c41><span id="ctl00_Main_rfv1" style="color:Red;">氏名を入力してください</span></td><td class=cap>入居日<span class=must>(必須)</span></td><td><input ${ctl("txtNyukyo")} size=10 data-t=c42><input type=image alt="カレンダー" title="カレンダー" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 18 18'%3E%3Cpath d='M3 4h12v11H3zM3 7h12M7 4v11M11 4v11M3 11h12' fill='none' stroke='%23333'/%3E%3C/svg%3E" width=18 height=18 style="border:1px solid #666;background:#fd8" data-t=c43><span style="color:Red;visibility:hidden;">日付が不正です</span></td></tr>
<tr><td class=cap>収入区分</td><td><table id="ctl00_Main_rbl" border=0><tr><td><input id="ctl00_Main_rbl_0" type=radio name="rbl" data-t=c44><label for="ctl00_Main_rbl_0">一般</label></td><td><input id="ctl00_Main_rbl_1" type=radio name="rbl" data-t=c45><label for="ctl00_Main_rbl_1">裁量</label></td><td><input id="ctl00_Main_rbl_2" type=radio name="rbl" data-t=c46><label for="ctl00_Main_rbl_2">収入超過</label></td></tr></table></td><td class=cap>敷金</td><td><input ${ctl("txtShiki")} size=10 data-t=c47> 円</td></tr>
<tr><td class=cap>連帯保証人</td><td><input ${ctl("txtHosho")} data-t=c48></td><td class=cap>緊急連絡先</td><td><input ${ctl("txtKinkyu")} data-t=c49 disabled value="保証人と同じ"></td></tr></table><div style="padding:6px"><input type=submit value="登録" data-t=c50> <input type=button value="入居台帳の印刷" data-t=c51></div></fieldset></form>`,
      `<style>body{font:13px "MS UI Gothic",sans-serif;margin:0 10px}.hdr{background:#284e98;color:#fff;padding:6px;margin-bottom:6px}.hdr span{float:right}.cap{background:#e8eef8;padding:4px 8px;white-space:nowrap}.must{color:#c00;font-size:11px}.ent td{padding:3px 6px}</style>`,
    ),
  },
  things: [
    choose("団地名", "川端団地", "c1"),
    tick("退去者を含む", "c4"),
    cell(row("部屋番号", "1-102", "家賃月額", "入居者一覧"), TYPED, "c22"),
    cell(row("部屋番号", "1-102", "更新"), PRESSED, "c24"),
    cell(row("入居者氏名", "例示 三子", "滞納月数"), READ, "1"),
    cell(row("部屋番号", "2-201", "口座振替"), TICKED, "c13c"),
    cell(row("入居者氏名", "見本 花子", "編集"), PRESSED, "c11e"),
    cell(row("部屋番号", "合計", "家賃月額"), READ, "119,500"),
    read("許可番号", "住許第 0871 号"),
    read("認定収入月額", "123,000円"),
    type("氏名", "c41", "入居者の登録/欄"),
    type("入居日", "c42"),
    choose("収入区分", "裁量", "c45"),
    type("敷金", "c47"),
    type("連帯保証人", "c48"),
    press("入居台帳の印刷", "c51"),
  ],
};

/** A prompt or an item of an Oracle form at its place on the canvas. */
const put = (x: number, y: number, html: string, more = ""): string =>
  `<div class=fi style="left:${x}px;top:${y}px;${more}">${html}</div>`;
const item = (x: number, y: number, w: number, t: string, value = ""): string =>
  put(x, y, `<input class=ti style="width:${w}px" data-t="${t}" value="${value}">`);
const fixed = (x: number, y: number, w: number, value: string): string =>
  put(x, y, `<input class="ti ro" style="width:${w}px" readonly tabindex=-1 value="${value}">`);
const pay = (y: number, t: string, code: string, name: string, sum: string, from: string): string =>
  put(12, y + 4, "▸", "color:#888") +
  fixed(30, y, 56, code) +
  fixed(92, y, 180, name) +
  item(278, y, 96, `${t}k`, sum) +
  item(380, y, 96, `${t}f`, from) +
  put(500, y + 2, `<input type=checkbox data-t="${t}c">`) +
  fixed(560, y, 90, "課税");
const salary: LegacyPage = {
  name: "給与基本登録",
  hand: "an Oracle form turned into HTML, 2006: items and prompts at places on a canvas, a block of several records without any table, buttons for lists of values, a tool bar, a status line",
  documents: {
    "/": doc(
      "KYU0100 給与基本登録",
      `<div class=bar><button data-t=d1 title="保存">保存</button><button data-t=d2 title="問合せ">問合せ</button><button data-t=d3 title="前レコード">◀</button><button data-t=d4 title="次レコード">▶</button><button data-t=d5>終了</button></div>
<div class=cv>${put(16, 12, "職員番号")}${item(90, 8, 80, "d6")}${put(174, 8, "<button data-t=d7 title='職員検索'>…</button>")}${put(220, 12, "氏名")}${fixed(256, 8, 150, "見本　太郎")}${put(430, 12, "所属")}${fixed(466, 8, 184, "総務部総務課人事係")}
<div class=fr style="left:10px;top:44px;width:650px;height:126px"></div>${put(20, 37, "給料表", "background:#d4d0c8;padding:0 4px;font-weight:bold")}
${put(24, 62, "適用給料表")}${put(106, 58, `<select data-t=d8><option>行政職(一)<option>医療職(三)<option>技能労務職</select>`)}${put(260, 62, "級")}${item(280, 58, 34, "d9")}${put(330, 62, "号給")}${item(366, 58, 44, "d10")}${put(440, 62, "給料月額")}${fixed(504, 58, 100, "268,300")}${put(610, 62, "円")}
${put(24, 94, "発令日")}${item(106, 90, 90, "d11")}${put(260, 94, "次期昇給")}${item(326, 90, 90, "d12")}${put(440, 94, "昇給区分")}${put(504, 90, `<select data-t=d13><option>Ａ<option>Ｂ<option>Ｃ<option>Ｄ</select>`)}
${put(24, 128, "支給方法")}${put(106, 126, `<input type=radio name=sh data-t=d14>全額振込　<input type=radio name=sh data-t=d15>一部現金　<input type=radio name=sh data-t=d16>全額現金`)}${put(440, 126, `<input type=checkbox data-t=d17>育児休業中`)}
<div class=fr style="left:10px;top:190px;width:690px;height:196px"></div>${put(20, 183, "手当", "background:#d4d0c8;padding:0 4px;font-weight:bold")}
${put(30, 204, "コード")}${put(92, 204, "手当名")}${put(278, 204, "支給額")}${put(380, 204, "開始年月")}${put(488, 204, "日割")}${put(560, 204, "課税区分")}
${pay(224, "d21", "010", "扶養手当", "16,500", "2024/04")}${pay(252, "d22", "020", "住居手当", "27,000", "2023/10")}${pay(280, "d23", "030", "通勤手当", "8,400", "2023/10")}${pay(308, "d24", "110", "管理職手当", "", "")}
${put(216, 346, "手当合計")}${fixed(278, 342, 96, "51,900")}${put(400, 346, "支給総額")}${fixed(464, 342, 96, "320,200")}
${put(16, 402, "備考")}${item(60, 398, 500, "d30")}${put(590, 396, "<button data-t=d31>給与明細照会</button>")}</div><div class=stat>FRM-40400: トランザクションが完了しました。4レコードが適用されました。　レコード: 1/1</div>`,
      `<style>body{margin:0;background:#d4d0c8;font:13px "MS UI Gothic",sans-serif}.bar{padding:3px;border-bottom:1px solid #888}.cv{position:relative;height:430px;width:720px}.fi{position:absolute;white-space:nowrap}.ti{border:2px inset #eee;height:22px;box-sizing:border-box;background:#fff}.ro{background:#e8e8e0}.fr{position:absolute;border:1px solid #888}.stat{border-top:1px solid #888;padding:3px;font-size:12px}</style>`,
    ),
  },
  things: [
    type("職員番号", "d6"),
    read("氏名", "見本　太郎"),
    read("所属", "総務部総務課人事係"),
    choose("適用給料表", "医療職(三)", "d8"),
    type("号給", "d10"),
    read("給料月額", "268,300"),
    choose("昇給区分", "Ｃ", "d13"),
    choose("支給方法", "一部現金", "d15"),
    tick("育児休業中", "d17"),
    cell(row("コード", "020", "支給額", "手当"), TYPED, "d22k"),
    cell(row("手当名", "通勤手当", "開始年月"), TYPED, "d23f"),
    cell(row("手当名", "扶養手当", "日割"), TICKED, "d21c"),
    cell(row("コード", "030", "手当名"), READ, "通勤手当"),
    read("支給総額", "320,200"),
    type("備考", "d30"),
    press("給与明細照会", "d31"),
  ],
};

const mark = (t: string, sign: string): string =>
  sign === "○"
    ? `<td class="ok"><a href="#" data-t="${t}">○</a></td>`
    : `<td class="ng">${sign}</td>`;
const roomRow = (
  t: string,
  name: string,
  seats: string,
  fee: string,
  a: string,
  b: string,
  c: string,
): string =>
  `<tr><th>${name}</th><td>${seats}</td><td>${fee}</td>${mark(`${t}a`, a)}${mark(`${t}b`, b)}${mark(`${t}c`, c)}<td><a href="#" data-t="${t}i">施設案内</a></td></tr>`;
const bookedRow = (
  t: string,
  no: string,
  day: string,
  room: string,
  fee: string,
  state: string,
): string =>
  `<tr><td><label><input type="checkbox" data-t="${t}c"></label></td><td>${no}</td><td>${day}</td><td>${room}</td><td>${fee}</td><td><span class="st">${state}</span></td><td><a class="b" href="#" data-t="${t}e">変更</a> <a class="b" href="#" data-t="${t}x">取消</a></td></tr>`;
const rooms: LegacyPage = {
  name: "公民館の予約",
  hand: "a booking service in PHP and Smarty, 2010: a matrix of free hours whose marks are links, a form with steps, postal code and telephone in several fields, a list of what was booked",
  documents: {
    "/": doc(
      "公共施設予約システム",
      `<div id="hd">見本市 公共施設予約システム<span>ようこそ、見本合唱団 様　［<a href="#" data-t=e1>マイページ</a>］［<a href="#" data-t=e2>ログアウト</a>］</span></div><ol id="st"><li>施設の選択</li><li class="on">申込内容の入力</li><li>確認</li><li>完了</li></ol>
<div id="l"><h2>空き状況（12月5日）</h2><table class="g" summary="空き状況"><thead><tr><th rowspan="2">室名</th><th rowspan="2">定員</th><th rowspan="2">1時間の料金</th><th colspan="3">時間帯</th><th rowspan="2">案内</th></tr><tr><th>午前</th><th>午後</th><th>夜間</th></tr></thead><tbody>${roomRow("e11", "第1会議室", "24名", "300円", "○", "×", "○")}${roomRow("e12", "第2会議室", "12名", "200円", "○", "○", "×")}${roomRow("e13", "音楽室", "40名", "600円", "休", "○", "○")}</tbody></table><p class="nt">○：空き　×：予約済　休：保守点検</p>
<h2>予約の一覧</h2><table class="g"><tr><th>選択</th><th>予約番号</th><th>利用日</th><th>室名</th><th>使用料</th><th>状態</th><th>操作</th></tr>${bookedRow("e21", "K-1001", "11/28(土)", "音楽室", "1,800円", "支払済")}${bookedRow("e22", "K-1017", "12/12(土)", "第1会議室", "900円", "未払")}</table><input type="button" value="まとめて支払う" data-t=e30>
<dl class="sum"><dt>団体番号</dt><dd>G-00412</dd><dt>登録の有効期限</dt><dd>令和9年3月31日</dd><dt>未払いの合計</dt><dd>900円</dd></dl></div>
<div id="r"><h2>申込内容</h2><form onsubmit="return false"><table class="f"><tr><th>利用人数 <em>必須</em></th><td>大人 <input size="3" name="a" data-t=e31> 人　子ども <input size="3" name="c" data-t=e32> 人</td></tr>
<tr><th>利用時間 <em>必須</em></th><td><select name="h1" data-t=e33><option>9:00</option><option>10:00</option><option>11:00</option></select> ～ <select name="h2" data-t=e34><option>12:00</option><option>13:00</option><option>14:00</option></select></td></tr>
<tr><th>利用目的 <em>必須</em></th><td>${select("e35", "会議", "音楽", "運動", "その他")}<br><span class="nt">「その他」の場合</span> <input name="oth" size="16" placeholder="具体的な目的" data-t=e36></td></tr>
<tr><th>冷暖房</th><td><label><input type="radio" name="ac" data-t=e37>使う</label> <label><input type="radio" name="ac" data-t=e38 checked>使わない</label></td></tr>
<tr><th>付属設備</th><td><label><input type="checkbox" data-t=e39>ピアノ（500円）</label><br><label><input type="checkbox" data-t=e40>マイク（100円）</label></td></tr>
<tr><th>責任者の住所</th><td>〒<input size="3" maxlength="3" data-t=e41>-<input size="4" maxlength="4" data-t=e42> <input type="button" value="住所検索" data-t=e43><br><input size="34" data-t=e44></td></tr>
<tr><th>責任者の電話</th><td><input size="4" data-t=e45>-<input size="4" data-t=e46>-<input size="4" data-t=e47></td></tr>
<tr><th>減免の申請</th><td><label><input type="checkbox" data-t=e48>減免を申請する</label></td></tr></table><p><input type="submit" value="確認画面へ ＞" data-t=e49> <input type="button" value="＜ 戻る" data-t=e50></p></form></div>`,
      `<style>body{font:13px "メイリオ",sans-serif;margin:0}#hd{background:#393;color:#fff;padding:8px}#hd span{float:right}#hd a{color:#fff}#st{list-style:none;display:flex;gap:8px;padding:6px}#st li{background:#ddd;padding:3px 14px}#st .on{background:#fc6}#l{float:left;width:640px;padding:0 10px}#r{margin-left:670px;padding-right:10px}h2{font-size:15px;border-bottom:2px solid #393}.g{border-collapse:collapse;margin-bottom:8px}.g th,.g td{border:1px solid #999;padding:4px 8px;text-align:center}.g th{background:#e4f2e4}.f{border-collapse:collapse;width:100%}.f th,.f td{border:1px solid #bbb;padding:5px;text-align:left}.f th{background:#f0f0e0;white-space:nowrap}em{background:#c00;color:#fff;font:11px sans-serif;padding:0 4px}.nt{color:#666;font-size:12px}.sum dt{float:left;width:130px;font-weight:bold}.sum dd{margin:0 0 6px 140px}</style>`,
    ),
  },
  things: [
    cell(row("室名", "第2会議室", "午後", "空き状況"), PRESSED, "e12b"),
    cell(row("室名", "音楽室", "1時間の料金"), READ, "600円"),
    cell(row("室名", "第1会議室", "施設案内"), PRESSED, "e11i"),
    cell(row("予約番号", "K-1017", "選択", "予約の一覧"), TICKED, "e22c"),
    cell(row("予約番号", "K-1001", "状態"), READ, "支払済"),
    cell(row("予約番号", "K-1017", "取消"), PRESSED, "e22x"),
    read("団体番号", "G-00412"),
    read("登録の有効期限", "令和9年3月31日"),
    read("未払いの合計", "900円"),
    type("子ども", "e32"),
    choose("利用時間", "10:00", "e33"),
    nth(2, choose("利用時間", "14:00", "e34")),
    choose("利用目的", "運動", "e35"),
    choose("冷暖房", "使う", "e37"),
    tick("マイク", "e40"),
    press("住所検索", "e43"),
    nth(3, type("責任者の電話", "e47")),
    press("確認画面へ", "e49"),
  ],
};

const hours = (t: string): string =>
  `<select data-t="${t}h"><option>--時</option><option>9時</option><option>10時</option><option>11時</option></select><select data-t="${t}m"><option>--分</option><option>00分</option><option>30分</option></select>`;
const todo = (t: string, due: string, what: string, from: string): string =>
  `<tr class="lineone"><td><input type="checkbox" data-t="${t}c"></td><td nowrap>${due}</td><td><a href="#" data-t="${t}l">${what}</a></td><td>${from}</td></tr>`;
const groupware: LegacyPage = {
  name: "予定の登録",
  hand: "a groupware of 2009: a schedule form with dates and hours in selects, two lists with buttons between for those who take part, a side column with things to do and notices",
  documents: {
    "/": doc(
      "予定の登録 - 庁内グループウェア",
      `<div class="top"><a href="#" data-t=f1>トップページ</a> <a href="#" data-t=f2>スケジュール</a> <a href="#" data-t=f3>メール</a> <a href="#" data-t=f4>掲示板</a> <a href="#" data-t=f5>設備予約</a><span>記載 次子（福祉課）</span></div><table width="100%"><tr valign="top"><td width="62%"><form onsubmit="return false"><h2>予定の登録</h2><div class="tabs"><b>通常予定</b>　<a href="#" data-t=f6>期間予定</a>　<a href="#" data-t=f7>繰り返し予定</a></div>
<table class="std_form"><tr><th nowrap>日付</th><td><select data-t=f8><option>2026年</option><option>2027年</option></select><select data-t=f9><option>11月</option><option>12月</option></select><select data-t=f10><option>23日(月)</option><option>24日(火)</option><option>25日(水)</option></select></td></tr>
<tr><th nowrap>時刻</th><td>${hours("f11")} ～ ${hours("f12")} <input type="button" value="空き時間を確認" data-t=f13></td></tr>
<tr><th nowrap>予定</th><td><select data-t=f14><option>-----</option><option>打合せ</option><option>会議</option><option>出張</option></select><input size="36" data-t=f15></td></tr>
<tr><th nowrap>会議の場所</th><td><input size="30" data-t=f16></td></tr><tr><th nowrap>メモ</th><td><textarea cols="50" rows="3" data-t=f17></textarea></td></tr>
<tr><th nowrap>参加者</th><td><table><tr><td>参加する人<br><select size="4" multiple style="width:140px" data-t=f18><option>記載 次子</option><option>見本 太郎</option></select></td><td><input type="button" value="← 追加" data-t=f19><br><input type="button" value="削除 →" data-t=f20></td><td>候補<br><select size="4" multiple style="width:140px" data-t=f21><option>例示 三子</option><option>株本 四郎</option><option>出納 良子</option></select></td></tr></table></td></tr>
<tr><th nowrap>公開方法</th><td><input type="radio" name="pub" id="pub1" data-t=f22 checked><label for="pub1">公開</label> <input type="radio" name="pub" id="pub2" data-t=f23><label for="pub2">非公開</label> <input type="radio" name="pub" id="pub3" data-t=f24><label for="pub3">公開先を設定する</label></td></tr>
<tr><th nowrap>通知</th><td><input type="checkbox" id="ntf" data-t=f25><label for="ntf">参加者にメールで知らせる</label></td></tr><tr><th></th><td><input type="submit" value="登録する" data-t=f26> <input type="button" value="キャンセルする" data-t=f27></td></tr></table></form></td>
<td><div class="portlet"><div class="pt">ToDo（3件）</div><table class="list_column"><tr><th>完了</th><th>締切日</th><th>ToDo名</th><th>依頼者</th></tr>${todo("f31", "11/25", "予算要求書の提出", "財政課")}${todo("f32", "11/27", "防災訓練の出欠", "危機管理室")}${todo("f33", "12/1", "年末調整の書類", "職員課")}</table></div>
<div class="portlet"><div class="pt">掲示板</div><table class="list_column"><tr><th>件名</th><th>掲示者</th><th>閲覧数</th></tr><tr><td><a href="#" data-t=f41>庁舎の停電について</a></td><td>管財課</td><td>312</td></tr><tr><td><a href="#" data-t=f42>インフルエンザの予防接種</a></td><td>職員課</td><td>208</td></tr></table></div>
<div class="portlet"><div class="pt">出退勤</div><div style="padding:6px">出社時刻：8:21<br>退社時刻：－<br>今月の時間外：12時間30分</div></div></td></tr></table>`,
      `<style>body{font:13px "MS PGothic",sans-serif;margin:0}.top{background:#3c6ea5;padding:7px}.top a{color:#fff;margin-right:14px}.top span{color:#fff;float:right}h2{font-size:16px;margin:8px}.tabs{padding:4px 8px;border-bottom:1px solid #999}.std_form th{text-align:right;background:#eef;padding:6px 10px}.std_form td{padding:4px}.portlet{border:1px solid #9ab;margin:8px}.pt{background:#cde;padding:4px;font-weight:bold}.list_column{width:100%}.list_column th{background:#f3f3f3;text-align:left}</style>`,
    ),
  },
  things: [
    press("設備予約", "f5"),
    choose("日付", "12月", "f9"),
    choose("時刻", "10時", "f11h"),
    nth(4, choose("時刻", "30分", "f12m")),
    choose("予定", "会議", "f14"),
    type("会議の場所", "f16"),
    choose("候補", "株本 四郎", "f21"),
    choose("公開方法", "非公開", "f23"),
    tick("参加者にメールで知らせる", "f25"),
    cell(row("ToDo名", "防災訓練の出欠", "完了", "ToDo"), TICKED, "f32c"),
    cell(row("ToDo名", "年末調整の書類", "締切日"), READ, "12/1"),
    cell(row("件名", "庁舎の停電について", "閲覧数", "掲示板"), READ, "312"),
    cell(row("依頼者", "財政課", "予算要求書の提出"), PRESSED, "f31l"),
    read("出社時刻", "8:21"),
    read("今月の時間外", "12時間30分"),
    press("登録する", "f26"),
  ],
};

export const eleventhHeldOutPages: readonly LegacyPage[] = [
  finance,
  domino,
  housing,
  salary,
  rooms,
  groupware,
  ...eleventhHeldOutMore,
  ...eleventhHeldOutRest,
];

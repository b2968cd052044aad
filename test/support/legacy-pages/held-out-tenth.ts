/** A tenth set, sealed: fourteen back-office screens of a town hall by an author who had not read the rules. */
import { tenthHeldOutMore } from "./held-out-tenth-more.ts";
import { tenthHeldOutRest } from "./held-out-tenth-rest.ts";
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

const spot = (x: number, y: number, body: string): string =>
  `<div class=urAbs style="left:${x}px;top:${y}px">${body}</div>`;
const sapId = (t: string): string => `M0:46:${t.slice(1)}`;
const sapLabel = (x: number, y: number, word: string, t = ""): string =>
  spot(
    x,
    y,
    `<label class=lsLabel ${t === "" ? "" : `for="${sapId(t)}"`}><span class=lsLabel__text>${word}</span></label>`,
  );
const sapField = (x: number, y: number, t: string, size: number, more = ""): string =>
  spot(x, y, input(t, `id="${sapId(t)}" class=lsField__input size=${size} ${more}`));
const sapOut = (x: number, y: number, size: number, value: string): string =>
  spot(x, y, `<input readonly class="lsField__input ro" size=${size} value="${value}">`);
const sapRadio = (x: number, y: number, t: string, word: string): string =>
  spot(
    x,
    y,
    `<span class=lsRadio><input type=radio name=kbn id="${sapId(t)}" data-t=${t}><label for="${sapId(t)}">${word}</label></span>`,
  );
const sapIcon = (t: string, title: string, glyph: string): string =>
  `<div role=button tabindex=0 class=lsButton title="${title}" data-t=${t}><span aria-hidden=true>${glyph}</span></div>`;
const sapGroup = (x: number, y: number, w: number, h: number, title: string, body: string) =>
  `<div class="urAbs lsGroup" style="left:${x}px;top:${y}px;width:${w}px;height:${h}px"><div class=lsGroup__title>${title}</div>${body}</div>`;
const sapSide = (x: number, title: string, p: number, now: string, rest: string): string =>
  sapGroup(
    x,
    150,
    440,
    132,
    title,
    `${sapLabel(10, 24, "予算科目")}${[0, 1, 2].map((i) => sapField(110 + i * 40, 22, `a${p + i}`, 2)).join("")}${spot(232, 24, "<span class=hint>款 / 項 / 目</span>")}${sapLabel(10, 50, "節", `a${p + 3}`)}${sapField(110, 48, `a${p + 3}`, 2)}${sapLabel(232, 50, "所属", `a${p + 4}`)}${sapField(280, 48, `a${p + 4}`, 8)}${sapLabel(10, 76, "予算現額")}${sapOut(110, 74, 14, now)}${sapLabel(10, 102, "執行残額")}${sapOut(110, 100, 14, rest)}${spot(246, 102, "<span class=hint>円</span>")}`,
  );
const sapRow = (n: number, from: string, to: string, amount: string, why: string): string =>
  `<tr><td class=urSel><span></span></td><td><input readonly class=ro size=3 value="${n}0"></td><td>${input(`a5${n}1`, `size=3 value="${from}"`)}</td><td>${input(`a5${n}2`, `size=3 value="${to}"`)}</td><td>${input(`a5${n}3`, `size=14 class=r value="${amount}"`)}</td><td><input readonly class=ro size=4 value="${n < 3 ? "JPY" : ""}"></td><td>${input(`a5${n}4`, `size=40 value="${why}"`)}</td></tr>`;
const transfer: LegacyPage = {
  name: "予算流用",
  hand: "SAP GUI in a browser: everything by coordinates, dotted labels, read-only output fields, icon buttons with a title, a table control whose every cell is a field",
  documents: {
    "/": doc(
      "予算流用伝票登録",
      `<div class=menu><span>伝票(V)</span><span>編集(E)</span><span>ジャンプ(G)</span><span>システム(Y)</span><span>ヘルプ(H)</span></div><div class=tb><input class=ok size=16 title="トランザクションコード">${sapIcon("a60", "保存 (Ctrl+S)", "▣")}${sapIcon("a61", "戻る (F3)", "◀")}${sapIcon("a62", "中断 (F12)", "✖")}${sapIcon("a63", "印刷", "▤")}</div><div class=ti>予算流用伝票登録：流用入力</div><div class=tb><button class=lsB data-t=a64>予算残高照会</button><button class=lsB data-t=a65>前伝票コピー</button><button class=lsB data-t=a66>シミュレート</button></div><div class=area>
${sapGroup(10, 8, 900, 130, "ヘッダデータ", `${sapLabel(10, 24, "会計年度", "a1")}${sapField(110, 22, "a1", 4, 'value="2026"')}${sapLabel(10, 50, "伝票日付", "a2")}${sapField(110, 48, "a2", 10)}${sapLabel(300, 50, "転記日付", "a3")}${sapField(390, 48, "a3", 10)}${sapLabel(300, 24, "会計")}${sapOut(390, 22, 24, "01 一般会計")}${sapLabel(10, 76, "流用区分")}${sapRadio(110, 74, "a5", "節間流用")}${sapRadio(200, 74, "a6", "目間流用")}${sapRadio(290, 74, "a7", "予備費充用")}${sapLabel(10, 102, "ヘッダテキスト", "a8")}${sapField(110, 100, "a8", 50)}${spot(600, 102, '<span><input type=checkbox id="M0:46:9" data-t=a9><label for="M0:46:9">至急処理</label></span>')}`)}
${sapSide(10, "流用元", 10, "2,500,000", "1,284,500")}${sapSide(470, "流用先", 20, "360,000", "12,800")}
<div class=urAbs style="left:10px;top:294px;width:900px"><div class=lsGroup__title>流用明細</div><table class=urST cellspacing=0><thead><tr><th></th><th>行</th><th>元節</th><th>先節</th><th>流用額</th><th>通貨</th><th>流用理由</th></tr></thead><tbody>${sapRow(1, "10", "12", "50,000", "委託単価の増による")}${sapRow(2, "11", "12", "120,000", "")}${sapRow(3, "", "", "", "")}${sapRow(4, "", "", "", "")}</tbody></table><div class=tb>${sapIcon("a70", "全選択", "☰")}${sapIcon("a71", "行挿入", "＋")}${sapIcon("a72", "行コピー", "❏")}${sapIcon("a73", "合計", "Σ")}</div></div></div><div class=st>ⓘ 伝票番号は保存時に付番されます</div>`,
      "<style>body{margin:0;font:13px Arial,sans-serif;background:#eaf1f6;color:#000}.menu{background:#b9cfe0;padding:3px 8px}.menu span{margin-right:16px}.tb{padding:4px 8px;display:flex;gap:5px;background:#dfe9f1}.ok{border:1px solid #678}.ti{font-size:17px;font-weight:bold;padding:6px 10px;background:linear-gradient(#fff,#d3e1ec)}.area{position:relative;height:520px}.urAbs{position:absolute;white-space:nowrap}.lsGroup{border:1px solid #8ba9c0;background:#f6fafc}.lsGroup__title{background:#c5d8e6;font-weight:bold;padding:2px 8px}.lsLabel{border-bottom:1px dotted #999;display:inline-block;min-width:86px}.lsField__input,.urST input{border:1px solid #7a98ae;background:#fff;font:13px monospace}.ro{background:#e3e9ee!important}.r{text-align:right}.lsButton{width:22px;height:20px;border:1px solid #9ab;background:#fff;text-align:center;cursor:pointer}.lsB{border:1px solid #7a98ae;background:#fff}.hint{color:#555}.urST{border:1px solid #8ba9c0;background:#fff}.urST th{background:#d4e2ec;border:1px solid #b3c6d5;font-weight:normal;text-align:left;padding:2px 5px}.urST td{border:1px solid #d5e0e8;padding:0}.urST td input{border:0}.urSel span{display:block;width:14px;height:16px;background:#cddbe6;border:1px outset #fff}.st{background:#b9cfe0;padding:4px 10px}</style>",
    ),
  },
  things: [
    type("会計年度", "a1"),
    type("転記日付", "a3"),
    read("会計", "01 一般会計"),
    choose("流用区分", "予備費充用", "a7"),
    tick("至急処理", "a9"),
    type("節", "a13", "流用元/枠"),
    cell("「流用先」枠の「予算科目」の2番目", "に「V」を入力する", "a21"),
    type("所属", "a24", "流用先/枠"),
    read("執行残額", "1,284,500", "流用元/枠"),
    read("予算現額", "360,000", "流用先/枠"),
    cell("「流用明細」表の3行目の「流用額」", "に「V」を入力する", "a533"),
    cell("「流用明細」表で「元節」が「11」の行の「流用理由」", "に「V」を入力する", "a524"),
    cell(
      "「流用明細」表で「元節」が「10」の行の「流用額」",
      "の値を {読んだ値} として読み取る",
      "50,000",
    ),
    press("予算残高照会", "a64"),
    press("印刷", "a63"),
    press("行挿入", "a71"),
  ],
};

const col = (n: number, word: string): string => `<span style="width:${n}ch">${word}</span>`;
const u = (t: string, n: number): string => input(t, `style="width:${n}ch" autocomplete=off`);
const hostDate = (p: number): string =>
  `${u(`b${p}`, 1)} ${u(`b${p + 1}`, 2)}.${u(`b${p + 2}`, 2)}.${u(`b${p + 3}`, 2)}`;
const mover = (n: number): string =>
  ` ${col(5, `0${n}`)}${col(22, u(`b4${n}`, 19))}${col(22, u(`b5${n}`, 19))}${col(14, u(`b6${n}`, 10))}${col(7, u(`b7${n}`, 1))}${col(6, u(`b8${n}`, 2))}`;
const pf = (n: number, word: string, t = ""): string =>
  t === ""
    ? `<span class=off>PF${n}:${word}</span>`
    : `<a href="javascript:void(0)" data-t=${t}>PF${n}:${word}</a>`;
const bar = "─".repeat(88);
const terminal: LegacyPage = {
  name: "住民異動",
  hand: "a COBOL screen put on the web by a gateway: one pre, green on black, underlined fields, half-width kana, keys as links",
  documents: {
    "/": doc(
      "JKM120",
      `<form onsubmit="return false"><pre> ${col(22, "JKM120")}${col(48, "＊＊＊　住民異動入力（転入）　＊＊＊")}R08.11.23 09:41
 端末ID : ${col(13, "W07")}操作者 : ${col(41, "04127 例　花子")}ﾍﾟｰｼﾞ  1/ 2
<i>${bar}</i>
 ${col(11, "処理区分")}${u("b1", 1)} ${col(26, "(1:登録 2:訂正 3:取消)")}${col(11, "異動事由")}${u("b2", 2)} 転入
 ${col(11, "異動年月日")}${col(27, hostDate(3))} ${col(11, "届出年月日")}${hostDate(7)}  (4:平成 5:令和)
 ${col(11, "世帯番号")}${col(27, u("b11", 9))} ${col(11, "世帯主")}${col(20, "見本　一郎")}
 ${col(11, "郵便番号")}${col(27, `${u("b12", 3)}-${u("b13", 4)}`)} ${col(11, "行政区")}${u("b14", 3)}
 ${col(11, "新住所")}${u("b15", 50)}
 ${col(11, "方　書")}${u("b16", 30)}
 ${col(11, "前住所")}${u("b17", 50)}
 ${col(11, "届出人")}${col(27, u("b18", 20))} ${col(11, "続　柄")}${col(4, u("b19", 2))} 電話 ${u("b20", 4)}-${u("b21", 4)}-${u("b22", 4)}

 ＜異動者一覧＞
 ${col(5, "NO")}${col(22, "氏名ｶﾅ")}${col(22, "氏名")}${col(14, "生年月日")}${col(7, "性別")}${col(6, "続柄")}
${mover(1)}
${mover(2)}
${mover(3)}

 国保加入 ${u("b31", 1)}   年金加入 ${u("b32", 1)}   印鑑登録 ${u("b33", 1)}     (1:有 2:無)
<i>${bar}</i>
 ﾒｯｾｰｼﾞ : <b>未入力の項目があります</b>
 <a href="javascript:void(0)" data-t=b90>ENTER:実行</a>  ${pf(1, "ﾍﾙﾌﾟ", "b91")}  ${pf(3, "終了", "b93")}  ${pf(5, "世帯照会", "b95")}  ${pf(7, "前頁")}  ${pf(8, "次頁", "b98")}  ${pf(12, "取消", "b92")}</pre></form>`,
      "<style>body{margin:0;background:#000}pre{margin:10px;font:16px/1.45 'ＭＳ ゴシック',monospace;color:#3f3}pre span{display:inline-block}input{background:#000;color:#fff;border:0;border-bottom:1px solid #3f3;padding:0;font:inherit}i{font-style:normal;color:#088}b{color:#ff3;font-weight:normal}a{color:#6cf}.off{color:#555}</style>",
    ),
  },
  things: [
    read("端末ID", "W07"),
    type("処理区分", "b1"),
    type("異動事由", "b2"),
    cell("「異動年月日」の3番目", "に「V」を入力する", "b5"),
    cell("「届出年月日」の1番目", "に「V」を入力する", "b7"),
    type("世帯番号", "b11"),
    read("世帯主", "見本　一郎"),
    cell("「郵便番号」の2番目", "に「V」を入力する", "b13"),
    type("行政区", "b14"),
    type("前住所", "b17"),
    cell("「電話」の3番目", "に「V」を入力する", "b22"),
    cell("「異動者一覧」表の1行目の「氏名」", "に「V」を入力する", "b51"),
    cell("「異動者一覧」表で「NO」が「03」の行の「生年月日」", "に「V」を入力する", "b63"),
    type("年金加入", "b32"),
    read("ﾒｯｾｰｼﾞ", "未入力の項目があります"),
    press("PF5:世帯照会", "b95"),
  ],
};

const asp = (word: string, id: string, must = false): string =>
  `<td class=lbl><span id=ctl00_CPH_lbl${id}>${word}</span>${must ? "<span class=must>*</span>" : ""}</td>`;
const aspText = (t: string, id: string, size: number): string =>
  `${input(t, `type=text name="ctl00$CPH$txt${id}" id=ctl00_CPH_txt${id} size=${size}`)}<span id=ctl00_CPH_rfv${id} style="color:red;display:none">入力してください</span>`;
const aspRadio = (t: string, n: number, word: string): string =>
  `<td><input id=ctl00_CPH_rbl_${n} type=radio name=rbl data-t=${t}><label for=ctl00_CPH_rbl_${n}>${word}</label></td>`;
const post = (name: string): string => `href="javascript:__doPostBack('ctl00$CPH$${name}','')"`;
const held = (n: number, no: string, day: string, who: string, left: string): string =>
  `<tr class=${n % 2 === 0 ? "alt" : "row"}><td><a ${post(`gv$s${n}`)} data-t=c4${n}>選択</a></td><td>${no}</td><td>${day}</td><td>${who}</td><td align=right>${left}</td><td><input type=text size=10 name="gv$ctl0${n}$txt" data-t=c5${n}></td><td align=center><input type=checkbox name="gv$ctl0${n}$chk" data-t=c6${n}></td></tr>`;
const openCreditor = { sentence: "「債権者参照」を押す", touches: "c6" };
const deposits: LegacyPage = {
  name: "歳計外払出",
  hand: "ASP.NET WebForms of 2008: labels in spans, validators, a radio list in a table, a GridView with a pager, a DetailsView, a window for the creditor",
  documents: {
    "/": doc(
      "歳入歳出外現金 払出",
      `<form id=aspnetForm onsubmit="return false"><div id=hd>財務会計システム<span id=ctl00_lblUser>会計課出納係　例　花子　さん</span></div><table id=lay cellspacing=0><tr><td id=nav valign=top><table cellspacing=0><tr><td><a ${post("m1")} data-t=c91>受入入力</a></td></tr><tr><td><a ${post("m2")} data-t=c92>払出入力</a></td></tr><tr><td><a ${post("m3")} data-t=c93>現在高照会</a></td></tr><tr><td><a ${post("m4")} data-t=c94>受払簿</a></td></tr></table></td><td valign=top id=main><h2><span id=ctl00_CPH_lblTitle>歳入歳出外現金　払出入力</span></h2><table class=frm cellspacing=1><tr>${asp("年度", "Nendo", true)}<td>${select("c1", "令和8年度", "令和7年度")}</td>${asp("払出番号", "No")}<td><span id=ctl00_CPH_lblNoV>G08-00218</span></td></tr><tr>${asp("現金種別", "Syu", true)}<td>${select("c2", "源泉所得税", "住民税", "共済掛金", "入札保証金", "住宅敷金")}</td>${asp("払出日", "Hi", true)}<td>${aspText("c3", "Hi", 10)}<input type=image alt="カレンダー" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='16'%3E%3Crect width='16' height='16' fill='%23d66'/%3E%3C/svg%3E" data-t=c4></td></tr><tr>${asp("債権者", "Sai", true)}<td colspan=3>${aspText("c5", "Sai", 8)}<input type=submit value="債権者参照" data-t=c6 onclick="window.open('/creditor','saiken','width=520,height=320');return false"> <span id=ctl00_CPH_lblSaiNm>見本税務署</span></td></tr><tr>${asp("支払方法", "Hou")}<td colspan=3><table id=ctl00_CPH_rbl><tr>${aspRadio("c7", 0, "口座振替払")}${aspRadio("c8", 1, "納付書払")}${aspRadio("c9", 2, "窓口払")}</tr></table></td></tr><tr>${asp("件名", "Ken", true)}<td colspan=3>${aspText("c10", "Ken", 50)}</td></tr><tr><td class=lbl></td><td colspan=3><span><input id=ctl00_CPH_chk type=checkbox data-t=c11><label for=ctl00_CPH_chk>納期限を過ぎた受入を含める</label></span></td></tr></table>
<p class=sub><span id=ctl00_CPH_lblGv>受入明細</span></p><div><table class=gv cellspacing=0 rules=all border=1 id=ctl00_CPH_gv><tr><th scope=col>&nbsp;</th><th scope=col>整理番号</th><th scope=col>受入日</th><th scope=col>納入者</th><th scope=col>残額</th><th scope=col>払出額</th><th scope=col>払出</th></tr>${held(1, "00125", "R08.10.21", "人事課（給与）", "1,248,300")}${held(2, "00127", "R08.10.21", "教育委員会", "48,200")}${held(3, "00131", "R08.11.05", "見本法律事務所", "10,210")}${held(4, "00132", "R08.11.09", "財政課", "3,063")}<tr class=pg><td colspan=7><table><tr><td><span>1</span></td><td><a ${post("p2")} data-t=c82>2</a></td><td><a ${post("p3")} data-t=c83>3</a></td></tr></table></td></tr></table></div>
<table id=two><tr><td valign=top><p class=sub>選択明細</p><table class=gv cellspacing=0 rules=all border=1 id=ctl00_CPH_dv><tr><td class=dh>調定番号</td><td>0002217</td></tr><tr><td class=dh>所管課</td><td>教育総務課</td></tr><tr><td class=dh>摘要</td><td>10月分講師謝礼</td></tr></table></td><td valign=top><p class=sub>払出合計</p><table class=gv cellspacing=0 rules=all border=1><tr><td class=dh>件数</td><td align=right><span id=ctl00_CPH_lblCnt>2件</span></td></tr><tr><td class=dh>金額</td><td align=right><span id=ctl00_CPH_lblSum>58,410円</span></td></tr></table></td></tr></table><p><input type=submit value="合計計算" data-t=c71> <input type=submit value="払出調書印刷" data-t=c72> <input type=submit value="登録" disabled> <input type=submit value="クリア" data-t=c73></p></td></tr></table></form><script>function __doPostBack(){}</script>`,
      "<style>body{margin:0;font:13px Verdana,sans-serif}#hd{background:#1c5e55;color:#fff;padding:8px 12px;font-size:16px}#hd span{float:right;font-size:12px}#nav{background:#e3eaeb;width:120px;padding:8px}#nav a{color:#1c5e55;line-height:26px}#main{padding:0 14px;width:790px}h2{font-size:16px;color:#1c5e55;margin:10px 0}.frm{background:#b5c7c4;width:100%}.frm td{background:#fff;padding:4px}.frm .lbl{background:#d8e6e3;width:90px;white-space:nowrap}.frm table td{padding:0 10px 0 0}.must{color:red}.sub{font-weight:bold;margin:12px 0 3px;color:#1c5e55}.gv{border-collapse:collapse;border-color:#999}.gv th{background:#1c5e55;color:#fff;padding:3px 10px}.gv td{padding:3px 10px}.alt td{background:#e3eaeb}.pg td{background:#666;color:#fff}.pg a{color:#fff}.dh{background:#d8e6e3}#two td{padding-right:24px}</style>",
    ),
    "/creditor": doc(
      "債権者検索",
      `<h3 style="margin:4px">債権者検索</h3><table><tr><td><span id=lblKana>債権者名カナ</span></td><td>${input("c20", "size=20 id=txtKana")}</td><td><input type=submit value="検索" data-t=c21></td></tr></table><p style="margin:4px"><span>検索結果</span></p><table border=1 rules=all cellspacing=0 cellpadding=4><tr><th></th><th>番号</th><th>債権者名</th><th>所在地</th></tr><tr><td><a href="javascript:void(0)" data-t=c22>選択</a></td><td>00000310</td><td>見本税務署</td><td>駅前0-0</td></tr><tr><td><a href="javascript:void(0)" data-t=c23>選択</a></td><td>00000518</td><td>見本共済組合</td><td>大手町0-0-0</td></tr></table><p><input type=button value="閉じる" data-t=c24></p>`,
    ),
  },
  things: [
    read("払出番号", "G08-00218"),
    choose("現金種別", "共済掛金", "c2"),
    type("払出日", "c3"),
    type("債権者", "c5"),
    choose("支払方法", "納付書払", "c8"),
    tick("納期限を過ぎた受入を含める", "c11"),
    cell("「受入明細」表で「納入者」が「教育委員会」の行の「払出額」", "に「V」を入力する", "c52"),
    cell("「受入明細」表の3行目の「払出」", "をチェックする", "c63"),
    cell(
      "「受入明細」表で「整理番号」が「00127」の行の「残額」",
      "の値を {読んだ値} として読み取る",
      "48,200",
    ),
    cell("「受入明細」表で「整理番号」が「00132」の行の「選択」", "を押す", "c44"),
    press("3", "c83"),
    read("摘要", "10月分講師謝礼", "選択明細/枠"),
    read("金額", "58,410円"),
    press("合計計算", "c71"),
    { ...type("債権者名カナ", "c20", "債権者検索/画面"), after: openCreditor },
    {
      ...cell(
        "「債権者検索」画面の「検索結果」表で「債権者名」が「見本共済組合」の行の「選択」",
        "を押す",
        "c23",
      ),
      after: openCreditor,
    },
  ],
};

const act = (t: string, word: string): string =>
  `<td><a href="" onclick="return false" data-t=${t}><img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='13' height='13'%3E%3Crect width='13' height='13' fill='%23fc6'/%3E%3C/svg%3E" border=0 alt=""> ${word}</a></td>`;
const twistie = (open: boolean): string =>
  `<img border=0 alt="" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='14' height='14'%3E%3Cpath d='${open ? "M1 3h12l-6 9z" : "M3 1v12l9-6z"}' fill='%23036'/%3E%3C/svg%3E">`;
const dom = (word: string, body: string): string =>
  `<tr valign=top><td width=18% bgcolor=#E1E1E1><font size=2 color=#000080>${word}</font></td><td width=82%><font size=2>${body}</font></td></tr>`;
const domBoxes = (p: number, ...words: string[]): string =>
  `<table border=0><tr>${words.map((w, i) => `<td width=150><font size=2><label><input type=checkbox name=Hoho data-t=d${p + i}>${w}</label></font></td>${i === 2 ? "</tr><tr>" : ""}`).join("")}</tr></table>`;
const domRadios = (name: string, p: number, ...words: string[]): string =>
  words
    .map((w, i) => `<label><input type=radio name=${name} data-t=d${p + i}>${w}</label>`)
    .join(" ");
const partner = (n: number, section: string, who: string): string =>
  `<tr><td><font size=2>${n}</font></td><td>${select(`d4${n}`, "財政課", "会計課", "人事課", "管財課").replace(`<option>${section}`, `<option selected>${section}`)}</td><td>${input(`d5${n}`, `size=16 value="${who}"`)}</td><td align=center><input type=checkbox data-t=d6${n}></td></tr>`;
const group = (word: string): string =>
  `<tr><td colspan=4><font size=2 color=#000080><b>▼ ${word}</b></font></td></tr>`;
const letter = (n: number, day: string, no: string, subject: string): string =>
  `<tr><td width=20></td><td><font size=2>${day}</font></td><td><font size=2>${no}</font></td><td><a href="" onclick="return false" data-t=d7${n}><font size=2>${subject}</font></a></td></tr>`;
const openReceived = { sentence: "「収受情報」を押す", touches: "d30" };
const drafting: LegacyPage = {
  name: "起案文書",
  hand: "Lotus Notes on the web: a row of actions, tables of two columns without th, sections that a triangle opens, a list grouped by section",
  documents: {
    "/": doc(
      "起案文書",
      `<table border=0 bgcolor=#003366 width=860 class=ab><tr>${act("d91", "下書き保存")}${act("d92", "ひな形を使う")}${act("d93", "関連文書の追加")}${act("d94", "印刷イメージ")}${act("d95", "閉じる")}</tr></table><form onsubmit="return false"><font size=5 color=#000080><b>起案文書</b></font>　<font size=2 color=red>起案中</font><hr width=860 align=left><table border=1 width=860 cellspacing=0 cellpadding=3>${dom("文書番号", "みほ総第214号")}${dom("起案者", "例　花子/総務課/みほん市")}${dom("起案日", "2026/11/23")}${dom("件名", input("d1", "size=70"))}${dom("文書分類", `${input("d2", "size=30 readonly")} <input type=button value="分類を選ぶ" data-t=d3>`)}${dom("保存年限", select("d4", "1年", "3年", "5年", "10年", "永年"))}${dom("公開区分", domRadios("Kokai", 5, "公開", "部分公開", "非公開"))}${dom("非公開の理由", input("d8", "size=60"))}${dom("施行予定日", `${input("d9", "size=12")} <font color=gray>(例：2026/12/01)</font>`)}${dom("施行方法", domBoxes(10, "郵送", "庁内便", "電子メール", "ファクシミリ", "LGWAN文書交換", "手渡し"))}${dom("あて先", `${input("d16", "size=50")} 様`)}${dom("専決区分", domRadios("Senketsu", 17, "課長専決", "部長専決", "市長決裁"))}${dom("伺い文", "<textarea rows=4 cols=70 data-t=d20></textarea>")}</table><br>
<a href="" data-t=d30 onclick="var s=document.getElementById('s1').style;s.display=s.display==='none'?'':'none';this.firstChild.style.transform=s.display?'':'rotate(90deg)';return false">${twistie(false)}<font size=3 color=#000080><b>収受情報</b></font></a><div id=s1 style="display:none"><table border=1 width=860 cellspacing=0 cellpadding=3>${dom("収受番号", input("d31", "size=14"))}${dom("収受日", input("d32", "size=12"))}${dom("差出人", input("d33", "size=40"))}${dom("収受の形態", select("d34", "郵便", "持参", "電子メール"))}</table></div><br>
${twistie(true)}<font size=3 color=#000080><b>合議先</b></font><table border=1 cellspacing=0 cellpadding=2><tr bgcolor=#C0C0C0><td><font size=2>順</font></td><td><font size=2>課名</font></td><td><font size=2>合議者</font></td><td><font size=2>必須</font></td></tr>${partner(1, "財政課", "見本　次郎")}${partner(2, "会計課", "")}${partner(3, "", "")}</table><br>
${twistie(true)}<font size=3 color=#000080><b>関連文書</b></font><table border=0 width=860 cellpadding=2><tr bgcolor=#C0C0C0><td></td><td><font size=2>収受日</font></td><td><font size=2>文書番号</font></td><td><font size=2>件名</font></td></tr>${group("総務課")}${letter(1, "2026/11/02", "総第118号", "例規整備に係る照会について")}${letter(2, "2026/11/10", "総第121号", "同　回答について")}${group("財政課")}${letter(3, "2026/11/16", "財第87号", "予算要求要領の送付について")}</table></form>`,
      "<style>body{font-family:'MS PGothic',sans-serif}.ab a{color:#fff;font-size:13px;text-decoration:none;margin-right:10px}</style>",
    ),
  },
  things: [
    read("文書番号", "みほ総第214号"),
    read("起案者", "例　花子/総務課/みほん市"),
    type("件名", "d1"),
    choose("保存年限", "10年", "d4"),
    choose("公開区分", "部分公開", "d6"),
    type("施行予定日", "d9"),
    tick("LGWAN文書交換", "d14"),
    type("あて先", "d16"),
    type("伺い文", "d20"),
    cell("「合議先」表で「課名」が「会計課」の行の「合議者」", "に「V」を入力する", "d52"),
    cell("「合議先」表の3行目の「課名」", "で「管財課」を選ぶ", "d43"),
    cell("「合議先」表の1行目の「必須」", "をチェックする", "d61"),
    cell("「関連文書」表で「文書番号」が「総第121号」の行の「件名」", "を押す", "d72"),
    press("印刷イメージ", "d94"),
    { ...type("差出人", "d33"), after: openReceived },
    { ...choose("収受の形態", "持参", "d34"), after: openReceived },
  ],
};

const gaiaSelect = (t: string, ...options: string[]): string =>
  `<div class=gaia-argoui-select data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><div class=gaia-argoui-select-label>-----</div><div class=gaia-argoui-select-icon></div></div>`;
const gaiaIcon = (t: string, title: string, glyph: string): string =>
  `<button type=button class=gaia-argoui-icon title="${title}" aria-label="${title}" data-t=${t}>${glyph}</button>`;
const gaiaTd = (body: string): string =>
  `<td class=recordlist-cell-gaia><div class=line-cell-gaia>${body}</div></td>`;
const gaiaRow = (n: number, cells: readonly string[], edit: string): string =>
  `<tr class=recordlist-row-gaia><td class=recordlist-cell-gaia><a href=# class=recordlist-show-gaia title="レコードの詳細を表示する" data-t=e4${n}>▤</a></td>${cells.map(gaiaTd).join("")}<td class=recordlist-cell-gaia>${edit === "" ? gaiaIcon(`e5${n}`, "編集する", "✎") : edit}</td></tr>`;
const span = (word: string): string => `<span>${word}</span>`;
const overtime: LegacyPage = {
  name: "時間外命令",
  hand: "a kintone list: icons that have only a title, one row being edited in place, drawn lists, a header of the town's own, a box that narrows the list",
  documents: {
    "/": doc(
      "時間外勤務命令簿 - レコードの一覧",
      `<div class=top>みほん市<span>例　花子</span></div><div class=app><b>時間外勤務命令簿</b><input class=kw placeholder="アプリ内検索" data-t=e5></div><div class=tool><div class=view>（すべて）▾</div>${gaiaIcon("e1", "絞り込む", "▽")}${gaiaIcon("e2", "集計する", "▥")}<span class=sp></span>${gaiaIcon("e3", "レコードを追加する", "＋")}${gaiaIcon("e4", "その他のオプション", "…")}</div><div class=space><div class=f><div>対象年月</div><input size=4 data-t=e6> 年 <input size=2 data-t=e7> 月</div><div class=f><div>所属</div>${select("e8", "税務課", "福祉課", "建設課")}</div><div class=f><div>職員番号</div>${input("e9", "size=8")}</div><button data-t=e10>勤務実績を取込</button><button data-t=e11>月次集計</button><div class=f><div>時間外合計</div><b>38.5時間</b></div><div class=f><div>命令件数</div><b>47件</b></div></div>
<table class=recordlist-gaia><thead><tr><th></th>${["命令番号", "氏名", "勤務日", "区分", "終了時刻", "時間数", "業務内容", "状態"].map((w) => `<th class=recordlist-header-cell-gaia><div><span>${w}</span></div></th>`).join("")}<th></th></tr></thead><tbody>${gaiaRow(1, ["T-0412", "見本　一郎", "2026-11-16", "平日", "19:45", "2.5", "申告書の発送準備", "命令済"].map(span), "")}${gaiaRow(2, [span("T-0413"), span("見本　次郎"), `<input class=input-text-cybozu size=10 value="2026-11-17" data-t=e61>`, gaiaSelect("e62", "平日", "休日", "深夜"), `<input class=input-text-cybozu size=5 value="20:30" data-t=e63>`, `<input class=input-text-cybozu size=4 value="3.0" data-t=e64>`, `<input class=input-text-cybozu size=18 data-t=e65>`, span("入力中")], `${gaiaIcon("e66", "保存する", "✔")}${gaiaIcon("e67", "キャンセルする", "✕")}`)}${gaiaRow(3, ["T-0414", "例　花子", "2026-11-18", "休日", "12:15", "4.0", "選挙事務の応援", "確認待ち"].map(span), "")}${gaiaRow(4, ["T-0415", "例　三郎", "2026-11-18", "平日", "18:15", "1.0", "窓口の延長", "命令済"].map(span), "")}</tbody></table><div class=pager><span>1 - 20 （47件中）</span>${gaiaIcon("e71", "次の20件へ", "▶")}</div>
<div class=shade hidden></div><div class=dlg role=dialog hidden><div class=dt>絞り込み</div><div class=db><div class=row><span class=h>条件</span><label><input type=radio name=j checked>すべての条件を満たす</label> <label><input type=radio name=j data-t=e81>いずれかの条件を満たす</label></div><div class=row><span class=h>氏名</span>${input("e82", "size=20 class=input-text-cybozu")}</div><div class=row><span class=h>勤務日</span>${input("e83", "size=12 class=input-text-cybozu")} ～ ${input("e84", "size=12 class=input-text-cybozu")}</div><div class=row><span class=h>並び順</span>${select("e85", "昇順", "降順")}</div></div><div class=df><button data-t=e86>キャンセル</button><button data-t=e87>適用する</button></div></div><script>document.querySelector("[title=絞り込む]").onclick=()=>{document.querySelector(".shade").hidden=false;document.querySelector(".dlg").hidden=false};document.querySelectorAll(".gaia-argoui-select").forEach(s=>s.onclick=()=>{document.querySelectorAll(".goog-menu").forEach(x=>x.remove());const r=s.getBoundingClientRect(),d=document.createElement("div");d.className="goog-menu";d.style.cssText="left:"+r.left+"px;top:"+(r.bottom+scrollY)+"px";s.dataset.o.split(",").forEach(o=>{const i=o.indexOf(":"),e=document.createElement("div");e.className="goog-menuitem";e.dataset.t=o.slice(0,i);e.textContent=o.slice(i+1);e.onclick=()=>{s.firstChild.textContent=e.textContent;d.remove()};d.append(e)});document.body.append(d)})</script>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:13px Meiryo,sans-serif;color:#333;background:#f5f5f5}[hidden]{display:none!important}.top{background:#ffbf00;padding:8px 14px;font-weight:bold}.top span{float:right}.app{background:#fff;padding:12px 14px;font-size:18px}.kw{float:right;padding:5px}.tool{display:flex;gap:6px;align-items:center;padding:8px 14px;background:#fff;border-top:1px solid #ddd}.view{border:1px solid #ccc;padding:6px 30px 6px 10px}.sp{flex:1}.gaia-argoui-icon{border:0;background:none;font-size:17px;width:34px;height:30px;color:#3498db}.space{display:flex;gap:16px;align-items:flex-end;padding:10px 14px}.space button{background:#3498db;color:#fff;border:0;padding:8px 14px}.f div{color:#666;font-size:12px;margin-bottom:2px}.recordlist-gaia{border-collapse:collapse;margin:0 14px;background:#fff}.recordlist-gaia th{border:1px solid #ddd;padding:8px;font-weight:normal;color:#888;background:#fafafa;text-align:left}.recordlist-gaia td{border:1px solid #ddd;padding:7px 8px}.recordlist-gaia td a{color:#3498db;text-decoration:none}.input-text-cybozu{border:1px solid #bbb;padding:4px;background:#f7f9fa}.gaia-argoui-select{border:1px solid #bbb;padding:4px 24px 4px 8px;position:relative;cursor:pointer;white-space:nowrap}.gaia-argoui-select-icon{position:absolute;right:8px;top:11px;border:4px solid transparent;border-top-color:#3498db}.goog-menu{position:absolute;background:#fff;border:1px solid #ccc;box-shadow:0 2px 5px #0003}.goog-menuitem{padding:6px 22px;cursor:pointer}.pager{padding:10px 14px}.shade{position:fixed;inset:0;background:#0006}.dlg{position:fixed;left:200px;top:120px;width:560px;background:#fff}.dt{background:#f0f0f0;padding:10px 16px;font-size:16px}.db{padding:8px 16px}.row{margin:10px 0}.h{display:inline-block;width:80px}.df{text-align:right;padding:10px 16px;border-top:1px solid #ddd}</style>",
    ),
  },
  things: [
    type("アプリ内検索", "e5"),
    press("集計する", "e2"),
    press("レコードを追加する", "e3"),
    type("月", "e7", "対象年月/欄"),
    choose("所属", "福祉課", "e8"),
    read("時間外合計", "38.5時間"),
    cell("「命令番号」が「T-0412」の行の「時間数」", "の値を {読んだ値} として読み取る", "2.5"),
    cell("「氏名」が「例　花子」の行の「状態」", "の値を {読んだ値} として読み取る", "確認待ち"),
    cell("「命令番号」が「T-0413」の行の「終了時刻」", "に「V」を入力する", "e63"),
    cell("「命令番号」が「T-0413」の行の「業務内容」", "に「V」を入力する", "e65"),
    cell("「命令番号」が「T-0413」の行の「区分」", "で「深夜」を選ぶ", "e623"),
    cell("「命令番号」が「T-0414」の行の「編集する」", "を押す", "e53"),
    cell("「命令番号」が「T-0415」の行の「レコードの詳細を表示する」", "を押す", "e44"),
    press("次の20件へ", "e71"),
    {
      ...type("氏名", "e82", "絞り込み/画面"),
      after: { sentence: "「絞り込む」を押す", touches: "e1" },
    },
    {
      ...choose("並び順", "降順", "e85"),
      after: { sentence: "「絞り込む」を押す", touches: "e1" },
    },
  ],
};

/** Held-out pages of the tenth set: sealed, measured only. */
export const tenthHeldOutPages: readonly LegacyPage[] = [
  transfer,
  terminal,
  deposits,
  drafting,
  overtime,
  ...tenthHeldOutMore,
  ...tenthHeldOutRest,
];

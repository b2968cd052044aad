/** Layouts thought up last, to see what the rules miss; measured once before they were read. */
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

const agRow = (n: number, cells: readonly string[]): string =>
  `<div role=row class=ar style="top:${n * 30}px">${cells.map((c, i) => `<div role=gridcell class=ac style="left:${i * 120}px">${c}</div>`).join("")}</div>`;
const grid: LegacyPage = {
  name: "債権管理",
  hand: "a grid of divs by roles, every cell at its place; a tool bar of icons with words below; a drawer of captions over values; floating labels behind the field",
  documents: {
    "/": doc(
      "債権管理",
      `<div class=tb><button data-t=a1><i></i><span>新規</span></button><button data-t=a2><i></i><span>複写</span></button><button data-t=a3><i></i><span>CSV出力</span></button></div><div class=ff><div class=fl><input data-t=a4 id=x1 placeholder=" "><label for=x1>債務者名</label></div><div class=fl><select data-t=a5 id=x2><option>すべて<option>完納<option>未納</select><label for=x2>状態</label></div><div class=ig><span class=gt>発生日</span><input data-t=a6><span class=gt>～</span><input data-t=a7></div><button data-t=a8>絞込</button></div>
<div class=gtt>債権一覧</div><div role=grid class=ag><div role=row class=ar><div role=columnheader class=ac style="left:0">債権番号</div><div role=columnheader class=ac style="left:120px">債務者</div><div role=columnheader class=ac style="left:240px">残額</div><div role=columnheader class=ac style="left:360px">予定額</div><div role=columnheader class=ac style="left:480px">操作</div></div>${agRow(1, ["S-001", "見本太郎", "12,000", input("a11", "size=6"), "<a href=# data-t=a21>明細</a>"])}${agRow(2, ["S-002", "見本花子", "8,500", input("a12", "size=6"), "<a href=# data-t=a22>明細</a>"])}${agRow(3, ["S-003", "大手次郎", "0", input("a13", "size=6"), "<a href=# data-t=a23>明細</a>"])}</div>
<div class=dr><h3>選択中の債権</h3><div class=dg><div><span class=c>発生原因</span><span class=w>住宅使用料</span></div><div><span class=c>時効日</span><span class=w>R12.3.31</span></div><div><span class=c>督促</span><span class=w>2回</span></div></div><label class=tg><input type=checkbox data-t=a30><span class=sl></span><span>強制徴収公債権</span></label></div>`,
      "<style>body{font:13px sans-serif;margin:6px}.tb button{width:70px}.tb i{display:block;height:14px}.ff{display:flex;gap:10px;margin:8px 0}.fl{position:relative}.fl input,.fl select{padding:16px 6px 4px;width:130px}.fl label{position:absolute;left:7px;top:2px;font-size:10px;color:#666}.ig{display:flex;border:1px solid #999}.gt{background:#eee;padding:8px 6px}.ag{position:relative;height:125px;width:640px;border:1px solid #999}.ar{position:absolute;height:30px;width:100%}.ag>.ar:first-child{background:#eef;font-weight:bold}.ac{position:absolute;width:110px;padding:5px}.dr{border-left:3px solid #36c;padding:6px;width:420px}.dg>div{display:flex;flex-direction:column;margin-bottom:4px}.c{font-size:11px;color:#666}.tg{display:flex;gap:6px}.tg input{opacity:0;position:absolute}.sl{width:30px;height:15px;background:#bbb;border-radius:8px}</style>",
    ),
  },
  things: [
    press("CSV出力", "a3"),
    type("債務者名", "a4"),
    choose("状態", "未納", "a5"),
    type("発生日", "a6"),
    cell("「発生日」の2番目", "に「V」を入力する", "a7"),
    press("絞込", "a8"),
    cell("「債権一覧」表で「債権番号」が「S-002」の行の「予定額」", "に「V」を入力する", "a12"),
    cell("「債権一覧」表で「債務者」が「大手次郎」の行の「明細」", "を押す", "a23"),
    cell(
      "「債権一覧」表で「債権番号」が「S-001」の行の「残額」",
      "の値を {読んだ値} として読み取る",
      "12,000",
    ),
    read("発生原因", "住宅使用料"),
    read("時効日", "R12.3.31"),
    read("督促", "2回"),
    tick("強制徴収公債権", "a30"),
  ],
};

const old: LegacyPage = {
  name: "国保資格",
  hand: "HTML of 1997: font and nbsp for the columns, bold captions, fields right behind, sections by a coloured one-cell table, a second line that goes on, radio words in bold",
  documents: {
    "/": doc(
      "国保資格異動",
      `<body bgcolor=#ccffcc><center><font size=5><b>国民健康保険　資格異動入力</b></font></center><table bgcolor=#006633 width=700><tr><td><font color=white>◆世帯情報</font></td></tr></table>&nbsp;<b>記号番号</b>&nbsp;${input("b1", "size=8")}&nbsp;&nbsp;&nbsp;<b>世帯主名</b>&nbsp;${input("b2", "size=16")}<br>&nbsp;<b>賦課区分</b>&nbsp;${select("b3", "一般", "擬制")}&nbsp;&nbsp;&nbsp;<b>現在の加入者数</b>&nbsp;<font color=blue>3人</font><br>&nbsp;<b>証交付</b>&nbsp;<input type=radio name=s data-t=b4><b>窓口</b>&nbsp;<input type=radio name=s data-t=b5><b>郵送</b><br><table bgcolor=#006633 width=700><tr><td><font color=white>◆異動者</font></td></tr></table>&nbsp;<b>氏名</b>&nbsp;${input("b6", "size=16")}&nbsp;<b>続柄</b>&nbsp;${select("b7", "世帯主", "妻", "子")}<br>&nbsp;<b>異動日</b>&nbsp;H・R${input("b8", "size=2")}.${input("b9", "size=2")}.${input("b10", "size=2")}<br>&nbsp;<b>届出理由</b>&nbsp;<select data-t=b11 size=1><option>社保離脱<option>転入<option>出生</select>&nbsp;<input type=checkbox data-t=b12>遡及あり<br><table bgcolor=#006633 width=700><tr><td><font color=white>◆前回の異動</font></td></tr></table>&nbsp;<b>異動日</b>&nbsp;R7.4.1&nbsp;&nbsp;&nbsp;<b>理由</b>&nbsp;転入<p align=center><input type=submit value="　確　認　" data-t=b13> <input type=button value="　中　止　" data-t=b14></p>`,
    ),
  },
  things: [
    type("記号番号", "b1"),
    type("世帯主名", "b2"),
    choose("賦課区分", "擬制", "b3"),
    read("現在の加入者数", "3人"),
    choose("証交付", "郵送", "b5"),
    type("氏名", "b6", "異動者"),
    choose("続柄", "子", "b7"),
    cell("「異動日」の3番目", "に「V」を入力する", "b10"),
    choose("届出理由", "転入", "b11"),
    tick("遡及あり", "b12"),
    read("理由", "転入"),
    press("確認", "b13"),
    press("中止", "b14"),
  ],
};

const boot: LegacyPage = {
  name: "公金収納",
  hand: "Bootstrap 5: input groups with words before and after, a list group of values with badges, check switches, a drop-down button, an off-canvas, cards with a dl in a row grid, a modal footer",
  documents: {
    "/": doc(
      "公金収納",
      `<div class=hd><span>公金収納管理</span><div class=dp><button class=dt data-t=c1>帳票 ▾</button></div></div><div class=rowx><div class=card><div class=cb><h5>収納入力</h5><label class=fo>納付番号</label><div class=ig><span class=it>第</span>${input("c2")}<span class=it>号</span><button data-t=c3>読取</button></div><label class=fo>収納額</label><div class=ig><span class=it>¥</span>${input("c4")}<span class=it>円</span></div><label class=fo>収納日</label>${input("c5", "class=fc type=text")}<div class=ft>未来の日付は入力できません</div><div class=sw><input type=checkbox role=switch id=q1 data-t=c6><label for=q1>領収書を発行する</label></div><div class=bg><input type=radio name=w id=w1 data-t=c7 class=bc><label for=w1 class=bl>現金</label><input type=radio name=w id=w2 data-t=c8 class=bc><label for=w2 class=bl>口座</label><input type=radio name=w id=w3 data-t=c9 class=bc><label for=w3 class=bl>コンビニ</label></div></div></div>
<div class=card><div class=cb><h5>本日の状況</h5><ul class=lg><li>収納件数<span class=bd>124</span></li><li>収納合計<span class=bd>3,456,700円</span></li><li>エラー<span class=bd>0</span></li></ul><dl class=dlr><dt>締め時刻</dt><dd>15:00</dd><dt>担当</dt><dd>会計係</dd></dl></div></div></div><div class=mf><button data-t=c10>閉じる</button><button data-t=c11>次の納付書</button></div>`,
      "<style>body{font:14px sans-serif;margin:0}.hd{background:#0d6efd;color:#fff;padding:8px;display:flex;justify-content:space-between}.rowx{display:flex;gap:12px}.card{border:1px solid #ccc;border-radius:6px;width:340px;margin:8px}.cb{padding:10px}.fo{display:block;margin-top:6px}.ig{display:flex}.it{background:#e9ecef;border:1px solid #ccc;padding:4px 8px}.ft{font-size:11px;color:#777}.bc{position:absolute;clip:rect(0,0,0,0)}.bl{border:1px solid #0d6efd;padding:4px 10px}.bg{margin-top:8px}.lg{list-style:none;padding:0}.lg li{display:flex;justify-content:space-between;border:1px solid #ddd;padding:6px}.bd{background:#6c757d;color:#fff;border-radius:10px;padding:1px 8px}.dlr{display:grid;grid-template-columns:100px 1fr}.dlr dd{margin:0}.mf{text-align:right;padding:8px}</style>",
    ),
  },
  things: [
    press("帳票", "c1"),
    type("納付番号", "c2"),
    press("読取", "c3"),
    type("収納額", "c4"),
    type("収納日", "c5"),
    tick("領収書を発行する", "c6"),
    tick("口座", "c8"),
    read("収納件数", "124"),
    read("収納合計", "3,456,700円"),
    read("エラー", "0"),
    read("締め時刻", "15:00"),
    press("次の納付書", "c11"),
  ],
};

const care: LegacyPage = {
  name: "保育認定",
  hand: "a report designer's HTML: every word in an absolute span, ruled boxes as empty divs, vertical captions letter by letter, two-row column heads, values without captions' classes, fields over boxes",
  documents: {
    "/": doc(
      "保育認定台帳",
      (() => {
        const at = (x: number, y: number, html: string): string =>
          `<span style="position:absolute;left:${x}px;top:${y}px;white-space:nowrap">${html}</span>`;
        const box = (x: number, y: number, w: number, h: number): string =>
          `<div style="position:absolute;left:${x}px;top:${y}px;width:${w}px;height:${h}px;border:1px solid #000"></div>`;
        return `<div style="position:relative;height:360px;font:13px 'MS Mincho'">${at(260, 4, "<b>保育認定台帳</b>")}${box(10, 30, 660, 90)}${box(10, 30, 30, 90)}${at(18, 40, "保")}${at(18, 62, "護")}${at(18, 84, "者")}${at(48, 38, "氏名")}${at(120, 35, input("d1", "size=14"))}${at(300, 38, "続柄")}${at(360, 35, select("d2", "父", "母"))}${at(48, 66, "住所")}${at(120, 63, input("d3", "size=40"))}${at(48, 94, "勤務先")}${at(120, 91, input("d4", "size=20"))}${at(340, 94, "就労時間")}${at(420, 91, input("d5", "size=4"))}${at(470, 94, "時間／月")}${box(10, 140, 660, 60)}${at(18, 150, "認定区分")}${at(100, 147, select("d6", "１号", "２号", "３号"))}${at(220, 150, "保育必要量")}${at(310, 148, "<input type=radio name=h data-t=d7>")}${at(330, 150, "標準時間")}${at(410, 148, "<input type=radio name=h data-t=d8>")}${at(430, 150, "短時間")}${at(18, 176, "有効期間")}${at(100, 173, input("d9", "size=9"))}${at(190, 176, "から")}${at(230, 173, input("d10", "size=9"))}${at(320, 176, "まで")}${at(18, 220, "階層区分")}${at(100, 220, "<u>Ｃ３</u>")}${at(220, 220, "利用者負担額")}${at(320, 220, "<u>12,300円</u>")}${at(18, 250, "<button data-t=d11>認定する内容を確認</button>")}${at(220, 250, "<button data-t=d12>台帳を閉じる</button>")}</div>`;
      })(),
    ),
  },
  things: [
    type("氏名", "d1"),
    choose("続柄", "母", "d2"),
    type("住所", "d3"),
    type("勤務先", "d4"),
    type("就労時間", "d5"),
    choose("認定区分", "２号", "d6"),
    choose("保育必要量", "短時間", "d8"),
    type("有効期間", "d9"),
    cell("「有効期間」の2番目", "に「V」を入力する", "d10"),
    read("階層区分", "Ｃ３"),
    read("利用者負担額", "12,300円"),
    press("認定する内容を確認", "d11"),
    press("台帳を閉じる", "d12"),
  ],
};

/** Layouts thought up last. */
export const ownFourth: readonly LegacyPage[] = [grid, old, boot, care];

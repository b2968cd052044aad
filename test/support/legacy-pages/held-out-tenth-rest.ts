/** The last third of the tenth set, sealed: house appraisal, school meals, library, halls. */
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

const xl = (style: number, word: string, span = 1, rows = 1): string =>
  `<td class=xl${style} ${span > 1 ? `colspan=${span}` : ""} ${rows > 1 ? `rowspan=${rows}` : ""}>${word}</td>`;
const xlRow = (...cells: string[]): string =>
  `<tr height=24 style='height:18.0pt'>${cells.join("")}</tr>`;
const xin = (t: string, width = "96%"): string => input(t, `style="width:${width}"`);
const part = (n: number, word: string, base: string, score: string): string =>
  xlRow(
    xl(66, word, 2),
    xl(68, base),
    xl(67, xin(`k5${n}`)),
    xl(67, xin(`k6${n}`)),
    xl(67, xin(`k7${n}`)),
    xl(68, score),
    xl(65, "", 3),
  );
const house: LegacyPage = {
  name: "家屋評価",
  hand: "a workbook saved as a page: fixed columns, merged and coloured cells with no th, captions that span rows, fields put into the cells, sheet tabs at the foot",
  documents: {
    "/": doc(
      "家屋評価調書.xls",
      `<form onsubmit="return false"><table border=0 cellpadding=0 cellspacing=0 width=900 style='border-collapse:collapse;table-layout:fixed;width:900px'>${"<col width=90>".repeat(10)}<tr height=36>${xl(64, "家屋評価調書（木造・非木造共通）", 10)}</tr>${xlRow(xl(66, "調書番号"), xl(69, "2026-0148", 2), xl(66, "評価年度"), xl(67, xin("k1")), xl(65, "年度"), xl(66, "調査年月日"), xl(67, xin("k2")), xl(66, "調査員"), xl(67, xin("k3")))}${xlRow(xl(70, "所有者", 1, 2), xl(66, "住所"), xl(67, xin("k4"), 4), xl(70, "納税管理人", 1, 2), xl(66, "住所"), xl(67, xin("k5"), 2))}${xlRow(xl(66, "氏名"), xl(67, xin("k6"), 4), xl(66, "氏名"), xl(67, xin("k7"), 2))}${xlRow(xl(66, "家屋の所在"), xl(67, xin("k8"), 5), xl(66, "家屋番号"), xl(67, xin("k9"), 3))}${xlRow(xl(66, "構造"), xl(67, select("k10", "木造", "鉄骨造", "ＲＣ造"), 2), xl(66, "用途"), xl(67, select("k11", "専用住宅", "併用住宅", "共同住宅", "車庫"), 2), xl(66, "建築年月"), xl(67, `令和${xin("k12", "30px")}年${xin("k13", "30px")}月`, 3))}${xlRow(xl(66, "床面積"), xl(71, "1階"), xl(67, `${xin("k14", "60px")}㎡`), xl(71, "2階"), xl(67, `${xin("k15", "60px")}㎡`), xl(71, "合計"), xl(69, "112.62㎡"), xl(66, "階数"), xl(67, `${xin("k16", "30px")}階建`, 2))}${xlRow(xl(65, "", 10))}${xlRow(xl(65, "<b>部分別評点</b>", 10))}${xlRow(xl(70, "部分", 2), xl(70, "標準評点"), xl(70, "施工割合"), xl(70, "補正係数"), xl(70, "増点数"), xl(70, "評点数"), xl(65, "", 3))}${part(1, "屋根仕上", "9,850", "9,850")}${part(2, "基礎", "6,240", "6,240")}${part(3, "外壁仕上", "8,930", "8,930")}${part(4, "内壁仕上", "11,500", "11,500")}${part(5, "建築設備", "12,400", "12,400")}${xlRow(xl(70, "合計", 2), xl(68, ""), xl(68, ""), xl(68, ""), xl(68, ""), xl(68, "48,920"), xl(65, "", 3))}${xlRow(xl(65, "", 10))}${xlRow(xl(66, "経年減点補正率", 2), xl(69, "0.80"), xl(66, "１点単価"), xl(69, "1.05円"), xl(66, "評価額"), xl(69, "3,842,000円", 2), xl(65, "", 2))}${xlRow(xl(66, "特記事項", 2), xl(67, xin("k20"), 8))}${xlRow(xl(66, "軽減", 2), xl(67, "<input type=checkbox data-t=k21>新築住宅　<input type=checkbox data-t=k22>長期優良住宅　<input type=checkbox data-t=k23>耐震改修　<input type=checkbox data-t=k24>省エネ改修", 8))}${xlRow(xl(65, "", 10))}${xlRow(xl(65, '<input type=button value="評点計算" data-t=k31> <input type=button value="前年度を複写" data-t=k32> <input type=button value="印刷" data-t=k33>', 10))}</table></form><table class=sheets cellspacing=0><tr><td class=on>評価調書</td><td><a href="#" onclick="return false" data-t=k41>平面図</a></td><td><a href="#" onclick="return false" data-t=k42>計算明細</a></td></tr></table>`,
      "<style>td{font:11pt 'ＭＳ Ｐゴシック',sans-serif;padding:1px 3px;white-space:nowrap;overflow:hidden}.xl64{font-size:16pt;text-align:center}.xl66{border:.5pt solid #000;background:#ccffcc}.xl67,.xl69{border:.5pt solid #000}.xl68{border:.5pt solid #000;text-align:right}.xl70{border:.5pt solid #000;background:#ffff99;text-align:center}.xl71{border:.5pt solid #000;background:#ccffff;text-align:center}.xl67 input:not([type]){border:1px solid #bbb;box-sizing:border-box}.sheets{margin-top:14px;background:#808080;padding:2px}.sheets td{background:#c0c0c0;padding:2px 14px;border-right:2px solid #808080}.sheets .on{background:#fff;font-weight:bold}</style>",
    ),
  },
  things: [
    read("調書番号", "2026-0148"),
    type("調査員", "k3"),
    type("氏名", "k6", "所有者/欄"),
    type("住所", "k5", "納税管理人/欄"),
    choose("構造", "鉄骨造", "k10"),
    type("年", "k12", "建築年月/欄"),
    type("2階", "k15", "床面積/欄"),
    read("合計", "112.62㎡", "床面積/欄"),
    cell("「部分別評点」表で「部分」が「外壁仕上」の行の「施工割合」", "に「V」を入力する", "k53"),
    cell("「部分別評点」表の2行目の「増点数」", "に「V」を入力する", "k72"),
    cell(
      "「部分別評点」表で「部分」が「合計」の行の「評点数」",
      "の値を {読んだ値} として読み取る",
      "48,920",
    ),
    read("評価額", "3,842,000円"),
    tick("長期優良住宅", "k22"),
    press("評点計算", "k31"),
    press("計算明細", "k42"),
  ],
};

const pic = (t: string, word: string, w: number, more = ""): string =>
  `<img data-t=${t} onclick="void 0" style="cursor:hand" ${more} src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="22"><rect width="${w}" height="22" rx="5" fill="#fb7"/><text x="${w / 2}" y="16" font-size="13" text-anchor="middle" fill="#520">${word}</text></svg>`)}">`;
const go = (t: string, word: string): string =>
  `<td bgcolor=#ffcc66 align=center width=96><a onclick="void 0" style="cursor:hand" data-t=${t}><font size=2>${word}</font></a></td><td width=6></td>`;
const q = (word: string, body: string): string =>
  `<td bgcolor=#ffeecc nowrap><font size=2>${word}</font></td><td bgcolor=#ffffff nowrap><font size=2>${body}</font></td>`;
const people = (p: number, title: string): string =>
  `<td valign=top><table bgcolor=#cc9966 cellspacing=1 cellpadding=3 width=340><tr><td colspan=2 bgcolor=#ff9933><font size=2 color=white><b>${title}</b></font></td></tr><tr>${q("氏　名", input(`l${p}1`, "size=22"))}</tr><tr>${q("フリガナ", input(`l${p}2`, "size=22"))}</tr><tr>${q("電話番号", input(`l${p}3`, "size=14"))}</tr></table></td>`;
const absent = (n: number, hidden = ""): string =>
  `<tr bgcolor=#ffffff ${hidden}><td>${input(`l5${n}`, "size=9")}</td><td>${input(`l6${n}`, "size=9")}</td><td>${input(`l7${n}`, "size=3")}<font size=2>食</font></td><td><select data-t=l8${n}><option><option>病気<option>忌引<option>転出<option>学級閉鎖</select></td></tr>`;
const month = (n: number, word: string, meals: number, due: string, paid: string): string =>
  `<tr bgcolor=#ffffff><td align=center>${word}</td><td align=right>${meals}</td><td align=right>${due}</td><td align=right>${paid}</td><td>${input(`l2${n}`, "size=9")}</td><td><select data-t=l3${n}><option><option>納付済<option>未納<option>還付</select></td><td>${pic(`l4${n}`, "領収書", 56, 'alt="領収書"')}</td></tr>`;
const meals: LegacyPage = {
  name: "給食費",
  hand: "pages for Internet Explorer of 2001: links without an address that only hear clicks, pictures as buttons, tables in tables, a list in an iframe, a row kept hidden to be copied",
  documents: {
    "/": doc(
      "学校給食費管理",
      `<table width=820 cellspacing=0 cellpadding=0><tr><td bgcolor=#ff9933 height=34>　<font color=white size=4><b>学校給食費管理システム</b></font></td><td bgcolor=#ff9933 align=right><font size=2 color=white>学校給食センター　令和８年度　</font></td></tr></table><table width=820 cellspacing=0 cellpadding=0><tr><td width=100 valign=top bgcolor=#fff3dd align=center><br>${pic("l91", "児童生徒", 84, 'title="児童生徒"')}<br><br>${pic("l92", "調定処理", 84, 'title="調定処理"')}<br><br>${pic("l93", "口座振替", 84, 'title="口座振替"')}<br><br>${pic("l94", "未納者一覧", 84, 'title="未納者一覧"')}</td><td width=10></td><td valign=top><br><table bgcolor=#cc9966 cellspacing=1 cellpadding=3><tr>${q("学　校", select("l1", "みほん小学校", "駅前小学校", "みほん中学校"))}${q("学年・組", `${input("l2", "size=2")}年${input("l3", "size=2")}組`)}${q("児童生徒番号", input("l4", "size=8"))}</tr></table><table cellspacing=0 cellpadding=4><tr>${go("l5", "検　索")}${go("l6", "前の児童")}${go("l7", "次の児童")}</tr></table><br><table bgcolor=#cc9966 cellspacing=1 cellpadding=3 width=700><tr>${q("児童氏名", "見本　ゆき")}${q("アレルギー対応", "あり（乳）")}</tr><tr>${q("徴収方法", "<input type=radio name=h data-t=l8>口座振替<input type=radio name=h data-t=l9>納付書<input type=radio name=h data-t=l10>児童手当から徴収")}${q("一食単価", `${input("l11", "size=5")}円`)}</tr><tr>${q("就学援助", "<input type=checkbox data-t=l12>準要保護認定あり")}${q("牛　乳", "<input type=checkbox data-t=l13>飲用しない")}</tr></table><br><table cellspacing=0 cellpadding=0 width=700><tr>${people(10, "保護者")}<td width=10></td>${people(11, "口座名義人")}</tr></table><br><iframe src="/nofu.asp" width=700 height=210 frameborder=0 scrolling=no></iframe><br><font size=2 color=#cc6600><b>欠食届</b></font><table bgcolor=#cc9966 cellspacing=1 cellpadding=3><tr bgcolor=#ffcc66 align=center><td><font size=2>開始日</font></td><td><font size=2>終了日</font></td><td><font size=2>食数</font></td><td><font size=2>理由</font></td></tr>${absent(0, 'style="display:none"')}${absent(1)}${absent(2)}</table><table cellspacing=0 cellpadding=4><tr>${go("l14", "行追加")}${go("l15", "納付書発行")}<td bgcolor=#dddddd align=center width=96><font size=2 color=gray>還　付</font></td><td width=6></td>${go("l16", "戻　る")}</tr></table></td></tr></table>`,
      "<style>body{margin:0;font-family:'MS PGothic',sans-serif}</style>",
    ),
    "/nofu.asp": doc(
      "納付状況",
      `<font size=2 color=#cc6600><b>納付状況</b></font><table bgcolor=#cc9966 cellspacing=1 cellpadding=3 width=690><tr bgcolor=#ffcc66 align=center><td>月</td><td>食数</td><td>調定額</td><td>納付額</td><td>納付日</td><td>区分</td><td>帳票</td></tr>${month(1, "４月", 15, "4,650", "4,650")}${month(2, "５月", 19, "5,890", "5,890")}${month(3, "６月", 21, "6,510", "0")}${month(4, "７月", 13, "4,030", "0")}</table>`,
      "<style>body{margin:0;font-family:'MS PGothic',sans-serif}td{font-size:13px}</style>",
    ),
  },
  things: [
    press("未納者一覧", "l94"),
    choose("学校", "みほん中学校", "l1"),
    type("組", "l3", "学年・組/欄"),
    press("検索", "l5"),
    read("アレルギー対応", "あり（乳）"),
    choose("徴収方法", "納付書", "l9"),
    type("一食単価", "l11"),
    tick("飲用しない", "l13"),
    type("フリガナ", "l102", "保護者/枠"),
    type("氏名", "l111", "口座名義人/枠"),
    cell("「納付状況」表で「月」が「６月」の行の「納付日」", "に「V」を入力する", "l23"),
    cell("「納付状況」表で「月」が「７月」の行の「区分」", "で「未納」を選ぶ", "l34"),
    cell("「納付状況」表で「月」が「５月」の行の「領収書」", "を押す", "l42"),
    cell("「納付状況」表の3行目の「調定額」", "の値を {読んだ値} として読み取る", "6,510"),
    cell("「欠食届」表の1行目の「食数」", "に「V」を入力する", "l71"),
    press("納付書発行", "l15"),
  ],
};

const xField = (word: string, body: string, width = 250): string =>
  `<div class="x-field x-form-item" style="width:${width}px"><label class=x-form-item-label><span class=x-form-item-label-inner>${word}:</span></label><div class=x-form-item-body>${body}</div></div>`;
const xText = (t: string): string =>
  `<div class=x-form-text-wrap>${input(t, "class=x-form-text autocomplete=off")}</div>`;
const xCombo = (t: string, ...options: string[]): string =>
  `<div class="x-form-text-wrap x-combo" data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><input class=x-form-text role=combobox aria-haspopup=true readonly autocomplete=off><div class="x-form-trigger x-form-arrow-trigger"></div></div>`;
const xShow = (word: string): string => `<div class=x-form-display-field>${word}</div>`;
const xBtn = (t: string, word: string): string =>
  `<a class=x-btn role=button tabindex=0 data-t=${t}><span class=x-btn-wrap><span class=x-btn-button><span class=x-btn-icon-el></span><span class=x-btn-inner>${word}</span></span></span></a>`;
const xHeads = (heads: readonly (readonly [string, number])[]): string =>
  `<div class=x-grid-header-ct role=rowgroup>${heads.map(([w, n]) => `<div class=x-column-header role=columnheader style="width:${n}px"><div class=x-column-header-inner><span class=x-column-header-text>${w}</span></div></div>`).join("")}</div>`;
const xRow = (cells: readonly string[], widths: readonly number[]): string =>
  `<table class=x-grid-item cellspacing=0 role=presentation><tbody><tr class=x-grid-row role=row>${cells.map((c, i) => `<td class=x-grid-cell role=gridcell style="width:${widths[i]}px"><div class=x-grid-cell-inner>${c}</div></td>`).join("")}</tr></tbody></table>`;
const bookHeads = [
  ["予約番号", 80],
  ["書名", 190],
  ["順位", 50],
  ["状態", 80],
  ["受取館", 80],
  ["メモ", 120],
  ["", 40],
] as const;
const booking = (n: number, ...values: string[]): string =>
  xRow(
    [
      ...values,
      input(`m5${n}`, "class=x-form-text"),
      `<img role=button tabindex=0 class=x-action-col-icon alt="詳細" title="詳細" data-t=m6${n} src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='16'%3E%3Ccircle cx='8' cy='8' r='7' fill='%23157fcc'/%3E%3C/svg%3E">`,
    ],
    bookHeads.map((h) => h[1]),
  );
const bookFound = (n: number, title: string, author: string): string =>
  xRow([title, author, `<a href=# data-t=m7${n}>追加</a>`], [200, 120, 60]);
const fact = (word: string, value: string): string =>
  `<tr class=x-grid-row><td class="x-grid-cell x-grid-property-name"><div class=x-grid-cell-inner>${word}</div></td><td class=x-grid-cell><div class=x-grid-cell-inner>${value}</div></td></tr>`;
const leaf = (t: string, word: string): string =>
  `<div class=x-tree-node><span class=x-tree-elbow></span><span class=x-tree-icon></span><span class=x-tree-node-text data-t=${t}>${word}</span></div>`;
const openBooks = { sentence: "「資料検索」を押す", touches: "m11" };
const library: LegacyPage = {
  name: "図書予約",
  hand: "ExtJS: a tree, panels, labels with a colon, drawn lists, toolbar links, a grid whose every row is a table of its own under a head of divs, a property grid, a window",
  documents: {
    "/": doc(
      "予約・リクエスト",
      `<div class=x-header>図書館システム　予約・リクエスト</div><div class=x-border><div class="x-panel w"><div class=x-panel-header>業務</div><div class=x-panel-body>${leaf("m91", "貸出")}${leaf("m92", "返却")}${leaf("m93", "予約・リクエスト")}${leaf("m94", "督促一覧")}${leaf("m95", "相互貸借")}</div></div><div class=c><div class=x-panel><div class=x-panel-header>利用者</div><div class="x-panel-body fm">${xField("利用者番号", xText("m1"))}${xField("氏名", xShow("見本　花子"))}${xField("連絡方法", xCombo("m2", "電話", "電子メール", "連絡不要"))}${xField("受取館", xCombo("m3", "中央館", "東分館", "移動図書館"))}${xField("取置期限", xText("m4"))}${xField("貸出中", xShow("3冊"))}<div class=x-form-cb-wrap><span class=x-form-checkbox><input type=checkbox class=x-form-cb-input id=cb1 data-t=m5></span><label for=cb1 class=x-form-cb-label>セット予約</label></div><div class=x-form-cb-wrap><span class=x-form-checkbox><input type=checkbox class=x-form-cb-input id=cb2 data-t=m6></span><label for=cb2 class=x-form-cb-label>順番予約</label></div></div></div>
<div class=x-panel><div class=x-panel-header>予約一覧</div><div class=x-toolbar>${xBtn("m11", "資料検索")}${xBtn("m12", "割当処理")}${xBtn("m13", "予約票印刷")}<a class="x-btn x-btn-disabled" aria-disabled=true><span class=x-btn-inner>期限延長</span></a></div>${xHeads(bookHeads)}<div class=x-grid-view>${booking(1, "Y-3301", "みほんの民話", "1", "確保済", "中央館")}${booking(2, "Y-3308", "町の歴史　下", "4", "予約中", "東分館")}${booking(3, "Y-3315", "はじめての統計", "2", "配送中", "東分館")}</div><div class=x-toolbar>予約件数　<b>3件</b></div></div></div><div class="x-panel e"><div class=x-panel-header>資料情報</div><div class=x-panel-body><table class=x-grid-item cellspacing=0><tbody>${fact("資料番号", "110024583")}${fact("分類記号", "913.6")}${fact("所蔵館", "北分館")}${fact("配架場所", "郷土資料")}${fact("発行年", "2019")}</tbody></table></div></div></div>
<div class=x-mask style="display:none"></div><div class=x-window role=dialog style="display:none"><div class=x-window-header>資料検索</div><div class=x-window-body>${xField("書名", xText("m121"), 370)}${xField("著者名", xText("m122"), 370)}${xField("ISBN", xText("m123"), 370)}${xHeads(
        [
          ["書名", 200],
          ["著者", 120],
          ["", 60],
        ],
      )}<div class=x-grid-view>${bookFound(1, "みほん市史", "見本市")}${bookFound(2, "川の図鑑", "例　一郎")}</div></div><div class=x-toolbar>${xBtn("m124", "検索")}${xBtn("m125", "閉じる")}</div></div><script>document.querySelector(".c .x-toolbar a").onclick=()=>document.querySelectorAll(".x-window,.x-mask").forEach(x=>x.style.display="");document.querySelectorAll(".x-combo").forEach(s=>s.onclick=()=>{document.querySelectorAll(".x-boundlist").forEach(x=>x.remove());const r=s.getBoundingClientRect(),d=document.createElement("div"),u=document.createElement("ul");d.className="x-boundlist";d.style.cssText="left:"+r.left+"px;top:"+(r.bottom+scrollY)+"px;width:"+r.width+"px";u.setAttribute("role","listbox");s.dataset.o.split(",").forEach(o=>{const i=o.indexOf(":"),e=document.createElement("li");e.className="x-boundlist-item";e.setAttribute("role","option");e.dataset.t=o.slice(0,i);e.textContent=o.slice(i+1);e.onclick=()=>{s.querySelector("input").value=e.textContent;d.remove()};u.append(e)});d.append(u);document.body.append(d)})</script>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:13px helvetica,sans-serif;background:#3892d3}.x-header{color:#fff;padding:10px 12px;font-size:16px}.x-border{display:flex;gap:6px;padding:6px;width:1080px}.x-panel{background:#fff;margin-bottom:6px}.w{width:150px}.c{width:650px}.e{width:250px}.x-panel-header,.x-window-header{background:#157fcc;color:#fff;padding:8px 10px;font-weight:bold}.fm{display:flex;flex-wrap:wrap;gap:8px 30px;padding:10px}.x-field{display:flex;margin:0 0 4px}.x-form-item-label{width:90px;padding-top:5px}.x-form-item-body{flex:1}.x-form-text-wrap{position:relative;border:1px solid #bbb}.x-form-text{border:0;width:100%;padding:5px;font:inherit}.x-grid-cell .x-form-text{border:1px solid #bbb;padding:2px}.x-form-trigger{position:absolute;right:6px;top:10px;border:5px solid transparent;border-top-color:#555}.x-form-display-field{padding-top:5px}.x-form-cb-wrap{padding:4px 0}.x-toolbar{padding:6px;display:flex;gap:6px}.x-btn{background:#f5f5f5;border:1px solid #d8d8d8;padding:5px 10px;cursor:pointer}.x-btn-disabled{opacity:.5}.x-grid-header-ct{display:flex;background:#f5f5f5;border-top:1px solid #ccc;border-bottom:1px solid #ccc}.x-column-header{padding:6px 8px;border-right:1px solid #ccc;color:#666}.x-grid-item{table-layout:fixed;border-bottom:1px solid #ededed}.x-grid-cell{padding:0;border:0}.x-grid-cell-inner{padding:5px 8px;white-space:nowrap;overflow:hidden}.x-grid-property-name{width:100px;background:#f9f9f9}.x-tree-node{padding:6px 10px}.x-tree-icon{display:inline-block;width:11px;height:13px;border:1px solid #888;margin-right:6px}.x-tree-node-text{cursor:pointer}.x-boundlist{position:absolute;background:#fff;border:1px solid #157fcc;z-index:9}.x-boundlist ul{list-style:none;margin:0;padding:0}.x-boundlist-item{padding:4px 8px;cursor:pointer}.x-mask{position:fixed;inset:0;background:#fff9}.x-window{position:fixed;left:300px;top:90px;width:410px;background:#fff;border:4px solid #157fcc}.x-window-body{padding:10px}</style>",
    ),
  },
  things: [
    press("督促一覧", "m94"),
    type("利用者番号", "m1"),
    read("氏名", "見本　花子"),
    choose("連絡方法", "電子メール", "m22"),
    choose("受取館", "移動図書館", "m33"),
    type("取置期限", "m4"),
    tick("順番予約", "m6"),
    press("割当処理", "m12"),
    cell(
      "「予約一覧」表で「予約番号」が「Y-3308」の行の「状態」",
      "の値を {読んだ値} として読み取る",
      "予約中",
    ),
    cell(
      "「予約一覧」表で「書名」が「はじめての統計」の行の「順位」",
      "の値を {読んだ値} として読み取る",
      "2",
    ),
    cell("「予約一覧」表で「予約番号」が「Y-3315」の行の「メモ」", "に「V」を入力する", "m53"),
    cell("「予約一覧」表の2行目の「詳細」", "を押す", "m62"),
    read("所蔵館", "北分館", "資料情報/枠"),
    read("分類記号", "913.6"),
    { ...type("著者名", "m122", "資料検索/画面"), after: openBooks },
    {
      ...cell("「資料検索」画面の「書名」が「川の図鑑」の行の「追加」", "を押す", "m72"),
      after: openBooks,
    },
  ],
};

const must = "<span class=must>※必須</span>";
const any = "<span class=any>（任意）</span>";
const fieldOf = (word: string, mark: string, body: string, hint = ""): string =>
  `<div class=field><div class=lb>${word}${mark}</div>${hint === "" ? "" : `<p class=hint>${hint}</p>`}<div>${body}</div></div>`;
const labelled = (t: string, word: string, mark: string, hint = "", size = 30): string =>
  `<div class=field><label class=lb for=${t}-in>${word}${mark}</label>${hint === "" ? "" : `<p class=hint>${hint}</p>`}<div>${input(t, `id=${t}-in size=${size}`)}</div></div>`;
const person = (p: number, title: string): string =>
  `<section><h2>${title}</h2><div class=cols>${labelled(`n${p}1`, "氏名", must)}${labelled(`n${p}2`, "フリガナ", must, "全角カタカナで入力")}${labelled(`n${p}3`, "電話番号", must, "ハイフンなし", 16)}${labelled(`n${p}4`, "メールアドレス", any)}</div></section>`;
const room = (n: number, name: string, taken = 0): string =>
  `<tr><th scope=row>${name}</th>${[1, 2, 3].map((i) => `<td>${i === taken ? "<span class=x>×</span>" : `<input type=checkbox data-t=n4${n}${i}>`}</td>`).join("")}<td class=r>${["2,100", "3,150", "10,500"][n - 1]}円</td></tr>`;
const gear = (n: number, name: string, price: string, unit: string): string =>
  `<tr><td>${name}</td><td class=r>${price}</td><td>${input(`n5${n}`, "size=3")} ${unit}</td></tr>`;
const openRelief = { sentence: "「減免の申請」を押す", touches: "n60" };
const halls: LegacyPage = {
  name: "施設使用",
  hand: "a portal in the manner of the Digital Agency: captions above with ※必須 and （任意）, the same captions for two people, a date in three boxes, rooms against hours, a column of sums that stays",
  documents: {
    "/": doc(
      "施設使用許可申請",
      `<header>みほん市　公共施設予約システム<span>窓口入力</span></header><div class=wrap><main><h1>施設使用許可申請</h1><p>窓口で受け付けた申請書の内容を入力してください。</p>${person(1, "申請者")}${person(2, "使用責任者")}<section><h2>使用の内容</h2><div class=cols>${labelled("n1", "団体名", any)}${fieldOf("施設", must, select("n2", "中央公民館", "文化会館", "総合体育館"))}</div>${fieldOf("使用日", must, `令和 <input size=2 data-t=n3> 年 <input size=2 data-t=n4> 月 <input size=2 data-t=n5> 日`, "例：令和9年1月20日の場合は 9 1 20")}${fieldOf("使用区分", must, `<table class=rm><thead><tr><th>部屋</th><th>午前<br><small>9:00～12:00</small></th><th>午後<br><small>13:00～17:00</small></th><th>夜間<br><small>18:00～21:30</small></th><th>1区分の料金</th></tr></thead><tbody>${room(1, "第１会議室", 2)}${room(2, "第２会議室")}${room(3, "大ホール")}</tbody></table>`, "×は予約済みです")}<div class=cols>${fieldOf("使用人数", must, `${input("n6", "size=5")} 人`)}${fieldOf("冷暖房", any, "<label class=ck><input type=checkbox data-t=n7>冷暖房を使用する</label>")}${fieldOf("入場料の徴収", must, "<label class=ck><input type=radio name=ny data-t=n8>徴収する</label><label class=ck><input type=radio name=ny data-t=n9>徴収しない</label>")}${fieldOf("入場料の最高額", any, `${input("n10", "size=8")} 円`)}</div>${fieldOf("使用目的", must, "<textarea rows=2 cols=60 data-t=n31></textarea>", "100文字以内")}</section><section><h2>附属設備</h2><table class=rm><thead><tr><th>設備</th><th>単価（円）</th><th>数量</th></tr></thead><tbody>${gear(1, "マイク", "520", "本")}${gear(2, "プロジェクター", "1,040", "台")}${gear(3, "グランドピアノ", "3,140", "台")}</tbody></table></section><details><summary data-t=n60>減免の申請</summary>${fieldOf("減免の理由", must, select("n61", "市の共催", "社会教育団体", "障害者団体"))}${labelled("n62", "団体登録番号", must, "", 12)}${fieldOf("減免率", any, `${input("n63", "size=3")} %`)}</details><div class=bt><button type=button data-t=n71>戻る</button><button type=button data-t=n72>空き状況を確認する</button><button type=button data-t=n73>一時保存する</button><button type=button class=pr data-t=n74>確認画面へ進む</button><button type=button disabled>使用許可書を発行する</button></div></main><aside><h2>料金</h2><dl><dt>施設使用料</dt><dd>12,600円</dd><dt>設備使用料</dt><dd>1,560円</dd><dt>減免額</dt><dd>△6,300円</dd><dt>納付額</dt><dd class=big>7,860円</dd></dl><button type=button data-t=n75>料金を計算する</button></aside></div>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:15px 'Noto Sans JP',sans-serif;color:#1a1a1c}header{background:#fff;border-bottom:3px solid #0017c1;padding:12px 20px;font-weight:bold}header span{float:right;font-weight:normal;font-size:13px}.wrap{display:flex;gap:24px;width:1080px;padding:0 20px}main{flex:1}aside{width:230px;position:sticky;top:16px;align-self:flex-start;border:1px solid #999;border-radius:8px;padding:6px 16px 16px;margin-top:20px}h1{font-size:24px;margin:16px 0 4px}h2{font-size:17px;border-left:6px solid #0017c1;padding-left:10px;margin:16px 0 10px}section,details{border-bottom:1px solid #ccc;padding-bottom:12px}.cols{display:grid;grid-template-columns:1fr 1fr;gap:0 24px}.field{margin-bottom:12px}.lb{font-weight:bold;display:block;margin-bottom:3px}.must{color:#c00;font-size:13px;margin-left:8px}.any{color:#666;font-size:13px;font-weight:normal}.hint{margin:0 0 3px;color:#666;font-size:13px}input:not([type]),select,textarea{border:1px solid #767676;border-radius:6px;padding:7px 10px;font:inherit;background:#fff}select{min-width:220px}.ck{margin-right:18px}.rm{border-collapse:collapse}.rm td,.rm th{border:1px solid #bbb;padding:6px 14px;text-align:center;font-weight:normal}.rm thead th{background:#e8f1fe}.rm tbody th{background:#f8f8fb;text-align:left;position:sticky;left:0}.r{text-align:right!important}.x{color:#999}small{color:#555}summary{font-weight:bold;padding:10px 0;color:#0017c1;cursor:pointer}.bt{display:flex;gap:10px;padding:18px 0 30px}button{border:1px solid #0017c1;background:#fff;color:#0017c1;border-radius:8px;padding:9px 14px;font:inherit}.pr{background:#0017c1;color:#fff}button:disabled{border-color:#bbb;color:#aaa}dl{margin:0 0 12px}dt{color:#555;font-size:13px}dd{margin:0 0 8px;text-align:right}.big{font-size:21px;font-weight:bold}</style>",
    ),
  },
  things: [
    type("氏名", "n11", "申請者/枠"),
    type("電話番号", "n23", "使用責任者/枠"),
    type("団体名", "n1"),
    choose("施設", "文化会館", "n2"),
    type("月", "n4", "使用日/欄"),
    cell("「使用区分」表で「部屋」が「第２会議室」の行の「夜間」", "をチェックする", "n423"),
    cell("「使用区分」表の3行目の「午前」", "をチェックする", "n431"),
    type("使用人数", "n6"),
    tick("冷暖房を使用する", "n7"),
    choose("入場料の徴収", "徴収しない", "n9"),
    cell("「附属設備」表で「設備」が「プロジェクター」の行の「数量」", "に「V」を入力する", "n52"),
    cell(
      "「附属設備」表で「設備」が「グランドピアノ」の行の「単価（円）」",
      "の値を {読んだ値} として読み取る",
      "3,140",
    ),
    read("納付額", "7,860円"),
    press("空き状況を確認する", "n72"),
    { ...choose("減免の理由", "社会教育団体", "n61"), after: openRelief },
    { ...type("団体登録番号", "n62"), after: openRelief },
  ],
};

/** The last third of the tenth set. */
export const tenthHeldOutRest: readonly LegacyPage[] = [house, meals, library, halls];

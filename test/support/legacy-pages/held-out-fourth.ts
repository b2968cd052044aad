/** A fourth set, in the hands of ten more vendors; written with its sentences before anything was run on it (first half). */
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

const front: LegacyPage = {
  name: "児童手当",
  hand: "1999, a page editor: frames, font and b captions above the fields, captions split over cells, units before and after",
  documents: {
    "/": `<html><head><title>児童手当システム</title></head><frameset cols="150,*" border=0><frame name=menu src="/m"><frameset rows="40,*"><frame name=head src="/h"><frame name=main src="/f"></frameset></frameset></html>`,
    "/m": doc(
      "menu",
      `<body bgcolor="#ffffcc"><font size=2><p><a href="javascript:void(0)" data-t=a1><font color=blue>◆認定請求</font></a></p><p><a href="javascript:void(0)" data-t=a2><font color=blue>◆額改定</font></a></p><p><a href="javascript:void(0)" data-t=a3><font color=blue>◆消滅届</font></a></p></font></body>`,
    ),
    "/h": doc("head", `<font size=4 color=navy><b>認定請求書入力</b></font>`),
    "/f": doc(
      "main",
      `<table border=0 cellpadding=2><tr><td><font size=2 color=green><b>認定番号</b></font></td><td><font size=2 color=green><b>請求年月日</b></font></td><td><font size=2 color=green><b>支給開始月</b></font></td></tr>
<tr><td>${input("a4", "size=8")}</td><td>${select("a5", "平成", "令和")}${input("a6", "size=2")}<font size=2>年</font>${input("a7", "size=2")}<font size=2>月</font>${input("a8", "size=2")}<font size=2>日</font></td><td>${input("a9", "size=2")}<font size=2>月分から</font></td></tr></table>
<hr><table border=1 bordercolor=silver><tr><td align=right><font size=2>氏</font></td><td><font size=2>名</font></td><td>${input("a10", "size=20")}</td></tr>
<tr><td colspan=2 align=center><font size=2>職　　　業</font></td><td>${select("a11", "会社員", "自営業", "公務員")}</td></tr>
<tr><td colspan=2 align=center><font size=2>前年所得</font></td><td><font size=2>金</font>${input("a12", "size=10")}<font size=2>円也</font></td></tr>
<tr><td colspan=2 align=center><font size=2>扶養人数</font></td><td>${input("a13", "size=2")}<font size=2>人（うち老人${input("a14", "size=2")}人）</font></td></tr>
<tr><td colspan=2 align=center><font size=2>年金の<br>種　別</font></td><td><font size=2><input type=radio name=n data-t=a15>国民年金<br><input type=radio name=n data-t=a16>厚生年金<br><input type=radio name=n data-t=a17>共済</font></td></tr></table>
<center><input type=button data-t=a18 value="　登　録　前　確　認　"><input type=button data-t=a19 value="　ク　リ　ア　"></center>`,
    ),
  },
  things: [
    press("認定請求", "a1"),
    press("消滅届", "a3"),
    type("認定番号", "a4"),
    choose("請求年月日", "令和", "a5"),
    type("月", "a7", "請求年月日/欄"),
    type("支給開始月", "a9"),
    type("氏名", "a10"),
    choose("職業", "自営業", "a11"),
    type("前年所得", "a12"),
    type("扶養人数", "a13"),
    type("うち老人", "a14"),
    choose("年金の種別", "厚生年金", "a16"),
    press("登録前確認", "a18"),
    press("クリア", "a19"),
  ],
};

const gridRow = (n: number): string =>
  `<tr class=${n % 2 ? "odd" : "even"}><td><span><input type=checkbox id=ctl00_M_gv_ctl0${n}_chk data-t=b${n}0></span></td><td><a href="javascript:__doPostBack('g','${n}')" data-t=b${n}1>C-010${n}</a></td><td>見本工務店${n}</td><td align=right>${n}50,000</td><td>${select(`b${n}2`, "一般", "指名", "随意")}</td></tr>`;
const webForms: LegacyPage = {
  name: "契約管理",
  hand: "2006, ASP.NET WebForms: spans as labels, validators, GridView with sort links and page numbers, link buttons, a calendar picture",
  documents: {
    "/": doc(
      "契約管理システム - 入札参加者一覧",
      `<form onsubmit="return false"><div id=ctl00_hdr><span id=ctl00_lblUser>ログイン者：契約 太郎</span> <span id=ctl00_lblDate>2006/05/10</span></div>
<div id=ctl00_M_pnl><div><span id=ctl00_M_lbl1 style="display:inline-block;width:120px">工事番号</span>${input("b1", "id=ctl00_M_txt1")}<span style="color:Red;visibility:hidden">*</span></div>
<div><span id=ctl00_M_lbl2 style="display:inline-block;width:120px">工事件名</span>${input("b2", "id=ctl00_M_txt2 size=50")}<span style="color:Red">*</span></div>
<div><span id=ctl00_M_lbl3 style="display:inline-block;width:120px">開札日時</span>${input("b3", "size=10 readonly value=2006/06/01")}<input type=image data-t=b4 src="${dot}" width=16 height=16 title="カレンダー"> ${input("b5", "size=2")}時${input("b6", "size=2")}分</div>
<div><span style="display:inline-block;width:120px">予定価格</span>\\${input("b7", "size=12")}(税込)　<span>最低制限価格</span>\\${input("b8", "size=12")}(税込)</div>
<div><span style="display:inline-block;width:120px">入札方法</span><table id=ctl00_M_rbl style="display:inline-table"><tr><td><input id=rb0 type=radio name=rbl data-t=b90><label for=rb0>電子</label></td><td><input id=rb1 type=radio name=rbl data-t=b91><label for=rb1>紙</label></td><td><input id=rb2 type=radio name=rbl data-t=b92><label for=rb2>郵便</label></td></tr></table></div></div>
<div class=cap>入札参加者</div><table cellspacing=0 rules=all border=1 id=ctl00_M_gv><tr><th scope=col><span><input type=checkbox data-t=b99></span></th><th scope=col><a href="javascript:__doPostBack('s','1')">業者番号</a></th><th scope=col><a href="javascript:__doPostBack('s','2')">業者名</a></th><th scope=col>入札額</th><th scope=col>区分</th></tr>
${[1, 2, 3].map(gridRow).join("")}<tr><td colspan=5><table border=0><tr><td><span>1</span></td><td><a href="javascript:__doPostBack('p','2')" data-t=b93>2</a></td><td><a href="javascript:__doPostBack('p','3')">3</a></td></tr></table></td></tr></table>
<a id=ctl00_M_lb1 href="javascript:__doPostBack('x','')" data-t=b94>選択した業者を削除</a> <input type=submit data-t=b95 value="落札決定画面へ"></form><script>function __doPostBack(){}</script>`,
    ),
  },
  things: [
    read("ログイン者", "契約 太郎"),
    type("工事番号", "b1"),
    type("工事件名", "b2"),
    press("カレンダー", "b4"),
    read("開札日時", "2006/06/01"),
    type("予定価格", "b7"),
    type("最低制限価格", "b8"),
    choose("入札方法", "郵便", "b92"),
    cell("「入札参加者」表で「業者番号」が「C-0102」の行の「区分」", "で「随意」を選ぶ", "b22"),
    cell("「入札参加者」表で「業者名」が「見本工務店3」の行の「C-0103」", "を押す", "b31"),
    cell(
      "「入札参加者」表で「業者名」が「見本工務店1」の行の「入札額」",
      "を {読んだ値} として読み取る",
      "150,000",
    ),
    press("選択した業者を削除", "b94"),
    press("落札決定画面へ", "b95"),
    type("時", "b5", "開札日時/欄"),
  ],
};

const extButton = (t: string, text: string): string =>
  `<table cellspacing=0 class="x-btn"><tbody><tr><td class="x-btn-tl"><i>&nbsp;</i></td><td></td><td></td></tr><tr><td><i>&nbsp;</i></td><td class="x-btn-mc"><em unselectable=on><button type=button data-t=${t}>${text}</button></em></td><td><i>&nbsp;</i></td></tr></tbody></table>`;
const extItem = (id: string, label: string, field: string): string =>
  `<div class="x-form-item" tabindex=-1><label for="${id}" style="width:100px" class="x-form-item-label">${label}:</label><div class="x-form-element" style="padding-left:105px">${field}</div><div class="x-form-clear-left"></div></div>`;
const extRow = (n: number): string =>
  `<div class="x-grid3-row"><table class="x-grid3-row-table" cellspacing=0 style="width:500px"><tbody><tr><td style="width:60px"><div class="x-grid3-cell-inner">${n}</div></td><td style="width:240px"><div class="x-grid3-cell-inner">備品購入費${n}</div></td><td style="width:100px"><div class="x-grid3-cell-inner">${n}0,000</div></td><td style="width:100px"><div class="x-grid3-cell-inner"><img src="${dot}" width=16 height=16 title="編集" onclick="0" data-t=c${n}0></div></td></tr></tbody></table></div>`;
const ext: LegacyPage = {
  name: "文書財務",
  hand: "2010, ExtJS-like: generated boxes, combo boxes of a text field and a trigger, buttons in tables, grid rows that are tables of their own",
  documents: {
    "/": doc(
      "財務会計",
      `<style>.x-form-item{clear:both;margin:4px}.x-form-item-label{float:left}.x-form-clear-left{clear:left}.tabs li{display:inline-block;margin-right:8px}.list{border:1px solid;position:absolute;background:#fff}</style>
<div class=tabs><ul><li><a class="x-tab-right" href="#" onclick="return false" data-t=c1><em><span><span>基本情報</span></span></em></a></li><li><a href="#" onclick="return false" data-t=c2><em><span><span>明細</span></span></em></a></li><li><a href="#" onclick="return false" data-t=c3><em><span><span>添付</span></span></em></a></li></ul></div>
<div class="x-panel"><div class="x-panel-header"><span class="x-panel-header-text">起案情報</span></div><div class="x-panel-body">
${extItem("ext-gen1", "文書番号", `<input id=ext-gen1 data-t=c4>`)}${extItem("ext-gen2", `件名<span style="color:red">*</span>`, `<input id=ext-gen2 data-t=c5 size=40>`)}
${extItem("ext-comp-1010", "保存年限", `<div class="x-form-field-wrap"><input type=hidden name=hozon value=5><input id=ext-comp-1010 data-t=c6 autocomplete=off value="5年"><img src="${dot}" width=17 height=21 class="x-form-trigger" onclick="0"></div>`)}
${extItem("ext-gen4", "起案日", `<div><input id=ext-gen4 data-t=c7 size=10><img src="${dot}" width=17 height=21 class="x-form-trigger x-form-date-trigger" onclick="0"></div>`)}
${extItem("ext-gen5", "公開区分", `<div><div class="x-form-check-wrap"><input type=radio name=kk id=ext-r1 data-t=c8><label class="x-form-cb-label" for=ext-r1>公開</label></div><div class="x-form-check-wrap"><input type=radio name=kk id=ext-r2 data-t=c9><label class="x-form-cb-label" for=ext-r2>非公開</label></div></div>`)}
${extItem("ext-gen6", "備考", `<textarea id=ext-gen6 data-t=c10></textarea>`)}</div></div>
<div class="x-panel"><div class="x-panel-header"><span class="x-panel-header-text">予算明細</span></div><div class="x-grid3"><div class="x-grid3-header"><table cellspacing=0 style="width:500px"><thead><tr><td style="width:60px"><div>No</div></td><td style="width:240px"><div>節名</div></td><td style="width:100px"><div>金額</div></td><td style="width:100px"><div>操作</div></td></tr></thead></table></div><div class="x-grid3-body">${[1, 2, 3].map(extRow).join("")}</div></div></div>
<div class="x-toolbar"><table><tr><td>${extButton("c11", "一時保存")}</td><td><span class="xtb-sep"></span></td><td>${extButton("c12", "印刷プレビュー")}</td><td>${extButton("c13", "閉じる")}</td></tr></table></div>`,
    ),
  },
  things: [
    press("明細", "c2"),
    press("添付", "c3"),
    type("文書番号", "c4"),
    type("件名", "c5"),
    type("保存年限", "c6"),
    type("起案日", "c7"),
    choose("公開区分", "非公開", "c9"),
    type("備考", "c10", "起案情報/枠"),
    cell("「予算明細」表で「節名」が「備品購入費2」の行の「編集」", "を押す", "c20"),
    cell("「予算明細」表で「No」が「3」の行の「金額」", "を {読んだ値} として読み取る", "30,000"),
    press("印刷プレビュー", "c12"),
    press("閉じる", "c13"),
  ],
};

const combo = (id: string, t: string, label: string, ...options: string[]): string =>
  `<tr><td><label for=${id}>${label}</label></td><td><div id=${id} class="ui-selectonemenu" role=combobox aria-haspopup=listbox aria-expanded=false tabindex=0 data-t=${t} style="border:1px solid;width:160px;cursor:pointer" onclick="document.getElementById('${id}_p').style.display='block'"><label id=${id}_label class="ui-selectonemenu-label">選択してください</label><div style="display:inline-block">▼</div></div><div id=${id}_p style="display:none;position:absolute;background:#fff;border:1px solid"><ul role=listbox>${options.map((o, i) => `<li role=option data-t=${t}o${i} style="cursor:pointer" onclick="document.getElementById('${id}_label').textContent=this.textContent;document.getElementById('${id}_p').style.display='none'">${o}</li>`).join("")}</ul></div></td></tr>`;
const prime: LegacyPage = {
  name: "施設使用",
  hand: "2013, PrimeFaces-like: menus drawn by boxes over a hidden list, drawn check boxes and radios, calendar with a button, panels with a title bar",
  documents: {
    "/": doc(
      "施設使用料",
      `<style>.hid{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}.box{display:inline-block;width:16px;height:16px;border:1px solid;cursor:pointer}.ui-panel{border:1px solid;margin:6px}</style>
<div class="ui-panel"><div class="ui-panel-titlebar"><span class="ui-panel-title">使用申請</span></div><table class="ui-panelgrid"><tbody>
<tr><td><label for=j1_name>使用者名 <span>*</span></label></td><td><input id=j1_name data-t=d1></td></tr>
${combo("j1_fac", "d2", "施設", "体育館", "公民館", "図書館")}
<tr><td><label>使用日</label></td><td><span><input id=j1_d_input data-t=d3 size=10><button type=button data-t=d4 title="Show Calendar"><span class="ui-icon">&#160;</span><span>ui-button</span></button></span></td></tr>
<tr><td><label>使用区分</label></td><td><table role=radiogroup><tr>${["午前", "午後", "夜間"].map((c, i) => `<td><div class="ui-radiobutton"><div class=hid><input type=radio id=j1_k${i} name=j1_k data-t=d5${i}></div><div class=box onclick="this.previousElementSibling.firstElementChild.click()"></div></div></td><td><label for=j1_k${i}>${c}</label></td>`).join("")}</tr></table></td></tr>
<tr><td><label>減免</label></td><td><div class="ui-chkbox"><div class=hid><input type=checkbox id=j1_c data-t=d6></div><div class=box onclick="this.previousElementSibling.firstElementChild.click()"></div></div><label for=j1_c>減免を受ける</label></td></tr>
<tr><td><label for=j1_n_input>使用人数</label></td><td><span class="ui-spinner"><input id=j1_n_input data-t=d7 size=4><a class="ui-spinner-up" href="javascript:void(0)"><span>▲</span></a><a class="ui-spinner-down" href="javascript:void(0)"><span>▼</span></a></span></td></tr>
<tr><td><label for=j1_m>メモ</label></td><td><textarea id=j1_m data-t=d8></textarea></td></tr></tbody></table></div>
<div class="ui-panel"><div class="ui-panel-titlebar"><span class="ui-panel-title">請求先</span></div><table class="ui-panelgrid"><tbody><tr><td><label for=j1_name2>氏名</label></td><td><input id=j1_name2 data-t=d9></td><td><label for=j1_tel>電話</label></td><td><input id=j1_tel data-t=d10></td></tr></tbody></table></div>
<button type=button class="ui-button" data-t=d11><span class="ui-icon"></span><span class="ui-button-text">料金計算</span></button><button type=button class="ui-button" data-t=d12><span class="ui-button-text">戻る</span></button>
<p>使用料：<span id=fee>3,300円</span></p>`,
    ),
  },
  things: [
    type("使用者名", "d1"),
    choose("施設", "公民館", "d2+d2o1"),
    type("使用日", "d3"),
    choose("使用区分", "午後", "d51"),
    tick("減免を受ける", "d6"),
    type("使用人数", "d7"),
    type("メモ", "d8"),
    type("氏名", "d9", "請求先/枠"),
    type("電話", "d10"),
    press("料金計算", "d11"),
    press("戻る", "d12"),
    read("使用料", "3,300円"),
  ],
};

const spa: LegacyPage = {
  name: "電子窓口",
  hand: "2020, a single page: floating labels, placeholders only, several ids in aria-labelledby, a shadow form, renewed on input, SVG buttons",
  documents: {
    "/": doc(
      "オンライン手続",
      `<style>.f{position:relative;margin:14px 0}.f label{position:absolute;left:6px;top:2px;font-size:11px;pointer-events:none}.f input{padding-top:14px}</style><main><h1>転入の届出</h1>
<section aria-labelledby=s1><h2 id=s1>届出人</h2><div class=f><input id=u1 data-t=e1 placeholder=" "><label for=u1>お名前（漢字）</label></div><div class=f><input id=u2 data-t=e2 placeholder=" "><label for=u2>お名前（カナ）</label></div>
<input data-t=e3 placeholder="日中つながる電話番号"><input data-t=e4 placeholder="メールアドレス" type=email></section>
<section><h2 id=s2>異動日</h2><span id=y>年</span><span id=mo>月</span><input aria-labelledby="s2 y" data-t=e5 size=4><input aria-labelledby="s2 mo" data-t=e6 size=2></section>
<section><h2>新しい住所</h2><buka-addr></buka-addr></section>
<section><h2 id=s4>ご要望</h2><div contenteditable=true role=textbox aria-labelledby=s4 data-t=e9 style="border:1px solid;min-height:30px"></div></section>
<section><h2>世帯員</h2><div id=live></div></section>
<label><input type=checkbox role=switch data-t=e12><span>マイナポータルで受け取る</span></label>
<div><button type=button aria-label="ヘルプを開く" data-t=e13><svg width=20 height=20><circle cx=10 cy=10 r=9 /></svg></button><button type=button data-t=e14><svg width=16 height=16 aria-hidden=true><rect width=16 height=16 /></svg><span>下書きを保存</span></button><button type=button data-t=e15><svg width=20 height=20><title>印刷する</title><rect width=20 height=20 /></svg></button></div></main>
<script>customElements.define('buka-addr',class extends HTMLElement{connectedCallback(){this.attachShadow({mode:'open'}).innerHTML='<div><span>〒</span><input data-t=e7 placeholder="郵便番号（ハイフンなし）"><button data-t=e71>住所を自動入力</button></div><div><label>番地・建物名<input data-t=e8></label></div>'}});
const st=[{n:'',z:''}];const live=document.getElementById('live');function draw(){live.innerHTML=st.map((r,i)=>'<div class=row><label>世帯員'+(i+1)+'の氏名<input data-t=e10 data-i='+i+' value="'+r.n+'"></label><label>続柄<select data-t=e11><option></option><option'+(r.z==='妻'?' selected':'')+'>妻</option><option'+(r.z==='子'?' selected':'')+'>子</option></select></label></div>').join('')}
live.addEventListener('change',e=>{const r=st[0];if(e.target.tagName==='INPUT')r.n=e.target.value;else r.z=e.target.value;draw()});draw()</script>`,
    ),
  },
  things: [
    type("お名前（漢字）", "e1"),
    type("お名前（カナ）", "e2"),
    type("日中つながる電話番号", "e3"),
    type("メールアドレス", "e4"),
    type("異動日 年", "e5"),
    type("月", "e6", "異動日/欄"),
    type("郵便番号", "e7"),
    press("住所を自動入力", "e71"),
    type("番地・建物名", "e8"),
    type("ご要望", "e9"),
    type("世帯員1の氏名", "e10"),
    choose("続柄", "子", "e11"),
    tick("マイナポータルで受け取る", "e12"),
    press("ヘルプを開く", "e13"),
    press("下書きを保存", "e14"),
    press("印刷する", "e15"),
  ],
};

export const fourthHeldOutPages: readonly LegacyPage[] = [front, webForms, ext, prime, spa];

/** The middle third of the tenth set, sealed: direct debits, service register, care, water, contracts. */
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

const drawnTab = (t: string, word: string, on: boolean): string =>
  `<td><a href="#" onclick="return false" data-t=${t}><img border=0 alt="${word}" src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="96" height="24"><path d="M0 24V6l6-6h84l6 6v18z" fill="${on ? "#fff" : "#9db8d9"}"/><text x="48" y="17" font-size="13" text-anchor="middle" fill="#036">${word}</text></svg>`)}"></a></td>`;
const node = (t: string, word: string, deep = 0): string =>
  `<div style="padding-left:${deep * 14}px">${deep === 0 ? `<b>■${word}</b>` : `<a href="#" onclick="return false" data-t=${t}>・${word}</a>`}</div>`;
const jsp = (word: string, body: string): string =>
  `<td bgcolor=#d6e4f5 nowrap>${word}</td><td>${body}</td>`;
const debit = (
  n: number,
  id: string,
  who: string,
  tax: string,
  amount: string,
  bank: string,
  kana: string,
  account: string,
): string =>
  `<tr bgcolor=${n % 2 === 0 ? "#f2f2f2" : "#ffffff"}><td rowspan=2 align=center>${n}</td><td>${id}</td><td>${who}</td><td>${tax}</td><td align=center>３期</td><td align=right>${amount}</td><td rowspan=2 align=center><input type=checkbox name=saifurikae data-t=f4${n}></td><td rowspan=2><input type=button value="詳細" data-t=f5${n}><br><input type=button value="履歴" data-t=f6${n}></td></tr><tr bgcolor=${n % 2 === 0 ? "#f2f2f2" : "#ffffff"}><td>${bank}</td><td>${kana}</td><td>普通</td><td>${account}</td><td>${select(`f7${n}`, "0:振替済", "1:資金不足", "2:取引なし", "3:預金者都合", "8:依頼書なし")}</td></tr>`;
const debits: LegacyPage = {
  name: "口座振替結果",
  hand: "Struts in a frameset: tabs that are pictures, a tree of links, captions in coloured cells, records of two rows under a head of two rows, a small table of sums",
  documents: {
    "/": '<html><head><title>口座振替</title></head><frameset rows="52,*" border=0 frameborder=0><frame src="/head.jsp" name=head scrolling=no noresize><frameset cols="150,*" border=1><frame src="/tree.jsp" name=tree><frame src="/kekka.jsp" name=body></frameset></frameset></html>',
    "/head.jsp": doc(
      "head",
      `<table width=100% cellspacing=0 cellpadding=0><tr><td valign=top><font color=white><b>税総合システム</b></font></td><td align=right><font color=white size=2>納税課　例　花子</font></td></tr></table><table cellspacing=2 cellpadding=0 class=tabs><tr>${drawnTab("f91", "賦課", false)}${drawnTab("f92", "収納", false)}${drawnTab("f93", "口座振替", true)}${drawnTab("f94", "滞納整理", false)}</tr></table>`,
      "<style>body{margin:0;background:#369;font:14px sans-serif}.tabs{position:absolute;bottom:0;left:150px}</style>",
    ),
    "/tree.jsp": doc(
      "menu",
      `${node("", "口座管理")}${node("f81", "口座登録", 1)}${node("f82", "口座一覧", 1)}${node("", "振替処理")}${node("f83", "振替データ作成", 1)}${node("f84", "結果取込", 1)}${node("f85", "結果照会・修正", 1)}${node("", "帳票")}${node("f86", "振替済通知書", 1)}${node("f87", "不能者一覧表", 1)}`,
      "<style>body{margin:6px;background:#eaf1fa;font:13px sans-serif;line-height:23px}a{color:#036}</style>",
    ),
    "/kekka.jsp": doc(
      "結果照会",
      `<form name=kozaForm onsubmit="return false"><div class=tt>口座振替結果照会・修正</div><table border=1 bordercolor=#99b cellspacing=0 cellpadding=3><tr>${jsp("振替日", `令和${input("f1", "size=2")}年${input("f2", "size=2")}月${input("f3", "size=2")}日`)}${jsp("税目", select("f4", "市県民税", "固定資産税", "軽自動車税", "国民健康保険税"))}</tr><tr>${jsp("金融機関", `${input("f5", "size=4")} <input type=button value="検索" data-t=f6> 見本銀行`)}${jsp("支店", `${input("f7", "size=3")} 駅前`)}</tr><tr>${jsp("結果区分", "<input type=radio name=k data-t=f8>全件 <input type=radio name=k data-t=f9>振替済 <input type=radio name=k data-t=f10>振替不能")}${jsp("表示順", select("f11", "宛名番号順", "口座番号順"))}</tr></table><p><input type=submit value="照会実行" data-t=f12> <input type=button value="条件クリア" data-t=f13></p><table width=760><tr><td><b>振替結果一覧</b></td><td align=right>全 128 件中 1～3 件目　<a href="#" onclick="return false" data-t=f14>次頁</a></td></tr></table><table border=1 bordercolor=#99b cellspacing=0 cellpadding=3 width=760><tr bgcolor=#336699 class=h><td rowspan=2>No</td><td>宛名番号</td><td>氏名</td><td>税目</td><td>期別</td><td>振替額</td><td rowspan=2>再振替</td><td rowspan=2>操作</td></tr><tr bgcolor=#336699 class=h><td>金融機関</td><td>口座名義</td><td>種別</td><td>口座番号</td><td>結果</td></tr>${debit(1, "00120388", "見本　太郎", "市県民税", "18,600", "見本銀行　駅前", "ﾐﾎﾝ ﾀﾛｳ", "7654321")}${debit(2, "00120567", "例　花子", "市県民税", "42,100", "見本銀行　東", "ﾚｲ ﾊﾅｺ", "0123456")}${debit(3, "00131002", "㈱みほん電設", "市県民税", "7,300", "見本銀行　本店", "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ", "0200331")}</table><br><b>結果集計</b><table border=1 bordercolor=#99b cellspacing=0 cellpadding=3><tr bgcolor=#336699 class=h><td>区分</td><td>件数</td><td>金額</td></tr><tr><td>振替済</td><td align=right>119</td><td align=right>2,845,300</td></tr><tr><td>振替不能</td><td align=right>9</td><td align=right>186,400</td></tr><tr><td>合計</td><td align=right>128</td><td align=right>3,031,700</td></tr></table><p><input type=button value="修正内容を反映" data-t=f15> <input type=button value="不能通知書印刷" data-t=f16></p></form>`,
      "<style>body,td{font:13px 'MS PGothic',sans-serif}.tt{font-size:16px;color:#036;border-bottom:2px solid #369;margin-bottom:8px}.h td{color:#fff;text-align:center}</style>",
    ),
  },
  things: [
    press("滞納整理", "f94"),
    press("不能者一覧表", "f87"),
    type("月", "f2", "振替日/欄"),
    choose("税目", "固定資産税", "f4"),
    type("金融機関", "f5"),
    choose("結果区分", "振替不能", "f10"),
    press("照会実行", "f12"),
    cell(
      "「振替結果一覧」表で「宛名番号」が「00120567」の行の「結果」",
      "で「1:資金不足」を選ぶ",
      "f72",
    ),
    cell("「振替結果一覧」表で「氏名」が「㈱みほん電設」の行の「再振替」", "をチェックする", "f43"),
    cell("「振替結果一覧」表で「宛名番号」が「00120388」の行の「履歴」", "を押す", "f61"),
    cell(
      "「振替結果一覧」表で「No」が「2」の行の「口座番号」",
      "の値を {読んだ値} として読み取る",
      "0123456",
    ),
    cell(
      "「振替結果一覧」表で「宛名番号」が「00131002」の行の「振替額」",
      "の値を {読んだ値} として読み取る",
      "7,300",
    ),
    cell(
      "「結果集計」表で「区分」が「振替不能」の行の「件数」",
      "の値を {読んだ値} として読み取る",
      "9",
    ),
    press("次頁", "f14"),
    press("不能通知書印刷", "f16"),
  ],
};

const at = (x: number, y: number, body: string): string =>
  `<div style="left:${x}px;top:${y}px">${body}</div>`;
const item = (t: string, w: number, value = "", more = ""): string =>
  input(t, `style="width:${w}px" value="${value}" ${more}`);
const ask = (x: number, y: number, word: string, body: string, gap: number): string =>
  at(x, y + 3, word) + at(x + gap, y, body);
const canvas = (x: number, y: number, w: number, h: number, word: string): string =>
  `<div class=fr style="left:${x}px;top:${y}px;width:${w}px;height:${h}px"></div><div class=frl style="left:${x + 12}px;top:${y - 8}px">${word}</div>`;
const tool = (t: string, title: string, glyph: string): string =>
  `<button type=button title="${title}" data-t=${t}>${glyph}</button>`;
const service = (n: number, values: readonly string[]): string =>
  at(24, 262 + n * 23, `<span class=${n === 1 ? "now" : "non"}></span>`) +
  [40, 204, 264, 334, 424, 514]
    .map((x, i) =>
      at(
        x,
        260 + n * 23,
        item(
          `gr${i}${n}`,
          [150, 56, 66, 86, 86, 90][i] ?? 60,
          values[i] ?? "",
          i === 2 ? "readonly class=ro" : "",
        ),
      ),
    )
    .join("") +
  at(610, 260 + n * 23, `<button type=button class=lov data-t=gl${n}>…</button>`);
const limitTab = { sentence: "「利用者負担」を押す", touches: "g32" };
const register: LegacyPage = {
  name: "受給者台帳",
  hand: "Oracle Forms alike: grey canvases, prompts beside or above the items, a block of many records whose every value is an item, tabs, a bar of small icons",
  documents: {
    "/": doc(
      "受給者台帳管理",
      `<div class=win><div class=ttl>SHG0210　受給者台帳管理</div><div class=mb>処理(A)　編集(E)　問合せ(Q)　ブロック(B)　レコード(R)　ヘルプ(H)</div><div class=bar>${tool("g21", "問合せ入力", "？")}${tool("g22", "問合せ実行", "！")}${tool("g23", "前レコード", "◁")}${tool("g24", "次レコード", "▷")}${tool("g25", "値リスト", "≡")}${tool("g26", "画面印刷", "▤")}${tool("g27", "終了", "×")}</div><form class=cv onsubmit="return false">
${canvas(10, 14, 760, 150, "受給者")}${ask(24, 26, "受給者証番号", item("g1", 90, "0000012345"), 90)}${ask(260, 26, "フリガナ", item("g2", 140, "ミホン　タロウ"), 60)}${ask(490, 26, "氏名", item("g3", 140, "見本　太郎"), 40)}${ask(24, 54, "生年月日", item("g4", 80, "S62.03.09"), 90)}${ask(260, 54, "性別", select("g5", "男", "女"), 60)}${ask(490, 54, "年齢", item("g6", 30, "39", "readonly class=ro"), 40)}${ask(24, 82, "障害種別", ["身体", "知的", "精神", "難病"].map((w, i) => `<input type=checkbox data-t=g${7 + i}>${w}　`).join(""), 90)}${ask(490, 82, "手帳番号", item("g11", 110), 60)}${ask(24, 110, "保護者氏名", item("g12", 120), 90)}${ask(260, 110, "続柄", item("g13", 60), 60)}${ask(490, 110, "連絡先", item("g14", 110), 60)}${at(24, 138, "<input type=checkbox data-t=g15>介護保険対象者")}
<div class=tabs><span class=on data-t=g31 tabindex=0>支給決定</span><span data-t=g32 tabindex=0>利用者負担</span><span data-t=g33 tabindex=0>備考</span></div>
<div class=pg id=p1>${at(24, 210, "障害支援区分")}${at(114, 207, select("g16", "区分１", "区分２", "区分３", "区分４", "区分５", "区分６"))}${at(260, 210, "認定有効期間")}${at(350, 207, `${item("g17", 80)} ～ ${item("g18", 80)}`)}${canvas(16, 246, 640, 135, "支給決定内容")}${["サービス種類", "支給量", "単位", "開始日", "終了日", "負担上限月額"].map((w, i) => at([40, 204, 264, 334, 424, 514][i] ?? 0, 260, w)).join("")}${service(1, ["居宅介護", "20.0", "時間/月", "R08.07.01", "R09.06.30", "9,300"])}${service(2, ["生活介護", "22", "日/月", "R08.07.01", "R11.06.30", "9,300"])}${service(3, [])}${service(4, [])}</div>
<div class=pg id=p2 style="display:none">${at(24, 210, "所得区分")}${at(114, 207, select("g61", "生活保護", "低所得", "一般１", "一般２"))}${at(24, 238, "上限額管理事業所")}${at(150, 235, item("g62", 220))}${at(24, 266, "市町村民税所得割")}${at(150, 263, `${item("g63", 90)} 円`)}${at(24, 294, "<input type=checkbox data-t=g64>食費等実費負担の減免")}</div>
${at(16, 396, "<button type=button class=pb data-t=g71>受給者証発行</button>")}${at(126, 396, "<button type=button class=pb data-t=g72>決定通知書</button>")}${at(236, 396, "<button type=button class=pb data-t=g73>履歴照会</button>")}${at(346, 396, "<button type=button class=pb data-t=g74>世帯照会</button>")}${at(456, 396, "<button type=button class=pb disabled>支給停止</button>")}</form><div class=sb>レコード: 1/1　　｜　　｜ &lt;OSC&gt;</div></div><script>document.querySelectorAll(".tabs span").forEach((t,i)=>t.onclick=()=>{document.querySelectorAll(".tabs span").forEach(x=>x.classList.toggle("on",x===t));["p1","p2"].forEach((p,n)=>document.getElementById(p).style.display=n===i?"":"none")})</script>`,
      "<style>body{margin:0;background:#a9b6c6;font:13px 'MS UI Gothic',sans-serif}.win{width:790px;background:#d6dfe8;border:2px outset #fff}.ttl{background:#31517a;color:#fff;padding:4px 8px;font-weight:bold}.mb{padding:3px 8px}.bar{border:1px solid #9ab;padding:2px 6px}.bar button{width:26px;height:24px;margin-right:2px}.cv{position:relative;height:432px;margin:0}.cv>div,.pg>div{position:absolute;white-space:nowrap}.fr{border:1px solid #8395a9;box-shadow:1px 1px #fff inset}.frl{background:#d6dfe8;padding:0 4px;color:#24436b}input:not([type]){border:1px solid #71869d;height:16px;font:13px sans-serif}.ro{background:#d6dfe8}.now,.non{display:inline-block;width:9px;height:14px;border:1px solid #71869d}.now{background:#31517a}.lov{width:20px;height:19px;padding:0}.cv>.tabs{left:16px;top:176px}.tabs span{display:inline-block;border:1px solid #8395a9;border-bottom:0;padding:3px 14px;background:#bccada;cursor:default}.tabs .on{background:#d6dfe8;font-weight:bold}.pb{width:104px;height:24px}.sb{border-top:1px solid #8395a9;padding:3px 8px}</style>",
    ),
  },
  things: [
    type("受給者証番号", "g1"),
    choose("性別", "女", "g5"),
    tick("精神", "g9"),
    type("続柄", "g13"),
    read("年齢", "39"),
    tick("介護保険対象者", "g15"),
    choose("障害支援区分", "区分４", "g16"),
    cell("「認定有効期間」の2番目", "に「V」を入力する", "g18"),
    cell(
      "「支給決定内容」表で「サービス種類」が「生活介護」の行の「支給量」",
      "に「V」を入力する",
      "gr12",
    ),
    cell("「支給決定内容」表の3行目の「サービス種類」", "に「V」を入力する", "gr03"),
    cell(
      "「支給決定内容」表で「サービス種類」が「居宅介護」の行の「終了日」",
      "の値を {読んだ値} として読み取る",
      "R09.06.30",
    ),
    press("次レコード", "g24"),
    press("履歴照会", "g73"),
    { ...type("上限額管理事業所", "g62"), after: limitTab },
    { ...tick("食費等実費負担の減免", "g64"), after: limitTab },
  ],
};

let matNumber = 0;
const matField = (t: string, word: string, more = "", suffix = "", value = ""): string => {
  matNumber += 1;
  const id = `mat-input-${matNumber}`;
  return `<mat-form-field class="mat-mdc-form-field mat-form-field-appearance-outline"><div class=mdc-text-field><div class=mdc-notched-outline><label class="mdc-floating-label ${value === "" ? "" : "mdc-floating-label--float-above"}" for=${id}><mat-label>${word}</mat-label>${more.includes("required") ? "<span aria-hidden=true class=mat-mdc-form-field-required-marker> *</span>" : ""}</label></div><div class=mat-mdc-form-field-infix><input matinput class=mat-mdc-input-element id=${id} ${t === "" ? "" : `data-t=${t}`} value="${value}" ${more}></div>${suffix}</div></mat-form-field>`;
};
const matSuffix = (word: string): string =>
  `<div class=mat-mdc-form-field-text-suffix><span>${word}</span></div>`;
const matIcon = (t: string, label: string, path: string): string =>
  `<button type=button mat-icon-button class=mat-mdc-icon-button aria-label="${label}" data-t=${t}><mat-icon role=img aria-hidden=true><svg width=20 height=20 viewBox="0 0 24 24"><path d="${path}" fill="#555"/></svg></mat-icon></button>`;
const lens =
  "M15.5 14h-.8a6.5 6.5 0 1 0-.7.7v.8l5 5 1.5-1.5zm-6 0a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9z";
const dots =
  "M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm0 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z";
const matSelect = (t: string, now: string, options: readonly string[]): string =>
  `<mat-select role=combobox aria-haspopup=listbox aria-expanded=false tabindex=0 class=mat-mdc-select data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><div class=mat-mdc-select-trigger><div class=mat-mdc-select-value><span class=mat-mdc-select-value-text>${now}</span></div><div class=mat-mdc-select-arrow></div></div></mat-select>`;
const matSelectField = (t: string, word: string, ...options: string[]): string =>
  `<mat-form-field class="mat-mdc-form-field mat-form-field-appearance-outline"><div class=mdc-text-field><div class=mdc-notched-outline><label class=mdc-floating-label id=mat-label-${t}><mat-label>${word}</mat-label></label></div><div class=mat-mdc-form-field-infix>${matSelect(t, "", options).replace("role=combobox", `role=combobox aria-labelledby=mat-label-${t}`)}</div></div></mat-form-field>`;
const matCheck = (t: string, word: string): string =>
  `<mat-checkbox><div class=mdc-form-field><div class=mdc-checkbox><input type=checkbox class=mdc-checkbox__native-control id=mat-${t}-input data-t=${t}></div><label for=mat-${t}-input>${word}</label></div></mat-checkbox>`;
const matRadio = (t: string, word: string): string =>
  `<mat-radio-button><div class=mdc-form-field><div class=mdc-radio><input type=radio name=mr class=mdc-radio__native-control id=mat-${t}-input data-t=${t}></div><label for=mat-${t}-input>${word}</label></div></mat-radio-button>`;
const works = ["手すりの取付け", "段差の解消", "床材の変更", "扉の取替え", "便器の取替え"];
const place = (n: number, where: string, kind: string): string =>
  `<tr mat-row><td mat-cell>${where}</td><td mat-cell>${matSelect(`h5${n}`, kind, works)}</td><td mat-cell><span class=cellin><input data-t=h6${n}><span>円</span></span></td><td mat-cell>${matCheck(`h7${n}`, "")}</td><td mat-cell>${matIcon(`h8${n}`, "行の操作", dots)}</td></tr>`;
const openBuilder = { sentence: "「施工業者」を押す", touches: "h30" };
const fact = (word: string, value: string): string =>
  `<div class=fact><span>${word}</span><strong>${value}</strong></div>`;
const renovation: LegacyPage = {
  name: "住宅改修費",
  hand: "Angular Material: outlined fields with floating labels and units, selects that open over the page, a table with fields, a switch, a part that unfolds, facts in two columns",
  documents: {
    "/": doc(
      "住宅改修費支給申請",
      `<mat-toolbar><span>介護給付</span>　<span class=t2>住宅改修費支給申請</span></mat-toolbar><main><div class=stp><span class=d>1　受付</span><i></i><span class=c>2　申請内容</span><i></i><span>3　審査</span></div><mat-card><h3>申請者</h3><div class=g3>${matField("h1", "被保険者番号", "required", matIcon("h2", "被保険者を検索", lens))}${matField("", "氏名", "readonly tabindex=-1", "", "見本　ハナ")}${matSelectField("h3", "要介護度", "要支援１", "要支援２", "要介護１", "要介護２", "要介護３")}${matField("h4", "受付日", "required")}${matField("h5", "電話番号")}${matField("h6", "担当ケアマネジャー")}</div><mat-radio-group><span class=rl>申請の種類</span>${matRadio("h7", "事前申請")}${matRadio("h8", "事後申請")}${matRadio("h9", "やむを得ない事後申請")}</mat-radio-group></mat-card>
<mat-card><h3>改修箇所</h3><table mat-table><thead><tr mat-header-row>${["場所", "改修の種類", "工事費", "給付対象", ""].map((w) => `<th mat-header-cell>${w}</th>`).join("")}</tr></thead><tbody>${place(1, "玄関", "段差の解消")}${place(2, "廊下", "手すりの取付け")}${place(3, "浴室", "")}</tbody></table><div class=row><button type=button mat-stroked-button data-t=h20>箇所を追加</button></div><div class=g3>${matField("h21", "着工予定日")}${matField("h22", "完成予定日")}${matField("h23", "見積総額", "", matSuffix("円"))}${matSelectField("h24", "支払方法", "償還払い", "受領委任払い")}${matField("h25", "自己負担割合", "", matSuffix("割"))}</div><div class=row><button role=switch type=button class=mdc-switch aria-checked=false aria-labelledby=sw-l data-t=h26 onclick="this.setAttribute('aria-checked',String(this.getAttribute('aria-checked')!=='true'))"><i></i></button><label id=sw-l>理由書を受領済み</label>　　${matCheck("h27", "住宅所有者の承諾書あり")}</div></mat-card>
<mat-accordion><mat-expansion-panel><mat-expansion-panel-header role=button tabindex=0 aria-expanded=false data-t=h30><mat-panel-title>施工業者</mat-panel-title><mat-panel-description>未入力</mat-panel-description></mat-expansion-panel-header><div class=pb style="display:none"><div class=g3>${matField("h131", "業者名")}${matField("h132", "登録番号")}${matField("h133", "連絡先")}</div></div></mat-expansion-panel></mat-accordion>
<mat-card><h3>給付の見込み</h3><div class=facts>${fact("支給限度基準額", "200,000円")}${fact("既支給額", "38,000円")}${fact("支給見込額", "145,800円")}${fact("利用者負担額", "16,200円")}</div></mat-card><div class=ft><button type=button mat-button data-t=h41>受付に戻る</button><button type=button mat-stroked-button data-t=h42>支給額を試算</button><button type=button mat-flat-button data-t=h43>審査へ進む</button></div></main><script>document.querySelectorAll("mat-form-field input").forEach(i=>{const l=i.closest("mat-form-field").querySelector("label"),f=()=>l.classList.toggle("mdc-floating-label--float-above",document.activeElement===i||i.value!=="");i.onfocus=i.onblur=i.oninput=i.onchange=f});const hd=document.querySelector("mat-expansion-panel-header");hd.onclick=()=>{const o=hd.getAttribute("aria-expanded")!=="true";hd.setAttribute("aria-expanded",String(o));hd.nextElementSibling.style.display=o?"":"none"};document.querySelectorAll("mat-select").forEach(s=>s.onclick=()=>{document.querySelectorAll(".cdk-overlay-container").forEach(x=>x.remove());const r=s.getBoundingClientRect(),c=document.createElement("div"),d=document.createElement("div");c.className="cdk-overlay-container";const k=document.createElement("div");k.className="cdk-overlay-backdrop";k.onclick=()=>{c.remove();s.setAttribute("aria-expanded","false")};d.className="mat-mdc-select-panel";d.setAttribute("role","listbox");d.style.cssText="left:"+r.left+"px;top:"+(r.bottom+6)+"px;min-width:"+r.width+"px";s.setAttribute("aria-expanded","true");s.dataset.o.split(",").forEach(o=>{const i=o.indexOf(":"),e=document.createElement("mat-option");e.setAttribute("role","option");e.dataset.t=o.slice(0,i);e.innerHTML="<span class=mdc-list-item__primary-text></span>";e.firstChild.textContent=o.slice(i+1);e.onclick=()=>{s.querySelector(".mat-mdc-select-value-text").textContent=o.slice(i+1);const l=s.closest("mat-form-field");if(l)l.querySelector("label").classList.add("mdc-floating-label--float-above");k.onclick()};d.append(e)});c.append(k,d);document.body.append(c)})</script>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:14px Roboto,sans-serif;background:#fafafa;color:#222}mat-toolbar{display:block;background:#3f51b5;color:#fff;padding:16px 20px;font-size:18px}.t2{font-size:15px}main{width:900px;padding:10px 20px}.stp{display:flex;align-items:center;padding:8px 0 14px;color:#888}.stp i{flex:1;border-top:1px solid #bbb;margin:0 10px}.c{color:#3f51b5;font-weight:bold}.d{color:#222}mat-card{display:block;background:#fff;border-radius:4px;box-shadow:0 1px 4px #0003;padding:12px 18px;margin-bottom:14px}h3{margin:0 0 10px;font-size:15px}.g3{display:grid;grid-template-columns:1fr 1fr 1fr;gap:14px}.mdc-text-field{position:relative;display:flex;align-items:center;height:48px;padding:0 12px}.mdc-notched-outline{position:absolute;inset:0;border:1px solid #9e9e9e;border-radius:4px;pointer-events:none}.mdc-floating-label{position:absolute;left:9px;top:14px;padding:0 4px;color:#666;background:#fff}.mdc-floating-label--float-above{top:-8px;font-size:12px}.mat-mdc-form-field-infix{flex:1}.mat-mdc-input-element{border:0;outline:0;width:100%;font:inherit;background:transparent;position:relative}.mat-mdc-icon-button{border:0;background:none;position:relative}.mat-mdc-select{display:block;position:relative;cursor:pointer;min-height:20px;outline:0}.mat-mdc-select-arrow{position:absolute;right:0;top:7px;border:5px solid transparent;border-top-color:#666}td .mat-mdc-select{border-bottom:1px solid #999;min-width:170px}mat-radio-group{display:flex;gap:20px;align-items:center;margin-top:14px}.rl{color:#666}.mdc-form-field{display:inline-flex;align-items:center;gap:8px}mat-checkbox{display:inline-block}input[type=checkbox],input[type=radio]{width:18px;height:18px;accent-color:#3f51b5}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:8px 12px;border-bottom:1px solid #ddd}th{font-size:12px;color:#666}.cellin{border-bottom:1px solid #999;display:inline-flex}.cellin input{border:0;outline:0;width:100px;text-align:right;font:inherit}.row{margin:12px 0;display:flex;align-items:center;gap:10px}button[mat-stroked-button],button[mat-flat-button],button[mat-button]{border:1px solid #bbb;border-radius:4px;background:#fff;padding:8px 16px;font:inherit;color:#3f51b5}button[mat-button]{border:0}button[mat-flat-button]{background:#3f51b5;color:#fff}.mdc-switch{width:40px;height:20px;border:0;border-radius:10px;background:#bbb;position:relative}.mdc-switch i{position:absolute;left:0;top:0;width:20px;height:20px;border-radius:50%;background:#fff;box-shadow:0 1px 3px #0006}.mdc-switch[aria-checked=true]{background:#9fa8da}.mdc-switch[aria-checked=true] i{left:20px;background:#3f51b5}mat-expansion-panel{display:block;background:#fff;box-shadow:0 1px 4px #0003;margin-bottom:14px}mat-expansion-panel-header{display:flex;padding:14px 18px;gap:40px;cursor:pointer}mat-panel-description{color:#888}mat-expansion-panel-header:after{content:'''';margin-left:auto;width:8px;height:8px;border:solid #666;border-width:0 2px 2px 0;transform:rotate(45deg)}.pb{padding:6px 18px 16px}.facts{display:grid;grid-template-columns:1fr 1fr;gap:6px 40px}.fact{display:flex;justify-content:space-between;border-bottom:1px dashed #ccc;padding:4px 0}.ft{display:flex;justify-content:flex-end;gap:10px;padding-bottom:20px}.cdk-overlay-container{position:fixed;inset:0;z-index:9}.cdk-overlay-backdrop{position:absolute;inset:0}.mat-mdc-select-panel{position:absolute;background:#fff;box-shadow:0 3px 8px #0005;padding:8px 0}mat-option{display:block;padding:10px 16px;cursor:pointer}</style>",
    ),
  },
  things: [
    type("被保険者番号", "h1"),
    press("被保険者を検索", "h2"),
    read("氏名", "見本　ハナ"),
    choose("要介護度", "要介護２", "h34"),
    choose("申請の種類", "事後申請", "h8"),
    cell(
      "「改修箇所」表で「場所」が「浴室」の行の「改修の種類」",
      "で「床材の変更」を選ぶ",
      "h533",
    ),
    cell("「改修箇所」表で「場所」が「廊下」の行の「工事費」", "に「V」を入力する", "h62"),
    cell("「改修箇所」表の1行目の「給付対象」", "をチェックする", "h71"),
    press("箇所を追加", "h20"),
    type("見積総額", "h23"),
    choose("支払方法", "受領委任払い", "h242"),
    tick("理由書を受領済み", "h26"),
    tick("住宅所有者の承諾書あり", "h27"),
    read("支給見込額", "145,800円"),
    { ...type("登録番号", "h132"), after: openBuilder },
    press("支給額を試算", "h42"),
  ],
};

const bs = (word: string, body: string): string =>
  `<div class=form-group><label class="col-sm-3 control-label">${word}</label><div class=col-sm-9>${body}</div></div>`;
const fixed = (word: string): string => `<p class=form-control-static>${word}</p>`;
const addon = (t: string, unit: string): string =>
  `<div class=input-group>${input(t, "type=text class=form-control")}<span class=input-group-addon>${unit}</span></div>`;
const box = (title: string, body: string): string =>
  `<div class="box box-primary"><div class="box-header with-border"><h3 class=box-title>${title}</h3></div><div class=box-body>${body}</div></div>`;
const ticked = (t: string, word: string): string =>
  `<div class=checkbox><label><input type=checkbox data-t=${t}> ${word}</label></div>`;
const bill = (
  n: number,
  month: string,
  m3: string,
  water: string,
  sewer: string,
  state: string,
): string =>
  `<tr role=row class=${n % 2 === 0 ? "even" : "odd"}><td>${month}</td><td class=r>${m3}</td><td class=r>${water}</td><td class=r>${sewer}</td><td><span class="label label-${state === "未納" ? "danger" : "success"}">${state}</span></td><td><button type=button class="btn btn-default btn-xs" data-t=i4${n} onclick="document.getElementById('m').hidden=false">訂正</button> <button type=button class="btn btn-default btn-xs" data-t=i5${n}>納付書</button></td></tr>`;
const openFix = {
  sentence: "「調定一覧」表で「調定年月」が「R08.07」の行の「訂正」を押す",
  touches: "i42",
};
const water: LegacyPage = {
  name: "水道料金",
  hand: "Bootstrap 3 with an admin theme: a side menu that unfolds, boxes of horizontal groups, add-ons with units, button radios, a DataTables list with search and length, a modal window",
  documents: {
    "/": doc(
      "検針・調定",
      `<header class=main-header><b>水道料金</b>システム<span>上下水道課　例　花子</span></header><aside class=main-sidebar><ul class=sidebar-menu><li class="treeview active"><a href=# data-t=i91><span>検針</span></a><ul class=treeview-menu><li><a href=# data-t=i92>検針入力</a></li><li><a href=# data-t=i93>検針データ取込</a></li></ul></li><li class=treeview><a href=# data-t=i94><span>収納</span></a><ul class=treeview-menu style="display:none"><li><a href=#>消込</a></li></ul></li><li><a href=# data-t=i95><span>開栓・閉栓</span></a></li></ul></aside><section class=content><h1>検針・調定 <small>使用者別</small></h1><div class=two>${box(
        "使用者",
        `<form class=form-horizontal onsubmit="return false">${bs("お客様番号", `<div class=input-group>${input("i1", "type=text class=form-control")}<span class=input-group-btn><button type=button class="btn btn-default" title="お客様を検索" data-t=i2><span class="glyphicon glyphicon-search" aria-hidden=true></span></button></span></div>`)}${bs("使用者名", fixed("見本　太郎"))}${bs("使用場所", fixed("見本町二丁目２番"))}${bs("用途", `<select class=form-control data-t=i3><option><option>一般用<option>営業用<option>公衆浴場用</select>`)}${bs("口径", `<div class=input-group><select class=form-control data-t=i4><option><option>13<option>20<option>25</select><span class=input-group-addon>mm</span></div>`)}${bs("開栓日", input("i5", "type=text class=form-control"))}</form>`,
      )}${box(
        "今回検針",
        `<form class=form-horizontal onsubmit="return false">${bs("前回指針", fixed("1,204㎥"))}${bs("今回指針", addon("i6", "㎥"))}${bs("使用水量", fixed("31㎥"))}${bs("検針方法", `<div class=btn-group data-toggle=buttons>${["実測", "認定", "推定"].map((w, i) => `<label class="btn btn-default"><input type=radio name=kh autocomplete=off data-t=i${7 + i}> ${w}</label>`).join("")}</div>`)}${bs("認定理由", "<textarea class=form-control rows=2 data-t=i10></textarea>")}${bs("減免率", addon("i11", "%"))}${bs("", ticked("i12", "漏水減免の申請あり") + ticked("i13", "メーター交換あり"))}</form>`,
      )}</div>${box(
        "調定一覧",
        `<div class=dt><div class=dataTables_length><label>表示件数 <select class=input-sm data-t=i21><option>10</option><option>25</option><option>50</option></select></label></div><div class=dataTables_filter><label>検索: <input type=search class=input-sm data-t=i22></label></div></div><table class="table table-bordered dataTable" role=grid><thead><tr role=row>${["調定年月", "使用水量(㎥)", "水道料金(円)", "下水道使用料(円)", "状態", "操作"].map((w) => `<th class=sorting tabindex=0>${w}</th>`).join("")}</tr></thead><tbody>${bill(1, "R08.09", "29", "4,350", "3,190", "未納")}${bill(2, "R08.07", "34", "5,280", "3,740", "収納済")}${bill(3, "R08.05", "27", "4,010", "2,970", "収納済")}${bill(4, "R08.03", "30", "4,520", "3,300", "収納済")}</tbody></table><div class=dt><div class=dataTables_info>18 件中 1 から 4 まで表示</div><ul class=pagination><li class=disabled><a>前</a></li><li class=active><a>1</a></li><li><a href=# data-t=i23>2</a></li><li><a href=# data-t=i24>次</a></li></ul></div>`,
      )}<div class=btns><button type=button class="btn btn-default" data-t=i31>料金試算</button> <button type=button class="btn btn-default" data-t=i32>検針票を再発行</button> <button type=button class="btn btn-primary" data-t=i33>検針値を保存</button></div></section><div id=m class=modal hidden><div class=modal-dialog role=dialog aria-labelledby=ml><div class=modal-header><button type=button class=close aria-label="閉じる" onclick="document.getElementById('m').hidden=true">×</button><h4 class=modal-title id=ml>調定の訂正</h4></div><div class=modal-body><div class=form-group><label>訂正理由</label><select class=form-control data-t=i61><option><option>検針誤り<option>漏水<option>メーター故障</select></div><div class=form-group><label>訂正後の水量</label>${addon("i62", "㎥")}</div><div class=form-group><label>訂正日</label>${input("i63", "type=text class=form-control")}</div></div><div class=modal-footer><button type=button class="btn btn-default" data-t=i64>キャンセル</button> <button type=button class="btn btn-primary" data-t=i65>再計算</button></div></div></div>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:14px 'Source Sans Pro',sans-serif;background:#ecf0f5;color:#333}[hidden]{display:none!important}.main-header{background:#3c8dbc;color:#fff;padding:14px 18px;font-size:18px}.main-header span{float:right;font-size:13px}.main-sidebar{position:absolute;left:0;top:52px;width:170px;bottom:0;background:#222d32;min-height:940px}.sidebar-menu,.treeview-menu{list-style:none;margin:0;padding:0}.sidebar-menu a{display:block;color:#b8c7ce;padding:11px 14px;text-decoration:none}.treeview-menu a{padding:7px 28px;background:#2c3b41}.content{margin-left:170px;width:940px;padding:6px 16px}h1{font-size:22px}small{font-size:14px;color:#888}.two{display:grid;grid-template-columns:1fr 1fr;gap:16px}.box{background:#fff;border-top:3px solid #3c8dbc;margin-bottom:16px;box-shadow:0 1px 1px #0002}.box-header{padding:9px 12px;border-bottom:1px solid #eee}h3{font-size:16px;margin:0}.box-body{padding:10px 12px}.form-horizontal .form-group{display:flex;margin-bottom:9px}.form-horizontal .col-sm-3{width:28%;text-align:right;padding:7px 12px 0 0;font-weight:bold}.col-sm-9{flex:1}.form-control-static{margin:0;padding:7px 0}.form-control{width:100%;height:34px;border:1px solid #ccc;padding:6px 10px;font:inherit;background:#fff}textarea.form-control{height:54px}.input-group{display:flex}.input-group-addon{background:#eee;border:1px solid #ccc;border-left:0;padding:7px 12px}.btn{border:1px solid #adadad;background:#f4f4f4;padding:6px 12px;font:inherit;cursor:pointer}.btn-primary{background:#3c8dbc;color:#fff}.btn-xs{padding:2px 6px;font-size:12px}.btn-group .btn{display:inline-block;position:relative}.btn-group input{position:absolute;clip:rect(0,0,0,0)}.btn:has(:checked){background:#d4d4d4}.glyphicon{display:inline-block;width:12px;height:12px;border:2px solid #333;border-radius:50%}.dt{display:flex;justify-content:space-between;align-items:center;margin-bottom:6px}.table{width:100%;border-collapse:collapse}.table td,.table th{border:1px solid #ddd;padding:6px 8px;text-align:left}.r{text-align:right!important}.label{color:#fff;padding:2px 7px;border-radius:3px;font-size:12px}.label-danger{background:#dd4b39}.label-success{background:#00a65a}.pagination{display:flex;list-style:none;margin:8px 0 0}.pagination a{border:1px solid #ddd;padding:5px 11px;color:#337ab7;text-decoration:none}.pagination .active a{background:#337ab7;color:#fff}.disabled a{color:#999}.modal{position:fixed;inset:0;background:#0007}.modal-dialog{width:480px;margin:60px auto;background:#fff}.modal-header,.modal-footer{padding:12px 16px;border-bottom:1px solid #eee}.modal-footer{text-align:right}.modal-body{padding:12px 16px}.modal-body .form-group{margin-bottom:10px}.modal label{font-weight:bold}h4{margin:0;font-size:17px}.close{float:right;border:0;background:none;font-size:20px}.btns{padding-bottom:20px}</style>",
    ),
  },
  things: [
    press("検針データ取込", "i93"),
    type("お客様番号", "i1"),
    press("お客様を検索", "i2"),
    read("使用者名", "見本　太郎"),
    choose("口径", "20", "i4"),
    type("今回指針", "i6"),
    read("前回指針", "1,204㎥"),
    choose("検針方法", "認定", "i8"),
    type("減免率", "i11"),
    tick("漏水減免の申請あり", "i12"),
    cell("「調定一覧」表で「調定年月」が「R08.05」の行の「納付書」", "を押す", "i53"),
    cell(
      "「調定一覧」表で「調定年月」が「R08.09」の行の「状態」",
      "の値を {読んだ値} として読み取る",
      "未納",
    ),
    cell(
      "「調定一覧」表で「調定年月」が「R08.03」の行の「下水道使用料(円)」",
      "の値を {読んだ値} として読み取る",
      "3,300",
    ),
    press("料金試算", "i31"),
    { ...choose("訂正理由", "漏水", "i61"), after: openFix },
    { ...type("訂正後の水量", "i62", "調定の訂正/画面"), after: openFix },
  ],
};

const jq = (word: string, body: string): string =>
  `<tr><th>${word}</th><td colspan=3>${body}</td></tr>`;
const jq2 = (a: string, b: string, c: string, d: string): string =>
  `<tr><th>${a}</th><td>${b}</td><th>${c}</th><td>${d}</td></tr>`;
const jqDate = (t: string, title: string): string =>
  `${input(t, "class=hasDatepicker size=10")}<img class=ui-datepicker-trigger alt="${title}" title="${title}" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='14'%3E%3Crect width='16' height='14' fill='%23c77405'/%3E%3C/svg%3E">`;
const bidWidths = [50, 90, 190, 130, 60, 60];
const bid = (n: number, no: string, name: string): string =>
  `<tr role=row class="ui-widget-content jqgrow"><td role=gridcell>${n}</td><td role=gridcell>${no}</td><td role=gridcell>${name}</td><td role=gridcell>${input(`j5${n}`, "class=editable size=12")}</td><td role=gridcell><input type=checkbox data-t=j6${n}></td><td role=gridcell><input type=radio name=raku data-t=j7${n}></td></tr>`;
const partyOf = (p: number, title: string): string =>
  `<h4>${title}</h4><table class=ft>${jq2("氏名", input(`j${p}1`, "size=20"), "電話番号", input(`j${p}2`, "size=14"))}${jq("住所", input(`j${p}3`, "size=50"))}</table>`;
const companyTab = { sentence: "「契約相手方」を押す", touches: "j92" };
const payTab = { sentence: "「支払条件」を押す", touches: "j93" };
const openFirm = { sentence: "「業者検索」を押す", touches: "j20" };
const contract: LegacyPage = {
  name: "契約管理",
  hand: "jQuery UI with jqGrid: tabs, dates with a picture, a spinner, a grid whose head is a table of its own with an empty first row, a dialog that seeks a firm",
  documents: {
    "/": doc(
      "契約情報入力",
      `<div class=hd>契約管理システム</div><div class=sm><span>契約番号</span><b>08-0231</b><span>状態</span><b>入力中</b><span>起案課</span><b>建設課</b></div><div class="ui-tabs ui-widget"><ul class=ui-tabs-nav role=tablist><li role=tab class=on><a href="#t1" class=ui-tabs-anchor data-t=j91>基本情報</a></li><li role=tab><a href="#t2" class=ui-tabs-anchor data-t=j92>契約相手方</a></li><li role=tab><a href="#t3" class=ui-tabs-anchor data-t=j93>支払条件</a></li></ul><div id=t1 class=ui-tabs-panel><table class=ft>${jq("契約名称", input("j1", "size=60"))}${jq2("契約種別", select("j2", "工事", "業務委託", "物品購入"), "契約方法", select("j3", "一般競争入札", "指名競争入札", "随意契約"))}${jq2("予定価格", `${input("j4", "size=12")} 円（税込）`, "契約金額", `${input("j5", "size=12")} 円（税込）`)}${jq2("契約日", jqDate("j6", "契約日を選択"), "工期", `${jqDate("j7", "工期の始めを選択")} ～ ${jqDate("j8", "工期の終わりを選択")}`)}${jq2("契約保証金", "<input type=radio name=h id=h1 data-t=j9><label for=h1>納付</label> <input type=radio name=h id=h2 data-t=j10><label for=h2>保証証券</label> <input type=radio name=h id=h3 data-t=j11><label for=h3>免除</label>", "変更回数", `<span class=ui-spinner>${input("j12", 'class=ui-spinner-input size=3 role=spinbutton value="0"')}<a class=ui-spinner-button tabindex=-1>▲</a><a class=ui-spinner-button tabindex=-1>▼</a></span> 回`)}${jq2("消費税率", "10%", "落札率", "93.4%")}${jq("監督員", `${input("j13", "size=16 class=ui-autocomplete-input autocomplete=off")} <label><input type=checkbox data-t=j14>現場代理人の常駐を緩和する</label>`)}</table>
<div class=gl>見積業者 <button type=button class=ui-button data-t=j20>業者検索</button></div><div class=ui-jqgrid><div class=ui-jqgrid-hdiv><table class=ui-jqgrid-htable role=presentation><thead><tr role=row>${["順位", "業者番号", "業者名", "見積額", "辞退", "落札"].map((w, i) => `<th role=columnheader style="width:${bidWidths[i]}px"><div class=ui-jqgrid-sortable>${w}<span class=s-ico style="display:none"></span></div></th>`).join("")}</tr></thead></table></div><div class=ui-jqgrid-bdiv><table class=ui-jqgrid-btable role=grid><tbody><tr class=jqgfirstrow role=row style="height:auto">${bidWidths.map((w) => `<td role=gridcell style="height:0;width:${w}px"></td>`).join("")}</tr>${bid(1, "10024", "みほん建設㈱")}${bid(2, "10131", "㈱見本土木")}${bid(3, "10207", "駅前工業㈲")}</tbody></table></div><div class=ui-jqgrid-pager><span class=ui-pg-button title="行を追加" data-t=j21>＋</span><span class=ui-pg-button title="行を複写" data-t=j22>❏</span><span class=ui-pg-button title="再読み込み" data-t=j23>↻</span></div></div></div>
<div id=t2 class=ui-tabs-panel style="display:none">${partyOf(3, "代表者")}${partyOf(4, "受任者")}<table class=ft>${jq("建設業許可番号", input("j35", "size=20"))}</table></div><div id=t3 class=ui-tabs-panel style="display:none"><table class=ft>${jq2("前払金", "<input type=radio name=m id=m1 data-t=j81><label for=m1>あり</label> <input type=radio name=m id=m2 data-t=j82><label for=m2>なし</label>", "前払金率", `${input("j83", "size=3")} ％`)}${jq2("部分払", `${input("j84", "size=3")} 回以内`, "支払期限", `請求を受けた日から ${input("j85", "size=3")} 日`)}</table></div></div><div class=ft2><button type=button class=ui-button data-t=j24>一時保存</button> <button type=button class=ui-button data-t=j25>契約書を作成</button> <button type=button class="ui-button ui-state-disabled" disabled>変更契約</button></div>
<div class=ui-widget-overlay style="display:none"></div><div class=ui-dialog role=dialog aria-labelledby=ui-id-1 style="display:none"><div class=ui-dialog-titlebar><span id=ui-id-1 class=ui-dialog-title>業者検索</span><button type=button class=ui-dialog-titlebar-close title="閉じる" data-t=j160>×</button></div><div class=ui-dialog-content><table class=ft>${jq("商号カナ", input("j161", "size=20"))}${jq("業種", select("j162", "土木一式", "建築一式", "舗装"))}</table></div><div class=ui-dialog-buttonpane><button type=button class=ui-button data-t=j163>検索</button> <button type=button class=ui-button data-t=j164>キャンセル</button></div></div><script>const q=(s)=>[...document.querySelectorAll(s)];q(".ui-tabs-anchor").forEach((a,i)=>a.onclick=(e)=>{e.preventDefault();q(".ui-tabs-panel").forEach((p,n)=>p.style.display=n===i?"":"none");q(".ui-tabs-nav li").forEach((l,n)=>l.className=n===i?"on":"")});const show=(v)=>q(".ui-dialog,.ui-widget-overlay").forEach(x=>x.style.display=v);q(".gl button")[0].onclick=()=>show("");q(".ui-dialog-titlebar-close")[0].onclick=()=>show("none")</script>`,
      "<style>body{margin:0;font:13px Verdana,sans-serif}.hd{background:#f6a828;color:#fff;padding:9px 14px;font-size:16px;font-weight:bold}.sm{padding:8px 14px;background:#fdf3e0}.sm span{color:#666;margin-right:8px}.sm b{margin-right:34px}.ui-tabs{margin:10px 14px;width:880px;border:1px solid #ddd}.ui-tabs-nav{list-style:none;display:flex;margin:0;padding:4px 4px 0;background:#f6a828}.ui-tabs-nav li{background:#f6f6f6;border:1px solid #ccc;border-bottom:0;margin-right:4px;border-radius:4px 4px 0 0}.ui-tabs-nav a{display:block;padding:6px 14px;color:#1c94c4;text-decoration:none;font-weight:bold}.ui-tabs-nav .on{background:#fff}.ui-tabs-panel{padding:12px}.ft{border-collapse:collapse;width:100%}.ft th{background:#fef1dc;border:1px solid #e3cfa9;text-align:left;padding:5px 8px;font-weight:normal;white-space:nowrap}.ft td{border:1px solid #e3cfa9;padding:5px 8px;white-space:nowrap}.ui-datepicker-trigger{vertical-align:middle;margin-left:3px}.ui-spinner{position:relative;display:inline-block;border:1px solid #ccc;padding-right:18px}.ui-spinner input{border:0}.ui-spinner-button{position:absolute;right:2px;top:0;font-size:8px}.ui-spinner-button+.ui-spinner-button{top:9px}.gl{font-weight:bold;margin:14px 0 5px}.ui-button{border:1px solid #ccc;background:#f6f6f6;color:#1c94c4;font:bold 13px Verdana,sans-serif;padding:4px 12px;border-radius:4px}.ui-state-disabled{opacity:.35}.ui-jqgrid{border:1px solid #ccc;width:602px}.ui-jqgrid table{table-layout:fixed;border-collapse:collapse;width:602px}.ui-jqgrid th{background:#f6a828;color:#fff;border-right:1px solid #fff;padding:4px 0}.ui-jqgrid td{border:1px solid #ddd;padding:2px 5px}.jqgfirstrow td{padding:0;border:0}.ui-jqgrid-pager{background:#eee;padding:3px 8px}.ui-pg-button{cursor:pointer;margin-right:12px}h4{margin:8px 0 4px;color:#c77405}.ft2{padding:0 14px 20px}.ui-widget-overlay{position:fixed;inset:0;background:#6665}.ui-dialog{position:fixed;left:240px;top:140px;width:420px;background:#fff;border:1px solid #999;padding:4px}.ui-dialog-titlebar{background:#f6a828;color:#fff;padding:6px 10px;font-weight:bold}.ui-dialog-titlebar-close{float:right}.ui-dialog-content{padding:10px}.ui-dialog-buttonpane{text-align:right;padding:8px}</style>",
    ),
  },
  things: [
    read("契約番号", "08-0231"),
    type("契約名称", "j1"),
    choose("契約方法", "随意契約", "j3"),
    type("契約日", "j6"),
    cell("「工期」の2番目", "に「V」を入力する", "j8"),
    choose("契約保証金", "免除", "j11"),
    read("落札率", "93.4%"),
    tick("現場代理人の常駐を緩和する", "j14"),
    cell("「見積業者」表で「業者名」が「㈱見本土木」の行の「見積額」", "に「V」を入力する", "j52"),
    cell("「見積業者」表で「業者番号」が「10207」の行の「辞退」", "をチェックする", "j63"),
    press("行を複写", "j22"),
    { ...type("電話番号", "j42", "受任者/枠"), after: companyTab },
    { ...type("前払金率", "j83"), after: payTab },
    { ...type("商号カナ", "j161", "業者検索/画面"), after: openFirm },
    { ...choose("業種", "舗装", "j162"), after: openFirm },
  ],
};

/** The middle third of the tenth set. */
export const tenthHeldOutMore: readonly LegacyPage[] = [
  debits,
  register,
  renovation,
  water,
  contract,
];

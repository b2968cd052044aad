/** A ninth set, sealed: twelve screens of a town hall by an author who had not read the rules. */
import { ninthHeldOutMore } from "./held-out-ninth-more.ts";
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

const f2 = (word: string): string => `<font size=2>${word}</font>`;
const cap = (word: string): string =>
  `<td bgcolor=#ffcc99 nowrap><font size=2 color=#663300>${word}</font></td>`;
const band = (word: string): string =>
  `<tr><td colspan=4 bgcolor=#996633><font size=2 color=white><b>■${word}</b></font></td></tr>`;
const imageLink = (t: string, word: string): string =>
  `<a href="javascript:void(0)" data-t=${t}><img border=0 align=absmiddle alt="${word}" src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${word.length * 13 + 18}" height="22"><rect x=".5" y=".5" width="${word.length * 13 + 17}" height="21" fill="#eed9b0" stroke="#996633"/><text x="9" y="16" font-size="13" fill="#630">${word}</text></svg>`)}"></a>`;
const wages: LegacyPage = {
  name: "報酬支払",
  hand: "classic ASP of 2002: font tags, one table of four columns with orange captions and bands, links that are pictures",
  documents: {
    "/": doc(
      "報酬支払入力",
      `<font size=4 color=#663300><b>会計年度任用職員　報酬支払入力</b></font>　${f2("人事課給与係　　処理日：R08.11.23")}<hr size=1 color=#996633><form name=f onsubmit="return false"><table border=1 bordercolor=#cc9966 cellspacing=0 cellpadding=3 width=820>${band("支給内容")}<tr>${cap("支給年月")}<td>${f2(`令和${input("a1", "size=2")}年${input("a2", "size=2")}月`)}</td>${cap("支給区分")}<td><select data-t=a3><option>1：例月<option>2：期末手当<option>3：追給</select></td></tr>
<tr>${cap("職員番号")}<td>${input("a4", "size=8")} ${imageLink("a5", "職員検索")}</td>${cap("氏　名")}<td>${f2("例　葉子")}</td></tr><tr>${cap("任用所属")}<td>${f2("中央図書館")}</td>${cap("任用期間")}<td>${f2(`自${input("a6", "size=9")} 至${input("a7", "size=9")}`)}</td></tr><tr>${cap("報酬区分")}<td><select data-t=a8><option><option>月額<option>日額<option>時間額</select></td>${cap("単　価")}<td>${f2(`${input("a9", "size=9")} 円`)}</td></tr><tr>${cap("勤務日数")}<td>${f2(`${input("a10", "size=4")} 日`)}</td>${cap("時間外勤務")}<td>${f2(`${input("a11", "size=4")} 時間 ${input("a12", "size=3")} 分`)}</td></tr><tr>${cap("費用弁償（通勤）")}<td>${f2(`${input("a13", "size=9")} 円`)}</td>${cap("支給総額")}<td align=right>${f2("148,720円")}</td></tr>
${band("源泉徴収")}<tr>${cap("税額表")}<td>${f2("<input type=radio name=r data-t=a14>甲欄 <input type=radio name=r data-t=a15>乙欄 <input type=radio name=r data-t=a16>丙欄")}</td>${cap("扶養親族等の数")}<td>${f2(`${input("a17", "size=2")} 人`)}</td></tr><tr>${cap("社会保険料")}<td>${f2(`${input("a18", "size=9")} 円`)}</td>${cap("源泉徴収税額")}<td align=right>${f2("4,550円")}</td></tr><tr>${cap("年末調整")}<td colspan=3>${f2("<input type=checkbox data-t=a19>当課で行う　<input type=checkbox data-t=a20>前職の源泉徴収票あり")}</td></tr>
${band("振込先")}<tr>${cap("金融機関－支店")}<td>${f2(`${input("a21", "size=4")}－${input("a22", "size=3")}`)}</td>${cap("預金種目")}<td>${f2("<input type=radio name=y data-t=a23>普通 <input type=radio name=y data-t=a24>当座")}</td></tr><tr>${cap("口座番号")}<td>${input("a25", "size=8")}</td>${cap("口座名義")}<td>${input("a26", "size=24")}</td></tr><tr>${cap("摘　要")}<td colspan=3>${input("a27", "size=70")}</td></tr></table><br><table width=820><tr><td>${imageLink("a30", "税額計算")} ${imageLink("a31", "前月複写")} ${imageLink("a32", "登録")}</td><td align=right>${imageLink("a33", "前の職員")} ${imageLink("a34", "次の職員")} ${imageLink("a35", "メニュー")}</td></tr></table></form>`,
      "<style>body{background:#fffff0}</style>",
    ),
  },
  things: [
    type("月", "a2", "支給年月/欄"),
    choose("支給区分", "3：追給", "a3"),
    type("職員番号", "a4"),
    press("職員検索", "a5"),
    read("氏名", "例　葉子"),
    type("至", "a7", "任用期間/欄"),
    choose("報酬区分", "日額", "a8"),
    type("単価", "a9"),
    type("費用弁償（通勤）", "a13"),
    choose("税額表", "乙欄", "a15"),
    type("扶養親族等の数", "a17"),
    read("源泉徴収税額", "4,550円"),
    tick("前職の源泉徴収票あり", "a20"),
    cell("「金融機関－支店」の2番目", "に「V」を入力する", "a22"),
    type("口座番号", "a25"),
    press("税額計算", "a30"),
  ],
};

const menuOne = (id: string, now: string, ...options: string[]): string =>
  `<div class=ui-selectonemenu role=combobox aria-haspopup=listbox aria-expanded=false id="fm:${id}"><div class=hid><select tabindex=-1 aria-hidden=true>${options.map((o) => `<option>${o}</option>`).join("")}</select></div><label class=ui-selectonemenu-label>${now}</label><div class=ui-selectonemenu-trigger><span></span></div></div>`;
const menuPanel = (id: string, t: string, ...options: string[]): string =>
  `<div class=ui-selectonemenu-panel id="fm:${id}_panel"><ul role=listbox>${options.map((o, i) => `<li role=option class=ui-selectonemenu-item data-t=${t}${i + 1}>${o}</li>`).join("")}</ul></div>`;
const kinds = ["一般申告", "増減なし", "該当資産なし"];
const years = ["令和８年度", "令和９年度"];
const jsfRow = (...cells: string[]): string =>
  `<tr>${cells.map((c, i) => `<td class=${i % 2 === 0 ? "col1" : "col2"}>${c}</td>`).join("")}</tr>`;
const jsfLabel = (id: string, word: string): string => `<label for="fm:${id}">${word}</label>`;
const jsfText = (id: string, t: string, size: number): string =>
  input(t, `id="fm:${id}" name="fm:${id}" class=ui-inputtext size=${size}`);
const phone = (t: number, letter: string): string =>
  [0, 1, 2].map((i) => input(`${letter}${t + i}`, "class=ui-inputtext size=4")).join(" - ");
const uiPanel = (title: string, body: string): string =>
  `<div class=ui-panel><div class=ui-panel-titlebar><span class=ui-panel-title>${title}</span></div><div class=ui-panel-content>${body}</div></div>`;
const property = (n: number, word: string, before: string, got = "", sum = before): string =>
  `<tr><td>${n}</td><td>${word}</td><td class=n>${before}</td><td>${input(`b5${n}1`, "class='ui-inputtext n' size=12")}</td><td>${input(`b5${n}2`, `class='ui-inputtext n' size=12 value='${got}'`)}</td><td class=n>${sum}</td></tr>`;
const assets: LegacyPage = {
  name: "償却資産申告",
  hand: "JSF with PrimeFaces: panels, panel grids of label and field, one-menus drawn by hand, a fieldset of two people, a data table",
  documents: {
    "/": doc(
      "償却資産申告書入力",
      `<div class=top>固定資産税　償却資産申告書入力</div><form id=fm onsubmit="return false">${uiPanel(
        "申告情報",
        `<table class=ui-panelgrid>${jsfRow(jsfLabel("nendo", "申告年度"), menuOne("nendo", "令和８年度", ...years), jsfLabel("uke", "受付日"), `${jsfText("uke", "b1", 10)}<button type=button class=cal tabindex=-1 title="カレンダー"></button>`)}${jsfRow(jsfLabel("kbn", "申告区分"), menuOne("kbn", "一般申告", ...kinds), "<label>提出方法</label>", "<table><tr><td><input type=radio id=r1 name=tei data-t=b2><label for=r1>窓口</label></td><td><input type=radio id=r2 name=tei data-t=b3><label for=r2>郵送</label></td><td><input type=radio id=r3 name=tei data-t=b4><label for=r3>eLTAX</label></td></tr></table>")}</table>`,
      )}${uiPanel(
        "所有者",
        `<table class=ui-panelgrid>${jsfRow(jsfLabel("atena", "宛名番号"), `${jsfText("atena", "b6", 10)} <button type=button class=ui-button data-t=b7><span class=ic></span><span>宛名検索</span></button>`, "<label>所有者名</label>", "<span>見本製作所　株式会社</span>")}${jsfRow(jsfLabel("jig", "事業種目"), jsfText("jig", "b8", 24), jsfLabel("shi", "資本金等の額"), `${jsfText("shi", "b9", 8)} 百万円`)}${jsfRow("<label>事業開始年月</label>", `${select("b10", "昭和", "平成", "令和")} ${input("b11", "class=ui-inputtext size=2")}年 ${input("b12", "class=ui-inputtext size=2")}月`, "<label>該当事項</label>", "<input type=checkbox id=k1 data-t=b13><label for=k1>特例資産あり</label> <input type=checkbox id=k2 data-t=b14><label for=k2>増加償却あり</label>")}</table><div class=two><fieldset class=ui-fieldset><legend>この申告に応答する者</legend><table>${jsfRow("<label>氏名</label>", input("b15", "class=ui-inputtext size=20"))}${jsfRow("<label>電話番号</label>", phone(16, "b"))}</table></fieldset><fieldset class=ui-fieldset><legend>税理士等</legend><table>${jsfRow("<label>氏名</label>", input("b20", "class=ui-inputtext size=20"))}${jsfRow("<label>電話番号</label>", phone(21, "b"))}</table></fieldset></div>`,
      )}<div class=ui-datatable><div class=ui-datatable-header>取得価額</div><table><thead><tr>${["", "資産の種類", "前年前に取得", "前年中に減少", "前年中に取得", "計"].map((w) => `<th><span class=ui-column-title>${w}</span></th>`).join("")}</tr></thead><tbody>${property(1, "構築物", "3,200,000", "1,200,000", "4,400,000")}${property(2, "機械及び装置", "18,450,000")}${property(5, "車両及び運搬具", "960,000")}${property(6, "工具、器具及び備品", "2,114,500")}</tbody><tfoot><tr><td></td><td>合計</td><td class=n>24,724,500</td><td class=n>0</td><td class=n>1,200,000</td><td class=n>25,924,500</td></tr></tfoot></table></div><p><button type=button class=ui-button data-t=b60><span>価額を計算</span></button> <button type=button class=ui-button data-t=b61><span>種類別明細へ</span></button> <button type=button class=ui-button data-t=b62><span>前年申告を表示</span></button></p></form>${menuPanel("nendo", "b71", ...years)}${menuPanel("kbn", "b72", ...kinds)}<script>document.querySelectorAll(".ui-selectonemenu").forEach(m=>m.onclick=()=>{const p=document.getElementById(m.id+"_panel"),r=m.getBoundingClientRect();p.style.cssText="display:block;left:"+r.left+"px;top:"+(r.bottom+scrollY)+"px;width:"+r.width+"px";m.setAttribute("aria-expanded","true");p.querySelectorAll("li").forEach(l=>l.onclick=()=>{m.querySelector(".ui-selectonemenu-label").textContent=l.textContent;p.style.display="none";m.setAttribute("aria-expanded","false")})})</script>`,
      "<style>body{margin:0;font:13px Meiryo,sans-serif;background:#f4f6f8}.top{background:#2b5876;color:#fff;padding:9px 14px;font-size:16px}#fm{width:900px;padding:8px 14px}.ui-panel,.ui-datatable{border:1px solid #a8b6c4;border-radius:4px;background:#fff;margin-bottom:10px}.ui-panel-titlebar,.ui-datatable-header{background:#dfe7ee;padding:5px 10px;font-weight:bold}.ui-panel-content{padding:6px}.col1{width:110px;padding:4px 8px;color:#345}.col2{padding:4px 20px 4px 4px}.ui-inputtext{border:1px solid #a8b6c4;border-radius:3px;padding:3px 5px}.hid{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}.ui-selectonemenu{display:inline-flex;width:150px;border:1px solid #a8b6c4;border-radius:3px;cursor:pointer;position:relative}.ui-selectonemenu-label{flex:1;padding:4px 6px;cursor:pointer}.ui-selectonemenu-trigger{width:20px;border-left:1px solid #a8b6c4;padding:9px 0 0 5px;box-sizing:border-box}.ui-selectonemenu-trigger span{display:block;width:0;border:5px solid transparent;border-top-color:#345}.ui-selectonemenu-panel{display:none;position:absolute;background:#fff;border:1px solid #789;z-index:9}.ui-selectonemenu-panel ul{list-style:none;margin:0;padding:2px}.ui-selectonemenu-item{padding:5px 8px;cursor:pointer}.cal{width:24px;height:24px;vertical-align:middle}.two{display:flex;gap:14px}.ui-fieldset{flex:1;border:1px solid #a8b6c4;border-radius:4px}.ui-datatable table{border-collapse:collapse;width:100%}.ui-datatable td,.ui-datatable th{border:1px solid #ccd5dd;padding:4px 8px}.ui-datatable th{background:#eef2f6}.n{text-align:right}.ui-button{border:1px solid #2b5876;border-radius:3px;background:#e9f0f6;padding:4px 12px}.ic{display:inline-block;width:8px;height:8px;border:2px solid #345;border-radius:50%;margin-right:5px}</style>",
    ),
  },
  things: [
    choose("申告年度", "令和９年度", "b712"),
    type("受付日", "b1"),
    choose("申告区分", "増減なし", "b722"),
    choose("提出方法", "eLTAX", "b4"),
    type("宛名番号", "b6"),
    press("宛名検索", "b7"),
    read("所有者名", "見本製作所　株式会社"),
    type("資本金等の額", "b9"),
    choose("事業開始年月", "昭和", "b10"),
    tick("特例資産あり", "b13"),
    type("氏名", "b20", "税理士等/枠"),
    cell("「この申告に応答する者」枠の「電話番号」の2番目", "に「V」を入力する", "b17"),
    cell(
      "「取得価額」表で「資産の種類」が「機械及び装置」の行の「前年中に取得」",
      "に「V」を入力する",
      "b522",
    ),
    cell("「取得価額」表の3行目の「前年中に減少」", "に「V」を入力する", "b551"),
    cell(
      "「取得価額」表で「資産の種類」が「合計」の行の「計」",
      "の値を {読んだ値} として読み取る",
      "25,924,500",
    ),
    press("価額を計算", "b60"),
  ],
};

const at = (x: number, y: number, w: number, body: string, kind = "t"): string =>
  `<div class=${kind} style="left:${x}px;top:${y}px;width:${w}px">${body}</div>`;
const member = (n: number, name: string, kin: string, born: string): string =>
  `<tr><td>${n}</td><td>${name}</td><td>${kin}</td><td>${born}</td><td><a href=# data-t=c4${n}>選択</a></td></tr>`;
const fix = (n: number, item: string, before: string): string =>
  `<tr><td align=center><input type=checkbox data-t=c5${n}></td><td class=k>${item}</td><td class=b>${before}</td><td>${input(`c6${n}`, 'style="width:98%"')}</td></tr>`;
const fkey = (n: number, word: string, t = ""): string =>
  `<button class=fk ${t === "" ? "disabled" : `data-t=${t}`}><small>F${n}</small><br>${word}</button>`;
const residents: LegacyPage = {
  name: "職権修正",
  hand: "a client–server screen moved to the web as it was: everything placed by coordinates, group boxes, a bar of function keys",
  documents: {
    "/": doc(
      "住民記録 職権修正",
      `<div class=win><div class=cap>JUK3140　住民票職権修正　　　　　　　　　　　　　　　市民課　端末 07</div>${at(14, 40, 70, "世帯番号")}${at(84, 40, 110, "0004-51873", "v")}${at(214, 40, 60, "世帯主")}${at(274, 40, 150, "見本　一郎", "v")}${at(444, 40, 90, "住民票コード")}${at(534, 40, 130, "1234-567890-1", "v")}
${at(14, 70, 850, `<fieldset><legend>世帯員</legend><table class=g><tr><th width=30>No</th><th width=200>氏名</th><th width=90>続柄</th><th width=130>生年月日</th><th width=60>対象者</th></tr>${member(1, "見本　一郎", "世帯主", "S48.02.14")}${member(2, "見本　花子", "妻", "S50.10.03")}${member(3, "見本　ゆき", "子", "H21.06.30")}</table></fieldset>`, "f")}
${at(14, 224, 60, "異動事由")}${at(84, 222, 180, select("c1", "職権記載", "職権修正", "職権消除"))}${at(284, 224, 50, "異動日")}${at(340, 222, 260, `${select("c2", "平成", "令和")} ${input("c3", 'style="width:26px"')}年 ${input("c4", 'style="width:26px"')}月 ${input("c5", 'style="width:26px"')}日`)}${at(620, 224, 70, "文書番号")}${at(690, 222, 160, input("c6", 'style="width:150px"'))}
${at(14, 256, 80, "修正の端緒")}${at(98, 254, 760, `<input type=radio name=t data-t=c7>本人申出　<input type=radio name=t data-t=c8>戸籍通知　<input type=radio name=t data-t=c9>実態調査　<input type=radio name=t data-t=c10>その他 ${input("c11", 'style="width:200px"')}`)}
${at(14, 286, 850, `<fieldset><legend>修正項目</legend><table class=g><tr><th width=40>修正</th><th width=110>項目</th><th width=310>修正前</th><th width=340>修正後</th></tr>${fix(1, "氏名", "見本　ゆき")}${fix(2, "氏名カナ", "ミホン　ユキ")}${fix(3, "生年月日", "平成21年6月30日")}${fix(4, "本籍", "みほん市見本町二丁目２番地")}${fix(5, "筆頭者", "見本　一郎")}${fix(6, "住所", "みほん市中央一丁目５番３号")}</table></fieldset>`, "f")}
${at(14, 512, 60, "修正理由")}${at(84, 510, 500, '<textarea data-t=c12 rows=2 style="width:490px"></textarea>')}${at(604, 512, 70, "本人通知")}${at(674, 510, 130, "<input type=radio name=h data-t=c13>要　<input type=radio name=h data-t=c14>不要")}${at(604, 534, 240, "<input type=checkbox data-t=c15>戸籍の附票に反映する")}
<div class=keys>${fkey(1, "ヘルプ", "c21")}${fkey(2, "住民検索", "c22")}${fkey(3, "異動履歴", "c23")}${fkey(4, "世帯照会", "c24")}${fkey(5, "", "")}${fkey(6, "文字検索", "c26")}${fkey(7, "", "")}${fkey(8, "プレビュー", "c28")}${fkey(9, "取消", "c29")}${fkey(10, "確定", "c30")}${fkey(11, "", "")}${fkey(12, "終了", "c32")}</div></div>`,
      "<style>body{margin:0;background:#7a8a9a;font:13px 'MS UI Gothic',sans-serif}.win{position:relative;width:880px;height:612px;background:#ece9d8;border:2px outset #fff}.cap{background:#0a246a;color:#fff;padding:4px 8px}.t,.v,.f{position:absolute;white-space:nowrap}.v{background:#fff;border:1px inset #999;padding:1px 4px;box-sizing:border-box}fieldset{margin:0;padding:2px 8px 6px;border:1px solid #aaa}.g{border-collapse:collapse;background:#fff}.g td,.g th{border:1px solid #aaa;padding:1px 4px}.g th{background:#d4d0c8;font-weight:normal}.k{background:#f4f2ea}.b{color:#444}.keys{position:absolute;left:4px;right:4px;bottom:4px;display:flex;gap:2px}.fk{flex:1;height:40px;font:12px 'MS UI Gothic',sans-serif;padding:0}</style>",
    ),
  },
  things: [
    read("世帯番号", "0004-51873"),
    read("住民票コード", "1234-567890-1"),
    cell("「世帯員」表で「続柄」が「子」の行の「選択」", "を押す", "c43"),
    choose("異動事由", "職権修正", "c1"),
    choose("異動日", "令和", "c2"),
    type("日", "c5", "異動日/欄"),
    type("文書番号", "c6"),
    choose("修正の端緒", "実態調査", "c9"),
    type("その他", "c11", "修正の端緒/欄"),
    cell("「修正項目」表で「項目」が「筆頭者」の行の「修正」", "をチェックする", "c55"),
    cell("「修正項目」表で「項目」が「住所」の行の「修正後」", "に「V」を入力する", "c66"),
    cell(
      "「修正項目」表で「項目」が「氏名カナ」の行の「修正前」",
      "の値を {読んだ値} として読み取る",
      "ミホン　ユキ",
    ),
    type("修正理由", "c12"),
    choose("本人通知", "不要", "c14"),
    tick("戸籍の附票に反映する", "c15"),
    press("異動履歴", "c23"),
  ],
};

const dl = (word: string, body: string): string => `<div><dt>${word}</dt><dd>${body}</dd></div>`;
const bill = (n: number, place: string, kind: string, total: string, own: string): string =>
  `<tr><td>${place}</td><td>${kind}</td><td class=n>${total}</td><td class=n>${own}</td><td class=c><input type=checkbox data-t=d3${n} ${n === 1 ? "checked" : ""}></td><td><button type=button class=s data-t=d4${n}>レセプト</button></td></tr>`;
const insured = (n: number, no: string, name: string): string =>
  `<tr><td>${no}</td><td>${name}</td><td><button type=button class=s data-t=d7${n}>選択</button></td></tr>`;
const openInsured = { sentence: "「被保険者検索」を押す", touches: "d1" };
const openPayee = { sentence: "「振込先口座」を押す", touches: "d20" };
const medical: LegacyPage = {
  name: "高額療養費",
  hand: "Spring with Thymeleaf: definition lists for every field, a section that unfolds, a dialog in the page that seeks a person",
  documents: {
    "/": doc(
      "高額療養費支給申請",
      `<header>国民健康保険　＞　給付　＞　高額療養費支給申請</header><main><section><h2>申請内容</h2><dl>${dl("申請番号", "K08-003317")}${dl("申請日", input("d2", 'size=12 placeholder="R08.11.23"'))}${dl("記号番号", `${input("d3", "size=14")} <button type=button data-t=d1>被保険者検索</button>`)}${dl("世帯主", "見本　太郎")}${dl("診療年月", `令和 ${input("d4", "size=2")} 年 ${input("d5", "size=2")} 月`)}${dl("所得区分", select("d6", "区分ア", "区分イ", "区分ウ", "区分エ", "区分オ"))}${dl("年齢区分", "<label><input type=radio name=n data-t=d7>70歳未満</label> <label><input type=radio name=n data-t=d8>70歳以上</label>")}${dl("多数回該当", "<label><input type=checkbox data-t=d9>該当する</label>")}${dl("連絡先電話番号", `${input("d10", "size=4")} － ${input("d11", "size=4")} － ${input("d12", "size=4")}`)}${dl("限度額適用認定証", "<label><input type=radio name=g data-t=d13>提示あり</label> <label><input type=radio name=g data-t=d14>提示なし</label>")}</dl></section>
<section><h2>診療内訳</h2><table><thead><tr><th>医療機関等</th><th>入外区分</th><th>総医療費</th><th>自己負担額</th><th>合算</th><th></th></tr></thead><tbody>${bill(1, "見本総合病院", "入院", "820,000", "246,000")}${bill(2, "見本総合病院", "外来", "31,200", "9,360")}${bill(3, "中央薬局", "調剤", "72,400", "21,720")}</tbody></table></section>
<section class=acc><h2><button type=button aria-expanded=false data-t=d20><span>▶</span> 振込先口座</button></h2><div class=body hidden><dl>${dl("金融機関名", input("d21", "size=20"))}${dl("支店名", input("d22", "size=20"))}${dl("口座種別", select("d23", "普通", "当座"))}${dl("口座番号", input("d24", "size=10"))}${dl("口座名義人（カナ）", input("d25", "size=30"))}${dl("公金受取口座", "<label><input type=checkbox data-t=d26>利用する</label>")}</dl></div></section><section class=tot><dl>${dl("自己負担限度額", "85,610円")}${dl("支給見込額", "160,390円")}</dl><button type=button data-t=d30>支給額を計算</button> <button type=button data-t=d81>申請書を印刷</button> <button type=button class=pri data-t=d82>登録</button></section></main>
<div class=back hidden><div class=dlg role=dialog aria-modal=true aria-labelledby=dt><h3 id=dt>被保険者検索</h3><dl>${dl("氏名（カナ）", input("d60", "size=24"))}${dl("生年月日", input("d61", "size=12"))}</dl><p><button type=button data-t=d62>検索</button> <button type=button data-t=d63>閉じる</button></p><h4>検索結果</h4><table><thead><tr><th>記号番号</th><th>氏名</th><th></th></tr></thead><tbody>${insured(1, "みほ 0012345", "見本　太郎")}${insured(2, "みほ 0012399", "見本　多郎")}</tbody></table></div></div><script>const b=document.querySelector(".back");document.querySelector("[data-t=d1]").onclick=()=>b.hidden=false;document.querySelector("[data-t=d63]").onclick=()=>b.hidden=true;const a=document.querySelector(".acc button");a.onclick=()=>{const d=document.querySelector(".body");d.hidden=!d.hidden;a.setAttribute("aria-expanded",String(!d.hidden));a.firstChild.textContent=d.hidden?"▶":"▼"}</script>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:14px 'Yu Gothic',sans-serif;color:#223}header{background:#146c5b;color:#fff;padding:10px 16px}main{width:900px;padding:4px 16px}section{margin-bottom:12px}h2{font-size:15px;border-left:5px solid #146c5b;padding-left:8px;margin:10px 0 4px}dl{display:grid;grid-template-columns:1fr 1fr;margin:0;border-top:1px solid #bcd}dl div{display:flex;border-bottom:1px solid #bcd}dt{width:140px;background:#eaf4f1;padding:6px 8px}dd{margin:0;padding:5px 8px}table{border-collapse:collapse}td,th{border:1px solid #bcd;padding:5px 12px}th{background:#eaf4f1;font-weight:normal}.n{text-align:right}.c{text-align:center}.acc h2{border:0;padding:0}.acc h2 button{width:100%;text-align:left;background:#eaf4f1;border:1px solid #bcd;padding:7px;font:inherit}.tot{position:sticky;bottom:0;background:#fff8e0;padding:8px;border-top:2px solid #146c5b}.tot dl{margin-bottom:8px}.tot dt{background:none}.tot dd{font-weight:bold}.back{position:fixed;inset:0;background:#0006}.dlg{position:absolute;left:200px;top:90px;width:560px;background:#fff;padding:6px 18px 18px;box-shadow:0 4px 16px #0008}.dlg dl{grid-template-columns:1fr}.dlg h3{margin:8px 0}.dlg h4{margin:6px 0}.s{font-size:12px}[hidden]{display:none}</style>",
    ),
  },
  things: [
    read("申請番号", "K08-003317"),
    type("申請日", "d2"),
    type("記号番号", "d3"),
    type("年", "d4", "診療年月/欄"),
    choose("所得区分", "区分ウ", "d6"),
    choose("年齢区分", "70歳未満", "d7"),
    cell("「連絡先電話番号」の3番目", "に「V」を入力する", "d12"),
    choose("限度額適用認定証", "提示なし", "d14"),
    cell("「診療内訳」表で「医療機関等」が「中央薬局」の行の「合算」", "をチェックする", "d33"),
    cell("「診療内訳」表の2行目の「レセプト」", "を押す", "d42"),
    read("支給見込額", "160,390円"),
    press("支給額を計算", "d30"),
    { ...type("氏名（カナ）", "d60", "被保険者検索/画面"), after: openInsured },
    { ...press("検索", "d62", "被保険者検索/画面"), after: openInsured },
    { ...type("口座番号", "d24"), after: openPayee },
    { ...choose("口座種別", "普通", "d23"), after: openPayee },
  ],
};

const antItem = (word: string, body: string, must = false): string =>
  `<div class=ant-form-item><div class=ant-form-item-label><label title="${word}"${must ? " class=ant-form-item-required" : ""}>${word}</label></div><div class=ant-form-item-control>${body}</div></div>`;
const antSelect = (t: string, now: string, ...options: string[]): string =>
  `<div class=ant-select data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><div class=ant-select-selector><span class=ant-select-selection-search><input role=combobox aria-haspopup=listbox aria-expanded=false readonly autocomplete=off></span><span class=ant-select-selection-${now === "" ? "placeholder" : "item"}>${now === "" ? "選択してください" : now}</span></div><span class=ant-select-arrow aria-hidden=true></span></div>`;
const antBox = (t: string, word: string): string =>
  `<label class=ant-checkbox-wrapper><span class=ant-checkbox><input type=checkbox class=ant-checkbox-input data-t=${t}><span class=ant-checkbox-inner></span></span><span>${word}</span></label>`;
const antDate = (t: string, hint: string): string =>
  `<div class=ant-picker-input>${input(t, `placeholder="${hint}" autocomplete=off`)}</div>`;
const nurseries = ["みどり保育園", "ひかりこども園", "中央保育所"];
const wish = (n: number, now: string): string =>
  `<tr class=ant-table-row><td class=ant-table-cell>第${n}希望</td><td class=ant-table-cell>${antSelect(`e5${n}`, now, ...nurseries)}</td><td class=ant-table-cell>${n === 1 ? "1名" : "0名"}</td><td class=ant-table-cell>${antBox(`e6${n}`, "")}</td></tr>`;
const pointsTab = { sentence: "「指数・順位」を押す", touches: "e13" };
const nursery: LegacyPage = {
  name: "入所調整",
  hand: "React with Ant Design: tabs, drawn lists opened at the end of the body, date and range pickers, drawn ticks, button radios, a switch",
  documents: {
    "/": doc(
      "保育利用調整",
      `<div class=ant-layout-header>子育て支援システム　<b>保育利用調整</b></div><div class=ant-layout-content><div class=ant-tabs-nav role=tablist><div role=tab class="ant-tabs-tab on" data-t=e11>申込情報</div><div role=tab class=ant-tabs-tab data-t=e12>世帯状況</div><div role=tab class=ant-tabs-tab data-t=e13>指数・順位</div></div>
<div role=tabpanel id=p0><div class=grid>${antItem("申込番号", "<span class=ant-form-text>R9-0412</span>")}${antItem("児童氏名", input("e1", "class=ant-input"), true)}${antItem("生年月日", `<div class=ant-picker>${antDate("e2", "日付を選択")}<i class=ci></i></div>`, true)}${antItem("認定区分", antSelect("e31", "", "1号認定", "2号認定", "3号認定"), true)}${antItem("保育必要量", "<div class=ant-radio-group><label class=ant-radio-button-wrapper><input type=radio name=h data-t=e3><span>標準時間</span></label><label class=ant-radio-button-wrapper><input type=radio name=h data-t=e4><span>短時間</span></label></div>")}${antItem("利用希望期間", `<div class=ant-picker>${antDate("e5", "開始日")}<span class=sep>→</span>${antDate("e6", "終了日")}<i class=ci></i></div>`)}</div>
${antItem("保育を必要とする事由", `<div class=ant-checkbox-group>${antBox("e41", "就労")}${antBox("e42", "妊娠・出産")}${antBox("e43", "疾病・障害")}${antBox("e44", "介護・看護")}${antBox("e45", "求職活動")}${antBox("e46", "就学")}${antBox("e47", "災害復旧")}${antBox("e48", "育児休業中の継続")}</div>`)}<div class=ant-divider>希望施設</div><table><thead class=ant-table-thead><tr><th>希望順位</th><th>施設名</th><th>空き</th><th>見学済み</th></tr></thead><tbody>${wish(1, "みどり保育園")}${wish(2, "")}${wish(3, "")}</tbody></table>
<div class=line><button role=switch type=button class=ant-switch aria-checked=false data-t=e8 onclick="this.setAttribute('aria-checked',String(this.getAttribute('aria-checked')!=='true'))"><i></i></button><span>きょうだい同時入所のみ希望</span></div></div>
<div role=tabpanel id=p1 style="display:none"><div class=grid>${antItem("父の勤務先", input("e71", "class=ant-input"))}${antItem("母の勤務先", input("e72", "class=ant-input"))}</div></div><div role=tabpanel id=p2 style="display:none"><div class=grid>${antItem("基準指数", "<span class=ant-form-text>38点</span>")}${antItem("調整指数", input("e21", "class=ant-input"))}${antItem("同点時の優先項目", antSelect("e32", "", "ひとり親世帯", "きょうだい在園", "待機期間"))}${antItem("調整会議メモ", "<textarea class=ant-input rows=2 data-t=e22></textarea>")}</div></div>
<div class=foot><button type=button class=ant-btn data-t=e91><span>空き状況一覧</span></button><button type=button class=ant-btn data-t=e92><span>指数を再計算</span></button><button type=button class="ant-btn pri" data-t=e93><span>保 存</span></button></div></div><script>document.querySelectorAll("[role=tab]").forEach((t,i)=>t.onclick=()=>{document.querySelectorAll("[role=tab]").forEach(x=>x.classList.toggle("on",x===t));[0,1,2].forEach(n=>document.getElementById("p"+n).style.display=n===i?"":"none")});document.querySelectorAll(".ant-select").forEach(s=>s.querySelector(".ant-select-selector").onmousedown=()=>{document.querySelectorAll(".ant-select-dropdown").forEach(x=>x.remove());const r=s.getBoundingClientRect(),d=document.createElement("div");d.className="ant-select-dropdown";d.style.cssText="left:"+r.left+"px;top:"+(r.bottom+scrollY+4)+"px;width:"+r.width+"px";s.dataset.o.split(",").forEach(o=>{const i=o.indexOf(":"),e=document.createElement("div");e.className="ant-select-item ant-select-item-option";e.title=o.slice(i+1);e.dataset.t=o.slice(0,i);e.innerHTML="<div class=ant-select-item-option-content></div>";e.firstChild.textContent=e.title;e.onclick=()=>{const v=s.querySelector(".ant-select-selector>span:last-child");v.className="ant-select-selection-item";v.textContent=e.title;d.remove()};d.append(e)});document.body.append(d)})</script>`,
      "<style>*{box-sizing:border-box}body{margin:0;background:#f0f2f5;font:14px sans-serif;color:#222}.ant-layout-header{background:#001529;color:#fff;padding:14px 20px}.ant-layout-content{width:900px;margin:12px;background:#fff;padding:4px 20px 14px}.ant-tabs-nav{display:flex;border-bottom:1px solid #eee;margin-bottom:14px}.ant-tabs-tab{padding:12px 0;margin-right:32px;cursor:pointer}.on{color:#1677ff;border-bottom:2px solid #1677ff}.grid{display:grid;grid-template-columns:1fr 1fr}.ant-form-item{display:flex;margin-bottom:14px}.ant-form-item-label{width:170px;text-align:right;padding:6px 8px 0 0}.ant-form-item-label label:after{content:':'}.ant-form-item-required:before{content:'*';color:red;margin-right:4px}.ant-form-item-control{flex:1}.ant-form-text{line-height:32px}.ant-input,.ant-picker,.ant-select-selector{border:1px solid #d9d9d9;border-radius:6px;min-height:32px;width:100%;padding:4px 10px;font:inherit}.ant-picker{display:flex;align-items:center}.ant-picker-input{flex:1}.ant-picker input{border:0;outline:0;width:100%;font:inherit}.ci{width:13px;height:13px;border:1px solid #999;border-top-width:4px;flex:none}.sep{color:#999;padding:0 8px}.ant-select{position:relative;min-width:190px;cursor:pointer}.ant-select-selection-search{position:absolute;inset:0 20px 0 10px}.ant-select-selection-search input{opacity:0;width:100%;height:100%;border:0;cursor:pointer}.ant-select-selection-placeholder{color:#bfbfbf}.ant-select-arrow{position:absolute;right:11px;top:11px;width:7px;height:7px;border:solid #999;border-width:0 1px 1px 0;transform:rotate(45deg)}.ant-select-dropdown{position:absolute;background:#fff;border-radius:6px;box-shadow:0 4px 14px #0003;padding:4px;z-index:9}.ant-select-item{padding:6px 10px;cursor:pointer}.ant-checkbox-group{display:grid;grid-template-columns:repeat(4,1fr);row-gap:6px}.ant-checkbox-wrapper{display:inline-flex;align-items:center;gap:7px}.ant-checkbox{position:relative;width:16px;height:16px}.ant-checkbox-input{position:absolute;inset:0;opacity:0;margin:0;z-index:1}.ant-checkbox-inner{position:absolute;inset:0;border:1px solid #aaa;border-radius:3px}.ant-checkbox-input:checked+span{background:#1677ff}.ant-radio-button-wrapper{display:inline-block;border:1px solid #d9d9d9;padding:5px 15px;position:relative}.ant-radio-button-wrapper input{position:absolute;opacity:0}.ant-radio-button-wrapper:has(:checked){border-color:#1677ff;color:#1677ff}.ant-divider{font-weight:bold;border-bottom:1px solid #eee;margin:6px 0 8px;padding-bottom:6px}table{border-collapse:collapse}th,.ant-table-cell{padding:7px 16px;border-bottom:1px solid #eee;text-align:left}th{background:#fafafa}.line{margin:12px 0}.ant-switch{width:42px;height:22px;border:0;border-radius:11px;background:#bbb;position:relative;vertical-align:middle;margin-right:8px}.ant-switch[aria-checked=true]{background:#1677ff}.ant-switch i{position:absolute;left:2px;top:2px;width:18px;height:18px;border-radius:50%;background:#fff}.foot{border-top:1px solid #eee;padding-top:12px;text-align:right}.ant-btn{border:1px solid #d9d9d9;border-radius:6px;background:#fff;padding:6px 15px;margin-left:8px;font:inherit}.pri{background:#1677ff;color:#fff}</style>",
    ),
  },
  things: [
    read("申込番号", "R9-0412"),
    type("児童氏名", "e1"),
    type("生年月日", "e2"),
    choose("認定区分", "2号認定", "e312"),
    choose("保育必要量", "短時間", "e4"),
    cell("「利用希望期間」の1番目", "に「V」を入力する", "e5"),
    cell("「利用希望期間」の2番目", "に「V」を入力する", "e6"),
    tick("求職活動", "e45"),
    tick("育児休業中の継続", "e48"),
    cell("「希望施設」表の2行目の「施設名」", "で「ひかりこども園」を選ぶ", "e522"),
    cell("「希望施設」表で「希望順位」が「第3希望」の行の「見学済み」", "をチェックする", "e63"),
    tick("きょうだい同時入所のみ希望", "e8"),
    press("空き状況一覧", "e91"),
    { ...read("基準指数", "38点"), after: pointsTab },
    { ...type("調整指数", "e21"), after: pointsTab },
    { ...choose("同点時の優先項目", "きょうだい在園", "e322"), after: pointsTab },
  ],
};

const float = (t: string, word: string, wide = 6): string =>
  `<div class="col-${wide}"><div class=form-floating>${input(t, `type=text class=form-control id=fl-${t} placeholder="${word}"`)}<label for=fl-${t}>${word}</label></div></div>`;
const floatSelect = (t: string, word: string, ...options: string[]): string =>
  `<div class=col-6><div class=form-floating><select class=form-select id=fl-${t} data-t=${t}><option></option>${options.map((o) => `<option>${o}</option>`).join("")}</select><label for=fl-${t}>${word}</label></div></div>`;
const check = (t: string, word: string, kind = "checkbox", name = ""): string =>
  `<div class=form-check><input class=form-check-input type=${kind} ${name} id=ck-${t} data-t=${t}><label class=form-check-label for=ck-${t}>${word}</label></div>`;
const card = (title: string, body: string): string =>
  `<div class=card><div class=card-header>${title}</div><div class=card-body>${body}</div></div>`;
const thing = (n: number, word: string, size: string, amount: string): string =>
  `<tr><td>${word}</td><td>${size}</td><td>${input(`f5${n}`, "class=form-control")}</td><td class=n>${amount}</td><td><a href=# class=link data-t=f6${n}>編集</a></td></tr>`;
const road: LegacyPage = {
  name: "道路占用",
  hand: "Bootstrap 5: a wizard of four steps, captions floating in the fields, cards, a from–to group with add-ons, a table with links",
  documents: {
    "/": doc(
      "道路占用許可申請",
      `<nav><b>道路管理システム</b><a href=# data-t=f91>占用台帳</a><a href=# data-t=f92>工事調整</a><a href=# data-t=f93>占用料</a></nav><div class=container><h1>道路占用許可申請</h1><ol class=steps><li class=done>1 事前確認</li><li class=cur>2 申請内容</li><li>3 添付図面</li><li>4 確認</li></ol>${card("申請者", `<div class=row>${float("f1", "申請者名（法人名）")}${float("f2", "担当者")}</div><div class=row>${float("f3", "電話番号")}${float("f4", "メールアドレス")}</div>`)}
${card("占用内容", `<div class=row>${floatSelect("f5", "占用の目的", "上水道管の埋設", "ガス管の埋設", "工事用足場", "看板の設置")}${floatSelect("f6", "道路の種類", "市道", "県道", "国道")}</div><div class=row>${float("f7", "路線名")}${float("f8", "占用の場所")}</div><div class=row><div class=col-6><div class=fw>占用の期間</div><div class=input-group><span class=input-group-text>自</span>${input("f9", "class=form-control")}<span class=input-group-text>至</span>${input("f10", "class=form-control")}</div></div><div class=col-6><div class=fw>申請の区分</div><div class=inl>${check("f11", "新規", "radio", "name=s")}${check("f12", "更新", "radio", "name=s")}${check("f13", "変更", "radio", "name=s")}</div></div></div><h6>占用物件</h6><table class=table><thead><tr><th>物件名</th><th>規模</th><th>数量</th><th>占用料（円）</th><th></th></tr></thead><tbody>${thing(1, "配水管", "φ100", "12,400")}${thing(2, "仕切弁室", "0.6㎡", "1,860")}${thing(3, "保安柵", "1.8m", "540")}</tbody></table><button type=button class=btn data-t=f20>＋ 物件を追加</button>`)}
${card("工事の方法", `<div class=row>${float("f21", "工事施工者")}${float("f22", "現場責任者")}</div><div class=row><div class=col-6><div class=fw>交通規制</div><div class=inl>${check("f23", "片側交互通行")}${check("f24", "車線減少")}${check("f25", "通行止め")}</div></div><div class=col-6><div class=fw>復旧方法</div><div class=inl>${check("f26", "仮復旧", "radio", "name=k")}${check("f27", "本復旧", "radio", "name=k")}</div></div></div>`)}<div class=bar><span>占用料の合計</span> <b>14,800円</b><span class=sp></span><button type=button class=btn data-t=f30>前へ</button><button type=button class=btn data-t=f31>一時保存</button><button type=button class="btn pri" data-t=f32>次へ</button></div></div>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:15px system-ui,sans-serif;color:#212529}nav{background:#212529;color:#fff;padding:12px 20px}nav a{color:#ccc;margin-left:22px;text-decoration:none}.container{width:920px;margin:0 20px}h1{font-size:22px}.steps{display:flex;list-style:none;padding:0;gap:6px}.steps li{flex:1;background:#e9ecef;padding:7px 12px}.steps .cur{background:#0d6efd;color:#fff}.steps .done{background:#cfe2ff}.card{border:1px solid #ccc;border-radius:6px;margin-bottom:14px}.card-header{background:#f7f7f7;border-bottom:1px solid #ccc;padding:8px 14px}.card-body{padding:12px 14px}.row{display:flex;gap:16px;margin-bottom:12px}.col-6{flex:1}.form-floating{position:relative}.form-control,.form-select{width:100%;height:38px;border:1px solid #ced4da;border-radius:6px;padding:6px 12px;font:inherit;background:#fff}.form-floating .form-control,.form-floating .form-select{height:56px;padding:24px 12px 6px}.form-floating .form-control::placeholder{color:transparent}.form-floating label{position:absolute;left:13px;top:17px;color:#666;pointer-events:none;transition:.1s}.form-floating :is(.form-control:focus,.form-control:not(:placeholder-shown),.form-select)~label{top:5px;font-size:12px}.fw{font-weight:600;margin-bottom:4px}.input-group{display:flex}.input-group-text{background:#e9ecef;border:1px solid #ced4da;padding:7px 12px}.inl{display:flex;gap:20px;padding-top:7px}.form-check-label{padding-left:5px}h6{font-size:15px;margin:4px 0}.table{width:100%;border-collapse:collapse;margin-bottom:8px}.table td,.table th{border-bottom:1px solid #dee2e6;padding:6px 10px;text-align:left}.n{text-align:right!important}.btn{border:1px solid #6c757d;border-radius:6px;background:#fff;padding:7px 16px;font:inherit}.pri{background:#0d6efd;color:#fff;border-color:#0d6efd}.bar{position:sticky;bottom:0;background:#fff;border-top:2px solid #0d6efd;padding:10px 4px;display:flex;gap:10px;align-items:center}.sp{flex:1}</style>",
    ),
  },
  things: [
    press("占用台帳", "f91"),
    type("申請者名（法人名）", "f1"),
    type("電話番号", "f3"),
    choose("占用の目的", "工事用足場", "f5"),
    choose("道路の種類", "市道", "f6"),
    type("占用の場所", "f8"),
    type("自", "f9", "占用の期間/欄"),
    type("至", "f10", "占用の期間/欄"),
    choose("申請の区分", "更新", "f12"),
    cell("「占用物件」表で「物件名」が「仕切弁室」の行の「数量」", "に「V」を入力する", "f52"),
    cell("「占用物件」表の3行目の「編集」", "を押す", "f63"),
    press("物件を追加", "f20"),
    tick("車線減少", "f24"),
    choose("復旧方法", "本復旧", "f27"),
    read("占用料の合計", "14,800円"),
    press("次へ", "f32"),
  ],
};

/** Held-out pages of the ninth set: sealed, measured only. */
export const ninthHeldOutPages: readonly LegacyPage[] = [
  wages,
  assets,
  residents,
  medical,
  nursery,
  road,
  ...ninthHeldOutMore,
];

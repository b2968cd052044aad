/** The eighth set, second half: contracts, certificates, pay, arrears, purchases, medical aid and payees. */
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

const tool = (t: string, colour: string, word: string): string =>
  `<div class=x-btn data-t=${t}><em><button type=button><span class=x-btn-inner>${word}</span><span class=x-btn-icon style="background:${colour}">&nbsp;</span></button></em></div>`;
const contract = (n: number, ...words: string[]): string =>
  `<tr class=x-grid-row><td class=x-grid-cell><div class=x-grid-cell-inner><div class=x-checker data-t=h6${n} onclick="this.classList.toggle('on')">&nbsp;</div></div></td>${words.map((w) => `<td class=x-grid-cell><div class=x-grid-cell-inner>${w}</div></td>`).join("")}<td class=x-grid-cell><div class=x-grid-cell-inner><a href=# data-t=h5${n}>変更契約</a></div></td></tr>`;
const heads = ["", "契約番号", "契約件名", "相手方", "契約金額", "状態", "操作"];
const extField = (word: string, body: string): string =>
  `<table class=x-field cellspacing=0><tbody><tr><td class=x-field-label-cell><label class=x-form-item-label>${word}:</label></td><td class=x-form-item-body>${body}</td></tr></tbody></table>`;
const combo = (t: string, now: string, ...options: string[]): string =>
  `<table class=x-trigger-wrap cellspacing=0><tbody><tr><td><input class=x-form-text readonly size=16 value="${now}"></td><td><div class=x-arrow role=button data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"></div></td></tr></tbody></table>`;
const contracts: LegacyPage = {
  name: "契約台帳",
  hand: "ExtJS 4: a tool bar of buttons with icons, a grid with drawn ticks, a form panel whose every field is a table, combos with an arrow",
  documents: {
    "/": doc(
      "契約管理",
      `<div class=x-panel><div class=x-panel-header>契約一覧</div><div class=x-toolbar>${tool("h1", "#6b3", "新規")}${tool("h2", "#38c", "複写")}<div class=x-sep></div>${tool("h3", "#c83", "検査調書")}${tool("h4", "#393", "Excel出力")}<div class=x-sep></div><div class=x-tbt>年度</div>${combo("h7", "令和8年度", "令和7年度", "令和8年度")}<div class=x-tbt>キーワード</div>${input("h8", "class=x-form-text size=14")}${tool("h9", "#888", "検索")}</div><div class=x-ct>${heads.map((w) => `<div class=x-column-header><span>${w}</span></div>`).join("")}</div><div class=x-grid-view><table class=x-grid-table cellspacing=0><tbody>${contract(1, "08-0101", "庁舎清掃業務委託", "見本ビル管理", "3,960,000", "履行中")}${contract(2, "08-0115", "複写機賃貸借", "見本リース", "528,000", "履行中")}${contract(3, "08-0123", "公用車車検整備", "見本自動車", "143,000", "検査待ち")}</tbody></table></div><div class="x-toolbar">${tool("h11", "#bbb", "前頁")}<div class=x-tbt>ページ</div>${input("h12", "class=x-form-text size=2 value=1")}<div class=x-tbt>/ 9</div>${tool("h13", "#bbb", "次頁")}<div class="x-tbt r">1 - 3 / 27 件</div></div></div>
<div class=x-panel style="width:640px"><div class=x-panel-header>契約詳細</div><div class=x-body>${extField("契約番号", "<div class=x-disp>08-0123</div>")}${extField("契約件名", input("h21", "class=x-form-text size=50"))}${extField("契約方法", combo("h22", "", "一般競争入札", "指名競争入札", "随意契約"))}${extField("契約年月日", input("h23", "class=x-form-text size=12"))}${extField("履行期間", `${input("h24", "class=x-form-text size=12")} ～ ${input("h25", "class=x-form-text size=12")}`)}${extField("契約金額(税込)", `${input("h26", "class=x-form-text size=14")} 円`)}${extField("契約保証金", "<input type=radio name=ho data-t=h27 id=ho1><label for=ho1>納付</label> <input type=radio name=ho data-t=h28 id=ho2><label for=ho2>免除</label>")}${extField("仕様書", "<input type=checkbox data-t=h29 id=ho3><label for=ho3>電子入札システムに公開する</label>")}</div><div class=x-footer>${tool("h31", "#c83", "業者選択")}${tool("h32", "#38c", "一時保存")}${tool("h33", "#c33", "閉じる")}</div></div><script>document.querySelectorAll(".x-arrow").forEach(a=>a.onclick=()=>{document.querySelectorAll(".x-boundlist").forEach(x=>x.remove());const i=a.closest("tr").querySelector("input"),r=i.getBoundingClientRect(),l=document.createElement("ul");l.className="x-boundlist";l.style.left=r.left+"px";l.style.top=r.bottom+scrollY+"px";a.dataset.o.split(",").forEach(o=>{const [t,w]=o.split(":"),li=document.createElement("li");li.setAttribute("role","option");li.className="x-boundlist-item";li.dataset.t=t;li.textContent=w;li.onclick=()=>{i.value=w;l.remove()};l.append(li)});document.body.append(l)})</script>`,
      "<style>body{font:13px tahoma,sans-serif;background:#dfe9f6}.x-panel{border:1px solid #99bce8;background:#fff;width:920px;margin-bottom:8px}.x-panel-header{background:#cbddf3;color:#04408c;font-weight:bold;padding:5px 8px}.x-toolbar{display:flex;align-items:center;gap:4px;background:#d3e1f1;padding:3px}.x-btn{border:1px solid #aac;border-radius:3px;background:#f4f8fc}.x-btn em{font-style:normal}.x-btn button{position:relative;border:0;background:none;padding:3px 8px 3px 24px;font:inherit}.x-btn-icon{position:absolute;left:5px;top:4px;width:14px;height:14px;border-radius:3px}.x-sep{border-left:1px solid #98c8ff;height:18px;margin:0 4px}.x-tbt{padding:0 4px}.r{margin-left:auto}.x-ct{display:flex;background:#eee;border-bottom:1px solid #ccc}.x-column-header,.x-grid-cell{width:138px;box-sizing:border-box;padding:0}.x-column-header span{display:block;padding:4px 6px;min-height:16px}.x-column-header:first-child,.x-grid-cell:first-child{width:32px}.x-grid-table{table-layout:fixed;width:860px}.x-grid-cell{border-bottom:1px solid #eee}.x-grid-cell-inner{padding:4px 6px}.x-checker{width:13px;height:13px;border:1px solid #777;line-height:13px}.x-checker.on{background:#38c}.x-field{margin:4px 8px}.x-field-label-cell{width:120px}.x-form-text{border:1px solid #b5b8c8;padding:2px 4px}.x-arrow{width:17px;height:19px;border:1px solid #b5b8c8;cursor:pointer;background:#e6eef8;text-align:center;line-height:19px}.x-arrow:after{content:'';display:inline-block;border:4px solid transparent;border-top-color:#555}.x-boundlist{position:absolute;margin:0;padding:0;list-style:none;background:#fff;border:1px solid #98c0f4;width:150px;z-index:9}.x-boundlist-item{padding:3px 6px;cursor:pointer}.x-footer{display:flex;justify-content:flex-end;gap:6px;background:#dfe8f6;padding:4px}</style>",
    ),
  },
  things: [
    press("検査調書", "h3"),
    press("Excel出力", "h4"),
    choose("年度", "令和7年度", "h71"),
    type("キーワード", "h8"),
    press("検索", "h9"),
    cell("「契約一覧」表で「契約番号」が「08-0115」の行の「変更契約」", "を押す", "h52"),
    cell(
      "「契約一覧」表で「契約件名」が「公用車車検整備」の行の「状態」",
      "の値を {読んだ値} として読み取る",
      "検査待ち",
    ),
    press("次頁", "h13"),
    type("契約件名", "h21"),
    choose("契約方法", "随意契約", "h223"),
    type("契約年月日", "h23"),
    cell("「履行期間」の2番目", "に「V」を入力する", "h25"),
    type("契約金額(税込)", "h26"),
    choose("契約保証金", "免除", "h28"),
    tick("電子入札システムに公開する", "h29"),
    press("業者選択", "h31"),
  ],
};

const certificates: LegacyPage = {
  name: "証明書交付",
  hand: "a Perl CGI: pre with the fields between the words, section names in square brackets, padded captions, a printed list with links",
  documents: {
    "/": doc(
      "証明書交付受付",
      `<h2>証明書交付受付（窓口）</h2><hr><form onsubmit="return false"><pre>
　受付番号　　：　0231　　　　　　　　　受付日　：　令和 8年11月23日
　請求者区分　：　<input type=radio name=q data-t=i1>本人　<input type=radio name=q data-t=i2>同一世帯　<input type=radio name=q data-t=i3>代理人

［請求者］
　氏　　名　　：　${input("i4", "size=20")}　　ﾌﾘｶﾞﾅ　：　${input("i5", "size=20")}
　生年月日　　：　${select("i6", "大正", "昭和", "平成", "令和")}${input("i7", "size=2")}年${input("i8", "size=2")}月${input("i9", "size=2")}日
　住　　所　　：　${input("i10", "size=50")}
　電話番号　　：　${input("i11", "size=4")}－${input("i12", "size=4")}－${input("i13", "size=4")}

［必要な方］　<input type=checkbox data-t=i14>請求者と同じ
　氏　　名　　：　${input("i15", "size=20")}　　ﾌﾘｶﾞﾅ　：　${input("i16", "size=20")}
　住　　所　　：　${input("i17", "size=50")}　<input type=submit data-t=i18 value="住民検索">

［証明書］
　住民票（世帯全員）　　　　　${input("i20", "size=2")}通　　300円
　住民票（一部）　　　　　　　${input("i21", "size=2")}通　　300円
　印鑑登録証明書　　　　　　　${input("i22", "size=2")}通　　300円
　戸籍全部事項証明書　　　　　${input("i23", "size=2")}通　　450円
　記載事項　　：　<input type=checkbox data-t=i24>本籍　<input type=checkbox data-t=i25>続柄　<input type=checkbox data-t=i26>住民票コード
　手数料合計　：　1,050円

　　　<input type=submit data-t=i30 value="手数料計算">　<input type=submit data-t=i31 value="確認画面へ">　<input type=reset data-t=i32 value="書き直し">
</pre></form><hr><b>本日の受付一覧</b><pre>
受付番号　　時刻　　　氏名　　　　　種類　　　　　　状態
----------------------------------------------------------------
0228　　　　09:05　　見本　一郎　　住民票　　　　　交付済　　<a href=# data-t=i41>再発行</a>
0229　　　　09:12　　見本　花子　　印鑑証明　　　　交付済　　<a href=# data-t=i42>再発行</a>
0230　　　　09:20　　例　　太郎　　戸籍　　　　　　作成中　　<a href=# data-t=i43>再発行</a>
</pre><a href=# data-t=i50>窓口メニューへ戻る</a>`,
      "<style>body{background:#f0fff0}pre{font:15px/1.6 'MS Gothic',monospace}</style>",
    ),
  },
  things: [
    read("受付日", "令和 8年11月23日"),
    choose("請求者区分", "代理人", "i3"),
    type("氏名", "i4", "請求者/欄"),
    type("ﾌﾘｶﾞﾅ", "i5", "請求者/欄"),
    choose("生年月日", "昭和", "i6"),
    type("日", "i9", "生年月日/欄"),
    cell("「電話番号」の2番目", "に「V」を入力する", "i12"),
    tick("請求者と同じ", "i14"),
    type("住所", "i17", "必要な方/欄"),
    press("住民検索", "i18"),
    type("住民票（一部）", "i21"),
    type("印鑑登録証明書", "i22"),
    tick("続柄", "i25"),
    read("手数料合計", "1,050円"),
    cell("「本日の受付一覧」表で「受付番号」が「0229」の行の「再発行」", "を押す", "i42"),
    press("窓口メニューへ戻る", "i50"),
  ],
};

const kin = (n: number, name: string, how: string): string =>
  `<tr><td>${n}</td><td><input name=nm${n} size=14 value="${name}"></td><td><select data-t=j3${n}>${["妻", "夫", "子", "父", "母"].map((o) => `<option${o === how ? " selected" : ""}>${o}</option>`).join("")}</select></td><td>${input(`j4${n}`, "size=9")}</td><td><input type=checkbox data-t=j5${n}></td><td>${input(`j6${n}`, "size=9")} 円</td></tr>`;
const account = (from: number, title: string): string =>
  `<h4>${title}</h4><table class=kt><tr><th>金融機関コード</th><td>${input(`j${from}`, "size=4")} <button data-t=j${from + 1}>金融機関検索</button> <span>${from === 70 ? "見本銀行" : "（未選択）"}</span></td></tr><tr><th>支店コード</th><td>${input(`j${from + 2}`, "size=3")}</td></tr><tr><th>預金種別</th><td>${select(`j${from + 3}`, "普通", "当座", "貯蓄")}</td></tr><tr><th>口座番号</th><td>${input(`j${from + 4}`, "size=7")}</td></tr><tr><th>振込額</th><td>${input(`j${from + 5}`, "size=9")} 円 <label><input type=checkbox data-t=j${from + 6}>全額</label></td></tr></table>`;
const housingTab = { sentence: "「住居手当」を押す", touches: "j12" };
const commuteTab = { sentence: "「通勤手当」を押す", touches: "j13" };
const accountTab = { sentence: "「振込口座」を押す", touches: "j14" };
const allowances: LegacyPage = {
  name: "諸手当届",
  hand: "jQuery UI tabs: the clerk's own facts above, four tabs of which one shows, numbered captions, two bank accounts of the same captions",
  documents: {
    "/": doc(
      "諸手当届出",
      `<div class=tp>人事給与システム ＞ 諸手当届出</div><table class=kt><tr><th>職員番号</th><td>100234</td><th>氏名</th><td>見本　花子</td><th>所属</th><td>税務課</td></tr><tr><th>届出日</th><td>${input("j1", "size=10")}</td><th>事由</th><td>${select("j2", "新規", "変更", "消滅")}</td><th>支給開始月</th><td>${input("j3", "size=7")}</td></tr></table>
<div class=ui-tabs><ul class=nav><li class=on><a href="#t1" data-t=j11>扶養手当</a></li><li><a href="#t2" data-t=j12>住居手当</a></li><li><a href="#t3" data-t=j13>通勤手当</a></li><li><a href="#t4" data-t=j14>振込口座</a></li></ul><div class=pn id=t1><b>扶養親族</b><table class=lt><thead><tr><th>No</th><th>氏名</th><th>続柄</th><th>生年月日</th><th>同居</th><th>年間所得</th></tr></thead><tbody>${kin(1, "見本　太郎", "夫")}${kin(2, "見本　ゆき", "子")}${kin(3, "", "")}</tbody></table><p><button data-t=j15>親族を追加</button></p></div>
<div class=pn id=t2 style="display:none"><table class=kt><tr><th>１．住居の区分</th><td><label><input type=radio name=z data-t=j21>借家・借間</label> <label><input type=radio name=z data-t=j22>自宅</label></td></tr><tr><th>２．家賃月額</th><td>${input("j23", "size=8")} 円（共益費を除く）</td></tr><tr><th>３．契約期間</th><td>${input("j24", "size=10")} から ${input("j25", "size=10")} まで</td></tr><tr><th>４．貸主氏名</th><td>${input("j26", "size=24")}</td></tr></table></div>
<div class=pn id=t3 style="display:none"><table class=kt><tr><th>(1) 通勤方法</th><td><label><input type=checkbox data-t=j27>鉄道</label> <label><input type=checkbox data-t=j28>バス</label> <label><input type=checkbox data-t=j29>自家用車</label></td></tr><tr><th>(2) 通勤距離（片道）</th><td>${input("j30", "size=5")} km</td></tr><tr><th>(3) 定期券の価額</th><td>${input("j37", "size=8")} 円 ／ ${select("j38", "1か月", "3か月", "6か月")}</td></tr><tr><th>(4) 経路</th><td><textarea data-t=j39 cols=50 rows=2></textarea></td></tr></table></div><div class=pn id=t4 style="display:none">${account(70, "第１口座")}${account(80, "第２口座")}</div></div><p><button data-t=j90>支給額を試算</button> <button data-t=j91>下書き保存</button> <button data-t=j92>戻る</button></p><script>document.querySelectorAll(".nav a").forEach(a=>a.onclick=e=>{e.preventDefault();document.querySelectorAll(".pn").forEach(p=>p.style.display="#"+p.id===a.getAttribute("href")?"block":"none");document.querySelectorAll(".nav li").forEach(l=>l.className=l.contains(a)?"on":"")})</script>`,
      "<style>body{font:13px sans-serif}.tp{color:#555;margin-bottom:6px}.kt{border-collapse:collapse}.kt th,.kt td,.lt th,.lt td{border:1px solid #aaa;padding:4px 8px;text-align:left}.kt th,.lt th{background:#eef;font-weight:normal}.lt{border-collapse:collapse}.ui-tabs{border:1px solid #aaa;margin-top:10px;width:780px}.nav{display:flex;list-style:none;margin:0;padding:4px 4px 0;background:#ccd}.nav li{background:#e6e6e6;border:1px solid #aaa;border-bottom:0;margin-right:3px}.nav li.on{background:#fff}.nav a{display:block;padding:5px 14px;color:#333;text-decoration:none}.pn{padding:10px}h4{margin:6px 0 2px}</style>",
    ),
  },
  things: [
    read("職員番号", "100234"),
    type("届出日", "j1"),
    choose("事由", "変更", "j2"),
    cell("「扶養親族」表で「No」が「3」の行の「続柄」", "で「母」を選ぶ", "j33"),
    cell("「扶養親族」表の2行目の「生年月日」", "に「V」を入力する", "j42"),
    cell("「扶養親族」表の3行目の「同居」", "をチェックする", "j53"),
    press("親族を追加", "j15"),
    { ...choose("住居の区分", "借家・借間", "j21"), after: housingTab },
    { ...type("家賃月額", "j23"), after: housingTab },
    { ...tick("自家用車", "j29"), after: commuteTab },
    { ...type("(2) 通勤距離（片道）", "j30"), after: commuteTab },
    { ...type("定期券の価額", "j37"), after: commuteTab },
    { ...type("金融機関コード", "j70", "第１口座/枠"), after: accountTab },
    { ...type("口座番号", "j84", "第２口座/枠"), after: accountTab },
    { ...choose("預金種別", "当座", "j83", "第２口座/枠"), after: accountTab },
    press("支給額を試算", "j90"),
  ],
};

const debt = (n: number, no: string, name: string, sum: string, last: string): string =>
  `<tr class=c${n % 2}><td align=center><input type=checkbox data-t=k6${n}></td><td align=right>${8 + n}</td><td><a href=# data-t=k7${n}>${no}</a></td><td>${name}</td><td>固定資産税</td><td align=right>${sum}</td><td>${last}</td><td><input type=button data-t=k8${n} value="照会"><input type=button data-t=k9${n} value="折衝記録"></td></tr>`;
const arrears: LegacyPage = {
  name: "滞納者検索",
  hand: "Struts of 2008: search captions in a row above their fields, a result list with paging, a tick and two buttons in every row, bulk buttons below",
  documents: {
    "/": doc(
      "滞納者検索",
      `<div class=t>収納管理　滞納者検索</div><form onsubmit="return false"><table class=k cellspacing=0><tr class=c><td>宛名番号</td><td>氏名（カナ）</td><td>税目</td><td>賦課年度</td><td>滞納額</td></tr><tr><td>${input("k1", "size=10")}</td><td>${input("k2", "size=20")}</td><td>${select("k3", "市県民税", "固定資産税", "軽自動車税")}</td><td>${select("k4", "R08", "R07", "R06")}</td><td>${input("k5", "size=9")}円以上</td></tr><tr class=c><td>地区</td><td>折衝担当者</td><td colspan=2>最終折衝日</td><td>条件</td></tr><tr><td>${select("k11", "中央", "東部", "西部")}</td><td>${input("k12", "size=14")}</td><td colspan=2>${input("k13", "size=10")}～${input("k14", "size=10")}</td><td><input type=checkbox data-t=k15 id=kx><label for=kx>分納中を除く</label></td></tr></table><p><input type=button data-t=k20 value="　検 索　"> <input type=button data-t=k21 value="条件クリア"></p>
<b>検索結果</b>　<span class=r>132件中　9～12件目を表示</span>　<a href=# data-t=k31>&lt;&lt; 先頭</a> <a href=# data-t=k32>&lt; 前へ</a> <a href=# data-t=k33>1</a> <a href=# data-t=k34>2</a> <b>3</b> <a href=# data-t=k35>4</a> <a href=# data-t=k36>次へ &gt;</a> <a href=# data-t=k37>最終 &gt;&gt;</a><table class=l cellspacing=0><tr class=h><th>選択</th><th>No.</th><th>宛名番号</th><th>氏名</th><th>税目</th><th>滞納額</th><th>最終折衝日</th><th>処理</th></tr>${debt(1, "00120034", "見本　太郎", "128,400", "R08.09.10")}${debt(2, "00120567", "見本　太郎", "32,100", "R08.10.02")}${debt(3, "00131122", "例　花子", "254,000", "R08.06.25")}${debt(4, "00140003", "見本商事（株）", "1,020,500", "R08.11.01")}<tr class=s><td colspan=5 align=right>ページ計</td><td align=right>1,435,000</td><td colspan=2></td></tr></table>
<p><input type=button data-t=k40 value="全て選択"> <input type=button data-t=k41 value="全て解除">　｜　選択した滞納者を ${select("k42", "催告書", "差押予告書", "納付書")} <input type=button data-t=k43 value="印刷プレビュー"> <input type=button data-t=k44 value="CSV出力"></p></form>`,
      "<style>body{font:13px 'MS UI Gothic',sans-serif}.t{background:#600;color:#fff;padding:5px 8px;font-size:16px;margin-bottom:8px}.k{border-collapse:collapse}.k td{border:1px solid #b99;padding:3px 8px}.c td{background:#f3e4e4}.l{border-collapse:collapse;margin-top:4px}.l td,.l th{border:1px solid #b99;padding:2px 8px}.h th{background:#c99}.c0 td{background:#fff6f6}.s td{background:#eee}.r{color:#555}</style>",
    ),
  },
  things: [
    type("氏名（カナ）", "k2"),
    choose("税目", "固定資産税", "k3"),
    choose("賦課年度", "R07", "k4"),
    type("滞納額", "k5"),
    type("折衝担当者", "k12"),
    cell("「最終折衝日」の1番目", "に「V」を入力する", "k13"),
    tick("分納中を除く", "k15"),
    press("検索", "k20"),
    press("次へ", "k36"),
    cell("「検索結果」表で「宛名番号」が「00120567」の行の「選択」", "をチェックする", "k62"),
    cell("「検索結果」表で「氏名」が「例　花子」の行の「折衝記録」", "を押す", "k93"),
    cell("「検索結果」表で「No.」が「9」の行の「宛名番号」", "を押す", "k71"),
    cell("「検索結果」表で「宛名番号」が「00140003」の行の「照会」", "を押す", "k84"),
    cell(
      "「検索結果」表で「宛名番号」が「00131122」の行の「最終折衝日」",
      "の値を {読んだ値} として読み取る",
      "R08.06.25",
    ),
    press("全て選択", "k40"),
    choose("選択した滞納者を", "催告書", "k42"),
  ],
};

const good = (n: number, name: string, spec: string, sum: string): string =>
  `<tr><td class=no>${n}</td><td><input name="hinmei[]" data-t=l1${n} size=16 value="${name}"></td><td><input name="kikaku[]" data-t=l2${n} size=12 value="${spec}"></td><td>${input(`l3${n}`, 'name="suryo[]" size=4 class=n')}</td><td>${select(`l4${n}`, "個", "箱", "冊", "式")}</td><td>${input(`l5${n}`, 'name="tanka[]" size=7 class=n')}</td><td class=n>${sum}</td><td>${input(`l6${n}`, 'name="tekiyo[]" size=16')}</td><td><a href=# class=x data-t=l7${n}>複写</a> <a href=# class=x data-t=l8${n}>行削除</a></td></tr>`;
const purchase: LegacyPage = {
  name: "物品購入伺",
  hand: "PHP with jQuery: two columns of dl, a name in two boxes with small words under them, lines of goods with sums, notes in red",
  documents: {
    "/": doc(
      "物品購入伺",
      `<div id=head><h1>物品購入伺書作成</h1><p class=info>伺番号 <strong>R8-2041</strong>　作成日 <strong>2026/11/23</strong></p></div><form onsubmit="return false"><div class=cols><dl><dt>要求課</dt><dd>${select("l1", "総務課", "税務課", "福祉課")}</dd><dt>要求者<em>（必須）</em></dt><dd class=two><span>${input("l2", "size=8")}<small>姓</small></span><span>${input("l3", "size=8")}<small>名</small></span></dd><dt>件名<em>（必須）</em></dt><dd>${input("l4", "size=34")}</dd><dt>購入理由</dt><dd><textarea data-t=l5 cols=34 rows=2></textarea></dd></dl><dl><dt>納入期限</dt><dd>${input("l6", "size=10")} まで</dd><dt>納入場所</dt><dd>${input("l7", "size=30")}</dd><dt>業者コード</dt><dd>${input("l8", "size=6")} <button type=button data-t=l9>業者を探す</button></dd><dt>業者名</dt><dd><span class=dv>有限会社見本文具</span></dd><dt>見積方法</dt><dd><label><input type=radio name=m data-t=l91>１者</label> <label><input type=radio name=m data-t=l92>２者以上</label> <label><input type=radio name=m data-t=l93>単価契約</label></dd></dl></div>
<h2>購入明細</h2><p class=note>※単価は税抜で入力してください。数量と単価を入れて「再計算」を押すと金額が出ます。</p><table class=ms><thead><tr><th>No</th><th>品名</th><th>規格</th><th>数量</th><th>単位</th><th>単価（円）</th><th>金額（円）</th><th>摘要</th><th></th></tr></thead><tbody>${good(1, "コピー用紙", "A4 2500枚", "22,000")}${good(2, "封筒", "角２ 茶", "4,800")}${good(3, "", "", "0")}</tbody><tfoot><tr><td colspan=6 class=n>小計</td><td class=n>26,800</td><td colspan=2></td></tr><tr><td colspan=6 class=n>消費税（10％）</td><td class=n>2,680</td><td colspan=2></td></tr><tr><td colspan=6 class=n><b>合計</b></td><td class=n><b>29,480</b></td><td colspan=2></td></tr></tfoot></table><div class=b><button type=button data-t=l100>行を追加</button> <button type=button data-t=l101>再計算</button>　<label><input type=checkbox data-t=l102> 分納を認める</label></div><div class=b2><button type=button data-t=l103>見積依頼書を印刷</button> <button type=button data-t=l104>予算残額を照会</button> <button type=button data-t=l105>一覧へ戻る</button></div></form>`,
      "<style>body{font:14px 'Hiragino Kaku Gothic Pro',Meiryo,sans-serif;width:980px;margin:0 auto}#head{border-bottom:3px solid #274;display:flex;justify-content:space-between;align-items:center}h1{font-size:20px}h2{font-size:16px;border-left:6px solid #274;padding-left:6px;margin:10px 0 2px}.cols{display:flex;gap:20px}dl{flex:1;margin:8px 0;overflow:hidden}dt{float:left;clear:left;width:120px;padding:5px 0;color:#274}dd{margin:0 0 6px 124px;padding:3px 0;min-height:22px}em{color:#c00;font-style:normal;font-size:11px}.two span{display:inline-block;margin-right:10px}.two small{display:block;color:#777;text-align:center}.note{color:#c00;font-size:12px;margin:2px 0}.ms{border-collapse:collapse;width:100%}.ms th{background:#274;color:#fff;font-weight:normal;padding:4px}.ms td{border:1px solid #9b9;padding:3px 5px}.n{text-align:right}.x{font-size:12px}.b,.b2{margin:8px 0}.b2{text-align:center}tfoot td{background:#f2f8f2}</style>",
    ),
  },
  things: [
    read("伺番号", "R8-2041"),
    choose("要求課", "税務課", "l1"),
    type("姓", "l2", "要求者/欄"),
    press("業者を探す", "l9"),
    read("業者名", "有限会社見本文具"),
    choose("見積方法", "２者以上", "l92"),
    cell("「購入明細」表の3行目の「品名」", "に「V」を入力する", "l13"),
    cell("「購入明細」表の1行目の「数量」", "に「V」を入力する", "l31"),
    cell("「購入明細」表の2行目の「単位」", "で「箱」を選ぶ", "l42"),
    cell("「購入明細」表で「No」が「2」の行の「単価（円）」", "に「V」を入力する", "l52"),
    cell("「購入明細」表の1行目の「金額（円）」", "の値を {読んだ値} として読み取る", "22,000"),
    cell("「購入明細」表の2行目の「複写」", "を押す", "l72"),
    read("合計", "29,480"),
    press("再計算", "l101"),
    tick("分納を認める", "l102"),
    press("予算残額を照会", "l104"),
  ],
};

const bill = (n: number, month: string, clinic: string, paid: string): string =>
  `<tr><td><input type=checkbox data-t=m3${n}></td><td>${month}</td><td>${clinic}</td><td class=num>${paid}</td><td><input data-t=m4${n} size=8></td><td><button class=sm data-t=m5${n}>領収書</button></td></tr>`;
const person = (n: number, no: string, name: string, born: string): string =>
  `<tr><td>${no}</td><td>${name}</td><td>${born}</td><td><button class=sm data-t=m9${n}>選択</button></td></tr>`;
const openPerson = { sentence: "「受給者検索」を押す", touches: "m2" };
const openAccount = { sentence: "「口座を変更」を押す", touches: "m20" };
const medical: LegacyPage = {
  name: "医療費助成",
  hand: "a portal of 2015 with layers: captions over the fields, two dialogs that lie hidden in the page and come up over a veil",
  documents: {
    "/": doc(
      "医療費助成",
      `<div class=hd><span class=nm>福祉総合システム</span><span>障害者医療費助成　支給申請</span></div><div class=box><h3>受給者</h3><div class=fl><div class=f><p>受給者番号</p>${input("m1", "size=10")} <button data-t=m2 onclick="op('d1')">受給者検索</button></div><div class=f><p>氏名</p><span class=v>見本　一郎</span></div><div class=f><p>生年月日</p><span class=v>昭和41年3月5日</span></div><div class=f><p>手帳等級</p>${select("m3", "１級", "２級", "３級")}</div></div></div>
<div class=box><h3>申請内容</h3><div class=fl><div class=f><p>申請日 <b>＊</b></p>${input("m4", "size=10")}</div><div class=f><p>申請者区分 <b>＊</b></p><label><input type=radio name=s data-t=m5> 本人</label> <label><input type=radio name=s data-t=m6> 保護者</label> <label><input type=radio name=s data-t=m7> その他</label></div><div class=f><p>保険種別</p>${select("m8", "国保", "社保", "後期高齢")}</div></div><div class=fl><div class=f><p>保険者番号</p>${input("m9", "size=10")}</div><div class=f><p>高額療養費</p><label><input type=checkbox data-t=m10> 支給あり</label></div><div class=f><p>支給先口座</p><span class=v>見本銀行　本店　普通　***1234</span> <button data-t=m20 onclick="op('d2')">口座を変更</button></div></div></div>
<div class=box><h3>診療分一覧</h3><table><thead><tr><th>対象</th><th>診療年月</th><th>医療機関</th><th>支払額</th><th>助成額</th><th></th></tr></thead><tbody>${bill(1, "令和8年8月", "見本病院", "3,210")}${bill(2, "令和8年9月", "見本病院", "1,480")}${bill(3, "令和8年9月", "駅前薬局", "960")}</tbody></table><p class=tot>助成額合計 <b>4,150円</b></p></div><div class=ft><button data-t=m21>助成額を計算</button> <button data-t=m22>内容確認</button> <button data-t=m23>中止</button></div><div class=veil></div>
<div class=dlg id=d1><div class=dh>受給者検索<span class=cl onclick="cl()">×</span></div><div class=db><div class=dl><label>カナ氏名</label>${input("m60", "size=16")}</div><div class=dl><label>生年月日</label>${input("m61", "size=10")}</div><button data-t=m62>検索</button><p class=rs>該当者</p><table><thead><tr><th>受給者番号</th><th>氏名</th><th>生年月日</th><th></th></tr></thead><tbody>${person(1, "1000123", "見本　一郎", "S41.03.05")}${person(2, "1000456", "見本　次郎", "S45.11.20")}</tbody></table></div></div>
<div class=dlg id=d2><div class=dh>口座の変更<span class=cl onclick="cl()">×</span></div><div class=db><div class=dl><label>金融機関</label>${input("m70", "size=4")} <button data-t=m71>参照</button> <span>見本信用金庫</span></div><div class=dl><label>支店</label>${input("m72", "size=3")}</div><div class=dl><label>預金種別</label><input type=radio name=y data-t=m73>普通 <input type=radio name=y data-t=m74>当座</div><div class=dl><label>口座番号</label>${input("m75", "size=7")}</div><div class=dl><label>名義人（カナ）</label>${input("m76", "size=24")}</div><div class=dl><label></label><input type=checkbox data-t=m77>公金受取口座を利用する</div></div><div class=df><button data-t=m78>反映する</button> <button data-t=m79 onclick="cl()">キャンセル</button></div></div><script>function op(i){document.querySelector(".veil").style.display="block";document.getElementById(i).style.display="block"}function cl(){document.querySelectorAll(".veil,.dlg").forEach(d=>d.style.display="none")}</script>`,
      "<style>*{box-sizing:border-box}body{margin:0;background:#f4f6f8;font:14px sans-serif}.hd{background:#2b5f8a;color:#fff;padding:10px 16px}.nm{font-weight:bold;margin-right:20px}.box{background:#fff;border:1px solid #d5dce3;margin:8px 12px;padding:6px 14px}h3{font-size:15px;margin:4px 0;color:#2b5f8a}.fl{display:flex;gap:30px;margin-bottom:6px}.f p{margin:2px 0;font-size:12px;color:#555}.f b{color:#d00}.v{display:inline-block;padding:3px 0}table{border-collapse:collapse}td,th{border:1px solid #d5dce3;padding:4px 10px}th{background:#eaf0f5;font-weight:normal}.num{text-align:right}.tot{margin:6px 0}.ft{padding:4px 12px}.veil{display:none;position:fixed;inset:0;background:#0006;z-index:5}.dlg{display:none;position:fixed;left:210px;top:70px;width:480px;background:#fff;border-radius:5px;box-shadow:0 4px 16px #0008;z-index:6}.dh{background:#2b5f8a;color:#fff;padding:8px 12px}.cl{float:right;cursor:pointer}.db{padding:10px 14px}.dl{margin:5px 0}.dl label{display:inline-block;width:110px}.rs{margin:8px 0 2px;font-weight:bold}.df{padding:8px 14px;text-align:right;border-top:1px solid #ddd}</style>",
    ),
  },
  things: [
    type("受給者番号", "m1"),
    read("氏名", "見本　一郎"),
    choose("手帳等級", "２級", "m3"),
    choose("申請者区分", "保護者", "m6"),
    tick("高額療養費", "m10"),
    cell("「診療分一覧」表で「医療機関」が「駅前薬局」の行の「対象」", "をチェックする", "m33"),
    cell(
      "「診療分一覧」表で「診療年月」が「令和8年8月」の行の「助成額」",
      "に「V」を入力する",
      "m41",
    ),
    cell("「診療分一覧」表の2行目の「領収書」", "を押す", "m52"),
    read("助成額合計", "4,150円"),
    { ...type("カナ氏名", "m60", "受給者検索/画面"), after: openPerson },
    { ...press("検索", "m62"), after: openPerson },
    {
      ...cell("「該当者」表で「受給者番号」が「1000456」の行の「選択」", "を押す", "m92"),
      after: openPerson,
    },
    { ...type("支店", "m72"), after: openAccount },
    { ...choose("預金種別", "当座", "m74"), after: openAccount },
    { ...type("口座番号", "m75", "口座の変更/画面"), after: openAccount },
    { ...tick("公金受取口座を利用する", "m77"), after: openAccount },
  ],
};

const put = (x: number, y: number, html: string): string =>
  `<span style="left:${x}px;top:${y}px">${html}</span>`;
const bar = (y: number, title: string): string =>
  `<span class=bar style="left:10px;top:${y}px">■${title}</span>`;
/** Name, post code, address and telephone, for the payee and once more for the one who stands for him. */
const party = (y: number, p: string): string =>
  `${put(20, y, "氏名（名称）")}${put(130, y - 2, input(`${p}1`, 'style="width:220px"'))}${put(400, y, "ﾌﾘｶﾞﾅ")}${put(470, y - 2, input(`${p}2`, 'style="width:250px"'))}${put(20, y + 28, "〒")}${put(130, y + 26, input(`${p}3`, 'style="width:34px"'))}${put(171, y + 28, "-")}${put(182, y + 26, input(`${p}4`, 'style="width:40px"'))}${put(240, y + 28, "住所")}${put(290, y + 26, input(`${p}5`, 'style="width:400px"'))}${put(20, y + 56, "電話番号")}${put(130, y + 54, input(`${p}6`, 'style="width:44px"'))}${put(183, y + 56, "-")}${put(194, y + 54, input(`${p}7`, 'style="width:44px"'))}${put(247, y + 56, "-")}${put(258, y + 54, input(`${p}8`, 'style="width:44px"'))}`;
const payees: LegacyPage = {
  name: "債権者登録",
  hand: "a Visual Basic form put on the web: every word and field a span at its place, coloured bars for the parts, boxes for post code and telephone, dates of the era",
  documents: {
    "/": doc(
      "債権者登録",
      `<div class=fm><span class=ttl>債権者登録［ZKS110］</span>${put(20, 40, "債権者番号")}${put(130, 38, '<input readonly class=ro size=10 value="00045127">')}${put(260, 40, "処理区分")}${put(330, 38, "<input type=radio name=s data-t=n1>新規 <input type=radio name=s data-t=n2>修正 <input type=radio name=s data-t=n3>廃止")}${put(560, 40, "債権者区分")}${put(645, 38, select("n4", "1:個人", "2:法人", "3:職員"))}
${bar(72, "債権者")}${party(100, "na")}${put(400, 156, "生年月日")}${put(470, 154, select("n5", "明治", "大正", "昭和", "平成"))}${put(535, 154, input("n6", 'style="width:26px"'))}${put(566, 156, "年")}${put(584, 154, input("n7", 'style="width:26px"'))}${put(615, 156, "月")}${put(633, 154, input("n8", 'style="width:26px"'))}${put(664, 156, "日")}
${bar(192, "代表者")}${party(220, "nb")}${put(400, 276, "役職名")}${put(470, 274, input("n9", 'style="width:130px"'))}
${bar(312, "振込口座")}${put(20, 340, "金融機関ｺｰﾄﾞ")}${put(130, 338, input("n10", 'style="width:44px"'))}${put(185, 337, "<button data-t=n11>金融機関検索</button>")}${put(300, 340, "見本銀行")}${put(400, 340, "支店ｺｰﾄﾞ")}${put(470, 338, input("n12", 'style="width:36px"'))}${put(520, 337, "<button data-t=n13>支店検索</button>")}${put(610, 340, "駅前支店")}${put(20, 368, "預金種別")}${put(130, 366, select("n14", "1:普通", "2:当座", "4:貯蓄"))}${put(240, 368, "口座番号")}${put(310, 366, input("n15", 'style="width:74px"'))}${put(400, 368, "口座名義")}${put(470, 366, input("n16", 'style="width:250px"'))}
${bar(402, "源泉徴収")}${put(20, 430, "源泉区分")}${put(130, 428, select("n17", "0:対象外", "1:報酬", "2:講師謝金"))}${put(260, 430, "税率")}${put(300, 428, input("n18", 'style="width:44px"'))}${put(352, 430, "％")}${put(400, 428, "<input type=checkbox data-t=n19>")}${put(422, 430, "支払調書を作成する")}${put(600, 428, "<input type=checkbox data-t=n20>")}${put(622, 430, "支払停止")}${put(20, 460, "備考")}${put(130, 458, input("n21", 'style="width:600px"'))}
${put(20, 500, '<input type=button class=fk data-t=n30 value="住民照会">')}${put(130, 500, '<input type=button class=fk data-t=n31 value="重複確認">')}${put(240, 500, '<input type=button class=fk data-t=n32 value="画面クリア">')}${put(560, 500, '<input type=button class=fk disabled value="登録">')}${put(670, 500, '<input type=button class=fk data-t=n33 value="終了">')}</div>`,
      "<style>body{margin:0;background:#808080}.fm{position:relative;width:800px;height:545px;background:#ece9d8;font:13px 'MS UI Gothic',sans-serif}.fm span{position:absolute;white-space:nowrap}.fm .ttl{left:0;top:0;width:784px;padding:4px 8px;background:#0054e3;color:#fff;font-weight:bold}.fm .bar{width:770px;background:#b8c8e8;padding:2px 5px}.fm input:not([type]){box-sizing:border-box}.ro{background:#ddd}.fk{width:96px;height:26px}</style>",
    ),
  },
  things: [
    read("債権者番号", "00045127"),
    choose("処理区分", "修正", "n2"),
    type("氏名（名称）", "na1", "債権者/枠"),
    cell("「債権者」枠の「〒」の1番目", "に「V」を入力する", "na3"),
    type("住所", "na5", "債権者/枠"),
    choose("生年月日", "昭和", "n5"),
    type("月", "n7", "生年月日/欄"),
    type("ﾌﾘｶﾞﾅ", "nb2", "代表者/枠"),
    cell("「代表者」枠の「電話番号」の3番目", "に「V」を入力する", "nb8"),
    type("金融機関ｺｰﾄﾞ", "n10"),
    press("金融機関検索", "n11"),
    choose("預金種別", "2:当座", "n14"),
    type("口座名義", "n16"),
    choose("源泉区分", "2:講師謝金", "n17"),
    type("税率", "n18"),
    tick("支払調書を作成する", "n19"),
  ],
};

/** Second half of the eighth set. */
export const eighthHeldOutMore: readonly LegacyPage[] = [
  contracts,
  certificates,
  allowances,
  arrears,
  purchase,
  medical,
  payees,
];

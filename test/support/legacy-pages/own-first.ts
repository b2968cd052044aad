/** Layouts thought up while the rules were made, by the one who made them: no measure of unseen pages, only of what is meant to work. */
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

const paperForm: LegacyPage = {
  name: "委任状",
  hand: "the paper itself: sentences with fields in them, a date line of three boxes behind an era, an address block at the right",
  documents: {
    "/": doc(
      "委任状",
      `<div class=sheet><p class=no>様式第３号（第５条関係）</p><h2>委　任　状</h2><p class=r>令和${input("a1", "size=2")}年${input("a2", "size=2")}月${input("a3", "size=2")}日</p><p>（宛先）見本市長</p>
<div class=blk><p>委任者　　住　所　${input("a4", "size=30")}</p><p>　　　　　氏　名　${input("a5", "size=20")}　㊞</p><p>　　　　　電　話　${input("a6", "size=14")}</p></div>
<p>　私は、次の者を代理人と定め、下記の権限を委任します。</p>
<div class=blk><p>受任者　　住　所　${input("a7", "size=30")}</p><p>　　　　　氏　名　${input("a8", "size=20")}</p><p>　　　　　生年月日　${select("a9", "昭和", "平成")}${input("a10", "size=2")}年${input("a11", "size=2")}月${input("a12", "size=2")}日</p></div>
<p class=c>記</p><p>１　証明書の種類　${select("a13", "戸籍謄本", "戸籍抄本", "身分証明書")}　${input("a14", "size=2")}通</p><p>２　使用目的（具体的に）<br><textarea data-t=a15 cols=60 rows=2></textarea></p><p>３　委任の期限　令和${input("a16", "size=2")}年${input("a17", "size=2")}月${input("a18", "size=2")}日まで</p><p class=c><button data-t=a19>　印刷　</button>　<button data-t=a20>　控えを保存　</button></p></div>`,
      "<style>body{background:#999}.sheet{background:#fff;width:760px;margin:10px auto;padding:30px;font:15px serif}.r{text-align:right}.c{text-align:center}h2{text-align:center}.blk{margin-left:240px}input{border:0;border-bottom:1px solid #000}</style>",
    ),
  },
  things: [
    type("住所", "a4", "委任者"),
    type("氏名", "a5", "委任者"),
    type("電話", "a6"),
    type("住所", "a7", "受任者"),
    type("氏名", "a8", "受任者"),
    type("生年月日の年", "a10"),
    choose("証明書の種類", "戸籍抄本", "a13"),
    type("使用目的", "a15"),
    type("年", "a16", "委任の期限"),
    press("印刷", "a19"),
    press("控えを保存", "a20"),
  ],
};

const lightRow = (label: string, value: string, pencil = ""): string =>
  `<div class=item><span class=flabel>${label}</span><div class=fval>${value}${pencil}</div></div>`;
const lightning: LegacyPage = {
  name: "相談記録",
  hand: "a cloud CRM: captions over values with a rule under each, pencils with titles, a look-up box with a magnifier, tabs, a related list in a card",
  documents: {
    "/": doc(
      "相談記録 | 住民CRM",
      `<header class=top><div class=obj>相談</div><h1>C-2026-0119</h1><div class=acts><button data-t=b1>編集</button><button data-t=b2>複製</button><button data-t=b3 title="さらに操作を表示" class=ic>▾</button></div></header>
<ul class=path><li>受付</li><li class=on>対応中</li><li>完了</li></ul>
<div class=two><section class=card><h2>詳細</h2><div class=g>${lightRow("相談番号", "C-2026-0119")}${lightRow("相談者", "<a href=#>見本 太郎</a>", '<button class=pc data-t=b4 title="相談者を編集">✎</button>')}${lightRow("受付日", "2026/11/20")}${lightRow("担当", "福祉課 見本", '<button class=pc data-t=b5 title="担当を編集">✎</button>')}</div></section>
<section class=card><h2>新しい対応</h2><div class=g><div class=item><label class=flabel><abbr title="必須">*</abbr>件名</label><div class=fval>${input("b6")}</div></div><div class=item><label class=flabel>状況</label><div class=fval><div role=combobox aria-haspopup=listbox aria-expanded=false tabindex=0 class=cb id=st><span class=tx>--なし--</span></div></div></div><div class=item><label class=flabel>対象者</label><div class=fval><div class=lk><input data-t=b7 placeholder="住民を検索..."><span class=mg></span></div></div></div><div class=item><label class=flabel>期日</label><div class=fval><div class=row>${input("b8")}<button class=cal data-t=b9 title="期日の日付を選択">▦</button></div></div></div><div class=item wide><span class=flabel>通知</span><div class=fval><span class=sw><input type=checkbox data-t=b10 id=sw1><label for=sw1><span class=fx></span><span class=onoff>オフ</span></label></span></div></div></div><div class=ft><button data-t=b11>キャンセル</button><button class=pri data-t=b12>対応を追加</button></div></section></div>
<section class=card><header class=ch><h2>対応履歴 (2)</h2><button data-t=b13>新規</button></header><table><thead><tr><th>対応番号</th><th>日付</th><th>方法</th><th>状況</th><th><span class=sr>アクション</span></th></tr></thead><tbody><tr><th scope=row><a href=# data-t=b14>T-001</a></th><td>2026/11/20</td><td>電話</td><td>完了</td><td><button data-t=b15 title="T-001の操作">▾</button></td></tr><tr><th scope=row><a href=# data-t=b16>T-002</a></th><td>2026/11/21</td><td>訪問</td><td>予定</td><td><button data-t=b17 title="T-002の操作">▾</button></td></tr></tbody></table></section>
<script>const c=document.getElementById("st");c.onclick=()=>{const l=document.createElement("div");l.setAttribute("role","listbox");l.className="lb";for(const [t,w] of [["b21","未対応"],["b22","対応中"],["b23","完了"]]){const o=document.createElement("div");o.setAttribute("role","option");o.dataset.t=t;o.textContent=w;o.onclick=e=>{c.querySelector(".tx").textContent=w;l.remove();e.stopPropagation()};l.append(o)}c.parentElement.append(l)}</script>`,
      "<style>body{font:13px sans-serif;background:#f3f2f2;margin:0}.top{background:#fff;padding:10px}.card{background:#fff;border:1px solid #ddd;border-radius:4px;margin:8px;padding:8px}.two{display:grid;grid-template-columns:1fr 1fr}.g{display:grid;grid-template-columns:1fr 1fr;gap:0 16px}.item{border-bottom:1px solid #ddd;padding:4px 0;position:relative}.flabel{display:block;font-size:11px;color:#555}.fval{padding:2px 0;min-height:18px}.pc{float:right}.path{display:flex;list-style:none}.path li{padding:4px 20px;background:#ddd}.lb{position:absolute;background:#fff;border:1px solid #999;z-index:2;width:140px}.cb{border:1px solid #bbb;padding:3px;width:140px}.lk{border:1px solid #bbb;width:200px}.lk input{border:0;width:170px}.mg{display:inline-block;width:12px;height:12px;border-radius:6px;border:1px solid}.sw input{position:absolute;opacity:0;width:40px}.fx{display:inline-block;width:36px;height:16px;border-radius:8px;background:#aaa}.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}table{width:100%;border-collapse:collapse}td,th{border-top:1px solid #ddd;padding:4px;text-align:left}.ch{display:flex;justify-content:space-between}</style>",
    ),
  },
  things: [
    press("複製", "b2"),
    press("さらに操作を表示", "b3"),
    read("相談番号", "C-2026-0119"),
    read("相談者", "見本 太郎"),
    read("受付日", "2026/11/20"),
    press("担当を編集", "b5"),
    type("件名", "b6"),
    choose("状況", "対応中", "b22", "新しい対応"),
    type("対象者", "b7"),
    type("期日", "b8"),
    press("期日の日付を選択", "b9"),
    tick("通知", "b10"),
    press("対応を追加", "b12"),
    cell(
      "「対応履歴」表で「対応番号」が「T-002」の行の「状況」",
      "の値を {読んだ値} として読み取る",
      "予定",
    ),
    cell("「対応履歴」表で「日付」が「2026/11/20」の行の「対応番号」", "を押す", "b14"),
  ],
};

const antItem = (label: string, body: string): string =>
  `<div class=ai><div class=al><label title="${label}">${label}</label></div><div class=ac><div class=aw>${body}</div></div></div>`;
const antSelect = (t: string, shown: string, ...options: string[]): string =>
  `<div class=as data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><div class=asel><span class=asin><input readonly role=combobox class=asi style="opacity:0;width:4px"></span><span class=asv>${shown}</span></div><span class=arw><svg width=10 height=10 viewBox="0 0 10 10"><path d="M0 2h10L5 9z"/></svg></span></div>`;
const ant: LegacyPage = {
  name: "備品台帳",
  hand: "Ant Design alike: select whose input is a sliver, radio buttons as joined buttons, input number with arrows, descriptions in a bordered table, statistics, a table with its head apart",
  documents: {
    "/": doc(
      "備品台帳",
      `<div class=bar>備品台帳</div><div class=stat><div class=st><div class=stt>登録件数</div><div class=stc><span class=stv>1,284</span></div></div><div class=st><div class=stt>除却予定</div><div class=stc><span class=stv>36</span><span class=sts>件</span></div></div></div>
<div class=pf>${antItem("備品番号", input("c1", "class=an placeholder=備品番号を入力"))}${antItem("分類", antSelect("c2", "すべて", "机・椅子", "電気機器", "車両"))}${antItem("取得価格", `<div class=num><input data-t=c3 class=an><div class=hd><span>▲</span><span>▼</span></div></div>`)}${antItem("状態", "<div class=rg><label class=rb><span><input type=radio name=s data-t=c4></span><span>使用中</span></label><label class=rb><span><input type=radio name=s data-t=c5></span><span>保管</span></label><label class=rb><span><input type=radio name=s data-t=c6></span><span>除却</span></label></div>")}${antItem("取得日", `<div class=rng>${input("c7", "placeholder=開始日")}<span>→</span>${input("c8", "placeholder=終了日")}</div>`)}${antItem("共用", "<button role=switch aria-checked=false class=swi data-t=c9><div></div></button>")}<div class=ab><button data-t=c10>リセット</button><button data-t=c11>検 索</button><a data-t=c12 class=exp>展開</a></div></div>
<div class=des><div class=dtt>選択中の備品</div><table><tr><th>名称</th><td>ノートパソコン</td><th>設置場所</th><td>会計課</td></tr><tr><th>取得価格</th><td>128,000 円</td><th>耐用年数</th><td>4年</td></tr></table></div>
<div class=tbl><div class=hdr><table><colgroup><col width=120><col width=180><col width=120><col width=160></colgroup><thead><tr><th>備品番号</th><th>名称</th><th>数量</th><th>操作</th></tr></thead></table></div><div class=bdy><table><colgroup><col width=120><col width=180><col width=120><col width=160></colgroup><tbody><tr><td>B-01</td><td>机</td><td>${input("c31", "size=3")}</td><td><a data-t=c41>移管</a> <i class=dv></i> <a data-t=c51>除却</a></td></tr><tr><td>B-02</td><td>椅子</td><td>${input("c32", "size=3")}</td><td><a data-t=c42>移管</a> <i class=dv></i> <a data-t=c52>除却</a></td></tr></tbody></table></div></div>
<script>document.querySelectorAll(".as").forEach(d=>d.onmousedown=()=>{const p=document.createElement("div");p.className="add";const r=d.getBoundingClientRect();p.style.left=r.left+"px";p.style.top=r.bottom+scrollY+"px";d.dataset.o.split(",").forEach(o=>{const [t,w]=o.split(":"),x=document.createElement("div");x.className="ado";x.dataset.t=t;x.textContent=w;x.onclick=()=>{d.querySelector(".asv").textContent=w;p.remove()};p.append(x)});document.body.append(p)})</script>`,
      "<style>body{font:14px sans-serif;margin:0}.bar{background:#001529;color:#fff;padding:10px}.stat{display:flex;gap:40px;padding:8px}.stt{color:#999}.stv{font-size:22px}.pf{display:grid;grid-template-columns:1fr 1fr 1fr}.ai{display:flex;margin:4px}.al{width:80px;text-align:right}.al label:after{content:':';margin:0 8px 0 2px}.an{border:1px solid #d9d9d9;padding:4px}.as{position:relative;border:1px solid #d9d9d9;width:160px;height:26px;cursor:pointer}.asel{padding:3px 8px}.asin{position:absolute}.arw{position:absolute;right:6px;top:5px}.add{position:absolute;background:#fff;width:160px;box-shadow:0 0 4px #888}.ado{padding:5px;cursor:pointer}.rb{border:1px solid #d9d9d9;padding:3px 10px;position:relative}.rb input{opacity:0;position:absolute}.num{position:relative;width:120px}.hd{position:absolute;right:0;top:0;font-size:7px;width:14px}.hd span{display:block}.swi{width:40px;height:18px;border-radius:9px;border:0;background:#bbb}a{color:#1677ff;cursor:pointer}.tbl table{table-layout:fixed;width:600px;border-collapse:collapse}th,td{border:1px solid #eee;padding:5px;text-align:left}.hdr th{background:#fafafa}.dv{border-left:1px solid #ccc}</style>",
    ),
  },
  things: [
    read("登録件数", "1,284"),
    read("除却予定", "36件"),
    type("備品番号", "c1"),
    choose("分類", "電気機器", "c22"),
    type("取得価格", "c3"),
    choose("状態", "保管", "c5"),
    type("開始日", "c7"),
    type("終了日", "c8", "取得日/欄"),
    press("検 索", "c11"),
    press("展開", "c12"),
    read("名称", "ノートパソコン"),
    read("耐用年数", "4年"),
    cell("「備品番号」が「B-02」の行の「数量」", "に「V」を入力する", "c32"),
    cell("「備品番号」が「B-01」の行の「除却」", "を押す", "c51"),
  ],
};

const hta: LegacyPage = {
  name: "窓口受付",
  hand: "an HTA: group boxes by fieldset, labels in spans of fixed width, list boxes side by side with arrows between, spin buttons, access keys in brackets",
  documents: {
    "/": doc(
      "窓口受付",
      `<table width=100%><tr><td valign=top><fieldset><legend>受付(U)</legend><span class=l>受付番号(N)：</span>${input("d1", "size=8")}<input type=button value="採番(G)" data-t=d2><br><span class=l>受付時刻：</span><span class=v>09:15</span><br><span class=l>窓口：</span>${select("d3", "1番", "2番", "3番")}<br><span class=l>枚数：</span>${input("d4", "size=3")}<input type=button value="▲" class=sp data-t=d5><input type=button value="▼" class=sp data-t=d6></fieldset></td>
<td valign=top><fieldset><legend>来庁者</legend><span class=l>氏名：</span>${input("d7", "size=16")}<br><span class=l>フリガナ：</span>${input("d8", "size=16")}<br><span class=l>区分：</span><input type=radio name=k data-t=d9 id=k1><label for=k1>本人(1)</label><input type=radio name=k data-t=d10 id=k2><label for=k2>代理人(2)</label><br><span class=l>本人確認：</span><input type=checkbox data-t=d11 id=k3><label for=k3>済(3)</label></fieldset></td></tr></table>
<fieldset><legend>交付する証明</legend><table><tr><td>選べる証明<br><select size=5 style="width:160px" data-t=d12><option>住民票の写し<option>印鑑登録証明<option>所得証明</select></td><td><button data-t=d13>追加 &gt;</button><br><button data-t=d14>&lt; 外す</button></td><td>交付する証明<br><select size=5 style="width:160px" data-t=d15><option>戸籍附票</select></td><td valign=bottom>手数料合計<br><input readonly value="300" size=6 style="text-align:right"> 円</td></tr></table></fieldset>
<fieldset><legend>備考</legend><textarea data-t=d16 rows=2 cols=70></textarea></fieldset><div align=right><button data-t=d17 accesskey=s>受付票を印刷(<u>P</u>)</button> <button data-t=d18>閉じる(<u>X</u>)</button></div>`,
      "<style>body{background:#ece9d8;font:12px 'MS UI Gothic',sans-serif}.l{display:inline-block;width:90px;text-align:right}.sp{width:18px;padding:0}.v{color:#00f}</style>",
    ),
  },
  things: [
    type("受付番号", "d1"),
    press("採番", "d2"),
    read("受付時刻", "09:15"),
    choose("窓口", "2番", "d3"),
    type("枚数", "d4"),
    type("氏名", "d7", "来庁者/枠"),
    type("フリガナ", "d8"),
    choose("区分", "代理人", "d10"),
    tick("済(3)", "d11"),
    choose("選べる証明", "所得証明", "d12"),
    press("追加", "d13"),
    read("手数料合計", "300"),
    type("備考", "d16"),
    press("受付票を印刷", "d17"),
    press("閉じる", "d18"),
  ],
};

const gform = (title: string, body: string, must = true): string =>
  `<div role=listitem class=q><div role=heading class=qt><span>${title}</span>${must ? "<span class=must> *</span>" : ""}</div>${body}</div>`;
const opt = (role: string, t: string, word: string): string =>
  `<div class=o><div role=${role} aria-checked=false tabindex=0 aria-label="${word}" data-t=${t} class=${role} onclick="this.setAttribute('aria-checked','true')"></div><span class=ot>${word}</span></div>`;
const survey: LegacyPage = {
  name: "防災調査",
  hand: "a survey service: a card per question with the question over the answer, own radios and boxes with roles, an own list to choose from, a matrix question",
  documents: {
    "/": doc(
      "自主防災組織調査",
      `<div class=hd><h1>自主防災組織 実態調査</h1><p>* は必須の質問です</p></div>${gform("1. 組織名", '<input data-t=e1 placeholder="回答を入力" class=sh>')}${gform("2. 代表者の電話番号", '<input data-t=e2 placeholder="回答を入力" class=sh>')}${gform("3. 訓練の実施", `<div role=radiogroup>${opt("radio", "e3", "年2回以上")}${opt("radio", "e4", "年1回")}${opt("radio", "e5", "なし")}</div>`)}${gform("4. 備蓄品（複数可）", `${opt("checkbox", "e6", "飲料水")}${opt("checkbox", "e7", "食料")}${opt("checkbox", "e8", "発電機")}`, false)}${gform("5. 地区", '<div class=dl onclick="this.nextElementSibling.hidden=false" style="cursor:pointer"><span>選択</span><span>▼</span></div><div class=pop hidden><div data-t=e9 onclick="pk(this)">北部</div><div data-t=e10 onclick="pk(this)">中部</div><div data-t=e11 onclick="pk(this)">南部</div></div>')}${gform("6. 満足度", "<table><tr><td></td><td>高い</td><td>普通</td><td>低い</td></tr><tr><td>研修</td><td><input type=radio name=m1 data-t=e12></td><td><input type=radio name=m1 data-t=e13></td><td><input type=radio name=m1 data-t=e14></td></tr><tr><td>補助金</td><td><input type=radio name=m2 data-t=e15></td><td><input type=radio name=m2 data-t=e16></td><td><input type=radio name=m2 data-t=e17></td></tr></table>", false)}${gform("7. ご意見", '<textarea data-t=e18 placeholder="回答を入力" class=sh></textarea>', false)}<div role=button tabindex=0 data-t=e19 class=sub><span>次へ進む</span></div> <div role=button tabindex=0 data-t=e20 class=sub><span>フォームをクリア</span></div><script>function pk(o){o.parentElement.previousElementSibling.firstChild.textContent=o.textContent;o.parentElement.hidden=true}</script>`,
      "<style>body{background:#f0ebf8;font:14px sans-serif;width:640px;margin:auto}.hd,.q{background:#fff;border-radius:8px;margin:10px 0;padding:16px}.must{color:red}.sh{border:0;border-bottom:1px solid #ccc;width:300px;margin-top:12px}.o{display:flex;margin:8px 0}.radio,.checkbox{width:16px;height:16px;border:2px solid #666;margin-right:8px}.radio{border-radius:9px}.dl{border:1px solid #ccc;width:140px;padding:6px;display:flex;justify-content:space-between;margin-top:10px}.pop div{padding:4px;cursor:pointer}.sub{display:inline-block;background:#673ab7;color:#fff;padding:6px 14px}</style>",
    ),
  },
  things: [
    type("組織名", "e1"),
    type("2. 代表者の電話番号", "e2"),
    press("年1回", "e4"),
    press("発電機", "e8"),
    choose("地区", "南部", "e11"),
    choose("研修", "普通", "e13"),
    choose("補助金", "低い", "e17"),
    type("ご意見", "e18"),
    press("次へ進む", "e19"),
    press("フォームをクリア", "e20"),
  ],
};

const kendoDrop = (t: string, shown: string, ...options: string[]): string =>
  `<span class=kd role=listbox tabindex=0 data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><span class=kw><span class=ki>${shown}</span><span class=ks><span class=kicon></span></span></span><input style="display:none"></span>`;
const kendo: LegacyPage = {
  name: "学童申込",
  hand: "Kendo alike: drop-downs of spans with role=listbox, number boxes with arrows, locked columns in a table of their own at the left, a filter row under the heads",
  documents: {
    "/": doc(
      "学童保育",
      `<div class=tab><span class=on>申込</span><span data-t=f1 onclick="0" style="cursor:pointer">利用実績</span></div><ul class=fl><li><label>児童氏名</label>${input("f2", "class=kt")}</li><li><label>学校</label>${kendoDrop("f3", "選択...", "見本小", "駅前小", "大手小")}</li><li><label>学年</label>${kendoDrop("f4", "1年", "1年", "2年", "3年")}</li><li><label>利用開始日</label><span class=kp><input data-t=f5 class=kt><span class=kcal data-t=f6 title="カレンダー" onclick="0"></span></span></li><li><label>月額</label><span class=kn><input data-t=f7 class=kt><span class=kar><span>▲</span><span>▼</span></span></span><span class=un>円</span></li><li><label>減免</label><input type=checkbox class=kc data-t=f8 id=kc1><label class=kl for=kc1></label></li></ul>
<div class=gt>申込一覧</div><div class=gw><div class=lk><table><thead><tr><th>受付</th><th>児童</th></tr></thead><tbody><tr><td>101</td><td>一郎</td></tr><tr><td>102</td><td>二郎</td></tr><tr><td>103</td><td>三郎</td></tr></tbody></table></div><div class=sc><table><thead><tr><th>学校</th><th>待機順</th><th>決定</th></tr></thead><tbody><tr><td>見本小</td><td>${input("f11", "size=3")}</td><td><button data-t=f21>承諾</button></td></tr><tr><td>駅前小</td><td>${input("f12", "size=3")}</td><td><button data-t=f22>承諾</button></td></tr><tr><td>大手小</td><td>${input("f13", "size=3")}</td><td><button data-t=f23>承諾</button></td></tr></tbody></table></div></div><div class=sum>申込数 <b>3</b> 件　定員 <b>40</b> 名</div>
<script>document.querySelectorAll(".kd").forEach(d=>d.onclick=()=>{const p=document.createElement("ul");p.className="kpop";const r=d.getBoundingClientRect();p.style.left=r.left+"px";p.style.top=r.bottom+scrollY+"px";d.dataset.o.split(",").forEach(o=>{const [t,w]=o.split(":"),x=document.createElement("li");x.setAttribute("role","option");x.dataset.t=t;x.textContent=w;x.onclick=()=>{d.querySelector(".ki").textContent=w;p.remove()};p.append(x)});document.body.append(p)})</script>`,
      "<style>body{font:13px sans-serif}.fl{list-style:none;padding:0;columns:2;width:760px}.fl li{margin:4px 0;break-inside:avoid}.fl label:first-child{display:inline-block;width:90px}.kd{display:inline-block;width:140px;cursor:pointer}.kw{display:flex;border:1px solid #bbb;justify-content:space-between;padding:2px}.ks{width:16px;background:#eee}.kp{border:1px solid #bbb;display:inline-flex}.kcal{width:16px;height:16px;background:#8bd}.kn{display:inline-flex;border:1px solid #bbb}.kar{font-size:6px}.kar span{display:block}.kc{position:absolute;opacity:0}.kl{display:inline-block;width:16px;height:16px;border:1px solid #bbb}.kpop{position:absolute;background:#fff;border:1px solid #999;list-style:none;margin:0;padding:4px;width:130px}.gw{display:flex}.gw table{border-collapse:collapse}th,td{border:1px solid #ccc;height:28px;padding:0 8px}th{background:#eee}</style>",
    ),
  },
  things: [
    press("利用実績", "f1"),
    type("児童氏名", "f2"),
    choose("学校", "駅前小", "f32"),
    choose("学年", "3年", "f43"),
    type("利用開始日", "f5"),
    press("カレンダー", "f6"),
    type("月額", "f7"),
    tick("減免", "f8"),
    cell("「申込一覧」表で「児童」が「二郎」の行の「待機順」", "に「V」を入力する", "f12"),
    cell("「申込一覧」表で「受付」が「103」の行の「承諾」", "を押す", "f23"),
    read("申込数", "3"),
    read("定員", "40"),
  ],
};

const fm = (x: number, y: number, w: number, html: string, more = ""): string =>
  `<div class=fo style="left:${x}px;top:${y}px;width:${w}px;${more}">${html}</div>`;
const fmPair = (x: number, y: number, caption: string, field: string): string =>
  fm(x, y, 76, `<div class=tx>${caption}</div>`) + fm(x + 80, y - 2, 130, field);
const filemaker: LegacyPage = {
  name: "墓園管理",
  hand: "a desk database on the web: everything at its place, values in bordered boxes that are not fields, value lists as boxes drawn, a portal of rows, buttons as shapes",
  documents: {
    "/": doc(
      "墓園管理",
      `<div class=ly>${fm(10, 8, 300, "<div class=ti>霊園使用者台帳</div>")}${fmPair(20, 50, "区画番号", "<div class=bx>A-12-3</div>")}${fmPair(260, 50, "使用者", input("g1", "class=fi"))}${fmPair(500, 50, "許可日", input("g2", "class=fi"))}${fmPair(20, 84, "面積", "<div class=bx>4.0㎡</div>")}${fmPair(260, 84, "続柄", select("g3", "本人", "子", "孫"))}${fmPair(500, 84, "管理料", input("g4", "class=fi"))}${fm(20, 118, 76, "<div class=tx>納付方法</div>")}${fm(100, 116, 300, "<label class=vl><input type=radio name=v data-t=g5><i></i>口座</label><label class=vl><input type=radio name=v data-t=g6><i></i>納付書</label>")}
${fm(20, 160, 200, "<div class=sh>埋蔵者</div>")}${fm(20, 184, 660, `<div class=ph><span style="width:120px">氏名</span><span style="width:120px">死亡日</span><span style="width:120px">埋蔵日</span></div>${[1, 2].map((n) => `<div class=pr><span style="width:120px"><input data-t=g1${n} size=12></span><span style="width:120px">${n === 1 ? "R5.3.1" : "R7.8.9"}</span><span style="width:120px"><input data-t=g2${n} size=12></span><span class=btn data-t=g3${n} onclick="0">改葬</span></div>`).join("")}`)}
${fm(20, 290, 120, '<div class=btn data-t=g40 onclick="0">許可証の印刷</div>')}${fm(160, 290, 120, '<div class=btn data-t=g41 onclick="0">次の区画</div>')}${fm(500, 290, 80, "<div class=tx>未納額</div>")}${fm(580, 288, 100, '<div class=bx style="text-align:right">12,000</div>')}</div>`,
      "<style>body{margin:0;font:12px sans-serif}.ly{position:relative;height:340px;background:#eef}.fo{position:absolute}.tx{text-align:right;color:#446}.bx{border:1px solid #99a;background:#fff;padding:2px}.fi{width:120px}.ti{font-size:18px}.sh{font-weight:bold}.ph,.pr{display:flex;border-bottom:1px solid #99a;padding:2px}.ph{background:#ccd}.btn{background:#668;color:#fff;padding:3px 8px;text-align:center;cursor:pointer}.vl{position:relative;margin-right:10px}.vl input{opacity:0;position:absolute;width:14px;height:14px;margin:0}.vl i{display:inline-block;width:12px;height:12px;border:1px solid #666;border-radius:7px}</style>",
    ),
  },
  things: [
    read("区画番号", "A-12-3"),
    read("面積", "4.0㎡"),
    type("使用者", "g1"),
    type("許可日", "g2"),
    choose("続柄", "子", "g3"),
    type("管理料", "g4"),
    choose("納付方法", "納付書", "g6"),
    cell("「埋蔵者」表で「死亡日」が「R7.8.9」の行の「埋蔵日」", "に「V」を入力する", "g22"),
    cell("「埋蔵者」表の1行目の「改葬」", "を押す", "g31"),
    press("許可証の印刷", "g40"),
    press("次の区画", "g41"),
    read("未納額", "12,000"),
  ],
};

/** Layouts of the maker of the rules, the first half. */
export const ownFirst: readonly LegacyPage[] = [
  paperForm,
  lightning,
  ant,
  hta,
  survey,
  kendo,
  filemaker,
];

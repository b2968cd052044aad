/** Layouts thought up after the rules for the first two parts, to see what those rules miss. */
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

const vuetify = (label: string, t: string): string =>
  `<div class="v-input"><div class="v-field"><div class="v-field__input"><label class="v-label">${label}</label><input data-t=${t}></div></div><div class=v-details><span>　</span></div></div>`;
const vueSelect = (label: string, t: string, shown: string, ...options: string[]): string =>
  `<div class="v-input v-select" data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><div class="v-field" role="combobox" aria-haspopup="listbox"><label class="v-label up">${label}</label><div class="v-select__selection"><span>${shown}</span></div><input size=1 readonly class=ghost><i class="mdi"></i></div></div>`;
const vue: LegacyPage = {
  name: "子育て給付",
  hand: "Vuetify alike: labels in the frame of the field, selects with a ghost input, chips, switches, expansion panels, a data table with no borders and icons, a snackbar",
  documents: {
    "/": doc(
      "子育て給付",
      `<div class=bar>児童手当　現況届</div><div class=cardd><div class=ct>受給者</div><div class=rw>${vuetify("氏名", "a1")}${vuetify("個人番号下4桁", "a2")}${vueSelect("加入年金", "a3", "国民年金", "国民年金", "厚生年金", "その他")}</div><div class=swr><div class=sw><input type=checkbox data-t=a4 id=s1 role=switch><span class=trk></span></div><label for=s1>配偶者と別居</label></div><div class=chips><span class=chip data-t=a5 onclick="0">監護あり</span><span class=chip data-t=a6 onclick="0">監護なし</span></div></div>
<div class=cardd><div class=ct>児童</div><table class=vt><thead><tr><th>氏名</th><th>生年月日</th><th>続柄</th><th class=c>同居</th><th></th></tr></thead><tbody><tr><td>一郎</td><td>H30.4.2</td><td>子</td><td class=c><input type=checkbox data-t=a11></td><td><i class=mdi title="修正" data-t=a21 onclick="0" style="cursor:pointer"></i><i class=mdi title="取消" data-t=a31 onclick="0" style="cursor:pointer"></i></td></tr><tr><td>二郎</td><td>R2.8.9</td><td>子</td><td class=c><input type=checkbox data-t=a12></td><td><i class=mdi title="修正" data-t=a22 onclick="0" style="cursor:pointer"></i><i class=mdi title="取消" data-t=a32 onclick="0" style="cursor:pointer"></i></td></tr></tbody></table></div>
<div class=sumr><div class=sm><span class=k>支給月額</span><span class=v>25,000円</span></div><div class=sm><span class=k>支給開始</span><span class=v>令和8年12月</span></div><div class=sm><span class=k>差止</span><span class=v>－</span></div></div><div class=ac><button class=txt data-t=a40>クリア</button><button class=pri data-t=a41>確認に進む</button></div><script>document.querySelectorAll(".v-select").forEach(d=>d.onclick=()=>{const p=document.createElement("div");p.className="ov";const r=d.getBoundingClientRect();p.style.left=r.left+"px";p.style.top=r.bottom+scrollY+"px";d.dataset.o.split(",").forEach(o=>{const [t,w]=o.split(":"),x=document.createElement("div");x.setAttribute("role","option");x.dataset.t=t;x.textContent=w;x.onclick=()=>{d.querySelector(".v-select__selection span").textContent=w;p.remove()};p.append(x)});document.body.append(p)})</script>`,
      "<style>body{font:14px sans-serif;margin:0}.bar{background:#1565c0;color:#fff;padding:12px}.cardd{margin:10px;padding:10px;box-shadow:0 1px 4px #999}.ct{font-size:18px;font-weight:500}.rw{display:flex;gap:16px}.v-input{width:200px;position:relative}.v-field{position:relative;border-bottom:1px solid #888;padding:18px 6px 4px;min-height:20px}.v-label{position:absolute;left:6px;top:18px;color:#777}.v-label.up{top:2px;font-size:11px}.v-field input{border:0;width:150px}.ghost{opacity:0;position:absolute}.mdi{display:inline-block;width:18px;height:18px;background:linear-gradient(#555,#999)}.v-select .mdi{position:absolute;right:4px;top:16px}.sw{display:inline-block;position:relative;width:36px;height:18px}.sw input{opacity:0;position:absolute;width:36px;height:18px;margin:0}.trk{display:block;width:36px;height:14px;border-radius:7px;background:#bbb}.chip{background:#eee;border-radius:12px;padding:3px 10px;margin:4px;cursor:pointer}.vt{width:100%}.vt th{text-align:left;color:#666;font-weight:500}.sumr{display:flex;gap:30px;margin:10px}.k{color:#777;margin-right:8px}.ov{position:absolute;background:#fff;box-shadow:0 0 4px #666;width:200px}.ov div{padding:6px}</style>",
    ),
  },
  things: [
    type("氏名", "a1", "受給者"),
    type("個人番号下4桁", "a2"),
    choose("加入年金", "厚生年金", "a32"),
    tick("配偶者と別居", "a4"),
    press("監護なし", "a6"),
    cell("「児童」表で「氏名」が「二郎」の行の「同居」", "をチェックする", "a12"),
    cell("「児童」表で「生年月日」が「H30.4.2」の行の「取消」", "を押す", "a31"),
    cell("「児童」表で「氏名」が「一郎」の行の「続柄」", "の値を {読んだ値} として読み取る", "子"),
    read("支給月額", "25,000円"),
    read("支給開始", "令和8年12月"),
    read("差止", "－"),
    press("確認に進む", "a41"),
  ],
};

const tax: LegacyPage = {
  name: "課税照会",
  hand: "cells without a rule: captions in small grey letters over bold values in one td, two of them in a td, a ledger of years side by side, amounts right-aligned with units in the head, notes with daggers, a print preview link",
  documents: {
    "/": doc(
      "課税台帳照会",
      `<table class=h><tr><td><small>宛名番号</small><br><b>00012345</b></td><td><small>氏名又は名称</small><br><b>株式会社見本</b></td><td><small>課税年度</small><br>${select("b1", "令和8年度", "令和7年度")}</td><td><small>備考</small><br>${input("b2", "size=20")}</td></tr></table><p class=nv><a href=# data-t=b3>前の人</a>｜<a href=# data-t=b4>次の人</a>｜<a href=# data-t=b5>台帳の印刷</a></p>
<table border=1 class=l><tr><th>期別</th><th>納期限</th><th>税額（円）</th><th>納付額（円）</th><th>納付日</th><th>状態</th></tr><tr><td>第1期</td><td>6/30</td><td class=n>25,000</td><td class=n>25,000</td><td>6/28</td><td>済</td></tr><tr><td>第2期</td><td>8/31</td><td class=n>24,000</td><td class=n>0</td><td>${input("b6", "size=5")}</td><td><a href=# data-t=b7>督促</a></td></tr><tr class=t><th colspan=2>計</th><td class=n>49,000</td><td class=n>25,000</td><td colspan=2></td></tr></table>
<div class=memo><div class=mt>折衝記録</div><div class=mr><span class=d>R8.9.1</span><span class=w>電話</span><span>不在</span></div><div class=mr><span class=d>R8.9.5</span><span class=w>訪問</span><span>本人と面談</span></div><div class=mf><span>折衝日</span>${input("b8", "size=8")}<span>方法</span>${select("b9", "電話", "訪問")}<span>内容</span>${input("b10", "size=30")}<button data-t=b11>追加</button></div></div><div class=rt><label>延滞金計算日<input data-t=b12 size=9></label><label><input type=checkbox data-t=b13>確定のみ</label><span class=res>延滞金：<b>1,200</b>円</span></div>`,
      "<style>body{font:13px sans-serif}.h td{padding:4px 16px;border-bottom:2px solid #357}.h small{color:#777}.n{text-align:right}.mr span{margin-right:12px}.mt{background:#357;color:#fff;padding:2px 6px;width:500px}.mf span{margin:0 4px 0 10px}</style>",
    ),
  },
  things: [
    read("宛名番号", "00012345"),
    read("氏名又は名称", "株式会社見本"),
    choose("課税年度", "令和7年度", "b1"),
    type("備考", "b2"),
    press("次の人", "b4"),
    press("台帳の印刷", "b5"),
    cell("「期別」が「第2期」の行の「納付日」", "に「V」を入力する", "b6"),
    cell("「期別」が「第1期」の行の「税額」", "の値を {読んだ値} として読み取る", "25,000"),
    cell("「期別」が「第2期」の行の「督促」", "を押す", "b7"),
    type("折衝日", "b8"),
    choose("方法", "訪問", "b9"),
    type("内容", "b10"),
    press("追加", "b11"),
    type("延滞金計算日", "b12"),
    tick("確定のみ", "b13"),
    read("延滞金", "1,200円"),
  ],
};

const accRow = (caption: string, body: string, must = ""): string =>
  `<div class="form-group row"><div class="col-3 lab">${must ? '<span class="req">必須</span>' : ""}${caption}<a class=help title="説明" onclick="0">?</a></div><div class="col-9">${body}</div></div>`;
const eapp: LegacyPage = {
  name: "電子申請",
  hand: "a public e-application: badges before captions, question marks behind them, zip and address search, name in two boxes with small words before each, mail twice, accordions, steps, attached files",
  documents: {
    "/": doc(
      "手続き申込",
      `<ol class=steps><li>手続き選択</li><li class=on>申込</li><li>確認</li></ol><h2>犬の登録事項変更届</h2><div class=acc><div class=ah onclick="0">飼い主の情報 <span>▲</span></div><div class=ab>${accRow("飼い主氏名", `<span class=sm>姓：</span>${input("c1", "size=8")} <span class=sm>名：</span>${input("c2", "size=8")}`, "y")}${accRow("フリガナ", `<span class=sm>セイ：</span>${input("c3", "size=8")} <span class=sm>メイ：</span>${input("c4", "size=8")}`, "y")}${accRow("郵便番号", `${input("c5", "size=3 maxlength=3")} - ${input("c6", "size=4 maxlength=4")} <button type=button data-t=c7>住所検索</button>`)}${accRow("住所", input("c8", "size=40"), "y")}${accRow("日中の連絡先", `${input("c9", "size=14")}<p class=nt>ハイフンなし</p>`)}${accRow("メールアドレス", `${input("c10", "size=30")}<p class=nt>確認のため再入力</p>${input("c11", "size=30")}`, "y")}</div></div><div class=acc><div class=ah onclick="0">犬の情報 <span>▲</span></div><div class=ab>${accRow("鑑札番号", `第${input("c12", "size=6")}号`, "y")}${accRow("変更の理由", `<ul class=rl><li><input type=radio name=r data-t=c13 id=r1><label for=r1>転居した</label><li><input type=radio name=r data-t=c14 id=r2><label for=r2>譲り受けた</label><li><input type=radio name=r data-t=c15 id=r3><label for=r3>その他</label></ul>`, "y")}${accRow("狂犬病予防注射", `<label><input type=checkbox data-t=c16>今年度は接種済み</label>`)}${accRow("変更日", `<select data-t=c17><option>令和8年<option>令和7年</select><select data-t=c18><option>1月<option>2月</select><select data-t=c19><option>1日<option>2日</select>`)}</div></div><div class=ft><button data-t=c20>入力中のデータを保存する</button><button data-t=c21 class=pri>確認へ進む</button></div>`,
      "<style>body{font:14px sans-serif;width:820px;margin:auto}.steps{display:flex;list-style:none;gap:20px}.on{font-weight:bold}.ah{background:#e0ecff;padding:6px;font-weight:bold;cursor:pointer}.row{display:flex;border-bottom:1px dotted #999;padding:5px}.col-3{width:220px}.req{background:#c00;color:#fff;font-size:11px;padding:1px 3px;margin-right:4px}.help{border:1px solid;border-radius:8px;font-size:10px;padding:0 4px;margin-left:4px}.nt{font-size:11px;color:#666;margin:0}.sm{font-size:12px}.rl{list-style:none;padding:0;margin:0}</style>",
    ),
  },
  things: [
    type("姓", "c1"),
    type("名", "c2", "飼い主氏名/欄"),
    type("メイ", "c4"),
    cell("「郵便番号」の2番目", "に「V」を入力する", "c6"),
    press("住所検索", "c7"),
    type("住所", "c8"),
    type("日中の連絡先", "c9"),
    type("鑑札番号", "c12"),
    choose("変更の理由", "譲り受けた", "c14"),
    tick("今年度は接種済み", "c16"),
    cell("「変更日」の2番目", "で「2月」を選ぶ", "c18"),
    press("入力中のデータを保存する", "c20"),
    press("確認へ進む", "c21"),
  ],
};

const hall: LegacyPage = {
  name: "施設予約",
  hand: "a booking system: a month drawn as a table with marks in cells, time bands down and rooms across, conditions in one line with checkboxes, a cart at the right with captions over values, counts in brackets",
  documents: {
    "/": doc(
      "施設予約",
      `<div class=cnd>利用日 ${input("d1", "size=9")} 人数 ${input("d2", "size=3")}人 目的 ${select("d3", "会議", "運動", "音楽")} <input type=checkbox data-t=d4>冷暖房 <input type=checkbox data-t=d5>附属設備 <button data-t=d6>空き照会</button></div>
<div class=fl><div class=m><h3>11月23日（月）の空き</h3><table class=g><tr><th></th><th>9:00-12:00</th><th>13:00-17:00</th><th>18:00-21:00</th></tr><tr><th>大ホール</th><td><a href=# data-t=d11>○</a></td><td>×</td><td><a href=# data-t=d12>○</a></td></tr><tr><th>第1会議室</th><td>×</td><td><a href=# data-t=d13>○</a></td><td><a href=# data-t=d14>○</a></td></tr></table><p><a href=# data-t=d15>&lt;&lt;前日</a>　<a href=# data-t=d16>翌日&gt;&gt;</a></p></div>
<div class=cart><div class=cth>予約かご（2件）</div><div class=ci><div class=ck>施設</div><div class=cv>大ホール</div><div class=ck>時間帯</div><div class=cv>午前</div><div class=ck>使用料</div><div class=cv>8,400円</div></div><div class=ci2>減免区分<br><select data-t=d17><option>なし<option>半額<option>全額</select></div><div class=ci2>団体コード<br>${input("d18", "size=8")}</div><button data-t=d19>かごを空にする</button><button data-t=d20>申込へ</button></div></div>`,
      "<style>body{font:13px sans-serif}.fl{display:flex;gap:20px}.g{border-collapse:collapse}.g th,.g td{border:1px solid #999;padding:4px 10px;text-align:center}.cart{border:1px solid #c90;width:220px;padding:6px}.cth{background:#fd9}.ck{font-size:11px;color:#777}.cv{font-weight:bold;margin-bottom:4px}</style>",
    ),
  },
  things: [
    type("利用日", "d1"),
    type("人数", "d2"),
    choose("目的", "運動", "d3"),
    tick("冷暖房", "d4"),
    tick("附属設備", "d5"),
    press("空き照会", "d6"),
    press("翌日", "d16"),
    read("施設", "大ホール"),
    read("時間帯", "午前"),
    read("使用料", "8,400円"),
    choose("減免区分", "半額", "d17"),
    type("団体コード", "d18"),
    press("申込へ", "d20"),
  ],
};

const wicket: LegacyPage = {
  name: "契約台帳",
  hand: "a contract ledger: captions at the left in th of two levels, from and to in one row, a list of lots to add to, buttons of images, read-only boxes with totals, labels after boxes, comments under a rule",
  documents: {
    "/": doc(
      "契約台帳",
      `<form onsubmit="return false"><table class=k><tr><th colspan=2>契約番号</th><td>${input("e1", "size=10")}<span class=rd>（自動採番）</span></td><th>契約方法</th><td>${select("e2", "随意契約", "指名競争")}</td></tr><tr><th rowspan=2 class=v>契<br>約<br>者</th><th>商号</th><td>${input("e3", "size=20")}<input type=image alt="業者検索" data-t=e4 width=50 height=18 src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs="></td><th>代表者</th><td>${input("e5", "size=14")}</td></tr><tr><th>所在地</th><td colspan=3>${input("e6", "size=50")}</td></tr><tr><th colspan=2>契約期間</th><td colspan=3>自 ${input("e7", "size=9")} 至 ${input("e8", "size=9")} （${input("e9", "size=3 readonly value=120")}日間）</td></tr><tr><th colspan=2>契約金額<br>（うち消費税）</th><td colspan=3>${input("e10", "size=12")} 円 （${input("e11", "size=10")} 円）</td></tr><tr><th colspan=2>保証</th><td colspan=3>${input("e12", "size=3")}％　<input type=radio name=h data-t=e13>納付 <input type=radio name=h data-t=e14>免除 理由${input("e15", "size=14")}</td></tr></table>
<h4>内訳</h4><table class=m><tr bgcolor=#dddddd><td>No</td><td>品名</td><td>数量</td><td>単価</td><td>金額</td><td>削除</td></tr>${[1, 2].map((n) => `<tr><td>${n}</td><td><input data-t=e2${n} size=20></td><td><input data-t=e3${n} size=4></td><td><input data-t=e4${n} size=6></td><td><input readonly size=8 value="${n}0,000"></td><td align=center><input type=checkbox data-t=e5${n}></td></tr>`).join("")}<tr><td colspan=4 align=right>小計</td><td><input readonly size=8 value="30,000"></td><td></td></tr><tr><td colspan=4 align=right>消費税</td><td><input readonly size=8 value="3,000"></td><td></td></tr></table><input type=button value="行追加" data-t=e60><input type=button value="金額計算" data-t=e61><hr>決裁区分：<b>課長専決</b>　起案者：<b>見本太郎</b>　<a href=# data-t=e62>決裁経路を見る</a></form>`,
      "<style>body{font:13px 'MS PGothic'}.k{border-collapse:collapse}.k th,.k td{border:1px solid #777;padding:2px 4px}.k th{background:#dde}.v{width:20px}.m{border-collapse:collapse}.m td{border:1px solid #777}.rd{color:red}</style>",
    ),
  },
  things: [
    type("契約番号", "e1"),
    choose("契約方法", "指名競争", "e2"),
    type("商号", "e3"),
    press("業者検索", "e4"),
    type("代表者", "e5"),
    type("自", "e7"),
    type("至", "e8", "契約期間"),
    type("契約金額", "e10"),
    choose("保証", "免除", "e14"),
    type("理由", "e15"),
    cell("「内訳」表の2行目の「単価」", "に「V」を入力する", "e42"),
    cell("「内訳」表で「No」が「1」の行の「削除」", "をチェックする", "e51"),
    read("小計", "30,000"),
    read("消費税", "3,000"),
    press("金額計算", "e61"),
    read("決裁区分", "課長専決"),
    read("起案者", "見本太郎"),
  ],
};

const mobile: LegacyPage = {
  name: "戸籍受付",
  hand: "a modern office system in dense grids: captions in grey bars over inputs, code and name pairs, date with three joined boxes, section tabs down the left side, sticky footer, tooltips, values in badges",
  documents: {
    "/": doc(
      "戸籍届書受付",
      `<div class=lay><nav class=side><a class=tb data-t=f1>届出人</a><a class=tb data-t=f2>夫</a><a class=tb data-t=f3>妻</a></nav><div class=mainn><div class=head><span class=badge>受付中</span><span class=no>受付番号<strong>2026-00321</strong></span><span class=no>受付日時<strong>2026/11/23 10:15</strong></span></div><div class=grid><div class=fld><div class=cap>届書種別</div><div class=two><input data-t=f4 size=2><input readonly value="婚姻届" size=10></div></div><div class=fld><div class=cap>届出日</div><div class=dt><input data-t=f5 size=4><i>/</i><input data-t=f6 size=2><i>/</i><input data-t=f7 size=2></div></div><div class=fld><div class=cap>本籍<em>*</em></div><input data-t=f8 size=24></div><div class=fld><div class=cap>筆頭者</div><input data-t=f9 size=14></div><div class=fld w2><div class=cap>添付書類</div><label class=cb><input type=checkbox data-t=f10><span>戸籍謄本</span></label><label class=cb><input type=checkbox data-t=f11><span>同意書</span></label></div><div class=fld><div class=cap>使者</div><div class=seg><button class=on data-t=f12>なし</button><button data-t=f13>あり</button></div></div></div><table class=hist><caption>処理の経過</caption><tr><th>日時</th><th>担当</th><th>処理</th></tr><tr><td>10:15</td><td>見本</td><td>受付</td></tr><tr><td>10:20</td><td>大手</td><td>審査</td></tr></table></div></div><div class=foot><span class=cnt>不備 <b>2</b></span><span class=cnt>確認済 <b>5</b></span><button data-t=f14>不備の一覧</button><button data-t=f15>審査へ回す</button></div>`,
      "<style>body{margin:0;font:13px sans-serif}.lay{display:flex}.side{width:80px;background:#234}.tb{display:block;color:#fff;padding:10px;cursor:pointer}.mainn{padding:10px}.head{display:flex;gap:16px}.no strong{margin-left:6px}.badge{background:#fa0;padding:1px 8px}.grid{display:grid;grid-template-columns:repeat(3,240px);gap:6px}.cap{background:#e5e8ec;color:#456;font-size:11px;padding:1px 4px}.cap em{color:red}.hist{border-collapse:collapse;margin-top:10px}.hist td,.hist th{border:1px solid #ccc;padding:2px 10px}.foot{position:fixed;bottom:0;left:0;right:0;background:#eee;padding:8px}.cnt{margin-right:20px}</style>",
    ),
  },
  things: [
    press("夫", "f2"),
    read("受付番号", "2026-00321"),
    read("受付日時", "2026/11/23 10:15"),
    type("届書種別", "f4"),
    cell("「届出日」の3番目", "に「V」を入力する", "f7"),
    type("本籍", "f8"),
    type("筆頭者", "f9"),
    tick("同意書", "f11"),
    press("あり", "f13"),
    cell(
      "「処理の経過」表で「担当」が「大手」の行の「処理」",
      "の値を {読んだ値} として読み取る",
      "審査",
    ),
    read("不備", "2"),
    read("確認済", "5"),
    press("不備の一覧", "f14"),
    press("審査へ回す", "f15"),
  ],
};

/** Layouts of the maker of the rules, thought up after the rules for the others. */
export const ownThird: readonly LegacyPage[] = [vue, tax, eapp, hall, wicket, mobile];

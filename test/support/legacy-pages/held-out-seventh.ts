/** A seventh set, sealed: ten more hands by an author who had not read the rules. */
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

const moveIn: LegacyPage = {
  name: "住民異動",
  hand: "a CGI of 1998: one pre with the fields between the words, rules of hyphens, captions before colons",
  documents: {
    "/": doc(
      "異動入力",
      `<form onsubmit="return false"><pre>
<b>住民異動届　入力　（転入・転居・世帯変更）</b>
----------------------------------------------------------------------
 届出日   ： 令和${input("a1", "size=2")}年${input("a2", "size=2")}月${input("a3", "size=2")}日      異動事由 ： ${select("a4", "10 転入", "20 転居", "30 世帯主変更")}
 世帯番号 ： ${input("a5", "size=10")} <input type=submit data-t=a6 value="世帯照会">      届出人 ： <input type=radio name=t data-t=a7>本人 <input type=radio name=t data-t=a8>世帯主 <input type=radio name=t data-t=a9>代理人
----------------------------------------------------------------------
【旧住所】 郵便番号 ： ${input("a10", "size=8")}
           住所     ： ${input("a11", "size=50")}
           世帯主   ： ${input("a12", "size=20")}
【新住所】 郵便番号 ： ${input("a13", "size=8")}
           住所     ： ${input("a14", "size=50")}
           方書     ： ${input("a15", "size=30")}
----------------------------------------------------------------------
 異動人数 ： ${input("a16", "size=2")} 人     マイナンバーカード継続利用 ： <input type=checkbox data-t=a17>     国保加入 ： <input type=checkbox data-t=a18>
 住民となった日 ： R08.11.20        確認書類 ： 運転免許証
----------------------------------------------------------------------
       <input type=submit data-t=a19 value="  次  へ  ">   <input type=reset data-t=a20 value="やり直し">   <a href=# data-t=a21>業務メニューへ</a>
</pre></form>`,
      "<style>body{background:#ffffe8}pre{font:15px/1.7 'MS Gothic',monospace}</style>",
    ),
  },
  things: [
    type("年", "a1", "届出日/欄"),
    type("日", "a3", "届出日/欄"),
    choose("異動事由", "転居", "a4"),
    type("世帯番号", "a5"),
    press("世帯照会", "a6"),
    choose("届出人", "代理人", "a9"),
    type("郵便番号", "a10", "旧住所/枠"),
    type("住所", "a14", "新住所"),
    type("世帯主", "a12", "旧住所"),
    type("方書", "a15"),
    type("異動人数", "a16"),
    tick("マイナンバーカード継続利用", "a17"),
    tick("国保加入", "a18"),
    read("住民となった日", "R08.11.20"),
    press("次へ", "a19"),
    press("業務メニューへ", "a21"),
  ],
};

const care = (n: number, name: string): string =>
  `<tr><td>1-${n}　${name}</td><td>${["できる", "見守り", "一部介助", "全介助"].map((w, i) => `<label><input type=radio name=k${n} data-t=b${n}${i + 1}>${w}</label><br>`).join("")}</td><td><textarea data-t=b${n}9 rows=3 cols=26></textarea></td></tr>`;
const nursing: LegacyPage = {
  name: "介護認定",
  hand: "Lotus Domino: twisties, coloured section bars, corner-bracket captions, radio lists standing in cells of a table",
  documents: {
    "/": doc(
      "認定調査票",
      `<table width=100% bgcolor=#E1E1C8><tr><td><a href=# data-t=b1>保存して閉じる</a> | <a href=# data-t=b2>編集モード</a> | <a href=# data-t=b3>印刷イメージ</a></td></tr></table>
<font size=5 color=#800000>要介護認定　調査票</font><hr><a href=# class=tw><img alt="" width=9 height=9 src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs="></a> <b><font color=#004080>概況調査</font></b>
<table border=0 width=840><tr valign=top><td width=130><font size=2 color=#808080>【被保険者番号】</font></td><td width=250>${input("b4", "size=12")}</td><td width=130><font size=2 color=#808080>【調査対象者】</font></td><td>見本ハル</td></tr><tr valign=top><td><font size=2 color=#808080>【調査実施場所】</font></td><td><input type=radio name=p data-t=b5>自宅内<br><input type=radio name=p data-t=b6>自宅外　（${input("b7", "size=12")}）</td><td><font size=2 color=#808080>【過去の認定】</font></td><td><input type=radio name=h data-t=b8>初回<br><input type=radio name=h data-t=b10>２回め以降</td></tr><tr><td><font size=2 color=#808080>【前回認定結果】</font></td><td>${select("b14", "非該当", "要支援１", "要介護２")}</td><td><font size=2 color=#808080>【家族連絡先】</font></td><td>${input("b15", "size=20")}</td></tr></table>
<b><font color=#004080>第1群　身体機能・起居動作</font></b><table border=1 cellspacing=0><tr bgcolor=#E1E1C8><td>調査項目</td><td>選択</td><td>特記事項</td></tr>${care(3, "寝返り")}${care(7, "歩行")}</table>
<table width=840><tr><td><font size=2>一次判定</font></td><td bgcolor=#F0F0F0>要介護１</td><td><font size=2>基準時間</font></td><td bgcolor=#F0F0F0>38.6分</td><td><input type=button data-t=b60 value="一次判定を実行"></td></tr></table>`,
      "<style>body{font:14px 'MS PGothic',sans-serif}a{color:#004080}</style>",
    ),
  },
  things: [
    press("編集モード", "b2"),
    press("印刷イメージ", "b3"),
    type("被保険者番号", "b4"),
    read("調査対象者", "見本ハル"),
    choose("調査実施場所", "自宅外", "b6"),
    choose("過去の認定", "２回め以降", "b10"),
    choose("前回認定結果", "要介護２", "b14"),
    type("家族連絡先", "b15"),
    choose("1-3　寝返り", "一部介助", "b33"),
    choose("1-7　歩行", "できる", "b71"),
    cell(
      "「第1群　身体機能・起居動作」表で「調査項目」が「1-7　歩行」の行の「特記事項」",
      "に「V」を入力する",
      "b79",
    ),
    read("一次判定", "要介護１"),
    read("基準時間", "38.6分"),
    press("一次判定を実行", "b60"),
  ],
};

const dog = (n: number, tag: string, name: string, kind: string, fee: string): string =>
  `<tbody class=r${n % 2}><tr><td rowspan=3 align=center>${n}</td><td>${tag}</td><td>${name}</td><td rowspan=3><input type=checkbox data-t=c1${n}></td><td rowspan=3><a href=# data-t=c2${n}>注射</a><br><a href=# data-t=c3${n}>転居</a><br><a href=# data-t=c4${n}>死亡</a></td></tr><tr><td>${kind}</td><td>${fee}</td></tr><tr><td colspan=2><input data-t=c5${n} size=36></td></tr></tbody>`;
const dogs: LegacyPage = {
  name: "畜犬登録",
  hand: "PHP of a town hall: captions to the right of the boxes in the search, records of three lines with rowspan",
  documents: {
    "/": doc(
      "畜犬台帳",
      `<h1>畜犬台帳</h1><div class=s><div>${input("c1", "size=8")}<label>鑑札番号</label></div><div>${input("c2", "size=16")}<label>飼い主カナ</label></div><div>${select("c3", "大手町", "駅前", "見本町")}<label>地区</label></div><div><input type=checkbox data-t=c4><label>死亡・転出を含む</label></div><div><button data-t=c5>この条件で探す</button><button data-t=c6>条件を消す</button></div></div>
<p class=pg>全 45 頭　 <a href=# data-t=c7>前へ</a> <a href=# data-t=c8a>1</a> <b>2</b> <a href=# data-t=c8b>3</a> <a href=# data-t=c8>次へ</a></p><h2>検索結果</h2>
<table><thead><tr><th rowspan=3>No.</th><th>鑑札番号</th><th>犬の名</th><th rowspan=3>はがき</th><th rowspan=3>処理</th></tr><tr><th>犬種</th><th>注射年度</th></tr><tr><th colspan=2>メモ</th></tr></thead>${dog(11, "H30-0123", "ポチ", "柴", "R8")}${dog(12, "R03-0044", "ハナ", "雑種", "R7")}${dog(13, "R05-0310", "モモ", "プードル", "未")}</table><p><button data-t=c60>はがきを作る</button> <button data-t=c61>集計表</button></p>`,
      "<style>body{font:14px sans-serif;background:#f8fff4}h1{font-size:20px;border-left:8px solid #494;padding-left:6px}h2{font-size:15px;margin:4px 0}.s{border:1px solid #9c9;padding:6px;width:560px;overflow:hidden}.s div{float:left;margin:2px 18px 2px 0}.s label{margin-left:3px;color:#363}table{border-collapse:collapse}th,td{border:1px solid #9c9;padding:2px 8px}th{background:#dfd}.r0{background:#f0f0f0}</style>",
    ),
  },
  things: [
    type("飼い主カナ", "c2"),
    choose("地区", "駅前", "c3"),
    tick("死亡・転出を含む", "c4"),
    press("この条件で探す", "c5"),
    press("条件を消す", "c6"),
    press("次へ", "c8"),
    cell("「検索結果」表で「犬の名」が「ハナ」の行の「はがき」", "をチェックする", "c112"),
    cell("「検索結果」表で「鑑札番号」が「R05-0310」の行の「注射」", "を押す", "c213"),
    cell("「検索結果」表で「No.」が「11」の行の「転居」", "を押す", "c311"),
    cell("「検索結果」表で「犬種」が「プードル」の行の「メモ」", "に「V」を入力する", "c513"),
    cell(
      "「検索結果」表で「鑑札番号」が「H30-0123」の行の「注射年度」",
      "の値を {読んだ値} として読み取る",
      "R8",
    ),
    press("はがきを作る", "c60"),
  ],
};

const gap = (n: number): string => "<td class=xl66>&nbsp;</td>".repeat(n);
const plot = (n: number, code: string, area: string): string =>
  `<tr>${gap(1)}<td class=xl70>${n}</td><td colspan=2 class=xl70>${code}</td><td class=xl70>${input(`d${n}1`, "size=3")}</td><td colspan=2 class=xl70 align=right>${area}</td><td class=xl70>${select(`d${n}2`, "自作", "貸付", "不耕作")}</td><td class=xl70>${input(`d${n}3`, "size=6")}</td><td class=xl70><input type=checkbox data-t=d${n}4></td></tr>`;
const farmland: LegacyPage = {
  name: "農地台帳",
  hand: "a worksheet saved as HTML and given fields: a grid of merged cells, circled numbers before captions, blank cells between",
  documents: {
    "/": doc(
      "農地台帳",
      `<table border=0 cellpadding=0 cellspacing=0 width=860 style="border-collapse:collapse;table-layout:fixed"><col width=16><col width=50><col width=90><col width=90><col width=90><col width=90><col width=90><col width=110><col width=110><col width=90>
<tr height=30>${gap(1)}<td colspan=7 class=xl71>農　地　台　帳　（耕作者別）</td>${gap(2)}</tr><tr height=26>${gap(1)}<td colspan=2 class=xl69>①農家番号</td><td colspan=2 class=xl70>${input("d1", "size=12")}</td>${gap(1)}<td colspan=2 class=xl69>②集落</td><td class=xl70>${select("d2", "上組", "中組", "下組")}</td>${gap(1)}</tr>
<tr height=26>${gap(1)}<td colspan=2 class=xl69>③氏名（法人名）</td><td colspan=2 class=xl70>${input("d3", "size=18")}</td>${gap(1)}<td colspan=2 class=xl69>④認定農業者</td><td class=xl70><input type=radio name=n data-t=d4>1.該当 <input type=radio name=n data-t=d5>2.非</td>${gap(1)}</tr><tr height=26>${gap(1)}<td colspan=2 class=xl69>⑤経営面積</td><td class=xl70>${input("d6", "size=6")}</td><td class=xl66>㎡</td>${gap(1)}<td colspan=2 class=xl69>⑥農業従事日数</td><td class=xl70>${input("d7", "size=4")}日</td>${gap(1)}</tr><tr height=12>${gap(10)}</tr>
<tr>${gap(1)}<td colspan=9 class=xl72>■筆別明細</td></tr><tr>${gap(1)}<td rowspan=2 class=xl69>行</td><td colspan=3 class=xl69>土地の表示</td><td colspan=2 rowspan=2 class=xl69>面積(㎡)</td><td rowspan=2 class=xl69>利用状況</td><td rowspan=2 class=xl69>小作料(円)</td><td rowspan=2 class=xl69>遊休</td></tr><tr>${gap(1)}<td colspan=2 class=xl69>地番</td><td class=xl69>枝番</td></tr>
${plot(1, "見本町101", "1,250")}${plot(2, "見本町205", "830")}${plot(3, "駅前14", "2,040")}<tr>${gap(1)}<td colspan=4 class=xl69>合　計</td><td colspan=2 class=xl70 align=right>4,120</td>${gap(3)}</tr><tr height=12>${gap(10)}</tr><tr>${gap(2)}<td colspan=2><input type=button data-t=d60 value="行の追加"></td><td colspan=2><input type=button data-t=d61 value="面積の再集計"></td>${gap(2)}<td><input type=button data-t=d62 value="地図表示"></td>${gap(1)}</tr></table>`,
      "<style>td{font:13px 'ＭＳ Ｐゴシック',sans-serif;white-space:nowrap}.xl69{border:.5pt solid #000;background:#cfc;text-align:center}.xl70{border:.5pt solid #000}.xl71{font-size:18px;text-align:center}.xl72{font-weight:bold}</style>",
    ),
  },
  things: [
    type("農家番号", "d1"),
    choose("②集落", "中組", "d2"),
    type("氏名（法人名）", "d3"),
    choose("認定農業者", "1.該当", "d4"),
    type("⑤経営面積", "d6"),
    type("農業従事日数", "d7"),
    cell("「筆別明細」表で「地番」が「見本町205」の行の「枝番」", "に「V」を入力する", "d21"),
    cell("「筆別明細」表で「行」が「3」の行の「利用状況」", "で「貸付」を選ぶ", "d32"),
    cell("「筆別明細」表の1行目の「小作料(円)」", "に「V」を入力する", "d13"),
    cell("「筆別明細」表で「地番」が「駅前14」の行の「遊休」", "をチェックする", "d34"),
    cell(
      "「筆別明細」表で「地番」が「見本町205」の行の「面積(㎡)」",
      "の値を {読んだ値} として読み取る",
      "830",
    ),
    press("面積の再集計", "d61"),
    press("地図表示", "d62"),
  ],
};

const card = (title: string, body: string): string =>
  `<div class=card><div class=card-header>${title}</div><div class=card-body>${body}</div></div>`;
const part = (t: string, small: string, more = ""): string =>
  `<div class=col>${input(t, `class=fc ${more}`)}<small>${small}</small></div>`;
const housing: LegacyPage = {
  name: "公営住宅",
  hand: "Bootstrap 4 cards: a caption over a row of boxes whose own small captions stand below, the same for applicant and guarantor, custom check boxes",
  documents: {
    "/": doc(
      "入居申込",
      `<h4>市営住宅　入居申込受付</h4>${card("申込者", `<p class=lb>お名前 <span class=badge>必須</span></p><div class=row>${part("e1", "姓")}${part("e2", "名")}${part("e3", "セイ")}${part("e4", "メイ")}</div><p class=lb>生年月日</p><div class=row><select class=fc data-t=e5><option>西暦</option><option>昭和</option><option>平成</option></select>${part("e6", "年")}${part("e7", "月")}${part("e8", "日")}</div><p class=lb>電話（日中つながる番号）</p>${input("e9", 'class=fc style="width:220px"')}`)}
${card("連帯保証人", `<p class=lb>お名前</p><div class=row>${part("e11", "姓")}${part("e12", "名")}</div><p class=lb>続柄</p>${select("e13", "親", "兄弟姉妹", "その他")}<p class=lb>電話（日中つながる番号）</p>${input("e14", 'class=fc style="width:220px"')}`)}
${card("希望する住宅", `<div class=row><div class=col><p class=lb>第１希望</p>${select("e15", "見本団地 1DK", "見本団地 3DK", "駅前住宅 2DK")}</div><div class=col><p class=lb>第２希望</p>${select("e16", "見本団地 1DK", "見本団地 3DK", "駅前住宅 2DK")}</div><div class=col><p class=lb>入居人数</p>${input("e17", 'class=fc style="width:60px"')} 人</div></div><div class=cc><input type=checkbox id=x1 data-t=e18><label for=x1>単身での申込み</label></div><div class=cc><input type=checkbox id=x2 data-t=e19><label for=x2>車いす対応を希望</label></div><p class=lb>世帯の所得月額</p><span class=big>104,000円</span>`)}
<div class=f><a class=btn href=# data-t=e20>‹ 戻る</a><a class="btn pri" href=# data-t=e21>入力内容の確認へ ›</a></div>`,
      "<style>body{font:14px sans-serif;width:860px;margin:8px auto}.card{border:1px solid #ccc;border-radius:4px;margin:8px 0}.card-header{background:#f3f3f3;padding:6px 12px;font-weight:bold}.card-body{padding:4px 12px}.lb{margin:6px 0 2px}.badge{background:#d33;color:#fff;font-size:11px;border-radius:3px;padding:1px 4px}.row{display:flex;gap:10px}.col small{display:block;color:#777}.fc{border:1px solid #bbb;padding:4px;border-radius:3px}.col .fc{width:150px}.cc{position:relative;padding-left:24px;margin-top:6px}.cc input{position:absolute;left:0;top:0;opacity:0;width:16px;height:16px}.cc label:before{content:'';position:absolute;left:0;top:2px;width:14px;height:14px;border:1px solid #888}.cc input:checked+label:before{background:#06c}.big{font-size:18px}.btn{border:1px solid #888;padding:6px 12px;text-decoration:none;border-radius:4px;margin-right:10px}.pri{background:#06c;color:#fff}</style>",
    ),
  },
  things: [
    type("姓", "e1", "申込者/枠"),
    type("名", "e2", "申込者"),
    type("セイ", "e3"),
    type("メイ", "e4"),
    type("月", "e7", "生年月日/欄"),
    type("電話（日中つながる番号）", "e9", "申込者/枠"),
    type("名", "e12", "連帯保証人/枠"),
    type("電話", "e14", "連帯保証人/枠"),
    choose("続柄", "兄弟姉妹", "e13"),
    choose("第２希望", "駅前住宅 2DK", "e16"),
    type("入居人数", "e17"),
    tick("単身での申込み", "e18"),
    tick("車いす対応を希望", "e19"),
    read("世帯の所得月額", "104,000円"),
    press("入力内容の確認へ", "e21"),
  ],
};

const extButton = (t: string, word: string): string =>
  `<td><table class=x-btn cellspacing=0><tbody><tr><td class=x-l></td><td class=x-c><em><button type=button data-t=${t}>${word}</button></em></td><td class=x-r></td></tr></tbody></table></td>`;
const extItem = (label: string, field: string): string =>
  `<div class=x-form-item><label class=x-form-item-label>${label}:</label><div class=x-form-element>${field}</div><div class=x-clear></div></div>`;
const extRow = (n: number, ...words: string[]): string =>
  `<div class=x-grid3-row><table cellspacing=0><tbody><tr>${words.map((w) => `<td class=x-col><div class=x-cell>${w}</div></td>`).join("")}<td class=x-col><div class=x-cell><a href=# data-t=f2${n}>開札</a></div></td><td class=x-col><div class=x-cell><input data-t=f3${n} size=8></div></td></tr></tbody></table></div>`;
const bids: LegacyPage = {
  name: "入札管理",
  hand: "ExtJS 3: toolbar buttons made of tables, combos with a trigger picture, a grid whose head and every row are tables of their own, collapsible panels",
  documents: {
    "/": doc(
      "入札案件",
      `<div class=x-panel><div class=x-hd>入札案件一覧</div><div class=x-tb><table><tr>${extButton("f1", "新規案件")}${extButton("f2", "再読込")}<td><span class=sep>|</span></td>${extButton("f3", "Excel出力")}</tr></table></div><div class=x-grid3-header><table cellspacing=0><thead><tr>${["案件番号", "件名", "方式", "開札日", "処理", "最低価格"].map((w) => `<td class=x-col><div class=x-cell>${w}</div></td>`).join("")}</tr></thead></table></div>${extRow(1, "K-101", "庁舎清掃業務", "一般", "2026/12/01")}${extRow(2, "K-102", "市道舗装工事", "指名", "2026/12/03")}${extRow(3, "K-103", "コピー用紙", "一般", "2026/12/03")}<div class=x-tb><table><tr>${extButton("f4", "≪")}<td>ページ</td><td>${input("f5", "size=2 value=1")}</td><td>/ 5</td>${extButton("f6", "≫")}<td class=info>1 - 3 件目 / 13 件</td></tr></table></div></div>
<div class=x-panel style="width:520px"><div class=x-hd>案件内容</div><div class=x-body>${extItem("担当課", '<div class=x-wrap><input readonly class=combo size=20><img class=trg alt="" data-o="f11:総務課,f12:建設課,f13:会計課" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></div>')}${extItem("工事場所", input("f14", "size=36"))}${extItem("履行期限", input("f15", "size=11"))}${extItem("設計金額（税抜）", `${input("f16", "size=14")}`)}${extItem("最低制限価格", "<input type=radio name=m data-t=f17 id=m1> <label for=m1>設ける</label>　<input type=radio name=m data-t=f18 id=m2> <label for=m2>設けない</label>")}${extItem("公表", "<input type=checkbox data-t=f19 id=m3> <label for=m3>予定価格を事前に公表する</label>")}${extItem("参加業者数", "<div class=disp>7者</div>")}</div><div class=x-ft><table align=right><tr>${extButton("f40", "業者を指名")}${extButton("f41", "中止")}</tr></table></div></div><script>document.querySelector(".trg").onclick=e=>{const i=e.target,l=document.createElement("div");l.className="x-combo-list";const r=i.previousSibling.getBoundingClientRect();l.style.left=r.left+"px";l.style.top=r.bottom+scrollY+"px";i.dataset.o.split(",").forEach(o=>{const [t,w]=o.split(":"),d=document.createElement("div");d.className="x-combo-list-item";d.dataset.t=t;d.textContent=w;d.onclick=()=>{i.previousSibling.value=w;l.remove()};l.append(d)});document.body.append(l)};document.querySelector(".combo").onclick=()=>document.querySelector(".trg").click()</script>`,
      "<style>body{font:12px tahoma,sans-serif}.x-panel{border:1px solid #99bbe8;margin-bottom:8px}.x-hd{background:#cbdbef;color:#15428b;font-weight:bold;padding:5px}.x-tb{background:#d0def0;padding:2px}.x-btn button{border:1px solid #8ab;background:#eef}.x-col{width:130px}.x-cell{padding:3px 5px}.x-grid3-header{background:#eee;border-bottom:1px solid #ccc}.x-grid3-row{border-bottom:1px solid #eee}.x-form-item{margin:4px}.x-form-item-label{float:left;width:120px;padding-top:3px}.x-form-element{padding-left:125px}.x-clear{clear:both;height:0}.trg{width:17px;height:17px;border:1px solid #7ad;vertical-align:middle;background:linear-gradient(45deg,#15428b 50%,transparent 50%) 50% 50%/7px 7px no-repeat #cde}.x-combo-list{position:absolute;border:1px solid #98c0f4;background:#fff;width:150px}.x-combo-list-item{padding:3px}.info{padding-left:300px}.x-ft{overflow:hidden;background:#dfe8f6}</style>",
    ),
  },
  things: [
    press("新規案件", "f1"),
    press("Excel出力", "f3"),
    cell("「入札案件一覧」表で「案件番号」が「K-102」の行の「開札」", "を押す", "f22"),
    cell(
      "「入札案件一覧」表で「件名」が「コピー用紙」の行の「最低価格」",
      "に「V」を入力する",
      "f33",
    ),
    cell(
      "「入札案件一覧」表で「案件番号」が「K-103」の行の「方式」",
      "の値を {読んだ値} として読み取る",
      "一般",
    ),
    type("ページ", "f5"),
    choose("担当課", "建設課", "f12"),
    type("工事場所", "f14"),
    type("履行期限", "f15"),
    type("設計金額（税抜）", "f16"),
    choose("最低制限価格", "設けない", "f18"),
    tick("予定価格を事前に公表する", "f19"),
    read("参加業者数", "7者"),
    press("業者を指名", "f40"),
    press("中止", "f41"),
  ],
};

const field = (label: string, body: string, width = 180): string =>
  `<div class=cg style="width:${width}px"><div class=lbl><span>${label}</span></div><div class=val>${body}</div></div>`;
const drop = (t: string, first: string, ...options: string[]): string =>
  `<div class=dropdown data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><span>${first}</span><i></i></div>`;
const cost = (n: number): string =>
  `<tr><td>${drop(`g${n}0`, "-----", "謝金", "旅費", "消耗品費")}</td><td>${input(`g${n}4`, "size=20")}</td><td>${input(`g${n}5`, "size=9")}</td><td><span class=plus data-t=g${n}6 title="行を追加する">＋</span><span class=plus data-t=g${n}7 title="この行を消す">－</span></td></tr>`;
const subsidy: LegacyPage = {
  name: "補助金申請",
  hand: "a cloud data-base app: captions over values in floated boxes, drop-downs of divs, a sub-table with its own captions, groups that fold",
  documents: {
    "/": doc(
      "自治会補助金",
      `<div class=top><span class=app>自治会活動補助金 交付申請</span><span class=menu><a href=# data-t=g1>レコードを複製する</a></span></div><div class=r>${field("受付番号", "H-0284")}${field("申請日<b>*</b>", input("g2", "size=12"))}${field("自治会名<b>*</b>", `${input("g3", "size=18")}<button class=lk data-t=g4>取得</button>`, 280)}</div><div class=r>${field("代表者名", input("g5", "size=16"))}${field("役職", drop("g6", "-----", "会長", "副会長", "会計"))}${field("世帯数", `${input("g7", "size=6")}<span class=unit>世帯</span>`)}</div>
<div class=grp><div class=gt>▾ 事業の内容</div><div class=r>${field("事業名", input("g8", "size=30"), 280)}${field("実施期間（開始）", input("g9", "size=12"))}${field("実施期間（終了）", input("g30", "size=12"))}</div><div class=r>${field("事業の種類", "<label><input type=checkbox data-t=g31>防犯</label> <label><input type=checkbox data-t=g32>防災</label> <label><input type=checkbox data-t=g33>環境美化</label>", 280)}${field("前年度の交付", "<label><input type=radio name=g data-t=g34>あり</label> <label><input type=radio name=g data-t=g35>なし</label>")}</div></div>
<div class=st>経費の内訳</div><table class=sub><thead><tr><th>費目</th><th>内容</th><th>金額</th><th></th></tr></thead><tbody>${cost(1)}${cost(2)}</tbody></table><div class=r>${field("経費合計", "¥ 84,000")}${field("補助率", `${input("g40", "size=4")}<span class=unit>％以内</span>`)}${field("交付決定額", "<span class=num>42,000</span>")}</div><div class=r><button class=save data-t=g50>次の工程へ回す</button><button data-t=g51>キャンセル</button></div><script>document.querySelectorAll(".dropdown").forEach(d=>d.onclick=e=>{if(e.target.closest(".pop"))return;const p=document.createElement("div");p.className="pop";d.dataset.o.split(",").forEach(o=>{const [t,w]=o.split(":"),x=document.createElement("div");x.dataset.t=t;x.textContent=w;x.onclick=()=>{d.firstChild.textContent=w;p.remove()};p.append(x)});d.append(p)})</script>`,
      "<style>body{margin:0;font:14px sans-serif;background:#f5f5f5}.top{background:#4b4b4b;color:#fff;padding:8px 12px}.menu{float:right}.menu a{color:#fff;font-size:12px}.r{overflow:visible;display:flow-root;padding:4px 12px}.cg{float:left;margin-right:12px;min-height:54px}.lbl{font-size:12px;color:#333;padding-bottom:3px}.lbl b{color:#e74c3c}.grp,.sub{background:#fff;margin:4px 12px;border:1px solid #ddd}.gt,.st{font-weight:bold;padding:4px 12px}.sub th{background:#3498db;color:#fff;font-weight:normal;padding:3px 10px;text-align:left}.dropdown{position:relative;border:1px solid #ccc;background:#fff;width:120px;padding:3px 6px;cursor:pointer}.dropdown i{position:absolute;right:6px;top:9px;border:5px solid transparent;border-top-color:#666}.pop{position:absolute;left:0;top:100%;width:130px;background:#fff;border:1px solid #999;z-index:9}.pop div{padding:5px}.unit{margin-left:4px}.plus{display:inline-block;border:1px solid #aaa;border-radius:9px;width:18px;text-align:center;margin:2px;cursor:pointer}.lk{margin-left:4px}.save{background:#3498db;color:#fff;border:0;padding:6px 14px;margin-right:8px}</style>",
    ),
  },
  things: [
    press("レコードを複製する", "g1"),
    read("受付番号", "H-0284"),
    type("申請日", "g2"),
    type("自治会名", "g3"),
    press("取得", "g4"),
    choose("役職", "副会長", "g62"),
    type("世帯数", "g7"),
    type("実施期間（終了）", "g30"),
    tick("防災", "g32"),
    choose("前年度の交付", "なし", "g35"),
    cell("「経費の内訳」表の2行目の「費目」", "で「旅費」を選ぶ", "g202"),
    cell("「経費の内訳」表の1行目の「内容」", "に「V」を入力する", "g14"),
    cell("「経費の内訳」表の2行目の「金額」", "に「V」を入力する", "g25"),
    cell("「経費の内訳」表の1行目の「行を追加する」", "を押す", "g16"),
    type("補助率", "g40"),
    read("交付決定額", "42,000"),
    press("次の工程へ回す", "g50"),
  ],
};

const put = (x: number, y: number, html: string, w = 0): string =>
  `<span class=p style="left:${x}px;top:${y}px${w ? `;width:${w}px` : ""}">${html}</span>`;
const groupBox = (x: number, y: number, w: number, h: number, title: string): string =>
  `<div class=gb style="left:${x}px;top:${y}px;width:${w}px;height:${h}px"></div><span class="p gbt" style="left:${x + 10}px;top:${y - 8}px">${title}</span>`;
const openDebtor = { sentence: "「債務者検索」を押す", touches: "k7" };
const revenue: LegacyPage = {
  name: "歳入調定",
  hand: "a Visual Basic form drawn again in spans: group boxes that are empty frames under the fields, captions at the left or above, a search window of its own",
  documents: {
    "/": doc(
      "調定入力",
      `<div class=win><div class=cap>SNY020 - 調定入力</div>${put(12, 36, "会計年度")}${put(90, 34, select("k1", "2026", "2025"))}${put(190, 36, "調定区分")}${put(260, 34, select("k2", "1:当初", "2:追加", "3:減額"))}${put(400, 36, "調定番号")}${put(470, 36, '<input readonly tabindex=-1 class=gray size=9 value="0004512">')}
${groupBox(12, 80, 360, 110, "歳入科目")}${put(24, 96, "款")}${put(24, 116, input("k3", "size=2"))}${put(104, 96, "項")}${put(104, 116, input("k4", "size=2"))}${put(184, 96, "目")}${put(184, 116, input("k5", "size=2"))}${put(264, 96, "節")}${put(264, 116, input("k6", "size=2"))}${put(24, 156, "科目名")}${put(90, 156, "市営住宅使用料")}
${groupBox(392, 80, 400, 110, "債務者")}${put(404, 100, "番号")}${put(464, 98, input("k8", "size=8"))}${put(590, 97, "<button data-t=k7 id=dk>債務者検索</button>")}${put(404, 128, "氏名")}${put(464, 126, input("k9", "size=24"))}${put(404, 156, "住所")}${put(464, 154, input("k10", "size=34"))}
${groupBox(12, 215, 780, 120, "調定内容")}${put(24, 236, "調定日")}${put(100, 234, input("k11", "size=10"))}${put(230, 236, "納期限")}${put(300, 234, input("k12", "size=10"))}${put(430, 236, "調定額")}${put(500, 234, input("k13", 'size=12 style="text-align:right"'))}${put(625, 236, "円")}${put(24, 268, "件名")}${put(100, 266, input("k14", "size=50"))}${put(24, 300, "<input type=checkbox data-t=k15 id=ck1>")}${put(46, 300, "<label for=ck1>納入通知書を発行する</label>")}${put(240, 300, "<input type=checkbox data-t=k16>")}${put(262, 300, "分割納付")}${put(380, 300, "分割回数")}${put(450, 298, input("k17", "size=2"))}
${put(12, 352, "<button data-t=k20 class=fk>伝票複写</button>")}${put(112, 352, "<button data-t=k21 class=fk>科目参照</button>")}${put(212, 352, "<button disabled class=fk>更正</button>")}${put(690, 352, "<button data-t=k22 class=fk>終了</button>")}<div class=sb>調定累計：1,284,000　　OVR　　2026/11/23</div></div><script>document.getElementById("dk").onclick=()=>window.open("/debtor","debtor","width=460,height=300")</script>`,
      "<style>body{margin:0;background:#3a6ea5}.win{position:relative;width:810px;height:420px;background:#d4d0c8;font:13px 'MS UI Gothic',sans-serif;border:2px outset #fff}.cap{background:#0a246a;color:#fff;padding:3px 6px;font-weight:bold}.p{position:absolute;white-space:nowrap}.gb{position:absolute;border:2px groove #fff}.gbt{background:#d4d0c8;padding:0 4px}.gray{background:#d4d0c8}.fk{width:92px}.sb{position:absolute;bottom:0;left:0;right:0;border-top:1px solid #fff;padding:3px}</style>",
    ),
    "/debtor": doc(
      "債務者検索",
      `<div style="font:13px sans-serif">カナ氏名 ${input("k30", "size=16")} <button data-t=k31>検索</button><br>検索結果<table border=1 cellspacing=0><tr><th>番号</th><th>氏名</th><th>住所</th><th></th></tr><tr><td>00123</td><td>見本太郎</td><td>大手町0-0</td><td><button data-t=k32>選択</button></td></tr><tr><td>00456</td><td>見本花子</td><td>駅前0-0</td><td><button data-t=k33>選択</button></td></tr></table><br><button data-t=k34>閉じる</button></div>`,
    ),
  },
  things: [
    choose("会計年度", "2025", "k1"),
    choose("調定区分", "追加", "k2"),
    read("調定番号", "0004512"),
    type("款", "k3"),
    type("目", "k5", "歳入科目/枠"),
    read("科目名", "市営住宅使用料"),
    type("番号", "k8", "債務者/枠"),
    type("氏名", "k9"),
    type("納期限", "k12"),
    type("調定額", "k13"),
    tick("納入通知書を発行する", "k15"),
    tick("分割納付", "k16"),
    type("分割回数", "k17"),
    press("科目参照", "k21"),
    press("終了", "k22"),
    { ...type("カナ氏名", "k30", "債務者検索/画面"), after: openDebtor },
    { ...press("検索", "k31", "債務者検索/画面"), after: openDebtor },
    {
      ...cell("「検索結果」表で「番号」が「00456」の行の「選択」", "を押す", "k33"),
      after: openDebtor,
    },
  ],
};

const day = (n: number, week: string): string =>
  `<tr><td><span class=hid>${n}</span></td><td><span class=hid>${week}</span></td><td>${input(`m1${n}`, "class=eli size=5")}</td><td>${input(`m2${n}`, "class=eli size=5")}</td><td>${input(`m3${n}`, "class=eli size=3")}</td><td>${select(`m4${n}`, "通常", "年休", "病休")}</td><td><label class=elc><input type=checkbox data-t=m5${n}><i></i></label></td></tr>`;
const fixedDay = (n: number, week: string): string => `<tr><td>${n}</td><td>${week}</td></tr>`;
const worktime: LegacyPage = {
  name: "勤務実績",
  hand: "Vue with Element alike: form items with required stars by CSS, the two left columns of the table drawn a second time over it, tags, own radios",
  documents: {
    "/": doc(
      "勤務実績",
      `<div class=hd>会計年度任用職員 勤務実績</div><div class=form><div class="it req"><label class=il>職員番号</label><div class=ic>${input("m1", "class=eli")}</div></div><div class="it"><label class=il>対象月</label><div class=ic>${input("m2", 'class=eli placeholder="月を選択"')}</div></div><div class="it req"><label class=il>勤務形態</label><div class=ic><label class=elr><input type=radio name=f data-t=m3><i></i><span>パートタイム</span></label><label class=elr><input type=radio name=f data-t=m4><i></i><span>フルタイム</span></label></div></div><div class="it"><label class=il>時給</label><div class=ic>${input("m5", "class=eli size=6")}<span class=ap>円</span></div></div><div class=it><label class=il>通勤手当</label><div class=ic>${input("m6", "class=eli size=6")}<span class=ap>円／日</span></div></div></div>
<div class=tt>日別の勤務</div><div class=tw><table class=el><thead><tr><th><span class=hid>日</span></th><th><span class=hid>曜</span></th><th>出勤</th><th>退勤</th><th>休憩(分)</th><th>区分</th><th>超勤</th></tr></thead><tbody>${day(2, "月")}${day(3, "火")}${day(4, "水")}</tbody></table><div class=fx><table class=el><thead><tr><th>日</th><th>曜</th></tr></thead><tbody>${fixedDay(2, "月")}${fixedDay(3, "火")}${fixedDay(4, "水")}</tbody></table></div></div>
<div class=sm><div><p>18.0</p><em>勤務時間</em></div><div><p>3</p><em>勤務日数</em></div><div><p>21,600</p><em>報酬見込額</em></div></div><div class=bt><span class="bb" data-t=m60 tabindex=0>前月から写す</span><span class="bb" data-t=m61 tabindex=0>集計し直す</span><span class="bb off">課長へ提出</span></div>`,
      "<style>body{font:14px sans-serif;color:#444;margin:12px}.hd{font-size:18px;margin-bottom:10px}.form{display:flex;flex-wrap:wrap;gap:8px 24px}.it{display:flex;align-items:center}.il{width:90px;text-align:right;padding-right:10px}.req .il:before{content:'*';color:#f56c6c;margin-right:4px}.eli{border:1px solid #dcdfe6;border-radius:4px;padding:5px}.ap{margin-left:6px;color:#888}.elr,.elc{position:relative;margin-right:14px}.elr input,.elc input{position:absolute;opacity:0;left:0;top:0;width:16px;height:16px;margin:0}.elr i,.elc i{display:inline-block;width:14px;height:14px;border:1px solid #999;border-radius:50%;vertical-align:middle;margin-right:5px}.elc i{border-radius:2px}input:checked+i{background:#409eff}.tt{margin:14px 0 4px;font-weight:bold}.tw{position:relative}.el{border-collapse:collapse;table-layout:fixed}.el th,.el td{border-bottom:1px solid #ebeef5;width:96px;height:40px;padding:0 6px;text-align:left;box-sizing:border-box}.el th{color:#909399}.hid{visibility:hidden}.fx{position:absolute;left:0;top:0;background:#fff;box-shadow:2px 0 4px #0002}.sm{display:flex;gap:40px;margin:12px}.sm p{font-size:22px;margin:0}.sm em{font-style:normal;color:#909399;font-size:12px}.bb{display:inline-block;background:#409eff;color:#fff;padding:8px 16px;border-radius:4px;margin-right:10px;cursor:pointer}.off{background:#c0c4cc;cursor:not-allowed}</style>",
    ),
  },
  things: [
    type("職員番号", "m1"),
    type("対象月", "m2"),
    choose("勤務形態", "フルタイム", "m4"),
    type("時給", "m5"),
    type("通勤手当", "m6"),
    cell("「日別の勤務」表で「日」が「3」の行の「退勤」", "に「V」を入力する", "m23"),
    cell("「日別の勤務」表で「曜」が「水」の行の「休憩(分)」", "に「V」を入力する", "m34"),
    cell("「日別の勤務」表の1行目の「区分」", "で「年休」を選ぶ", "m42"),
    cell("「日別の勤務」表で「日」が「4」の行の「超勤」", "をチェックする", "m54"),
    read("勤務日数", "3"),
    read("報酬見込額", "21,600"),
    press("前月から写す", "m60"),
    press("集計し直す", "m61"),
  ],
};

const menuOne = (t: string, label: string, ...options: string[]): string =>
  `<div class=som data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><label class=sl>${label}</label><div class=tr><span>▼</span></div></div>`;
const bill = (n: number, month: string, who: string, sum: string): string =>
  `<tr class=ui-r><td><div class=ui-chk><input type=checkbox data-t=n1${n}></div></td><td>${month}</td><td>${who}</td><td class=n>${sum}</td><td><a href=# data-t=n2${n}>明細</a></td></tr>`;
const bankTab = { sentence: "「振込口座」を押す", touches: "n2" };
const refund: LegacyPage = {
  name: "高額療養費",
  hand: "JSF PrimeFaces: panel grid, one-of menus with panels at the end, tab view, data table with a sum and a sorter mark; half-width kana and old spellings in captions",
  documents: {
    "/": doc(
      "高額療養費",
      `<div class=h>国民健康保険　高額療養費　申請受付</div><table class=pg><tr><td>記号番号</td><td>${input("n3", "size=12")}</td><td>世帯主ｶﾅ氏名</td><td>${input("n4", "size=20")}</td></tr><tr><td>所得区分</td><td>${menuOne("n5", "選択して下さい", "ア", "イ", "ウ", "非課税")}</td><td>ﾃﾞｰﾀ区分</td><td>${menuOne("n6", "通常", "通常", "遡及", "過誤")}</td></tr><tr><td>診療期間</td><td>${input("n7", "size=7")}〜${input("n8", "size=7")}</td><td>多数該当</td><td><input type=checkbox data-t=n9></td></tr></table>
<div class=tabs><ul><li class=on><a href=# data-t=n1>対象診療</a></li><li><a href=# data-t=n2>振込口座</a></li></ul><div class=pn><div class=th>対象診療一覧</div><table class=dt><thead><tr><th></th><th><span>診療年月</span><span class=sort>↕</span></th><th><span>受診者</span><span class=sort>↕</span></th><th><span>一部負担金</span></th><th></th></tr></thead><tbody>${bill(1, "R8.07", "太郎", "57,600")}${bill(2, "R8.08", "花子", "44,400")}${bill(3, "R8.09", "太郎", "61,300")}</tbody><tfoot><tr><td colspan=3>合計</td><td class=n>163,300</td><td></td></tr></tfoot></table><p>支給見込額　<output>48,220</output></p></div>
<div class=pn style="display:none"><table class=pg><tr><td>振込先</td><td><label><input type=radio name=o data-t=n30>公金受取口座</label> <label><input type=radio name=o data-t=n31>指定口座</label></td></tr><tr><td>銀行ｺｰﾄﾞ</td><td>${input("n32", "size=4")}</td></tr><tr><td>口座番號</td><td>${input("n33", "size=8")}</td></tr><tr><td>口座名義人(ｶﾅ)</td><td>${input("n34", "size=24")}</td></tr></table></div></div><button class=ub data-t=n40><span class=ico></span><span>支給額を試算</span></button> <button class=ub data-t=n41><span>領収書の確認へ</span></button><script>document.querySelectorAll(".tabs a").forEach((a,i)=>a.onclick=()=>document.querySelectorAll(".pn").forEach((p,j)=>p.style.display=i===j?"block":"none"));document.querySelectorAll(".som").forEach(s=>s.onclick=()=>{document.querySelectorAll(".somp").forEach(x=>x.remove());const p=document.createElement("div");p.className="somp";const r=s.getBoundingClientRect();p.style.left=r.left+"px";p.style.top=r.bottom+scrollY+"px";const u=document.createElement("ul");s.dataset.o.split(",").forEach(o=>{const [t,w]=o.split(":"),l=document.createElement("li");l.dataset.t=t;l.textContent=w;l.onclick=()=>{s.firstChild.textContent=w;p.remove()};u.append(l)});p.append(u);document.body.append(p)})</script>`,
      "<style>body{font:13px sans-serif}.h{background:#39a9da;color:#fff;padding:6px;font-size:16px}.pg td{padding:4px 8px}.pg td:nth-child(odd){background:#eef6fa}.som{position:relative;border:1px solid #a8a8a8;border-radius:4px;width:150px;height:22px;cursor:pointer;background:#fff}.sl{display:block;padding:2px 6px;cursor:pointer}.tr{position:absolute;right:0;top:0;border-left:1px solid #a8a8a8;padding:2px}.somp{position:absolute;background:#fff;border:1px solid #a8a8a8;width:150px}.somp ul{margin:0;padding:0;list-style:none}.somp li{padding:4px 6px}.tabs ul{list-style:none;display:flex;padding:0;margin:8px 0 0}.tabs li a{display:block;padding:5px 12px;border:1px solid #a8a8a8}.pn{border:1px solid #a8a8a8;padding:8px;margin-bottom:8px}.th{font-weight:bold}.dt{border-collapse:collapse}.dt th,.dt td{border:1px solid #ccc;padding:3px 10px}.dt th{background:#c4e3f1}.n{text-align:right}.ub{border:1px solid #39a9da;background:#e6f4fb;padding:5px 12px}</style>",
    ),
  },
  things: [
    type("記号番号", "n3"),
    type("世帯主ｶﾅ氏名", "n4"),
    choose("所得区分", "ウ", "n53"),
    choose("ﾃﾞｰﾀ区分", "遡及", "n62"),
    cell("「診療期間」の1番目", "に「V」を入力する", "n7"),
    cell("「診療期間」の2番目", "に「V」を入力する", "n8"),
    tick("多数該当", "n9"),
    cell("「対象診療一覧」表で「診療年月」が「R8.08」の行の「明細」", "を押す", "n22"),
    cell(
      "「対象診療一覧」表で「診療年月」が「R8.09」の行の「一部負担金」",
      "の値を {読んだ値} として読み取る",
      "61,300",
    ),
    read("支給見込額", "48,220"),
    press("振込口座", "n2"),
    { ...choose("振込先", "指定口座", "n31"), after: bankTab },
    { ...type("銀行ｺｰﾄﾞ", "n32"), after: bankTab },
    { ...type("口座番號", "n33"), after: bankTab },
    { ...type("口座名義人(ｶﾅ)", "n34"), after: bankTab },
    press("支給額を試算", "n40"),
    press("領収書の確認へ", "n41"),
  ],
};

/** Held-out pages of the seventh set: sealed, measured only. */
export const seventhHeldOutPages: readonly LegacyPage[] = [
  moveIn,
  nursing,
  dogs,
  farmland,
  housing,
  bids,
  subsidy,
  revenue,
  worktime,
  refund,
];

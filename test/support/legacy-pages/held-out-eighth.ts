/** An eighth set, sealed: fourteen screens of a town hall by an author who had not read the rules. */
import { eighthHeldOutMore } from "./held-out-eighth-more.ts";
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

/** A button that is a picture with its word drawn on it, as web shops of 2004 made them. */
const picture = (t: string, word: string): string =>
  `<input type=image align=absmiddle data-t=${t} alt="${word}" src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${word.length * 13 + 16}" height="20"><rect x=".5" y=".5" width="${word.length * 13 + 15}" height="19" rx="4" fill="#4a6fa5" stroke="#234"/><text x="8" y="14" font-size="13" fill="#fff">${word}</text></svg>`)}">`;

const spending: LegacyPage = {
  name: "支出命令",
  hand: "JSP of 2004: tables in tables, captions in td with a grey ground and a red mark, picture buttons, two sections",
  documents: {
    "/": doc(
      "支出負担行為兼支出命令",
      `<form name=frm onsubmit="return false"><table width=900 cellpadding=4 bgcolor=#336699><tr><td class=w>財務会計システム</td><td class=w><b>支出負担行為兼支出命令書　入力</b></td><td class=w align=right>会計課　見本太郎　令和8年11月23日</td></tr></table><font size=2 color=red>※は必須入力項目です。</font>
<table width=900 border=1 cellspacing=0 cellpadding=3><tr><td class=h>会計年度<font color=red>※</font></td><td>${select("a1", "令和7年度", "令和8年度")}</td><td class=h>伝票番号</td><td>（自動採番）</td></tr><tr><td class=h>起票日<font color=red>※</font></td><td>${input("a2", "size=10")}<font size=1>例）R08.11.23</font></td><td class=h>会計区分<font color=red>※</font></td><td>${select("a3", "01 一般会計", "11 国民健康保険", "21 介護保険")}</td></tr>
<tr><td class=h>所属<font color=red>※</font></td><td colspan=3>${input("a4", "size=8")} ${picture("a5", "所属参照")} 会計課　審査係</td></tr><tr><td class=h>予算科目<font color=red>※</font></td><td colspan=3>款 ${input("a6", "size=2")}　項 ${input("a7", "size=2")}　目 ${input("a8", "size=2")}　節 ${input("a9", "size=2")}　細節 ${input("a10", "size=3")}　${picture("a11", "科目検索")}</td></tr>
<tr><td class=h>件名<font color=red>※</font></td><td colspan=3><textarea data-t=a12 rows=2 cols=70></textarea></td></tr><tr><td class=h>支出負担行為額<font color=red>※</font></td><td>${input("a13", "size=14 style='text-align:right'")} 円</td><td class=h>予算残額</td><td align=right>1,250,000円</td></tr>
<tr><td class=h>支払方法<font color=red>※</font></td><td><input type=radio name=p data-t=a14 checked>口座振替 <input type=radio name=p data-t=a15>窓口払 <input type=radio name=p data-t=a16>納付書</td><td class=h>源泉徴収</td><td><input type=checkbox data-t=a17>あり</td></tr></table><br>
<table width=900 cellspacing=0><tr><td bgcolor=#cccc99><b>債権者</b></td></tr></table><table width=900 border=1 cellspacing=0 cellpadding=3><tr><td class=h>債権者番号<font color=red>※</font></td><td>${input("a18", "size=10")} ${picture("a19", "債権者検索")}</td><td class=h>債権者名</td><td>株式会社見本商会</td></tr><tr><td class=h>振込先</td><td colspan=3><select data-t=a20><option>01 見本銀行　本店　普通 0001234</option><option>02 見本信金　駅前　当座 0005678</option></select></td></tr><tr><td class=h>請求書番号</td><td>${input("a21", "size=16")}</td><td class=h>請求年月日</td><td>令和 ${input("a22", "size=2")}年 ${input("a23", "size=2")}月 ${input("a24", "size=2")}日</td></tr><tr><td class=h>添付書類</td><td colspan=3><input type=checkbox data-t=a25>請求書　<input type=checkbox data-t=a26>納品書　<input type=checkbox data-t=a27>検査調書</td></tr></table>
<center><br><input type=button data-t=a30 value="一時保存">　<input type=button data-t=a31 value="前伝票複写">　<input type=button data-t=a32 value="クリア">　<input type=button data-t=a33 value="メニューへ"></center></form>`,
      "<style>body,td{font:13px 'MS PGothic',sans-serif}td.h{background:#dde4ee;width:130px;white-space:nowrap}td.w{color:#fff}</style>",
    ),
  },
  things: [
    choose("会計年度", "令和8年度", "a1"),
    type("起票日", "a2"),
    choose("会計区分", "11 国民健康保険", "a3"),
    press("所属参照", "a5"),
    type("目", "a8", "予算科目/欄"),
    press("科目検索", "a11"),
    type("支出負担行為額", "a13"),
    read("予算残額", "1,250,000円"),
    choose("支払方法", "窓口払", "a15"),
    tick("源泉徴収", "a17"),
    type("債権者番号", "a18"),
    press("債権者検索", "a19"),
    read("債権者名", "株式会社見本商会"),
    choose("振込先", "02 見本信金　駅前　当座 0005678", "a20"),
    type("月", "a23", "請求年月日/欄"),
    tick("納品書", "a26"),
  ],
};

const lb = (id: string, word: string, must = false): string =>
  `<td class=lc><span id=ctl00_Main_lbl${id}>${word}</span>${must ? "<span class=must>*</span>" : ""}</td>`;
const leg = (n: number, ...words: string[]): string =>
  `<tr class=gr><td>${n}</td>${words.map((w) => `<td>${w}</td>`).join("")}<td><input type=checkbox data-t=b4${n}></td><td><a href=# data-t=b5${n}>編集</a> <a href=# data-t=b6${n}>削除</a></td></tr>`;
const travel: LegacyPage = {
  name: "旅行命令",
  hand: "ASP.NET WebForms: span labels without for, a radio button list that is a table, a GridView with one row being edited and a footer",
  documents: {
    "/": doc(
      "旅行命令入力",
      `<form onsubmit="return false" id=aspnetForm><div class=hd>庶務事務システム <small>旅費</small><span class=us>総務課　見本 花子さん <a href=# data-t=b99>ログアウト</a></span></div><div id=ctl00_Main_pnlEdit class=pn><h2><span id=ctl00_Main_lblTitle>旅行命令入力</span></h2><table class=ft>
<tr>${lb("NoT", "命令番号：")}<td><span id=ctl00_Main_lblNo>T26-00418</span></td>${lb("SinT", "申請者：")}<td><span id=ctl00_Main_lblSin>見本　花子</span></td></tr><tr>${lb("Kbn", "旅行区分：", true)}<td>${select("b1", "県内", "県外", "海外")}</td>${lb("Rkbn", "旅費区分：", true)}<td><table id=ctl00_Main_rblKbn><tr><td><input id=rb0 type=radio name=rb data-t=b2><label for=rb0>精算払</label></td><td><input id=rb1 type=radio name=rb data-t=b3><label for=rb1>概算払</label></td></tr></table></td></tr>
<tr>${lb("Saki", "用務先：", true)}<td colspan=3>${input("b4", "id=ctl00_Main_txtSaki size=50 type=text")}</td></tr><tr>${lb("Naiyo", "用務内容：", true)}<td colspan=3><textarea data-t=b5 cols=60 rows=2></textarea></td></tr><tr>${lb("Kikan", "旅行期間：", true)}<td>${input("b6", "size=10")} ～ ${input("b7", "size=10")}</td>${lb("Haku", "宿泊数：")}<td>${input("b8", "size=2")} 泊</td></tr><tr>${lb("Car", "交通手段：")}<td colspan=3><span><input id=cb1 type=checkbox data-t=b9><label for=cb1>公用車を使用する</label></span>　<span><input id=cb2 type=checkbox data-t=b10><label for=cb2>航空機を使用する</label></span></td></tr></table>
<h3>旅程</h3><table id=ctl00_Main_gv rules=all border=1 cellspacing=0 class=gv><tr class=gh><th scope=col>行</th><th scope=col>月日</th><th scope=col>出発地</th><th scope=col>到着地</th><th scope=col>交通機関</th><th scope=col>運賃</th><th scope=col>日当</th><th scope=col>&nbsp;</th></tr>${leg(1, "12/03", "市役所前", "見本駅", "バス", "260")}${leg(2, "12/03", "見本駅", "県庁前", "鉄道", "1,340")}
<tr class=ge><td>3</td><td>${input("b31", "size=5 value=12/04")}</td><td>${input("b32", "size=10 value=県庁前")}</td><td>${input("b33", "size=10")}</td><td>${select("b34", "バス", "鉄道", "船")}</td><td>${input("b35", "size=6")}</td><td><input type=checkbox data-t=b43></td><td><a href=# data-t=b36>更新</a> <a href=# data-t=b37>キャンセル</a></td></tr><tr class=gf><td colspan=5 align=right>合計</td><td>1,600</td><td></td><td></td></tr></table>
<p><input type=submit data-t=b70 value="旅程を追加"> <input type=submit data-t=b71 value="運賃を計算"></p><table class=ft><tr>${lb("Bik", "備考：")}<td>${input("b72", "size=60")}</td></tr></table><p><input type=submit data-t=b73 value="前回の命令を複写"> <input type=submit data-t=b74 value="申請" disabled> <input type=submit data-t=b75 value="一覧へ戻る"></p></div></form>`,
      "<style>body{margin:0;font:13px Meiryo,sans-serif}.hd{background:#5d7b9d;color:#fff;font-size:18px;padding:8px}.us{float:right;font-size:12px}.us a{color:#ff9}.pn{padding:4px 14px}h2{font-size:16px;color:#5d7b9d}h3{font-size:14px;margin:8px 0 2px}.lc{background:#f7f6f3;width:100px;text-align:right;padding:3px}.must{color:red}.gv{border-collapse:collapse}.gv td,.gv th{padding:3px 8px}.gh,.gf{background:#5d7b9d;color:#fff}.ge{background:#ffc}</style>",
    ),
  },
  things: [
    read("命令番号", "T26-00418"),
    choose("旅行区分", "県外", "b1"),
    choose("旅費区分", "概算払", "b3"),
    type("用務先", "b4"),
    cell("「旅行期間」の1番目", "に「V」を入力する", "b6"),
    cell("「旅行期間」の2番目", "に「V」を入力する", "b7"),
    type("宿泊数", "b8"),
    tick("公用車を使用する", "b9"),
    cell("「旅程」表で「到着地」が「県庁前」の行の「編集」", "を押す", "b52"),
    cell("「旅程」表で「行」が「1」の行の「日当」", "をチェックする", "b41"),
    cell("「旅程」表で「行」が「1」の行の「運賃」", "の値を {読んだ値} として読み取る", "260"),
    cell("「旅程」表の3行目の「到着地」", "に「V」を入力する", "b33"),
    cell("「旅程」表で「行」が「3」の行の「交通機関」", "で「鉄道」を選ぶ", "b34"),
    press("旅程を追加", "b70"),
    press("運賃を計算", "b71"),
    press("前回の命令を複写", "b73"),
  ],
};

const menuGroup = (title: string, ...links: string[]): string =>
  `<div class=g>${title}</div>${links.map((l) => `<div class=l>・<a href=# data-t=${l.split(":")[0]}>${l.split(":")[1]}</a></div>`).join("")}`;
const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
const attached = (n: number, kind: string, file: string, size: string): string =>
  `<tr><td align=right>${n}</td><td>${kind}</td><td>${file}</td><td align=right>${size}</td><td><input type=button data-t=c5${n} value="開く"><input type=button data-t=c6${n} value="外す"></td></tr>`;
const drafting: LegacyPage = {
  name: "起案文書",
  hand: "a frameset of title, menu and work page: th captions, read-only folder, date of four lists, the long text under its caption",
  documents: {
    "/": '<html><head><title>文書管理システム</title></head><frameset rows="44,*" border=0><frame src="/title" name=title scrolling=no noresize><frameset cols="160,*" border=1><frame src="/menu" name=menu><frame src="/draft" name=main></frameset></frameset></html>',
    "/title": doc(
      "タイトル",
      "<b>文書管理システム</b>　　総務課　庶務係　見本太郎",
      "<style>body{margin:0;padding:10px;background:#006666;color:#fff;font:16px sans-serif}</style>",
    ),
    "/menu": doc(
      "メニュー",
      `${menuGroup("起案・回議", "c91:新規起案", "c92:起案中一覧", "c93:差戻し一覧")}${menuGroup("収受", "c94:収受入力", "c95:収受一覧")}${menuGroup("検索", "c96:文書検索", "c97:簿冊検索")}`,
      "<style>body{background:#e0f0f0;font:13px sans-serif;margin:4px}.g{background:#099;color:#fff;padding:2px;margin-top:6px}.l{padding:2px 0}</style>",
    ),
    "/draft": doc(
      "起案文書作成",
      `<h3>起案文書作成</h3><form onsubmit="return false"><table border=0 cellspacing=1 cellpadding=3 bgcolor=#669999 width=780><tr><th width=100>文書番号</th><td width=300>８見総第 ${input("c1", "size=6")} 号</td><th width=100>起案日</th><td>令和8年11月23日</td></tr><tr><th>件名</th><td colspan=3>${input("c2", "size=72")}</td></tr><tr><th>簿冊</th><td colspan=3><input readonly class=ro size=46 value="R08-総務-0012　庁舎管理"> <input type=button data-t=c3 value="簿冊選択"></td></tr>
<tr><th>保存期間</th><td>${select("c4", "1年", "3年", "5年", "10年", "永年")}</td><th>公開区分</th><td><input type=radio name=k data-t=c5>公開 <input type=radio name=k data-t=c6>部分公開 <input type=radio name=k data-t=c7>非公開</td></tr><tr><th>決裁区分</th><td>${select("c8", "課長専決", "部長専決", "市長決裁")}</td><th>取扱区分</th><td><input type=checkbox data-t=c9>至急 <input type=checkbox data-t=c10>重要 <input type=checkbox data-t=c11>秘</td></tr>
<tr><th>施行予定日</th><td><select data-t=c12><option>令和</option><option>平成</option></select>${select("c13", ...numbers(7, 10))}年${select("c14", ...numbers(1, 12))}月${select("c15", ...numbers(1, 31))}日</td><th>施行方法</th><td>${select("c16", "郵送", "庁内便", "電子メール")}</td></tr><tr><th>宛先</th><td colspan=3>${input("c17", "size=50")} <input type=button data-t=c18 value="宛先参照"></td></tr><tr><th>差出人</th><td colspan=3>${input("c19", "size=50")}</td></tr><tr><th colspan=4 align=left>伺い文</th></tr><tr><td colspan=4><textarea data-t=c20 rows=4 cols=96></textarea></td></tr></table>
<p class=s>添付ファイル</p><table border=1 cellspacing=0 cellpadding=2><tr class=hh><td>No.</td><td>種別</td><td>ファイル名</td><td>容量(KB)</td><td>操作</td></tr>${attached(1, "本文", "伺い書.docx", "42")}${attached(2, "参考", "見積書.pdf", "318")}</table><p><input type=button data-t=c30 value="回議ルート設定"> <input type=button data-t=c31 value="プレビュー"> <input type=button data-t=c32 value="下書き保存"> <input type=button data-t=c33 value="閉じる"></p></form>`,
      "<style>body{font:13px sans-serif}h3{margin:4px 0;color:#066}th{background:#cfe6e6;font-weight:normal;text-align:left}td{background:#fff}.ro{background:#eee}.s{margin:8px 0 2px;font-weight:bold}.hh td{background:#cfe6e6}</style>",
    ),
  },
  things: [
    press("文書検索", "c96"),
    type("文書番号", "c1"),
    read("起案日", "令和8年11月23日"),
    type("件名", "c2"),
    read("簿冊", "R08-総務-0012　庁舎管理"),
    press("簿冊選択", "c3"),
    choose("保存期間", "5年", "c4"),
    choose("公開区分", "部分公開", "c6"),
    choose("決裁区分", "部長専決", "c8"),
    tick("至急", "c9"),
    choose("月", "12", "c14", "施行予定日/欄"),
    choose("施行方法", "庁内便", "c16"),
    type("宛先", "c17"),
    type("伺い文", "c20"),
    cell("「添付ファイル」表で「ファイル名」が「見積書.pdf」の行の「開く」", "を押す", "c52"),
    press("回議ルート設定", "c30"),
  ],
};

const group = (id: string, label: string, body: string, must = false): string =>
  `<div class=form-group><label for=${id} class="col-sm-2 control-label">${label}${must ? ' <span class="label">必須</span>' : ""}</label><div class=col-sm-4>${body}</div></div>`;
const panel = (title: string, body: string): string =>
  `<div class=panel><div class=panel-heading><h3>${title}</h3></div><div class=panel-body>${body}</div></div>`;
const equipment: LegacyPage = {
  name: "備品登録",
  hand: "a Bootstrap 3 admin form: horizontal groups with labels, add-ons with units, inline radios, help under the field, a disabled number, a striped table",
  documents: {
    "/": doc(
      "備品登録",
      `<nav class=navbar><a class=brand href=# data-t=d90>備品管理</a><a href=# data-t=d91>備品検索</a><a href=# data-t=d92>棚卸</a><a href=# data-t=d93>帳票</a></nav><div class=container><h1>備品登録</h1><form class=form-horizontal onsubmit="return false">${panel(
        "基本情報",
        `<div class=row>${group("no", "備品番号", "<input id=no class=fc disabled value=B-2026-0193>")}${group("cls", "分類", `<select id=cls class=fc data-t=d1><option>選択してください</option><option>机類</option><option>椅子類</option><option>電気機器</option></select>`, true)}</div><div class=row>${group("nm", "品名", input("d2", "id=nm class=fc"), true)}${group("md", "規格・型番", input("d3", "id=md class=fc"))}</div><div class=row>${group("qt", "数量", `<div class=ig>${input("d4", "id=qt class=fc")}<span class=addon>台</span></div>`)}${group("mk", "メーカー", input("d5", 'id=mk class=fc placeholder="例：見本電機"'))}</div>`,
      )}${panel(
        "取得情報",
        `<div class=row>${group("dt", "取得年月日", `<div class=ig>${input("d6", 'id=dt class=fc placeholder="yyyy/mm/dd"')}<span class=addon><i class="glyphicon glyphicon-calendar"></i></span></div>`, true)}<div class=form-group><label class="col-sm-2 control-label">取得区分</label><div class=col-sm-4><label class=radio-inline><input type=radio name=g data-t=d7> 購入</label><label class=radio-inline><input type=radio name=g data-t=d8> 寄附</label><label class=radio-inline><input type=radio name=g data-t=d9> 交換</label></div></div></div><div class=row>${group("pr", "取得価格", `<div class=ig><span class=addon>¥</span>${input("d10", "id=pr class=fc")}<span class=addon>円</span></div><p class=help>税込の金額を入力してください。</p>`, true)}${group("yr", "耐用年数", `<div class=ig>${input("d11", "id=yr class=fc")}<span class=addon>年</span></div>`)}</div><div class=row>${group("vd", "購入先", `<div class=ig>${input("d12", "id=vd class=fc")}<button class="btn addon" data-t=d13>業者検索</button></div>`)}${group("vn", "契約番号", input("d14", "id=vn class=fc"))}</div>`,
      )}${panel(
        "管理情報",
        `<div class=row>${group("sc", "管理所属", `<select id=sc class=fc data-t=d15><option>総務課</option><option>税務課</option><option>教育総務課</option></select>`, true)}${group("pl", "設置場所", input("d16", "id=pl class=fc"))}</div><div class=row><div class=form-group><div class="col-sm-2"></div><div class=col-sm-4><div class=checkbox><label><input type=checkbox data-t=d17> リース物品</label></div><div class=checkbox><label><input type=checkbox data-t=d18> 備品ラベルを印刷する</label></div></div></div></div>`,
      )}<h4>異動履歴</h4><table class=table><thead><tr><th>異動日</th><th>異動元</th><th>異動先</th><th>状態</th><th></th></tr></thead><tbody><tr><td>2024/04/01</td><td>総務課</td><td>税務課</td><td>良好</td><td><button class="btn xs" data-t=d31>詳細</button></td></tr><tr><td>2025/10/01</td><td>税務課</td><td>総務課</td><td>要修理</td><td><button class="btn xs" data-t=d32>詳細</button></td></tr></tbody></table><div class=foot><button class="btn pri" data-t=d40>一時保存</button> <button class=btn data-t=d41>写真を追加</button> <a class=btn href=# data-t=d42>一覧に戻る</a></div></form></div>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:14px sans-serif;color:#333}.navbar{background:#222;padding:12px}.navbar a{color:#9d9d9d;margin-right:20px;text-decoration:none}.container{width:960px;margin:0 auto}h1{font-size:24px;border-bottom:1px solid #eee;padding-bottom:8px}.panel{border:1px solid #ddd;border-radius:4px;margin-bottom:14px}.panel-heading{background:#f5f5f5;border-bottom:1px solid #ddd;padding:8px 14px}h3{font-size:15px;margin:0}.panel-body{padding:12px}.row{overflow:hidden}.form-group{float:left;width:50%;min-height:44px}.col-sm-2{float:left;width:33%;padding:6px 10px;min-height:1px}.control-label{text-align:right;font-weight:bold}.col-sm-4{float:left;width:67%}.fc{width:100%;height:32px;border:1px solid #ccc;border-radius:4px;padding:4px 10px;background:#fff}.glyphicon{display:inline-block;width:13px;height:13px;border:1px solid #555;border-top-width:4px}.fc[disabled]{background:#eee}.ig{display:flex}.addon{background:#eee;border:1px solid #ccc;padding:5px 10px;white-space:nowrap}.label{background:#d9534f;color:#fff;font-size:11px;border-radius:3px;padding:1px 4px}.help{color:#737373;font-size:12px;margin:3px 0}.radio-inline{padding:6px 14px 0 0;display:inline-block}.table{width:100%;border-collapse:collapse}.table td,.table th{border-top:1px solid #ddd;padding:6px;text-align:left}tbody tr:nth-child(odd){background:#f9f9f9}.btn{border:1px solid #ccc;border-radius:4px;background:#fff;padding:6px 12px;color:#333;text-decoration:none;font-size:14px}.pri{background:#337ab7;color:#fff}.xs{padding:1px 6px}.foot{margin:14px 0}</style>",
    ),
  },
  things: [
    press("備品検索", "d91"),
    read("備品番号", "B-2026-0193"),
    choose("分類", "電気機器", "d1"),
    type("品名", "d2"),
    type("数量", "d4"),
    type("取得年月日", "d6"),
    choose("取得区分", "寄附", "d8"),
    type("取得価格", "d10"),
    type("耐用年数", "d11"),
    press("業者検索", "d13"),
    type("購入先", "d12"),
    choose("管理所属", "教育総務課", "d15"),
    tick("備品ラベルを印刷する", "d18"),
    cell("「異動履歴」表で「異動日」が「2025/10/01」の行の「詳細」", "を押す", "d32"),
    cell(
      "「異動履歴」表で「異動先」が「税務課」の行の「状態」",
      "の値を {読んだ値} として読み取る",
      "良好",
    ),
    press("写真を追加", "d41"),
  ],
};

const vText = (id: string, t: string, label: string, more = ""): string =>
  `<div class=v-input ${more}><div class=v-input__slot><div class=v-text-field__slot><label for=input-${id} class=v-label>${label}</label>${input(t, `id=input-${id} type=text placeholder=" "`)}</div></div></div>`;
const vSelect = (id: string, t: string, label: string, ...options: string[]): string =>
  `<div class="v-input v-select"><div class=v-input__slot role=button aria-haspopup=listbox aria-expanded=false data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><div class=v-select__slot><label for=input-${id} class=v-label>${label}</label><div class=v-select__selections><input id=input-${id} readonly type=text placeholder=" " autocomplete=off></div><i class=v-icon aria-hidden=true></i></div></div></div>`;
const vCheck = (id: string, t: string, label: string, kind = "checkbox"): string =>
  `<div class="v-ctl ${kind}"><div class=v-ctl__in><i class=box></i><input id=input-${id} type=${kind === "radio" ? "radio name=r" : "checkbox"} data-t=${t}></div><label for=input-${id}>${label}</label></div>`;
const hall = (n: number, name: string, price: string): string =>
  `<tr><td>${name}</td><td class=num>${price}</td><td>${input(`e4${n}`, "size=4 class=qty")}</td></tr>`;
const booking: LegacyPage = {
  name: "施設予約",
  hand: "Vuetify: captions that float in the field, drawn lists whose panel opens at the end of the page, drawn ticks and radios, cards",
  documents: {
    "/": doc(
      "施設予約",
      `<div class=app><header class=bar>公共施設予約　<span>窓口受付</span></header><main><div class=card><div class=ct>利用申込</div><div class=g>${vSelect("11", "e71", "施設", "中央公民館", "北部公民館", "市民体育館")}${vSelect("14", "e72", "部屋", "大ホール", "第1会議室", "第2会議室")}${vText("17", "e3", "利用日")}${vSelect("20", "e73", "開始時刻", "9:00", "13:00", "18:00")}${vSelect("23", "e74", "終了時刻", "12:00", "17:00", "21:00")}${vText("26", "e7", "利用人数（人）")}</div><button class="vb txt" data-t=e8>空き状況を見る</button></div>
<div class=card><div class=ct>申込者</div><div class=g>${vText("31", "e9", "団体名")}${vText("34", "e10", "代表者氏名")}${vText("37", "e11", "電話番号")}</div><div class=g1><div class="v-input area"><div class=v-input__slot><div class=v-text-field__slot><label for=input-40 class=v-label>利用目的</label><textarea id=input-40 data-t=e12 rows=2 placeholder=" "></textarea></div></div></div></div><div class=rg><div class=lg>使用料の区分</div>${vCheck("51", "e13", "通常", "radio")}${vCheck("52", "e14", "減額", "radio")}${vCheck("53", "e15", "免除", "radio")}</div><div class=rg>${vCheck("55", "e16", "冷暖房を使用する")}${vCheck("56", "e17", "入場料を徴収する", "checkbox sw")}</div></div>
<div class=card><div class=ct>附属設備</div><table><thead><tr><th>設備名</th><th>単価（円）</th><th>数量</th></tr></thead><tbody>${hall(1, "プロジェクター", "520")}${hall(2, "マイク", "210")}${hall(3, "演台", "110")}</tbody></table></div><div class="card sum"><div><div class=k>使用料合計</div><div class=v>3,480円</div></div><div><div class=k>納付期限</div><div class=v>2026/12/07</div></div><span class=sp></span><button class="vb txt" data-t=e20>戻る</button><button class=vb data-t=e21>料金を計算</button><button class=vb data-t=e22>確認画面へ</button></div></main></div><script>document.querySelectorAll(".v-select .v-input__slot").forEach(s=>s.onclick=()=>{document.querySelectorAll(".v-menu__content").forEach(m=>m.remove());const r=s.getBoundingClientRect(),m=document.createElement("div");m.className="v-menu__content";m.style.left=r.left+"px";m.style.top=r.bottom+scrollY+"px";m.style.width=r.width+"px";const l=document.createElement("div");l.setAttribute("role","listbox");s.setAttribute("aria-expanded","true");s.dataset.o.split(",").forEach(o=>{const i=o.indexOf(":"),d=document.createElement("div");d.setAttribute("role","option");d.className="v-list-item";d.dataset.t=o.slice(0,i);d.innerHTML="<div class=v-list-item__title></div>";d.firstChild.textContent=o.slice(i+1);d.onclick=()=>{s.querySelector("input").value=o.slice(i+1);s.setAttribute("aria-expanded","false");m.remove()};l.append(d)});m.append(l);document.querySelector(".app").append(m)})</script>`,
      "<style>*{box-sizing:border-box}body{margin:0;background:#fafafa;font:15px Roboto,sans-serif;color:#222}.bar{background:#1976d2;color:#fff;padding:14px 20px;font-size:19px}.bar span{font-size:14px}main{width:900px;margin:12px auto}.card{background:#fff;box-shadow:0 1px 4px #0004;border-radius:4px;padding:12px 16px;margin-bottom:14px}.ct{font-size:17px;margin-bottom:6px}.g{display:grid;grid-template-columns:1fr 1fr 1fr;gap:0 20px}.v-input{padding-top:14px;margin-bottom:8px}.v-text-field__slot,.v-select__slot{position:relative;border-bottom:1px solid #888;height:32px}.area .v-text-field__slot{height:56px}.v-label{position:absolute;left:0;top:6px;color:#666;pointer-events:none;transition:.1s}.v-input input,.v-input textarea{border:0;outline:0;background:transparent;width:100%;height:30px;font:inherit;padding:6px 0;resize:none}.v-input textarea{height:54px}:is(.v-text-field__slot,.v-select__slot):has(:is(input,textarea):not(:placeholder-shown)) .v-label,.v-text-field__slot:focus-within .v-label{top:-14px;font-size:12px;color:#1976d2}.v-icon{position:absolute;right:4px;top:13px;border:5px solid transparent;border-top-color:#666}.v-select input{cursor:pointer}.v-menu__content{position:absolute;background:#fff;box-shadow:0 3px 8px #0006;z-index:8}.v-list-item{padding:10px 14px;cursor:pointer}.rg{display:flex;gap:22px;align-items:center;margin:8px 0}.lg{color:#666;font-size:13px}.v-ctl{display:flex;align-items:center}.v-ctl__in{position:relative;width:22px;height:22px;margin-right:6px}.v-ctl__in input{position:absolute;left:0;top:0;width:100%;height:100%;opacity:0;margin:0;cursor:pointer}.box{position:absolute;left:2px;top:2px;width:17px;height:17px;border:2px solid #666;border-radius:2px}.radio .box{border-radius:50%}.sw .v-ctl__in{width:36px}.sw .box{width:32px;border-radius:9px;background:#bbb;border-color:#bbb}.v-ctl__in:has(:checked) .box{background:#1976d2}table{border-collapse:collapse}td,th{padding:6px 20px 6px 0;border-bottom:1px solid #ddd;text-align:left}.num{text-align:right}.sum{display:flex;gap:26px;align-items:center}.k{font-size:12px;color:#666}.v{font-size:20px}.sp{flex:1}.vb{background:#1976d2;color:#fff;border:0;border-radius:4px;padding:9px 16px;font-size:14px}.txt{background:transparent;color:#1976d2}</style>",
    ),
  },
  things: [
    choose("施設", "北部公民館", "e712"),
    choose("部屋", "第2会議室", "e723"),
    type("利用日", "e3"),
    choose("開始時刻", "13:00", "e732"),
    choose("終了時刻", "17:00", "e742"),
    type("利用人数（人）", "e7"),
    press("空き状況を見る", "e8"),
    type("団体名", "e9"),
    type("電話番号", "e11"),
    type("利用目的", "e12"),
    choose("使用料の区分", "減額", "e14"),
    tick("冷暖房を使用する", "e16"),
    cell("「附属設備」表で「設備名」が「マイク」の行の「数量」", "に「V」を入力する", "e42"),
    read("使用料合計", "3,480円"),
    press("料金を計算", "e21"),
    press("確認画面へ", "e22"),
  ],
};

const line = (
  n: string,
  no: string,
  name: string,
  last: string,
  now: string,
  diff: string,
): string =>
  `<tr height=24><td class=xl30></td><td class=xl32 align=center>${no}</td><td class=xl32>${name}</td><td class=xl33>${last}</td><td class=xl34>${input(`f3${n}1`, `style="width:92px;text-align:right" value="${now}"`)}</td><td class=xl33>${diff}</td><td class=xl34>${input(`f3${n}2`, 'style="width:92px"')}</td><td class=xl33>${now}</td><td class=xl34>${input(`f3${n}3`, 'style="width:205px"')}</td></tr>`;
const budget: LegacyPage = {
  name: "予算要求書",
  hand: "a worksheet saved as HTML with fields put in: merged cells, a narrow first column, a head of two lines, a sum, sections for two offices",
  documents: {
    "/": doc(
      "当初予算要求書",
      `<table x:str border=0 cellpadding=0 cellspacing=0 width=942 style="border-collapse:collapse;table-layout:fixed;width:942px"><col width=12><col width=50><col width=150><col width=110><col width=110><col width=100><col width=110><col width=80><col width=220><tr height=34><td class=xl30></td><td colspan=7 class=xl31>令和９年度　当初予算要求書（歳出）</td><td class=xl30 align=right>様式第３号</td></tr><tr height=10><td colspan=9></td></tr><tr height=20><td class=xl30></td><td colspan=8 class=xl35>【要求課記入欄】</td></tr>
<tr height=26><td class=xl30></td><td colspan=2 class=xl36>所　属</td><td colspan=2 class=xl32>教育総務課</td><td class=xl36>事業コード</td><td colspan=2 class=xl34>${input("f1", "size=10")}</td><td class=xl30></td></tr><tr height=26><td class=xl30></td><td colspan=2 class=xl36>事　業　名</td><td colspan=2 class=xl34>${input("f2", 'style="width:205px"')}</td><td class=xl36>新規・継続</td><td colspan=2 class=xl34>${select("f3", "新規", "継続", "拡充")}</td><td class=xl30></td></tr><tr height=26><td class=xl30></td><td colspan=2 class=xl36>担　当　者</td><td colspan=2 class=xl34>${input("f4", "size=16")}</td><td class=xl36>内線</td><td colspan=2 class=xl34>${input("f5", "size=6")}</td><td class=xl30></td></tr>
<tr height=22><td class=xl30></td><td colspan=5 class=xl35>１　節別要求額</td><td colspan=3 class=xl30 align=right>（単位：千円）</td></tr><tr height=22><td class=xl30></td><td colspan=2 class=xl36>節</td><td rowspan=2 class=xl36>前年度当初</td><td rowspan=2 class=xl36>要求額</td><td rowspan=2 class=xl36>増減</td><td colspan=2 class=xl36>財源内訳</td><td rowspan=2 class=xl36>積算根拠</td></tr><tr height=22><td class=xl30></td><td class=xl36>番号</td><td class=xl36>名称</td><td class=xl36>国県支出金</td><td class=xl36>一般財源</td></tr>${line("1", "8", "旅費", "120", "120", "0")}${line("2", "10", "需用費", "1,840", "1,900", "60")}${line("3", "11", "役務費", "315", "300", "▲15")}${line("4", "13", "使用料及び賃借料", "960", "960", "0")}<tr height=24><td class=xl30></td><td colspan=2 class=xl36>合　計</td><td class=xl33>3,235</td><td class=xl33>3,280</td><td class=xl33>45</td><td class=xl33>0</td><td class=xl33>3,280</td><td class=xl32></td></tr>
<tr height=22><td class=xl30></td><td colspan=8 class=xl35>２　前年度からの変更点</td></tr><tr height=50><td class=xl30></td><td colspan=8 class=xl34><textarea data-t=f6 rows=2 cols=100></textarea></td></tr><tr height=26><td class=xl30></td><td colspan=8 class=xl35>【財政課記入欄】</td></tr><tr height=26><td class=xl30></td><td colspan=2 class=xl36>担　当　者</td><td colspan=2 class=xl34>${input("f7", "size=16")}</td><td class=xl36>査定額</td><td colspan=2 class=xl34>${input("f8", "size=8")} 千円</td><td class=xl30></td></tr><tr height=26><td class=xl30></td><td colspan=2 class=xl36>査定区分</td><td colspan=5 class=xl34><input type=radio name=s data-t=f9>要求どおり　<input type=radio name=s data-t=f10>一部減額　<input type=radio name=s data-t=f11>保留</td><td class=xl34><input type=checkbox data-t=f12>市長査定へ</td></tr><tr height=14><td colspan=9></td></tr><tr><td></td><td colspan=8><input type=button data-t=f20 value="再計算">　<input type=button data-t=f21 value="様式を印刷">　<input type=button data-t=f22 value="前年度の要求書を見る"></td></tr></table>`,
      "<style>td{font:13px 'ＭＳ Ｐゴシック',sans-serif;white-space:nowrap}.xl31{font-size:19px;font-weight:bold;text-align:center}.xl32,.xl33,.xl34,.xl36{border:.5pt solid windowtext;padding:0 3px}.xl33{text-align:right}.xl34{background:#ffffcc}.xl35{font-weight:bold}.xl36{background:#ccffff;text-align:center}</style>",
    ),
  },
  things: [
    read("所属", "教育総務課"),
    type("事業コード", "f1"),
    type("事業名", "f2"),
    choose("新規・継続", "拡充", "f3"),
    type("担当者", "f4", "要求課記入欄/枠"),
    cell("「節別要求額」表で「名称」が「需用費」の行の「要求額」", "に「V」を入力する", "f321"),
    cell("「節別要求額」表で「番号」が「13」の行の「積算根拠」", "に「V」を入力する", "f343"),
    cell("「節別要求額」表で「名称」が「旅費」の行の「国県支出金」", "に「V」を入力する", "f312"),
    cell(
      "「節別要求額」表で「名称」が「役務費」の行の「前年度当初」",
      "の値を {読んだ値} として読み取る",
      "315",
    ),
    type("前年度からの変更点", "f6"),
    type("担当者", "f7", "財政課記入欄/枠"),
    type("査定額", "f8"),
    choose("査定区分", "一部減額", "f10"),
    tick("市長査定へ", "f12"),
    press("再計算", "f20"),
    press("前年度の要求書を見る", "f22"),
  ],
};

const prompt = (word: string, body: string, width = 96): string =>
  `<div class=pr style="width:${width}px">${word}</div>${body}`;
const block = (title: string, body: string): string =>
  `<div class=blk><div class=bt>${title}</div>${body}</div>`;
const meterRead = (n: number, month: string, pointer: string, used: string): string =>
  `<div class=rec><input class=ro style="width:80px" readonly value="${month}"><input class=ro style="width:70px" readonly value="${pointer}"><input class=ro style="width:80px" readonly value="${used}"><input type=checkbox data-t=g5${n} style="width:50px">${input(`g6${n}`, 'style="width:240px"')}</div>`;
const water: LegacyPage = {
  name: "水道異動",
  hand: "Oracle Forms turned into HTML: menu bar, blocks with their names on the frame, prompts at the left, a block of many records made of fields, a status line",
  documents: {
    "/": doc(
      "使用者異動",
      `<div class=mb>アクション(A)　編集(E)　問合せ(Q)　ブロック(B)　レコード(R)　ヘルプ(H)</div><div class=cv><div class=tt>WSU0120　水道使用異動入力</div>${block("使用者", `<div class=ln>${prompt("お客様番号", `${input("g1", 'style="width:90px"')}<button class=lov tabindex=-1>…</button>`)}${prompt("使用者名", '<input class=ro readonly style="width:160px" value="見本　一郎">', 70)}${prompt("電話番号", `${input("g2", 'style="width:46px"')}-${input("g3", 'style="width:46px"')}-${input("g4", 'style="width:46px"')}`, 70)}</div><div class=ln>${prompt("使用場所", input("g5", 'style="width:380px"'))}${prompt("水栓番号", input("g6", 'style="width:90px"'), 70)}</div>`)}
${block("異動内容", `<div class=ln>${prompt("異動区分", "<label><input type=radio name=k data-t=g7>使用開始</label><label><input type=radio name=k data-t=g8>使用中止</label><label><input type=radio name=k data-t=g9>名義変更</label>")}${prompt("異動日", input("g10", 'style="width:80px"'), 60)}${prompt("受付者", '<input class=ro readonly style="width:80px" value="見本花子">', 60)}</div><div class=ln>${prompt("口径", select("g11", "13mm", "20mm", "25mm"))}${prompt("用途", select("g12", "一般用", "営業用", "官公署用"), 50)}${prompt("", "<label><input type=checkbox data-t=g13>下水道を使用</label>", 10)}${prompt("", "<label><input type=checkbox data-t=g14>口座振替</label>", 10)}</div>`)}
<div class=two>${block("旧メータ", `<div class=ln>${prompt("メータ番号", '<input class=ro readonly style="width:90px" value="M-50231">')}</div><div class=ln>${prompt("取外し指針", `${input("g15", 'style="width:60px"')} ｍ<sup>3</sup>`)}</div>`)}${block("新メータ", `<div class=ln>${prompt("メータ番号", input("g16", 'style="width:90px"'))}</div><div class=ln>${prompt("取付け指針", `${input("g17", 'style="width:60px"')} ｍ<sup>3</sup>`)}</div>`)}</div>
${block("検針履歴", `<div class=rec><div style="width:86px">検針年月</div><div style="width:76px">指針</div><div style="width:86px">使用水量</div><div style="width:52px">認定</div><div style="width:240px">備考</div></div>${meterRead(1, "R08.11", "1250", "38")}${meterRead(2, "R08.09", "1212", "41")}${meterRead(3, "R08.07", "1171", "36")}${meterRead(4, "R08.05", "1135", "35")}`)}<div class=ln><button data-t=g80>料金試算</button><button data-t=g81>検針票印刷</button><button data-t=g82>位置図</button><button data-t=g83>終了</button></div></div><div class=st>レコード: 1/1　　　...　　　&lt;OSC&gt;</div>`,
      "<style>*{box-sizing:border-box}body{margin:0;background:#c3cbd3;font:13px 'MS Gothic',sans-serif}.mb{background:#e8ecf0;padding:4px 8px;border-bottom:1px solid #889}.cv{padding:6px 12px;width:900px}.tt{background:#3b5f86;color:#fff;padding:3px 6px}.blk{position:relative;border:1px solid #fff;outline:1px solid #8a94a0;margin:14px 2px 6px;padding:12px 8px 6px}.bt{position:absolute;top:-9px;left:10px;background:#c3cbd3;padding:0 5px;font-weight:bold}.ln{display:flex;align-items:center;margin:3px 0}.pr{text-align:right;padding-right:6px}.ro{background:#dfe4e8;border:1px solid #99a}.lov{padding:0 4px;height:20px}.two{display:flex}.two .blk{flex:1}.rec{display:flex;gap:0}.rec div{text-align:center}.rec input{margin:0 6px 1px 0}.ln button{margin-right:8px}.st{background:#e8ecf0;border-top:1px solid #889;padding:3px 8px;font-size:12px}label{margin-right:8px}</style>",
    ),
  },
  things: [
    type("お客様番号", "g1"),
    read("使用者名", "見本　一郎"),
    cell("「電話番号」の3番目", "に「V」を入力する", "g4"),
    type("水栓番号", "g6"),
    choose("異動区分", "使用中止", "g8"),
    type("異動日", "g10"),
    choose("口径", "20mm", "g11"),
    choose("用途", "営業用", "g12"),
    tick("口座振替", "g14"),
    read("メータ番号", "M-50231", "旧メータ/枠"),
    type("メータ番号", "g16", "新メータ/枠"),
    type("取付け指針", "g17"),
    cell("「検針履歴」表で「検針年月」が「R08.09」の行の「備考」", "に「V」を入力する", "g62"),
    cell("「検針履歴」表の3行目の「認定」", "をチェックする", "g53"),
    cell(
      "「検針履歴」表で「検針年月」が「R08.05」の行の「使用水量」",
      "の値を {読んだ値} として読み取る",
      "35",
    ),
    press("料金試算", "g80"),
  ],
};

/** Held-out pages of the eighth set: sealed, measured only. */
export const eighthHeldOutPages: readonly LegacyPage[] = [
  spending,
  travel,
  drafting,
  equipment,
  booking,
  budget,
  water,
  ...eighthHeldOutMore,
];

/** The ninth set, second half: dogs, fee relief, return gifts, subsidies, fire brigade and receipts. */
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

const row = (word: string, body: string): string => `<p class=r><label>${word}</label>${body}</p>`;
const shot = (n: number, year: string, date: string, tag: string): string =>
  `<tr><td>${year}</td><td>${date}</td><td>${tag}</td><td><a href=# data-t=g4${n}>再交付</a></td></tr>`;
const dogs: LegacyPage = {
  name: "犬の登録",
  hand: "PHP written in the house: fieldsets, labels without for, radios with a field for the rest, a list at the side",
  documents: {
    "/": doc(
      "犬の登録・注射済票",
      `<h1>畜犬登録システム <span>環境課</span></h1><div class=menu><a href=# data-t=g91>新規登録</a> | <a href=# data-t=g92>検索</a> | <a href=# data-t=g93>注射未接種一覧</a> | <a href=# data-t=g94>月次集計</a></div><div class=two><form onsubmit="return false"><fieldset><legend>登録</legend>${row("登録番号", "<b>第 4-1187 号</b>")}${row("登録年月日", `令和${input("g1", "size=2")}年${input("g2", "size=2")}月${input("g3", "size=2")}日`)}${row("異動区分", select("g4", "新規", "転入", "所有者変更", "死亡"))}</fieldset>
<fieldset><legend>飼い主</legend>${row("氏名", input("g5", "size=20"))}${row("フリガナ", input("g6", "size=20"))}${row("郵便番号", `${input("g7", "size=3")}-${input("g8", "size=4")} <button data-t=g9>住所を引く</button>`)}${row("住所", input("g10", "size=44"))}${row("電話番号", input("g11", "size=14"))}</fieldset>
<fieldset><legend>犬</legend>${row("名前", input("g12", "size=14"))}${row("種類", `${input("g13", "size=20")} <small>（雑種のときは「雑種」）</small>`)}${row("毛色", `<input type=radio name=k data-t=g14>茶 <input type=radio name=k data-t=g15>白 <input type=radio name=k data-t=g16>黒 <input type=radio name=k data-t=g17>その他（${input("g18", "size=10")}）`)}${row("性別", "<input type=radio name=s data-t=g19>オス <input type=radio name=s data-t=g20>メス")}${row("体格", select("g21", "大", "中", "小"))}${row("マイクロチップ", `<input type=checkbox data-t=g22>装着済 　番号 ${input("g23", "size=17")}`)}</fieldset>
<fieldset><legend>狂犬病予防注射</legend>${row("注射年月日", input("g24", "size=11"))}${row("動物病院", select("g25", "見本動物病院", "集合注射", "その他"))}${row("注射済票番号", input("g26", "size=8"))}${row("手数料", "3,550円")}</fieldset><p class=b><input type=button value="手数料を計算" data-t=g30> <input type=button value="鑑札を印刷" data-t=g31> <input type=button value="登録" data-t=g32> <input type=reset value="元に戻す" data-t=g33></p></form>
<div class=side><h2>注射履歴</h2><table><tr><th>年度</th><th>注射日</th><th>済票番号</th><th></th></tr>${shot(1, "R08", "R08.04.18", "1204")}${shot(2, "R07", "R07.05.02", "1377")}${shot(3, "R06", "R06.04.20", "1190")}</table></div></div>`,
      "<style>body{font:14px sans-serif;background:#fdf6ee}h1{font-size:19px;color:#7a4a12;margin:6px 0}h1 span{font-size:13px}.menu{background:#e8d3b5;padding:4px 8px}.two{display:flex;gap:20px}form{width:580px}fieldset{border:1px solid #c9a877;margin-top:10px;background:#fff}legend{color:#7a4a12;font-weight:bold}.r{margin:4px 0}.r label{display:inline-block;width:110px}.side h2{font-size:15px;margin:14px 0 4px}.side table{border-collapse:collapse;background:#fff}.side td,.side th{border:1px solid #c9a877;padding:3px 10px}</style>",
    ),
  },
  things: [
    press("注射未接種一覧", "g93"),
    read("登録番号", "第 4-1187 号"),
    type("年", "g1", "登録年月日/欄"),
    choose("異動区分", "転入", "g4"),
    type("氏名", "g5", "飼い主/枠"),
    cell("「郵便番号」の2番目", "に「V」を入力する", "g8"),
    press("住所を引く", "g9"),
    type("名前", "g12", "犬/枠"),
    choose("毛色", "その他", "g17"),
    type("その他", "g18", "毛色/欄"),
    choose("性別", "メス", "g20"),
    tick("装着済", "g22"),
    choose("動物病院", "集合注射", "g25"),
    type("注射済票番号", "g26"),
    read("手数料", "3,550円"),
    cell("「注射履歴」表で「年度」が「R07」の行の「再交付」", "を押す", "g42"),
  ],
};

const gaia = (word: string, body: string, must = false, width = 200): string =>
  `<div class=control-gaia style="width:${width}px"><div class=control-label-gaia><span class=control-label-text-gaia>${word}</span>${must ? "<span class=require-cybozu>*</span>" : ""}</div><div class=control-value-gaia>${body}</div></div>`;
const gaiaText = (t: string): string => input(t, "type=text class=input-text-cybozu");
const gaiaMenu = (t: string, now: string, ...options: string[]): string =>
  `<div class=gaia-argoui-select role=button tabindex=0 aria-haspopup=true data-o="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><div class=gaia-argoui-select-label><span>${now}</span></div></div>`;
const gaiaPick = (type_: string, t: string, word: string, name = ""): string =>
  `<span class=input-${type_}-item-cybozu><input type=${type_} ${name} id=":${t}" data-t=${t}><label for=":${t}">${word}</label></span>`;
const used = (n: number, date: string, room: string, fee: string, rest: string): string =>
  `<tr><td>${input(`h4${n}`, `class=input-text-cybozu style="width:110px" value="${date}"`)}</td><td>${gaiaMenu(`h5${n}`, room, "大ホール", "小ホール", "練習室")}</td><td>${input(`h6${n}`, `class=input-text-cybozu style="width:90px" value="${fee}"`)}</td><td class=calc>${rest}</td><td class=op><button type=button title="行を追加する" data-t=h7${n}></button><button type=button title="この行を削除する" class=minus data-t=h8${n}></button></td></tr>`;
const relief: LegacyPage = {
  name: "減免申請",
  hand: "a kintone-like record being edited: captions above, a lookup, menus drawn as buttons, ticks in columns, a sub-table, comments at the side",
  documents: {
    "/": doc(
      "使用料減免申請 - レコードの編集",
      `<div class=gh>文化会館　使用料減免申請</div><div class=tb><button type=button class=cancel data-t=h90>キャンセル</button><button type=button class=save data-t=h91>保存</button></div><div class=main><div class=rec><div class=row-gaia>${gaia("申請番号", "<span class=ro>BK-2026-0088</span>")}${gaia("申請日", gaiaText("h1"), true)}${gaia("受付窓口", gaiaMenu("hm", "-----", "文化会館", "北部分館", "本庁"))}</div>
<div class=row-gaia>${gaia("団体番号", `<div class=lk>${gaiaText("h3")}<button type=button data-t=h4>取得</button><button type=button data-t=h5>クリア</button></div>`, true, 250)}${gaia("団体名", "<span class=ro>見本合唱団</span>")}${gaia("代表者", gaiaText("h6"))}</div><div class=row-gaia>${gaia("連絡先電話", gaiaText("h7"))}${gaia("参加予定人数", `<span class=un>${gaiaText("h8")}<span>人</span></span>`)}${gaia("入場料", `${gaiaPick("radio", "h9", "あり", "name=n1")}${gaiaPick("radio", "h10", "なし", "name=n1")}`)}</div>
<div class=row-gaia>${gaia("減免の理由", `<div class=cols>${gaiaPick("checkbox", "h11", "市の主催・共催")}${gaiaPick("checkbox", "h12", "学校行事")}${gaiaPick("checkbox", "h13", "障害者団体")}${gaiaPick("checkbox", "h14", "社会教育団体")}${gaiaPick("checkbox", "h15", "国際交流")}${gaiaPick("checkbox", "h16", "その他")}</div>`, true, 420)}${gaia("その他の理由", gaiaText("h17"))}</div><div class=row-gaia>${gaia("減免率", `${gaiaPick("radio", "h18", "全額", "name=n2")}${gaiaPick("radio", "h19", "2分の1", "name=n2")}${gaiaPick("radio", "h20", "3分の1", "name=n2")}`, true, 420)}</div>
<div class=gl>利用明細</div><table class=subtable-gaia><thead><tr><th><span>利用日</span></th><th><span>施設</span></th><th><span>使用料</span></th><th><span>減免後</span></th><th></th></tr></thead><tbody>${used(1, "2026-12-05", "大ホール", "48000", "24,000")}${used(2, "2026-12-06", "練習室", "3600", "1,800")}</tbody></table><div class=row-gaia>${gaia("減免額合計", "<span class=ro>25,800円</span>")}${gaia("決裁区分", gaiaMenu("hn", "-----", "館長専決", "課長決裁"))}</div><div class=row-gaia>${gaia("備考", "<textarea class=input-text-cybozu rows=2 data-t=h22></textarea>", false, 620)}</div></div><aside><div class=ct>コメント</div><textarea rows=2 placeholder="コメントする" data-t=h30></textarea><p><b>見本 花子</b> 11/20 15:02<br>登録証の写しを確認しました。</p></aside></div><script>document.querySelectorAll(".gaia-argoui-select").forEach(s=>s.onclick=()=>{document.querySelectorAll(".goog-menu").forEach(m=>m.remove());const r=s.getBoundingClientRect(),m=document.createElement("div");m.className="goog-menu";m.style.cssText="left:"+r.left+"px;top:"+(r.bottom+scrollY)+"px;min-width:"+r.width+"px";m.setAttribute("role","menu");s.dataset.o.split(",").forEach(o=>{const i=o.indexOf(":"),e=document.createElement("div");e.className="goog-menuitem";e.setAttribute("role","menuitemradio");e.dataset.t=o.slice(0,i);e.innerHTML="<div class=goog-menuitem-content></div>";e.firstChild.textContent=o.slice(i+1);e.onclick=()=>{s.querySelector("span").textContent=o.slice(i+1);m.remove()};m.append(e)});document.body.append(m)})</script>`,
      "<style>*{box-sizing:border-box}body{margin:0;background:#f5f5f5;font:14px sans-serif;color:#333}.gh{background:#ffbf00;padding:12px 18px;font-size:17px}.tb{background:#fff;border-bottom:1px solid #ddd;padding:9px 18px}.tb button{padding:7px 26px;border:1px solid #ccc;background:#f7f9fa;margin-right:10px}.tb .save{background:#3498db;color:#fff}.main{display:flex;gap:14px;padding:10px 18px}.rec{background:#fff;border:1px solid #e3e7e8;padding:10px 16px;width:720px}.row-gaia{display:flex;gap:14px;margin-bottom:10px}.control-label-gaia{color:#333;padding:2px 0 4px;font-size:13px}.require-cybozu{color:#e74c3c;margin-left:3px}.input-text-cybozu{width:100%;height:32px;border:1px solid #d5d9da;padding:4px 8px;box-shadow:inset 1px 1px 3px #eee;font:inherit}textarea.input-text-cybozu{height:50px}.ro{display:block;padding:7px 0;border-bottom:1px dotted #ccc}.lk,.un{display:flex;gap:4px;align-items:center}.lk button{white-space:nowrap;border:1px solid #ccc;background:#f7f9fa;height:32px}.gaia-argoui-select{position:relative;border:1px solid #d5d9da;background:#f7f9fa;height:32px;padding:6px 26px 6px 10px;color:#3498db;cursor:pointer;min-width:120px}.gaia-argoui-select:after{content:'';position:absolute;right:9px;top:13px;border:5px solid transparent;border-top-color:#3498db}.goog-menu{position:absolute;background:#fff;border:1px solid #ccc;z-index:9}.goog-menuitem{padding:8px 18px;cursor:pointer}.cols{display:grid;grid-template-columns:repeat(3,1fr)}[class^=input-][class*=item]{margin-right:12px;line-height:28px}.gl{font-weight:bold;background:#eef3f5;padding:5px 8px}.subtable-gaia{border-collapse:collapse;margin:4px 0 10px}.subtable-gaia th{background:#3498db;color:#fff;font-weight:normal;padding:5px 12px;text-align:left}.subtable-gaia td{border:1px solid #e3e7e8;padding:5px 8px}.calc{text-align:right;min-width:80px}.op button{width:22px;height:22px;border:1px solid #bbb;border-radius:50%;background:linear-gradient(#3498db,#3498db) center/10px 2px no-repeat,linear-gradient(#3498db,#3498db) center/2px 10px no-repeat #fff;margin-right:4px}.op .minus{background:linear-gradient(#888,#888) center/10px 2px no-repeat #fff}aside{flex:1;background:#fff;border:1px solid #e3e7e8;padding:10px}aside textarea{width:100%}.ct{font-weight:bold;margin-bottom:6px}</style>",
    ),
  },
  things: [
    read("申請番号", "BK-2026-0088"),
    type("申請日", "h1"),
    choose("受付窓口", "北部分館", "hm2"),
    type("団体番号", "h3"),
    press("取得", "h4"),
    read("団体名", "見本合唱団"),
    type("参加予定人数", "h8"),
    choose("入場料", "なし", "h10"),
    tick("社会教育団体", "h14"),
    type("その他の理由", "h17"),
    choose("減免率", "2分の1", "h19"),
    cell("「利用明細」表の1行目の「使用料」", "に「V」を入力する", "h61"),
    cell("「利用明細」表の2行目の「施設」", "で「小ホール」を選ぶ", "h522"),
    cell("「利用明細」表の2行目の「減免後」", "の値を {読んだ値} として読み取る", "1,800"),
    read("減免額合計", "25,800円"),
    type("備考", "h22"),
  ],
};

const agHead = (id: string, word: string, left: number, width: number): string =>
  `<div class=ag-header-cell role=columnheader col-id=${id} style="left:${left}px;width:${width}px"><div class=ag-cell-label-container><span class=ag-header-cell-text>${word}</span></div></div>`;
const agCell = (id: string, left: number, width: number, body: string, more = ""): string =>
  `<div class="ag-cell ${more}" role=gridcell col-id=${id} style="left:${left}px;width:${width}px">${body}</div>`;
const agRow = (n: number, cells: string): string =>
  `<div class=ag-row role=row row-index=${n} style="transform:translateY(${n * 38}px)">${cells}</div>`;
const gifts = [
  ["FN-20930", "見本　一郎", "みほん米 10kg", "12,000", "未発送"],
  ["FN-20931", "例　花子", "干物詰合せ", "10,000", "未発送"],
  ["FN-20935", "見本　次郎", "地酒２本", "15,000", "出荷準備"],
  ["FN-20942", "例　三郎", "みほん米 10kg", "12,000", "発送済"],
] as const;
const giftPinned = gifts
  .map((g, n) =>
    agRow(
      n,
      agCell("sel", 0, 60, `<div class=ag-checkbox><input type=checkbox data-t=i4${n + 1}></div>`) +
        agCell("no", 60, 110, `<a href=# data-t=i5${n + 1}>${g[0]}</a>`),
    ),
  )
  .join("");
const giftCentre = gifts
  .map((g, n) =>
    agRow(
      n,
      agCell("nm", 0, 110, g[1]) +
        agCell("gift", 110, 140, g[2]) +
        agCell("amt", 250, 90, g[3], "n") +
        agCell(
          "car",
          340,
          120,
          `<select data-t=i6${n + 1}><option></option><option>見本急便</option><option>町内便</option></select>`,
        ) +
        agCell("inv", 460, 140, input(`i7${n + 1}`, "class=ag-input-field-input")) +
        agCell("day", 600, 110, input(`i8${n + 1}`, "class=ag-input-field-input")) +
        agCell("st", 710, 90, `<span class=chip>${g[4]}</span>`),
    ),
  )
  .join("");
const parcels: LegacyPage = {
  name: "返礼品発送",
  hand: "a cloud service with an AG-Grid-like list: divs placed by coordinates, pinned columns apart from the others, editors in the cells, a bar of totals that stays",
  documents: {
    "/": doc(
      "返礼品発送管理",
      `<div class=top>ふるさと納税管理<a href=# data-t=i91>寄附受付</a><a href=# data-t=i92 class=on>返礼品発送</a><a href=# data-t=i93>ワンストップ特例</a><a href=# data-t=i94>証明書</a></div><div class=pg><div class=filters><div class=fi><div class=fl>返礼品事業者</div>${select("i1", "見本農園", "みほん水産", "見本酒造")}</div><div class=fi><div class=fl>発送状況</div>${select("i2", "未発送", "出荷準備", "発送済", "返送")}</div><div class=fi><div class=fl>寄附者名</div>${input("i3")}</div><div class=fi><div class=fl>寄附受付日</div>${input("i4", "class=d")} ～ ${input("i5", "class=d")}</div><div class=fi><label class=ck><input type=checkbox data-t=i6> 配送日指定あり</label></div><button data-t=i7 class=pri>絞り込む</button><button data-t=i8>条件をクリア</button></div>
<div class=hd><h2>発送一覧</h2><span class=ib data-t=i11 role=button tabindex=0><i class=mi></i>CSV出力</span><span class=ib data-t=i12 role=button tabindex=0><i class=mi></i>送り状番号を取込</span><span class=ib data-t=i13 role=button tabindex=0><i class=mi></i>発送通知を作成</span></div>
<div class=ag-root role=grid><div class=ag-header><div class=ag-pinned-left-header>${agHead("sel", "選択", 0, 60)}${agHead("no", "寄附番号", 60, 110)}</div><div class=ag-header-viewport>${agHead("nm", "寄附者名", 0, 110)}${agHead("gift", "返礼品", 110, 140)}${agHead("amt", "寄附額", 250, 90)}${agHead("car", "配送業者", 340, 120)}${agHead("inv", "送り状番号", 460, 140)}${agHead("day", "発送日", 600, 110)}${agHead("st", "状況", 710, 90)}</div></div><div class=ag-body><div class=ag-pinned-left-cols-container>${giftPinned}</div><div class=ag-center-cols-container>${giftCentre}</div></div></div><div class=pgn>1 - 4 / 186件　<span class=ib data-t=i21 role=button tabindex=0>前のページ</span><span class=ib data-t=i22 role=button tabindex=0>次のページ</span>　表示件数 <select data-t=i23><option>50</option><option>100</option><option>200</option></select></div></div>
<div class=sticky><div><small>対象件数</small><b>186件</b></div><div><small>寄附額計</small><b>2,294,000円</b></div><div><small>未発送</small><b>41件</b></div><span class=sp></span><button data-t=i31>送り状を印刷</button><button class=pri data-t=i32>一括保存</button></div>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:13px 'Noto Sans JP',sans-serif;background:#f7f8fa;color:#222;padding-bottom:64px}.top{background:#b3243b;color:#fff;padding:12px 18px;font-size:16px}.top a{color:#fbd;margin-left:24px;font-size:13px;text-decoration:none}.top .on{color:#fff;border-bottom:2px solid}.pg{padding:12px 18px}.filters{display:flex;gap:12px;align-items:flex-end;background:#fff;padding:10px;border:1px solid #dde}.fl{color:#666;font-size:12px;margin-bottom:3px}.filters input:not([type]),.filters select{height:28px;width:120px}.filters .d{width:86px!important}.ck{line-height:28px}button{border:1px solid #b3243b;background:#fff;color:#b3243b;border-radius:4px;padding:5px 12px}.pri{background:#b3243b;color:#fff}.hd{display:flex;align-items:center;gap:18px;margin-top:8px}.hd h2{font-size:16px;margin:6px 0;flex:1}.ib{color:#1a4f8b;cursor:pointer;margin-right:8px}.mi{display:inline-block;width:11px;height:11px;border:2px solid #1a4f8b;border-radius:3px;margin-right:4px;vertical-align:-1px}.ag-root{border:1px solid #babfc7;width:972px;background:#fff}.ag-header{display:flex;height:36px;background:#f1f2f5;border-bottom:1px solid #babfc7}.ag-pinned-left-header,.ag-pinned-left-cols-container{position:relative;width:170px;border-right:1px solid #babfc7}.ag-header-viewport,.ag-center-cols-container{position:relative;width:800px}.ag-header-cell{position:absolute;height:36px;padding:9px 8px;font-weight:bold}.ag-body{display:flex;height:154px}.ag-row{position:absolute;left:0;top:0;width:100%;height:38px;border-bottom:1px solid #e2e4e8}.ag-cell{position:absolute;height:37px;padding:9px 8px;white-space:nowrap;overflow:hidden}.ag-cell:has(input:not([type])),.ag-cell:has(select){padding:5px}.ag-cell input:not([type]),.ag-cell select{width:100%;height:26px;background:#fff;border:1px solid #babfc7}.n{text-align:right}.chip{background:#eef;border-radius:9px;padding:1px 9px}.pgn{margin-top:8px}.sticky{position:fixed;left:0;right:0;bottom:0;height:56px;background:#fff;border-top:2px solid #b3243b;display:flex;gap:26px;align-items:center;padding:0 18px}.sticky small{display:block;color:#666}.sticky b{font-size:17px}.sp{flex:1}</style>",
    ),
  },
  things: [
    choose("返礼品事業者", "みほん水産", "i1"),
    choose("発送状況", "未発送", "i2"),
    type("寄附者名", "i3"),
    cell("「寄附受付日」の2番目", "に「V」を入力する", "i5"),
    tick("配送日指定あり", "i6"),
    press("絞り込む", "i7"),
    press("送り状番号を取込", "i12"),
    cell("「発送一覧」表で「寄附番号」が「FN-20931」の行の「選択」", "をチェックする", "i42"),
    cell("「発送一覧」表で「寄附者名」が「見本　次郎」の行の「寄附番号」", "を押す", "i53"),
    cell(
      "「発送一覧」表で「寄附番号」が「FN-20930」の行の「送り状番号」",
      "に「V」を入力する",
      "i71",
    ),
    cell(
      "「発送一覧」表で「寄附番号」が「FN-20935」の行の「配送業者」",
      "で「町内便」を選ぶ",
      "i63",
    ),
    cell("「発送一覧」表の2行目の「発送日」", "に「V」を入力する", "i82"),
    cell(
      "「発送一覧」表で「寄附番号」が「FN-20942」の行の「状況」",
      "の値を {読んだ値} として読み取る",
      "発送済",
    ),
    read("寄附額計", "2,294,000円"),
    press("次のページ", "i22"),
    press("送り状を印刷", "i31"),
  ],
};

const money = (n: number, part: number, word: string, plan: string): string =>
  `<tr><td>${word}</td><td class=n>${plan}</td><td>${input(`j${part}${n}1`, "size=10 class=n")}</td><td>${input(`j${part}${n}2`, "size=22")}</td></tr>`;
const balance = (title: string, rows: string, sum: string): string =>
  `<table class=bal><caption>${title}</caption><thead><tr><th>区分</th><th>予算額（円）</th><th>決算額（円）</th><th>摘要</th></tr></thead><tbody>${rows}<tr class=sum><td>計</td><td class=n>${sum}</td><td class=n>0</td><td></td></tr></tbody></table>`;
const line = (word: string, body: string, must = false): string =>
  `<tr><th>${word}${must ? "<em>必須</em>" : ""}</th><td>${body}</td></tr>`;
const openResult = { sentence: "「事業の成果」を押す", touches: "j40" };
const subsidy: LegacyPage = {
  name: "補助金実績",
  hand: "Rails in a portal's clothes: steps at the top, fieldsets with tables of th and td, two balance tables with the same heads, parts that unfold, files",
  documents: {
    "/": doc(
      "補助金実績報告",
      `<header>補助金管理ポータル</header><main><h1>実績報告書の作成</h1><div class=st><span class=ok>申請者の確認</span><span class=now>実績の入力</span><span>添付書類</span><span>内容確認</span></div><form onsubmit="return false"><fieldset><legend>交付決定の内容</legend><table class=f>${line("補助金名", "地域づくり活動支援補助金")}${line("交付決定番号", `見企第 ${input("j1", "size=6")} 号 <button type=button data-t=j2>交付決定を呼び出す</button>`, true)}${line("団体名", "見本町内会")}${line("交付決定額", "300,000円")}</table></fieldset>
<fieldset><legend>事業の実績</legend><table class=f>${line("事業名", input("j3", "size=50"), true)}${line("事業の種類", select("j4", "防災", "福祉", "環境美化", "文化・交流"), true)}${line("実施期間", `自 ${input("j5", "size=11")} 至 ${input("j6", "size=11")}`, true)}${line("参加者数", `大人 ${input("j7", "size=4")} 人　子ども ${input("j8", "size=4")} 人`)}${line("計画からの変更", "<label><input type=radio name=h data-t=j9>なし</label> <label><input type=radio name=h data-t=j10>軽微な変更あり</label> <label><input type=radio name=h data-t=j11>変更承認済み</label>", true)}${line("周知方法", "<label><input type=checkbox data-t=j12>広報紙</label> <label><input type=checkbox data-t=j13>回覧</label> <label><input type=checkbox data-t=j14>ホームページ</label> <label><input type=checkbox data-t=j15>SNS</label>")}</table></fieldset>
<fieldset><legend>収支決算</legend>${balance("収入の部", money(1, 2, "市補助金", "300,000") + money(2, 2, "会費", "120,000") + money(3, 2, "繰入金", "30,000"), "450,000")}${balance("支出の部", money(1, 3, "報償費", "90,000") + money(2, 3, "需用費", "260,000") + money(3, 3, "使用料", "100,000"), "450,000")}<p><button type=button data-t=j16>合計を計算</button>　補助金の精算額　<output>0円</output></p></fieldset>
<details><summary data-t=j40>事業の成果</summary><table class=f>${line("成果の概要", "<textarea rows=3 cols=60 data-t=j41></textarea>")}${line("自己評価", select("j42", "Ａ", "Ｂ", "Ｃ"))}${line("次年度の予定", "<label><input type=radio name=z data-t=j43>継続する</label> <label><input type=radio name=z data-t=j44>終了する</label>")}</table></details><details><summary data-t=j50>担当者の連絡先</summary><table class=f>${line("氏名", input("j51", "size=20"))}${line("電話番号", `${input("j52", "size=4")}-${input("j53", "size=4")}-${input("j54", "size=4")}`)}</table></details><div class=nv><a href=# data-t=j60>前のステップへ戻る</a> <button type=button data-t=j61>下書き保存</button> <button type=button class=pri data-t=j62>添付書類へ進む</button></div></form></main>`,
      "<style>body{margin:0;font:14px 'Hiragino Sans',sans-serif;color:#1a1a1c}header{background:#00418f;color:#fff;padding:10px 18px;font-size:17px}main{width:860px;padding:0 18px}h1{font-size:20px}.st{display:flex;margin-bottom:12px}.st span{flex:1;text-align:center;padding:7px;background:#e8ebf2;border-right:2px solid #fff}.st .now{background:#00418f;color:#fff}.st .ok{background:#b9cbe6}fieldset{border:1px solid #b4b4b4;border-radius:6px;margin-bottom:12px}legend{font-weight:bold;padding:0 6px}.f{border-collapse:collapse;width:100%}.f th{width:150px;text-align:left;font-weight:normal;background:#f3f5f9;padding:6px 8px;border-bottom:1px solid #d8d8db}.f td{padding:6px 8px;border-bottom:1px solid #d8d8db}em{background:#c9252d;color:#fff;font:11px sans-serif;padding:1px 5px;margin-left:6px;border-radius:3px}.bal{border-collapse:collapse;margin-bottom:10px}caption{text-align:left;font-weight:bold;padding:4px 0}.bal td,.bal th{border:1px solid #b4b4b4;padding:3px 10px}.bal th{background:#f3f5f9;font-weight:normal}.n{text-align:right}.sum{background:#fafafa}output{font-weight:bold}details{border:1px solid #b4b4b4;border-radius:6px;margin-bottom:10px}summary{padding:8px 12px;background:#f3f5f9;cursor:pointer}.nv{margin:14px 0}.nv button{padding:6px 18px}.pri{background:#00418f;color:#fff;border:0}</style>",
    ),
  },
  things: [
    type("交付決定番号", "j1"),
    press("交付決定を呼び出す", "j2"),
    read("交付決定額", "300,000円"),
    type("事業名", "j3"),
    choose("事業の種類", "環境美化", "j4"),
    type("至", "j6", "実施期間/欄"),
    type("子ども", "j8", "参加者数/欄"),
    choose("計画からの変更", "軽微な変更あり", "j10"),
    tick("回覧", "j13"),
    cell("「収入の部」表で「区分」が「会費」の行の「決算額（円）」", "に「V」を入力する", "j221"),
    cell("「支出の部」表で「区分」が「需用費」の行の「摘要」", "に「V」を入力する", "j322"),
    cell(
      "「支出の部」表で「区分」が「使用料」の行の「予算額（円）」",
      "の値を {読んだ値} として読み取る",
      "100,000",
    ),
    press("合計を計算", "j16"),
    { ...type("成果の概要", "j41"), after: openResult },
    { ...choose("次年度の予定", "継続する", "j43"), after: openResult },
    press("前のステップへ戻る", "j60"),
  ],
};

const elItem = (word: string, body: string, wide = ""): string =>
  `<div class="el-form-item ${wide}"><label class=el-form-item__label>${word}</label><div class=el-form-item__content>${body}</div></div>`;
const elInput = (t: string, more = ""): string =>
  `<div class=el-input>${input(t, `type=text autocomplete=off class=el-input__inner ${more}`)}</div>`;
const elSelect = (id: string): string =>
  `<div class=el-select data-list=${id}><div class="el-input el-input--suffix"><input type=text readonly autocomplete=off placeholder="選択してください" class=el-input__inner><span class=el-input__suffix><i class=el-icon-arrow-up></i></span></div></div>`;
const elList = (id: string, t: string, ...options: string[]): string =>
  `<div class="el-select-dropdown el-popper" id=${id} style="display:none"><ul class=el-select-dropdown__list>${options.map((o, i) => `<li class=el-select-dropdown__item data-t=${t}${i + 1}><span>${o}</span></li>`).join("")}</ul></div>`;
const elCheck = (t: string, word: string): string =>
  `<label class=el-checkbox><span class=el-checkbox__input><span class=el-checkbox__inner></span><input type=checkbox class=el-checkbox__original data-t=${t}></span>${word === "" ? "" : `<span class=el-checkbox__label>${word}</span>`}</label>`;
const colgroup = `<colgroup>${[60, 110, 110, 110, 90, 90, 130, 110, 100].map((w) => `<col width=${w}>`).join("")}</colgroup>`;
const elCells = (tag: string, cells: readonly string[]): string =>
  cells.map((c) => `<${tag}><div class=cell>${c}</div></${tag}>`).join("");
const mate = (n: number, no: string, name: string, rank: string, pay: string): string =>
  `<tr>${elCells("td", [elCheck(`k5${n}`, ""), no, name, rank, elInput(`k6${n}`), elInput(`k7${n}`), elInput(`k8${n}`), pay, `<button type=button class=el-button--text data-t=k9${n}><span>内訳</span></button>`])}</tr>`;
const brigade: LegacyPage = {
  name: "出動手当",
  hand: "Vue with Element UI: labels at the left, drawn lists kept at the end of the body, a date range, a number with plus and minus, a table whose head is a table of its own",
  documents: {
    "/": doc(
      "消防団員出動手当",
      `<div class=hd>消防団事務支援<span>危機管理課　例 花子</span></div><div class=el-main><h3>出動報告・手当計算</h3><form class=el-form onsubmit="return false">${elItem("出動番号", "<span>S08-0147</span>")}${elItem("出動種別", elSelect("lk1"))}${elItem("分団", elSelect("lk2"))}${elItem("出動場所", elInput("k3"))}${elItem("出動日時", `<div class="el-date-editor el-range-editor"><i class=el-range__icon></i>${input("k4", 'class=el-range-input placeholder="開始日時" autocomplete=off')}<span class=el-range-separator>～</span>${input("k5", 'class=el-range-input placeholder="終了日時" autocomplete=off')}</div>`)}${elItem("出動人数", `<div class=el-input-number><span role=button class=el-input-number__decrease data-t=k11>－</span><span role=button class=el-input-number__increase data-t=k12>＋</span>${elInput("k13", "role=spinbutton value=3")}</div>`)}${elItem("出動車両", `<div class=el-checkbox-group>${elCheck("k14", "ポンプ車")}${elCheck("k15", "小型ポンプ積載車")}${elCheck("k16", "指揮車")}${elCheck("k17", "資機材搬送車")}${elCheck("k18", "救助用ボート")}${elCheck("k19", "なし（徒歩）")}</div>`, "w")}
${elItem("報酬の計算", "<div class=el-radio-group><label class=el-radio><input type=radio name=h data-t=k21><span class=el-radio__label>１日単価</span></label><label class=el-radio><input type=radio name=h data-t=k22><span class=el-radio__label>半日単価</span></label><label class=el-radio><input type=radio name=h data-t=k23><span class=el-radio__label>時間単価</span></label></div>")}${elItem("活動の概要", "<textarea class=el-textarea__inner rows=2 data-t=k24></textarea>", "w")}</form><div class=tt><b>出動団員</b><button type=button class=el-button data-t=k31><span>団員を追加</span></button><button type=button class=el-button data-t=k32><span>前回の団員を呼出</span></button></div>
<div class=el-table><div class=el-table__header-wrapper><table cellspacing=0>${colgroup}<thead><tr>${elCells("th", ["対象", "団員番号", "氏名", "階級", "開始", "終了", "備考", "手当額", "操作"])}</tr></thead></table></div><div class=el-table__body-wrapper><table cellspacing=0>${colgroup}<tbody>${mate(1, "03-012", "見本　一郎", "分団長", "8,000")}${mate(2, "03-027", "例　次郎", "班長", "8,000")}${mate(3, "03-041", "見本　三郎", "団員", "4,000")}</tbody></table></div></div><div class=sum>手当合計 <strong>20,000円</strong>　　支払予定日 <strong>令和8年12月21日</strong></div><div class=ft><button type=button class=el-button data-t=k41><span>手当を計算</span></button><button type=button class=el-button data-t=k42><span>支給調書を出力</span></button><button type=button class="el-button el-button--primary" data-t=k43><span>登録</span></button></div></div>${elList("lk1", "k35", "火災", "風水害", "捜索", "訓練")}${elList("lk2", "k36", "第１分団", "第２分団", "第３分団", "女性分団")}<script>document.querySelectorAll(".el-select").forEach(s=>s.onclick=()=>{const l=document.getElementById(s.dataset.list),r=s.getBoundingClientRect();l.style.cssText="left:"+r.left+"px;top:"+(r.bottom+scrollY+4)+"px;min-width:"+r.width+"px";l.querySelectorAll("li").forEach(o=>o.onclick=()=>{s.querySelector("input").value=o.textContent;l.style.display="none"})})</script>`,
      "<style>*{box-sizing:border-box}body{margin:0;font:14px 'Helvetica Neue',sans-serif;color:#303133}.hd{background:#9c2b23;color:#fff;padding:13px 20px;font-size:16px}.hd span{float:right;font-size:13px}.el-main{width:950px;padding:0 20px}.el-form{display:grid;grid-template-columns:1fr 1fr;gap:0 16px}.w{grid-column:1/3}.el-form-item{display:flex;margin-bottom:12px}.el-form-item__label{width:100px;text-align:right;padding:8px 12px 0 0;color:#606266}.el-form-item__content{flex:1;line-height:34px}.el-input{position:relative}.el-input__inner,.el-textarea__inner,.el-range-editor{width:100%;height:34px;border:1px solid #dcdfe6;border-radius:4px;padding:0 12px;font:inherit}.el-textarea__inner{height:50px}.el-select{cursor:pointer}.el-select .el-input__inner{cursor:pointer}.el-input__suffix{position:absolute;right:9px;top:0}.el-icon-arrow-up{display:inline-block;width:7px;height:7px;border:solid #c0c4cc;border-width:0 2px 2px 0;transform:rotate(45deg)}.el-select-dropdown{position:absolute;background:#fff;border:1px solid #e4e7ed;border-radius:4px;box-shadow:0 2px 12px #0002;z-index:9}.el-select-dropdown__list{list-style:none;margin:0;padding:6px 0}.el-select-dropdown__item{padding:0 20px;line-height:32px;cursor:pointer}.el-range-editor{display:flex;align-items:center}.el-range__icon{width:13px;height:13px;border:1px solid #c0c4cc;border-top-width:4px;flex:none}.el-range-input{background:transparent;border:0;outline:0;flex:1;min-width:0;text-align:center;font:inherit}.el-input-number{position:relative;width:150px}.el-input-number .el-input__inner{text-align:center}.el-input-number>span{position:absolute;z-index:1;top:1px;width:34px;height:32px;line-height:32px;text-align:center;background:#f5f7fa;cursor:pointer}.el-input-number__decrease{left:1px}.el-input-number__increase{right:1px}.el-checkbox-group{display:grid;grid-template-columns:repeat(4,1fr)}.el-checkbox__input{position:relative;display:inline-block;width:14px;height:14px;vertical-align:middle}.el-checkbox__inner{position:absolute;inset:0;border:1px solid #aaa;border-radius:2px;background:#fff}.el-checkbox__original{position:absolute;inset:0;opacity:0;margin:0;z-index:1}.el-checkbox__input:has(:checked) .el-checkbox__inner{background:#409eff}.el-checkbox__label{padding-left:8px}.el-radio{margin-right:18px}.tt{display:flex;gap:10px;align-items:center;margin-bottom:6px}.tt b{flex:1}.el-table{border:1px solid #ebeef5;width:910px}.el-table table{table-layout:fixed;width:910px}.el-table th{background:#f5f7fa;color:#606266;text-align:left}.el-table td,.el-table th{border-bottom:1px solid #ebeef5;padding:5px 0}.cell{padding:0 8px}.cell .el-input__inner{height:28px;padding:0 6px}.el-button--text{border:0;background:none;color:#409eff}.el-button{border:1px solid #dcdfe6;border-radius:4px;background:#fff;padding:7px 15px;font:inherit}.el-button--primary{background:#409eff;color:#fff}.sum{margin:12px 0;text-align:right}.ft{text-align:right}</style>",
    ),
  },
  things: [
    read("出動番号", "S08-0147"),
    choose("出動種別", "捜索", "k353"),
    choose("分団", "第３分団", "k363"),
    type("出動場所", "k3"),
    cell("「出動日時」の2番目", "に「V」を入力する", "k5"),
    type("出動人数", "k13"),
    tick("小型ポンプ積載車", "k15"),
    choose("報酬の計算", "半日単価", "k22"),
    type("活動の概要", "k24"),
    press("前回の団員を呼出", "k32"),
    cell("「出動団員」表で「氏名」が「例　次郎」の行の「対象」", "をチェックする", "k52"),
    cell("「出動団員」表で「団員番号」が「03-041」の行の「終了」", "に「V」を入力する", "k73"),
    cell("「出動団員」表の1行目の「内訳」", "を押す", "k91"),
    cell(
      "「出動団員」表で「団員番号」が「03-041」の行の「手当額」",
      "の値を {読んだ値} として読み取る",
      "4,000",
    ),
    read("手当合計", "20,000円"),
    press("手当を計算", "k41"),
  ],
};

const paid = (n: number, no: string, day: string, name: string, amount: string): string =>
  `<tr class=${n === 2 ? "sel" : ""}><td>${n}</td><td><a href="javascript:void(0)" data-t=l5${n}>${no}</a></td><td>${day}</td><td>${name}</td><td align=right>${amount}</td></tr>`;
const spanButton = (t: string, word: string): string =>
  `<span class=sb data-t=${t} onclick="void 0"><i></i>${word}</span>`;
const c = (word: string, body: string, span = 1): string =>
  `<td class=c nowrap>${word}</td><td colspan=${span}>${body}</td>`;
const noteTab = { sentence: "「催告・延滞金」を押す", touches: "l42" };
const receipts: LegacyPage = {
  name: "収納消込",
  hand: "Struts with nested tables: a list at the left, at the right the detail of one slip in two blocks of the same captions and tabs, span buttons with icons",
  documents: {
    "/": doc(
      "収納消込",
      `<table width=960 cellspacing=0 cellpadding=0><tr><td class=bar>歳入管理　【収納消込】　　会計年度：令和８年度　　税務課収納係</td></tr><tr><td><table cellspacing=4><tr>${c("収納日", `${select("l1", "令和", "平成")}${input("l2", "size=2")}年${input("l3", "size=2")}月${input("l4", "size=2")}日`)}${c("収納機関", select("l5", "見本銀行", "コンビニ", "口座振替", "窓口"))}${c("消込区分", "<input type=radio name=k data-t=l6>未消込<input type=radio name=k data-t=l7>エラー<input type=radio name=k data-t=l8>全件")}<td>${spanButton("l9", "表示")}</td></tr></table></td></tr><tr><td><table cellspacing=0 cellpadding=0 width=100%><tr valign=top><td width=400><div class=t>納付済通知書一覧</div><table class=l cellspacing=0 width=390><tr><th>No</th><th>通知書番号</th><th>収納日</th><th>納入者</th><th>金額</th></tr>${paid(1, "0810-00451", "11/20", "見本商事", "45,000")}${paid(2, "0810-00467", "11/20", "見本　太郎", "18,600")}${paid(3, "0810-00502", "11/21", "例　花子", "7,200")}${paid(4, "0810-00511", "11/21", "見本水産", "120,000")}</table><div class=p>${spanButton("l11", "前頁")}${spanButton("l12", "次頁")}　全 4 件　合計 190,800 円</div></td>
<td><div class=t>調定情報</div><table class=d cellspacing=0><tr>${c("調定番号", "R08-002217")}${c("調定日", "令和8年10月1日")}</tr><tr>${c("歳入科目", `${input("l20", "size=12")} ${spanButton("l21", "科目参照")}`, 3)}</tr><tr>${c("納入者", "見本　太郎")}${c("金額", "18,600円")}</tr><tr>${c("納期限", input("l22", "size=10"))}${c("期別", `第${input("l23", "size=2")}期`)}</tr></table>
<table class=tabs cellspacing=0><tr><td class=on><a href="javascript:void(0)" data-t=l41>消込</a></td><td><a href="javascript:void(0)" data-t=l42>催告・延滞金</a></td><td><a href="javascript:void(0)" data-t=l43>還付</a></td></tr></table><div class=pn id=q0><div class=t>収納情報</div><table class=d cellspacing=0><tr>${c("金額", `${input("l24", "size=10")}円`)}${c("領収日", input("l25", "size=10"))}</tr><tr>${c("消込方法", "<input type=radio name=m data-t=l26>全額<input type=radio name=m data-t=l27>一部<input type=radio name=m data-t=l28>過誤納")}${c("処理", "<input type=checkbox data-t=l29>仮消込とする")}</tr><tr>${c("過不足理由", select("l30", "延滞金不足", "二重納付", "金額誤り"))}${c("差額", "0円")}</tr><tr>${c("備考", input("l31", "size=46"), 3)}</tr></table></div><div class=pn id=q1 style="display:none"><table class=d cellspacing=0><tr>${c("督促状発送日", input("l32", "size=10"))}${c("延滞金", "300円")}</tr><tr>${c("延滞金の扱い", "<input type=radio name=e data-t=l33>徴収<input type=radio name=e data-t=l34>減免")}${c("督促手数料", `${input("l35", "size=6")}円`)}</tr></table></div><div class=pn id=q2 style="display:none"><table class=d cellspacing=0><tr>${c("還付先", `<input type=radio name=w data-t=l36>口座<input type=radio name=w data-t=l37>窓口`)}${c("還付額", "0円")}</tr></table></div><div class=p>${spanButton("l38", "自動照合")}${spanButton("l39", "前納付書")}${spanButton("l40", "次納付書")}${spanButton("l44", "消込確定")}</div></td></tr></table></td></tr></table><script>document.querySelectorAll(".tabs a").forEach((a,i)=>a.onclick=()=>{document.querySelectorAll(".tabs td").forEach((t,n)=>t.className=n===i?"on":"");document.querySelectorAll(".pn").forEach((p,n)=>p.style.display=n===i?"":"none")})</script>`,
      "<style>body,td,th{font:13px 'MS PGothic',sans-serif}.bar{background:#444c7a;color:#fff;padding:6px 10px}.t{font-weight:bold;color:#444c7a;border-bottom:2px solid #444c7a;margin:6px 0 3px}.c{background:#e2e4f0}.l td,.l th,.d td{border:1px solid #aab;padding:3px 6px}.l th{background:#cdd1e6;font-weight:normal}.sel td{background:#fff6c4}.d{width:550px}.tabs{margin-top:10px}.tabs td{border:1px solid #aab;border-bottom:0;background:#e2e4f0;padding:4px 14px}.tabs .on{background:#fff;font-weight:bold}.tabs a{color:#223;text-decoration:none}.pn{border:1px solid #aab;padding:4px 6px;width:550px}.pn .d{width:100%}.p{margin:8px 0}.sb{display:inline-block;border:1px solid #668;background:#eef;border-radius:3px;padding:3px 10px;margin-right:6px;cursor:pointer}.sb i{display:inline-block;width:7px;height:7px;background:#668;margin-right:5px}</style>",
    ),
  },
  things: [
    choose("収納日", "令和", "l1"),
    type("日", "l4", "収納日/欄"),
    choose("収納機関", "コンビニ", "l5"),
    choose("消込区分", "エラー", "l7"),
    press("表示", "l9"),
    cell("「納付済通知書一覧」表で「納入者」が「例　花子」の行の「通知書番号」", "を押す", "l53"),
    read("調定番号", "R08-002217"),
    read("金額", "18,600円", "調定情報/枠"),
    press("科目参照", "l21"),
    type("納期限", "l22"),
    type("金額", "l24", "収納情報/枠"),
    choose("消込方法", "一部", "l27"),
    tick("仮消込とする", "l29"),
    press("自動照合", "l38"),
    { ...choose("延滞金の扱い", "減免", "l34"), after: noteTab },
    { ...type("督促手数料", "l35"), after: noteTab },
  ],
};

/** The other half of the ninth set. */
export const ninthHeldOutMore: readonly LegacyPage[] = [
  dogs,
  relief,
  parcels,
  subsidy,
  brigade,
  receipts,
];

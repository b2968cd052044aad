/** Layouts thought up while the rules were made, by the one who made them: the second half. */
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

const oracle: LegacyPage = {
  name: "予算差引",
  hand: "a client-server form moved to the web: prompts at the right edge of table cells, several prompts a row, a code box and a read-only name box behind it, buttons of three dots, a block of several records",
  documents: {
    "/": doc(
      "予算差引照会",
      `<table class=f><tr><td class=p>年度</td><td>${input("h1", "size=4 value=R08")}</td><td class=p>所属</td><td>${input("h2", "size=6")}<input type=button value="…" data-t=h3 title="所属の検索"><input readonly size=16 value="会計課"></td></tr><tr><td class=p>科目</td><td colspan=3>${input("h4", "size=2")}-${input("h5", "size=2")}-${input("h6", "size=2")}-${input("h7", "size=2")} <input readonly size=24 value="需用費 消耗品費"></td></tr><tr><td class=p>予算現額</td><td><input readonly size=12 value="1,200,000"></td><td class=p>執行残額</td><td><input readonly size=12 value="345,600"></td></tr></table>
<table class=b cellspacing=0><tr><td class=h>伝票番号</td><td class=h>起票日</td><td class=h>摘要</td><td class=h>金額</td></tr>${[1, 2, 3].map((n) => `<tr><td><input readonly size=8 value="E-00${n}" class=ro></td><td><input readonly size=9 value="R8.11.0${n}" class=ro></td><td><input data-t=h1${n} size=24 value="摘要${n}"></td><td><input readonly size=10 value="${n}0,000" class=ro></td></tr>`).join("")}</table><table class=f><tr><td class=p width=480>ページ計</td><td><input readonly size=10 value="60,000"></td></tr></table><div class=bar><input type=button value="照会(F8)" data-t=h20><input type=button value="行クリア(F6)" data-t=h21><input type=button value="ＣＳＶ" data-t=h22><span class=msg>40100: これが最初のレコードです。</span></div>`,
      "<style>body{background:#c8d0d4;font:13px 'MS Gothic'}.p{text-align:right;padding:0 4px}.h{background:#9ab;color:#fff;text-align:center}.ro{background:#eee;border:1px solid #999}.msg{margin-left:20px;background:#fff}</style>",
    ),
  },
  things: [
    type("年度", "h1"),
    type("所属", "h2"),
    press("所属の検索", "h3"),
    cell("「科目」の3番目", "に「V」を入力する", "h6"),
    read("予算現額", "1,200,000"),
    read("執行残額", "345,600"),
    cell("「伝票番号」が「E-002」の行の「摘要」", "に「V」を入力する", "h12"),
    cell("「起票日」が「R8.11.03」の行の「金額」", "の値を {読んだ値} として読み取る", "30,000"),
    read("ページ計", "60,000"),
    press("照会", "h20"),
    press("行クリア", "h21"),
    press("ＣＳＶ", "h22"),
  ],
};

const person = (id: string, title: string, more = ""): string =>
  `<div class=pc><div class=pt>${title}</div><dl><dt>氏名</dt><dd>${input(`${id}1`, "size=14")}</dd><dt>続柄</dt><dd>${select(`${id}2`, "本人", "配偶者", "子")}</dd><dt>生年月日</dt><dd><select data-t=${id}3><option>明治<option>大正<option>昭和<option>平成<option>令和</select> ${input(`${id}4`, "size=2")} . ${input(`${id}5`, "size=2")} . ${input(`${id}6`, "size=2")}</dd>${more}</dl></div>`;
const cards: LegacyPage = {
  name: "証明交付",
  hand: "two people side by side in boxes with the same captions, dt and dd floated, copies with minus and plus, a summary line at the foot",
  documents: {
    "/": doc(
      "証明書交付申請",
      `<h2>証明書交付申請</h2><div class=w>${person("i", "請求者", `<dt>電話</dt><dd>${input("i7", "size=12")}</dd>`)}${person("j", "必要な方")}</div><div class=ks><div class=k><b>住民票の写し（世帯全員）</b><span class=ct><a href=# data-t=k1>－</a><input data-t=k2 size=2 value=0><a href=# data-t=k3>＋</a></span>通</div><div class=k><b>印鑑登録証明書</b><span class=ct><a href=# data-t=k4>－</a><input data-t=k5 size=2 value=0><a href=# data-t=k6>＋</a></span>通</div></div><div class=opt><span>本籍</span><label><input type=radio name=hs data-t=k7>記載する</label><label><input type=radio name=hs data-t=k8>記載しない</label><span>続柄</span><label><input type=radio name=zk data-t=k9>記載する</label><label><input type=radio name=zk data-t=k10>記載しない</label></div><div class=tot>手数料：<strong>300</strong>円　（うち減免 <em>0</em>円）</div><button data-t=k11>受付</button><button data-t=k12>保留にする</button>`,
      "<style>.w{display:flex;gap:12px}.pc{border:1px solid #888;width:400px;padding:6px}.pt{background:#468;color:#fff;padding:2px 6px}dl{overflow:hidden;margin:4px}dt{float:left;clear:left;width:80px;padding:3px 0}dd{margin:0 0 0 84px;padding:3px 0}.k{display:flex;gap:10px;align-items:center;margin:4px}.k b{width:220px}.ct a{border:1px solid;padding:0 5px}.opt span{margin:0 8px 0 16px;font-weight:bold}.tot strong{font-size:20px;color:#c00}</style>",
    ),
  },
  things: [
    type("氏名", "i1", "請求者"),
    type("氏名", "j1", "必要な方/枠"),
    choose("続柄", "子", "j2", "必要な方/枠"),
    choose("生年月日", "平成", "i3", "請求者"),
    cell("「請求者」の「生年月日」の2番目", "に「V」を入力する", "i4"),
    type("電話", "i7"),
    type("住民票の写し（世帯全員）", "k2"),
    type("印鑑登録証明書", "k5"),
    choose("本籍", "記載しない", "k8"),
    read("手数料", "300円"),
    press("受付", "k11"),
    press("保留にする", "k12"),
  ],
};

const ionic: LegacyPage = {
  name: "現地調査",
  hand: "a tablet app: list items with the caption at the left and the field at the far right, toggles drawn, segments, a floating button with an icon, cards of values",
  documents: {
    "/": doc(
      "現地調査",
      `<div class=nb><span class=bk data-t=l1 onclick="0" title="戻る">‹</span><span class=nt>空家 現地調査</span><span class=ok data-t=l2 onclick="0">完了</span></div><div class=lh>基本情報</div><div class=ls><div class=li><span>整理番号</span><span class=vl>AK-0031</span></div><div class=li><span>調査日</span><input data-t=l3 placeholder="未入力"></div><div class=li><span>調査員</span><input data-t=l4 placeholder="未入力"></div></div><div class=lh>建物</div><div class=ls><div class=li><span>構造</span><select data-t=l5><option>木造<option>鉄骨造<option>RC造</select></div><div class=li><span>居住の形跡</span><span class=tg><input type=checkbox data-t=l6><i></i></span></div><div class=li><div class=tl><div>屋根の破損</div><small>軒先の落下を含む</small></div><span class=tg><input type=checkbox data-t=l7><i></i></span></div><div class=li><span>危険度</span><span class=sg><span data-t=l8 onclick="0">A</span><span data-t=l9 onclick="0">B</span><span data-t=l10 onclick="0">C</span></span></div></div><div class=lh>所見</div><div class=ls><textarea data-t=l11 placeholder="気づいたこと"></textarea></div><div class=cd><div class=cv>12</div><div class=cl>前回からの月数</div></div><div class=cd><div class=cv>3</div><div class=cl>苦情件数</div></div><button class=fab aria-label="写真を撮る" data-t=l12>●</button>`,
      "<style>body{margin:0;font:15px sans-serif;background:#eee;width:420px}.nb{display:flex;justify-content:space-between;background:#fff;padding:10px}.bk,.ok{cursor:pointer;color:#07f}.lh{padding:14px 12px 4px;color:#666;font-size:12px}.ls{background:#fff}.li{display:flex;justify-content:space-between;align-items:center;border-bottom:1px solid #ddd;padding:8px 12px}.li input{border:0;text-align:right;width:200px}.vl{color:#888}.tg{position:relative;width:44px;height:22px}.tg input{opacity:0;position:absolute;width:44px;height:22px;margin:0}.tg i{display:block;width:44px;height:22px;background:#ccc;border-radius:11px}.tl small{color:#999;font-size:11px}.sg span{border:1px solid #07f;padding:3px 12px;cursor:pointer}.cd{display:inline-block;background:#fff;margin:8px;padding:8px;width:120px;text-align:center}.cv{font-size:24px}.cl{font-size:11px;color:#777}.fab{position:fixed;right:20px;bottom:20px;border-radius:30px}</style>",
    ),
  },
  things: [
    press("戻る", "l1"),
    press("完了", "l2"),
    read("整理番号", "AK-0031"),
    type("調査日", "l3"),
    type("調査員", "l4"),
    choose("構造", "RC造", "l5"),
    tick("居住の形跡", "l6"),
    tick("屋根の破損", "l7"),
    press("B", "l9"),
    type("所見", "l11"),
    read("前回からの月数", "12"),
    read("苦情件数", "3"),
    press("写真を撮る", "l12"),
  ],
};

const jq: LegacyPage = {
  name: "滞納整理",
  hand: "jqGrid and select2: a grid whose head is a table apart with a filter box under each head, icons with titles in rows, an own drop-down with a hidden select behind it, dates with a picture",
  documents: {
    "/": doc(
      "滞納整理",
      `<div class=hd><b>滞納者検索</b></div><div class=cond><label class=cl>宛名番号</label><div class=cc>${input("m1", "size=10")}</div><label class=cl>税目</label><div class=cc><select class=s2h tabindex=-1 aria-hidden=true data-t=m2><option>すべて</option><option>固定資産税</option><option>軽自動車税</option></select><span class=s2 data-for=m2><span class=s2s><span class=s2r title="すべて">すべて</span><span class=s2a><b></b></span></span></span></div><label class=cl>滞納額</label><div class=cc>${input("m3", "size=8")} 円以上</div><label class=cl>納付日</label><div class=cc>${input("m4", "size=10")}<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs=" width=16 height=16 title="カレンダーを開く" data-t=m5 onclick="0" style="cursor:pointer"></div><div class=cb><button data-t=m6>絞り込む</button></div></div>
<div class=jg><div class=jc>滞納者一覧</div><div class=jh><table><colgroup><col width=36><col width=100><col width=140><col width=110><col width=120></colgroup><tr><th></th><th>宛名番号</th><th>氏名</th><th>滞納額</th><th>操作</th></tr><tr class=flt><th></th><th><input data-t=m7 size=6></th><th><input data-t=m8 size=8></th><th><input data-t=m9 size=6></th><th></th></tr></table></div><div class=jb><table><colgroup><col width=36><col width=100><col width=140><col width=110><col width=120></colgroup>${[
        ["1001", "見本太郎", "84,000"],
        ["1002", "見本花子", "12,500"],
      ]
        .map(
          ([a, b, c], i) =>
            `<tr><td><input type=checkbox data-t=m1${i}></td><td>${a}</td><td>${b}</td><td align=right>${c}</td><td><span class=ui title="交渉記録" data-t=m2${i} onclick="0"></span><span class=ui title="分納誓約" data-t=m3${i} onclick="0"></span></td></tr>`,
        )
        .join("")}</table></div></div>
<script>document.querySelectorAll(".s2").forEach(d=>d.onclick=()=>{const s=document.querySelector(".s2h"),p=document.createElement("span");p.className="s2d";const r=d.getBoundingClientRect();p.style.left=r.left+"px";p.style.top=r.bottom+scrollY+"px";p.innerHTML="<ul role=listbox>"+[...s.options].map((o,i)=>"<li role=option data-t=m4"+i+">"+o.text+"</li>").join("")+"</ul>";p.querySelectorAll("li").forEach(l=>l.onclick=()=>{d.querySelector(".s2r").textContent=l.textContent;p.remove()});document.body.append(p)})</script>`,
      "<style>body{font:13px sans-serif}.cond{display:grid;grid-template-columns:80px 220px 80px 220px;gap:6px;border:1px solid #aaa;padding:6px;width:640px}.cl{text-align:right}.s2h{position:absolute;width:1px;height:1px;clip:rect(0 0 0 0);overflow:hidden}.s2{display:inline-block;width:150px;cursor:pointer}.s2s{display:block;border:1px solid #aaa;border-radius:3px;padding:2px 6px;position:relative}.s2a{position:absolute;right:4px;top:6px}.s2a b{display:block;border:5px solid transparent;border-top-color:#888}.s2d{position:absolute;background:#fff;border:1px solid #aaa;width:150px}.s2d ul{list-style:none;margin:0;padding:2px}table{border-collapse:collapse;table-layout:fixed;width:506px}th,td{border:1px solid #bbb;padding:2px 4px}.jh{background:#dfeffc}.jc{background:#5c9ccc;color:#fff;width:506px}.ui{display:inline-block;width:16px;height:16px;background:#7ad;margin:0 3px;cursor:pointer}</style>",
    ),
  },
  things: [
    type("宛名番号", "m1", "滞納者検索"),
    choose("税目", "軽自動車税", "m42"),
    type("滞納額", "m3", "滞納者検索"),
    type("納付日", "m4"),
    press("カレンダーを開く", "m5"),
    press("絞り込む", "m6"),
    cell("「滞納者一覧」表で「宛名番号」が「1002」の行の「交渉記録」", "を押す", "m21"),
    cell("「滞納者一覧」表で「氏名」が「見本太郎」の行の「分納誓約」", "を押す", "m30"),
    cell(
      "「滞納者一覧」表で「氏名」が「見本花子」の行の「滞納額」",
      "の値を {読んだ値} として読み取る",
      "12,500",
    ),
  ],
};

const ministry: LegacyPage = {
  name: "国庫補助",
  hand: "a ministry's system of 2009: section words down the left in upright letters, numbers of questions, notes in cells, dates by three lists with units behind, other with a box in brackets, confirm words in grey",
  documents: {
    "/": doc(
      "国庫補助金　実績報告",
      `<div class=st>STEP1 入力 ＞ <b>STEP2 明細</b> ＞ STEP3 確認</div><table border=1 class=t><tr><th rowspan=4 class=v>事業者</th><th>1-1 団体コード<span class=r>（必須）</span></th><td>${input("o1", "size=6")}　<span class=n>※6桁の半角数字</span></td></tr><tr><th>1-2 団体名</th><td class=g>見本市</td></tr><tr><th>1-3 担当者</th><td>部署 ${input("o2", "size=10")}　氏名 ${input("o3", "size=10")}<br>内線 ${input("o4", "size=5")}　ﾒｰﾙ ${input("o5", "size=20")}</td></tr><tr><th>1-4 提出区分</th><td><input type=radio name=q data-t=o6>新規　<input type=radio name=q data-t=o7>変更　<input type=radio name=q data-t=o8>その他（${input("o9", "size=10")}）</td></tr><tr><th rowspan=4 class=v>事業</th><th>2-1 着手日</th><td>${select("o10", "R7", "R8")}年${select("o11", "4", "5")}月${select("o12", "1", "2")}日</td></tr><tr><th>2-2 完了日</th><td>${select("o13", "R7", "R8")}年${select("o14", "4", "5")}月${select("o15", "1", "2")}日</td></tr><tr><th>2-3 総事業費<br><span class=n>（税込・千円）</span></th><td>${input("o16", "size=10")}千円</td></tr><tr><th>2-4 交付決定</th><td>番号：第${input("o17", "size=5")}号　日付：${input("o18", "size=10")}</td></tr><tr><td colspan=3 class=n>（注）交付決定通知書の写しを添付してください。 <input type=checkbox data-t=o19>添付した</td></tr></table><p align=center><input type=image alt="前の画面" data-t=o20 src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs=" width=60 height=20> <input type=image alt="次の画面" data-t=o21 src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs=" width=60 height=20></p>`,
      "<style>body{font:14px 'MS PGothic'}.t{border-collapse:collapse}.v{writing-mode:vertical-rl;background:#cde;width:24px}th{background:#e8f0f8;text-align:left;font-weight:normal}.r{color:red;font-size:11px}.n{font-size:11px;color:#666}.g{background:#eee}</style>",
    ),
  },
  things: [
    type("団体コード", "o1"),
    read("団体名", "見本市"),
    type("部署", "o2"),
    type("氏名", "o3", "担当者"),
    type("内線", "o4"),
    type("ﾒｰﾙ", "o5"),
    choose("提出区分", "変更", "o7"),
    choose("年", "R8", "o10", "着手日/欄"),
    choose("月", "5", "o14", "完了日/欄"),
    type("総事業費", "o16"),
    type("番号", "o17", "交付決定"),
    type("日付", "o18"),
    tick("添付した", "o19"),
    press("次の画面", "o21"),
  ],
};

const float = (w: number, label: string, body: string): string =>
  `<div class=c style="width:${w}px"><span class=k>${label}</span>${body}</div>`;
const floats: LegacyPage = {
  name: "選挙人名簿",
  hand: "hand-made CSS of 2007: floated boxes with captions stretched by blanks, captions and notes in small letters under them, a wide sum line, buttons as links with pictures, sections by coloured bars",
  documents: {
    "/": doc(
      "選挙人名簿",
      `<div class=h1>選挙人名簿　登録者照会</div><div class=bar>■ 検索条件</div><div class=x>${float(230, "氏　　名", input("p1", "size=14"))}${float(230, "住　　所", input("p2", "size=14"))}${float(200, "投 票 区", select("p3", "第1", "第2"))}${float(230, "生年月日", `${input("p4", "size=8")}<br><small>例）S45.1.23</small>`)}${float(230, "名簿頁<small>（頁-行）</small>", `${input("p5", "size=3")}－${input("p6", "size=3")}`)}${float(200, "抹消者", "<input type=checkbox data-t=p7>含む")}</div><div class=go><a href=# class=b data-t=p8><img alt="" width=12 height=12 src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAAAAACwAAAAAAQABAAACAkQBADs=">照会する</a> <a href=# class=b data-t=p9>条件クリア</a></div><div class=bar>■ 照会結果</div><div class=x>${float(230, "登録年月日", "<span class=d>R3.6.1</span>")}${float(230, "登録事由", "<span class=d>定時登録</span>")}${float(200, "表示区分", "<span class=d>なし</span>")}${float(670, "備　　考", "<input size=60 data-t=p10>")}</div><div class=sum><span>有権者数</span><b>25,310</b><span>男</span><b>12,004</b><span>女</span><b>13,306</b></div>`,
      "<style>body{font:13px 'MS PGothic';width:720px}.h1{font-size:17px;border-bottom:3px double #060}.bar{background:#cfc;margin:6px 0;padding:2px}.x{overflow:hidden}.c{float:left;margin:3px 0}.k{display:inline-block;width:80px;background:#efe;vertical-align:top}.d{border-bottom:1px dotted #060}.b{border:1px outset;padding:2px 10px}.sum span{margin-left:16px;color:#060}.sum b{margin-left:6px}</style>",
    ),
  },
  things: [
    type("氏名", "p1"),
    type("住所", "p2"),
    choose("投票区", "第2", "p3"),
    type("生年月日", "p4"),
    cell("「名簿頁」の2番目", "に「V」を入力する", "p6"),
    tick("抹消者", "p7"),
    press("照会する", "p8"),
    press("条件クリア", "p9"),
    read("登録年月日", "R3.6.1"),
    read("登録事由", "定時登録"),
    read("表示区分", "なし"),
    type("備考", "p10"),
    read("有権者数", "25,310"),
    read("男", "12,004"),
    read("女", "13,306"),
  ],
};

const tw = (label: string, body: string, note = ""): string =>
  `<div class=f><div class=lb><p>${label}</p></div><div class=bd>${body}${note ? `<p class=nt>${note}</p>` : ""}</div></div>`;
const tailwind: LegacyPage = {
  name: "移住支援",
  hand: "utility classes and headless parts: captions in p over fields, a button that is a list, a switch with its words at the left, radio cards, tabs, a panel that slides in, values in two columns",
  documents: {
    "/": doc(
      "移住支援金",
      `<nav><button data-t=q1>申請一覧</button><button data-t=q2 aria-current=page>新規申請</button></nav><main><h1>移住支援金 申請</h1><section><h2>申請者</h2><div class=gr>${tw("お名前", input("q3"))}${tw("転入前の住所", input("q4"), "都道府県から入力")}${tw("世帯の種別", '<button type=button aria-haspopup=listbox aria-expanded=false class=lbx><span>選択してください</span><svg width=10 height=10 viewBox="0 0 10 10"><path d="M0 3h10L5 8z"/></svg></button>')}${tw("支援金の種類", "<div role=radiogroup><label class=rc><input type=radio name=z data-t=q6><div><p>就業</p><p class=nt>中小企業に就職した方</p></div></label><label class=rc><input type=radio name=z data-t=q7><div><p>起業</p><p class=nt>起業支援金の決定を受けた方</p></div></label></div>")}</div><div class=sw><div><p>18歳未満の帯同</p><p class=nt>加算の対象になります</p></div><button role=switch aria-checked=false data-t=q8 class=tg><span></span></button></div></section><section><h2>振込先</h2><div class=gr>${tw("金融機関", `<div class=ig>${input("q9")}<button data-t=q10>検索</button></div>`)}${tw("口座番号", input("q11"))}</div></section><aside><h2>試算</h2><div class=kv><p>基本額</p><p>600,000円</p></div><div class=kv><p>加算額</p><p>300,000円</p></div><div class=kv tot><p>合計</p><p>900,000円</p></div></aside><footer><button data-t=q12>下書きに残す</button><button data-t=q13>次へ</button></footer></main>
<script>document.querySelector(".lbx").onclick=e=>{const b=e.currentTarget,u=document.createElement("ul");u.setAttribute("role","listbox");for(const [t,w] of [["q21","単身"],["q22","世帯"]]){const l=document.createElement("li");l.setAttribute("role","option");l.dataset.t=t;l.textContent=w;l.onclick=()=>{b.firstChild.textContent=w;u.remove()};u.append(l)}b.after(u)}</script>`,
      "<style>body{font:14px sans-serif;margin:0;color:#334}nav{background:#1e293b;padding:8px}nav button{background:none;border:0;color:#fff}main{width:760px;margin:auto}.gr{display:grid;grid-template-columns:1fr 1fr;gap:12px}.lb p{margin:0;font-weight:600}.nt{font-size:11px;color:#789;margin:2px 0}.bd input:not([type=radio]){border:1px solid #cbd5e1;padding:6px;width:220px}.lbx{border:1px solid #cbd5e1;background:#fff;width:220px;padding:6px;display:flex;justify-content:space-between}.rc{display:flex;border:1px solid #cbd5e1;padding:6px;margin:4px 0}.rc p{margin:0}.sw{display:flex;justify-content:space-between;margin:10px 0;padding:8px;background:#f8fafc}.sw p{margin:0}.tg{width:40px;height:22px;border-radius:11px;border:0;background:#94a3b8}.kv{display:flex;justify-content:space-between;border-bottom:1px solid #e2e8f0}.kv p{margin:4px 0}ul{background:#fff;border:1px solid #ccc;width:200px;list-style:none;padding:0;position:absolute}</style>",
    ),
  },
  things: [
    press("申請一覧", "q1"),
    type("お名前", "q3"),
    type("転入前の住所", "q4"),
    choose("世帯の種別", "世帯", "q22"),
    choose("支援金の種類", "起業", "q7"),
    press("18歳未満の帯同", "q8"),
    type("金融機関", "q9"),
    press("検索", "q10"),
    type("口座番号", "q11"),
    read("基本額", "600,000円"),
    read("合計", "900,000円"),
    press("下書きに残す", "q12"),
    press("次へ", "q13"),
  ],
};

const domino = (t: string): string =>
  `<font face="ＭＳ ゴシック">[</font>${input(t, "size=10")}<font face="ＭＳ ゴシック">]</font>`;
const lists: LegacyPage = {
  name: "文書管理",
  hand: "lists by ul and br: captions in bold with fields on the next line, several captions in one cell by br, brackets round fields, a tree, words right of the field in grey, values behind slashes",
  documents: {
    "/": doc(
      "文書管理",
      `<table width=800><tr valign=top><td width=180 bgcolor=#eeeeee><ul><li><a href=# data-t=s1>▼総務</a><ul><li><a href=# data-t=s2>契約</a><li><a href=# data-t=s3>人事</a></ul><li><a href=# data-t=s4>▶会計</a></ul></td><td><b>件名</b><br>${input("s5", "size=50")}<br><b>文書記号番号</b><br>見総第${input("s6", "size=4")}号の${input("s7", "size=2")}<br><b>文書分類</b><br>大${select("s8", "01", "02")} 中${select("s9", "11", "12")} 小${select("s10", "21", "22")}<br><b>公開区分</b>　<input type=radio name=p data-t=s11 checked>公開 <input type=radio name=p data-t=s12>一部公開 <input type=radio name=p data-t=s13>非公開<br><b>保存期間</b>　${domino("s14")}年　<b>廃棄予定</b>　<font color=blue>R13.3.31</font><hr><ul class=n><li>起案日 ${input("s15", "size=9")}<li>決裁日 ${input("s16", "size=9")}<li>施行日 ${input("s17", "size=9")}</ul><hr>添付：<a href=# data-t=s18>仕様書.pdf</a> <a href=# data-t=s19>[削除]</a><br>登録者：会計課 見本／最終更新：R8.11.20</td></tr></table><center><input type=button value="　起案する　" data-t=s20> <input type=button value="　写しを作る　" data-t=s21></center>`,
    ),
  },
  things: [
    press("契約", "s2"),
    press("会計", "s4"),
    type("件名", "s5"),
    type("文書記号番号", "s6"),
    choose("中", "12", "s9", "文書分類"),
    choose("公開区分", "非公開", "s13"),
    type("保存期間", "s14"),
    read("廃棄予定", "R13.3.31"),
    type("起案日", "s15"),
    type("施行日", "s17"),
    press("仕様書.pdf", "s18"),
    press("起案する", "s20"),
    press("写しを作る", "s21"),
  ],
};

/** Layouts of the maker of the rules, the second half. */
export const ownSecond: readonly LegacyPage[] = [
  oracle,
  cards,
  ionic,
  jq,
  ministry,
  floats,
  tailwind,
  lists,
];

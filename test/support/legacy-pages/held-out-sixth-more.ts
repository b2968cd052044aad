/** Second half of the sixth set: screens of 2012 to 2024, and one in the layout of a paper form. */
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

const box = (t: string): string => `<td>${input(t, "size=4")}</td>`;
const salary: LegacyPage = {
  name: "給与支払報告",
  hand: "the layout of the paper form: captions above in three levels of rowspan and colspan, vertical words, two captions and two fields in one cell",
  documents: {
    "/": doc(
      "給与支払報告書入力",
      `<div class=bar>個人住民税　給与支払報告書（個人別明細書）入力</div><table border=1 class=k><tr><th rowspan=2 class=v>支払を<br>受ける者</th><th>住所</th><td colspan=5>${input("g1", "size=50")}</td><th>受給者番号</th><td colspan=4>${input("g2", "size=12")}</td></tr><tr><th>氏名</th><td colspan=5><div class=sm>(フリガナ) ${input("g3", "size=30")}</div><div>${input("g4", "size=34")}</div></td><th>生年月日</th><td colspan=4>${select("g5", "1:明治", "2:大正", "3:昭和", "4:平成")}${input("g6", "size=2")}年${input("g7", "size=2")}月${input("g8", "size=2")}日</td></tr></table>
<table border=1 class=k><tr><th>種　別</th><th>支　払　金　額</th><th>給与所得控除後の金額</th><th>所得控除の額の合計額</th><th>源泉徴収税額</th></tr><tr><td>${select("g9", "給与・賞与", "給料", "専従者")}</td><td>${input("g10", "size=12")}円</td><td>${input("g11", "size=12")}円</td><td>${input("g12", "size=12")}円</td><td>${input("g13", "size=12")}円</td></tr></table>
<table border=1 class=k><tr><th colspan=2>控除対象配偶者</th><th colspan=6>控除対象扶養親族の数</th><th rowspan=3>16歳未満<br>扶養親族<br>の数</th><th colspan=2>障害者の数</th><th colspan=5>中途就・退職</th></tr><tr><th rowspan=2>有</th><th rowspan=2>従有</th><th colspan=2>特定</th><th colspan=2>老人</th><th colspan=2>その他</th><th rowspan=2>特別</th><th rowspan=2>その他</th><th rowspan=2>就職</th><th rowspan=2>退職</th><th rowspan=2>年</th><th rowspan=2>月</th><th rowspan=2>日</th></tr><tr><th>人</th><th>従人</th><th>人</th><th>従人</th><th>人</th><th>従人</th></tr>
<tr><td><input type=checkbox data-t=g20></td><td><input type=checkbox data-t=g21></td>${[22, 23, 24, 25, 26, 27, 28, 29, 30].map((n) => box(`g${n}`)).join("")}<td><input type=checkbox data-t=g31></td><td><input type=checkbox data-t=g32></td>${box("g33")}${box("g34")}${box("g35")}</tr></table>
<table border=1 class=k><tr><td>社会保険料等の金額<br>${input("g40", "size=10")} 円<br>（うち小規模企業共済等掛金）<br>${input("g41", "size=10")} 円</td><td>生命保険料の控除額<br>${input("g42", "size=10")} 円<br>地震保険料の控除額<br>${input("g43", "size=10")} 円</td><td>普通徴収切替理由<br>${select("g44", "普Ａ　総従業員数２人以下", "普Ｂ　他で特別徴収", "普Ｆ　退職予定")}<br><label><input type=checkbox data-t=g45>乙欄適用</label></td></tr></table>
<input type=button data-t=g50 value="前の受給者"> <input type=button data-t=g51 value="次の受給者"> <input type=button data-t=g52 value="エラー一覧">`,
      "<style>body{font:12px 'MS Mincho',serif}.bar{background:#c63;color:#fff;padding:4px}.k{border-collapse:collapse;margin:4px 0;width:940px}.k th{font-weight:normal;background:#fec}.sm{font-size:10px}</style>",
    ),
  },
  things: [
    type("住所", "g1"),
    type("受給者番号", "g2"),
    type("フリガナ", "g3"),
    choose("生年月日", "昭和", "g5"),
    type("月", "g7", "生年月日/欄"),
    choose("種別", "給料", "g9"),
    type("支払金額", "g10"),
    type("源泉徴収税額", "g13"),
    tick("有", "g20", "控除対象配偶者/欄"),
    tick("従有", "g21"),
    type("人", "g22", "特定/欄"),
    type("従人", "g25", "老人/欄"),
    type("16歳未満扶養親族の数", "g28"),
    type("その他", "g30", "障害者の数/欄"),
    tick("退職", "g32"),
    type("年", "g33", "中途就・退職/欄"),
    type("社会保険料等の金額", "g40"),
    type("地震保険料の控除額", "g43"),
    choose("普通徴収切替理由", "普Ｂ　他で特別徴収", "g44"),
    tick("乙欄適用", "g45"),
    press("次の受給者", "g51"),
  ],
};

const pupil = (n: number, name: string, state: string): string =>
  `<tr><td><input type=checkbox data-t=h6${n}></td><td>3年${n}組</td><td><a href=# data-t=h7${n}>${name}</a></td><td class=text-right>4,500</td><td><span class="label">${state}</span></td><td><button class="btn btn-xs" data-t=h8${n}>明細</button></td></tr>`;
const lunchScript = `<script>const $=s=>document.querySelectorAll(s);$(".nav a").forEach((a,i)=>a.onclick=()=>{$(".tab-pane").forEach((p,j)=>p.style.display=i===j?"block":"none");$(".nav li").forEach((p,j)=>p.className=i===j?"active":"")});
const m=$(".modal")[0];$("#find")[0].onclick=()=>m.style.display="block";$(".modal .x").forEach(x=>x.onclick=()=>m.style.display="none");</script>`;
const lunchCss = `<style>body{font:14px/1.4 sans-serif;margin:0}.navbar{background:#222;color:#fff;padding:10px}.container{width:900px;margin:8px auto}.nav{list-style:none;padding:0;display:flex;border-bottom:1px solid #ddd}.nav a{display:block;padding:8px 14px;color:#337ab7}.active a{border:1px solid #ddd;border-bottom:#fff;background:#fff}.form-group{display:flex;margin:8px 0}.control-label{width:160px;text-align:right;padding:6px 12px;font-weight:bold;box-sizing:border-box}.input-group{display:inline-flex}.addon{background:#eee;border:1px solid #ccc;padding:5px 10px}.form-control{border:1px solid #ccc;padding:5px}.btn{border:1px solid #ccc;background:#fff;padding:5px 10px;border-radius:4px}.btn-primary{background:#337ab7;color:#fff}.help{color:#777;font-size:12px}.tab-pane{display:none}.panel{border:1px solid #ddd;margin-top:12px}.panel-heading{background:#f5f5f5;padding:8px}table{width:100%}td,th{border-top:1px solid #ddd;padding:4px;text-align:left}.modal{display:none;position:fixed;inset:0;background:#0008}.modal-dialog{background:#fff;width:440px;margin:60px auto;padding:12px;border-radius:6px}.label{background:#5cb85c;color:#fff;font-size:11px;padding:1px 5px}</style>`;
const line = (label: string, field: string): string =>
  `<div class=form-group><label class=control-label>${label}</label><div>${field}</div></div>`;
const tabTwo = { sentence: "「口座情報」を押す", touches: "h2" };
const modal = { sentence: "「児童検索」を押す", touches: "h11" };
const lunch: LegacyPage = {
  name: "学校給食費",
  hand: "Bootstrap 3: form-horizontal labels without for, units in input-group-addon, tabs, toggle buttons, a modal drawn by div",
  documents: {
    "/": doc(
      "給食費管理",
      `<div class=navbar>学校給食費管理システム</div><div class=container><ul class="nav nav-tabs"><li class=active><a href=# data-t=h1>基本情報</a></li><li><a href=# data-t=h2>口座情報</a></li></ul>
<div class=tab-pane style="display:block">${line("学校", select("h10", "みほん第一小学校", "みほん第二小学校", "みほん中学校"))}${line("児童・生徒", `<div class=input-group><input class=form-control data-t=h12><button class=btn id=find data-t=h11>児童検索</button></div>`)}${line('納付方法 <span title="口座振替が原則です">(?)</span>', "<div class=btn-group><label class=btn><input type=radio name=n data-t=h13> 口座振替</label><label class=btn><input type=radio name=n data-t=h14> 納付書</label><label class=btn><input type=radio name=n data-t=h15> 児童手当充当</label></div>")}${line("月額", `<div class=input-group><span class=addon>¥</span><input class=form-control data-t=h16><span class=addon>円</span></div>`)}${line("減免率", `<div class=input-group><input class=form-control data-t=h17><span class=addon>%</span></div><div class=help>就学援助は100を入力</div>`)}${line("", "<label><input type=checkbox data-t=h18> アレルギー対応あり</label>　<label><input type=checkbox data-t=h19> 牛乳なし</label>")}</div>
<div class=tab-pane>${line("金融機関", `<input class=form-control size=5 data-t=h20> <input class=form-control data-t=h21 readonly value="見本銀行">`)}${line("預金種目", "<label><input type=radio name=y data-t=h22>普通</label> <label><input type=radio name=y data-t=h23>当座</label>")}${line("口座番号", "<input class=form-control data-t=h24>")}${line("振替開始月", "<input class=form-control size=4 data-t=h25> 年 <input class=form-control size=2 data-t=h26> 月から")}</div>
<div class=panel><div class=panel-heading>同じ世帯の児童・生徒</div><table><thead><tr><th></th><th>学年・組</th><th>氏名</th><th class=text-right>月額</th><th>状態</th><th></th></tr></thead><tbody>${pupil(1, "見本一子", "納付済")}${pupil(2, "見本二郎", "納付済")}${pupil(3, "見本三太", "未納")}</tbody></table></div><p><button class="btn btn-primary" data-t=h30>変更内容を確認する</button> <button class=btn disabled>納付書を印刷する</button> <a class=btn href=# data-t=h31>一覧に戻る</a></p></div>
<div class=modal><div class=modal-dialog><h4>児童検索 <button class=x style="float:right" data-t=h40>×</button></h4>${line("氏名カナ", "<input class=form-control data-t=h41>")}${line("学年", select("h42", "1年", "2年", "3年"))}<button class="btn btn-primary" data-t=h43>検索</button> <button class="btn x" data-t=h44>閉じる</button></div></div>${lunchScript}`,
      lunchCss,
    ),
  },
  things: [
    choose("学校", "みほん中学校", "h10"),
    type("児童・生徒", "h12"),
    press("児童検索", "h11"),
    choose("納付方法", "納付書", "h14"),
    type("月額", "h16"),
    type("減免率", "h17"),
    tick("牛乳なし", "h19"),
    press("口座情報", "h2"),
    { ...type("金融機関", "h20"), after: tabTwo },
    { ...choose("預金種目", "普通", "h22"), after: tabTwo },
    { ...type("口座番号", "h24"), after: tabTwo },
    { ...type("年", "h25", "振替開始月/欄"), after: tabTwo },
    { ...type("氏名カナ", "h41"), after: modal },
    { ...choose("学年", "2年", "h42"), after: modal },
    { ...press("検索", "h43", "児童検索/画面"), after: modal },
    cell("「同じ世帯の児童・生徒」表で「氏名」が「見本二郎」の行の「明細」", "を押す", "h82"),
    cell("「同じ世帯の児童・生徒」表で「学年・組」が「3年3組」の行の「氏名」", "を押す", "h73"),
    cell(
      "「同じ世帯の児童・生徒」表で「氏名」が「見本三太」の行の「状態」",
      "の値を {読んだ値} として読み取る",
      "未納",
    ),
    press("変更内容を確認する", "h30"),
    press("一覧に戻る", "h31"),
  ],
};

const mat = (label: string, t: string, hint = ""): string =>
  `<div class="mff"><div class=infix><input class=mi data-t=${t} placeholder=" "><span class=fl>${label}</span></div><div class=ul></div><div class=hint>${hint}</div></div>`;
const matSelect = (label: string, t: string, value: string, ...options: string[]): string =>
  `<div class="mff"><div class=infix><div class=ms tabindex=0 data-options="${options.map((o, i) => `${t}${i + 1}:${o}`).join(",")}"><span class=mv>${value}</span><span class=ar>▾</span></div><span class="fl up">${label}</span></div><div class=ul></div></div>`;
const library: LegacyPage = {
  name: "図書資料",
  hand: "Angular Material alike: floating labels that are spans after the field, select panels opened at the end of the body, icon buttons with titles",
  documents: {
    "/": doc(
      "資料登録",
      `<div class=tb><button class=ic title="メニュー">☰</button> みほん市立図書館　資料データ修正</div><div class=card><h3>書誌</h3><div class=row>${mat("書名", "i1")}${mat("書名ヨミ", "i2", "全角カナ")}</div><div class=row>${mat("著者名", "i3")}${mat("出版者", "i4")}${mat("出版年", "i5", "西暦4桁")}</div><div class=row>${mat("ISBN", "i6", "ハイフンなし")}${matSelect("資料種別", "i7", "図書", "図書", "雑誌", "視聴覚")}${matSelect("分類", "i8", "未選択", "0 総記", "9 文学")}</div></div>
<div class=card><h3>所蔵</h3><div class=row>${mat("資料番号", "i10")}${matSelect("所蔵館", "i11", "未選択", "中央館", "東分館", "移動図書館")}${mat("配架場所", "i12")}</div><div class=row><label class=cb><input type=checkbox data-t=i13 checked><span class=bx></span>禁帯出</label><label class=cb><input type=checkbox data-t=i14><span class=bx></span>予約不可</label><span class=g>貸出区分</span><label class=rd><input type=radio name=z data-t=i15><i></i>一般</label><label class=rd><input type=radio name=z data-t=i16><i></i>児童</label><label class=rd><input type=radio name=z data-t=i17><i></i>館内</label></div></div>
<div class=card><h3>貸出履歴</h3><div class=mt><div class="mr mh"><div>貸出日</div><div>利用者番号</div><div>返却日</div><div></div></div><div class=mr><div>2026/10/02</div><div>000123</div><div>2026/10/16</div><div><button class=ic data-t=i21 title="詳細">⋯</button></div></div><div class=mr><div>2026/11/05</div><div>000456</div><div>貸出中</div><div><button class=ic data-t=i22 title="詳細">⋯</button></div></div></div><div class=pg>1 - 2 / 14 <button class=ic title="前のページ" disabled>‹</button><button class=ic data-t=i23 title="次のページ">›</button></div></div>
<div class=act><button class=mb data-t=i30>書誌を複写</button><button class="mb raised" data-t=i31>内容を確認</button></div><script>document.querySelectorAll(".ms").forEach(s=>s.onclick=()=>{const b=document.createElement("div");b.className="cdk";const r=s.getBoundingClientRect();const p=document.createElement("div");p.className="panel";p.style.cssText="left:"+r.left+"px;top:"+r.top+"px";s.dataset.options.split(",").forEach(o=>{const [t,w]=o.split(":");const d=document.createElement("div");d.className="op";d.dataset.t=t;d.textContent=w;d.onclick=()=>{s.querySelector(".mv").textContent=w;b.remove()};p.append(d)});b.append(p);document.body.append(b)})</script>`,
      "<style>body{margin:0;font:14px Roboto,sans-serif;background:#fafafa}.tb{background:#3f51b5;color:#fff;padding:10px;font-size:18px}.ic{border:0;background:none;color:inherit;font-size:18px;cursor:pointer}.card{background:#fff;margin:10px;padding:8px 16px;box-shadow:0 1px 3px #0004}.row{display:flex;gap:20px;align-items:center;min-height:58px}.mff{flex:1;position:relative;padding-top:16px}.infix{position:relative}.mi{width:100%;border:0;outline:0;font:inherit;background:none}.fl{position:absolute;left:0;top:0;color:#777;pointer-events:none;transition:.1s}.mi:focus+.fl,.mi:not(:placeholder-shown)+.fl,.up{top:-16px;font-size:11px}.ul{border-bottom:1px solid #999}.hint{font-size:11px;color:#999;height:14px}.ms{display:flex;justify-content:space-between;cursor:pointer}.cb,.rd{display:inline-flex;align-items:center;position:relative}.cb input,.rd input{position:absolute;opacity:0}.bx,.rd i{width:16px;height:16px;border:2px solid #666;margin-right:6px}.rd i{border-radius:50%}input:checked+.bx,input:checked+i{background:#ff4081}.g{margin-left:30px;color:#777}.mr{display:grid;grid-template-columns:1fr 1fr 1fr 60px;border-bottom:1px solid #ddd;padding:4px}.mh{color:#777;font-size:12px}.pg{text-align:right;font-size:12px;color:#555}.act{text-align:right;margin:10px}.mb{border:0;background:none;color:#3f51b5;padding:8px 16px;font-weight:bold}.raised{background:#3f51b5;color:#fff}.cdk{position:fixed;inset:0}.panel{position:absolute;background:#fff;box-shadow:0 2px 6px #0006;min-width:180px}.op{padding:10px 16px;cursor:pointer}</style>",
    ),
  },
  things: [
    type("書名", "i1"),
    type("書名ヨミ", "i2"),
    type("著者名", "i3"),
    type("出版年", "i5"),
    type("ISBN", "i6"),
    choose("資料種別", "雑誌", "i72"),
    choose("分類", "9 文学", "i82"),
    type("資料番号", "i10"),
    choose("所蔵館", "東分館", "i112"),
    cell("「禁帯出」", "のチェックを外す", "i13"),
    tick("予約不可", "i14"),
    choose("貸出区分", "児童", "i16"),
    cell("「貸出履歴」表で「利用者番号」が「000456」の行の「詳細」", "を押す", "i22"),
    cell(
      "「貸出履歴」表で「貸出日」が「2026/10/02」の行の「返却日」",
      "の値を {読んだ値} として読み取る",
      "2026/10/16",
    ),
    press("次のページ", "i23"),
    press("書誌を複写", "i30"),
    press("内容を確認", "i31"),
  ],
};

const slot = (t: string, open: boolean): string =>
  open ? `<div class="c3 o" data-t=${t}>○</div>` : '<div class="c3 n">×</div>';
const room = (name: string, t: string, marks: string): string =>
  `<div class=c2><div class=c3 style="width:150px;text-align:left">${name}</div>${[...marks].map((m, i) => slot(`${t}${i + 1}`, m === "o")).join("")}</div>`;
const booking: LegacyPage = {
  name: "施設予約",
  hand: "early React: divs as buttons without roles, a vacancy grid of divs, own select, stepper, hashed class names",
  documents: {
    "/": doc(
      "公共施設予約システム",
      `<div id=root><div class=c0>みほん市 公共施設予約（窓口用）</div><div class=c1><div class=c9><div class=c8>利用日</div><input class=c7 data-t=j1 placeholder="年/月/日"></div><div class=c9><div class=c8>施設</div><div class="c7 dd" data-o="j2:中央公民館,j3:東公民館,j4:体育館"><span>選択してください</span><span>▼</span></div></div><div class=c9><div class=c8>利用目的</div><input class=c7 data-t=j5></div><div class="cb" data-t=j6>空きを調べる</div></div>
<div class=c4>空き状況</div><div class=c5><div class=c2><div class=c3 style="width:150px">部屋</div><div class=c3>9-12</div><div class=c3>13-15</div><div class=c3>15-17</div><div class=c3>18-21</div></div>${room("第1会議室", "ja", "oxoo")}${room("第2会議室", "jb", "ooxo")}${room("和室", "jc", "xoox")}</div>
<div class=c4>申込内容</div><div class=c1><div class=c9><div class=c8>利用者番号</div><input class=c7 data-t=j10></div><div class=c9><div class=c8>団体名</div><div class=ro>みほん囲碁クラブ</div></div><div class=c9><div class=c8>人数</div><div class=st><div class=pm data-t=j11>－</div><input class=c7 style="width:40px" value=10 data-t=j12><div class=pm data-t=j13>＋</div><span>人</span></div></div></div>
<div class=c1><label class=sw><input type=checkbox data-t=j14><span class=tr></span>冷暖房を使う</label><label class=sw><input type=checkbox data-t=j15><span class=tr></span>減免を申請する</label><div class=c9><div class=c8>使用料</div><div class=ro>1,650円</div></div></div><div class=c1><div class="cb g" data-t=j16>取りやめる</div><div class=cb data-t=j17>次へ進む</div></div></div><script>document.querySelectorAll(".dd").forEach(d=>d.addEventListener("click",()=>{if(d.querySelector(".pop"))return;const p=document.createElement("div");p.className="pop";d.dataset.o.split(",").forEach(o=>{const [t,w]=o.split(":");const e=document.createElement("div");e.className="it";e.dataset.t=t;e.textContent=w;e.onclick=v=>{v.stopPropagation();d.firstChild.textContent=w;p.remove()};p.append(e)});d.append(p)}))</script>`,
      "<style>body{margin:0;font:14px sans-serif}.c0{background:#0b7;color:#fff;padding:12px;font-size:18px}.c1{display:flex;gap:16px;padding:10px;align-items:flex-end}.c8{font-size:12px;color:#555}.c7{border:1px solid #bbb;border-radius:4px;padding:6px;width:160px;font:inherit;box-sizing:border-box}.dd{display:flex;justify-content:space-between;position:relative;cursor:pointer}.pop{position:absolute;left:0;top:100%;background:#fff;border:1px solid #999;width:160px;z-index:3}.it{padding:6px}.cb{background:#0b7;color:#fff;padding:8px 16px;border-radius:4px;cursor:pointer}.g{background:#999}.c4{font-weight:bold;padding:8px 10px 0}.c5{padding:6px 10px}.c2{display:flex}.c3{width:80px;border:1px solid #ccc;text-align:center;padding:5px}.o{color:#07c;cursor:pointer}.n{color:#c00;background:#eee}.ro{padding:6px}.st{display:flex;align-items:center}.pm{border:1px solid #bbb;padding:5px 10px;cursor:pointer}.sw{display:flex;align-items:center;position:relative}.sw input{position:absolute;opacity:0;width:34px;height:18px;margin:0}.tr{width:34px;height:18px;border-radius:9px;background:#bbb;margin-right:6px}input:checked+.tr{background:#0b7}</style>",
    ),
  },
  things: [
    type("利用日", "j1"),
    choose("施設", "東公民館", "j3"),
    type("利用目的", "j5"),
    press("空きを調べる", "j6"),
    cell("「空き状況」表で「部屋」が「第2会議室」の行の「13-15」", "を押す", "jb2"),
    cell("「空き状況」表で「部屋」が「第1会議室」の行の「18-21」", "を押す", "ja4"),
    cell("「空き状況」表の3行目の「15-17」", "を押す", "jc3"),
    type("利用者番号", "j10"),
    read("団体名", "みほん囲碁クラブ"),
    type("人数", "j12"),
    tick("減免を申請する", "j15"),
    read("使用料", "1,650円"),
    press("取りやめる", "j16"),
    press("次へ進む", "j17"),
  ],
};

const arrived = (n: number, no: string, name: string, day: string): string =>
  `<tr><td><input type=checkbox data-t=p1${n}></td><td><a href=# data-t=p2${n}>${no}</a></td><td>${name}</td><td>${day}</td></tr>`;
const intake: LegacyPage = {
  name: "電子申請受付",
  hand: "a list at the left, the application in an iframe as captions over values, the examination box in a web component with a shadow root",
  documents: {
    "/": doc(
      "申請審査",
      `<h1>電子申請　受付審査</h1><div class=wrap><div class=left><div>到達番号 ${input("p1", "size=10")} <button data-t=p2>絞り込み</button></div><div class=cap>受付一覧</div><table><tr><th>選択</th><th>到達番号</th><th>手続名</th><th>到達日</th></tr>${arrived(1, "2026-00101", "住民票の写し交付申請", "11/19")}${arrived(2, "2026-00102", "犬の死亡届", "11/19")}${arrived(3, "2026-00103", "水道使用開始届", "11/20")}</table><div>3件中 1～3件 <a href=# data-t=p3>CSV出力</a></div></div><iframe src="/detail" width=430 height=330 title=""></iframe></div><exam-box></exam-box><script>customElements.define("exam-box",class extends HTMLElement{constructor(){super();this.attachShadow({mode:"open"}).innerHTML='<style>.b{border:2px solid #669;padding:8px;margin:8px 0;font:14px sans-serif}.r{margin:4px 0}.r span{display:inline-block;width:110px}</style><div class=b><b>審査</b><div class=r><span>審査結果</span><select data-t=p30><option></option><option>受理</option><option>補正依頼</option><option>取下げ</option></select></div><div class=r><span>担当者</span><input data-t=p31></div><div class=r><span>連絡事項</span><textarea data-t=p32 cols=50 rows=2></textarea></div><div class=r><label><input type=checkbox data-t=p33>申請者にメールで知らせる</label></div><button data-t=p34>下書きとして残す</button></div>'}})</script>`,
      "<style>body{font:14px sans-serif}h1{font-size:18px;background:#336;color:#fff;padding:6px;margin:0}.wrap{display:flex;gap:8px;margin-top:6px}.left{width:480px}table{border-collapse:collapse;width:100%}td,th{border:1px solid #aaa;padding:3px}.cap{font-weight:bold;margin-top:6px}</style>",
    ),
    "/detail": doc(
      "申請内容",
      `<h3>申請内容</h3><dl><dt>手続名</dt><dd>犬の死亡届</dd><dt>届出者氏名</dt><dd>見本花子</dd><dt>死亡年月日</dt><dd>2026年11月12日</dd><dt>鑑札番号</dt><dd>${input("p40", "size=8")} <button data-t=p41>台帳と照合</button></dd><dt>手数料</dt><dd>無料</dd></dl><a href=# data-t=p42>添付書類を見る</a>　<a href=# data-t=p43>申請者へ連絡</a>`,
      "<style>body{font:13px sans-serif}dt{font-size:11px;color:#666;margin-top:6px}dd{margin:0 0 0 8px}</style>",
    ),
  },
  things: [
    type("到達番号", "p1"),
    press("絞り込み", "p2"),
    cell("「受付一覧」表で「手続名」が「犬の死亡届」の行の「到達番号」", "を押す", "p22"),
    cell("「受付一覧」表で「到達番号」が「2026-00103」の行の「選択」", "をチェックする", "p13"),
    press("CSV出力", "p3"),
    read("届出者氏名", "見本花子"),
    read("死亡年月日", "2026年11月12日"),
    type("鑑札番号", "p40"),
    press("台帳と照合", "p41"),
    press("添付書類を見る", "p42"),
    choose("審査結果", "補正依頼", "p30"),
    type("担当者", "p31"),
    type("連絡事項", "p32"),
    tick("申請者にメールで知らせる", "p33"),
    press("下書きとして残す", "p34"),
  ],
};

const sewerForm = (t: string): string =>
  `<div class=grid><div class=gl>賦課番号</div><div>${input(`${t}1`, "size=10")}</div><div class=gl>納期区分</div><div>${select(`${t}2`, "一括", "年４回", "毎月")}</div><div class=gl>納入期限</div><div>${input(`${t}3`, "class=hasDatepicker size=10")}<img alt="…" title="日付を選択" width=16 height=16 src="data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=" style="border:1px solid #888"></div><div class=gl>負担金額<small>※</small></div><div>${input(`${t}4`, "size=9")}円</div></div>`;
const askOwner = { sentence: "「納付義務者検索」を押す", touches: "q20" };
const sewer: LegacyPage = {
  name: "下水道負担金",
  hand: "jQuery UI: CSS grid of captions, datepickers, accordion, dialog; a print version off the screen and a hidden template of the same form",
  documents: {
    "/": doc(
      "受益者負担金",
      `<h2>下水道受益者負担金　納付管理</h2><div id=tpl style="display:none">${sewerForm("x")}</div><div class=ui-widget>${sewerForm("q")}</div><div class=print aria-hidden=false>${sewerForm("z")}</div>
<div class=acc><div class=ah data-t=q10>▼ 納付義務者</div><div class=ab><div class=grid><div class=gl>義務者番号</div><div>${input("q11", "size=9")} <button class=ui-button data-t=q20>納付義務者検索</button></div><div class=gl>氏名</div><div class=val>見本工業株式会社</div><div class=gl>猶予期間</div><div>${input("q12", "size=9")}から ${input("q13", "size=9")}まで</div><div class=gl>減免</div><div><input type=checkbox data-t=q14 id=gm><label for=gm>公共用地</label><input type=checkbox data-t=q15 id=gm2><label for=gm2>生活保護</label></div></div></div><div class=ah data-t=q16>▶ 送付先</div><div class=ab style="display:none"><div class=grid><div class=gl>宛名</div><div>${input("q17")}</div></div></div></div>
<h3>納付状況</h3><table><tr><th rowspan=2>期別</th><th colspan=2>調定</th><th colspan=2>収入</th><th rowspan=2>操作</th></tr><tr><th>金額</th><th>納期限</th><th>金額</th><th>収入日</th></tr><tr><td>1期</td><td class=n>25,000</td><td>R8.6.30</td><td class=n>25,000</td><td>R8.6.28</td><td><button class=ui-button data-t=q31>取消</button><button class=ui-button disabled>督促</button></td></tr><tr><td>2期</td><td class=n>24,500</td><td>R8.9.30</td><td class=n>0</td><td></td><td><button class=ui-button disabled>取消</button><button class=ui-button data-t=q32>督促</button></td></tr><tr><td>計</td><td class=n>49,500</td><td></td><td class=n>25,000</td><td></td><td></td></tr></table><p><button class=ui-button data-t=q40>再計算</button> <button class=ui-button disabled>納付書発行</button></p>
<div class=dlg style="display:none"><div class=tt>納付義務者検索</div>氏名カナ ${input("q50")}<br>電話番号 ${input("q51", "size=5")}-${input("q52", "size=4")}-${input("q53", "size=4")}<br><button class=ui-button data-t=q54>検索する</button> <button class=ui-button data-t=q55 id=no>やめる</button></div><script>const d=document.querySelector(".dlg");document.querySelector("[data-t=q20]").onclick=()=>d.style.display="block";document.getElementById("no").onclick=()=>d.style.display="none";document.querySelectorAll(".ah").forEach(h=>h.onclick=()=>{const b=h.nextElementSibling;b.style.display=b.style.display==="none"?"block":"none"})</script>`,
      "<style>body{font:13px 'Lucida Grande',sans-serif}h2{font-size:16px;color:#2e6e9e}h3{font-size:14px;margin:8px 0 2px}.grid{display:grid;grid-template-columns:110px 300px 110px 260px;gap:4px}.gl{background:#dfeffc;padding:4px}.ah{background:#c5dbec;padding:4px;margin-top:6px;cursor:pointer}.ab{border:1px solid #c5dbec;padding:6px}.print{position:absolute;left:-9999px;top:0}.ui-button{border:1px solid #79b7e7;background:#dfeffc;border-radius:4px}.ui-button:disabled{color:#aaa;border-color:#ccc}table{border-collapse:collapse}th,td{border:1px solid #a6c9e2;padding:3px 8px}th{background:#dfeffc}.n{text-align:right}.dlg{position:fixed;left:200px;top:120px;width:360px;background:#fff;border:2px solid #2e6e9e;padding:8px}.tt{background:#5c9ccc;color:#fff;margin:-8px -8px 8px;padding:4px}</style>",
    ),
  },
  things: [
    type("賦課番号", "q1"),
    choose("納期区分", "年４回", "q2"),
    type("納入期限", "q3"),
    type("負担金額", "q4"),
    type("義務者番号", "q11"),
    press("納付義務者検索", "q20"),
    read("氏名", "見本工業株式会社"),
    cell("「猶予期間」の1番目", "に「V」を入力する", "q12"),
    cell("「猶予期間」の2番目", "に「V」を入力する", "q13"),
    tick("生活保護", "q15"),
    { ...type("宛名", "q17"), after: { sentence: "「送付先」を押す", touches: "q16" } },
    cell("「納付状況」表で「期別」が「1期」の行の「取消」", "を押す", "q31"),
    cell("「納付状況」表で「期別」が「2期」の行の「督促」", "を押す", "q32"),
    cell("「納付状況」表で「期別」が「3期」の行", "がないことを確かめる", ""),
    press("再計算", "q40"),
    { ...type("氏名カナ", "q50"), after: askOwner },
    { ...cell("「電話番号」の3番目", "に「V」を入力する", "q53"), after: askOwner },
    { ...press("検索する", "q54", "納付義務者検索/画面"), after: askOwner },
  ],
};

export const sixthHeldOutMore: readonly LegacyPage[] = [
  salary,
  lunch,
  library,
  booking,
  intake,
  sewer,
];

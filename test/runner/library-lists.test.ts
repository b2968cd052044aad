/** Lists and drop-downs as script libraries build them: heads in boxes, rows that set widths, arrows in cells; look-alikes stop. */
import { describe, expect, it } from "vitest";
import { screensBench } from "./support/screens-bench.ts";

const note = (words: string): string => `document.getElementById('told').textContent+='${words}。'`;
const field = (name: string, more = ""): string =>
  `<input name=${name} size=4 ${more} onchange="${note(`触れた：${name}`)}">`;
const style =
  "<style>table{border-collapse:collapse;table-layout:fixed}td,th{border:1px solid #999;height:24px;padding:0 4px;box-sizing:border-box}.h{display:flex}.h div{box-sizing:border-box;padding:0 4px}.w0 td{height:0;padding:0;border:0}</style>";
const rows = (...lines: string[][]): string =>
  lines
    .map((l) => `<tr>${l.map((w) => `<td style="width:120px">${w}</td>`).join("")}</tr>`)
    .join("");
const heads = (wide: number, ...words: string[]): string =>
  `<div class=h>${words.map((w) => `<div style="width:${wide}px">${w}</div>`).join("")}</div>`;

const boxes = `${style}<h3>契約一覧</h3><div>${heads(120, "番号", "件名", "状態")}</div><div><table style="width:360px">${rows(["1", "清掃", "済"], ["2", "車検", field("a")])}</table></div>
<h3>収納一覧</h3><div><table style="width:360px"><thead><tr><th style="width:120px"><input type=checkbox></th><th style="width:120px">通知書</th><th style="width:120px">収納額</th></tr></thead></table></div><div><table style="width:360px"><tr class=w0><td style="width:120px"></td><td style="width:120px"></td><td style="width:120px"></td></tr>${rows(["", "1001", "500"], ["", "1002", field("b")])}</table></div>
<h3>ずれた見出し</h3><div>${heads(150, "工区", "工種", "出来高")}</div><div><table style="width:360px">${rows(["1", "土工", "3"], ["2", "舗装", field("c")])}</table></div>
<p><b>検索結果</b>　<span>2件中 1～2件</span></p><table style="width:240px"><tr><th>宛名</th><th>氏名</th></tr>${rows(["11", "甲"], ["12", field("d")])}</table>`;
const searches = `${style}<table><tr bgcolor=#dddddd><td>宛名</td><td>税目</td><td>年度</td></tr><tr>${["e", "f", "g"].map((n) => `<td>${field(n)}</td>`).join("")}</tr><tr bgcolor=#dddddd><td>地区</td><td colspan=2>折衝日</td></tr><tr><td>${field("h")}</td><td colspan=2>${field("i")}～${field("j")}</td></tr></table>
<table><tr bgcolor=#dddddd><td>宛名</td><td>氏名</td><td>処理</td></tr><tr><td>21</td><td>乙</td><td>${field("k")}</td></tr><tr><td>22</td><td>丙</td><td>${field("l")}</td></tr></table>
<h3>印刷の表</h3><table><tr bgcolor=#dddddd><td>行</td><td>品名</td><td>数</td></tr><tr><td>1</td><td>紙</td><td>${field("m")}</td></tr><tr bgcolor=#dddddd><td>行</td><td>品名</td><td>数</td></tr><tr><td>2</td><td>筆</td><td>${field("n")}</td></tr></table>`;
const opens =
  "for(const a of document.querySelectorAll('.ar'))a.onclick=()=>{const i=a.closest('tr').querySelector('input'),r=i.getBoundingClientRect(),u=document.createElement('ul');u.style.cssText='position:absolute;background:#fff;border:1px solid;list-style:none;padding:0;width:120px;left:'+r.left+'px;top:'+(r.bottom+scrollY)+'px';for(const w of ['一般競争','随意契約']){const l=document.createElement('li');l.textContent=w;l.setAttribute('role','option');l.onclick=()=>{i.value=w;u.remove()};u.append(l)}document.body.append(u)}";
const menu =
  ";const q=document.getElementById('sel');if(q)q.onclick=()=>{const d=document.createElement('div');d.style.cssText='position:absolute;background:#fff;border:1px solid;width:110px;left:'+q.getBoundingClientRect().left+'px;top:'+(q.getBoundingClientRect().bottom+scrollY)+'px';for(const w of ['分館','本庁']){const o=document.createElement('div');o.setAttribute('role','menuitem');o.textContent=w;o.onclick=()=>{q.firstChild.textContent=w;d.remove()};d.append(o)}document.body.append(d)}";
const arrows = `${style}<style>.ar{width:17px;height:19px;background:#dde;cursor:pointer}.bar{display:flex;gap:6px}</style>
<div class=bar><button>一覧印刷</button><div>契約方法</div><table><tr><td><input readonly size=12></td><td><div class=ar></div></td></tr></table></div>
<div class=bar><div>担当課</div><table><tr><td><input readonly size=12></td><td><div style="width:17px;height:19px;background:#dde"></div></td></tr></table></div>
<style>.sel{position:relative;border:1px solid #999;padding:4px 26px 4px 8px;min-width:110px;cursor:pointer}.sel:after{content:'';position:absolute;right:9px;top:11px;border:5px solid transparent;border-top-color:#36c}</style>
<div class=bar><span>受付窓口</span><div class=sel role=button tabindex=0 aria-haspopup=true id=sel><span>-----</span></div></div><div class=bar><div class=sel role=button tabindex=0 aria-haspopup=true onclick="${note("開いた")}">操作</div></div>
<p>毛色 <input type=radio name=k>白 <input type=radio name=k>その他（${field("z")}）</p>
<div class=bar><button>集計印刷</button><div style="width:9px"></div><input size=4></div>`;

const apart = (...lines: string[][]): string =>
  lines
    .map(
      (l) =>
        `<table style="width:360px"><tr>${l.map((w) => `<td style="width:120px">${w}</td>`).join("")}</tr></table>`,
    )
    .join("");
const press = (name: string): string =>
  `<a href="#" onclick="${note(`触れた：${name}`)};return false">選ぶ</a>`;
const rowTables = `${style}<h3>車庫の申込</h3><div class=bar><button>受付</button><button>印刷</button></div><div style="background:#eee">${heads(120, "申込番号", "車名", "控え")}</div><div>${apart(["M-1", "軽トラック", field("o")], ["M-2", "消防車", field("p")], ["M-3", "給水車", field("q")])}</div>
<h3>駐車の区画</h3><div style="background:#eee">${heads(120, "区画", "場所")}</div><div>${apart(["北", "庁舎裏", press("r")], ["南", "体育館", press("s")])}</div>
<h3>鍵</h3>${apart(["本館", "三階", press("t")], ["別館", "一階", press("u")])}`;
const sheet = (cells: readonly (readonly [string, number, string])[]): string =>
  `<tr>${cells.map(([w, n, more]) => `<td colspan=${n} ${more}>${w}</td>`).join("")}</tr>`;
const yellow = "bgcolor=#ffff99";
const sheets = `${style}<table>${sheet([["点検調書", 8, ""]])}${sheet([
  ["番号", 1, ""],
  [field("v"), 3, ""],
  ["年度", 1, ""],
  [field("w"), 3, ""],
])}<tr><td rowspan=2 ${yellow}>申請者</td><td>電話</td><td colspan=2>${field("A")}</td><td rowspan=2 ${yellow}>代理人</td><td>電話</td><td colspan=2>${field("B")}</td></tr>${sheet(
  [
    ["住所", 1, ""],
    [field("C"), 2, ""],
    ["住所", 1, ""],
    [field("D"), 2, ""],
  ],
)}
${sheet([["", 8, ""]])}${sheet([["<b>部位の点検</b>", 8, ""]])}${sheet([
  ["部位", 1, yellow],
  ["等級", 1, yellow],
  ["箇所", 1, yellow],
  ["", 5, ""],
])}${sheet([
  ["屋根", 1, ""],
  [field("x"), 1, ""],
  [field("y"), 1, ""],
  ["", 5, ""],
])}${sheet([
  ["外壁", 1, ""],
  [field("z"), 1, ""],
  [field("E"), 1, ""],
  ["", 5, ""],
])}${sheet([["", 8, ""]])}${sheet([
  ["備考", 1, ""],
  [field("F"), 7, ""],
])}</table>`;
const windows = `<div style="position:fixed;inset:0;background:#0007"><div role=dialog aria-labelledby=wt style="width:300px;margin:60px auto;background:#fff"><div><button aria-label="閉じる">×</button><h4 id=wt>検針の直し</h4></div><div><label>直した後 ${field("G")}</label></div></div></div><p><label>直した後 ${field("H")}</label></p>`;

const screens: Record<string, string> = {
  部品の表: boxes,
  検索欄: searches,
  矢印: arrows,
  行ごとの表: rowTables,
  表計算の表: sheets,
  窓: windows,
};

const { play } = screensBench(screens, `<p id=told></p><script>${opens}${menu}</script>`);

describe("lists of script libraries", { timeout: 20_000 }, () => {
  it.each([
    ["部品の表", "「契約一覧」表で「件名」が「車検」の行の「状態」に「1」を入力する", "a"],
    ["部品の表", "「収納一覧」表の2行目の「収納額」に「1」を入力する", "b"],
    ["部品の表", "「検索結果」表で「宛名」が「12」の行の「氏名」に「1」を入力する", "d"],
    ["検索欄", "「税目」に「1」を入力する", "f"],
    ["検索欄", "「地区」に「1」を入力する", "h"],
    ["検索欄", "「折衝日」の2番目に「1」を入力する", "j"],
    ["検索欄", "「宛名」が「22」の行の「処理」に「1」を入力する", "l"],
    ["検索欄", "「印刷の表」表で「品名」が「筆」の行の「数」に「1」を入力する", "n"],
    ["行ごとの表", "「車庫の申込」表で「車名」が「消防車」の行の「控え」に「1」を入力する", "p"],
    ["行ごとの表", "「車庫の申込」表の3行目の「控え」に「1」を入力する", "q"],
    ["行ごとの表", "「場所」が「体育館」の行の「選ぶ」を押す", "s"],
    ["表計算の表", "「部位の点検」表で「部位」が「外壁」の行の「箇所」に「1」を入力する", "E"],
    ["表計算の表", "「部位の点検」表の1行目の「等級」に「1」を入力する", "x"],
    ["表計算の表", "「申請者」欄の「電話」に「1」を入力する", "A"],
    ["表計算の表", "「代理人」欄の「住所」に「1」を入力する", "D"],
    ["窓", "「検針の直し」画面の「直した後」に「1」を入力する", "G"],
  ])("%s: %s", async (screen, sentence, name) => {
    expect(await play(screen, sentence, `「触れた：${name}。」と出ることを確かめる`)).toBe("done");
  });

  it.each([
    ["部品の表", "「工種」が「舗装」の行の「出来高」に「1」を入力する"],
    ["検索欄", "「宛名」が「21」の行の「地区」に「1」を入力する"],
    ["行ごとの表", "「本館」が「別館」の行の「選ぶ」を押す"],
    ["表計算の表", "「電話」に「1」を入力する"],
  ])("%s: stops at %s", async (screen, sentence) => {
    expect(await play(screen, sentence)).toMatch(/RUN/);
  });
});

describe("arrows in cells of their own", { timeout: 20_000 }, () => {
  it("opens the list by the arrow, and by the caption before the table", async () => {
    const choose = "「契約方法」で「随意契約」を選ぶ";
    const check = "「契約方法」が「随意契約」であることを確かめる";
    expect(await play("矢印", choose, check)).toBe("done");
  });

  it("takes what opens and looks like a field for one, and presses it where it is a button", async () => {
    const choose = "「受付窓口」で「本庁」を選ぶ";
    const check = "「受付窓口」が「本庁」であることを確かめる";
    expect(await play("矢印", choose, check)).toBe("done");
    expect(await play("矢印", "「操作」を押す", "「開いた。」と出ることを確かめる")).toBe("done");
    const other = "「毛色」欄の「その他」に「茶」を入力する";
    expect(await play("矢印", other, "「触れた：z。」と出ることを確かめる")).toBe("done");
  });

  it.each([
    "「操作」で「本庁」を選ぶ",
    "「担当課」で「随意契約」を選ぶ",
    "「集計印刷」に「1」を入力する",
  ])("stops at %s", async (sentence) => {
    expect(await play("矢印", sentence)).toMatch(/RUN/);
  });
});

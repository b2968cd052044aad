/** Screens that say by their drawing alone what belongs together: lists without tables, captions under or over their fields; where two could be meant, a stop. */
import { describe, expect, it } from "vitest";
import { page } from "./support/old-system.ts";
import { screensBench } from "./support/screens-bench.ts";

const put = (top: number, left: number, html: string): string =>
  `<div style="position:absolute;white-space:pre;font:16px monospace;top:${top}px;left:${left}px">${html}</div>`;
const host = page(
  "文字の端末",
  `<div style="position:relative;height:300px">${put(0, 9, "宛名番号")}${put(0, 100, "<input size=6>")}${put(0, 300, "宛名")}${put(0, 380, "見本太郎")}
  ${put(30, 9, "電話番号")}${put(30, 100, '<input size=4 id="t1">')}${put(30, 160, "-")}${put(30, 175, '<input size=4 id="t2" readonly>')}${put(30, 235, "-")}${put(30, 250, '<input size=4 id="t3">')}
  ${put(70, 9, "No.")}${put(70, 60, "科目")}${put(70, 200, "金額")}
  ${[1, 2].map((n) => put(70 + 26 * n, 9, `${n}`) + put(70 + 26 * n, 60, `<input size=8 value="科目${n}">`) + put(70 + 26 * n, 200, "<input size=5>")).join("")}
  ${put(180, 9, "件数")}${put(180, 100, "2")}${put(180, 200, "合計額")}${put(180, 300, "25,000")}</div>`,
);

const cell = "width:90px;border:1px solid;text-align:center";
const line = (style: string, ...texts: string[]): string =>
  `<div style="display:flex;${style}">${texts.map((t) => `<div style="${cell}">${t}</div>`).join("")}</div>`;
const mark = `<div style="cursor:pointer" onclick="document.title='押した'">○</div>`;
const grid = page(
  "升の表",
  `<b>空き状況</b>${line("font-weight:bold", "部屋", "午前", "午後")}${line("", "和室", mark, "×")}${line("", "会議室", "×", mark)}
  <h3>履歴</h3>${line("color:gray", "貸出日", "利用者", "返却日")}
  <div style="display:grid;grid-template-columns:150px 200px"><span style="color:gray;font-size:11px">届出者</span><b>見本花子</b></div>`,
);

const floating = (label: string, hint: string): string =>
  `<div style="flex:1;padding-top:16px"><div style="position:relative"><input style="width:150px"><span style="position:absolute;left:0;top:0">${label}</span></div><div style="font-size:11px">${hint}</div></div>`;
const materials = page(
  "浮く見出し",
  `<div style="display:flex">${floating("書名", "20字まで")}${floating("書名ヨミ", "全角カナ")}${floating("著者", "")}</div>
  <div style="display:flex"><div class=f><div style="font-size:11px">団体名</div><div>みほん会</div></div><div class=f><div style="font-size:11px">人数</div><div style="display:flex"><div onclick="0">－</div><input size=3 value="10"></div></div></div>
  <p>施設</p><div id=d style="width:120px;border:1px solid" onclick="var p=document.getElementById('p');p.hidden=!p.hidden"><span>選択してください</span><span>▼</span></div>
  <div id=p hidden>${["体育館", "公民館"].map((o) => `<div onclick="document.getElementById('d').firstChild.textContent=this.textContent;document.getElementById('p').hidden=true">${o}</div>`).join("")}</div>
  <div style="position:fixed;right:0;top:200px;width:200px"><div style="background:navy">住所検索</div>町名 <input><button onclick="document.title='探した'">探す</button></div>
  <button onclick="0">探す</button>`,
);

const under = (first: string, ...rest: string[]): string =>
  `<tr>${[first, ...rest].map(() => "<td><input></td>").join("")}</tr><tr bgcolor=silver>${[first, ...rest].map((c) => `<td>${c}</td>`).join("")}</tr>`;
const stacked = page(
  "重なる欄",
  `<table>${under("職員番号", "氏名", "職")}${under("用務", "所属", "等級")}</table>
  <table><tr><td><input></td><td><input></td></tr><tr bgcolor=silver><td>起点</td><td>終点</td></tr><tr><td><input></td><td><input></td></tr></table>
  <table border=1><tr><th>フリガナ<hr>名称</th><td><input size=30><hr><input size=30></td></tr><tr><th>〒<br>住所</th><td><input size=4>-<input size=4></td></tr></table>
  <div>(読み) <input></div><div>□ 連絡先　　自宅 <input></div>`,
);
const record = (n: number): string =>
  `<tr><td rowspan=2>${n}</td><td><input></td><td>調査員${n}</td><td rowspan=2><button onclick="document.title='取出${n}'">取出</button></td></tr><tr><td colspan=2><input value="特記${n}"></td></tr>`;
const heads = "<tr><th>番号</th><th>日付</th></tr>";
const records = page(
  "二行の記録",
  `<h3>調査</h3><table border=1><tr><th rowspan=2>回</th><th>調査日</th><th>調査員</th><th rowspan=2>操作</th></tr><tr><th colspan=2>特記事項</th></tr>${record(1)}${record(2)}</table>
  <h3>明細</h3><table>${heads}</table><div><table><thead style="visibility:collapse">${heads}</thead><tr><td>1</td><td><input></td></tr><tr style="display:none"><td>9</td><td><input></td></tr><tr><td>2</td><td><input></td></tr></table></div>
  <h3>受付</h3><table border=1><tr><th>受付番号</th><th>手続</th></tr><tr><td><a href="#" onclick="document.title='開いた'">00101</a></td><td>転入</td></tr></table>`,
);

const one = (title: string): string =>
  `<h3>${title}</h3><table><tr><th>番号</th><th>額</th></tr><tr><td>2</td><td><input></td></tr></table>`;
const alike = page("同じ列の表", one("歳入") + one("歳出"));

const { play, readIn } = screensBench({
  文字の端末: host,
  升の表: grid,
  浮く見出し: materials,
  重なる欄: stacked,
  二行の記録: records,
  同じ列の表: alike,
});

describe("a screen of characters", { timeout: 20_000 }, () => {
  it.each([
    "「電話番号」の3番目に「0000」を入力する",
    "「科目一覧」表の2行目の「金額」に「100」を入力する",
    "「科目一覧」表で「科目」が「科目1」の行の「金額」に「100」を入力する",
  ])("%s", async (sentence) => {
    expect(await play("文字の端末", sentence)).toBe("done");
  });

  it.each([
    ["「宛名」の値", "見本太郎"],
    ["「合計額」の値", "25,000"],
    ["「件数」の値", "2"],
  ])("reads %s", async (what, value) => {
    expect(await readIn("文字の端末", what)).toBe(value);
  });

  it.each([
    ["a column is asked for and no row", "「金額」に「1」を入力する", "RUN011"],
    [
      "the second box cannot be filled, and is not passed over",
      "「電話番号」の2番目に「1」を入力する",
      "RUN012",
    ],
    ["there is no such row", "「科目一覧」表の3行目の「金額」に「1」を入力する", "RUN02"],
  ])("stops where %s", async (_why, sentence, code) => {
    expect(await play("文字の端末", sentence)).toContain(code);
  });

  it("takes no heading of a list for the value of the one before it", async () => {
    expect(await readIn("文字の端末", "「科目」の値")).not.toBe("金額");
  });
});

describe("lists of boxes", { timeout: 20_000 }, () => {
  it("presses under a heading in a row", async () => {
    const press = "「空き状況」表で「部屋」が「会議室」の行の「午後」を押す";
    expect(await play("升の表", press)).toBe("done");
  });

  it("stops where nothing can be pressed there", async () => {
    const press = "「空き状況」表で「部屋」が「会議室」の行の「午前」を押す";
    expect(await play("升の表", press)).toContain("RUN027");
  });

  it("reads what is drawn unlike its caption, and no heading of an empty list", async () => {
    expect(await readIn("升の表", "「届出者」の値")).toBe("見本花子");
    expect(await readIn("升の表", "「貸出日」の値")).toContain("RUN010");
  });
});

describe("captions that float, and hints", { timeout: 20_000 }, () => {
  it.each([
    ["「書名」に「あ」を入力する", "「書名」が「あ」であることを確かめる"],
    ["「書名ヨミ」に「い」を入力する", "「書名ヨミ」が「い」であることを確かめる"],
    ["「施設」で「公民館」を選ぶ", "「施設」が「公民館」であることを確かめる"],
    ["「住所検索」画面の「探す」を押す", "「住所検索」画面の「町名」に「a」を入力する"],
  ])("%s", async (...sentences) => {
    expect(await play("浮く見出し", ...sentences)).toBe("done");
  });

  it("gives no field the hint or the caption of the one beside it", async () => {
    expect(await play("浮く見出し", "「全角カナ」に「1」を入力する")).toContain("RUN010");
    expect(await play("浮く見出し", "「団体名」に「1」を入力する")).not.toBe("done");
    expect(await readIn("浮く見出し", "「団体名」の値")).toBe("みほん会");
  });

  it("stops at a button that stands in a window and behind it", async () => {
    expect(await play("浮く見出し", "「探す」を押す")).toContain("RUN011");
  });
});

describe("captions under and over each other", { timeout: 20_000 }, () => {
  const inputs = ["職員番号", "所属", "フリガナ", "名称", "読み", "自宅"];
  it.each(inputs)("「%s」", async (name) => {
    expect(await play("重なる欄", `「${name}」に「1」を入力する`)).toBe("done");
  });

  it("puts each value into the field over its caption", async () => {
    const fill = ["職員番号", "氏名", "職", "用務"].map((n, i) => `「${n}」に「${i}」を入力する`);
    const check = ["職員番号", "氏名", "職", "用務"].map(
      (n, i) => `「${n}」が「${i}」であることを確かめる`,
    );
    expect(await play("重なる欄", ...fill, ...check)).toBe("done");
  });

  it("stops where a caption stands between two rows of fields", async () => {
    expect(await play("重なる欄", "「起点」に「1」を入力する")).toContain("RUN011");
  });
});

describe("records of two lines, folded headings, numbers that are links", {
  timeout: 20_000,
}, () => {
  it.each([
    "「調査」表で「回」が「2」の行の「特記事項」に「3」を入力する",
    "「調査」表で「回」が「2」の行の「取出」を押す",
    "「調査」表の2行目の「調査日」に「3」を入力する",
    "「明細」表で「番号」が「2」の行の「日付」に「3」を入力する",
    "「明細」表の2行目の「日付」に「3」を入力する",
    "「受付」表で「手続」が「転入」の行の「受付番号」を押す",
  ])("%s", async (sentence) => {
    expect(await play("二行の記録", sentence)).toBe("done");
  });

  it("takes a row without the name of its list where only one can be meant", async () => {
    const row = "「回」が「2」の行の「特記事項」に「3」を入力する";
    expect(await play("二行の記録", row)).toBe("done");
    expect(await play("同じ列の表", "「番号」が「2」の行の「額」に「3」を入力する")).toContain(
      "RUN021",
    );
  });

  it("counts records and not their lines, and no line that is not drawn", async () => {
    expect(await play("二行の記録", "「調査」表の3行目の「調査日」に「3」を入力する")).toContain(
      "RUN02",
    );
    expect(await play("二行の記録", "「明細」表の3行目の「日付」に「3」を入力する")).toContain(
      "RUN02",
    );
  });

  it("reads the line of the record that the heading stands over", async () => {
    expect(await readIn("二行の記録", "「調査」表で「回」が「2」の行の「調査員」")).toBe("調査員2");
    expect(await readIn("二行の記録", "「調査」表の1行目の「特記事項」")).toBe("特記1");
  });
});

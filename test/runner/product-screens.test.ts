/** Lists and buttons as web products build them: hints folded away in cells, notes and arrows in headings, bars twice; look-alikes stop. */
import { describe, expect, it } from "vitest";
import { page } from "./support/old-system.ts";
import { screensBench } from "./support/screens-bench.ts";

const note = (words: string): string => `document.getElementById('told').textContent+='${words}。'`;
const field = (name: string, more = ""): string =>
  `<input name=${name} size=4 ${more} onchange="${note(`触れた：${name}`)}">`;
const link = (name: string, words: string): string =>
  `<a href="#" onclick="${note(`触れた：${name}`)};return false">${words}</a>`;
const style =
  "<style>table{border-collapse:collapse}td,th{border:1px solid #999;padding:2px 6px}.n{font-size:9px;color:#339}.away{display:none}</style>";

const folded = (at: string): string =>
  `<span>点</span><div class=away><table><thead><tr><th>期別</th><th>税額</th></tr></thead><tbody><tr><td>${at}</td><td>9</td></tr></tbody></table></div>`;
const arrow = (words: string): string =>
  `<img alt="${words}" width=9 height=9 src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`;
const lists = `${style}<h3>滞納者</h3><table><thead><tr><th>宛名番号</th><th>税額</th><th>内訳</th></tr></thead><tbody>
<tr><td>11</td><td>300</td><td>${folded("一期")}</td></tr><tr><td>12</td><td>${field("a")}</td><td>${folded("二期")}</td></tr></tbody></table>
<h3>車両</h3><table><tr><th>車両番号 ${arrow("昇順")}</th><th>車種 ${arrow("説明")}</th></tr><tr><td>か51</td><td>軽</td></tr><tr><td>か52</td><td>${field("b")}</td></tr></table>
<h3>品目</h3><table><tr><th>コード<br><span class=n>半角</span></th><th>品目名<br><span class=n>正式の名</span></th><th>単価<br><span class=n>税込</span></th><th>単価<br><span class=n>税抜</span></th><th>仕入先<br><span class=n>所在地</span></th></tr>
<tr><td>001</td><td>用紙</td><td>110</td><td>100</td><td>見本商店<br><span class=n>大手町</span></td></tr><tr><td>002</td><td>${field("c")}</td><td>${field("d")}</td><td>200</td><td>例示堂<br><span class=n>中町</span></td></tr></table>
<h3>利用者</h3><table><thead><tr><th colspan=2>${arrow("全部")}</th><th>登録名</th><th>権限</th><th>係</th><td colspan=2><span></span></td></tr></thead><tbody>
<tr><td>${link("e", "直す")}</td><td>${link("f", "消す")}</td><td>甲</td><td>主</td><td>一</td></tr><tr><td>${link("g", "直す")}</td><td>${link("h", "消す")}</td><td>乙</td><td>副</td><td>二</td></tr></tbody></table>`;
const box = (name: string, more = ""): string =>
  `<input type=checkbox ${more} onchange="${note(`触れた：${name}`)}">`;
const ticks = `${style}<h3>申請</h3><table><thead><tr><th><input type=checkbox aria-label="すべて選択"></th><th>申請番号</th><th>至急</th></tr></thead><tbody><tr><td>${box("j")}</td><td>A1</td><td>${box("k")}</td></tr><tr><td>${box("l", 'aria-label="A2を選択"')}</td><td>A2</td><td>${box("m")}</td></tr></tbody></table>
<h3>書類</h3><table><tr><th colspan=3>${arrow("全部")}</th><th>書類名</th></tr><tr><td>${box("n")}</td><td>${link("o", "開く")}</td><td>${link("p", "写す")}</td><td>契約書</td></tr><tr><td>${box("q")}</td><td>${link("r", "開く")}</td><td>${link("s", "写す")}</td><td>請求書</td></tr></table>
<h3>物品</h3><table><tr><th>物品名</th><th>廃棄</th><th>数</th></tr><tr><td>机</td><td>${box("t")}</td><td>1</td></tr><tr><td>椅子</td><td>${box("u")}</td><td>2</td></tr></table>
<h3>鍵</h3><table><tr><th></th><th>鍵名</th><th></th></tr><tr><td>${box("v")}</td><td>倉庫</td><td>${box("w")}</td></tr><tr><td>${box("x")}</td><td>車庫</td><td>${box("y")}</td></tr></table>
<h3>通知</h3><table><tr><th></th><th>宛名</th></tr><tr><td><label>${box("z")}送付済</label></td><td>丙</td></tr><tr><td><label>${box("a")}送付済</label></td><td>丁</td></tr></table>`;

const pages = `<p>${link("a", "&laquo; 前")} | 3/8 | ${link("b", "次 &raquo;")}</p><p>${link("c", "≪ 先頭の20件")}${link("d", "‹ 手前の20件")}</p>`;

const part = (tools: string, title: string, more = ""): string =>
  `<div style="margin:8px 0;width:500px">${tools}${title}${more}</div>`;
const right = (tools: string): string => `<div style="float:right">${tools}</div>`;
const parts = `${part(right(link("a", "足す")), "<p><strong>添付資料</strong> <span>2</span></p>", "<p>契約書</p>")}${part(right(`${link("b", "足す")} ${link("c", "直す")}`), "<h4 style='margin:0'>関係者 (3)</h4>")}
${part(`<p>${link("d", "足す")}</p>`, "<h4>その他</h4>", `<p>${link("e", "消す")}</p>`)}${part(right(`備考 ${link("f", "写す")}`), "<b>経過</b>")}`;

const icon = "display:inline-block;height:16px;background:#9bd;overflow:hidden;white-space:nowrap";
const button = (name: string, words: string, more: string): string =>
  `<input type=button value="${words}" style="${more}" onclick="${note(`触れた：${name}`)}">`;
const icons = `<div style="position:relative">${link("a", "表示")} ${button("b", "表示", "width:24px;height:24px;border:0;text-indent:-9999px;overflow:hidden")}</div>
<p>${link("c", "改める")} <a href="#" title="改める" style="${icon};width:0;padding-left:16px" onclick="${note("触れた：d")};return false">改める</a></p>
<p>${link("e", "印刷")} ${button("f", "印刷", "width:120px;height:30px;text-indent:-9999px;background:#9bd")}</p>
<p>${link("g", "次の月")} ${button("h", "次の月", "width:40px;overflow:hidden")}</p>
<p>${link("i", "本文へ")} <a href="#" style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">本文へ</a></p>`;

const to = (address: string, words: string): string => `<a href="${address}">${words}</a>`;
const links = `<div class=menu><ul><li>${to("/made", "新しい届")}</li><li>${to("/made", "控え")}</li></ul></div><div class=main><h2>届 ${to("/made", "新しい届")}</h2>
<p>${to("/made", "写し")}</p><table><tr><th>号</th><th>操作</th></tr><tr><td>1</td><td>${to("/made", "開く")}</td></tr><tr><td>2</td><td>${to("/made", "開く")}</td></tr></table>
<div class="row odd">甲 ${to("/made", "見る")}</div><div class="row even">乙 ${to("/made", "見る")}</div><p>${to("/other", "控え")} ${to("#", "印刷")}</p><div class=foot>${to("#", "印刷")} <a href="/made" data-id=2>写し</a></div></div>`;
const sent = (words: string, more = ""): string =>
  `<button name=act value=1 ${more}>${words}</button>`;
const round = `<form action="/made"><p>${sent("確かめる")} ${sent("戻す", "formaction='/other'")}</p><table><tr><th>件名</th><td><input name=k></td></tr><tr><th>金額</th><td><input name=l></td></tr></table><p>${sent("確かめる")} ${sent("戻す")}</p></form>
<form action="/made"><div class=c1>甲 ${sent("選び直す")} <input name=m></div><div class=c2>乙 ${sent("選び直す")} <input name=n></div></form>`;
const tells = "document.getElementById('told').textContent+='触れた：'+this.dataset.n+'。'";
const bar = (name: string, more = ""): string =>
  `<div class=bar><select data-n=${name}1 aria-label="まとめて" onchange="${tells}"><option>なし<option>直す</select> <input type=button value="行う" data-n=${name}2 onclick="${tells}"> ${more}</div>`;
const list = `<table><tr><th>号</th><th>件名</th></tr><tr><td>1</td><td>甲</td></tr></table>`;
const bars: Record<string, string> = {
  上下の帯: `<form><p>一覧です。</p>${bar("a", "<input type=button value=絞る>")}${list}${bar("b")}</form>`,
  二つの表の帯: `<form>${bar("a")}${list}${bar("b")}${list}</form>`,
  違う帯: `<form>${bar("a")}${list}${bar("b", button("c", "進む", ""))}</form>`,
  見出しのある帯: `<form>${bar("a")}${list}<h4>次の表</h4>${bar("b")}</form>`,
  別の送り先の帯: `<div><form action="/x">${bar("a")}</form>${list}<form action="/y">${bar("b")}</form></div>`,
};

const offers = `<div><!-- #panel end --><form><p>${link("a", "取り直す")}</p><div><label>金額 ${field("b")}</label> <label>金額 ${field("c")}</label></div></form></div>
<div><h3>前年度</h3><p>${link("d", "取り直す")}</p></div><p>${link("e", "並べる")}</p><p>${link("f", "並べる")}</p>`;

const screens: Record<string, string> = {
  製品の表: lists,
  選ぶ升: ticks,
  頁送り: pages,
  部分: parts,
  絵だけ: icons,
  二度のリンク: links,
  二度の送信: round,
  書き足す: offers,
  ...bars,
};

const { bench, play } = screensBench(screens, "<p id=told></p>", {
  "/made": page("できた画面", "できました。"),
  "/other": page("別の画面", "別です。"),
});

describe("lists of products", { timeout: 20_000 }, () => {
  it.each([
    ["a hint in a cell", "「宛名番号」が「12」の行の「税額」に「1」を入力する", "a"],
    ["an arrow in a heading", "「車両番号」が「か52」の行の「車種」に「1」を入力する", "b"],
    ["a note under a heading", "「コード」が「002」の行の「品目名」に「1」を入力する", "c"],
    ["tools before the columns", "「登録名」が「乙」の行の「消す」を押す", "h"],
  ])("%s: %s", async (_, sentence, name) => {
    expect(await play("製品の表", sentence, `「触れた：${name}。」と出ることを確かめる`)).toBe(
      "done",
    );
  });

  it.each([
    ["製品の表", "「コード」が「002」の行の「単価」に「1」を入力する"],
    ["製品の表", "「コード」が「002」の行の「仕入先」の値を {仕入先} として読み取る"],
    ["製品の表", "「期別」が「二期」の行の「税額」の値を {税額} として読み取る"],
  ])("%s: stops at %s", async (screen, sentence) => {
    expect(await play(screen, sentence)).toMatch(/RUN/);
  });
});

describe("boxes of rows in columns without a name", { timeout: 20_000 }, () => {
  it.each([
    ["「申請番号」が「A1」の行の「選択」をチェックする", "j"],
    ["「申請番号」が「A2」の行の「選択」をチェックする", "l"],
    ["「書類名」が「請求書」の行の「選択」をチェックする", "q"],
  ])("ticks: %s", async (sentence, name) => {
    expect(await play("選ぶ升", sentence, `「触れた：${name}。」と出ることを確かめる`)).toBe(
      "done",
    );
  });

  it.each([
    ["another column's box", "「物品名」が「椅子」の行の「選択」をチェックする"],
    ["two of them", "「鍵名」が「車庫」の行の「選択」をチェックする"],
    ["a box with words of its own", "「宛名」が「丁」の行の「選択」をチェックする"],
  ])("stops at %s: %s", async (_, sentence) => {
    expect(await play("選ぶ升", sentence)).toMatch(/RUN/);
  });
});

describe("links from page to page", { timeout: 20_000 }, () => {
  it.each([
    ["「前」を押す", "a"],
    ["「次」を押す", "b"],
    ["「先頭の20件」を押す", "c"],
    ["「手前の20件」を押す", "d"],
  ])("%s", async (sentence, name) => {
    expect(await play("頁送り", sentence, `「触れた：${name}。」と出ることを確かめる`)).toBe(
      "done",
    );
  });
});

describe("buttons before the heading beside which they are drawn", { timeout: 20_000 }, () => {
  it.each([
    ["「添付資料」欄の「足す」を押す", "a"],
    ["「関係者」欄の「足す」を押す", "b"],
    ["「関係者」欄の「直す」を押す", "c"],
  ])("%s", async (sentence, name) => {
    expect(await play("部分", sentence, `「触れた：${name}。」と出ることを確かめる`)).toBe("done");
  });

  it.each([
    ["the heading of what is below", "「その他」欄の「足す」を押す"],
    ["words among the buttons", "「経過」欄の「写す」を押す"],
  ])("stops at %s: %s", async (_, sentence) => {
    expect(await play("部分", sentence)).toMatch(/RUN/);
  });
});

describe("words that are there only for those who listen", { timeout: 20_000 }, () => {
  it.each([
    ["「表示」を押す", "a"],
    ["「改める」を押す", "c"],
    ["「本文へ」を押す", "i"],
  ])("%s", async (sentence, name) => {
    expect(await play("絵だけ", sentence, `「触れた：${name}。」と出ることを確かめる`)).toBe(
      "done",
    );
  });

  it.each([
    ["a picture of the words", "「印刷」を押す"],
    ["words that are cut short", "「次の月」を押す"],
  ])("stops at %s: %s", async (_, sentence) => {
    expect(await play("絵だけ", sentence)).toMatch(/RUN011/);
  });
});

describe("the same thing twice", { timeout: 20_000 }, () => {
  it.each([
    ["二度のリンク", "「新しい届」を押す", "できました。"],
    ["二度の送信", "「確かめる」を押す", "できました。"],
    ["上下の帯", "「まとめて」で「直す」を選ぶ", "触れた：a1。"],
    ["上下の帯", "「行う」を押す", "触れた：a2。"],
  ])("%s: %s", async (screen, sentence, told) => {
    expect(await play(screen, sentence, `「${told}」と出ることを確かめる`)).toBe("done");
  });

  it.each([
    ["another address", "二度のリンク", "「控え」を押す"],
    ["rows of a table", "二度のリンク", "「開く」を押す"],
    ["rows of boxes", "二度のリンク", "「見る」を押す"],
    ["links that a script answers", "二度のリンク", "「印刷」を押す"],
    ["what else the tag says", "二度のリンク", "「写し」を押す"],
    ["a form sent elsewhere", "二度の送信", "「戻す」を押す"],
    ["cards of a form", "二度の送信", "「選び直す」を押す"],
    ["bars of two tables", "二つの表の帯", "「行う」を押す"],
    ["a bar that has more", "違う帯", "「まとめて」で「直す」を選ぶ"],
    ["a bar with a heading", "見出しのある帯", "「行う」を押す"],
    ["forms sent to two places", "別の送り先の帯", "「まとめて」で「直す」を選ぶ"],
  ])("stops at %s: %s %s", async (_, screen, sentence) => {
    expect(await play(screen, sentence)).toMatch(/RUN011/);
  });
});

describe("what to write instead", { timeout: 20_000 }, () => {
  const told = async (sentence: string): Promise<{ message: string; next: string }> => {
    const outcome = await bench().play(["「書き足す」を開く", sentence]);
    if (!("error" in outcome)) throw new Error(outcome.kind);
    return outcome.error;
  };

  it.each([
    ["「取り直す」を押す", "「前年度」欄の「取り直す」", "を押す", "d"],
    ["「金額」に「1」を入力する", "「金額」の1番目", "に「1」を入力する", "b"],
    ["「金額」に「1」を入力する", "「金額」の2番目", "に「1」を入力する", "c"],
  ])("after %s: %s, and that works", async (sentence, instead, act, name) => {
    expect((await told(sentence)).next).toContain(instead);
    const done = [`${instead}${act}`, `「触れた：${name}。」と出ることを確かめる`];
    expect(await play("書き足す", ...done)).toBe("done");
  });

  it("names no notes of the page's maker as a place", async () => {
    expect((await told("「取り直す」を押す")).message).not.toContain("#panel");
  });

  it("offers nothing where no place tells them apart", async () => {
    expect((await told("「並べる」を押す")).next).toContain("場所を書き足すか");
  });
});

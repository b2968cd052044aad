/** Typed pages and worksheets: names in brackets over lines, lists under a line of dashes, lines across a sheet, marks between cells. */
import { describe, expect, it } from "vitest";
import { screensBench } from "./support/screens-bench.ts";

const note = (words: string): string => `document.getElementById('told').textContent+='${words}。'`;
const field = (name: string): string =>
  `<input name=${name} size=4 onchange="${note(`触れた：${name}`)}">`;
const link = (name: string): string =>
  `<a href="javascript:void 0" onclick="${note(`触れた：${name}`)}">再発行</a>`;

const typed = `<form><pre style="font:15px/1.6 monospace">
［請求者］
　氏　　名　　：　${field("a")}　　住所　：　${field("b")}
［必要な方］　<input type=checkbox>同じ
　氏　　名　　：　${field("c")}　　住所　：　${field("d")}
</pre></form><b>受付一覧</b><pre style="font:15px/1.6 'MS Gothic',monospace">
受付番号　　氏名　　　　　種類　　　　　状態
------------------------------------------------
0228　　　　見本　一郎　　住民票　　　　済　　　${link("e")}
0229　　　　例　　太郎　　戸籍　　　　　作成　　${link("f")}
</pre>`;
const head = (...words: string[]): string =>
  words.map((w) => `<td bgcolor=#ccffff>${w}</td>`).join("");
const sheet = `<style>table{border-collapse:collapse}td{border:1px solid #777;width:90px;height:22px}</style>
<table><tr><td style="width:8px"></td><td colspan=4>要求書</td></tr><tr><td></td><td colspan=4>【要求課】</td></tr><tr><td></td>${head("担当者")}<td>${field("g")}</td>${head("内線")}<td>${field("h")}</td></tr>
<tr><td></td><td colspan=3>１　節別要求額</td><td>（千円）</td></tr><tr><td></td>${head("番号", "名称", "前年度", "要求額")}</tr><tr><td></td><td>8</td><td>旅費</td><td>120</td><td>${field("i")}</td></tr><tr><td></td><td>10</td><td>需用費</td><td>90</td><td>${field("j")}</td></tr>
<tr><td></td><td colspan=4>【財政課】</td></tr><tr><td></td>${head("担当者")}<td>${field("k")}</td>${head("査定")}<td>${field("l")}</td></tr></table>`;
const marks = `<style>table{border-collapse:collapse}td{border:1px solid #777;padding:3px}.c{display:inline-block;width:200px;border:1px solid}.m{display:flex;justify-content:space-between}.i{font:16px 'Material Icons',sans-serif}</style>
<table><tr><td bgcolor=#dddddd>年度</td><td>必須</td><td>${field("m")}</td></tr><tr><td bgcolor=#dddddd>件数</td><td></td><td>${field("n")}</td></tr></table>
<table><tr><td></td><td bgcolor=#dddddd>前</td><td bgcolor=#dddddd>後</td></tr><tr><td bgcolor=#dddddd>世帯主</td><td>見本</td><td>${field("o")}</td></tr></table>
<table><tr><td bgcolor=#dddddd>区分</td><td>種別</td><td>${field("p")}</td></tr></table>
<div>${["看板", "足場"].map((w, i) => `<div class=c><div>${w}</div><div class=m><span>締切</span><span>12/0${i}</span></div><button type=button onclick="${note(`触れた：変更${i}`)}">変更</button></div>`).join("")}</div>
<button type=button onclick="${note("触れた：下書き")}"><i class=i>save</i><span>下書き保存</span></button>`;

const screens: Record<string, string> = { 打ち出し: typed, 様式: sheet, 印: marks };

const { play } = screensBench(screens, "<p id=told></p>");

describe("parts that only letters and lines tell", { timeout: 20_000 }, () => {
  it.each([
    ["打ち出し", "「請求者」欄の「氏名」に「1」を入力する", "a"],
    ["打ち出し", "「必要な方」欄の「住所」に「1」を入力する", "d"],
    ["打ち出し", "「受付一覧」表で「受付番号」が「0229」の行の「再発行」を押す", "f"],
    ["様式", "「要求課」枠の「担当者」に「1」を入力する", "g"],
    ["様式", "「財政課」枠の「担当者」に「1」を入力する", "k"],
    ["様式", "「節別要求額」表で「名称」が「需用費」の行の「要求額」に「1」を入力する", "j"],
    ["印", "「年度」に「1」を入力する", "m"],
    ["印", "「世帯主」に「1」を入力する", "o"],
    ["印", "「種別」に「1」を入力する", "p"],
    ["印", "「足場」枠の「変更」を押す", "変更1"],
    ["印", "「下書き保存」を押す", "下書き"],
  ])("%s: %s", async (screen, sentence, name) => {
    expect(await play(screen, sentence, `「触れた：${name}。」と出ることを確かめる`)).toBe("done");
  });

  it.each([
    ["打ち出し", "「氏名」に「1」を入力する"],
    ["様式", "「担当者」に「1」を入力する"],
    ["様式", "「節別要求額」枠の「査定」に「1」を入力する"],
    ["印", "「区分」に「1」を入力する"],
    ["印", "「変更」を押す"],
    ["印", "「締切」枠の「変更」を押す"],
  ])("%s: stops at %s", async (screen, sentence) => {
    expect(await play(screen, sentence)).toMatch(/RUN/);
  });
});

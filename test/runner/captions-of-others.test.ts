/** A caption whose field is not there never lends its name to the field of the next caption; boxes keep their own words. */
import { describe, expect, it } from "vitest";
import { saysFurther } from "../../runner/find/match-caption.ts";
import { screensBench } from "./support/screens-bench.ts";

const note = (words: string): string => `document.getElementById('told').textContent+='${words}。'`;
const field = (name: string, more = ""): string =>
  `<input name=${name} size=6 ${more} onchange="${note(`触れた：${name}`)}">`;
const box = (name: string): string => field(name, "type=checkbox");

const screens: Record<string, string> = {
  欄: `<p>甲氏名： <span></span> 甲住所： ${field("a")}</p><p>乙氏名：　乙住所：${field("b")}</p><p><b>丙氏名</b> <b>丙住所</b> ${field("c")}</p>
  <div><label>丁氏名</label><span></span><label>丁住所</label>${field("d")}</div><p>戊期間 見本 ${field("e")}</p><p>己金額 <span>1,000円</span> 己内訳 ${field("f")}</p>
  <p>庚数量 ${field("g", 'style="display:none"')} 庚単価 ${field("h")}</p><table><tr><td>辛氏名<br>辛住所</td><td>${field("i")}</td></tr></table>
  <p>壬氏名：見本 壬住所：${field("j")}</p><p>癸氏名　　　癸住所　${field("k")}</p><p>子氏名（全角）※ ${field("l")}</p><p>丑氏名 例：見本太郎 ${field("m")}</p>`,
  箱: `<style>.r{display:flex;gap:6px}</style><table><tr>${["子同意", "丑委任"].map((w, i) => `<td>${box(`a${i}`)}</td><td>${w}</td>`).join("")}</tr></table>
  <div class=r><span>寅公開</span>${box("b")}<span>卯非公開</span>${box("c")}</div><div class=r>${box("d")}<span>辰あり</span>${box("e")}<span>巳なし</span></div>
  <table><tr><td>午同意</td><td>${box("f")}</td><td>未委任</td><td>${box("g")}</td></tr></table>`,
  二つの表: `<h3>甲一覧</h3><table><tr><th>番号</th><th>数</th></tr><tr><td>1</td><td>${field("a")}</td></tr></table><h3>乙一覧</h3><table><tr><th>番号</th><th>数</th></tr><tr><td>1</td><td>${field("b")}</td></tr></table>`,
};

const { play } = screensBench(screens, "<p id=told></p>");

describe("captions without a field", { timeout: 20_000 }, () => {
  it.each([
    "甲氏名",
    "乙氏名",
    "丙氏名",
    "丁氏名",
    "戊期間",
    "己金額",
    "庚数量",
    "辛氏名",
    "壬氏名",
    "癸氏名",
  ])("stops at %s", async (caption) => {
    expect(await play("欄", `「${caption}」に「1」を入力する`)).toMatch(/RUN/);
  });

  it.each([
    ["甲住所", "a"],
    ["丙住所", "c"],
    ["丁住所", "d"],
    ["己内訳", "f"],
    ["壬住所", "j"],
    ["癸住所", "k"],
    ["子氏名", "l"],
    ["丑氏名", "m"],
  ])("types into %s, whose field it is", async (caption, name) => {
    const typed = `「${caption}」に「1」を入力する`;
    expect(await play("欄", typed, `「触れた：${name}。」と出ることを確かめる`)).toBe("done");
  });

  it.each([
    ["氏名：見本 住所：", "氏名", true],
    ["氏名　住所", "氏名", true],
    ["氏名(全角)", "氏名", false],
    ["氏名 例：見本", "氏名", false],
    ["氏名カナ", "氏名", false],
    ["(1)氏名 住所", "氏名", true],
  ])("%s says more than %s: %s", (name, wanted, more) => {
    expect(saysFurther(name, wanted)).toBe(more);
  });
});

describe("boxes and their words", { timeout: 20_000 }, () => {
  it.each([
    ["子同意", "a0"],
    ["丑委任", "a1"],
    ["寅公開", "b"],
    ["卯非公開", "c"],
    ["辰あり", "d"],
    ["巳なし", "e"],
    ["午同意", "f"],
    ["未委任", "g"],
  ])("%s is box %s", async (words, name) => {
    const ticked = `「${words}」をチェックする`;
    expect(await play("箱", ticked, `「触れた：${name}。」と出ることを確かめる`)).toBe("done");
  });
});

describe("lists under headings of their own", { timeout: 20_000 }, () => {
  it.each([
    ["「甲一覧」表で「番号」が「1」の行の「数」に「1」を入力する", /^done/],
    ["「番号」が「1」の行の「数」に「1」を入力する", /RUN/],
  ])("%s", async (sentence, end) => {
    expect(await play("二つの表", sentence)).toMatch(end);
  });
});

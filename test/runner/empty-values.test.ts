/** A caption with nothing behind it is read as nothing: never as the next caption, the next value, or a word of the page. */
import { describe, expect, it } from "vitest";
import { screensBench } from "./support/screens-bench.ts";

const screens: Record<string, string> = {
  空のまま: `<style>.i{display:inline-block;margin-right:20px}.i span{margin-right:8px}.f{display:flex;gap:12px}.f div{width:110px}</style>
  <p>甲担当： 甲内線：1234</p><p>乙担当：　乙内線：1234 乙階： 3</p>
  <p><span>丙担当：</span><span></span> <span>丙内線</span> <span>1234</span></p>
  <p><b>丁担当：</b> <b>丁内線</b>：1234</p>
  <p><label>戊担当</label> <span></span> <label>戊内線</label> <span>12</span></p>
  <div><div class=i><span>己担当</span><span></span></div><div class=i><span>己内線</span><span>1234</span></div></div><div><div class=i><span>己係</span><span>庶務</span></div><div class=i><span>己階</span><span>3</span></div></div>
  <p>庚担当：<span></span> <button>選択</button></p><div>辛担当：</div><div>以下の内容で登録します。</div>
  <div class=f><div>壬担当</div><div></div><div>壬電話1</div><div></div></div>
  <p>癸担当：<b>癸内線</b> <input size=4></p><p>子担当：<br>子内線：12</p><p>丑担当：<br><b>丑内線</b> 12</p>
  <p>寅担当：卯内線：1234</p>
  <div class=f><div>辰額</div><div>12,300</div></div><div class=f><div>辰期間</div><div><input size=3></div></div>`,
  続く値: `<style>.g{color:#666}</style><p>開館：9:00　～　17:00</p><p>閉館： 9:00 ～ 17:00</p><p>備考：一部<font color=red>変更</font>あり</p>
  <div class=g>担当者：</div><div>見本太郎</div><p>場所：http://example.jp/ 参照</p><p>連絡：総務課 内線：99 内 容： 全部</p>
  <p><b>氏名：</b>見本<i>太郎</i>様</p><p>番号：<input type=hidden name=x>0231<!-- x --></p><p>枝番：<!-- x --><input type=hidden name=x><b>7</b></p>
  <p><b>区分</b>：新規</p><p><span>状態</span><span>：</span><span>済</span></p>`,
  台帳の頭: `<style>.l{position:absolute;white-space:nowrap}.t b{font-size:20px}</style><div class=t style="position:relative;height:90px"><div class=l style="left:9px;top:9px"><b>原簿</b></div>
  ${[
    ["札番号", "第 12 号"],
    ["登録日", "令和5年"],
    ["更新日", ""],
  ]
    .map(
      ([c, v], i) =>
        `<div class=l style="left:300px;top:${12 + 26 * i}px;width:80px;text-align:right">${c}</div><div class=l style="left:390px;top:${12 + 26 * i}px"><div>${v}</div></div>`,
    )
    .join("")}</div>`,
  要約とタブ: `<style>.s>*{display:inline-block;width:90px}.t{display:flex;list-style:none;padding:0;margin:0}.t li{width:80px;margin-right:10px;border:1px solid;color:navy}</style>
  <div class=s><span>契約番号</span><b>08-0231</b><span>状態</span><b>入力中</b><span>起案課</span><b>建設課</b></div><ul class=t role=tablist>${["基本情報", "契約相手方", "支払条件"].map((t) => `<li role=tab><a href="#">${t}</a></li>`).join("")}</ul>`,
};

const { readIn } = screensBench(screens);

describe("captions without a value", { timeout: 20_000 }, () => {
  it.each([..."甲乙丙丁戊己庚辛壬癸子丑寅"].map((sign) => `${sign}担当`))(
    "stops at %s",
    async (what) => {
      expect(await readIn("空のまま", `「${what}」の値`)).toMatch(/RUN/);
    },
  );

  it.each([
    ["甲内線", "1234"],
    ["乙内線", "1234"],
    ["乙階", "3"],
    ["丁内線", "1234"],
    ["戊内線", "12"],
    ["子内線", "12"],
    ["辰額", "12,300"],
  ])("%s beside it is %s", async (what, value) => {
    expect(await readIn("空のまま", `「${what}」の値`)).toBe(value);
  });
});

describe("values to their end", { timeout: 20_000 }, () => {
  it.each([
    ["開館", "9:00　～　17:00"],
    ["閉館", "9:00 ～ 17:00"],
    ["備考", "一部変更あり"],
    ["担当者", "見本太郎"],
    ["場所", "http://example.jp/ 参照"],
    ["連絡", "総務課"],
    ["内線", "99"],
    ["内容", "全部"],
    ["氏名", "見本太郎様"],
    ["番号", "0231"],
    ["枝番", "7"],
    ["区分", "新規"],
    ["状態", "済"],
  ])("%s is %s", async (what, value) => {
    expect(await readIn("続く値", `「${what}」の値`)).toBe(value);
  });
});

it("a line of captions and values over tabs is no heading of a list", {
  timeout: 20_000,
}, async () => {
  expect(await readIn("要約とタブ", "「契約番号」の値")).toBe("08-0231");
  expect(await readIn("要約とタブ", "「起案課」の値")).toBe("建設課");
});

it("takes no caption for a value under another, beside a title drawn otherwise", {
  timeout: 20_000,
}, async () => {
  for (const what of ["札番号", "登録日", "更新日"])
    expect(await readIn("台帳の頭", `「${what}」の値`)).not.toMatch(/登録日|更新日|札番号/);
});

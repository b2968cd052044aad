/** Rows of filters, lists that name themselves, choices drawn by their words, values in paragraphs; what is not told stops. */
import { describe, expect, it } from "vitest";
import { screensBench } from "./support/screens-bench.ts";

const told = `onchange="document.getElementById('told').textContent+='触れた：'+this.name+'。'"`;
const field = (name: string, more = ""): string => `<input name=${name} size=6 ${more} ${told}>`;
const list = (name: string, ...options: string[]): string =>
  `<select name=${name} ${told}>${options.map((o) => `<option>${o}</option>`).join("")}</select>`;
const operators = ["以後", "以前", "次の範囲"];
const filter = (n: number, caption: string, rest: string): string =>
  `<tr><td width=200><input type=checkbox id=f${n} checked><label for=f${n}> ${caption}</label></td>${rest}</tr>`;
const unseen =
  "<style>.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}</style>";
const sample = (name: string, words: string, code: string): string =>
  `<label><input type=radio name=${name} value=${name}${code} ${told}> <span>${words}</span><code>${code}</code></label><br>`;
const free = (name: string): string =>
  `<label><input type=radio name=${name}> <span>自由:<span class=sr> write it in the next field</span></span></label><label class=sr for=${name}>Format:</label>${field(`${name}9`, `id=${name}`)}`;
const picture = (alt: string, width: number): string =>
  `<img alt="${alt}" style="width:${width}px;height:16px;background:#ccc" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">`;
const pair = (name: string, ...words: string[]): string =>
  words
    .map(
      (w, i) =>
        `<input type=radio name=${name} id=${name}${i} ${told}><label for=${name}${i}>${w}</label>`,
    )
    .join("");
const screens: Record<string, string> = {
  詳細: `<style>.f{clear:left;padding-left:120px;min-height:24px}.k{float:left;width:110px;margin-left:-120px;font-weight:bold}.bar{float:left;width:60px}.bar td{height:9px;background:#9c9}</style>
  <div class="f f0"><div class=k>区分:</div><div class=v>一般</div></div>
  <div class="f f1"><div class=k>進み具合:</div><div class=v><table class=bar><tr><td></td></tr></table><p class=n>35%</p></div></div>
  <div class="f f2"><div class=k>経緯:</div><div class=v><div class=w><p>窓口で受付</p></div></div></div>
  <div class="f f3"><div class=k>摘要:</div><div class=v></div></div>
  <div class="f f4"><div class=k>注記:</div><div class=v><p>一つ目</p><p>二つ目</p></div></div>
  <div><span><label>受付日時:</label></span><div><label>令和8年11月4日 (水) 10:25</label></div></div>
  <div><span><label>係:</label></span><div><label>窓口係</label></div></div>
  <p>開庁 8:30～17:15</p><pre><b>担当</b> ：      <b>備考</b>
<b>主管</b> ： <b>会計課</b>   <b>合議</b> ：</pre><p>支給額 <b>12,300</b> 円</p><p>人数 <b>3</b> 名 前 <b>見本</b></p>`,
  年月日: `<table><tr><td>日付</td><td>${list("x", "令和8年", "令和9年")} ${list("y", "4月", "12月")} ${list("z", "1日", "8日")}</td></tr>
  <tr><td>時刻</td><td>${list("v", "9時", "10時")} ～ ${list("w", "10時", "11時")}</td></tr></table>`,
  札の条件: `<style>.r{display:flex}.r>div{width:120px}</style>
  <div class=r><div><label>札</label></div><div style="width:400px"><table><tr><td colspan=3>${pair("a", "すべて満たす", "どれか満たす")}</td></tr><tr><td>${field("b", 'placeholder="札"')}</td><td>${pair("c", "含む", "等しい")}</td><td>${field("d", 'placeholder="値"')}</td></tr></table></div></div>
  <div class=r><div><label>印</label></div><div style="width:400px"><table><tr><td>${field("e")}</td><td>${pair("f", "含む", "等しい")}</td></tr><tr><td>${field("g")}</td><td>${pair("h", "含む", "等しい")}</td></tr></table></div></div>`,
  絞り込み: `<table>${filter(1, "期限日", `<td>${list("a1", ...operators)}</td><td>${field("a2")} ${field("a3")}</td>`)}${filter(2, "整理番号", `<td>${list("b1", "含む", "等しい")}</td><td>${field("b2")} 桁</td>`)}${filter(3, "届出区分", `<td>${list("c1", "等しい", "等しくない")}</td><td>${list("c2", "転入", "転出")}</td>`)}</table>
  <div>届出日 ${list("d1", "令和", "平成")}${field("d2")}年${field("d3")}月</div>
  <div>方法 ${list("e1", "窓口", "郵送")} ${field("e2")} 宛先</div>
  <div><div>保存期間</div><div>${list("g1", "一年", "その他")} ${field("g2")}</div></div>
  <div><div>事由</div><div><div>${list("h1", "完結", "その他")}</div><div>${field("h2")}</div></div></div>
  <div>種別 ${list("j1", "個人", "法人")} ${field("j2", "placeholder=名称")}</div>
  <div><div>係</div><div>${list("i1", "窓口係", "庶務係")}</div></div><div>${field("i2")} <button type=button>探す</button></div>`,
  自分で名乗る: `${unseen}<div><label class=sr for=m>Filter by month</label><select id=m name=a ${told}><option>すべての月<option>11月</select> <select name=b aria-label="kind of act" ${told}><option>一括操作<option>印刷</select></div>
  <div><input type=checkbox id=z><label for=z>すべて選ぶ</label> ${list("c", "選んだものを:", "複写する")}</div>
  <div>担当係 ${list("d", "総務課", "会計課")}</div><div>${list("e", "年度を選択", "令和8年度")}</div><div>${list("f", "年度を選択", "令和7年度")}</div>`,
  選択肢: `${unseen}<style>.g{list-style:none;display:flex;padding:0;margin:0}.g li{position:relative}.g input{position:absolute;width:1px;height:1px;left:0;top:0;margin:0;opacity:0}.g label{display:block;padding:9px;border:1px solid}</style>
  <table><tr><th>日付の形</th><td>${sample("p", "令和8年11月4日", "gy年m月d日")}${sample("p", "2026-11-04", "yyyy-mm-dd")}${free("p")}</td></tr><tr><th>時刻の形</th><td>${sample("q", "10:25", "H:i")}${free("q")}</td></tr></table>
  <div style="display:grid;grid-template-columns:100px 300px;align-items:center"><label for=k>見る相手</label><div><ul id=k class=g>${["すべて", "部下", "自分"].map((w, i) => `<li><input type=radio name=k id=k${i} ${told}><label for=k${i}>${w}</label></li>`).join("")}</ul></div><label for=w>窓口</label><div>${field("w", "id=w")}</div></div>`,
  数える欄: `<table border=1><tr><th>工事の期間</th><td>${field("a1")}${picture("始めの日を選択", 16)} ～ ${field("a2")}${picture("終わりの日を選択", 16)}</td></tr>
  <tr><th>通知の条件</th><td><p>${field("b1")}件を超えたとき</p><p>次の言葉を含むとき<br><textarea name=b2 ${told}></textarea></p></td></tr>
  <tr><th>所在</th><td>${field("c1")}</td></tr><tr><th>所在</th><td>${field("c2")}</td></tr>
  <tr><th>条件</th><td>${field("d1")}${field("d2")}<br>${field("d3")}</td></tr>
  <tr><th>学級</th><td>${field("e1")}年${field("e2")}組</td></tr><tr><th>学籍</th><td>学年${field("f1")}組${field("f2")}</td></tr></table>
  <table border=1><tr><td rowspan=2>申請者</td><td>住まい</td><td>${field("g1")}</td><td rowspan=2>代理人</td><td>住まい</td><td>${field("g2")}</td></tr><tr><td>名</td><td>${field("g3")}</td><td>名</td><td>${field("g4")}</td></tr></table>
  <p>${field("h1")}${picture("電話", 60)}${field("h2")}</p>
  <p><input type=checkbox id=y><label for=y>Close the record when nobody has opened it for</label> <label>${field("i1")} days</label></p>`,
};

const { bench, play, readIn } = screensBench(screens, `<p id=told></p>`);

const touches = (name: string): string => `「触れた：${name}。」と出ることを確かめる`;

describe("values behind their captions", { timeout: 20_000 }, () => {
  it.each([
    ["区分", "一般"],
    ["進み具合", "35%"],
    ["経緯", "窓口で受付"],
    ["受付日時", "令和8年11月4日 (水) 10:25"],
    ["係", "窓口係"],
    ["人数", "3"],
    ["主管", "会計課"],
  ])("%s", async (caption, value) => {
    expect(await readIn("詳細", `「${caption}」の値`)).toBe(value);
  });

  it.each([
    ["is empty", "摘要"],
    ["is two paragraphs", "注記"],
    ["is the next caption", "担当"],
    ["is a time of day", "開庁 8"],
    ["is a date and a time", "令和8年11月4日 (水) 10"],
  ])("stops where it %s", async (_why, caption) => {
    expect(await readIn("詳細", `「${caption}」の値`)).toContain("RUN010");
  });
});

describe("a list and a field under one caption", { timeout: 20_000 }, () => {
  it.each([
    ["「期限日」で「以前」を選ぶ", "a1"],
    ["「期限日」に「R8.12.1」を入力する", "a2"],
    ["「整理番号」で「等しい」を選ぶ", "b1"],
    ["「整理番号」に「12」を入力する", "b2"],
    ["「保存期間」で「その他」を選ぶ", "g1"],
    ["「保存期間」に「30年」を入力する", "g2"],
    ["「事由」に「合冊」を入力する", "h2"],
  ])("%s", async (sentence, name) => {
    expect(await play("絞り込み", sentence, touches(name))).toBe("done");
  });

  it.each([
    "「届出区分」に「転入」を入力する",
    "「届出日」に「8」を入力する",
    "「方法」に「総務課」を入力する",
    "「係」に「窓口」を入力する",
    "「保存期間」に「一年」を入力する",
    "「種別」に「団体」を入力する",
  ])("stops at %s", async (sentence) => {
    expect(await play("絞り込み", sentence)).toMatch(/RUN/);
  });

  it("reads the list first", async () => {
    expect(await readIn("絞り込み", "「保存期間」の値")).toBe("一年");
  });
});

describe("lists without a caption", { timeout: 20_000 }, () => {
  it.each([
    ["「すべての月」で「11月」を選ぶ", "a"],
    ["「一括操作」で「印刷」を選ぶ", "b"],
    ["「選んだものを:」で「複写する」を選ぶ", "c"],
  ])("%s", async (sentence, name) => {
    expect(await play("自分で名乗る", sentence, touches(name))).toBe("done");
  });

  it.each([
    ["has a caption", "「総務課」で「会計課」を選ぶ"],
    ["is not the only one", "「年度を選択」で「令和8年度」を選ぶ"],
    ["is said by its beginning alone", "「一括」で「印刷」を選ぶ"],
  ])("stops where it %s", async (_why, sentence) => {
    expect(await play("自分で名乗る", sentence)).toMatch(/RUN/);
  });
});

describe("choices by the words that are seen", { timeout: 20_000 }, () => {
  it.each([
    ["「日付の形」で「2026-11-04」を選ぶ", "p"],
    ["「日付の形」欄の「自由」に「12」を入力する", "p9"],
    ["「時刻の形」欄の「自由」に「12」を入力する", "q9"],
    ["「見る相手」で「部下」を選ぶ", "k"],
  ])("%s", async (sentence, name) => {
    expect(await play("選択肢", sentence, touches(name))).toBe("done");
  });

  it("reads them without their codes", async () => {
    const steps = ["「選択肢」を開く", "「時刻の形」で「10:25」を選ぶ"];
    const outcome = await bench().play([...steps, "「時刻の形」の値を {値} として読み取る"]);
    expect(outcome).toMatchObject({ kind: "done", values: { 値: "10:25" } });
  });
});

describe("fields that are counted off or named by what is round them", { timeout: 20_000 }, () => {
  it.each([
    ["「工事の期間」の1番目に「R8.4.1」を入力する", "a1"],
    ["「工事の期間」の2番目に「R9.3.31」を入力する", "a2"],
    ["「通知の条件」の1番目に「2」を入力する", "b1"],
    ["「通知の条件」の2番目に「至急」を入力する", "b2"],
    ["「学級」欄の「組」に「3」を入力する", "e2"],
    ["「学籍」欄の「組」に「3」を入力する", "f2"],
    ["「申請者」欄の「名」に「見本」を入力する", "g3"],
    ["「代理人」欄の「住まい」に「見本町」を入力する", "g2"],
    ["「電話」に「1」を入力する", "h2"],
    ["「Close the record when nobody has opened it for」に「14」を入力する", "i1"],
  ])("%s", async (sentence, name) => {
    expect(await play("数える欄", sentence, touches(name))).toBe("done");
  });

  it.each([
    ["two captions are alike", "「所在」の2番目に「1」を入力する"],
    ["nobody can tell the order", "「条件」の3番目に「1」を入力する"],
  ])("stops where %s", async (_why, sentence) => {
    expect(await play("数える欄", sentence)).toMatch(/RUN/);
  });

  it("proposes no caption that is the one asked for", async () => {
    const outcome = await bench().play(["「数える欄」を開く", "「学級」の5番目に「1」を入力する"]);
    const told = "error" in outcome ? outcome.error.message : "";
    expect(told).toContain("「学級」が見つかりません");
    expect(told).not.toContain("もしかして「学級」");
  });
});

describe("choices without a caption in a part that has one", { timeout: 20_000 }, () => {
  it.each([
    ["「札」で「等しい」を選ぶ", "c"],
    ["「札」で「どれか満たす」を選ぶ", "a"],
  ])("%s", async (sentence, name) => {
    expect(await play("札の条件", sentence, touches(name))).toBe("done");
  });

  it.each([
    ["two of them offer it", "「印」で「等しい」を選ぶ"],
    ["none of them offers it", "「札」で「異なる」を選ぶ"],
  ])("stops where %s", async (_why, sentence) => {
    expect(await play("札の条件", sentence)).toMatch(/RUN/);
  });
});

describe("several lists under one caption", { timeout: 20_000 }, () => {
  it.each([
    ["「日付」で「12月」を選ぶ", "y"],
    ["「日付」で「8日」を選ぶ", "z"],
    ["「時刻」で「11時」を選ぶ", "w"],
  ])("%s: the only one that offers it", async (sentence, name) => {
    expect(await play("年月日", sentence, touches(name))).toBe("done");
  });

  it("stops where two of them offer it, and where none does", async () => {
    expect(await play("年月日", "「時刻」で「10時」を選ぶ")).toContain("RUN011");
    expect(await play("年月日", "「日付」で「13月」を選ぶ")).toMatch(/RUN/);
  });
});

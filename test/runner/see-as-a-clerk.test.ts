/** Finding fields, buttons and values as a clerk names them, on screens as old as they come. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFront, type OldSystem, page, send, startOldSystem } from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

let system: OldSystem;
let bench: Bench;

const legacyForm = page(
  "登録画面",
  `<form><table border="1">
  <tr><th>債 権 者 氏 名<font color="red">※</font></th><td colspan="3"><input name="a"></td></tr>
  <tr><td>電話番号：</td><td><input name="b"></td><td>郵便番号（必須）</td><td><input name="c"></td></tr>
  <tr><th>期間</th><td>自 <input name="d" size="8"> ～ 至 <input name="e" size="8"></td></tr>
  <tr><th>区分</th><td><input type="radio" name="k" value="1">個人　<input type="radio" name="k" value="2">法人</td>
      <th>預金種別</th><td><select name="s"><option></option><option>1:普通</option><option>2:当座</option></select></td></tr>
  <tr><th>源泉徴収対象</th><td><input type="checkbox" name="w">対象とする</td></tr>
  <tr><th>金融機関名</th><td><input name="bank" readonly value="見本銀行"></td></tr>
  <tr><th>残高</th><td>1,234,567円</td></tr>
  </table>
  <p>摘要 <input name="m"></p>
  <label>備考欄<input name="n" maxlength="3"></label>
  <div style="position:relative;height:40px"><span style="position:absolute;left:10px;top:8px">照会番号</span>
    <span style="position:absolute;left:120px;top:5px"><input name="q"></span></div>
  <input type="button" value="登　録" onclick="document.title='committed'"> <input type="button" value="一括承認">
  <div onclick="document.getElementById('out').textContent='計算しました'">計　算</div>
  <a href="#" onclick="return false"><img alt="印刷"></a> <button disabled>再計算</button>
  <input type="password" name="secret"> <p id="out"></p>
  </form>`,
);

const twins = page(
  "二つの住所",
  `<fieldset><legend>申請者</legend><table><tr><th>住所</th><td><input id="t1"></td></tr></table></fieldset>
   <fieldset><legend>代理人</legend><table><tr><th>住所</th><td><input id="t2"></td></tr></table></fieldset>
   <h2>口座</h2><table><tr><th>番号</th><td><input></td></tr></table>
   <h2>連絡先</h2><table><tr><th>番号</th><td><input></td></tr></table>`,
);

const rows = (names: readonly string[]): string =>
  names
    .map(
      (n, i) =>
        `<tr><td>${n}</td><td>${1000 + i},000</td><td><a href="/picked?${n}">選択</a></td></tr>`,
    )
    .join("");
const list = (names: readonly string[], more = ""): string =>
  page(
    "一覧画面",
    `<p>検索結果</p><table><tr><th>伝票番号</th><th>金額</th><th>&nbsp;</th></tr>${rows(names)}</table>${more}`,
  );

beforeAll(async () => {
  system = await startOldSystem();
  addFront(system, [
    "登録画面",
    "二つの住所",
    "一覧",
    "続きのある一覧",
    "空の一覧",
    "遅い画面",
    "枠の画面",
    "窓の画面",
    "空白で描いた画面",
  ]);
  system.pages.set("/s0", legacyForm);
  system.pages.set("/s1", twins);
  system.pages.set("/s2", list(["0012", "0013"]));
  system.pages.set("/s3", list(["0012", "0013"], '<a href="#">次へ＞</a>'));
  system.pages.set("/s4", page("空", "<p>該当するデータはありません</p>"));
  system.pages.set("/picked", page("選択済", "<p>選びました</p>"));
  const later = `setTimeout(()=>{document.body.innerHTML='<table><tr><th>氏名</th><td><input></td></tr></table>'},600)`;
  system.pages.set("/s5", page("遅い", `<p>読込中</p><script>${later}</script>`));
  const frames = `<html><head><title>枠</title></head><frameset cols="200,*"><frame src="/tree"><frame name="m" src="/blank"></frameset></html>`;
  system.pages.set("/s6", frames);
  system.pages.set("/blank", page("空白", ""));
  const toggle =
    "var b=document.getElementById('b');b.style.display=b.style.display=='none'?'block':'none'";
  system.pages.set(
    "/tree",
    page(
      "木",
      `<div onclick="${toggle}">債権者管理</div><div id="b" style="display:none">
       <span style="cursor:pointer" onclick="parent.m.location='/s2'">債権者検索</span></div>`,
    ),
  );
  system.pages.set(
    "/s7",
    page(
      "窓",
      `<table><tr><th>支店</th><td><input id="v" readonly></td></tr></table>
       <button onclick="window.open('/popup','p','width=400,height=300')">支店検索</button>`,
    ),
  );
  const pick = "opener.document.getElementById('v').value='本店';close()";
  system.pages.set(
    "/popup",
    page(
      "支店検索",
      `<table><tr><th>番号</th><th>名</th><th></th></tr><tr><td>012</td><td>本店</td>
     <td><input type="button" value="選択" onclick="${pick}"></td></tr></table>`,
    ),
  );
  system.pages.set(
    "/s8",
    page(
      "空白で描いた画面",
      `<pre>
 様　　　式 : <input>     地　　積\t: <input size=6> m2   地目 : <input size=4>
 対象月 ………… <input size=4>月  部数 <input size=4>部
 期　間     <input size=6>  </pre>`,
    ),
  );
  bench = await openBench(system, {
    dictionary: { captions: { 備考: ["摘要"], 先へ: ["登録"], 奥へ: ["一括承認"] } },
  });
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
});

const opened = (name: string, ...sentences: string[]): string[] => [
  `「${name}」を開く`,
  ...sentences,
];

describe("fields on a form without labels", { timeout: 20_000 }, () => {
  const ways: readonly (readonly [sentence: string, foundBy: string])[] = [
    ["「債権者氏名」に「見本 太郎」を入力する", "heading-left"],
    ["「電話番号」に「000-000-0000」を入力する", "heading-left"],
    ["「郵便番号」に「9990000」を入力する", "heading-left"],
    ["「自」に「R8.4.1」を入力する", "text-before"],
    ["「至」に「R8.4.30」を入力する", "text-before"],
    ["「区分」で「法人」を選ぶ", "heading-left"],
    ["「預金種別」で「普通」を選ぶ", "heading-left"],
    ["「源泉徴収対象」をチェックする", "heading-left"],
    ["「対象とする」をチェックする", "after-choice"],
    ["「摘要」に「a」を入力する", "text-before"],
    ["「備考」に「b」を入力する", "dictionary/text-before"],
    ["「備考欄」に「c」を入力する", "label"],
    ["「照会番号」に「d」を入力する", "text-before"],
    ["「電話」に「1」を入力する", "heading-left/prefix"],
    ["「計算」を押す", "clickable-text"],
    ["「印刷」を押す", "button-name"],
    ["「金融機関名」が「見本銀行」であることを確かめる", "heading-left"],
    ["「残高」が「1234567」であることを確かめる", "heading-left"],
  ];

  it("finds each by the surest way that names it", async () => {
    const outcome = await bench.play(opened("登録画面", ...ways.map(([sentence]) => sentence)));
    expect(endOf(outcome)).toBe("done");
    expect(outcome.steps.slice(2).map((s) => [s.sentence, s.foundBy])).toEqual(ways);
  });

  it.each([
    ["「債権者番号」に「1」を入力する", "system-error RUN010"],
    ["「備考欄」に「abcd」を入力する", "system-error RUN015"],
    ["「金融機関名」に「1」を入力する", "system-error RUN012"],
    ["「預金種別」に「普通」を入力する", "system-error RUN013"],
    ["「預金種別」で「貯蓄」を選ぶ", "system-error RUN016"],
    ["「再計算」を押す", "system-error RUN012"],
    ["「先へ」を押す", "system-error RUN061"],
    ["「奥へ」を押す", "system-error RUN060"],
    ["「登録」を開く", "system-error RUN061"],
    ["「一括承認」を開く", "system-error RUN060"],
    ["「残高」が「1234568」であることを確かめる", "business-error RUN032"],
    ["「ありません」と出ることを確かめる", "business-error RUN030"],
    ["「別の画面」画面の「電話番号」に「1」を入力する", "system-error RUN014"],
  ])("%s stops: %s", async (sentence, end) => {
    const outcome = await bench.play(opened("登録画面", sentence));
    expect(endOf(outcome)).toBe(end);
    expect("error" in outcome && outcome.error.place.step).toBe(sentence);
  });

  it("takes a caption whole where the screen is drawn with blanks", async () => {
    const names = ["様式", "地積", "地目", "対象月", "部数", "期間"];
    const sentences = names.map((name, i) => `「${name}」に「${i + 1}」を入力する`);
    const read = names.map((name, i) => `「${name}」が「${i + 1}」であることを確かめる`);
    const outcome = await bench.play(opened("空白で描いた画面", ...sentences, ...read));
    expect(endOf(outcome), JSON.stringify(outcome)).toBe("done");
  });

  it("suggests the nearest caption, never uses it", async () => {
    const outcome = await bench.play(opened("登録画面", "「債権者指名」に「1」を入力する"));
    expect("error" in outcome && outcome.error.message).toContain("もしかして「債権者氏名");
  });
});

describe("two of the same", { timeout: 20_000 }, () => {
  it("stops, lists both and numbers them on a picture", async () => {
    const outcome = await bench.play(opened("二つの住所", "「住所」に「1」を入力する"));
    expect(endOf(outcome)).toBe("system-error RUN011");
    const message = "error" in outcome ? outcome.error.message : "";
    expect(message).toMatch(/2つ.*1\. .*申請者›住所.*2\. .*代理人›住所/u);
    expect(bench.pictures.get("stopped")?.length).toBeGreaterThan(1000);
  });

  it.each([
    "「代理人」画面の「住所」に「1」を入力する",
    "「連絡先」画面の「番号」に「1」を入力する",
  ])("%s is clear", async (sentence) => {
    expect(endOf(await bench.play(opened("二つの住所", sentence)))).toBe("done");
  });
});

describe("lists", { timeout: 20_000 }, () => {
  const row = "「検索結果」表で「伝票番号」が";
  it.each([
    ["一覧", `${row}「0013」の行の「選択」を押す`, "done"],
    ["一覧", `${row}「0012」の行の「金額」を {額} として読み取る`, "done"],
    ["一覧", `${row}「0012」の行があることを確かめる`, "done"],
    ["一覧", `${row}「0012」の行がないことを確かめる`, "business-error RUN033"],
    ["一覧", `${row}「12」の行があることを確かめる`, "business-error RUN022"],
    ["一覧", `${row}「0099」の行がないことを確かめる`, "done"],
    ["続きのある一覧", `${row}「0099」の行がないことを確かめる`, "system-error RUN024"],
    ["空の一覧", `${row}「0099」の行がないことを確かめる`, "done"],
  ])("on %s: %s → %s", async (screen, sentence, end) => {
    const outcome = await bench.play(opened(screen, sentence));
    expect(endOf(outcome)).toBe(end);
    if (sentence.includes("{額}")) expect(outcome).toMatchObject({ values: { 額: "1000,000" } });
  });
});

describe("screens that move", { timeout: 20_000 }, () => {
  it("waits for what comes late", async () => {
    expect(endOf(await bench.play(opened("遅い画面", "「氏名」に「1」を入力する")))).toBe("done");
  });

  it("waits for a reply that is slower than patience", async () => {
    system.pages.set("/picked", (_hit, res) =>
      setTimeout(() => send(res, 200, page("選択済", "<p>選びました</p>")), 3000),
    );
    const pick = "「検索結果」表で「伝票番号」が「0013」の行の「選択」を押す";
    expect(
      endOf(await bench.play(["「一覧」を開く", pick, "「選びました」と出ることを確かめる"])),
    ).toBe("done");
  });

  it("walks a menu tree over frames and reads the other frame", async () => {
    const outcome = await bench.play([
      "「枠の画面」を開く",
      "「債権者管理」→「債権者検索」を開く",
      "「検索結果」表で「伝票番号」が「0012」の行があることを確かめる",
    ]);
    expect(endOf(outcome)).toBe("done");
  });

  it("takes a value from a window that closes itself", async () => {
    const outcome = await bench.play([
      "「窓の画面」を開く",
      "「支店検索」を押す",
      "「支店検索」画面の「一覧」表で「番号」が「012」の行の「選択」を押す",
      "「支店」が「本店」であることを確かめる",
    ]);
    expect(endOf(outcome)).toBe("done");
  });
});

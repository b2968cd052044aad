/** Fields counted off in a line, lists drawn by boxes, headings of two levels, lists row by row; where it is in doubt, a stop. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFront, type OldSystem, page, startOldSystem } from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

let system: OldSystem;
let bench: Bench;

const parts = page(
  "分けた欄",
  `<table border=1><tr><th>電話番号</th><td><input size=4>-<input size=4>-<input size=4></td></tr>
  <tr><th>住所</th><td><input></td></tr><tr><th>住所</th><td><input></td></tr></table>
  <div><span>開札日時</span><input size=10> <input size=2>時<input size=2>分</div>
  <div>予定価格 \\<input size=8>(税込)　最低価格 \\<input size=8>(税込)</div>
  <table><tr><td>年</td><td>齢</td><td><input size=3></td></tr><tr><td>廃棄</td><td>：</td><td><input size=4>年度末</td></tr></table>`,
);

const menu = (values: readonly string[]): string =>
  `<label for=m>施設</label><div id=m role=combobox tabindex=0 style="border:1px solid;width:120px" onclick="document.getElementById('p').hidden=false">選択▼</div>
  <ul id=p role=listbox hidden>${values.map((v) => `<li role=option onclick="document.getElementById('m').textContent=this.textContent+'▼';this.parentElement.hidden=true">${v}</li>`).join("")}</ul>`;

const bare = (n: number): string =>
  `<tr><td>${n}</td><td><input></td><td><input></td><td><input></td></tr>`;
const levels = page(
  "二段の見出し",
  `<b>明細</b><table border=1><tr bgcolor=navy style="color:white"><td rowspan=2>№</td><td colspan=2>数量</td><td rowspan=2>単価</td></tr><tr bgcolor=navy style="color:white"><td>要求</td><td>査定</td></tr>${[1, 2].map(bare).join("")}</table>`,
);
const row = (n: number): string =>
  `<div><table width=300><tr><td width=100>${n}</td><td width=100>節${n}</td><td width=100>${n}00</td></tr></table></div>`;
const rowByRow = page(
  "一行ずつの表",
  `<div>内訳</div><div><table width=300><tr><td width=100>番号</td><td width=100>節名</td><td width=100>金額</td></tr></table></div>${[1, 2, 3].map(row).join("")}`,
);

const drawnIn = (n: number): string =>
  `<div id=q${n} style="border:1px solid;width:90px" onclick="var p=document.getElementById('o${n}');p.hidden=!p.hidden"><span>選択</span><span>▼</span></div><div id=o${n} hidden>${["課税", "非課税"].map((o) => `<div onclick="document.getElementById('q${n}').firstChild.textContent=this.textContent;document.getElementById('o${n}').hidden=true;tell()">${o}</div>`).join("")}</div>`;
const terms = (n: number): string =>
  `<tr><td>${n}</td><td><input class=b size=4>～<input class=b size=4></td><td>${drawnIn(n)}</td><td><input class=b size=4><br><input class=b size=4></td><td><input size=3>～<input size=3><br><input size=3></td></tr>`;
const cells = page(
  "升に並ぶ欄",
  `<b>明細</b><table border=1 oninput="tell()"><tr><th>番号</th><th>期間</th><th>区分</th><th>単価</th><th>日時</th></tr>${terms(1)}${terms(2)}</table>
  <table><tr><th>控え</th><td id=t></td></tr><tr><th>備考</th><td><input class=b oninput="tell()" value="前から"></td></tr></table>
  <script>function tell(){t.textContent=[...document.querySelectorAll('.b')].map(e=>e.value||'空').join('・')+'・'+q1.firstChild.textContent+'・'+q2.firstChild.textContent}</script>`,
);

beforeAll(async () => {
  system = await startOldSystem();
  const names = ["分けた欄", "箱の一覧", "同じ言葉の一覧", "二段の見出し", "一行ずつの表"];
  addFront(system, [...names, "升に並ぶ欄"]);
  system.pages.set("/s5", cells);
  system.pages.set("/s0", parts);
  system.pages.set("/s1", page("箱の一覧", menu(["体育館", "公民館"])));
  system.pages.set("/s2", page("同じ言葉の一覧", menu(["公民館 東", "公民館 西"])));
  system.pages.set("/s3", levels);
  system.pages.set("/s4", rowByRow);
  bench = await openBench(system);
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
});

const told = async (screen: string, ...sentences: string[]): Promise<string> => {
  const outcome = await bench.play([`「${screen}」を開く`, ...sentences]);
  return endOf(outcome);
};

describe("fields of one line", { timeout: 20_000 }, () => {
  it.each([
    "「電話番号」の3番目に「0000」を入力する",
    "「電話番号」の２つ目の欄に「111」を入力する",
    "「開札日時」欄の「時」に「10」を入力する",
    "「予定価格」に「1000」を入力する",
    "「最低価格」に「900」を入力する",
    "「年齢」に「40」を入力する",
    "「廃棄」に「12」を入力する",
  ])("%s", async (sentence) => {
    expect(await told("分けた欄", sentence)).toBe("done");
  });

  it("empties a field, and reads back that it is empty", async () => {
    const outcome = await bench.play([
      "「升に並ぶ欄」を開く",
      "「備考」に「消す前」を入力する",
      "「備考」を空にする",
      "「控え」の値を {控え} として読み取る",
    ]);
    const held = "空・空・空・空・空・空・空・空・空・選択・選択";
    expect(outcome).toMatchObject({ kind: "done", values: { 控え: held } });
  });

  it.each([
    ["three fields and none is counted off", "「電話番号」に「0000」を入力する", "RUN011"],
    ["there is no fourth", "「電話番号」の4番目に「0000」を入力する", "RUN010"],
    ["they do not stand in one line", "「住所」の2番目に「a」を入力する", "RUN011"],
  ])("stops where %s", async (_why, sentence, code) => {
    expect(await told("分けた欄", sentence)).toContain(code);
  });
});

describe("lists that a page draws by itself", { timeout: 20_000 }, () => {
  it("opens, chooses and reads back", async () => {
    const read = "「施設」の値を {読んだ値} として読み取る";
    const outcome = await bench.play(["「箱の一覧」を開く", "「施設」で「公民館」を選ぶ", read]);
    expect(outcome).toMatchObject({ kind: "done", values: { 読んだ値: "公民館" } });
  });

  it("stops where two options begin so, and where there is none", async () => {
    const stop = "RUN016";
    expect(await told("同じ言葉の一覧", "「施設」で「公民館」を選ぶ")).toContain(stop);
    expect(await told("箱の一覧", "「施設」で「図書館」を選ぶ")).toContain(stop);
  });
});

describe("fields that stand side by side in one cell of a list", { timeout: 30_000 }, () => {
  it("are counted from the left, or from above, and drawn lists are chosen from", async () => {
    const outcome = await bench.play([
      "「升に並ぶ欄」を開く",
      "「明細」表の2行目の「期間」の1番目に「4月」を入力する",
      "「明細」表で「番号」が「2」の行の「期間」欄の2つ目に「9月」を入力する",
      "「明細」表の1行目の「単価」の2番目に「80」を入力する",
      "「明細」表の2行目の「区分」で「非課税」を選ぶ",
      "「控え」の値を {控え} として読み取る",
    ]);
    const held = "空・空・空・80・4月・9月・空・空・前から・選択・非課税";
    expect(outcome).toMatchObject({ kind: "done", values: { 控え: held } });
  });

  it.each([
    ["none is counted off", "「明細」表の1行目の「期間」に「1」を入力する", "RUN026"],
    ["there is no third", "「明細」表の1行目の「期間」の3番目に「1」を入力する", "RUN027"],
    [
      "they stand neither in one line nor one under the other",
      "「明細」表の1行目の「日時」の2番目に「1」を入力する",
      "RUN026",
    ],
  ])("stop where %s", async (_why, sentence, code) => {
    expect(await told("升に並ぶ欄", sentence)).toContain(code);
  });
});

describe("lists of two lines of headings, and of a table per row", { timeout: 20_000 }, () => {
  it.each([
    ["二段の見出し", "「明細」表の2行目の「査定」に「3」を入力する"],
    ["二段の見出し", "「明細」表で「№」が「1」の行の「単価」に「3」を入力する"],
  ])("%s: %s", async (screen, sentence) => {
    expect(await told(screen, sentence)).toBe("done");
  });

  it("counts rows below the headings only, and stops at a heading of two columns", async () => {
    expect(await told("二段の見出し", "「明細」表の3行目の「単価」に「3」を入力する")).not.toBe(
      "done",
    );
    expect(await told("二段の見出し", "「明細」表の1行目の「数量」に「3」を入力する")).toContain(
      "RUN026",
    );
  });

  it("reads a list whose rows are tables", async () => {
    const read = "「内訳」表で「節名」が「節2」の行の「金額」を {読んだ値} として読み取る";
    const outcome = await bench.play(["「一行ずつの表」を開く", read]);
    expect(outcome).toMatchObject({ kind: "done", values: { 読んだ値: "200" } });
  });
});

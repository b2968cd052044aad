/** The recorder on pages of many hands: frames of meaning are kept, secrets and approvals are not. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftScenario, parseScenario } from "../../scenarios/index.ts";
import { type Clerk, recordedClerk } from "./support/clerk.ts";
import { type OldSystem, page, startOldSystem } from "./support/old-system.ts";

let system: OldSystem;
beforeAll(async () => {
  system = await startOldSystem();
});
afterAll(() => system.close());

async function clerkAt(
  body: string,
  more: { sample?: Record<string, string>; hold?: boolean } = {},
): Promise<Clerk> {
  system.pages.set("/", page("支出入力", body));
  system.pages.set("/next", page("次の画面", "<h1>次の画面</h1><p>受付番号 R-77</p>"));
  return recordedClerk({
    system: {
      name: "旧システム",
      url: system.url,
      allowedHosts: [system.host],
      credentials: () => Promise.reject(new Error("nobody logs in here")),
    },
    logIn: false,
    sample: more.sample ?? null,
    hold: more.hold ?? false,
  });
}

const sentences = (clerk: Clerk): readonly (string | null)[] =>
  clerk.lines().map((l) => l.sentence);
const questions = (clerk: Clerk): string =>
  clerk
    .lines()
    .flatMap((l) => l.questions)
    .join("\n");

const legacy = `
<table>
<tr><th>科 目※</th><td><select id="k"><option></option><option>1：需用費</option><option>2：役務費</option></select></td></tr>
<tr><th>区分</th><td><input type="radio" name="r" value="1">新規 <input type="radio" name="r" value="2">変更</td></tr>
<tr><th>添付あり</th><td><input type="checkbox" id="c" checked></td></tr>
<tr><th>暗証番号</th><td><input id="pin"></td></tr>
<tr><th>金 額</th><td><input id="a"> 円</td></tr>
</table>
<img src="/x.png" alt="明細追加" width="60" height="20" onclick="void 0">
<div id="d" onclick="void 0">計 算</div>
<a id="s" href="javascript:void 0" onclick="void 0">承　認</a>`;

describe("the recorder", () => {
  it("writes selects, radio buttons, boxes and legacy buttons by what is seen, and begins by opening the entrance", async () => {
    const clerk = await clerkAt(legacy, { sample: { 科目: "需用費", 支出金額: "12,000" } });
    await clerk.choose(clerk.page, "#k", 1);
    await clerk.page.click("[name=r][value='2']");
    await clerk.page.click("#c");
    await clerk.page.fill("#a", "11000");
    await clerk.page.fill("#a", "12000");
    await clerk.page.click("[alt=明細追加]");
    await clerk.page.click("#d");
    await clerk.sees("「計算」を押す");
    expect(sentences(clerk)).toEqual([
      "「旧システム」を開く",
      "「科目」で {科目} を選ぶ",
      "「区分」で「変更」を選ぶ",
      "「添付あり」のチェックを外す",
      "「金額」に {支出金額} を入力する",
      "「明細追加」を押す",
      "「計算」を押す",
    ]);
    clerk.undo();
    expect(sentences(clerk).at(-1)).toBe("「明細追加」を押す");
  });

  it("writes a list that is drawn by boxes as one choice, and a menu of actions as presses", async () => {
    const drawn = (id: string, says: string, option: string): string => `
<div id=${id} ${says} style="border:1px solid;width:140px" onclick="p${id}.hidden=!p${id}.hidden"><span>選択してください</span><span>▼</span></div>
<div id=p${id} hidden>${["体育館", "公民館"].map((o) => `<div ${option} onclick="${id}.firstChild.textContent=this.textContent;p${id}.hidden=true">${o}</div>`).join("")}</div>`;
    const clerk = await clerkAt(
      `<p>施設</p>${drawn("a", "", "")}<p>会場</p>${drawn("b", "role=combobox tabindex=0", "role=option")}
<p>備考 <input id=n></p>
<div id=m style="border:1px solid;width:140px" onclick="pm.hidden=!pm.hidden"><span>操作</span><span>▼</span></div>
<div id=pm hidden><div onclick="pm.hidden=true">印刷する</div></div>`,
      { sample: { 施設名: "公民館", 備考: "なし" } },
    );
    await clerk.page.click("#a");
    await clerk.page.click("#pa >> text=公民館");
    await clerk.sees("「施設」で {施設名} を選ぶ");
    await clerk.page.click("#b");
    await clerk.page.click("#pb >> text=体育館");
    await clerk.sees("「会場」で「体育館」を選ぶ");
    await clerk.page.fill("#n", "なし");
    await clerk.page.click("#m");
    await clerk.page.click("text=印刷する");
    await clerk.sees("「印刷する」を押す");
    expect(sentences(clerk)).toEqual([
      "「旧システム」を開く",
      "「施設」で {施設名} を選ぶ",
      "「会場」で「体育館」を選ぶ",
      "「備考」に {備考} を入力する",
      "「操作」を押す",
      "「印刷する」を押す",
    ]);
  });

  it("writes boxes, switches and lists that are drawn with a role, however they are made", async () => {
    const flips = `onclick="this.setAttribute('aria-checked',this.getAttribute('aria-checked')!=='true')"`;
    const clerk = await clerkAt(`
<table><tr><th>郵送希望</th><td><div id=s role=switch tabindex=0 aria-checked=false ${flips} style="width:30px;height:18px;border:1px solid"></div></td></tr>
<tr><th>同意</th><td><div id=c role=checkbox tabindex=0 aria-checked=false ${flips} onkeydown="this.click()" style="width:18px;height:18px;border:1px solid"></div></td></tr>
<tr><th>交付</th><td><div role=radiogroup>${["窓口", "郵送"].map((w, i) => `<span id=r${i} role=radio tabindex=0 aria-checked=false onclick="for(const r of this.parentElement.children)r.setAttribute('aria-checked',r===this)">${w}</span>`).join("　")}</div></td></tr>
<tr><th>施設</th><td><div style="border:1px solid;width:140px"><input id=f role=combobox aria-haspopup=listbox readonly onclick="p.hidden=false"></div></td></tr></table>
<ul id=p hidden role=listbox>${["体育館", "公民館"].map((o) => `<li role=option onclick="f.value=this.textContent;p.hidden=true">${o}</li>`).join("")}</ul>
<p>備考 <input id=n></p>`);
    await clerk.page.click("#s");
    await clerk.page.focus("#c");
    await clerk.page.keyboard.press("Space");
    await clerk.page.click("#r1");
    await clerk.page.click("#f");
    await clerk.page.click("#p >> text=公民館");
    await clerk.page.fill("#n", "なし");
    await clerk.page.focus("#s");
    await clerk.sees("「備考」に {備考} を入力する");
    expect(sentences(clerk)).toEqual([
      "「旧システム」を開く",
      "「郵送希望」をチェックする",
      "「同意」をチェックする",
      "「交付」で「郵送」を選ぶ",
      "「施設」で「公民館」を選ぶ",
      "「備考」に {備考} を入力する",
    ]);
  });

  it("counts fields that stand in one line under a caption, alone and in a list", async () => {
    const clerk = await clerkAt(`
<table><tr><th>電話番号</th><td><input id=t1 size=4>-<input id=t2 size=4>-<input id=t3 size=4></td></tr>
<tr><th>生年月日</th><td><select id=g><option>昭和</option><option>平成</option></select><input id=y size=2>年<input id=mo size=2>月</td></tr></table>
<h2>明細</h2><table><tr><th>番号</th><th>品名</th><th>期間</th></tr>
<tr><td>1</td><td><input></td><td><input id=a>～<input id=b></td></tr>
<tr><td>2</td><td><input></td><td><input id=c>～<input id=d></td></tr></table>`);
    await clerk.page.fill("#t1", "03");
    await clerk.page.fill("#t2", "1111");
    await clerk.page.fill("#t3", "2222");
    await clerk.choose(clerk.page, "#g", 1);
    await clerk.page.fill("#y", "5");
    await clerk.page.fill("#c", "4月");
    await clerk.page.fill("#d", "9月");
    await clerk.page.focus("#t1");
    await clerk.sees("「明細」表の2行目の「期間」の2番目に {期間2} を入力する");
    expect(sentences(clerk)).toEqual([
      "「旧システム」を開く",
      "「電話番号」の1番目に {電話番号} を入力する",
      "「電話番号」の2番目に {電話番号2} を入力する",
      "「電話番号」の3番目に {電話番号3} を入力する",
      "「生年月日」で「平成」を選ぶ",
      "「年」に {年} を入力する",
      "「明細」表の2行目の「期間」の1番目に {期間} を入力する",
      "「明細」表の2行目の「期間」の2番目に {期間2} を入力する",
    ]);
    expect(questions(clerk)).toBe("");
  });

  it("keeps no secret, and marks what people alone may press so that lint refuses it", async () => {
    const clerk = await clerkAt(legacy);
    await clerk.page.fill("#pin", "9182");
    await clerk.page.click("#s");
    await clerk.sees("「承認」を押す");
    const recorded = await clerk.finish();
    expect(JSON.stringify(recorded)).not.toContain("9182");
    expect(questions(clerk)).toContain("値は記録していません");
    const draft = draftScenario({
      title: "支出",
      owner: "会計課",
      systems: ["旧システム"],
      files: [],
      lines: recorded.lines,
      lookUp: [],
      commits: false,
      successSign: null,
      keyFields: [],
    });
    const parsed = parseScenario(draft, "scenario.yaml");
    const errors = parsed.problems.filter((p) => p.severity === "error");
    expect(errors.map((p) => p.lineText.trim())).toEqual(["- 「承認」を押す"]);
  });

  it("names rows by what they hold, fields of lists by their number, and twins by their place", async () => {
    const clerk = await clerkAt(`
<h2>債権者一覧</h2>
<table id="list"><tr><th>番号</th><th>氏名</th><th></th></tr>
<tr><td>001</td><td>見本 一</td><td><button>詳細</button></td></tr>
<tr><td>002</td><td>見本 二</td><td><button>詳細</button></td></tr></table>
<h2>明細</h2>
<table id="rows"><tr><th>品名</th><th>数量</th></tr>
<tr><td><input></td><td><input></td></tr><tr><td><input></td><td><input></td></tr></table>
<fieldset><legend>申請者</legend><table><tr><th>住所</th><td><input id="m"></td></tr></table></fieldset>
<fieldset><legend>代理人</legend><table><tr><th>住所</th><td><input id="n"></td></tr></table></fieldset>`);
    await clerk.page.fill("#n", "みほん市");
    await clerk.page.locator("#rows input").nth(2).fill("用紙");
    await clerk.page.locator("#list button").nth(1).click();
    await clerk.sees("「債権者一覧」表で「番号」が「002」の行の「詳細」を押す");
    expect(sentences(clerk).slice(1, 3)).toEqual([
      "「代理人」画面の「住所」に {住所} を入力する",
      "「明細」表の2行目の「品名」に {品名} を入力する",
    ]);
    expect(questions(clerk)).toContain("この行を選ぶ値は、いつも同じですか");
  });

  it("checks and reads what is pointed at, and takes windows and files as they come", async () => {
    system.pages.set("/list.csv", (_hit, res) => {
      res.writeHead(200, { "content-disposition": "attachment; filename=list.csv" }).end("a,b");
    });
    const clerk = await clerkAt(`
<table><tr><th>状態</th><td id="v">受付中</td></tr></table>
<p id="p">この画面は確認用です</p>
<button onclick="if(confirm('12345番を送りますか')) location.href='/next'">次へ進む</button>
<a href="/list.csv">CSV出力</a>`);
    clerk.page.on("dialog", (dialog) => void dialog.accept());
    await clerk.page.click("#v", { modifiers: ["Alt", "Shift"] });
    await clerk.page.click("#p", { modifiers: ["Alt"] });
    await clerk.page.click("text=CSV出力", { noWaitAfter: true });
    await clerk.sees("「CSV出力」で出たファイルを「list.csv」として保存する");
    await clerk.page.click("text=次へ進む");
    await clerk.page.waitForURL("**/next");
    await clerk.sees("ダイアログ「番を送りますか」が出たら OK を押す");
    expect(sentences(clerk)).toEqual([
      "「旧システム」を開く",
      "「状態」の値を {状態} として読み取る",
      "「この画面は確認用です」と出ることを確かめる",
      "「CSV出力」で出たファイルを「list.csv」として保存する",
      "ダイアログ「番を送りますか」が出たら OK を押す",
      "「次へ進む」を押す",
    ]);
  });

  it("holds 登録 back from the page when it is told to", async () => {
    const clerk = await clerkAt(
      `<form action="/next"><table><tr><th>金額</th><td><input></td></tr></table>
<input type="submit" value="登　録" onmousedown="document.title='sent'"></form>`,
      { hold: true },
    );
    const before = system.hits.length;
    await clerk.page.fill("input", "100");
    await clerk.page.click("[type=submit]");
    await clerk.sees("「登録」で登録する");
    await clerk.page.focus("input");
    await clerk.page.keyboard.press("Enter");
    expect(await clerk.page.title()).toBe("支出入力");
    expect(system.hits.slice(before).map((h) => h.path)).not.toContain("/next");
  });
});

/** 登録する: read back, one press, and no second press whatever the target does afterwards (G24, G25, G27, F3, F12). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type Answer,
  addFront,
  type OldSystem,
  page,
  send,
  startOldSystem,
} from "./support/old-system.ts";
import { type Bench, endOf, openBench, scenarioOf } from "./support/playing.ts";

let system: OldSystem;
let bench: Bench;

const entry = page(
  "入力",
  `<form method="post" action="/confirm"><table>
   <tr><th>電話番号</th><td><input name="tel"></td></tr><tr><th>口座番号</th><td><input name="acc"></td></tr>
   <tr><th>預金種別</th><td><select name="type"><option>普通</option><option>当座</option></select></td></tr>
   <tr><th>源泉徴収</th><td><input type="checkbox" name="tax" value="1"></td></tr></table>
   <input type="submit" value="確　認"></form>`,
);

interface Shown {
  tel: string;
  acc: string;
  type: string;
  tax: string;
}

const confirm = (
  s: Shown,
  button = "onclick=\"if(confirm('登録しますか？'))document.forms[0].submit()\"",
): string =>
  page(
    "確認",
    `<form method="post" action="/register"><table><tr><th>電 話 番 号</th><td>${s.tel}</td></tr>
     <tr><th>口座番号</th><td>${s.acc}</td></tr><tr><th>預金種別</th><td>1:${s.type}</td></tr>
     <tr><th>源泉徴収</th><td>${s.tax}</td></tr></table>
     <input type="button" value="登　録" ${button}> <input type="button" value="戻る"></form>`,
  );

const done = page("完了", "<p>登録が完了しました</p><p>受付番号：00001234</p>");
let change: (shown: Shown) => Shown;
let button: string | undefined;
let register: Answer;

const sentences = [
  "「入力」を開く",
  "「電話番号」に {電話番号} を入力する",
  "「口座番号」に {口座番号} を入力する",
  "「預金種別」で「当座」を選ぶ",
  "「源泉徴収」をチェックする",
  "「確認」を押す",
  "ダイアログ「登録しますか」が出たら OK を押す",
  "「登録」で登録する",
  "「受付番号」の値を {受付番号} として読み取る",
];
const values = { 電話番号: "000-111-2222", 口座番号: "0123456" };
const play = (lines: readonly string[] = sentences) => bench.play(lines, values);

beforeAll(async () => {
  system = await startOldSystem();
  addFront(system, ["入力"]);
  system.pages.set("/s0", entry);
  system.pages.set("/confirm", (hit, res) => {
    const of = (name: string): string => hit.body.get(name) ?? "";
    const shown = {
      tel: of("tel"),
      acc: of("acc"),
      type: of("type"),
      tax: of("tax") === "1" ? "対象" : "対象外",
    };
    send(res, 200, confirm(change(shown), button));
  });
  system.pages.set("/register", (hit, res) => register(hit, res));
  bench = await openBench(system, { patienceSeconds: 1 });
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
});

beforeEach(() => {
  system.hits.length = 0;
  bench.pressesAllowed = 0;
  bench.onBarrier = null;
  bench.pictures.clear();
  change = (s) => s;
  button = undefined;
  register = (_hit, res) => send(res, 200, done);
});

describe("a commit that goes well", { timeout: 20_000 }, () => {
  it("reads back, journals, presses once, reads the number, keeps pictures of before and after", async () => {
    const outcome = await play();
    expect(outcome).toMatchObject({ kind: "done", values: { 受付番号: "00001234" } });
    expect([bench.pressesAllowed, system.posts("/register")]).toEqual([1, 1]);
    expect([...bench.pictures.keys()]).toEqual(["before-commit", "after-commit"]);
  });
});

describe("nothing is pressed", { timeout: 20_000 }, () => {
  const hiding = '<div style="position:fixed;inset:0;z-index:9;background:#fff"></div>';
  it.each<[string, Partial<{ change: typeof change; button: string; lines: string[] }>, string]>([
    [
      "swapped fields",
      { change: (s) => ({ ...s, tel: s.acc, acc: s.tel }) },
      "system-error RUN063",
    ],
    ["one digit lost", { change: (s) => ({ ...s, acc: s.acc.slice(1) }) }, "system-error RUN063"],
    ["another choice", { change: (s) => ({ ...s, type: "普通" }) }, "system-error RUN063"],
    ["an unticked box", { change: (s) => ({ ...s, tax: "対象外" }) }, "system-error RUN063"],
    ["a masked value", { change: (s) => ({ ...s, acc: "****456" }) }, "system-error RUN062"],
    ["a disabled button", { button: "disabled" }, "system-error RUN012"],
    ["a covered button", { button: `>${hiding}<input type="hidden"` }, "system-error RUN066"],
    [
      "a sign that stands there before",
      { button: '>登録が完了しました<input type="hidden"' },
      "system-error RUN065",
    ],
    [
      "an error text on the confirmation",
      { button: '>E105 二重です<input type="hidden"' },
      "business-error RUN041",
    ],
  ])("%s", async (_name, fault, end) => {
    change = fault.change ?? change;
    button = fault.button ?? button;
    expect(endOf(await play())).toBe(end);
    expect([system.posts("/register"), bench.pressesAllowed]).toEqual([0, 0]);
    expect(bench.pictures.has("stopped")).toBe(true);
  });

  it("names the captions that differ and no values", async () => {
    change = (s) => ({ ...s, tel: s.acc, acc: s.tel });
    const outcome = await play();
    const message = "error" in outcome ? outcome.error.message : "";
    expect(message).toContain("電話番号、口座番号");
    expect(message).not.toMatch(/0123456|2222/u);
  });

  it("when the journal refuses", async () => {
    bench.onBarrier = () => Promise.reject(new Error("fence"));
    expect(endOf(await play())).toBe("system-error RUN099");
    expect(system.posts("/register")).toBe(0);
  });

  it("when the button goes away while the journal writes", async () => {
    button =
      'id="go"><script>setTimeout(()=>document.getElementById("go").remove(),1500)</script><input type="hidden"';
    bench.onBarrier = () => new Promise((resolve) => setTimeout(resolve, 1800));
    expect(endOf(await play())).toBe("system-error RUN066");
    expect([system.posts("/register"), bench.pressesAllowed]).toEqual([0, 1]);
  });

  it("when a possible duplicate is asked, even if the declared text is part of the question", async () => {
    button =
      "onclick=\"if(confirm('E105 同じ口座があります。登録しますか？'))document.forms[0].submit()\"";
    expect(endOf(await play())).toBe("business-error RUN041");
    expect(system.posts("/register")).toBe(0);
  });
});

describe("after the press", { timeout: 20_000 }, () => {
  it.each<[string, Answer, string]>([
    ["the reply is lost", (_hit, res) => void res.socket?.destroy(), "in-doubt RUN070"],
    [
      "the reply is cut",
      (_hit, res) => {
        res.writeHead(200, { "content-type": "text/html" }).write("<html>");
        setTimeout(() => res.socket?.destroy(), 50);
      },
      "in-doubt RUN070",
    ],
    ["HTTP 500", (_hit, res) => send(res, 500, "<p>error</p>"), "in-doubt RUN070"],
    ["a blank page", (_hit, res) => send(res, 200, ""), "in-doubt RUN070"],
    [
      "the session is lost",
      (_hit, res) => send(res, 200, page("x", "E108 有効期限が切れました")),
      "in-doubt RUN070",
    ],
    [
      "a declared refusal",
      (_hit, res) => send(res, 200, page("x", "E110 必須項目です")),
      "business-error RUN041",
    ],
    [
      "a refusal together with the sign",
      (_hit, res) => send(res, 200, page("x", "登録が完了しました E110")),
      "in-doubt RUN070",
    ],
    [
      "no number",
      (_hit, res) => send(res, 200, page("x", "登録が完了しました")),
      "in-doubt RUN071",
    ],
    [
      "a foreign page",
      (_hit, res) => res.writeHead(302, { location: "http://127.0.0.2:9/" }).end(),
      "in-doubt RUN070",
    ],
  ])("%s: one POST, never a second", async (_name, answer, end) => {
    register = answer;
    expect(endOf(await play())).toBe(end);
    expect(system.posts("/register")).toBe(1);
  });

  it("an undeclared question is dismissed and leaves doubt: whether it came before or after the commit is unknown", async () => {
    button = "onclick=\"if(confirm('本当によいですか'))document.forms[0].submit()\"";
    const outcome = await play();
    expect(endOf(outcome)).toBe("in-doubt RUN070");
    expect(system.posts("/register")).toBe(0);
  });

  it("a button that posts twice on two clicks gets one", async () => {
    button = 'onclick="document.forms[0].submit()"';
    register = (_hit, res) => setTimeout(() => send(res, 200, done), 700);
    expect(endOf(await play())).toBe("done");
    expect(system.posts("/register")).toBe(1);
  });

  it("a second 登録 in the same case is refused and leaves doubt", async () => {
    // The reader refuses such a scenario; the player must not rely on that.
    const scenario = scenarioOf(sentences, []);
    const twice = { ...scenario, steps: [...scenario.steps, ...scenario.steps.slice(1)] };
    const outcome = await bench.play(twice, values);
    expect(endOf(outcome)).toBe("in-doubt RUN071");
    expect(system.posts("/register")).toBe(1);
  });

  it("a browser that dies leaves doubt, and the next case says that it is gone", async () => {
    const other = await openBench(system);
    register = () => process.kill(other.player.browserPid ?? 0, "SIGKILL");
    expect(endOf(await other.play(sentences, values))).toBe("in-doubt RUN070");
    expect(system.posts("/register")).toBe(1);
    expect(endOf(await other.play(sentences, values))).toBe("system-error RUN004");
    await other.player.close();
  });
});

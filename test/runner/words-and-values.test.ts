/** The small judgements: captions, values, choices, forbidden words, the screen dictionary, where a browser may be. */
import { describe, expect, it } from "vitest";
import { hostAllowed } from "../../runner/browser/gate.ts";
import {
  containsText,
  matches,
  nearestCaption,
  plainCaption,
} from "../../runner/find/match-caption.ts";
import { choicesMeant, sameChoice, sameValue } from "../../runner/find/same-value.ts";
import { findBrowser, parseScreens } from "../../runner/index.ts";
import { isForbiddenCaption } from "../../runner/screen-words.ja.ts";

describe("captions", () => {
  it.each([
    ["登　録", "登録"],
    ["債 権 者 氏 名※", "債権者氏名"],
    ["電話番号：", "電話番号"],
    ["住所（必須）", "住所"],
    ["【必須】住所 *", "住所"],
    ["～ 執行日", "執行日"],
    ["ｶﾅ名称", "カナ名称"],
    ["ＯＫ", "ok"],
    ["※", "※"],
  ])("%s reads as %s", (shown, plain) => expect(plainCaption(shown)).toBe(plain));

  it("a prefix needs two letters", () => {
    expect(matches("電話番号", "電話", "prefix")).toBe(true);
    expect(matches("電話番号", "電", "prefix")).toBe(false);
  });

  it("texts are found across spaces and widths", () => {
    expect(containsText("登録が 完了\nしました", "登録が完了しました")).toBe(true);
    expect(containsText("何か", "")).toBe(false);
  });

  it.each([
    ["債権者指名", "債権者氏名"],
    ["検索", "口座検索"],
    ["まったく別", null],
  ])("もしかして %s → %s", (wanted, nearest) =>
    expect(nearestCaption(wanted, ["債権者氏名", "口座検索", "住所"])).toBe(nearest),
  );
});

describe("values", () => {
  it.each([
    ["1,234,567円", "1234567"],
    ["￥1,000", "1000"],
    ["令和8年4月1日", "2026-04-01"],
    ["R8.4.1", "2026/4/1"],
    ["999-0000", "9990000"],
    ["見本　太郎", "見本 太郎"],
    ["ｶ)ﾐﾎﾝ", "カ)ミホン"],
    ["ＡＢＣ", "ABC"],
  ])("%s is %s", (a, b) => expect(sameValue(a, b)).toBe(true));

  it.each([
    ["0123456", "123456"],
    ["1000", "100"],
    ["見本太郎", "見本大郎"],
    ["2026-04-01", "2026-04-02"],
    ["", "0"],
    ["-1000", "1000"],
    ["12-3456", "123-457"],
  ])("%s is not %s", (a, b) => expect(sameValue(a, b)).toBe(false));

  it.each([
    ["普通", ["1:普通"]],
    ["1", ["1:普通"]],
    ["当座", ["2 当座"]],
    ["普", []],
    ["会計課", ["110100 会計課"]],
    ["110100", ["110100 会計課"]],
  ])("choice %s means %j", (wanted, texts) => {
    const choices = ["1:普通", "2 当座", "110100 会計課", "120100 総務課"].map((text) => ({
      text,
      code: "",
    }));
    expect(choicesMeant(choices, wanted).map((c) => c.text)).toEqual(texts);
  });

  it("a shown choice may lack its code but not have another", () => {
    expect(sameChoice("普通", "1:普通")).toBe(true);
    expect(sameChoice("2:普通", "1:普通")).toBe(false);
  });
});

describe("what a bot never presses", () => {
  it.each([
    "承認",
    "一括承認",
    "決裁",
    "支払",
    "支払実行",
    "審査完了",
    "承認する",
    "決裁確定",
    "支払処理",
    "最終承認へ",
  ])("%s", (caption) => expect(isForbiddenCaption(plainCaption(caption))).toBe(true));
  it.each([
    "決裁依頼",
    "承認状況照会",
    "支払方法",
    "口座振替払",
    "支払期限",
    "登録",
    "決裁ルート",
    "承認者選択",
  ])("%s is no such button", (caption) =>
    expect(isForbiddenCaption(plainCaption(caption))).toBe(false),
  );
});

describe("hosts", () => {
  it.each([
    ["zaimu.lg", "443", true],
    ["ZAIMU.LG.", "443", true],
    ["10.0.0.1", "8080", true],
    ["10.0.0.1", "80", false],
    ["evil.zaimu.lg", "443", false],
    ["zaimu.lg.evil", "443", false],
  ])("%s:%s %s", (host, port, ok) =>
    expect(hostAllowed(host, port, ["zaimu.lg", "10.0.0.1:8080"])).toBe(ok),
  );
});

describe("the browser of this machine", () => {
  const on = (platform: NodeJS.Platform, there: string[], env: Record<string, string> = {}) => ({
    platform,
    env,
    exists: (p: string) => there.includes(p),
  });
  it.each([
    [
      "win32",
      [
        "C:\\PF\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\PF\\Microsoft\\Edge\\Application\\msedge.exe",
      ],
      1,
    ],
    ["darwin", ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"], 0],
    ["linux", ["/usr/bin/chromium", "/opt/google/chrome/chrome"], 1],
    ["linux", ["/usr/bin/chromium"], 0],
  ] as const)("%s: Edge first, then Chrome, then the distribution's", (platform, there, which) => {
    expect(findBrowser(undefined, on(platform, [...there], { ProgramFiles: "C:\\PF" }))).toBe(
      there[which],
    );
  });
  it("BUKA_BROWSER comes first and must exist", () => {
    expect(findBrowser(undefined, on("linux", ["/x/b"], { BUKA_BROWSER: "/x/b" }))).toBe("/x/b");
    expect(() => findBrowser(undefined, on("linux", [], { BUKA_BROWSER: "/x/b" }))).toThrow(
      "使えるブラウザ",
    );
  });
  it("tells Debian users what to install", () => {
    try {
      findBrowser(undefined, on("linux", []));
      expect.unreachable();
    } catch (error) {
      expect((error as { next: string }).next).toContain("apt-get install chromium");
    }
  });
});

describe("screens.yaml", () => {
  it("reads every key", () => {
    const text = `版: 1
読み替え:
  備考: 摘要
  「口座名義」: [口座名義カナ, 「名義人」]
登録ボタン: [登録, 確定]
押さないボタン: 削除
確認画面に出ない欄: [備考]
業務エラーの文言: [E101, "残額を超えています"]
やり直す文言: 他の利用者が編集中です
セッション切れの文言: [E108]
該当なしの文言: [該当する債権者はありません]
`;
    const parsed = parseScreens(text, "screens.yaml");
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        captions: { 備考: ["摘要"], 口座名義: ["口座名義カナ", "名義人"] },
        commitCaptions: ["登録", "確定"],
        forbiddenCaptions: ["削除"],
        notShownOnConfirm: ["備考"],
        businessErrors: ["E101", "残額を超えています"],
        busyTexts: ["他の利用者が編集中です"],
        closedTexts: [],
        sessionLost: ["E108"],
        noHitTexts: ["該当する債権者はありません"],
      },
    });
  });

  it("an empty file is an empty dictionary", () => {
    expect(parseScreens("\n", "screens.yaml")).toMatchObject({ ok: true, value: { captions: {} } });
  });

  it.each([
    ["- 備考", "SCR001"],
    ["読替: {}", "SCR002"],
    ["版: 2", "SCR003"],
    ["登録ボタン:\n  登録: 1", "SCR004"],
    ["登録ボタン: ['']", "SCR005"],
    ["読み替え: 摘要", "SCR006"],
    ["読み替え:\n  備考: 摘要\n  備　考: 注記", "SCR007"],
    ["読み替え: &a {}", "YML"],
  ])("%j is refused with %s", (text, code) => {
    const parsed = parseScreens(text, "screens.yaml");
    expect(parsed.ok).toBe(false);
    expect(parsed.problems[0]?.code).toContain(code);
    expect(parsed.problems[0]?.message).toMatch(/[ぁ-ん]/u);
  });

  it("reports all faults at once with their lines", () => {
    const parsed = parseScreens("版: 2\n読替: {}\n登録ボタン: ['']\n", "screens.yaml");
    expect(parsed.problems.map((p) => p.at.line)).toEqual([1, 2, 3]);
  });
});

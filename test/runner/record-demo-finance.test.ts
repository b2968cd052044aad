/** Round trip: a clerk registers a creditor in the recorded browser, and the sentences of it are rehearsed and played for others. */
import { afterEach, describe, expect, it } from "vitest";
import { type DemoFinance, startDemoFinance } from "../../apps/demo-finance/index.ts";
import { silentLog, systemClock } from "../../core/index.ts";
import { emptyDictionary, launchPlayer, type Recorded } from "../../runner/index.ts";
import { draftScenario, parseScenario, type Scenario } from "../../scenarios/index.ts";
import { sampleCompany } from "../support/sample-company.ts";
import { type Clerk, recordedClerk } from "./support/clerk.ts";

const sample = {
  ...sampleCompany,
  フリガナ: "カブシキガイシャミホンデンセツ",
  郵便番号: "9990000",
  電話番号: "000-000-0000",
  受付番号: "R8-000001",
};
const other = {
  ...sample,
  区分: "個人",
  氏名: "見本 花子",
  フリガナ: "ミホン ハナコ",
  電話番号: "000-000-1111",
  支店コード: "013",
  支店名: "駅前",
  預金種別: "当座",
  口座番号: "7654321",
  口座名義カナ: "ﾐﾎﾝ ﾊﾅｺ",
  受付番号: "R8-000002",
};

let finance: DemoFinance;
afterEach(() => finance.close());

const systemOf = (url: string) => ({
  name: "財務会計",
  url,
  allowedHosts: [new URL(url).host],
  credentials: async () => ({ user: "robot01", password: "demo-pass-1", section: "110100" }),
});

async function logInByHand({ page }: Clerk): Promise<void> {
  await page.fill("[name=uid]", "robot01");
  await page.fill("[name=pwd]", "demo-pass-1");
  await page.click("[type=submit]");
  await page.locator("[name=section]").focus();
  await page.keyboard.press("Home");
  await page.click("[type=submit]");
}

/** A search that finds nothing, the entry with the bank out of its popup, and 確認. */
async function registerByHand(clerk: Clerk): Promise<void> {
  const menu = await clerk.frameWith(".folder");
  await menu.click("text=債権者管理");
  await menu.click("text=債権者検索");
  const search = await clerk.frameWith("[name=item01]:not([size='60'])");
  await search.fill("[name=item01]", sample.フリガナ);
  await search.click("[type=submit]");
  await clerk.frameWith(".infobox");
  await menu.click("text=債権者登録");
  const entry = await clerk.frameWith("[type=radio]");
  await entry.click(`[type=radio][value=${sample.区分}]`);
  await fillByCaption(entry, "債 権 者 氏 名", sample.氏名);
  await fillByCaption(entry, "フリガナ", sample.フリガナ);
  await fillByCaption(entry, "郵便番号", sample.郵便番号);
  await fillByCaption(entry, "住所", sample.住所);
  await fillByCaption(entry, "電話番号", sample.電話番号);
  await entry.click("text=金融機関検索");
  const banks = await clerk.popup();
  await banks.fill("[name=b]", sample.金融機関コード);
  await banks.fill("[name=s]", sample.支店コード);
  await banks.click("[type=submit]");
  // The press closes its own window: on a busy machine before the click has returned.
  const closed = banks.waitForEvent("close");
  await banks.click("text=選択").catch(() => undefined);
  await closed;
  await clerk.choose(entry, "select", 1);
  await fillByCaption(entry, "口座番号", sample.口座番号);
  await fillByCaption(entry, "口座名義", sample.口座名義カナ);
  await fillByCaption(entry, "担当所属", sample.担当所属);
  await fillByCaption(entry, "摘要", sample.受付番号);
  await entry.click("[type=submit]");
  await clerk.frameWith("text=/^登\\s*録$/");
}

/** The creditor that was registered last, by what stands in its 摘要. */
async function searchByMemo(clerk: Clerk): Promise<void> {
  const menu = await clerk.frameWith(".folder");
  await menu.click("text=債権者検索");
  const search = await clerk.frameWith("text=カナ名称");
  await fillByCaption(search, "摘要", sample.受付番号);
  await search.click("[type=submit]");
  await clerk.frameWith("text=検索結果");
}

async function fillByCaption(
  frame: Awaited<ReturnType<Clerk["frameWith"]>>,
  caption: string,
  text: string,
): Promise<void> {
  const spaced = [...caption.replace(/\s/gu, "")].join("\\s*");
  const heading = frame.locator("th", { hasText: new RegExp(`^${spaced}`, "u") });
  await heading.locator("xpath=following-sibling::td[1]//input[@type='text']").fill(text);
}

function scenarioOf(recorded: Recorded, answer: (draft: string) => string): Scenario {
  const draft = draftScenario({
    title: "債権者登録",
    owner: "会計課 審査係",
    systems: ["財務会計"],
    files: [],
    lines: recorded.lines.filter((l) => !l.lookUp),
    lookUp: recorded.lines.filter((l) => l.lookUp),
    commits: true,
    successSign: recorded.successSign,
    keyFields: ["口座番号"],
  });
  const parsed = parseScenario(answer(draft), "scenario.yaml");
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.problems, null, 1)}\n${draft}`);
  return parsed.value;
}

const giveKey = (draft: string): string => draft.replace("#取り違え防止の鍵", "取り違え防止の鍵");

async function withPlayer<T>(
  work: (player: Awaited<ReturnType<typeof launchPlayer>>) => Promise<T>,
): Promise<T> {
  const player = await launchPlayer({
    systems: [systemOf(finance.url)],
    dictionary: emptyDictionary(),
    clock: systemClock,
    log: silentLog,
    patienceSeconds: 4,
  });
  return work(player).finally(() => player.close());
}

const evidence = { picture: () => Promise.resolve() };

describe("a recorded registration", { timeout: 180_000 }, () => {
  it("says what was done by the names as seen, and rehearses for another case", async () => {
    finance = await startDemoFinance({ seedCreditors: 0 });
    const system = systemOf(finance.url);
    const clerk = await recordedClerk({ system, logIn: false, sample, hold: true });
    await logInByHand(clerk);
    await registerByHand(clerk);
    const confirm = await clerk.frameWith("text=/^登\\s*録$/");
    await confirm.click("text=/^登\\s*録$/");
    await clerk.sees("「登録」で登録する");
    const recorded = await clerk.finish();
    expect(recorded.lines.map((l) => l.sentence)).toEqual([
      "「財務会計」にログインする",
      "「債権者管理」→「債権者検索」を開く",
      "「カナ名称」に {フリガナ} を入力する",
      "「検索」を押す",
      "「該当する債権者はありません」と出ることを確かめる",
      "「債権者管理」→「債権者登録」を開く",
      "「債権者区分」で {区分} を選ぶ",
      "「債権者氏名」に {氏名} を入力する",
      "「フリガナ」に {フリガナ} を入力する",
      "「郵便番号」に {郵便番号} を入力する",
      "「住所」に {住所} を入力する",
      "「電話番号」に {電話番号} を入力する",
      "「金融機関検索」を押す",
      "「金融機関検索」画面の「金融機関コード」に {金融機関コード} を入力する",
      "「金融機関検索」画面の「支店コード」に {支店コード} を入力する",
      "「金融機関検索」画面の「検索」を押す",
      "「検索結果」表で「支店コード」が {支店コード} の行の「選択」を押す",
      "「預金種別」で {預金種別} を選ぶ",
      "「口座番号」に {口座番号} を入力する",
      "「口座名義カナ」に {口座名義カナ} を入力する",
      "「担当所属コード」に {担当所属} を入力する",
      "「摘要」に {受付番号} を入力する",
      "「確認」を押す",
      "「登録」で登録する",
    ]);
    expect(JSON.stringify(recorded)).not.toContain("demo-pass");
    expect(finance.counts().registerPosts).toBe(0);

    const scenario = scenarioOf(recorded, giveKey);
    const outcome = await withPlayer((player) =>
      player.rehearse({ scenario, values: other, evidence }),
    );
    expect(outcome.kind, JSON.stringify(outcome)).toBe("reached");
    const wrong = outcome.fields.filter((f) => f.verdict === "different");
    expect(wrong).toEqual([]);
    expect(finance.counts().registerPosts).toBe(0);
  });

  it("really committed brings sign, dialog and number, and plays to the same row", async () => {
    finance = await startDemoFinance({ seedCreditors: 0 });
    const system = systemOf(finance.url);
    const clerk = await recordedClerk({ system, logIn: true, sample, hold: false });
    clerk.page.on("dialog", (dialog) => void dialog.accept());
    await registerByHand(clerk);
    const confirm = await clerk.frameWith("text=/^登\\s*録$/");
    await confirm.click("text=/^登\\s*録$/", { noWaitAfter: true });
    await clerk.sees("ダイアログ「登録しますか?」が出たら OK を押す");
    await clerk.frameWith("text=完了");
    await clerk.beginLookUp();
    await searchByMemo(clerk);
    const recorded = await clerk.finish();
    const sentences = (lookUp: boolean) =>
      recorded.lines.filter((l) => l.lookUp === lookUp).map((l) => l.sentence);
    expect(sentences(false).slice(-3)).toEqual([
      "ダイアログ「登録しますか?」が出たら OK を押す",
      "「登録」で登録する",
      "「債権者番号」の値を {債権者番号} として読み取る",
    ]);
    expect(sentences(true)).toEqual([
      "「債権者管理」→「債権者検索」を開く",
      "「摘要」に {受付番号} を入力する",
      "「検索」を押す",
      "「検索結果」表で「摘要」が {受付番号} の行があることを確かめる",
      "「検索結果」表で「摘要」が {受付番号} の行の「債権者番号」の値を {債権者番号} として読み取る",
    ]);
    expect(recorded.successSign).toMatch(/完了しました/u);

    const scenario = scenarioOf(recorded, giveKey);
    const barrier = { beforePress: () => Promise.resolve() };
    const outcome = await withPlayer((player) =>
      player.play({ scenario, values: other, barrier, evidence }),
    );
    expect(outcome.kind, JSON.stringify(outcome)).toBe("done");
    const [first, second] = finance.creditors();
    expect(first).toMatchObject({ name: sample.氏名, accountNumber: sample.口座番号 });
    expect(second).toMatchObject({ name: other.氏名, accountNumber: other.口座番号 });
    expect(finance.counts().registerPosts).toBe(2);

    const lookUp = (values: typeof other) =>
      withPlayer((player) => player.lookUp({ scenario, values, evidence }));
    expect(await lookUp(other)).toMatchObject({
      kind: "found",
      values: { 債権者番号: second?.number },
    });
  });
});

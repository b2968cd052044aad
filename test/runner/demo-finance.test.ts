/** The shipped bot against the demo finance system: typed, read back, committed once, looked up, whatever the system does. */
import { readFile } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type DemoFinance, startDemoFinance } from "../../apps/demo-finance/index.ts";
import { silentLog, systemClock } from "../../core/index.ts";
import { launchPlayer, type Player, type PlayRequest, parseScreens } from "../../runner/index.ts";
import { parseScenario, type Scenario } from "../../scenarios/index.ts";
import { sampleCompany } from "../support/sample-company.ts";
import { endOf } from "./support/playing.ts";

const folder = "scenarios/library/creditor-account";
const company = {
  ...sampleCompany,
  フリガナ: "カブシキガイシャミホンデンセツ",
  代表者: "代表取締役 見本 一郎",
  郵便番号: "9990000",
  電話番号: "000-000-0000",
};
const person = {
  ...company,
  区分: "個人",
  氏名: "見本 太郎",
  フリガナ: "ミホン タロウ",
  代表者: "",
  法人番号: "",
  登録番号: "",
  支店コード: "013",
  支店名: "駅前",
  口座番号: "7654321",
  口座名義カナ: "ﾐﾎﾝ ﾀﾛｳ",
  源泉対象: "対象",
};

let finance: DemoFinance;
let player: Player;
let scenario: Scenario;
let cases = 0;

/** A new 受付番号 and telephone number for every case: the scenario's own search must find nothing. */
function request(values: typeof company): PlayRequest {
  cases += 1;
  const own = {
    受付番号: `R8-${String(cases).padStart(6, "0")}`,
    電話番号: `000-000-${1000 + cases}`,
  };
  return {
    scenario,
    values: { ...values, ...own },
    barrier: { beforePress: () => Promise.resolve() },
    evidence: { picture: () => Promise.resolve() },
  };
}

beforeAll(async () => {
  finance = await startDemoFinance({ seedCreditors: 30 });
  const parsed = parseScenario(await readFile(`${folder}/scenario.yaml`, "utf8"), "scenario.yaml");
  const screens = parseScreens(await readFile(`${folder}/screens.yaml`, "utf8"), "screens.yaml");
  if (!parsed.ok || !screens.ok)
    throw new Error(JSON.stringify([parsed.problems, screens.problems]));
  scenario = parsed.value;
  player = await launchPlayer({
    systems: [
      {
        name: "財務会計",
        url: finance.url,
        allowedHosts: [new URL(finance.url).host],
        credentials: async () => ({ user: "robot01", password: "demo-pass-1", section: "110100" }),
      },
    ],
    dictionary: screens.value,
    clock: systemClock,
    log: silentLog,
    patienceSeconds: 5,
  });
}, 60_000);

afterAll(async () => {
  await player?.close();
  await finance?.close();
});

afterEach(() => finance.setFaults([]));

describe("the shipped bot", { timeout: 60_000 }, () => {
  it.each([
    ["a company", company],
    ["a person with tax withheld", person],
  ])("registers %s as it is written and finds it again", async (_name, values) => {
    const before = finance.creditors().length;
    const asked = request(values);
    const outcome = await player.play(asked);
    const row = finance.creditors().at(-1);
    expect(endOf(outcome)).toBe("done");
    expect(outcome).toMatchObject({ values: { 債権者番号: row?.number } });
    expect(finance.creditors()).toHaveLength(before + 1);
    expect(row).toMatchObject({
      name: values.氏名,
      accountNumber: values.口座番号,
      branchCode: values.支店コード,
      memo: asked.values["受付番号"],
      withholding: values.源泉対象,
    });
    const found = await player.lookUp(asked);
    expect(found).toMatchObject({ kind: "found", values: { 債権者番号: row?.number } });
  });

  it("a case that was never entered is not found", async () => {
    expect(endOf(await player.lookUp(request(company)))).toBe("not-found");
  });

  it.each(["lose-reply-after-commit:1", "cut-reply-after-commit:1"])(
    "%s: in doubt, one row, and the look-up brings the number",
    async (fault) => {
      const before = finance.creditors().length;
      finance.setFaults([fault]);
      const asked = request(person);
      expect((await player.play(asked)).kind).toBe("in-doubt");
      expect(finance.creditors()).toHaveLength(before + 1);
      finance.setFaults([]);
      const number = finance.creditors().at(-1)?.number;
      expect(await player.lookUp(asked)).toMatchObject({
        kind: "found",
        values: { 債権者番号: number },
      });
    },
  );

  it.each([
    ["swap-fields", "system-error RUN063"],
    ["rename-caption", "system-error RUN010"],
    ["duplicate-warning", "business-error RUN041"],
    ["edit-conflict:1", "system-error RUN043"],
    ["closed", "system-error RUN044"],
  ])("%s: nothing is entered", async (fault, end) => {
    const before = finance.creditors().length;
    finance.setFaults([fault]);
    expect(endOf(await player.play(request(person)))).toBe(end);
    expect(finance.creditors()).toHaveLength(before);
  });

  it("a value that the system refuses is a business error", async () => {
    const refused = { ...person, 口座名義カナ: "ﾐﾎﾝ ｼｮｳｼﾞ+" };
    expect(endOf(await player.play(request(refused)))).toBe("business-error RUN041");
  });

  it("lists the screen by names that find what they name", async () => {
    const menu = ["債権者管理", "債権者登録"];
    const screens = await player.inspect({ system: "財務会計", menu, logIn: true });
    const things = screens.flatMap((s) => s.things);
    const named = (kind: string): string[] =>
      things.filter((t) => t.kind === kind && t.unique).map((t) => t.name);
    expect(named("text")).toEqual(
      expect.arrayContaining(["債権者氏名", "フリガナ", "電話番号", "住所", "摘要", "口座番号"]),
    );
    expect(named("choice")).toEqual(expect.arrayContaining(["債権者区分", "預金種別"]));
    expect(named("button")).toEqual(expect.arrayContaining(["金融機関検索", "確認"]));
    expect(things.find((t) => t.name === "債権者区分")?.parts).toEqual(["個人", "法人", "団体"]);
    expect(JSON.stringify(screens)).not.toContain("demo-pass-1");
  });

  it("a session that runs out is retried from the log-in", async () => {
    finance.setFaults(["session-expires-after:12"]);
    const asked = request(person);
    const first = await player.play(asked);
    expect(first).toMatchObject({ kind: "system-error", error: { code: "RUN052" } });
    finance.setFaults([]);
    expect((await player.play(asked)).kind).toBe("done");
  });
});

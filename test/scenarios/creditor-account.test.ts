/** The scenario that we ship (P1) parses as it stands, and means what it says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainScenario, parseScenario, type Scenario } from "../../scenarios/index.ts";

const path = join(import.meta.dirname, "../../scenarios/library/creditor-account/scenario.yaml");
const text = readFileSync(path, "utf8");

function shipped(): Scenario {
  const parsed = parseScenario(text, "scenario.yaml");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe("the shipped scenario", () => {
  it("has no problems, not even warnings", () => {
    expect(parseScenario(text, "scenario.yaml").problems).toEqual([]);
  });

  it("says in its header what the office must know", () => {
    expect(shipped()).toMatchObject({
      title: "債権者（口座振替払）登録",
      owner: "会計課 審査係",
      stage: "desk-check",
      systems: ["財務会計"],
      businessKey: ["金融機関コード", "支店コード", "預金種別", "口座番号"],
      manualMinutes: 8,
      successSign: "登録が完了しました",
      settleSeconds: 5,
    });
  });

  it("keeps the place and the words of each sentence", () => {
    const commit = shipped().steps.find((step) => step.kind === "commit");
    const lines = text.split("\n");
    expect(lines[(commit?.at.line ?? 0) - 1]?.slice((commit?.at.column ?? 0) - 1)).toBe(
      commit?.sentence,
    );
  });

  it("asks for no field that it reads from the screen before use", () => {
    const { fieldsUsed } = shipped();
    expect(fieldsUsed).toContain("受付番号");
    expect(fieldsUsed).toContain("法人番号");
    expect(fieldsUsed).not.toContain("債権者番号");
  });

  it("explains itself as a manual", () => {
    const page = explainScenario(shipped());
    expect(page).toContain("# 債権者（口座振替払）登録");
    expect(page).toContain("| 確 | 「登録」で登録する |");
    expect(page).toContain("| 11-1 | 書 | 「代表者」に {代表者} を入力する |");
    expect(page).toContain("登録から5秒以上たってから");
    expect(page).toContain("金融機関コード＋支店コード＋預金種別＋口座番号");
  });

  it("cannot break out of the manual with Markdown or HTML", () => {
    const page = explainScenario({ ...shipped(), title: "<img src=x>\n| [a](javascript:b)" });
    expect(page).toContain("# &lt;img src=x&gt; \\| \\[a\\](javascript:b)");
  });
});

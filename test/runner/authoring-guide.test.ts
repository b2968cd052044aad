/** docs/authoring.md is followed to the letter: its scenario and its sample case are rehearsed, played and looked up. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { startDemoFinance } from "../../apps/demo-finance/index.ts";
import { silentLog, systemClock } from "../../core/index.ts";
import { emptyDictionary, launchPlayer } from "../../runner/index.ts";
import { parseScenario } from "../../scenarios/index.ts";

const block = (text: string, kind: string): string =>
  new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``, "u").exec(text)?.[1] ?? "";

it("works as it is written", { timeout: 180_000 }, async () => {
  const guide = await readFile("docs/authoring.md", "utf8");
  const parsed = parseScenario(block(guide, "yaml"), "scenario.yaml");
  expect(parsed.problems).toEqual([]);
  if (!parsed.ok) return;
  const scenario = parsed.value;
  const [heads = [], row = []] = block(guide, "csv")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const values = Object.fromEntries(heads.map((head, i) => [head, row[i] ?? ""]));

  const finance = await startDemoFinance({ seedCreditors: 0 });
  const { host } = new URL(finance.url);
  const credentials = async () => ({ user: "robot01", password: "demo-pass-1", section: "110100" });
  const player = await launchPlayer({
    systems: [{ name: "財務会計", url: finance.url, allowedHosts: [host], credentials }],
    dictionary: emptyDictionary(),
    clock: systemClock,
    log: silentLog,
    patienceSeconds: 6,
  });
  const request = { scenario, values, evidence: { picture: () => Promise.resolve() } };
  try {
    const rehearsed = await player.rehearse(request);
    expect(rehearsed.kind, JSON.stringify(rehearsed)).toBe("reached");
    expect(rehearsed.fields.filter((f) => /different|missing/u.test(f.verdict))).toEqual([]);
    expect(finance.creditors()).toHaveLength(0);

    const barrier = { beforePress: () => Promise.resolve() };
    const outcome = await player.play({ ...request, barrier });
    expect(outcome.kind, JSON.stringify(outcome)).toBe("done");
    expect(finance.creditors()).toMatchObject([
      { name: values["氏名"], accountNumber: values["口座番号"], memo: values["受付番号"] },
    ]);
    expect(await player.lookUp(request)).toMatchObject({ kind: "found" });
  } finally {
    await player.close();
    await finance.close();
  }
});

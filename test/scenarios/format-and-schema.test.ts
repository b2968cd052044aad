/** The formatter changes the writing and never the meaning; the schema takes what the reader takes and refuses slips. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import {
  formatScenario,
  parseScenario,
  type Scenario,
  scenarioSchema,
} from "../../scenarios/index.ts";
import { blocks, keywords } from "../../scenarios/keyword-table.ts";

const header = "題名: 見本\n持ち主: 会計課\n手順:\n";
const formatted = (line: string): string =>
  formatScenario(`${header}  - ${line}\n`, "s.yaml").split("\n")[3]?.slice(4) ?? "";

/** Without places and the written words. */
const meaning = (scenario: Scenario | null): unknown =>
  JSON.parse(
    JSON.stringify(scenario, (key, value: unknown) =>
      ["at", "sentence", "file"].includes(key) ? undefined : value,
    ),
  );

function read(text: string): Scenario | null {
  const parsed = parseScenario(text, "s.yaml");
  return parsed.ok ? parsed.value : null;
}

describe("the formatter", () => {
  it.each([
    ["「検索」をｸﾘｯｸしてください。", "「検索」を押す"],
    ["「金額」欄に、｛金額｝を入力します", "「金額」欄に {金額} を入力する"],
    ["{金額}を「金額」に入れる", "{金額} を「金額」に入力する"],
    ["「番号」に「R{年度}-」{番号}を打つ # 覚え", "「番号」に「R{年度}-」{番号} を入力する # 覚え"],
    ["「備考 : 注意」に {値} を入力する", "「備考 : 注意」に {値} を入力する"],
    ["画面の写しを残して「登録 後」", "画面の写しを残す「登録 後」"],
    ["３秒待って", "3秒待つ"],
    ["これは文ではありません", "これは文ではありません"],
  ])("%s → %s", (before, after) => {
    expect(formatted(before)).toBe(after);
  });

  it("keeps the meaning of every sentence of the table in every ending, and is at rest the second time", () => {
    const lines = keywords.flatMap((k) =>
      k.forms.flatMap((f) =>
        f.verb.forms.slice(0, 6).map((verb) => `  - ${f.example.replace(f.verb.word, verb)}`),
      ),
    );
    const text = `${header}${lines.join("\n")}\n`;
    const once = formatScenario(text, "s.yaml");
    expect(formatScenario(once, "s.yaml")).toBe(once);
    const kinds = (t: string): unknown => meaning(read(t));
    expect(kinds(once)).toEqual(kinds(text));
  });

  it("leaves the shipped scenario as it is", () => {
    const path = join(
      import.meta.dirname,
      "../../scenarios/library/creditor-account/scenario.yaml",
    );
    const text = readFileSync(path, "utf8");
    expect(formatScenario(text, "s.yaml")).toBe(text);
  });
});

const root = z.object({ definitions: z.record(z.string(), z.unknown()) });

/** Just enough of JSON Schema to try it here: what editors use of it. */
function accepts(schema: unknown, value: unknown, whole: unknown = schema): boolean {
  const s = z.record(z.string(), z.unknown()).parse(schema);
  const reference = s["$ref"];
  if (typeof reference === "string") {
    const target = root.parse(whole).definitions[reference.replace("#/definitions/", "")];
    return accepts(target, value, whole);
  }
  const every = list(s["allOf"]).every((one) => accepts(one, value, whole));
  const some = !s["anyOf"] || list(s["anyOf"]).some((one) => accepts(one, value, whole));
  const among = !s["enum"] || list(s["enum"]).includes(value);
  const typed = !s["type"] || [s["type"]].flat().includes(kindOf(value));
  return every && some && among && typed && holdsInside(s, value, whole);
}

function holdsInside(s: Record<string, unknown>, value: unknown, whole: unknown): boolean {
  if (Array.isArray(value))
    return !s["items"] || value.every((item) => accepts(s["items"], item, whole));
  if (typeof value !== "object" || value === null) return true;
  if (!list(s["required"]).every((key) => String(key) in value)) return false;
  const known = z.record(z.string(), z.unknown()).parse(s["properties"] ?? {});
  return Object.entries(value).every(([key, v]) =>
    key in known ? accepts(known[key], v, whole) : s["additionalProperties"] !== false,
  );
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

describe("the schema", () => {
  const schema: unknown = JSON.parse(JSON.stringify(scenarioSchema()));
  const holds = (text: string): boolean => accepts(schema, parse(text));

  it("takes the shipped scenario and every example of the table", () => {
    const path = join(
      import.meta.dirname,
      "../../scenarios/library/creditor-account/scenario.yaml",
    );
    expect(holds(readFileSync(path, "utf8"))).toBe(true);
    for (const b of blocks) expect(holds(`${header}${b.example}\n`), b.id).toBe(true);
  });

  it.each([
    ["an unknown header", "題銘: x\n持ち主: 会計課\n手順:\n  - a\n"],
    ["no steps", "題名: x\n持ち主: 会計課\n"],
    ["a wrong stage", "題名: x\n持ち主: 会計課\n段階: 本番\n手順:\n  - a\n"],
    ["steps that are a map", "題名: x\n持ち主: 会計課\n手順:\n  a: b\n"],
  ])("refuses %s", (_name, text) => {
    expect(holds(text)).toBe(false);
  });

  it("completes every form of a sentence", () => {
    const text = JSON.stringify(schema);
    const forms = keywords.flatMap((k) => k.forms.map((f) => JSON.stringify(f.example)));
    expect(forms.filter((f) => !text.includes(f))).toEqual([]);
  });
});

/** Texts that want to hurt: huge, deep, mutated, hidden. Always a quick answer with a place, never a throw. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decodeText, readYaml, renderProblems, type YamlNode } from "../../core/index.ts";
import { isCommitCaption, isForbiddenCaption, parseScenario } from "../../scenarios/index.ts";
import { random, splinters } from "../support/fuzz-scenarios.ts";

const path = join(import.meta.dirname, "../../scenarios/library/creditor-account/scenario.yaml");
const shipped = readFileSync(path, "utf8");

/** Milliseconds and outcome. */
function timed(text: string): { millis: number; codes: string[] } {
  const start = performance.now();
  const { problems } = parseScenario(text, "s.yaml");
  return { millis: performance.now() - start, codes: problems.map((p) => p.code) };
}

describe("size and depth", () => {
  it.each([
    ["50 MB", "題名: a\n".repeat(5_500_000), "YML001"],
    ["many lines", "- a\n".repeat(30_000), "YML001"],
    ["10,000 brackets", `題名: ${"[".repeat(10_000)}`, "YML002"],
    ["10,000 maps in one line", `題名: ${"{a: ".repeat(10_000)}`, "YML002"],
    ["10,000 dashes", "- ".repeat(10_000), "YML002"],
    [
      "300 levels of indentation",
      Array.from({ length: 300 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
      "YML002",
    ],
    ["a line of brackets over several lines", `題名: [\n${"[,\n".repeat(10_000)}`, "YML002"],
  ])("%s gives a quick clear problem", (_name, text, code) => {
    const { millis, codes } = timed(text);
    expect(codes).toContain(code);
    expect(millis).toBeLessThan(2000);
  });

  it.each([
    ["「", "「".repeat(1_900_000)],
    ["{", `手順:\n  - ${"{a ".repeat(400_000)}`],
    ["quotes", `a: ${'"a '.repeat(400_000)}`],
    ["colons", `${"a:".repeat(900_000)}`],
    ["same keys", "a:\n".repeat(19_000)],
    ["wide words", `手順:\n  - ${"「a」を".repeat(200_000)}`],
  ])("a flood of %s ends in time", (_name, text) => {
    expect(timed(text).millis).toBeLessThan(5000);
  });

  it("reads 5,000 lines in less than 2 seconds", () => {
    const lines = Array.from(
      { length: 5000 },
      (_, i) => `  - 「欄${i}」に {項目${i}} を入力する\n`,
    );
    const text = `題名: a\n持ち主: b\n手順:\n${lines.join("")}`;
    // The best of three: other work on this machine is not what is measured.
    const tries = [timed(text), timed(text), timed(text)];
    expect(tries.flatMap((t) => t.codes)).toEqual([]);
    expect(Math.min(...tries.map((t) => t.millis))).toBeLessThan(2000);
  });
});

function mutate(seed: number): string {
  const next = random(seed);
  let text = shipped;
  for (let i = 0; i <= next() * 4; i++) {
    const from = Math.floor(next() * text.length);
    const length = next() < 0.5 ? 0 : Math.floor(next() * 12);
    const put = next() < 0.7 ? (splinters[Math.floor(next() * splinters.length)] ?? "") : "";
    text = text.slice(0, from) + put + text.slice(from + length);
  }
  return text;
}

describe("300 mutations of the shipped scenario", () => {
  it("parse, or give problems that stand in the file", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const text = mutate(seed);
      const lines = text.replace(/^\uFEFF/u, "").split(/\r\n|\n|\r/u);
      const { ok, problems } = parseScenario(text, "s.yaml");
      if (!ok)
        expect(
          problems.filter((p) => p.severity === "error"),
          `seed ${seed}`,
        ).not.toEqual([]);
      for (const { at, lineText, message } of problems) {
        expect(lines[at.line - 1], `seed ${seed}`).toBe(lineText);
        expect(at.column, `seed ${seed}`).toBeLessThanOrEqual(lineText.length + 1);
        expect(message).toMatch(/。$/u);
      }
      expect(renderProblems(problems)).not.toMatch(/[\0\u202e]/u);
    }
  });
});

function flat(node: YamlNode): unknown {
  if (node.kind === "text") return node.value;
  if (node.kind === "list") return node.items.map(flat);
  return node.entries.map((e) => [e.key, flat(e.value)]);
}

describe("YAML for clerks", () => {
  it.each([
    [
      "a: 0012\nb: NO\nc: 1e3\nd: 2025-01-01\ne: ~\nf: 12345678901234567890",
      ["0012", "NO", "1e3", "2025-01-01", "~", "12345678901234567890"],
    ],
    [
      "a: エラー: 残高不足\nb: @登録\nc: \"x: y\"\nd: '1'",
      ["エラー: 残高不足", "@登録", "x: y", "1"],
    ],
    ["a: [0999, 012]\nb: {項目}\nc: |\n  1: 2\n  「\n", [["0999", "012"], "{項目}", "1: 2\n「\n"]],
    ["\uFEFFa: 1\r\nb: 2 # メモ\r\n", ["1", "2"]],
  ])("keeps every scalar as written: %s", (text, values) => {
    const parsed = readYaml(text, "a.yaml");
    expect(
      parsed.ok && parsed.value.kind === "map" && parsed.value.entries.map((e) => flat(e.value)),
    ).toEqual(values);
  });

  it("takes __proto__ for a word", () => {
    const parsed = readYaml("__proto__: 1\nconstructor: 2", "a.yaml");
    expect(parsed.ok && flat(parsed.value)).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
    expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
  });

  it("reports all faults together and in order", () => {
    const { problems } = readYaml("題名：a\n持ち主:b\n　x: 1\ny: *z\n", "a.yaml");
    expect(problems.map((p) => [p.at.line, p.code])).toEqual([
      [1, "YML003"],
      [2, "YML004"],
      [3, "YML007"],
      [3, "YML011"],
      [4, "YML015"],
    ]);
  });
});

describe("bytes of a text file", () => {
  const utf8 = new TextEncoder().encode("題名: 債権者");
  it.each([
    ["UTF-8", utf8, []],
    ["UTF-8 with BOM", Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), []],
    [
      "Shift_JIS",
      Uint8Array.of(0x91, 0xe8, 0x96, 0xbc, 0x3a, 0x20, 0x8d, 0xc2, 0x8c, 0xa0, 0x8e, 0xd2),
      ["YML051"],
    ],
    ["UTF-16", Uint8Array.from(Buffer.from("\uFEFF題名: 債権者", "utf16le")), ["YML052"]],
  ])("are read as %s", (_name, bytes, codes) => {
    const parsed = decodeText(bytes, "a.yaml");
    expect(parsed.ok && parsed.value).toBe("題名: 債権者");
    expect(parsed.problems.map((p) => p.code)).toEqual(codes);
  });

  it.each([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 1)],
    ["broken Shift_JIS", Uint8Array.of(0x82, 0xff, 0xfd)],
  ])("that are %s are refused", (_name, bytes) => {
    const parsed = decodeText(bytes, "a.yaml");
    expect(parsed.ok).toBe(false);
    expect(parsed.problems.map((p) => p.code)).toEqual(["YML053"]);
  });
});

describe("captions", () => {
  it.each([
    "承認",
    "承 認",
    "承認する",
    "一括承認",
    "OK（承認）",
    "支払",
    "支払する",
    "支払実行",
    "決裁",
    "決裁完了",
    "否認",
  ])("%s is never pressed", (caption) => {
    expect(isForbiddenCaption(caption)).toBe(true);
  });

  it.each(["承認依頼", "承認状況", "支払予定日", "支払先検索", "未承認一覧", "決裁ルート", "検索"])(
    "%s may be pressed",
    (caption) => {
      expect(isForbiddenCaption(caption)).toBe(false);
    },
  );

  it.each([
    ["登録", true],
    ["登　録", true],
    ["確定する", true],
    ["一時保存", true],
    ["債権者登録", false],
    ["登録画面へ", false],
    ["確認", false],
  ])("%s needs 登録する: %s", (caption, expected) => {
    expect(isCommitCaption(caption)).toBe(expected);
  });
});

describe("secrets", () => {
  it.each([
    "# パスワード: abcd1234",
    "# 暗証番号は1234です",
    "説明: password=hunter2",
    "説明: pwd: Passw0rd",
    "説明: ＰＡＳＳＷＯＲＤ＝ｈｕｎｔｅｒ２",
    "説明: token=abcdef0123",
    "説明: Bearer abcdefghijklmnop",
    "説明: https://user:secret@example.jp/",
    "説明: api_key: 0123456789",
    "説明: -----BEGIN PRIVATE KEY-----",
    "説明: AKIAABCDEFGHIJKLMNOP",
  ])("are found in: %s", (line) => {
    const { problems } = parseScenario(
      `題名: a\n${line}\n持ち主: b\n手順:\n  - 「検索」を押す\n`,
      "s.yaml",
    );
    expect(problems.map((p) => [p.code, p.at.line])).toEqual([["SCN210", 2]]);
  });

  it.each([
    "# パスワードは金庫にあります",
    "説明: 暗証は書きません",
    "説明: パスワードの変更は月1回",
  ])("are not seen in: %s", (line) => {
    const { problems } = parseScenario(
      `題名: a\n${line}\n持ち主: b\n手順:\n  - 「検索」を押す\n`,
      "s.yaml",
    );
    expect(problems).toEqual([]);
  });
});

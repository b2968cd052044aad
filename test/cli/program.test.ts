/** The compiled program on the command line: help, wrong words, bad files; Japanese on stderr, JSON on stdout. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buka, emptyFolder } from "../support/program.ts";

describe("buka on the command line", () => {
  it("shows the help", async () => {
    const { code, out } = await buka(["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("自分の部下を、自分で増やそう");
  });

  it.each([
    { words: ["runn"], code: 2, says: "もしかして「run」" },
    { words: ["run"], code: 2, says: "CLI003" },
    { words: ["status", "--colour"], code: 2, says: "--colour" },
    { words: ["lint", "no-such-file.yaml"], code: 3, says: "見つかりません" },
    { words: ["review", "export", "a.xlsx"], code: 2, says: "buka.yaml" },
  ])("$words → $code", async ({ words, code, says }) => {
    const folder = await emptyFolder();
    const end = await buka(words, { folder });
    expect(end.err).toContain(says);
    expect(end.code).toBe(code);
    expect(end.err).toMatch(/→ .+/);
  });

  it("gives errors as one JSON document on stdout", async () => {
    const folder = await emptyFolder();
    const { code, out } = await buka(["status", "--json"], { folder });
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      error: { code: "QUE119", kind: "usage", retryable: false },
    });
  });

  it("makes a workspace, keeps a secret, and shows the state of its bot", async () => {
    const folder = await emptyFolder();
    const made = await buka(["init", "office"], { folder });
    expect(made.code, made.err).toBe(0);
    const again = await buka(["init", "office"], { folder });
    expect(again.err).toContain("空ではありません");
    const place = ["--workspace", join(folder, "office")];
    const canary = "Canary-9f3a7";
    const kept = await buka(["secret", "入れる", "財務会計/robot01", ...place], {
      input: `${canary}\n`,
    });
    expect(kept).toMatchObject({ code: 0 });
    expect(`${kept.out}${kept.err}`).not.toContain(canary);
    const state = await buka(["status", ...place, "--json"]);
    expect(state.code, state.err).toBe(0);
    expect(JSON.parse(state.out)).toMatchObject({ bots: [{ bot: "creditor-account" }] });
  });

  it("says what is missing on this machine and what to do", async () => {
    const folder = await emptyFolder();
    await buka(["init", "office"], { folder });
    const place = ["--workspace", join(folder, "office")];
    const { code, out } = await buka(["doctor", ...place, "--json"]);
    expect(code).toBe(5);
    const { findings } = JSON.parse(out) as {
      findings: readonly { name: string; state: string; found: string; next: string }[];
    };
    const of = (name: string) => findings.find((f) => f.name === name);
    for (const name of ["Node.js", "時計", "ブラウザ", "読み取りの部品", "台帳", "順番待ち"])
      expect(of(name), name).toMatchObject({ state: "good", next: "" });
    expect(of("画面「財務会計」")).toMatchObject({
      state: "bad",
      found: "パスワードが金庫にありません",
    });
    expect(of("画面「財務会計」")?.next).toContain("buka secret set 財務会計/robot01");
    const nowhere = await buka(["doctor"], { folder });
    expect(nowhere.code).toBe(5);
    expect(nowhere.out).toMatch(/× 作業フォルダー　.+\n {3}→ /);
  }, 60_000);

  it("fixes what is certain, keeps the old file, and leaves the rest to a person", async () => {
    const folder = await emptyFolder();
    const path = join(folder, "scenario.yaml");
    const bad =
      "版: 1\r\n題名：登録　の手順\r\n手順:\r\n　・「検索」を押す\r\n  - 「保存」をおせ\r\n";
    await writeFile(path, bad);
    const look = await buka(["fix", "scenario.yaml", "--look"], { folder });
    expect(look.out).toContain("後　題名: 登録　の手順");
    expect(await readFile(path, "utf8")).toBe(bad);
    const { code, out } = await buka(["fix", "scenario.yaml"], { folder });
    expect(code).toBe(3);
    expect(await readFile(path, "utf8")).toMatch(
      /^版: 1\r\n題名: 登録　の手順\r\n手順:\r\n +- 「検索」を押す\r\n/,
    );
    expect(await readFile(`${path}.bak`, "utf8")).toBe(bad);
    expect(out).toContain("人が決めるところ");
    const again = await buka(["fix", "scenario.yaml"], { folder });
    expect(again.out).toContain("自動で直せるところはありません");
  });

  it("turns a file of an old editor into UTF-8 and says so", async () => {
    const folder = await emptyFolder();
    const path = join(folder, "s.yaml");
    // 題名: あ, as Notepad of Windows-31J keeps it.
    const old = Buffer.from([0x91, 0xe8, 0x96, 0xbc, 0x3a, 0x20, 0x82, 0xa0, 0x0d, 0x0a]);
    await writeFile(path, old);
    const look = await buka(["直す", "s.yaml", "--look"], { folder });
    expect(look.out).toContain("文字コードは Shift_JIS です");
    expect(await readFile(path)).toEqual(old);
    const { out } = await buka(["fix", "s.yaml"], { folder });
    expect(out).toContain("文字コードを Shift_JIS から UTF-8 に変えました");
    expect(await readFile(path, "utf8")).toBe("題名: あ\r\n");
    expect(await readFile(`${path}.bak`)).toEqual(old);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("版: 1\n", "utf16le")]);
    await writeFile(path, utf16);
    expect((await buka(["fix", "s.yaml", "--json"], { folder })).out).toContain("UTF-16");
    expect(await readFile(path, "utf8")).toBe("版: 1\n");
  });

  it.each([
    ["secret", "set（入れる）、list（一覧）、delete（消す）"],
    ["review", "export（書き出す）、import（取り込む）"],
    ["schedule", "list（一覧）、next（次の予定）、add（加える）、run（動かす）"],
    ["form", "print（印刷）、lint（点検）、adopt（取り入れる）、collect（見本）"],
  ])("names what %s can do in both languages", async (verb, words) => {
    const folder = await emptyFolder();
    const { code, err } = await buka([verb, "登録しろ", "x.xlsx"], { folder });
    expect(code).toBe(2);
    expect(err).toContain(`「登録しろ」は使えません`);
    expect(err).toContain(words);
  });

  it("reports every fault of a scenario with line and remedy", async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, "s.yaml"), "題名：登録\n手順:\n  - 「登録」をおす\n");
    const { code, out } = await buka(["lint", "s.yaml"], { folder });
    expect(code).toBe(3);
    expect(out).toContain("s.yaml:1:");
    expect(out).toContain("直し方");
    const checked = await buka(["check", "s.yaml"], { folder });
    expect(checked.code).toBe(2);
    expect(checked.err).toMatch(/CLI025[\s\S]*buka lint s\.yaml/u);
  });
});

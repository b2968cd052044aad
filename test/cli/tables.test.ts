/** Tables on the command line: calc, check, check new and intake --preview, as a clerk types them; JSON is one document. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readSheetRows } from "../../rules/index.ts";
import { injections } from "../support/injections.ts";
import { buka, emptyFolder, projectRoot } from "../support/program.ts";
import { typedCompany } from "../support/sample-company.ts";
import { writeXlsx } from "../support/xlsx-file.ts";

const styles =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>';
const libraryBot = join(projectRoot, "scenarios", "library", "creditor-account");

describe("buka calc", () => {
  it("prints every formula cell of every sheet, and nothing else", async () => {
    const folder = await emptyFolder();
    writeXlsx(join(folder, "計算.xlsx"), {
      sheets: {
        入力: {
          A1: 2,
          A2: "山田",
          B1: { formula: "A1*3" },
          B2: { formula: 'A2&"様"' },
          B3: { formula: "DATE(2024,4,1)" },
          B4: { formula: "A1=2" },
          B5: { formula: "1/0" },
          B6: { formula: "RAND()" },
          D1: { formula: "_xlfn.SEQUENCE(3)", array: "D1:D3" },
          B7: { formula: "C9" },
        },
        別: { A1: { formula: "入力!B1+1" } },
      },
    });
    const { code, out, err } = await buka(["calc", "計算.xlsx", "--json"], { folder });
    expect(code, err).toBe(0);
    expect(JSON.parse(out)).toEqual({
      入力: {
        B1: 6,
        B2: "山田様",
        B3: 45_383,
        B4: true,
        B5: { error: "#DIV/0!" },
        B6: { unsupported: "RAND" },
        B7: 0,
        D1: 1,
      },
      別: { A1: 7 },
    });
  });

  it.each([
    ["none.xlsx", null, "RUL001"],
    ["text.xlsx", "これは表ではありません", "RUL002"],
    ["~$book.xlsx", "山田", "RUL015"],
  ])("refuses %s in Japanese, with its code", async (name, content, code) => {
    const folder = await emptyFolder();
    if (content !== null) await writeFile(join(folder, name), content);
    const end = await buka(["calc", name, "--json"], { folder });
    expect(end.code).toBe(3);
    expect(JSON.parse(end.out)).toMatchObject({ error: { code, kind: "input" } });
    expect(end.err + end.out).toMatch(/[ぁ-ん]/);
  });
});

describe("buka check", () => {
  it("gives findings per record, and a copy of the book in which texts stay texts", async () => {
    const folder = await emptyFolder();
    writeXlsx(join(folder, "check.xlsx"), {
      parts: { "xl/styles.xml": styles },
      sheets: {
        案件: {
          A1: "番号",
          B1: "備考",
          C1: "確認：番号",
          D1: "注意：長さ",
          C2: { formula: "LEN(A2)=3" },
          D2: { formula: 'IF(LEN(B2)>100,"備考が長すぎます。","")' },
        },
      },
    });
    const quoted = injections.map((t) => `"${t.replaceAll('"', '""')}"`);
    const lines = ["番号,備考", ...quoted.map((t) => `001,${t}`), " 1 ,短い番号"];
    await writeFile(join(folder, "in.csv"), `\ufeff${lines.join("\r\n")}\r\n`);
    const words = ["check", "check.xlsx", "in.csv", "-o", "out.xlsx", "--json"];
    const { code, out, err } = await buka(words, { folder });
    expect(code, err).toBe(3);
    const result = JSON.parse(out) as { wrong: number; records: { findings: unknown[] }[] };
    expect(result.wrong).toBe(1);
    expect(result.records.at(-1)?.findings).toEqual([
      expect.objectContaining({
        rule: "番号",
        severity: "error",
        fields: ["番号"],
        cell: "C17",
        message: "確認「番号」に合いません（案件シート C17 の式：{番号}の文字数が3であること）。",
      }),
    ]);
    const bytes = await readFile(join(folder, "out.xlsx"));
    const rows = readSheetRows(bytes, "out.xlsx", "案件")?.rows ?? [];
    expect(rows.slice(1, -1).map((r) => r.cells[1]?.text)).toEqual(injections);
    expect(new Set(rows.slice(1).map((r) => r.cells[0]?.text))).toEqual(new Set(["001", "1"]));
    const sheet = new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet1.xml"]);
    expect(sheet.match(/<f[ >]/g)?.length).toBe(2 * (injections.length + 1));
  });

  it("says so when the book has no check at all, and names what it cannot compute in Japanese", async () => {
    const folder = await emptyFolder();
    const cells = { A1: "金額", A2: 5, B1: "倍", B2: { formula: "A2*2" } };
    writeXlsx(join(folder, "倍.xlsx"), { sheets: { 案件: cells } });
    const { out } = await buka(["check", "倍.xlsx"], { folder });
    expect(out).toContain("「確認：」「注意：」で始まる見出しの列がない");
    writeXlsx(join(folder, "輪.xlsx"), { sheets: { 輪: { A1: { formula: "A1+1" } } } });
    expect((await buka(["calc", "輪.xlsx"], { folder })).out).toContain("計算不可（循環参照）");
  });

  it("never writes over a file that it reads", async () => {
    const folder = await emptyFolder();
    const book = join(folder, "check.xlsx");
    writeXlsx(book, {
      sheets: { 案件: { A1: "番号", B1: "確認：番号", B2: { formula: "A2=1" } } },
    });
    await writeFile(join(folder, "in.csv"), "番号\r\n1\r\n");
    const before = await readFile(book);
    for (const words of [
      ["check", "check.xlsx", "in.csv", "-o", "check.xlsx"],
      ["check", "check.xlsx", "in.csv", "--report", "./in.csv"],
      ["calc", "check.xlsx", "-o", "check.xlsx"],
    ]) {
      const { code, err } = await buka(words, { folder });
      expect([code, err]).toEqual([3, expect.stringMatching(/^［CLI020］「.*」はもうあります。/)]);
    }
    expect(await readFile(book)).toEqual(before);
    expect(await readFile(join(folder, "in.csv"), "utf8")).toBe("番号\r\n1\r\n");
  });

  it("makes a check book from a form once, and never writes over it", async () => {
    const folder = await emptyFolder();
    const words = ["check", "new", join(libraryBot, "form.yaml"), "-o", "check.xlsx", "--json"];
    const made = await buka(words, { folder });
    expect(made.code, made.err).toBe(0);
    expect((JSON.parse(made.out) as { checks: unknown[] }).checks.length).toBeGreaterThan(20);
    const again = await buka(words, { folder });
    expect(again.code).not.toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ error: { code: expect.stringMatching(/^CLI/) } });
  });
});

describe("buka intake --preview", () => {
  const fields = typedCompany;

  it("shows what maps where and what the checks would say, and receives nothing", async () => {
    const folder = await emptyFolder();
    const made = await buka(["init", "office"], { folder });
    expect(made.code, made.err).toBe(0);
    const wrong = { ...fields, 法人番号: "8999999000002", 口座番号: "7654321" };
    const csv = [Object.keys(fields), Object.values(fields), Object.values(wrong)];
    await writeFile(join(folder, "in.csv"), csv.map((r) => r.join(",")).join("\r\n"));
    const words = ["intake", "creditor-account", "in.csv", "--preview", "--workspace", "office"];
    const shown = await buka([...words, "--json"], { folder });
    expect(shown.code, shown.err).toBe(0);
    expect(JSON.parse(shown.out)).toMatchObject({
      count: 2,
      fields: { 氏名: { kind: "columns", columns: ["氏名"] } },
      checks: {
        left: 0,
        rows: [
          { row: 2, verdict: "ok", findings: [] },
          { row: 3, verdict: "error", findings: [{ rule: "法人番号", severity: "error" }] },
        ],
      },
    });
    const told = await buka(words, { folder });
    expect(told.out).toContain("点検の表によると：OK 1 件、注意 0 件、NG 1 件、計算不可 0 件");
    expect(told.out).toMatch(/3行目 確認：確認「法人番号」に合いません（案件シート [A-Z]+2 の式/);
    const state = await buka(["status", "--workspace", "office", "--json"], { folder });
    expect(state.out).not.toContain("in.csv");
  });
});

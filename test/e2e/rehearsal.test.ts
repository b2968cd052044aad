/** Rehearsal (予行): the real screens are filled, planned stands beside shown, and the finance system holds nothing new. */
import { readdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { type Office, openOffice, writeRows } from "../support/finance.ts";
import { buka } from "../support/program.ts";

interface RehearsalDocument {
  readonly cases: readonly {
    readonly asPlanned: boolean;
    readonly end: string;
    readonly message: string;
    readonly fields: readonly { caption: string; verdict: string; shown: string | null }[];
    readonly steps: readonly { sentence: string }[];
  }[];
  readonly record: string;
}

async function rehearse(office: Office, more: readonly string[] = [], input = "") {
  const file = await writeRows(office.folder, 1);
  const words = ["rehearse", "creditor-account", "--workspace", office.folder, "--data", file];
  const end = await buka([...words, "--json", ...more], { input });
  return { ...end, document: JSON.parse(end.out) as RehearsalDocument };
}

function nothingWritten(office: Office): void {
  expect(office.finance.creditors()).toHaveLength(0);
  expect(office.finance.counts().registerPosts).toBe(0);
}

describe("buka rehearse", () => {
  it("stops before 登録する with planned beside shown, and one picture per sentence", async () => {
    const office = await openOffice();
    const { code, document, err } = await rehearse(office);
    expect(code, err).toBe(0);
    const [only] = document.cases;
    expect(only).toMatchObject({ asPlanned: true, end: "reached" });
    expect(only?.fields.map((f) => f.caption)).toContain("口座番号");
    expect(only?.fields.filter((f) => f.verdict === "same").length).toBeGreaterThan(10);
    expect(only?.steps.at(-1)?.sentence).toBe("「登録」で登録する");
    const files = await readdir(dirname(document.record));
    expect(files.filter((f) => f.endsWith(".png"))).toHaveLength(only?.steps.length ?? 0);
    expect(await readFile(document.record, "utf8")).toContain("何も登録していません");
    nothingWritten(office);
  });

  it("names the fields that the screen shows otherwise", async () => {
    const office = await openOffice({ faults: ["swap-fields"] });
    const { code, document } = await rehearse(office);
    expect(code).not.toBe(0);
    expect(document.cases[0]).toMatchObject({ asPlanned: false, end: "reached" });
    const different = document.cases[0]?.fields.filter((f) => f.verdict === "different");
    expect(different?.length).toBeGreaterThanOrEqual(1);
    nothingWritten(office);
  });

  it("goes sentence by sentence and ends when the person says so", async () => {
    const office = await openOffice();
    const { document, err } = await rehearse(office, ["--step"], "\n\nq\n");
    expect(document.cases[0]).toMatchObject({ end: "ended-by-person" });
    expect(document.cases[0]?.steps).toHaveLength(2);
    expect(err).toContain("3番目の文：「カナ名称」に {フリガナ} を入力する");
    nothingWritten(office);
  });
});

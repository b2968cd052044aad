/** A finance system that misbehaves, and machines that lack something: nothing twice, nothing lost, a clear sentence. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Office, officeSettings, openOffice, writeRows } from "../support/finance.ts";
import { buka } from "../support/program.ts";

interface RunDocument {
  readonly counts: Readonly<Record<string, number>>;
  readonly cases: readonly {
    readonly state: string;
    readonly reason: { readonly message: string } | null;
  }[];
  readonly halted: readonly string[];
}

async function runRows(
  office: Office,
  rows: number,
  environment: Record<string, string> = {},
  change: (row: Record<string, string>) => Record<string, string> = (row) => row,
) {
  const file = await writeRows(office.folder, rows, change);
  const words = [
    "run",
    "creditor-account",
    "--workspace",
    office.folder,
    "--data",
    file,
    "--received-on",
    "2026-11-20",
    "--json",
  ];
  const end = await buka(words, { environment });
  return { ...end, document: JSON.parse(end.out) as RunDocument };
}

describe("a finance system that loses its reply after the commit", () => {
  // Commit 1 is answered, 2 and 4 end in HTTP 500, 3 gets no reply, 5 a blank page.
  const faults = ["lose-reply-after-commit:3", "http-500-after-commit:2", "blank-after-commit:5"];

  it("is looked up, never pressed again", async () => {
    const office = await openOffice({ faults });
    const { code, document, err } = await runRows(office, 5);
    expect(document.counts, err).toMatchObject({ done: 5 });
    expect(code).toBe(0);
    expect(office.finance.creditors()).toHaveLength(5);
    expect(office.finance.counts().registerPosts).toBe(5);
  });
});

describe("a finance system that shows other values on its confirmation page", () => {
  it("is not pressed", async () => {
    const office = await openOffice({ faults: ["swap-fields"] });
    const { document } = await runRows(office, 1);
    expect(document.counts["done"]).toBe(0);
    expect(office.finance.counts().registerPosts).toBe(0);
  });
});

describe("a finance system that asks whether a second entry of the same account is meant", () => {
  it("is not told yes, although the question ends like the declared one", async () => {
    const office = await openOffice({ faults: ["duplicate-warning"] });
    const first = await runRows(office, 1);
    expect(first.document.counts).toMatchObject({ done: 1 });
    // The same account under another phone reaches an office whose ledger was lost: only that question notices it.
    const heir = await openOffice();
    await writeFile(join(heir.folder, "buka.yaml"), officeSettings(office.finance.url));
    const second = await runRows(heir, 1, {}, (row) => ({ ...row, 電話番号: "03-0000-9999" }));
    expect(second.document.counts["done"]).toBe(0);
    expect(second.document.cases[0]?.reason?.message).toMatch(/同一口座|E105/);
    expect(office.finance.creditors()).toHaveLength(1);
  });
});

describe("a refused log-in", () => {
  it("is tried once and leaves every case waiting", async () => {
    const office = await openOffice({ password: "wrong-on-purpose" });
    const { code, document } = await runRows(office, 3);
    expect(code).toBe(4);
    expect(document.counts).toMatchObject({ ready: 3, done: 0, failed: 0 });
    expect(document.halted.join()).toMatch(/パスワード|暗証|ログイン/);
    const logins = office.finance
      .requests()
      .filter((r) => r.method === "POST" && r.path === "/login");
    expect(logins).toHaveLength(1);
  });
});

describe("what is missing or away", () => {
  it("a finance system that is down stops the lane and keeps the cases", async () => {
    const office = await openOffice();
    await writeFile(join(office.folder, "buka.yaml"), officeSettings("http://127.0.0.1:9/"));
    const { code, document } = await runRows(office, 2);
    expect(code).toBe(4);
    expect(document.counts).toMatchObject({ ready: 2, done: 0 });
    expect(document.halted.join()).toContain("つながりません");
  });

  it("a browser that is not there is named with the remedy", async () => {
    const office = await openOffice();
    const { code, document } = await runRows(office, 1, { BUKA_BROWSER: "/no/such/browser" });
    expect(code).toBe(4);
    expect(document.counts).toMatchObject({ ready: 1 });
    expect(document.halted.join()).toMatch(/ブラウザ/);
  });
});

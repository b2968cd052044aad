/** Control totals against the real list of the finance system: a row taken away or added by hand keeps a run from being 完了. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it } from "vitest";
import type { Reconciliation } from "../../queues/index.ts";
import { type Office, openOffice, writeRows } from "../support/finance.ts";
import { buka, type Ended } from "../support/program.ts";

const bot = "creditor-account";

/** The office's bot with one line of its header changed or put in front. */
async function changeScenario(office: Office, change: (text: string) => string): Promise<void> {
  const file = join(office.folder, "bots", bot, "scenario.yaml");
  await writeFile(file, change(await readFile(file, "utf8")));
}

/** Somebody's hand in the finance system itself. */
function byHand(office: Office, sql: string): void {
  const db = new Database(join(office.folder, "finance.db"));
  try {
    expect(db.prepare(sql).run().changes).toBe(1);
  } finally {
    db.close();
  }
}

const call = (office: Office, ...words: readonly string[]): Promise<Ended> =>
  buka([...words, "--workspace", office.folder]);

async function books(office: Office): Promise<{ code: number | null; found: Reconciliation }> {
  const { code, out, err } = await call(office, "reconcile", bot, "--json");
  expect(err).not.toContain("CLI999");
  return { code, found: JSON.parse(out) as Reconciliation };
}

describe("the end of a batch", () => {
  it("compares counts and sums with the list, and says which number differs", async () => {
    const office = await openOffice();
    await changeScenario(office, (t) =>
      t.replace("手作業の時間", "合計で確かめる項目: [口座番号]\n手作業の時間"),
    );
    const data = await writeRows(office.folder, 3);
    const run = await call(office, "run", bot, "--data", data);
    expect(run.code, run.err + run.out).toBe(0);
    expect(run.out).toContain(
      "合計の確認：受付 3 件・済 3 件・登録の記録 3 件・財務会計の一覧 3 件。すべて合っています。完了です。",
    );

    byHand(office, "DELETE FROM creditor WHERE id = (SELECT MAX(id) FROM creditor)");
    const lacking = await books(office);
    expect(lacking.code).toBe(7);
    expect(lacking.found).toMatchObject({
      complete: false,
      gaps: [
        { field: null, sides: { done: "3", journal: "3", target: "2" } },
        { field: "口座番号" },
      ],
      differences: [{ kind: "not-in-list" }],
    });
    const said = await call(office, "reconcile", bot);
    expect(said.out).toContain(
      "件数が合いません：済の案件 3 件、登録の記録 3 件、財務会計の一覧 2 件。",
    );
    expect(said.out).toContain("「口座番号」の合計が合いません：済の案件");
    expect(said.out).toContain("完了にはできません");

    const columns =
      "kind, name, kana, representative, postalCode, address, phone, corporateNumber, invoiceNumber, bankCode, bankName, branchCode, branchName, depositType, accountNumber, accountKana, withholding, section, memo, kanaKey, phoneKey, createdAt, createdBy";
    const copied = columns.replace("memo", "substr(memo, 1, 10) || '77777' || substr(memo, -4)");
    byHand(
      office,
      `INSERT INTO creditor (${columns}) SELECT ${copied} FROM creditor ORDER BY id LIMIT 1`,
    );
    const stranger = await books(office);
    expect(stranger.found.totals.target?.count).toBe(3);
    expect(stranger.found.differences.map((d) => d.kind)).toEqual([
      "not-in-list",
      "unknown-in-list",
    ]);

    const again = await call(office, "run", bot, "--data", data, "--json");
    expect(again.code).toBe(7);
    expect(JSON.parse(again.out)).toMatchObject({
      control: { complete: false },
      counts: { done: 3 },
    });
    const report = await call(office, "report", bot, "--json");
    const { files, control } = JSON.parse(report.out) as {
      files: string[];
      control: Record<string, Reconciliation>;
    };
    expect(control[bot]).toMatchObject({ complete: false });
    expect(await readFile(files[0] ?? "", "utf8")).toContain("完了にはできません");
    expect(office.finance.counts().registerPosts).toBe(3);
  }, 300_000);

  it("says openly that no list was compared", async () => {
    const office = await openOffice();
    await changeScenario(office, (t) => t.slice(0, t.indexOf("一覧手順:")));
    const run = await call(office, "run", bot, "--data", await writeRows(office.folder, 1));
    expect(run.code, run.err).toBe(0);
    expect(run.out).toContain("完了とは言えません");
    expect(run.out).toContain("財務会計の一覧とは照らしていません");
  });

  it("is not 完了 when the list is there but cannot be read", async () => {
    const office = await openOffice();
    await changeScenario(office, (t) => t.replace("「CSV出力」で出た", "「一覧出力」で出た"));
    const run = await call(office, "run", bot, "--data", await writeRows(office.folder, 1));
    expect(run.code, run.out + run.err).toBe(4);
    expect(run.out).toContain("財務会計の一覧を読めなかったため、照らしていません：");
    expect(run.out).toContain("完了とは言えません");
  });

  it("logs in only once where the account is refused", async () => {
    const office = await openOffice({ password: "wrong-pass-1" });
    const run = await call(
      office,
      "run",
      bot,
      "--data",
      await writeRows(office.folder, 1),
      "--json",
    );
    expect(run.code).toBe(4);
    expect(JSON.parse(run.out)).toMatchObject({
      control: { complete: false, unchecked: [{ kind: "list-unread" }] },
    });
    const logIns = office.finance
      .requests()
      .filter((r) => r.method === "POST" && r.path === "/login");
    expect(logIns).toHaveLength(1);
  });
});

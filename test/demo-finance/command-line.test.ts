/** The options of the program, its ready line, its file and its dump. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  DemoFinanceError,
  runCommandLine,
  startDemoFinance,
} from "../../apps/demo-finance/index.ts";
import { Clerk } from "./support/clerk.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "demo-finance-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const lines: string[] = [];
  const system = await runCommandLine(args, (line) => lines.push(line));
  return { system, printed: lines.map((line): unknown => JSON.parse(line)) };
}

describe("the program", () => {
  it("prints one JSON line, keeps its ledger in the file, and dumps it while running", async () => {
    const db = join(folder, "zaimu.db");
    const { system, printed } = await run("--port", "0", "--db", db, "--seed-creditors", "2");
    expect(printed).toEqual([
      {
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        pid: process.pid,
        controlToken: expect.any(String),
      },
    ]);
    if (system === null) expect.unreachable();
    await (await new Clerk(system).logIn()).register();
    const running = await run("--dump", db);
    await system.close();
    const after = await run("--dump", db);
    for (const { system: none, printed: dumped } of [running, after]) {
      expect(none).toBeNull();
      expect(dumped).toEqual([
        {
          creditors: [
            expect.objectContaining({ number: "00100001" }),
            expect.objectContaining({ number: "00100002" }),
            expect.objectContaining({ number: "00100003", memo: "R08-000123" }),
          ],
          counts: { total: 3, registerPosts: 1, commits: 1 },
          requests: expect.any(Array),
        },
      ]);
    }
  });

  it("goes on numbering after a restart and does not seed twice", async () => {
    const db = join(folder, "zaimu.db");
    for (const number of ["00100003", "00100004"]) {
      const system = await startDemoFinance({ db, seedCreditors: 2 });
      const { text } = await (await new Clerk(system).logIn()).register();
      await system.close();
      expect(text).toContain(number);
    }
  });

  it("seeds the same fictitious people each time, all acceptable to the entry screen", async () => {
    const first = await startDemoFinance({ seedCreditors: 60, db: join(folder, "a.db") });
    const second = await startDemoFinance({ seedCreditors: 60 });
    const people = first.creditors().map(({ createdAt, ...rest }) => rest);
    expect(people).toEqual(second.creditors().map(({ createdAt, ...rest }) => rest));
    expect(new Set(people.map(({ accountNumber }) => accountNumber)).size).toBe(60);
    const clerk = await new Clerk(second).logIn();
    for (const person of second.creditors().slice(0, 6)) {
      const { number: _number, createdAt: _at, createdBy: _by, ...input } = person;
      const fields = Object.values(input).map((value, index) => [
        `item${String(index + 1).padStart(2, "0")}`,
        value,
      ]);
      const { text } = await clerk.post("/confirm", Object.fromEntries(fields));
      expect(text).toContain("以下の内容で登録します");
    }
    await Promise.all([first.close(), second.close()]);
  });

  it.each([
    { args: ["--bogus"], said: "起動の指定に誤りがあります" },
    { args: ["--port", "80x"], said: "--port には0から65535まで" },
    { args: ["--port", "70000"], said: "指定された値：70000" },
    { args: ["--seed-creditors", "-1"], said: "誤り" },
    { args: ["--seed-creditors", "1e3"], said: "--seed-creditors" },
    { args: ["--fault", "boom"], said: "「boom」という障害の指定はありません" },
    { args: ["--dump", "no/such/file.db"], said: "台帳のファイル「no/such/file.db」がありません" },
    { args: ["--db", "no/such/folder/x.db"], said: "起動できませんでした" },
  ])("refuses $args in Japanese", async ({ args, said }) => {
    const started = run(...args);
    await expect(started).rejects.toBeInstanceOf(DemoFinanceError);
    await expect(started).rejects.toThrow(said);
  });

  it("says when the port is taken", async () => {
    const first = await startDemoFinance();
    await expect(run("--port", new URL(first.url).port)).rejects.toThrow("起動できませんでした");
    await first.close();
  });
});

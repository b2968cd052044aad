/** Folders and files that are not as they should be: each ends in a Japanese error with a remedy, never in a half state. */
import { chmod, mkdir, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemClock } from "../../core/index.ts";
import { openSqlFile, openStore, type Store } from "../../store/index.ts";
import {
  clerk,
  clockAt,
  countedIds,
  freshFolder,
  refusal,
  robot,
  sheet,
} from "../support/store-world.ts";

const options = { clock: clockAt("2026-11-20T01:00:00.000Z"), ids: countedIds("case") };

async function opened(folder: string): Promise<Store> {
  const { store } = await openStore(folder, { ...options, ids: countedIds("case") });
  onTestFinished(() => store.close());
  return store;
}

const modeOf = async (path: string): Promise<string> =>
  ((await stat(path)).mode & 0o777).toString(8);

describe("a place that cannot be used", () => {
  it("says that the folder is a file, and names the folder", async () => {
    const path = join(await freshFolder(), "data");
    await writeFile(path, "x");
    const error = await refusal(() => openStore(path, options));
    expect(error).toMatchObject({ code: "STO001", kind: "environment" });
    expect(error.message).toContain(path);
  });

  it("says that a parent is a file", async () => {
    const path = join(await freshFolder(), "file");
    await writeFile(path, "x");
    expect((await refusal(() => openStore(join(path, "data"), options))).code).toBe("STO001");
  });

  it("says that the ledger's name is taken by a folder", async () => {
    const folder = await freshFolder();
    await mkdir(join(folder, "journal.db"));
    expect((await refusal(() => openStore(folder, options))).code).toBe("STO001");
  });

  it.runIf(process.platform === "linux")("says that nothing may be written there", async () => {
    const isRoot = process.getuid?.() === 0;
    const parent = isRoot ? "/sys" : await freshFolder();
    if (!isRoot) await chmod(parent, 0o500);
    const error = await refusal(() => openStore(join(parent, "buka-data"), options));
    expect(["STO002", "STO003"]).toContain(error.code);
    expect(error.kind).toBe("environment");
  });

  it("takes a folder with Japanese and spaces in its name", async () => {
    const store = await opened(join(await freshFolder(), "会計課 台帳", "令和8年度"));
    expect((await store.receive(sheet("a"), clerk)).isNew).toBe(true);
  });
});

describe("a file that is not ours or is broken", () => {
  it.each([
    ["text", Buffer.from("これは台帳ではありません\n".repeat(200))],
    ["noise", Buffer.alloc(8192, 0xa5)],
    ["a cut-off header", Buffer.from("SQLite format 3\0".padEnd(60, "x"))],
  ])("refuses %s and leaves it as it is", async (_what, bytes) => {
    const folder = await freshFolder();
    const file = join(folder, "journal.db");
    await writeFile(file, bytes);
    const error = await refusal(() => openStore(folder, options));
    expect(error).toMatchObject({ code: "STO005", kind: "environment", retryable: false });
    expect(await readFile(file)).toEqual(bytes);
  });

  it("refuses a database of another program and leaves it as it is", async () => {
    const folder = await freshFolder();
    const file = await openSqlFile(join(folder, "journal.db"), "FULL");
    file.exec("CREATE TABLE kakeibo (yen INTEGER)");
    expect((await refusal(() => openStore(folder, options))).code).toBe("STO005");
    expect(file.rows("SELECT name FROM sqlite_master")).toEqual([{ name: "kakeibo" }]);
    file.close();
  });

  it("refuses a ledger that a newer buka has written", async () => {
    const folder = await freshFolder();
    await (await opened(folder)).close();
    const file = await openSqlFile(join(folder, "journal.db"), "FULL");
    file.run("INSERT INTO migration (number, name, applied_at) VALUES (99, 'future', '')");
    file.close();
    const error = await refusal(() => openStore(folder, options));
    expect(error.code).toBe("STO007");
    expect(error.message).toContain("版 99");
  });

  it("notices pages that were overwritten, instead of giving wrong cases", async () => {
    const folder = await freshFolder();
    const store = await opened(folder);
    for (let i = 0; i < 60; i += 1) await store.receive(sheet(`s${i}`), clerk);
    await store.close();
    const handle = await open(join(folder, "journal.db"), "r+");
    const { size } = await handle.stat();
    const middle = Buffer.alloc(size - 8192, 0xa5);
    await handle.write(middle, 0, middle.length, 8192);
    await handle.close();
    const error = await refusal(async () => {
      const again = await opened(folder);
      await again.listCases({});
    });
    expect(error.code).toBe("STO005");
  });

  it.each([
    ["state", "UPDATE case_file SET state = 'paid'"],
    ["body that is no JSON", "UPDATE case_file SET body = '{'"],
    ["body of another shape", `UPDATE case_file SET body = '{"readings":[]}'`],
    ["format of the future", "UPDATE case_file SET format = 2"],
  ])("refuses a row with a strange %s", async (_what, sql) => {
    const folder = await freshFolder();
    const store = await opened(folder);
    await store.receive(sheet("a"), clerk);
    const file = await openSqlFile(join(folder, "journal.db"), "FULL");
    file.exec(sql);
    file.close();
    expect((await refusal(() => store.getCase("case-1"))).code).toBe("STO012");
  });
});

describe("a disk that fails in the middle", () => {
  it("says that the disk is full, undoes the change and goes on when there is room again", async () => {
    const file = await openSqlFile(join(await freshFolder(), "x.db"), "FULL");
    onTestFinished(() => file.close());
    file.exec("CREATE TABLE t (v TEXT); PRAGMA max_page_count = 4");
    const fill = () =>
      file.transaction(() => {
        for (let i = 0; i < 100; i += 1) file.run("INSERT INTO t VALUES (?)", ["x".repeat(900)]);
      });
    const error = await refusal(fill);
    expect(error).toMatchObject({ code: "STO004", kind: "environment", retryable: true });
    expect(file.rows("SELECT COUNT(*) AS n FROM t")).toEqual([{ n: 0 }]);
    file.exec("PRAGMA max_page_count = 1000");
    fill();
    expect(file.rows("SELECT COUNT(*) AS n FROM t")).toEqual([{ n: 100 }]);
  });

  it("says that the file may only be read", async () => {
    const file = await openSqlFile(join(await freshFolder(), "x.db"), "FULL");
    onTestFinished(() => file.close());
    file.exec("CREATE TABLE t (v TEXT); PRAGMA query_only = ON");
    const error = await refusal(() => file.run("INSERT INTO t VALUES ('x')"));
    expect(error).toMatchObject({ code: "STO003", kind: "environment" });
  });

  it("says that another process holds the file too long", async () => {
    const path = join(await freshFolder(), "x.db");
    const [one, other] = [await openSqlFile(path, "FULL"), await openSqlFile(path, "FULL")];
    one.exec("CREATE TABLE t (v TEXT)");
    other.exec("PRAGMA busy_timeout = 20");
    const error = await refusal(() =>
      one.transaction(() => other.run("INSERT INTO t VALUES ('x')")),
    );
    expect(error).toMatchObject({ code: "STO006", kind: "conflict", retryable: true });
    one.close();
    other.close();
  });

  it.each([[true], [undefined], ["a\0b"], [Number.NaN], [{}]])(
    "lets %j not get near the native code",
    async (value) => {
      const file = await openSqlFile(join(await freshFolder(), "x.db"), "FULL");
      onTestFinished(() => file.close());
      const values = [value] as unknown as readonly string[];
      expect((await refusal(() => file.rows("SELECT ?", values))).code).toBe("STO011");
    },
  );
});

describe("who may read it", () => {
  it.runIf(process.platform !== "win32")("is for its owner alone", async () => {
    const folder = join(await freshFolder(), "data");
    const { store, evidence } = await openStore(folder, options);
    onTestFinished(() => store.close());
    await store.receive(sheet("a"), clerk);
    const key = await evidence.put(Buffer.from("x"), "png");
    const files = (await readdir(folder)).filter((name) => name.startsWith("journal.db"));
    expect(files.length).toBeGreaterThan(1);
    for (const name of files) expect(await modeOf(join(folder, name))).toBe("600");
    for (const path of [folder, join(folder, "evidence")]) expect(await modeOf(path)).toBe("700");
    expect(await modeOf(await evidence.fileOf(key))).toBe("600");
  });

  it.runIf(process.platform !== "win32")("takes others' rights from an older ledger", async () => {
    const folder = await freshFolder();
    await (await opened(folder)).close();
    await chmod(join(folder, "journal.db"), 0o644);
    await opened(folder);
    expect(await modeOf(join(folder, "journal.db"))).toBe("600");
  });
});

describe("opening again and at once", () => {
  it("finds everything that was there, with rising numbers", async () => {
    const folder = await freshFolder();
    const first = await opened(folder);
    await first.receive(sheet("a"), clerk);
    const lease = await first.acquireLease("k", "w", 1);
    await first.close();
    const again = await opened(folder);
    expect((await again.getCase("case-1"))?.receiptNumber).toBe("B20261120-00001-ULV");
    expect(lease?.fence).toBe(1);
    expect((await again.verifyEvents()).ok).toBe(true);
  });

  it("lets eight open a new ledger at the same moment and write by turns", async () => {
    const folder = await freshFolder();
    const ids = countedIds("case");
    const all = await Promise.all(
      Array.from({ length: 8 }, () => openStore(folder, { clock: systemClock, ids })),
    );
    await Promise.all(all.map(({ store }, i) => store.receive(sheet(`s${i}`), robot)));
    const seen = await all[0]?.store.listCases({});
    expect(new Set(seen?.map((c) => c.receiptNumber)).size).toBe(8);
    for (const { store } of all) await store.close();
  });
});

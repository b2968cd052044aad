/** The whole program with its queue on Redis, and with a Redis that dies and comes back empty: nothing lost, nothing twice. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openOffice, writeRows } from "../support/finance.ts";
import { buka } from "../support/program.ts";
import { redisIsHere, startRedis } from "../support/redis-process.ts";

interface RunDocument {
  readonly counts: Readonly<Record<string, number>>;
  readonly error?: { readonly code: string; readonly message: string };
}

// Without redis-server (no Debian, no root) there is nothing to test against.
describe.skipIf(!redisIsHere)("buka run with its queue on Redis", () => {
  it("enters each case once, also after the queue was lost", async () => {
    const redis = await startRedis(["--requirepass", "queue-pass-1"]);
    onTestFinished(() => redis.stop());
    const office = await openOffice();
    const environment = { BUKA_QUEUE: redis.url };
    await buka(["secret", "set", "順番待ち", "--workspace", office.folder], {
      input: "queue-pass-1\n",
    });
    const run = async (rows: number): Promise<RunDocument> => {
      const data = await writeRows(office.folder, rows);
      const words = ["run", "creditor-account", "--workspace", office.folder, "--data", data];
      const end = await buka([...words, "--json"], { environment });
      return JSON.parse(end.out) as RunDocument;
    };
    expect((await run(1)).counts).toMatchObject({ done: 1 });

    await redis.kill();
    const away = await run(2);
    expect(away.error).toMatchObject({ code: "QUE132" });
    expect(away.error?.message).toContain("案件はすべて台帳に残っています");

    await redis.restart();
    expect((await run(2)).counts).toMatchObject({ done: 2, ready: 0 });
    expect(office.finance.creditors()).toHaveLength(2);
    expect(office.finance.counts().registerPosts).toBe(2);
    const log = await readFile(join(office.folder, "logs", "enter.log"), "utf8");
    expect(log).not.toContain("queue-pass-1");
  });
});

/** Two machines at once with one ledger on PostgreSQL and one queue on Redis: each row once, by whichever machine. */
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openOffice, writeRows } from "../support/finance.ts";
import { postgresIsHere, startPostgres } from "../support/postgres-process.ts";
import { buka, emptyFolder } from "../support/program.ts";
import { redisIsHere, startRedis } from "../support/redis-process.ts";

interface RunDocument {
  readonly counts?: Readonly<Record<string, number>>;
  readonly error?: { readonly code: string };
}

// Without the two servers (no Debian, no root) there is nothing to test against.
describe.skipIf(!redisIsHere || !postgresIsHere)("buka run on two machines", () => {
  it("shares one ledger and one queue, and asks for the password of the vault", async () => {
    const [redis, postgres] = [await startRedis(), await startPostgres()];
    onTestFinished(async () => void (await Promise.all([redis.stop(), postgres.stop()])));
    const office = await openOffice();
    const other = await emptyFolder();
    await cp(join(office.folder, "bots"), join(other, "bots"), { recursive: true });
    await cp(join(office.folder, "ledger"), join(other, "ledger"), { recursive: true });
    await cp(join(office.folder, "buka.yaml"), join(other, "buka.yaml"));
    const environment = {
      BUKA_QUEUE: redis.url,
      BUKA_LEDGER_SERVER: postgres.url("office"),
      BUKA_EVIDENCE: join(office.folder, "evidence"),
    };
    const run = async (folder: string, rows: number): Promise<RunDocument> => {
      const data = await writeRows(folder, rows);
      const words = ["run", "creditor-account", "--workspace", folder, "--data", data, "--json"];
      return JSON.parse((await buka(words, { environment })).out) as RunDocument;
    };
    expect((await run(office.folder, 1)).error?.code).toBe("STO084");
    for (const folder of [office.folder, other]) {
      const words = ["secret", "set", "台帳", "--workspace", folder];
      const set = await buka(words, { environment, input: `${postgres.password}\n` });
      expect(set.code, set.err).toBe(0);
    }
    const [here, there] = await Promise.all([run(office.folder, 2), run(other, 2)]);
    expect(here).toMatchObject({ counts: { done: 2, ready: 0 } });
    expect(there).toMatchObject({ counts: { done: 2, ready: 0 } });
    expect(office.finance.creditors()).toHaveLength(2);
    expect(office.finance.counts().registerPosts).toBe(2);
  }, 300_000);
});

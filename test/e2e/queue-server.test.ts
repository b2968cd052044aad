/** The whole program with its queue on a server that dies and comes back empty: nothing lost, nothing twice. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { openOffice, writeRows } from "../support/finance.ts";
import { postgresIsHere, startPostgres } from "../support/postgres-process.ts";
import { buka } from "../support/program.ts";
import { redisIsHere, startRedis } from "../support/redis-process.ts";

interface RunDocument {
  readonly counts: Readonly<Record<string, number>>;
  readonly error?: { readonly code: string; readonly message: string };
}

interface QueueServer {
  readonly url: string;
  readonly password: string;
  /** Code of "is not there". */
  readonly awayCode: string;
  kill(): Promise<void>;
  /** Starts it again with an empty queue. */
  restart(): Promise<void>;
}

async function onRedis(): Promise<QueueServer> {
  const password = "queue-pass-1";
  const redis = await startRedis(["--requirepass", password]);
  onTestFinished(() => redis.stop());
  return { ...redis, password, awayCode: "QUE132" };
}

async function onPostgres(): Promise<QueueServer> {
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  const { password } = server;
  const restart = async (): Promise<void> => {
    await server.restart();
    const url = new URL(server.url("line"));
    url.searchParams.delete("schema");
    url.password = password;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query("DROP SCHEMA line CASCADE").finally(() => client.end());
  };
  return {
    url: server.url("line"),
    password,
    awayCode: "QUE262",
    kill: () => server.crash(),
    restart,
  };
}

// Without the servers (no Debian, no root) there is nothing to test against.
describe.each([
  ["Redis", redisIsHere, onRedis],
  ["PostgreSQL", postgresIsHere, onPostgres],
] as const)("buka run with its queue on %s", (_name, isHere, start) => {
  it.skipIf(!isHere)("enters each case once, also after the queue was lost", async () => {
    const server = await start();
    const office = await openOffice();
    const environment = { BUKA_QUEUE: server.url };
    await buka(["secret", "set", "順番待ち", "--workspace", office.folder], {
      input: `${server.password}\n`,
    });
    const run = async (rows: number): Promise<RunDocument> => {
      const data = await writeRows(office.folder, rows);
      const words = ["run", "creditor-account", "--workspace", office.folder, "--data", data];
      const end = await buka([...words, "--json"], { environment });
      return JSON.parse(end.out) as RunDocument;
    };
    expect((await run(1)).counts).toMatchObject({ done: 1 });

    await server.kill();
    const away = await run(2);
    expect(away.error).toMatchObject({ code: server.awayCode });
    expect(away.error?.message).toContain("案件はすべて台帳に残っています");

    await server.restart();
    expect((await run(2)).counts).toMatchObject({ done: 2, ready: 0 });
    expect(office.finance.creditors()).toHaveLength(2);
    expect(office.finance.counts().registerPosts).toBe(2);
    const log = await readFile(join(office.folder, "logs", "enter.log"), "utf8");
    expect(log).not.toContain(server.password);
  });
});

/** The queue on a real PostgreSQL: the contract of all queues, ids only, a lost queue, and a sentence for each bad server. */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { randomIds, systemClock } from "../../core/index.ts";
import type { QueueDriver } from "../../queues/index.ts";
import { openPostgresQueue } from "../../queues/postgres-queue-driver.ts";
import { jobQueueContract } from "../contract/job-queue.ts";
import {
  type PostgresProcess,
  postgresIsHere,
  startPostgres,
} from "../support/postgres-process.ts";
import { refusal } from "../support/store-world.ts";
import { withOrders } from "../support/with-orders.ts";

/** Real seconds per second of the contract: the server has its own clock. */
const unit = 0.05;

let server: PostgresProcess;
let queues = 0;

const freshName = (): string => {
  queues += 1;
  return `office-${queues}`;
};

async function open(
  change: { readonly url?: string; readonly password?: string | null; readonly name?: string } = {},
): Promise<QueueDriver> {
  const queue = await openPostgresQueue({
    url: server.url("line"),
    password: server.password,
    name: freshName(),
    clock: systemClock,
    ids: randomIds,
    ...change,
  });
  onTestFinished(() => queue.close());
  return queue;
}

async function sql(...statements: readonly string[]): Promise<readonly unknown[]> {
  const url = new URL(server.url("line"));
  url.searchParams.delete("schema");
  url.password = server.password;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    let rows: readonly unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

// Without PostgreSQL (no Debian, no root) there is nothing to test against.
describe.skipIf(!postgresIsHere)("queue on postgres", () => {
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  jobQueueContract("postgres", async () => ({
    queue: await withOrders(await open()),
    time: { unit, now: () => new Date(), pass: (seconds) => wait(seconds * unit * 1000) },
  }));

  it("keeps nothing on the server but ids, ranks and times", async () => {
    const name = freshName();
    const queue = await open({ name });
    await queue.enqueue("read", ["case-a"]);
    const [row] = await sql(`SELECT * FROM line.buka_queue_job WHERE lane = '${name}/read'`);
    expect(row).toMatchObject({ case_id: "case-a", rank: 10, delivery: 0, holder: null });
  });

  it("keeps queues of different ledgers on one server apart", async () => {
    const [one, other] = [await open(), await open()];
    await one.enqueue("read", ["a"]);
    expect(await other.claim("read", "w", 30)).toBeNull();
    expect(await other.cancel("read", ["a"])).toEqual([]);
    expect((await one.claim("read", "w", 30))?.caseId).toBe("a");
  });

  it("gives each of 400 jobs to one of eight workers on three machines, and its sums stay right", async () => {
    const name = freshName();
    const machines = await Promise.all([1, 2, 3].map(() => open({ name })));
    const ids = Array.from({ length: 400 }, (_, i) => `case-${i}`);
    await machines[0]?.enqueue("enter", ids);
    const done: string[] = [];
    const work = async (queue: QueueDriver, holder: string): Promise<void> => {
      for (let job = await queue.claim("enter", holder, 30); job; ) {
        done.push(job.caseId);
        job = await queue.exchange(job, holder, 30);
      }
    };
    await Promise.all(
      machines.flatMap((queue, m) => [1, 2, 3].map((n) => work(queue, `m${m}-w${n}`))),
    );
    expect(done.sort()).toEqual([...ids].sort());
    const [sums] = await sql(
      `SELECT sum(jobs)::int AS jobs FROM line.buka_queue_total WHERE lane = '${name}/enter'`,
    );
    expect(sums).toEqual({ jobs: 0 });
  });

  it("survives the crash of the server, and says while it is away that the ledger has everything", async () => {
    const name = freshName();
    const queue = await open({ name });
    await queue.enqueue("enter", ["a", "b", "c"]);
    await sql("CHECKPOINT");
    await server.crash();
    const error = await refusal(() => queue.counts("enter"));
    expect(error).toMatchObject({ code: "QUE262", kind: "environment", retryable: true });
    await server.restart();
    expect(await queue.counts("enter")).toMatchObject({ waiting: 3 });
  });

  it("makes its tables again when somebody has dropped them under a running worker", async () => {
    const queue = await open();
    await queue.enqueue("enter", ["a"]);
    await sql("DROP TABLE line.buka_queue_job CASCADE");
    expect(await queue.counts("enter")).toEqual({ waiting: 0, active: 0, delayed: 0 });
    expect(await queue.enqueue("enter", ["a"])).toBe(1);
    await sql("DROP SCHEMA line CASCADE; CREATE SCHEMA line");
    expect(await queue.enqueue("enter", ["a"])).toBe(1);
    expect((await queue.claim("enter", "w", 30))?.caseId).toBe("a");
  });

  it("takes a lease from before the server's clock was set back", async () => {
    const name = freshName();
    const queue = await open({ name });
    await queue.enqueue("read", ["a"]);
    await queue.claim("read", "dead", 30);
    await sql("UPDATE line.buka_queue_job SET leased_until = now() + INTERVAL '3 hours'");
    expect((await queue.claim("read", "w2", 30))?.delivery).toBe(2);
  });

  it.each([
    ["a server that is not there", { url: "postgres://buka@127.0.0.1:9/x" }, "QUE262"],
    ["an address that is none", { url: "postgres:ledger" }, "QUE261"],
    ["a password in the settings", { url: "postgres://buka:geheim-1@127.0.0.1/x" }, "QUE272"],
    ["a wrong password", { password: "geheim-1" }, "QUE263"],
    ["no password", { password: null }, "QUE263"],
  ])("%s → %s %s", async (_what, change, code) => {
    const error = await refusal(() => open(change));
    expect(error.code).toBe(code);
    expect(`${error.message}${error.next}`).not.toContain("geheim");
    expect(`${error.message}${error.next}`).toContain("順番待ち");
  });

  it("names a database that is not there, a user who may make no tables, and a server that only reads", async () => {
    const nobody = server.url("line").replace("/postgres?", "/nobody?");
    expect((await refusal(() => open({ url: nobody }))).code).toBe("QUE264");
    await sql("CREATE ROLE guest LOGIN PASSWORD 'ledger-pass-1'", "CREATE SCHEMA closed");
    const guest = server.url("closed").replace("buka@", "guest@");
    expect((await refusal(() => open({ url: guest }))).code).toBe("QUE268");
    await sql(
      "CREATE DATABASE quiet",
      "ALTER DATABASE quiet SET default_transaction_read_only = on",
    );
    const quiet = server.url("line").replace("/postgres?", "/quiet?");
    expect((await refusal(() => open({ url: quiet }))).code).toBe("QUE267");
  });

  it("refuses the queue of a newer buka and tables of somebody else, and throws an older layout away", async () => {
    const url = (schema: string) => ({ url: server.url(schema) });
    await open(url("newer"));
    await sql("UPDATE newer.buka_queue_layout SET number = 99");
    const newer = await refusal(() => open(url("newer")));
    expect(newer).toMatchObject({ code: "QUE275", kind: "environment" });
    await sql("CREATE SCHEMA other", "CREATE TABLE other.buka_queue_job (id INTEGER)");
    expect((await refusal(() => open(url("other")))).code).toBe("QUE276");
    await (await open(url("older"))).enqueue("read", ["a"]);
    await sql("UPDATE older.buka_queue_layout SET number = 0");
    expect(await (await open(url("older"))).counts("read")).toMatchObject({ waiting: 0 });
  });

  it("is made once when several machines come for the first time at once", async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => open({ url: server.url("first") })));
    expect(await Promise.all(all.map((queue) => queue.checkRoom()))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

/** The bullmq driver on a real Redis: the contract of all queues, ids only, and a clear sentence for each bad server. */
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { randomIds, systemClock } from "../../core/index.ts";
import { openBullmqQueue } from "../../queues/bullmq-queue-driver.ts";
import type { QueueDriver } from "../../queues/index.ts";
import { jobQueueContract } from "../contract/job-queue.ts";
import { type RedisProcess, redisIsHere, startRedis } from "../support/redis-process.ts";
import { refusal } from "../support/store-world.ts";
import { withOrders } from "../support/with-orders.ts";

/** Real seconds per second of the contract: Redis has its own clock. */
const unit = 0.1;

let redis: RedisProcess;
let queues = 0;

async function open(url: string, password: string | null = null): Promise<QueueDriver> {
  queues += 1;
  const queue = await openBullmqQueue({
    url,
    password,
    name: `office-${queues}`,
    clock: systemClock,
    ids: randomIds,
    sweepSeconds: 0.3,
  });
  onTestFinished(() => queue.close());
  return queue;
}

// Without redis-server (no Debian, no root) there is nothing to test against.
describe.skipIf(!redisIsHere)("bullmq", () => {
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  jobQueueContract("bullmq", async () => ({
    queue: await withOrders(await open(redis.url)),
    time: { unit, now: () => new Date(), pass: (seconds) => wait(seconds * unit * 1000) },
  }));

  it("keeps nothing in Redis but ids and times", async () => {
    const queue = await open(redis.url);
    await queue.enqueue("read", ["case-a"]);
    const client = new Redis(redis.url);
    onTestFinished(() => client.disconnect());
    const keys = await client.keys(`buka:office-${queues}-read:*`);
    expect(keys).toContain(`buka:office-${queues}-read:case-a`);
    const fields = await client.hgetall(`buka:office-${queues}-read:case-a`);
    expect(fields["data"]).toBe("{}");
    expect(fields["name"]).toBe("case");
  });

  it("leaves no connection behind: a worker process that has closed its queue can end", async () => {
    const own = await startRedis();
    onTestFinished(() => own.stop());
    const client = new Redis(own.url);
    onTestFinished(() => client.disconnect());
    const connections = async (): Promise<number> =>
      String(await client.client("LIST"))
        .trim()
        .split("\n").length;
    const queue = await open(own.url);
    await queue.claim("read", "w", 30);
    await queue.claim("enter", "w", 30);
    expect(await connections()).toBeGreaterThan(2);
    await queue.close();
    await expect.poll(connections, { timeout: 5_000 }).toBe(1);
  });

  it("survives the death of Redis: what was waiting is still there, and the driver says that it was away", async () => {
    const own = await startRedis(["--appendfsync", "always"]);
    onTestFinished(() => own.stop());
    const queue = await open(own.url);
    await queue.enqueue("enter", ["a", "b", "c"]);
    await own.kill();
    const error = await refusal(() => queue.counts("enter"));
    expect(error).toMatchObject({ code: "QUE132", kind: "environment", retryable: true });
    await own.restart();
    queues -= 1;
    const again = await open(own.url);
    expect(await again.counts("enter")).toMatchObject({ waiting: 3 });
  });

  it.each([
    ["a server that is not there", "redis://127.0.0.1:9", [], "QUE132"],
    ["an address that is none", "127.0.0.1:6379", [], "QUE131"],
    ["a server that throws away", "", ["--maxmemory-policy", "allkeys-lru"], "QUE135"],
    ["a server that wants a password", "", ["--requirepass", "geheim-1"], "QUE133"],
  ])("%s: %s %j → %s", async (_name, url, switches, code) => {
    const own = url === "" ? await startRedis(switches) : null;
    if (own) onTestFinished(() => own.stop());
    const error = await refusal(() => open(own?.url ?? url));
    expect(error.code).toBe(code);
    expect(`${error.message}${error.next}`).not.toContain("geheim");
  });

  it("logs in with the password of the vault", async () => {
    const own = await startRedis(["--requirepass", "geheim-1"]);
    onTestFinished(() => own.stop());
    const queue = await open(own.url, "geheim-1");
    expect(await queue.enqueue("read", ["a"])).toBe(1);
    const wrong = await refusal(() => open(own.url, "falsch"));
    expect(wrong.message).toMatch(/パスワードが違います/u);
    const none = await refusal(() => open(own.url));
    expect(none.message).toMatch(/パスワードを求めていますが、金庫に入っていません/u);
    expect([wrong.code, none.code]).toEqual(["QUE133", "QUE133"]);
  });

  it("a full server is named, and nothing is counted as added", async () => {
    const own = await startRedis(["--maxmemory", "2mb"]);
    onTestFinished(() => own.stop());
    const queue = await open(own.url);
    const fill = async (): Promise<void> => {
      for (let i = 0; i < 200; i += 1)
        await queue.enqueue(
          "read",
          Array.from({ length: 100 }, (_, n) => `case-${i}-${n}`),
        );
    };
    expect(await queue.checkRoom()).toBeGreaterThan(0.3);
    expect((await refusal(fill)).code).toBe("QUE136");
    const admin = new Redis(own.url);
    onTestFinished(() => admin.disconnect());
    await admin.config("SET", "maxmemory", "500kb");
    expect((await refusal(() => queue.checkRoom())).code).toBe("QUE136");
  });
});

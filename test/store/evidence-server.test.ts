/** Evidence on a strict S3 server: the contract, what waits while the server is away, and a sentence for each bad server. */
import { spawnSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "../../core/index.ts";
import { type EvidenceStore, openStore } from "../../store/index.ts";
import { evidenceContract } from "../contract/evidence.ts";
import { type S3Server, type S3ServerOptions, startS3 } from "../support/s3-server.ts";
import { clockAt, countedIds, freshFolder, hashOf, refusal } from "../support/store-world.ts";

const secret = "geheim/1+x";
const account: S3ServerOptions = { keyName: "office", secret, bucket: "evidence" };
const limits = { patienceMillis: 500, retryMillis: 10 };

let shared: S3Server;
let opened = 0;

interface Wish {
  readonly url?: string;
  readonly secret?: string | null;
  readonly folder?: string;
  readonly clock?: Clock;
}

async function open(server: S3Server, wish: Wish = {}): Promise<EvidenceStore> {
  opened += 1;
  const url = wish.url ?? `${server.url}/${opened}`;
  const folder = wish.folder ?? (await freshFolder());
  const clock = wish.clock ?? { now: () => new Date() };
  const { store, evidence } = await openStore(folder, {
    clock,
    ids: countedIds(),
    evidenceServer: {
      url,
      secret: wish.secret === undefined ? secret : wish.secret,
      limits,
      restMillis: 50,
    },
  });
  onTestFinished(async () => {
    await evidence.close();
    await store.close();
  });
  return evidence;
}

async function ownServer(change: Partial<S3ServerOptions> = {}): Promise<S3Server> {
  const server = await startS3({ ...account, ...change });
  onTestFinished(() => server.stop());
  return server;
}

const bytesOf = (text: string): Buffer => Buffer.from(text);
const arrives = (evidence: EvidenceStore) =>
  expect.poll(() => evidence.waiting(), { timeout: 5_000 }).toBe(0);

beforeAll(async () => {
  shared = await startS3({ ...account, pageSize: 2 });
});
afterAll(() => shared.stop());

evidenceContract("s3", () => open(shared));

const opensslIsHere = spawnSync("openssl", ["version"]).status === 0;

/** A self-signed certificate for 127.0.0.1 that nobody trusts. */
async function certificate(): Promise<{ readonly key: string; readonly cert: string }> {
  const folder = await freshFolder();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=s3"];
  const made = spawnSync("openssl", [...words, "-keyout", key, "-out", cert]);
  expect(made.status).toBe(0);
  return { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
}

describe("evidence on a server", () => {
  it("is on this disk first and on the server soon after, under the prefix of the settings", async () => {
    const server = await ownServer();
    const evidence = await open(server, { url: `${server.url}/kaikei` });
    const key = await evidence.put(bytesOf("画像"), "png");
    await arrives(evidence);
    expect(server.objects.get(`shou/kaikei/${key}`)?.toString()).toBe("画像");
  });

  it("serves the other machines, whose copies are gone after a day", async () => {
    const server = await ownServer();
    const url = `${server.url}/a`;
    const [here, there] = [await open(server, { url }), await freshFolder()];
    const key = await here.put(bytesOf("原本"), "pdf");
    await arrives(here);
    const other = await open(server, { url, folder: there });
    await other.fileOf(key);
    const files = async (): Promise<readonly string[]> =>
      (await readdir(join(there, "evidence"), { recursive: true })).filter((n) =>
        n.endsWith(".pdf"),
      );
    expect(await files()).toHaveLength(1);
    await other.close();
    const later = clockAt(new Date(Date.now() + 2 * 86_400_000).toISOString());
    const next = await open(server, { url, folder: there, clock: later });
    expect(await files()).toEqual([]);
    expect(Buffer.from(await next.get(key)).toString()).toBe("原本");
    expect(await next.waiting()).toBe(0);
  });

  it("loses and stops nothing while the server is away, also over an end of the process", async () => {
    const server = await ownServer();
    const url = `${server.url}/a`;
    const folder = await freshFolder();
    await server.stop();
    const evidence = await open(server, { url, folder });
    const keys: string[] = [];
    for (const text of ["a", "b", "c"]) keys.push(await evidence.put(bytesOf(text), "png"));
    expect(await evidence.waiting()).toBe(3);
    for (const key of keys) expect(await evidence.holds(key)).toBe(true);
    expect((await evidence.get(keys[1] ?? "")).length).toBe(1);
    expect((await refusal(() => evidence.check())).code).toBe("STO045");
    expect((await refusal(() => evidence.list())).code).toBe("STO045");
    await evidence.close();
    await server.start();
    const again = await open(server, { url, folder });
    await arrives(again);
    expect([...(await again.list())].sort()).toEqual([...keys].sort());
  });

  it("shows the copy here while the server is away, and does not wait for it twice", async () => {
    const server = await ownServer();
    const url = `${server.url}/a`;
    const evidence = await open(server, { url });
    const sent = await evidence.put(bytesOf("a"), "png");
    await arrives(evidence);
    const clock = clockAt("2026-11-23T12:00:00+09:00");
    const elsewhere = await open(server, { url, clock });
    await server.stop();
    expect(await evidence.holds(sent)).toBe(true);
    expect(Buffer.from(await evidence.get(sent)).toString()).toBe("a");
    expect((await refusal(() => elsewhere.holds(sent))).code).toBe("STO045");
    await server.start();
    // For this clock no time has passed: the server is left alone.
    expect((await refusal(() => elsewhere.get(sent))).code).toBe("STO045");
    expect(await (await open(server, { url })).holds(sent)).toBe(true);
  });

  it("sends by itself when the server is back", async () => {
    const server = await ownServer();
    const evidence = await open(server);
    server.trouble = { status: 503, code: "SlowDown" };
    await evidence.put(bytesOf("x"), "png");
    await expect.poll(() => server.asked.length, { timeout: 5_000 }).toBeGreaterThan(2);
    expect(await evidence.waiting()).toBe(1);
    server.trouble = null;
    await arrives(evidence);
  });

  it("erases here at once and there when the server is back; nobody can read it meanwhile", async () => {
    const server = await ownServer();
    const url = `${server.url}/a`;
    const evidence = await open(server, { url });
    const key = await evidence.put(bytesOf("個人番号"), "png");
    await arrives(evidence);
    server.trouble = { status: 500, code: "InternalError" };
    expect(await evidence.erase(key)).toBe(true);
    expect(await evidence.waiting()).toBe(1);
    expect(await evidence.holds(key)).toBe(false);
    expect((await refusal(() => evidence.get(key))).code).toBe("STO042");
    server.trouble = null;
    await arrives(evidence);
    expect([...server.objects.keys()].filter((name) => name.endsWith(key))).toEqual([]);
  });

  it("sends what was in the folder before there was a server", async () => {
    const folder = await freshFolder();
    const before = await openStore(folder, {
      clock: clockAt("2026-11-20T01:00:00.000Z"),
      ids: countedIds(),
    });
    const key = await before.evidence.put(bytesOf("前から"), "png");
    await before.store.close();
    const server = await ownServer();
    const evidence = await open(server, { folder });
    await arrives(evidence);
    expect(Buffer.from(await evidence.get(key)).toString()).toBe("前から");
    expect(server.objects.size).toBe(1);
  });

  it("says that something is still on its way, and that the server's bytes are others", async () => {
    const server = await ownServer();
    const url = `${server.url}/a`;
    const evidence = await open(server, { url });
    const key = `sha256-${hashOf("x")}.png`;
    expect(await refusal(() => evidence.get(key))).toMatchObject({
      code: "STO050",
      retryable: true,
    });
    server.objects.set(`shou/a/${key}`, bytesOf("偽物"));
    expect((await refusal(() => evidence.get(key))).code).toBe("STO043");
    expect((await refusal(() => evidence.fileOf(key))).code).toBe("STO043");
  });

  it.skipIf(!opensslIsHere)("trusts no certificate that it cannot check", async () => {
    const server = await ownServer({ tls: await certificate() });
    const evidence = await open(server);
    const key = await evidence.put(bytesOf("x"), "png");
    const error = await refusal(() => evidence.check());
    expect(error.code).toBe("STO048");
    expect(error.next).toContain("NODE_EXTRA_CA_CERTS");
    expect(server.asked).toEqual([]);
    expect(Buffer.from(await evidence.get(key)).toString()).toBe("x");
  });

  it("follows nobody to another host", async () => {
    const [server, stranger] = [await ownServer(), await ownServer()];
    const evidence = await open(server);
    server.trouble = { status: 307, code: "TemporaryRedirect", location: stranger.url };
    expect((await refusal(() => evidence.check())).code).toBe("STO057");
    expect(stranger.asked).toEqual([]);
  });

  it.each([
    ["a wrong secret", { secret: "falsch" }, "STO046"],
    ["no secret", { secret: null }, "STO046"],
    ["a key name that is unknown", { user: "nobody" }, "STO046"],
    ["another region", { query: "?region=ap-northeast-1" }, "STO046"],
    ["a bucket that is not there", { bucket: "nirgends" }, "STO047"],
  ] as const)("%s: %j → %s", async (_what, change, code) => {
    const server = await ownServer();
    const { user, query, bucket, ...rest } = {
      user: "office",
      query: "",
      bucket: "evidence",
      ...change,
    };
    const url =
      server.url.replace("office@", `${user}@`).replace("/evidence/", `/${bucket}/`) + query;
    const evidence = await open(server, { url, ...rest });
    const key = await evidence.put(bytesOf("x"), "png");
    const error = await refusal(() => evidence.check());
    expect(error.code).toBe(code);
    expect(`${error.message}${error.next}`).not.toMatch(/geheim|falsch/u);
    expect(error.message).toContain("証跡はこのパソコンに残っていて");
    expect(Buffer.from(await evidence.get(key)).toString()).toBe("x");
    expect(await evidence.waiting()).toBe(1);
  });

  it.each([
    [{ status: 403, code: "AccessDenied" }, "STO049"],
    [{ status: 507, code: "XMinioStorageFull" }, "STO056"],
    [{ status: 403, code: "RequestTimeTooSkewed" }, "STO058"],
    [{ status: 400, code: "InvalidRequest" }, "STO057"],
    ["silence", "STO045"],
  ] as const)("the server answers %j → %s", async (trouble, code) => {
    const server = await ownServer();
    const evidence = await open(server);
    server.trouble = trouble;
    expect((await refusal(() => evidence.check())).code).toBe(code);
  });

  it.each([
    ["s3://evidence", "STO044"],
    ["https://s3.example/evidence", "STO044"],
    ["https://office@s3.example", "STO044"],
    ["https://office@s3.example/Evidence", "STO044"],
    ["https://office@s3.example/evidence/../x y", "STO044"],
    ["https://office:geheim@s3.example/evidence", "STO059"],
  ])("the address %s → %s", async (url, code) => {
    const error = await refusal(() => open(shared, { url }));
    expect(error.code).toBe(code);
    expect(`${error.message}${error.next}`).not.toContain("geheim");
  });
});

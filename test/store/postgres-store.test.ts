/** The ledger on a real PostgreSQL keeps the contract of all stores, survives its crash, and names each bad server. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { randomIds, systemClock } from "../../core/index.ts";
import { openPostgresStore, type Store, type StoreOptions } from "../../store/index.ts";
import { storeContract } from "../contract/store.ts";
import {
  type PostgresProcess,
  postgresIsHere,
  startPostgres,
} from "../support/postgres-process.ts";
import { clerk, freshFolder, refusal, robot, sheet } from "../support/store-world.ts";

const usual: StoreOptions = { clock: systemClock, ids: randomIds };
let server: PostgresProcess;
let schemas = 0;

const freshSchema = (): string => {
  schemas += 1;
  return `office_${schemas}`;
};

async function open(
  schema: string,
  options: StoreOptions = usual,
  change: { readonly url?: string; readonly password?: string | null } = {},
): Promise<Store> {
  const place = { url: change.url ?? server.url(schema), password: server.password };
  const { store } = await openPostgresStore(
    { ...place, ...("password" in change ? { password: change.password ?? null } : {}) },
    { ...options, evidence: await freshFolder() },
  );
  onTestFinished(() => store.close());
  return store;
}

async function sql(statement: string): Promise<void> {
  const url = new URL(server.url("public"));
  url.searchParams.delete("schema");
  url.password = server.password;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

// Without PostgreSQL (no Debian, no root) there is nothing to test against.
describe.skipIf(!postgresIsHere)("postgres", () => {
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  storeContract("postgres", (options) => open(freshSchema(), options));

  it("is one ledger for several machines: one number per sheet, one owner per key, one chain", async () => {
    const schema = freshSchema();
    const machines = await Promise.all([1, 2, 3].map(() => open(schema)));
    const [first] = machines;
    const works = machines.flatMap((store, m) =>
      Array.from({ length: 8 }, async (_, n) => {
        await store.receive(sheet(`shared-${n}`), clerk);
        const own = (await store.receive(sheet(`own-${m}-${n}`), clerk)).case;
        return store.planIntent(own.id, `key-${n}`, "row", 1);
      }),
    );
    const planned = await Promise.all(works);
    expect(planned.filter((p) => p.kind === "planned")).toHaveLength(8);
    const cases = (await first?.listCases({})) ?? [];
    expect(cases).toHaveLength(32);
    expect(new Set(cases.map((c) => c.receiptNumber)).size).toBe(32);
    expect((await first?.verifyEvents())?.ok).toBe(true);
  });

  it("loses nothing acknowledged when the server crashes, and says so while it is away", async () => {
    const schema = freshSchema();
    const store = await open(schema);
    const kept = (await store.receive(sheet("a"), clerk)).case;
    await server.crash();
    const error = await refusal(() => store.getCase(kept.id));
    expect(error).toMatchObject({ code: "STO083", kind: "environment", retryable: true });
    await server.restart();
    expect(await store.getCase(kept.id)).toEqual(kept);
    expect((await (await open(schema)).verifyEvents()).ok).toBe(true);
  });

  it("lets nobody change events behind its back, and shows it when somebody has", async () => {
    const schema = freshSchema();
    const store = await open(schema);
    const c = (await store.receive(sheet("a"), clerk)).case;
    await store.addEvent(c.id, { actor: robot, event: "x", facts: {} });
    for (const attack of ["UPDATE event SET event = 'y'", "DELETE FROM event", "TRUNCATE event"])
      await expect(sql(`SET search_path=${schema}; ${attack}`)).rejects.toThrow(/append-only/u);
    await sql(`SET search_path=${schema}; ALTER TABLE event DISABLE TRIGGER ALL;
      UPDATE event SET event = 'y' WHERE sequence = 2`);
    expect(await store.verifyEvents()).toEqual({ ok: false, count: 1, firstBroken: 2 });
  });

  it("takes the ledger from a machine that stands still in the middle of a change", async () => {
    const schema = freshSchema();
    const store = await open(schema);
    const url = new URL(server.url("public"));
    url.searchParams.delete("schema");
    url.password = server.password;
    const sleeper = new pg.Client({
      connectionString: url.href,
      options: `-c search_path=${schema} -c idle_in_transaction_session_timeout=500`,
    });
    sleeper.on("error", () => undefined);
    await sleeper.connect();
    onTestFinished(() => sleeper.end().catch(() => undefined));
    await sleeper.query("BEGIN; SELECT pg_advisory_xact_lock(8150926, hashtext(current_schema()))");
    expect((await store.receive(sheet("a"), clerk)).isNew).toBe(true);
  });

  it.each([
    ["a server that is not there", { url: "postgres://buka@127.0.0.1:9/x" }, "STO083"],
    ["an address that is none", { url: "127.0.0.1:5432" }, "STO082"],
    ["a password in the settings", { url: "postgres://buka:geheim-1@127.0.0.1/x" }, "STO093"],
    ["a schema with a trick", { url: "postgres://b@127.0.0.1/x?schema=a;drop" }, "STO082"],
    ["a wrong password", { password: "geheim-1" }, "STO084"],
    ["no password", { password: null }, "STO084"],
  ])("%s → %s %s", async (_what, change, code) => {
    const error = await refusal(() => open(freshSchema(), usual, change));
    expect(error.code).toBe(code);
    expect(`${error.message}${error.next}`).not.toContain("geheim");
  });

  it("names a database that is not there", async () => {
    const url = server.url("a").replace("/postgres?", "/nobody?");
    expect((await refusal(() => open("a", usual, { url }))).code).toBe("STO085");
  });

  it("refuses a ledger of a newer buka and tables of somebody else", async () => {
    const [newer, other] = [freshSchema(), freshSchema()];
    await (await open(newer)).close();
    await sql(`INSERT INTO ${newer}.migration (number, name, applied_at) VALUES (99, 'x', 'x')`);
    expect((await refusal(() => open(newer))).code).toBe("STO007");
    await sql(`CREATE SCHEMA ${other}; CREATE TABLE ${other}.staff (id INTEGER)`);
    expect((await refusal(() => open(other))).code).toBe("STO005");
  });

  it("refuses a user who may not make tables, and a standby-like database that only reads", async () => {
    await sql("CREATE ROLE guest LOGIN PASSWORD 'ledger-pass-1'; CREATE SCHEMA closed");
    const url = server.url("closed").replace("buka@", "guest@");
    expect((await refusal(() => open("closed", usual, { url }))).code).toBe("STO089");
    // A database cannot be made inside a transaction, which two statements together are.
    await sql("CREATE DATABASE quiet");
    await sql("ALTER DATABASE quiet SET default_transaction_read_only = on");
    const quiet = server.url("public").replace("/postgres?", "/quiet?");
    expect((await refusal(() => open("public", usual, { url: quiet }))).code).toBe("STO088");
  });

  it("refuses a database that cannot write Japanese", async () => {
    await sql("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'");
    const url = server.url("public").replace("/postgres?", "/latin?");
    expect((await refusal(() => open("public", usual, { url }))).code).toBe("STO092");
  });
});

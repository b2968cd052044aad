/** Starts the whole system on 127.0.0.1 and gives its handle; the one door for tests and for main.ts. */
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import Database from "libsql";
import type { Creditor } from "./creditor.ts";
import { CreditorTable } from "./creditor-table.ts";
import { demoFinanceError } from "./demo-finance-error.ts";
import { Faults } from "./faults.ts";
import { type RequestCounts, type RequestEntry, RequestLog } from "./request-log.ts";
import { seedCreditors } from "./seed.ja.ts";
import { SessionBook } from "./session-book.ts";
import { startTexts } from "./views/messages.ja.ts";
import { createWeb } from "./web.ts";
import { PendingCommits } from "./world.ts";

export interface DemoFinanceOptions {
  /** 0 or absent = any free port. */
  readonly port?: number;
  /** SQLite file; absent = ":memory:". */
  readonly db?: string;
  readonly faults?: readonly string[];
  /** Fictitious creditors to begin with; only an empty ledger is filled. */
  readonly seedCreditors?: number;
  readonly now?: () => Date;
}

export interface DemoFinance {
  readonly url: string;
  /** Header x-control-token of /__control. */
  readonly controlToken: string;
  /** Replaces the faults in force and starts their counting anew. */
  setFaults(specs: readonly string[]): void;
  /** All rows, oldest first. */
  creditors(): readonly Creditor[];
  counts(): RequestCounts;
  requests(): readonly RequestEntry[];
  /** Waits for commits that are under way, then ends every connection. */
  close(): Promise<void>;
}

export async function startDemoFinance(options: DemoFinanceOptions = {}): Promise<DemoFinance> {
  const now = options.now ?? (() => new Date());
  const faults = new Faults(options.faults ?? []);
  const db = openDatabase(options.db ?? ":memory:");
  const creditors = new CreditorTable(db);
  const log = new RequestLog(db);
  fillWhenEmpty(creditors, options.seedCreditors ?? 0, now);
  const pending = new PendingCommits();
  const controlToken = randomUUID();
  const sessions = new SessionBook(now);
  const app = createWeb({ creditors, log, faults, sessions, pending, controlToken, now });
  const server = createAdaptorServer({ fetch: app.fetch });
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}`,
    controlToken,
    setFaults: (specs) => faults.replace(specs),
    creditors: () => creditors.all(),
    counts: () => log.counts(),
    requests: () => log.entries(),
    close: async () => {
      await pending.settled();
      await end(server);
      db.close();
    },
  };
}

/** What --dump prints: read from the file, also while a server is running on it. */
export function readLedger(file: string): {
  readonly creditors: readonly Creditor[];
  readonly counts: RequestCounts;
  readonly requests: readonly RequestEntry[];
} {
  const db = openDatabase(file);
  try {
    const log = new RequestLog(db);
    const creditors = new CreditorTable(db).all();
    return { creditors, counts: log.counts(), requests: log.entries() };
  } finally {
    db.close();
  }
}

function openDatabase(file: string): Database.Database {
  try {
    const db = new Database(file);
    db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
    return db;
  } catch (error) {
    throw demoFinanceError(startTexts.cannotStart(textOf(error)));
  }
}

function fillWhenEmpty(creditors: CreditorTable, count: number, now: () => Date): void {
  if (count === 0 || creditors.all().length > 0) return;
  creditors.addAll(seedCreditors(count), { user: "kaikei01", at: now().toISOString() });
}

type Server = ReturnType<typeof createAdaptorServer>;

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject(demoFinanceError(startTexts.cannotStart(textOf(error)))),
    );
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The demo finance system as a process of its own: started on a free port, asked for its ledger, ended by pid. */
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { z } from "zod";
import { cliError } from "../messages.ja.ts";
import { packageRoot } from "../package-root.ts";

/** Account that the demo puts into the vault; public on purpose, it opens nothing but the demo system. */
export const demoAccount = { user: "robot01", password: "demo-pass-1", section: "110100" } as const;

export interface FinanceProcess {
  readonly url: string;
  readonly pid: number;
  end(): Promise<void>;
}

const startSeconds = 30;
const readySchema = z.object({ url: z.string(), pid: z.number() });

const program = (): string => join(packageRoot(), "dist", "apps", "demo-finance", "main.js");

/** Starts it over the database `db`; `faults` as its README says. Throws CLI009 when it stays silent. */
export async function startFinance(
  db: string,
  faults: readonly string[] = [],
): Promise<FinanceProcess> {
  const faultWords = faults.flatMap((f) => ["--fault", f]);
  const child = spawn(process.execPath, [program(), "--port", "0", "--db", db, ...faultWords], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ready = await firstLine(child);
  const { url, pid } = readySchema.parse(JSON.parse(ready));
  return { url, pid, end: () => endOf(child) };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(cliError.demoFinanceSilent({ seconds: startSeconds }));
    const timer = setTimeout(() => {
      child.kill();
      fail();
    }, startSeconds * 1000);
    child.once("exit", fail);
    child.once("error", fail);
    if (!child.stdout) return fail();
    createInterface({ input: child.stdout }).once("line", (line) => {
      clearTimeout(timer);
      child.off("exit", fail);
      resolve(line);
    });
  });
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}

const creditorSchema = z.record(z.string(), z.string());
const ledgerSchema = z.object({
  creditors: z.array(creditorSchema),
  counts: z.object({ total: z.number(), registerPosts: z.number(), commits: z.number() }),
});

export type FinanceLedger = z.infer<typeof ledgerSchema>;

/** What the finance database holds: every creditor, and how often 登録 arrived. Read from the file, not from a screen. */
export async function financeLedger(db: string): Promise<FinanceLedger> {
  const { stdout } = await promisify(execFile)(process.execPath, [program(), "--dump", db], {
    maxBuffer: 1 << 28,
  });
  return ledgerSchema.parse(JSON.parse(stdout));
}

/** The world of one drill: a finance system as a process, ledger and queue on real servers where wished, three bots' workspaces. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as idle } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Creditor } from "../../apps/demo-finance/index.ts";
import { readLedger } from "../../apps/demo-finance/start.ts";
import { isBukaError, randomIds, silentLog, systemClock } from "../../core/index.ts";
import { openWorkplace, openWorkplaceVault, type Workplace } from "../../queues/index.ts";
import { type PostgresProcess, startPostgres } from "../support/postgres-process.ts";
import { freePort, type RedisProcess, startRedis } from "../support/redis-process.ts";
import { type HostNet, openHostNet } from "./hosts.ts";
import { type Line, openLine } from "./line.ts";
import { mountSmallDisk, type TurnableClock } from "./site.ts";

export interface OfficeWish {
  /** True = ledger on PostgreSQL and queue on Redis; false = files. */
  readonly servers: boolean;
  readonly bots: number;
  /** Faults of the demo finance system (its README). */
  readonly faults: readonly string[];
  /** Seconds after which a commit can be found by the look-up. */
  readonly settleSeconds: number;
  /** Seed of a bad line between bots and target; null = a good one. */
  readonly lineSeed: number | null;
  /** True = every bot on a host of its own (servers only). */
  readonly hosts: boolean;
  /** True = ledger, queue and evidence on a small disk of their own (files only, root only). */
  readonly smallDisk: boolean;
  /** The clock of bots and ledger: one that can be set (needs libfaketime), or null for the machine's own. */
  readonly clock: TurnableClock | null;
}

/** A bot's workspace and the account that it uses. */
export interface Machine {
  readonly folder: string;
  readonly user: string;
}

export interface Office {
  readonly folder: string;
  /** The machines on which the bots run, one each; null = all on this one. */
  readonly net: HostNet | null;
  /** One workspace per bot, all on one ledger. */
  readonly workspaces: readonly Machine[];
  readonly place: Workplace;
  readonly redis: RedisProcess | null;
  readonly postgres: PostgresProcess | null;
  readonly environment: Readonly<Record<string, string>>;
  /** Folder of ledger, queue and vault where they are files. */
  readonly ledger: string;
  readonly finance: string;
  /** Kills the finance system and starts it again on the same port. */
  restartFinance(faults?: readonly string[]): Promise<void>;
  rows(): readonly Creditor[];
  registerPosts(): number;
  /** Opens the ledger anew, as the next `buka run` would. */
  open(): Promise<Workplace>;
  /** Puts the passwords into the vault of the ledger, as a person does after a loss. */
  fillVault(): Promise<void>;
  close(): Promise<void>;
}

const accounts = [
  ["robot01", "demo-pass-1"],
  ["robot02", "demo-pass-2"],
  ["kaikei01", "demo-pass-3"],
] as const;

const here = dirname(fileURLToPath(import.meta.url));
const financeProgram = join(here, "..", "..", "apps", "demo-finance", "main.js");

export async function openOffice(wish: OfficeWish): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), "buka-drill-"));
  const [redis, postgres] = wish.servers
    ? await Promise.all([startRedis(), startPostgres()])
    : [null, null];
  const port = await freePort();
  const db = join(folder, "finance.db");
  const ledger = join(folder, "ledger");
  await mkdir(ledger, { mode: 0o700 });
  const disk = wish.smallDisk ? mountSmallDisk(ledger) : null;
  let finance = await startFinance(port, db, wish.faults);
  const net = wish.hosts ? openHostNet(wish.bots) : null;
  const lines = await openLines({ net, redis, postgres, port, seed: wish.lineSeed });
  const environment = { ...environmentOf(folder, lines), ...wish.clock?.environment };
  const workspaces = await Promise.all(
    accounts
      .slice(0, wish.bots)
      .map(([user], i) => workspace({ folder, user, finance: lines.finance, i }, wish)),
  );
  const clock = wish.clock ?? systemClock;
  const world = { clock, ids: randomIds, log: silentLog, environment };
  const first = workspaces[0]?.folder ?? folder;
  const fillVault = async (): Promise<void> => {
    for (const one of workspaces) {
      const vault = await openWorkplaceVault(one.folder, world);
      for (const [user, password] of accounts) await vault.setSecret(`財務会計/${user}`, password);
      if (postgres) await vault.setSecret("台帳", postgres.password);
    }
  };
  await fillVault();
  const office = {
    folder,
    net,
    workspaces,
    redis,
    postgres,
    environment,
    ledger,
    finance: `http://127.0.0.1:${port}`,
    fillVault,
    place: await patiently(() => openWorkplace(first, world)),
    rows: () => readLedger(db).creditors,
    registerPosts: () => readLedger(db).counts.registerPosts,
    open: () => patiently(() => openWorkplace(first, world)),
    async restartFinance(faults: readonly string[] = wish.faults) {
      await killed(finance);
      finance = await startFinance(port, db, faults);
    },
    async close() {
      await office.place.close().catch(() => undefined);
      await killed(finance);
      for (const line of lines.open) await line.close();
      net?.close();
      await Promise.all([redis?.stop(), postgres?.stop()]);
      disk?.unmount();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return office;
}

/** On a machine that does many things at once a server may not answer in time: it is asked again, as a clerk is told to. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isBukaError(error) || !error.retryable || tries >= openTries) throw error;
      await idle(1_000);
    }
  }
}
const openTries = 20;

interface Lines {
  readonly open: readonly Line[];
  /** Addresses as the bots use them. */
  readonly finance: string;
  readonly queue: string | null;
  readonly ledger: string | null;
}

/** Bots on hosts of their own reach every server through the bridge; otherwise only a bad line lies in between. */
async function openLines(at: {
  readonly net: HostNet | null;
  readonly redis: RedisProcess | null;
  readonly postgres: PostgresProcess | null;
  readonly port: number;
  readonly seed: number | null;
}): Promise<Lines> {
  const open: Line[] = [];
  const address = at.net?.address ?? "127.0.0.1";
  const through = async (url: string, seed: number | null): Promise<string> => {
    if (!at.net && seed === null) return url;
    const target = new URL(url);
    const line = await openLine({ address, target: Number(target.port), seed });
    open.push(line);
    return url.replace(target.host, `${address}:${line.port}`);
  };
  return {
    open,
    finance: await through(`http://127.0.0.1:${at.port}`, at.seed),
    queue: at.redis ? await through(at.redis.url, null) : null,
    ledger: at.postgres ? await through(at.postgres.url("drill"), null) : null,
  };
}

function environmentOf(folder: string, lines: Lines): Record<string, string> {
  return {
    BUKA_LEDGER: join(folder, "ledger"),
    BUKA_EVIDENCE: join(folder, "ledger", "evidence"),
    ...(lines.queue ? { BUKA_QUEUE: lines.queue } : {}),
    ...(lines.ledger ? { BUKA_LEDGER_SERVER: lines.ledger } : {}),
  };
}

async function workspace(
  at: { folder: string; user: string; finance: string; i: number },
  wish: OfficeWish,
): Promise<Machine> {
  const folder = join(at.folder, `machine-${at.i + 1}`);
  const bot = join(folder, "bots", "drill");
  await mkdir(bot, { recursive: true });
  await writeFile(
    join(folder, "buka.yaml"),
    `版: 1\n部下の名前: ${at.user}\n画面:\n  財務会計:\n    入口: ${at.finance}\n    利用者: ${at.user}\n    所属: 110100\n`,
  );
  await writeFile(join(bot, "scenario.yaml"), scenarioText(wish.settleSeconds));
  return { folder, user: at.user };
}

const typed = ["氏名", "フリガナ", "住所", "電話番号", "口座番号", "口座名義カナ", "担当所属"];

/** Names the fields; how they are typed is the business of the player without a browser. */
const scenarioText = (settle: number): string => `版: 1
題名: 訓練の登録
持ち主: 会計課 審査係
段階: 机上検証
使う画面: [財務会計]
取り違え防止の鍵: [金融機関コード, 支店コード, 預金種別, 口座番号]
成功の印: 登録が完了しました
反映までの秒数: ${settle}

手順:
  - 「財務会計」にログインする
${typed.map((t) => `  - 「${t}」に {${t}} を入力する`).join("\n")}
  - 「金融機関」に {金融機関コード} を入力する
  - 「支店」に {支店コード} を入力する
  - 「預金種別」で {預金種別} を選ぶ
  - 「摘要」に {受付番号} を入力する
  - 「登録」で登録する
  - 「債権者番号」の値を {債権者番号} として読み取る

照会手順:
  - 「摘要」に {受付番号} を入力する
  - 「検索」を押す
  - 「検索結果」表で「摘要」が {受付番号} の行の「債権者番号」を {債権者番号} として読み取る
`;

async function startFinance(
  port: number,
  db: string,
  faults: readonly string[],
): Promise<ChildProcess> {
  const words = ["--port", String(port), "--db", db, ...faults.flatMap((f) => ["--fault", f])];
  const child = spawn(process.execPath, [financeProgram, ...words], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise((ready, fail) => {
    createInterface({ input: child.stdout }).once("line", ready);
    child.once("exit", () => fail(new TypeError("the finance system ended at once")));
  });
  return child;
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  if (child.exitCode === null && child.signalCode === null && child.kill("SIGKILL")) await gone;
}

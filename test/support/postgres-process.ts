/** A PostgreSQL cluster of the test's own: free port, own folder, own user where we are root, ended with the test. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./redis-process.ts";

export interface PostgresProcess {
  /** postgres://buka@127.0.0.1:port/database, without the password. */
  url(schema: string): string;
  readonly password: string;
  readonly pid: () => number;
  stop(): Promise<void>;
  /** Ends it at once, without a checkpoint, as a crash would. */
  crash(): Promise<void>;
  /** Starts it again on the same port and folder. */
  restart(): Promise<void>;
}

const password = "ledger-pass-1";
const debianFolder = "/usr/lib/postgresql";

/** Folder of initdb and postgres, or null. Set-up installs them where it may (Debian, root). */
const programs: string | null = findPrograms();

/** Without it the driver tests say that they were left out. */
export const postgresIsHere = programs !== null;

function findPrograms(): string | null {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  const folders = [
    ...(newest === undefined ? [] : [join(debianFolder, String(newest), "bin")]),
    ...(process.env["PATH"] ?? "").split(":"),
  ];
  return folders.find((f) => ["initdb", "postgres"].every((p) => existsSync(join(f, p)))) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package has made. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (which: string): number =>
    Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** Makes a cluster (about two seconds) and starts it; `settings` as "name=value". */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresProcess> {
  const folder = await mkdtemp(join(tmpdir(), "buka-postgres-"));
  const user = owner();
  const data = join(folder, "data");
  const secret = join(folder, "password");
  await writeFile(secret, password);
  for (const path of [folder, secret])
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
  const made = spawnSync(
    join(programs ?? "", "initdb"),
    [
      ...["-D", data, "-U", "buka", "-A", "scram-sha-256", `--pwfile=${secret}`],
      ...["-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"],
    ],
    { ...user, cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new TypeError(`initdb: ${made.stderr}`);
  const port = await freePort();
  const start = (): Promise<ChildProcess> => startServer({ folder, data, port, settings, user });
  let child = await start();
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.signalCode === null && child.kill(signal)) await gone;
  };
  return {
    password,
    pid: () => child.pid ?? 0,
    url: (schema) => `postgres://buka@127.0.0.1:${port}/postgres?schema=${schema}`,
    crash: () => end("SIGQUIT"),
    async restart() {
      await end("SIGQUIT");
      child = await start();
    },
    async stop() {
      await end("SIGQUIT");
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function startServer(at: {
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly settings: readonly string[];
  readonly user: { uid?: number; gid?: number };
}): Promise<ChildProcess> {
  const settings = [
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${at.folder}`,
    "shared_buffers=16MB",
    "recovery_init_sync_method=syncfs",
    ...at.settings,
  ];
  const words = ["-D", at.data, "-p", String(at.port), ...settings.flatMap((s) => ["-c", s])];
  const child = spawn(join(programs ?? "", "postgres"), words, {
    ...at.user,
    cwd: at.folder,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LC_ALL: "C" },
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.once("exit", () => reject(new TypeError(`postgres ended at once: ${said}`)));
    child.stderr.on("data", (text: Buffer) => {
      said += text.toString();
      if (/ready to accept connections/u.test(said)) resolve(child);
      if (said.length > 10_000) said = said.slice(-1_000);
    });
  });
}

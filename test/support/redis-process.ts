/** A Redis server of the test's own: free port, own folder, ended with the test. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RedisProcess {
  readonly url: string;
  stop(): Promise<void>;
  /** Ends it by force and starts it again on the same port and folder. */
  restart(): Promise<void>;
  /** Ends it by force. */
  kill(): Promise<void>;
}

/** Set-up installs it where it may (Debian, root); elsewhere the driver tests say that they were left out. */
export const redisIsHere = spawnSync("redis-server", ["--version"]).status === 0;

export async function startRedis(switches: readonly string[] = []): Promise<RedisProcess> {
  const folder = await mkdtemp(join(tmpdir(), "buka-redis-"));
  const port = await freePort();
  let child = await start(port, folder, switches);
  const kill = async (): Promise<void> => {
    const gone = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null && child.kill("SIGKILL")) await gone;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      await kill();
      child = await start(port, folder, switches);
    },
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function start(
  port: number,
  folder: string,
  switches: readonly string[],
): Promise<ChildProcess> {
  const words = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
  const child = spawn("redis-server", [...words, "--appendonly", "yes", ...switches], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", () => reject(new TypeError("redis-server ended at once")));
    child.stdout.on("data", (text: Buffer) => {
      if (text.toString().includes("Ready to accept connections")) resolve();
    });
  });
  child.stdout.resume();
  return child;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The demo finance system as a process: ready line, SIGTERM, exit codes. Needs dist/, which `npm test` builds. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const program = fileURLToPath(new URL("../../dist/apps/demo-finance/main.js", import.meta.url));

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

/** The first line that is printed; fails when the program ends without one. */
async function firstLine(child: ChildProcess, from: "stdout" | "stderr"): Promise<string> {
  const stream = child[from];
  if (stream === null) expect.unreachable();
  const silent = once(child, "close").then(() => "");
  const line = await Promise.race([once(createInterface({ input: stream }), "line"), silent]);
  return String(line);
}

it("says where it is, serves only this machine, and ends quietly at SIGTERM", async () => {
  const child = start("--port", "0");
  const { url, pid } = JSON.parse(await firstLine(child, "stdout")) as { url: string; pid: number };
  expect(pid).toBe(child.pid);
  expect(new URL(url).hostname).toBe("127.0.0.1");
  expect((await fetch(`${url}/login`)).status).toBe(200);
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
});

it("tells a wrong option in Japanese and ends with 2", async () => {
  const child = start("--fault", "boom");
  const exited = once(child, "exit");
  expect(await firstLine(child, "stderr")).toContain("「boom」という障害の指定はありません");
  expect(await exited).toEqual([2, null]);
});

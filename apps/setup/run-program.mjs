/** Runs one outside program with its output in a log file, a sign of life every 15 s, and never a prompt. */
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "./messages.ja.mjs";

/** @param {string} line */
export const tell = (line) => process.stderr.write(`${line}\n`);

/**
 * @param {string} root folder of package.json
 * @param {{ what: string, command: string, args: readonly string[], env?: Record<string, string>, hint: string }} job
 * @returns {Promise<boolean>} whether it ended with 0
 */
export async function runProgram(root, job) {
  const started = Date.now();
  mkdirSync(join(root, ".cache"), { recursive: true });
  const logFile = join(root, ".cache", "setup.log");
  const log = createWriteStream(logFile);
  tell(say.start(job.what));
  const lifeSign = setInterval(
    () => tell(say.stillRunning(job.what, Date.now() - started)),
    15_000,
  );
  const code = await exitCodeOf(root, job, log);
  clearInterval(lifeSign);
  await new Promise((done) => log.end(done));
  if (code === 0) {
    tell(say.finished(job.what, Date.now() - started));
    return true;
  }
  tell(lastLines(readFileSync(logFile, "utf8"), 40));
  tell(say.failed(job.what, join(".cache", "setup.log")));
  tell(job.hint);
  return false;
}

/**
 * @param {string} root
 * @param {{ command: string, args: readonly string[], env?: Record<string, string> }} job
 * @param {import("node:fs").WriteStream} log
 * @returns {Promise<number>}
 */
function exitCodeOf(root, job, log) {
  return new Promise((done) => {
    const child = spawn(job.command, [...job.args], {
      cwd: root,
      env: { ...process.env, ...job.env },
      stdio: ["ignore", "pipe", "pipe"],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === "win32" && !job.command.endsWith(".exe"),
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.on("error", (error) => {
      log.write(`${error.message}\n`);
      done(127);
    });
    child.on("close", (code) => done(code ?? 1));
  });
}

/** @param {string} text @param {number} count */
const lastLines = (text, count) => text.trimEnd().split("\n").slice(-count).join("\n");

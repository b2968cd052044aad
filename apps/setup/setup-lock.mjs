/** One set-up at a time per checkout: a folder made atomically, with the owner's process id inside. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "./messages.ja.mjs";

const patienceMillis = 600_000;
const pollMillis = 250;

/**
 * @param {string} root
 * @param {(line: string) => void} tell
 * @returns {Promise<(() => void) | null>} releases the lock; null when the other one never ended
 */
export async function takeSetupLock(root, tell) {
  const lock = join(root, ".cache", "setup.lock");
  mkdirSync(join(root, ".cache"), { recursive: true });
  const deadline = Date.now() + patienceMillis;
  let told = false;
  while (!tryLock(lock)) {
    if (Date.now() > deadline) {
      tell(say.lockTimeout(join(".cache", "setup.lock")));
      return null;
    }
    const owner = ownerOf(lock);
    if (ownerIsGone(lock, owner)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) tell(say.waitingForOther(owner ?? "?"));
    told = true;
    await new Promise((wake) => setTimeout(wake, pollMillis));
  }
  return () => rmSync(lock, { recursive: true, force: true });
}

/** @param {string} lock */
function tryLock(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} lock @returns {string | null} */
function ownerOf(lock) {
  try {
    return readFileSync(join(lock, "pid"), "utf8");
  } catch {
    return null;
  }
}

/** @param {string} lock @param {string | null} owner */
function ownerIsGone(lock, owner) {
  try {
    // Without a pid for 10 s: the owner was killed between the two writes.
    if (owner === null) return Date.now() - statSync(lock).mtimeMs > 10_000;
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH";
  }
}

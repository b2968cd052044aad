/** The order of the set-up: look first, and only when something is missing lock, fetch, build and look again. */
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { buildProgram, compilerOf, programIsBuilt } from "./built-program.mjs";
import { installPackages, packagesAreInstalled } from "./installed-packages.mjs";
import { say } from "./messages.ja.mjs";
import { tell } from "./run-program.mjs";
import { takeSetupLock } from "./setup-lock.mjs";
import { missingSystemPackages, provideSystemPackages } from "./system-programs.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** For npm's own "prepare": builds when a compiler is there; a production installation has none. */
export async function prepareBuild() {
  if (process.env["BUKA_SETUP"] || !existsSync(compilerOf(root))) return 0;
  return programIsBuilt(root) || (await buildProgram(root)) ? 0 : 1;
}

/**
 * Exit code: 0 when demo, tests and checks can run here.
 * @param {string} purpose what comes next: "demo", "test", "check" or "bench"
 */
export async function prepareMachine(purpose) {
  const started = Date.now();
  if (everythingIsThere(purpose)) {
    tell(say.allReady(Date.now() - started));
    return 0;
  }
  const release = await takeSetupLock(root, tell);
  if (release === null) return 1;
  process.once("exit", release);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(signal, () => process.exit(130));
  }
  const ready = await provideAll(purpose);
  if (ready) tell(say.nowReady(Date.now() - started));
  return ready ? 0 : 1;
}

/** @param {string} purpose */
function everythingIsThere(purpose) {
  if (!packagesAreInstalled(root) || !programIsBuilt(root)) return false;
  return missingSystemPackages(purpose).length === 0;
}

/** @param {string} purpose */
async function provideAll(purpose) {
  if (!packagesAreInstalled(root) && !(await installPackages(root))) return false;
  if (!programIsBuilt(root)) {
    if (!existsSync(compilerOf(root))) {
      tell(say.noCompiler);
      return false;
    }
    if (!(await buildProgram(root))) return false;
  }
  return provideSystemPackages(root, purpose, tell);
}

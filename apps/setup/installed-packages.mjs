/** Tells whether node_modules holds what package-lock.json names, and fetches it when not. */
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { say } from "./messages.ja.mjs";
import { runProgram } from "./run-program.mjs";

/**
 * Compares the two lock files by content: a fresh checkout over cached packages has new file times
 * but needs no network.
 * @param {string} root
 */
export function packagesAreInstalled(root) {
  const inside = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(inside)) return false;
  const wanted = lockedPackages(join(root, "package-lock.json"));
  const present = lockedPackages(inside);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.optional === true) return true;
    return present[path]?.version === entry.version;
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    // A torn file (a killed installation) counts as nothing installed.
    return {};
  }
}

/** @param {string} root */
export function installPackages(root) {
  const cli = process.env["npm_execpath"] ?? "";
  const throughNode = basename(cli).startsWith("npm-cli");
  return runProgram(root, {
    what: say.packages,
    command: throughNode ? process.execPath : "npm",
    args: [...(throughNode ? [cli] : []), "ci", "--include=dev", "--no-audit", "--no-fund"],
    // BUKA_SETUP keeps npm's own "prepare" from building: the build is the next step here.
    env: { BUKA_SETUP: "1", ...cacheWhenHomeIsReadOnly() },
    hint: say.packagesHint,
  });
}

/** @returns {Record<string, string>} */
function cacheWhenHomeIsReadOnly() {
  try {
    accessSync(homedir(), constants.W_OK);
    return {};
  } catch {
    return { npm_config_cache: join(tmpdir(), "buka-npm-cache") };
  }
}

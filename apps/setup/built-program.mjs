/** Tells whether dist/ is as new as the sources, builds it with tsc when not, and makes `npx buka` find it. */
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { say } from "./messages.ja.mjs";
import { runProgram } from "./run-program.mjs";

const sourceFolders = ["core", "scenarios", "runner", "ocr", "rules", "store", "queues", "apps"];
const configFiles = ["tsconfig.json", "package-lock.json"];

/**
 * @typedef {{ newest: number, files: string }} Sources newest change in ms, and the list of files
 * @param {string} root
 * @returns {Sources}
 */
function sourcesOf(root) {
  const files = sourceFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(folder, name)),
    )
    .sort();
  const times = [...files, ...configFiles].map((file) => statSync(join(root, file)).mtimeMs);
  return { newest: Math.max(...times), files: files.join("\n") };
}

/** @param {string} root */
const commandFile = (root) => join(root, "node_modules", ".bin", "buka");

/**
 * For `npx buka`. Deliberately no "bin" in package.json: npx would then install this folder into its cache first.
 * @param {string} root
 */
function linkCommand(root) {
  const program = "../../dist/apps/cli/main.js";
  const command = commandFile(root);
  writeFileSync(command, `#!/bin/sh\nexec node "$(dirname "$0")/${program}" "$@"\n`);
  chmodSync(command, 0o755);
  const forWindows = `@node "%~dp0\\${program.replaceAll("/", "\\")}" %*\r\n`;
  writeFileSync(`${command}.cmd`, forWindows);
}

/** @param {string} root */
const stampFile = (root) => join(root, "dist", ".stamp.json");

/**
 * @param {string} root
 * @returns {Sources | null}
 */
function lastBuild(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), "utf8"));
  } catch {
    return null;
  }
}

/** @param {string} root */
export function programIsBuilt(root) {
  const before = lastBuild(root);
  const now = sourcesOf(root);
  const isNew = before !== null && before.files === now.files && before.newest >= now.newest;
  return isNew && existsSync(commandFile(root));
}

/** @param {string} root */
export const compilerOf = (root) => join(root, "node_modules", "typescript", "bin", "tsc");

/**
 * The sources are noted before the build: a file changed meanwhile makes the next run build again.
 * @param {string} root
 */
export async function buildProgram(root) {
  const now = sourcesOf(root);
  // Files that are gone from the sources must not live on in dist/.
  if (lastBuild(root)?.files !== now.files) {
    rmSync(join(root, "dist"), { recursive: true, force: true });
  }
  const built = await runProgram(root, {
    what: say.build,
    command: process.execPath,
    args: [compilerOf(root), "-p", "tsconfig.json"],
    hint: say.buildHint,
  });
  if (!built) return false;
  writeFileSync(stampFile(root), JSON.stringify(now));
  linkCommand(root);
  return true;
}

/**
 * Compiles and runs one program of the workshop, which dist/ does not hold: run-script FOLDER NAME [arguments].
 * Behind `npm run bench -- ocr` and `npm run samples`.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "./messages.ja.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [folder = "", asked = "", ...rest] = process.argv.slice(2);
// "npm run bench -- rules" means rules-bench.
const name = existsSync(join(root, folder, `${asked}-bench.ts`)) ? `${asked}-bench` : asked;

/** @param {readonly string[]} args */
function runNode(args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1;
}

function main() {
  if (name === "" || !existsSync(join(root, folder, `${name}.ts`))) {
    const names = readdirSync(join(root, folder)).filter((file) => file.endsWith(".ts"));
    console.error(say.chooseScript(names.map((file) => file.replace(/\.ts$/u, ""))));
    return 2;
  }
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  // Types are the gate's business (npm run check); without them this takes a third of the time.
  const compiled = runNode([compiler, "-p", "tsconfig.scripts.json", "--noCheck"]);
  if (compiled !== 0) return compiled;
  return runNode([join(root, ".cache", "scripts", folder, `${name}.js`), ...rest]);
}

process.exitCode = main();

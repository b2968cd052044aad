/**
 * The one gate (npm run check): every rule of the house with its time; stops before the next stage when one fails.
 * --no-unit leaves out the unit tests (CI has just run them), --all goes on after a failure.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "./messages.ja.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const { rooms } = await import("../../.import-table.mjs");
const productFolders = [...new Set(Object.keys(rooms).map((room) => room.split("/")[0] ?? room))];
const words = say.gate;

const gates = [
  {
    name: words.names.format,
    command: "biome check --linter-enabled=false --error-on-warnings .",
  },
  { name: words.names.lint, command: "biome lint --error-on-warnings ." },
  { name: words.names.types, command: "tsc -p tsconfig.test.json" },
  { name: words.names.typedLint, command: "eslint --max-warnings 0 ." },
  {
    name: words.names.boundaries,
    command: `depcruise --config .dependency-cruiser.mjs ${productFolders.join(" ")}`,
  },
  { name: words.names.unused, command: "knip --no-progress" },
  { name: words.names.unit, command: "vitest run --project unit" },
];

const flags = process.argv.slice(2);
const skipped = flags.includes("--no-unit") ? [words.names.unit] : [];

/** @param {string} command */
function runTool(command) {
  const [tool = "", ...args] = command.split(" ");
  return spawnSync(process.execPath, [programOf(tool), ...args], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, NO_COLOR: "1" },
  });
}

/** The script behind a tool's name, without npx: it needs no network and no shell. @param {string} tool */
function programOf(tool) {
  const packages = { biome: "@biomejs/biome", tsc: "typescript", depcruise: "dependency-cruiser" };
  const name = /** @type {Record<string, string>} */ (packages)[tool] ?? tool;
  const folder = join(root, "node_modules", name);
  const { bin } = createRequire(import.meta.url)(join(folder, "package.json"));
  return join(folder, typeof bin === "string" ? bin : bin[tool]);
}

const started = Date.now();
/** @type {string[]} */
const failures = [];
console.log(words.title);
for (const gate of gates) {
  if (skipped.includes(gate.name)) {
    console.log(words.skipped(gate.name));
    continue;
  }
  if (failures.length > 0 && !flags.includes("--all")) {
    console.log(words.notReached(gate.name));
    continue;
  }
  const from = Date.now();
  const result = runTool(gate.command);
  if (result.status === 0) {
    console.log(words.passed(gate.name, Date.now() - from));
    continue;
  }
  failures.push(gate.name);
  console.log(words.failed(gate.name, Date.now() - from));
  console.log(words.failureHead(gate.name, `npx ${gate.command}`));
  console.log(`${result.stdout}${result.stderr}`.trimEnd());
}
console.log(
  failures.length === 0 ? words.allPassed(Date.now() - started) : words.notPassed(failures),
);
process.exitCode = failures.length === 0 ? 0 : 1;

/**
 * The one gate (npm run check): every rule of the house with its time, two at once; unit tests only when all pass.
 * --no-unit leaves out the unit tests (CI has just run them), --all runs them after a failure too.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rooms } from "../../.import-table.mjs";
import { say } from "./messages.ja.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const productFolders = [...new Set(Object.keys(rooms).map((room) => room.split("/")[0] ?? room))];
const words = say.gate;

/** @typedef {{ name: string, command: string }} Gate */

/** The slow ones first, so that both lanes end together. @type {readonly Gate[]} */
const staticGates = [
  { name: words.names.typedLint, command: "eslint --max-warnings 0 ." },
  { name: words.names.types, command: "tsc -p tsconfig.test.json" },
  {
    name: words.names.boundaries,
    command: `depcruise --config .dependency-cruiser.mjs ${productFolders.join(" ")}`,
  },
  { name: words.names.unused, command: "knip --no-progress" },
  {
    name: words.names.format,
    command: "biome check --linter-enabled=false --error-on-warnings .",
  },
  { name: words.names.lint, command: "biome lint --error-on-warnings ." },
];
/** @type {Gate} */
const unitGate = { name: words.names.unit, command: "vitest run --project unit" };

/** The script behind a tool's name, without npx: it needs no network and no shell. @param {string} tool */
function programOf(tool) {
  const packages = { biome: "@biomejs/biome", tsc: "typescript", depcruise: "dependency-cruiser" };
  const name = /** @type {Record<string, string>} */ (packages)[tool] ?? tool;
  const folder = join(root, "node_modules", name);
  const { bin } = createRequire(import.meta.url)(join(folder, "package.json"));
  return join(folder, typeof bin === "string" ? bin : bin[tool]);
}

/** @param {string} command @returns {Promise<{ passed: boolean, output: string }>} */
function runTool(command) {
  const [tool = "", ...args] = command.split(" ");
  return new Promise((done) => {
    const child = spawn(process.execPath, [programOf(tool), ...args], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.on("error", (error) => done({ passed: false, output: error.message }));
    child.on("close", (code) =>
      done({ passed: code === 0, output: Buffer.concat(chunks).toString("utf8").trimEnd() }),
    );
  });
}

/** @type {string[]} */
const failures = [];

/** @param {Gate} gate */
async function pass(gate) {
  const from = Date.now();
  const { passed, output } = await runTool(gate.command);
  if (passed) {
    console.log(words.passed(gate.name, Date.now() - from));
    return;
  }
  failures.push(gate.name);
  console.log(words.failed(gate.name, Date.now() - from));
  console.log(words.failureHead(gate.name, `npx ${gate.command}`));
  console.log(output);
}

/** @param {Gate[]} waiting shared by both lanes */
async function lane(waiting) {
  for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) await pass(gate);
}

const flags = process.argv.slice(2);
const started = Date.now();
console.log(words.title);
const waiting = [...staticGates];
await Promise.all([lane(waiting), lane(waiting)]);
if (flags.includes("--no-unit")) console.log(words.skipped(unitGate.name));
else if (failures.length > 0 && !flags.includes("--all")) {
  console.log(words.notReached(unitGate.name));
} else await pass(unitGate);

console.log(
  failures.length === 0 ? words.allPassed(Date.now() - started) : words.notPassed(failures),
);
process.exitCode = failures.length === 0 ? 0 : 1;

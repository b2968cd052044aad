/**
 * Makes a fresh machine ready (packages, dist/, a browser, a Japanese font) before demo, test and check.
 * Plain Node without dependencies; quick and without network when everything is there already.
 */
import { say } from "./messages.ja.mjs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`${say.nodeTooOld(process.versions.node)}\n`);
  process.exit(1);
}

// Imported after the version check: an old Node may not even parse these files.
const { prepareMachine, prepareBuild } = await import("./prepare-machine.mjs");
const purpose = process.argv[2] ?? "";
process.exitCode = purpose === "prepare" ? await prepareBuild() : await prepareMachine(purpose);

// Prints "N passed, N failed" from vitest's JSON report; exit code 1 when nothing passed or anything failed.
import { existsSync, readFileSync } from "node:fs";

const file = process.argv[2] ?? "";
const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
const passed = report?.numPassedTests ?? 0;
// A test file that cannot even be loaded has no tests to count, yet it failed.
const brokenFiles = (report?.testResults ?? []).filter(
  (result) => result.status === "failed" && result.assertionResults.length === 0,
).length;
const failed = (report?.numFailedTests ?? 0) + brokenFiles;
if (report === null) console.log("no test report: the tests did not run");
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = report !== null && passed > 0 && failed === 0 ? 0 : 1;

/** Finds what npm cannot bring (a browser, a Japanese font) and installs it where that is possible: Debian, as root. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "./messages.ja.mjs";
import { runProgram } from "./run-program.mjs";

const linuxNames = [
  "microsoft-edge",
  "microsoft-edge-stable",
  "google-chrome",
  "google-chrome-stable",
  "chromium",
  "chromium-browser",
];
const macPrograms = [
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const windowsPrograms = [
  "Microsoft\\Edge\\Application\\msedge.exe",
  "Google\\Chrome\\Application\\chrome.exe",
];
const windowsFolders = ["ProgramFiles(x86)", "ProgramFiles", "ProgramW6432", "LOCALAPPDATA"];

/** @returns {readonly string[]} */
function browserCandidates() {
  if (process.platform === "darwin") return macPrograms;
  if (process.platform === "win32") {
    return windowsFolders.flatMap((name) => {
      const folder = process.env[name];
      return folder ? windowsPrograms.map((program) => join(folder, program)) : [];
    });
  }
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  return folders.flatMap((folder) => linuxNames.map((name) => join(folder, name)));
}

/** Where BUKA_BROWSER points is the person's own choice: nothing else is looked for then. */
export function findBrowser() {
  const chosen = process.env["BUKA_BROWSER"];
  if (chosen) return existsSync(chosen) ? chosen : null;
  return browserCandidates().find((path) => existsSync(path)) ?? null;
}

/** Windows and macOS bring Japanese fonts along. */
export function hasJapaneseFont() {
  if (process.platform !== "linux") return true;
  const list = spawnSync("fc-list", [":lang=ja", "file"], { encoding: "utf8", timeout: 20_000 });
  return list.status === 0 && list.stdout.trim() !== "";
}

function hasRedis() {
  return spawnSync("redis-server", ["--version"], { timeout: 20_000 }).status === 0;
}

/** Debian keeps its programs out of the search path. */
function hasPostgres() {
  const folder = "/usr/lib/postgresql";
  if (existsSync(folder) && readdirSync(folder).length > 0) return true;
  return spawnSync("initdb", ["--version"], { timeout: 20_000 }).status === 0;
}

/** Sets the clock of single processes (drill F13). */
function hasFakeClock() {
  return existsSync("/usr/bin/faketime");
}

/**
 * Debian packages that are missing here. Driver tests and drills alone want servers, and leave themselves out without.
 * @param {string} purpose
 */
export function missingSystemPackages(purpose) {
  return [
    ...(findBrowser() === null ? ["chromium"] : []),
    ...(hasJapaneseFont() ? [] : ["fontconfig", "fonts-ipaexfont"]),
    ...(wantsServers(purpose) && !hasRedis() ? ["redis-server"] : []),
    ...(wantsServers(purpose) && !hasPostgres() ? ["postgresql"] : []),
    ...(purpose === "drill" && mayUseApt() && !hasFakeClock() ? ["faketime"] : []),
  ];
}

/** @param {string} purpose */
function wantsServers(purpose) {
  return ["test", "drill", "bench"].includes(purpose) && mayUseApt();
}

function mayUseApt() {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

const aptOptions = ["-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=120"];

/**
 * @param {string} root
 * @param {readonly string[]} names
 */
async function installWithApt(root, names) {
  const what = say.systemPackages(names);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const hint = names.includes("chromium") ? say.browserHint.linux : say.fontHint;
  const script = `apt-get ${aptOptions.join(" ")} update; apt-get ${aptOptions.join(" ")} install -y --no-install-recommends ${names.join(" ")}`;
  return runProgram(root, { what, command: "/bin/sh", args: ["-c", script], env, hint });
}

/**
 * Installs the missing ones where that is allowed, else says exactly what a person has to install.
 * @param {string} root
 * @param {string} purpose
 * @param {(line: string) => void} tell
 * @returns {Promise<boolean>} false when buka cannot go on
 */
export async function provideSystemPackages(root, purpose, tell) {
  const chosen = process.env["BUKA_BROWSER"];
  if (chosen && findBrowser() === null) {
    tell(say.browserNotThere(chosen));
    return false;
  }
  const missing = missingSystemPackages(purpose);
  if (missing.length === 0) return true;
  if (mayUseApt()) await installWithApt(root, missing);
  if (!hasJapaneseFont()) {
    tell(say.fontMissing);
    tell(say.fontHint);
    tell(say.goesOnWithoutFont);
  }
  if (findBrowser() !== null) return true;
  const platform =
    process.platform === "win32" || process.platform === "darwin" ? process.platform : "linux";
  tell(say.browserMissing);
  tell(say.browserHint[platform]);
  return false;
}

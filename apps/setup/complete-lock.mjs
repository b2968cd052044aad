/**
 * Adds to package-lock.json the platform packages that the registry at hand does not carry (Windows, macOS …):
 * without their entries `npm ci` refuses the whole lock file. Run it after `npm install` of a new package.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {{ version?: string, dev?: boolean, license?: string, optionalDependencies?: Record<string, string> }} Entry
 * @typedef {Record<string, Entry>} Packages
 */

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "x64"];

/**
 * Optional packages that a locked package names and the lock file lacks: [path, entry] of each.
 * @param {Packages} packages
 * @returns {[string, Entry][]}
 */
export function missingOptionalEntries(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, path, name))
      .map(
        ([name, version]) =>
          /** @type {[string, Entry]} */ ([
            `node_modules/${name}`,
            platformEntry(name, version, entry),
          ]),
      ),
  );
}

/** Walks up like Node's own search. @param {Packages} packages @param {string} path @param {string} name */
function isLocked(packages, path, name) {
  for (let base = path; ; base = base.slice(0, Math.max(0, base.lastIndexOf("/node_modules/")))) {
    if (packages[`${base === "" ? "" : `${base}/`}node_modules/${name}`]) return true;
    if (base === "") return false;
  }
}

/**
 * Platform packages carry their platform in their name: binding-linux-arm64-musl.
 * @param {string} name @param {string} version @param {Entry} owner
 */
function platformEntry(name, version, owner) {
  const words = name.split("/").at(-1)?.split("-") ?? [];
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const isMusl = words.some((word) => word.startsWith("musl"));
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(owner.dev ? { dev: true } : {}),
    ...(os.includes("linux") ? { libc: [isMusl ? "musl" : "glibc"] } : {}),
    ...(owner.license ? { license: owner.license } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const added = missingOptionalEntries(lock.packages);
  const all = { ...lock.packages, ...Object.fromEntries(added) };
  lock.packages = Object.fromEntries(
    Object.entries(all).sort(([a], [b]) => a.localeCompare(b, "en")),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${added.length} platform packages added`);
}

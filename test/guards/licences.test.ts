/** What we ship and build with may be used by any office: no GPL or AGPL, every licence stated. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { missingOptionalEntries } from "../../apps/setup/complete-lock.mjs";
import { isPermitted } from "./support/licences.ts";
import { readText, root } from "./support/product-files.ts";

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
}

const locked: Record<string, LockedPackage> = JSON.parse(readText("package-lock.json")).packages;

/** Packages that state no licence in package.json; each needs a line in NOTICE.md. */
const withoutStatement: Readonly<Record<string, string>> = {
  "node_modules/buffers":
    "exceljs → unzipper → binary; only its streaming reader, which buka does not use",
};

function statedLicence(path: string): string | null {
  const file = join(path, "package.json");
  const installed = existsSync(join(root, file)) ? JSON.parse(readText(file)) : {};
  const stated = installed.license ?? installed.licenses?.[0]?.type ?? locked[path]?.license;
  return typeof stated === "object" ? (stated?.type ?? null) : (stated ?? null);
}

describe("the reader of licences", () => {
  it.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-or-later)", true],
    ["Apache-2.0 AND LGPL-3.0-or-later", true],
    ["GPL-3.0-only", false],
    ["AGPL-3.0", false],
    ["MIT AND GPL-2.0", false],
    ["UNLICENSED", false],
    ["", false],
  ])("judges %j", (expression, permitted) => {
    expect(isPermitted(expression)).toBe(permitted);
  });
});

describe("package-lock.json", () => {
  const paths = Object.keys(locked).filter((path) => path !== "");

  it("holds no package under GPL, AGPL or without a licence", () => {
    const refused = paths.filter((path) => !isPermitted(statedLicence(path) ?? ""));
    expect(refused).toEqual(Object.keys(withoutStatement));
  });

  it("names no registry", () => {
    expect(readText("package-lock.json")).not.toMatch(
      /"resolved"|https?:\/\/(?:registry|npm)|https?:\/\/[^"]*\.tgz/u,
    );
  });

  it("names every platform package, so that npm ci accepts it (else: node apps/setup/complete-lock.mjs)", () => {
    expect(missingOptionalEntries(locked).map(([path]) => path)).toEqual([]);
  });

  it("pins what package.json asks for", () => {
    const { dependencies, devDependencies } = JSON.parse(readText("package.json"));
    const asked: [string, string][] = Object.entries({ ...dependencies, ...devDependencies });
    const loose = asked.filter(([name, v]) => locked[`node_modules/${name}`]?.version !== v);
    expect(loose).toEqual([]);
  });
});

describe("NOTICE.md", () => {
  it("names every package that we ship and every one without a stated licence", () => {
    const notice = readText("NOTICE.md");
    const shipped = Object.keys(JSON.parse(readText("package.json")).dependencies);
    const silent = Object.keys(withoutStatement).map((path) => path.replace("node_modules/", ""));
    expect([...shipped, ...silent].filter((name) => !notice.includes(`\`${name}\``))).toEqual([]);
  });
});

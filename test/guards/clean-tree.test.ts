/** Nothing of the place where buka was built is committed: no private paths, no registry hosts, no secrets. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./support/product-files.ts";

// Written apart so that this file does not find itself.
const marks: readonly (readonly [string, RegExp])[] = [
  [
    "a path of the builder's machine",
    new RegExp(`(^|[^\\w.])/(${["work", "root"].join("|")})/[\\w.]`, "u"),
  ],
  [
    "a registry",
    new RegExp(`${["registry", "npmjs"].join("\\.")}|${["npm", "pkg", "github"].join("\\.")}`, "u"),
  ],
  [
    "a private key",
    new RegExp(`BEGIN ${"(RSA |EC |OPENSSH )?"}PRIVATE KEY-----\\s+[\\w+/=]{40}`, "u"),
  ],
];

function findMarks(path: string, text: string): string[] {
  return marks.flatMap(([what, mark]) => (mark.test(text) ? [`${path}: ${what}`] : []));
}

const committed = (): string[] =>
  execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)));

describe("committed files", () => {
  it("would be caught", () => {
    expect(findMarks("x", ["see ", "work", "main"].join("/"))).toHaveLength(1);
    expect(findMarks("x", ["https://registry", "npmjs", "org/"].join("."))).toHaveLength(1);
    expect(findMarks("x", "a framework/main network/x ./work/x")).toEqual([]);
  });

  it.runIf(existsSync(join(root, ".git")))("name no path, registry or key", () => {
    const texts = committed().filter((path) => statSync(join(root, path)).size < 2_000_000);
    const found = texts.flatMap((path) => findMarks(path, readFileSync(join(root, path), "utf8")));
    expect(found).toEqual([]);
  });

  it.runIf(existsSync(join(root, ".git")))("stay small enough for a closed network", () => {
    const big = committed().filter((path) => statSync(join(root, path)).size > 5_000_000);
    expect(big).toEqual([]);
  });
});

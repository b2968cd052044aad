/** The import table: drawn as it is in docs/architecture.md, and really enforced by dependency-cruiser. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rooms, vendors, vendorsForAll } from "../../.import-table.mjs";
import { readText, root } from "./support/product-files.ts";

describe("docs/architecture.md", () => {
  const drawn = () => {
    const page = readText("docs/architecture.md");
    const drawing = /```mermaid\n%% import table\n([\s\S]*?)```/u.exec(page)?.[1] ?? "";
    const names = new Map(
      [...drawing.matchAll(/^\s*(\w+)\["([\w/-]+)/gmu)].map((m) => [m[1] ?? "", m[2] ?? ""]),
    );
    const arrows = [...drawing.matchAll(/^\s*(\w+) --> ([\w &]+)$/gmu)].flatMap((m) =>
      (m[2] ?? "").split("&").map((to) => `${names.get(m[1] ?? "")} → ${names.get(to.trim())}`),
    );
    return { rooms: [...names.values()], arrows };
  };

  it("draws exactly the rooms of the table", () => {
    expect(drawn().rooms.sort()).toEqual(Object.keys(rooms).sort());
  });

  it("draws exactly the arrows of the table", () => {
    const wanted = Object.entries(rooms).flatMap(([from, to]) => to.map((t) => `${from} → ${t}`));
    expect(drawn().arrows.sort()).toEqual(wanted.sort());
  });
});

describe("the table", () => {
  it("gives every dependency of package.json an owner", () => {
    const { dependencies } = JSON.parse(readText("package.json"));
    const owned = [...Object.keys(vendors), ...vendorsForAll];
    expect(owned.sort()).toEqual(Object.keys(dependencies).sort());
  });
});

const brokenHouse: Readonly<Record<string, string>> = {
  "core/index.ts": 'export { a } from "./a.ts";',
  "core/a.ts":
    'import type { s } from "../store/index.ts"; import { b } from "./b.ts"; export const a: typeof s = b;',
  "core/b.ts": 'import { a } from "./a.ts"; export const b = a;',
  "store/index.ts": 'export { s } from "./s.ts"; export { t } from "../test/t.ts";',
  "store/s.ts": 'import Database from "libsql"; export const s = Database;',
  "test/t.ts": "export const t = 1;",
  "queues/index.ts":
    'export { s } from "../store/s.ts"; export { z } from "zod"; export const x = () => import("exceljs");',
  "queues/file.ts": 'import Database from "libsql"; export const d = Database;',
  "ocr/index.ts": 'export { expect } from "vitest"; export { gone } from "./gone.ts";',
};

describe("dependency-cruiser", () => {
  const folder = mkdtempSync(join(tmpdir(), "buka-import-table-"));
  let report = "";

  beforeAll(() => {
    for (const [path, text] of Object.entries(brokenHouse)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    for (const file of [".import-table.mjs", ".dependency-cruiser.mjs", "tsconfig.json"]) {
      cpSync(join(root, file), join(folder, file));
    }
    cpSync(join(root, "package.json"), join(folder, "package.json"));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const program = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const folders = ["core", "store", "queues", "ocr"];
    const args = [program, "--config", ".dependency-cruiser.mjs", ...folders];
    report = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" }).stdout;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ["layer:core", "core/a.ts → store/index.ts"],
    ["front-door:store", "queues/index.ts → store/s.ts"],
    ["vendor:exceljs", "queues/index.ts"],
    ["vendor:libsql", "queues/file.ts"],
    ["vendor-without-owner", "ocr/index.ts"],
    ["no-test-in-product", "store/index.ts → test/t.ts"],
    ["no-circular", "core/a.ts"],
    ["resolvable", "ocr/index.ts → ./gone.ts"],
  ])("reports %s", (rule, place) => {
    expect(report).toContain(`error ${rule}: ${place}`);
  });

  it("reports nothing else", () => {
    expect(report.match(/error [\w:-]+:/gu)).toHaveLength(8);
  });
});

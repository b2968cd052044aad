/** Evidence files: named by what is in them, written whole, checked when read, no way out of the folder. */
import { readdir, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type EvidenceStore, openStore } from "../../store/index.ts";
import { evidenceContract } from "../contract/evidence.ts";
import { clockAt, countedIds, freshFolder, hashOf, refusal } from "../support/store-world.ts";

async function evidenceIn(folder: string): Promise<EvidenceStore> {
  const clock = clockAt("2026-11-20T01:00:00.000Z");
  const { store, evidence } = await openStore(folder, { clock, ids: countedIds() });
  onTestFinished(() => store.close());
  return evidence;
}

evidenceContract("folder", async () => evidenceIn(await freshFolder()));

describe("evidence files", () => {
  it("gives a key that tells the content, and the same bytes back", async () => {
    const folder = await freshFolder();
    const evidence = await evidenceIn(folder);
    const key = await evidence.put(Buffer.from("画像"), "png");
    expect(key).toBe(`sha256-${hashOf("画像")}.png`);
    expect(Buffer.from(await evidence.get(key)).toString()).toBe("画像");
    expect(relative(folder, await evidence.fileOf(key))).toBe(
      join("evidence", hashOf("画像").slice(0, 2), key),
    );
  });

  it("writes the same bytes once, and leaves no temporary files", async () => {
    const folder = await freshFolder();
    const evidence = await evidenceIn(folder);
    const bytes = Buffer.from("same");
    const key = await evidence.put(bytes, "pdf");
    const before = await stat(await evidence.fileOf(key));
    const keys = await Promise.all(Array.from({ length: 10 }, () => evidence.put(bytes, "pdf")));
    expect(new Set(keys)).toEqual(new Set([key]));
    expect((await stat(await evidence.fileOf(key))).ino).toBe(before.ino);
    expect(await readdir(join(folder, "evidence", "tmp"))).toEqual([]);
  });

  it("says that a file is missing, changed or cut, and heals it when the bytes come again", async () => {
    const evidence = await evidenceIn(await freshFolder());
    const bytes = Buffer.from("証拠");
    const key = await evidence.put(bytes, "png");
    await writeFile(await evidence.fileOf(key), "偽物");
    expect((await refusal(() => evidence.get(key))).code).toBe("STO043");
    await truncate(await evidence.fileOf(key), 0);
    expect((await refusal(() => evidence.get(key))).code).toBe("STO043");
    await rm(await evidence.fileOf(key));
    expect(await refusal(() => evidence.get(key))).toMatchObject({
      code: "STO042",
      kind: "environment",
    });
    await evidence.put(bytes, "png");
    expect(Buffer.from(await evidence.get(key)).toString()).toBe("証拠");
  });

  it("sweeps what a crashed writer left behind a day ago, and nothing younger", async () => {
    const folder = await freshFolder();
    await evidenceIn(folder);
    const temp = join(folder, "evidence", "tmp");
    for (const [name, at] of [
      [".tmp-old", "2026-11-19T00:59:00Z"],
      [".tmp-new", "2026-11-20T00:59:00Z"],
    ] as const) {
      await writeFile(join(temp, name), "x");
      await utimes(join(temp, name), new Date(at), new Date(at));
    }
    await evidenceIn(folder);
    expect(await readdir(temp)).toEqual([".tmp-new"]);
  });
});

/** Evidence files: named by what is in them, written whole, checked when read, no way out of the folder. */
import { readdir, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type EvidenceStore, openStore } from "../../store/index.ts";
import { clockAt, countedIds, freshFolder, hashOf, refusal } from "../support/store-world.ts";

async function evidenceIn(folder: string): Promise<EvidenceStore> {
  const clock = clockAt("2026-11-20T01:00:00.000Z");
  const { store, evidence } = await openStore(folder, { clock, ids: countedIds() });
  onTestFinished(() => store.close());
  return evidence;
}

describe("evidence files", () => {
  it("gives a key that tells the content, and the same bytes back", async () => {
    const folder = await freshFolder();
    const evidence = await evidenceIn(folder);
    const key = await evidence.put(Buffer.from("画像"), "png");
    expect(key).toBe(`sha256-${hashOf("画像")}.png`);
    expect(Buffer.from(await evidence.get(key)).toString()).toBe("画像");
    expect(relative(folder, evidence.pathOf(key))).toBe(
      join("evidence", hashOf("画像").slice(0, 2), key),
    );
  });

  it("keeps an empty file and one of 5 MB", async () => {
    const evidence = await evidenceIn(await freshFolder());
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(5_000_000, 7)]) {
      const key = await evidence.put(bytes, "bin");
      expect(bytes.equals(Buffer.from(await evidence.get(key)))).toBe(true);
    }
  });

  it("writes the same bytes once, and leaves no temporary files", async () => {
    const folder = await freshFolder();
    const evidence = await evidenceIn(folder);
    const bytes = Buffer.from("same");
    const key = await evidence.put(bytes, "pdf");
    const before = await stat(evidence.pathOf(key));
    const keys = await Promise.all(Array.from({ length: 10 }, () => evidence.put(bytes, "pdf")));
    expect(new Set(keys)).toEqual(new Set([key]));
    expect((await stat(evidence.pathOf(key))).ino).toBe(before.ino);
    expect(await readdir(join(folder, "evidence", "tmp"))).toEqual([]);
  });

  it("survives ten writers of the same new file at once", async () => {
    const evidence = await evidenceIn(await freshFolder());
    const bytes = Buffer.alloc(200_000, 1);
    const puts = Array.from({ length: 10 }, () => evidence.put(bytes, "png"));
    const [key = ""] = await Promise.all(puts);
    expect(bytes.equals(Buffer.from(await evidence.get(key)))).toBe(true);
  });

  it("says that a file is missing, changed or cut, and heals it when the bytes come again", async () => {
    const evidence = await evidenceIn(await freshFolder());
    const bytes = Buffer.from("証拠");
    const key = await evidence.put(bytes, "png");
    await writeFile(evidence.pathOf(key), "偽物");
    expect((await refusal(() => evidence.get(key))).code).toBe("STO043");
    await truncate(evidence.pathOf(key), 0);
    expect((await refusal(() => evidence.get(key))).code).toBe("STO043");
    await rm(evidence.pathOf(key));
    expect(await refusal(() => evidence.get(key))).toMatchObject({
      code: "STO042",
      kind: "environment",
    });
    await evidence.put(bytes, "png");
    expect(Buffer.from(await evidence.get(key)).toString()).toBe("証拠");
  });

  const hash = hashOf("x");
  it.each([
    "",
    "../../etc/passwd",
    `sha256-${hash}.png/../../../x`,
    `sha256-${hash}.png\0.txt`,
    `sha256-${hash.toUpperCase()}.png`,
    `sha256-${hash}`,
    `sha256-${hash}.`,
    `sha256-${hash}.png\n`,
    `sha256-${hash}.tar.gz`,
    `sha256-${hash.slice(1)}.png`,
    `C:\\sha256-${hash}.png`,
  ])("refuses the key %j", async (key) => {
    const evidence = await evidenceIn(await freshFolder());
    expect((await refusal(() => evidence.pathOf(key))).code).toBe("STO041");
    expect((await refusal(() => evidence.get(key))).code).toBe("STO041");
  });

  it.each(["", "p/ng", "..", "PNG", "toolongext", "画像"])(
    "refuses the extension %j",
    async (extension) => {
      const evidence = await evidenceIn(await freshFolder());
      const put = () => evidence.put(Buffer.from("x"), extension);
      expect((await refusal(put)).code).toBe("STO041");
    },
  );

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

/** What every place of evidence promises: call it with a function that opens an empty one. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { EvidenceStore } from "../../store/index.ts";
import { hashOf, refusal } from "../support/store-world.ts";

export function evidenceContract(driver: string, open: () => Promise<EvidenceStore>): void {
  describe(`evidence contract: ${driver}`, { timeout: 30_000 }, () => {
    it("gives a key that tells the content, the same bytes back, and a file to read them from", async () => {
      const evidence = await open();
      const key = await evidence.put(Buffer.from("画像"), "png");
      expect(key).toBe(`sha256-${hashOf("画像")}.png`);
      expect(Buffer.from(await evidence.get(key)).toString()).toBe("画像");
      expect(await readFile(await evidence.fileOf(key), "utf8")).toBe("画像");
      expect(await evidence.holds(key)).toBe(true);
      await evidence.check();
    });

    it("lists what is there, each once, and nothing that was erased", async () => {
      const evidence = await open();
      expect(await evidence.list()).toEqual([]);
      const keys: string[] = [];
      for (const text of ["a", "b", "c", "a"])
        keys.push(await evidence.put(Buffer.from(text), "txt"));
      const [a = "", b = "", c = ""] = keys;
      expect([...(await evidence.list())].sort()).toEqual([a, b, c].sort());
      expect(await evidence.erase(b)).toBe(true);
      expect(await evidence.erase(b)).toBe(false);
      expect(await evidence.holds(b)).toBe(false);
      expect([...(await evidence.list())].sort()).toEqual([a, c].sort());
      expect((await refusal(() => evidence.get(b))).code).toMatch(/^STO04[2]$|^STO050$/u);
      expect(await evidence.put(Buffer.from("b"), "txt")).toBe(b);
      expect(await evidence.holds(b)).toBe(true);
    });

    it("does not hold what nobody has put there", async () => {
      const evidence = await open();
      const key = `sha256-${hashOf("nobody")}.png`;
      expect(await evidence.holds(key)).toBe(false);
      expect(await evidence.erase(key)).toBe(false);
    });

    it("keeps an empty file and one of 5 MB", async () => {
      const evidence = await open();
      for (const bytes of [Buffer.alloc(0), Buffer.alloc(5_000_000, 7)]) {
        const key = await evidence.put(bytes, "bin");
        expect(bytes.equals(Buffer.from(await evidence.get(key)))).toBe(true);
      }
    });

    it("survives ten writers of the same new file at once", async () => {
      const evidence = await open();
      const bytes = Buffer.alloc(200_000, 1);
      const puts = Array.from({ length: 10 }, () => evidence.put(bytes, "png"));
      const [key = ""] = await Promise.all(puts);
      expect(bytes.equals(Buffer.from(await evidence.get(key)))).toBe(true);
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
      const evidence = await open();
      expect((await refusal(() => evidence.fileOf(key))).code).toBe("STO041");
      expect((await refusal(() => evidence.get(key))).code).toBe("STO041");
    });

    it.each(["", "p/ng", "..", "PNG", "toolongext", "画像"])(
      "refuses the extension %j",
      async (extension) => {
        const evidence = await open();
        const put = () => evidence.put(Buffer.from("x"), extension);
        expect((await refusal(put)).code).toBe("STO041");
      },
    );
  });
}

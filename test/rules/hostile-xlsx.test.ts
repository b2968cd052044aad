/** Files that are no workbook, or that want to harm: refused in Japanese, quickly, the process alive. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isBukaError } from "../../core/index.ts";
import { type CalcResults, calcBook, openCheckBook } from "../../rules/index.ts";
import { hostileBooks } from "../support/hostile-books.ts";
import { hostileCheckBooks, plainCheckBook, zipped } from "../support/hostile-check-books.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * Milliseconds of CPU time, so that other work on the machine does not count; twice the limit of two seconds, because cores
 * that are shared compute more slowly. `npm run bench -- hostile-xlsx` measures each file alone, against the limit itself.
 */
const longest = 2 * 2000;
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
describe("hostile workbooks", () => {
  it.each(hostileCheckBooks)("%s is refused", async (name, make, code) => {
    const file = join(folder, `${name.replace(/\W/g, "")}.xlsx`);
    writeFileSync(file, make());
    const started = cpu();
    const error: unknown = await openCheckBook(file).catch((e: unknown) => e);
    expect(cpu() - started).toBeLessThan(longest);
    expect(isBukaError(error) && error.code).toBe(code);
    expect(isBukaError(error) && `${error.message}${error.next}`).toMatch(/[ぁ-ん].*。/s);
    expect(isBukaError(error) && error.message).not.toContain(folder);
  });

  it("are at least 60 with the files of the corpus", () => {
    expect(hostileCheckBooks.length + hostileBooks.length).toBeGreaterThanOrEqual(60);
  });

  it.each(hostileBooks.map((b) => [b.name, b] as const))(
    "%s is refused or computed",
    async (_, b) => {
      const file = join(folder, "corpus.xlsx");
      writeFileSync(file, b.make());
      const memory = process.memoryUsage().rss;
      const started = cpu();
      const outcome: unknown = await calcBook(file).catch((e: unknown) => e);
      expect(cpu() - started).toBeLessThan(longest);
      expect(process.memoryUsage().rss - memory).toBeLessThan(300 * 1024 * 1024);
      if (outcome instanceof Error) {
        expect(isBukaError(outcome), outcome.stack).toBe(true);
        expect(isBukaError(outcome) && outcome.code).toBe(b.code);
        expect(isBukaError(outcome) && `${outcome.message}${outcome.next}`).toMatch(/[ぁ-ん].*。/s);
        return;
      }
      expect(b.code ?? "none").toBe("none");
      const results = (outcome as CalcResults)["S"] ?? {};
      for (const [cell, value] of Object.entries(b.results ?? {})) {
        const wanted = value === "?" ? { unsupported: expect.any(String) } : value;
        expect(results[cell], cell).toEqual(wanted);
      }
    },
  );

  it("a missing file is named", async () => {
    await expect(calcBook(join(folder, "ない.xlsx"))).rejects.toMatchObject({ code: "RUL001" });
  });

  it("random damage never gives anything but a BukaError or a result", async () => {
    const good = zipped(plainCheckBook);
    let seed = 7;
    const next = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed;
    };
    for (let i = 0; i < 300; i++) {
      const bad = good.slice();
      for (let k = 0; k < 4; k++) bad[next() % bad.length] = next() % 256;
      const file = join(folder, "fuzz.xlsx");
      writeFileSync(file, bad);
      const result: unknown = await openCheckBook(file).catch((e: unknown) => e);
      if (result instanceof Error)
        expect(isBukaError(result), `round ${i}: ${result.stack}`).toBe(true);
    }
  });

  it("cycles, deep nesting and refused functions have no value and say why", async () => {
    const nested = `${"IF(A1=1,1,".repeat(64)}0${")".repeat(64)}`;
    const cells = {
      A1: 5,
      B1: { formula: "C1+1" },
      C1: { formula: "D1" },
      D1: { formula: "B1" },
      E1: { formula: nested },
      F1: { formula: `${"(".repeat(5000)}1${")".repeat(5000)}` },
      G1: { formula: 'WEBSERVICE("http://example.jp")' },
      H1: { formula: "[1]S!A1" },
      I1: { formula: `LEN("${"a".repeat(30_000)}")` },
      J1: { formula: "IFERROR(FOO(1),0)" },
      K1: { formula: `SEARCH("${"*a".repeat(120)}b",REPT("a",30000))` },
      O1: { formula: `COUNTIF(P1,"${"*a".repeat(120)}b")` },
      P1: "a".repeat(30_000),
      L1: { formula: "cmd|'/c calc'!A0" },
      M1: { formula: "IFERROR(B1,0)" },
      N1: { formula: 'HYPERLINK("http://example.jp")' },
    };
    const file = join(folder, "odd.xlsx");
    writeFileSync(file, zipped({ sheets: { S: cells } }));
    const started = cpu();
    const results = await calcBook(file);
    expect(results["S"]).toEqual({
      B1: { unsupported: "cycle" },
      C1: { unsupported: "cycle" },
      D1: { unsupported: "cycle" },
      E1: 0,
      F1: { unsupported: "depth" },
      G1: { unsupported: "WEBSERVICE" },
      H1: { unsupported: "1" },
      I1: 30_000,
      J1: { unsupported: "FOO" },
      K1: { error: "#VALUE!" },
      O1: 0,
      L1: { unsupported: "|" },
      M1: { unsupported: "cycle" },
      // A link is only its text here: nothing is opened.
      N1: "http://example.jp",
    });
    expect(cpu() - started).toBeLessThan(longest);
  });
});

/** Files that are no workbook, or that want to harm: refused in Japanese, quickly, the process alive. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { isBukaError } from "../../core/index.ts";
import { type CalcResults, calcBook, openCheckBook } from "../../rules/index.ts";
import { hostileBooks } from "../support/hostile-books.ts";
import { type TestBook, xlsxParts } from "../support/xlsx-file.ts";

const folder = mkdtempSync(join(tmpdir(), "buka-hostile-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The limits are those of an idle machine; suites share theirs. */
const slowMachine = 5;
const plain: TestBook = {
  sheets: { 案件: { A1: "氏名", B1: "確認：氏名", B2: { formula: 'A2<>""' } } },
};
const zipped = (book: TestBook): Uint8Array => zipSync(xlsxParts(book));
const withParts = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipped({ ...plain, parts });

/** A zip with one stored part whose directory claims another size. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint16(at + 10, true) === 8)
      view.setUint32(at + 24, size, true);
  }
  return copy;
}

/** A part that really inflates to 24 MiB though its directory says 900 kB. */
const hidden = (): Uint8Array =>
  lying(withParts({ "xl/sharedStrings.xml": new Uint8Array(24 * 1024 * 1024).fill(32) }), 900_000);
const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

const files: readonly [string, () => Uint8Array, string][] = [
  ["an empty file", () => new Uint8Array(0), "RUL002"],
  ["a PDF with another name", () => new TextEncoder().encode("%PDF-1.7 …"), "RUL002"],
  ["a plain zip", () => zipSync({ "a.txt": new Uint8Array([1]) }), "RUL002"],
  ["a CSV with another name", () => new TextEncoder().encode("氏名,口座番号\r\n"), "RUL002"],
  [
    "a password or an old .xls",
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    "RUL003",
  ],
  ["a macro", () => withParts({ "xl/vbaProject.bin": "x" }), "RUL004"],
  [
    "an xlsm by its type",
    () => withParts({ "[Content_Types].xml": "<Types>macroEnabled</Types>" }),
    "RUL004",
  ],
  ["an Excel 4 macro sheet", () => withParts({ "xl/macrosheets/sheet1.xml": "<x/>" }), "RUL004"],
  ["ActiveX", () => withParts({ "xl/activeX/activeX1.bin": "x" }), "RUL004"],
  ["1 GiB in one part", () => lying(zipped(plain), 1024 * 1024 * 1024), "RUL005"],
  [
    "99 MiB in each part",
    () => lying(withParts({ "xl/media/a.bin": new Uint8Array(9) }), 99 * 1024 * 1024),
    "RUL005",
  ],
  ["a bomb with a false directory", hidden, "RUL006"],
  [
    "a bomb by ratio",
    () => withParts({ "xl/media/a.bin": new Uint8Array(20 * 1024 * 1024) }),
    "RUL005",
  ],
  [
    "2,001 parts",
    () => withParts(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`p/${i}`, "x"]))),
    "RUL005",
  ],
  ["sizes that lie", () => lying(zipped(plain), 10), "RUL006"],
  ["a truncated file", () => zipped(plain).slice(0, 900), "RUL006"],
  ["a cut in the directory", () => zipped(plain).slice(0, -8), "RUL006"],
  [
    "a sheet that is no XML",
    () => withParts({ "xl/worksheets/sheet1.xml": "<worksheet><row></worksheet" }),
    "RUL006",
  ],
  [
    "a DTD",
    () => withParts({ "xl/worksheets/sheet1.xml": `${doctype}<worksheet>&b;</worksheet>` }),
    "RUL006",
  ],
  [
    "an unknown entity",
    () => withParts({ "xl/worksheets/sheet1.xml": "<worksheet><c><v>&x;</v></c></worksheet>" }),
    "RUL006",
  ],
  [
    "another encoding",
    () => withParts({ "xl/worksheets/sheet1.xml": new Uint8Array([0xff, 0xfe, 0x3c, 0]) }),
    "RUL006",
  ],
  [
    "a link to another book",
    () => withParts({ "xl/externalLinks/externalLink1.xml": "<x/>" }),
    "RUL007",
  ],
  ["a data connection", () => withParts({ "xl/connections.xml": "<x/>" }), "RUL007"],
];

describe("hostile workbooks", () => {
  it.each(files)("%s is refused", async (name, make, code) => {
    const file = join(folder, `${name.replace(/\W/g, "")}.xlsx`);
    writeFileSync(file, make());
    const started = performance.now();
    const error: unknown = await openCheckBook(file).catch((e: unknown) => e);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(isBukaError(error) && error.code).toBe(code);
    expect(isBukaError(error) && `${error.message}${error.next}`).toMatch(/[ぁ-ん].*。/s);
    expect(isBukaError(error) && error.message).not.toContain(folder);
  });

  it("are at least 60 with the files of the corpus", () => {
    expect(files.length + hostileBooks.length).toBeGreaterThanOrEqual(60);
  });

  it.each(hostileBooks.map((b) => [b.name, b] as const))(
    "%s is refused or computed",
    async (_, b) => {
      const file = join(folder, "corpus.xlsx");
      writeFileSync(file, b.make());
      const memory = process.memoryUsage().rss;
      const started = performance.now();
      const outcome: unknown = await calcBook(file).catch((e: unknown) => e);
      expect(performance.now() - started).toBeLessThan(slowMachine * 2000);
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
    const good = zipped(plain);
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
    const started = performance.now();
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
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

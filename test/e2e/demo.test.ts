/** The demo as a new user runs it, twice: the finance database equals the truth and nothing is entered again. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buka, emptyFolder, projectRoot } from "../support/program.ts";

interface DemoDocument {
  readonly counts: Readonly<Record<string, number>>;
  readonly cases: readonly {
    readonly file: string;
    readonly page: number;
    readonly state: string;
    readonly reason: { readonly message: string; readonly next: string } | null;
    readonly asked: readonly string[];
  }[];
  readonly reports: readonly string[];
  readonly rows: number;
  readonly mismatches: readonly unknown[];
  readonly lostPages: number;
  readonly presses: number;
}

interface Truth {
  readonly file: string;
  readonly page: number;
  readonly expect: "enter" | "ask" | "return";
}

async function readTruth(): Promise<readonly Truth[]> {
  const file = join(
    projectRoot,
    "scenarios",
    "library",
    "creditor-account",
    "samples",
    "truth.json",
  );
  return JSON.parse(await readFile(file, "utf8")) as readonly Truth[];
}

describe("npm run demo", () => {
  it("enters what can be entered, explains the rest, and enters nothing twice", async () => {
    const folder = await emptyFolder();
    const words = ["demo", "--workspace", join(folder, "work"), "--json"];
    const first = await buka(words, { folder });
    expect(first.err).not.toContain("CLI999");
    expect(first.code, first.err).toBe(0);
    const document = JSON.parse(first.out) as DemoDocument;
    const truth = await readTruth();
    expect(document).toMatchObject({ mismatches: [], lostPages: 0, rows: document.counts["done"] });
    expect(document.presses).toBe(document.rows);
    expect(document.cases).toHaveLength(truth.length);
    // Doubt goes to a person (a name with 郎 may be 郞); these few pages must go through whatever else changes.
    expect(document.rows).toBeGreaterThanOrEqual(7);
    for (const c of document.cases) {
      const page = truth.find((t) => t.file.endsWith(c.file) && t.page === c.page);
      if (page?.expect === "return") expect(c.state, `${c.file} ${c.page}`).not.toBe("done");
      if (c.state === "returned") expect(c.reason?.message).toMatch(/[。？]$/);
      if (c.state === "awaiting-review") expect(c.asked.length).toBeGreaterThan(0);
    }
    for (const report of document.reports)
      expect((await readFile(report)).length).toBeGreaterThan(1000);

    const second = await buka(words, { folder });
    expect(second.code, second.err).toBe(0);
    const again = JSON.parse(second.out) as DemoDocument;
    expect(again.cases).toHaveLength(document.cases.length);
    // The second run's clerk answers one more page; nothing that was entered is entered again.
    expect(again.presses).toBe(again.rows);
    expect(again.rows - document.rows).toBeLessThanOrEqual(1);
  }, 400_000);
});

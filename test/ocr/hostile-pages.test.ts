/** Files that no scanner should send: refused in Japanese or read, quickly, and the next file is none the worse. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBukaError } from "../../core/index.ts";
import { createNullReaders } from "../../ocr/engines/null-engine.ts";
import { createPageReader, type PageReader } from "../../ocr/index.ts";
import { type HostileFile, hostileFiles, makeOddPlaces } from "../support/hostile/corpus.ts";

let folder = "";
let reader: PageReader;
let goodPage = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-hostile-"));
  reader = await createPageReader({ readers: () => Promise.resolve(createNullReaders()) });
  goodPage = join(folder, "good.png");
  const paper = { width: 200, height: 280, channels: 3 as const, background: "#fff" };
  await sharp({ create: paper }).png().toFile(goodPage);
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

/** What `buka read` does with one file. */
async function outcomeOf(path: string): Promise<"read" | "refused"> {
  try {
    const pages = Math.min(3, await reader.countPages(path));
    for (let page = 1; page <= pages; page++) await reader.readPage(path, page, [], {});
    return "read";
  } catch (error) {
    if (!isBukaError(error)) throw error;
    expect(error.code).toMatch(/^OCR\d{3}$/u);
    expect(error.message).toMatch(/[ぁ-ん].*。$/u);
    expect(error.next).toMatch(/。$/u);
    // Names cannot write over the screen, and folders stay private.
    expect(`${error.message}${JSON.stringify(error.place)}`).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
    expect(error.message).not.toContain(folder);
    return "refused";
  }
}

async function judge(file: HostileFile): Promise<void> {
  const path = join(folder, file.name);
  await writeFile(path, await file.bytes());
  const outcome = await outcomeOf(path);
  if (file.expect !== "either") expect(outcome).toBe(file.expect);
}

/** Costly ones, and every one that only repeats another, are for `npm run bench -- hostile-pages`. */
const costly =
  /^(?:pages-|bomb-|page-and-zip|late-header|font-of|ten-mega|paper-(?!giant)|many-scans)/u;
const families = hostileFiles.filter(
  (f, i) =>
    f.expect !== "either" && !costly.test(f.name) && (!f.name.endsWith(".pdf") || i % 4 === 0),
);
const rows = hostileFiles.filter(
  (f, i) => f.expect === "either" && /-cut-/u.test(f.name) && i % 12 === 0,
);

describe("the corpus", () => {
  it("has at least 250 files with names of their own", () => {
    expect(hostileFiles.length).toBeGreaterThanOrEqual(250);
    expect(new Set(hostileFiles.map((f) => f.name)).size).toBe(hostileFiles.length);
  });
});

describe("a hostile file", () => {
  it.each(families)("$name is $expect", judge);
  it.each(rows)("$name harms nobody", judge);
});

describe("what is no file", () => {
  it("is refused without waiting for it", async () => {
    for (const place of await makeOddPlaces(folder)) {
      expect({ path: place.path, outcome: await outcomeOf(place.path) }).toEqual({
        path: place.path,
        outcome: place.expect,
      });
    }
  });
});

describe("a good page after them all", () => {
  it("is read as ever", async () => {
    expect(await reader.readPage(goodPage, 1, [], {})).toMatchObject({ kind: "blank" });
  });
});

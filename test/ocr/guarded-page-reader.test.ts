/** What the guard does with a reading thread that hangs, crashes or refuses; and the real thread on one page. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createGuardedPageReader } from "../../ocr/guarded-page-reader.ts";
import type { PageReader } from "../../ocr/page-reading.ts";
import { projectRoot } from "../support/program.ts";

const program = join(import.meta.dirname, "..", "fixtures", "page-threads", "moody.mjs");

let reader: PageReader | null = null;
afterEach(() => reader?.close());

const guarded = (pageSeconds = 20): PageReader => {
  reader = createGuardedPageReader({ program, pageSeconds });
  return reader;
};

describe("a guarded page reader", () => {
  it("passes orders and answers on", async () => {
    const pages = guarded();
    expect(await pages.countPages("a.pdf")).toBe(3);
    expect(await pages.readPage("a.pdf", 2, [], {})).toMatchObject({ kind: "blank", page: 2 });
  });

  it("gives an error of the thread as the same error", async () => {
    await expect(guarded().countPages("refuse.pdf")).rejects.toMatchObject({
      code: "OCR001",
      kind: "input",
      next: "確かめる",
      place: { file: "refuse.pdf" },
    });
  });

  it("ends a page that never comes back, and reads the next one", async () => {
    const pages = guarded(1);
    const lost = pages.readPage("/tray/hang.pdf", 7, [], {});
    const after = pages.readPage("b.pdf", 1, [], {});
    await expect(lost).rejects.toMatchObject({
      code: "OCR028",
      retryable: true,
      place: { file: "hang.pdf", page: 7 },
    });
    expect(await after).toMatchObject({ kind: "blank" });
  });

  it.each(["crash.pdf", "throw.pdf"])(
    "loses only the page at which the thread dies: %s",
    async (file) => {
      const pages = guarded();
      await expect(pages.readPage(file, 1, [], {})).rejects.toMatchObject({ code: "OCR029" });
      expect(await pages.readPage("b.pdf", 1, [], {})).toMatchObject({ kind: "blank" });
    },
  );

  it("says that it is closed", async () => {
    const pages = guarded();
    await pages.close();
    await expect(pages.countPages("a.pdf")).rejects.toMatchObject({ code: "OCR017" });
  });
});

describe("the thread itself", () => {
  const compiled = join(projectRoot, "dist", "ocr", "page-thread.js");
  it.skipIf(!existsSync(compiled))("refuses a missing file in its own words", async () => {
    reader = createGuardedPageReader({ program: compiled });
    await expect(reader.countPages("/nowhere/page.pdf")).rejects.toMatchObject({ code: "OCR001" });
  });
});

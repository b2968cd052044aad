/** Pages without a template: how they lie, where their lines are, what belongs together. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Grey } from "../../ocr/image/grey.ts";
import {
  createWholeReader,
  parseForm,
  printForm,
  type TextLine,
  type WholePage,
  wholeOverlay,
} from "../../ocr/index.ts";
import { openPdf } from "../../ocr/intake/pdf-pages.ts";
import { howItLies } from "../../ocr/whole-page/lay-straight.ts";
import { pairLines } from "../../ocr/whole-page/pair-lines.ts";
import { readersOf, recordedEngine } from "../support/ocr-engines.ts";

let folder = "";
let file = "";
let page: Grey;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-whole-"));
  const yaml = "scenarios/library/creditor-account/form.yaml";
  const parsed = parseForm(await readFile(yaml, "utf8"), yaml);
  if (!parsed.ok) throw new RangeError("form.yaml");
  const values = { 申請区分: "新規", 氏名: "株式会社みほん電設", 口座番号: "0123456" };
  const pdf = await printForm(parsed.value, [values]);
  file = join(folder, "page.pdf");
  await writeFile(file, pdf);
  const source = await openPdf(pdf, "page.pdf");
  page = await source.render(1);
  source.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function turned(degrees: number): Promise<Grey> {
  const raw = { width: page.width, height: page.height, channels: 1 as const };
  const { data, info } = await sharp(Buffer.from(page.data), { raw })
    .rotate(degrees, { background: "#fff" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

describe("a page without marks", () => {
  it.each([
    { degrees: 2, skew: 2, sideways: false },
    { degrees: -3.5, skew: -3.5, sideways: false },
    { degrees: 90, skew: 0, sideways: true },
  ])("that lies at $degrees degrees is understood", async ({ degrees, skew, sideways }) => {
    const lay = howItLies(await turned(degrees));
    expect(lay.sideways).toBe(sideways);
    expect(Math.abs(lay.skew - skew)).toBeLessThan(0.4);
  });
});

describe("a whole page", () => {
  let whole: WholePage;

  async function read(answers: readonly string[]): Promise<WholePage> {
    const engine = recordedEngine("any", answers);
    const readers = readersOf([engine, engine], [engine, engine]);
    const reader = createWholeReader({ readers: () => Promise.resolve(readers) });
    try {
      return await reader.readWhole(file, 1);
    } finally {
      await reader.close();
    }
  }

  beforeAll(async () => {
    whole = await read(["文"]);
  });

  it("is cut into its lines: captions, boxes of digits as one, choices with their marks", () => {
    expect(whole).toMatchObject({ page: 1, turn: 0, dpi: 200, privateNumber: false });
    expect(whole.lines.length).toBeGreaterThan(45);
    expect(whole.lines.length).toBeLessThan(90);
    // Seven boxes of 口座番号 are one line about as wide as they.
    const account = whole.lines.filter((l) => l.box.width > 180 && l.box.x > 900);
    expect(account.some((l) => l.box.y > 1350 && l.box.y < 1600)).toBe(true);
    const ticks = whole.lines.map((l) => l.text[0]);
    expect(ticks.filter((t) => t === "☑")).toHaveLength(1);
    expect(ticks.filter((t) => t === "□")).toHaveLength(10);
    for (const { box } of whole.lines) expect(box.x + box.width).toBeLessThanOrEqual(1660);
  });

  it("gives a picture with its lines marked", async () => {
    const overlay = await wholeOverlay(whole);
    const { width, channels } = await sharp(overlay ?? Buffer.alloc(0)).metadata();
    expect({ width, channels }).toEqual({ width: 1653, channels: 3 });
  });

  it("with a 個人番号 keeps neither its digits nor a picture", async () => {
    const found = await read(["個人番号 1234 5678 9018"]);
    expect(found).toMatchObject({ privateNumber: true, image: null });
    expect(JSON.stringify(found)).not.toContain("9018");
    expect(await wholeOverlay(found)).toBeNull();
  });

  it("has the pages that the file has", async () => {
    const reader = createWholeReader({ readers: () => Promise.reject(new RangeError("unused")) });
    expect(await reader.countPages(file)).toBe(1);
    await expect(reader.readWhole(file, 2)).rejects.toMatchObject({ code: "OCR012" });
    await reader.close();
  });
});

describe("captions and values", () => {
  const line = (text: string, x: number, y: number, width = text.length * 24): TextLine => ({
    text,
    confidence: 0.9,
    box: { page: 1, x, y, width, height: 24 },
  });
  const pairs = (lines: readonly TextLine[]) => pairLines(lines).map((p) => [p.key, p.value]);

  it.each([
    {
      name: "side by side",
      lines: [line("氏名", 50, 100), line("見本 太郎", 200, 102)],
      found: [["氏名", "見本 太郎"]],
    },
    {
      name: "one below the other",
      lines: [line("請求額", 50, 100), line("135,795", 60, 140)],
      found: [["請求額", "135,795"]],
    },
    {
      name: "with a colon",
      lines: [line("電話:090-0000-0000", 50, 100)],
      found: [["電話", "090-0000-0000"]],
    },
    {
      name: "choices of one row",
      lines: [
        line("区分", 50, 100),
        line("□個人", 200, 100),
        line("☑法人", 330, 100),
        line("担当", 600, 100),
        line("12", 700, 100),
      ],
      found: [
        ["区分", "□個人 ☑法人"],
        ["担当", "12"],
      ],
    },
    { name: "too far away", lines: [line("氏名", 50, 100), line("見本", 900, 100)], found: [] },
    {
      name: "numbers are no captions",
      lines: [line("2026", 50, 100), line("見本", 160, 100)],
      found: [],
    },
  ])("$name", ({ lines, found }) => {
    expect(pairs(lines)).toEqual(found);
  });
});

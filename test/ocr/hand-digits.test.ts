/** Handwritten digits in boxes: cut box by box with the lines of the form, proposed by one reader, a person looks. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCalibration } from "../../ocr/calibration.ts";
import { handGlyph } from "../../ocr/crops/hand-glyph.ts";
import { cut, type Grey, type Rect } from "../../ocr/image/grey.ts";
import { createPageReader, type Form, type PageReader } from "../../ocr/index.ts";
import { cell, codesOf, draftOf, says, sure } from "../support/hand-field.ts";
import { blankPage, handForm, writtenPage } from "../support/hand-page.ts";
import { recordedEngine } from "../support/ocr-engines.ts";
import { distort, type Quality } from "../support/samples/distort.ts";
import { sampleFont } from "../support/samples/fonts.ts";

const font = sampleFont("Zen Old Mincho").file;
const written = { 口座: "0572839", 金額: "   180462", 日付: " 81123" };
const truth = { 口座: "0572839", 金額: "180462", 日付: "2026-11-23" };

describe("a page with digits by hand", () => {
  let folder = "";
  let form: Form;
  let blank: Buffer;
  let reader: PageReader;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "buka-digits-"));
    form = handForm({ 口座: "口座番号", 金額: "金額", 日付: "日付" });
    blank = await blankPage(form);
    reader = await createPageReader();
  }, 60_000);
  afterAll(async () => {
    await reader.close();
    await rm(folder, { recursive: true });
  });

  async function fieldsOf(quality: Quality, size: number) {
    const page = await writtenPage(blank, { form, font, seed: 8, size }, written);
    const { bytes, extension } = await distort(page, quality, 8);
    const file = join(folder, `${quality}-${size}.${extension}`);
    await writeFile(file, bytes);
    const read = await reader.readPage(file, 1, [form], {});
    if (read.kind !== "form") throw new RangeError(read.reason.message);
    return read.fields;
  }

  // At 1.3 the digits touch the lines above and below them.
  it.each([
    ["clean", 0.9],
    ["clean", 1.3],
    ["scan200", 1.3],
    ["fax200", 0.9],
    ["fax200", 1.3],
  ] as const)("is proposed as written: %s, size %d", { timeout: 60_000 }, async (quality, size) => {
    const fields = Object.entries(await fieldsOf(quality, size));
    expect(Object.fromEntries(fields.map(([name, f]) => [name, f.value]))).toEqual(truth);
    for (const [, f] of fields) {
      expect(f.accepted).toBe(false);
      expect(f.readers.map((r) => r.name)).toEqual(["buka-glyphs"]);
      expect(codesOf(f).filter((c) => c !== "handwriting" && c !== "unsure")).toEqual([]);
    }
  });
});

const box: Rect = { x: 30, y: 40, width: 94, height: 94 };

/** A sheet with one ruled box, and `ink` painted on it. */
function sheetWith(thick: number, ...ink: readonly Rect[]) {
  const page: Grey = { data: new Uint8Array(160 * 180).fill(255), width: 160, height: 180 };
  const half = Math.floor(thick / 2);
  const level = { x: 0, width: 160, height: thick };
  const upright = { y: box.y - half, width: thick, height: box.height + thick };
  const rects = [
    { ...level, y: box.y - half },
    { ...level, y: box.y + box.height - half },
    { ...upright, x: box.x - half },
    { ...upright, x: box.x + box.width - half },
    ...ink,
  ];
  for (const { x, y, width, height } of rects) {
    for (let row = y; row < y + height; row++) {
      page.data.fill(30, row * page.width + x, row * page.width + x + width);
    }
  }
  return { cut: (rect: Rect) => cut(page, rect) };
}

describe("the ink of one box", () => {
  it.each([3, 5, 8])("is none where nothing but lines %d pixels thick cross", (thick) => {
    expect(handGlyph(sheetWith(thick), box)).toBeNull();
  });

  it("is none where a fax frayed a line", () => {
    const frayed = { x: 70, y: 34, width: 3, height: 12 };
    expect(handGlyph(sheetWith(5, frayed), box)).toBeNull();
  });

  it("is a stroke that touches a line, and nobody need ask whose it is", () => {
    const stroke = { x: 76, y: 60, width: 6, height: 76 };
    expect(handGlyph(sheetWith(3, stroke), box)?.around).toMatchObject({ cutOff: false });
  });

  it("is known not to be all that was written where it runs on above the box", () => {
    const stroke = { x: 76, y: 5, width: 6, height: 100 };
    expect(handGlyph(sheetWith(3, stroke), box)?.around).toMatchObject({ cutOff: true });
  });

  it("does not hold what a neighbour wrote beyond the line", () => {
    const beside = { x: 126, y: 60, width: 8, height: 50 };
    expect(handGlyph(sheetWith(3, beside), box)).toBeNull();
  });
});

const signs = (text: string) => [...text].map(sure);
const doubtful = (at: number, ...candidates: readonly string[]) => ({
  text: candidates[0] ?? "",
  confidence: 0.6,
  box: cell(at),
  candidates,
});

describe("the reader of boxes", () => {
  it("alone proposes; readers of lines are not asked", async () => {
    const draft = await draftOf({
      hand: says(...signs("0572839")),
      boxes: "0572839",
      type: "account-number",
    });
    expect(draft.value).toBe("0572839");
    expect(codesOf(draft)).toEqual(["handwriting"]);
  });

  it("that is not sure of a digit gives candidates at its place in the value", async () => {
    const hand = says(...signs("057"), doubtful(3, "7", "1", "2"), ...signs("    839").slice(4));
    const account = await draftOf({ hand, boxes: "0577839", type: "account-number" });
    expect(codesOf(account)).toEqual(["unsure", "handwriting"]);
    expect(account.doubts).toEqual([{ at: 3, candidates: ["7", "1", "2"] }]);
    const day = says(...signs("08"), doubtful(2, "1", "0"), ...signs("   123").slice(3));
    const date = await draftOf({ hand: day, boxes: "081123", type: "date" });
    expect(date.value).toBe("2026-11-23");
    expect(date.doubts).toEqual([{ at: 5, candidates: ["1", "0"] }]);
  });

  it("whose digits cannot be: the only ones that can are proposed, and the reason stays", async () => {
    const hand = says(...signs("08"), doubtful(2, "7", "1", "9"), ...signs("   123").slice(3));
    const draft = await draftOf({ hand, boxes: "087123", type: "date" });
    expect(draft.value).toBe("2026-11-23");
    expect(codesOf(draft)).toEqual(["not-a-date", "unsure", "handwriting"]);
  });

  it("that finds no sign in a box leaves it empty: a speck without a word, more ink never", async () => {
    const hand = says(...signs(" 572").slice(1));
    const world = { hand, boxes: "x572", type: "amount" } as const;
    const speck = await draftOf({ ...world, specks: [0] });
    expect([speck.value, codesOf(speck)]).toEqual(["572", ["handwriting"]]);
    const more = await draftOf(world);
    expect([more.value, codesOf(more)]).toEqual(["572", ["missed-ink", "handwriting"]]);
  });

  it("sees a 個人番号 in twelve boxes and a speck", async () => {
    const hand = says(...signs("123456789018"));
    const boxes = "123456789018x";
    const draft = await draftOf({ hand, boxes, type: "corporate-number", specks: [12] });
    expect(draft.private).toBe(true);
  });

  it("goes on without a person where an office measured it, and a second reader says the same", async () => {
    const calibration = {
      ...openCalibration(null),
      hand: { "recorded/hand": { least: 0.9, agreed: 200, wrong: 0, asked: 1 } },
    };
    const hand = says(...signs("0572839"));
    const world = { hand, boxes: "0572839", type: "account-number", calibration } as const;
    const { ref } = recordedEngine("second", []);
    const same = { ...hand, ref };
    expect(codesOf(await draftOf({ ...world, second: same }))).toEqual([]);
    const other = { ...says(...signs("0572889")), ref };
    expect(codesOf(await draftOf({ ...world, second: other }))).toEqual(["readers-differ"]);
  });
});

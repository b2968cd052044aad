/** Handwritten kana in boxes: our own recogniser proposes, a person always looks, and print goes the way it went. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseReaders, openReaders } from "../../ocr/engines/readers.ts";
import { createPageReader, type Form, type PageReader, printForm } from "../../ocr/index.ts";
import { codesOf, draftOf, says, sure } from "../support/hand-field.ts";
import { blankPage, handForm, writtenPage } from "../support/hand-page.ts";
import { crashingEngine } from "../support/ocr-engines.ts";
import { sampleFont } from "../support/samples/fonts.ts";

/** No net of handwriting was trained on it; every sign is turned and sized by itself. */
const font = sampleFont("Zen Old Mincho").file;

const written = {
  カナ1: "ヤナセ ミサキ",
  カナ2: "ハセガワ ショウ",
  名義1: "カ）ミホンデンセツ",
  名義2: "ワタナベ ジユンイチ",
};
const truth = {
  カナ1: "ヤナセ ミサキ",
  カナ2: "ハセガワ ショウ",
  名義1: "ｶ)ﾐﾎﾝﾃﾞﾝｾﾂ",
  名義2: "ﾜﾀﾅﾍﾞ ｼﾞﾕﾝｲﾁ",
};

let folder = "";
let form: Form;
let blank: Buffer;
let reader: PageReader;

async function read(values: Readonly<Record<string, string>>, as = form) {
  const file = join(folder, "page.png");
  await writeFile(file, await writtenPage(blank, { form, font, seed: 5 }, values));
  return reader.readPage(file, 1, [as], {});
}

describe("a page with kana by hand", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "buka-hand-"));
    form = handForm({
      カナ1: "フリガナ",
      カナ2: "フリガナ",
      名義1: "口座名義カナ",
      名義2: "口座名義カナ",
    });
    blank = await blankPage(form);
    reader = await createPageReader();
  }, 60_000);
  afterAll(async () => {
    await reader.close();
    await rm(folder, { recursive: true });
  });

  it("is proposed as written, and a person looks at every field", { timeout: 60_000 }, async () => {
    const page = await read(written);
    if (page.kind !== "form") throw new RangeError(page.reason.message);
    const fields = Object.entries(page.fields);
    const values = Object.fromEntries(fields.map(([name, f]) => [name, f.value]));
    expect(values).toEqual(truth);
    for (const [, f] of fields) {
      expect(f.accepted).toBe(false);
      expect(f.readers.map((r) => r.name)).toEqual(["buka-glyphs"]);
      expect(codesOf(f)).toContain("handwriting");
      // Ink that merely touches a line is nothing to ask about, nor that one reader contradicts another.
      const others = codesOf(f).filter((c) => !["handwriting", "unsure"].includes(c));
      expect(others).toEqual([]);
    }
  });

  it("whose form calls it print is read by the two readers of lines, blanks kept", async () => {
    const fields = form.fields.map((f) => ({ ...f, writing: "print" as const }));
    const page = await read({ 名義1: written.名義1, カナ1: written.カナ1 }, { ...form, fields });
    if (page.kind !== "form") throw new RangeError(page.reason.message);
    const names = page.fields["名義1"]?.readers.map((r) => r.name);
    expect(names?.[0]).toBe("tesseract/jpn-standard");
    expect(names).not.toContain("buka-glyphs");
    expect(page.fields["カナ1"]?.value).toBe(truth.カナ1);
  });

  it("that our kit filled in itself keeps the blanks between its boxes", async () => {
    const file = join(folder, "printed.pdf");
    await writeFile(file, await printForm(form, [{ カナ1: "ハセガワ ショウ" }]));
    const fields = form.fields.map((f) => ({ ...f, writing: "print" as const }));
    const page = await reader.readPage(file, 1, [{ ...form, fields }], {});
    if (page.kind !== "form") throw new RangeError(page.reason.message);
    expect(page.fields["カナ1"]?.value).toBe("ハセガワ ショウ");
  });

  it("goes to a person though its text layer and another field say the same", async () => {
    const pair = handForm({ カナ: "フリガナ", 名義: "口座名義カナ" });
    const fields = pair.fields.map((f) =>
      f.name === "名義" ? { ...f, writing: "print" as const } : f,
    );
    const values = { カナ: "ミホン ハナコ", 名義: "ﾐﾎﾝ ﾊﾅｺ" };
    const file = join(folder, "agreeing.pdf");
    await writeFile(file, await printForm(pair, [values]));
    const page = await reader.readPage(file, 1, [{ ...pair, fields }], {});
    if (page.kind !== "form") throw new RangeError(page.reason.message);
    expect(page.fields["名義"]).toMatchObject({ value: values.名義, accepted: true });
    expect(page.fields["カナ"]).toMatchObject({
      value: values.カナ,
      accepted: false,
      reasons: [{ code: "handwriting" }],
    });
  });

  it("is refused when a 個人番号 stands in the boxes", async () => {
    const page = await read({ カナ1: "123456789018" });
    expect(page).toMatchObject({ kind: "private-number" });
    expect(page).not.toHaveProperty("fields");
  });
});

describe("one reader of boxes", () => {
  it("is enough to be asked: one alone is no contradiction", async () => {
    const hand = says(sure("ミ", 0), sure("ホ", 1), sure("ン", 2), sure("ハ", 3), sure("ナ", 4));
    const draft = await draftOf({ hand, boxes: "ミホン ハナ" });
    expect(draft.value).toBe("ミホン ハナ");
    expect(codesOf(draft)).toEqual(["handwriting"]);
    expect(draft.doubts).toEqual([]);
  });

  it("gives candidates for the signs that it is not sure of, at their places in the value", async () => {
    const sonata = says(
      sure("ミ", 0),
      { ...sure("ソ", 1), confidence: 0.7, candidates: ["ソ", "ン", "リ"] },
      { ...sure("ガ", 2), confidence: 0, candidates: ["ガ", "カ", ""] },
      sure("タ", 3),
      sure("ナ", 4),
    );
    const kana = await draftOf({ hand: sonata, boxes: "ミ ソガタナ" });
    expect(codesOf(kana)).toEqual(["unsure", "handwriting"]);
    expect(kana.doubts).toEqual([
      { at: 2, candidates: ["ソ", "ン", "リ"] },
      { at: 3, candidates: ["ガ", "カ", ""] },
    ]);
    const holder = await draftOf({ hand: sonata, boxes: "ミ ソガタナ", type: "account-kana" });
    expect(holder.value).toBe("ﾐ ｿｶﾞﾀﾅ");
    expect(holder.doubts[0]).toEqual({ at: 2, candidates: ["ｿ", "ﾝ", "ﾘ"] });
  });

  it("that takes a kana for a letter, but is not sure, proposes the kana", async () => {
    const doubtful = { ...sure("L", 0), confidence: 0.6, candidates: ["L", "レ", "ー"] };
    const hand = says(doubtful, sure("イ", 1), sure("A", 2));
    const draft = await draftOf({ hand, boxes: "レイA", type: "account-kana" });
    expect(draft.value).toBe("ﾚｲA");
    expect(draft.doubts).toEqual([{ at: 0, candidates: ["ﾚ", "L", "-"] }]);
  });

  it("tells no sizes: the sounds of Japanese do, then the ink", async () => {
    // All cells are of one size, ゥ among them.
    const signs = [..."サイトウシヨウヤ"].map(sure);
    const draft = await draftOf({ hand: says(...signs), boxes: "サイトウ シヨウヤ" });
    expect(draft.value).toBe("サイトウ ショウヤ");
  });

  it("that leaves a filled box out is said so, and the blanks stay where they are", async () => {
    const hand = says(sure("ミ", 0), sure("ホ", 1), sure("ナ", 3));
    for (const type of ["kana", "account-kana"] as const) {
      const draft = await draftOf({ hand, boxes: "ミホ ンナ", type });
      expect(draft.value.normalize("NFKC")).toBe("ミホ ナ");
      expect(codesOf(draft)).toEqual(["missed-ink", "handwriting"]);
    }
  });

  it("that reads nothing leaves the field to a person; one that breaks is a retryable error", async () => {
    expect(codesOf(await draftOf({ hand: says(), boxes: "ミホン" }))).toEqual([
      "not-read",
      "handwriting",
    ]);
    await expect(draftOf({ hand: crashingEngine(), boxes: "ミホン" })).rejects.toMatchObject({
      code: "OCR013",
    });
  });

  it("is ours, whatever readers an office chose", async () => {
    const choice = chooseReaders("tesseract/eng-best、null", "null、tesseract/jpn-best");
    const readers = await openReaders({ ...choice, umpire: "null" });
    expect(readers.hand.ref.name).toBe("buka-glyphs");
    await readers.close();
  });
});

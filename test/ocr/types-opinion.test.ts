/** The second opinion on single signs: what both readers of lines take for each other, and what then goes to a person. */
import { describe, expect, it } from "vitest";
import { openCalibration } from "../../ocr/calibration.ts";
import type { FieldInk } from "../../ocr/crops/field-ink.ts";
import type { OcrEngine } from "../../ocr/engines/ocr-engine.ts";
import type { FieldType } from "../../ocr/form.ts";
import { createFaceEngine } from "../../ocr/glyphs/glyph-engine.ts";
import { blankGrey, type Grey, paste } from "../../ocr/image/grey.ts";
import { placeChars } from "../../ocr/types/place-chars.ts";
import { readWritten } from "../../ocr/types/read-field.ts";
import { secondOpinions, standIns } from "../../ocr/types/second-opinion.ja.ts";
import { drawnLine } from "../support/drawn-char.ts";
import { readersOf, reading, recordedEngine } from "../support/ocr-engines.ts";

const faces = createFaceEngine();

/** What buka-faces says of every sign of a drawn line when readers wrote `read` there. */
async function opinionsOn(written: string, read: string, type: FieldType = "name") {
  const line = await drawnLine(written);
  // As the readers of lines say it: the middle of every em square.
  const em = 44;
  const from = (line.width - em * [...written].length) / 2;
  const chars = [...read].map((text, i) => ({
    text,
    confidence: 0.99,
    box: { x: from + em * i, y: 20, width: em, height: em },
    line: 0,
  }));
  const places = placeChars(chars, line);
  return secondOpinions(faces, { type, chars, places, lines: [line], coarse: false });
}

describe("buka-faces", () => {
  it.each([
    { written: "シンツソシツ", read: "シンツソシツ", wrong: [] },
    // The dots of a long line are no dirt: センビ for セツビ was taken on, because they were.
    { written: "オオテマチセツビコウギョウ", read: "オオテマチセンビコウギョウ", wrong: [6] },
    { written: "ブプバパ", read: "ブブババ", wrong: [1, 3] },
    { written: "一郎太郎", read: "一郎太郎", wrong: [] },
    { written: "一郞太郎", read: "一郎太郎", wrong: [1] },
    { written: "髙橋黒田", read: "高橋黒田", wrong: [0] },
    { written: "山崎増田", read: "山﨑增田", wrong: [1, 2] },
  ])("$written read as $read", async ({ written, read, wrong }) => {
    const opinions = await opinionsOn(written, read);
    const others = opinions.flatMap((o, i) => (o === "else" ? [i] : []));
    expect(others).toEqual(wrong);
    expect(opinions.filter((o) => o === "unsure").length).toBeLessThanOrEqual(1);
  });
});

describe("what may stand in place of a sign", () => {
  it.each([
    { sign: "ン", holds: ["ツ", "シ", "ソ"] },
    { sign: "髙", holds: ["高"] },
    { sign: "高", holds: ["髙"] },
    { sign: "濵", holds: ["浜", "濱"] },
    { sign: "サ", holds: [] },
  ])("$sign", ({ sign, holds }) => {
    const found = standIns("name", sign);
    expect(found[0]).toBe(sign);
    for (const other of holds) expect(found).toContain(other);
    if (holds.length === 0) expect(found).toEqual([sign]);
  });
});

/** Says of every single sign what it is asked about first, or always the same. */
function umpireThat(says: "the same" | string, confidence = 0.99): OcrEngine {
  return {
    ref: { name: "recorded/umpire", version: "1" },
    read: (_picture, { charset }) => {
      const [own = ""] = charset ?? "";
      const text = says !== "the same" && charset?.includes(says) ? says : own;
      return Promise.resolve({ text, symbols: [{ text, confidence, box: null }] });
    },
    close: () => Promise.resolve(),
  };
}

function blocks(count: number) {
  const line = blankGrey(60 + 44 * (count + 1), 80);
  const block = { data: new Uint8Array(38 * 38), width: 38, height: 38 };
  for (let i = 0; i < count; i++) paste(line, block, { x: 21 + 44 * i, y: 21 });
  return line;
}

const inkOf = (lines: readonly Grey[]): FieldInk => ({
  blank: false,
  overflow: false,
  lines,
  inked: [],
  glyphs: [],
});

const kanaTask = {
  field: {
    name: "項目",
    type: "kana",
    required: true,
    boxes: null,
    maxLength: null,
    options: [],
    master: null,
    writing: "print",
  },
  master: [],
  expected: null,
  preprinted: "",
  coarse: false,
  calibration: openCalibration(null),
} as const;

async function asked(
  type: FieldType,
  text: string,
  world: { umpire: OcrEngine | null; coarse?: boolean },
): Promise<string[]> {
  const [a, b] = ["a", "b"].map((name) => recordedEngine(name, [reading(text)]));
  if (!a || !b) throw new RangeError("two readers");
  const draft = await readWritten({
    ...kanaTask,
    field: { ...kanaTask.field, type },
    ink: inkOf([blocks([...text].length)]),
    readers: { ...readersOf([a, b], [a, b]), umpire: world.umpire },
    coarse: world.coarse ?? false,
  });
  return draft.reasons.map((r) => r.code);
}

describe("a field", () => {
  it.each([
    { name: "variant confirmed", type: "name", text: "高木太郎", umpire: "the same", asks: [] },
    {
      name: "variant seen otherwise",
      type: "name",
      text: "高木太郎",
      umpire: "髙",
      asks: ["similar-kanji"],
    },
    {
      name: "kana seen otherwise",
      type: "kana",
      text: "セナンヒ",
      umpire: "ツ",
      asks: ["similar-kana"],
    },
    { name: "kana confirmed", type: "kana", text: "セナンヒ", umpire: "the same", asks: [] },
  ] as const)("$name", async ({ type, text, umpire, asks }) => {
    expect(await asked(type, text, { umpire: umpireThat(umpire) })).toEqual(asks);
  });

  it("of kana is read by one reader of lines and sign by sign; only where they differ by the other reader too", async () => {
    const line = await drawnLine("セツビコウジ");
    const from = (line.width - 44 * 6) / 2;
    const says = (text: string) => ({
      text,
      symbols: [...text].map((sign, i) => ({
        text: sign,
        confidence: 0.99,
        box: { x: (from + 44 * i) * 0.65 + 7, y: 20, width: 28, height: 28 },
      })),
    });
    const read = (first: string, second: string) => {
      const engines = [recordedEngine("a", [says(first)]), recordedEngine("b", [says(second)])];
      const [a, b] = engines;
      if (!a || !b) throw new RangeError("two readers");
      const readers = { ...readersOf([a, b], [a, b]), umpire: faces };
      return readWritten({ ...kanaTask, ink: inkOf([line]), readers });
    };
    const alike = await read("セツビコウジ", "オソラク");
    expect(alike.reasons).toEqual([]);
    expect(alike.readers.map((r) => r.name)).toEqual(["recorded/a", "buka-faces"]);
    const differ = await read("センビコウジ", "センビコウジ");
    expect(differ.readers.map((r) => r.name)).toEqual(["recorded/a", "recorded/b"]);
    expect(differ.reasons.map((r) => r.code)).toEqual(["similar-kana"]);
  });

  it("with variants goes to a person when nobody, or nobody sure, can be asked", async () => {
    expect(await asked("name", "高木太郎", { umpire: null })).toEqual(["similar-kanji"]);
    const unsure = umpireThat("the same", 0.6);
    expect(await asked("name", "高木太郎", { umpire: unsure })).toEqual(["similar-kanji"]);
  });

  it("with kana that have look-alikes goes to a person when the one who is asked is not sure", async () => {
    // サンブル for サンプル was taken on from a blurred page, because both readers of lines said so.
    expect(await asked("name", "サンブル", { umpire: umpireThat("the same", 0.6) })).toEqual([
      "similar-kana",
    ]);
    expect(await asked("name", "サンブル", { umpire: null })).toEqual([]);
  });

  it("of kana on a fax goes on only when every kana was surely seen by the third reader too", async () => {
    const fax = (umpire: OcrEngine | null) => asked("kana", "ミホンハナ", { umpire, coarse: true });
    expect(await fax(umpireThat("the same"))).toEqual([]);
    expect(await fax(umpireThat("the same", 0.6))).toEqual(["coarse-scan"]);
    expect(await fax(umpireThat("バ"))).toEqual(["coarse-scan", "similar-kana"]);
    expect(await fax(null)).toEqual(["coarse-scan"]);
  });
});

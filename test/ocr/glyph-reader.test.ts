/** Our own recogniser through its front file: boxes in, characters out, and what it must never do again. */
import { beforeAll, describe, expect, it } from "vitest";
import { createGlyphEngine } from "../../ocr/glyphs/glyph-engine.ts";
import { glyphInk } from "../../ocr/glyphs/glyph-ink.ts";
import { createGlyphReader, type GlyphReader } from "../../ocr/glyphs/glyph-reader.ts";
import { readStrip } from "../../ocr/glyphs/glyph-strip.ts";
import { ocrEngineContract } from "../contract/ocr-engine.ts";
import { emptyBox, penned, printed } from "../support/box-picture.ts";
import { drawnLine } from "../support/drawn-char.ts";

const DIGITS = "0123456789";
const KATAKANA =
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴー";

const HIRAGANA =
  "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん";

let reader: GlyphReader;
beforeAll(() => {
  reader = createGlyphReader();
});

ocrEngineContract("buka-glyphs", () => Promise.resolve(createGlyphEngine(reader)), {
  sample: { written: "0312345678", read: "0312345678" },
  charset: DIGITS,
});

const read = (box: ReturnType<typeof emptyBox>, charset: string) => {
  const [answer] = reader.readBoxes([box], charset);
  if (!answer) throw new RangeError("one box gives one answer");
  return answer;
};

describe("boxes", () => {
  it("an empty box is blank, whatever its lines", () => {
    expect(read(emptyBox(), DIGITS).kind).toBe("blank");
  });

  it("reads printed digits in boxes", async () => {
    for (const digit of DIGITS) {
      expect(read(await printed(digit, 52, [18, 18]), DIGITS).char).toBe(digit);
    }
  });

  it("the answer for a box does not depend on the others", async () => {
    const boxes = [await printed("4", 50, [18, 18]), await printed("9", 44, [20, 22])];
    const together = reader.readBoxes(boxes, DIGITS);
    expect(reader.readBoxes([...boxes].reverse(), DIGITS).reverse()).toEqual(together);
  });

  it("gives at most three candidates of the set, the likeliest first", async () => {
    const { candidates, char } = read(await printed("ガ", 50, [8, 18]), "カガ");
    expect(candidates.map((c) => c.char)).toEqual(["ガ", "カ"]);
    expect(candidates[0]?.char).toBe(char);
  });

  it.each([
    { set: "アーカ", sign: "ー" },
    { set: "0123456789-", sign: "-" },
  ])("a dash comes out as the set writes it: $sign", ({ set, sign }) => {
    const dash = penned([
      [
        [18, 45],
        [54, 44],
      ],
    ]);
    expect(read(dash, set).char).toBe(sign);
  });

  it("knows which sets it can read", () => {
    expect(reader.knows(DIGITS)).toBe(true);
    expect(reader.knows(KATAKANA)).toBe(true);
    expect(reader.knows("漢字")).toBe(false);
  });
});

describe("lines of the box go, strokes stay", () => {
  it("the bar of 7 along the upper line is no line", () => {
    for (const y of [4, 6, 9]) {
      const seven = penned([
        [
          [14, y],
          [58, y],
          [34, 76],
        ],
      ]);
      expect(read(seven, DIGITS).char).toBe("7");
    }
  });

  it("nor is a bar that lies on nearly all of the line", () => {
    const seven = penned([
      [
        [9, 3],
        [64, 3],
        [58, 76],
      ],
    ]);
    expect(read(seven, DIGITS).char).toBe("7");
  });

  it("the foot of 2 along the lower line is no line", () => {
    for (const y of [80, 83, 85]) {
      const two = penned([
        [
          [18, 26],
          [26, 14],
          [44, 14],
          [52, 28],
          [46, 46],
          [16, y],
          [58, y],
        ],
      ]);
      expect(read(two, DIGITS).char).toBe("2");
    }
  });

  it("a 1 that crosses both lines stays whole", () => {
    expect(
      read(
        penned([
          [
            [36, -6],
            [34, 96],
          ],
        ]),
        DIGITS,
      ).char,
    ).toBe("1");
  });

  it.each([..."ガギグゴザジズダバビブデド"])(
    "the marks of %s near the corner stay",
    async (kana) => {
      const box = await printed(kana, 60, [71 - 64, 2]);
      expect(read(box, KATAKANA).char).toBe(kana);
    },
  );

  it("the dot of お near the corner stays", async () => {
    const box = await printed("お", 62, [71 - 64, 3]);
    expect(read(box, "あおわをむみす").char).toBe("お");
  });

  it("a frame much paler than the pen goes, too", async () => {
    const { picture, frame } = await printed("ン", 50, [10, 18]);
    // The pen at 0, the frame at 160: two fifths of its ink.
    for (const [i, v] of picture.data.entries()) {
      if (v === 90) picture.data[i] = 160;
      else if (v < 90) picture.data[i] = 0;
    }
    const reading = read({ picture, frame }, KATAKANA);
    expect(reading.char).toBe("ン");
    const bare = glyphInk({ picture, frame });
    const corner = bare?.map.ink[12 * 95 + 40] ?? 255;
    expect(corner).toBe(0);
  });

  it.each([
    { kana: "ソ", set: KATAKANA, at: [-6, 18] },
    { kana: "い", set: HIRAGANA, at: [28, 18] },
    { kana: "バ", set: KATAKANA, at: [29, 18] },
  ] as const)("a part of $kana whose middle is on the line stays", async ({ kana, set, at }) => {
    expect(read(await printed(kana, 50, at), set).char).toBe(kana);
  });

  it("a bar is no line where a fax has lost the lines", async () => {
    const { picture, frame } = await printed("ラ", 80, [6, 0]);
    for (const [i, v] of picture.data.entries()) if (v === 90) picture.data[i] = 255;
    expect(read({ picture, frame }, KATAKANA).char).toBe("ラ");
  });

  it("a kana that runs on into the next box is asked about, however sure its reading", async () => {
    const alone = await printed("せ", 50, [12, 18]);
    expect(read(alone, HIRAGANA).kind).toBe("char");
    const { picture, frame } = await printed("せ", 50, [12, 18]);
    // A mark of the next character that touches this one.
    for (let y = 40; y < 46; y++) picture.data.fill(40, y * 95 + 70, y * 95 + 95);
    const { kind } = read({ picture, frame }, HIRAGANA);
    expect(kind).toBe("unsure");
  });

  it("a stroke of the next box is not read", async () => {
    const { picture, frame } = await printed("3", 50, [18, 18]);
    for (let y = 30; y < 80; y++) picture.data.fill(40, y * 95 + 89, y * 95 + 94);
    expect(read({ picture, frame }, DIGITS).char).toBe("3");
  });
});

describe("strips", () => {
  it("reads digits of a free line with commas", async () => {
    const { text } = readStrip(reader, await drawnLine("1,234,567"), {
      charset: `${DIGITS},`,
      glyphs: null,
    });
    expect(text).toBe("1,234,567");
  });

  it("gives the place of every character", async () => {
    const line = await drawnLine("205");
    const { symbols } = readStrip(reader, line, { charset: DIGITS, glyphs: null });
    const lefts = symbols.map((s) => s.box?.x ?? -1);
    expect(symbols.map((s) => s.text)).toEqual(["2", "0", "5"]);
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
  });
});

/** What the shape of a line says: blanks between words, and which ink belongs to which character. */
import { describe, expect, it } from "vitest";
import { blankGrey, paste } from "../../ocr/image/grey.ts";
import { LINE_MARGIN } from "../../ocr/image/ink.ts";
import { gapsOf } from "../../ocr/types/line-geometry.ts";
import { placeChars } from "../../ocr/types/place-chars.ts";

const blanksOf = (...line: Parameters<typeof gapsOf>): string[] =>
  gapsOf(...line).map((gap) => gap.blank);

describe("characters of a line", () => {
  it("takes room between signs for a blank only when the scan is fine enough to tell", () => {
    const rects = [0, 44, 97, 141].map((x) => ({ x, y: 0, width: 38, height: 38 }));
    const text = ["田", "中", "正", "王"];
    expect(blanksOf(text, rects, false)).toEqual(["none", "blank", "none"]);
    expect(blanksOf(text, rects, true)).toEqual(["none", "unclear", "none"]);
  });

  it("is unsure of a blank where a stroke stands with the wrong character", () => {
    // 長谷川 京子 of a run: the first stroke of 川 went to 谷, and the blank behind 川 was gone.
    const place = (x: number, width: number) => ({ x, y: 20, width, height: 41 });
    const rects = [place(20, 40), place(63, 54), place(126, 18), place(165, 38), place(208, 41)];
    const found = blanksOf([..."長谷川京子"], rects, false);
    expect(found).toEqual(["unclear", "unclear", "unclear", "none"]);
  });

  it("gives every stroke to its own character", () => {
    // The first stroke of 川 stands nearer to 谷 than to the rest of it, and the reader saw 谷 too far to the right.
    const strokes = [
      [20, 40],
      [63, 42],
      [107, 10],
      [126, 5],
      [140, 4],
      [165, 38],
      [208, 41],
    ] as const;
    const line = blankGrey(270, 42 + 2 * LINE_MARGIN);
    for (const [x, width] of strokes) {
      const ink = { ...blankGrey(width, 42), data: new Uint8Array(width * 42) };
      paste(line, ink, { x, y: LINE_MARGIN });
    }
    const centres = [39, 106, 142, 208, 240];
    const chars = [..."長谷川京子"].map((text, i) => {
      const box = { x: (centres[i] ?? 0) - 20, y: 0, width: 40, height: 42 };
      return { text, box, confidence: 0.98, line: 0 };
    });
    expect(placeChars(chars, line)?.map((r) => [r.x, r.width])).toEqual([
      [20, 40],
      [63, 42],
      [107, 37],
      [165, 38],
      [208, 41],
    ]);
  });
});

/** Boxes to tick on a page without a template: marks that stand out of them, kanji that look like them, dense words beside them. */
import { describe, expect, it } from "vitest";
import { darkBlobs } from "../../ocr/image/components.ts";
import { blankGrey, type Grey } from "../../ocr/image/grey.ts";
import { findLines } from "../../ocr/whole-page/find-lines.ts";
import { findTickBoxes } from "../../ocr/whole-page/tick-boxes.ts";
import { framedLetter } from "../../ocr/whole-page/tick-signs.ja.ts";

const THRESHOLD = 150;

function dark(page: Grey, x: number, y: number, size = 1): void {
  for (let row = y; row < y + size; row++) {
    page.data.fill(20, row * page.width + x, row * page.width + x + size);
  }
}

/** A frame of four pixels. */
function frame(page: Grey, x: number, y: number, side: number): void {
  for (let i = 0; i <= side - 4; i++) {
    dark(page, x + i, y, 4);
    dark(page, x + i, y + side - 4, 4);
    dark(page, x, y + i, 4);
    dark(page, x + side - 4, y + i, 4);
  }
}

/** A ✓ from inside the box up and out of it. */
function mark(page: Grey, x: number, y: number): void {
  for (let i = 0; i < 14; i++) dark(page, x + 10 + i, y + 20 + i, 4);
  for (let i = 0; i < 44; i++) dark(page, x + 24 + i, y + 34 - i, 4);
}

const boxesOf = (page: Grey) => findTickBoxes(page, darkBlobs(page, THRESHOLD), THRESHOLD);

describe("a box to tick", () => {
  it("is found when the mark stands out of it", () => {
    const page = blankGrey(400, 200);
    frame(page, 60, 80, 46);
    mark(page, 60, 80);
    frame(page, 200, 80, 46);
    const found = boxesOf(page);
    expect(found.map((b) => b.ticked)).toEqual([true, false]);
    expect(found[0]?.rect).toMatchObject({ x: 60, y: 80, width: 46, height: 46 });
    expect(found[0]?.ink.height).toBeGreaterThan(50);
  });

  it("is no smaller square behind a box, nor the corner of a QR code, nor a corner mark", () => {
    const page = blankGrey(600, 200);
    frame(page, 60, 80, 46);
    frame(page, 120, 84, 36);
    dark(page, 132, 96, 8);
    frame(page, 300, 80, 50);
    dark(page, 315, 95, 20);
    dark(page, 450, 80, 50);
    expect(boxesOf(page).map((b) => b.rect.x)).toEqual([60]);
  });

  it.each([
    { behind: "体", letter: "団" },
    { behind: "座変更", letter: "口" },
    { behind: "個人", letter: null },
    { behind: "同意する", letter: null },
  ])("before $behind: $letter", ({ behind, letter }) => {
    expect(framedLetter(behind)).toBe(letter);
  });
});

describe("a line of dense kanji", () => {
  it("is text; a high picture as dark is none", () => {
    const page = blankGrey(600, 400);
    // Half of the pixels in strokes of two.
    const dense = (x: number, y: number, width: number, height: number): void => {
      for (let row = y; row < y + height; row += 4)
        for (let col = x; col < x + width; col += 2) dark(page, col, row, 2);
      for (let row = y; row < y + height; row += 1) dark(page, x + width / 2, row, 2);
    };
    dense(100, 60, 72, 36);
    dense(100, 200, 120, 120);
    const ruled = { picture: page, rules: new Uint8Array(page.data.length) };
    expect(findLines(ruled, THRESHOLD).boxes.map((b) => b.y)).toEqual([60]);
  });
});

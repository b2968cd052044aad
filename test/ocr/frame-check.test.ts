/** A field whose frame was moved on a later issue of a form we did not design is asked about. */
import { describe, expect, it } from "vitest";
import type { RuleMark } from "../../ocr/form.ts";
import { isFrameGone } from "../../ocr/frame-check.ts";
import { blankGrey, type Grey } from "../../ocr/image/grey.ts";
import { PICTURE_DPI } from "../../ocr/page-picture.ts";

const zone = {
  area: { x: 40, y: 20, width: 30, height: 10 },
  boxes: [],
  ticks: [],
  preprinted: "",
};
const frame: readonly RuleMark[] = [
  { direction: "across", at: 20, from: 10, to: 100 },
  { direction: "across", at: 30, from: 10, to: 100 },
  { direction: "down", at: 40, from: 20, to: 60 },
  { direction: "down", at: 70, from: 20, to: 60 },
];

const px = (mm: number): number => Math.round((mm * PICTURE_DPI) / 25.4);

/** Rules of two pixels; `holes`: every so many pixels of a rule is white, as a fax leaves them. */
function drawn(rules: readonly RuleMark[], holes = 0): Grey {
  const page = blankGrey(px(110), px(70));
  for (const { direction, at, from, to } of rules) {
    for (let i = px(from); i < px(to); i++) {
      if (holes > 0 && i % holes === 0) continue;
      for (const k of [px(at), px(at) + 1]) {
        page.data[direction === "across" ? k * page.width + i : i * page.width + k] = 30;
      }
    }
  }
  return page;
}

const moved = (rule: number, by: number): readonly RuleMark[] =>
  frame.map((r, i) => (i === rule ? { ...r, at: r.at + by } : r));

describe("the frame of a field", () => {
  it.each([
    { what: "as on the blank form", page: drawn(frame), gone: false },
    { what: "half a millimetre off", page: drawn(moved(3, 0.5)), gone: false },
    { what: "full of holes", page: drawn(frame, 3), gone: false },
    { what: "with its right side 3 mm further", page: drawn(moved(3, 3)), gone: true },
    { what: "with its left side 8 mm nearer", page: drawn(moved(2, -8)), gone: true },
    { what: "without its foot", page: drawn(frame.filter((_, i) => i !== 1)), gone: true },
  ])("$what: $gone", ({ page, gone }) => {
    expect(isFrameGone({ picture: page, tone: { range: 225, bilevel: false } }, zone, frame)).toBe(
      gone,
    );
  });

  it("without a rule on the blank form says nothing", () => {
    const page = { picture: blankGrey(px(110), px(70)), tone: { range: 200, bilevel: false } };
    expect(isFrameGone(page, zone, [])).toBe(false);
    expect(isFrameGone(page, zone, frame)).toBe(true);
  });
});

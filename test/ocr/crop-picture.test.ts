/** The picture of a field beside its question: the writing large, empty paper left out, never outside the page. */
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { cropPicture } from "../../ocr/index.ts";

const page = await sharp({ create: { width: 800, height: 200, channels: 3, background: "#fff" } })
  .composite([
    {
      input: Buffer.from('<svg width="80" height="20"><rect width="80" height="20"/></svg>'),
      left: 120,
      top: 60,
    },
  ])
  .png()
  .toBuffer();
const size = async (png: Uint8Array): Promise<(number | undefined)[]> => {
  const { width, height } = await sharp(png).metadata();
  return [width, height];
};

describe("the picture of a field", () => {
  it("ends soon after the writing", async () => {
    expect(
      await size(await cropPicture(page, { page: 1, x: 100, y: 50, width: 600, height: 40 })),
    ).toEqual([142, 68]);
  });

  it("shows an empty box whole", async () => {
    expect(
      await size(await cropPicture(page, { page: 1, x: 300, y: 50, width: 200, height: 40 })),
    ).toEqual([228, 68]);
  });

  it("leaves out the boxes behind the last one that is written in", async () => {
    const box = (i: number): string =>
      `<rect x="${10 + 60 * i}" y="8" width="60" height="64" fill="none" stroke="#000" stroke-width="3"/>`;
    const frames = Array.from({ length: 10 }, (_, i) => box(i)).join("");
    const digits =
      '<rect x="30" y="25" width="20" height="30"/><rect x="92" y="25" width="6" height="30"/>';
    const svg = (ink: string): Buffer =>
      Buffer.from(`<svg width="620" height="80">${frames}${ink}</svg>`);
    const paper = sharp({ create: { width: 800, height: 200, channels: 3, background: "#fff" } });
    const drawn = (ink: string): Promise<Buffer> =>
      paper
        .clone()
        .composite([{ input: svg(ink), left: 100, top: 50 }])
        .png()
        .toBuffer();
    const place = { page: 1, x: 100, y: 50, width: 620, height: 80 };
    // To the second of ten boxes and a little further; with nothing in them all are shown.
    expect((await size(await cropPicture(await drawn(digits), place)))[0]).toBe(166);
    expect((await size(await cropPicture(await drawn(""), place)))[0]).toBe(648);
  });

  it("stays on the page", async () => {
    expect(
      await size(await cropPicture(page, { page: 1, x: 700, y: 180, width: 300, height: 90 })),
    ).toEqual([114, 34]);
  });
});

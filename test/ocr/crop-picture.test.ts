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

  it("stays on the page", async () => {
    expect(
      await size(await cropPicture(page, { page: 1, x: 700, y: 180, width: 300, height: 90 })),
    ).toEqual([114, 34]);
  });
});

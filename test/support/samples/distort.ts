/** What scanners, copiers and fax machines do to a clean page, seeded. */
import sharp, { type Sharp } from "sharp";
import { scanDpi } from "./raster.ts";
import { type Chance, seeded } from "./seeded.ts";

export const qualities = [
  "clean",
  "skew",
  "blur",
  "jpeg60",
  "scan200",
  "fax200",
  "bad200",
] as const;
export type Quality = (typeof qualities)[number];

export interface SampleFile {
  readonly bytes: Buffer;
  readonly extension: "png" | "jpg" | "tif";
}

/** Distorts a clean grey page (PNG, 300 dpi). The same seed gives the same file. */
export function distort(page: Buffer, quality: Quality, seed: number): Promise<SampleFile> {
  return distortions[quality](page, seeded(seed * 31 + qualities.indexOf(quality)));
}

const distortions: Readonly<
  Record<Quality, (page: Buffer, chance: Chance) => Promise<SampleFile>>
> = {
  clean: async (page) => ({ bytes: await tidyPng(page), extension: "png" }),
  skew: async (page, chance) => {
    const degrees = (chance.next() < 0.5 ? -1 : 1) * (0.5 + 1.5 * chance.next());
    return jpeg(sharp(await turn(page, degrees)).blur(0.6), { quality: 72, dpi: scanDpi });
  },
  blur: async (page, chance) => {
    const soft = await sharp(await turn(page, (chance.next() - 0.5) * 0.6))
      .blur(2)
      .toBuffer();
    return jpeg(await grain(soft, 8, chance), { quality: 60, dpi: scanDpi });
  },
  jpeg60: async (page, chance) => {
    const faded = await sharp(page).linear(0.72, 60).blur(0.8).toBuffer();
    return jpeg(await grain(faded, 4, chance), { quality: 60, dpi: scanDpi });
  },
  scan200: async (page, chance) => {
    const turned = await turn(page, (chance.next() - 0.5) * 1.2);
    const small = await sharp(turned).blur(0.7).resize(fax.width, fax.height).toBuffer();
    return jpeg(await grain(small, 2, chance), { quality: 65, dpi: 200 });
  },
  fax200: async (page, chance) => {
    const lines = await faxLines(page, chance);
    return { bytes: await faxTiff([lines]), extension: "tif" };
  },
  bad200: async (page, chance) => {
    const turned = await turn(page, (chance.next() - 0.5) * 4);
    const poor = await sharp(turned).linear(0.75, 50).blur(1.6).toBuffer();
    const small = await sharp(poor).resize(fax.width, fax.height).toBuffer();
    return jpeg(await grain(small, 7, chance), { quality: 60, dpi: 200 });
  },
};

const fax = { width: 1654, height: 2339, dpi: 200 } as const;

/** One fax page: a byte per pixel, 0 or 255. */
export interface FaxLines {
  readonly data: Buffer;
}

/** Bilevel 200 dpi with a slight turn, a wavering threshold and specks. */
export async function faxLines(page: Buffer, chance: Chance): Promise<FaxLines> {
  const turned = await turn(page, (chance.next() - 0.5) * 2);
  const data = await sharp(turned)
    .blur(0.8)
    .resize(fax.width, fax.height, { kernel: "linear" })
    .toColourspace("b-w")
    .raw()
    .toBuffer();
  for (let i = 0; i < data.length; i++) {
    const black = (data[i] ?? 255) + (chance.next() - 0.5) * 50 < 150;
    const speck = chance.next() < 0.0006;
    data[i] = black === speck ? 255 : 0;
  }
  return { data };
}

/** CCITT G4 TIFF with one page per entry. */
export async function faxTiff(pages: readonly FaxLines[]): Promise<Buffer> {
  const raw = { width: fax.width, height: fax.height * pages.length, channels: 1 as const };
  const data = Buffer.concat(pages.map((p) => p.data));
  const tall = { raw: { ...raw, ...(pages.length > 1 ? { pageHeight: fax.height } : {}) } };
  return sharp(data, tall)
    .toColourspace("b-w")
    .tiff({ compression: "ccittfax4", bitdepth: 1, xres: fax.dpi / 25.4, yres: fax.dpi / 25.4 })
    .toBuffer();
}

/** 16 grey levels are plenty for print and make a third of the size. */
function tidyPng(page: Buffer): Promise<Buffer> {
  return sharp(page)
    .toColourspace("b-w")
    .withDensity(scanDpi)
    .png({ compressionLevel: 9, palette: true, colours: 16, dither: 0 })
    .toBuffer();
}

async function jpeg(image: Sharp, look: { quality: number; dpi: number }): Promise<SampleFile> {
  const bytes = await image
    .toColourspace("b-w")
    .withDensity(look.dpi)
    .jpeg({ quality: look.quality, mozjpeg: true })
    .toBuffer();
  return { bytes, extension: "jpg" };
}

/** Turns a page about its middle and keeps its size. */
export async function turn(page: Buffer, degrees: number): Promise<Buffer> {
  const { width, height } = await sharp(page).metadata();
  const turned = await sharp(page).rotate(degrees, { background: "#fff" }).png().toBuffer();
  const size = await sharp(turned).metadata();
  const [left, top] = [(size.width - width) / 2, (size.height - height) / 2].map(Math.floor);
  return sharp(turned)
    .extract({ left: left ?? 0, top: top ?? 0, width, height })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** Adds grain of a standard deviation in grey levels. */
async function grain(page: Buffer, deviation: number, chance: Chance): Promise<Sharp> {
  const { data, info } = await sharp(page)
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  for (let i = 0; i < data.length; i++) {
    const noise = (chance.next() + chance.next() + chance.next() - 1.5) * 2 * deviation;
    data[i] = Math.max(0, Math.min(255, Math.round((data[i] ?? 255) + noise)));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } });
}

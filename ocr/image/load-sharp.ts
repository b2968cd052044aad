/** The one door to sharp: loaded lazily, with its caches off because pages are never read twice. */
import type { default as SharpFactory } from "sharp";
import { ocrErrors } from "../messages.ja.ts";
import type { Grey } from "./grey.ts";

let loaded: Promise<typeof SharpFactory> | null = null;

/** Throws BukaError OCR015 when the package is missing or does not fit this machine. */
export function loadSharp(): Promise<typeof SharpFactory> {
  loaded ??= import("sharp").then(
    ({ default: sharp }) => {
      sharp.cache(false);
      sharp.concurrency(1);
      return sharp;
    },
    (cause: unknown) => {
      loaded = null;
      throw ocrErrors.packageMissing({ name: "sharp" }, { cause });
    },
  );
  return loaded;
}

/** A smaller copy of a whole page. */
export async function shrinkPage(
  picture: Grey,
  size: { width: number; height: number },
): Promise<Grey> {
  const sharp = await loadSharp();
  const raw = { width: picture.width, height: picture.height, channels: 1 as const };
  const { data, info } = await sharp(picture.data, { raw })
    .resize({ ...size, fit: "fill", kernel: "linear" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A grey PNG that states its resolution. */
export async function encodePng(picture: Grey, dpi: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const { width, height, data } = picture;
  return sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace("b-w")
    .withMetadata({ density: dpi })
    .png({ compressionLevel: 6, adaptiveFiltering: false })
    .toBuffer();
}

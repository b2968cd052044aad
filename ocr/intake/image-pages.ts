/** PNG, JPEG and multi-page TIFF through sharp: the size is checked from the header, then one page is decoded. */
import type { Metadata, Sharp, SharpOptions } from "sharp";
import { isBukaError } from "../../core/index.ts";
import type { Grey } from "../image/grey.ts";
import { loadSharp } from "../image/load-sharp.ts";
import { ocrErrors } from "../messages.ja.ts";
import type { FileKind } from "./file-kind.ts";
import { intakeLimits } from "./limits.ts";
import type { PageSource } from "./page-source.ts";

interface ImageFile {
  readonly file: string;
  readonly kind: FileKind;
}

export async function openImage(bytes: Uint8Array, image: ImageFile): Promise<PageSource> {
  const { file } = image;
  const sharp = await loadSharp();
  const at = (page: number): Sharp => sharp(bytes, pageOptions(image.kind, page));
  // The header alone may promise any size: it is judged here, in our own words.
  const header = (page: number): Sharp =>
    sharp(bytes, { ...pageOptions(image.kind, page), limitInputPixels: false });
  const pageCount = (await readHeader(header(1), file, 1)).pages ?? 1;
  if (pageCount > intakeLimits.pages) {
    throw ocrErrors.tooManyPages({ file, limit: intakeLimits.pages }, { place: { file } });
  }
  return {
    pageCount,
    scanned: null,
    render: async (page) => {
      await readHeader(header(page), file, page);
      return decode(at(page), file, page);
    },
    close: () => undefined,
  };
}

function pageOptions(kind: FileKind, page: number): SharpOptions {
  const common: SharpOptions = {
    failOn: "error",
    limitInputPixels: intakeLimits.pixels,
    sequentialRead: true,
  };
  return kind === "tiff" ? { ...common, page: page - 1, pages: 1 } : common;
}

async function readHeader(image: Sharp, file: string, page: number): Promise<Metadata> {
  const place = { file, page };
  try {
    const header = await image.metadata();
    if (header.width * header.height > intakeLimits.pixels) {
      throw ocrErrors.imageTooLarge(
        { file, width: header.width, height: header.height },
        { place },
      );
    }
    return header;
  } catch (cause) {
    if (isBukaError(cause)) throw cause;
    throw ocrErrors.imageDamaged({ file, page }, { place, cause });
  }
}

async function decode(image: Sharp, file: string, page: number): Promise<Grey> {
  try {
    // autoOrient applies the camera's EXIF turn; transparency counts as white paper.
    const { data, info } = await image
      .autoOrient()
      .flatten({ background: "#ffffff" })
      .greyscale()
      .toColourspace("b-w")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    return { data: firstChannel(data, info.channels), width: info.width, height: info.height };
  } catch (cause) {
    throw ocrErrors.imageDamaged({ file, page }, { place: { file, page }, cause });
  }
}

function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return data;
  return new Uint8Array(data.length / channels).map((_, i) => data[i * channels] ?? 0);
}

/** PNG, JPEG and multi-page TIFF through sharp: the size is checked from the header, then one page is decoded. */
import type { Metadata, Sharp, SharpOptions } from "sharp";
import { isBukaError } from "../../core/index.ts";
import type { Grey } from "../image/grey.ts";
import { loadSharp } from "../image/load-sharp.ts";
import { ocrErrors } from "../messages.ja.ts";
import type { FileKind } from "./file-kind.ts";
import { intakeLimits } from "./limits.ts";
import type { PageSource } from "./page-source.ts";
import { squarePixels } from "./square-pixels.ts";
import { type TiffPage, tiffPages } from "./tiff-facts.ts";

interface ImageFile {
  readonly file: string;
  readonly kind: FileKind;
}

/** Where one page lies in the file. */
interface Leaf {
  /** Number that sharp knows it by, from 0. */
  readonly index: number;
  /** Dots across per dot down; 1 for square pixels. */
  readonly shape: number;
}

/** Throws BukaError OCR006, OCR007 or OCR011. */
export async function openImage(bytes: Uint8Array, image: ImageFile): Promise<PageSource> {
  const { file } = image;
  const sharp = await loadSharp();
  const at = (leaf: Leaf, more: SharpOptions = {}): Sharp =>
    sharp(bytes, { ...pageOptions(image.kind, leaf), ...more });
  // The header alone may promise any size: it is judged here, in our own words.
  const header = (leaf: Leaf): Sharp =>
    sharp(bytes, { ...pageOptions(image.kind, leaf), limitInputPixels: false });
  const leaves = await leavesOf(bytes, image, header);
  if (leaves.length > intakeLimits.pages) {
    throw ocrErrors.tooManyPages({ file, limit: intakeLimits.pages }, { place: { file } });
  }
  return {
    pageCount: leaves.length,
    scanned: null,
    render: async (page) => {
      const leaf = leaves[page - 1] ?? firstLeaf;
      judgeSize(await readHeader(header(leaf), file, page), { file, page });
      const open = (more?: SharpOptions): Sharp => at(leaf, more);
      return squarePixels(await decode(open, file, page), leaf.shape);
    },
    words: () => Promise.resolve([]),
    close: () => undefined,
  };
}

const firstLeaf: Leaf = { index: 0, shape: 1 };

/** Pages of a TIFF are counted by its own directories; previews and masks are no pages. */
async function leavesOf(
  bytes: Uint8Array,
  image: ImageFile,
  header: (leaf: Leaf) => Sharp,
): Promise<readonly Leaf[]> {
  const { file, kind } = image;
  const pages = kind === "tiff" ? tiffPages(bytes, intakeLimits.pages) : null;
  if (pages && pages.length > intakeLimits.pages) {
    throw ocrErrors.tooManyPages({ file, limit: intakeLimits.pages }, { place: { file } });
  }
  const first = await readHeader(header(firstLeaf), file, 1);
  judgeSize(first, { file, page: 1 });
  if (kind !== "tiff") return [firstLeaf];
  if (pages) {
    const leaves = pages.flatMap((p, index) => (p.isPage ? [{ index, shape: shapeOf(p) }] : []));
    return leaves.length > 0 ? leaves : [firstLeaf];
  }
  if (bytes[2] === 42 || bytes[3] === 42) {
    throw ocrErrors.imageDamaged({ file, page: 1 }, { place: { file, page: 1 } });
  }
  return Array.from({ length: first.pages ?? 1 }, (_, index) => ({ index, shape: 1 }));
}

const shapeOf = ({ across, down }: TiffPage): number =>
  across > 0 && down > 0 ? across / down : 1;

function pageOptions(kind: FileKind, { index }: Leaf): SharpOptions {
  const common: SharpOptions = {
    // A JPEG with damaged data is drawn to its end in one colour, and its fields would pass for empty ones.
    failOn: kind === "jpeg" ? "warning" : "error",
    limitInputPixels: intakeLimits.pixels,
    sequentialRead: true,
  };
  return kind === "tiff" ? { ...common, page: index, pages: 1 } : common;
}

async function readHeader(image: Sharp, file: string, page: number): Promise<Metadata> {
  try {
    return await image.metadata();
  } catch (cause) {
    throw ocrErrors.imageDamaged({ file, page }, { place: { file, page }, cause });
  }
}

const bytesOfDepth: Readonly<Record<string, number>> = { ushort: 2, short: 2, uchar: 1, char: 1 };

/** Pictures that are decoded whole before the first line comes out must also fit into memory. */
function judgeSize(header: Metadata, at: { file: string; page: number }): void {
  const { width, height, channels } = header;
  const whole = header.isProgressive || header.format === "tiff";
  const held = width * height * channels * (bytesOfDepth[header.depth] ?? 4);
  const tooLarge = width * height > intakeLimits.pixels || (whole && held > intakeLimits.heldBytes);
  if (tooLarge) throw ocrErrors.imageTooLarge({ file: at.file, width, height }, { place: at });
}

/** Bytes that some scanners write behind the last line of a JPEG: nothing of the picture is lost. */
const harmless = /extraneous bytes before marker 0xd9/u;

async function decode(
  open: (more?: SharpOptions) => Sharp,
  file: string,
  page: number,
): Promise<Grey> {
  try {
    return await decodeOnce(open()).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : "";
      // To a machine that slept meanwhile every picture takes too long: once more.
      if (message.startsWith("timeout")) return decodeOnce(open());
      if (harmless.test(message)) return decodeOnce(open({ failOn: "error" }));
      throw error;
    });
  } catch (cause) {
    if (isBukaError(cause)) throw cause;
    throw ocrErrors.imageDamaged({ file, page }, { place: { file, page }, cause });
  }
}

async function decodeOnce(image: Sharp): Promise<Grey> {
  // autoOrient applies the camera's EXIF turn; transparency counts as white paper.
  const { data, info } = await image
    .timeout({ seconds: intakeLimits.longestSeconds })
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .greyscale()
    .toColourspace("b-w")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { data: firstChannel(data, info.channels), width: info.width, height: info.height };
}

function firstChannel(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return data;
  return new Uint8Array(data.length / channels).map((_, i) => data[i * channels] ?? 0);
}

/** PNG, JPEG and TIFF files that promise too much, stop half-way, or are something else. */
import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { plainLook, type TiffLook, tiffFile } from "../samples/tiff-file.ts";
import { type HostileFile, mutations, text, truncations } from "./hostile-file.ts";

const flat = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: "#eee" } });

/** A picture that does not compress to nothing. */
function busy(): Sharp {
  const data = Buffer.from(Array.from({ length: 200 * 200 }, (_, i) => (i * 7919) % 251));
  return sharp(data, { raw: { width: 200, height: 200, channels: 1 } });
}

// PNG

function chunk(
  name: string,
  data: Uint8Array | string,
  damage: { crc?: number; length?: number } = {},
): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), Buffer.from(data as string, "latin1")]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(damage.length ?? body.length - 4, 0);
  body.copy(out, 4);
  out.writeUInt32BE(damage.crc ?? crc32(body), body.length + 4);
  return out;
}

const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

function header(width: number, height: number, bits = 8, colour = 0, interlace = 0): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([bits, colour, 0, 0, interlace], 8);
  return chunk("IHDR", data);
}

const png = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([signature, ...chunks, chunk("IEND", "")]);
const pixels = (bytes: number): Buffer => chunk("IDAT", deflateSync(Buffer.alloc(bytes)));
const small = (): Buffer[] => [header(40, 40), pixels(41 * 40)];

const hostilePngs: readonly HostileFile[] = [
  ...truncations("busy", "png", 12, () => busy().png().toBuffer()),
  ...mutations("busy", "png", 12, () => busy().png().toBuffer()),
  {
    name: "flood-30000.png",
    expect: "refused",
    bytes: () => png(header(30_000, 30_000), pixels(9)),
  },
  {
    name: "flood-wide.png",
    expect: "refused",
    bytes: () => png(header(2_000_000_000, 1), pixels(9)),
  },
  {
    name: "flood-16-bit-interlaced.png",
    expect: "refused",
    bytes: () => png(header(6000, 6000, 16, 6, 1), pixels(9)),
  },
  { name: "size-zero.png", expect: "refused", bytes: () => png(header(0, 0), pixels(9)) },
  {
    name: "size-negative.png",
    expect: "refused",
    bytes: () => png(header(0xffffffff, 0xffffffff), pixels(9)),
  },
  { name: "no-pixels.png", expect: "refused", bytes: () => png(header(40, 40)) },
  { name: "too-few-pixels.png", expect: "either", bytes: () => png(header(400, 400), pixels(99)) },
  {
    name: "bomb-pixels.png",
    expect: "either",
    bytes: () => png(header(40, 40), pixels(64 * 2 ** 20)),
  },
  {
    name: "no-palette.png",
    expect: "either",
    bytes: () => png(header(40, 40, 8, 3), pixels(41 * 40)),
  },
  {
    name: "bad-checksum.png",
    expect: "either",
    bytes: () =>
      Buffer.concat([
        signature,
        header(40, 40),
        chunk("IDAT", deflateSync(Buffer.alloc(41 * 40)), { crc: 1 }),
        chunk("IEND", ""),
      ]),
  },
  {
    name: "chunk-too-long.png",
    expect: "refused",
    bytes: () =>
      Buffer.concat([signature, header(40, 40), chunk("IDAT", "xx", { length: 0xfffffff0 })]),
  },
  { name: "bits-7.png", expect: "refused", bytes: () => png(header(40, 40, 7), pixels(41 * 40)) },
  {
    name: "colour-9.png",
    expect: "refused",
    bytes: () => png(header(40, 40, 8, 9), pixels(41 * 40)),
  },
  {
    name: "two-headers.png",
    expect: "either",
    bytes: () => png(header(40, 40), header(90, 90), pixels(41 * 40)),
  },
  {
    name: "text-bomb.png",
    expect: "either",
    bytes: () =>
      png(
        header(40, 40),
        chunk(
          "zTXt",
          Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.alloc(64 * 2 ** 20))]),
        ),
        pixels(41 * 40),
      ),
  },
  {
    name: "profile-of-nonsense.png",
    expect: "either",
    bytes: () =>
      png(
        header(40, 40),
        chunk("iCCP", Buffer.concat([Buffer.from("a\0\0"), deflateSync(Buffer.from("nonsense"))])),
        pixels(41 * 40),
      ),
  },
  {
    name: "ten-thousand-chunks.png",
    expect: "either",
    bytes: () =>
      png(
        header(40, 40),
        ...Array.from({ length: 10_000 }, () => chunk("tEXt", "a\0b")),
        pixels(41 * 40),
      ),
  },
  {
    name: "moving.png",
    expect: "read",
    bytes: () =>
      png(
        header(40, 40),
        chunk("acTL", "\0\0\0\x02\0\0\0\0"),
        chunk("fcTL", Buffer.alloc(26)),
        pixels(41 * 40),
      ),
  },
  {
    name: "garbage-behind.png",
    expect: "read",
    bytes: () => Buffer.concat([png(...small()), Buffer.alloc(100_000, 0x41)]),
  },
  {
    name: "interlaced.png",
    expect: "read",
    bytes: () => busy().png({ progressive: true }).toBuffer(),
  },
  {
    name: "sixteen-bits.png",
    expect: "read",
    bytes: () => flat(60, 80).toColourspace("rgb16").png().toBuffer(),
  },
  {
    name: "palette.png",
    expect: "read",
    bytes: () => flat(60, 80).png({ palette: true }).toBuffer(),
  },
  {
    name: "see-through.png",
    expect: "read",
    bytes: () =>
      sharp({ create: { width: 60, height: 80, channels: 4, background: "#0000" } })
        .png()
        .toBuffer(),
  },
  { name: "one-pixel.png", expect: "read", bytes: () => flat(1, 1).png().toBuffer() },
  { name: "very-long.png", expect: "read", bytes: () => flat(1, 60_000).png().toBuffer() },
];

// JPEG

const jpeg = (): Promise<Buffer> => busy().jpeg().toBuffer();

/** The same JPEG with a segment put in after its first mark. */
async function withSegment(
  mark: number,
  data: Uint8Array | string,
  length?: number,
): Promise<Buffer> {
  const whole = await jpeg();
  const body = Buffer.from(data as string, "latin1");
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(length ?? body.length + 2, 2);
  return Buffer.concat([whole.subarray(0, 2), head, body, whole.subarray(2)]);
}

/** Writes another size into the frame header. */
async function resized(width: number, height: number): Promise<Buffer> {
  const whole = Buffer.from(await jpeg());
  const at = whole.findIndex(
    (b, i) => b === 0xff && (whole[i + 1] === 0xc0 || whole[i + 1] === 0xc2),
  );
  whole.writeUInt16BE(height, at + 5);
  whole.writeUInt16BE(width, at + 7);
  return whole;
}

const exif = (orientation: number): string =>
  `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`;

const hostileJpegs: readonly HostileFile[] = [
  ...truncations("busy", "jpg", 12, jpeg),
  ...mutations("busy", "jpg", 10, jpeg),
  ...[0, 2, 3, 5, 6, 8, 9, 255].map((turn) => ({
    name: `turn-${turn}.jpg`,
    expect: "read" as const,
    bytes: () => withSegment(0xe1, exif(turn)),
  })),
  {
    name: "exif-loop.jpg",
    expect: "read",
    bytes: () => withSegment(0xe1, "Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\x08"),
  },
  {
    name: "exif-of-nonsense.jpg",
    expect: "read",
    bytes: () => withSegment(0xe1, `Exif\0\0${"\xff".repeat(400)}`),
  },
  { name: "segment-too-long.jpg", expect: "either", bytes: () => withSegment(0xe2, "ICC", 0xffff) },
  {
    name: "profile-of-nonsense.jpg",
    expect: "either",
    bytes: () => withSegment(0xe2, `ICC_PROFILE\0\x01\x01${"nonsense".repeat(30)}`),
  },
  { name: "size-zero.jpg", expect: "refused", bytes: () => resized(0, 0) },
  { name: "flood-65535.jpg", expect: "refused", bytes: () => resized(65_535, 65_535) },
  { name: "size-larger-than-data.jpg", expect: "either", bytes: () => resized(3000, 3000) },
  { name: "start-only.jpg", expect: "refused", bytes: () => Buffer.from([0xff, 0xd8, 0xff]) },
  {
    name: "start-and-end.jpg",
    expect: "refused",
    bytes: () => Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
  },
  {
    name: "start-and-noise.jpg",
    expect: "refused",
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(50_000, 0x7b)]),
  },
  {
    name: "four-inks.jpg",
    expect: "read",
    bytes: () => flat(80, 60).toColourspace("cmyk").jpeg().toBuffer(),
  },
  {
    name: "progressive.jpg",
    expect: "read",
    bytes: () => busy().jpeg({ progressive: true }).toBuffer(),
  },
  { name: "many-scans.jpg", expect: "either", bytes: manyScans },
  {
    name: "garbage-behind.jpg",
    expect: "read",
    bytes: async () => Buffer.concat([await jpeg(), Buffer.alloc(90_000, 0x30)]),
  },
];

/** A progressive JPEG whose last scan is repeated again and again. */
async function manyScans(): Promise<Buffer> {
  const whole = await flat(2000, 2000).jpeg({ progressive: true }).toBuffer();
  const last = whole.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = whole.subarray(last, whole.length - 2);
  return Buffer.concat([
    whole.subarray(0, last),
    ...Array.from({ length: 2000 }, () => scan),
    Buffer.from([0xff, 0xd9]),
  ]);
}

// TIFF

const lines = (width = 64, height = 48) => ({
  data: Uint8Array.from({ length: width * height }, (_, i) => (i % 7 === 0 ? 0 : 255)),
  width,
  height,
});

const tiff = (more: Partial<TiffLook> = {}, count = 1): Buffer =>
  tiffFile(
    Array.from({ length: count }, () => lines()),
    { ...plainLook, ...more },
  );

const tagged = (
  name: string,
  tags: Readonly<Record<number, number>>,
  expect: HostileFile["expect"] = "either",
): HostileFile => ({
  name: `${name}.tif`,
  expect,
  bytes: () => tiff({ tags }),
});

const hostileTiffs: readonly HostileFile[] = [
  ...truncations("fax", "tif", 10, async () => tiff({ compression: 3 }, 2)),
  ...mutations("fax", "tif", 12, async () => tiff({ compression: 3 }, 2)),
  ...truncations("lzw", "tif", 8, () => busy().tiff({ compression: "lzw" }).toBuffer()),
  { name: "directory-loop.tif", expect: "refused", bytes: () => tiff({ lastNext: 8 }) },
  {
    name: "directory-far-away.tif",
    expect: "refused",
    bytes: () => tiff({ lastNext: 0x7ffffff0 }),
  },
  { name: "directory-nowhere.tif", expect: "refused", bytes: () => text("II*\0\xff\xff\xff\x7f") },
  {
    name: "directory-empty.tif",
    expect: "refused",
    bytes: () => text("II*\0\x08\0\0\0\0\0\0\0\0\0"),
  },
  { name: "pages-501.tif", expect: "refused", bytes: () => tiff({}, 501) },
  { name: "pages-4000.tif", expect: "refused", bytes: () => tiff({}, 4000) },
  tagged("width-zero", { 256: 0 }, "refused"),
  tagged("height-zero", { 257: 0 }, "refused"),
  tagged("flood-30000", { 256: 30_000, 257: 30_000, 278: 30_000 }, "refused"),
  tagged("width-of-a-billion", { 256: 1_000_000_000 }, "refused"),
  tagged("height-of-a-billion", { 257: 1_000_000_000, 278: 1_000_000_000 }, "refused"),
  tagged("bits-64", { 258: 64 }),
  tagged("bits-0", { 258: 0 }),
  tagged("coding-unheard-of", { 259: 34_999 }, "refused"),
  tagged("coding-jpeg-without-jpeg", { 259: 7 }, "refused"),
  tagged("coding-lzw-of-nonsense", { 259: 5 }),
  tagged("coding-zip-of-nonsense", { 259: 8 }),
  tagged("coding-webp-of-nonsense", { 259: 50_001 }),
  tagged("fax-of-nonsense-g4", { 259: 4 }),
  tagged("fax-of-nonsense-g3", { 259: 3 }),
  tagged("colours-99", { 262: 99 }),
  tagged("palette-missing", { 258: 8, 262: 3 }),
  tagged("strip-far-away", { 273: 0x7ffffff0 }),
  tagged("strip-too-long", { 279: 0x7ffffff0 }),
  tagged("strip-of-zero-lines", { 278: 0 }),
  tagged("samples-60000", { 277: 60_000 }),
  tagged("fill-order-9", { 266: 9 }),
  tagged("tiles-of-zero", { 322: 0, 323: 0, 324: 8, 325: 8 }),
  tagged("resolution-unit-77", { 296: 77 }),
  { name: "resolution-none.tif", expect: "read", bytes: () => tiff({ dpi: [0, 0] }) },
  { name: "resolution-absurd.tif", expect: "read", bytes: () => tiff({ dpi: [4_000_000_000, 1] }) },
  { name: "preview-only.tif", expect: "read", bytes: () => tiff({ tags: { 254: 1 } }) },
  { name: "big-endian.tif", expect: "read", bytes: () => tiff({ bigEndian: true }) },
  {
    name: "big-tiff.tif",
    expect: "either",
    bytes: () => busy().tiff({ bigtiff: true }).toBuffer(),
  },
  {
    name: "big-tiff-loop.tif",
    expect: "either",
    bytes: () => text("II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x10\0\0\0\0\0\0\0"),
  },
  {
    name: "float.tif",
    expect: "either",
    bytes: () => flat(40, 40).tiff({ compression: "none" }).toBuffer(),
  },
  {
    name: "jpeg-inside.tif",
    expect: "read",
    bytes: () => flat(64, 64).tiff({ compression: "jpeg" }).toBuffer(),
  },
];

// Something else under a page's name

const renamed: readonly HostileFile[] = [
  { name: "empty.pdf", expect: "refused", bytes: () => text("") },
  { name: "one-byte.png", expect: "refused", bytes: () => text("\x89") },
  { name: "line-ends.tif", expect: "refused", bytes: () => text("\r\n".repeat(500)) },
  {
    name: "letter.pdf",
    expect: "refused",
    bytes: () => Buffer.from("これは文章です。\n".repeat(50)),
  },
  {
    name: "letter-utf16.pdf",
    expect: "refused",
    bytes: () => Buffer.from("\ufeffこれは文章です。", "utf16le"),
  },
  {
    name: "web-page.jpg",
    expect: "refused",
    bytes: () => text("<!doctype html><html><body>x</body></html>"),
  },
  {
    name: "drawing.png",
    expect: "refused",
    bytes: () =>
      text('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
  },
  { name: "archive.tif", expect: "refused", bytes: () => text("PK\x03\x04\x14\0\0\0") },
  {
    name: "old-office.pdf",
    expect: "refused",
    bytes: () => text("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
  },
  { name: "program.pdf", expect: "refused", bytes: () => text("MZ\x90\0\x03\0") },
  { name: "linux-program.png", expect: "refused", bytes: () => text("\x7fELF\x02\x01\x01") },
  { name: "script.pdf", expect: "refused", bytes: () => text("#!/bin/sh\nrm -rf /\n") },
  { name: "postscript.pdf", expect: "refused", bytes: () => text("%!PS-Adobe-3.0\nshowpage\n") },
  {
    name: "iphone.jpg",
    expect: "refused",
    bytes: () => text("\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
  },
  { name: "bitmap.jpg", expect: "refused", bytes: () => text(`BM${"\0".repeat(60)}`) },
  { name: "jpeg2000.jpg", expect: "refused", bytes: () => text("\0\0\0\x0cjP  \r\n\x87\n") },
  { name: "gif.png", expect: "refused", bytes: () => flat(20, 20).gif().toBuffer() },
  { name: "webp.jpg", expect: "refused", bytes: () => flat(20, 20).webp().toBuffer() },
  { name: "avif.jpg", expect: "refused", bytes: () => text("\0\0\0\x1cftypavif\0\0\0\0avifmif1") },
  { name: "png-called-pdf.pdf", expect: "read", bytes: () => flat(60, 80).png().toBuffer() },
  { name: "jpeg-called-tif.tif", expect: "read", bytes: () => flat(60, 80).jpeg().toBuffer() },
  { name: "tiff-called-png.png", expect: "read", bytes: () => tiff() },
  {
    name: "png-and-zip.png",
    expect: "read",
    bytes: () => Buffer.concat([png(...small()), Buffer.from("PK\x03\x04")]),
  },
  {
    name: "jpeg-with-header-of-pdf.jpg",
    expect: "read",
    bytes: () => withSegment(0xfe, "%PDF-1.4"),
  },
];

export const hostilePictures: readonly HostileFile[] = [
  ...hostilePngs,
  ...hostileJpegs,
  ...hostileTiffs,
  ...renamed,
];

/** Writes TIFF files byte by byte: fax codings, odd resolutions, and faults that no encoder would make. */
import { endOfLine, faxLine } from "./fax-codes.ts";

export interface TiffLook {
  /** 1 = plain, 2 = fax lines without ends, 3 = fax G3. */
  readonly compression: 1 | 2 | 3;
  /** 0 = white is zero, 1 = black is zero. */
  readonly photometric: 0 | 1;
  /** 2 = bits of a byte from the right. */
  readonly fillOrder: 1 | 2;
  readonly dpi: readonly [number, number];
  readonly bigEndian?: boolean;
  /** More entries, or other values for entries. */
  readonly tags?: Readonly<Record<number, number>>;
  /** Where the directory of the last page points to: 0 ends the file, 8 makes a loop. */
  readonly lastNext?: number;
}

export const plainLook: TiffLook = {
  compression: 1,
  photometric: 0,
  fillOrder: 1,
  dpi: [204, 196],
};

interface Lines {
  /** A byte per pixel, below 128 is black. */
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A TIFF with one page per entry, 1 bit per pixel. */
export function tiffFile(pages: readonly Lines[], look: TiffLook): Buffer {
  const parts: Buffer[] = [header(look)];
  let at = 8;
  const strips = pages.map((page) => packed(page, look));
  const sizes = strips.map((strip) => strip.length + (strip.length % 2));
  for (const [i, page] of pages.entries()) {
    const strip = strips[i] ?? Buffer.alloc(0);
    const size = directorySize(look);
    const isLast = i === pages.length - 1;
    const next = isLast ? (look.lastNext ?? 0) : at + size + (sizes[i] ?? 0);
    parts.push(directory(page, look, { at, strip: at + size, bytes: strip.length, next }));
    parts.push(strip, Buffer.alloc((sizes[i] ?? 0) - strip.length));
    at += size + (sizes[i] ?? 0);
  }
  return Buffer.concat(parts);
}

function header({ bigEndian }: TiffLook): Buffer {
  return Buffer.from(bigEndian ? [0x4d, 0x4d, 0, 42, 0, 0, 0, 8] : [0x49, 0x49, 42, 0, 8, 0, 0, 0]);
}

function entriesOf(page: Lines, look: TiffLook, strip: number, bytes: number): Map<number, number> {
  const [across, down] = [282, 283];
  const fixed: [number, number][] = [
    [254, 0],
    [256, page.width],
    [257, page.height],
    [258, 1],
    [259, look.compression],
    [262, look.photometric],
    [266, look.fillOrder],
    [273, strip],
    [277, 1],
    [278, page.height],
    [279, bytes],
    [across, 0],
    [down, 0],
    [296, 2],
  ];
  const more = Object.entries(look.tags ?? {}).map(([k, v]): [number, number] => [Number(k), v]);
  return new Map([...new Map([...fixed, ...more])].sort(([a], [b]) => a - b));
}

const directorySize = (look: TiffLook): number => {
  const count = entriesOf({ data: new Uint8Array(), width: 0, height: 0 }, look, 0, 0).size;
  return 2 + 12 * count + 4 + 16;
};

function directory(
  page: Lines,
  look: TiffLook,
  place: { at: number; strip: number; bytes: number; next: number },
): Buffer {
  const entries = entriesOf(page, look, place.strip, place.bytes);
  const out = Buffer.alloc(directorySize(look));
  const big = look.bigEndian === true;
  const u16 = (v: number, at: number): number =>
    big ? out.writeUInt16BE(v, at) : out.writeUInt16LE(v, at);
  const u32 = (v: number, at: number): number =>
    big ? out.writeUInt32BE(v >>> 0, at) : out.writeUInt32LE(v >>> 0, at);
  u16(entries.size, 0);
  const fractions = 2 + 12 * entries.size + 4;
  let at = 2;
  for (const [tag, value] of entries) {
    const isFraction = tag === 282 || tag === 283;
    u16(tag, at);
    u16(isFraction ? 5 : 4, at + 2);
    u32(1, at + 4);
    u32(isFraction ? place.at + fractions + (tag === 283 ? 8 : 0) : value, at + 8);
    at += 12;
  }
  u32(place.next, at);
  u32(look.dpi[0], fractions);
  u32(1, fractions + 4);
  u32(look.dpi[1], fractions + 8);
  u32(1, fractions + 12);
  return out;
}

function packed(page: Lines, look: TiffLook): Buffer {
  const rows = Array.from({ length: page.height }, (_, y) =>
    page.data.subarray(y * page.width, (y + 1) * page.width),
  );
  const bits = rows.map((row) => lineBits(row, look));
  const bytes = look.compression === 3 ? bytesOf(bits.join("")) : Buffer.concat(bits.map(bytesOf));
  return look.fillOrder === 2 ? (bytes.map(reversed) as Buffer) : bytes;
}

function lineBits(row: Uint8Array, look: TiffLook): string {
  if (look.compression === 3) return endOfLine + faxLine(row);
  if (look.compression === 2) return faxLine(row);
  const black = look.photometric === 0 ? "1" : "0";
  const white = look.photometric === 0 ? "0" : "1";
  return Array.from(row, (v) => (v < 128 ? black : white)).join("");
}

function bytesOf(bits: string): Buffer {
  const out = Buffer.alloc(Math.ceil(bits.length / 8));
  for (let i = 0; i < bits.length; i++) {
    if (bits[i] === "1") out[i >> 3] = (out[i >> 3] ?? 0) | (0x80 >> (i & 7));
  }
  return out;
}

function reversed(byte: number): number {
  let out = 0;
  for (let i = 0; i < 8; i++) if (byte & (1 << i)) out |= 0x80 >> i;
  return out;
}

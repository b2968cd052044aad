/** Reads the directories of a TIFF: sizes and resolutions of its pages, and loops that would never end. */

/** One page as its directory describes it; 0 where it says nothing. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  /** Dots per unit across and down: fax machines send fewer lines than dots. */
  readonly across: number;
  readonly down: number;
  /** False for previews and masks, which are no pages of their own. */
  readonly isPage: boolean;
}

const tag = { kind: 254, width: 256, height: 257, across: 282, down: 283 } as const;

/** NewSubfileType: 1 = preview of another picture, 4 = mask. */
const NO_PAGE = 1 | 4;

/** Entries of one directory that are looked at; usual files have 20. */
const MOST_ENTRIES = 512;

const bytesOfType: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8 };

interface Source {
  readonly view: DataView;
  readonly little: boolean;
}

/**
 * Directories in order, at most `limit` + 1 of them. Null for a file whose directories cannot be followed:
 * damaged, or BigTIFF, whose pages the decoder counts itself.
 */
export function tiffPages(bytes: Uint8Array, limit: number): readonly TiffPage[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const source = { view, little };
  try {
    if (view.getUint16(2, little) !== 42) return null;
    return directories(source, limit);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Null when directories form a loop or make no sense; RangeError (from the view) when a place lies outside the file. */
function directories({ view, little }: Source, limit: number): TiffPage[] | null {
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at !== 0 && pages.length <= limit) {
    if (seen.has(at)) return null;
    seen.add(at);
    const count = view.getUint16(at, little);
    if (count === 0 || count > MOST_ENTRIES) return null;
    pages.push(pageOf({ view, little }, at + 2, count));
    at = view.getUint32(at + 2 + 12 * count, little);
  }
  return pages;
}

function pageOf(source: Source, from: number, count: number): TiffPage {
  const values = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const at = from + 12 * i;
    values.set(source.view.getUint16(at, source.little), valueAt(source, at));
  }
  const value = (name: number): number => values.get(name) ?? 0;
  return {
    width: value(tag.width),
    height: value(tag.height),
    across: value(tag.across),
    down: value(tag.down),
    isPage: (value(tag.kind) & NO_PAGE) === 0,
  };
}

/** The first value of an entry as a number; fractions stand elsewhere in the file. */
function valueAt({ view, little }: Source, at: number): number {
  const size = bytesOfType[view.getUint16(at + 2, little)];
  if (size === 1) return view.getUint8(at + 8);
  if (size === 2) return view.getUint16(at + 8, little);
  const value = view.getUint32(at + 8, little);
  if (size !== 8) return value;
  const below = view.getUint32(value + 4, little);
  return below === 0 ? 0 : view.getUint32(value, little) / below;
}

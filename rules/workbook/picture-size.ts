/** How large a picture of a field stands on a sheet. */

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const most: PictureSize = { width: 340, height: 110 };
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Pixels of a PNG; null when it is none. */
export function pngSize(png: Uint8Array): PictureSize | null {
  if (png.length < 24 || !signature.every((b, i) => png[i] === b)) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  return size.width > 0 && size.height > 0 ? size : null;
}

/** Its size on the sheet: as large as it is, or as large as the column allows. Null when it is no PNG. */
export function fittedPicture(png: Uint8Array): PictureSize | null {
  const size = pngSize(png);
  if (!size) return null;
  const scale = Math.min(1, most.width / size.width, most.height / size.height);
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

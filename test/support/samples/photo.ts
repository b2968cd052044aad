/** Photographs of a page with a telephone: a table around it, perspective, a lamp on one side, JPEG. Seeded. */
import sharp from "sharp";
import { seeded } from "./seeded.ts";

export interface PhotoLook {
  /** How far the far edge is shorter than the near one, as a share. */
  readonly tilt: number;
  /** Degrees that the sheet lies turned on the table. */
  readonly turn: number;
  /** Share of light lost from one side of the picture to the other. */
  readonly shade: number;
  /** Pixels along the longer side of the photograph. */
  readonly size: number;
  /** EXIF orientation that the telephone writes (1 = none); the picture is stored turned accordingly. */
  readonly orientation?: 1 | 3 | 6 | 8;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** JPEG of the page (PNG, upright) as it lies on a table. The same seed gives the same bytes. */
export async function photograph(page: Buffer, look: PhotoLook, seed: number): Promise<Buffer> {
  const chance = seeded(seed);
  const { data, info } = await sharp(page)
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const sheet = { data, width: info.width, height: info.height };
  const height = look.size;
  const width = Math.round(height * 0.75);
  const corners = layOut(width, height, look);
  const toSheet = inverse(corners);
  const out = Buffer.alloc(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = toSheet({ x, y });
      const inside = at.x >= 0 && at.y >= 0 && at.x <= 1 && at.y <= 1;
      const grey = inside
        ? sample(sheet, at) * 0.92
        : 70 + 18 * Math.sin(x / 9 + 3 * Math.sin(y / 60));
      const light = 1 - look.shade * (x / width);
      const noise = (chance.next() - 0.5) * 8;
      out[y * width + x] = Math.max(0, Math.min(255, grey * light + noise));
    }
  }
  const raw = { raw: { width, height, channels: 1 as const } };
  const turned = { 1: 0, 3: 180, 6: 270, 8: 90 }[look.orientation ?? 1];
  return sharp(await sharp(out, raw).rotate(turned).png().toBuffer())
    .toColourspace("srgb")
    .jpeg({ quality: 85 })
    .withMetadata({ orientation: look.orientation ?? 1 })
    .toBuffer();
}

/** Corners of the sheet in the photograph: top left, top right, bottom right, bottom left. */
function layOut(width: number, height: number, look: PhotoLook): [Spot, Spot, Spot, Spot] {
  const w = width * 0.4;
  const h = w * Math.SQRT2;
  const radians = (look.turn * Math.PI) / 180;
  const place = (dx: number, dy: number): Spot => {
    const x = dx * w * (dy < 0 ? 1 - look.tilt : 1);
    const y = dy * h;
    return {
      x: width / 2 + x * Math.cos(radians) - y * Math.sin(radians),
      y: height / 2 + x * Math.sin(radians) + y * Math.cos(radians),
    };
  };
  return [place(-1, -1), place(1, -1), place(1, 1), place(-1, 1)];
}

/** Unit square ← quadrilateral, by the usual closed form of a projective map. */
function inverse([a, b, c, d]: [Spot, Spot, Spot, Spot]): (p: Spot) => Spot {
  const [dx1, dx2, dx3] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x];
  const [dy1, dy2, dy3] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y];
  const det = dx1 * dy2 - dx2 * dy1;
  const g = (dx3 * dy2 - dx2 * dy3) / det;
  const h = (dx1 * dy3 - dx3 * dy1) / det;
  const m = [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
  ];
  const [m0, m1, m2, m3, m4, m5] = m as [number, number, number, number, number, number];
  // Adjugate of [[m0,m1,m2],[m3,m4,m5],[g,h,1]].
  return ({ x, y }) => {
    const u = (m4 - m5 * h) * x + (m2 * h - m1) * y + (m1 * m5 - m2 * m4);
    const v = (m5 * g - m3) * x + (m0 - m2 * g) * y + (m2 * m3 - m0 * m5);
    const w = (m3 * h - m4 * g) * x + (m1 * g - m0 * h) * y + (m0 * m4 - m1 * m3);
    return { x: u / w, y: v / w };
  };
}

function sample(sheet: { data: Buffer; width: number; height: number }, at: Spot): number {
  const x = Math.min(sheet.width - 1.001, at.x * (sheet.width - 1));
  const y = Math.min(sheet.height - 1.001, at.y * (sheet.height - 1));
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const px = (p: number, q: number): number => sheet.data[(j + q) * sheet.width + i + p] ?? 255;
  const top = px(0, 0) + (px(1, 0) - px(0, 0)) * (x - i);
  const low = px(0, 1) + (px(1, 1) - px(0, 1)) * (x - i);
  return top + (low - top) * (y - j);
}

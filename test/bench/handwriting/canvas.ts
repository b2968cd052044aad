/** Grey pictures in floating point: scaling, turning and blurring without rounding in between. */
import type { Grey, Rect } from "../../../ocr/image/grey.ts";

export interface Canvas {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
}

export function blank(width: number, height: number): Canvas {
  return { data: new Float32Array(width * height).fill(255), width, height };
}

export function greyOf({ data, width, height }: Canvas): Grey {
  return {
    data: Uint8Array.from(data, (v) => Math.min(255, Math.max(0, Math.round(v)))),
    width,
    height,
  };
}

type Pixels = Pick<Canvas, "width" | "height"> & { readonly data: ArrayLike<number> };

/** Bilinear; outside the picture everything is white. */
function at(source: Pixels, x: number, y: number): number {
  const { data, width, height } = source;
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) return atRim(source, x, y);
  const i = y0 * width + x0;
  const fx = x - x0;
  const upper = (data[i] ?? 255) * (1 - fx) + (data[i + 1] ?? 255) * fx;
  const lower = (data[i + width] ?? 255) * (1 - fx) + (data[i + width + 1] ?? 255) * fx;
  return upper + (lower - upper) * (y - y0);
}

function atRim({ data, width, height }: Pixels, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const pixel = (px: number, py: number): number =>
    px < 0 || py < 0 || px >= width || py >= height ? 255 : (data[py * width + px] ?? 255);
  const upper = pixel(x0, y0) * (1 - fx) + pixel(x0 + 1, y0) * fx;
  const lower = pixel(x0, y0 + 1) * (1 - fx) + pixel(x0 + 1, y0 + 1) * fx;
  return upper * (1 - fy) + lower * fy;
}

/** Smooth to larger sizes, mean of 3 × 3 samples to smaller ones. */
export function resized(source: Pixels, width: number, height: number): Canvas {
  const out = blank(width, height);
  const [sx, sy] = [source.width / width, source.height / height];
  const [nx, ny] = [sx > 1.2 ? 3 : 1, sy > 1.2 ? 3 : 1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = 0; j < ny; j++) {
        for (let i = 0; i < nx; i++) {
          sum += at(source, (x + (i + 0.5) / nx) * sx - 0.5, (y + (j + 0.5) / ny) * sy - 0.5);
        }
      }
      out.data[y * width + x] = sum / (nx * ny);
    }
  }
  return out;
}

/** Turned about its middle, then shifted. */
export function turned(source: Canvas, by: { degrees: number; x: number; y: number }): Canvas {
  const { width, height } = source;
  const out = blank(width, height);
  const [cos, sin] = [
    Math.cos((by.degrees * Math.PI) / 180),
    Math.sin((by.degrees * Math.PI) / 180),
  ];
  const [cx, cy] = [width / 2, height / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - cx - by.x, y - cy - by.y];
      out.data[y * width + x] = at(source, cx + dx * cos - dy * sin, cy + dx * sin + dy * cos);
    }
  }
  return out;
}

/** A light blur, 1-6-1 in both directions twice. */
export function blurred(source: Canvas): Canvas {
  let out = source;
  for (let round = 0; round < 2; round++) {
    out = smeared(out, { step: 1, line: source.width, length: source.width });
    out = smeared(out, { step: source.width, line: 1, length: source.height });
  }
  return out;
}

/** Along lines of `length` pixels, `step` apart; the rim repeats. */
function smeared(
  { data, width, height }: Canvas,
  { step, line, length }: { step: number; line: number; length: number },
): Canvas {
  const out = blank(width, height);
  const lines = data.length / length;
  for (let n = 0; n < lines; n++) {
    let at = n * line;
    let before = data[at] ?? 255;
    for (let k = 0; k < length; k++, at += step) {
      const here = data[at] ?? 255;
      const after = k < length - 1 ? (data[at + step] ?? 255) : here;
      out.data[at] = 0.12 * before + 0.76 * here + 0.12 * after;
      before = here;
    }
  }
  return out;
}

/** An upright or level line. */
export function drawLine(
  canvas: Canvas,
  ends: { x0: number; x1: number; y0: number; y1: number },
  line: { grey: number; thick: number },
): void {
  const half = Math.floor(line.thick / 2);
  for (let y = ends.y0 - half; y < ends.y1 - half + line.thick; y++) {
    for (let x = ends.x0 - half; x < ends.x1 - half + line.thick; x++) {
      const i = y * canvas.width + x;
      canvas.data[i] = Math.min(canvas.data[i] ?? 255, line.grey);
    }
  }
}

/** Every row shifted against the next, `by` pixels each, the middle one left where it is. */
export function slanted(source: Canvas, by: number): Canvas {
  const { width, height } = source;
  const room = Math.ceil((Math.abs(by) * height) / 2);
  const out = blank(width + 2 * room, height);
  for (let y = 0; y < height; y++) {
    const shift = by * (height / 2 - y);
    for (let x = 0; x < out.width; x++) {
      out.data[y * out.width + x] = at(source, x - room - shift, y);
    }
  }
  return out;
}

/** Somewhere to write on: what is darker stays. */
interface Paper {
  readonly data: Float32Array | Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The soft rim of small pictures becomes the rim of a pen: it begins at the share `rim` of their ink. */
export function putInk(
  paper: Paper,
  glyph: Canvas,
  to: { x: number; y: number; ink: number; rim: number },
): void {
  for (let y = 0; y < glyph.height; y++) {
    for (let x = 0; x < glyph.width; x++) {
      const [tx, ty] = [x + to.x, y + to.y];
      if (tx < 0 || ty < 0 || tx >= paper.width || ty >= paper.height) continue;
      const soft = 1 - (glyph.data[y * glyph.width + x] ?? 255) / 255;
      const share = Math.min(1, Math.max(0, (soft - to.rim) / 0.5));
      const i = ty * paper.width + tx;
      paper.data[i] = Math.min(paper.data[i] ?? 255, 255 - (255 - to.ink) * share);
    }
  }
}

/** Smallest rectangle around what is darker than `grey`; null when nothing is. */
export function inkBounds({ data, width, height }: Grey, grey: number): Rect | null {
  let [x0, y0, x1, y1] = [width, height, -1, -1];
  for (let i = 0; i < data.length; i++) {
    if ((data[i] ?? 255) >= grey) continue;
    const x = i % width;
    const y = (i - x) / width;
    [x0, x1] = [Math.min(x0, x), Math.max(x1, x)];
    [y0, y1] = [Math.min(y0, y), Math.max(y1, y)];
  }
  return x1 < 0 ? null : { x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 };
}

/** Makes the paper of a photograph equally white everywhere; shadows and lamps go, ink stays. */
import type { Grey } from "./grey.ts";

/** Pixels across one cell whose paper is measured; larger than a thick stroke, smaller than a shadow's edge. */
const CELL = 64;

/** Share of a cell's pixels that are darker than its paper. */
const PAPER_SHARE = 0.85;

const PAPER = 245;

export function evenLight(picture: Grey): Grey {
  const { width, height } = picture;
  const paper = smooth(paperGrid(picture));
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const gy = Math.max(0, Math.min(paper.height - 1.001, (y + 0.5) / CELL - 0.5));
    for (let x = 0; x < width; x++) {
      const gx = Math.max(0, Math.min(paper.width - 1.001, (x + 0.5) / CELL - 0.5));
      const white = Math.max(40, between(paper, gx, gy));
      const v = ((picture.data[y * width + x] ?? 255) * PAPER) / white;
      data[y * width + x] = Math.min(255, v);
    }
  }
  return { data, width, height };
}

interface Grid {
  readonly values: Float32Array;
  readonly width: number;
  readonly height: number;
}

function paperGrid(picture: Grey): Grid {
  const width = Math.max(2, Math.ceil(picture.width / CELL));
  const height = Math.max(2, Math.ceil(picture.height / CELL));
  const values = new Float32Array(width * height);
  const counts = new Uint32Array(256);
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      counts.fill(0);
      values[j * width + i] = paperOfCell(picture, { x: i * CELL, y: j * CELL }, counts);
    }
  }
  return { values, width, height };
}

/** Looks at every third pixel both ways. */
function paperOfCell(picture: Grey, at: { x: number; y: number }, counts: Uint32Array): number {
  let total = 0;
  const x0 = Math.min(at.x, Math.max(0, picture.width - CELL));
  const y0 = Math.min(at.y, Math.max(0, picture.height - CELL));
  for (let y = y0; y < Math.min(y0 + CELL, picture.height); y += 3) {
    for (let x = x0; x < Math.min(x0 + CELL, picture.width); x += 3) {
      const v = picture.data[y * picture.width + x] ?? 255;
      counts[v] = (counts[v] ?? 0) + 1;
      total++;
    }
  }
  let seen = 0;
  for (let v = 0; v < 256; v++) {
    seen += counts[v] ?? 0;
    if (seen >= PAPER_SHARE * total) return v;
  }
  return 255;
}

/** A cell full of ink (a corner square, a seal) takes the paper of its neighbours. */
function smooth(grid: Grid): Grid {
  const values = new Float32Array(grid.values.length);
  for (let y = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++) {
      const around: number[] = [];
      for (let j = Math.max(0, y - 1); j <= Math.min(grid.height - 1, y + 1); j++) {
        for (let i = Math.max(0, x - 1); i <= Math.min(grid.width - 1, x + 1); i++) {
          around.push(grid.values[j * grid.width + i] ?? 255);
        }
      }
      around.sort((p, q) => q - p);
      values[y * grid.width + x] = around[Math.floor(around.length / 3)] ?? 255;
    }
  }
  return { ...grid, values };
}

function between(grid: Grid, x: number, y: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const [dx, dy] = [x - i, y - j];
  const at = (p: number, q: number): number => grid.values[(j + q) * grid.width + i + p] ?? 255;
  const top = at(0, 0) + (at(1, 0) - at(0, 0)) * dx;
  const low = at(0, 1) + (at(1, 1) - at(0, 1)) * dx;
  return top + (low - top) * dy;
}

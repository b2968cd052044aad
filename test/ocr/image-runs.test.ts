/** Connected parts against a plain flood fill, on noise of every density and on shapes that close late. */
import { describe, expect, it } from "vitest";
import { keepParts } from "../../ocr/glyphs/ink-parts.ts";
import { darkBlobs } from "../../ocr/image/components.ts";
import { connectedRuns } from "../../ocr/image/runs.ts";
import { seeded } from "../support/samples/seeded.ts";

interface Plane {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

function noise(width: number, height: number, seed: number, density: number): Plane {
  const chance = seeded(seed);
  const data = Uint8Array.from({ length: width * height }, () =>
    chance.next() < density ? 200 : 10,
  );
  return { data, width, height };
}

/** Places of the eight pixels around one, those outside the picture left out. */
function around({ data, width }: Plane, place: number): number[] {
  const x = place % width;
  const columns = [-1, 0, 1].filter((dx) => x + dx >= 0 && x + dx < width);
  const places = [-width, 0, width].flatMap((row) => columns.map((dx) => place + row + dx));
  return places.filter((p) => p !== place && p >= 0 && p < data.length);
}

/** The number of each pixel's part, in reading order of first pixels; -1 for paper. */
function flooded(plane: Plane): Int32Array {
  const parts = new Int32Array(plane.data.length).fill(-1);
  const isOpen = (place: number): boolean => (plane.data[place] ?? 0) >= 100 && parts[place] === -1;
  let next = 0;
  for (let start = 0; start < parts.length; start++) {
    if (!isOpen(start)) continue;
    const open = [start];
    parts[start] = next;
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const near = around(plane, place).filter(isOpen);
      for (const p of near) parts[p] = next;
      open.push(...near);
    }
    next++;
  }
  return parts;
}

function painted(plane: Plane): Int32Array {
  const out = new Int32Array(plane.data.length).fill(-1);
  const runs = connectedRuns(plane, { least: 100, most: 255 });
  for (let i = 0; i < runs.count; i++) {
    const start = (runs.row[i] ?? 0) * plane.width;
    out.fill(runs.part[i] ?? -1, start + (runs.from[i] ?? 0), start + (runs.to[i] ?? 0) + 1);
  }
  return out;
}

describe("connected parts", () => {
  it.each([0, 0.05, 0.3, 0.42, 0.6, 1])("are those of a flood fill at density %f", (density) => {
    for (let seed = 0; seed < 6; seed++) {
      const plane = noise(3 + 17 * seed, 41, seed, density);
      expect(painted(plane)).toEqual(flooded(plane));
    }
  });

  it("has room for a picture with more runs than any before", () => {
    const plane = noise(320, 200, 9, 0.5);
    expect(painted(plane)).toEqual(flooded(plane));
  });

  it("joins arms that meet only at the end", () => {
    const rows = ["#.#.#", "#.#.#", "#.###", "###.#"];
    const data = Uint8Array.from(rows.join(""), (c) => (c === "#" ? 200 : 0));
    expect(connectedRuns({ data, width: 5, height: 4 }, { least: 100, most: 255 }).parts).toBe(1);
  });
});

describe("dark blobs", () => {
  it("tells area, edges and middle", () => {
    const data = new Uint8Array(8 * 5).fill(255);
    for (const at of [9, 10, 11, 17, 19, 38]) data[at] = 0;
    expect(darkBlobs({ data, width: 8, height: 5 }, 100)).toEqual([
      { area: 5, x0: 1, y0: 1, x1: 3, y1: 2, cx: 2, cy: 1.4 },
      { area: 1, x0: 6, y0: 4, x1: 6, y1: 4, cx: 6, cy: 4 },
    ]);
    expect(darkBlobs({ data, width: 8, height: 5 }, -1)).toEqual([]);
  });
});

describe("parts of a box", () => {
  it("wipes out what is not ours, and leaves everything when nothing is", () => {
    const ink = new Uint8Array(6 * 3);
    ink.set([200, 200, 0, 0, 0, 150], 6);
    const map = { ink, width: 6, height: 3 };
    expect(keepParts(map, () => false)).toEqual([]);
    expect(ink[6]).toBe(200);
    const kept = keepParts(map, (p) => p.area > 1);
    expect(kept).toEqual([{ area: 2, x0: 0, y0: 1, x1: 1, y1: 1, along: 1, down: 2 }]);
    expect([...ink.subarray(6, 12)]).toEqual([200, 200, 0, 0, 0, 0]);
  });
});

/** The connected parts of the ink of a box. */
import { connectedRuns, type Run } from "../image/runs.ts";
import { type InkMap, STROKE } from "./ink-map.ts";

/** One connected part; edges inclusive. */
export interface InkPart {
  readonly area: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly runs: readonly Run[];
}

const strokes = { least: STROKE, most: 255 } as const;

/** All 8-connected parts of pixels of at least STROKE. */
export function partsOf({ ink, width, height }: InkMap): InkPart[] {
  return connectedRuns({ data: ink, width, height }, strokes).map(partFrom);
}

function partFrom(runs: readonly Run[]): InkPart {
  let [area, x0, x1] = [0, Number.MAX_SAFE_INTEGER, 0];
  for (const run of runs) {
    area += run.to - run.from + 1;
    x0 = Math.min(x0, run.from);
    x1 = Math.max(x1, run.to);
  }
  return { area, x0, x1, y0: runs[0]?.row ?? 0, y1: runs.at(-1)?.row ?? 0, runs };
}

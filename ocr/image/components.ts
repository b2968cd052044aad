/** Connected dark blobs of a picture, 8-connected. */
import type { Grey } from "./grey.ts";
import { connectedRuns, type Extent, extentsOf } from "./runs.ts";

export interface Blob {
  readonly area: number;
  readonly x0: number;
  readonly y0: number;
  /** Inclusive. */
  readonly x1: number;
  readonly y1: number;
  readonly cx: number;
  readonly cy: number;
}

/** All blobs of pixels at or below `threshold`, in reading order of their first pixel. */
export function darkBlobs(source: Grey, threshold: number): Blob[] {
  if (threshold < 0) return [];
  return extentsOf(connectedRuns(source, { least: 0, most: threshold })).map(blobOf);
}

function blobOf({ area, x0, y0, x1, y1, along, down }: Extent): Blob {
  return { area, x0, x1, y0, y1, cx: along / area, cy: down / area };
}

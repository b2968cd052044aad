/** The connected parts of the ink of a box. */
import { connectedRuns, type Extent, extentsOf, paintOthers } from "../image/runs.ts";
import { type InkMap, STROKE } from "./ink-map.ts";

const strokes = { least: STROKE, most: 255 } as const;

/** All 8-connected parts of pixels of at least STROKE. */
export const partsOf = ({ ink, width, height }: InkMap): Extent[] =>
  extentsOf(connectedRuns({ data: ink, width, height }, strokes));

/**
 * Makes paper of all 8-connected parts of pixels of at least STROKE that are not `ours`, if any is; mutates `map`. Gives those
 * that are.
 */
export function keepParts(
  { ink, width, height }: InkMap,
  ours: (part: Extent) => boolean,
): Extent[] {
  const plane = { data: ink, width, height };
  const runs = connectedRuns(plane, strokes);
  const parts = extentsOf(runs);
  const kept = parts.map(ours);
  if (!kept.includes(true)) return [];
  if (kept.includes(false)) paintOthers(plane, runs, { kept, value: 0 });
  return parts.filter((_, i) => kept[i]);
}

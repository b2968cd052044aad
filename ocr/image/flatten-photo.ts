/** A photograph of a sheet of paper → the sheet seen from straight above, evenly lit, like a scan. */
import { isBilevel } from "./bilevel.ts";
import { evenLight } from "./even-light.ts";
import { findPaper } from "./find-paper.ts";
import type { Grey } from "./grey.ts";
import { type FourPoints, fitHomography, type Point, warp } from "./homography.ts";

export interface FlatPhoto {
  readonly picture: Grey;
  /** Pixels that the photograph has along the longer side of the paper. */
  readonly longSide: number;
}

/** Longer side to shorter side of A and B papers. */
const A_SHAPE = Math.SQRT2;
/** A sheet whose sides look like this is taken for one; perspective and the lens bend them. */
const A_SHAPE_SHARE = 0.16;

/** Longer side of the flat picture: A4 at 300 dpi. */
const LONG_SIDE = 3508;

/** Null for everything that is not a photograph with a table around the paper. */
export function flattenPhoto(picture: Grey): FlatPhoto | null {
  if (isBilevel(picture)) return null;
  const paper = findPaper(picture);
  if (!paper) return null;
  const { width, height } = shapeOf(paper);
  const target: FourPoints = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: 0, y: height },
    { x: width, y: height },
  ];
  const toPhoto = fitHomography(target, paper);
  if (!toPhoto) return null;
  const flat = warp(picture, toPhoto, { x: 0, y: 0, step: 1, width, height });
  const [a, b, c] = paper;
  return { picture: evenLight(flat), longSide: Math.max(distance(a, b), distance(a, c)) };
}

function shapeOf([a, b, c, d]: FourPoints): { width: number; height: number } {
  const across = distance(a, b) + distance(c, d);
  const down = distance(a, c) + distance(b, d);
  const seen = Math.max(across, down) / Math.min(across, down);
  const shape = Math.abs(seen / A_SHAPE - 1) < A_SHAPE_SHARE ? A_SHAPE : seen;
  const short = Math.round(LONG_SIDE / shape);
  return across > down ? { width: LONG_SIDE, height: short } : { width: short, height: LONG_SIDE };
}

const distance = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y);

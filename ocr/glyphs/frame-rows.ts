/** Finds where a printed line of a box lies: the row near its place that is dark nearly all along and reaches the corners. */

/** A line may lie this far from where the form says (0.7 mm at 300 dpi). */
const TOLERANCE = 8;

/** Share of the frame's side that must be dark for a row to be a line. */
const DARK = 0.62;

/** A line has ink this near to both corners (0.5 mm at 300 dpi); the stem of ヨ beside a pale line has not. */
const CORNER = 6;

/** Walking along a line (`along`) and across it, whichever way it runs. */
export interface Line {
  readonly alongStep: number;
  readonly alongEnd: number;
  readonly acrossStep: number;
  readonly acrossEnd: number;
  readonly at: number;
  /** The part of the line between the corners. */
  readonly span: { readonly from: number; readonly to: number };
}

/**
 * The darkest row near the line's place, or null when none is dark enough to be a line. `whole`: only rows that reach both
 * corners.
 */
export function findRow(
  ink: Uint8Array,
  line: Line,
  { level, whole }: { level: number; whole: boolean },
): number | null {
  let best: number | null = null;
  let most = DARK;
  const end = Math.min(line.acrossEnd - 1, Math.round(line.at) + TOLERANCE);
  for (let p = Math.max(0, Math.round(line.at) - TOLERANCE); p <= end; p++) {
    const dark = darkShare(ink, line, { p, level, most });
    if (dark > most && (!whole || reachesCorners(ink, line, { p, level })))
      [most, best] = [dark, p];
  }
  return best;
}

function reachesCorners(
  ink: Uint8Array,
  line: Line,
  { p, level }: { p: number; level: number },
): boolean {
  const { from, to } = spanOf(line);
  const darkFrom = (start: number): boolean => {
    for (let q = start; q < start + CORNER; q++) {
      if ((ink[q * line.alongStep + p * line.acrossStep] ?? 0) >= level) return true;
    }
    return false;
  };
  return darkFrom(from) && darkFrom(to - CORNER);
}

/** Whole pixels between the corners. */
const spanOf = ({ span, alongEnd }: Line) => ({
  from: Math.max(0, Math.round(span.from)),
  to: Math.min(alongEnd, Math.round(span.to)),
});

/** Share of a row that is dark; 0 as soon as it cannot be more than `most` any more. */
function darkShare(
  ink: Uint8Array,
  line: Line,
  { p, level, most }: { p: number; level: number; most: number },
): number {
  const { from, to } = spanOf(line);
  if (to <= from) return 0;
  // `| 0` tells the compiler that these stay whole, here and elsewhere: these loops run for every box.
  const step = line.alongStep | 0;
  const across = Math.imul(p, line.acrossStep);
  const end = (Math.imul(to, step) + across) | 0;
  const least = level | 0;
  const allowed = (to - from - Math.floor(most * (to - from))) | 0;
  let pale = 0;
  for (let at = (Math.imul(from, step) + across) | 0; at < end; at = (at + step) | 0) {
    if ((ink[at] ?? 0) < least) pale = (pale + 1) | 0;
    if (pale > allowed) return 0;
  }
  return (to - from - pale) / (to - from);
}

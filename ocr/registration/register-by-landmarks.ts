/** Finds pages of adopted forms, which have no markers: ruled lines give the plane, printed words prove the form. */
import type { Form, Landmarks } from "../form.ts";
import { type Grey, shrink } from "../image/grey.ts";
import { apply, type Homography, type Point } from "../image/homography.ts";
import { alignRules, type Pose } from "./align-rules.ts";
import { findRules, type RuleLine, skewOf, solidRules } from "./find-rules.ts";
import { fitPlane, type PlaneFrame, type Tie, tieError } from "./fit-plane.ts";
import { inkMap } from "./ink-map.ts";
import { type FoundWord, findWord } from "./word-marks.ts";

/** How well a page is a copy of one adopted form. */
export interface LandmarkFit {
  readonly form: Form;
  /** Millimetres of the form → pixels of the page as scanned. */
  readonly toPage: Homography;
  /** Share (0..1) of the form's rules, by length, that lie on rules of the page. */
  readonly rules: number;
  /** Share (0..1) of the form's words that stand near their place. */
  readonly words: number;
  /** How far (mm) landmarks stand from their place: nine of ten are nearer. */
  readonly residual: number;
  /** False when landmarks are missing side by side: part of the page lies elsewhere, or is cut off. */
  readonly whole: boolean;
}

/** Long side in pixels of the copy on which landmarks are looked for (A4 at 150 dpi). */
const WORKING_SIDE = 1754;

/** A word is there when its picture agrees at least so well. */
const LIKENESS = 0.55;

/** The page must have at least these shares of a form's landmarks to be a copy of it. */
const SAME = { rules: 0.6, words: 0.55 } as const;

/** A page that is the form's copy must show so much of it, lines across and down each, to be read. */
const WHOLE = { rules: 0.75, words: 0.7 } as const;

/** Length of rules (mm) in one direction below which that direction says nothing. */
const TELLING_MM = 40;

/** Ties that stand farther off (mm) do not pull, step by step. */
const SPREADS = [4, 2.5, 1.5, 1, 1] as const;

/** Every form that the page may be a copy of, best first; empty for foreign pages. */
export function fitLandmarks(page: Grey, forms: readonly Form[]): LandmarkFit[] {
  const by = Math.max(1, Math.round(Math.max(page.width, page.height) / WORKING_SIDE));
  const small = by === 1 ? page : shrink(page, by);
  const scene = sceneOf(small);
  if (scene.lines.length === 0) return [];
  const fits: LandmarkFit[] = [];
  for (const form of forms) {
    const marks = form.layout.landmarks;
    if (!marks) continue;
    const fit = fitForm(scene, { form, marks });
    if (fit) fits.push({ ...fit, toPage: enlarge(fit.toPage, by) });
  }
  return fits.sort((a, b) => b.words + b.rules - a.words - a.rules);
}

interface Scene {
  readonly page: Grey;
  readonly lines: readonly RuleLine[];
  readonly skew: number;
}

function sceneOf(page: Grey): Scene {
  const scale = Math.max(page.width, page.height) / 297;
  const lines = findRules(inkMap(page), { ...solidRules, scale });
  return { page, lines, skew: skewOf(lines) };
}

interface Wanted {
  readonly form: Form;
  readonly marks: Landmarks;
}

/** Tries the turns that the shape of the page allows; upright first. */
function fitForm(scene: Scene, wanted: Wanted): LandmarkFit | null {
  const { paper } = wanted.form;
  const sideways = scene.page.width > scene.page.height !== paper.width > paper.height;
  let best: LandmarkFit | null = null;
  for (const quarters of sideways ? ([1, 3] as const) : ([0, 2] as const)) {
    const fit = fitTurned(scene, wanted, quarters);
    if (fit && (!best || fit.words + fit.rules > best.words + best.rules)) best = fit;
    if (best && best.words > 0.8) break;
  }
  return best;
}

function fitTurned(scene: Scene, wanted: Wanted, quarters: Pose["quarters"]): LandmarkFit | null {
  const { page, skew } = scene;
  const { paper } = wanted.form;
  const scale = Math.max(page.width, page.height) / Math.max(paper.width, paper.height);
  const pose: Pose = { quarters, skew, scale, paper, page };
  const guess = alignRules(wanted.marks.rules, scene.lines, pose);
  if (!guess) return null;
  const frame: PlaneFrame = {
    middle: { x: paper.width / 2, y: paper.height / 2 },
    target: { x: page.width / 2, y: page.height / 2 },
    scale,
  };
  const coarse = refine(guess, (plane) => ruleTies(scene, wanted.marks, { plane, scale }), frame);
  if (!coarse) return null;
  const words = lookForWords(page, wanted.marks, { plane: coarse, reach: 2.5 });
  const ties = wordTies(words, coarse);
  const fine = refine(
    coarse,
    (plane) => [...ruleTies(scene, wanted.marks, { plane, scale }), ...ties],
    frame,
  );
  return fine && judge(scene, wanted, { plane: fine, scale });
}

/** Few landmarks bend nothing: perspective is fitted only in the last rounds, and stiffly. */
function refine(
  start: Homography,
  tiesOf: (plane: Homography) => Tie[],
  frame: PlaneFrame,
): Homography | null {
  let plane = start;
  for (const [round, spread] of SPREADS.entries()) {
    const ties = tiesOf(plane);
    if (ties.length < 12) return null;
    const next = fitPlane(ties, frame, { bend: round >= 2, spread, start: plane });
    if (!next) return null;
    plane = next;
  }
  return plane;
}

interface Lay {
  readonly plane: Homography;
  readonly scale: number;
}

/** Points along every rule of the form (each 6 mm) tied to the nearest rule of the page, and its two ends. */
function ruleTies(scene: Scene, marks: Landmarks, lay: Lay): Tie[] {
  return marks.rules.flatMap((mark) => tiesOf(scene, pointsOn(mark), lay));
}

function tiesOf(scene: Scene, points: readonly Point[], lay: Lay): Tie[] {
  const ends = [points[0], points.at(-1)].filter((p) => p !== undefined);
  const [a, b] = ends.map((p) => apply(lay.plane, p));
  if (!a || !b) return [];
  const direction = Math.abs(b.x - a.x) > Math.abs(b.y - a.y) ? "across" : "down";
  const lines = scene.lines.filter((l) => l.direction === direction);
  const tied = (from: Point, find: typeof nearestLine, weight: number): Tie[] => {
    const pull = find(apply(lay.plane, from), lines, lay.scale);
    return pull ? [{ from, ...pull, weight }] : [];
  };
  return [
    ...points.flatMap((from) => tied(from, nearestLine, 1)),
    ...ends.flatMap((from) => tied(from, nearestEnd, 0.5)),
  ];
}

const STEP_MM = 6;

function pointsOn(mark: Landmarks["rules"][number]): Point[] {
  const count = Math.max(1, Math.round((mark.to - mark.from) / STEP_MM));
  return Array.from({ length: count + 1 }, (_, i) => {
    const along = mark.from + ((mark.to - mark.from) * i) / count;
    return mark.direction === "across" ? { x: along, y: mark.at } : { x: mark.at, y: along };
  });
}

/** How far (mm) a line is looked for. */
const NEAR_MM = 4;

type Pull = Pick<Tie, "normal" | "distance">;

function nearestLine(at: Point, lines: readonly RuleLine[], scale: number): Pull | null {
  let best: { pull: Pull; gap: number } | null = null;
  for (const l of lines) {
    const [dx, dy] = [l.x1 - l.x0, l.y1 - l.y0];
    const length = Math.hypot(dx, dy);
    const along = ((at.x - l.x0) * dx + (at.y - l.y0) * dy) / length;
    if (along < -2 * scale || along > length + 2 * scale) continue;
    const normal = { x: -dy / length, y: dx / length };
    const distance = normal.x * l.x0 + normal.y * l.y0;
    const gap = Math.abs(normal.x * at.x + normal.y * at.y - distance);
    if (gap < (best?.gap ?? NEAR_MM * scale)) best = { pull: { normal, distance }, gap };
  }
  return best?.pull ?? null;
}

/** Ends are cut by noise and crossing ink, so only near ones pull, along the line. */
function nearestEnd(at: Point, lines: readonly RuleLine[], scale: number): Pull | null {
  let best: { pull: Pull; gap: number } | null = null;
  for (const l of lines) {
    const length = Math.hypot(l.x1 - l.x0, l.y1 - l.y0);
    const normal = { x: (l.x1 - l.x0) / length, y: (l.y1 - l.y0) / length };
    for (const end of [
      { x: l.x0, y: l.y0 },
      { x: l.x1, y: l.y1 },
    ]) {
      const gap = Math.hypot(end.x - at.x, end.y - at.y);
      if (gap >= (best?.gap ?? NEAR_MM * scale)) continue;
      best = { pull: { normal, distance: normal.x * end.x + normal.y * end.y }, gap };
    }
  }
  return best?.pull ?? null;
}

type SeenWord = FoundWord & { readonly at: Point };

function lookForWords(
  page: Grey,
  marks: Landmarks,
  how: { readonly plane: Homography; readonly reach: number },
): SeenWord[] {
  return marks.words.map((word) => ({
    ...findWord(page, how.plane, { word, reach: how.reach }),
    at: { x: word.x + word.columns / 8, y: word.y + word.rows / 8 },
  }));
}

/** A word that was recognised pins its middle in both directions. */
function wordTies(words: readonly SeenWord[], plane: Homography): Tie[] {
  return words
    .filter((w) => w.likeness >= LIKENESS)
    .flatMap((w): Tie[] => {
      const seen = apply(plane, { x: w.at.x + w.dx, y: w.at.y + w.dy });
      const tie = { from: w.at, weight: 2 };
      return [
        { ...tie, normal: { x: 1, y: 0 }, distance: seen.x },
        { ...tie, normal: { x: 0, y: 1 }, distance: seen.y },
      ];
    });
}

/** Counts what is where it should be; null when the page is no copy of the form. */
function judge(scene: Scene, wanted: Wanted, lay: Lay): LandmarkFit | null {
  const { marks, form } = wanted;
  const words = lookForWords(scene.page, marks, { plane: lay.plane, reach: 2.5 });
  const seen = words.filter((w) => w.likeness >= LIKENESS);
  const ruled = ruleShare(scene, marks.rules, lay);
  const share = words.length === 0 ? 0 : seen.length / words.length;
  if (ruled.share < SAME.rules || share < SAME.words) return null;
  const offsets = seen.map((w) => Math.hypot(w.dx, w.dy)).sort((a, b) => b - a);
  const errors = [...ruled.errors, ...offsets].sort((a, b) => a - b);
  // One word may be mistaken for another; two that stand elsewhere are the page's fault.
  const residual = Math.max(errors[Math.floor(0.9 * (errors.length - 1))] ?? 99, offsets[1] ?? 0);
  const ways = (["across", "down"] as const).map((direction) =>
    marks.rules.filter((r) => r.direction === direction),
  );
  const whole =
    share >= WHOLE.words &&
    !missesTogether(words) &&
    ways.every((rules) => isWhole(ruleShare(scene, rules, lay).share, rules));
  return { form, toPage: lay.plane, rules: ruled.share, words: share, residual, whole };
}

function isWhole(share: number, rules: Landmarks["rules"]): boolean {
  const length = rules.reduce((sum, r) => sum + r.to - r.from, 0);
  return length < TELLING_MM || share >= WHOLE.rules;
}

/** Whether a word is missing together with its two nearest neighbours. */
function missesTogether(words: readonly SeenWord[]): boolean {
  const missing = (w: SeenWord): boolean => w.likeness < LIKENESS;
  return words.filter(missing).some((w) => {
    const far = (o: SeenWord): number => Math.hypot(o.at.x - w.at.x, o.at.y - w.at.y);
    const near = words.filter((o) => o !== w).sort((a, b) => far(a) - far(b));
    return near.length >= 3 && near.slice(0, 2).every(missing);
  });
}

/** A point of a rule counts as found when a line passes within 2.5 mm; how near it passes is its error. */
function ruleShare(
  scene: Scene,
  rules: Landmarks["rules"],
  lay: Lay,
): { share: number; errors: number[] } {
  const points = rules.flatMap(pointsOn).length;
  const errors = rules
    .flatMap((mark) => tiesOf(scene, pointsOn(mark), lay))
    .filter((t) => t.weight === 1)
    .map((t) => tieError(lay.plane, t, lay.scale))
    .filter((e) => e < 2.5);
  return { share: errors.length / Math.max(1, points), errors };
}

/** From pixels of the small copy to pixels of the page. */
function enlarge(h: Homography, by: number): Homography {
  const [a, b, c, d, e, f, g, k] = h;
  return [a * by, b * by, c * by, d * by, e * by, f * by, g, k];
}

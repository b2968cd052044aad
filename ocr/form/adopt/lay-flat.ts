/** Straightens the blank scan of a form: one pixel is 1/300 inch of paper, and rules are measured in millimetres. */
import type { Landmarks, RuleMark } from "../../form.ts";
import { type Grey, shrink } from "../../image/grey.ts";
import { type Homography, warp } from "../../image/homography.ts";
import { MM_PER_INCH, READING_DPI } from "../../intake/limits.ts";
import { planeOf } from "../../registration/align-rules.ts";
import { findRules, type RuleLine, skewOf, solidRules } from "../../registration/find-rules.ts";
import { inkMap } from "../../registration/ink-map.ts";

export interface PaperSize {
  readonly width: number;
  readonly height: number;
}

/** The blank form as it was printed. */
export interface FlatForm {
  readonly paper: PaperSize;
  /** Grey at READING_DPI. */
  readonly picture: Grey;
  /** Millimetres → pixels of `picture`. */
  readonly plane: Homography;
  /** Solid rules and dashed ones. */
  readonly rules: readonly RuleMark[];
  readonly dashed: readonly RuleMark[];
}

const PIXELS_PER_MM = READING_DPI / MM_PER_INCH;

/** Dashed rules: dots and dashes with gaps of up to 1.3 mm. */
const dashedRules = { run: 5, gap: 1.3, line: 6, thickest: 1.2 } as const;

export function layFlat(scan: Grey, paper: PaperSize): FlatForm {
  const small = scan.height > 2400 || scan.width > 2400 ? shrink(scan, 2) : scan;
  const longest = Math.max(paper.width, paper.height);
  const coarse = Math.max(small.width, small.height) / longest;
  const skew = skewOf(findRules(inkMap(small), { ...solidRules, scale: coarse }));
  const scale = Math.max(scan.width, scan.height) / longest;
  const pose = { quarters: 0, skew, scale, paper, page: scan } as const;
  const toScan = planeOf(pose, { size: 1, x: 0, y: 0 });
  const step = 1 / PIXELS_PER_MM;
  const size = (mm: number): number => Math.round(mm * PIXELS_PER_MM);
  const target = { x: 0, y: 0, step, width: size(paper.width), height: size(paper.height) };
  const picture = warp(scan, toScan, target);
  const map = inkMap(picture);
  const search = { scale: PIXELS_PER_MM };
  const lines = findRules(map, { ...solidRules, ...search, line: 3.6 }).map(inMm);
  const rules = withoutStrokes(joinRules(lines), picture);
  const dots = joinRules(findRules(map, { ...dashedRules, ...search }).map(inMm));
  const s = PIXELS_PER_MM;
  return {
    paper,
    picture,
    plane: [s, 0, 0, 0, s, 0, 0, 0],
    rules,
    dashed: dots.filter(
      (d) => !covered(d, rules) && isAlone(d, picture) && (isLong(d) || meets(d, rules)),
    ),
  };
}

/** Strokes of large glyphs are as long as the sides of low cells, but they end at no rule. */
function withoutStrokes(rules: readonly RuleMark[], picture: Grey): RuleMark[] {
  // Strokes of neighbouring bold glyphs make a line together, but have ink on both sides.
  const clear = rules.filter(
    (r) => r.to - r.from > 60 || Math.min(...inkBeside(r, picture)) < 0.12,
  );
  const long = clear.filter(isLong);
  return clear.filter((r) => isLong(r) || meets(r, long));
}

const isLong = (r: RuleMark): boolean => r.to - r.from >= 14;

/** Whether both ends of a rule lie on rules of the other direction. */
function meets(rule: RuleMark, others: readonly RuleMark[]): boolean {
  const crossing = others.filter(
    (o) => o.direction !== rule.direction && o.from < rule.at + 1 && o.to > rule.at - 1,
  );
  const near = (end: number): boolean => crossing.some((o) => Math.abs(o.at - end) < 1);
  return near(rule.from) && near(rule.to);
}

/** Rules that are good to find pages by: solid and not too short. */
export function landmarkRules(flat: FlatForm): Landmarks["rules"] {
  const long = flat.rules.filter((r) => r.to - r.from >= 9);
  return [...long].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 160);
}

function inMm(line: RuleLine): RuleMark {
  const mm = (px: number): number => px / PIXELS_PER_MM;
  const at = line.direction === "across" ? (line.y0 + line.y1) / 2 : (line.x0 + line.x1) / 2;
  const [from, to] = line.direction === "across" ? [line.x0, line.x1] : [line.y0, line.y1];
  return { direction: line.direction, at: mm(at), from: mm(from), to: mm(to) };
}

/** Pieces of one rule that a crossing or a weak spot has cut. */
function joinRules(rules: readonly RuleMark[]): RuleMark[] {
  const sorted = [...rules].sort((a, b) => a.from - b.from);
  const out: RuleMark[] = [];
  for (const rule of sorted) {
    const i = out.findIndex(
      (o) =>
        o.direction === rule.direction &&
        Math.abs(o.at - rule.at) < 0.35 &&
        rule.from - o.to < 1.2 &&
        rule.to > o.from,
    );
    const old = out[i];
    if (!old) out.push(rule);
    else out[i] = { ...old, to: Math.max(old.to, rule.to), at: meanAt(old, rule) };
  }
  return out;
}

function meanAt(a: RuleMark, b: RuleMark): number {
  const [p, q] = [a.to - a.from, b.to - b.from];
  return (a.at * p + b.at * q) / (p + q);
}

function covered(rule: RuleMark, by: readonly RuleMark[]): boolean {
  return by.some(
    (b) =>
      b.direction === rule.direction &&
      Math.abs(b.at - rule.at) < 0.7 &&
      Math.min(b.to, rule.to) - Math.max(b.from, rule.from) > 0.4 * (rule.to - rule.from),
  );
}

/** A dashed rule stands free: beside it there is nothing, a line of text has ink there. */
function isAlone(rule: RuleMark, picture: Grey): boolean {
  const [before, after] = inkBeside(rule, picture);
  return before + after < 0.12;
}

/** Shares of ink 0.8 mm before and behind a rule; what it ends at does not count. */
function inkBeside(rule: RuleMark, picture: Grey): [number, number] {
  const px = (mm: number): number => Math.round(mm * PIXELS_PER_MM);
  const [from, to, at] = [px(rule.from + 1), px(rule.to - 1), px(rule.at)];
  const share = (beside: number): number => {
    let dark = 0;
    for (let along = from; along < to; along++) {
      const [x, y] = rule.direction === "across" ? [along, at + beside] : [at + beside, along];
      if ((picture.data[y * picture.width + x] ?? 255) < 170) dark++;
    }
    return dark / Math.max(1, to - from);
  };
  return [share(-px(0.8)), share(px(0.8))];
}

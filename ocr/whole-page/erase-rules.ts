/** Takes the ruled lines off a page and remembers them: they cut letters for the readers, and they divide cells. */
import { type Grey, WHITE } from "../image/grey.ts";

/** Runs of ink at least this long (pixels at 300 dpi) are rules; the longest stroke of a 16 point title has 67. */
const LEAST_RUN = 72;

/** A rule is at most this thick; thicker long runs are black boxes or pictures. */
const THICKEST = 14;

export interface RuledPage {
  /** The page without its rules. */
  readonly picture: Grey;
  /** 1 where a rule was. */
  readonly rules: Uint8Array;
}

export function eraseRules(page: Grey, threshold: number): RuledPage {
  const { width, height, data } = page;
  const rules = new Uint8Array(width * height);
  const dark = (i: number): boolean => (data[i] ?? WHITE) <= threshold;
  const across = { lines: height, length: width, line: width, step: 1 };
  const down = { lines: width, length: height, line: 1, step: width };
  for (const way of [across, down]) {
    for (let n = 0; n < way.lines; n++) markRuns(rules, { ...way, from: n * way.line, dark });
  }
  keepThin(rules, page);
  const picture = { width, height, data: new Uint8Array(data) };
  wipe(picture, rules);
  return { picture, rules };
}

interface Way {
  readonly from: number;
  readonly step: number;
  readonly length: number;
  readonly dark: (at: number) => boolean;
}

/** One missing pixel does not end a run: scans have holes. */
function markRuns(rules: Uint8Array, { from, step, length, dark }: Way): void {
  let start = 0;
  let holes = 0;
  for (let i = 0; i <= length; i++) {
    if (i < length && dark(from + i * step)) {
      holes = 0;
      continue;
    }
    if (i < length && i > start && holes < 1) {
      holes++;
      continue;
    }
    if (i - holes - start >= LEAST_RUN) {
      for (let k = start; k < i - holes; k++) rules[from + k * step] = 1;
    }
    start = i + 1;
    holes = 0;
  }
}

/** Black areas are no rules: a marked pixel stays when the mark is thin in one direction. */
function keepThin(rules: Uint8Array, { width, height }: Grey): void {
  const reach = (at: number, step: number, most: number): number => {
    let n = 0;
    while (n < most && rules[at + (n + 1) * step] === 1) n++;
    return n;
  };
  const thick: number[] = [];
  for (let y = THICKEST; y < height - THICKEST; y++) {
    for (let x = THICKEST; x < width - THICKEST; x++) {
      const at = y * width + x;
      if (rules[at] !== 1) continue;
      const tall = reach(at, width, THICKEST) + reach(at, -width, THICKEST);
      if (tall < THICKEST) continue;
      if (reach(at, 1, THICKEST) + reach(at, -1, THICKEST) >= THICKEST) thick.push(at);
    }
  }
  for (const at of thick) rules[at] = 0;
}

/** Whitens the rules with two pixels of their blurred flanks. */
function wipe(picture: Grey, rules: Uint8Array): void {
  const { width, height, data } = picture;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      if (rules[y * width + x] !== 1) continue;
      for (let j = -2; j <= 2; j++) {
        const row = (y + j) * width + x;
        data.fill(WHITE, row - 2, row + 3);
      }
    }
  }
}

/** Turns what a text recogniser gives (one row of scores per step) into characters, in the two ways that are in use. */

export interface StepScores {
  /** `steps` rows of `classes` scores. */
  readonly data: Float32Array;
  readonly steps: number;
  readonly classes: number;
}

export interface DecodedSign {
  readonly text: string;
  /** Share of the best class among all allowed ones, 0..1. */
  readonly confidence: number;
  /** Step from 0 at which it was read. */
  readonly step: number;
}

/** Class 0 is "nothing" or "end"; class i is signs[i - 1]. A class without a sign is never read. */
export interface Alphabet {
  readonly signs: readonly string[];
  /** Only these can come out; null = all. */
  readonly charset: string | null;
}

/** CTC (PP-OCR and many others): repeats melt into one sign, class 0 parts them. */
export function decodeCtc(scores: StepScores, alphabet: Alphabet): DecodedSign[] {
  const out: DecodedSign[] = [];
  let last = 0;
  for (const { best, confidence, step } of bestOfSteps(scores, alphabet)) {
    const text = alphabet.signs[best - 1];
    if (best !== last && text !== undefined) out.push({ text, confidence, step });
    // Of several steps on one sign the surest one speaks.
    else if (best === last && best > 0) raise(out, confidence);
    last = best;
  }
  return out;
}

/** Step by step (PARSeq, as in NDLOCR-Lite): one sign per step until class 0 ends the line. */
export function decodeUntilEnd(scores: StepScores, alphabet: Alphabet): DecodedSign[] {
  const out: DecodedSign[] = [];
  for (const { best, confidence, step } of bestOfSteps(scores, alphabet)) {
    const text = alphabet.signs[best - 1];
    if (text === undefined) break;
    out.push({ text, confidence, step });
  }
  return out;
}

function raise(out: DecodedSign[], confidence: number): void {
  const last = out.at(-1);
  if (last && confidence > last.confidence) out[out.length - 1] = { ...last, confidence };
}

interface Best {
  readonly best: number;
  readonly confidence: number;
  readonly step: number;
}

function bestOfSteps(scores: StepScores, alphabet: Alphabet): Best[] {
  const allowed = allowedClasses(scores.classes, alphabet);
  return Array.from({ length: scores.steps }, (_, step) => {
    const row = scores.data.subarray(step * scores.classes, (step + 1) * scores.classes);
    let best = allowed[0] ?? 0;
    for (const c of allowed) if ((row[c] ?? 0) > (row[best] ?? 0)) best = c;
    return { best, confidence: shareOf(row, best), step };
  });
}

function allowedClasses(classes: number, { signs, charset }: Alphabet): number[] {
  const all = Array.from({ length: Math.min(classes, signs.length + 1) }, (_, c) => c);
  if (charset === null) return all;
  return all.filter((c) => c === 0 || charset.includes((signs[c - 1] ?? "").normalize("NFKC")));
}

/** Models give either shares that add up to 1 or plain scores; plain scores become shares here. */
function shareOf(row: Float32Array, best: number): number {
  let sum = 0;
  let least = 0;
  for (const v of row) {
    sum += v;
    if (v < least) least = v;
  }
  const top = row[best] ?? 0;
  if (least >= 0 && Math.abs(sum - 1) < 0.01) return Math.min(1, top);
  let total = 0;
  for (const v of row) total += Math.exp(v - top);
  return Math.min(1, 1 / total);
}

/** Our own recogniser: one character per box, hand-written or printed, with a probability that was measured. */
import type { ReaderRef } from "../../core/index.ts";
import type { Rect } from "../image/grey.ts";
import { ocrErrors } from "../messages.ja.ts";
import { type Alphabet, type GlyphModel, loadGlyphModels, loadPrintModel } from "./glyph-files.ts";
import { type BoxPicture, type GlyphInk, glyphInk } from "./glyph-ink.ts";
import { classesFor } from "./glyph-signs.ja.ts";
import { netInput } from "./net-input.ts";
import { type Net, plainNet } from "./plain-net.ts";
import { quickNet } from "./quick-net.ts";

export interface GlyphCandidate {
  readonly char: string;
  /** 0..1 among the characters that may stand there, a struck-out one and dirt. */
  readonly probability: number;
}

/**
 * What stands in one box. char: sure enough to go on to the checks; unsure: ask a person (candidates say what it may be);
 * blank: no ink, or specks that are no character; crossed: a character that was struck out, always for a person.
 */
export interface GlyphReading {
  readonly kind: "char" | "unsure" | "blank" | "crossed";
  /** The best candidate; "" for blank. */
  readonly char: string;
  readonly probability: number;
  /** At most three, best first. */
  readonly candidates: readonly GlyphCandidate[];
  /** Ink of the character on the box's picture; null for blank. */
  readonly bounds: Rect | null;
}

export interface GlyphReader {
  readonly ref: ReaderRef;
  /** True when every character of the set is known to one of the nets. */
  knows(charset: string): boolean;
  /**
   * Reads boxes one by one; the answer for a box never depends on the others. Only characters of `charset` come out,
   * as they are written there (ー or -, ョ or ヨ); characters that no net knows are passed over.
   */
  readBoxes(boxes: readonly BoxPicture[], charset: string): GlyphReading[];
  /** The same for a character whose ink was found already. */
  readInk(glyph: GlyphInk, charset: string): GlyphReading;
}

/** Nets by alphabet: the first one that knows every character of a set reads it, else the last. */
export type NetModels = Readonly<Partial<Record<Alphabet, GlyphModel>>>;

/** Digits and kana. About 0.2 s and 10 MB. Throws BukaError OCR014 when weights or thresholds are missing or damaged. */
export function createGlyphReader(models: NetModels = loadGlyphModels()): GlyphReader {
  return readerOver(models, "buka-glyphs");
}

/** Printed kana and kanji with variants, for a second opinion on one character. Throws as createGlyphReader does. */
export function createFaceReader(models: NetModels = loadPrintModel()): GlyphReader {
  return readerOver(models, "buka-faces");
}

function readerOver(models: NetModels, name: string): GlyphReader {
  const all = Object.values(models);
  const nets = new Map<GlyphModel, Reader>();
  const netOf = (model: GlyphModel): Reader => {
    const made = nets.get(model) ?? readerOf(model);
    nets.set(model, made);
    return made;
  };
  const masks = new Map<string, Mask>();
  const maskOf = (charset: string): Mask => {
    const made = masks.get(charset) ?? maskFor(charset, all);
    masks.set(charset, made);
    return made;
  };
  const readInk = (glyph: GlyphInk, charset: string): GlyphReading => {
    const mask = maskOf(charset);
    return netOf(mask.model)(glyph, mask);
  };
  const version = all.map((model) => model.weights.hash).join("-");
  return {
    ref: { name, version },
    knows: (charset) => maskOf(charset).whole,
    readBoxes: (boxes, charset) =>
      boxes.map((box) => {
        const glyph = glyphInk(box);
        return glyph ? readInk(glyph, charset) : nothing;
      }),
    readInk,
  };
}

interface Mask {
  readonly model: GlyphModel;
  /** Every character of the set has a class. */
  readonly whole: boolean;
  /** Per class the character that it stands for here, null = cannot come out. */
  readonly chars: readonly (string | null)[];
  /** The classes that may come out, and those of what is no character. */
  readonly open: readonly number[];
}

/** The first net that knows every character, else the last one without those that it does not know. */
function maskFor(charset: string, models: readonly GlyphModel[]): Mask {
  const masks = models.map((model) => maskIn(model, charset));
  const mask = masks.find((m) => m.whole) ?? masks.at(-1);
  if (!mask) throw ocrErrors.languageDataMissing({ name: "ocr/glyphs" });
  return mask;
}

function maskIn(model: GlyphModel, charset: string): Mask {
  const { classes } = model.weights;
  const chars: (string | null)[] = classes.map(() => null);
  let whole = true;
  // Big kana before small ones, the plain sign before its twins: the first one takes the class.
  const own = [...charset].sort(
    (a, b) => Number(classes.includes(b)) - Number(classes.includes(a)),
  );
  for (const sign of own) {
    const at = classesFor(sign)
      .map((c) => classes.indexOf(c))
      .find((i) => i >= 0);
    if (at === undefined) whole = false;
    else chars[at] ??= sign;
  }
  const open = [...classes.keys()].filter((i) => chars[i] !== null || isNoCharacter(classes[i]));
  return { model, whole, chars, open };
}

/** `<blank>` and `<crossed>`. */
const isNoCharacter = (name = ""): boolean => name.length > 1;

type Reader = (glyph: GlyphInk, mask: Mask) => GlyphReading;

const NOT_A_CHARACTER = { blank: "<blank>", crossed: "<crossed>" } as const;

/** Dirt is at most this share of the box. */
const DIRT = 0.01;

const nothing: GlyphReading = {
  kind: "blank",
  char: "",
  probability: 1,
  candidates: [],
  bounds: null,
};

function readerOf(model: GlyphModel): Reader {
  const net: Net = quickNet(model.weights) ?? plainNet(model.weights);
  return (glyph, mask) => verdictOn(glyph, look(net, model, { glyph, mask }), { model, mask });
}

interface Looked {
  readonly shares: Float64Array;
  /** All looks found the same class. */
  readonly agreed: boolean;
}

/** One look, and more in other sizes when it does not settle the matter. */
function look(
  net: Net,
  model: GlyphModel,
  { glyph, mask }: { glyph: GlyphInk; mask: Mask },
): Looked {
  const { thresholds, weights } = model;
  const mean = new Float64Array(weights.classes.length);
  const winners = new Set<number>();
  let looks = 0;
  for (const fit of thresholds.fits) {
    const scores = net(netInput(glyph, weights.size, fit));
    const shares = sharesOf(scores, { model, mask });
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (shares[i] ?? 0);
    winners.add(largest(shares));
    looks++;
    if (winners.size === 1 && (mean[largest(mean)] ?? 0) / looks >= thresholds.settled) break;
  }
  return { shares: mean.map((v) => v / looks), agreed: winners.size === 1 };
}

/** Probabilities over what may stand there and what is no character. */
function sharesOf(
  scores: Float32Array,
  { model, mask }: { model: GlyphModel; mask: Mask },
): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const i of mask.open) top = Math.max(top, scores[i] ?? top);
  const shares = new Float64Array(scores.length);
  let sum = 0;
  for (const i of mask.open) {
    const share = Math.exp(((scores[i] ?? top) - top) / model.thresholds.temperature);
    shares[i] = share;
    sum += share;
  }
  for (const i of mask.open) shares[i] = (shares[i] ?? 0) / sum;
  return shares;
}

function largest(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] ?? 0) > (values[best] ?? 0)) best = i;
  return best;
}

function verdictOn(
  glyph: GlyphInk,
  { shares, agreed }: Looked,
  { model, mask }: { model: GlyphModel; mask: Mask },
): GlyphReading {
  const candidates = bestOf(shares, mask);
  const winner = model.weights.classes[largest(shares)] ?? "";
  const best = candidates[0] ?? { char: "", probability: 0 };
  const found = {
    char: best.char,
    probability: best.probability,
    candidates,
    bounds: glyph.bounds,
  };
  if (winner === NOT_A_CHARACTER.blank && agreed && isDirt(glyph))
    return { ...nothing, candidates };
  if (winner === NOT_A_CHARACTER.crossed) return { ...found, kind: "crossed" };
  const { least, askShared } = model.thresholds;
  const whole = !glyph.cutOff && !(askShared && glyph.shared);
  const sure = whole && agreed && best.probability >= least;
  return { ...found, kind: sure ? "char" : "unsure" };
}

/** The three likeliest characters; of equal ones the first. */
function bestOf(shares: Float64Array, { open, chars }: Mask): GlyphCandidate[] {
  const best: GlyphCandidate[] = [];
  for (const i of open) {
    const char = chars[i] ?? null;
    const probability = shares[i] ?? 0;
    if (char === null || (best.length === 3 && probability <= (best[2]?.probability ?? 0)))
      continue;
    const place = best.findIndex((b) => b.probability < probability);
    best.splice(place < 0 ? best.length : place, 0, { char, probability });
    if (best.length > 3) best.pop();
  }
  return best;
}

/** So little ink that nobody meant it. */
function isDirt({ map, box }: GlyphInk): boolean {
  let dark = 0;
  for (const v of map.ink) if (v > 127) dark++;
  return dark < DIRT * box.width * box.height;
}

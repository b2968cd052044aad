/** What a page says without a template: its lines in reading order, and which of them seem to belong together. */
import type { PixelBox, ReaderRef } from "../../core/index.ts";

/** One line of text. Boxes are pixels at `dpi` of the page as it was laid straight. */
export interface TextLine {
  readonly text: string;
  /** 0..1, mean over the characters. */
  readonly confidence: number;
  readonly box: PixelBox;
}

/** A caption and what stands beside or below it: a proposal for a person, never a field that goes on by itself. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
  readonly confidence: number;
  readonly keyBox: PixelBox;
  readonly valueBox: PixelBox;
}

/** One page read without a template. */
export interface WholePage {
  /** Page of the file from 1. */
  readonly page: number;
  /** Degrees clockwise by which the page was turned to stand upright. */
  readonly turn: 0 | 90 | 180 | 270;
  /** Degrees by which it lay askew, besides the turn. */
  readonly skew: number;
  readonly lines: readonly TextLine[];
  readonly pairs: readonly KeyValue[];
  /** True when a 個人番号 was found: its digits are masked in the texts, and there is no picture. */
  readonly privateNumber: boolean;
  /** The page laid straight, grey PNG at `dpi`; null when it must not be kept. */
  readonly image: Uint8Array | null;
  readonly dpi: number;
  readonly reader: ReaderRef;
  readonly cpuSeconds: number;
}

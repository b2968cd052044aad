/** What one file may cost: checked before anything is decoded, so that a hostile file is cheap to refuse. */

export interface IntakeLimits {
  readonly fileBytes: number;
  readonly pages: number;
  /** Decoded pixels of one page; A4 at 600 dpi has 35 million. */
  readonly pixels: number;
  /** Longest side of a PDF page in millimetres; A3 has 420. */
  readonly sideMm: number;
}

export const intakeLimits: IntakeLimits = {
  fileBytes: 100 * 1024 * 1024,
  pages: 500,
  pixels: 40_000_000,
  sideMm: 600,
};

/** Dots per inch of the registered page on which fields are cut and read. */
export const READING_DPI = 300;

export const MM_PER_INCH = 25.4;

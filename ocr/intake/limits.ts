/** What one file may cost: checked before anything is decoded, so that a hostile file is cheap to refuse. */

export interface IntakeLimits {
  readonly fileBytes: number;
  readonly pages: number;
  /** Decoded pixels of one page; A4 at 600 dpi has 35 million. */
  readonly pixels: number;
  /** Bytes of one page that cannot be decoded line by line (interlaced PNG, progressive JPEG). */
  readonly heldBytes: number;
  /** Longest side of a PDF page in millimetres; A3 has 420. */
  readonly sideMm: number;
  /** Memory of the program that draws PDF pages. */
  readonly pdfHeapBytes: number;
  /** Letters of the text layer of one page that are looked at. */
  readonly pdfChars: number;
  /** Seconds that opening a file or decoding one page may take on a quiet machine. */
  readonly seconds: number;
  /** Seconds after which even a busy machine gives up. */
  readonly longestSeconds: number;
}

export const intakeLimits: IntakeLimits = {
  fileBytes: 100 * 1024 * 1024,
  pages: 500,
  pixels: 40_000_000,
  heldBytes: 200_000_000,
  sideMm: 600,
  pdfHeapBytes: 240 * 1024 * 1024,
  pdfChars: 20_000,
  seconds: 4,
  longestSeconds: 40,
};

/** Dots per inch of the registered page on which fields are cut and read. */
export const READING_DPI = 300;

export const MM_PER_INCH = 25.4;

export const POINTS_PER_INCH = 72;

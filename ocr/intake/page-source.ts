/** A file as numbered grey pages, whatever it is made of. */
import type { Grey } from "../image/grey.ts";
import type { PageWord } from "./text-layer.ts";

export interface PageSource {
  readonly pageCount: number;
  /** What the scanner delivered before we rendered it; null where rendering changes nothing. */
  readonly scanned: ScannedImages | null;
  /** Renders one page, counted from 1 and within `pageCount`. Throws BukaError when it is damaged or too large. */
  render(page: number): Promise<Grey>;
  /** Words that the file itself says stand on the page, in pixels of the rendered page; empty where there are none. */
  words(page: number): Promise<readonly PageWord[]>;
  close(): void;
}

/** Images inside a container such as PDF: rendering hides how coarse they are. */
export interface ScannedImages {
  /** Pixels along the longer side of the largest image. */
  readonly longSide: number;
  /** True when there are 1-bit images (fax, G4, JBIG2). */
  readonly bilevel: boolean;
}

/** A file as numbered grey pages, whatever it is made of. */
import type { Grey } from "../image/grey.ts";

export interface PageSource {
  readonly pageCount: number;
  /** Renders one page, counted from 1 and within `pageCount`. Throws BukaError when it is damaged or too large. */
  render(page: number): Promise<Grey>;
  close(): void;
}

/** Turns negative 1-bit pages round: fax programs often name the wrong colour zero. */
import { isBilevel } from "./bilevel.ts";
import type { Grey } from "./grey.ts";

/** No form is printed on a page of which more than this is black. */
const MOST_BLACK = 0.6;

export function whitePaper(page: Grey): Grey {
  let black = 0;
  let seen = 0;
  for (let i = 0; i < page.data.length; i += 101) {
    if ((page.data[i] ?? 255) < 128) black++;
    seen++;
  }
  if (black < MOST_BLACK * seen || !isBilevel(page)) return page;
  return { ...page, data: page.data.map((v) => 255 - v) };
}

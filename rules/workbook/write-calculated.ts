/** A workbook computed from file to file: every formula keeps its place and gets the value that viewers show. */
import { type Clock, systemClock } from "../../core/index.ts";
import { type CalcResults, resultsOf } from "../book/calc-book.ts";
import { CalcWorld } from "../book/calc-world.ts";
import { momentOf } from "../formula/today.ts";
import { openBookFile } from "../xlsx/open-book.ts";
import { BookPatch } from "./book-patch.ts";
import { patchCachedValues } from "./cached-values.ts";

/**
 * Computes a book and writes a copy in which only the stored values of formulas have changed. Gives the results as
 * `calcBook` does. Throws RUL001–RUL007, RUL013, RUL014.
 */
export async function writeCalculated(
  path: string,
  out: string,
  options: { readonly clock?: Clock } = {},
): Promise<CalcResults> {
  const book = openBookFile(path);
  const world = new CalcWorld(book.data);
  world.startRound(momentOf((options.clock ?? systemClock).now(), world.date1904));
  const results = resultsOf(world);
  const patch = new BookPatch(book);
  patchCachedValues(patch, world, { data: book.data, except: null });
  patch.writeTo(out);
  return results;
}

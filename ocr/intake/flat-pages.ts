/** Pages as registration wants them: photographs are flattened, negatives turned round, all else passes untouched. */
import { flattenPhoto } from "../image/flatten-photo.ts";
import type { Grey } from "../image/grey.ts";
import { whitePaper } from "../image/white-paper.ts";
import type { PageSource, ScannedImages } from "./page-source.ts";

/** `scanned` tells after a photograph was rendered how coarse it was: flattening hides it. */
export function withFlatPages(source: PageSource): PageSource {
  let photo: ScannedImages | null = null;
  return {
    pageCount: source.pageCount,
    get scanned() {
      return photo ?? source.scanned;
    },
    render: async (page): Promise<Grey> => {
      const picture = whitePaper(await source.render(page));
      const flat = flattenPhoto(picture);
      photo = flat ? { longSide: flat.longSide, bilevel: false } : null;
      return flat?.picture ?? picture;
    },
    // Boxes of the text layer lie on the page as drawn, not as flattened.
    words: async (page) => (photo ? [] : source.words(page)),
    close: () => source.close(),
  };
}

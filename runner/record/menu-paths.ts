/** Remembers which entry of a menu shows which others, so that a press of an inner one is written with the way to it. */
import { writtenCaption } from "../find/match-caption.ts";
import type { SeenGesture } from "./gesture.ts";

export class MenuPaths {
  readonly #parents = new Map<string, readonly string[]>();
  #last: {
    readonly place: number;
    readonly path: readonly string[];
    readonly shown: Set<string>;
  } | null = null;

  /** The way to an entry that is being pressed, itself last. */
  pathTo(seen: SeenGesture, caption: string): readonly string[] {
    const shown = captionsOn(seen);
    const last = this.#last;
    if (last !== null && last.place === seen.place) {
      for (const word of shown) {
        if (!last.shown.has(word) && !this.#parents.has(word)) this.#parents.set(word, last.path);
      }
    }
    const path = [...(this.#parents.get(caption) ?? []), caption];
    this.#last = { place: seen.place, path, shown };
    return path;
  }
}

function captionsOn({ frame }: SeenGesture): Set<string> {
  return new Set(frame.view.clickables.flatMap((c) => c.names.map((n) => writtenCaption(n.text))));
}

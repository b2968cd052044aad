/** What the readers of sentences hand to each other. Types only: the readers call each other through it. */
import type { ProblemBook, YamlNode } from "../core/index.ts";
import type { PartShelf } from "./part-shelf.ts";
import type { Step } from "./scenario.ts";

export interface Reading {
  readonly book: ProblemBook;
  /** Parts that may be called. */
  readonly shelf: Pick<PartShelf, "find">;
  /** Reads the sentences under `key`; what cannot be read is left out and reported. */
  steps(node: YamlNode, key: string): Step[];
}

/** The one table of keywords: parser, schema, explanation, help texts and docs/keywords.md are derived from it. */
import { blockTable } from "./blocks.ja.ts";
import type { Block, Keyword } from "./keyword.ts";
import { fileKeywords } from "./keywords-file.ja.ts";
import { fillKeywords } from "./keywords-fill.ja.ts";
import { flowKeywords } from "./keywords-flow.ja.ts";
import { lookKeywords } from "./keywords-look.ja.ts";

/** Keywords that are written as one sentence; forms are tried in this order. */
export const keywords: readonly Keyword[] = [
  ...fillKeywords,
  ...lookKeywords,
  ...flowKeywords,
  ...fileKeywords,
];

/** Keywords that are written over several lines (もし, 繰り返す …). */
export const blocks: readonly Block[] = blockTable;

/**
 * Turns the page-side functions into one expression that a frame can evaluate. They call each other only through the
 * kit `k`, so their source text means the same inside the page as here, whatever compiled it.
 */
import { unitWords } from "../../screen-words.ja.ts";
import { collectParts } from "./collect.ts";
import { controlParts } from "./controls.ts";
import { gridParts } from "./grids.ts";
import { kitParts } from "./kit.ts";
import { nameParts } from "./names.ts";
import { nearParts } from "./nearness.ts";
import { shownParts } from "./shown.ts";

const parts = {
  ...kitParts,
  ...gridParts,
  ...nameParts,
  ...nearParts,
  ...controlParts,
  ...shownParts,
  ...collectParts,
};

export type PageKit = typeof parts;

/** Evaluates to `{ view: FrameView, elements: Element[] }`. */
export const lookProgram = `(() => {
const k_units = new RegExp(${JSON.stringify(unitWords)}, "u");
const k = { ${Object.entries(parts)
  .map(([name, part]) => `${name}: ${String(part)}`)
  .join(",\n")} };
return k.collect(k);
})()`;

/**
 * Turns the page-side functions into one expression that a frame can evaluate. They call each other only through the
 * kit `k`, so their source text means the same inside the page as here, whatever compiled it.
 */
import { badgeWords, eraWords, unitWords } from "../../screen-words.ja.ts";
import { actParts } from "./acts.ts";
import { belongParts } from "./belongs.ts";
import { besideParts } from "./beside.ts";
import { byTurnParts } from "./by-turns.ts";
import { choiceWordParts } from "./choice-words.ts";
import { clickableParts } from "./clickables.ts";
import { collectParts } from "./collect.ts";
import { colonParts } from "./colons.ts";
import { controlParts } from "./controls.ts";
import { countedParts } from "./counted.ts";
import { gridParts } from "./grids.ts";
import { headBesideParts } from "./head-beside.ts";
import { headWordParts } from "./head-words.ts";
import { headingParts } from "./headings.ts";
import { headsOverParts } from "./heads-over.ts";
import { kitParts } from "./kit.ts";
import { lineParts } from "./lines.ts";
import { listParts } from "./lists.ts";
import { stateParts } from "./look-state.ts";
import { lookParts } from "./looks.ts";
import { memoParts } from "./memo.ts";
import { menuParts } from "./menus.ts";
import { nameParts } from "./names.ts";
import { nearParts } from "./nearness.ts";
import { ownBoxParts } from "./own-box.ts";
import { pairParts } from "./pairs.ts";
import { pastListParts } from "./past-list.ts";
import { recordParts } from "./records.ts";
import { sectionParts } from "./sections.ts";
import { shownParts } from "./shown.ts";
import { sideTableParts } from "./side-tables.ts";
import { stillParts } from "./stillness.ts";
import { turnBoxParts } from "./turn-boxes.ts";
import { twinParts } from "./twins.ts";
import { unseenParts } from "./unseen.ts";
import { valueParts } from "./values.ts";

const parts = {
  ...stateParts,
  ...kitParts,
  ...gridParts,
  ...headingParts,
  ...headsOverParts,
  ...headBesideParts,
  ...headWordParts,
  ...lineParts,
  ...listParts,
  ...pairParts,
  ...memoParts,
  ...menuParts,
  ...nameParts,
  ...besideParts,
  ...belongParts,
  ...nearParts,
  ...ownBoxParts,
  ...controlParts,
  ...pastListParts,
  ...recordParts,
  ...sectionParts,
  ...shownParts,
  ...sideTableParts,
  ...turnBoxParts,
  ...twinParts,
  ...unseenParts,
  ...valueParts,
  ...choiceWordParts,
  ...clickableParts,
  ...byTurnParts,
  ...colonParts,
  ...countedParts,
  ...collectParts,
  ...stillParts,
  ...lookParts,
  ...actParts,
};

export type PageKit = typeof parts;

/**
 * Name of what the program leaves in a frame, which pages do not list: `look()`, `around()` (the looks of other frames
 * too), and acts on the elements of that look by its turn and their number: `element`, `type`, `pick`, `aim` (the last two begin to watch), and then `effect()`; `point` aims without watching.
 */
export const handName = "__buka";

/** An expression whose body `end` may use the kit `k` with all parts, those of `more` included. */
export function programWith(more: Readonly<Record<string, unknown>>, end: string): string {
  return `(() => {
const k_units = new RegExp(${JSON.stringify(unitWords)}, "u");
const k_badges = new RegExp(${JSON.stringify(badgeWords)}, "u");
const k_eras = new RegExp(${JSON.stringify(`(?:^|[\\s:\\uFF1A\u3000])${eraWords}\\s*$`)}, "u");
const k = { ${Object.entries({ ...parts, ...more })
    .map(([name, part]) => `${name}: ${String(part)}`)
    .join(",\n")} };
${end}
})()`;
}

/** Puts the hand into a frame; harmless when it is there already. */
export const handProgram = programWith(
  {},
  `if (Object.hasOwn(globalThis, ${JSON.stringify(handName)})) return;
const held = { id: String(Math.random()), turn: 0, elements: [], watch: null, still: null, told: { text: "", turn: 0 } };
const hand = {
  id: held.id,
  look: (known, how) => k.lookHow(k, held, { known, how }),
  around: (known, how) => k.lookAround(k, ${JSON.stringify(handName)}, { known, how }),
  element: (turn, i) => k.elementAt(held, turn, i),
  type: (turn, i, text) => k.typeInto(k, held, k.elementAt(held, turn, i), text),
  pick: (turn, i, index) => k.pick(k, held, k.elementAt(held, turn, i), index),
  point: (turn, i) => k.aimAt(k, k.elementAt(held, turn, i)),
  aim: (turn, i) => {
    const aim = k.aimAt(k, k.elementAt(held, turn, i));
    if (aim) k.watchClick(k, held);
    return aim;
  },
  effect: () => k.effectOf(k, held),
};
Object.defineProperty(globalThis, ${JSON.stringify(handName)}, { value: hand });`,
);

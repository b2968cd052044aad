/** Which field a sentence means: by its name, and where names alone do not tell, by what is to be chosen or typed. */
import { choiceInPart, isOffered, onlyOffering } from "../find/choice-in-part.ts";
import type { Look } from "../find/look.ts";
import {
  controlSpots,
  fieldOrder,
  type Resolution,
  resolve,
  type Spot,
  type Wanted,
} from "../find/resolve.ts";
import type { Control } from "../find/view.ts";

/** What a sentence does with a field. */
export interface FieldWish {
  readonly accept: (c: Control) => boolean;
  readonly verb: string;
  readonly needsEnabled: boolean;
  /** "calm" where the value that stands there does not count. */
  readonly how: "calm" | "fresh";
  /** What is to be chosen in it. */
  readonly option?: string;
  /** What is to be typed into it. */
  readonly typed?: string;
}

const isSelect = (c: Control): boolean => c.kind === "select";

/** The field of that name; where names alone do not tell, what is to be chosen or typed may. */
export function namedField(
  look: Look,
  { wanted, accept }: { wanted: Wanted; accept: (c: Control) => boolean },
  { option, typed }: FieldWish,
): Resolution<Control> {
  const spots = controlSpots(look, accept);
  const hit = resolve(spots, wanted, fieldOrder);
  const shared = hit.kind === "one" && hit.foundBy.includes("near-left");
  if (shared && typed !== undefined && isOffered(controlSpots(look, isSelect), wanted, typed))
    return { kind: "none" };
  return option === undefined || wanted.exactOnly ? hit : byOption(hit, { spots, wanted, option });
}

/** Lists that nothing but their own words names ("shows") are not told apart by what they offer. */
function byOption(
  hit: Resolution<Control>,
  { spots, wanted, option }: { spots: readonly Spot<Control>[]; wanted: Wanted; option: string },
): Resolution<Control> {
  if (hit.kind === "none") return choiceInPart(spots, wanted, option);
  if (hit.kind === "one" || hit.foundBy.startsWith("shows")) return hit;
  const spot = onlyOffering(hit.spots, option);
  return spot ? { kind: "one", spot, foundBy: `${hit.foundBy}/choice` } : hit;
}

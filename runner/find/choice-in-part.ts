/** 「タグ」で「等しい」を選ぶ: buttons to choose from without a caption, by the part of the screen that is called so and by their words. */
import { plainCaption } from "./match-caption.ts";
import { type Resolution, type Spot, spotsInScope, type Wanted } from "./resolve.ts";
import type { Control } from "./view.ts";

/** The one field of that part that offers the words, where it is a group that nothing names. */
export function choiceInPart(
  spots: readonly Spot<Control>[],
  wanted: Wanted,
  option: string,
): Resolution<Control> {
  const [plain, captions] = [plainCaption(option), wanted.captions.map(plainCaption)];
  const offers = ({ thing }: Spot<Control>): boolean =>
    thing.choices.some((c) => plainCaption(c.text) === plain) &&
    thing.scopes.some((scope) => captions.includes(plainCaption(scope)));
  const [spot, ...others] = spotsInScope(spots, wanted.scopes).filter(offers);
  const { kind, names } = spot?.thing ?? {};
  if (!spot || others.length > 0 || kind !== "radio-group" || names?.length !== 0)
    return { kind: "none" };
  return { kind: "one", spot, foundBy: "part/choice" };
}

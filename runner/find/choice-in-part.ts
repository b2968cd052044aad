/** What a sentence means by the words that are to be chosen: 「タグ」で「等しい」を選ぶ, where nothing is called タグ but a part of the screen. */
import { plainCaption } from "./match-caption.ts";
import {
  fieldOrder,
  type Resolution,
  resolve,
  type Spot,
  spotsInScope,
  type Wanted,
} from "./resolve.ts";
import type { Control } from "./view.ts";

/** 「期限」に「一年」を入力する, where the list under that caption offers 「一年」 and only the field behind it takes letters: the list is meant. */
export function isOffered(lists: readonly Spot<Control>[], wanted: Wanted, text: string): boolean {
  const list = resolve(lists, wanted, fieldOrder);
  const plain = plainCaption(text);
  return list.kind === "one" && list.spot.thing.choices.some((c) => plainCaption(c.text) === plain);
}

/** 「日付」で「12月」を選ぶ: of several fields of that caption, the only one that offers the words. */
export function onlyOffering(
  spots: readonly Spot<Control>[],
  option: string,
): Spot<Control> | null {
  const plain = plainCaption(option);
  const [spot, ...others] = spots.filter(({ thing }) =>
    thing.choices.some((c) => plainCaption(c.text) === plain),
  );
  return spot && others.length === 0 ? spot : null;
}

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

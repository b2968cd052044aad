/** How a sentence tells things apart that are called alike: by a place that only one of them has, or by its number in a line. */
import type { Target } from "../../scenarios/index.ts";
import { plainCaption, writtenCaption } from "../find/match-caption.ts";
import type { Resolution, Spot } from "../find/resolve.ts";
import type { Thing } from "../find/view.ts";

/** What to write instead; each was tried on the same screen and finds this thing alone. */
export function sayWhich<T extends Thing>(
  spot: Spot<T>,
  target: Target,
  find: (target: Target) => Resolution<T>,
): Target | null {
  const { caption } = target;
  const isIt = (other: Target): boolean => {
    const hit = find(other);
    const { spot: found } = hit.kind === "one" ? hit : { spot: null };
    return found?.frame.index === spot.frame.index && found.thing.element === spot.thing.element;
  };
  const places = [...new Set(spot.thing.scopes.map(writtenCaption))].filter(
    (scope) =>
      /\p{L}/u.test(scope) && scope.length <= 20 && plainCaption(scope) !== plainCaption(caption),
  );
  const ways: readonly Target[] = [
    ...places.slice(0, 12).map((scope) => ({ caption, scope })),
    ...[1, 2, 3, 4, 5].map((nth) => ({ ...target, nth })),
  ];
  return ways.find(isIt) ?? null;
}

/** What the screens said after a press: proposals of sentences that check and read, for the clerk to agree to. */
import { isFieldName, type StepBody } from "../../scenarios/index.ts";
import type { Look } from "../find/look.ts";
import { plainText } from "../find/match-caption.ts";
import { controlSpots, fieldOrder } from "../find/resolve.ts";
import { doneSentence, givenNumber, noHitSentence } from "../record-words.ja.ts";
import { nameThing } from "./name-thing.ts";

/** Longest text that is proposed as a sign. */
const longestSign = 30;

/** A sentence that came up and says that nothing was found; null when there is none. */
export function nothingFound(before: Look, after: Look): string | null {
  return freshText(before, after, noHitSentence);
}

/** A sentence that came up and says that it is done (成功の印); null when there is none. */
export function successSign(before: Look, after: Look): string | null {
  return freshText(before, after, doneSentence);
}

function freshText(before: Look, after: Look, pattern: RegExp): string | null {
  const old = plainText(before.text);
  const texts = after.frames.flatMap((f) => f.view.text.split(/[\s。！!]+/u));
  const fresh = texts.filter(
    (t) => t.length <= longestSign && pattern.test(t) && !old.includes(plainText(t)),
  );
  return fresh[0] ?? null;
}

/** Numbers that the system gave: shown beside a caption such as 債権者番号 and seen nowhere before. */
export function givenNumbers(before: Look, after: Look): readonly StepBody[] {
  const old = plainText(before.text);
  const spots = controlSpots(after, (c) => c.kind === "shown");
  return spots.flatMap((spot): StepBody[] => {
    const { value } = spot.thing;
    if (!/\d/u.test(value) || value.length > 30 || old.includes(plainText(value))) return [];
    const named = nameThing(spots, spot, fieldOrder);
    if (named === null || !named.unique || !givenNumber.test(named.target.caption)) return [];
    const into = named.target.caption;
    return isFieldName(into) ? [{ kind: "read-value", target: named.target, into }] : [];
  });
}

/** Tells presses apart: a way through menus, a button in a row, 登録, what people alone may press, and plain buttons. */
import { isCommitCaption, isForbiddenCaption, type StepBody } from "../../scenarios/index.ts";
import { plainCaption, writtenCaption } from "../find/match-caption.ts";
import { clickableSpots, clickOrder, type Spot } from "../find/resolve.ts";
import type { Clickable } from "../find/view.ts";
import type { ScreenDictionary } from "../play.ts";
import { recordWords } from "../record-words.ja.ts";
import { standardCommitCaptions } from "../screen-words.ja.ts";
import { forbiddenAmong } from "../steps/locate.ts";
import type { CaseValues } from "./case-values.ts";
import type { PageGesture, SeenGesture } from "./gesture.ts";
import { MenuPaths } from "./menu-paths.ts";
import { nameRow } from "./name-row.ts";
import { nameThing } from "./name-thing.ts";
import type { Entry } from "./notebook.ts";

export interface Pressed {
  readonly step: StepBody | null;
  readonly questions: readonly string[];
  /** The sentence before it was the way to this one. */
  readonly replacesLast: boolean;
}

type Press = Extract<PageGesture, { do: "pressed" }>;

/** Captions that only 登録する may press, plain. */
export function commitCaptionsOf(dictionary: ScreenDictionary): readonly string[] {
  const { commitCaptions } = dictionary;
  return (commitCaptions.length > 0 ? commitCaptions : standardCommitCaptions).map(plainCaption);
}

export class Presses {
  readonly #dictionary: ScreenDictionary;
  readonly #commits: readonly string[];
  readonly #menus = new MenuPaths();
  /** Frames in which values were typed since a menu was used last. */
  #busy = new Set<number>();

  constructor(dictionary: ScreenDictionary) {
    this.#dictionary = dictionary;
    this.#commits = commitCaptionsOf(dictionary);
  }

  /** A frame in which something was filled in is no menu until another screen has been opened. */
  filled(place: number): void {
    this.#busy.add(place);
  }

  read(seen: SeenGesture, gesture: Press, values: CaseValues, entries: readonly Entry[]): Pressed {
    const spots = clickableSpots(seen.look).filter((s) => s.thing.enabled);
    const spot = spots.find((s) => s.frame === seen.frame && s.thing.element === gesture.element);
    const named = spot ? nameThing(spots, spot, clickOrder) : null;
    if (!spot || named === null) return only(null, recordWords.noName(recordWords.button));
    const captions = spot.thing.names.map((n) => n.text);
    const { target } = named;
    const questions = named.unique ? [] : [recordWords.notUnique(target.caption)];
    if (this.#forbidden(captions)) return only({ kind: "press", target }, recordWords.forbidden);
    const row = rowPress(seen, gesture, { values, caption: target.caption });
    if (row) return row;
    if (this.#isMenu(seen, gesture, spot)) return this.#open(seen, target.caption, entries);
    if (this.#commit(captions)) {
      const held = gesture.held ? [recordWords.held] : [];
      return {
        step: { kind: "commit", target },
        questions: [...questions, ...held],
        replacesLast: false,
      };
    }
    this.#busy.add(seen.place);
    return { step: { kind: "press", target }, questions, replacesLast: false };
  }

  #forbidden(captions: readonly string[]): boolean {
    return (
      captions.some(isForbiddenCaption) ||
      forbiddenAmong({ dictionary: this.#dictionary }, captions) !== null
    );
  }

  #commit(captions: readonly string[]): boolean {
    return captions.some((c) => isCommitCaption(c) || this.#commits.includes(plainCaption(c)));
  }

  /** Nothing to fill in around it, nothing filled in before it, and built as a menu or not as a button that commits. */
  #isMenu(seen: SeenGesture, gesture: Press, { thing }: Spot<Clickable>): boolean {
    if (gesture.menu && !thing.button) return true;
    const fields = seen.frame.view.controls.some((c) => c.kind !== "shown");
    if (fields || this.#busy.has(seen.place) || seen.frame.window > 1) return false;
    return !this.#commit(thing.names.map((n) => n.text));
  }

  #open(seen: SeenGesture, caption: string, entries: readonly Entry[]): Pressed {
    const path = this.#menus.pathTo(seen, caption);
    this.#busy = new Set();
    const last = entries.at(-1)?.step;
    const way =
      last?.kind === "open" &&
      last.path.length < path.length &&
      last.path.every((word, i) => word === path[i]);
    return { step: { kind: "open", path: [...path] }, questions: [], replacesLast: way };
  }
}

const only = (step: StepBody | null, question: string): Pressed => ({
  step,
  questions: [question],
  replacesLast: false,
});

function rowPress(
  seen: SeenGesture,
  gesture: Press,
  of: { values: CaseValues; caption: string },
): Pressed | null {
  const at = { frame: seen.frame, element: gesture.element, byNumber: false };
  const named = nameRow(seen.look, at, of.values);
  if (named === null) return null;
  const { row, sure } = named;
  const step: StepBody = { kind: "press-in-row", row, caption: writtenCaption(of.caption) };
  return { step, questions: sure ? [] : [recordWords.rowByText], replacesLast: false };
}

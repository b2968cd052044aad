/** Before 登録: every value that was put in is read again from the screen as it stands now, and compared. */
import type { Target } from "../../scenarios/index.ts";
import type { Look } from "../find/look.ts";
import { plainCaption } from "../find/match-caption.ts";
import { controlSpots, fieldOrder, resolve } from "../find/resolve.ts";
import { sameChoice, sameValue } from "../find/same-value.ts";
import type { Control } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import type { PlannedField } from "../play.ts";
import { tickedWords, untickedWords } from "../screen-words.ja.ts";
import { type Entered, type Moment, type Scene, seek, wantedOf } from "./scene.ts";

type Verdict = "same" | "different" | "missing";

interface Judged {
  readonly verdict: Verdict;
  /** What the screen shows for it; null when it is not there or not unique. */
  readonly shown: string | null;
}

const masked = /[*\uFF0A\u25CF\u2022]{2,}/u;
const absent: Judged = { verdict: "missing", shown: null };

/** Throws with the captions of what is missing or different; no values. */
export async function readBack(scene: Scene): Promise<void> {
  const fields = await compareEntered(scene);
  const captions = (verdict: Verdict): string[] =>
    fields.filter((f) => f.verdict === verdict).map((f) => f.caption);
  const different = captions("different");
  if (different.length > 0) throw runnerError.readBackDiffers({ captions: different });
  const missing = captions("missing");
  const host = scene.stage.traffic.strayFrameSince(scene.lastClick);
  if (missing.length > 0 && host !== null) throw runnerError.blockedHost({ host });
  if (missing.length > 0) throw runnerError.readBackMissing({ captions: missing });
}

/** Every value that was put in, beside what the screen shows for it as it stands now; waits until all agree. */
export async function compareEntered(scene: Scene): Promise<readonly PlannedField[]> {
  const due = scene.entered.filter((e) => isDue(scene, e));
  let judged: Judged[] = [];
  const attempt = ({ look, steady, late }: Moment): true | null => {
    judged = due.map((e) => judge(scene, look, e));
    const all = judged.every((j) => j.verdict === "same");
    return steady && (all || late) ? true : null;
  };
  await seek(scene, attempt, "anew");
  return scene.entered.map((e) => {
    const common = { caption: e.target.caption, planned: e.expected };
    const at = due.indexOf(e);
    if (at < 0) return { ...common, shown: null, verdict: "not-shown-by-design" as const };
    return { ...common, ...(judged[at] ?? absent) };
  });
}

/** Not due: what the product never shows again (declared), and what was typed in a window that has closed since. */
function isDue(scene: Scene, entered: Entered): boolean {
  const declared = scene.dictionary.notShownOnConfirm.map(plainCaption);
  return (
    !declared.includes(plainCaption(entered.target.caption)) &&
    scene.stage.windowIsOpen(entered.window)
  );
}

function judge(scene: Scene, look: Look, entered: Entered): Judged {
  const accept = (c: Control): boolean =>
    c.kind !== "password" &&
    (entered.as === "ticked" || (c.kind !== "radio" && c.kind !== "checkbox"));
  const spots = controlSpots(look, accept);
  const { nth, ...whole } = entered.target;
  const find = (target: Target) => resolve(spots, wantedOf(scene, target, false), fieldOrder);
  const hit =
    [entered.target, whole, { ...whole, scope: null }]
      .map(find)
      .find((found) => found.kind !== "none") ?? ({ kind: "none" } as const);
  if (hit.kind === "none") return absent;
  const things = (hit.kind === "one" ? [hit.spot] : hit.spots).map((s) => s.thing);
  const said = things.map((t) => (t.kind === "shown" ? { ...t, value: partOf(t.value, nth) } : t));
  const verdicts = said.map((t) => compare(t, entered));
  const shown = said[0]?.value ?? null;
  // Twice on the screen is fine as long as each of them says the same.
  if (verdicts.every((v) => v === "same")) return { verdict: "same", shown };
  return hit.kind === "many" ? absent : { verdict: verdicts[0] ?? "missing", shown };
}

/** A confirmation screen shows 000-111-2222 for three fields: what stands at the place of the one that was typed. */
function partOf(value: string, nth: number | undefined): string {
  if (nth === undefined) return value;
  return value.split(/[^\p{L}\p{N}]+/u).filter((p) => p !== "")[nth - 1] ?? value;
}

function compare(control: Control, entered: Entered): Verdict {
  if (masked.test(control.value)) return "missing";
  if (entered.as === "ticked") return compareTick(control, entered.expected === "true");
  const same = entered.as === "chosen" ? sameChoice : sameValue;
  return same(control.value, entered.expected) ? "same" : "different";
}

function compareTick(control: Control, on: boolean): Verdict {
  if (control.kind === "checkbox" || control.kind === "radio")
    return control.checked === on ? "same" : "different";
  const word = control.value.normalize("NFKC").trim().toLowerCase();
  const says = (words: readonly string[]): boolean =>
    words.some((w) => w.normalize("NFKC") === word);
  const caption = control.names.some((n) => plainCaption(n.text) === plainCaption(word));
  if (says(tickedWords) || (caption && word !== "")) return on ? "same" : "different";
  if (!says(untickedWords)) return "missing";
  return on ? "different" : "same";
}

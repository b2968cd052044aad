/** Turns what a clerk does into sentences as it happens: names as seen, values as fields, questions where a person must decide. */
import { isSecretCaption, type StepBody, type Value } from "../../scenarios/index.ts";
import type { Look } from "../find/look.ts";
import { controlSpots, fieldOrder } from "../find/resolve.ts";
import type { Control } from "../find/view.ts";
import { recordWords } from "../record-words.ja.ts";
import type { CaseValues } from "./case-values.ts";
import { type FieldFound, fieldFound, placeOf, pressedTarget } from "./field-found.ts";
import { foundRow, pointedRow, readingsIn } from "./found-rows.ts";
import type { Happening, SeenGesture } from "./gesture.ts";
import { belongsToSection, isLogInForm, sectionCaption, sendsForm } from "./log-in-watch.ts";
import { MenuChoices } from "./menu-choices.ts";
import { nameThing } from "./name-thing.ts";
import type { Pressed, Presses } from "./presses.ts";
import { givenNumbers, nothingFound, successSign } from "./proposals.ts";

/** A sentence to be; null = only its questions stand there. */
export interface Entry {
  readonly step: StepBody | null;
  readonly questions: readonly string[];
}

type Do<K extends SeenGesture["gesture"]["do"]> = Extract<SeenGesture["gesture"], { do: K }>;

const typable = (c: Control): boolean => (c.kind === "text" || c.kind === "date") && c.enabled;
const choosable = (c: Control): boolean =>
  ["select", "radio-group", "menu"].includes(c.kind) && c.enabled;
const tickable = (c: Control): boolean =>
  (c.kind === "checkbox" || c.kind === "radio") && c.enabled;

export class Notebook {
  readonly #system: string;
  readonly #values: CaseValues;
  readonly #presses: Presses;
  readonly #menus = new MenuChoices();
  #entries: Entry[] = [];
  /** Logging in may go on with the choice of a section. */
  #afterLogIn = false;
  /** The screens at the last press, until what it led to has been looked at. */
  #pressed: { readonly look: Look; readonly commits: boolean } | null = null;
  #missed: string | null = null;
  #sign: string | null = null;
  /** Sentences before the look-up (照会手順) began; null until then. */
  #beforeLookUp: readonly Entry[] | null = null;

  constructor(system: string, values: CaseValues, presses: Presses) {
    this.#system = system;
    this.#values = values;
    this.#presses = presses;
  }

  /** 手順 */
  get entries(): readonly Entry[] {
    return this.#beforeLookUp ?? this.#entries;
  }

  /** 照会手順 */
  get lookUp(): readonly Entry[] {
    return this.#beforeLookUp === null ? [] : this.#entries;
  }

  /** From here on the clerk looks for what was registered. `look`: what the work led to. */
  beginLookUp(look: Look): void {
    if (this.#beforeLookUp !== null) return;
    this.lookBack(look);
    this.#beforeLookUp = this.#entries;
    this.#entries = [];
    this.#afterLogIn = false;
  }

  /** Text that came up after 登録; null when none was recognised. */
  get successSign(): string | null {
    return this.#sign;
  }

  /** buka itself has logged in. */
  loggedIn(): void {
    // A look-up logs in by itself.
    if (this.#beforeLookUp !== null) return;
    this.#entries = [{ step: { kind: "log-in", system: this.#system }, questions: [] }];
  }

  /** A recording of nothing but a look-up. */
  startWithLookUp(): void {
    this.#beforeLookUp = [];
    this.#entries = [];
  }

  take(happening: Happening): void {
    if (happening.kind === "gesture") this.#gesture(happening.seen);
    else if (happening.kind === "dialog") this.#dialog(happening);
    else if (happening.kind === "download") this.#download(happening.name);
    else if (happening.kind === "looked") this.#settleMenu(happening.look);
    else if (this.#missed !== null) {
      this.#add(null, [recordWords.missed(this.#missed)]);
      this.#missed = null;
    }
  }

  /** The end of the work: what the last press led to. */
  lookBack(look: Look): void {
    this.#settleMenu(look);
    const before = this.#pressed;
    this.#pressed = null;
    if (before === null || this.#beforeLookUp !== null) return;
    if (!before.commits) {
      const text = nothingFound(before.look, look);
      if (text !== null)
        this.#add({ kind: "expect-text", text: [{ kind: "text", text }], shown: true }, [
          recordWords.checkNothing,
        ]);
      return;
    }
    this.#sign = successSign(before.look, look);
    for (const step of givenNumbers(before.look, look)) this.#add(step, [recordWords.committed]);
  }

  /** The end of a look-up: the row that was found, unless the clerk has pointed at it. */
  closeLookUp(look: Look): void {
    if (this.#beforeLookUp === null || this.#entries.length === 0) return;
    if (this.#entries.some((e) => e.step?.kind === "expect-row")) return;
    const found = foundRow(look, this.#values, fieldsTyped(this.#entries));
    if (found === null) {
      this.#add(null, [recordWords.noRowFound]);
      return;
    }
    this.#add({ kind: "expect-row", row: found.row, exists: true }, [recordWords.rowFound]);
    const given = this.#beforeLookUp.flatMap(({ step }) =>
      step?.kind === "read-value" ? [{ caption: step.target.caption, into: step.into }] : [],
    );
    for (const step of readingsIn(found, given)) this.#add(step, []);
  }

  /** Takes the last sentence away. */
  undo(): void {
    this.#entries = this.#entries.slice(0, -1);
  }

  #gesture(seen: SeenGesture): void {
    this.#missed = null;
    if (isLogInForm(seen.frame)) {
      if (sendsForm(seen)) this.#logIn();
      return;
    }
    if (this.#afterLogIn && belongsToSection(seen)) {
      if (seen.gesture.do === "chosen") this.#noteSection(sectionCaption(seen.frame) ?? "");
      return;
    }
    this.#afterLogIn = false;
    this.lookBack(seen.look);
    if (["typed", "chosen", "ticked", "attached"].includes(seen.gesture.do))
      this.#presses.filled(seen.place);
    this.#work(seen);
  }

  #work(seen: SeenGesture): void {
    const { gesture } = seen;
    if (gesture.do === "pressed") this.#menus.press(seen, gesture.element);
    else this.#menus.forget();
    if (gesture.do === "typed") this.#typed(seen, gesture);
    else if (gesture.do === "chosen") this.#chosen(seen, gesture);
    else if (gesture.do === "ticked") this.#ticked(seen, gesture);
    else if (gesture.do === "attached") this.#attached(seen, gesture);
    else if (gesture.do === "pointed") this.#pointed(seen, gesture);
    else if (gesture.do === "pressed") this.#press(seen, gesture);
    else if (gesture.do === "opened") this.#open(seen, gesture.element);
    else if (gesture.do === "sent") this.#add(null, [recordWords.sent]);
    else this.#missed = gesture.text;
  }

  /** A press like any other until an option of it has been pressed and stands in the box. */
  #open(seen: SeenGesture, element: number): void {
    const takesPresses = seen.frame.view.clickables.some((c) => c.element === element);
    if (takesPresses) this.#press(seen, { do: "pressed", element, menu: false, held: false });
    this.#menus.open(seen, element, this.#entries.length - (takesPresses ? 1 : 0));
  }

  #settleMenu(look: Look): void {
    const choice = this.#menus.settled(look);
    if (choice === null || this.#entries.length > choice.before + 2) return;
    const found = this.#fieldOf(choice.seen, choice.menu.thing.element, choosable);
    if (found === null) return;
    this.#entries = this.#entries.slice(0, choice.before);
    this.#pressed = null;
    this.#presses.filled(choice.seen.place);
    const { value, question } = this.#values.chosen(choice.text, found.caption, choice.options);
    this.#fill(found, found.step("choose", value), question);
  }

  #logIn(): void {
    if (this.#entries.some((e) => e.step?.kind === "log-in")) return;
    this.loggedIn();
    this.#afterLogIn = true;
  }

  #noteSection(caption: string): void {
    const [first, ...rest] = this.#entries;
    if (first) this.#entries = [{ ...first, questions: [recordWords.section(caption)] }, ...rest];
  }

  /** Work that begins without logging in begins by opening the entrance. */
  #add(step: StepBody | null, questions: readonly string[]): void {
    const begins = this.#entries.length === 0 && this.#beforeLookUp === null;
    if (begins && step?.kind !== "log-in")
      this.#entries = [{ step: { kind: "open", path: [this.#system] }, questions: [] }];
    this.#entries = [...this.#entries, { step, questions }];
  }

  /** The last value of a field counts, as long as nothing was pressed in between and its name is no other field's. */
  #fill(found: FieldFound, step: StepBody, question: string | null = null): void {
    const questions = asked(found.question, question);
    if (found.question !== null) {
      this.#add(step, questions);
      return;
    }
    const place = placeOf(step);
    const since = this.#entries.findLastIndex((e) => placeOf(e.step) === null) + 1;
    const same = this.#entries.findIndex((e, i) => i >= since && placeOf(e.step) === place);
    if (same < 0) this.#add(step, questions);
    else this.#entries = this.#entries.map((e, i) => (i === same ? { step, questions } : e));
  }

  #typed(seen: SeenGesture, gesture: Do<"typed">): void {
    const found = this.#fieldOf(seen, gesture.element, typable);
    if (found === null) return;
    if (isSecretCaption(found.caption)) {
      this.#add(null, [recordWords.secretField(found.caption)]);
      return;
    }
    const { value, question } = this.#values.typed(gesture.value, found.caption);
    this.#fill(found, found.step("type", value), question);
  }

  #chosen(seen: SeenGesture, gesture: Do<"chosen">): void {
    const group = seen.frame.view.controls.find(
      (c) => choosable(c) && holdsChoice(c, gesture.element),
    );
    const choice = group?.choices.find((c) => c.element === gesture.element);
    const text = choice?.text ?? gesture.text;
    const found = group ? this.#fieldOf(seen, group.element, choosable) : null;
    if (found === null || group === undefined) {
      // Radio buttons that nothing names together: each by its own words.
      this.#ticked(seen, { do: "ticked", element: gesture.element, on: true });
      return;
    }
    const { value, question } = this.#values.chosen(text, found.caption, group.choices);
    this.#fill(found, found.step("choose", value), question);
  }

  #ticked(seen: SeenGesture, gesture: Do<"ticked">): void {
    const found = this.#fieldOf(seen, gesture.element, tickable);
    if (found !== null) this.#fill(found, found.tick(gesture.on));
  }

  #attached(seen: SeenGesture, gesture: Do<"attached">): void {
    const found = this.#fieldOf(seen, gesture.element, (c) => c.kind === "file");
    if (found === null || gesture.file === "") return;
    const file: Value = [{ kind: "text", text: gesture.file }];
    if (found.target) this.#fill(found, { kind: "attach", target: found.target, file });
    else this.#add(null, [recordWords.unsaid(found.caption)]);
  }

  #pointed(seen: SeenGesture, gesture: Do<"pointed">): void {
    const spots = controlSpots(seen.look, (c) => c.kind !== "password");
    const spot = spots.find((s) => s.frame === seen.frame && s.thing.element === gesture.element);
    const at = { frame: seen.frame, text: spot?.thing.value ?? gesture.text, read: gesture.read };
    const row = pointedRow(seen.look, at, this.#values);
    if (row) {
      this.#add(row.step, asked(row.sure ? null : recordWords.rowByText));
      return;
    }
    const named = spot ? nameThing(spots, spot, fieldOrder) : null;
    if (!spot || named === null) {
      if (gesture.read) this.#add(null, [recordWords.noName(gesture.text)]);
      else this.#expectText(gesture.text);
      return;
    }
    const { target } = named;
    const questions = asked(named.unique ? null : recordWords.notUnique(target.caption));
    if (gesture.read) this.#add({ kind: "read-value", target, into: target.caption }, questions);
    else {
      const { value, question } = this.#values.typed(spot.thing.value, target.caption);
      this.#add({ kind: "expect-value", target, value }, [...questions, ...asked(question)]);
    }
  }

  #expectText(text: string): void {
    this.#add({ kind: "expect-text", text: [{ kind: "text", text }], shown: true }, []);
  }

  #press(seen: SeenGesture, gesture: Do<"pressed">): void {
    const pressed: Pressed = this.#presses.read(seen, gesture, this.#values, this.#entries);
    const commits = pressed.step?.kind === "commit";
    if (commits && this.#beforeLookUp !== null) {
      this.#add(null, [recordWords.commitInLookUp]);
      return;
    }
    if (pressed.replacesLast) this.undo();
    this.#add(pressed.step, pressed.questions);
    if (!gesture.held) this.#pressed = { look: seen.look, commits };
  }

  /** A window that came up belongs before the sentence that set it off. */
  #dialog({ text, answer }: { text: string; answer: "ok" | "cancel" }): void {
    const pieces = text.normalize("NFKC").split(/[\n\r]+|\d{3,}/u);
    const [words = ""] = pieces.map((p) => p.trim()).sort((a, b) => b.length - a.length);
    const step: StepBody = { kind: "on-dialog", text: words.slice(0, 60), answer };
    const last = this.#entries.at(-1);
    const before = this.#entries.slice(0, -1);
    const known = before.some((e) => e.step?.kind === "on-dialog" && e.step.text === step.text);
    // Logging in answers for itself.
    if (words === "" || known || last === undefined || last.step?.kind === "log-in") return;
    // What asks back is no way through a menu.
    const target = last.step?.kind === "open" ? pressedTarget(last.step) : null;
    const press = target === null ? last : { ...last, step: { kind: "press" as const, target } };
    this.#entries = [...before, { step, questions: [] }, press];
  }

  /** The press before it was a press for a file, whether it looked like a button or like a menu. */
  #download(name: string): void {
    const last = this.#entries.at(-1);
    const target = pressedTarget(last?.step ?? null);
    if (!last || target === null) return;
    const file: Value = [{ kind: "text", text: name }];
    const step: StepBody = { kind: "save-download", target, file };
    this.#entries = [...this.#entries.slice(0, -1), { step, questions: last.questions }];
  }

  #fieldOf(seen: SeenGesture, element: number, accept: (c: Control) => boolean): FieldFound | null {
    const spots = controlSpots(seen.look, accept);
    const spot = spots.find((s) => s.frame === seen.frame && s.thing.element === element);
    if (!spot) return null;
    return fieldFound(seen, { spots, spot }, this.#values);
  }
}

/** Fields of the case in the order in which they were filled in. */
function fieldsTyped(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ step }) => {
    const value = step !== null && "value" in step ? step.value : [];
    return value.flatMap((part) => (part.kind === "field" ? [part.name] : []));
  });
}

/** A select holds its options as one element; radio buttons are elements of their own. */
const holdsChoice = (control: Control, element: number): boolean =>
  control.element === element || control.choices.some((c) => c.element === element);

const asked = (...questions: readonly (string | null)[]): readonly string[] =>
  questions.filter((q) => q !== null);

/** Lists to choose from that a page draws: the press that opens one and the press on an option are one sentence. */
import type { Look } from "../find/look.ts";
import { controlSpots, type Spot } from "../find/resolve.ts";
import { sameChoice } from "../find/same-value.ts";
import type { Control } from "../find/view.ts";
import { type Option, optionsIn } from "../steps/choose-in-menu.ts";
import type { SeenGesture } from "./gesture.ts";

interface Opened {
  readonly seen: SeenGesture;
  readonly menu: Spot<Control>;
  /** Sentences that stood there before it was pressed. */
  readonly before: number;
}

/** An option that was pressed, and now stands in the box. */
interface MenuChoice extends Opened {
  readonly options: readonly Option[];
  readonly text: string;
}

export class MenuChoices {
  #opened: Opened | null = null;
  #pressed: MenuChoice | null = null;

  open(seen: SeenGesture, element: number, before: number): void {
    const menu = menusIn(seen.look).find(
      (s) => s.frame === seen.frame && s.thing.element === element,
    );
    this.#opened = menu ? { seen, menu, before } : null;
    this.#pressed = null;
  }

  /** Something else was pressed: an option, when it came into view with the list. */
  press(seen: SeenGesture, element: number): void {
    const opened = this.#opened;
    this.forget();
    if (opened === null) return;
    const options = optionsIn(seen.look, opened.menu);
    const option = options.find(
      ({ spot }) => spot.frame === seen.frame && spot.thing.element === element,
    );
    if (option) this.#pressed = { ...opened, options, text: option.text };
  }

  forget(): void {
    this.#opened = null;
    this.#pressed = null;
  }

  /** The choice, once the box shows it; null before, and where the press did something else. */
  settled(look: Look): MenuChoice | null {
    const pressed = this.#pressed;
    if (pressed === null) return null;
    const { menu, text } = pressed;
    const shows = menusIn(look).some(
      (s) =>
        s.frame.index === menu.frame.index &&
        sameBox(s.thing, menu.thing) &&
        sameChoice(s.thing.value, text),
    );
    if (shows) this.#pressed = null;
    return shows ? pressed : null;
  }
}

const menusIn = (look: Look): Spot<Control>[] => controlSpots(look, (c) => c.kind === "menu");

/** It may become wider with what it shows. */
function sameBox(a: Control, b: Control): boolean {
  return Math.abs(a.box.x - b.box.x) <= 2 && Math.abs(a.box.y - b.box.y) <= 2;
}

/** How long to stay quiet after a click: as long as what it set off asks for, and no fixed time where the page answered. */
import type { Frame } from "playwright";
import { effectIn } from "./frame-hand.ts";
import type { Traffic } from "./traffic.ts";
import { pause } from "./waiting.ts";

/** Milliseconds of quiet where nothing is known about the click. */
const usualQuiet = 60;
/** Milliseconds for pages that send the browser on by a script of their own. */
const onItsWay = 10;
/** Longer timers are no part of what a click does at once (they end sessions, turn clocks). */
const longestTimer = 300;
/** Milliseconds from "on its way" until the request, or the file, is seen; as long as this only on a machine that is very busy. */
const departure = 5_000;

export class AfterClick {
  readonly #traffic: Traffic;
  readonly #downloads: () => number;
  #click: { readonly frame: Frame; readonly mark: number; readonly downloads: number } | null =
    null;

  /** `downloads`: how many files the windows have been given so far. */
  constructor(traffic: Traffic, downloads: () => number) {
    this.#traffic = traffic;
    this.#downloads = downloads;
  }

  begin(frame: Frame): void {
    this.#click = { frame, mark: this.#traffic.mark(), downloads: this.#downloads() };
  }

  /**
   * Milliseconds without traffic after which the screen can be looked at; a navigation has left when this comes back.
   * `idle`: for a screen on which the click did nothing that can be seen.
   */
  async quiet(idle: number): Promise<number> {
    const click = this.#click;
    this.#click = null;
    if (click === null) return usualQuiet;
    const effect = await effectIn(click.frame);
    if (effect === null) return usualQuiet;
    if (effect === "gone") {
      if (click.frame.page().isClosed()) return 0;
      await this.#departed(click.mark);
      return onItsWay;
    }
    if (effect.leaving) await this.#departed(click.mark);
    if (effect.saving) await waitFor(() => this.#downloads() > click.downloads);
    const timer = effect.timer <= longestTimer ? effect.timer : 0;
    if (timer > 0) return timer + usualQuiet / 2;
    if (effect.leaving || this.#traffic.documentSince(click.mark)) return onItsWay;
    return effect.changed ? 0 : idle;
  }

  async #departed(mark: number): Promise<void> {
    await waitFor(() => this.#traffic.leftSince(mark));
  }
}

async function waitFor(isThere: () => boolean): Promise<void> {
  const start = performance.now();
  while (!isThere() && performance.now() - start < departure) await pause(5);
}

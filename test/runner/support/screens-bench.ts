/** Screens that a test writes, each under its name in the menu of the old system, and sentences played on them. */
import { afterAll, beforeAll } from "vitest";
import { addFront, type OldSystem, page, startOldSystem } from "./old-system.ts";
import { type Bench, endOf, openBench } from "./playing.ts";

export interface ScreensBench {
  /** How the sentences end on that screen: "done", or kind and code. */
  play(screen: string, ...sentences: string[]): Promise<string>;
  /** What is read of 「…」 or of a cell, else how it ended. */
  readIn(screen: string, what: string): Promise<unknown>;
  readonly bench: () => Bench;
}

/** For the tests of one file. `screens`: name → what stands on the page; `end`: what stands at the end of each; `more`: other pages by path. */
export function screensBench(
  screens: Readonly<Record<string, string>>,
  end = "",
  more: Readonly<Record<string, string>> = {},
): ScreensBench {
  let system: OldSystem | undefined;
  let bench: Bench | undefined;
  beforeAll(async () => {
    system = await startOldSystem();
    addFront(system, Object.keys(screens));
    for (const [i, [name, html]] of Object.entries(screens).entries())
      system.pages.set(`/s${i}`, html.startsWith("<!DOCTYPE") ? html : page(name, html + end));
    for (const [path, html] of Object.entries(more)) system.pages.set(path, html);
    bench = await openBench(system);
  }, 60_000);
  afterAll(async () => {
    await bench?.player.close();
    await system?.close();
  });
  const opened = (): Bench => {
    if (!bench) throw new Error("only within tests");
    return bench;
  };
  const outcomeOf = (screen: string, sentences: readonly string[]) =>
    opened().play([`「${screen}」を開く`, ...sentences]);
  return {
    bench: opened,
    play: async (screen, ...sentences) => endOf(await outcomeOf(screen, sentences)),
    readIn: async (screen, what) => {
      const outcome = await outcomeOf(screen, [`${what}を {値} として読み取る`]);
      return outcome.kind === "done" ? outcome.values["値"] : endOf(outcome);
    },
  };
}

/**
 * Names as seen against codegen's selectors when a product gets its next version: every page gains a row at its top, and
 * all ids, names and classes change, while what a clerk reads stays. Codegen cannot be asked by name; so it is shown the
 * right element on the old page, and its selector is tried on the new one, as a recorded script would be played.
 */
import type { Browser, Frame, Page } from "playwright";
import { findBrowser } from "../../../runner/index.ts";
import type { LegacyPage, WantedThing } from "../../support/legacy-pages/page.ts";
import { type Figure, percent } from "../ocr/figures.ts";
import type { Section } from "./section.ts";
import { ours, startWorld, type Verdict, type World } from "./targets.ts";

const newRow = "<tr><th>追加の項目</th><td><input></td></tr>";

/** The next version of one document. Frames keep their names: their addresses do not change with a release. */
function nextDocument(html: string): string {
  if (/<frameset/iu.test(html)) return html;
  const grown = html.replace(/(<table[^>]*>(?:\s*<(?:tbody|thead)[^>]*>)?)/iu, `$1${newRow}`);
  return grown.replace(
    /\s(id|name|for|class|aria-labelledby|headers)=("?)([\w-]+)\2/giu,
    (_all, attribute: string, _quote: string, value: string) => ` ${attribute}="${value}-n2"`,
  );
}

const nextVersion = (page: LegacyPage): LegacyPage => ({
  ...page,
  documents: Object.fromEntries(
    Object.entries(page.documents).map(([path, html]) => [path, nextDocument(html)]),
  ),
});

type Tally = Record<Verdict, number>;

export async function versions(pages: readonly LegacyPage[]): Promise<Section> {
  const world = await startWorld();
  const judged = await ours(world, pages.map(nextVersion));
  const asked = judged.filter((j) => isAsked(j.thing));
  const codegen = await codegenOver(world, pages);
  world.close();
  const count = (v: Verdict): number => asked.filter((j) => j.verdict === v).length;
  const mine = { right: count("right"), stopped: count("stopped"), wrong: count("wrong") };
  const notes = asked
    .filter((j) => j.verdict !== "right")
    .map((j) => `${j.verdict} ${j.page} ${j.thing.sentence} → ${j.told}（正 ${j.thing.truth}）`);
  return { figures: figuresOf(mine, codegen), notes };
}

const isAsked = (t: WantedThing): boolean => t.kind !== "read" && t.kind !== "cell";

function figuresOf(mine: Tally, codegen: Tally): readonly Figure[] {
  const whole = (t: Tally): number => t.right + t.stopped + t.wrong;
  const rate = (t: Tally): number | null => percent(t.right, whole(t));
  return [
    {
      name: "次の版の画面で正しく見つけた",
      value: rate(mine),
      unit: "%",
      target: { least: 97 },
      peer: `codegen の selector ${(rate(codegen) ?? 0).toFixed(1)} %（${whole(codegen)} 個）`,
    },
    {
      name: "次の版の画面で誤りを黙って選んだ",
      value: mine.wrong,
      unit: "個",
      target: { most: 0 },
      peer: `codegen の selector ${codegen.wrong} 個`,
    },
  ];
}

async function codegenOver(world: World, pages: readonly LegacyPage[]): Promise<Tally> {
  const { chromium } = await import("playwright");
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox"],
  });
  const tally: Tally = { right: 0, stopped: 0, wrong: 0 };
  const tab = await browser.newPage();
  for (const page of pages) {
    world.page = page;
    await tab.goto(world.url);
    const things = page.things.filter(isAsked);
    const recorded = [];
    for (const thing of things) recorded.push({ thing, ...(await recordedFor(tab, thing)) });
    world.page = nextVersion(page);
    await tab.goto(world.url);
    for (const { thing, frame, selector } of recorded)
      tally[await replayed(tab.frames()[frame], selector, thing)] += 1;
    console.error(`codegen ${page.name} ${JSON.stringify(tally)}`);
  }
  await browser.close();
  return tally;
}

/** What codegen writes for the right element: its frame, and the selector in it; "" when it writes none. */
async function recordedFor(
  tab: Page,
  thing: WantedThing,
): Promise<{ frame: number; selector: string }> {
  for (const [frame, f] of tab.frames().entries()) {
    const right = f.locator(`[data-t="${thing.truth}"]`).first();
    if ((await right.count()) === 0) continue;
    const normal = await right.normalize().catch(() => null);
    // The public face gives code for a person; the engine's own form can be tried in another document.
    const selector = (normal as unknown as { _selector?: string } | null)?._selector ?? "";
    return { frame, selector: selector.includes("data-t") ? "" : selector };
  }
  return { frame: 0, selector: "" };
}

async function replayed(
  frame: Frame | undefined,
  selector: string,
  thing: WantedThing,
): Promise<Verdict> {
  if (!frame || selector === "") return "stopped";
  const hits = await frame.locator(selector).all();
  const [hit] = hits;
  if (!hit || hits.length > 1) return "stopped";
  return (await hit.getAttribute("data-t").catch(() => null)) === thing.truth ? "right" : "wrong";
}

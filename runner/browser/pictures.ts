/** Pictures of the windows as a person sees them, with numbers round what a sentence could mean. */
import type { CDPSession, ElementHandle, JSHandle, Page } from "playwright";
import { within } from "./waiting.ts";

const mostWindows = 3;
/** Pixels above which a page is taken as far as the window shows it. */
const tallest = 6_000;

/** One per window, newest last. */
export async function picturesOf(pages: readonly Page[]): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  for (const page of pages.slice(-mostWindows)) {
    const tall = await within(
      page.evaluate(() => document.documentElement.scrollHeight),
      1_000,
    ).catch(() => null);
    const fullPage = tall !== null && tall <= tallest && tall > (page.viewportSize()?.height ?? 0);
    const png = (fullPage ? null : await windowOf(page)) ?? (await pageOf(page, fullPage));
    if (png) pictures.push(png);
  }
  return pictures;
}

function pageOf(page: Page, fullPage: boolean): Promise<Uint8Array | null> {
  return page.screenshot({ timeout: 5_000, fullPage }).catch(() => null);
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** What the window shows, in half the time of `screenshot`, a quarter larger as a file; null where the browser cannot. */
async function windowOf(page: Page): Promise<Uint8Array | null> {
  try {
    const session = sessions.get(page) ?? page.context().newCDPSession(page);
    sessions.set(page, session);
    const asked = (await session).send("Page.captureScreenshot", {
      format: "png",
      optimizeForSpeed: true,
    });
    const answer = await within(asked, 5_000);
    return answer && Buffer.from(answer.data, "base64");
  } catch {
    sessions.delete(page);
    return null;
  }
}

/** The same with a numbered box round each element, from 1; those that are gone are left out. */
export async function numberedPictures(
  pages: readonly Page[],
  elements: readonly (ElementHandle<HTMLElement> | null)[],
): Promise<Uint8Array[]> {
  const marks: JSHandle[] = [];
  for (const [i, el] of elements.entries()) {
    const mark = await el?.evaluateHandle(drawNumber, i + 1).catch(() => null);
    if (mark) marks.push(mark);
  }
  const pictures = await picturesOf(pages);
  for (const mark of marks)
    await mark.evaluate((m) => (m as Element).remove()).catch(() => undefined);
  return pictures;
}

/** Runs in the page. */
function drawNumber(el: Element, n: number): Element {
  const r = el.getBoundingClientRect();
  const mark = document.createElement("div");
  mark.style.cssText =
    `position:absolute;left:${r.left + window.scrollX - 3}px;top:${r.top + window.scrollY - 3}px;width:${r.width + 6}px;height:${r.height + 6}px;` +
    "box-sizing:border-box;border:3px solid #d00;z-index:2147483647;pointer-events:none";
  const flag = document.createElement("span");
  flag.textContent = String(n);
  flag.style.cssText =
    "position:absolute;right:0;top:0;background:#d00;color:#fff;font:bold 14px/16px sans-serif;padding:0 4px";
  mark.append(flag);
  document.documentElement.append(mark);
  return mark;
}

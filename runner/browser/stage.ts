/** The screens of one browser: looks at all of them at once, acts on what was seen, takes pictures. */
import type { Download, ElementHandle, Frame, JSHandle, Page } from "playwright";
import type { Clock, Log } from "../../core/index.ts";
import type { Look, LookFrame } from "../find/look.ts";
import { lookProgram } from "../find/page/program.ts";
import type { Spot } from "../find/resolve.ts";
import type { FrameView } from "../find/view.ts";
import { runnerError } from "../messages.ja.ts";
import type { NamedBytes } from "../play.ts";
import { type Dialogs, watchDialogs } from "./dialogs.ts";
import { type BrowserOptions, type OpenedBrowser, openBrowser } from "./open-browser.ts";
import { takeDownload } from "./take-download.ts";
import { type Traffic, watchTraffic } from "./traffic.ts";
import { pause, within } from "./waiting.ts";

type SeenHandle = JSHandle<{ view: FrameView; elements: Element[] }>;

export interface StageOptions extends BrowserOptions {
  readonly refuseDialogs: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Elements of a look stay usable until the next look. */
export class Stage {
  readonly dialogs: Dialogs;
  readonly traffic: Traffic;
  readonly #opened: OpenedBrowser;
  readonly #windows = new Map<Page, number>();
  #seen: SeenHandle[] = [];
  #pages: Page[] = [];
  #lastWindow = 0;
  #downloads = 0;
  #awaitDownload: ((download: Download) => void) | null = null;
  #oddAddress: string | null = null;

  private constructor(opened: OpenedBrowser, options: StageOptions) {
    this.#opened = opened;
    this.dialogs = watchDialogs(opened.context, options.refuseDialogs, options.log);
    this.traffic = watchTraffic(opened.context, opened.gate.allows);
    opened.context.on("page", (page) => this.#welcome(page, options.log));
  }

  static async open(options: StageOptions): Promise<Stage> {
    return new Stage(await openBrowser(options), options);
  }

  get pid(): number | null {
    return this.#opened.pid;
  }

  get alive(): boolean {
    return this.#opened.browser.isConnected();
  }

  get #openPages(): Page[] {
    return this.#opened.context.pages().filter((p) => !p.isClosed());
  }

  #welcome(page: Page, log: Log): void {
    this.#lastWindow += 1;
    this.#windows.set(page, this.#lastWindow);
    page.on("download", (download) => {
      const wanted = this.#awaitDownload;
      this.#awaitDownload = null;
      if (wanted) return wanted(download);
      this.#downloads += 1;
      log.warn("runner.download-refused");
      void download.cancel().catch(() => undefined);
    });
    page.on("framenavigated", (frame) => {
      // Chromium refuses most of these itself; what still shows a local or inline document stops the case.
      if (/^(?:file|data|ftp|javascript):/iu.test(frame.url()))
        this.#oddAddress ??= frame.url().split(":")[0] ?? "?";
    });
    page.on("crash", () => log.error("runner.page-crashed"));
  }

  /** Where a window went that is not allowed (host or scheme), once; null when it stayed. */
  takeStray(): string | null {
    const odd = this.#oddAddress;
    this.#oddAddress = null;
    return this.traffic.takeStray() ?? odd;
  }

  /** True once after a page tried to save a file. */
  takeDownload(): boolean {
    const some = this.#downloads > 0;
    this.#downloads = 0;
    return some;
  }

  /** Leaves one window open and empty of dialogs' past: a new case begins. */
  async reset(): Promise<void> {
    if (!this.alive) throw runnerError.browserGone({});
    const [first, ...rest] = this.#openPages;
    for (const page of rest) await page.close().catch(() => undefined);
    const page = first ?? (await this.#opened.context.newPage());
    this.#windows.clear();
    this.#windows.set(page, 1);
    this.#lastWindow = 1;
    this.dialogs.forget();
    this.takeDownload();
    this.takeStray();
  }

  async goTo(url: string): Promise<void> {
    const page = this.#openPages[0];
    if (!page) throw runnerError.browserGone({});
    // A page that cannot be reached shows up as a screen without what is looked for; the guard names strays.
    await page.goto(url, { waitUntil: "domcontentloaded" }).catch(() => undefined);
    await this.settle(10_000);
  }

  /** Empty before the first page was opened. */
  get atStart(): boolean {
    return this.#openPages.every((p) => p.url() === "about:blank");
  }

  /** Address of a frame without what follows "?": addresses may carry values. */
  addressOf(frame: LookFrame): string {
    return (this.#frameOf.get(frame)?.url() ?? "").replace(/[?#].*$/u, "");
  }

  /** Address of the first window. */
  get address(): string {
    return this.#openPages[0]?.url() ?? "";
  }

  #frameOf = new WeakMap<LookFrame, Frame>();
  #handleOf = new WeakMap<LookFrame, SeenHandle>();

  async look(): Promise<Look> {
    if (!this.alive) throw runnerError.browserGone({});
    for (const old of this.#seen) void old.dispose().catch(() => undefined);
    this.#seen = [];
    this.#pages = this.#openPages;
    const asked = this.#pages.flatMap((page) => page.frames().map((frame) => ({ page, frame })));
    const answers = await Promise.all(asked.map((a) => this.#lookAt(a.page, a.frame)));
    const frames: LookFrame[] = [];
    let complete = asked.length > 0;
    for (const answer of answers) {
      if (!answer) {
        complete = false;
        continue;
      }
      const frame: LookFrame = { ...answer.frame, index: frames.length };
      this.#frameOf.set(frame, answer.of);
      this.#handleOf.set(frame, answer.handle);
      this.#seen.push(answer.handle);
      if (frame.view.loading) complete = false;
      if (!frame.view.hidden) frames.push(frame);
    }
    return { frames, complete, text: frames.map((f) => f.view.text).join("\n") };
  }

  /** Null when the frame went away or does not answer: the next look asks again. */
  async #lookAt(page: Page, frame: Frame) {
    try {
      const handle = (await within(frame.evaluateHandle(lookProgram), 3_000)) as SeenHandle | null;
      if (!handle) return null;
      const view = await handle.evaluate((seen) => seen.view);
      const top = frame.parentFrame() === null ? [] : await page.title().then((t) => [t]);
      const window = this.#windows.get(page) ?? 0;
      return { handle, of: frame, frame: { view, window, titles: [...view.titles, ...top] } };
    } catch {
      return null;
    }
  }

  async element(spot: Spot, element = spot.thing.element): Promise<ElementHandle<HTMLElement>> {
    const handle = this.#handleOf.get(spot.frame);
    const found = await handle?.evaluateHandle((seen, i) => seen.elements[i], element);
    const it = found?.asElement();
    if (!it) throw runnerError.browserGone({});
    return it as ElementHandle<HTMLElement>;
  }

  /**
   * Clicks. Rejects only when the element could not be clicked at all (covered, moving, gone); once the mouse is down,
   * a slow answer is waited for and its failure is left to the next look.
   */
  async click(spot: Spot, element = spot.thing.element): Promise<void> {
    const el = await this.element(spot, element);
    await el.click({ trial: true, timeout: 3_000 });
    await el.click({ force: true, timeout: 60_000 }).catch(() => undefined);
  }

  /** Puts a file into a file field; gives the name that the field holds then. */
  async attach(spot: Spot, file: NamedBytes): Promise<string | null> {
    const el = await this.element(spot);
    const buffer = Buffer.from(file.bytes);
    await el.setInputFiles({ name: file.name, mimeType: "application/octet-stream", buffer });
    return el.evaluate((e) => (e as HTMLInputElement).files?.[0]?.name ?? null).catch(() => null);
  }

  /** Clicks and takes the file that the click sets off; null when none comes within `limit` ms. */
  async download(spot: Spot, limit: number): Promise<NamedBytes | null> {
    const coming = new Promise<Download>((resolve) => {
      this.#awaitDownload = resolve;
    });
    try {
      await this.click(spot);
      const download = await within(coming, limit);
      if (download === null) return null;
      return await takeDownload(download, limit);
    } finally {
      this.#awaitDownload = null;
    }
  }

  windowIsOpen(window: number): boolean {
    return this.#openPages.some((p) => this.#windows.get(p) === window);
  }

  /** Mouse at the middle of an element; nothing has been pressed before this resolves to a function that presses. */
  async aim(spot: Spot, limit: number): Promise<() => Promise<void>> {
    const el = await this.element(spot);
    await el.click({ trial: true, timeout: Math.min(limit, 5_000) });
    const box = await el.boundingBox();
    const page = this.#pages.find((p) => this.#windows.get(p) === spot.frame.window);
    if (!box || !page) throw runnerError.browserGone({});
    return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  freshConnections(): void {
    this.#opened.gate.freshConnections();
  }

  /** Waits until no screen waits for an answer any more and none came up for a moment; at most `limit` ms. */
  async settle(limit: number, quietMillis = 60): Promise<void> {
    const start = performance.now();
    let quietSince = start;
    for (;;) {
      const now = performance.now();
      const pending = this.traffic.pending();
      // Calls that never end (long polling) must not hold up a screen for ever.
      const busy =
        pending.documents > 0 || (pending.calls > 0 && now - start < Math.min(limit, 5_000));
      if (busy) quietSince = now;
      if (now - quietSince >= quietMillis || now - start >= limit) return;
      await pause(15);
    }
  }

  /** One picture per window, newest last. */
  async pictures(): Promise<Uint8Array[]> {
    const pictures: Uint8Array[] = [];
    for (const page of this.#openPages.slice(-3)) {
      const tall = await within(
        page.evaluate(() => document.documentElement.scrollHeight),
        1_000,
      ).catch(() => null);
      const fullPage = tall !== null && tall <= 6_000;
      const png = await page.screenshot({ timeout: 5_000, fullPage }).catch(() => null);
      if (png) pictures.push(png);
    }
    return pictures;
  }

  /** The window in which something stands, with a numbered box round each of the spots. */
  async numbered(spots: readonly Spot[]): Promise<Uint8Array[]> {
    const marks: JSHandle[] = [];
    for (const [i, spot] of spots.entries()) {
      const el = await this.element(spot).catch(() => null);
      const mark = await el?.evaluateHandle(drawNumber, i + 1).catch(() => null);
      if (mark) marks.push(mark);
    }
    const pictures = await this.pictures();
    for (const mark of marks)
      await mark.evaluate((m) => (m as Element).remove()).catch(() => undefined);
    return pictures;
  }

  async close(): Promise<void> {
    await this.#opened.close();
  }
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

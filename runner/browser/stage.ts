/** The screens of one browser: looks at all of them at once, acts on what was seen, takes pictures. */
import type { BrowserContext, Download, ElementHandle, Page } from "playwright";
import type { Clock, Log } from "../../core/index.ts";
import type { Look, LookFrame } from "../find/look.ts";
import type { HowToLook } from "../find/page/looks.ts";
import type { Spot } from "../find/resolve.ts";
import { runnerError } from "../messages.ja.ts";
import type { NamedBytes } from "../play.ts";
import { AfterClick } from "./after-click.ts";
import { type Dialogs, leaveDialogs, watchDialogs } from "./dialogs.ts";
import {
  aimAt,
  elementOf,
  isTicked,
  lookAtAll,
  pickOption,
  pointAt,
  type SeenFrame,
  typeInto,
} from "./frame-hand.ts";
import { type BrowserOptions, type OpenedBrowser, openBrowser } from "./open-browser.ts";
import { numberedPictures, picturesOf } from "./pictures.ts";
import { takeDownload } from "./take-download.ts";
import { type Traffic, watchTraffic } from "./traffic.ts";
import { pause, within } from "./waiting.ts";

export interface StageOptions extends BrowserOptions {
  readonly refuseDialogs: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
}

/** A place to press, in pixels of the window. */
export interface Aimed {
  readonly x: number;
  readonly y: number;
  press(): Promise<void>;
}

/** Elements of a look stay usable until the next look. */
export class Stage {
  readonly dialogs: Dialogs;
  readonly traffic: Traffic;
  readonly #opened: OpenedBrowser;
  readonly #windows = new Map<Page, number>();
  readonly #afterClick: AfterClick;
  #pages: Page[] = [];
  #lastWindow = 0;
  #downloads = 0;
  /** With those that a step has asked for. */
  #allDownloads = 0;
  #awaitDownload: ((download: Download) => void) | null = null;
  #oddAddress: string | null = null;

  private constructor(opened: OpenedBrowser, options: StageOptions) {
    this.#opened = opened;
    this.dialogs = options.personWorks
      ? leaveDialogs(opened.context)
      : watchDialogs(opened.context, options.refuseDialogs, options.log);
    this.traffic = watchTraffic(opened.context, opened.gate.allows);
    this.#afterClick = new AfterClick(this.traffic, () => this.#allDownloads);
    opened.context.on("page", (page) => this.#welcome(page, options.log));
  }

  static async open(options: StageOptions): Promise<Stage> {
    return new Stage(await openBrowser(options), options);
  }

  get pid(): number | null {
    return this.#opened.pid;
  }

  /** For whoever watches what a person does. */
  get context(): BrowserContext {
    return this.#opened.context;
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
      this.#allDownloads += 1;
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
    return (this.#frameOf.get(frame)?.frame.url() ?? "").replace(/[?#].*$/u, "");
  }

  /** Address of the first window. */
  get address(): string {
    return this.#openPages[0]?.url() ?? "";
  }

  #frameOf = new WeakMap<LookFrame, SeenFrame>();

  /** `how` "calm": where only places count; values that we have typed may be told as before. "anew": everything is read again. */
  async look(how: HowToLook = "fresh"): Promise<Look> {
    if (!this.alive) throw runnerError.browserGone({});
    this.#pages = this.#openPages;
    const asked = await Promise.all(
      this.#pages.map(async (page) => ({ page, seen: await lookAtAll(page, how) })),
    );
    const answers = asked.flatMap(({ page, seen }) => seen.map((answer) => ({ page, answer })));
    const titleOf = (page: Page): string =>
      answers.find(({ answer }) => answer?.frame === page.mainFrame())?.answer?.title ?? "";
    const frames: LookFrame[] = [];
    let complete = answers.length > 0;
    for (const { page, answer } of answers) {
      if (!answer || answer.view.loading) complete = false;
      if (!answer || answer.view.hidden) continue;
      const { view, frame, turn } = answer;
      const titles = frame.parentFrame() ? [...view.titles, titleOf(page)] : view.titles;
      const window = this.#windows.get(page) ?? 0;
      const seen: LookFrame = { view, window, titles, index: frames.length };
      this.#frameOf.set(seen, { frame, turn });
      frames.push(seen);
    }
    return { frames, complete, text: frames.map((f) => f.view.text).join("\n") };
  }

  #seen(spot: Spot): SeenFrame {
    const seen = this.#frameOf.get(spot.frame);
    if (!seen) throw runnerError.browserGone({});
    return seen;
  }

  async element(spot: Spot, element = spot.thing.element): Promise<ElementHandle<HTMLElement>> {
    const it = await elementOf(this.#seen(spot), element);
    if (!it) throw runnerError.browserGone({});
    return it;
  }

  /** Types over what a field holds and leaves it; gives what it holds then, null when it went away. */
  type(spot: Spot, text: string): Promise<string | null> {
    return typeInto(this.#seen(spot), spot.thing.element, text);
  }

  /** Chooses an option of a select; gives the position that is chosen then, null when it went away. */
  pick(spot: Spot, index: number): Promise<number | null> {
    const seen = this.#seen(spot);
    this.#afterClick.begin(seen.frame);
    return pickOption(seen, spot.thing.element, index);
  }

  /**
   * Clicks. Rejects only when the element could not be clicked at all (covered, moving, gone); once the mouse is down,
   * a slow answer is waited for and its failure is left to the next look.
   */
  async click(spot: Spot, element = spot.thing.element): Promise<void> {
    const seen = this.#seen(spot);
    this.#afterClick.begin(seen.frame);
    const aim = await aimAt(seen, element);
    const page = this.#pageOf(spot);
    if (aim && page) {
      await within(page.mouse.click(aim.x, aim.y), 60_000).catch(() => undefined);
      return;
    }
    const el = await this.element(spot, element);
    await el.click({ trial: true, timeout: 3_000 });
    await el.click({ force: true, timeout: 60_000 }).catch(() => undefined);
  }

  /** Null when it went away. */
  ticked(spot: Spot, element: number): Promise<boolean | null> {
    return isTicked(this.#seen(spot), element);
  }

  /** Waits for what the last click or choice set off, `idle` ms when nothing of it can be seen; at most `limit` ms. */
  async afterClick(limit: number, idle = 60): Promise<void> {
    await this.settle(limit, await this.#afterClick.quiet(idle));
  }

  #pageOf(spot: Spot): Page | undefined {
    return this.#pages.find((p) => this.#windows.get(p) === spot.frame.window);
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

  /** Where a press would hit the middle of an element that stands still with nothing over it; nothing is pressed yet. */
  async aim(spot: Spot, limit: number): Promise<Aimed> {
    const el = await this.element(spot);
    await el.click({ trial: true, timeout: Math.min(limit, 5_000) });
    const box = await el.boundingBox();
    const page = this.#pageOf(spot);
    if (!box || !page) throw runnerError.browserGone({});
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    return { ...at, press: () => page.mouse.click(at.x, at.y) };
  }

  /** The same once more, quicker where everything stands as it did. */
  async aimAgain(spot: Spot, before: Aimed, limit: number): Promise<Aimed> {
    const now = await pointAt(this.#seen(spot), spot.thing.element);
    const moved = !now || Math.abs(now.x - before.x) > 1 || Math.abs(now.y - before.y) > 1;
    return moved ? this.aim(spot, limit) : before;
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
      await pause(5);
    }
  }

  /** One picture per window, newest last. */
  pictures(): Promise<Uint8Array[]> {
    return picturesOf(this.#openPages);
  }

  /** The windows, with a numbered box round each of the spots. */
  async numbered(spots: readonly Spot[]): Promise<Uint8Array[]> {
    const elements = await Promise.all(spots.map((s) => this.element(s).catch(() => null)));
    return numberedPictures(this.#openPages, elements);
  }

  async close(): Promise<void> {
    await this.#opened.close();
  }
}

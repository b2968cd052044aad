/** A clerk at the recorded browser: another program drives it as hands would, with mouse and keyboard only. */
import { createServer } from "node:net";
import { chromium, type Frame, type Page } from "playwright";
import { onTestFinished } from "vitest";
import { silentLog, systemClock } from "../../../core/index.ts";
import {
  openRecording,
  type Recorded,
  type RecordedLine,
  type RecordingOptions,
} from "../../../runner/index.ts";

export interface Clerk {
  readonly page: Page;
  /** The frame that shows such an element, waited for and looked at as a person would before going on. */
  frameWith(selector: string): Promise<Frame>;
  /** A window besides the first, waited for. */
  popup(): Promise<Page>;
  /** Chooses as a person with the keyboard does. */
  choose(frame: Frame | Page, selector: string, downs: number): Promise<void>;
  /** Waits until the recording shows such a line. */
  sees(sentence: string): Promise<void>;
  readonly lines: () => readonly RecordedLine[];
  undo(): void;
  beginLookUp(): Promise<void>;
  finish(): Promise<Recorded>;
}

type Wish = Pick<RecordingOptions, "system" | "logIn" | "sample" | "hold"> &
  Partial<Pick<RecordingOptions, "dictionary">>;

/** A recording with somebody at it; all closed after the test. */
export async function recordedClerk(wish: Wish): Promise<Clerk> {
  const drivePort = await freePort();
  let lines: readonly RecordedLine[] = [];
  const recording = await openRecording({
    ...wish,
    clock: systemClock,
    log: silentLog,
    headed: false,
    drivePort,
    onChange: (now) => {
      lines = now;
    },
  });
  onTestFinished(async () => void (await recording.finish()));
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${drivePort}`);
  const pages = (): Page[] => browser.contexts().flatMap((c) => c.pages());
  const [page] = pages();
  if (!page) throw new Error("no page");
  // Whatever cannot be done within seconds says so by name.
  for (const context of browser.contexts()) context.setDefaultTimeout(20_000);
  return {
    page,
    lines: () => lines,
    undo: () => recording.undo(),
    beginLookUp: () => recording.beginLookUp(),
    finish: () => recording.finish(),
    frameWith: (selector) =>
      until(async () => {
        for (const frame of page.frames()) {
          const there = await frame
            .locator(selector)
            .count()
            .catch(() => 0);
          if (there > 0) {
            await lookedAt(frame);
            return frame;
          }
        }
        return null;
      }),
    popup: () => until(async () => pages().find((p) => p !== page) ?? null),
    async choose(frame, selector, downs) {
      await frame.locator(selector).focus();
      const keyboard = "keyboard" in frame ? frame.keyboard : frame.page().keyboard;
      for (let i = 0; i < downs; i++) await keyboard.press("ArrowDown");
    },
    sees: async (sentence) => {
      await until(async () => lines.find((l) => l.sentence === sentence) ?? null).catch(() => {
        throw new Error(`${sentence}\n${lines.map((l) => l.sentence).join("\n")}`);
      });
    },
  };
}

/** Timers of one page run in order: what the recorder tells 80 ms after a change has been told by then. */
async function lookedAt(frame: Frame): Promise<void> {
  await frame
    .evaluate(
      () =>
        new Promise<void>((done) => {
          const rest = (): void => void setTimeout(done, 200);
          if (document.readyState === "complete") rest();
          else window.addEventListener("load", rest, { once: true });
        }),
    )
    .catch(() => undefined);
}

async function until<T>(look: () => Promise<T | null>): Promise<T> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > deadline) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

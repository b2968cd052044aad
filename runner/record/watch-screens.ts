/** Gathers what the pages of a browser tell about a person's work, in order, with all screens as they stood then. */
import type { BrowserContext, Frame, Page } from "playwright";
import { z } from "zod";
import type { Log } from "../../core/index.ts";
import type { Look, LookFrame } from "../find/look.ts";
import type { FrameView } from "../find/view.ts";
import type { Happening, PageGesture } from "./gesture.ts";
import { watchProgram } from "./watch-program.ts";

const element = z.number().int().min(-1);
const text = z.string().max(20_000);
const gestureSchema: z.ZodType<PageGesture> = z.discriminatedUnion("do", [
  z.object({ do: z.literal("typed"), element, value: text }),
  z.object({ do: z.literal("chosen"), element, text }),
  z.object({ do: z.literal("ticked"), element, on: z.boolean() }),
  z.object({ do: z.literal("pressed"), element, menu: z.boolean(), held: z.boolean() }),
  z.object({ do: z.literal("opened"), element }),
  z.object({ do: z.literal("attached"), element, file: text }),
  z.object({ do: z.literal("pointed"), element, text, read: z.boolean() }),
  z.object({ do: z.literal("sent") }),
  z.object({ do: z.literal("missed"), text }),
]);

/** The look itself is made by our own program; its outline is enough to tell it from a page's own call. */
const viewSchema = z.custom<FrameView>((v) => {
  const lists = z.object({
    controls: z.array(z.unknown()),
    clickables: z.array(z.unknown()),
    tables: z.array(z.unknown()),
    titles: z.array(z.string()),
    text: z.string(),
  });
  return lists.safeParse(v).success;
});
const reportSchema = z.object({ view: viewSchema, gesture: gestureSchema.nullable() });

export interface ScreenWatch {
  /** All screens as last told. */
  look(): Look;
  /** What happens while paused is not told (buka itself works in the browser). */
  pause(on: boolean): void;
}

const binding = "bukaRecord";

/** How long a window waits for the press that set it off to be told. */
export const dialogMillis = 250;

/** Must be called before the first page is opened. `hold`: plain captions whose press is kept from the pages. */
export async function watchScreens(
  context: BrowserContext,
  options: {
    readonly hold: readonly string[];
    readonly log: Log;
    readonly tell: (h: Happening) => void;
  },
): Promise<ScreenWatch> {
  const screens = new Screens(context);
  let paused = false;
  const tell = (h: Happening): void => {
    if (!paused) options.tell(h);
  };
  await context.exposeBinding(binding, ({ page, frame }, raw: unknown) => {
    const report = reportSchema.safeParse(raw);
    if (!report.success) {
      options.log.warn("runner.record-odd-report");
      return;
    }
    const { view, gesture } = report.data;
    screens.keep(page, frame, view);
    const look = screens.look();
    if (gesture === null) {
      tell({ kind: "looked", look });
      return;
    }
    const seen = screens.frameIn(look, frame);
    if (seen) tell({ kind: "gesture", seen: { gesture, look, ...seen } });
  });
  await context.addInitScript({ content: watchProgram(binding, options.hold) });
  const welcome = (page: Page): void => {
    screens.welcome(page);
    tell({ kind: "moved" });
    page.on("framenavigated", (frame) => {
      screens.forget(frame);
      tell({ kind: "moved" });
    });
    page.on("framedetached", (frame) => screens.forget(frame));
    page.on("download", (d) => tell({ kind: "download", name: d.suggestedFilename() }));
    void watchWindows(context, page, tell).catch(() => options.log.info("runner.record-page-gone"));
  };
  for (const page of context.pages()) welcome(page);
  context.on("page", welcome);
  return {
    look: () => screens.look(),
    pause: (on) => {
      paused = on;
    },
  };
}

/** How the person answered alert and confirm windows. */
async function watchWindows(
  context: BrowserContext,
  page: Page,
  tell: (h: Happening) => void,
): Promise<void> {
  const session = await context.newCDPSession(page);
  let message: string | null = null;
  session.on("Page.javascriptDialogOpening", (event) => {
    message = event.type === "beforeunload" ? null : event.message;
  });
  session.on("Page.javascriptDialogClosed", ({ result }) => {
    const text = message;
    message = null;
    if (text === null) return;
    const answer = result ? "ok" : "cancel";
    // The press that set it off comes by another way and may be told a moment later.
    setTimeout(() => tell({ kind: "dialog", text, answer }), dialogMillis);
  });
  await session.send("Page.enable");
}

/** The last view of each frame of each window. */
class Screens {
  readonly #context: BrowserContext;
  readonly #views = new Map<Frame, FrameView>();
  readonly #windows = new Map<Page, number>();
  readonly #places = new Map<Frame, number>();
  /** What stood there before the person closed the browser. */
  #last: Look = { frames: [], complete: true, text: "" };

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  welcome(page: Page): void {
    this.#windows.set(page, this.#windows.size + 1);
  }

  keep(page: Page, frame: Frame, view: FrameView): void {
    if (!this.#windows.has(page)) this.welcome(page);
    if (!this.#places.has(frame)) this.#places.set(frame, this.#places.size + 1);
    this.#views.set(frame, view);
    this.look();
  }

  forget(frame: Frame): void {
    this.#views.delete(frame);
  }

  look(): Look {
    const frames: LookFrame[] = [];
    for (const { page, view, frame } of this.#inOrder()) {
      const top = this.#views.get(page.mainFrame())?.titles[0];
      const titles = frame.parentFrame() === null || !top ? view.titles : [...view.titles, top];
      const window = this.#windows.get(page) ?? 1;
      frames.push({ view, window, titles, index: frames.length });
    }
    if (frames.length === 0) return this.#last;
    const text = frames.map((f) => f.view.text).join("\n");
    this.#last = { frames, complete: frames.every((f) => !f.view.loading), text };
    return this.#last;
  }

  frameIn(look: Look, frame: Frame): { frame: LookFrame; place: number } | null {
    const at = this.#inOrder().findIndex((s) => s.frame === frame);
    const found = look.frames[at];
    return found ? { frame: found, place: this.#places.get(frame) ?? 0 } : null;
  }

  #inOrder(): { page: Page; frame: Frame; view: FrameView }[] {
    const pages = this.#context.pages().filter((p) => !p.isClosed());
    return pages.flatMap((page) =>
      page.frames().flatMap((frame) => {
        const view = this.#views.get(frame);
        return view && !view.hidden ? [{ page, frame, view }] : [];
      }),
    );
  }
}

/** Starts one browser with a fresh profile whose only way out is the gate. The one place that loads playwright. */
import { spawnSync } from "node:child_process";
import type { Browser, BrowserContext } from "playwright";
import type { Log } from "../../core/index.ts";
import { handProgram } from "../find/page/program.ts";
import { runnerError } from "../messages.ja.ts";
import { noteClickListeners } from "./click-listeners.ts";
import { findBrowser } from "./find-browser.ts";
import { type Gate, openGate } from "./gate.ts";

export interface OpenedBrowser {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly gate: Gate;
  readonly pid: number | null;
  /** Ends the browser, by force when it does not obey within seconds. */
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly allowedHosts: readonly string[];
  readonly headed: boolean;
  readonly slowMillis: number;
  readonly browserPath: string | undefined;
  readonly log: Log;
  /** Port of the loopback by which another program may drive this browser (tests of the recorder); closed when absent. */
  readonly drivePort?: number;
  /** A person works in it and answers the windows that come up; shown, it is as large as the screen, not as pictures want it. */
  readonly personWorks?: boolean;
}

const quiet = [
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--no-first-run",
  "--no-pings",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
];

/** A window that is shown speaks Japanese itself where the browser can; only a person's own fills the screen. */
const shown = (personWorks: boolean): string[] =>
  personWorks ? ["--lang=ja", "--start-maximized"] : ["--lang=ja"];
const shownIn = { ...process.env, LANGUAGE: "ja" } as Record<string, string>;

export async function openBrowser(options: BrowserOptions): Promise<OpenedBrowser> {
  const path = findBrowser(options.browserPath);
  const gate = await openGate(options.allowedHosts, (host) =>
    options.log.warn("runner.blocked", { host }),
  );
  try {
    const browser = await start(path, gate, options);
    const context = await freshContext(browser, options.personWorks === true && options.headed);
    if (options.headed) await context.addInitScript(refuseTranslation);
    const pid = await processId(browser);
    return { browser, context, gate, pid, close: () => end(browser, gate, pid) };
  } catch (error) {
    await gate.close();
    throw error;
  }
}

/** Runs in the page. A browser in another language offers to translate, and its offer covers fields of small windows. */
function refuseTranslation(): void {
  document.addEventListener("DOMContentLoaded", () => {
    const meta = document.createElement("meta");
    meta.name = "google";
    meta.content = "notranslate";
    document.head?.append(meta);
  });
}

async function start(path: string, gate: Gate, options: BrowserOptions): Promise<Browser> {
  const { chromium } = await import("playwright").catch((cause: unknown) => {
    throw runnerError.playwrightMissing({}, { cause });
  });
  const root = process.getuid?.() === 0;
  const driven =
    options.drivePort === undefined ? [] : [`--remote-debugging-port=${options.drivePort}`];
  const seen = options.headed ? shown(options.personWorks === true) : [];
  const args = [...quiet, ...seen, ...driven, ...(root ? ["--no-sandbox"] : [])];
  return chromium
    .launch({
      executablePath: path,
      headless: !options.headed,
      slowMo: options.slowMillis,
      args,
      ...(options.headed ? { env: shownIn } : {}),
      // Loopback too goes through the gate.
      proxy: { server: gate.address, bypass: "<-loopback>" },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    .catch((cause: unknown) => {
      const why = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : "";
      throw runnerError.browserNotStarted({ path, why: why.slice(0, 120) }, { cause });
    });
}

async function freshContext(browser: Browser, asWindow: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: asWindow ? null : { width: 1366, height: 900 },
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    serviceWorkers: "block",
    // Taken only while a sentence waits for one; the stage cancels all others before anything is kept.
    acceptDownloads: true,
  });
  context.setDefaultTimeout(5_000);
  context.setDefaultNavigationTimeout(30_000);
  await noteClickListeners(context);
  // What looks at the documents comes with them; a document that missed it is given it at its first look.
  await context.addInitScript({ content: handProgram });
  return context;
}

async function processId(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.find((p) => p.type === "browser")?.id ?? null;
}

async function end(browser: Browser, gate: Gate, pid: number | null): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), 5_000);
  });
  const closed = browser.close().then(
    () => "closed" as const,
    () => "closed" as const,
  );
  const how = await Promise.race([closed, late]);
  clearTimeout(timer);
  if (how === "late" && pid !== null) killTree(pid);
  await gate.close();
}

/** The browser leads its own process group (POSIX) or tree (Windows). */
function killTree(pid: number): void {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"]);
    return;
  }
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, "SIGKILL");
    } catch {
      // Already gone, or not a group leader: then the other call reaches it.
    }
  }
}

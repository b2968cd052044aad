/** Reads pages in a thread of its own with a time limit: a reader that hangs or crashes loses its page and nothing else. */
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { BukaError, type Log, silentLog } from "../core/index.ts";
import { engineErrors } from "./engines/messages.ja.ts";
import type { ReaderChoice } from "./engines/readers.ts";
import type { Form } from "./form.ts";
import { ocrErrors } from "./messages.ja.ts";
import type { Masters, PageReader, PageReading } from "./page-reading.ts";

/** What a guarded reader takes from outside; nothing of it is needed. */
export interface GuardOptions {
  readonly log?: Log;
  /** Readers by name; the shipped ones without it. */
  readonly readers?: ReaderChoice;
  /** Folder to which paths in the names of readers are relative. */
  readonly folder?: string;
  /** File of the site's own thresholds. */
  readonly calibration?: string | null;
  /** Longest time that one page may take, opening included; 120 without it. */
  readonly pageSeconds?: number;
  /** Program of the thread, for tests of the guard itself. */
  readonly program?: string;
}

/** What the thread is started with. */
export interface ThreadPlan {
  readonly readers: ReaderChoice | null;
  readonly folder: string;
  readonly calibration: string | null;
}

/** One order to the thread; `page` null = count the pages. */
export interface PageOrder {
  readonly id: number;
  readonly file: string;
  readonly page: number | null;
  readonly forms: readonly Form[];
  readonly masters: Masters;
}

type ErrorFields = ConstructorParameters<typeof BukaError>[0];

/** What the thread answers. */
export type PageReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly fields: ErrorFields };

/** A page takes two CPU seconds; a machine that does twenty things at once takes forty for it. */
const PAGE_SECONDS = 120;

/**
 * A page reader whose thread is started with the first page, ended when a page takes too long (OCR028) or the thread
 * dies (OCR029), and started again for the next page. One page at a time: calls wait for each other.
 */
export function createGuardedPageReader(options: GuardOptions = {}): PageReader {
  const log = options.log ?? silentLog;
  const seconds = options.pageSeconds ?? PAGE_SECONDS;
  let thread: Thread | null = null;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();
  let nextId = 0;

  const once = async (order: Omit<PageOrder, "id">): Promise<unknown> => {
    if (closed) throw ocrErrors.readerClosed({});
    thread ??= startThread(options);
    const reply = await thread.ask({ ...order, id: nextId++ }, seconds);
    if (reply !== "slow" && reply !== "gone") {
      if (reply.ok) return reply.value;
      throw new BukaError(reply.fields);
    }
    await thread.end();
    thread = null;
    const at = { file: basename(order.file), page: order.page ?? 1 };
    log.error("page-thread-ended", { page: at.page, why: reply });
    if (reply === "slow") throw engineErrors.pageTooSlow({ ...at, seconds }, { place: at });
    throw engineErrors.pageCrashed(at, { place: at });
  };
  const queued = (order: Omit<PageOrder, "id">): Promise<unknown> => {
    const mine = turn.then(() => once(order));
    turn = mine.catch(() => undefined);
    return mine;
  };
  return {
    countPages: async (file) =>
      (await queued({ file, page: null, forms: [], masters: {} })) as number,
    readPage: async (file, page, forms, masters) => {
      const reading = (await queued({ file, page, forms, masters })) as PageReading;
      const { kind, cpuSeconds } = reading;
      log.info("page-read", { page, kind, cpuSeconds });
      return reading;
    },
    close: async () => {
      closed = true;
      await turn;
      await thread?.end();
      thread = null;
    },
  };
}

interface Thread {
  ask(order: PageOrder, seconds: number): Promise<PageReply | "slow" | "gone">;
  end(): Promise<unknown>;
}

function startThread({ readers, folder, calibration, program }: GuardOptions): Thread {
  const plan: ThreadPlan = {
    readers: readers ?? null,
    folder: folder ?? ".",
    calibration: calibration ?? null,
  };
  const worker = new Worker(program ?? besideThisFile(), { workerData: plan });
  let gone = false;
  let settle: ((reply: PageReply | "slow" | "gone") => void) | null = null;
  const finish = (): void => {
    gone = true;
    settle?.("gone");
  };
  worker.on("message", (reply: PageReply) => settle?.(reply));
  worker.on("error", finish);
  worker.on("exit", finish);
  return {
    ask: (order, seconds) =>
      new Promise((resolve) => {
        if (gone) return resolve("gone");
        const limit = setTimeout(() => resolve("slow"), seconds * 1000);
        settle = (reply) => {
          clearTimeout(limit);
          settle = null;
          resolve(reply);
        };
        worker.postMessage(order);
      }),
    end: () => worker.terminate(),
  };
}

/** Compiled programs find their thread beside themselves. */
function besideThisFile(): string {
  const here = fileURLToPath(import.meta.url);
  return join(dirname(here), `page-thread${extname(here)}`);
}

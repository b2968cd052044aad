/** Looks into a tray (受付トレイ): which files are complete, which are still being written, which are no pages. */
import type { Dirent } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, isoDate, readDate } from "../core/index.ts";
import { queueError } from "./messages.ja.ts";

export interface TrayFile {
  readonly path: string;
  readonly name: string;
  /** YYYY-MM-DD: of the date folder that it lies in, else of the tray. */
  readonly receivedOn: string;
}

/** What lies in a tray at one moment. */
export interface TrayLook {
  /** Complete: unchanged for a while, readable, and with the end that its kind has. */
  readonly ready: readonly TrayFile[];
  /** Names of files that somebody is still writing. */
  readonly waiting: readonly string[];
  /** Names of files that are no pages by their names; they are left where they are. */
  readonly skipped: readonly string[];
}

/** Watches one tray: what was taken is not offered again unless it changes. */
export interface TrayWatch {
  look(tray: { readonly folder: string; readonly receivedOn: string }): Promise<TrayLook>;
  /** Call when a file has been received. */
  taken(path: string): void;
}

/** What makes a file of a tray ours and complete. */
export interface TrayRules {
  /** Only names that begin so are ours (拠点の印); "" = all. Other sites may share the folder. */
  readonly prefix: string;
  /** Seconds for which a file must not have changed. */
  readonly settleSeconds: number;
  /** Seconds after which an unchanged file is taken although its end is missing: then it is damaged, not half-copied. */
  readonly patienceSeconds: number;
}

const pageFile = /\.(pdf|png|jpe?g|tiff?|bmp|webp|heic)$/iu;
/** What programs leave in folders; nobody misses it. */
const litter = /^(?:\.|~|thumbs\.db$|desktop\.ini$|__macosx$)|\.(?:json|tmp|part|crdownload)$/iu;

/** Folders within folders that are looked into. */
const DEPTH = 4;

interface Seen {
  readonly stamp: string;
  /** Milliseconds of the clock when this state was first seen. */
  readonly since: number;
  taken: boolean;
}

/** Throws QUE103 when there is no tray. Files are opened for reading only. */
export function createTrayWatch(rules: TrayRules, clock: Clock): TrayWatch {
  const seen = new Map<string, Seen>();
  return {
    taken: (path) => {
      const state = seen.get(path);
      if (state) state.taken = true;
    },
    look: async ({ folder, receivedOn }) => {
      const found = await stat(folder).catch(() => null);
      if (!found?.isDirectory()) throw queueError.noTray({ folder });
      const all = await listFolder(folder, receivedOn, DEPTH);
      const ready: TrayFile[] = [];
      const waiting: string[] = [];
      for (const file of all.filter((f) => isOurs(f, rules) && pageFile.test(f.name))) {
        const state = await stateOf(file, { rules, seen, now: clock.now().getTime() });
        if (state === "ready") ready.push(file);
        if (state === "waiting") waiting.push(file.name);
      }
      const skipped = all.filter((f) => isOurs(f, rules) && !pageFile.test(f.name));
      return { ready, waiting, skipped: skipped.map((f) => f.name) };
    },
  };
}

const isOurs = (file: TrayFile, rules: TrayRules): boolean =>
  file.name.normalize("NFKC").startsWith(rules.prefix.normalize("NFKC"));

/** Folders whose name is a date give the 受付日; all others are looked into, too: a clerk drops a whole folder. */
async function listFolder(folder: string, receivedOn: string, depth: number): Promise<TrayFile[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files: TrayFile[] = [];
  for (const entry of entries.sort(byName)) {
    if (litter.test(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) files.push({ path, name: entry.name, receivedOn });
    if (!entry.isDirectory() || depth === 0) continue;
    const date = readDate(entry.name);
    files.push(...(await listFolder(path, date ? isoDate(date) : receivedOn, depth - 1)));
  }
  return files;
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

interface Look {
  readonly rules: TrayRules;
  readonly seen: Map<string, Seen>;
  readonly now: number;
}

async function stateOf(file: TrayFile, look: Look): Promise<"ready" | "waiting" | "known"> {
  const facts = await inspect(file.path);
  if (!facts) return "waiting";
  const before = look.seen.get(file.path);
  const same = before?.stamp === facts.stamp;
  if (same && before.taken) return "known";
  const state = same ? before : { stamp: facts.stamp, since: look.now, taken: false };
  look.seen.set(file.path, state);
  const { settleSeconds, patienceSeconds } = look.rules;
  const quiet = (look.now - state.since) / 1000;
  const old = (look.now - facts.changedAt) / 1000;
  // With its end in place and an age of its own, a file need not be watched.
  if (facts.complete && Math.max(quiet, old) >= settleSeconds) return "ready";
  return quiet >= patienceSeconds ? "ready" : "waiting";
}

interface FileFacts {
  readonly stamp: string;
  readonly changedAt: number;
  readonly complete: boolean;
}

/** Null when it cannot be opened: locked by the program that writes it, or gone again. */
async function inspect(path: string): Promise<FileFacts | null> {
  const handle = await open(path, "r").catch(() => null);
  if (!handle) return null;
  try {
    const { size, mtimeMs } = await handle.stat();
    const head = Buffer.alloc(16);
    const tail = Buffer.alloc(Math.min(size, TAIL));
    await handle.read(head, 0, head.length, 0);
    await handle.read(tail, 0, tail.length, Math.max(0, size - tail.length));
    return { stamp: `${size}:${mtimeMs}`, changedAt: mtimeMs, complete: endsWell(head, tail) };
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

const TAIL = 4096;

/** Copies that were stopped, or whose room was taken in advance, lack the end that each kind has. */
function endsWell(head: Buffer, tail: Buffer): boolean {
  const start = head.toString("latin1");
  if (start.startsWith("%PDF")) return tail.includes("%%EOF");
  if (start.startsWith("\x89PNG")) return tail.includes("IEND");
  if (start.startsWith("\xff\xd8")) return tail.includes(Buffer.from([0xff, 0xd9]));
  // Others have no end to look for; a tail of nothing but zeros is room for what is yet to come.
  return tail.length > 0 && tail.some((b) => b !== 0);
}

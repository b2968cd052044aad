/** Receiving (受付): each page of each file in a tray becomes a journalled case before anybody is told. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { type Case, isBukaError, type Log, systemClock } from "../core/index.ts";
import { maskPrivateNumbers, type PageReader } from "../ocr/index.ts";
import type { Actor, EvidenceStore, Store } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { keepVersion } from "./bot-versions.ts";
import { noteHandedIn } from "./handed-in.ts";
import { createTrayWatch, type TrayFile, type TrayWatch } from "./intake-tray.ts";
import { queueError } from "./messages.ja.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { mindForgotten } from "./private-pages.ts";

export interface IntakeDoors {
  readonly store: Store;
  readonly evidence: EvidenceStore;
  readonly pages: Pick<PageReader, "countPages">;
  readonly log: Log;
  readonly actor: Actor;
}

/** What came of receiving one tray. */
export interface IntakeResult {
  /** Cases of this tray in order, old ones included. */
  readonly cases: readonly Case[];
  readonly newCases: number;
  /** Pages that had been received before. */
  readonly known: number;
  /** Files that could not be opened; each is a returned case, so nothing is lost. */
  readonly unopened: number;
  /** Names of files that are still being written: they are received another time. */
  readonly waiting: readonly string[];
  /** Names of files that are no pages (documents, tables): they are left where they are. */
  readonly skipped: readonly string[];
}

/** Looks at everything at once, for callers that know that nobody is writing. */
const atOnce = { prefix: "", settleSeconds: 0, patienceSeconds: 0 } as const;

/**
 * Receives every complete page file of `tray` and of its folders (2026-11-20, R8.11.20: the 受付日 of what lies in them).
 * Files are opened for reading and copied, never moved or changed. Throws QUE103 when there is no tray.
 */
export async function receiveTray(
  doors: IntakeDoors,
  bot: Bot,
  tray: { readonly folder: string; readonly receivedOn: string; readonly watch?: TrayWatch },
  onFile?: (done: number, total: number) => void,
): Promise<IntakeResult> {
  if (!bot.form) throw queueError.noForm({ bot: bot.name });
  const watch = tray.watch ?? createTrayWatch(atOnce, systemClock);
  const { ready: files, waiting, skipped } = await watch.look(tray);
  if (files.length > 0) await keepVersion(doors, bot);
  const cases: Case[] = [];
  const changing: string[] = [];
  const total = { newCases: 0, known: 0, unopened: 0 };
  for (const [index, file] of files.entries()) {
    const received = await receiveFile(doors, bot, file);
    if (received) watch.taken(file.path);
    else changing.push(file.name);
    if (!received) continue;
    cases.push(...received.cases);
    total.newCases += received.newCases;
    total.known += received.cases.length - received.newCases;
    total.unopened += received.unopened;
    onFile?.(index + 1, files.length);
  }
  return { cases, ...total, waiting: [...waiting, ...changing], skipped };
}

interface Original {
  readonly contentHash: string;
  /** Evidence key of the copy. */
  readonly original: string;
}

/** Larger files are refused as pages anyway: their copy would only fill the disk. */
const greatestCopy = 100 * 1024 * 1024;

/** Null when the file changed while it was read, or cannot be opened now: nothing half-copied is ever received. */
async function copyOriginal(doors: IntakeDoors, file: TrayFile): Promise<Original | null> {
  const handle = await open(file.path, "r").catch(() => null);
  if (!handle) return null;
  try {
    const before = await handle.stat();
    const extension = extname(file.name).slice(1).toLowerCase();
    if (before.size > greatestCopy) {
      const contentHash = await hashOf(file.path);
      const note = JSON.stringify({ contentHash, bytes: before.size });
      return { contentHash, original: await doors.evidence.put(Buffer.from(note), "json") };
    }
    const bytes = await handle.readFile();
    const after = await handle.stat();
    if (after.mtimeMs !== before.mtimeMs || after.size !== bytes.length) return null;
    const contentHash = createHash("sha256").update(bytes).digest("hex");
    return { contentHash, original: await doors.evidence.put(bytes, extension) };
  } finally {
    await handle.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest("hex");
}

async function receiveFile(
  doors: IntakeDoors,
  bot: Bot,
  file: TrayFile,
): Promise<{ cases: Case[]; newCases: number; unopened: number } | null> {
  const copy = await copyOriginal(doors, file);
  if (!copy) return null;
  const { contentHash, original } = copy;
  const fault = await countOrFault(doors, file.path);
  const pages = typeof fault === "number" ? fault : 1;
  if (pages > 1)
    await noteHandedIn(doors.store, { bot: bot.name, contentHash }, { count: pages, sums: {} });
  const cases: Case[] = [];
  let newCases = 0;
  for (let page = 1; page <= pages; page += 1) {
    const fileName = maskPrivateNumbers(file.name);
    const source = { kind: "page" as const, fileName, contentHash, page };
    const input = {
      bot: bot.name,
      botVersion: bot.version,
      receivedOn: file.receivedOn,
      source,
      original,
    };
    const received = await doors.store.receive(input, doors.actor);
    newCases += received.isNew ? 1 : 0;
    cases.push(received.case);
  }
  const first = cases[0];
  // The same file again: what was erased because of a 個人番号 must not come back with it.
  if (first) await mindForgotten(doors, first);
  if (typeof fault === "number" || !first || first.state !== "received") {
    return { cases, newCases, unopened: 0 };
  }
  const moved = await moveCase(doors.store, first, "business-error", {
    patch: { reason: fault },
    actor: doors.actor,
    facts: { code: fault.code },
  });
  doors.log.warn("file-not-opened", { caseId: first.id, code: fault.code });
  return { cases: [moved], newCases, unopened: 1 };
}

async function countOrFault(
  doors: IntakeDoors,
  path: string,
): Promise<number | ReturnType<typeof reasonOf>> {
  try {
    return await doors.pages.countPages(path);
  } catch (error) {
    if (!isBukaError(error) || error.kind !== "input") throw error;
    return reasonOf(error);
  }
}

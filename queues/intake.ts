/** Receiving (受付): each page of each file in a tray becomes a journalled case before anybody is told. */
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { type Case, isBukaError, isoDate, type Log, readDate } from "../core/index.ts";
import { maskPrivateNumbers, type PageReader } from "../ocr/index.ts";
import type { Actor, EvidenceStore, Store } from "../store/index.ts";
import type { Bot } from "./bot.ts";
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
}

const pageFile = /\.(pdf|png|jpe?g|tiff?|bmp|webp)$/i;

/**
 * Receives every page file of `tray` and of its date folders (2026-11-20, R8.11.20: the 受付日 of what lies in them).
 * Files are copied, never moved or changed. Throws QUE103 when there is no tray.
 */
export async function receiveTray(
  doors: IntakeDoors,
  bot: Bot,
  tray: { readonly folder: string; readonly receivedOn: string },
  onFile?: (done: number, total: number) => void,
): Promise<IntakeResult> {
  if (!bot.form) throw queueError.noForm({ bot: bot.name });
  const files = await listTray(tray.folder, tray.receivedOn);
  const cases: Case[] = [];
  const total = { newCases: 0, known: 0, unopened: 0 };
  for (const [index, file] of files.entries()) {
    const received = await receiveFile(doors, bot, file);
    cases.push(...received.cases);
    total.newCases += received.newCases;
    total.known += received.cases.length - received.newCases;
    total.unopened += received.unopened;
    onFile?.(index + 1, files.length);
  }
  return { cases, ...total };
}

interface TrayFile {
  readonly path: string;
  readonly name: string;
  readonly receivedOn: string;
}

async function listTray(folder: string, receivedOn: string): Promise<readonly TrayFile[]> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw queueError.noTray({ folder });
  const entries = await readdir(folder, { withFileTypes: true });
  const files: TrayFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const date = entry.isDirectory() ? readDate(entry.name) : null;
    if (date) files.push(...(await listTray(path, isoDate(date))));
    if (entry.isFile() && pageFile.test(entry.name) && !entry.name.startsWith(".")) {
      files.push({ path, name: entry.name, receivedOn });
    }
  }
  return files;
}

async function receiveFile(
  doors: IntakeDoors,
  bot: Bot,
  file: TrayFile,
): Promise<{ cases: Case[]; newCases: number; unopened: number }> {
  const bytes = await readFile(file.path);
  const contentHash = createHash("sha256").update(bytes).digest("hex");
  const original = await doors.evidence.put(bytes, extname(file.name).slice(1).toLowerCase());
  const fault = await countOrFault(doors, file.path);
  const pages = typeof fault === "number" ? fault : 1;
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

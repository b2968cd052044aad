/** Backup and restore (控えを取る・戻す) of one workspace: ledger, evidence, settings and bots; the vault without its key. */
import { cp, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isBukaError } from "../core/index.ts";
import { type EvidenceStore, isServerTrouble, storeError } from "../store/index.ts";
import {
  backupFormat,
  contentsFile,
  openTableFiles,
  readContents,
  tableSource,
} from "./backup-files.ts";
import type { Workplace } from "./workplace.ts";

/** What was written or put back. */
export interface BackupReport {
  readonly madeAt: string;
  readonly cases: number;
  readonly events: number;
  readonly evidence: number;
  /** Evidence that is missing or altered, so not in the backup. */
  readonly damaged: readonly string[];
  /** False when the chain of events is broken: the backup holds what there is. */
  readonly chainWhole: boolean;
}

/** Files and folders of a workspace besides the ledger; what is not there is left out. */
const workspaceFiles = ["buka.yaml", "schedule.yaml", "bots", "masters"] as const;
const workspaceFolder = "workspace";
const evidenceFolder = "evidence";
const vaultBox = "vault.json";

/**
 * Writes a backup into a new folder (0700) while others go on working: the ledger as of one moment, then the evidence.
 * What was written is read again and compared. Throws STO054 when the folder is not empty, STO052 when it reads otherwise.
 */
export async function backUp(place: Workplace, folder: string): Promise<BackupReport> {
  await makeEmpty(folder);
  const madeAt = place.clock.now().toISOString();
  const files = openTableFiles(folder);
  const check = await place.store.copyOut((table, rows) => files.add(table, rows));
  const tables = files.end();
  const { kept, damaged } = await keepEvidence(place.evidence, join(folder, evidenceFolder));
  await keepWorkspace(place, join(folder, workspaceFolder));
  const cases = tables["case_file"]?.rows ?? 0;
  const events = tables["event"]?.rows ?? 0;
  const contents = { format: backupFormat, madeAt, cases, events, chainWhole: check.ok, tables };
  const text = `${JSON.stringify({ ...contents, evidence: kept }, null, 1)}\n`;
  await writeFile(join(folder, contentsFile), text, { mode: 0o600, flush: true });
  await readContents(folder);
  return { madeAt, cases, events, evidence: kept.length, damaged, chainWhole: check.ok };
}

async function makeEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw storeError.backupThere({ folder });
}

async function keepEvidence(
  evidence: EvidenceStore,
  folder: string,
): Promise<{ readonly kept: string[]; readonly damaged: string[] }> {
  await mkdir(folder, { mode: 0o700 });
  const [kept, damaged]: [string[], string[]] = [[], []];
  for (const key of await evidence.list()) {
    try {
      await writeFile(join(folder, key), await evidence.get(key), { mode: 0o600 });
      kept.push(key);
    } catch (error) {
      if (!isBukaError(error) || isServerTrouble(error)) throw error;
      damaged.push(key);
    }
  }
  return { kept, damaged };
}

async function keepWorkspace(place: Workplace, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  for (const name of workspaceFiles) {
    const from =
      name === "bots" || name === "masters" ? place.path(name) : join(place.folder, name);
    if (await isThere(from)) await cp(from, join(folder, name), { recursive: true });
  }
  const box = join(place.path("ledger"), vaultBox);
  if (await isThere(box)) await cp(box, join(folder, vaultBox));
}

/**
 * Settings and bots of a backup into a folder that has none yet; true when they were put there. What is there already
 * stays as it is. Throws as readContents.
 */
export async function restoreWorkspace(from: string, folder: string): Promise<boolean> {
  await readContents(from);
  if (await isThere(join(folder, workspaceFiles[0]))) return false;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of workspaceFiles) {
    const kept = join(from, workspaceFolder, name);
    if (await isThere(kept)) await cp(kept, join(folder, name), { recursive: true });
  }
  return true;
}

/**
 * Fills the empty ledger of a workplace from a backup: all checksums first, then the evidence, then the ledger in one
 * transaction. Cases that the backup does not know to be finished are looked up before anything is typed for them.
 * Throws STO051–STO055.
 */
export async function restoreLedger(place: Workplace, from: string): Promise<BackupReport> {
  const contents = await readContents(from);
  const counts = Object.values(await place.store.countByState(null));
  const there = counts.reduce((sum, n) => sum + n, 0);
  if (there > 0) throw storeError.ledgerNotEmpty({ cases: there });
  for (const key of contents.evidence) await putBack(place.evidence, from, key);
  const mark = { madeAt: contents.madeAt, restoredAt: place.clock.now().toISOString() };
  const check = await place.store.copyIn(tableSource(from), mark);
  const box = join(from, workspaceFolder, vaultBox);
  const own = join(place.path("ledger"), vaultBox);
  if ((await isThere(box)) && !(await isThere(own))) await cp(box, own);
  const { madeAt, cases, events, evidence } = contents;
  return { madeAt, cases, events, evidence: evidence.length, damaged: [], chainWhole: check.ok };
}

/** The name tells what must be inside. */
async function putBack(evidence: EvidenceStore, from: string, key: string): Promise<void> {
  const file = join(evidenceFolder, key);
  const bytes = await readFile(join(from, file)).catch((cause: unknown) => {
    throw storeError.backupBroken({ file }, { cause });
  });
  const stored = await evidence.put(bytes, key.split(".").at(-1) ?? "");
  if (stored !== key) throw storeError.backupBroken({ file });
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

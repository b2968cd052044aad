/** Evidence on an S3-compatible server: on this disk first, sent after that; a server that is away stops nobody. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type BukaError, type Clock, isBukaError } from "../core/index.ts";
import { checkKey, evidenceKey, isEvidenceKey, openEvidence } from "./evidence-files.ts";
import { type EvidenceMarks, openEvidenceMarks } from "./evidence-marks.ts";
import { createSender, type EvidenceSender, keysOf } from "./evidence-sender.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { storeError } from "./messages.ja.ts";
import { openBucket, type S3Bucket, type S3Limits, type S3Place } from "./s3-bucket.ts";
import { s3Error } from "./s3-messages.ja.ts";

/** Where evidence is sent, and with which patience. */
export interface EvidenceServer extends S3Place {
  readonly limits?: S3Limits;
  /** After a failure the server is left alone for so long; 30 s when not given. */
  readonly restMillis?: number;
}

const usualRest = 30_000;
/** Who closes or erases waits at most so long for the server. */
const lastMillis = 5_000;
/** Copies of what the server has stay here so long. */
const copyMillis = 86_400_000;
const probe = "buka-check";

interface Doors {
  readonly local: EvidenceStore;
  readonly marks: EvidenceMarks;
  readonly bucket: S3Bucket;
  readonly sender: EvidenceSender;
  /** Asks the server for something to read; a server that failed a moment ago fails again at once. */
  readonly ask: <T>(question: () => Promise<T>) => Promise<T>;
}

/**
 * Opens the folder and reads the address; the server is not asked. What lies in the folder without a mark was written
 * before there was a server: it is sent as well. Throws STO001–STO008, STO044 and STO059.
 */
async function openServerEvidence(
  folder: string,
  server: EvidenceServer,
  clock: Clock,
): Promise<EvidenceStore> {
  const bucket = openBucket(server, server.limits);
  const local = await openEvidence(folder, clock);
  const marks = await openEvidenceMarks(join(folder, "marks"));
  const rest = server.restMillis ?? usualRest;
  const sender = createSender({ local, marks, bucket }, rest);
  const doors = { local, marks, bucket, sender, ask: patientAsker(clock, rest) };
  await markNew(doors);
  await dropOldCopies(doors, clock.now().getTime() - copyMillis);
  sender.kick();
  return {
    put: (bytes, extension) => put(doors, bytes, extension),
    get: (key) => getFrom(doors, key),
    fileOf: (key) => bring(doors, key),
    holds: (key) => holds(doors, key),
    list: () => list(doors),
    erase: (key) => erase(doors, key),
    isHere: false,
    async waiting() {
      const all = await marks.all();
      return keysOf(all, "put").length + keysOf(all, "erase").length;
    },
    check: () => check(bucket),
    async close() {
      await sender.end(lastMillis);
      bucket.stop();
    },
  };
}

function patientAsker(clock: Clock, restMillis: number): Doors["ask"] {
  let trouble: { readonly error: BukaError; readonly until: number } | null = null;
  const now = (): number => clock.now().getTime();
  return async (question) => {
    if (trouble !== null && now() < trouble.until) throw trouble.error;
    try {
      return await question();
    } catch (error) {
      if (isBukaError(error) && isServerTrouble(error))
        trouble = { error, until: now() + restMillis };
      throw error;
    }
  };
}

async function markNew({ local, marks }: Doors): Promise<void> {
  const known = await marks.all();
  for (const key of await local.list()) if (!known.has(key)) await marks.set(key, "put");
}

async function dropOldCopies({ local, marks }: Doors, before: number): Promise<void> {
  for (const key of keysOf(await marks.all(), "sent")) {
    const found = await stat(await local.fileOf(key)).catch(() => null);
    if (found && found.mtimeMs >= before) continue;
    await local.erase(key);
    await marks.drop(key, "sent");
  }
}

/** Marked first: a crash in between leaves a mark without a file, never a file that nobody sends. */
async function put(doors: Doors, bytes: Uint8Array, extension: string): Promise<string> {
  const { local, marks, sender } = doors;
  const key = evidenceKey(bytes, extension);
  if ((await marks.of(key)) !== "put") await marks.set(key, "put");
  await local.put(bytes, extension);
  sender.kick();
  return key;
}

async function getFrom(doors: Doors, key: string): Promise<Uint8Array> {
  const { local, marks, bucket } = doors;
  checkKey(key);
  const mark = await marks.of(key);
  if (mark === "erase") throw storeError.noEvidence({ key });
  if (mark === "put" && (await local.holds(key))) return local.get(key);
  if (mark === "sent") {
    const copy = await local.get(key).catch(() => null);
    if (copy) return copy;
  }
  const bytes = await doors.ask(() => bucket.get(key));
  if (bytes === null) throw s3Error.notYet({ key });
  if (evidenceKey(bytes, extensionOf(key)) !== key) throw storeError.evidenceAltered({ key });
  return bytes;
}

const extensionOf = (key: string): string => key.split(".").at(-1) ?? "";

/** The copy's mark comes first, so that it is never taken for something to be sent. */
async function bring(doors: Doors, key: string): Promise<string> {
  const { local, marks } = doors;
  checkKey(key);
  if ((await marks.of(key)) !== "put") {
    const bytes = await getFrom(doors, key);
    if ((await marks.of(key)) === null) await marks.set(key, "sent");
    await local.put(bytes, extensionOf(key));
  }
  return local.fileOf(key);
}

/** Another machine may have erased it, so the server is asked; while it is away, the copy here counts. */
async function holds(doors: Doors, key: string): Promise<boolean> {
  const { local, marks, bucket } = doors;
  checkKey(key);
  const mark = await marks.of(key);
  if (mark === "erase") return false;
  if (mark === "put" && (await local.holds(key))) return true;
  try {
    return await doors.ask(() => bucket.holds(key));
  } catch (error) {
    const isCopied = mark === "sent" && (await local.holds(key));
    if (isCopied && isBukaError(error) && isServerTrouble(error)) return true;
    throw error;
  }
}

async function list({ local, marks, bucket }: Doors): Promise<readonly string[]> {
  const there = new Set((await bucket.list()).filter(isEvidenceKey));
  const known = await marks.all();
  for (const key of keysOf(known, "put")) if (await local.holds(key)) there.add(key);
  for (const key of keysOf(known, "erase")) there.delete(key);
  return [...there];
}

/** Gone here at once, whatever the server does; there as soon as it can be reached. */
async function erase(doors: Doors, key: string): Promise<boolean> {
  // A server that does not answer may hold it: then it counts as there.
  const there = await holds(doors, key).catch((error: unknown) => {
    if (isBukaError(error) && isServerTrouble(error)) return true;
    throw error;
  });
  await doors.marks.set(key, "erase");
  await doors.local.erase(key);
  await doors.sender.push(lastMillis);
  return there;
}

/** In the folder alone, or on a server with the folder before it. */
export function openEvidenceIn(
  folder: string,
  { evidenceServer, clock }: { readonly evidenceServer?: EvidenceServer; readonly clock: Clock },
): Promise<EvidenceStore> {
  return evidenceServer === undefined
    ? openEvidence(folder, clock)
    : openServerEvidence(folder, evidenceServer, clock);
}

/** Throws what sending would. */
async function check(bucket: S3Bucket): Promise<void> {
  await bucket.put(probe, new TextEncoder().encode(probe));
  await bucket.remove(probe);
}

/** True for troubles with the server, which say nothing about the evidence itself. */
export function isServerTrouble(error: BukaError): boolean {
  const { notYet, ...others } = s3Error.table;
  return error.code !== notYet.code && Object.values(others).some((r) => r.code === error.code);
}

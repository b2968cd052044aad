/** Brings marked evidence to the server, one thing at a time: what is erased cannot be overtaken by its own sending. */
import { isBukaError } from "../core/index.ts";
import type { EvidenceMark, EvidenceMarks } from "./evidence-marks.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { storeError } from "./messages.ja.ts";
import type { S3Bucket } from "./s3-bucket.ts";

export interface SenderDoors {
  readonly local: Pick<EvidenceStore, "get">;
  readonly marks: EvidenceMarks;
  readonly bucket: S3Bucket;
}

export interface EvidenceSender {
  /** Sends in the background, unless the server has just refused. */
  kick(): void;
  /** As kick, and waits for it, at most so long. Never throws: what was not done stays marked. */
  push(millis: number): Promise<void>;
  /** A last push; nothing is begun after it. */
  end(millis: number): Promise<void>;
}

/** After so many files it is looked again what is to be erased. */
const atOnce = 20;

/** `restMillis`: how long a server that has failed is left alone. */
export function createSender(doors: SenderDoors, restMillis: number): EvidenceSender {
  let running: Promise<void> | null = null;
  let resting: NodeJS.Timeout | null = null;
  let wanted = false;
  let ended = false;
  const rest = (): void => {
    if (ended) return;
    resting = setTimeout(() => {
      resting = null;
      kick();
    }, restMillis);
    // Nobody's process stays for this: the next one goes on.
    resting.unref();
  };
  const run = async (): Promise<void> => {
    try {
      while (wanted) {
        wanted = false;
        await sendAll(doors, () => ended);
      }
    } catch {
      // The marks stand: whoever asks how many wait is told, and doctor tells why.
      rest();
    } finally {
      running = null;
    }
  };
  const kick = (): void => {
    wanted = true;
    if (resting === null && running === null && !ended) running = run();
  };
  const push = async (millis: number): Promise<void> => {
    kick();
    await Promise.race([running ?? Promise.resolve(), passed(millis)]);
  };
  const end = async (millis: number): Promise<void> => {
    if (resting === null) await push(millis);
    else clearTimeout(resting);
    ended = true;
  };
  return { kick, push, end };
}

function passed(millis: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, millis).unref();
  });
}

/** Until nothing is left. Throws the first trouble with the server. */
async function sendAll(doors: SenderDoors, isEnded: () => boolean): Promise<void> {
  // Marks whose file is not there: their writer has died, or is just writing and will call again.
  const skipped = new Set<string>();
  for (;;) {
    const marks = await doors.marks.all();
    const erase = keysOf(marks, "erase");
    const put = keysOf(marks, "put").filter((key) => !skipped.has(key));
    if (erase.length + put.length === 0) return;
    for (const key of erase) await eraseThere(doors, key);
    for (const key of put.slice(0, atOnce)) {
      if (isEnded()) return;
      if (!(await sendOne(doors, key))) skipped.add(key);
    }
  }
}

export function keysOf(
  marks: ReadonlyMap<string, EvidenceMark>,
  mark: EvidenceMark,
): readonly string[] {
  return [...marks].filter(([, found]) => found === mark).map(([key]) => key);
}

async function eraseThere({ bucket, marks }: SenderDoors, key: string): Promise<void> {
  await bucket.remove(key);
  await marks.drop(key, "erase");
}

/** False when there is nothing whole to send. */
async function sendOne({ local, marks, bucket }: SenderDoors, key: string): Promise<boolean> {
  const bytes = await local.get(key).catch(missingAsNull);
  if (bytes === null) return false;
  await bucket.put(key, bytes);
  // Somebody may have ordered it away in between.
  if ((await marks.of(key)) === "put") await marks.set(key, "sent");
  return true;
}

/** Damaged ones stay here and are told where they are asked for; they must not keep the others from being sent. */
function missingAsNull(error: unknown): null {
  const gone = [storeError.table.noEvidence.code, storeError.table.evidenceAltered.code];
  if (isBukaError(error) && gone.includes(error.code)) return null;
  throw error;
}

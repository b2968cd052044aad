/** Answers out of a file, by the hash of the picture: to look into a reading again without the reader that made it. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { Grey } from "../image/grey.ts";
import { engineErrors } from "./messages.ja.ts";
import type { EngineReading, OcrEngine } from "./ocr-engine.ts";

const box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const symbol = z.object({
  text: z.string(),
  confidence: z.number().min(0).max(1),
  box: box.nullable(),
});
const recordSchema = z.object({
  format: z.literal(1),
  reader: z.object({ name: z.string(), version: z.string() }),
  /** By `pictureHash`. */
  readings: z.record(z.string(), z.object({ text: z.string(), symbols: z.array(symbol) })),
});

/** What a recording file holds. */
export type EngineRecord = z.infer<typeof recordSchema>;

/** The same for the same pixels, whatever file they came from. */
export function pictureHash(picture: Grey): string {
  const size = `${picture.width}x${picture.height}:`;
  return createHash("sha256").update(size).update(picture.data).digest("hex").slice(0, 32);
}

/** Reads what the record holds and nothing else. Throws BukaError OCR027. */
export async function createRecordedEngine(path: string): Promise<OcrEngine> {
  const record = await load(path);
  const { name, version } = record.reader;
  return {
    ref: { name: `recorded/${name}`, version },
    read: (picture) =>
      Promise.resolve(record.readings[pictureHash(picture)] ?? { text: "", symbols: [] }),
    close: () => Promise.resolve(),
  };
}

async function load(path: string): Promise<EngineRecord> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch (cause) {
    throw engineErrors.recordBroken({ file: basename(path) }, { cause });
  }
}

/** An engine that reads with another one and keeps what was read; `record()` is the text of a recording file. */
export function recordingEngine(engine: OcrEngine): OcrEngine & { record(): string } {
  const readings: Record<string, EngineReading> = {};
  return {
    ref: engine.ref,
    read: async (picture, profile) => {
      const reading = await engine.read(picture, profile);
      readings[pictureHash(picture)] = reading;
      return reading;
    },
    close: () => engine.close(),
    record: () => JSON.stringify({ format: 1, reader: engine.ref, readings }),
  };
}

/** What has moved since the last good pre-flight (朝の点検): how each caption was found then, kept beside the reports. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { PreflightFinding } from "../../runner/index.ts";

const memorySchema = z.record(z.string(), z.string());

/** How each caption was found at the last good walk. */
export type PreflightMemory = Readonly<Record<string, string>>;

/** A finding and how it was found at the last good walk; null when it is new. */
export interface ComparedFinding extends PreflightFinding {
  readonly before: string | null;
  readonly moved: boolean;
}

const keyOf = (f: PreflightFinding): string => `${f.sentence}\n${f.caption}`;

export function comparePreflight(
  findings: readonly PreflightFinding[],
  memory: PreflightMemory,
): readonly ComparedFinding[] {
  return findings.map((f) => {
    const before = memory[keyOf(f)] ?? null;
    return {
      ...f,
      before,
      moved: f.verdict === "found" && before !== null && before !== f.foundBy,
    };
  });
}

/** Nothing is known before the first good walk, or when the file does not read. */
export async function memoryOf(file: string): Promise<PreflightMemory> {
  try {
    return memorySchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return {};
  }
}

export async function remember(file: string, findings: readonly PreflightFinding[]): Promise<void> {
  const memory = Object.fromEntries(findings.map((f) => [keyOf(f), f.foundBy ?? ""] as const));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(memory, null, 1), { mode: 0o600 });
}

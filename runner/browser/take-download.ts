/** Takes a file that the browser was handed into memory, within a size, and leaves nothing of it on the disk. */
import { readFile, stat } from "node:fs/promises";
import type { Download } from "playwright";
import { runnerError } from "../messages.ja.ts";
import type { NamedBytes } from "../play.ts";
import { within } from "./waiting.ts";

const mostBytes = 50 * 1024 * 1024;

/** Null when it did not finish within `limit` ms. Throws when it is larger than 50 MB. */
export async function takeDownload(download: Download, limit: number): Promise<NamedBytes | null> {
  try {
    const path = await within(download.path(), limit);
    if (path === null) return null;
    if ((await stat(path)).size > mostBytes)
      throw runnerError.fileTooLarge({ caption: download.suggestedFilename().slice(0, 60) });
    return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(path)) };
  } finally {
    await download.cancel().catch(() => undefined);
    await download.delete().catch(() => undefined);
  }
}

/** Writes a file whole or not at all. */
import { randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { rulesError } from "../messages.ja.ts";

export function writeWhole(path: string, bytes: Uint8Array): void {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, path);
  } catch (cause) {
    rmSync(draft, { force: true });
    const file = basename(path);
    throw rulesError.cannotWrite({ file }, { place: { file }, cause });
  }
}

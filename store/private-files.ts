/** Folders and files that only their owner may read, written so that a crash leaves the old or the new file, never half. */
import { randomUUID } from "node:crypto";
import { chmod, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

/** Windows keeps access lists instead of mode bits; there the folder's own rights count. */
export const hasModeBits = process.platform !== "win32";

/** Makes the folder (0700) with its parents. A folder that exists keeps its mode: it may not be ours alone. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** Makes an empty file 0600 when there is none, and takes others' rights away when there is one. */
export async function claimPrivateFile(file: string): Promise<void> {
  const handle = await open(file, "a", 0o600);
  await handle.close();
  if (!hasModeBits) return;
  const { mode } = await stat(file);
  if ((mode & 0o077) !== 0) await chmod(file, 0o600);
}

/** temp file → fsync → rename → fsync of the folder. `tempFolder` lies on the same disk. */
export async function writeWhole(
  file: string,
  bytes: Uint8Array,
  tempFolder = dirname(file),
): Promise<void> {
  const temp = `${tempFolder}/.tmp-${randomUUID()}`;
  try {
    await writeSynced(temp, bytes);
    await rename(temp, file);
  } catch (error) {
    await rm(temp, { force: true });
    throw error;
  }
  await syncFolder(dirname(file));
}

/** Writes a new 0600 file to the platter; EEXIST when it is there already. Leaves nothing when the disk is full. */
export async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Makes names in a folder durable. Windows cannot open folders; there the rename itself is journalled. */
export async function syncFolder(folder: string): Promise<void> {
  if (!hasModeBits) return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The key of the vault: 32 bytes from the environment or from a file that only its owner can read. */
import { randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { nativeCode } from "./disk-trouble.ts";
import { environmentKeyName, storeError } from "./messages.ja.ts";
import { hasModeBits, writeWhole } from "./private-files.ts";

/** Name of the environment variable that may carry the key (32 bytes as base64) instead of a file. */
export const vaultKeyVariable = "BUKA_VAULT_KEY";

/** Reads the key, or makes one when `mayMake`. Throws STO061 (others can read it), STO062 (missing), STO063 (malformed). */
export async function readVaultKey(
  file: string,
  fromEnvironment: string | undefined,
  mayMake: boolean,
): Promise<Buffer> {
  if (fromEnvironment !== undefined && fromEnvironment !== "") {
    return decodeKey(fromEnvironment, environmentKeyName);
  }
  const there = await readKeyFile(file);
  if (there) return there;
  if (!mayMake) throw storeError.noVaultKey({ path: file });
  return makeKeyFile(file);
}

/** Mode and text come from one handle, so that nobody exchanges the file in between. */
async function readKeyFile(file: string): Promise<Buffer | null> {
  const handle = await open(file, "r").catch((error: unknown) => {
    if (nativeCode(error) === "ENOENT") return null;
    throw error;
  });
  if (!handle) return null;
  try {
    const { mode } = await handle.stat();
    if (hasModeBits && (mode & 0o077) !== 0) throw storeError.openKeyFile({ path: file });
    return decodeKey(await handle.readFile("utf8"), file);
  } finally {
    await handle.close();
  }
}

/** Only under the lock of the vault: two makers would leave a box that no key opens. */
async function makeKeyFile(file: string): Promise<Buffer> {
  const key = randomBytes(32);
  await writeWhole(file, Buffer.from(`${key.toString("base64")}\n`));
  return key;
}

function decodeKey(text: string, from: string): Buffer {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, "base64");
  if (key.length !== 32 || key.toString("base64") !== trimmed)
    throw storeError.badVaultKey({ from });
  return key;
}

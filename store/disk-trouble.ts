/** Turns what the disk and SQLite say into errors that tell a clerk what to do; the only place that reads their codes. */
import { basename } from "node:path";
import { type BukaError, isBukaError } from "../core/index.ts";
import { storeError } from "./messages.ja.ts";

type Trouble = (path: string) => BukaError;

/** Prefix of the native code → error; the first match wins. */
const troubles: readonly (readonly [RegExp, Trouble])[] = [
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, (path) => storeError.diskFull({ path })],
  [/^(SQLITE_READONLY|EROFS)/, (path) => storeError.readOnly({ path })],
  [/^(SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM)/, (path) => storeError.noPermission({ path })],
  [/^(SQLITE_NOTADB|SQLITE_CORRUPT)/, (path) => storeError.corrupt({ path })],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, (path) => storeError.busy({ path })],
  [/^(ENOTDIR|EEXIST|EISDIR)/, (path) => storeError.notAFolder({ path })],
];

/** BukaErrors pass; the rest becomes one that names the last part of `path` (or all of it when `whole`). */
export function diskError(error: unknown, path: string, whole = false): BukaError {
  if (isBukaError(error)) return error;
  const code = nativeCode(error);
  const shown = whole ? path : basename(path);
  if (code === null) return storeError.unexpected({ path: shown }, { cause: error });
  const make = troubles.find(([pattern]) => pattern.test(code))?.[1];
  return make?.(shown) ?? storeError.ioFailed({ path: shown, code }, { cause: error });
}

/** Runs file work and lets only BukaErrors out. */
export async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskError(error, path, true);
  }
}

/** The code of a native error (ENOENT …), null when it has none. */
export function nativeCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  // libsql gives failures to open as plain text that ends with SQLite's number.
  const opening = /ConnectionFailed\(.*: (\d+)"\)/s.exec(error.message);
  return opening ? `SQLITE_CANTOPEN_${opening[1]}` : null;
}

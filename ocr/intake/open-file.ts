/** Opens a scanned file: refuses what cannot be a page before anything is decoded, then picks the decoder. */
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { ocrErrors } from "../messages.ja.ts";
import { fileKind, otherKind } from "./file-kind.ts";
import { withFlatPages } from "./flat-pages.ts";
import { openImage } from "./image-pages.ts";
import { intakeLimits } from "./limits.ts";
import { intakeErrors, otherKindNames } from "./messages.ja.ts";
import type { PageSource } from "./page-source.ts";
import { openPdf } from "./pdf-pages.ts";
import { shownName } from "./shown-name.ts";

/** Throws BukaError OCR001–OCR011, OCR016, OCR050–OCR052 with the file name (no folders) as its place. */
export async function openFile(path: string): Promise<PageSource> {
  const file = shownName(path);
  const bytes = await readWhole(path, file);
  const head = bytes.subarray(0, 2048);
  const kind = fileKind(head);
  if (kind === null) throw refuse(head, file);
  const source = kind === "pdf" ? openPdf(bytes, file) : openImage(bytes, { file, kind });
  return withFlatPages(await source);
}

function refuse(head: Uint8Array, file: string) {
  const place = { file };
  const other = otherKind(head);
  return other === null
    ? ocrErrors.unknownKind({ file }, { place })
    : intakeErrors.otherKind({ file, kind: otherKindNames[other] }, { place });
}

/** Identity of a file's content as far as the file system tells; changes when the file is replaced. */
export async function fileStamp(path: string): Promise<string> {
  const handle = await openHandle(path, shownName(path));
  try {
    const s = await handle.stat({ bigint: true });
    return `${s.dev}:${s.ino}:${s.size}:${s.mtimeNs}`;
  } finally {
    await handle.close();
  }
}

async function readWhole(path: string, file: string): Promise<Uint8Array> {
  const handle = await openHandle(path, file);
  try {
    const stat = await handle.stat();
    const place = { file };
    if (stat.isDirectory()) throw ocrErrors.isDirectory({ file }, { place });
    if (!stat.isFile()) throw ocrErrors.unknownKind({ file }, { place });
    if (stat.size === 0) throw ocrErrors.emptyFile({ file }, { place });
    if (stat.size > intakeLimits.fileBytes) {
      throw ocrErrors.fileTooLarge({ file, limitMb: intakeLimits.fileBytes / 2 ** 20 }, { place });
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Opened for reading only, and without waiting: a pipe that nobody writes to would wait for ever. */
async function openHandle(path: string, file: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const extra = { place: { file }, cause };
    if (code === "ENOENT" || code === "ENOTDIR") throw ocrErrors.fileMissing({ file }, extra);
    if (code === "EISDIR") throw ocrErrors.isDirectory({ file }, extra);
    throw ocrErrors.fileUnreadable({ file, code: code ?? "" }, extra);
  }
}

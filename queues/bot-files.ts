/** The files of a bot (使うファイル): one flat folder, nothing outside it, no links, no giants. */
import { constants } from "node:fs";
import { chmod, lstat, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toCsv, writeTableBook } from "../rules/index.ts";
import type { FileDoor } from "../runner/index.ts";
import { isFileName } from "../scenarios/index.ts";
import { queueError } from "./messages.ja.ts";
import { readSourceTable, type SourceTable } from "./receive-rows-table.ts";

const filesFolder = "files";
const mostBytes = 50 * 1024 * 1024;

/** Reads and writes below `files/` of the bot's folder. Names are plain (checked again here); throws QUE160–QUE162. */
export function openBotFiles(botFolder: string): FileDoor {
  const folder = join(botFolder, filesFolder);
  const path = (name: string): string => {
    if (!isFileName(name)) throw queueError.badFile({ file: name.slice(0, 60) });
    return join(folder, name);
  };
  // A bot that came from elsewhere may bring `files` as a link to another place.
  const ownFolder = async (name: string): Promise<void> => {
    if ((await lstat(folder).catch(() => null))?.isDirectory() === false)
      throw queueError.badFile({ file: name });
  };
  const get = async (name: string): Promise<Uint8Array> => {
    const from = path(name);
    await ownFolder(name);
    return readPlain(from, name);
  };
  const put = async (name: string, write: (file: string) => Promise<void>): Promise<void> => {
    const to = path(name);
    await ownFolder(name);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await lstat(to).catch(() => null))?.isFile() === false)
      throw queueError.badFile({ file: name });
    // Whole or not at all; the kind of file stays at the end of the name, for those who write by it.
    const fresh = join(folder, `new-${name}`);
    // What stands there is left over from a write that was cut off, or a link that leads elsewhere.
    await rm(fresh, { force: true });
    await write(fresh);
    await chmod(fresh, 0o600);
    await rename(fresh, to);
  };
  return {
    async readTable(name, sheet) {
      return tableRecords(await get(name), name, sheet);
    },
    async writeTable(name, sheet, rows) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const cells = rows.map((row) => columns.map((c) => row[c] ?? ""));
      await put(name, async (file) => {
        if (/\.csv$/iu.test(name)) await writeFile(file, toCsv([columns, ...cells]));
        else {
          const table = { name: sheet ?? name.replace(/\.xlsx$/iu, ""), rows: cells };
          await writeTableBook(
            [{ ...table, columns: columns.map((caption) => ({ caption })) }],
            file,
          );
        }
      });
    },
    read: get,
    write: (name, bytes) => put(name, (file) => writeFile(file, bytes)),
  };
}

/** One record per row by heading; columns without one are left out. `sheet` null = the first one. */
export function tableRecords(
  bytes: Uint8Array,
  name: string,
  sheet: string | null,
): readonly Record<string, string>[] {
  const table: SourceTable = readSourceTable(bytes, name, { sheet, headerRow: 1 });
  return table.rows.map((row) =>
    Object.fromEntries(
      table.headers.flatMap((h, i) =>
        h.text === "" ? [] : [[h.text, row.cells[i]?.text ?? ""] as const],
      ),
    ),
  );
}

/** A plain file only: a link could lead out of the folder. */
async function readPlain(path: string, name: string): Promise<Uint8Array> {
  // Without O_NONBLOCK a pipe would be waited for without end.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((cause: unknown) => {
    throw queueError.noFileThere({ file: name, folder: filesFolder }, { cause });
  });
  try {
    const found = await file.stat();
    if (!found.isFile()) throw queueError.badFile({ file: name });
    if (found.size > mostBytes) throw queueError.fileTooLarge({ file: name });
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

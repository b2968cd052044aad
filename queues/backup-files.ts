/** The files of a backup (控え): tables as JSON lines with their checksums, and the list of contents that is written last. */
import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { z } from "zod";
import {
  type CopyRow,
  copyTables,
  type LedgerCopySource,
  storeError,
  youngerTables,
} from "../store/index.ts";

export const backupFormat = 1;
export const contentsFile = "backup.json";

const contentsSchema = z.object({
  format: z.number().int(),
  madeAt: z.iso.datetime(),
  cases: z.number().int(),
  events: z.number().int(),
  /** False when the chain of events was broken already when the backup was made. */
  chainWhole: z.boolean(),
  tables: z.record(z.string(), z.object({ rows: z.number().int(), sha256: z.string() })),
  evidence: z.array(z.string()),
});

/** What a backup holds; it is whole when this file is there. */
export type BackupContents = z.infer<typeof contentsSchema>;

const chunkBytes = 1 << 20;
const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

export const tableFile = (table: string): string => `${table}.jsonl`;

interface OpenTable {
  readonly fd: number;
  readonly hash: Hash;
  rows: number;
}

/** Writers of all tables (0600); `end` syncs them and gives their rows and checksums. */
export function openTableFiles(folder: string): {
  add(table: string, rows: readonly CopyRow[]): void;
  end(): BackupContents["tables"];
} {
  const files = new Map(
    copyTables.map((table): [string, OpenTable] => {
      const fd = openSync(join(folder, tableFile(table)), "wx", 0o600);
      return [table, { fd, rows: 0, hash: createHash("sha256") }];
    }),
  );
  return {
    add(table, rows) {
      const file = files.get(table);
      if (!file || rows.length === 0) return;
      const text = `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
      writeSync(file.fd, text);
      file.hash.update(text);
      file.rows += rows.length;
    },
    end() {
      const found: BackupContents["tables"] = {};
      for (const [table, file] of files) {
        fsyncSync(file.fd);
        closeSync(file.fd);
        found[table] = { rows: file.rows, sha256: file.hash.digest("hex") };
      }
      return found;
    },
  };
}

/** Throws STO053 (no backup), STO055 (of a newer buka), STO052 (contents or a table damaged). */
export async function readContents(folder: string): Promise<BackupContents> {
  const text = await readFile(join(folder, contentsFile), "utf8").catch(() => null);
  if (text === null) throw storeError.noBackup({ folder });
  const contents = parsedContents(text);
  if (contents.format > backupFormat)
    throw storeError.newerBackup({ found: contents.format, known: backupFormat });
  for (const table of copyTables) {
    const wanted = contents.tables[table]?.sha256;
    if (wanted === undefined && youngerTables.includes(table)) continue;
    if (wanted === undefined || wanted !== hashOfFile(join(folder, tableFile(table))))
      throw storeError.backupBroken({ file: tableFile(table) });
  }
  return contents;
}

function parsedContents(text: string): BackupContents {
  try {
    return contentsSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw storeError.backupBroken({ file: contentsFile }, { cause });
  }
}

/** The tables of a backup whose checksums have been looked at. */
export function tableSource(folder: string): LedgerCopySource {
  return {
    *rows(table) {
      if (youngerTables.includes(table) && !existsSync(join(folder, tableFile(table)))) return;
      for (const line of linesOf(join(folder, tableFile(table))))
        yield rowSchema.parse(JSON.parse(line));
    },
  };
}

function* linesOf(file: string): Generator<string> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for (const bytes of chunksOf(file)) {
    const lines = (rest + decoder.write(bytes)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

function* chunksOf(file: string): Generator<Buffer> {
  const fd = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(chunkBytes);
    for (;;) {
      const read = readSync(fd, buffer, 0, chunkBytes, null);
      if (read === 0) return;
      yield Buffer.from(buffer.subarray(0, read));
    }
  } finally {
    closeSync(fd);
  }
}

function hashOfFile(file: string): string | null {
  const hash = createHash("sha256");
  try {
    for (const bytes of chunksOf(file)) hash.update(bytes);
  } catch {
    // Not there or not readable: as good as damaged.
    return null;
  }
  return hash.digest("hex");
}

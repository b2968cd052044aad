/** Master lists that serve every bot of a workspace: CSV files in masters/, the postal codes of Japan Post as they come. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { decodeText } from "../core/index.ts";
import { queueError } from "./messages.ja.ts";

/** Lists by "シート名/列名" where the sheet is the name of the file; null when there is none. */
export type SiteMasters = (path: string) => readonly string[] | null;

type Columns = ReadonlyMap<string, readonly string[]>;

/**
 * Reads every CSV file of the folder (UTF-8 or Shift_JIS; the first row names the columns). KEN_ALL.CSV and utf_ken_all.csv of
 * Japan Post have no such row and are given as 郵便番号/郵便番号 and 郵便番号/住所. No folder means no lists. Throws QUE127.
 */
export async function openSiteMasters(folder: string): Promise<SiteMasters> {
  const sheets = new Map<string, Columns>();
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    if (!/\.csv$/iu.test(name) || name.startsWith(".")) continue;
    const rows = await readRows(join(folder, name), name);
    const postal = /ken_all/iu.test(name);
    const sheet = postal ? postalWords.sheet : name.replace(/\.csv$/iu, "").normalize("NFC");
    sheets.set(sheet, postal ? postalColumns(rows) : namedColumns(rows));
  }
  return (path) => {
    const slash = path.indexOf("/");
    return sheets.get(path.slice(0, slash))?.get(path.slice(slash + 1).trim()) ?? null;
  };
}

async function readRows(path: string, file: string): Promise<readonly (readonly string[])[]> {
  const decoded = decodeText(await readFile(path), file);
  if (!decoded.ok) throw queueError.badMasterFile({ file }, { problems: decoded.problems });
  try {
    const rows: unknown = parse(decoded.value, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    });
    return Array.isArray(rows)
      ? rows.map((row: unknown) => (Array.isArray(row) ? row.map(String) : []))
      : [];
  } catch (cause) {
    throw queueError.badMasterFile({ file }, { cause });
  }
}

function namedColumns(rows: readonly (readonly string[])[]): Columns {
  const [head = [], ...body] = rows;
  return new Map(head.map((name, i) => [name.normalize("NFC"), body.map((row) => row[i] ?? "")]));
}

const postalWords = { sheet: "郵便番号", code: "郵便番号", address: "住所" } as const;

/** Columns of KEN_ALL.CSV, from 0. */
const at = { code: 2, prefecture: 6, city: 7, town: 8 } as const;

/** Towns that stand for "everything else" have no name, and what stands in brackets tells house numbers. */
function townOf(written: string): string {
  if (/以下に掲載がない場合|の次に番地がくる場合|一円$/u.test(written)) return "";
  return written.replace(/[（(].*$/u, "");
}

function postalColumns(rows: readonly (readonly string[])[]): Columns {
  const codes = rows.map((row) => row[at.code] ?? "");
  const towns = rows.map(
    (row) => `${row[at.prefecture] ?? ""}${row[at.city] ?? ""}${townOf(row[at.town] ?? "")}`,
  );
  return new Map([
    [postalWords.code, codes],
    [postalWords.address, towns],
  ]);
}

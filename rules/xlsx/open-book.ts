/** Reads a workbook file: refuses what is dangerous or no workbook, then reads sheets, names and formats. */
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { otherFormats, tooBigText } from "../file-words.ja.ts";
import { rulesError } from "../messages.ja.ts";
import type { BookData, NameData, SheetData } from "./book-data.ts";
import { readSharedStrings, type SharedText } from "./shared-strings.ts";
import { guarded, sheetOfPart } from "./sheet-source.ts";
import { readFormats } from "./styles.ts";
import { readTable } from "./tables.ts";
import { scanXml } from "./xml.ts";
import { openZip, type ZipParts, zipLimits } from "./zip-guard.ts";

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Reads the file at a path; all refusals are BukaErrors (RUL001–RUL007, RUL015, RUL016). */
export function openBook(path: string): BookData {
  return openBookFile(path).data;
}

/** A book with its package, for writing back into it. */
export interface BookFile {
  readonly data: BookData;
  readonly parts: ZipParts;
}

/** The same with the parts of the package. */
export function openBookFile(path: string): BookFile {
  const file = basename(path);
  const parts = openPackage(readBytes(path, file), file);
  return { data: readData(parts, file), parts };
}

function readBytes(path: string, file: string): Uint8Array {
  const place = { place: { file } };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw rulesError.fileMissing({ file }, place);
  if (stat.size > zipLimits.total) throw rulesError.tooBig({ file, why: tooBigText.file() }, place);
  try {
    return readFileSync(path);
  } catch (cause) {
    throw rulesError.cannotRead({ file }, { ...place, cause });
  }
}

/** Excel lays such a file beside a book that is open; it is hidden, but some folders show it. */
const lockFile = /^~\$/;

/** Parses the bytes of a workbook; `file` is its name for messages. */
export function parseBook(bytes: Uint8Array, file: string): BookData {
  return readData(openPackage(bytes, file), file);
}

function readData(parts: ZipParts, file: string): BookData {
  return guarded({ file }, () => readParts(parts, file));
}

/** The zip of a workbook after all refusals: for readers that look at parts themselves (pictures). */
export function openPackage(bytes: Uint8Array, file: string): ZipParts {
  const place = { place: { file } };
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw noZip(bytes, file);
  const parts = openZip(bytes, file);
  if (!parts.names.includes("[Content_Types].xml") || !parts.names.includes("xl/workbook.xml"))
    throw otherZip(parts, file);
  const types = textOf(parts, "[Content_Types].xml", file);
  const active = /vbaProject|macrosheet|activeX|intlMacrosheet/i;
  if (/macroEnabled/i.test(types) || parts.names.some((n) => active.test(n)))
    throw rulesError.macro({ file }, place);
  const linked = /^xl\/(?:externalLinks\/|connections\.xml|queryTables\/)/i;
  if (parts.names.some((n) => linked.test(n))) throw rulesError.externalLink({ file }, place);
  return parts;
}

/** What a file is that does not begin like a zip. */
function noZip(bytes: Uint8Array, file: string): Error {
  const place = { place: { file } };
  if (lockFile.test(file)) return rulesError.lockFile({ file }, place);
  if (bytes.length === 0) return rulesError.emptyFile({ file }, place);
  if (!compoundFile.every((b, i) => bytes[i] === b)) return rulesError.notXlsx({ file }, place);
  // A compound file names its streams in UTF-16: a package under a password, or the workbook of Excel 97 and 95.
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean =>
    content.includes(Buffer.from(`${stream}\0`, "utf16le"));
  if (holds("EncryptedPackage")) return rulesError.encrypted({ file }, place);
  if (!holds("Workbook") && !holds("Book")) return rulesError.notXlsx({ file }, place);
  return rulesError.otherFormat({ file, format: otherFormats.old() }, place);
}

/** What a zip is that holds no .xlsx workbook. */
function otherZip(parts: ZipParts, file: string): Error {
  const place = { place: { file } };
  if (parts.names.includes("xl/workbook.bin"))
    return rulesError.otherFormat({ file, format: otherFormats.binary() }, place);
  const kind = parts.names.includes("mimetype") ? textOf(parts, "mimetype", file) : "";
  return kind.startsWith("application/vnd.oasis.opendocument.spreadsheet")
    ? rulesError.otherFormat({ file, format: otherFormats.openDocument() }, place)
    : rulesError.notXlsx({ file }, place);
}

function bytesOf(parts: ZipParts, name: string, file: string): Buffer {
  const data = parts.read(name);
  if (!data) throw rulesError.broken({ file, part: name }, { place: { file } });
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}

export function textOf(parts: ZipParts, name: string, file: string): string {
  const data = bytesOf(parts, name, file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(data);
  } catch (cause) {
    throw rulesError.broken({ file, part: name }, { place: { file }, cause });
  }
}

function readParts(parts: ZipParts, file: string): BookData {
  const workbook = readWorkbook(textOf(parts, "xl/workbook.xml", file));
  const targets = readRelations(parts, "xl/workbook.xml", file);
  const strings: readonly SharedText[] = parts.names.includes("xl/sharedStrings.xml")
    ? readSharedStrings(textOf(parts, "xl/sharedStrings.xml", file))
    : [];
  const formats = parts.names.includes("xl/styles.xml")
    ? readFormats(textOf(parts, "xl/styles.xml", file))
    : [];
  const sheets = workbook.sheets.map((s): SheetData => {
    const target = targets.get(s.relation);
    if (!target?.includes("worksheets/")) {
      return {
        name: s.name,
        part: "",
        rows: [],
        rowCount: 0,
        colCount: 0,
        columnStyles: new Map(),
        tables: [],
      };
    }
    const bytes = bytesOf(parts, target, file);
    const tables = [...readRelations(parts, target, file).values()]
      .filter((t) => t.includes("tables/"))
      .map((t) => readTable(textOf(parts, t, file), t));
    return sheetOfPart({ bytes, strings, file, name: s.name }, target, tables);
  });
  return { file, sheets, names: workbook.names, date1904: workbook.date1904, formats };
}

interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  readonly names: readonly NameData[];
  readonly date1904: boolean;
}

function readWorkbook(xml: string): WorkbookPart {
  const sheets: { name: string; relation: string }[] = [];
  const names: NameData[] = [];
  let date1904 = false;
  let open: { name: string; sheet: number | null } | null = null;
  let text = "";
  scanXml(xml, {
    open(tag) {
      if (tag.name === "sheet")
        sheets.push({ name: tag.get("name") ?? "", relation: tag.get("id") ?? "" });
      if (tag.name === "workbookPr") date1904 = /^(?:1|true)$/.test(tag.get("date1904") ?? "");
      if (tag.name !== "definedName") return;
      const local = tag.get("localSheetId");
      open = { name: tag.get("name") ?? "", sheet: local === undefined ? null : Number(local) };
      text = "";
    },
    text(t) {
      if (open) text += t;
    },
    close(name) {
      if (name !== "definedName" || !open) return;
      if (!open.name.startsWith("_xlnm.")) names.push({ ...open, text });
      open = null;
    },
  });
  return { sheets, names, date1904 };
}

/** Targets of the relations of a part, by id, as full part names. */
export function readRelations(
  parts: ZipParts,
  part: string,
  file: string,
): ReadonlyMap<string, string> {
  const slash = part.lastIndexOf("/");
  const folder = part.slice(0, slash);
  const name = `${folder}/_rels/${part.slice(slash + 1)}.rels`;
  const targets = new Map<string, string>();
  if (!parts.names.includes(name)) return targets;
  scanXml(textOf(parts, name, file), {
    open(tag) {
      if (tag.name !== "Relationship" || tag.get("TargetMode") === "External") return;
      targets.set(tag.get("Id") ?? "", resolve(folder, tag.get("Target") ?? ""));
    },
  });
  return targets;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = folder.split("/");
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

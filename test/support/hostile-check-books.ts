/** Files given as check books that are no workbook, or that want to harm, and the code of their refusal. */
import { zipSync } from "fflate";
import { compoundFile, encryptedBook } from "./encrypted-book.ts";
import { type TestBook, xlsxParts } from "./xlsx-file.ts";

export const plainCheckBook: TestBook = {
  sheets: { 案件: { A1: "氏名", B1: "確認：氏名", B2: { formula: 'A2<>""' } } },
};
export const zipped = (book: TestBook): Uint8Array => zipSync(xlsxParts(book));
const withParts = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipped({ ...plainCheckBook, parts });

/** A zip with one stored part whose directory claims another size. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at++) {
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint16(at + 10, true) === 8)
      view.setUint32(at + 24, size, true);
  }
  return copy;
}

/** A part that really inflates to 24 MiB though its directory says 900 kB. */
const hidden = (): Uint8Array =>
  lying(withParts({ "xl/sharedStrings.xml": new Uint8Array(24 * 1024 * 1024).fill(32) }), 900_000);
const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

export const hostileCheckBooks: readonly (readonly [string, () => Uint8Array, string])[] = [
  ["an empty file", () => new Uint8Array(0), "RUL021"],
  ["a PDF with another name", () => new TextEncoder().encode("%PDF-1.7 …"), "RUL002"],
  ["a plain zip", () => zipSync({ "a.txt": new Uint8Array([1]) }), "RUL002"],
  ["a CSV with another name", () => new TextEncoder().encode("氏名,口座番号\r\n"), "RUL002"],
  ["a book under a password", () => encryptedBook(zipped(plainCheckBook), "himitsu"), "RUL003"],
  ["a book of Excel 97", () => compoundFile({ Workbook: new Uint8Array(9) }), "RUL020"],
  ["a book of Excel 95", () => compoundFile({ Book: new Uint8Array(9) }), "RUL020"],
  ["a document of Word 97", () => compoundFile({ WordDocument: new Uint8Array(9) }), "RUL002"],
  [
    "the head of a compound file",
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    "RUL002",
  ],
  ["a macro", () => withParts({ "xl/vbaProject.bin": "x" }), "RUL004"],
  [
    "an xlsm by its type",
    () => withParts({ "[Content_Types].xml": "<Types>macroEnabled</Types>" }),
    "RUL004",
  ],
  ["an Excel 4 macro sheet", () => withParts({ "xl/macrosheets/sheet1.xml": "<x/>" }), "RUL004"],
  ["ActiveX", () => withParts({ "xl/activeX/activeX1.bin": "x" }), "RUL004"],
  ["1 GiB in one part", () => lying(zipped(plainCheckBook), 1024 * 1024 * 1024), "RUL005"],
  [
    "99 MiB in each part",
    () => lying(withParts({ "xl/media/a.bin": new Uint8Array(9) }), 99 * 1024 * 1024),
    "RUL005",
  ],
  ["a bomb with a false directory", hidden, "RUL006"],
  [
    "a bomb by ratio",
    () => withParts({ "xl/media/a.bin": new Uint8Array(20 * 1024 * 1024) }),
    "RUL005",
  ],
  [
    "2,001 parts",
    () => withParts(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`p/${i}`, "x"]))),
    "RUL005",
  ],
  ["sizes that lie", () => lying(zipped(plainCheckBook), 10), "RUL006"],
  ["a truncated file", () => zipped(plainCheckBook).slice(0, 900), "RUL022"],
  ["a cut in the directory", () => zipped(plainCheckBook).slice(0, -8), "RUL022"],
  [
    "a sheet that is no XML",
    () => withParts({ "xl/worksheets/sheet1.xml": "<worksheet><row></worksheet" }),
    "RUL006",
  ],
  [
    "a DTD",
    () => withParts({ "xl/worksheets/sheet1.xml": `${doctype}<worksheet>&b;</worksheet>` }),
    "RUL006",
  ],
  [
    "an unknown entity",
    () => withParts({ "xl/worksheets/sheet1.xml": "<worksheet><c><v>&x;</v></c></worksheet>" }),
    "RUL006",
  ],
  [
    "another encoding",
    () => withParts({ "xl/worksheets/sheet1.xml": new Uint8Array([0xff, 0xfe, 0x3c, 0]) }),
    "RUL006",
  ],
  [
    "a link to another book",
    () => withParts({ "xl/externalLinks/externalLink1.xml": "<x/>" }),
    "RUL007",
  ],
  ["a data connection", () => withParts({ "xl/connections.xml": "<x/>" }), "RUL007"],
];

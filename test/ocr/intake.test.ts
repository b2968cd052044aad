/** Files that are no pages: each is refused with a code and a Japanese sentence, quickly and without decoding. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBukaError } from "../../core/index.ts";
import { createNullReaders } from "../../ocr/engines/null-engine.ts";
import { createPageReader, type PageReader } from "../../ocr/index.ts";

let folder = "";
let reader: PageReader;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "buka-intake-"));
  reader = await createPageReader({ readers: () => Promise.resolve(createNullReaders()) });
});
afterAll(async () => {
  await reader.close();
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const paper = (width = 800, height = 1100) =>
  sharp({ create: { width, height, channels: 3, background: "#fff" } }).toColourspace("b-w");

/** A picture that does not compress to nothing, so that cutting it off loses something. */
function noise() {
  const data = Buffer.from(Array.from({ length: 400 * 400 }, (_, i) => (i * 7919) % 251));
  return sharp(data, { raw: { width: 400, height: 400, channels: 1 } });
}

const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.floor(bytes.length / 2));

/** Its markers are in order, but a piece between them is gone: a decoder goes on in one colour. */
const gapped = (jpeg: Buffer): Buffer =>
  Buffer.concat([jpeg.subarray(0, jpeg.length / 2), jpeg.subarray(jpeg.length - 400)]);

/** A PNG whose header promises 30,000 × 30,000 pixels and whose data is a handful of bytes. */
function floodPng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", Buffer.alloc(9)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

async function pdf(size: [number, number], count = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let i = 0; i < count; i++) document.addPage(size);
  return document.save();
}

const pdfText = (body: string): string => `%PDF-1.4\n${body}\n%%EOF\n`;

const lockedPdf = pdfText(
  [
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj",
    `4 0 obj<</Filter/Standard/V 1/R 2/O<${"28".repeat(32)}>/U<${"41".repeat(32)}>/P -4>>endobj`,
    `trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<${"00".repeat(16)}><${"00".repeat(16)}>]>>`,
  ].join("\n"),
);

interface Hostile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array | string>;
  readonly code: string;
}

const refused: readonly Hostile[] = [
  { name: "empty.pdf", bytes: () => Promise.resolve(""), code: "OCR003" },
  { name: "letter.png", bytes: () => Promise.resolve("これは文章です。"), code: "OCR004" },
  {
    name: "program.pdf",
    bytes: () => Promise.resolve(Buffer.from("MZ\u0000\u0001")),
    code: "OCR004",
  },
  { name: "book.tif", bytes: () => Promise.resolve(Buffer.from("PK\u0003\u0004")), code: "OCR052" },
  { name: "half.png", bytes: async () => half(await noise().png().toBuffer()), code: "OCR006" },
  {
    name: "gapped.jpg",
    bytes: async () => gapped(await noise().jpeg().toBuffer()),
    code: "OCR006",
  },
  { name: "half.jpg", bytes: async () => half(await noise().jpeg().toBuffer()), code: "OCR006" },
  {
    name: "half.tif",
    bytes: async () => half(await noise().tiff({ compression: "lzw" }).toBuffer()),
    code: "OCR006",
  },
  {
    name: "head.png",
    bytes: async () => (await paper().png().toBuffer()).subarray(0, 20),
    code: "OCR006",
  },
  { name: "flood.png", bytes: () => Promise.resolve(floodPng()), code: "OCR007" },
  { name: "cut.pdf", bytes: async () => (await pdf([595, 842])).subarray(0, 40), code: "OCR008" },
  { name: "none.pdf", bytes: () => Promise.resolve(pdfText("")), code: "OCR008" },
  { name: "locked.pdf", bytes: () => Promise.resolve(lockedPdf), code: "OCR009" },
  { name: "giant.pdf", bytes: () => pdf([14_400, 14_400]), code: "OCR010" },
  { name: "thick.pdf", bytes: () => pdf([595, 842], 501), code: "OCR011" },
  {
    name: "inner-flood.pdf",
    bytes: async () =>
      Buffer.concat([
        await pdf([595, 842]),
        Buffer.from("\n9 0 obj<</Subtype/Image/Width 30000/Height 30000>>stream\nendstream\n"),
      ]),
    code: "OCR007",
  },
];

describe("a file that is no page", () => {
  it.each(refused)("$name is refused with $code", async ({ name, bytes, code }) => {
    const path = await file(name, await bytes());
    const fault: unknown = await reader.readPage(path, 1, [], {}).then(
      () => null,
      (e: unknown) => e,
    );
    if (!isBukaError(fault)) throw new TypeError(`not refused: ${String(fault)}`);
    expect(fault.code).toBe(code);
    expect(fault.message).toMatch(/[ぁ-ん].*。$/u);
    expect(fault.next).toMatch(/。$/u);
    expect(fault.place.file).toBe(name);
    expect(`${fault.message}${fault.next}`).not.toContain(folder);
  });

  it("says that it is not there, or that it is a folder", async () => {
    await mkdir(join(folder, "tray"));
    await expect(reader.countPages(join(folder, "nowhere.pdf"))).rejects.toMatchObject({
      code: "OCR001",
    });
    await expect(reader.countPages(join(folder, "tray"))).rejects.toMatchObject({ code: "OCR002" });
  });
});

describe("a good file", () => {
  it("is counted, whatever its name says", async () => {
    expect(await reader.countPages(await file("three.pdf", await pdf([595, 842], 3)))).toBe(3);
    expect(
      await reader.countPages(await file("really-png.pdf", await paper().png().toBuffer())),
    ).toBe(1);
  });

  it("may be a fax of several pages", async () => {
    const raw = { width: 100, height: 300, channels: 1 as const, pageHeight: 100 };
    const tiff = await sharp(Buffer.alloc(30_000, 255), { raw })
      .toColourspace("b-w")
      .tiff({ compression: "ccittfax4", bitdepth: 1 })
      .toBuffer();
    const path = await file("fax.tif", tiff);
    expect(await reader.countPages(path)).toBe(3);
    expect(await reader.readPage(path, 3, [], {})).toMatchObject({ kind: "blank", page: 3 });
    await expect(reader.readPage(path, 4, [], {})).rejects.toMatchObject({ code: "OCR012" });
    await expect(reader.readPage(path, 0, [], {})).rejects.toMatchObject({ code: "OCR012" });
  });

  it("is opened again when it was replaced", async () => {
    const path = await file("again.pdf", await pdf([595, 842], 1));
    expect(await reader.countPages(path)).toBe(1);
    await file("again.pdf", await pdf([595, 842], 2));
    expect(await reader.countPages(path)).toBe(2);
  });
});

describe("a closed reader", () => {
  it("says so", async () => {
    const other = await createPageReader({ readers: () => Promise.resolve(createNullReaders()) });
    await other.close();
    await expect(other.countPages("x.pdf")).rejects.toMatchObject({ code: "OCR017" });
  });
});

it("reads a JPEG with stray bytes behind its last line, as some scanners write it", async () => {
  const jpeg = await paper().jpeg().toBuffer();
  const end = jpeg.length - 2;
  const stray = Buffer.concat([jpeg.subarray(0, end), Buffer.alloc(6, 0x20), jpeg.subarray(end)]);
  const path = await file("stray.jpg", stray);
  expect(await reader.readPage(path, 1, [], {})).toMatchObject({ kind: "blank" });
});

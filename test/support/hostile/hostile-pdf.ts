/** PDFs that loop, swell, lock, lie or carry something along. */
import { deflateSync } from "node:zlib";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { type HostileFile, mutations, text, truncations } from "./hostile-file.ts";

/** A PDF out of numbered objects, with a right cross-reference table. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ""): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    const body = typeof object === "string" ? Buffer.from(object, "latin1") : Buffer.from(object);
    const part = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    places.push(at);
    at += part.length;
    parts.push(part);
  }
  const rows = places.map((p) => `${String(p).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R ${trailer}>>\nstartxref\n${at}\n%%EOF\n`,
      "latin1",
    ),
  );
  return Buffer.concat(parts);
}

export function stream(dictionary: string, data: Uint8Array | string): Uint8Array {
  const body = typeof data === "string" ? Buffer.from(data, "latin1") : Buffer.from(data);
  return Buffer.concat([
    Buffer.from(`<<${dictionary}/Length ${body.length}>>stream\n`, "latin1"),
    body,
    Buffer.from("\nendstream", "latin1"),
  ]);
}

const catalog = "<</Type/Catalog/Pages 2 0 R>>";
const pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const pageWith = (more: string): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${more}>>`;
const drawn = "/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>";

/** One page with a content stream and one object X that it draws. */
const onePage = (content: Uint8Array | string, x: string | Uint8Array = "<<>>"): Uint8Array =>
  pdfOf([catalog, pages, pageWith(drawn), stream("", content), x]);

const boxed = (box: string, more = ""): Uint8Array =>
  pdfOf([catalog, pages, `<</Type/Page/Parent 2 0 R/MediaBox[${box}]${more}>>`]);

const deflated = (data: Uint8Array, times = 1): Uint8Array =>
  times === 0 ? data : deflated(deflateSync(data, { level: 9 }), times - 1);

const image = (dictionary: string, data: Uint8Array | string): Uint8Array =>
  onePage(
    "q 500 0 0 700 40 40 cm /X Do Q",
    stream(`/Type/XObject/Subtype/Image${dictionary}`, data),
  );

const grey = "/ColorSpace/DeviceGray/BitsPerComponent 8";

async function good(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const jpeg = await sharp({
    create: { width: 120, height: 160, channels: 3, background: "#ddd" },
  })
    .jpeg()
    .toBuffer();
  const picture = await document.embedJpg(jpeg);
  for (let i = 0; i < 2; i++) {
    const page = document.addPage([595, 842]);
    page.drawText("A page like any other", { x: 60, y: 700 });
    page.drawImage(picture, { x: 60, y: 300 });
  }
  return document.save({ useObjectStreams: false });
}

async function manyPages(count: number): Promise<Uint8Array> {
  const kids = Array.from({ length: count }, (_, i) => `${i + 3} 0 R`).join(" ");
  const leaf = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";
  return pdfOf([
    catalog,
    `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
    ...Array.from({ length: count }, () => leaf),
  ]);
}

const script = "(while(true){app.alert\\('x'\\)};this.submitForm\\('http://example.invalid'\\))";

/** Megabytes of blanks that unpack from a few kilobytes. */
const bomb = (megabytes: number): Uint8Array => Buffer.alloc(megabytes * 2 ** 20, 0x20);

export const hostilePdfs: readonly HostileFile[] = [
  ...truncations("plain", "pdf", 28, good),
  ...mutations("plain", "pdf", 24, good),
  // Structure
  {
    name: "no-pages.pdf",
    expect: "refused",
    bytes: () => pdfOf([catalog, "<</Type/Pages/Kids[]/Count 0>>"]),
  },
  { name: "no-catalog.pdf", expect: "refused", bytes: () => pdfOf(["<<>>"]) },
  { name: "header-only.pdf", expect: "refused", bytes: () => text("%PDF-1.7\n") },
  {
    name: "trailer-only.pdf",
    expect: "refused",
    bytes: () => text("%PDF-1.4\ntrailer<</Root 1 0 R>>\n%%EOF"),
  },
  {
    name: "page-is-its-parent.pdf",
    expect: "either",
    bytes: () => pdfOf([catalog, "<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
  },
  {
    name: "kids-in-a-circle.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>",
      ]),
  },
  {
    name: "count-negative.pdf",
    expect: "either",
    bytes: () => pdfOf([catalog, "<</Type/Pages/Kids[3 0 R]/Count -1>>", pageWith("")]),
  },
  {
    name: "count-of-a-billion.pdf",
    expect: "either",
    bytes: () => pdfOf([catalog, "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", pageWith("")]),
  },
  { name: "root-is-a-number.pdf", expect: "refused", bytes: () => pdfOf(["7"]) },
  {
    name: "xref-of-itself.pdf",
    expect: "either",
    bytes: () => pdfOf([catalog, pages, pageWith("")], "/Prev 0"),
  },
  {
    name: "prev-loop.pdf",
    expect: "either",
    bytes: () =>
      text(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 4/Root 1 0 R/Prev 158>>\nstartxref\n158\n%%EOF",
      ),
  },
  {
    name: "length-refers-to-itself.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R"),
        "<</Length 4 0 R>>stream\nq Q\nendstream",
      ]),
  },
  {
    name: "length-too-long.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R"),
        "<</Length 999999999>>stream\nq Q\nendstream",
      ]),
  },
  {
    name: "deep-arrays.pdf",
    expect: "either",
    bytes: () => pdfOf([catalog, pages, pageWith(`/X${"[".repeat(60_000)}${"]".repeat(60_000)}`)]),
  },
  {
    name: "deep-dictionaries.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([catalog, pages, pageWith(`/X${"<</A".repeat(20_000)} 1${">>".repeat(20_000)}`)]),
  },
  { name: "pages-501.pdf", expect: "refused", bytes: () => manyPages(501) },
  { name: "pages-10000.pdf", expect: "refused", bytes: () => manyPages(10_000) },
  {
    name: "object-stream-of-itself.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith(""),
        stream("/Type/ObjStm/N 1/First 4/Extends 4 0 R", "4 0 <<>>"),
      ]),
  },
  {
    name: "outline-loop.pdf",
    expect: "read",
    bytes: () =>
      pdfOf([
        "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>",
        pages,
        pageWith(""),
        "<</First 4 0 R/Next 4 0 R/Parent 4 0 R>>",
      ]),
  },
  // Paper
  { name: "paper-giant.pdf", expect: "refused", bytes: () => boxed("0 0 14400 14400") },
  { name: "paper-of-a-mile.pdf", expect: "refused", bytes: () => boxed("0 0 4561920 842") },
  {
    name: "paper-unit.pdf",
    expect: "either",
    bytes: () => boxed("0 0 595 842", "/UserUnit 75000"),
  },
  { name: "paper-none.pdf", expect: "either", bytes: () => boxed("0 0 0 0") },
  { name: "paper-thin.pdf", expect: "either", bytes: () => boxed("0 0 0.001 842") },
  { name: "paper-negative.pdf", expect: "either", bytes: () => boxed("0 0 -595 -842") },
  { name: "paper-upside-down.pdf", expect: "read", bytes: () => boxed("595 842 0 0") },
  { name: "paper-words.pdf", expect: "either", bytes: () => boxed("a b c d") },
  { name: "paper-infinite.pdf", expect: "either", bytes: () => boxed("0 0 1e99999 1e99999") },
  {
    name: "paper-crop-outside.pdf",
    expect: "either",
    bytes: () => boxed("0 0 595 842", "/CropBox[9000 9000 9001 9001]"),
  },
  {
    name: "paper-turned-by-37.pdf",
    expect: "read",
    bytes: () => boxed("0 0 595 842", "/Rotate 37"),
  },
  // Things that run or come along
  {
    name: "open-script.pdf",
    expect: "read",
    bytes: () =>
      pdfOf([
        `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS${script}>>>>`,
        pages,
        pageWith(""),
      ]),
  },
  {
    name: "page-script.pdf",
    expect: "read",
    bytes: () => pdfOf([catalog, pages, pageWith(`/AA<</O<</S/JavaScript/JS${script}>>>>`)]),
  },
  {
    name: "named-script.pdf",
    expect: "read",
    bytes: () =>
      pdfOf([
        `<</Type/Catalog/Pages 2 0 R/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS${script}>>]>>>>>>`,
        pages,
        pageWith(""),
      ]),
  },
  {
    name: "launch.pdf",
    expect: "read",
    bytes: () =>
      pdfOf([
        "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>>>",
        pages,
        pageWith(""),
      ]),
  },
  {
    name: "goes-to-a-server.pdf",
    expect: "read",
    bytes: () =>
      pdfOf([
        "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(http://192.0.2.1/)>>>>",
        pages,
        pageWith(
          "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/URI/URI(file:///etc/passwd)>>>>]",
        ),
      ]),
  },
  {
    name: "attachment.pdf",
    expect: "read",
    bytes: () =>
      pdfOf([
        "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.exe)4 0 R]>>>>>>",
        pages,
        pageWith(""),
        "<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>",
        stream("/Type/EmbeddedFile", "MZ"),
      ]),
  },
  {
    name: "xfa-form.pdf",
    expect: "read",
    bytes: () =>
      pdfOf([
        "<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA[(template)4 0 R]/Fields[]>>>>",
        pages,
        pageWith(""),
        stream("", "<xdp:xdp/>"),
      ]),
  },
  {
    name: "external-stream.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([catalog, pages, pageWith("/Contents 4 0 R"), stream("/F(/etc/passwd)", "")]),
  },
  {
    name: "film.pdf",
    expect: "read",
    bytes: () =>
      pdfOf([catalog, pages, pageWith("/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>>]")]),
  },
  // Locks
  {
    name: "locked.pdf",
    expect: "refused",
    bytes: () =>
      pdfOf(
        [
          catalog,
          pages,
          pageWith(""),
          `<</Filter/Standard/V 1/R 2/O<${"28".repeat(32)}>/U<${"41".repeat(32)}>/P -4>>`,
        ],
        `/Encrypt 4 0 R/ID[<${"00".repeat(16)}><${"00".repeat(16)}>]`,
      ),
  },
  {
    name: "locked-aes.pdf",
    expect: "refused",
    bytes: () =>
      pdfOf(
        [
          catalog,
          pages,
          pageWith(""),
          `<</Filter/Standard/V 5/R 6/Length 256/O<${"28".repeat(48)}>/U<${"41".repeat(48)}>/OE<${"00".repeat(32)}>/UE<${"00".repeat(32)}>/Perms<${"00".repeat(16)}>/P -4/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF>>`,
        ],
        `/Encrypt 4 0 R/ID[<${"00".repeat(16)}><${"00".repeat(16)}>]`,
      ),
  },
  {
    name: "locked-by-nobody.pdf",
    expect: "refused",
    bytes: () => pdfOf([catalog, pages, pageWith(""), "<</Filter/Unheard/V 9>>"], "/Encrypt 4 0 R"),
  },
  // Swelling
  {
    name: "bomb-content.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R"),
        stream("/Filter/FlateDecode", deflated(bomb(96))),
      ]),
  },
  {
    name: "bomb-twice.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R"),
        stream("/Filter[/FlateDecode/FlateDecode]", deflated(bomb(96), 2)),
      ]),
  },
  {
    name: "bomb-run-length.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R"),
        stream("/Filter[/FlateDecode/RunLengthDecode]", deflated(Buffer.alloc(2 ** 21, 0x81))),
      ]),
  },
  {
    name: "bomb-ascii.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R"),
        stream("/Filter[/ASCII85Decode]", "z".repeat(400_000)),
      ]),
  },
  {
    name: "picture-30000.pdf",
    expect: "refused",
    bytes: () =>
      image(`/Width 30000/Height 30000${grey}/Filter/FlateDecode`, deflated(Buffer.alloc(1000))),
  },
  {
    name: "picture-lies-about-size.pdf",
    expect: "either",
    bytes: () =>
      image(`/Width 4000/Height 5000${grey}/Filter/FlateDecode`, deflated(Buffer.alloc(100))),
  },
  {
    name: "picture-negative.pdf",
    expect: "either",
    bytes: () => image(`/Width -10/Height 10${grey}`, "x"),
  },
  {
    name: "picture-of-zero.pdf",
    expect: "either",
    bytes: () => image(`/Width 0/Height 0${grey}`, "x"),
  },
  {
    name: "picture-bits-64.pdf",
    expect: "either",
    bytes: () => image("/Width 9/Height 9/ColorSpace/DeviceRGB/BitsPerComponent 64", "x"),
  },
  {
    name: "picture-no-jpeg.pdf",
    expect: "either",
    bytes: () => image(`/Width 90/Height 90${grey}/Filter/DCTDecode`, "\xff\xd8\xff\xe0no"),
  },
  {
    name: "picture-no-jpx.pdf",
    expect: "either",
    bytes: () => image("/Width 90/Height 90/Filter/JPXDecode", "\x00\x00\x00\x0cjP  \r\n\x87\nno"),
  },
  {
    name: "picture-no-jbig2.pdf",
    expect: "either",
    bytes: () =>
      image(
        `/Width 90/Height 90/ImageMask true/Filter/JBIG2Decode`,
        "\x00\x00\x00\x00\x30\x00\x01",
      ),
  },
  {
    name: "picture-jbig2-huge.pdf",
    expect: "either",
    bytes: () =>
      image(
        "/Width 90/Height 90/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode",
        "\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13\x7f\xff\xff\xff\x7f\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
      ),
  },
  {
    name: "picture-fax-huge.pdf",
    expect: "refused",
    bytes: () =>
      image(
        "/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>",
        "\x00\x01",
      ),
  },
  {
    name: "picture-fax-lies.pdf",
    expect: "either",
    bytes: () =>
      image(
        "/Width 900/Height 900/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K 4/Columns 2000000000/Rows -5>>",
        "\x00\x01\x02\x03",
      ),
  },
  {
    name: "picture-masked-by-itself.pdf",
    expect: "either",
    bytes: () => image(`/Width 2/Height 2${grey}/SMask 5 0 R`, "abcd"),
  },
  {
    name: "colours-of-themselves.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R/Resources<</ColorSpace<</C 5 0 R>>>>"),
        stream("", "/C cs 1 scn 0 0 500 500 re f"),
        "[/Indexed 5 0 R 255 (x)]",
      ]),
  },
  // Looping and drawing for ever
  {
    name: "form-draws-itself.pdf",
    expect: "either",
    bytes: () =>
      onePage(
        "/X Do",
        stream(
          "/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>",
          "/X Do /X Do",
        ),
      ),
  },
  {
    name: "pattern-of-itself.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R/Resources<</Pattern<</P 5 0 R>>>>"),
        stream("", "/Pattern cs /P scn 0 0 595 842 re f"),
        stream(
          "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<</Pattern<</P 5 0 R>>>>",
          "/Pattern cs /P scn 0 0 9 9 re f",
        ),
      ]),
  },
  {
    name: "pattern-of-dust.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R/Resources<</Pattern<</P 5 0 R>>>>"),
        stream("", "/Pattern cs /P scn 0 0 595 842 re f"),
        stream(
          "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.01/YStep 0.01/Resources<<>>",
          "0 0 1 1 re f",
        ),
      ]),
  },
  {
    name: "a-million-lines.pdf",
    expect: "either",
    bytes: () => onePage("0 0 m 595 842 l S\n".repeat(300_000)),
  },
  {
    name: "curves-without-end.pdf",
    expect: "either",
    bytes: () => onePage(`0 0 m ${"595 842 0 842 595 0 c ".repeat(60_000)} B*`),
  },
  {
    name: "dashes.pdf",
    expect: "either",
    bytes: () => onePage("[0.001 0.001] 0 d 0.1 w 0 0 m 595 842 l S 0 842 m 595 0 l S"),
  },
  { name: "deep-states.pdf", expect: "either", bytes: () => onePage("q ".repeat(500_000)) },
  {
    name: "clips.pdf",
    expect: "either",
    bytes: () => onePage("0 0 500 500 re W n ".repeat(100_000)),
  },
  {
    name: "letters-in-a-circle.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"),
        stream("", "BT /F 40 Tf 50 50 Td (aaaa) Tj ET"),
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.1 0 0 .1 0 0]/FirstChar 97/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>",
        stream("", "9 0 d0 BT /F 1 Tf (aaaa) Tj ET"),
      ]),
  },
  {
    name: "font-of-nonsense.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"),
        stream("", "BT /F 40 Tf 50 50 Td (aaaa) Tj ET"),
        "<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor 6 0 R>>",
        "<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 7 0 R>>",
        stream("/Length1 9", "\x00\x01\x00\x00\xff\xff\xff\xff"),
      ]),
  },
  {
    name: "shading-without-end.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R/Resources<</Shading<</S 5 0 R>>>>"),
        stream("", "/S sh ".repeat(400)),
        "<</ShadingType 1/ColorSpace/DeviceGray/Domain[0 1e9 0 1e9]/Function<</FunctionType 2/Domain[0 1]/N 1e9>>>>",
      ]),
  },
  {
    name: "function-too-large.pdf",
    expect: "either",
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        pageWith("/Contents 4 0 R/Resources<</Shading<</S 5 0 R>>>>"),
        stream("", "/S sh"),
        "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 6 0 R>>",
        stream("/FunctionType 0/Domain[0 1]/Range[0 1]/Size[2147483647]/BitsPerSample 32", "x"),
      ]),
  },
  // Two things at once
  {
    name: "late-header.pdf",
    expect: "either",
    bytes: async () => Buffer.concat([Buffer.alloc(900, 0x0a), await good()]),
  },
  {
    name: "too-late-header.pdf",
    expect: "refused",
    bytes: async () => Buffer.concat([Buffer.alloc(5000, 0x0a), await good()]),
  },
  {
    name: "page-and-zip.pdf",
    expect: "read",
    bytes: async () => Buffer.concat([await good(), Buffer.from("PK\x03\x04 an archive")]),
  },
  {
    name: "html-with-header.pdf",
    expect: "refused",
    bytes: () => text("<html><script>%PDF-1.4</script></html>"),
  },
  {
    name: "garbage-after-header.pdf",
    expect: "refused",
    bytes: () => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(200_000, 0x9c)]),
  },
  {
    name: "ten-megabytes-of-zeros.pdf",
    expect: "refused",
    bytes: () => Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(10 * 2 ** 20)]),
  },
];

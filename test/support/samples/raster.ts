/** PDF pages → grey PNG at 300 dpi, as a good scanner would give them. */
import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp, { type Sharp } from "sharp";

export const scanDpi = 300;

let library: Promise<PDFiumLibrary> | null = null;

/** One grey PNG per page of the PDF. */
export async function rasterize(pdf: Uint8Array): Promise<Buffer[]> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(pdf);
  const pages: Buffer[] = [];
  for (const page of document.pages()) {
    const image = await page.render({
      scale: scanDpi / 72,
      render: ({ data, width, height }) =>
        greyPng(sharp(data, { raw: { width, height, channels: 4 } }), scanDpi),
    });
    pages.push(Buffer.from(image.data));
  }
  document.destroy();
  return pages;
}

/** Flat grey PNG, packed lightly because it is worked on further. */
function greyPng(image: Sharp, dpi: number): Promise<Buffer> {
  return image
    .flatten({ background: "#fff" })
    .toColourspace("b-w")
    .withDensity(dpi)
    .png({ compressionLevel: 1 })
    .toBuffer();
}

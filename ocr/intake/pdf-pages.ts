/** PDF pages through pdfium (WebAssembly, no scripts run): scanned or drawn, rendered as 300 dpi grey. */
import type { PDFiumDocument, PDFiumLibrary } from "@hyzyla/pdfium";
import { isBukaError } from "../../core/index.ts";
import type { Grey } from "../image/grey.ts";
import { ocrErrors } from "../messages.ja.ts";
import { intakeLimits, MM_PER_INCH, READING_DPI } from "./limits.ts";
import type { PageSource, ScannedImages } from "./page-source.ts";

const POINTS_PER_INCH = 72;

export async function openPdf(bytes: Uint8Array, file: string): Promise<PageSource> {
  const scanned = imagesIn(bytes, file);
  const library = await loadPdfium();
  const opened = await openDocument(library, bytes, file);
  const pageCount = opened.getPageCount();
  if (pageCount < 1 || pageCount > intakeLimits.pages) {
    opened.destroy();
    library.destroy();
    const extra = { place: { file } };
    if (pageCount < 1) throw ocrErrors.pdfDamaged({ file }, extra);
    throw ocrErrors.tooManyPages({ file, limit: intakeLimits.pages }, extra);
  }
  return {
    pageCount,
    scanned,
    render: (page) => renderPage(opened, { file, page }),
    close: () => {
      opened.destroy();
      library.destroy();
    },
  };
}

/**
 * Stream dictionaries always stand uncompressed in a PDF, so the images (and a pixel flood among them) show in
 * its plain bytes. Width and Height are paired when they lie within a few hundred bytes, in one dictionary.
 */
function imagesIn(bytes: Uint8Array, file: string): ScannedImages | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const sizes = /\/(Width|Height)\s+(\d{1,10})(?!\s+\d+\s+R)/gu;
  let last = { name: "", value: 0, at: -1000 };
  let longSide = 0;
  for (const m of text.matchAll(sizes)) {
    const now = { name: m[1] ?? "", value: Number(m[2]), at: m.index };
    const paired = now.name !== last.name && now.at - last.at < 400;
    if (now.value > 100_000 || (paired && now.value * last.value > intakeLimits.pixels)) {
      const [a, b] = [now.value, last.value];
      const [width, height] = now.name === "Width" ? [a, b] : [b, a];
      throw ocrErrors.imageTooLarge({ file, width, height }, { place: { file } });
    }
    longSide = Math.max(longSide, now.value);
    last = now;
  }
  if (longSide === 0) return null;
  return {
    longSide,
    bilevel: /\/(?:CCITTFaxDecode|JBIG2Decode|BitsPerComponent 1(?!\d))/u.test(text),
  };
}

async function loadPdfium(): Promise<PDFiumLibrary> {
  try {
    const { PDFiumLibrary: library } = await import("@hyzyla/pdfium");
    return await library.init();
  } catch (cause) {
    throw ocrErrors.packageMissing({ name: "@hyzyla/pdfium" }, { cause });
  }
}

async function openDocument(
  library: PDFiumLibrary,
  bytes: Uint8Array,
  file: string,
): Promise<PDFiumDocument> {
  try {
    return await library.loadDocument(bytes);
  } catch (cause) {
    library.destroy();
    const extra = { place: { file }, cause };
    const words = cause instanceof Error ? cause.message : "";
    throw /password|security/iu.test(words)
      ? ocrErrors.pdfPassword({ file }, extra)
      : ocrErrors.pdfDamaged({ file }, extra);
  }
}

async function renderPage(
  document: PDFiumDocument,
  at: { file: string; page: number },
): Promise<Grey> {
  try {
    const page = document.getPage(at.page - 1);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const longest = (Math.max(originalWidth, originalHeight) / POINTS_PER_INCH) * MM_PER_INCH;
    if (!(originalWidth > 0) || !(originalHeight > 0) || longest > intakeLimits.sideMm) {
      throw ocrErrors.pdfPageTooLarge({ ...at, limitMm: intakeLimits.sideMm }, { place: at });
    }
    const scale = READING_DPI / POINTS_PER_INCH;
    const { data, width, height } = await page.render({
      scale,
      render: "bitmap",
      colorSpace: "Gray",
    });
    return { data: data.slice(0, width * height), width, height };
  } catch (cause) {
    if (isBukaError(cause)) throw cause;
    throw ocrErrors.pdfDamaged({ file: at.file }, { place: at, cause });
  }
}

/** PDF pages through pdfium (WebAssembly in a thread, no scripts run): scanned or drawn, rendered as 300 dpi grey. */
import { z } from "zod";
import type { BukaError } from "../../core/index.ts";
import type { Grey } from "../image/grey.ts";
import { ocrErrors } from "../messages.ja.ts";
import { intakeLimits } from "./limits.ts";
import { intakeErrors } from "./messages.ja.ts";
import type { PageSource } from "./page-source.ts";
import { imagesIn } from "./pdf-images.ts";
import {
  type PdfOrder,
  type PdfRefusal,
  type PdfThread,
  startPdfThread,
} from "./pdf-thread-host.ts";
import { letterList, wordsOf } from "./text-layer.ts";

const opened = z.object({ pages: z.number() });
const picture = z.object({
  width: z.number(),
  height: z.number(),
  data: z.instanceof(Uint8Array),
});

/** Throws BukaError OCR007–OCR011, OCR050 or OCR051. A page that breaks the thread costs no other page. */
export async function openPdf(bytes: Uint8Array, file: string): Promise<PageSource> {
  const scanned = imagesIn(bytes, file);
  const document = createDocument(shared(bytes), file);
  const pageCount = await countPages(document, file);
  return {
    pageCount,
    scanned,
    render: async (page): Promise<Grey> =>
      picture.parse(await document.ask({ what: "render", page })),
    words: async (page) => wordsOf(letterList.parse(await document.ask({ what: "letters", page }))),
    close: () => document.close(),
  };
}

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const copy = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

async function countPages(document: PdfDocument, file: string): Promise<number> {
  const extra = { place: { file } };
  try {
    const { pages } = opened.parse(await document.ask({ what: "open", page: 0 }));
    if (pages < 1) throw ocrErrors.pdfDamaged({ file }, extra);
    if (pages > intakeLimits.pages) {
      throw ocrErrors.tooManyPages({ file, limit: intakeLimits.pages }, extra);
    }
    return pages;
  } catch (error) {
    document.close();
    throw error;
  }
}

interface PdfDocument {
  ask(order: PdfOrder): Promise<unknown>;
  close(): void;
}

const lost: ReadonlySet<PdfRefusal["code"]> = new Set(["slow", "broken", "not-started"]);

/** A thread that was ended is replaced with the next order. */
function createDocument(bytes: SharedArrayBuffer, file: string): PdfDocument {
  let thread: PdfThread | null = null;
  return {
    ask: async (order) => {
      thread ??= await startPdfThread(bytes);
      const answer = await thread.ask(order);
      if (answer.ok) return answer.value;
      if (lost.has(answer.refusal.code)) thread = null;
      throw faultOf(answer.refusal, file, order.page);
    },
    close: () => {
      thread?.close();
      thread = null;
    },
  };
}

function faultOf(refusal: PdfRefusal, file: string, page: number): BukaError {
  const place = page > 0 ? { file, page } : { file };
  switch (refusal.code) {
    case "password":
      return ocrErrors.pdfPassword({ file }, { place });
    case "size":
      return ocrErrors.pdfPageTooLarge({ file, page, limitMm: intakeLimits.sideMm }, { place });
    case "slow":
      return intakeErrors.tooSlow({ file }, { place });
    case "memory":
      return intakeErrors.tooHeavy({ file }, { place });
    case "not-started":
      return ocrErrors.packageMissing({ name: "@hyzyla/pdfium" });
    case "damaged":
    case "page":
    case "broken":
      return ocrErrors.pdfDamaged({ file }, { place });
  }
}

/** `buka read --whole PAGE…`: lines of text and proposals of captions with values, for papers without a template. */
import { createWholeReader, type WholePage, wholeOverlay } from "../../../ocr/index.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Call, Io } from "../io.ts";
import { readWords } from "../messages.ja.ts";
import { openOverlayFolder, type PageJob, readPages } from "../read-pages.ts";
import { table } from "../show-summary.ts";

export async function readWhole(io: Io, call: Call): Promise<ExitCode> {
  const overlays = await openOverlayFolder(io, call);
  const reader = createWholeReader({ log: io.log });
  try {
    return await readPages(io, call.words, {
      countPages: (path) => reader.countPages(path),
      read: async (job) => {
        const page = await reader.readWhole(job.path, job.page);
        const picture = overlays ? await wholeOverlay(page) : null;
        const overlay = overlays && picture ? await overlays.write(job, picture) : null;
        if (!io.json) showPage(io, job, page);
        return { ...pageDocument(page), ...(overlay === null ? {} : { overlay }) };
      },
    });
  } finally {
    await reader.close();
  }
}

/** The stable shape of `read --whole --json`: everything but the picture. */
function pageDocument(page: WholePage): Record<string, unknown> {
  const { turn, skew, lines, pairs, privateNumber, dpi, reader, cpuSeconds } = page;
  return { whole: { turn, skew, lines, pairs, privateNumber, dpi, reader }, cpuSeconds };
}

function showPage(io: Io, job: PageJob, page: WholePage): void {
  io.out(readWords.page(job.file, job.page));
  if (page.privateNumber) io.out(`  ${readWords.privateNumber}`);
  for (const line of page.lines) io.out(`  ${line.text}`);
  if (page.lines.length === 0) io.out(`  ${readWords.noLines}`);
  if (page.pairs.length === 0) return;
  io.out(readWords.pairs);
  io.out(table([readWords.pairColumns, ...page.pairs.map((p) => [p.key, p.value])]));
}

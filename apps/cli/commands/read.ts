/** `buka read`: what is read on pages, without a ledger; a page that cannot be read costs no other page. */
import { createGuardedPageReader, type PageReader, readingOverlay } from "../../../ocr/index.ts";
import { siteReading } from "../../../queues/index.ts";
import type { ExitCode } from "../exit-codes.ts";
import { findForm } from "../find-form.ts";
import { type Call, hasSwitch, type Io } from "../io.ts";
import { cliError, readWords } from "../messages.ja.ts";
import { workspaceFolder } from "../open-place.ts";
import { openOverlayFolder, type PageJob, readPages } from "../read-pages.ts";
import { table } from "../show-summary.ts";
import { readWhole } from "./read-whole.ts";

type Read = Awaited<ReturnType<PageReader["readPage"]>>;

export async function read(io: Io, call: Call): Promise<ExitCode> {
  if (hasSwitch(call, "whole")) return readWhole(io, call);
  const [what = "", ...files] = call.words;
  if (files.length === 0) throw cliError.wordCount({ verb: "read", usage: readWords.usage });
  const source = await findForm(io, call, what);
  const overlays = await openOverlayFolder(io, call);
  const folder = workspaceFolder(io, call);
  const { clock, ids, log, environment } = io;
  const site = await siteReading(folder, { clock, ids, log, environment });
  const reader = createGuardedPageReader({ log, folder, ...site });
  try {
    return await readPages(io, files, {
      countPages: (path) => reader.countPages(path),
      read: async (job) => {
        const page = await reader.readPage(job.path, job.page, [source.form], source.masters);
        const overlay =
          overlays && page.kind === "form"
            ? await overlays.write(job, await readingOverlay(page, source.form))
            : null;
        if (!io.json) showPage(io, job, page);
        return { ...pageDocument(page), ...(overlay === null ? {} : { overlay }) };
      },
    });
  } finally {
    await reader.close();
  }
}

/** The stable shape of `read --json`. */
function pageDocument(page: Read): Record<string, unknown> {
  if (page.kind !== "form") return { form: null, kind: page.kind, reason: page.reason };
  return { form: page.formId, fields: page.fields, cpuSeconds: page.cpuSeconds };
}

function showPage(io: Io, job: PageJob, page: Read): void {
  io.out(readWords.page(job.file, job.page));
  if (page.kind !== "form") {
    io.out(`  ${page.reason.message}`);
    io.out(`  → ${page.reason.next}`);
    return;
  }
  const rows = Object.entries(page.fields).map(([name, f]) => [
    name,
    f.value,
    f.accepted ? readWords.accepted : readWords.ask,
    f.reasons.map((r) => r.message).join(" "),
  ]);
  io.out(table([readWords.columns, ...rows]));
}

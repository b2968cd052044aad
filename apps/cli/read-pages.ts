/** Goes through files page by page: a file or page that cannot be read is named, and the next one follows. */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { isBukaError } from "../../core/index.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { type Call, type Io, textOption } from "./io.ts";
import { cliError } from "./messages.ja.ts";
import { errorDocument, showError } from "./show-error.ts";

/** One page to read. */
export interface PageJob {
  /** As the person wrote it. */
  readonly file: string;
  readonly path: string;
  /** From 1. */
  readonly page: number;
}

export interface PageDoors {
  countPages(path: string): Promise<number>;
  /** Reads and shows one page; gives what stands in the JSON document besides file and page. */
  read(job: PageJob): Promise<Record<string, unknown>>;
}

/** Prints the one JSON document at the end with --json. */
export async function readPages(
  io: Io,
  files: readonly string[],
  doors: PageDoors,
): Promise<ExitCode> {
  const pages: unknown[] = [];
  let failed = 0;
  const attempt = async <T>(facts: object, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      if (!isBukaError(error)) throw error;
      // Without readers no page can be read: that is no fault of one page.
      if (error.kind === "environment" && !error.retryable) throw error;
      failed += 1;
      pages.push({ ...facts, error: errorDocument(error) });
      if (!io.json) showError(io, error);
      return null;
    }
  };
  for (const file of files) {
    const path = resolve(io.folder, file);
    const count = (await attempt({ file }, () => doors.countPages(path))) ?? 0;
    for (let page = 1; page <= count && !io.signal.aborted; page += 1) {
      const read = await attempt({ file, page }, () => doors.read({ file, path, page }));
      if (read) pages.push({ file, page, ...read });
    }
  }
  if (io.json) io.out(JSON.stringify({ pages }));
  return failed > 0 ? exitCodes.input : exitCodes.ok;
}

export interface OverlayFolder {
  /** Gives the path of the picture. */
  write(job: PageJob, png: Uint8Array): Promise<string>;
}

/** The folder of --overlay, made when it is missing; null without the option. Throws CLI010. */
export async function openOverlayFolder(io: Io, call: Call): Promise<OverlayFolder | null> {
  const wanted = textOption(call, "overlay");
  if (wanted === undefined) return null;
  const folder = resolve(io.folder, wanted);
  const refuse = (cause: unknown): never => {
    throw cliError.noWritePlace({ file: wanted }, { cause });
  };
  await mkdir(folder, { recursive: true }).catch(refuse);
  const used = new Map<string, number>();
  return {
    write: async (job, png) => {
      // Two files of one name from two folders get a number each.
      const name = `${basename(job.file)}-${job.page}`;
      const times = (used.get(name) ?? 0) + 1;
      used.set(name, times);
      const path = join(folder, `${name}${times > 1 ? `-${times}` : ""}.png`);
      await writeFile(path, png).catch(refuse);
      return path;
    },
  };
}

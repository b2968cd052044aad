/** The peer: tesseract.js on the whole page, as its own documentation shows it, with the same kind of model. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createWorker, type Worker } from "tesseract.js";
import type { Form } from "../../../ocr/index.ts";
import type { SamplePage } from "./sample-forms.ts";

export interface PeerPage {
  readonly cpuSeconds: number;
  /** Fields whose value stands somewhere in the text of the page. */
  readonly found: number;
  readonly written: number;
}

export interface Peer {
  read(form: Form, page: SamplePage): Promise<PeerPage>;
  close(): Promise<void>;
}

/** Starts tesseract.js 7 with jpn best_int out of the installed package; no network. */
export async function startPeer(): Promise<Peer> {
  const folder = await mkdtemp(join(tmpdir(), "buka-peer-"));
  const data = dirname(
    createRequire(import.meta.url).resolve("@tesseract.js-data/jpn/package.json"),
  );
  const model = "jpn.traineddata.gz";
  await cp(join(data, "4.0.0_best_int", model), join(folder, model));
  const worker: Worker = await createWorker("jpn", 1, {
    langPath: folder,
    cacheMethod: "none",
    gzip: true,
  });
  return {
    read: async (form, page) => {
      const start = process.cpuUsage();
      const { data: seen } = await worker.recognize(page.file);
      const spent = process.cpuUsage(start);
      const text = plain(seen.text);
      const written = form.fields.filter(
        (f) => f.type !== "choice" && f.type !== "check" && page.truth[f.name],
      );
      const found = written.filter((f) => text.includes(asWritten(f.type, page.truth[f.name])));
      const cpuSeconds = (spent.user + spent.system) / 1e6;
      return { cpuSeconds, found: found.length, written: written.length };
    },
    close: async () => {
      await worker.terminate();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Widths and blanks do not count, nor whether kana are small: the peer gets every doubt. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[\s|]/gu, "");

/** A date stands on the paper as six digits, a 登録番号 without its pre-printed T. */
function asWritten(type: string, value = ""): string {
  const [year = "", month = "", day = ""] = value.split("-");
  if (type === "date") return `${String(Number(year) - 2018).padStart(2, "0")}${month}${day}`;
  if (type === "invoice-number") return value.slice(1);
  return plain(value);
}

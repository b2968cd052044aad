/** Program of the thread that reads pages: whoever started it can end it, whatever a reader is doing. */
import { parentPort, workerData } from "node:worker_threads";
import { isBukaError } from "../core/index.ts";
import { openReaders } from "./engines/readers.ts";
import type { PageOrder, PageReply, ThreadPlan } from "./guarded-page-reader.ts";
import { createPageReader } from "./page-reader.ts";
import type { PageReader } from "./page-reading.ts";

const plan = workerData as ThreadPlan;

async function main(): Promise<void> {
  const { readers, folder, calibration } = plan;
  const reader = await createPageReader({
    calibration,
    ...(readers ? { readers: () => openReaders(readers, folder) } : {}),
  });
  parentPort?.on("message", (order: PageOrder) => {
    void answer(reader, order).then((reply) => parentPort?.postMessage(reply));
  });
}

async function answer(reader: PageReader, order: PageOrder): Promise<PageReply> {
  try {
    const { file, page, forms, masters } = order;
    const value =
      page === null
        ? await reader.countPages(file)
        : await reader.readPage(file, page, forms, masters);
    return { id: order.id, ok: true, value };
  } catch (error) {
    if (!isBukaError(error)) throw error;
    const { code, kind, retryable, message, next, place, problems } = error;
    const fields = { code, kind, retryable, what: message, next, place, problems };
    return { id: order.id, ok: false, fields };
  }
}

await main();

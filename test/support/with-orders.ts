/** A queue as a workplace has it: with the orders of a ledger over the driver, for one test. */
import { onTestFinished } from "vitest";
import { randomIds, systemClock } from "../../core/index.ts";
import type { JobQueue, QueueDriver } from "../../queues/index.ts";
import { createJobQueue } from "../../queues/ordered-queue.ts";
import { openStore } from "../../store/index.ts";
import { freshFolder } from "./store-world.ts";

export async function withOrders(driver: QueueDriver): Promise<JobQueue> {
  const { store } = await openStore(await freshFolder(), { clock: systemClock, ids: randomIds });
  onTestFinished(() => store.close());
  return createJobQueue(driver, store, systemClock);
}

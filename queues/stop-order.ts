/** The order to stop (停止の指示): a note in the ledger that reaches every machine, also where there are no signals (Windows). */
import { setTimeout as idle } from "node:timers/promises";
import type { Clock, IdSource } from "../core/index.ts";
import type { Store } from "../store/index.ts";

const flag = "stop-order";

/** Tells all workers, batches and schedules that run now, on any machine, to end after the case in their hands. */
export async function orderStop(
  store: Store,
  world: { readonly clock: Clock; readonly ids: IdSource },
): Promise<void> {
  await store.setFlag(flag, `${world.clock.now().toISOString()} ${world.ids.next()}`);
}

/** True as soon as an order was given after this call: what is started later is not meant, whatever the clocks say. */
export async function watchStopOrder(store: Store): Promise<() => Promise<boolean>> {
  const before = await store.getFlag(flag);
  return async () => (await store.getFlag(flag)) !== before;
}

const pollMillis = 500;

/** Aborts `stop` once the order that `ordered` watches for is given; ends when `stop` is aborted by anybody. */
export async function obeyStopOrder(
  ordered: () => Promise<boolean>,
  stop: AbortController,
): Promise<void> {
  while (!stop.signal.aborted) {
    if (await ordered()) stop.abort();
    await idle(pollMillis, undefined, { signal: stop.signal }).catch(() => undefined);
  }
}

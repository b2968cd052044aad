/** What a person may order about single cases (順番・取り消し): written to the ledger first, then told to the queue. */
import type { Case, CaseState } from "../core/index.ts";
import { maskPrivateNumbers } from "../ocr/index.ts";
import type { Actor } from "../store/index.ts";
import { findCase } from "./case-life.ts";
import { lanes } from "./job-queue.ts";
import { moveCase, reasonOf } from "./move-case.ts";
import { orderError } from "./order-messages.ja.ts";
import { withdraw } from "./ordered-queue.ts";
import { rankOf } from "./priority.ts";
import { laneStates, rebuildQueue } from "./refill.ts";
import type { Workplace } from "./workplace.ts";

type Place = Pick<Workplace, "store" | "evidence" | "queue" | "bot">;

const ended: readonly CaseState[] = ["done", "returned"];
/** Where a case may be taken away: nothing of it has reached the target, and nobody types it. */
const cancellable: readonly CaseState[] = [
  ...["received", "read", "checked", "awaiting-review"],
  ...["ready", "failed"],
] as readonly CaseState[];

const isCancelled = (found: Case): boolean =>
  found.state === "returned" && found.reason?.code === orderError.table.cancelled.code;

/** Puts a case before (greater) or behind (less) the others. Throws QUE170 (no such case), QUE207, QUE211. */
export async function orderCase(
  place: Place,
  name: string,
  priority: number,
  actor: Actor,
): Promise<Case> {
  rankOf(priority);
  const found = await findCase(place, name);
  if (ended.includes(found.state))
    throw orderError.atItsEnd({
      receipt: found.receiptNumber,
      state: found.state,
      cancelled: isCancelled(found),
    });
  await place.store.setPriority(found.id, priority, {
    actor,
    event: "priority-set",
    facts: { priority },
  });
  for (const lane of lanes) await place.queue.setPriority(lane, [found.id], priority);
  return found;
}

/**
 * Takes a waiting case back: 差戻し with the person's words, and its key is free. One that is being entered, or may have
 * been, stays (QUE208). Throws QUE170 for no such case and STO022 when a worker was quicker.
 */
export async function cancelCase(
  place: Place,
  name: string,
  order: { readonly why: string; readonly actor: Actor },
): Promise<Case> {
  const found = await findCase(place, name);
  if (!cancellable.includes(found.state))
    throw orderError.notWaiting({ receipt: found.receiptNumber, state: found.state });
  const reason = reasonOf(orderError.cancelled({ why: maskPrivateNumbers(order.why) }));
  const cancelled = await moveCase(place.store, found, "returned-by-person", {
    patch: { reason },
    actor: order.actor,
    facts: { code: reason.code },
  });
  // A worker that dies between claiming the key and typing leaves it behind; a pressed one stays for ever.
  if ((await place.store.getIntent(found.id))?.state === "planned")
    await place.store.dropIntent(found.id, order.actor);
  await withdraw(place.queue, [found.id]);
  return cancelled;
}

/** Undoes cancelCase: the case begins again with its checks. Throws QUE170, QUE210. */
export async function uncancelCase(place: Place, name: string, actor: Actor): Promise<Case> {
  const found = await findCase(place, name);
  if (!isCancelled(found)) throw orderError.notCancelled({ receipt: found.receiptNumber });
  const unread = found.source.kind === "page" && Object.keys(found.readings).length === 0;
  const { version: botVersion } = await place.bot(found.bot);
  const event = unread ? "reread-by-person" : "retry-by-person";
  const back = await moveCase(place.store, found, event, {
    patch: { reason: null, attempt: 0 },
    actor,
    facts: { botVersion },
  });
  const priority = (await place.store.priorities(back.id)).get(back.id) ?? 0;
  await place.queue.enqueue("read", [back.id], { priority });
  return back;
}

/** After a pause has ended: what was put aside for it waits no longer. */
export async function fetchBack(
  place: Pick<Workplace, "store" | "queue">,
  bot: string | null,
): Promise<void> {
  if (bot !== null) {
    const states = lanes.flatMap((lane) => laneStates[lane]).filter((s) => s !== "in-doubt");
    const cases = await place.store.listCases({ bot, states });
    await withdraw(
      place.queue,
      cases.map((c) => c.id),
    );
  }
  await rebuildQueue(place, bot);
}

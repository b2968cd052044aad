/** After a restore (控えから戻した台帳): what the ledger does not know may stand in the finance system, so it is looked up first. */
import type { Case } from "../core/index.ts";
import type { Store } from "../store/index.ts";

/** Events that say, after the restore, that the record is not there. */
const answers = new Set(["not-there-by-lookup", "not-there-by-person"]);

/** True while nobody has asked the target since the restore whether this older case was entered in the meantime. */
export async function mayBeEnteredAlready(
  store: Pick<Store, "restoredAt" | "events">,
  current: Case,
): Promise<boolean> {
  const restored = await store.restoredAt();
  if (restored === null || current.createdAt > restored) return false;
  const events = await store.events(current.id);
  return !events.some((e) => e.at > restored && answers.has(e.event));
}

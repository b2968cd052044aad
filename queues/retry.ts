/** A person says: try again. Failed cases go back to their checks; cases whose checks could not be computed too. */
import type { Actor } from "../store/index.ts";
import { keepVersion } from "./bot-versions.ts";
import { moveCase } from "./move-case.ts";
import { askedFields } from "./read-work.ts";
import type { Workplace } from "./workplace.ts";

/** Gives how many cases were put back. Cases in doubt are not among them: only a look-up or a person settles those. */
export async function retryCases(place: Workplace, bot: string): Promise<number> {
  const present = await place.bot(bot);
  await keepVersion(place, present);
  const botVersion = present.version;
  const actor: Actor = { kind: "person", name: place.settings.person };
  let count = 0;
  for (const c of await place.store.listCases({ bot, states: ["failed", "awaiting-review"] })) {
    if (c.state === "awaiting-review" && askedFields(c).length > 0) continue;
    const unread = c.source.kind === "page" && Object.keys(c.readings).length === 0;
    const again = unread ? "reread-by-person" : "retry-by-person";
    const event = c.state === "awaiting-review" ? "review-done" : again;
    await moveCase(place.store, c, event, {
      patch: { reason: null, attempt: 0 },
      actor,
      facts: { botVersion },
    });
    count += 1;
  }
  return count;
}

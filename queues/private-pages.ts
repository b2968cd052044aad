/** What happens to the original of a page on which a 個人番号 was found: it is erased as soon as nothing needs it any more. */
import type { Case } from "../core/index.ts";
import type { Actor, EvidenceStore, Store } from "../store/index.ts";

export interface ForgetDoors {
  readonly store: Store;
  readonly evidence: EvidenceStore;
  readonly actor: Actor;
}

const flagOf = (contentHash: string): string => `private-number:${contentHash}`;

/** Remembers that a file holds a 個人番号, and erases it unless other pages of it are still to be read. */
export async function forgetOriginal(doors: ForgetDoors, c: Case): Promise<void> {
  await doors.store.setFlag(flagOf(c.source.contentHash), c.id);
  await mindForgotten(doors, c);
}

/** Called after every page: erases the file of a page with a 個人番号 when the last page of it has been read. */
export async function mindForgotten(doors: ForgetDoors, c: Case): Promise<void> {
  const { store, evidence, actor } = doors;
  const { contentHash } = c.source;
  if ((await store.getFlag(flagOf(contentHash))) === null) return;
  const unread = await store.listCases({ states: ["received"] });
  if (unread.some((other) => other.source.contentHash === contentHash)) return;
  const erased = await evidence.erase(await store.originalOf(c.id));
  if (erased) {
    const facts = { why: "private-number" };
    await store.addEvent(c.id, { actor, event: "original-erased", facts });
  }
}

/** True when the original of a case was erased. */
export async function isForgotten(doors: ForgetDoors, c: Case): Promise<boolean> {
  const flag = await doors.store.getFlag(flagOf(c.source.contentHash));
  return flag !== null && !(await doors.evidence.holds(await doors.store.originalOf(c.id)));
}

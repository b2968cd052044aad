/** What a file held when it was handed in (受付): noted before its first case, so that the books at the end can miss one. */
import { z } from "zod";
import type { Store } from "../store/index.ts";

const noteSchema = z.object({
  count: z.number().int(),
  sums: z.record(z.string(), z.string().nullable()),
});

/** Rows or pages of a file, and the sums of its fields to add up (null = not an amount somewhere). */
export type HandedIn = z.infer<typeof noteSchema>;

const flagOf = (bot: string, contentHash: string): string => `handed-in:${bot}:${contentHash}`;

export async function noteHandedIn(
  store: Pick<Store, "setFlag">,
  at: { readonly bot: string; readonly contentHash: string },
  note: HandedIn,
): Promise<void> {
  await store.setFlag(flagOf(at.bot, at.contentHash), JSON.stringify(note));
}

/** Null when nothing was noted: a single page, or a file of an older buka. */
export async function handedIn(
  store: Pick<Store, "getFlag">,
  bot: string,
  contentHash: string,
): Promise<HandedIn | null> {
  const text = await store.getFlag(flagOf(bot, contentHash));
  return text === null ? null : noteSchema.parse(JSON.parse(text));
}

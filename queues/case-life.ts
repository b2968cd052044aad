/** The whole life of one case (案件の一生): its events in order with what was played and pictured, for people to read. */
import { z } from "zod";
import { type Case, isBukaError } from "../core/index.ts";
import { type CaseEvent, type Intent, isServerTrouble } from "../store/index.ts";
import { queueError } from "./messages.ja.ts";
import { pageImageEvent } from "./read-doors.ts";
import type { Workplace } from "./workplace.ts";

const stepSchema = z.object({
  sentence: z.string(),
  startedAt: z.string(),
  millis: z.number(),
  foundBy: z.string().nullable(),
  outcome: z.enum(["ok", "stopped"]),
  at: z.object({ line: z.number().optional() }),
});

/** One sentence that was played, as the evidence holds it; never a value. */
export type PlayedSentence = z.infer<typeof stepSchema>;

/** One event of a case with what belongs to it. */
export interface LifeMoment extends CaseEvent {
  /** Sentences that were played; null when the event has none or they are gone. */
  readonly steps: readonly PlayedSentence[] | null;
  /** Evidence key of a picture; null when there is none or it was erased. */
  readonly picture: string | null;
}

interface LeftOut {
  readonly code: string;
  readonly message: string;
}

/** A case, its one press, and all that happened to it in order. */
export interface CaseLife {
  readonly case: Case;
  readonly intent: Intent | null;
  readonly moments: readonly LifeMoment[];
  /** Why some steps and pictures are left out: the server of the evidence is away; null when nothing is. */
  readonly leftOut: LeftOut | null;
}

/** The life of the case with this 受付番号 or id. Throws QUE170 when there is none. */
export async function caseLife(
  place: Pick<Workplace, "store" | "evidence">,
  name: string,
): Promise<CaseLife> {
  const found = await findCase(place, name);
  const moments: LifeMoment[] = [];
  let leftOut: LeftOut | null = null;
  const unlessAway = async <T>(ask: Promise<T | null>): Promise<T | null> => {
    try {
      return await ask;
    } catch (error) {
      if (!isBukaError(error) || !isServerTrouble(error)) throw error;
      leftOut = { code: error.code, message: error.message };
      return null;
    }
  };
  for (const event of await place.store.events(found.id)) {
    moments.push({
      ...event,
      steps: await unlessAway(stepsOf(place, event)),
      picture: await unlessAway(pictureOf(place, event)),
    });
  }
  return { case: found, intent: await place.store.getIntent(found.id), moments, leftOut };
}

/** What an IME writes for a hyphen (ー, −, ‐ …) is one. */
const typed = (name: string): string =>
  name
    .normalize("NFKC")
    .trim()
    .replace(/[\u2010-\u2015\u2212\u30fc]/gu, "-");

/** The case with this 受付番号 (as people type it) or id. Throws QUE170 when there is none. */
export async function findCase(place: Pick<Workplace, "store">, written: string): Promise<Case> {
  const name = typed(written);
  const byId = await place.store.getCase(name);
  if (byId) return byId;
  const number = name.toUpperCase();
  const [found] = await place.store.listCases({ receipts: [number], limit: 1 });
  const wanted = found ?? (await withoutMark(place, number));
  if (!wanted) throw queueError.noCase({ name: name.slice(0, 40) });
  return wanted;
}

/** The case of a number whose last part, the ledger's mark, was left out; a ledger gives each such number once. */
async function withoutMark(
  place: Pick<Workplace, "store">,
  number: string,
): Promise<Case | undefined> {
  const day = /^B(\d{4})(\d{2})(\d{2})-\d+$/u.exec(number);
  if (!day) return undefined;
  const cases = await place.store.listCases({ receivedOn: [day.slice(1).join("-")] });
  return cases.find((c) => c.receiptNumber.startsWith(`${number}-`));
}

async function stepsOf(
  place: Pick<Workplace, "evidence">,
  { facts }: CaseEvent,
): Promise<LifeMoment["steps"]> {
  const log = facts["log"];
  if (typeof log !== "string" || !(await place.evidence.holds(log))) return null;
  const json: unknown = JSON.parse(new TextDecoder().decode(await place.evidence.get(log)));
  const parsed = z.array(stepSchema).safeParse(json);
  return parsed.success ? parsed.data : null;
}

async function pictureOf(
  place: Pick<Workplace, "evidence">,
  { event, facts }: CaseEvent,
): Promise<string | null> {
  const image = facts["image"];
  const isPicture = event === "picture" || event === pageImageEvent;
  if (!isPicture || typeof image !== "string") return null;
  return (await place.evidence.holds(image)) ? image : null;
}

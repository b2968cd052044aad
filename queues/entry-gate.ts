/** The gate before the keyboard: no case is begun that the target's hours would cut, and none that a person has paused. */
import type { BukaError, SystemSettings } from "../core/index.ts";
import type { Store } from "../store/index.ts";
import type { Lane, Pause } from "./job-queue.ts";
import { orderError, pausedWhat, resumeCommand, shortMoment } from "./order-messages.ja.ts";
import { isPaused, readPauses } from "./ordered-queue.ts";
import { nextFit, openAt } from "./schedule/service-time.ts";
import type { Workplace } from "./workplace.ts";

/** Why cases wait, in a sentence, and when they can go on (null = when a person does something). */
export interface Hold {
  readonly reason: BukaError;
  readonly until: Date | null;
}

/** The journal's newest cases that an estimate looks at. */
const lookBack = 50;
/** A first night has no journal yet, and a good day must not tempt. */
const leastMillis = 60_000;
const mostMillis = 30 * 60_000;
const margin = 1.5;
const minuteMillis = 60_000;

/** How long one case of this bot takes, to be on the safe side: 95 of 100 took less than two thirds of it. Milliseconds. */
export async function caseMillis(store: Pick<Store, "recentEvents">, bot: string): Promise<number> {
  const played = await store.recentEvents(bot, "played", lookBack);
  const took = played
    .flatMap(({ facts }) => {
      const { outcome, millis } = facts;
      return outcome === "done" && typeof millis === "number" ? [millis] : [];
    })
    .sort((a, b) => a - b);
  const usual = took[Math.ceil(took.length * 0.95) - 1] ?? 0;
  return Math.min(mostMillis, Math.max(leastMillis, usual * margin));
}

export const inMinutes = (millis: number): number => Math.ceil(millis / minuteMillis);

/** Null when a case of `millis` that is begun now ends while all systems are open. */
export function serviceHold(
  systems: readonly SystemSettings[],
  now: Date,
  millis: number,
): Hold | null {
  const start = nextCommonFit(systems, now, millis);
  if (start?.getTime() === now.getTime()) return null;
  // Whoever cannot take it now is named; one that could is not the reason.
  const at = systems.find((s) => nextFit(s.hours, now, millis)?.getTime() !== now.getTime());
  const system = at?.name ?? systems[0]?.name ?? "";
  const minutes = inMinutes(millis);
  if (start === null) return { reason: orderError.neverFits({ system, minutes }), until: null };
  const opens = shortMoment(start);
  const open = at ? openAt(at.hours, now) : null;
  const reason = open
    ? orderError.tooLate({ system, minutes, opens, closes: shortMoment(open.to) })
    : orderError.closed({ system, opens });
  return { reason, until: start };
}

const mostRounds = 200;

/** The earliest moment that suits all of them; null when there is none in sight. */
function nextCommonFit(systems: readonly SystemSettings[], now: Date, millis: number): Date | null {
  let at = now;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = at;
    for (const { hours } of systems) {
      const fit = nextFit(hours, at, millis);
      if (fit === null) return null;
      at = fit;
    }
    if (at.getTime() === before.getTime()) return at;
  }
  return null;
}

/** How long an estimate and a pause that was seen are good for. */
const estimateMillis = 60_000;
const pauseMillis = 300;

export interface EntryGate {
  /** Hours of the bot's systems. */
  service(bot: string): Promise<Hold | null>;
  /** Pauses of this bot or of everything; `until` is null. */
  paused(lane: Lane, bot: string): Promise<Hold | null>;
  /** Milliseconds of one case. */
  estimate(bot: string): Promise<number>;
}

/** Remembers estimates for a minute and pauses for a blink: it is asked before every case. */
export function createEntryGate(
  place: Pick<Workplace, "store" | "clock" | "bot" | "settings">,
): EntryGate {
  const estimates = new Map<string, { readonly at: number; readonly millis: number }>();
  let seen: { readonly at: number; readonly pauses: readonly Pause[] } | null = null;
  const estimate = async (bot: string): Promise<number> => {
    const known = estimates.get(bot);
    if (known && performance.now() - known.at < estimateMillis) return known.millis;
    const millis = await caseMillis(place.store, bot);
    estimates.set(bot, { at: performance.now(), millis });
    return millis;
  };
  return {
    estimate,
    async service(bot) {
      const names = (await place.bot(bot)).scenario.systems;
      const systems = place.settings.systems.filter((s) => names.includes(s.name));
      return serviceHold(systems, place.clock.now(), await estimate(bot));
    },
    async paused(lane, bot) {
      if (seen === null || performance.now() - seen.at > pauseMillis)
        seen = { at: performance.now(), pauses: await readPauses(place.store) };
      const pause = seen.pauses.find((p) => isPaused([p], lane, bot));
      return pause ? pauseHold(pause) : null;
    },
  };
}

/** A pause as a reason to wait: who, since when, why, and how it ends. */
export function pauseHold(pause: Pause): Hold {
  const { by, why } = pause;
  const at = shortMoment(new Date(pause.at));
  const reason = orderError.paused({
    what: pausedWhat(pause),
    by,
    at,
    why,
    resume: resumeCommand(pause),
  });
  return { reason, until: null };
}

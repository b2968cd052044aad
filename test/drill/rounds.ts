/** What all rounds of a drill share: how much of everything, the usual office, and a batch with planned misfortunes. */
import { type BattleEnd, fight } from "./battle.ts";
import type { DiePlan } from "./die-points.ts";
import { type Office, type OfficeWish, openOffice } from "./office.ts";

/** How much of everything in one round; all parts of `full` together are what the domain page asks for. */
export interface Amounts {
  readonly records: number;
  readonly kills: number;
  readonly pauses: number;
  readonly points: number;
  readonly lostReplies: number;
  readonly wipes: number;
  /** Records entered over a line that delays, cuts and swallows. */
  readonly badLine: number;
  /** Times that a disk, the right to write, open files or memory run out. */
  readonly shortages: number;
  /** Times that the clock is set. */
  readonly jumps: number;
  /** Records that are entered without any misfortune, the processes being measured. */
  readonly soak: number;
  /** Screens of the target that have changed, each met with a real browser. */
  readonly screens: number;
  /** Sheets read by the real OCR. */
  readonly pages: number;
}

export const quick: Amounts = {
  records: 200,
  kills: 20,
  pauses: 4,
  points: 10,
  lostReplies: 12,
  wipes: 2,
  badLine: 20,
  shortages: 4,
  jumps: 3,
  soak: 150,
  screens: 2,
  pages: 2,
};

/** What every run of the tests does (npm test): a minute or two, and all kinds of death. */
export const small: Amounts = {
  ...quick,
  records: 40,
  kills: 6,
  pauses: 2,
  points: 4,
  jumps: 2,
};

/** A full drill in parts, one per seed, that can be run one after another and added up. */
export const fullParts = 10;

/** One part: ten of them are 10,000 records, 290 kills, 100 pauses, 130 deaths at boundaries, 100 lost replies, 500 records over a bad line. */
export const full: Amounts = {
  records: 1_000,
  kills: 29,
  pauses: 10,
  points: 13,
  lostReplies: 10,
  wipes: 2,
  badLine: 50,
  shortages: 8,
  jumps: 6,
  soak: 1_000,
  screens: 8,
  pages: 6,
};

export interface Fault {
  readonly id: string;
  readonly what: string;
  readonly run: (amounts: Amounts, seed: number) => Promise<BattleEnd>;
}

/** Files, a good line, the machine's own clock, a target that behaves. */
export const usualWish: OfficeWish = {
  servers: false,
  bots: 3,
  faults: [],
  settleSeconds: 1,
  lineSeed: null,
  hosts: false,
  smallDisk: false,
  clock: null,
};

/** Seconds after which a silent bot counts as dead. */
export const lease = 2;

export const noPlan = (): DiePlan | null => null;

/** The work in an office that is closed afterwards, whatever happened. */
export async function inOffice<T>(
  wish: Partial<OfficeWish>,
  work: (office: Office) => Promise<T>,
): Promise<T> {
  const office = await openOffice({ ...usualWish, ...wish });
  try {
    return await work(office);
  } finally {
    await office.close();
  }
}

export const crewOf = (nextPlan: () => DiePlan | null, pauseSeconds = 0) => ({
  leaseSeconds: lease,
  pauseSeconds,
  nextPlan,
});

/** A batch during which the starting bots get these misfortunes, one after another. */
export function planned(
  plans: readonly (DiePlan | null)[],
  more: {
    readonly seed: number;
    readonly records: number;
    readonly faults: readonly string[];
    readonly pause?: number;
  },
): Promise<BattleEnd> {
  const left = [...plans];
  return inOffice({ faults: more.faults }, (office) =>
    fight(office, {
      records: more.records,
      seed: more.seed,
      crew: crewOf(() => left.shift() ?? null, more.pause),
    }),
  );
}

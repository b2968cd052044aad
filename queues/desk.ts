/** A desk (席): the finance accounts of a bot by lease and its browser; whoever enters or rehearses sits at one. */
import { setTimeout as idle } from "node:timers/promises";
import {
  type LookAheadPlayer,
  launchPlayer,
  type Player,
  type TargetSystem,
} from "../runner/index.ts";
import type { Lease } from "../store/index.ts";
import type { Bot } from "./bot.ts";
import { queueError } from "./messages.ja.ts";
import { secretName, type Workplace } from "./workplace.ts";

export interface DeskOptions {
  /** Unique name of this process, for example "enter-<uuid>". */
  readonly holder: string;
  readonly signal: AbortSignal;
  /** How long a dead worker's work waits for the next one. */
  readonly leaseSeconds: number;
  /** Browser window on the desktop. */
  readonly headed: boolean;
  /** Pause after each browser action, milliseconds. */
  readonly slowMillis: number;
  /** Another way to the target than our browser (drills, simulated targets). */
  readonly openPlayer?: (systems: readonly TargetSystem[]) => Promise<Player>;
}

/**
 * A desk holds the finance accounts of one bot (one lease each) and their browser, and changes all when another bot's case
 * comes. Leases are renewed and raised one after the other: a renewal that shows an outdated fence would lose its lease.
 */
export function createDesk(place: Workplace, options: DeskOptions) {
  let bot: Bot | null = null;
  let player: Player | null = null;
  const held = createHeldLeases();
  const dropPlayer = async (): Promise<void> => {
    const old = player;
    player = null;
    await old?.close();
  };
  const leave = async (): Promise<void> => {
    await dropPlayer();
    let left: readonly Lease[] = [];
    await held.inTurn((all) => {
      left = all;
      return Promise.resolve([]);
    });
    for (const lease of left) await place.store.releaseLease(lease);
  };
  /** The same accounts go on; another version of the bot has other words on its screens and gets a browser of its own. */
  const stays = async (next: Bot): Promise<boolean> => {
    if (bot?.name !== next.name || held.all().length === 0) return false;
    if (bot.version !== next.version) await dropPlayer();
    bot = next;
    return true;
  };
  const trySitDown = async (next: Bot): Promise<boolean> => {
    if (await stays(next)) return true;
    await leave();
    bot = next;
    await held.inTurn(() => askForAccounts(place, next, options));
    return held.all().length > 0;
  };
  return {
    dropPlayer,
    leave,
    /** Leaves while the ledger may be away: then the leases run out by themselves. */
    forsake: () => leave().catch(() => undefined),
    /** False when somebody else, perhaps on another machine, has one of the accounts now. */
    trySitDown,
    /** Waits for the accounts; QUE121 when one stays with somebody else for four lease times. */
    async sitDown(next: Bot): Promise<void> {
      const deadline = performance.now() + options.leaseSeconds * 4000;
      while (!(await trySitDown(next))) {
        if (options.signal.aborted || performance.now() >= deadline)
          throw queueError.accountBusy({ account: accountsOf(place, next).join("・") });
        await idle(busyMillis, undefined, { signal: options.signal }).catch(() => undefined);
      }
    },
    renew: (): Promise<void> =>
      held.inTurn(async (all) => {
        const renewed: Lease[] = [];
        for (const lease of all)
          renewed.push(await place.store.renewLease(lease, options.leaseSeconds));
        return renewed;
      }),
    /** The lease whose fence the journal is shown: the youngest. */
    lease(): Lease {
      const youngest = held.all().at(-1);
      if (!youngest)
        throw queueError.accountBusy({ account: bot?.scenario.systems.join("・") ?? "" });
      return youngest;
    },
    /** Further accounts, which must be held at the press as well. */
    otherLeases: (): readonly Lease[] => held.all().slice(0, -1),
    /** Whether our log-in ends everybody else's: no system of the bot bears several at once. */
    isSoleLogIn: (): boolean =>
      bot !== null && place.systemsOf(bot).every((s) => sessionsOf(place, s.name) === 1),
    /** For a case that somebody younger has had: from now on we are younger. */
    raiseFence: (): Promise<void> =>
      held.inTurn(async (all) => {
        const youngest = all.at(-1);
        return youngest ? [...all.slice(0, -1), await place.store.raiseFence(youngest)] : all;
      }),
    async player(): Promise<Player> {
      if (!bot) throw queueError.noBot({ word: "", near: null, known: [] });
      player ??= await openPlayer(place, bot, options);
      return player;
    },
  };
}

/** The leases of a desk, changed by one at a time. */
function createHeldLeases() {
  let leases: readonly Lease[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  return {
    all: (): readonly Lease[] => leases,
    inTurn(work: (all: readonly Lease[]) => Promise<readonly Lease[]>): Promise<void> {
      const next = turn.then(async () => {
        leases = await work(leases);
      });
      turn = next.catch(() => undefined);
      return next;
    },
  };
}

const busyMillis = 500;

/** "財務会計/robot01", one for each system of a bot, always in the same order. */
function accountsOf(place: Workplace, bot: Bot): readonly string[] {
  const names = place.systemsOf(bot).map((s) => secretName(s.name, userOf(place, s.name)));
  return names.length > 0 ? [...new Set(names)].sort() : [bot.name];
}

const userOf = (place: Workplace, system: string): string =>
  place.settings.systems.find((s) => s.name === system)?.user ?? "";

const sessionsOf = (place: Workplace, system: string): number =>
  place.settings.systems.find((s) => s.name === system)?.sessions ?? 1;

/** All accounts of the bot, or none: as many sessions of each as its system bears, whatever the number of machines. */
async function askForAccounts(
  place: Workplace,
  bot: Bot,
  options: DeskOptions,
): Promise<readonly Lease[]> {
  const leases: Lease[] = [];
  for (const account of accountsOf(place, bot)) {
    const lease = await askForSession(place, account, options);
    if (lease === null) {
      for (const taken of leases) await place.store.releaseLease(taken);
      return [];
    }
    leases.push(lease);
  }
  return leases;
}

async function askForSession(
  place: Workplace,
  account: string,
  options: DeskOptions,
): Promise<Lease | null> {
  const system = place.settings.systems.find((s) => secretName(s.name, s.user) === account);
  for (let session = 1; session <= (system?.sessions ?? 1); session += 1) {
    const key = session === 1 ? `account:${account}` : `account:${account}#${session}`;
    const lease = await place.store.acquireLease(key, options.holder, options.leaseSeconds);
    if (lease) return lease;
  }
  return null;
}

async function openPlayer(place: Workplace, bot: Bot, options: DeskOptions): Promise<Player> {
  if (options.openPlayer) return options.openPlayer(place.systemsOf(bot));
  return launchFor(place, bot, options);
}

/** A browser for this bot as settings and options say. */
export function launchFor(
  place: Workplace,
  bot: Bot,
  options: Pick<DeskOptions, "headed" | "slowMillis">,
): Promise<LookAheadPlayer> {
  return launchPlayer({
    systems: place.systemsOf(bot),
    dictionary: bot.dictionary,
    clock: place.clock,
    log: place.log,
    headed: options.headed,
    slowMillis: options.slowMillis,
    patienceSeconds: place.settings.patienceSeconds,
    ...(place.settings.browser === null ? {} : { browserPath: place.settings.browser }),
  });
}

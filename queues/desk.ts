/** A desk (席): one finance account by lease and its browser; whoever enters or rehearses sits at one. */
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

/** A desk holds one finance account (lease) and its browser, and changes both when another bot's case comes. */
export function createDesk(place: Workplace, options: DeskOptions) {
  let bot: Bot | null = null;
  let lease: Lease | null = null;
  let player: Player | null = null;
  const dropPlayer = async (): Promise<void> => {
    const old = player;
    player = null;
    await old?.close();
  };
  const leave = async (): Promise<void> => {
    await dropPlayer();
    const old = lease;
    lease = null;
    if (old) await place.store.releaseLease(old);
  };
  /** The same account goes on; another version of the bot has other words on its screens and gets a browser of its own. */
  const stays = async (next: Bot): Promise<boolean> => {
    if (bot?.name !== next.name || !lease) return false;
    if (bot.version !== next.version) await dropPlayer();
    bot = next;
    return true;
  };
  return {
    dropPlayer,
    leave,
    /** Leaves while the ledger may be away: then the lease runs out by itself. */
    forsake: () => leave().catch(() => undefined),
    /** Waits for the account; QUE121 when it stays with somebody else for four lease times. */
    async sitDown(next: Bot): Promise<void> {
      if (await stays(next)) return;
      await leave();
      bot = next;
      lease = await takeAccount(place, next, options);
    },
    /** False when somebody else, perhaps on another machine, has the account now. */
    async trySitDown(next: Bot): Promise<boolean> {
      if (await stays(next)) return true;
      await leave();
      bot = next;
      lease = await askForAccount(place, next, options);
      return lease !== null;
    },
    async renew(): Promise<void> {
      if (lease) lease = await place.store.renewLease(lease, options.leaseSeconds);
    },
    lease(): Lease {
      if (!lease) throw queueError.accountBusy({ account: bot?.scenario.systems.join("・") ?? "" });
      return lease;
    },
    async player(): Promise<Player> {
      if (!bot) throw queueError.noBot({ folder: "" });
      player ??= await openPlayer(place, bot, options);
      return player;
    },
  };
}

/** "財務会計/robot01", all accounts of a bot together. */
function accountOf(place: Workplace, bot: Bot): string {
  const names = place.systemsOf(bot).map((system) => {
    const user = place.settings.systems.find((s) => s.name === system.name)?.user ?? "";
    return secretName(system.name, user);
  });
  return names.join("+");
}

/** One login session per finance account, whatever the number of machines. */
function askForAccount(place: Workplace, bot: Bot, options: DeskOptions): Promise<Lease | null> {
  const key = `account:${accountOf(place, bot)}`;
  return place.store.acquireLease(key, options.holder, options.leaseSeconds);
}

async function takeAccount(place: Workplace, bot: Bot, options: DeskOptions): Promise<Lease> {
  const deadline = place.clock.now().getTime() + options.leaseSeconds * 4000;
  while (!options.signal.aborted && place.clock.now().getTime() < deadline) {
    const lease = await askForAccount(place, bot, options);
    if (lease) return lease;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw queueError.accountBusy({ account: accountOf(place, bot) });
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

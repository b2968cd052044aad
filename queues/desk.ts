/** A desk (席): one finance account by lease and its browser; whoever enters or rehearses sits at one. */
import { launchPlayer, type Player } from "../runner/index.ts";
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
  return {
    dropPlayer,
    leave,
    async sitDown(next: Bot): Promise<void> {
      if (bot?.name === next.name && lease) return;
      await leave();
      bot = next;
      lease = await takeAccount(place, next, options);
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

/** One login session per finance account, whatever the number of machines. */
async function takeAccount(place: Workplace, bot: Bot, options: DeskOptions): Promise<Lease> {
  const names = place.systemsOf(bot).map((system) => {
    const user = place.settings.systems.find((s) => s.name === system.name)?.user ?? "";
    return secretName(system.name, user);
  });
  const account = names.join("+");
  const deadline = place.clock.now().getTime() + options.leaseSeconds * 4000;
  while (!options.signal.aborted && place.clock.now().getTime() < deadline) {
    const lease = await place.store.acquireLease(
      `account:${account}`,
      options.holder,
      options.leaseSeconds,
    );
    if (lease) return lease;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw queueError.accountBusy({ account });
}

async function openPlayer(place: Workplace, bot: Bot, options: DeskOptions): Promise<Player> {
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

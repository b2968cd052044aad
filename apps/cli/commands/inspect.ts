/** `buka inspect`: lists what buka sees on a screen, by the names that a sentence would use. */
import {
  emptyDictionary,
  launchPlayer,
  type ScreenDictionary,
  type SeenScreen,
  type TargetSystem,
} from "../../../runner/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { inspectWords, menuOf } from "../inspect-words.ja.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { withPlace } from "../open-place.ts";
import { addressOnly, isAddress } from "../target-address.ts";
import { screenList, sentenceFor } from "../views/screen-list.ts";

export async function inspect(io: Io, call: Call): Promise<ExitCode> {
  const [where = "", ...menu] = call.words;
  const seen = isAddress(where)
    ? await lookAt(io, call, { systems: [addressOnly(where)], menu: [], logIn: false })
    : await lookInWorkplace(io, call, where, menu.flatMap(menuOf));
  if (io.json) {
    const screens = seen.map((s) => ({
      ...s,
      things: s.things.map((t) => ({ ...t, sentence: sentenceFor(t) })),
    }));
    io.out(JSON.stringify({ screens }));
    return exitCodes.ok;
  }
  const list = screenList(seen, hasSwitch(call, "all"));
  io.out(list === "" ? inspectWords.nothing : list);
  return exitCodes.ok;
}

async function lookInWorkplace(
  io: Io,
  call: Call,
  system: string,
  menu: readonly string[],
): Promise<readonly SeenScreen[]> {
  return withPlace(io, call, async (place) => {
    const bot = textOption(call, "bot");
    const dictionary = bot === undefined ? undefined : (await place.botMeant(bot)).dictionary;
    const systems = [place.systemNamed(system)];
    return lookAt(io, call, { systems, menu, logIn: true, dictionary });
  });
}

interface Wish {
  readonly systems: readonly TargetSystem[];
  readonly menu: readonly string[];
  readonly logIn: boolean;
  readonly dictionary?: ScreenDictionary | undefined;
}

async function lookAt(io: Io, call: Call, wish: Wish): Promise<readonly SeenScreen[]> {
  const player = await launchPlayer({
    systems: wish.systems,
    dictionary: wish.dictionary ?? emptyDictionary(),
    clock: io.clock,
    log: io.log,
    headed: hasSwitch(call, "headed"),
  });
  try {
    const system = wish.systems[0]?.name ?? "";
    return await player.inspect({ system, menu: wish.menu, logIn: wish.logIn });
  } finally {
    await player.close();
  }
}

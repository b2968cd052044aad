/** One page of a bench's own on this machine, and a player that may go nowhere else. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { silentLog, systemClock } from "../../../core/index.ts";
import { emptyDictionary, launchPlayer, type Player } from "../../../runner/index.ts";
import { parseScenario } from "../../../scenarios/index.ts";

export interface OnePage {
  readonly player: Player;
  close(): Promise<void>;
}

/** `name` is what sentences call the system that `answer` serves. `onStep` hears of every sentence played. */
export async function openOnePage(
  name: string,
  answer: RequestListener,
  onStep: () => void = () => undefined,
): Promise<OnePage> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const player = await launchPlayer({
    systems: [
      {
        name,
        url,
        allowedHosts: [new URL(url).host],
        credentials: async () => ({ user: "", password: "", section: null }),
      },
    ],
    dictionary: emptyDictionary(),
    clock: systemClock,
    log: { ...silentLog, info: (event) => void (event === "runner.step" && onStep()) },
  });
  const close = async (): Promise<void> => {
    await player.close();
    server.closeAllConnections();
    server.close();
  };
  return { player, close };
}

/** Throws when the text of a bench is no scenario. */
export function scenarioOf(text: string, file: string) {
  const parsed = parseScenario(text, file);
  if (!parsed.ok) throw new Error(parsed.problems.map((p) => p.message).join("\n"));
  return parsed.value;
}

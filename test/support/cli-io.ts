/** What a command of `buka` is given, with everything that it says kept in `out`. */
import type { Io } from "../../apps/cli/io.ts";
import { type Clock, silentLog } from "../../core/index.ts";
import { countedIds } from "./store-world.ts";

export function keptIo(folder: string, clock: Clock, out: string[]): Io {
  return {
    out: (text) => void out.push(text),
    err: () => undefined,
    progress: () => undefined,
    json: false,
    isTerminal: false,
    log: silentLog,
    clock,
    ids: countedIds(),
    folder,
    environment: {},
    signal: new AbortController().signal,
  };
}

/** `buka stop`: tells every worker, batch and schedule of this ledger, on any machine, to end after the case in its hands. */
import { setTimeout as idle } from "node:timers/promises";
import { orderStop, type Workplace } from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { cliError } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { stopWords } from "../stop-words.ja.ts";

/** A case in the browser takes a minute at most; three are enough for a slow one. */
const usualWaitSeconds = 180;
const greatestWaitSeconds = 3600;
const pollMillis = 500;

export async function stop(io: Io, call: Call): Promise<ExitCode> {
  const seconds = readWait(textOption(call, "wait"));
  return withPlace(io, call, async (place) => {
    await orderStop(place.store, io);
    if (!io.json) io.out(stopWords.ordered);
    const left = await waitForHands(io, place, seconds);
    if (io.json) io.out(JSON.stringify({ inHand: left }));
    else io.out(left === 0 ? stopWords.allStopped : stopWords.stillWorking(left));
    return left === 0 ? exitCodes.ok : exitCodes.target;
  });
}

/** Cases still in some worker's hands when the time is over. */
async function waitForHands(io: Io, place: Workplace, seconds: number): Promise<number> {
  const deadline = io.clock.now().getTime() + seconds * 1000;
  for (;;) {
    const [read, enter] = [await place.queue.counts("read"), await place.queue.counts("enter")];
    const left = read.active + enter.active;
    if (left === 0 || io.signal.aborted || io.clock.now().getTime() >= deadline) return left;
    await idle(pollMillis, undefined, { signal: io.signal }).catch(() => undefined);
  }
}

function readWait(written: string | undefined): number {
  const seconds = written === undefined ? usualWaitSeconds : Number(written.normalize("NFKC"));
  if (seconds >= 0 && seconds <= greatestWaitSeconds) return seconds;
  throw cliError.badWord({ word: written ?? "", allowed: `0-${greatestWaitSeconds}` });
}

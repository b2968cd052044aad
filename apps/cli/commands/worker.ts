/** `buka worker --lanes read,enter`: works until it is told to stop; `buka run` starts one for each lane, which ends with it. */
import type { BukaError } from "../../../core/index.ts";
import {
  keepQueueFilled,
  type Lane,
  obeyStopOrder,
  runEnterLane,
  runReadLane,
  type Workplace,
  watchStopOrder,
} from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { neededName } from "../name-of.ja.ts";
import { withPlace } from "../open-place.ts";
import { queueWords } from "../queue-words.ja.ts";
import { showError } from "../show-error.ts";
import { ofBatchVariable } from "../start-worker.ts";
import { stopWords } from "../stop-words.ja.ts";

/** Milliseconds between two actions that a person can follow. */
const slowMillis = 350;
const usualLeaseSeconds = 15;
const knownLanes = ["read", "enter"] as const;

export async function worker(io: Io, call: Call): Promise<ExitCode> {
  const lanes = readLanes(textOption(call, "lanes"));
  const stop = new AbortController();
  io.signal.addEventListener("abort", () => stop.abort(), { once: true });
  process.once("disconnect", () => stop.abort());
  const alone = io.environment[ofBatchVariable] === undefined;
  if (!alone && !process.connected) stop.abort();
  try {
    return await work(io, call, { lanes, stop, alone });
  } finally {
    // An open channel to the parent would keep a worker alive that has nothing left to do.
    if (process.connected) process.disconnect();
  }
}

function readLanes(written: string | undefined): readonly Lane[] {
  const words = (written ?? knownLanes.join(",")).split(/[,、，\s]+/u).filter((w) => w !== "");
  const named = words.map((word) => neededName<Lane>(word, queueWords.laneNames));
  if (named.length === 0) neededName("", queueWords.laneNames);
  return knownLanes.filter((lane) => named.includes(lane));
}

async function work(
  io: Io,
  call: Call,
  at: {
    readonly lanes: readonly Lane[];
    readonly stop: AbortController;
    readonly alone: boolean;
  },
): Promise<ExitCode> {
  const { lanes, stop, alone } = at;
  const halts = await withPlace(io, call, async (place) => {
    // A worker of a batch has its supervisor, which fills the queue, hears the order to stop, and reports for it.
    const ordered = alone ? await watchStopOrder(place.store) : null;
    if (alone) io.err(stopWords.working(lanes));
    const ends = await Promise.allSettled([
      ...lanes.map((lane) => workLane(io, call, { place, lane, stop })),
      ordered ? lookAfterItself(place, ordered, stop) : null,
    ]);
    if (alone) io.err(stopWords.stopped);
    return ends.map((end) => {
      if (end.status === "rejected") throw end.reason;
      return end.value;
    });
  });
  const halted = halts.find((h) => h !== null);
  if (!halted) return exitCodes.ok;
  const last = { code: halted.code, what: halted.message, next: halted.next };
  await new Promise((sent) => {
    if (process.connected) process.send?.(last, undefined, undefined, sent);
    else sent(null);
  });
  showError(io, halted);
  return exitCodes.halted;
}

async function lookAfterItself(
  place: Workplace,
  ordered: () => Promise<boolean>,
  stop: AbortController,
): Promise<null> {
  const filling = keepQueueFilled(place, stop.signal);
  const obeying = obeyStopOrder(ordered, stop);
  await Promise.all([filling, obeying]).finally(() => stop.abort());
  return null;
}

/** One lane that ends, for whatever reason, ends the others of its process after the case in their hands. */
async function workLane(
  io: Io,
  call: Call,
  at: { readonly place: Workplace; readonly lane: Lane; readonly stop: AbortController },
): Promise<BukaError | null> {
  const { place, lane, stop } = at;
  const options = {
    holder: `${lane}-${io.ids.next()}`,
    signal: stop.signal,
    leaseSeconds: Number(textOption(call, "lease") ?? usualLeaseSeconds),
    headed: hasSwitch(call, "headed"),
    slowMillis: hasSwitch(call, "slow") ? slowMillis : 0,
  };
  try {
    return await (lane === "read" ? runReadLane(place, options) : runEnterLane(place, options));
  } finally {
    stop.abort();
  }
}

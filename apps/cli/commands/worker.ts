/** `buka worker read|enter`: one worker process, started by `buka run`; ends when its parent is gone. */
import { runEnterLane, runReadLane } from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { cliError } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { showError } from "../show-error.ts";

/** Milliseconds between two actions that a person can follow. */
const slowMillis = 350;

export async function worker(io: Io, call: Call): Promise<ExitCode> {
  const [lane = ""] = call.words;
  if (lane !== "read" && lane !== "enter")
    throw cliError.badWord({ word: lane, allowed: "read, enter" });
  const stop = new AbortController();
  io.signal.addEventListener("abort", () => stop.abort(), { once: true });
  process.once("disconnect", () => stop.abort());
  try {
    return await work(io, call, lane, stop.signal);
  } finally {
    // An open channel to the parent would keep a worker alive that has nothing left to do.
    if (process.connected) process.disconnect();
  }
}

async function work(
  io: Io,
  call: Call,
  lane: "read" | "enter",
  signal: AbortSignal,
): Promise<ExitCode> {
  const halted = await withPlace(io, call, (place) => {
    const options = {
      holder: `${lane}-${io.ids.next()}`,
      signal,
      leaseSeconds: Number(textOption(call, "lease") ?? 15),
      headed: hasSwitch(call, "headed"),
      slowMillis: hasSwitch(call, "slow") ? slowMillis : 0,
    };
    return lane === "read" ? runReadLane(place, options) : runEnterLane(place, options);
  });
  if (!halted) return exitCodes.ok;
  const last = { code: halted.code, what: halted.message, next: halted.next };
  await new Promise((sent) => {
    if (process.connected) process.send?.(last, undefined, undefined, sent);
    else sent(null);
  });
  showError(io, halted);
  return exitCodes.halted;
}

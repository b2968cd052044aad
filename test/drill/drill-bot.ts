/** One bot of a drill as a process of its own: the real lanes, ledger and queue; the target through plain requests. */
import { isBukaError, randomIds, silentLog, systemClock } from "../../core/index.ts";
import { openWorkplace, runEnterLane, runReadLane } from "../../queues/index.ts";
import { createDiePoints, type DiePlan } from "./die-points.ts";
import { financePlayer } from "./finance-player.ts";

const [folder = "", lane = "enter", lease = "2", plan = "null"] = process.argv.slice(2);
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());

/** Lines to the crew: "up" when it can work, "said CODE" for what a clerk would be told. */
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

const points = createDiePoints(JSON.parse(plan) as DiePlan | null);

async function work(): Promise<void> {
  const place = await openWorkplace(folder, {
    clock: systemClock,
    ids: randomIds,
    log: silentLog,
    environment: process.env,
  });
  tell("up");
  const watched = { ...place, store: points.around(place.store) };
  const options = {
    holder: `${lane}-${randomIds.next()}`,
    signal: stop.signal,
    leaseSeconds: Number(lease),
    headed: false,
    slowMillis: 0,
    openPlayer: async (systems: Parameters<typeof financePlayer>[0]) =>
      financePlayer(systems, points),
  };
  try {
    const halted = await (lane === "read"
      ? runReadLane(watched, options)
      : runEnterLane(watched, options));
    if (halted) throw halted;
  } finally {
    await place.close().catch(() => undefined);
  }
}

await work().catch((error: unknown) => {
  tell(`said ${isBukaError(error) ? error.code : "unnamed"}`);
  if (!isBukaError(error)) process.stderr.write(`${String(error)}\n`);
  process.exitCode = 20;
});
process.exit();

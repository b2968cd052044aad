/** `buka schedule list|next|add|run`: the plan of batches, its next times, and the process that keeps it. */
import { setTimeout as idle } from "node:timers/promises";
import {
  addSchedule,
  type BatchOutcome,
  type BatchTime,
  nextRuns,
  readSchedules,
  runDue,
  type Schedule,
  type ScheduleEnd,
  scheduleEnds,
  scheduleError,
  type Workplace,
  watchStopOrder,
} from "../../../queues/index.ts";
import { receive, work } from "../batch.ts";
import { closeBooks } from "../close-books.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { cliError } from "../messages.ja.ts";
import { neededName, subVerbs } from "../name-of.ja.ts";
import { withPlace, workspaceFolder } from "../open-place.ts";
import { readReceivedOn } from "../received-on.ts";
import { controlLines } from "../reconcile-words.ja.ts";
import { moment, scheduleWords } from "../schedule-words.ja.ts";

const pollMillis = 15_000;
/** The order to stop is looked for more often than the plan. */
const looksPerPoll = 5;

export async function schedule(io: Io, call: Call): Promise<ExitCode> {
  const verb = neededName(call.words[0] ?? "", subVerbs.schedule);
  const folder = workspaceFolder(io, call);
  if (verb === "add") return add(io, call, folder);
  const schedules = await readSchedules(folder);
  if (verb === "list")
    return withPlace(io, call, async (place) =>
      list(io, schedules, await scheduleEnds(place.store)),
    );
  if (verb === "next") return next(io, call, schedules);
  return run(io, call, schedules);
}

async function add(io: Io, call: Call, folder: string): Promise<ExitCode> {
  const [, name = "", bot = "", ...when] = call.words;
  if (name === "" || bot === "" || when.length === 0)
    throw cliError.wordCount({ verb: "schedule", usage: scheduleWords.addUsage });
  const { name: botName } = await withPlace(io, call, (place) => place.botMeant(bot));
  const until = textOption(call, "until") ?? null;
  const shift = textOption(call, "closed") ?? null;
  await addSchedule(folder, { name, bot: botName, when: when.join(" "), until, shift });
  const added = (await readSchedules(folder)).filter((s) => s.name === name);
  return next(io, call, added);
}

function list(
  io: Io,
  schedules: readonly Schedule[],
  ends: ReadonlyMap<string, ScheduleEnd>,
): ExitCode {
  const now = io.clock.now();
  if (io.json)
    io.out(
      JSON.stringify({
        schedules: schedules.map((s) => ({
          name: s.name,
          bot: s.bot,
          when: s.written,
          next: nextRuns(s, now, 1)[0]?.toISOString() ?? null,
          last: ends.get(s.name) ?? null,
        })),
      }),
    );
  else if (schedules.length === 0) io.out(scheduleWords.none);
  else
    for (const s of schedules) {
      io.out(scheduleWords.line(s, nextRuns(s, now, 1)[0] ?? null));
      const end = ends.get(s.name);
      if (end) io.out(scheduleWords.last(end));
    }
  return exitCodes.ok;
}

function next(io: Io, call: Call, schedules: readonly Schedule[]): ExitCode {
  const [, name] = call.words;
  const chosen = schedules.filter((s) => name === undefined || s.name === name);
  if (name !== undefined && chosen.length === 0) throw scheduleError.noSchedule({ name });
  const count = Number(textOption(call, "count") ?? 5);
  const now = io.clock.now();
  const times = chosen
    .flatMap((s) => nextRuns(s, now, count).map((at) => ({ name: s.name, bot: s.bot, at })))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, count);
  if (io.json) io.out(JSON.stringify({ next: times }));
  else for (const t of times) io.out(`${moment(t.at)}  ${t.name}（${t.bot}）`);
  return exitCodes.ok;
}

/** Keeps the plan until it is stopped; --once looks once and ends. */
async function run(io: Io, call: Call, schedules: readonly Schedule[]): Promise<ExitCode> {
  const holder = `schedule-${io.ids.next()}`;
  if (schedules.length === 0) io.err(scheduleWords.none);
  return withPlace(io, call, async (place) => {
    const stopOrdered = await watchStopOrder(place.store);
    let stopped = false;
    do {
      for (const s of schedules) {
        const found = await runDue(place, s, holder, (time) => batch(io, call, place, s, time));
        if (found.kind !== "not-due") io.err(scheduleWords.found(s.name, found));
      }
      for (let n = 0; n < looksPerPoll && !stopped && !hasSwitch(call, "once"); n += 1) {
        await idle(pollMillis / looksPerPoll, undefined, { signal: io.signal }).catch(
          () => undefined,
        );
        stopped = io.signal.aborted || (await stopOrdered());
      }
    } while (!stopped && !hasSwitch(call, "once"));
    return exitCodes.ok;
  });
}

async function batch(
  io: Io,
  call: Call,
  place: Workplace,
  ...[s, time]: readonly [Schedule, BatchTime]
): Promise<BatchOutcome> {
  const bot = await place.bot(s.bot);
  const since = io.clock.now().toISOString();
  if (bot.form) {
    const tray = { folder: place.path("tray"), receivedOn: readReceivedOn(io, call) };
    await receive(io, place, bot, tray);
  }
  const end = await work(io, place, { bot: s.bot, headed: false, slow: false, time });
  const books = await closeBooks(io, place, bot, { since, end });
  for (const line of controlLines(books)) io.err(line);
  const error = end.errors[0];
  const reason = error ? { code: error.code, message: error.message, next: error.next } : null;
  return { reason, stopped: !end.idle && end.halted.length === 0 && end.held === null };
}

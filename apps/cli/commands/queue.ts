/** `buka queue`: what waits and why; pause and resume; put a case first, take it back. */
import { type Case, isBukaError } from "../../../core/index.ts";
import {
  cancelCase,
  fetchBack,
  findCase,
  type Lane,
  type LaneCounts,
  type Line,
  laneStates,
  linesOf,
  listBots,
  orderCase,
  type Pause,
  type PauseScope,
  pausedWhat,
  uncancelCase,
  type Workplace,
  waitingReasons,
} from "../../../queues/index.ts";
import { type ExitCode, exitCodeOf, exitCodes } from "../exit-codes.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { cliError } from "../messages.ja.ts";
import { neededName } from "../name-of.ja.ts";
import { withPlace } from "../open-place.ts";
import { queueWords as words } from "../queue-words.ja.ts";
import { showError } from "../show-error.ts";
import { table } from "../show-summary.ts";

const knownLanes: readonly Lane[] = ["read", "enter"];
const priorities = { first: 5, normal: 0, last: -5 } as const;
/** Names that are shown; the rest is counted. */
const mostShown = 10;
/** Cases of each lane that are shown; the rest is counted. */
const mostInLine = 20;
const mostInJson = 1_000;
/** A pause stands above the table in words of its own. */
const pausedCode = "QUE212";
/** So long a person looks at the screen before the case in hand is left to itself. */
const usualWaitSeconds = 0;
const longestWhy = 100;

type Order = keyof typeof priorities;
type QueueVerb = Order | "pause" | "resume" | "cancel" | "back";

export async function queue(io: Io, call: Call): Promise<ExitCode> {
  const [written = "", ...rest] = call.words;
  if (written === "") return withPlace(io, call, (place) => show(io, place));
  const verb = neededName<QueueVerb>(written, words.verbs);
  if (verb === "pause") {
    const order = { scope: scopeOf(call, rest), wait: readWait(textOption(call, "wait")) };
    return withPlace(io, call, async (place) => {
      const scope = await ofBot(place, order.scope);
      return pause(io, call, place, { ...order, scope });
    });
  }
  if (verb === "resume") {
    const scope = scopeOf(call, rest);
    return withPlace(io, call, async (place) => resume(io, place, await ofBot(place, scope)));
  }
  if (rest.length === 0) throw cliError.wordCount({ verb: "queue", usage: words.needsCase });
  return withPlace(io, call, (place) => eachCase(io, call, place, verb, rest));
}

async function show(io: Io, place: Workplace): Promise<ExitCode> {
  const lanes = { read: await countsOf(place, "read"), enter: await countsOf(place, "enter") };
  const pauses = await place.queue.pauses();
  const [first, last] = await ordered(place);
  const waiting = await reasons(place);
  const lines = await linesOf(place, io.json ? mostInJson : mostInLine);
  if (io.json) {
    io.out(JSON.stringify({ lanes, pauses, first, last, waiting, lines }));
    return exitCodes.ok;
  }
  const rows = knownLanes.map((lane) => {
    const { waiting: waits, active, delayed } = lanes[lane];
    return [words.lanes[lane], String(waits), String(active), String(delayed)];
  });
  io.out(table([words.head, ...rows]));
  if (pauses.length === 0) io.out(words.running);
  for (const p of pauses) io.out(words.paused(p));
  if (first.length > 0) io.out(words.first(shortened(first)));
  if (last.length > 0) io.out(words.last(shortened(last)));
  const isNew = (code: string): boolean => pauses.length === 0 || code !== pausedCode;
  for (const { bot, ...reason } of waiting)
    if (isNew(reason.code)) io.out(words.waits(bot, reason));
  for (const line of lines) showLine(io, line, new Set(waiting.map((r) => r.code)));
  return exitCodes.ok;
}

/** Reasons stand in the table as codes; each is told once, unless it stands above already. */
function showLine(io: Io, line: Line, told: ReadonlySet<string>): void {
  if (line.cases.length === 0) return;
  io.out(words.lineOf(words.lanes[line.lane]));
  io.out(table([words.lineHead, ...line.cases.map(words.line)]));
  const more = line.total - line.cases.length;
  if (more > 0) io.out(words.more(more));
  const held = new Map(line.cases.flatMap(({ held: r }) => (r === null ? [] : [[r.code, r]])));
  for (const reason of held.values())
    if (!told.has(reason.code) && reason.code !== pausedCode) io.out(words.held(reason));
}

/** What waits is counted in the ledger: the line itself is filled only while somebody works. */
async function countsOf(place: Workplace, lane: Lane): Promise<LaneCounts> {
  const { active, delayed } = await place.queue.counts(lane);
  const states = await place.store.countByState(null);
  const open = laneStates[lane].reduce((sum, state) => sum + states[state], 0);
  return { waiting: Math.max(0, open - active - delayed), active, delayed };
}

/** Receipt numbers of the cases that a person has put first, and of those put last. */
async function ordered(place: Workplace): Promise<readonly [string[], string[]]> {
  const [first, last]: [string[], string[]] = [[], []];
  for (const [id, priority] of await place.store.priorities()) {
    const found = await place.store.getCase(id);
    if (found) (priority > 0 ? first : last).push(found.receiptNumber);
  }
  return [first.sort(), last.sort()];
}

const shortened = (names: readonly string[]): readonly string[] =>
  names.length <= mostShown
    ? names
    : [...names.slice(0, mostShown), words.more(names.length - mostShown)];

async function reasons(place: Workplace) {
  const found = [];
  for (const bot of await listBots(place.path("bots")))
    for (const reason of await waitingReasons(place, bot)) found.push({ bot, ...reason });
  return found;
}

function scopeOf(call: Call, rest: readonly string[]): PauseScope {
  if (rest.length > 1) throw cliError.wordCount({ verb: "queue", usage: words.needsScope });
  const written = textOption(call, "lanes");
  const lane = written === undefined ? null : neededName<Lane>(written, words.laneNames);
  return { lane, bot: rest[0] ?? null };
}

/** With the name of the bot, whichever way it was written. */
async function ofBot(place: Workplace, scope: PauseScope): Promise<PauseScope> {
  return scope.bot === null ? scope : { ...scope, bot: (await place.botMeant(scope.bot)).name };
}

async function pause(
  io: Io,
  call: Call,
  place: Workplace,
  { scope, wait }: { readonly scope: PauseScope; readonly wait: number },
): Promise<ExitCode> {
  await place.queue.pause(scope, { by: place.settings.person, why: whyOf(call) });
  const made = (await place.queue.pauses()).find(
    (p) => p.lane === scope.lane && p.bot === scope.bot,
  );
  if (!io.json && made) io.out(words.pausedNow(made));
  let inHand = 0;
  for (const lane of scope.lane === null ? knownLanes : [scope.lane])
    inHand += await place.queue.drain(lane, wait);
  if (io.json) io.out(JSON.stringify({ paused: made, inHand }));
  else io.out(inHand === 0 ? words.handsEmpty : words.inHand(inHand));
  return exitCodes.ok;
}

const whyOf = (call: Call): string =>
  (textOption(call, "why") ?? "").replace(/\s+/gu, " ").trim().slice(0, longestWhy);

function readWait(written: string | undefined): number {
  const seconds = written === undefined ? usualWaitSeconds : Number(written.normalize("NFKC"));
  if (seconds >= 0 && seconds <= 3600) return seconds;
  throw cliError.badWord({ word: written ?? "", allowed: words.waitSeconds });
}

async function resume(io: Io, place: Workplace, scope: PauseScope): Promise<ExitCode> {
  const was = await place.queue.resume(scope);
  if (was) await fetchBack(place, scope.bot);
  const left: readonly Pause[] = await place.queue.pauses();
  if (io.json) {
    io.out(JSON.stringify({ resumed: was, pauses: left }));
    return exitCodes.ok;
  }
  io.out(was ? words.resumed(pausedWhat(scope)) : words.notPaused(pausedWhat(scope)));
  if (left.length > 0) io.out(words.othersPaused);
  for (const p of left) io.out(words.paused(p));
  return exitCodes.ok;
}

/** One bad number does not keep the others from being dealt with; the exit code tells. */
async function eachCase(
  io: Io,
  call: Call,
  place: Workplace,
  ...[verb, names]: readonly [Order | "cancel" | "back", readonly string[]]
): Promise<ExitCode> {
  const actor = { kind: "person" as const, name: place.settings.person };
  const one = async (found: Case): Promise<string> => {
    const receipt = found.receiptNumber;
    if (verb === "cancel") {
      await cancelCase(place, found.id, { why: whyOf(call), actor });
      return words.cancelled(receipt);
    }
    if (verb === "back") {
      await uncancelCase(place, found.id, actor);
      return words.back(receipt, found.bot);
    }
    await orderCase(place, found.id, priorities[verb], actor);
    return words.order[verb](receipt);
  };
  let exit: ExitCode = exitCodes.ok;
  const results: { name: string; ok: boolean; code: string | null; message: string }[] = [];
  const dealtWith = new Set<string>();
  for (const name of names) {
    try {
      const found = await findCase(place, name);
      // The same number twice, perhaps written in another way.
      if (dealtWith.has(found.id)) continue;
      dealtWith.add(found.id);
      const message = await one(found);
      results.push({ name, ok: true, code: null, message });
      if (!io.json) io.out(message);
    } catch (error) {
      if (!isBukaError(error) || error.kind === "environment") throw error;
      results.push({ name, ok: false, code: error.code, message: error.message });
      if (!io.json) showError(io, error);
      exit = exitCodeOf(error.kind);
    }
  }
  if (io.json) io.out(JSON.stringify({ cases: results }));
  return exit;
}

/** `buka preflight` (朝の点検): walks the screens of a bot without writing, and says what has moved since the last good walk. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Bot, Workplace } from "../../../queues/index.ts";
import { launchPlayer, type PreflightOutcome } from "../../../runner/index.ts";
import {
  type ComparedFinding,
  comparePreflight,
  memoryOf,
  remember,
} from "../compare-preflight.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io } from "../io.ts";
import { madeAt } from "../japan-time.ts";
import { cliError } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { preflightWords } from "../preflight-words.ja.ts";
import { preflightHtml } from "../views/preflight-html.ts";

/** One walk, compared with the last good one. */
interface Walk {
  readonly outcome: PreflightOutcome;
  readonly findings: readonly ComparedFinding[];
  readonly page: string;
}

export async function preflight(io: Io, call: Call): Promise<ExitCode> {
  return withPlace(io, call, async (place) => {
    const bot = await place.botMeant(call.words[0] ?? "");
    const outcome = await look(io, call, place, bot);
    const memory = join(place.path("reports"), `${bot.name}-preflight.json`);
    const findings = comparePreflight(outcome.findings, await memoryOf(memory));
    const good = outcome.kind === "walked" && findings.every((f) => f.verdict === "found");
    if (good) await remember(memory, findings);
    const page = memory.replace(/\.json$/u, ".html");
    await writePage(io, bot, { outcome, findings, page });
    show(io, { outcome, findings, page });
    return good ? exitCodes.ok : exitCodes.target;
  });
}

async function look(io: Io, call: Call, place: Workplace, bot: Bot): Promise<PreflightOutcome> {
  const player = await launchPlayer({
    systems: place.systemsOf(bot),
    dictionary: bot.dictionary,
    clock: io.clock,
    log: io.log,
    headed: hasSwitch(call, "headed"),
    patienceSeconds: place.settings.patienceSeconds,
    ...(place.settings.browser === null ? {} : { browserPath: place.settings.browser }),
  });
  return player.preflight({ scenario: bot.scenario }).finally(() => player.close());
}

const stopOf = ({ outcome }: Walk): { code: string; message: string; next: string } | null => {
  if (outcome.kind !== "stopped") return null;
  const { code, message, next } = outcome.error;
  return { code, message, next };
};

async function writePage(io: Io, bot: Bot, walk: Walk): Promise<void> {
  const { title, owner } = bot.scenario;
  const document = preflightHtml({
    title,
    owner,
    madeAt: madeAt(io.clock.now()),
    findings: walk.findings,
    unseen: walk.outcome.unseen,
    stopped: stopOf(walk),
  });
  await mkdir(dirname(walk.page), { recursive: true });
  await writeFile(walk.page, document, { mode: 0o600 }).catch((cause: unknown) => {
    throw cliError.noWritePlace({ file: walk.page }, { cause });
  });
}

function show(io: Io, walk: Walk): void {
  const { outcome, findings, page } = walk;
  const stopped = stopOf(walk);
  if (io.json) {
    io.out(JSON.stringify({ findings, unseen: outcome.unseen, stopped, page }));
    return;
  }
  for (const f of findings) {
    const advice = preflightWords.advice(f);
    if (advice !== null) io.out(preflightWords.finding(f, advice));
  }
  if (stopped) io.out(preflightWords.stopped(stopped.message, stopped.next));
  io.out(preflightWords.head(findings, stopped !== null).text);
  io.out(preflightWords.sum(findings.length, outcome.unseen));
  io.out(preflightWords.page(page));
}

/** `buka preflight` (朝の点検): walks the screens of a bot without writing, and says what has moved since the last good walk. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
  launchPlayer,
  type PreflightFinding,
  type PreflightOutcome,
} from "../../../runner/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io } from "../io.ts";
import { withPlace } from "../open-place.ts";
import { preflightWords } from "../preflight-words.ja.ts";

const memorySchema = z.record(z.string(), z.string());
type Memory = z.infer<typeof memorySchema>;

/** A finding and how it was found at the last good walk; null when it is new. */
interface Compared extends PreflightFinding {
  readonly before: string | null;
  readonly moved: boolean;
}

export async function preflight(io: Io, call: Call): Promise<ExitCode> {
  return withPlace(io, call, async (place) => {
    const bot = await place.bot(call.words[0] ?? "");
    const player = await launchPlayer({
      systems: place.systemsOf(bot),
      dictionary: bot.dictionary,
      clock: io.clock,
      log: io.log,
      headed: hasSwitch(call, "headed"),
      patienceSeconds: place.settings.patienceSeconds,
      ...(place.settings.browser === null ? {} : { browserPath: place.settings.browser }),
    });
    const outcome = await player
      .preflight({ scenario: bot.scenario })
      .finally(() => player.close());
    const file = join(place.path("reports"), `${bot.name}-preflight.json`);
    const compared = compare(outcome.findings, await memoryOf(file));
    const good = outcome.kind === "walked" && compared.every((f) => f.verdict === "found");
    if (good) await remember(file, compared);
    show(io, outcome, compared);
    return good ? exitCodes.ok : exitCodes.target;
  });
}

const keyOf = (f: PreflightFinding): string => `${f.sentence}\n${f.caption}`;

function compare(findings: readonly PreflightFinding[], memory: Memory): readonly Compared[] {
  return findings.map((f) => {
    const before = memory[keyOf(f)] ?? null;
    return { ...f, before, moved: before !== null && before !== f.foundBy };
  });
}

/** Nothing is known before the first good walk. */
async function memoryOf(file: string): Promise<Memory> {
  try {
    return memorySchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return {};
  }
}

async function remember(file: string, findings: readonly Compared[]): Promise<void> {
  const memory = Object.fromEntries(findings.map((f) => [keyOf(f), f.foundBy ?? ""] as const));
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(file, JSON.stringify(memory, null, 1), { mode: 0o600 });
}

function show(io: Io, outcome: PreflightOutcome, findings: readonly Compared[]): void {
  const error = outcome.kind === "stopped" ? outcome.error : null;
  if (io.json) {
    const stopped = error && { code: error.code, message: error.message, next: error.next };
    io.out(JSON.stringify({ findings, unseen: outcome.unseen, stopped }));
    return;
  }
  for (const f of findings) {
    if (f.verdict !== "found" || f.moved) io.out(preflightWords.finding(f));
  }
  if (error) io.out(preflightWords.stopped(error.message, error.next));
  io.out(preflightWords.sum(findings.length, outcome.unseen));
}

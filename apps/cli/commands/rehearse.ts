/** `buka rehearse`: types into the real screens, shows planned against screen, stops before 登録する, writes a record. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import {
  type Bot,
  casesOfTable,
  type RehearsalCase,
  type RehearsedCase,
  rehearse as rehearseCases,
  type Workplace,
  waitingCases,
} from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { japanTime, madeAt } from "../japan-time.ts";
import { cliError } from "../messages.ja.ts";
import { withPlace } from "../open-place.ts";
import { picturesFile, picturesOfSteps } from "../rehearsal-pictures.ts";
import { endOf, rehearsalWords, wentAsPlanned } from "../rehearsal-words.ja.ts";
import { rehearsalHtml } from "../views/rehearsal-html.ts";

/** Milliseconds between two actions that a person can follow. */
const slowMillis = 350;
const leaseSeconds = 30;
const usualMost = 3;

export async function rehearse(io: Io, call: Call): Promise<ExitCode> {
  return withPlace(io, call, async (place) => {
    const bot = await place.botMeant(call.words[0] ?? "");
    place.systemsOf(bot);
    const cases = await casesFor(io, call, place, bot);
    if (cases.length === 0) {
      io.out(io.json ? JSON.stringify({ cases: [], record: null }) : rehearsalWords.nothing);
      return exitCodes.ok;
    }
    const record = await openRecord(io, call, place, bot);
    const done = await play(io, call, { place, bot, cases, record });
    const file = await record.close(done);
    show(io, done, file);
    return done.every((c) => wentAsPlanned(c.outcome)) ? exitCodes.ok : exitCodes.target;
  });
}

async function casesFor(
  io: Io,
  call: Call,
  place: Workplace,
  bot: Bot,
): Promise<readonly RehearsalCase[]> {
  const most = readMost(call);
  const data = textOption(call, "data");
  if (data === undefined) return waitingCases(place, bot, most);
  return casesOfTable(place, bot, { file: resolve(io.folder, data), most });
}

function readMost(call: Call): number {
  const written = textOption(call, "most");
  if (written === undefined) return usualMost;
  const most = Number(written.normalize("NFKC"));
  if (!Number.isInteger(most) || most < 1 || most > 1000)
    throw cliError.badWord({ word: written, allowed: "1〜1000" });
  return most;
}

interface RehearsalRecord {
  readonly evidenceOf: (name: string) => {
    picture(purpose: string, png: Uint8Array): Promise<void>;
  };
  close(done: readonly RehearsedCase[]): Promise<string>;
}

/** Pictures and page of one rehearsal in a folder of its own, readable by its owner only. */
async function openRecord(
  io: Io,
  call: Call,
  place: Workplace,
  bot: Bot,
): Promise<RehearsalRecord> {
  const stamp = japanTime(io.clock.now()).replace(/[-:]/g, "").replace("T", "-");
  const out = textOption(call, "out");
  const folder =
    out === undefined
      ? join(place.path("reports"), `${bot.name}-rehearsal-${stamp}`)
      : resolve(io.folder, out);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw cliError.noWritePlace({ file: folder }, { cause });
  });
  const pictures = new Map<string, string>();
  const nameOf = (caseName: string, purpose: string): string => `${caseName}/${purpose}`;
  return {
    evidenceOf: (caseName) => ({
      async picture(purpose, png) {
        const file = `${pictures.size + 1}.png`;
        await writeFile(join(folder, file), png, { mode: 0o600 });
        pictures.set(nameOf(caseName, purpose), file);
      },
    }),
    async close(done) {
      const page = join(folder, "index.html");
      const document = rehearsalHtml(done, {
        title: bot.scenario.title,
        owner: bot.scenario.owner,
        madeAt: madeAt(io.clock.now()),
        picture: (caseName, purpose) => pictures.get(nameOf(caseName, purpose)) ?? null,
      });
      await writeFile(page, document, { mode: 0o600 });
      const shown = picturesOfSteps(done, (name, purpose) => pictures.get(nameOf(name, purpose)));
      await writeFile(join(folder, picturesFile), JSON.stringify(shown), { mode: 0o600 });
      return page;
    },
  };
}

interface Session {
  readonly place: Workplace;
  readonly bot: Bot;
  readonly cases: readonly RehearsalCase[];
  readonly record: RehearsalRecord;
}

async function play(io: Io, call: Call, session: Session): Promise<readonly RehearsedCase[]> {
  const { place, bot, cases, record } = session;
  const asking = hasSwitch(call, "step") ? createInterface({ input: process.stdin }) : null;
  const lines = asking?.[Symbol.asyncIterator]();
  try {
    return await rehearseCases(place, bot, cases, {
      holder: `rehearse-${io.ids.next()}`,
      signal: io.signal,
      leaseSeconds,
      headed: hasSwitch(call, "headed"),
      slowMillis: hasSwitch(call, "slow") ? slowMillis : 0,
      evidenceOf: record.evidenceOf,
      ...(lines
        ? {
            async beforeStep(step) {
              io.err(rehearsalWords.next(step.number, step.sentence));
              const { value, done } = await lines.next();
              return done !== true && value.normalize("NFKC").trim().toLowerCase() !== "q";
            },
          }
        : {}),
    });
  } finally {
    asking?.close();
  }
}

function show(io: Io, done: readonly RehearsedCase[], file: string): void {
  const good = done.filter((c) => wentAsPlanned(c.outcome)).length;
  if (io.json) {
    const cases = done.map(({ name, findings, outcome }) => ({
      name,
      asPlanned: wentAsPlanned(outcome),
      end: outcome.kind,
      message: endOf(outcome),
      findings,
      fields: outcome.fields,
      steps: outcome.steps,
    }));
    io.out(JSON.stringify({ cases, record: file }));
    return;
  }
  for (const c of done) io.out(rehearsalWords.line(c.name, endOf(c.outcome)));
  io.out(rehearsalWords.total(good, done.length));
  io.out(rehearsalWords.record(file));
}

#!/usr/bin/env node
/** Starts `buka`: finds the verb, runs it, and is the one place that turns errors into sentences and exit codes. */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import {
  type BukaError,
  isBukaError,
  nearestWord,
  randomIds,
  systemClock,
} from "../../core/index.ts";
import { type ExitCode, exitCodeOf, exitCodes } from "./exit-codes.ts";
import { generalHelp, verbHelp } from "./help.ts";
import type { Call, Io } from "./io.ts";
import { createLog } from "./logger.ts";
import { cliError } from "./messages.ja.ts";
import { showError } from "./show-error.ts";
import { commonOptions, findVerb, type Verb, verbs } from "./verb-table.ja.ts";

const args = process.argv.slice(2);
const json = args.includes("--json");
const verbose = args.includes("--verbose");

function createIo(signal: AbortSignal): Io {
  const isTerminal = process.stderr.isTTY === true;
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    progress(text, final) {
      if (isTerminal) process.stderr.write(`\r\u001b[2K${text}${final ? "\n" : ""}`);
      else if (final) process.stderr.write(`${text}\n`);
    },
    json,
    isTerminal,
    log: createLog(process.env["BUKA_LOG"] ?? (json || verbose ? "info" : "error")),
    clock: systemClock,
    ids: randomIds,
    folder: process.cwd(),
    environment: process.env,
    signal,
  };
}

function parseCall(verb: Verb, rest: readonly string[]): Call {
  const table = { ...verb.options, ...commonOptions };
  const options = Object.fromEntries(
    Object.entries(table).map(([name, o]) => [
      name,
      o.short === undefined ? { type: o.type } : { type: o.type, short: o.short },
    ]),
  );
  try {
    const parsed = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
    return { words: parsed.positionals, options: parsed.values };
  } catch (cause) {
    const unknown = rest.find(
      (word) =>
        /^--?[^-]/.test(word) && !Object.hasOwn(table, word.replace(/^--?/, "").replace(/=.*/, "")),
    );
    throw cliError.badOption({ verb: verb.name, option: unknown ?? rest.join(" ") }, { cause });
  }
}

async function run(io: Io): Promise<ExitCode> {
  const [word, ...rest] = args;
  if (word === undefined || word === "--help" || word === "-h" || word === "help") {
    io.out(generalHelp());
    return word === undefined ? exitCodes.usage : exitCodes.ok;
  }
  const verb = findVerb(word);
  if (!verb)
    throw cliError.unknownVerb({
      word,
      nearest: nearestWord(
        word,
        verbs.map((v) => v.name),
      ),
    });
  const call = parseCall(verb, rest);
  if (call.options["help"] === true) {
    io.out(verbHelp(verb));
    return exitCodes.ok;
  }
  if (call.words.length < verb.leastWords || call.words.length > verb.mostWords) {
    throw cliError.wordCount({ verb: verb.name, usage: verb.usage });
  }
  const command = await verb.load();
  return command(io, call);
}

/** An error nobody foresaw: a number for the person, the stack for the log, never the other way round. */
function unforeseen(io: Io, error: unknown): BukaError {
  const incident = randomUUID().slice(0, 8);
  io.log.error("unforeseen", {
    incident,
    stack: error instanceof Error ? (error.stack ?? "") : String(error),
  });
  return cliError.unforeseen({ incident }, { cause: error });
}

const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort());
process.stdout.on("error", () => stop.abort());
const io = createIo(stop.signal);
try {
  process.exitCode = await run(io);
} catch (error) {
  const shown = isBukaError(error) ? error : unforeseen(io, error);
  showError(io, shown);
  process.exitCode = exitCodeOf(shown.kind);
}

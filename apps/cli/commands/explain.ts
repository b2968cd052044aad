/** `buka explain`: the scenario of a bot as a procedure (手順書), Markdown or one HTML file, with the last rehearsal's pictures. */
import { readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import { type Bot, settingsPlace } from "../../../queues/index.ts";
import { explainScenario } from "../../../scenarios/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findBot } from "../find-bot.ts";
import { manualWords } from "../flow-words.ja.ts";
import { type Call, hasSwitch, type Io, textOption } from "../io.ts";
import { madeAt } from "../japan-time.ts";
import { cliError } from "../messages.ja.ts";
import { workspaceFolder } from "../open-place.ts";
import { lastRehearsal } from "../rehearsal-pictures.ts";
import { manualHtml } from "../views/manual-html.ts";

type Rehearsal = Awaited<ReturnType<typeof lastRehearsal>>;

export async function explain(io: Io, call: Call): Promise<ExitCode> {
  const bot = await findBot(io, call, call.words[0] ?? "");
  const out = textOption(call, "out");
  const file = out === undefined ? null : resolve(io.folder, out);
  const rehearsal = await lastRehearsal(await reportsOf(io, call), bot.name);
  const asPage = hasSwitch(call, "html") || /^\.html?$/iu.test(extname(file ?? ""));
  const document = asPage ? await page(io, bot, rehearsal) : markdown(bot, rehearsal, file);
  if (file !== null) await keep(file, document);
  if (io.json) {
    const markdownText = asPage ? explainScenario(bot.scenario) : document;
    io.out(JSON.stringify({ bot: bot.name, scenario: bot.scenario, markdown: markdownText, file }));
  } else io.out(file ?? document);
  return exitCodes.ok;
}

/** Pictures hold values of the rehearsed case: for the owner only. */
async function keep(file: string, document: string): Promise<void> {
  await writeFile(file, document, { mode: 0o600 }).catch((cause: unknown) => {
    throw cliError.noWritePlace({ file }, { cause });
  });
}

async function reportsOf(io: Io, call: Call): Promise<string> {
  const folder = workspaceFolder(io, call);
  return settingsPlace(folder, "reports", io);
}

async function page(io: Io, bot: Bot, rehearsal: Rehearsal): Promise<string> {
  const pictures = new Map<number, string>();
  for (const { line, file } of rehearsal?.pictures ?? []) {
    const png = await readFile(join(rehearsal?.folder ?? "", file)).catch(() => null);
    if (png) pictures.set(line, png.toString("base64"));
  }
  return manualHtml(bot, { madeAt: madeAt(io.clock.now()), pictures });
}

/** Markdown names the pictures by their place, seen from the file; without a file there is no such place. */
function markdown(bot: Bot, rehearsal: Rehearsal, file: string | null): string {
  const text = explainScenario(bot.scenario);
  if (rehearsal === null || file === null) return text;
  const from = dirname(file);
  const shown = rehearsal.pictures.map(({ sentence, file: picture }) => {
    const path = relative(from, join(rehearsal.folder, picture)).split(sep).map(encodeURIComponent);
    return `![${sentence.replace(/[[\]\\`]/gu, "\\$&")}](${path.join("/")})\n`;
  });
  return [text, `## ${manualWords.pictures}\n`, ...shown].join("\n");
}

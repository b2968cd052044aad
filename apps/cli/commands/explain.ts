/** `buka explain`: the scenario of a bot as a procedure (手順書) in Markdown. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { explainScenario } from "../../../scenarios/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { findBot } from "../find-bot.ts";
import { type Call, type Io, textOption } from "../io.ts";

export async function explain(io: Io, call: Call): Promise<ExitCode> {
  const bot = await findBot(io, call, call.words[0] ?? "");
  const markdown = explainScenario(bot.scenario);
  const out = textOption(call, "out");
  if (out !== undefined) await writeFile(resolve(io.folder, out), markdown);
  if (io.json) io.out(JSON.stringify({ bot: bot.name, scenario: bot.scenario, markdown }));
  else io.out(out === undefined ? markdown : out);
  return exitCodes.ok;
}

/** `buka schema`: the JSON Schema of scenario.yaml, for completion and hints in an editor. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { scenarioSchema } from "../../../scenarios/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Call, type Io, textOption } from "../io.ts";
import { cliError } from "../messages.ja.ts";

export async function schema(io: Io, call: Call): Promise<ExitCode> {
  const text = `${JSON.stringify(scenarioSchema(), null, 2)}\n`;
  const out = textOption(call, "out");
  if (out === undefined) io.out(text.trimEnd());
  else {
    await writeFile(resolve(io.folder, out), text).catch((cause: unknown) => {
      throw cliError.noWritePlace({ file: out }, { cause });
    });
    io.out(io.json ? JSON.stringify({ file: out }) : out);
  }
  return exitCodes.ok;
}

/** `buka secret`: puts the password of a finance account into the vault without showing it. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { openWorkplaceVault } from "../../../queues/index.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { Call, Io } from "../io.ts";
import { cliError, secretWords } from "../messages.ja.ts";
import { neededName, subVerbs } from "../name-of.ja.ts";
import { workspaceFolder } from "../open-place.ts";

export async function secret(io: Io, call: Call): Promise<ExitCode> {
  const [written = "", name = ""] = call.words;
  const verb = neededName(written, subVerbs.secret);
  if (verb !== "list" && name === "")
    throw cliError.wordCount({ verb: "secret", usage: secretWords.usage });
  const { clock, ids, log, environment } = io;
  const folder = workspaceFolder(io, call);
  const vault = await openWorkplaceVault(folder, { clock, ids, log, environment });
  if (verb === "set") await vault.setSecret(name, await askSecret(io, name));
  if (verb === "delete") await vault.deleteSecret(name);
  const names = await vault.listSecrets();
  if (io.json) io.out(JSON.stringify({ names }));
  else io.out(names.length === 0 ? secretWords.none : names.join("\n"));
  return exitCodes.ok;
}

/** From a terminal without echo, else the first line of standard input. */
async function askSecret(io: Io, name: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = process.stdin.isTTY === true;
  if (terminal) io.err(secretWords.ask(name));
  const lines = createInterface({ input: process.stdin, output: silent, terminal });
  try {
    const { value } = await lines[Symbol.asyncIterator]().next();
    if (typeof value !== "string" || value === "") throw cliError.emptySecret({});
    return value;
  } finally {
    lines.close();
  }
}

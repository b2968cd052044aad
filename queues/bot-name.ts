/** Which bot a person means: by the name of its folder, a path to it or to its scenario, or its title (題名). */
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { decodeText, nearestWord } from "../core/index.ts";
import { parseScenario } from "../scenarios/index.ts";
import { listBots, scenarioFile } from "./bot.ts";
import { queueError } from "./messages.ja.ts";

/** Name of a folder in `botsFolder`. Throws BukaError QUE101, which tells the bots that there are, and QUE175 for the title of two. */
export async function botNameOf(botsFolder: string, word: string): Promise<string> {
  const names = await listBots(botsFolder);
  const written = withoutScenario(word);
  const path = resolve(dirname(botsFolder), written);
  const only = names.find((name) => name === word || path === join(botsFolder, name));
  if (only !== undefined) return only;
  const titled = await Promise.all(
    names.map(async (name) => ({ name, title: await titleOf(join(botsFolder, name)) })),
  );
  const meant = titled.filter(({ title }) => title !== "" && plain(title) === plain(written));
  const [one] = meant;
  if (one && meant.length === 1) return one.name;
  if (one) throw queueError.botTitleTwice({ title: one.title, names: meant.map((m) => m.name) });
  const near = nearestWord(written, names);
  throw queueError.noBot({ word, near, known: titled });
}

/** Shells complete names to folders and files. */
export function withoutScenario(word: string): string {
  const path = word.replaceAll("\\", "/").replace(/\/+$/u, "");
  return basename(path) === scenarioFile ? dirname(path) : path;
}

/** "" for a scenario that cannot be read. */
async function titleOf(folder: string): Promise<string> {
  const bytes = await readFile(join(folder, scenarioFile)).catch(() => null);
  const decoded = bytes === null ? null : decodeText(bytes, scenarioFile);
  const parsed = decoded?.ok ? parseScenario(decoded.value, scenarioFile) : null;
  return parsed?.ok ? parsed.value.title : "";
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "");

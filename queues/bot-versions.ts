/** Versions of bots (部下の版): what a case began with is kept, so that it is played to its end whatever is changed meanwhile. */
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Case, IdSource } from "../core/index.ts";
import type { EvidenceStore, Store } from "../store/index.ts";
import { type Bot, loadBot } from "./bot.ts";
import { queueError } from "./messages.ja.ts";
import type { SiteMasters } from "./site-masters.ja.ts";

interface Shelf {
  readonly store: Pick<Store, "getFlag" | "setFlag">;
  readonly evidence: EvidenceStore;
}

/** The files of one version; paths are relative to a workspace with this one bot. */
const packageSchema = z.object({
  format: z.literal(1),
  bot: z.string(),
  version: z.string(),
  /** base64 by path: "bots/NAME/scenario.yaml", "parts/x.yaml". */
  files: z.record(z.string(), z.string()),
});

const flagOf = (bot: string, version: string): string => `bot-version:${bot}:${version}`;

/** Keeps the files of a bot before its first case is received or a person lets one go on with it. Safe to repeat. */
export async function keepVersion(
  shelf: Shelf,
  bot: Pick<Bot, "name" | "version" | "files">,
): Promise<void> {
  const flag = flagOf(bot.name, bot.version);
  const known = await shelf.store.getFlag(flag);
  if (known !== null && (await shelf.evidence.holds(known))) return;
  const files = Object.fromEntries(
    [...bot.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("base64")]),
  );
  const text = JSON.stringify({ format: 1, bot: bot.name, version: bot.version, files });
  await shelf.store.setFlag(flag, await shelf.evidence.put(new TextEncoder().encode(text), "json"));
}

/** Version with which a case is read, checked and entered: that of its intake, or the last one that a person agreed to. */
export async function versionOf(store: Pick<Store, "events">, c: Case): Promise<string> {
  const events = await store.events(c.id);
  const agreed = events.findLast(
    (e) => e.actor.kind === "person" && typeof e.facts["botVersion"] === "string",
  );
  return String(agreed?.facts["botVersion"] ?? c.botVersion);
}

/** Where a kept version is laid out for loading: one folder per version, made once. */
export interface VersionPlace extends Shelf {
  /** Folder for all versions, on this machine. */
  readonly folder: string;
  readonly ids: IdSource;
  readonly masters: SiteMasters;
}

/** The bot as it was; null when that version was never kept or its files are gone. Throws QUE232 when they are not what they were. */
export async function loadVersion(
  place: VersionPlace,
  name: string,
  version: string,
): Promise<Bot | null> {
  const key = await place.store.getFlag(flagOf(name, version));
  if (key === null || !(await place.evidence.holds(key))) return null;
  const home = join(place.folder, version);
  const there = await stat(join(home, "bots", name)).catch(() => null);
  if (!there) await layOut(place, home, await place.evidence.get(key));
  const bot = await loadBot(join(home, "bots", name), place.masters);
  if (bot.version === version) return bot;
  await rm(home, { recursive: true, force: true });
  throw queueError.versionAltered({ bot: name });
}

/** Whole or not at all: another process may lay out the same version now. */
async function layOut(place: VersionPlace, home: string, bytes: Uint8Array): Promise<void> {
  const { files } = packageSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const fresh = `${home}.${place.ids.next()}`;
  for (const [path, text] of Object.entries(files)) {
    const file = join(fresh, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, Buffer.from(text, "base64"), { mode: 0o600 });
  }
  await rename(fresh, home).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!(await stat(home).catch(() => null))) throw error;
  });
}

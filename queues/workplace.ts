/** Opens everything that one workspace folder holds: settings, ledger, evidence, vault, queue and bots. */
import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  type Case,
  type Clock,
  type IdSource,
  type LoadedSettings,
  type Log,
  readSettings,
  type Settings,
} from "../core/index.ts";
import { chooseReaders, type ReaderChoice } from "../ocr/index.ts";
import type { TargetSystem } from "../runner/index.ts";
import { type EvidenceStore, openVault, type Store, type Vault } from "../store/index.ts";
import { type Bot, loadBot } from "./bot.ts";
import { botNameOf } from "./bot-name.ts";
import { loadVersion, versionOf } from "./bot-versions.ts";
import type { JobQueue } from "./job-queue.ts";
import { queueError } from "./messages.ja.ts";
import { createJobQueue } from "./ordered-queue.ts";
import { openSiteMasters } from "./site-masters.ja.ts";
import { openDriver, openLedger } from "./workplace-servers.ts";

/** Everything of one workspace, open; close it when done. */
export interface Workplace {
  readonly folder: string;
  readonly settings: Settings;
  readonly inForce: LoadedSettings["inForce"];
  readonly store: Store;
  readonly evidence: EvidenceStore;
  readonly vault: Vault;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly log: Log;
  /** Loads a bot of this workspace by folder name, once. Throws QUE101, QUE102. */
  bot(name: string): Promise<Bot>;
  /** The same for what a person typed: the name of its folder, a path to it, or its title. */
  botMeant(word: string): Promise<Bot>;
  /**
   * The bot as it was when the case began (or as a person last agreed to); the present one when that version was not kept,
   * which then refuses the case (QUE155).
   */
  botFor(c: Case): Promise<Bot>;
  /** How one system is reached; QUE105 when settings lack it. */
  systemNamed(name: string): TargetSystem;
  /** How the systems of a bot are reached; QUE105 when settings lack one. Passwords are fetched at log-in time only. */
  systemsOf(bot: Bot): readonly TargetSystem[];
  /** A path of the settings, absolute. */
  path(name: "bots" | "tray" | "ledger" | "reports" | "masters"): string;
  /** File of the site's own thresholds of reading, absolute; null = the shipped ones. */
  readonly calibration: string | null;
  close(): Promise<void>;
}

export interface WorkplaceWorld {
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export const settingsFile = "buka.yaml";

/** Throws QUE119 (no buka.yaml), QUE120 (faults in it), STO… (ledger cannot be opened). */
export async function openWorkplace(folder: string, world: WorkplaceWorld): Promise<Workplace> {
  const { settings, inForce } = await loadSettings(folder, world);
  const at = (path: string): string => resolve(folder, path);
  const ledger = at(settings.ledger);
  const options = { clock: world.clock, ids: world.ids };
  const vault = await openVault(ledger, { environment: world.environment });
  const { store, evidence } = await openLedger({ folder, settings, ledger, vault }, options);
  const driver = await openDriver({ settings, ledger, vault }, options).catch(async (error) => {
    await evidence.close();
    await store.close();
    throw error;
  });
  const queue = createJobQueue(driver, store, world.clock);
  const bots = new Map<string, Promise<Bot>>();
  const versions = new Map<string, Bot>();
  const openBot = async (name: string): Promise<Bot> =>
    loadBot(join(at(settings.bots), name), await openSiteMasters(at(settings.masters)));
  const botNamed = (name: string): Promise<Bot> => {
    const known = bots.get(name) ?? openBot(name);
    bots.set(name, known);
    return known;
  };
  const botOfVersion = async (name: string, version: string): Promise<Bot | null> => {
    const known = versions.get(`${name}:${version}`);
    if (known) return known;
    const masters = await openSiteMasters(at(settings.masters));
    const shelf = { store, evidence, folder: join(ledger, "versions"), ids: world.ids, masters };
    const kept = await loadVersion(shelf, name, version);
    if (kept) versions.set(`${name}:${version}`, kept);
    return kept;
  };
  return {
    folder,
    settings,
    inForce,
    store,
    evidence,
    vault,
    queue,
    clock: world.clock,
    log: world.log,
    bot: botNamed,
    botMeant: async (word) => botNamed(await botNameOf(at(settings.bots), word)),
    botFor: async (c) => {
      const version = await versionOf(store, c);
      const present = botNamed(c.bot);
      if ((await present.catch(() => null))?.version === version) return present;
      // Files that the sentences use (使うファイル) belong to the bot, not to a version.
      const kept = await botOfVersion(c.bot, version);
      return kept === null ? present : { ...kept, folder: join(at(settings.bots), c.bot) };
    },
    systemNamed: (name) => systemOf(settings, vault, name),
    systemsOf: (bot) => bot.scenario.systems.map((name) => systemOf(settings, vault, name)),
    path: (name) => at(settings[name]),
    calibration: settings.calibration === null ? null : at(settings.calibration),
    async close() {
      await queue.close();
      await evidence.close();
      await store.close();
    },
  };
}

/** The vault of a workspace alone: its passwords can be set before the servers that want them are reached. */
export async function openWorkplaceVault(folder: string, world: WorkplaceWorld): Promise<Vault> {
  const { settings } = await loadSettings(folder, world);
  return openVault(resolve(folder, settings.ledger), { environment: world.environment });
}

/** Absolute path of a place of the workspace at `folder`; its usual place where buka.yaml is missing or has faults. */
export async function settingsPlace(
  folder: string,
  name: "bots" | "reports",
  world: Pick<WorkplaceWorld, "environment">,
): Promise<string> {
  const found = await stat(join(folder, settingsFile)).catch(() => null);
  const text = found?.isFile() ? await readFile(join(folder, settingsFile), "utf8") : "";
  const parsed = readSettings(text, settingsFile, world.environment);
  return parsed.ok ? resolve(folder, parsed.value.settings[name]) : join(folder, name);
}

/** How a site reads pages. */
export interface SiteReading {
  readonly readers: ReaderChoice;
  /** As Workplace.calibration. */
  readonly calibration: string | null;
}

/** How the workspace at `folder` reads; null where no buka.yaml is. Throws QUE120 (faults in it), OCR020, OCR021. */
export async function siteReading(
  folder: string,
  world: WorkplaceWorld,
): Promise<SiteReading | null> {
  const found = await stat(join(folder, settingsFile)).catch(() => null);
  if (!found?.isFile()) return null;
  const { settings } = await loadSettings(folder, world);
  return {
    readers: chooseReaders(settings.digitReaders, settings.japaneseReaders),
    calibration: settings.calibration === null ? null : resolve(folder, settings.calibration),
  };
}

async function loadSettings(folder: string, world: WorkplaceWorld): Promise<LoadedSettings> {
  const path = join(folder, settingsFile);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw queueError.noWorkspace({ folder });
  const parsed = readSettings(await readFile(path, "utf8"), settingsFile, world.environment);
  if (!parsed.ok)
    throw queueError.badSettings({ count: parsed.problems.length }, { problems: parsed.problems });
  return parsed.value;
}

/** Name of the password of a system in the vault. */
export function secretName(system: string, user: string): string {
  return `${system}/${user}`;
}

function systemOf(settings: Settings, vault: Vault, name: string): TargetSystem {
  const system = settings.systems.find((s) => s.name === name);
  if (!system) throw queueError.noSystem({ system: name });
  const secret = secretName(name, system.user);
  return {
    name,
    url: system.url,
    allowedHosts: system.allowedHosts,
    section: system.section,
    async credentials() {
      const password = await vault.getSecret(secret);
      if (password === null) throw queueError.noPassword({ name: secret });
      return { user: system.user, password, section: system.section };
    },
  };
}

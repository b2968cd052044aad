/** The vault (金庫): all secrets in one AES-256-GCM box, so that any change to the file shows when it is opened. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Clock, systemClock } from "../core/index.ts";
import { nativeCode, onDisk } from "./disk-trouble.ts";
import { storeError } from "./messages.ja.ts";
import { makePrivateFolder, writeSynced, writeWhole } from "./private-files.ts";
import type { Vault } from "./store.ts";
import { readVaultKey, vaultKeyVariable } from "./vault-key.ts";

const boxSchema = z.object({
  format: z.literal(1),
  cipher: z.literal("aes-256-gcm"),
  iv: z.base64(),
  tag: z.base64(),
  data: z.base64(),
});
const secretsSchema = z.array(z.tuple([z.string(), z.string()]));

type Secrets = ReadonlyMap<string, string>;

/** A writer that died leaves its lock file; after this many milliseconds it counts for nothing. */
const lockLife = 10_000;

/** Bound into the seal, so that a box of another format version does not pass for this one. */
const sealLabel = Buffer.from("buka-vault-1");

/** What the vault takes from the world outside; both have the usual values when not given. */
export interface VaultOptions {
  /** Where BUKA_VAULT_KEY is looked for; process.env when not given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
}

/**
 * Opens the vault of `folder`: vault.json (0600) with its key in vault.key (0600, made with the first secret) or in
 * BUKA_VAULT_KEY. Throws STO061–STO064 when key or box are not as they should be. Values never stand in errors.
 */
export async function openVault(folder: string, options: VaultOptions = {}): Promise<Vault> {
  const { environment = process.env, clock = systemClock } = options;
  const paths = {
    folder,
    box: join(folder, "vault.json"),
    key: join(folder, "vault.key"),
    lock: join(folder, "vault.lock"),
  };
  const box = new VaultBox(paths, environment[vaultKeyVariable], clock);
  await box.read();
  return {
    setSecret: async (name, value) => {
      checkName(name);
      if (value === "" || value.length > 4000) throw storeError.badSecretValue({ name });
      await box.change((secrets) => secrets.set(name, value));
    },
    getSecret: async (name) => {
      checkName(name);
      return (await box.read()).get(name) ?? null;
    },
    listSecrets: async () => [...(await box.read()).keys()].sort(),
    deleteSecret: async (name) => {
      checkName(name);
      await box.change((secrets) => secrets.delete(name));
    },
  };
}

function checkName(name: string): void {
  const bad = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(name) || name.trim() !== name;
  if (bad || name === "" || [...name].length > 100) throw storeError.badSecretName({});
}

interface VaultPaths {
  readonly folder: string;
  readonly box: string;
  readonly key: string;
  readonly lock: string;
}

/** The file with its key; changes one after another within this process and under a lock file between processes. */
class VaultBox {
  readonly #paths: VaultPaths;
  readonly #environmentKey: string | undefined;
  readonly #clock: Clock;
  #last: Promise<unknown> = Promise.resolve();

  constructor(paths: VaultPaths, environmentKey: string | undefined, clock: Clock) {
    this.#paths = paths;
    this.#clock = clock;
    this.#environmentKey = environmentKey;
  }

  read(): Promise<Secrets> {
    return onDisk(this.#paths.box, async () => {
      const text = await readFile(this.#paths.box, "utf8").catch(missingAsNull);
      const key = await this.#key(text === null);
      return text === null || !key ? new Map() : openBox(text, key, this.#paths.box);
    });
  }

  change(work: (secrets: Map<string, string>) => void): Promise<void> {
    const next = this.#last.then(() => this.#locked(() => this.#rewrite(work)));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #rewrite(work: (secrets: Map<string, string>) => void): Promise<void> {
    const secrets = new Map(await this.read());
    work(secrets);
    const key = await readVaultKey(this.#paths.key, this.#environmentKey, true);
    await writeWhole(this.#paths.box, Buffer.from(sealBox(secrets, key)));
  }

  /** An empty vault needs no key yet, but a key that lies open is refused even then. */
  async #key(isEmpty: boolean): Promise<Buffer | null> {
    try {
      return await readVaultKey(this.#paths.key, this.#environmentKey, false);
    } catch (error) {
      if (isEmpty && nativeCode(error) === "STO062") return null;
      throw error;
    }
  }

  #locked(work: () => Promise<void>): Promise<void> {
    const { folder, lock, box } = this.#paths;
    return onDisk(box, async () => {
      await makePrivateFolder(folder);
      await takeLock(lock, this.#clock.now().getTime());
      try {
        await work();
      } finally {
        await rm(lock, { force: true });
      }
    });
  }
}

async function takeLock(lock: string, now: number): Promise<void> {
  const found = await stat(lock).catch(missingAsNull);
  if (found && now - found.mtimeMs > lockLife) await rm(lock, { force: true });
  try {
    await writeSynced(lock, Buffer.from(String(process.pid)));
  } catch (error) {
    if (nativeCode(error) === "EEXIST") throw storeError.vaultBusy({ path: lock });
    throw error;
  }
}

function sealBox(secrets: Secrets, key: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(sealLabel);
  const plain = Buffer.from(JSON.stringify([...secrets]));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  const box = {
    format: 1,
    cipher: "aes-256-gcm",
    iv: iv.toString("base64"),
    tag: cipher.getAuthTag().toString("base64"),
    data: data.toString("base64"),
  };
  return `${JSON.stringify(box, null, 2)}\n`;
}

/** No cause in the error: what failed to parse may be a secret. */
function openBox(text: string, key: Buffer, path: string): Secrets {
  try {
    const box = boxSchema.parse(JSON.parse(text));
    const iv = Buffer.from(box.iv, "base64");
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
    decipher.setAAD(sealLabel);
    decipher.setAuthTag(Buffer.from(box.tag, "base64"));
    const plain = Buffer.concat([
      decipher.update(Buffer.from(box.data, "base64")),
      decipher.final(),
    ]);
    return new Map(secretsSchema.parse(JSON.parse(plain.toString("utf8"))));
  } catch {
    throw storeError.vaultAltered({ path });
  }
}

function missingAsNull(error: unknown): null {
  if (nativeCode(error) === "ENOENT") return null;
  throw error;
}

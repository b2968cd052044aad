/** Opens what a workspace has in files or on servers, as its settings say: ledger, evidence and the driver of the queue. */
import { createHash } from "node:crypto";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import type { Clock, IdSource, Settings } from "../core/index.ts";
import { type OpenedStore, openPostgresStore, openStore, type Vault } from "../store/index.ts";
import { openEmbeddedQueue } from "./embedded-queue-driver.ts";
import type { QueueDriver } from "./job-queue.ts";
import { evidenceSecret, ledgerSecret, queueSecret } from "./messages.ja.ts";
import { onLedgerServer, queueLayoutError } from "./postgres-queue-messages.ja.ts";

/** The ledger as a file in its folder or on a server, the evidence in a folder or on a server, as the settings say. */
export async function openLedger(
  at: {
    readonly folder: string;
    readonly settings: Settings;
    readonly ledger: string;
    readonly vault: Vault;
  },
  world: { readonly clock: Clock; readonly ids: IdSource },
): Promise<OpenedStore> {
  const { folder, settings, ledger, vault } = at;
  const evidence =
    settings.evidence === null ? join(ledger, "evidence") : resolve(folder, settings.evidence);
  const url = settings.evidenceServer;
  const evidenceServer =
    url === null ? null : { url, secret: await vault.getSecret(evidenceSecret) };
  const options = { ...world, evidence, ...(evidenceServer === null ? {} : { evidenceServer }) };
  if (settings.ledgerServer === null) return openStore(ledger, options);
  const password = await vault.getSecret(ledgerSecret);
  return openPostgresStore({ url: settings.ledgerServer, password }, options);
}

/** The embedded queue beside the ledger, or the one on the Redis or PostgreSQL that the settings name. */
export async function openDriver(
  at: { readonly settings: Settings; readonly ledger: string; readonly vault: Vault },
  options: { readonly clock: Clock; readonly ids: IdSource },
): Promise<QueueDriver> {
  const { settings, ledger, vault } = at;
  if (settings.queue === null) return openEmbeddedQueue(join(ledger, "queue.db"), options);
  // Two ledgers on one server must not work on each other's cases; machines that share a ledger share its queue.
  const whose = settings.ledgerServer ?? `${hostname()}\0${ledger}`;
  const own = createHash("sha256").update(whose).digest("hex").slice(0, 12);
  const line = { name: settings.queueName ?? own, ...options };
  const server = queueServer(settings);
  const password = await vault.getSecret(server.secret);
  if (/^postgres(ql)?:/u.test(server.url)) {
    const { openPostgresQueue } = await import("./postgres-queue-driver.ts");
    return openPostgresQueue({ url: server.url, password, ...line });
  }
  const { openBullmqQueue } = await import("./bullmq-queue-driver.ts");
  return openBullmqQueue({ url: server.url, password, ...line });
}

/** Address of the queue's server, and the name of its password in the vault. Throws QUE277. */
function queueServer(settings: Settings): { readonly url: string; readonly secret: string } {
  if (settings.queue !== onLedgerServer) return { url: settings.queue ?? "", secret: queueSecret };
  if (settings.ledgerServer === null) throw queueLayoutError.noLedgerServer({});
  // The tables of the queue stand in a schema of their own.
  const url = settings.ledgerServer.replace(/([?&])schema=[^&]*&?/u, "$1").replace(/[?&]$/u, "");
  return { url, secret: ledgerSecret };
}

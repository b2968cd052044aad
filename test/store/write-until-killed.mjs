/** A writer process for crash tests: says on stdout what it was told is safe, and goes on until it is killed. */
import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [dist = "", folder = "", round = ""] = process.argv.slice(2);
const room = (/** @type {string} */ path) => import(pathToFileURL(`${dist}/${path}`).href);
const { openStore } = await room("store/index.js");
const { randomIds } = await room("core/index.js");

// An hour later than the round before: the lease that the killed one had in its hand has run out.
const clock = { now: () => new Date(Date.now() + Number(round) * 3_600_000) };
const { store, evidence } = await openStore(folder, { clock, ids: randomIds });
const actor = { kind: "bot", name: "robot01" };
const lease = await store.acquireLease("account", `w-${round}`, 60);
const say = (/** @type {string[]} */ ...words) => writeSync(1, `${words.join(" ")}\n`);
say("lease", String(lease.fence));

for (let n = 0; ; n += 1) {
  const contentHash = createHash("sha256").update(`${round}/${n}`).digest("hex");
  const original = await evidence.put(Buffer.from(contentHash), "txt");
  say("evidence", original);
  const source = { kind: "page", fileName: "a.pdf", contentHash, page: 1 };
  const input = { bot: "b", botVersion: "v", receivedOn: "2026-11-20", source, original };
  const { case: c } = await store.receive(input, actor);
  say("received", c.id, c.receiptNumber);
  await store.changeCase(c.id, 1, "read", {}, { actor, event: "read-ok", facts: {} });
  say("read", c.id);
  await store.planIntent(c.id, contentHash, "row", lease.fence);
  say("planned", c.id);
  await store.markPressing(c.id, await store.renewLease(lease, 60));
  say("pressing", c.id);
  await store.settleIntent(c.id, "committed", `N${n}`, lease.fence);
  say("committed", c.id, `N${n}`);
}

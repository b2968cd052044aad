/** A clerk's process for tests: brings its own sheets and sheets that the others bring too, and plans the shared keys. */
import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [dist = "", folder = "", me = "", count = "0"] = process.argv.slice(2);
const room = (/** @type {string} */ path) => import(pathToFileURL(`${dist}/${path}`).href);
const { openStore } = await room("store/index.js");
const { randomIds, systemClock } = await room("core/index.js");

const { store } = await openStore(folder, { clock: systemClock, ids: randomIds });
const actor = { kind: "person", name: `clerk-${me}` };
const hash = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");

async function bring(/** @type {string} */ name) {
  const source = { kind: "page", fileName: "a.pdf", contentHash: hash(name), page: 1 };
  const input = { bot: "b", botVersion: "v", receivedOn: "2026-11-20", source, original: "o" };
  const received = await store.receive(input, actor);
  if (received.isNew) writeSync(1, `new ${received.case.id}\n`);
  return received.case;
}

for (let n = 0; n < Number(count); n += 1) {
  await bring(`shared/${n}`);
  const own = await bring(`${me}/${n}`);
  const planned = await store.planIntent(own.id, `key-${n}`, "row", 1);
  if (planned.kind === "planned") writeSync(1, `planned ${own.id}\n`);
}
await store.close();

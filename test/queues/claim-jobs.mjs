/**
 * A worker process for tests: claims and completes until the lane is empty; one line on stdout per completed job. It begins
 * when all of `others` have come too, so that no one takes everything while another starts.
 */
import { existsSync, writeFileSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const [dist = "", file = "", holder = "", ...others] = process.argv.slice(2);
const room = (/** @type {string} */ path) => import(pathToFileURL(`${dist}/${path}`).href);
const { openEmbeddedQueue } = await room("queues/embedded-queue-driver.js");
const { randomIds, systemClock } = await room("core/index.js");

const queue = await openEmbeddedQueue(file, { clock: systemClock, ids: randomIds });
writeFileSync(`${file}.${holder}`, "");
while (others.some((other) => !existsSync(`${file}.${other}`))) await pause(5);
for (;;) {
  const job = await queue.claim("read", holder, 30);
  if (!job) break;
  await queue.complete(job);
  writeSync(1, `${job.caseId}\n`);
}
await queue.close();

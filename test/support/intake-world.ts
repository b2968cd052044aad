/** A workspace of its own with the library's first bot, for tests of receiving. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { randomIds, silentLog, systemClock } from "../../core/index.ts";
import { createPageReader } from "../../ocr/index.ts";
import { openWorkplace } from "../../queues/index.ts";

export async function openIntakeWorld() {
  const folder = await mkdtemp(join(tmpdir(), "buka-intake-world-"));
  const library = resolve("scenarios/library");
  await writeFile(join(folder, "buka.yaml"), `版: 1\n部下の場所: ${library}\n`);
  const world = { clock: systemClock, ids: randomIds, log: silentLog, environment: {} };
  const place = await openWorkplace(folder, world);
  const pages = await createPageReader();
  const actor = { kind: "person" as const, name: "担当者" };
  const { store, evidence, log } = place;
  return {
    bot: await place.bot("creditor-account"),
    doors: { store, evidence, log, pages, actor },
    close: async () => {
      await pages.close();
      await place.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

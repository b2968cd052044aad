/** A case is played with the version of its bot with which it began, whatever has become of the bot since (G05). */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type Case, randomIds, silentLog, systemClock } from "../../core/index.ts";
import { openWorkplace, receiveRows, retryCases, type Workplace } from "../../queues/index.ts";
import { writeRows } from "../support/finance.ts";
import { freshFolder, refusal, robot } from "../support/store-world.ts";

const name = "creditor-account";
let folder: string;

beforeEach(async () => {
  folder = await freshFolder();
  await cp(join("scenarios", "library", name), join(folder, "bots", name), {
    recursive: true,
    filter: (path) => !path.includes("samples"),
  });
  await writeFile(join(folder, "buka.yaml"), "版: 1\n");
});

const scenarioFile = (): string => join(folder, "bots", name, "scenario.yaml");

async function changeBot(change: (text: string) => string): Promise<void> {
  await writeFile(scenarioFile(), change(await readFile(scenarioFile(), "utf8")));
}

const retitled = (title: string) => (text: string) =>
  text.replace(/^題名: .*$/mu, `題名: ${title}`);

async function receive(place: Workplace, count: number): Promise<readonly Case[]> {
  const file = await writeRows(folder, count);
  const found = await receiveRows(place, await place.bot(name), { file, receivedOn: "2026-11-20" });
  return found.cases;
}

/** The workplace as the next process opens it. */
async function reopened(): Promise<Workplace> {
  const world = { clock: systemClock, ids: randomIds, log: silentLog, environment: {} };
  const place = await openWorkplace(folder, world);
  onTestFinished(() => place.close());
  return place;
}

describe("the bot of a case", () => {
  it("is the one at its intake, and new cases get the new one", async () => {
    const [old] = await receive(await reopened(), 1);
    await changeBot(retitled("新しい題名"));
    const place = await reopened();
    const [fresh] = await receive(place, 2);
    if (!old || !fresh) throw new TypeError("two cases");
    expect((await place.botFor(old)).scenario.title).toBe("債権者（口座振替払）登録");
    expect((await place.botFor(old)).version).toBe(old.botVersion);
    expect((await place.botFor(old)).folder).toBe(join(folder, "bots", name));
    expect((await place.botFor(fresh)).scenario.title).toBe("新しい題名");
  });

  it("goes on while somebody is in the middle of changing it, and when it is taken away", async () => {
    const [old] = await receive(await reopened(), 1);
    if (!old) throw new TypeError("one case");
    await changeBot((text) => `${text}\n書きかけ`);
    expect((await (await reopened()).botFor(old)).version).toBe(old.botVersion);
    await rm(join(folder, "bots", name), { recursive: true });
    expect((await (await reopened()).botFor(old)).version).toBe(old.botVersion);
  });

  it("becomes the present one when a person says so, and stays it", async () => {
    const first = await reopened();
    const [old] = await receive(first, 1);
    if (!old) throw new TypeError("one case");
    const event = { actor: robot, event: "x", facts: {} };
    await first.store.changeCase(old.id, old.revision, "failed", {}, event);
    await changeBot(retitled("二つ目"));
    const second = await reopened();
    expect(await retryCases(second, name)).toBe(1);
    await changeBot(retitled("三つ目"));
    const third = await reopened();
    expect((await third.botFor(old)).scenario.title).toBe("二つ目");
  });

  it("is refused when its kept files were changed, and found again the next time", async () => {
    const [old] = await receive(await reopened(), 1);
    if (!old) throw new TypeError("one case");
    await changeBot(retitled("新しい"));
    const place = await reopened();
    await place.botFor(old);
    const versions = join(folder, "ledger", "versions");
    const [version = ""] = await readdir(versions);
    expect(version).toBe(old.botVersion);
    const kept = join(versions, version, "bots", name, "scenario.yaml");
    await writeFile(kept, retitled("すりかえ")(await readFile(kept, "utf8")));
    const next = await reopened();
    expect((await refusal(() => next.botFor(old))).code).toBe("QUE232");
    expect((await next.botFor(old)).version).toBe(old.botVersion);
  });

  it("is the present one, which then refuses, when an older buka kept nothing", async () => {
    const first = await reopened();
    const [old] = await receive(first, 1);
    if (!old) throw new TypeError("one case");
    await first.store.setFlag(`bot-version:${name}:${old.botVersion}`, null);
    await changeBot(retitled("新しい"));
    const place = await reopened();
    const bot = await place.botFor(old);
    expect(bot.version).not.toBe(old.botVersion);
    expect(bot.scenario.title).toBe("新しい");
  });
});

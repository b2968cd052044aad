/** Two real workers on one ledger: never more log-ins of an account than its system bears, every case pressed once. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as idle } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { randomIds, silentLog, systemClock } from "../../core/index.ts";
import {
  fetchBack,
  openWorkplace,
  openWorkplaceVault,
  rebuildQueue,
  runEnterLane,
  type Workplace,
} from "../../queues/index.ts";
import type { Player, PlayRequest, TargetSystem } from "../../runner/index.ts";
import { sureReading } from "../support/field-reading.ts";
import { postgresIsHere, startPostgres } from "../support/postgres-process.ts";
import { freshFolder, hashOf, robot } from "../support/store-world.ts";

const scenario = (systems: readonly string[]): string => `題名: 口座
持ち主: 会計課
段階: 机上検証
取り違え防止の鍵: [口座番号]
反映までの秒数: 1
手順:
${systems.map((s) => `  - 「${s}」にログインする`).join("\n")}
  - 「口座番号」に {口座番号} を入力する
  - 「登録」で登録する
`;

interface World {
  /** Sessions of each system now, and the most that there were at once. */
  readonly now: Map<string, number>;
  readonly most: Map<string, number>;
  readonly presses: string[];
  readonly players: Set<string>;
}

const worldOf = (): World => ({ now: new Map(), most: new Map(), presses: [], players: new Set() });

/** A target that counts who is logged in; each entry takes a while. */
function playerOf(world: World, holder: string, systems: readonly TargetSystem[]): Player {
  const names = systems.map((s) => s.name);
  for (const name of names) {
    const count = (world.now.get(name) ?? 0) + 1;
    world.now.set(name, count);
    world.most.set(name, Math.max(count, world.most.get(name) ?? 0));
  }
  world.players.add(holder);
  return {
    async play({ values, barrier }: PlayRequest) {
      await idle(30);
      await barrier.beforePress();
      world.presses.push(values["口座番号"] ?? "");
      return { kind: "done", steps: [], values: { 番号: String(world.presses.length) } } as const;
    },
    async close() {
      for (const name of names) world.now.set(name, (world.now.get(name) ?? 0) - 1);
    },
  } as unknown as Player;
}

const settings = (more: string): string => `版: 1
画面:
  財務会計:
    入口: http://127.0.0.1:9/
    利用者: robot01
${more}
  文書管理:
    入口: http://127.0.0.1:9/
    利用者: robot01
`;

interface Site {
  readonly settings?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly password?: string;
}

async function openSite(site: Site): Promise<Workplace> {
  const folder = await freshFolder();
  for (const [bot, systems] of [
    ["single", ["財務会計"]],
    ["double", ["財務会計", "文書管理"]],
  ] as const) {
    await mkdir(join(folder, "bots", bot), { recursive: true });
    await writeFile(join(folder, "bots", bot, "scenario.yaml"), scenario(systems));
  }
  await writeFile(join(folder, "buka.yaml"), settings(site.settings ?? ""));
  return openAgain(folder, site);
}

/** Another machine, or another process, on the same workspace. */
async function openAgain(folder: string, site: Site): Promise<Workplace> {
  const environment = site.environment ?? {};
  const world = { clock: systemClock, ids: randomIds, log: silentLog, environment };
  if (site.password !== undefined) {
    const vault = await openWorkplaceVault(folder, world);
    await vault.setSecret("台帳", site.password);
  }
  const place = await openWorkplace(folder, world);
  onTestFinished(() => place.close());
  return place;
}

async function readyCases(place: Workplace, bot: string, count: number): Promise<void> {
  const { version } = await place.bot(bot);
  for (let n = 0; n < count; n += 1) {
    const name = `${bot}-${n}`;
    const source = { kind: "row", fileName: "a.csv", contentHash: hashOf(name), page: 1 } as const;
    const original = `sha256-${hashOf(name)}.csv`;
    const input = { bot, botVersion: version, receivedOn: "2026-11-20", source, original };
    const { case: c } = await place.store.receive(input, robot);
    const patch = { readings: { 口座番号: sureReading(name) }, businessKey: hashOf(name) };
    const event = { actor: robot, event: "t", facts: {} };
    await place.store.changeCase(c.id, c.revision, "ready", patch, event);
  }
}

/** Runs one enter lane on each place until all cases are done. */
async function enterAll(places: readonly Workplace[], world: World): Promise<void> {
  const stop = new AbortController();
  const lanes = places.map((place, n) =>
    runEnterLane(place, {
      holder: `w${n}`,
      signal: stop.signal,
      leaseSeconds: 2,
      headed: false,
      slowMillis: 0,
      openPlayer: async (systems) => playerOf(world, `w${n}`, systems),
    }),
  );
  const [place] = places;
  const done = async (): Promise<boolean> => {
    const states = await place?.store.countByState(null);
    return states !== undefined && states.ready + states.entering + states.committing === 0;
  };
  for (let n = 0; n < 600 && !(await done()); n += 1) await idle(100);
  stop.abort();
  expect(await Promise.all(lanes)).toEqual(places.map(() => null));
}

const fill = (places: readonly Workplace[]): Promise<number[]> =>
  Promise.all(places.map((place) => rebuildQueue(place, null)));

async function expectOnce(place: Workplace, world: World, cases: number): Promise<void> {
  expect((await place.store.countByState(null)).done).toBe(cases);
  expect([...world.presses].sort()).toEqual([...new Set(world.presses)].sort());
  expect(world.presses).toHaveLength(cases);
}

describe("two workers on one ledger file", { timeout: 120_000 }, () => {
  it("share one account: one session at a time, also between bots that use other systems besides", async () => {
    const here = await openSite({});
    const there = await openAgain(here.folder, {});
    await readyCases(here, "single", 4);
    await readyCases(here, "double", 4);
    await fill([here]);
    const world = worldOf();
    await enterAll([here, there], world);
    await expectOnce(here, world, 8);
    expect(Object.fromEntries(world.most)).toEqual({ 財務会計: 1, 文書管理: 1 });
  });

  it("work side by side where the system bears two sessions", async () => {
    const site = { settings: "    同時ログイン: 2" };
    const here = await openSite(site);
    const there = await openAgain(here.folder, site);
    await readyCases(here, "single", 12);
    await fill([here]);
    const world = worldOf();
    await enterAll([here, there], world);
    await expectOnce(here, world, 12);
    expect(world.most.get("財務会計")).toBe(2);
    expect([...world.players].sort()).toEqual(["w0", "w1"]);
  });

  it("keep the pace that the system bears, together", async () => {
    const site = { settings: "    同時ログイン: 2\n    毎分の件数: 120" };
    const here = await openSite(site);
    const there = await openAgain(here.folder, site);
    await readyCases(here, "single", 7);
    await fill([here]);
    const [world, from] = [worldOf(), performance.now()];
    await enterAll([here, there], world);
    await expectOnce(here, world, 7);
    // Six gaps of half a second.
    expect(performance.now() - from).toBeGreaterThan(2_900);
  });

  it("begin nothing of a paused bot, go on with the others, and fetch it back when it is resumed", async () => {
    const here = await openSite({});
    await readyCases(here, "single", 2);
    await readyCases(here, "double", 2);
    await fill([here]);
    const scope = { lane: null, bot: "single" };
    await here.queue.pause(scope, { by: "佐藤", why: "" });
    const world = worldOf();
    const entered = enterAll([here], world);
    await expect.poll(() => world.presses.length, { timeout: 30_000 }).toBe(2);
    await idle(500);
    expect(world.presses.every((p) => p.startsWith("double"))).toBe(true);
    await here.queue.resume(scope);
    await fetchBack(here, "single");
    await entered;
    await expectOnce(here, world, 4);
  });
});

// Without PostgreSQL (no Debian, no root) there is nothing to test against.
describe.skipIf(!postgresIsHere)("two machines on one PostgreSQL", { timeout: 180_000 }, () => {
  it("share one account, each with a line of its own", async () => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const environment = { BUKA_LEDGER_SERVER: postgres.url("office") };
    const site = { environment, password: postgres.password };
    const here = await openSite(site);
    const there = await openSite(site);
    await readyCases(here, "single", 4);
    await readyCases(here, "double", 3);
    await fill([here, there]);
    const world = worldOf();
    await enterAll([here, there], world);
    await expectOnce(here, world, 7);
    expect(Object.fromEntries(world.most)).toEqual({ 財務会計: 1, 文書管理: 1 });
  });
});

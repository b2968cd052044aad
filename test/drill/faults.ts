/** The faults F1–F6 and F8–F11 of the domain page as seeded programs: processes, servers and lines that die; and the list of all. */
import { setTimeout as idle } from "node:timers/promises";
import { Redis } from "ioredis";
import { isBukaError } from "../../core/index.ts";
import { type BattleEnd, fight, handIn } from "./battle.ts";
import type { Crew } from "./crew.ts";
import { allPoints, type DiePlan } from "./die-points.ts";
import { hostsAreHere } from "./hosts.ts";
import type { Office } from "./office.ts";
import { chanceOf, drillRecords } from "./records.ts";
import { type Amounts, crewOf, type Fault, inOffice, lease, noPlan, planned } from "./rounds.ts";
import { screenFaults } from "./screen-faults.ts";
import { siteFaults } from "./site-faults.ts";
import { soakFaults } from "./soak-faults.ts";

/** F1: bots, Redis, PostgreSQL and the target killed at random moments while a batch runs. */
async function randomKills(amounts: Amounts, seed: number): Promise<BattleEnd> {
  return inOffice({ servers: true }, (office) =>
    fight(office, {
      records: amounts.records,
      seed,
      crew: crewOf(noPlan),
      trouble: ({ crew }) => killAtRandom(office, crew, { kills: amounts.kills, seed }),
    }),
  );
}

async function killAtRandom(
  office: Office,
  crew: Crew,
  wish: { readonly kills: number; readonly seed: number },
): Promise<void> {
  const chance = chanceOf(wish.seed);
  for (let n = 0; n < wish.kills; n += 1) {
    await idle(300 + chance() * 1200);
    const lot = chance();
    // Of 290 kills about 200 bots, 45 times the target, 30 Redis, 15 PostgreSQL.
    if (lot < 0.7) {
      crew.kill(Math.floor(chance() * crew.size));
      continue;
    }
    crew.note("kill");
    if (lot < 0.85) await office.restartFinance();
    else if (lot < 0.95) await office.redis?.restart();
    else await office.postgres?.restart();
  }
}

/** F2: a kill before, during and after each write and each request of a case, one after another. */
async function everyBoundary(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const points = allPoints();
  const all = [...points, ...points.map((p) => p)].map(
    (point, i): DiePlan => ({ point, nth: i < points.length ? 1 : 2, act: "kill" }),
  );
  // Each part goes on where the one before it has ended; after the last point it begins anew.
  const plans = Array.from(
    { length: amounts.points },
    (_, i) => all[((seed - 1) * amounts.points + i) % all.length] ?? null,
  );
  return planned(plans, { seed, records: Math.ceil(amounts.points * 2), faults: [] });
}

/** F4: a bot dies five times over every case that it takes. */
async function sameJobAgain(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const plans = Array.from(
    { length: Math.ceil(amounts.points / 2) },
    (): DiePlan => ({ point: "after:planIntent", nth: 1, act: "kill" }),
  );
  return planned(plans, { seed, records: Math.max(3, Math.ceil(amounts.points / 10)), faults: [] });
}

/** F5: bots stand still longer than their lease, half of them right before the press; their heirs are at work meanwhile. */
async function zombies(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const points = ["after:markPressing", "before:register", "before:markPressing", "after:confirm"];
  const plans = Array.from(
    { length: amounts.pauses },
    (_, i): DiePlan => ({ point: points[(seed + i) % points.length] ?? "", nth: 2, act: "stop" }),
  );
  return planned(plans, { seed, records: amounts.pauses * 4, faults: [], pause: lease * 3 });
}

/** F10: the event loop of a bot is blocked for longer than its lease (a heavy page read in the wrong process). */
async function blocked(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const plans = Array.from(
    { length: Math.ceil(amounts.pauses / 2) },
    (): DiePlan => ({ point: "after:markPressing", nth: 1, act: "block", millis: lease * 2500 }),
  );
  return planned(plans, { seed, records: amounts.pauses * 2, faults: [] });
}

/** F3: the target commits and its reply is lost, every time; the look-up must find what is there. */
async function lostReplies(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const kinds = [
    "lose-reply-after-commit:1",
    "cut-reply-after-commit:1",
    "http-500-after-commit:1",
    "blank-after-commit:1",
  ];
  return planned([], {
    seed,
    records: amounts.lostReplies,
    faults: [kinds[seed % kinds.length] ?? ""],
  });
}

/** F3 with a target that commits late, inside its settle time, whoever has gone meanwhile. */
async function lateCommits(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const plans = Array.from(
    { length: Math.ceil(amounts.points / 2) },
    (_, i): DiePlan => ({
      point: i % 2 === 0 ? "during:register" : "after:markPressing",
      nth: 1,
      act: "kill",
    }),
  );
  return planned(plans, { seed, records: amounts.points, faults: ["commit-delay:700"] });
}

/** F6 and F9: Redis is wiped, or away for a while, in the middle of a batch. */
async function redisLost(amounts: Amounts, seed: number): Promise<BattleEnd> {
  return inOffice({ servers: true }, (office) =>
    fight(office, {
      records: Math.min(amounts.records, 60 * amounts.wipes),
      seed,
      crew: crewOf(noPlan),
      async trouble({ crew }) {
        for (let n = 0; n < amounts.wipes; n += 1) {
          await idle(1500);
          crew.note("kill");
          if (n % 2 === 0) await wiped(office);
          else await away(office);
        }
      },
    }),
  );
}

async function wiped(office: Office): Promise<void> {
  const client = new Redis(office.redis?.url ?? "");
  await client.flushall();
  client.disconnect();
}

async function away(office: Office): Promise<void> {
  await office.redis?.kill();
  await idle(3000);
  await office.redis?.restart();
}

/** F8: between bots and target lies a line that delays, cuts requests in the middle, and loses replies. */
async function badLine(amounts: Amounts, seed: number): Promise<BattleEnd> {
  return inOffice({ lineSeed: seed, settleSeconds: 2 }, (office) =>
    fight(office, {
      records: amounts.badLine,
      seed,
      crew: crewOf(noPlan),
    }),
  );
}

/** F11: several clerks hand in the same file at once, again and again, while the bots are at work. */
async function sameFileAtOnce(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const records = drillRecords(amounts.badLine, seed);
  return inOffice({ servers: true }, (office) =>
    fight(office, {
      records: records.length,
      seed,
      crew: crewOf(noPlan),
      async trouble() {
        const clerks = await Promise.all([office.open(), office.open()]);
        for (let n = 0; n < clicks; n += 1)
          await Promise.all(
            clerks.map((place, clerk) => untilTaken(office, records, { place, clerk })),
          );
        await Promise.all(clerks.map((place) => place.close()));
      },
    }),
  );
}

/** Three machines on one Redis and one PostgreSQL: cables are pulled and put back, and in the middle one machine dies for good. */
async function hostsCutOff(amounts: Amounts, seed: number): Promise<BattleEnd> {
  return inOffice({ servers: true, hosts: true, settleSeconds: 2 }, (office) =>
    fight(office, {
      records: amounts.badLine * 2,
      seed,
      crew: crewOf(noPlan),
      trouble: ({ crew }) => cutCables(office, crew, { cuts: amounts.wipes + 2, seed }),
    }),
  );
}

async function cutCables(
  office: Office,
  crew: Crew,
  wish: { readonly cuts: number; readonly seed: number },
): Promise<void> {
  const chance = chanceOf(wish.seed);
  const hosts = office.net?.hosts ?? [];
  for (let n = 0; n < wish.cuts; n += 1) {
    await idle(1500 + chance() * 1500);
    const lot = Math.floor(chance() * hosts.length);
    crew.note("cut");
    hosts[lot]?.unplug();
    // Half of the time shorter than a lease, half of the time much longer.
    await idle(n % 2 === 0 ? lease * 500 : lease * 4000);
    hosts[lot]?.plugIn();
    if (n === Math.floor(wish.cuts / 2)) crew.bury(hosts.length);
  }
}

const clicks = 10;

/** A clerk who is told to try again does so. */
async function untilTaken(...wish: Parameters<typeof handIn>): Promise<void> {
  for (;;) {
    try {
      return await handIn(...wish);
    } catch (error) {
      if (!isBukaError(error) || !error.retryable) throw error;
    }
  }
}

export const faults: readonly Fault[] = [
  { id: "F1", what: "係・Redis・PostgreSQL・財務会計をでたらめな時に落とす", run: randomKills },
  { id: "F2", what: "書き込みと送信の一つ一つの前・途中・後で落とす", run: everyBoundary },
  { id: "F3", what: "登録のあと返事が失われる", run: lostReplies },
  { id: "F3b", what: "登録が遅れて届く（反映までの秒数の内）", run: lateCommits },
  { id: "F4", what: "同じ案件で係が何度も落ちる", run: sameJobAgain },
  { id: "F5", what: "係が貸出の期限より長く止まり、あとで目を覚ます", run: zombies },
  { id: "F6", what: "Redis が空になる・しばらく落ちる（F9 を含む）", run: redisLost },
  { id: "F8", what: "財務会計との通信が遅れ、途中で切れ、返事が消える", run: badLine },
  { id: "F10", what: "係が重い処理で長く応えない", run: blocked },
  { id: "F11", what: "二人の職員が同じ表を同時に何度も受け付ける", run: sameFileAtOnce },
  ...(hostsAreHere
    ? [{ id: "FN", what: "3台の網が切れ、つながり、1台が落ちたままになる", run: hostsCutOff }]
    : []),
  ...siteFaults,
  ...screenFaults,
  ...soakFaults,
];

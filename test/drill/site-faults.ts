/** F7, F13 and F16: the machine room runs short of something, clocks are set, ledgers are lost and brought back. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as idle } from "node:timers/promises";
import { creditorsCsv } from "../../apps/demo-finance/views/list.ts";
import { backUp, listOfFile, rebuildQueue, reconcile, restoreLedger } from "../../queues/index.ts";
import { openSqlFile } from "../../store/index.ts";
import { type Battle, type BattleEnd, fight } from "./battle.ts";
import { chanceOf } from "./records.ts";
import { type Amounts, crewOf, type Fault, inOffice, lease, noPlan } from "./rounds.ts";
import {
  clocksAreHere,
  fillDisk,
  limitFiles,
  memoryGroup,
  memoryGroupsAreHere,
  readOnlyFor,
  rootIsHere,
  type TurnableClock,
  turnableClock,
} from "./site.ts";

/** A starting bot on a busy machine takes half a minute. */
const sayingSeconds = 60;

/** Until the bots have told one of these codes once more than before; false when they never do. */
async function untilSaid(battle: Battle, codes: readonly string[]): Promise<boolean> {
  const count = (): number => codes.reduce((n, code) => n + (battle.crew.said.get(code) ?? 0), 0);
  const before = count();
  for (let n = 0; n < sayingSeconds * 10 && count() === before; n += 1) await idle(100);
  return count() > before;
}

/** Until so many more cases have come to their end, or the batch is over. */
async function untilEnded(battle: Battle, cases: number, of: number): Promise<void> {
  const goal = Math.min(of, battle.ended() + cases);
  for (let n = 0; n < 3_000 && battle.ended() < goal; n += 1) await idle(100);
}

/** What the bots have said until now. */
const codesOf = ({ crew }: Battle): string =>
  [...crew.said].map(([code, n]) => `${code} ${n}回`).join("、") || "何も言っていません";

type Shortage = (battle: Battle) => Promise<string | null>;

/** Everybody starts again with these words before the program. */
async function allAnew(battle: Battle, prefix: readonly string[]): Promise<void> {
  await battle.crew.knockOut();
  battle.crew.prefix = prefix;
  battle.crew.wakeUp();
}

const diskIsFull: Shortage = async (battle) => {
  const ended = battle.ended();
  const makeRoom = fillDisk(battle.office.ledger);
  const said = await untilSaid(battle, ["STO004"]);
  // A ledger whose files have room inside goes on as if nothing were amiss.
  const wentOn = battle.ended() > ended;
  await makeRoom();
  return said || wentOn
    ? null
    : `ディスクがいっぱいのとき、STO004 と言いませんでした（${codesOf(battle)}）。`;
};

const isReadOnly: Shortage = async (battle) => {
  await allAnew(battle, readOnlyFor(battle.office.ledger));
  const said = await untilSaid(battle, ["STO002", "STO003"]);
  await allAnew(battle, []);
  return said ? null : "読み取り専用のとき、STO002 か STO003 と言いませんでした。";
};

const filesRunOut: Shortage = async ({ crew }) => {
  const pids = crew.pids();
  for (const [i, pid] of pids.entries()) limitFiles(pid, i % 3);
  await idle(lease * 2_000);
  for (const pid of pids) limitFiles(pid, 1_000);
  return null;
};

const memoryRunsOut: Shortage = async (battle) => {
  const group = memoryGroup(48);
  await allAnew(battle, group.prefix);
  await idle(lease * 2_000);
  await allAnew(battle, []);
  group.close();
  return null;
};

const shortageKinds: readonly Shortage[] = [
  diskIsFull,
  isReadOnly,
  filesRunOut,
  ...(memoryGroupsAreHere ? [memoryRunsOut] : []),
];

/** F7: disk full, read-only, no more files, no more memory (the kernel's own killer), one after another in a running batch. */
async function shortages(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const records = amounts.shortages * 40;
  const unmet: string[] = [];
  return inOffice({ smallDisk: true }, (office) =>
    fight(office, {
      records,
      seed,
      parts: amounts.shortages,
      crew: crewOf(noPlan),
      async trouble(battle) {
        for (let n = 0; n < amounts.shortages; n += 1) {
          if (n > 0) await battle.handInMore();
          await untilEnded(battle, 5, records);
          const kind = shortageKinds[(seed + n) % shortageKinds.length];
          const missing = await kind?.(battle);
          // Recovery counts from the moment at which there is enough again.
          battle.crew.note("cut");
          if (missing) unmet.push(missing);
        }
      },
      unmet: () => unmet,
    }),
  );
}

const yearEnd = "2027-03-31T23:59:52+09:00";
const leapDay = "2028-02-28T23:59:55+09:00";
const secondsTo = (iso: string): number => Math.round((Date.parse(iso) - Date.now()) / 1000);

/** An hour on, an hour back, over the end of the fiscal year, back to today, into a leap day, half an hour back. */
const clockSettings: readonly (() => number)[] = [
  () => 3_600,
  () => 0,
  () => secondsTo(yearEnd),
  () => 0,
  () => secondsTo(leapDay),
  () => -1_800,
];

/** F13: the clock of bots and ledger is set while commits are under way that arrive late; half of the time everybody dies as well. */
async function clocksSet(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const folder = await mkdtemp(join(tmpdir(), "buka-drill-clock-"));
  const clock = turnableClock(folder);
  const records = amounts.jumps * 12;
  try {
    const end = await inOffice(
      { clock, settleSeconds: 3, faults: ["commit-delay:1200"] },
      (office) =>
        fight(office, {
          records,
          seed,
          crew: crewOf(noPlan),
          trouble: (battle) => setClocks(battle, clock, { jumps: amounts.jumps, seed, records }),
        }),
    );
    // Times of the ledger come from a clock that was set: nothing can be said about how long anything took.
    return { ...end, recoveries: [] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function setClocks(
  battle: Battle,
  clock: TurnableClock,
  wish: { readonly jumps: number; readonly seed: number; readonly records: number },
): Promise<void> {
  const chance = chanceOf(wish.seed);
  for (let n = 0; n < wish.jumps; n += 1) {
    await untilEnded(battle, 4, wish.records);
    await idle(chance() * 1_000);
    if (n % 2 === 1) for (let bot = 1; bot < battle.crew.size; bot += 1) battle.crew.kill(bot);
    battle.crew.note("site");
    clock.turn(clockSettings[(wish.seed + n - 1) % clockSettings.length]?.() ?? 0);
  }
}

/** F16: a newer program has been there, the ledger is lost, and comes back from a backup that is older than the last entries. */
async function lostLedger(amounts: Amounts, seed: number): Promise<BattleEnd> {
  const records = 30 * amounts.wipes;
  const unmet: string[] = [];
  return inOffice({}, (office) =>
    fight(office, {
      records,
      seed,
      crew: crewOf(noPlan),
      async trouble(battle) {
        await untilEnded(battle, 5, records);
        if (!(await newerProgram(battle)))
          unmet.push("新しい版の台帳のとき、STO007 と言いませんでした。");
        await untilEnded(battle, 5, records);
        const backup = join(office.folder, "backup");
        await backUp(battle.place(), backup);
        await untilEnded(battle, records / 2, records);
        await fromBackup(battle, backup);
      },
      unmet: async (battle) => [...unmet, ...(await differencesAtEnd(battle))],
    }),
  );
}

/** Somebody has started a newer buka on this ledger, and then the old one again. */
async function newerProgram(battle: Battle): Promise<boolean> {
  await battle.crew.knockOut();
  const file = await openSqlFile(join(battle.office.ledger, "journal.db"), "FULL");
  file.run("INSERT INTO migration (number, name, applied_at) VALUES (99, 'newer', '')");
  battle.crew.wakeUp();
  const said = await untilSaid(battle, ["STO007"]);
  await battle.crew.knockOut();
  file.run("DELETE FROM migration WHERE number = 99");
  file.close();
  battle.crew.wakeUp();
  return said;
}

async function fromBackup(battle: Battle, backup: string): Promise<void> {
  const { office, crew } = battle;
  await crew.knockOut();
  const old = battle.place();
  for (const name of await readdir(office.ledger))
    await rm(join(office.ledger, name), { recursive: true, force: true });
  await office.fillVault();
  const fresh = await office.open();
  await restoreLedger(fresh, backup);
  await rebuildQueue(fresh, null);
  battle.moveTo(fresh);
  await old.close();
  crew.note("cut");
  crew.wakeUp();
}

/** The books against the list that the finance system itself writes. */
async function differencesAtEnd(battle: Battle): Promise<string[]> {
  const list = join(battle.office.folder, "saikensha.csv");
  await writeFile(list, creditorsCsv(battle.office.rows()));
  const place = await battle.office.open();
  try {
    const bot = await place.bot("drill");
    const found = await reconcile(place.store, { bot, list: await listOfFile(list), fields: [] });
    return found.differences.map((d) => `突き合わせの違い：${d.kind} ${d.receiptNumber}`);
  } finally {
    await place.close();
  }
}

export const siteFaults: readonly Fault[] = [
  ...(rootIsHere
    ? [
        {
          id: "F7",
          what: "ディスクがいっぱい・読み取り専用・開けるファイルの数・メモリ",
          run: shortages,
        },
      ]
    : []),
  ...(clocksAreHere
    ? [{ id: "F13", what: "時計が進む・戻る・年度と閏日をまたぐ", run: clocksSet }]
    : []),
  {
    id: "F16",
    what: "新しい版が触れた台帳、失われて古い控えから戻した台帳",
    run: lostLedger,
  },
];

/** Schedules as an office means them: holidays, closed days, windows, and what was missed while nobody looked. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { randomIds } from "../../core/index.ts";
import {
  addSchedule,
  type BatchOutcome,
  type BatchTime,
  dayInJapan,
  holidayName,
  isBusinessDay,
  nextRuns,
  runDue,
  scheduleEnds,
  type Workplace,
} from "../../queues/index.ts";
import { parseSchedules } from "../../queues/schedule/schedule-file.ja.ts";
import { openStore } from "../../store/index.ts";
import {
  clerk,
  clockAt,
  freshFolder,
  refusal,
  robot,
  sheet,
  type TurnedClock,
} from "../support/store-world.ts";

describe("holidays of Japan", () => {
  // 内閣府 publishes the days of each year; those that trip programs up, of seven years.
  it.each([
    ["2009-05-06", "振替休日"],
    ["2009-09-22", "国民の休日"],
    ["2015-09-22", "国民の休日"],
    ["2019-04-30", "国民の休日"],
    ["2019-05-01", "天皇の即位の日"],
    ["2019-05-02", "国民の休日"],
    ["2019-05-06", "振替休日"],
    ["2019-10-22", "即位礼正殿の儀の行われる日"],
    ["2020-02-24", "振替休日"],
    ["2020-07-24", "スポーツの日"],
    ["2021-08-09", "振替休日"],
    ["2024-02-12", "振替休日"],
    ["2024-09-22", "秋分の日"],
    ["2024-09-23", "振替休日"],
    ["2025-05-06", "振替休日"],
    ["2025-11-24", "振替休日"],
    ["2026-03-20", "春分の日"],
    ["2026-05-06", "振替休日"],
    ["2026-09-22", "国民の休日"],
    ["2026-09-23", "秋分の日"],
    ["2027-03-22", "振替休日"],
    ["2032-09-21", "国民の休日"],
  ])("%s is %s", (day, name) => {
    expect(holidayName(day)).toBe(name);
  });

  it.each(["2019-12-23", "2020-10-12", "2021-07-19", "2026-11-22", "2026-12-31"])(
    "%s is none",
    (day) => {
      expect(holidayName(day)).toBeNull();
    },
  );

  it("counts as many in a year as the law gives", () => {
    const count = (year: number): number =>
      Array.from({ length: 366 }, (_, n) =>
        new Date(Date.UTC(year, 0, 1 + n)).toISOString().slice(0, 10),
      ).filter((d) => d.startsWith(String(year)) && holidayName(d) !== null).length;
    expect([2019, 2020, 2024, 2025, 2026].map(count)).toEqual([22, 18, 21, 19, 18]);
  });

  it("has an office closed at the turn of the year and on its own days", () => {
    const closed = new Set(["2026-12-28"]);
    const days = ["2026-12-25", "2026-12-28", "2026-12-29", "2027-01-01", "2027-01-04"];
    expect(days.map((d) => isBusinessDay(d, closed))).toEqual([true, false, false, false, true]);
  });
});

/** Times in Japan, as people write them. */
function times(when: string, from: string, count = 3, more = ""): readonly string[] {
  const [schedule] = parseSchedules(`版: 1\n予定:\n  夜:\n    部下: a\n    いつ: ${when}\n${more}`);
  if (!schedule) throw new TypeError("one schedule");
  const japan = (at: Date): string => {
    const text = new Date(at.getTime() + 9 * 3_600_000).toISOString();
    return `${text.slice(5, 10)} ${text.slice(11, 16)}`;
  };
  return nextRuns(schedule, new Date(`${from}+09:00`), count).map(japan);
}

describe("when a batch is due", () => {
  it.each([
    ["毎日 19:00", "2026-11-22T18:59", ["11-22 19:00", "11-23 19:00", "11-24 19:00"]],
    ["毎日 １９：００", "2026-11-22T19:00", ["11-23 19:00", "11-24 19:00", "11-25 19:00"]],
    ["毎営業日 19:00", "2026-11-20T20:00", ["11-24 19:00", "11-25 19:00", "11-26 19:00"]],
    ["毎週 月・水 8:30", "2026-11-22T00:00", ["11-23 08:30", "11-25 08:30", "11-30 08:30"]],
    ["毎月 末日 9:00", "2027-02-01T00:00", ["02-28 09:00", "03-31 09:00", "04-30 09:00"]],
    ["毎月 31日 9:00", "2027-02-01T00:00", ["02-28 09:00", "03-31 09:00", "04-30 09:00"]],
    ["毎月 3営業日目 9:00", "2026-12-30T00:00", ["01-06 09:00", "02-03 09:00", "03-03 09:00"]],
    [
      "毎月 末日の2営業日前 9:00",
      "2026-12-01T00:00",
      ["12-25 09:00", "01-28 09:00", "02-25 09:00"],
    ],
    [
      "毎月 20日の3営業日後 9:00",
      "2026-11-20T10:00",
      ["11-26 09:00", "12-23 09:00", "01-25 09:00"],
    ],
    ["年度末 17:00", "2026-04-01T00:00", ["03-31 17:00", "03-31 17:00"]],
    [
      "出納整理期間の営業日 19:00",
      "2027-05-30T00:00",
      ["05-31 19:00", "04-03 19:00", "04-04 19:00"],
    ],
    ["cron 0,30 19 * * 1-5", "2026-11-20T19:10", ["11-20 19:30", "11-23 19:00", "11-23 19:30"]],
    ["cron 15 */6 1 1 *", "2026-12-31T23:00", ["01-01 00:15", "01-01 06:15", "01-01 12:15"]],
  ])("%s after %s", (when, from, expected) => {
    expect(times(when, from, expected.length)).toEqual(expected);
  });

  it.each([
    ["翌営業日", "12-28 09:00"],
    ["前営業日", "12-25 09:00"],
    ["そのまま", "12-26 09:00"],
    ["行わない", "01-26 09:00"],
  ])("a run on a closed day: %s → %s", (shift, first) => {
    const more = `    休みのとき: ${shift}\n`;
    expect(times("毎月 26日 9:00", "2026-12-01T00:00", 1, more)).toEqual([first]);
  });

  it.each([
    ["いつ: ときどき", "QUE184"],
    ["いつ: 毎日 25:00", "QUE184"],
    ["いつ: cron 0 0 * *", "QUE184"],
    ["いつ: cron 61 0 * * *", "QUE184"],
    ["いつ: 毎日 9:00\n    終わり: 夜", "QUE185"],
    ["いつ: 毎日 9:00\n    休みのとき: 未定", "QUE186"],
    ["いつ: 毎日 9:00\n    曜日: 月", "QUE182"],
    ["終わり: 7:00", "QUE183"],
  ])("refuses %s", async (line, code) => {
    const text = `版: 1\n予定:\n  夜:\n    部下: a\n    ${line}\n`;
    const error = await refusal(() => parseSchedules(text));
    expect(error.code).toBe("QUE171");
    expect(error.problems.map((p) => p.code)).toContain(code);
  });

  it("refuses closed days that are no days", async () => {
    const text = "版: 1\n休み: [2026-13-45]\n予定:\n  夜:\n    部下: a\n    いつ: 毎日 9:00\n";
    const error = await refusal(() => parseSchedules(text));
    expect(error.problems.map((p) => p.code)).toEqual(["QUE187"]);
  });
});

describe("adding a schedule", () => {
  it("keeps what stands there, and refuses a name twice", async () => {
    const folder = await freshFolder();
    const wish = { name: "夜", bot: "a", when: "毎営業日 19:00", until: "翌 7:00", shift: null };
    await addSchedule(folder, wish);
    await addSchedule(folder, { ...wish, name: "月締め", when: "毎月 末日 9:00", until: null });
    const text = await readFile(join(folder, "schedule.yaml"), "utf8");
    expect(parseSchedules(text).map((s) => s.name)).toEqual(["夜", "月締め"]);
    expect((await refusal(() => addSchedule(folder, wish))).code).toBe("QUE172");
    expect((await refusal(() => addSchedule(folder, { ...wish, name: "a: b" }))).code).toBe(
      "QUE174",
    );
    expect(await readFile(join(folder, "schedule.yaml"), "utf8")).toBe(text);
  });
});

describe("running what is due", () => {
  const plan = (more = ""): string =>
    `版: 1\n予定:\n  夜:\n    部下: a\n    いつ: 毎営業日 19:00\n${more}`;

  async function world(text: string) {
    const clock = clockAt("2026-11-20T09:00:00.000Z");
    const { store } = await openStore(await freshFolder(), { clock, ids: randomIds });
    onTestFinished(() => store.close());
    const bot = { scenario: { systems: ["財務会計"] } };
    const place = { store, clock, bot: async () => bot } as unknown as Workplace;
    const [schedule] = parseSchedules(text);
    if (!schedule) throw new TypeError("one schedule");
    const ran: string[] = [];
    const look = (holder = "p1") =>
      runDue(place, schedule, holder, async () => {
        ran.push(dayInJapan(clock.now()));
        return { reason: null, stopped: false };
      });
    return { clock, place, schedule, ran, look };
  }

  it("owes nothing for the time before it was seen, then runs once when it is due", async () => {
    const { clock, ran, look } = await world(plan());
    expect(await look()).toEqual({ kind: "not-due" });
    clock.pass(3600);
    expect(await look()).toMatchObject({ kind: "ran" });
    expect(await look("p2")).toEqual({ kind: "not-due" });
    expect(ran).toEqual(["2026-11-20"]);
  });

  it("makes up for several missed nights once", async () => {
    const { clock, ran, look } = await world(plan());
    await look();
    clock.pass(7 * 86_400);
    expect(await look()).toMatchObject({ kind: "ran", due: new Date("2026-11-26T10:00:00Z") });
    expect(await look()).toEqual({ kind: "not-due" });
    expect(ran).toHaveLength(1);
  });

  it("does not make up outside of its window", async () => {
    const { clock, ran, look } = await world(plan("    終わり: 翌 7:00\n"));
    await look();
    // 09:00 of the next morning, then 06:00 of a night.
    clock.pass(15 * 3600);
    expect(await look()).toMatchObject({ kind: "missed" });
    clock.pass((3 * 24 + 21) * 3600);
    expect(await look()).toMatchObject({ kind: "ran" });
    expect(ran).toHaveLength(1);
  });

  it("waits while another batch works on the same finance system", async () => {
    const { clock, place, ran, look } = await world(plan());
    await look();
    clock.pass(3600);
    const other = await place.store.acquireLease("batch:財務会計", "other", 60);
    expect(await look()).toEqual({ kind: "busy" });
    if (other) await place.store.releaseLease(other);
    expect(await look()).toMatchObject({ kind: "ran" });
    expect(ran).toHaveLength(1);
  });

  /** A schedule whose batch does what the test says; the clock turns when it does. */
  async function nightOf(
    more: string,
    run: (time: BatchTime, clock: TurnedClock) => Promise<BatchOutcome>,
  ) {
    const { clock, place, schedule } = await world(plan(more));
    await place.store.receive(sheet("a", { bot: "a" }), clerk);
    const look = () => runDue(place, schedule, "p1", (time) => run(time, clock));
    await look();
    clock.pass(3600);
    const last = async () => (await scheduleEnds(place.store)).get("夜");
    return { clock, place, look, last };
  }

  const ended: BatchOutcome = { reason: null, stopped: false };

  it("drains so that the last case is finished before the window's end, and says what is left", async () => {
    const { look, last } = await nightOf("    終わり: 翌 7:00\n", async ({ signal }, clock) => {
      // 06:58 in Japan: a minute is what a case takes at least.
      clock.pass(11 * 3600 + 58 * 60);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(signal.aborted).toBe(false);
      clock.pass(60);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      return { reason: null, stopped: true };
    });
    const found = await look();
    expect(found).toMatchObject({ kind: "ran", reason: { code: "QUE216" } });
    expect(await last()).toMatchObject({ left: 1, reason: { code: "QUE216" } });
    expect((await last())?.reason?.message).toBe(
      "予定の終わり（11/21 7:00）までに1件（約 1 分）を終えられないので、1 件を残して止めました。",
    );
    expect(await look()).toEqual({ kind: "not-due" });
  });

  it("begins nothing in a window that is shorter than one case", async () => {
    const { place, look, clock } = await nightOf("    終わり: 19:05\n", async () => ended);
    const [c] = await place.store.listCases({});
    const facts = { outcome: "done", millis: 300_000 };
    await place.store.addEvent(c?.id ?? "", { actor: robot, event: "played", facts });
    expect(await look()).toMatchObject({ kind: "missed", reason: { code: "QUE217" } });
    clock.pass(3600);
    expect(await look()).toEqual({ kind: "not-due" });
  });

  it("goes on after a break in the middle, three tries in all", async () => {
    let tries = 0;
    const { look, last } = await nightOf("", async () => {
      tries += 1;
      throw new TypeError("cut");
    });
    await expect(look()).rejects.toThrow("cut");
    await expect(look()).rejects.toThrow("cut");
    expect(await look()).toMatchObject({ kind: "missed", reason: { code: "QUE218" } });
    expect(await look()).toEqual({ kind: "not-due" });
    expect([tries, (await last())?.reason?.code]).toEqual([3, "QUE218"]);
  });

  it("a batch that a person has stopped is gone on with by whoever is started next", async () => {
    let runs = 0;
    const { look } = await nightOf("", async () => {
      runs += 1;
      return { reason: null, stopped: runs < 5 };
    });
    for (let n = 0; n < 5; n += 1) expect(await look()).toMatchObject({ kind: "ran" });
    expect(await look()).toEqual({ kind: "not-due" });
  });

  it("is not silent for a year because the clock was once a year ahead", async () => {
    const { look, clock } = await nightOf("", async () => ended);
    clock.pass(365 * 86_400);
    expect(await look()).toMatchObject({ kind: "ran" });
    clock.pass(-365 * 86_400);
    expect(await look()).toEqual({ kind: "not-due" });
    clock.pass(4 * 86_400);
    expect(await look()).toMatchObject({ kind: "ran" });
  });
});

/** Hours of a finance system: what an office writes, when a case may still be begun, and what people read while it may not. */
import { describe, expect, it, onTestFinished } from "vitest";
import { randomIds, readSettings, type SystemSettings } from "../../core/index.ts";
import { caseMillis, serviceHold } from "../../queues/entry-gate.ts";
import { openStore } from "../../store/index.ts";
import { clockAt, freshFolder, robot, sheet } from "../support/store-world.ts";

const text = (lines: readonly string[]): string =>
  [
    "版: 1",
    "画面:",
    "  財務会計:",
    "    入口: http://zaimu/",
    ...lines.map((l) => `    ${l}`),
  ].join("\n");

function system(...lines: readonly string[]): SystemSettings {
  const read = readSettings(text(lines), "buka.yaml", {});
  if (!read.ok || !read.value.settings.systems[0]) throw new TypeError(JSON.stringify(read));
  return read.value.settings.systems[0];
}

const at = (japan: string): Date => new Date(`${japan}+09:00`);
const minutes = (count: number): number => count * 60_000;

/** "now", or the code and when it goes on, in Japan. */
function verdict(systems: readonly SystemSettings[], now: string, took = minutes(2)): string {
  const hold = serviceHold(systems, at(now), took);
  if (hold === null) return "now";
  const until = hold.until
    ? new Date(hold.until.getTime() + 9 * 3_600_000).toISOString().slice(5, 16).replace("T", " ")
    : "never";
  return `${hold.reason.code} ${until}`;
}

describe("service hours", () => {
  const day = system("使える時間: 6:00〜23:00");
  it.each([
    ["2026-11-24T05:59:59", "QUE213 11-24 06:00"],
    ["2026-11-24T06:00:00", "now"],
    ["2026-11-24T22:58:00", "now"],
    ["2026-11-24T22:58:01", "QUE214 11-25 06:00"],
    ["2026-11-24T23:00:00", "QUE213 11-25 06:00"],
    ["2026-12-31T23:30:00", "QUE213 01-01 06:00"],
  ])("6:00〜23:00 at %s: %s", (now, expected) => {
    expect(verdict([day], now)).toBe(expected);
  });

  it.each([
    ["22:00〜翌6:00", "2026-11-24T23:59:00", "now"],
    ["22:00〜翌6:00", "2026-11-25T05:58:30", "QUE214 11-25 22:00"],
    ["22:00から翌日6:00まで", "2026-11-25T12:00:00", "QUE213 11-25 22:00"],
    ["２２：００～６：００", "2026-11-25T03:00:00", "now"],
    ["[6:00〜12:00, 13:00〜24:00]", "2026-11-25T11:59:00", "QUE214 11-25 13:00"],
    ["[6:00〜12:00, 12:00〜24:00]", "2026-11-25T11:59:00", "now"],
    ["0:00〜24:00", "2026-11-24T23:59:30", "now"],
  ])("使える時間 %s at %s: %s", (written, now, expected) => {
    expect(verdict([system(`使える時間: ${written}`)], now)).toBe(expected);
  });

  it.each([
    ["[土, 日, 祝日]", "2026-11-20T23:59:30", "QUE214 11-24 00:00"],
    ["土日祝", "2026-11-23T10:00:00", "QUE213 11-24 00:00"],
    ["[日曜日, 年末年始]", "2026-12-29T10:00:00", "QUE213 01-04 00:00"],
    ["2026-11-24", "2026-11-24T10:00:00", "QUE213 11-25 00:00"],
    ["2026/11/24、２０２６年１１月２５日", "2026-11-24T10:00:00", "QUE213 11-26 00:00"],
    ["2026-11-24〜2026-11-26", "2026-11-25T10:00:00", "QUE213 11-27 00:00"],
    ["[月, 火, 水, 木, 金, 土, 日]", "2026-11-25T10:00:00", "QUE215 never"],
  ])("使えない日 %s at %s: %s", (written, now, expected) => {
    expect(verdict([system(`使えない日: ${written}`)], now)).toBe(expected);
  });

  it("never fits a case that takes longer than the hours", () => {
    const short = system("使える時間: 12:00〜12:05");
    expect(verdict([short], "2026-11-24T12:00:00", minutes(6))).toBe("QUE215 never");
    expect(verdict([short], "2026-11-24T12:00:00", minutes(5))).toBe("now");
    expect(serviceHold([short], at("2026-11-24T12:00:00"), minutes(6))?.reason.message).toBe(
      "「財務会計」の使える時間は、1件にかかる時間（約 6 分）より短いので、1件も始められません。",
    );
  });

  it("waits for all systems of a bot at once", () => {
    const two = [system("使える時間: 6:00〜12:00"), system("使える時間: 10:00〜23:00")];
    expect(verdict(two, "2026-11-24T09:00:00")).toBe("QUE213 11-24 10:00");
    expect(verdict(two, "2026-11-24T10:00:00")).toBe("now");
    expect(verdict(two, "2026-11-24T11:59:00")).toBe("QUE214 11-25 10:00");
    const never = [system("使える時間: 6:00〜12:00"), system("使える時間: 12:00〜23:00")];
    expect(verdict(never, "2026-11-24T09:00:00")).toBe("QUE215 never");
  });

  it("tells what to do next", () => {
    const late = serviceHold([day], at("2026-11-24T22:59:00"), minutes(2));
    expect(late?.reason.message).toBe(
      "「財務会計」は 11/24 23:00 に終わります。1件に約 2 分かかるので、新しい案件を始めませんでした。次に始められるのは 11/25 6:00 です。",
    );
  });

  it.each([
    ["使える時間: いつでも", "COR195"],
    ["使える時間: 6:00", "COR195"],
    ["使える時間: 6:00〜25:00", "COR195"],
    ["使える時間: 6:00〜6:00", "COR195"],
    ["使えない日: [土, ときどき]", "COR196"],
    ["使えない日: 2026-02-30", "COR196"],
    ["使えない日: 2026-03-02〜2026-03-01", "COR196"],
    ["同時ログイン: 0", "COR194"],
    ["同時ログイン: 二つ", "COR194"],
    ["毎分の件数: 0.5", "COR194"],
    ["毎分の件数: 601", "COR194"],
  ])("refuses %s", (line, code) => {
    const read = readSettings(text([line]), "buka.yaml", {});
    expect(read.problems.map((p) => p.code)).toEqual([code]);
    expect(read.ok).toBe(false);
  });

  it.each([
    ["7時〜19時", "7:00〜19:00"],
    ["７時半から１９時３０分まで", "7:30〜19:30"],
    ["22時～翌朝6時", "22:00〜翌6:00"],
    ["6:00〜12:00、13:00〜23:00", "[6:00〜12:00, 13:00〜23:00]"],
  ])("reads %s as %s", (written, plain) => {
    expect(system(`使える時間: ${written}`).hours).toEqual(system(`使える時間: ${plain}`).hours);
  });

  it.each([
    ["使える時間: 6:00〜25:30", "使える時間: 6:00〜翌1:30"],
    ["使える時間: 24:00〜6:00", "使える時間: 0:00〜6:00"],
    ["使える時間: 朝から晩まで", "使える時間: 6:00〜23:00（夜をまたぐとき"],
    ["毎分の件数: 20件", "毎分の件数: 20"],
    ["同時ログイン: 一人", "同時ログイン: 1"],
  ])("of %s says what was probably meant", (line, fix) => {
    const [problem] = readSettings(text([line]), "buka.yaml", {}).problems;
    expect(problem?.fix).toContain(fix);
  });

  it("takes one session and any pace and hour where nothing is written", () => {
    const usual = system();
    expect([usual.sessions, usual.perMinute]).toEqual([1, null]);
    expect(verdict([usual], "2026-12-31T23:59:59")).toBe("now");
    expect(system("同時ログイン: ２").sessions).toBe(2);
  });
});

describe("how long a case takes", () => {
  it("is what most of the last ones took, half as much again, and never less than a minute", async () => {
    const clock = clockAt("2026-11-20T01:00:00.000Z");
    const { store } = await openStore(await freshFolder(), { clock, ids: randomIds });
    onTestFinished(() => store.close());
    const { case: c } = await store.receive(sheet("a"), robot);
    const played = (millis: number, outcome = "done") =>
      store.addEvent(c.id, { actor: robot, event: "played", facts: { millis, outcome } });
    expect(await caseMillis(store, c.bot)).toBe(60_000);
    await played(10_000);
    expect(await caseMillis(store, c.bot)).toBe(60_000);
    for (let n = 0; n < 39; n += 1) await played(100_000);
    await played(900_000);
    await played(9_000_000, "system-error");
    expect(await caseMillis(store, c.bot)).toBe(150_000);
    for (let n = 0; n < 5; n += 1) await played(9_000_000);
    expect(await caseMillis(store, c.bot)).toBe(30 * 60_000);
    expect(await caseMillis(store, "other")).toBe(60_000);
  });
});

/** `buka queue` as a clerk types it: every verb, numbers in every width, and what it says when something is wrong. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { queue } from "../../apps/cli/commands/queue.ts";
import { show } from "../../apps/cli/commands/show.ts";
import type { Io } from "../../apps/cli/io.ts";
import { silentLog } from "../../core/index.ts";
import { openWorkplace } from "../../queues/index.ts";
import { keptIo } from "../support/cli-io.ts";
import { clockAt, freshFolder, refusal, robot, sheet } from "../support/store-world.ts";

const clock = clockAt("2026-11-20T08:30:00+09:00");

let folder: string;
let out: string[];
let err: string[];
let io: Io;

/** Three cases that are ready to be entered: B20261120-00001 to 00003. */
beforeEach(async () => {
  folder = await freshFolder();
  const bot = join(folder, "bots", sheet("0").bot);
  await mkdir(bot, { recursive: true });
  await writeFile(join(folder, "buka.yaml"), "版: 1\n担当者: 佐藤\n");
  await writeFile(
    join(bot, "scenario.yaml"),
    "題名: 口座\n持ち主: 会計課\n段階: 机上検証\n取り違え防止の鍵: [口座番号]\n手順:\n  - 「登録」で登録する\n",
  );
  [out, err] = [[], []];
  io = { ...keptIo(folder, clock, out), err: (text) => void err.push(text) };
  const place = await openWorkplace(folder, {
    clock,
    ids: io.ids,
    log: silentLog,
    environment: {},
  });
  try {
    for (let n = 0; n < 3; n += 1) {
      const { case: c } = await place.store.receive(sheet(`${n}`), robot);
      const event = { actor: robot, event: "t", facts: {} };
      await place.store.changeCase(c.id, c.revision, "ready", {}, event);
    }
  } finally {
    await place.close();
  }
});

/** What is said, without the ledger's mark. */
async function say(
  words: readonly string[],
  options: Readonly<Record<string, string>> = {},
): Promise<string> {
  [out.length, err.length] = [0, 0];
  const code = await queue(io, { words, options });
  return [...out, ...err, `（${code}）`].join("\n").replace(/(B\d{8}-\d{5})-[A-Z]{3}/gu, "$1");
}

describe("buka queue", () => {
  it("puts cases first and last, tells so, and keeps it in the case's life", async () => {
    expect(await say(["first", "B20261120-00003"])).toBe(
      "案件 B20261120-00003 を先にしました。\n（0）",
    );
    expect(await say(["後に", "Ｂ２０２６１１２０ー００００１"])).toContain("00001 を後にしました");
    const all = await say([]);
    expect(all).toContain("| 入力       | 3          |");
    expect(all).toContain("先にする案件：B20261120-00003\n後にする案件：B20261120-00001");
    await say(["normal", "B20261120-00003"]);
    out.length = 0;
    await show(io, { words: ["B20261120-00003"], options: {} });
    expect(out.join("\n")).toMatch(/佐藤（人）　順番を先にした\n.*順番を受付順に戻した/u);
  });

  it("deals with a number once, however often and however it is written", async () => {
    const said = await say(["cancel", "B20261120-00002", "b20261120－00002"], {
      why: "二重に届いた",
    });
    expect(said).toBe(
      "案件 B20261120-00002 を取り消しました（差戻し）。戻すときは「buka queue back B20261120-00002」です。\n（0）",
    );
  });

  it("goes on after a number that nobody has, and ends with its code", async () => {
    const said = await say(["first", "B20261120-99999", "B20261120-00001"]);
    expect(said).toContain("00001 を先にしました");
    expect(said).toMatch(/［QUE170］[\s\S]*（3）$/u);
  });

  it("tells how a cancelled case comes back, and brings it back", async () => {
    await say(["cancel", "B20261120-00002"]);
    expect(await say(["first", "B20261120-00002"])).toContain(
      "先に「buka queue back B20261120-00002",
    );
    expect(await say(["cancel", "B20261120-00002"])).toContain("することはありません");
    expect(await say(["back", "B20261120-00002"])).toContain(
      `「buka run ${sheet("0").bot}」で、点検からやり直します`,
    );
    expect(await say(["back", "B20261120-00002"])).toMatch(/QUE210[\s\S]*（6）/u);
  });

  it("pauses and resumes what was named, and says what is still paused", async () => {
    const bot = sheet("0").bot;
    expect(await say(["pause"], { why: "財務会計の\n障害" })).toContain(
      "すべての部下の読取と入力を一時停止しました。新しい案件は始めません。受け付けは続けられます。再開するときは「buka queue resume」です。",
    );
    expect(await say(["一時停止", bot], { lanes: "ｅｎｔｅｒ" })).toContain(
      `部下「${bot}」の入力を一時停止しました`,
    );
    const left = await say(["resume", bot], { lanes: "読取" });
    expect(left).toContain("一時停止していません。\nほかの一時停止が残っています。");
    expect(left).toContain("理由：財務会計の 障害");
    expect(await say(["再開"])).toContain("すべての部下の読取と入力を再開しました");
    expect(await say(["resume", bot], { lanes: "入力" })).toContain("入力を再開しました");
    expect(await say([])).toContain("一時停止はしていません。");
  });

  it.each([
    [["stop"], {}, "CLI006"],
    [["first"], {}, "CLI003"],
    [["pause", "a", "b"], {}, "CLI003"],
    [["pause"], { lanes: "press" }, "CLI006"],
    [["pause"], { wait: "少し" }, "CLI006"],
    [["pause", "nobody"], {}, "QUE101"],
  ])("refuses %j %j with %s, and pauses nothing", async (words, options, code) => {
    const error = await refusal(() => say(words, options as Record<string, string>));
    expect(error.code).toBe(code);
    expect(await say([])).toContain("一時停止はしていません。");
  });

  it("shows the line: who is next, since when, who was put first, and why somebody waits", async () => {
    await say(["先に", "B20261120-00003"]);
    await say(["pause", "creditor-account"], { lanes: "入力" });
    const all = await say([]);
    expect(all).toMatch(/^入力の順番$/mu);
    const rows = all.split("\n").filter((row) => /^\| \d/u.test(row));
    expect(rows.map((row) => row.split("|").map((cell) => cell.trim())[2])).toEqual([
      "B20261120-00003",
      "B20261120-00001",
      "B20261120-00002",
    ]);
    expect(rows[0]).toMatch(/^\| 1 .*入力待ち \| 11\/20 8:30 \| 先に \| QUE212/u);
    io = { ...io, json: true };
    const { lines } = JSON.parse((await say([])).split("\n")[0] ?? "");
    expect(lines[1]).toMatchObject({ lane: "enter", total: 3 });
    expect(lines[1].cases[0]).toMatchObject({ place: 1, priority: 5, held: { code: "QUE212" } });
    expect(lines[0]).toEqual({ lane: "read", total: 0, cases: [] });
  });

  it("shows the first twenty of a long line and counts the others", async () => {
    const place = await openWorkplace(folder, {
      clock,
      ids: io.ids,
      log: silentLog,
      environment: {},
    });
    for (let n = 3; n < 30; n += 1) await place.store.receive(sheet(`${n}`), robot);
    await place.close();
    const all = await say([]);
    expect(all.split("\n").filter((row) => /^\| \d/u.test(row))).toHaveLength(20 + 3);
    expect(all).toMatch(/^ほか 7 件$/mu);
  });

  it.each([
    [["おわり"], {}, "pause（一時停止）、resume（再開）、first（先に）"],
    [["pause"], { lanes: "よみとり" }, "read（読取）、enter（入力）"],
  ] as const)("%j %j: names the words in both languages", async (words, options, hint) => {
    const error = await refusal(() => say(words, options));
    expect(error.code).toBe("CLI006");
    expect(error.next).toContain(hint);
  });
});

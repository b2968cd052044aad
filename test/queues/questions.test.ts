/** 人に聞く in a batch: the question waits in the review, the answer brings the case on, and nothing is pressed twice. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type Case, randomIds, silentLog } from "../../core/index.ts";
import type { Bot } from "../../queues/bot.ts";
import { enterCase } from "../../queues/enter-work.ts";
import { openWorkplace, reviewItems, takeAnswers, type Workplace } from "../../queues/index.ts";
import { createLedgerRows } from "../../queues/ledger-rows.ts";
import { createPassedTime } from "../../queues/passed-time.ts";
import { readCase } from "../../queues/read-work.ts";
import type { Player, PlayRequest } from "../../runner/index.ts";
import { sureReading } from "../support/field-reading.ts";
import { clockAt, freshFolder, robot } from "../support/store-world.ts";

const scenario = `版: 1
題名: 試験
持ち主: 会計課
使う画面: [財務会計]
取り違え防止の鍵: [口座番号]
成功の印: 登録しました
手順:
  - 「財務会計」にログインする
  - 人に聞く「100万円以上です。続けてよいですか」
  - 「内線番号」を人に聞いて {内線番号} に入れる
  - 「登録」で登録する
  - 「番号」の値を {番号} として読み取る
`;
const clock = clockAt("2026-11-20T10:00:00+09:00");
const go = "問い「100万円以上です。続けてよいですか」";

let place: Workplace;
let bot: Bot;
let presses: number;

beforeEach(async () => {
  const folder = await freshFolder();
  await mkdir(join(folder, "bots", "asker"), { recursive: true });
  await writeFile(join(folder, "buka.yaml"), "版: 1\n");
  await writeFile(join(folder, "bots", "asker", "scenario.yaml"), scenario);
  place = await openWorkplace(folder, { clock, ids: randomIds, log: silentLog, environment: {} });
  onTestFinished(() => place.close());
  bot = await place.bot("asker");
  presses = 0;
});

/** Asks one thing after the other, then presses, as the sentences say. */
const player = {
  async play({ values, barrier }: PlayRequest) {
    const steps = [] as const;
    const ask = { kind: "ask-person", steps } as const;
    const message = go.slice(3, -1);
    if (!values[go]) return { ...ask, message, into: go, decides: "yes" } as const;
    if (!values["内線番号"])
      return { ...ask, message: "内線番号", into: "内線番号", decides: "value" } as const;
    await barrier.beforePress();
    presses += 1;
    return { kind: "done", steps, values: { 番号: "7" } } as const;
  },
} as unknown as Player;

async function readyCase(): Promise<Case> {
  const { store } = place;
  const { case: c } = await store.receive(
    {
      bot: "asker",
      botVersion: bot.version,
      receivedOn: "2026-11-20",
      source: { kind: "row", fileName: "a.csv", contentHash: "a".repeat(64), page: 1 },
      original: `sha256-${"a".repeat(64)}.csv`,
    },
    robot,
  );
  const readings = { 口座番号: sureReading("0123456") };
  const patch = { readings, businessKey: "key" };
  return store.changeCase(c.id, c.revision, "ready", patch, {
    actor: robot,
    event: "t",
    facts: {},
  });
}

async function enter(id: string): Promise<Case> {
  const lease = await place.store.acquireLease("account:x", "test", 60);
  if (!lease) throw new TypeError("no lease");
  const doors = {
    store: place.store,
    evidence: place.evidence,
    player: async () => player,
    dropPlayer: async () => undefined,
    passed: createPassedTime(clock),
    lease: () => lease,
    isSoleLogIn: () => true,
    raiseFence: async () => undefined,
    clock,
    log: silentLog,
    actor: robot,
  };
  const result = await enterCase(doors, bot, id);
  await place.store.releaseLease(lease);
  if (result?.kind !== "finished") throw new TypeError(result?.kind);
  return result.case;
}

async function answer(value: string): Promise<Awaited<ReturnType<typeof takeAnswers>>> {
  const items = await reviewItems(place, "asker");
  const given = items.map((i) => ({ ...i, kind: "value" as const, value }));
  return takeAnswers(place, given, "佐藤");
}

async function checkAgain(id: string): Promise<Case | null> {
  const pages = {
    countPages: () => Promise.resolve(0),
    readPage: () => Promise.reject(new TypeError("nothing to read")),
  };
  const ledger = createLedgerRows(place.store, "asker");
  const { store, evidence } = place;
  return readCase({ store, evidence, pages, ledger, clock, log: silentLog, actor: robot }, bot, id);
}

describe("a question of a scenario", () => {
  it("waits in the review, and the answers bring the case to its one press", async () => {
    const { id } = await readyCase();
    const waiting = await enter(id);
    expect(waiting).toMatchObject({ state: "awaiting-review", attempt: 0, reason: null });
    expect(await place.store.getIntent(id)).toBeNull();
    const [item] = await reviewItems(place, "asker");
    expect(item).toMatchObject({
      field: go,
      value: "",
      candidates: ["はい", "いいえ"],
      reasons: ["100万円以上です。続けてよいですか"],
    });
    expect(await answer("はい")).toMatchObject({ passedOn: 1, refused: [] });
    expect(await checkAgain(id)).toMatchObject({ state: "ready" });
    expect(await enter(id)).toMatchObject({ state: "awaiting-review" });
    expect((await reviewItems(place, "asker")).map((i) => i.field)).toEqual(["内線番号"]);
    await answer("2345");
    await checkAgain(id);
    const done = await enter(id);
    expect(done).toMatchObject({ state: "done", outcome: { 番号: "7" }, attempt: 1 });
    expect(done.readings["内線番号"]).toMatchObject({ value: "2345", confirmed: { by: "佐藤" } });
    expect(presses).toBe(1);
    expect(await enter(id)).toMatchObject({ state: "done" });
    expect(presses).toBe(1);
  });

  it("sends the case back when the answer is no", async () => {
    const { id } = await readyCase();
    await enter(id);
    expect(await answer("いいえ")).toMatchObject({ returned: 1 });
    const back = await place.store.getCase(id);
    expect(back).toMatchObject({ state: "returned" });
    expect(back?.reason?.message).toContain("続けてよいですか：いいえ");
    expect(presses).toBe(0);
  });

  it("takes nothing else for a yes", async () => {
    const { id } = await readyCase();
    await enter(id);
    const result = await answer("たぶん");
    expect(result.refused.map((r) => r.message)).toEqual([
      "「はい」か「いいえ」で答えてください。",
    ]);
    expect(await place.store.getCase(id)).toMatchObject({ state: "awaiting-review" });
  });
});

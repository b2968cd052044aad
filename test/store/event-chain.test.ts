/** Nobody changes the event log unseen: every kind of tampering with 1 of many lines shows (G29), and lines stay lines (G30). */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import {
  type CaseEvent,
  eventLine,
  openSqlFile,
  openStore,
  type Store,
} from "../../store/index.ts";
import {
  clerk,
  clockAt,
  countedIds,
  freshFolder,
  refusal,
  robot,
  sheet,
} from "../support/store-world.ts";

interface LoggedStore {
  readonly store: Store;
  readonly journal: string;
}

const lines = 300;

let template = "";

/** One case with 300 events, made once. */
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), "buka-chain-"));
  const store = await openIn(template);
  await store.receive(sheet("a"), clerk);
  for (let n = 2; n <= lines; n += 1) {
    await store.addEvent("case-1", { actor: robot, event: "evidence", facts: { n } });
  }
  await store.close();
});
afterAll(() => rm(template, { recursive: true, force: true }));

async function openIn(folder: string): Promise<Store> {
  const clock = clockAt("2026-11-20T01:00:00.000Z");
  return (await openStore(folder, { clock, ids: countedIds("case") })).store;
}

/** A copy of the template. Raw SQL reaches the file as somebody with an SQLite tool would. */
async function loggedStore(): Promise<LoggedStore> {
  const folder = await freshFolder();
  await copyFile(join(template, "journal.db"), join(folder, "journal.db"));
  const store = await openIn(folder);
  onTestFinished(() => store.close());
  return { store, journal: join(folder, "journal.db") };
}

async function tamper(journal: string, sql: string): Promise<void> {
  const file = await openSqlFile(journal, "NORMAL");
  file.exec(sql);
  file.close();
}

const unlocked =
  "DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete; DROP TRIGGER event_no_replace;";

const tamperings: readonly (readonly [string, string, number])[] = [
  ["a changed fact", "UPDATE event SET facts = '{\"n\":7}' WHERE sequence = 150", 150],
  ["a changed name", "UPDATE event SET actor_name = '鈴木' WHERE sequence = 1", 1],
  ["a changed kind of actor", "UPDATE event SET actor_kind = 'person' WHERE sequence = 9", 9],
  ["a changed time", "UPDATE event SET at = '2026-11-20T01:00:00.001Z' WHERE sequence = 300", 300],
  ["a line of another case", "UPDATE event SET case_id = 'case-2' WHERE sequence = 40", 40],
  ["a removed line", "DELETE FROM event WHERE sequence = 77", 77],
  ["a removed first line", "DELETE FROM event WHERE sequence = 1", 1],
  [
    "a removed line with the rest moved up",
    `DELETE FROM event WHERE sequence = 77;
     UPDATE event SET sequence = -sequence WHERE sequence > 77;
     UPDATE event SET sequence = -sequence - 1 WHERE sequence < 0`,
    77,
  ],
  ["a cut-off tail", "DELETE FROM event WHERE sequence > 250", 251],
  [
    "a cut-off tail with the head turned back",
    "DELETE FROM event WHERE sequence > 250; UPDATE event_head SET sequence = 250",
    251,
  ],
  ["a lost head", "DELETE FROM event_head", 1],
  [
    "two exchanged lines",
    `UPDATE event SET sequence = -1 WHERE sequence = 20;
     UPDATE event SET sequence = 20 WHERE sequence = 21;
     UPDATE event SET sequence = 21 WHERE sequence = -1`,
    20,
  ],
  [
    "a line put at the end",
    `INSERT INTO event SELECT 301, case_id, at, actor_kind, actor_name, event, facts, hash
     FROM event WHERE sequence = 300`,
    301,
  ],
  ["a changed hash", "UPDATE event SET hash = 'x' WHERE sequence = 5", 5],
];

describe("hash chain", () => {
  it("is sound as long as only the store writes", async () => {
    const { store } = await loggedStore();
    expect(await store.verifyEvents()).toEqual({ ok: true, count: lines, firstBroken: null });
  });

  it.each(tamperings)("finds %s", async (_what, sql, place) => {
    const { store, journal } = await loggedStore();
    await tamper(journal, `PRAGMA foreign_keys = OFF; ${unlocked} ${sql}`);
    expect(await store.verifyEvents()).toEqual({
      ok: false,
      count: place - 1,
      firstBroken: place,
    });
  });

  it.each([
    "UPDATE event SET facts = '{}' WHERE sequence = 1",
    "DELETE FROM event",
    "INSERT OR REPLACE INTO event SELECT sequence, case_id, at, 'bot', actor_name, event, facts, hash FROM event",
  ])("is guarded by the file itself against: %s", async (sql) => {
    const { store, journal } = await loggedStore();
    await refusal(() => tamper(journal, sql));
    expect((await store.verifyEvents()).ok).toBe(true);
  });
});

const payloads: readonly string[] = [
  "a\nb",
  'a\r\n2026-11-20T10:00:00+09:00 case-1 person "部長" approved {}',
  "\u001b[2J\u001b[1;31m赤",
  "\u009b31m",
  "\u202e逆さ\u202c",
  "\u2066\u2067\u2069",
  "\u200b\u200e\u200f\u061c",
  "\u2028\u2029\u0085",
  "\ufeff先頭",
  "\u{e0041}\u{e0042}",
  "\ud800片割れ",
  "\u0007\b\t\v\f\u007f",
  '"} {"',
  "\\n\\u000a",
  "${jndi:ldap://x}",
  "%n%s%x",
  "=cmd|'/c calc'!A1",
  "<script>alert(1)</script>",
];

describe("one event on one line", () => {
  it.each(payloads)("shows %j without breaking the line", async (payload) => {
    const folder = await freshFolder();
    const clock = clockAt("2026-11-20T01:00:00.000Z");
    const { store } = await openStore(folder, { clock, ids: countedIds("case") });
    onTestFinished(() => store.close());
    await store.receive(sheet("a"), { kind: "person", name: payload });
    await store.addEvent("case-1", { actor: robot, event: "note", facts: { [payload]: payload } });
    const events = await store.events("case-1");
    const shown = events.map(eventLine);
    const odd = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;
    for (const line of shown) expect(line).not.toMatch(odd);
    expect(shown[0]).toMatch(/^2026-11-20T10:00:00\+09:00 case-1 person "/);
    const facts = shown[1]?.slice(shown[1].indexOf("{")) ?? "";
    expect(JSON.parse(facts)).toEqual(events[1]?.facts);
    expect((await store.verifyEvents()).ok).toBe(true);
  });

  it("leaves ordinary Japanese as it is", () => {
    const event: CaseEvent = {
      sequence: 1,
      caseId: "case-1",
      at: "2026-11-20T15:30:00.000Z",
      actor: { kind: "person", name: "髙﨑 𠮷子" },
      event: "review-imported",
      facts: { count: 3 },
    };
    expect(eventLine(event)).toBe(
      '2026-11-21T00:30:00+09:00 case-1 person "髙﨑 𠮷子" review-imported {"count":3}',
    );
  });
});

/** `buka show`: one case from its receipt to its number, values masked unless asked for, pictures in the one file. */
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { show } from "../../apps/cli/commands/show.ts";
import type { Io } from "../../apps/cli/io.ts";
import { maskValue } from "../../apps/cli/show-words.ja.ts";
import { type Case, type FieldReading, silentLog } from "../../core/index.ts";
import { openWorkplace } from "../../queues/index.ts";
import { keptIo } from "../support/cli-io.ts";
import { sureReading } from "../support/field-reading.ts";
import { clerk, clockAt, freshFolder, refusal, robot, sheet } from "../support/store-world.ts";

const clock = clockAt("2026-11-20T08:30:00+09:00");
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

let folder: string;
let out: string[];
let io: Io;

beforeEach(async () => {
  folder = await freshFolder();
  await writeFile(join(folder, "buka.yaml"), "版: 1\n");
  out = [];
  io = keptIo(folder, clock, out);
});

const reading = (value: string, more: Partial<FieldReading> = {}) =>
  sureReading(value, { readers: [{ name: "reader", version: "1" }], ...more });

/** A case that was asked about, typed, pictured and committed. */
async function oneCase(): Promise<Case> {
  const place = await openWorkplace(folder, {
    clock,
    ids: io.ids,
    log: silentLog,
    environment: {},
  });
  try {
    const { store, evidence } = place;
    const { case: received } = await store.receive(sheet("scan"), robot);
    const readings = {
      氏名: reading("見本電設"),
      口座番号: reading("0123456", { confirmed: { by: "佐藤", at: "2026-11-20T00:00:00Z" } }),
    };
    const facts = { from: "received", to: "read" };
    const read = await store.changeCase(
      received.id,
      received.revision,
      "read",
      { readings },
      {
        actor: clerk,
        event: "review-done",
        facts,
      },
    );
    const image = await evidence.put(png, "png");
    const picture = { purpose: "before-commit", image };
    await store.addEvent(read.id, { actor: robot, event: "picture", facts: picture });
    const steps = [
      {
        at: { line: 3 },
        sentence: "「登録」で<登録>する",
        startedAt: "2026-11-20T00:00:00Z",
        millis: 1234,
        foundBy: "button-name",
        outcome: "ok",
      },
    ];
    const log = await evidence.put(new TextEncoder().encode(JSON.stringify(steps)), "json");
    await store.addEvent(read.id, {
      actor: robot,
      event: "played",
      facts: { outcome: "done", steps: 1, millis: 1234, log, code: "" },
    });
    return await store.changeCase(
      read.id,
      read.revision,
      "done",
      { outcome: { 債権者番号: "00000077" } },
      {
        actor: robot,
        event: "commit-seen",
        facts: { from: "committing", to: "done" },
      },
    );
  } finally {
    await place.close();
  }
}

describe("buka show", () => {
  it("tells the whole life on the terminal, values of people masked", async () => {
    const c = await oneCase();
    await show(io, { words: [c.receiptNumber.toLowerCase()], options: {} });
    const text = out.join("\n");
    expect(text).toContain(`${c.receiptNumber}　creditor-account　【済】`);
    expect(text).toContain("財務会計の番号：債権者番号 00000077");
    expect(text).toContain("口座番号　●●●●●56　… 佐藤 さんが確かめた（2026-11-20 09:00:00）");
    expect(text).toContain("氏名　見●●●　… 読み取りのまま（人を通さず採用）");
    expect(text).toContain("佐藤（人）　確認が済んだ（→ 読取）");
    expect(text).toContain("画面に入力した：最後まで入力した（1 文、1.2 秒）");
    expect(text).toContain("1. 「登録」で<登録>する　1.2秒");
    expect(text).not.toMatch(/見本電設|0123456/u);
  });

  it("puts pictures into one HTML file for its owner only, and values when asked", async () => {
    const c = await oneCase();
    await show(io, { words: [c.id], options: { html: true, values: true } });
    const file = join(folder, "reports", `${c.receiptNumber}.html`);
    const page = await readFile(file, "utf8");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(page).toContain(`src="data:image/png;base64,${Buffer.from(png).toString("base64")}"`);
    expect(page).toContain("「登録」で&lt;登録&gt;する");
    expect(page).toContain("見本電設");
    expect(page).not.toMatch(/<script|https?:/u);
  });

  it("says that there is no such case", async () => {
    const error = await refusal(() => show(io, { words: ["R0-999999"], options: {} }));
    expect(error.code).toBe("QUE170");
  });

  it.each([
    ["", ""],
    ["男", "●"],
    ["見本", "見●"],
    ["0123456", "●●●●●56"],
    ["090-0000-1234", "●●●●●●●●●●●34"],
  ])("masks %s as %s", (value, masked) => {
    expect(maskValue(value)).toBe(masked);
  });
});

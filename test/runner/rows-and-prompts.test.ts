/** Rows of filters, lists that name themselves, choices drawn by their words, values in paragraphs; what is not told stops. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFront, type OldSystem, page, startOldSystem } from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

let system: OldSystem;
let bench: Bench;

const screens: Record<string, string> = {
  詳細: `<style>.f{clear:left;padding-left:120px;min-height:24px}.k{float:left;width:110px;margin-left:-120px;font-weight:bold}.bar{float:left;width:60px}.bar td{height:9px;background:#9c9}</style>
  <div class="f f0"><div class=k>区分:</div><div class=v>一般</div></div>
  <div class="f f1"><div class=k>進み具合:</div><div class=v><table class=bar><tr><td></td></tr></table><p class=n>35%</p></div></div>
  <div class="f f2"><div class=k>経緯:</div><div class=v><div class=w><p>窓口で受付</p></div></div></div>
  <div class="f f3"><div class=k>摘要:</div><div class=v></div></div>
  <div class="f f4"><div class=k>注記:</div><div class=v><p>一つ目</p><p>二つ目</p></div></div>
  <div><span><label>受付日時:</label></span><div><label>令和8年11月4日 (水) 10:25</label></div></div>
  <div><span><label>係:</label></span><div><label>窓口係</label></div></div>
  <p>開庁 8:30～17:15</p>`,
};

beforeAll(async () => {
  system = await startOldSystem();
  addFront(system, Object.keys(screens));
  for (const [i, [name, html]] of Object.entries(screens).entries())
    system.pages.set(`/s${i}`, page(name, `${html}<p id=told></p>`));
  bench = await openBench(system);
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
});

const readIn = async (screen: string, what: string): Promise<unknown> => {
  const outcome = await bench.play([
    `「${screen}」を開く`,
    `「${what}」の値を {値} として読み取る`,
  ]);
  return outcome.kind === "done" ? outcome.values["値"] : endOf(outcome);
};

describe("values behind their captions", { timeout: 20_000 }, () => {
  it.each([
    ["区分", "一般"],
    ["進み具合", "35%"],
    ["経緯", "窓口で受付"],
    ["受付日時", "令和8年11月4日 (水) 10:25"],
    ["係", "窓口係"],
  ])("%s", async (caption, value) => {
    expect(await readIn("詳細", caption)).toBe(value);
  });

  it.each([
    ["is empty", "摘要"],
    ["is two paragraphs", "注記"],
    ["is a time of day", "開庁 8"],
    ["is a date and a time", "令和8年11月4日 (水) 10"],
  ])("stops where it %s", async (_why, caption) => {
    expect(await readIn("詳細", caption)).toContain("RUN010");
  });
});

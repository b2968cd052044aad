/** Boxes in a line of captions with colons: the words before a box or behind it, as the drawing shows. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { addFront, type OldSystem, page, startOldSystem } from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

let system: OldSystem;
let bench: Bench;

const told = `onclick="document.title='t';document.getElementById('told').textContent='押した：'+this.name"`;
const box = (name: string): string => `<input type=checkbox name=${name} ${told}>`;

beforeAll(async () => {
  system = await startOldSystem();
  addFront(system, ["前の言葉", "後ろの言葉"]);
  system.pages.set(
    "/s0",
    page(
      "前の言葉",
      `<form><pre>
 人数 ： <input size=2> 人     継続利用 ： ${box("a")}     国保加入 ： ${box("b")}
 住民となった日 ： R08.11.20        確認書類 ： 運転免許証
</pre></form><p id=told></p>`,
    ),
  );
  system.pages.set(
    "/s1",
    page(
      "後ろの言葉",
      `<form><pre>
 理由 ： ${box("a")}転居  ${box("b")}その他 ： <input size=10>
 方法 ： ${box("c")}窓口     区分 ： ${box("d")}新規
</pre></form><p id=told></p>`,
    ),
  );
  bench = await openBench(system);
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
});

it.each([
  ["前の言葉", "継続利用", "a"],
  ["前の言葉", "国保加入", "b"],
  ["後ろの言葉", "転居", "a"],
  ["後ろの言葉", "その他", "b"],
  ["後ろの言葉", "窓口", "c"],
  ["後ろの言葉", "新規", "d"],
])("%s: 「%s」 is box %s", { timeout: 20_000 }, async (screen, words, name) => {
  const outcome = await bench.play([
    `「${screen}」を開く`,
    `「${words}」をチェックする`,
    `「押した：${name}」と出ることを確かめる`,
  ]);
  expect(endOf(outcome), JSON.stringify(outcome)).toBe("done");
});

/** Lists of thousands of lines: read whole, found at their end, in a time that grows with the list and not with its square. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFront, type OldSystem, page, startOldSystem } from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

let system: OldSystem;
let bench: Bench;

const lines = 2_000;
const cells = (n: number): string =>
  `<td><input type=checkbox></td><td>${String(n).padStart(5, "0")}</td><td>見本 ${n}</td><td>${n % 997}</td>`;
const list = Array.from(
  { length: lines },
  (_, i) =>
    `<tr>${cells(i + 1)}<td><a href="#" onclick="document.title='押した ${i + 1}';document.getElementById('told').textContent='押した番号 ${i + 1}';return false">選択</a></td></tr>`,
);

beforeAll(async () => {
  system = await startOldSystem();
  addFront(system, ["大きな一覧"]);
  system.pages.set(
    "/s0",
    page(
      "大きな一覧",
      `<h3>検索結果</h3><table border=1><tr><th></th><th>番号</th><th>氏名</th><th>金額</th><th>操作</th></tr>${list.join("")}</table>
      <p id=told></p><p>摘要 <input name=memo></p>`,
    ),
  );
  bench = await openBench(system, { patienceSeconds: 5 });
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
});

describe("a list of 2,000 lines", { timeout: 240_000 }, () => {
  it("is searched to its end", async () => {
    const outcome = await bench.play([
      "「大きな一覧」を開く",
      "「検索結果」表で「番号」が「02000」の行の「選択」を押す",
      "「押した番号 2000」と出ることを確かめる",
    ]);
    expect(endOf(outcome), JSON.stringify(outcome)).toBe("done");
  });
});

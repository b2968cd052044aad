/** Rounds, parts, remedies, calculations, tables of values, files in and out: on one old page, with one browser. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileDoor } from "../../runner/index.ts";
import { parseScenario, type Scenario } from "../../scenarios/index.ts";
import { addFront, type OldSystem, page, startOldSystem } from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

let system: OldSystem;
let bench: Bench;

const form = page(
  "明細登録",
  `<table><tr><th>件名</th><td><input id="t"></td></tr>
  <tr><th>区分</th><td><select><option></option><option>物品</option><option>役務</option></select></td></tr>
  <tr><th>税込額</th><td><input id="z"></td></tr>
  <tr><th>源泉徴収</th><td><input type="checkbox" id="g"></td></tr>
  <tr><th>品名</th><td><input id="n"></td></tr><tr><th>添付書類</th><td><input type="file" id="f"></td></tr></table>
  <button onclick="add()">行追加</button> <button onclick="later()">検索</button>
  <a href="/report" download="帳票.csv">帳票出力</a> <a href="/report" download="名簿.exe">名簿出力</a>
  <p>件数：<span id="c">0</span></p><ul id="l"></ul><div id="r"></div>
  <script>let tries=0;
  function add(){const n=document.getElementById('n');const li=document.createElement('li');li.textContent=n.value;
    document.getElementById('l').append(li);document.getElementById('c').textContent=document.querySelectorAll('li').length;n.value=''}
  function later(){if(++tries>=2)document.getElementById('r').textContent='検索結果あり'}</script>`,
);

beforeAll(async () => {
  system = await startOldSystem();
  addFront(system, ["明細登録"]);
  system.pages.set("/s0", form);
  system.pages.set("/report", (_hit, res) => {
    res.writeHead(200, { "content-type": "text/csv" }).end("番号\r\n0012\r\n");
  });
  bench = await openBench(system, { patienceSeconds: 1 });
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
});

const part = {
  file: "parts/count.yaml",
  text: "部品: 件数を読む\n部品の版: 1\n持ち主: 会計課\n受け取る項目: [題]\n返す項目: [件数]\n手順:\n  - 「件名」に {題} を入力する\n  - 「件数」の値を {件数} として読み取る\n  - 「件数」の値を {内緒} として読み取る\n",
};

function scenarioOf(steps: string): Scenario {
  const text = `題名: 試験\n持ち主: 会計課\n使う画面: [旧システム]\n使うファイル: [明細.csv, 見積.pdf, 帳票.csv]\n所属ごとの値:\n  会計課: { 題: 会計の件 }\n手順:\n  - 「旧システム」にログインする\n  - 「明細登録」を開く\n${steps}`;
  const parsed = parseScenario(text, "試験.yaml", { parts: [part] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}

const files = () => {
  const kept = new Map<string, unknown>();
  const door: FileDoor = {
    readTable: async () => [
      { 品名: "紙", "金額(円)": "1000" },
      { 品名: "筆", "金額(円)": "250" },
    ],
    writeTable: async (name, sheet, rows) => void kept.set(`${name}/${sheet}`, rows),
    read: async () => new TextEncoder().encode("pdf"),
    write: async (name, bytes) => void kept.set(name, new TextDecoder().decode(bytes)),
  };
  return { kept, door };
};

async function play(steps: string, values: Record<string, string> = {}) {
  const { kept, door } = files();
  const evidence = { picture: async () => undefined };
  const barrier = { beforePress: async () => undefined };
  const request = { scenario: scenarioOf(steps), values, evidence, barrier, files: door };
  const outcome = await bench.player.play(request);
  return { outcome, kept, end: endOf(outcome) };
}

describe("sentences that hold others", { timeout: 20_000 }, () => {
  it("goes over the rows of a file, fills a table of values, calculates, and calls a part", async () => {
    const { outcome, end } = await play(
      `  - 「明細.csv」を {明細} として読む
  - 次のとおり入力する:
      件名: {題}
      区分: 役務
      源泉徴収: あり
  - 計算する:
      税込額: INT(金額 * 110 / 100)
  - 「税込額」に {税込額} を入力する
  - 繰り返す: 明細
    手順:
      - 「品名」に「{明細の行番号}:{明細の品名} {明細の金額(円)}」を入力する
      - 「行追加」を押す
  - 「2:筆 250」と出ることを確かめる
  - 呼び出す: 「件数を読む」の版1
    渡す:
      題: 部品の題
  - もし: 件数 = 2
    なら:
      - 「件名」が「部品の題」であることを確かめる
    でなければ:
      - 業務エラーにする「数が違います」
`,
      { 金額: "1235", 題: "今月分" },
    );
    expect(end).toBe("done");
    // What the part read for itself stays in the part, and a calculation is no reading of the screen.
    expect("values" in outcome && outcome.values).toEqual({ 件数: "2" });
  });

  it.each([
    ["やり直す 2回", "done"],
    ["止まる", "system-error RUN034"],
    ["飛ばす", "done"],
    ["人に渡す", "ask-person"],
  ])("うまくいかないとき: %s → %s", async (remedy, expected) => {
    const { end } = await play(`  - 次を行う:
      - 「検索」を押す
      - 「検索結果あり」が出るまで待つ
    うまくいかないとき: ${remedy}
`);
    expect(end).toBe(expected);
  });

  it.each([
    ["繰り返す: 明細\n    手順:\n      - 「行追加」を押す", "system-error RUN102"],
    [
      "繰り返す: 1 = 1 の間\n    上限: 3\n    手順:\n      - 「行追加」を押す",
      "system-error RUN100",
    ],
    ["計算する:\n      答え: 件名 / 0", "system-error RUN103"],
    ["「名簿出力」で出たファイルを保存する", "system-error RUN105"],
    ["「帳票出力」を押す", "system-error RUN081"],
  ])("%s stops: %s", async (sentence, end) => {
    expect((await play(`  - ${sentence}\n`, { 明細: "表ではない", 件名: "1" })).end).toBe(end);
  });

  it("asks once, and goes on when the case comes with the answer", async () => {
    const steps =
      "  - 「件名は何ですか」を人に聞いて {件名} に入れる\n  - 「件名」に {件名} を入力する\n";
    const { outcome } = await play(steps);
    expect(outcome).toMatchObject({ kind: "ask-person", into: "件名" });
    expect((await play(steps, { 件名: "答え" })).end).toBe("done");
  });
});

describe("files", { timeout: 20_000 }, () => {
  it("come in, go onto the screen, and are saved only under declared names", async () => {
    const { end, kept } = await play(`  - 「添付書類」に「見積.pdf」を添付する
  - 「帳票出力」で出たファイルを保存する
  - 「明細.csv」を {明細} として読む
  - {明細} を「帳票.csv」の「写し」シートに書く
`);
    expect(end).toBe("done");
    expect(kept.get("帳票.csv")).toBe("番号\r\n0012\r\n");
    expect(kept.get("帳票.csv/写し")).toHaveLength(2);
  });

  it("are not touched without a door, nor written in a rehearsal", async () => {
    const evidence = { picture: async () => undefined };
    const { kept, door } = files();
    const scenario = scenarioOf("  - 「帳票出力」で出たファイルを保存する\n");
    const barrier = { beforePress: async () => undefined };
    expect(endOf(await bench.player.play({ scenario, values: {}, evidence, barrier }))).toBe(
      "system-error RUN104",
    );
    const rehearsed = await bench.player.rehearse({ scenario, values: {}, evidence, files: door });
    expect(rehearsed.kind).toBe("no-commit");
    expect(kept.size).toBe(0);
  });
});

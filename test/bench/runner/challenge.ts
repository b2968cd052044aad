/** A page like the RPA Challenge, of our own: ten rounds, seven fields that change places and have no stable ids. */
import type { Figure } from "../ocr/figures.ts";
import { openOnePage, scenarioOf } from "./one-page.ts";
import type { Section } from "./section.ts";

const fields = ["氏名", "フリガナ", "所属", "役職", "住所", "電話番号", "メール"] as const;
const rounds = 10;

const document = `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>入力の競争</title>
<style>label{display:block}.f{position:relative;display:inline-block;width:230px;margin:6px}</style></head><body>
<h1>入力の競争</h1><button id="go">開始</button><div id="form"></div><p id="end"></p>
<script>
const names=${JSON.stringify(fields)},got=[];let round=0,began=0;
const any=()=>"x"+Math.random().toString(36).slice(2);
function draw(){const order=[...names].sort(()=>Math.random()-.5);const f=document.createElement("form");
f.innerHTML=order.map(n=>'<div class="f"><label>'+n+'</label><input id="'+any()+'" name="'+any()+'"></div>').join("")+'<button>送る</button>';
f.onsubmit=e=>{e.preventDefault();const row={};for(const d of f.querySelectorAll(".f"))row[d.querySelector("label").textContent]=d.querySelector("input").value;
got.push(row);round+=1;if(round<${rounds})draw();else done()};document.getElementById("form").replaceChildren(f)}
function done(){const ms=Math.round(performance.now()-began);document.getElementById("form").replaceChildren();
fetch("/done",{method:"POST",body:JSON.stringify({ms,got})}).then(()=>{document.getElementById("end").textContent="終わりました"})}
document.getElementById("go").onclick=()=>{began=performance.now();draw()};
</script></body></html>`;

interface Told {
  readonly ms: number;
  readonly got: readonly Readonly<Record<string, string>>[];
}

export async function challenge(times: number): Promise<Section> {
  let told: Told | null = null;
  const { player, close } = await openOnePage("競争", (req, res) => {
    let body = "";
    req.on("data", (part: Buffer) => {
      body += part.toString();
    });
    req.on("end", () => {
      if (req.url === "/done") told = JSON.parse(body) as Told;
      res.writeHead(200, { "content-type": "text/html; charset=UTF-8" });
      res.end(req.url === "/done" ? "" : document);
    });
  });
  const runs: Told[] = [];
  const notes: string[] = [];
  for (let i = 0; i < times; i++) {
    told = null;
    await player.inspect({ system: "競争", menu: [], logIn: false });
    const outcome = await player.play({
      scenario: scenario(),
      values: { 名簿: JSON.stringify(people) },
      barrier: { beforePress: () => Promise.resolve() },
      evidence: { picture: () => Promise.resolve() },
    });
    if (outcome.kind !== "done")
      notes.push("error" in outcome ? outcome.error.message : outcome.kind);
    if (told) runs.push(told);
  }
  await close();
  return { figures: figuresOf(runs, times), notes };
}

const people = Array.from({ length: rounds }, (_, i) =>
  Object.fromEntries(fields.map((f) => [f, `${f}${i + 1}の値`])),
);

function scenario() {
  const lines = fields.map((f) => `          - 「${f}」に {名簿の${f}} を入力する`);
  const text = `版: 1
題名: 入力の競争
持ち主: 測定
使う画面: [競争]
受け取る項目: [名簿]
手順:
  - 「開始」を押す
  - 繰り返す: 名簿
    手順:
${lines.map((l) => l.slice(4)).join("\n")}
      - 「送る」を押す
  - 「終わりました」と出ることを確かめる
`;
  return scenarioOf(text, "challenge.yaml");
}

function figuresOf(runs: readonly Told[], times: number): readonly Figure[] {
  const right = runs.filter(
    (r) => JSON.stringify(sorted(r.got)) === JSON.stringify(sorted(people)),
  );
  const clocks = runs.map((r) => r.ms).sort((a, b) => a - b);
  const median = clocks[Math.floor(clocks.length / 2)];
  return [
    {
      name: "競争の画面：正しく送れた回",
      value: right.length,
      unit: `回（${times} 回のうち）`,
      target: { least: times },
    },
    {
      name: "競争の画面：画面の時計（中央値）",
      value: median === undefined ? null : median / 1000,
      unit: "秒",
      target: { most: 1.5 },
      peer: `最も速い ${(clocks[0] ?? 0) / 1000} 秒、10 回×7 欄`,
    },
  ];
}

const sorted = (rows: readonly Readonly<Record<string, string>>[]) =>
  rows.map((row) => fields.map((f) => row[f] ?? ""));

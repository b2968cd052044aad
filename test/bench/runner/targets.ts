/** Things on legacy pages by the names that a clerk uses, with Playwright's own ways as peers in the same run. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Frame } from "playwright";
import { silentLog, systemClock } from "../../../core/index.ts";
import { emptyDictionary, findBrowser, launchPlayer, type Player } from "../../../runner/index.ts";
import { parseScenario } from "../../../scenarios/index.ts";
import type { LegacyPage, WantedThing } from "../../support/legacy-pages/page.ts";
import { type Figure, percent } from "../ocr/figures.ts";
import type { Section } from "./section.ts";

/** Tells what was touched before anything else can happen. */
const spy = `<script>for(const n of ["input","change","click"])addEventListener(n,e=>{const p=e.composedPath().find(x=>x.dataset&&x.dataset.t);
if(!p)return;const x=new XMLHttpRequest();x.open("POST","/touched?"+n+"="+p.dataset.t,false);x.send()},true)</script>`;

export interface World {
  readonly url: string;
  readonly touched: string[];
  page: LegacyPage | null;
  close(): void;
}

export async function startWorld(): Promise<World> {
  const touched: string[] = [];
  const world: { page: LegacyPage | null } = { page: null };
  const server = createServer((req, res) => {
    const url = new URL(req.url ?? "/", "http://x");
    if (url.pathname === "/touched") touched.push(url.search.slice(1));
    const path = url.pathname === "/start" ? "/" : url.pathname;
    const html = world.page?.documents[path] ?? "";
    res.writeHead(200, { "content-type": "text/html; charset=UTF-8" });
    res.end(/<frameset/u.test(html) ? html : `${html}${spy}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    touched,
    get page() {
      return world.page;
    },
    set page(page) {
      world.page = page;
    },
    close: () => server.closeAllConnections(),
  };
}

export type Verdict = "right" | "stopped" | "wrong";
interface Judged {
  readonly page: string;
  readonly thing: WantedThing;
  readonly verdict: Verdict;
  readonly told: string;
}

function launch(world: World): Promise<Player> {
  return launchPlayer({
    systems: [
      {
        name: "見本",
        url: world.url,
        allowedHosts: [new URL(world.url).host],
        credentials: () => Promise.resolve({ user: "", password: "", section: null }),
      },
    ],
    dictionary: emptyDictionary(),
    clock: systemClock,
    log: silentLog,
    patienceSeconds: 1,
  });
}

async function judge(
  player: Player,
  world: World,
  page: LegacyPage,
  thing: WantedThing,
): Promise<Judged> {
  await player.inspect({ system: "見本", menu: [], logIn: false });
  const sentence = thing.sentence.replace("「V」", "「12」");
  const before = thing.after === undefined ? "" : `  - ${thing.after.sentence}\n`;
  const text = `題名: 測定\n持ち主: 測定\n使う画面: [見本]\n手順:\n${before}  - ${sentence}\n`;
  const parsed = parseScenario(text, "bench.yaml");
  if (!parsed.ok)
    return { page: page.name, thing, verdict: "stopped", told: parsed.problems[0]?.message ?? "" };
  world.touched.length = 0;
  const outcome = await player.play({
    scenario: parsed.value,
    values: {},
    evidence: { picture: () => Promise.resolve() },
    barrier: { beforePress: () => Promise.resolve() },
  });
  const touched = [...new Set(world.touched.map((t) => t.split("=")[1] ?? ""))].filter(
    (t) => t !== thing.after?.touches,
  );
  const reading = outcome.kind === "done" ? Object.values(outcome.values)[0] : undefined;
  const hit = reading ?? touched.join("+");
  if (outcome.kind === "done" && hit === thing.truth)
    return { page: page.name, thing, verdict: "right", told: "" };
  if (outcome.kind !== "done" && touched.every((t) => t === thing.truth))
    return {
      page: page.name,
      thing,
      verdict: "stopped",
      told: "error" in outcome ? outcome.error.message : "",
    };
  return { page: page.name, thing, verdict: "wrong", told: hit };
}

export async function ours(world: World, pages: readonly LegacyPage[]): Promise<readonly Judged[]> {
  const player = await launch(world);
  const judged: Judged[] = [];
  for (const page of pages) {
    world.page = page;
    for (const thing of page.things) judged.push(await judge(player, world, page, thing));
    const right = judged.filter((j) => j.page === page.name && j.verdict === "right").length;
    console.error(`${page.name} ${right}/${page.things.length}`);
  }
  await player.close();
  return judged;
}

/** One hit in one frame, and it is the right one. */
async function peerFinds(frames: readonly Frame[], thing: WantedThing): Promise<Verdict> {
  const hits: (string | null)[] = [];
  for (const frame of frames) {
    const found =
      thing.kind === "press"
        ? [
            ...(await frame.getByRole("button", { name: thing.caption }).all()),
            ...(await frame.getByRole("link", { name: thing.caption }).all()),
          ]
        : await frame.getByLabel(thing.caption).all();
    for (const one of found) hits.push(await one.getAttribute("data-t").catch(() => null));
  }
  if (hits.length !== 1) return "stopped";
  return hits[0] === thing.truth ? "right" : "wrong";
}

async function peer(world: World, pages: readonly LegacyPage[]): Promise<Record<Verdict, number>> {
  const { chromium } = await import("playwright");
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox"],
  });
  const tally: Record<Verdict, number> = { right: 0, stopped: 0, wrong: 0 };
  const tab = await browser.newPage();
  for (const page of pages) {
    world.page = page;
    await tab.goto(world.url);
    for (const thing of page.things.filter((t) => t.kind !== "read" && t.kind !== "cell"))
      tally[await peerFinds(tab.frames(), thing)] += 1;
  }
  await browser.close();
  return tally;
}

/** `held`: the pages were written after the rules and are measured only; the number of them is not a target. */
export async function targets(pages: readonly LegacyPage[], held: boolean): Promise<Section> {
  const world = await startWorld();
  const judged = await ours(world, pages);
  const peers = await peer(world, pages);
  world.close();
  const notes = judged
    .filter((j) => j.verdict !== "right")
    .map((j) => `${j.verdict} ${j.page} ${j.thing.sentence} → ${j.told}（正 ${j.thing.truth}）`);
  return { figures: figuresOf(judged, peers, { pages: pages.length, held }), notes };
}

function figuresOf(
  judged: readonly Judged[],
  peers: Readonly<Record<Verdict, number>>,
  about: { readonly pages: number; readonly held: boolean },
): readonly Figure[] {
  const count = (v: Verdict): number => judged.filter((j) => j.verdict === v).length;
  const whole = peers.right + peers.stopped + peers.wrong;
  const peerRight = (percent(peers.right, whole) ?? 0).toFixed(1);
  const which = about.held ? "（後から書いたページ）" : "";
  return [
    {
      name: `ページ${which}`,
      value: about.pages,
      unit: "枚",
      target: about.held ? null : { least: 12 },
    },
    {
      name: `対象${which}`,
      value: judged.length,
      unit: "個",
      target: about.held ? null : { least: 200 },
    },
    {
      name: `正しく見つけた${which}`,
      value: percent(count("right"), judged.length),
      unit: "%",
      target: { least: 97 },
      peer: `getByLabel・getByRole ${peerRight} %（表の升と読み取りを除く ${whole} 個）`,
    },
    {
      name: `誤りを黙って選んだ${which}`,
      value: count("wrong"),
      unit: "個",
      target: { most: 0 },
      peer: `${peers.wrong} 個`,
    },
  ];
}

/** Screens that want to talk to another host: nothing arrives there, whatever they try. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { loudEscapes, quietEscapes } from "../support/malicious/pages.ts";
import { addFront, type OldSystem, page, startOldSystem } from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

let system: OldSystem;
let sink: OldSystem;
let bench: Bench;
const loud = Object.keys(loudEscapes);

beforeAll(async () => {
  system = await startOldSystem();
  sink = await startOldSystem();
  addFront(system, ["静かな画面", ...loud]);
  const to = (name: string) => ({ there: sink.url, here: system.url, path: `/${name}` });
  const quiet = Object.entries(quietEscapes).map(([name, markup]) => markup(to(name)));
  system.pages.set("/s0", page("静か", `<p>本文</p>${quiet.join("\n")}`));
  loud.forEach((name, i) => {
    system.pages.set(`/s${i + 1}`, page(name, loudEscapes[name]?.(to(name)) ?? ""));
  });
  bench = await openBench(system, { patienceSeconds: 1 });
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
  await sink?.close();
});

it("what goes off by itself reaches nobody, and the page stays usable", async () => {
  const outcome = await bench.play(["「静かな画面」を開く", "「本文」と出ることを確かめる"]);
  expect(endOf(outcome)).toBe("done");
  expect(sink.hits).toEqual([]);
}, 20_000);

it.each(loud)(
  "%s: the case stops, and nothing arrives",
  async (name) => {
    const outcome = await bench.play([
      `「${name}」を開く`,
      "「行く」を押す",
      "「着いた」と出ることを確かめる",
    ]);
    expect(outcome.kind).not.toBe("done");
    expect(sink.hits).toEqual([]);
  },
  20_000,
);

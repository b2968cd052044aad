/** Where the browser may go, how it logs in, and what ends with it (G14, G15, F12, F14). */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "../../runner/index.ts";
import {
  addFront,
  type OldSystem,
  page,
  redirect,
  send,
  startOldSystem,
} from "./support/old-system.ts";
import { type Bench, endOf, openBench } from "./support/playing.ts";

let system: OldSystem;
let foreign: OldSystem;
let bench: Bench;
let sockets = 0;
const listener = createServer((socket) => {
  sockets += 1;
  socket.destroy();
});

beforeAll(async () => {
  system = await startOldSystem();
  foreign = await startOldSystem();
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const port = (listener.address() as { port: number }).port;
  addFront(system, [
    "画像",
    "枠",
    "転送",
    "通信",
    "窓",
    "移動",
    "保存",
    "警告",
    "切れる",
    "実行役",
    "内側",
  ]);
  const there = foreign.url;
  system.pages.set(
    "/s0",
    page("画像", `<img src="${there}/pixel"><link rel=prefetch href="${there}/pre"><p>本文</p>`),
  );
  system.pages.set("/s1", page("枠", `<iframe src="${there}/frame"></iframe><p>本文</p>`));
  system.pages.set("/s2", (_hit, res) => redirect(res, `${there}/redirected`));
  const calls = `new WebSocket("ws://127.0.0.1:${port}/");new WebSocket("${there.replace("http", "ws")}/ws");
    fetch("${there}/fetch",{mode:"no-cors"}).catch(()=>0);navigator.sendBeacon("${there}/beacon","x");
    fetch("/hop").catch(()=>0);new EventSource("${there}/events");`;
  system.pages.set("/hop", (_hit, res) => redirect(res, `${there}/hopped`));
  system.pages.set("/s3", page("通信", `<p>本文</p><script>${calls}</script>`));
  system.pages.set(
    "/s4",
    page("窓", `<p>本文</p><button onclick="window.open('${there}/popup')">開く先</button>`),
  );
  system.pages.set(
    "/s5",
    page("移動", `<button onclick="location.href='${there}/gone'">行く</button>`),
  );
  system.pages.set("/s6", page("保存", `<a href="/file" download>保存する</a>`));
  system.pages.set("/file", (_hit, res) =>
    res.writeHead(200, { "content-disposition": "attachment; filename=a.csv" }).end("a,b"),
  );
  system.pages.set(
    "/s7",
    page("警告", `<button onclick="alert('残額を超えています')">計算</button><input title="金額">`),
  );
  system.pages.set("/s8", page("切れる", "<p>E108 有効期限が切れました</p>"));
  const worker = `navigator.serviceWorker.register("/sw.js").then(()=>{document.title="registered"},()=>0)`;
  system.pages.set("/s9", page("実行役", `<p>本文</p><script>${worker}</script>`));
  const inside = ["file:///etc/hostname", "data:text/html,<p>x</p>", "javascript:alert(1)"];
  system.pages.set(
    "/s10",
    page("内側", inside.map((u, i) => `<a href="${u}">先${i}</a>`).join("")),
  );
  bench = await openBench(system);
}, 60_000);

afterAll(async () => {
  await bench?.player.close();
  await system?.close();
  await foreign?.close();
  listener.close();
});

beforeEach(() => {
  foreign.hits.length = 0;
  system.hits.length = 0;
  sockets = 0;
});

describe("only allowed hosts are reached", { timeout: 20_000 }, () => {
  it.each([
    ["a picture and a prefetch", ["「画像」を開く", "「本文」と出ることを確かめる"], "done"],
    ["an inner frame", ["「枠」を開く", "「本文」と出ることを確かめる"], "done"],
    ["a redirect", ["「転送」を開く", "「本文」と出ることを確かめる"], "system-error RUN080"],
    [
      "sockets, calls, beacons, redirected calls",
      ["「通信」を開く", "「本文」と出ることを確かめる"],
      "done",
    ],
    [
      "a new window",
      ["「窓」を開く", "「開く先」を押す", "「完了」と出ることを確かめる"],
      "system-error RUN080",
    ],
    [
      "a link",
      ["「移動」を開く", "「行く」を押す", "「完了」と出ることを確かめる"],
      "system-error RUN080",
    ],
    ["a service worker", ["「実行役」を開く", "「本文」と出ることを確かめる"], "done"],
    [
      "a file to save",
      ["「保存」を開く", "「保存する」を押す", "「本文」と出ないことを確かめる"],
      "system-error RUN081",
    ],
  ])("%s", async (_name, sentences, end) => {
    expect(endOf(await bench.play(sentences))).toBe(end);
    expect([foreign.hits, sockets]).toEqual([[], 0]);
  });

  it.each(["先0", "先1", "先2"])("local and inline addresses: %s leads nowhere", async (link) => {
    const outcome = await bench.play([
      "「内側」を開く",
      `「${link}」を押す`,
      "「hostname」と出ることを確かめる",
    ]);
    expect(outcome.kind).not.toBe("done");
  });

  it("the log names the host", () => {
    expect(bench.log).toContainEqual({ event: "runner.blocked", facts: { host: foreign.host } });
  });
});

describe("windows and sessions", { timeout: 20_000 }, () => {
  it("an undeclared alert stops the case with its text", async () => {
    const outcome = await bench.play([
      "「警告」を開く",
      "「計算」を押す",
      "「金額」に「1」を入力する",
    ]);
    expect(endOf(outcome)).toBe("system-error RUN040");
    expect("error" in outcome && outcome.error.message).toContain("残額を超えています");
  });

  it("a declared alert is answered", async () => {
    const declared = "ダイアログ「残額を超えて」が出たら OK を押す";
    const outcome = await bench.play([
      "「警告」を開く",
      declared,
      "「計算」を押す",
      "「金額」に「1」を入力する",
    ]);
    expect(endOf(outcome)).toBe("done");
  });

  it("logs in once for many cases", async () => {
    await bench.play(["「画像」を開く"]);
    await bench.play(["「画像」を開く"]);
    expect(system.posts("/login")).toBe(0);
  });

  it("a lost session is retryable and the next case logs in again", async () => {
    const outcome = await bench.play(["「切れる」を開く", "「本文」と出ることを確かめる"]);
    expect(outcome).toMatchObject({
      kind: "system-error",
      error: { code: "RUN052", retryable: true },
    });
    expect(endOf(await bench.play(["「画像」を開く"]))).toBe("done");
    expect(system.posts("/login")).toBe(1);
  });

  it("a refused password is tried once, ever", async () => {
    const wrong = await openBench(system, { password: "wrong" });
    try {
      expect(endOf(await wrong.play(["「画像」を開く"]))).toBe("system-error RUN050");
      expect(endOf(await wrong.play(["「画像」を開く"]))).toBe("system-error RUN051");
      expect(
        endOf(await wrong.lookUp(["「一覧」表で「番号」が「1」の行があることを確かめる"])),
      ).toBe("unknown RUN051");
      expect(system.posts("/login")).toBe(1);
      expect(JSON.stringify(wrong.log)).not.toContain("wrong");
    } finally {
      await wrong.player.close();
    }
  });
});

describe("the look-up", { timeout: 20_000 }, () => {
  const search = (body: string): void => {
    const form =
      '<form method="post" action="/s0"><table><tr><th>備考</th><td><input name="q"></td></tr></table><input type="submit" value="検索"></form>';
    system.pages.set("/s0", (hit, res) =>
      send(res, 200, page("検索", form + (hit.method === "POST" ? body : ""))),
    );
  };
  const lookUp = [
    "「画像」を開く",
    "「備考」に {受付} を入力する",
    "「検索」を押す",
    "「検索結果」表で「備考」が {受付} の行があることを確かめる",
    "「検索結果」表で「備考」が {受付} の行の「番号」を {番号} として読み取る",
  ];
  const table = (rows: readonly string[]): string =>
    `<h2>検索結果</h2><table><tr><th>番号</th><th>備考</th></tr>${rows.map((r, i) => `<tr><td>00${i}</td><td>${r}</td></tr>`).join("")}</table>`;

  it.each([
    ["the row is there", table(["R8-1", "R8-2"]), "found"],
    ["the list lacks it", table(["R8-1"]), "not-found"],
    ["the target says that there is none", "<p>該当するデータはありません</p>", "not-found"],
    ["the row is there twice", table(["R8-2", "R8-2"]), "unknown RUN023"],
    ["the list goes on", `${table(["R8-1"])}<a href="#">次へ＞</a>`, "unknown RUN024"],
    [
      "the list says that it is longer",
      `<p>45件中 1～1件目</p>${table(["R8-1"])}`,
      "unknown RUN024",
    ],
    ["there is no list", "<p>しばらくお待ちください</p>", "unknown RUN020"],
    ["an error page", "<p>E110 入力してください</p>", "unknown RUN041"],
  ])("%s", async (_name, body, end) => {
    search(body);
    const outcome = await bench.lookUp(lookUp, { 受付: "R8-2" });
    expect(endOf(outcome)).toBe(end);
    if (outcome.kind === "found") expect(outcome.values).toEqual({ 番号: "001" });
  });

  it("a target that does not answer proves nothing", async () => {
    search(table(["R8-1"]));
    system.pages.set("/s0", (hit, res) =>
      hit.method === "POST"
        ? send(res, 503, table([]))
        : send(
            res,
            200,
            page(
              "検索",
              '<form method="post"><table><tr><th>備考</th><td><input name="q"></td></tr></table><input type="submit" value="検索"></form>',
            ),
          ),
    );
    const outcome = await bench.lookUp(lookUp, { 受付: "R8-2" });
    expect(outcome.kind).toBe("unknown");
  });
});

describe("the end of the browser", { timeout: 30_000 }, () => {
  it("closing ends the process", async () => {
    const other = await openBench(system);
    const pid = other.player.browserPid ?? 0;
    expect(alive(pid)).toBe(true);
    await other.player.close();
    await gone(pid);
  });

  it("no orphan stays when the program that started it is killed", async () => {
    const child = spawn(process.execPath, ["-e", orphanMaker, findBrowser()], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [chunk] = (await once(child.stdout, "data")) as [Buffer];
    const pid = Number(chunk.toString().trim());
    expect(alive(pid)).toBe(true);
    child.kill("SIGKILL");
    await gone(pid);
  });
});

/** The launch options that matter here are those of playwright: its pipe closes with the parent. */
const orphanMaker = `
  const { chromium } = require("playwright");
  chromium.launch({ executablePath: process.argv[1], args: ["--no-sandbox"] }).then(async (b) => {
    const s = await b.newBrowserCDPSession();
    const { processInfo } = await s.send("SystemInfo.getProcessInfo");
    console.log(processInfo.find((p) => p.type === "browser").id);
  });`;

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  await expect.poll(() => alive(pid), { timeout: 10_000 }).toBe(false);
}

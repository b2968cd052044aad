/** Each fault does what its name says, as often as it says. */
import { describe, expect, it } from "vitest";
import { startDemoFinance } from "../../apps/demo-finance/index.ts";
import { type Clerk, entryFields } from "./support/clerk.ts";
import { handClock, running } from "./support/running.ts";

/** What became of one press: "done", the status of another page, or "no answer". */
async function press(clerk: Clerk, fields = {}): Promise<string> {
  try {
    const { status, text } = await clerk.register(fields);
    return text.includes("登録が完了しました") ? "done" : String(status);
  } catch {
    return "no answer";
  }
}

describe("after the commit", () => {
  it.each([
    { fault: "lose-reply-after-commit", seen: "no answer", status: 0 },
    { fault: "cut-reply-after-commit", seen: "no answer", status: 0 },
    { fault: "http-500-after-commit", seen: "500", status: 500 },
    { fault: "blank-after-commit", seen: "200", status: 200 },
  ])("$fault hits every second press, and the row is there", async ({ fault, seen, status }) => {
    const { system, clerk } = await running({ faults: [`${fault}:2`] });
    const seenTexts = [];
    for (let i = 0; i < 4; i += 1) seenTexts.push(await press(clerk));
    expect(seenTexts).toEqual(["done", seen, "done", seen]);
    expect(system.creditors()).toHaveLength(4);
    expect(system.counts()).toMatchObject({ registerPosts: 4, commits: 4 });
    const presses = system.requests().filter(({ path }) => path === "/register");
    expect(presses.map((entry) => entry.status)).toEqual([200, status, 200, status]);
  });
});

describe("commit-delay", () => {
  it("commits late, even when the browser has gone, and close() waits for it", async () => {
    const system = await startDemoFinance({ faults: ["commit-delay:300"] });
    const login = await fetch(`${system.url}/login`, {
      method: "POST",
      body: new URLSearchParams({ uid: "robot01", pwd: "demo-pass-1" }),
      redirect: "manual",
    });
    const cookie = login.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const post = (path: string, fields: Record<string, string>, signal: AbortSignal | null) =>
      fetch(system.url + path, {
        method: "POST",
        headers: { cookie },
        body: new URLSearchParams(fields),
        redirect: "manual",
        signal,
      });
    await post("/section", { section: "110100" }, null);
    const gone = post("/register", entryFields, AbortSignal.timeout(100));
    await expect(gone).rejects.toThrow();
    expect(system.creditors()).toHaveLength(0);
    await expect.poll(() => system.creditors().length, { timeout: 5_000 }).toBe(1);
    await system.close();
  });
});

describe("visible-after", () => {
  it("hides a committed row from the search for a while", async () => {
    const clock = handClock();
    const { system, clerk } = await running({ faults: ["visible-after:60000"], now: clock.now });
    await clerk.register();
    const search = async () => (await clerk.post("/search", { item04: "R08-000123" })).text;
    expect(system.creditors()).toHaveLength(1);
    expect(await search()).toContain("該当する債権者はありません");
    clock.forward(1);
    expect(await search()).toContain("00100001");
  });
});

describe("slow", () => {
  it("keeps every screen waiting", async () => {
    const { clerk, system } = await running();
    system.setFaults(["slow:250"]);
    const before = performance.now();
    await clerk.get("/search");
    expect(performance.now() - before).toBeGreaterThanOrEqual(240);
  });
});

describe("session-expires-after", () => {
  it("ends each session after so many requests", async () => {
    const { clerk, system } = await running();
    // 所属選択 was the first request of this session.
    system.setFaults(["session-expires-after:3"]);
    expect((await clerk.get("/search")).text).toContain("検索条件");
    expect((await clerk.get("/search")).text).toContain("検索条件");
    expect((await clerk.get("/search")).text).toContain("E108");
    await clerk.logIn();
    expect((await clerk.get("/search")).text).toContain("検索条件");
  });

  it("does not commit with a lost session", async () => {
    const { clerk, system } = await running();
    system.setFaults(["session-expires-after:1"]);
    expect((await clerk.register()).text).toContain("E108");
    expect(system.counts()).toMatchObject({ registerPosts: 1, commits: 0 });
  });
});

describe("refusals", () => {
  it("maintenance closes every page (E114)", async () => {
    const { clerk, system, visitor } = await running();
    system.setFaults(["maintenance"]);
    const e114 = "E114 システムメンテナンス中です（22:00～翌6:00）";
    expect((await clerk.get("/search")).text).toContain(e114);
    expect((await visitor().get("/login")).text).toContain(e114);
    expect((await clerk.register()).text).toContain(e114);
    expect(system.creditors()).toEqual([]);
  });

  it("closed refuses entries, not searches (E113)", async () => {
    const { clerk, system } = await running({ faults: ["closed"] });
    const e113 = "E113 本日の起票は締め切りました";
    expect((await clerk.get("/entry")).text).toContain(e113);
    expect((await clerk.post("/confirm", entryFields)).text).toContain(e113);
    expect((await clerk.register()).text).toContain(e113);
    expect((await clerk.get("/search")).text).not.toContain(e113);
    expect(system.creditors()).toEqual([]);
  });

  it("edit-conflict refuses so many confirmations (E107)", async () => {
    const { clerk } = await running({ faults: ["edit-conflict:2"] });
    const confirm = async () => (await clerk.post("/confirm", entryFields)).text;
    expect(await confirm()).toContain("E107 他の利用者が編集中です（排他）");
    expect(await confirm()).toContain("E107");
    expect(await confirm()).toContain("以下の内容で登録します");
  });
});

describe("the confirmation page", () => {
  it("swap-fields shows account and phone in each other's place", async () => {
    const { clerk } = await running({ faults: ["swap-fields"] });
    const { text } = await clerk.post("/confirm", entryFields);
    expect(text).toMatch(/電話番号： 0123456/);
    expect(text).toMatch(/口座番号 099-000-0000/);
  });

  it("rename-caption calls the button 確定", async () => {
    const { clerk } = await running({ faults: ["rename-caption"] });
    const { html } = await clerk.post("/confirm", entryFields);
    expect(html).toContain('value="確　定"');
    expect(html).not.toContain('value="登　録"');
  });

  it("duplicate-warning asks another question when the account is known", async () => {
    const { clerk } = await running({ faults: ["duplicate-warning"] });
    expect((await clerk.post("/confirm", entryFields)).html).not.toContain("E105");
    await clerk.register();
    expect((await clerk.post("/confirm", entryFields)).html).toContain(
      "E105 同一口座の債権者が登録されています（債権者番号 00100001）登録しますか？",
    );
    const other = { ...entryFields, item15: "7654321" };
    expect((await clerk.post("/confirm", other)).html).not.toContain("E105");
  });
});

describe("the control door", () => {
  const order = (system: { url: string }, token: string, body: unknown) =>
    fetch(`${system.url}/__control`, {
      method: "POST",
      headers: { "x-control-token": token },
      body: JSON.stringify(body),
    });

  it("changes faults at run time and starts counting anew", async () => {
    const { system, clerk } = await running({ faults: ["blank-after-commit:2"] });
    await press(clerk);
    const answer = await order(system, system.controlToken, { faults: ["blank-after-commit:2"] });
    expect(await answer.json()).toMatchObject({
      faults: ["blank-after-commit:2"],
      counts: { commits: 1 },
    });
    expect(await press(clerk)).toBe("done");
    expect(await press(clerk)).toBe("200");
    await order(system, system.controlToken, { faults: [] });
    expect(await press(clerk)).toBe("done");
  });

  it("does not exist without its token", async () => {
    const { system } = await running();
    expect((await order(system, "wrong", { faults: ["maintenance"] })).status).toBe(404);
    expect((await fetch(`${system.url}/__control`)).status).toBe(404);
    expect((await fetch(`${system.url}/login`)).status).toBe(200);
  });

  it.each([
    { body: null, said: "expected object" },
    { body: { fault: "slow:1" }, said: "Unrecognized key" },
    { body: { faults: ["boom", "slow"] }, said: "「boom」という障害の指定はありません" },
  ])("refuses $body", async ({ body, said }) => {
    const { system } = await running();
    const answer = await order(system, system.controlToken, body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(said);
  });
});

describe("a wrong fault", () => {
  it.each(["boom", "slow", "slow:0", "slow:x", "slow:1:2", "slow:99999999", "closed:1"])(
    "%s is refused at start",
    async (fault) => {
      await expect(startDemoFinance({ faults: [fault] })).rejects.toThrow(`「${fault}」`);
    },
  );

  it("is told together with the other wrong ones", async () => {
    await expect(startDemoFinance({ faults: ["boom,slow", "bang:1"] })).rejects.toThrow(
      /「boom」[\s\S]*「slow」[\s\S]*「bang:1」/,
    );
  });
});

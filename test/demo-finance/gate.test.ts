/** Log-in, 所属選択, frames, and every way to lose a session. */
import { describe, expect, it } from "vitest";
import { handClock, running } from "./support/running.ts";

const sessionLost = "E108 セッションの有効期限が切れました";

describe("log-in", () => {
  it("leads over 所属選択 to the frames", async () => {
    const { visitor } = await running();
    const clerk = visitor();
    expect((await clerk.get("/")).location).toBe("/login");
    expect((await clerk.get("/login")).text).toMatch(/利用者ID.*パスワード/);
    const answer = await clerk.post("/login", { uid: "robot01", pwd: "demo-pass-1" });
    expect(answer.headers.getSetCookie()[0]).toMatch(/ZAIMUSID=[\w-]+;.*HttpOnly/);
    expect((await clerk.get("/section")).text).toContain("110100 会計課");
    expect((await clerk.get("/search")).location).toBe("/section");
    expect((await clerk.post("/section", { section: "110100" })).location).toBe("/main");
    expect((await clerk.get("/main")).html).toMatch(
      /<frameset[\s\S]*name="menu"[\s\S]*name="main"/,
    );
    const head = await clerk.get("/head");
    expect(head.text).toContain("所属：110100 会計課");
    expect((await clerk.get("/menu")).text).toMatch(/債権者管理 債権者検索 債権者登録 債権者一覧/);
    expect((await clerk.get("/news")).text).toContain("お知らせ");
  });

  it("locks the account after three wrong passwords, until it is unlocked", async () => {
    const { system, visitor } = await running();
    const clerk = visitor();
    const wrong = { uid: "kaikei01", pwd: "wrong" };
    expect((await clerk.post("/login", wrong)).text).toContain("あと2回でロックされます");
    expect((await clerk.post("/login", wrong)).text).toContain("あと1回でロックされます");
    expect((await clerk.post("/login", wrong)).text).toContain("E002 利用者IDがロックされています");
    const right = { uid: "kaikei01", pwd: "demo-pass-3" };
    expect((await clerk.post("/login", right)).text).toContain("E002");
    await fetch(`${system.url}/__control`, {
      method: "POST",
      headers: { "x-control-token": system.controlToken },
      body: JSON.stringify({ unlock: "kaikei01" }),
    });
    expect((await clerk.post("/login", right)).location).toBe("/section");
  });

  it("does not tell whether a user id exists", async () => {
    const { visitor } = await running();
    const answer = await visitor().post("/login", { uid: "nobody", pwd: "x" });
    expect(answer.text).toContain("E001 利用者IDまたはパスワードが正しくありません");
    expect((await visitor().post("/login", { uid: "", pwd: "" })).text).toContain(
      "利用者IDとパスワードを入力してください",
    );
  });

  it("forgets wrong passwords after a right one", async () => {
    const { visitor } = await running();
    const clerk = visitor();
    await clerk.post("/login", { uid: "robot02", pwd: "x" });
    await clerk.post("/login", { uid: "robot02", pwd: "demo-pass-2" });
    const again = await clerk.post("/login", { uid: "robot02", pwd: "x" });
    expect(again.text).toContain("あと2回");
  });

  it("takes no section that the account does not have", async () => {
    const { visitor } = await running();
    const clerk = visitor();
    await clerk.post("/login", { uid: "robot02", pwd: "demo-pass-2" });
    expect((await clerk.post("/section", { section: "120100" })).location).toBe("/section");
    expect((await clerk.get("/search")).location).toBe("/section");
  });

  it("writes back what was typed without becoming HTML", async () => {
    const { visitor } = await running();
    const answer = await visitor().post("/login", { uid: `"><script>x`, pwd: "y" });
    expect(answer.html).not.toContain("<script>x");
  });
});

describe("a session", () => {
  it("is taken over by a second log-in of the same account", async () => {
    const { clerk, visitor } = await running();
    const second = visitor();
    const answer = await second.post("/login", { uid: "robot01", pwd: "demo-pass-1" });
    expect(answer.location).toBe("/section?tookover=1");
    expect((await second.get("/section?tookover=1")).text).toContain(
      "前の端末のログインを終了しました",
    );
    expect((await clerk.get("/search")).text).toContain(sessionLost);
  });

  it("lives beside the session of another account", async () => {
    const { clerk, visitor } = await running();
    await visitor().logIn("robot02", "demo-pass-2");
    expect((await clerk.get("/search")).text).toContain("検索条件");
  });

  it("ends after 30 minutes without a request, not after 30 minutes of work", async () => {
    const clock = handClock();
    const { clerk } = await running({ now: clock.now });
    clock.forward(29);
    expect((await clerk.get("/search")).text).toContain("検索条件");
    clock.forward(29);
    expect((await clerk.get("/search")).text).toContain("検索条件");
    clock.forward(31);
    expect((await clerk.get("/search")).text).toContain(sessionLost);
  });

  it("ends at log-out", async () => {
    const { clerk } = await running();
    expect((await clerk.get("/logout")).text).toContain("ログアウトしました");
    expect((await clerk.get("/search")).text).toContain(sessionLost);
  });

  it.each(["/search", "/entry", "/list", "/list.csv", "/banks", "/menu", "/detail/00100001"])(
    "is needed for %s",
    async (path) => {
      const { visitor } = await running({ seedCreditors: 1 });
      const answer = await visitor().get(path);
      expect(answer.text).toContain(sessionLost);
      expect(answer.text).not.toContain("見本");
    },
  );

  it("is needed to register", async () => {
    const { system, visitor } = await running();
    expect((await visitor().register()).text).toContain(sessionLost);
    expect(system.creditors()).toEqual([]);
  });
});

describe("文字サイズ", () => {
  it("is kept on the PC in three steps", async () => {
    const { clerk } = await running();
    expect((await clerk.get("/search")).html).toContain("font-s");
    for (const size of ["m", "l", "s"]) {
      await clerk.get(`/font/${size}`);
      expect((await clerk.get("/search")).html).toContain(`class="main font-${size}"`);
    }
    await clerk.get(`/font/${encodeURIComponent('"><b')}`);
    expect((await clerk.get("/search")).html).toContain("font-s");
  });
});

describe("会計年度", () => {
  it.each([
    { at: "2027-03-31T14:59:59Z", year: "令和8年度" },
    { at: "2027-03-31T15:00:00Z", year: "令和9年度" },
  ])("is $year at $at", async ({ at, year }) => {
    const { clerk } = await running({ now: () => new Date(at) });
    expect((await clerk.get("/head")).text).toContain(year);
  });
});

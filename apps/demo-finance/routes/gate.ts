/** Log-in, choice of section, frames and log-out. */
import type { Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { sectionName } from "../accounts.ja.ts";
import type { LoginResult } from "../session-book.ts";
import { sessionCookie } from "../session-cookie.ts";
import { framesetPage, headPage, menuPage, newsPage } from "../views/frames.ts";
import { loginPage, sectionPage } from "../views/login.ts";
import { messages } from "../views/messages.ja.ts";
import { loggedOutPage } from "../views/notices.ts";
import { fontOf, type WebContext, type WebEnv, type World } from "../world.ts";

export function addGateRoutes(app: Hono<WebEnv>, world: World): void {
  app.get("/", (c) => c.redirect("/login"));
  app.get("/login", (c) => c.html(loginPage({ font: fontOf(c), user: "", problems: [] })));
  app.post("/login", (c) => logIn(c, world));
  app.get("/logout", (c) => logOut(c, world));
  app.get("/section", (c) => {
    const { account } = c.get("session");
    const tookOver = c.req.query("tookover") === "1";
    return c.html(sectionPage({ font: fontOf(c), account, tookOver }));
  });
  app.post("/section", (c) => chooseSection(c));
  app.get("/main", (c) => c.html(framesetPage()));
  app.get("/menu", (c) => c.html(menuPage(fontOf(c))));
  app.get("/news", (c) => c.html(newsPage(fontOf(c))));
  app.get("/head", (c) => {
    const { account, section } = c.get("session");
    const code = section ?? "";
    return c.html(
      headPage({
        font: fontOf(c),
        userName: account.name,
        section: `${code} ${sectionName(code)}`,
        fiscalYear: fiscalYear(world.now()),
      }),
    );
  });
}

/** Year of Reiwa (令和) of the fiscal year, which begins on 1 April in Japan. */
function fiscalYear(now: Date): number {
  const inJapan = new Date(now.getTime() + 9 * 60 * 60_000);
  const year = inJapan.getUTCFullYear() - 2018;
  return inJapan.getUTCMonth() < 3 ? year - 1 : year;
}

async function logIn(c: WebContext, world: World): Promise<Response> {
  const body = await c.req.parseBody();
  const user = textOf(body["uid"]);
  const password = textOf(body["pwd"]);
  if (user === "" || password === "") return loginAgain(c, user, messages.blankLogin);
  const result = world.sessions.logIn(user, password);
  if (result.kind !== "in") return loginAgain(c, user, refusal(result));
  setCookie(c, sessionCookie, result.session.id, { path: "/", httpOnly: true, sameSite: "Lax" });
  return c.redirect(result.tookOver ? "/section?tookover=1" : "/section");
}

function refusal(result: Exclude<LoginResult, { kind: "in" }>): string {
  return result.kind === "locked" ? messages.locked : messages.wrongPassword(result.triesLeft);
}

async function loginAgain(c: WebContext, user: string, problem: string): Promise<Response> {
  return c.html(loginPage({ font: fontOf(c), user, problems: [problem] }));
}

async function chooseSection(c: WebContext): Promise<Response> {
  const session = c.get("session");
  const section = textOf((await c.req.parseBody())["section"]);
  if (!session.account.sections.includes(section)) return c.redirect("/section");
  session.section = section;
  return c.redirect("/main");
}

async function logOut(c: WebContext, world: World): Promise<Response> {
  const id = deleteCookie(c, sessionCookie, { path: "/" });
  const session = world.sessions.touch(id, null);
  if (session !== null) world.sessions.logOut(session);
  return c.html(loggedOutPage(fontOf(c)));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

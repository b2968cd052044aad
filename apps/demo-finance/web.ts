/** The web application: log, faults and session in front of every screen. */
import { setTimeout as delay } from "node:timers/promises";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { addControlRoutes } from "./routes/control.ts";
import { addGateRoutes } from "./routes/gate.ts";
import { addRegisterRoutes } from "./routes/register.ts";
import { addSearchRoutes } from "./routes/search.ts";
import { sessionCookie } from "./session-cookie.ts";
import { maintenancePage, serverErrorPage, sessionLostPage } from "./views/notices.ts";
import { styleSheet } from "./views/style.ts";
import { fontOf, type WebContext, type WebEnv, type World } from "./world.ts";

const withoutSession = new Set(["/", "/login", "/logout"]);

export function createWeb(world: World): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.onError((_error, c) => c.html(serverErrorPage(), 500));
  addStaticRoutes(app);
  addControlRoutes(app, world);
  app.use(async (c, next) => {
    await logged(c, world, next);
  });
  app.use(async (c, next) => {
    const slow = world.faults.amount("slow");
    if (slow !== null) await delay(slow);
    if (world.faults.has("maintenance")) return c.html(maintenancePage(fontOf(c)));
    return withSession(c, world, next);
  });
  addGateRoutes(app, world);
  addSearchRoutes(app, world);
  addRegisterRoutes(app, world);
  return app;
}

function addStaticRoutes(app: Hono<WebEnv>): void {
  app.get("/style.css", (c) =>
    c.body(styleSheet, 200, { "content-type": "text/css; charset=utf-8" }),
  );
  app.get("/favicon.ico", (c) => c.body(null, 204));
  app.get("/font/:size", (c) => {
    const year = 60 * 60 * 24 * 365;
    setCookie(c, "fontsize", c.req.param("size"), { path: "/", maxAge: year, sameSite: "Lax" });
    return c.redirect("/main");
  });
}

async function logged(c: WebContext, world: World, next: () => Promise<void>): Promise<void> {
  const { method, path } = c.req;
  const id = world.log.arrived({ at: world.now().toISOString(), method, path });
  c.set("logId", id);
  await next();
  if (!c.get("cut")) c.header("Cache-Control", "no-store");
  const user = c.get("session")?.account.user ?? "";
  world.log.answered(id, { user, status: c.get("cut") ? 0 : c.res.status });
}

async function withSession(
  c: WebContext,
  world: World,
  next: () => Promise<void>,
): Promise<Response | undefined> {
  if (withoutSession.has(c.req.path)) {
    await next();
    return undefined;
  }
  const most = world.faults.amount("session-expires-after");
  const session = world.sessions.touch(getCookie(c, sessionCookie), most);
  if (session === null) {
    deleteCookie(c, sessionCookie, { path: "/" });
    return c.html(sessionLostPage(fontOf(c)));
  }
  c.set("session", session);
  if (session.section === null && c.req.path !== "/section") return c.redirect("/section");
  await next();
  return undefined;
}

/** 債権者登録: entry, confirmation, and the commit with everything that can go wrong after it. */
import { setTimeout as delay } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Hono } from "hono";
import { sectionsThatRegister } from "../accounts.ja.ts";
import { checkCreditor } from "../check-creditor.ts";
import {
  type Creditor,
  type CreditorInput,
  emptyCreditorInput,
  readCreditorInput,
} from "../creditor.ts";
import { commitCaptions, confirmPage, donePage } from "../views/confirm.ts";
import { entryPage } from "../views/entry.ts";
import { faultText, messages } from "../views/messages.ja.ts";
import { refusalPage, serverErrorPage } from "../views/notices.ts";
import { fontOf, type WebContext, type WebEnv, type World } from "../world.ts";

export function addRegisterRoutes(app: Hono<WebEnv>, world: World): void {
  app.get("/entry", (c) => refused(c, world) ?? entry(c, emptyCreditorInput, []));
  // 戻る on the confirmation comes back with the values.
  app.post("/entry", async (c) => refused(c, world) ?? entry(c, await readInput(c), []));
  app.post("/confirm", async (c) => refused(c, world) ?? confirm(c, world));
  app.post("/register", async (c) => refused(c, world) ?? register(c, world));
}

function refused(c: WebContext, world: World): Response | Promise<Response> | null {
  const section = c.get("session").section ?? "";
  if (!sectionsThatRegister.includes(section)) {
    return c.html(refusalPage(fontOf(c), messages.noRight(section)));
  }
  return world.faults.has("closed") ? c.html(refusalPage(fontOf(c), messages.closed)) : null;
}

async function readInput(c: WebContext): Promise<CreditorInput> {
  return readCreditorInput(await c.req.parseBody());
}

async function entry(
  c: WebContext,
  input: CreditorInput,
  problems: readonly string[],
): Promise<Response> {
  return c.html(entryPage({ font: fontOf(c), input, problems }));
}

async function confirm(c: WebContext, world: World): Promise<Response> {
  const input = await readInput(c);
  const problems = checkCreditor(input).map(faultText);
  if (problems.length > 0) return entry(c, input, problems);
  if (world.faults.nextConflict()) return entry(c, input, [messages.conflict]);
  const { faults } = world;
  const shown = faults.has("swap-fields")
    ? { ...input, phone: input.accountNumber, accountNumber: input.phone }
    : input;
  const duplicateOf = faults.has("duplicate-warning") ? world.creditors.sameAccount(input) : null;
  const commitCaption = faults.has("rename-caption")
    ? commitCaptions.renamed
    : commitCaptions.usual;
  return c.html(confirmPage({ font: fontOf(c), input, shown, commitCaption, duplicateOf }));
}

async function register(c: WebContext, world: World): Promise<Response> {
  const input = await readInput(c);
  const problems = checkCreditor(input).map(faultText);
  if (problems.length > 0) return entry(c, input, problems);
  const user = c.get("session").account.user;
  const logId = c.get("logId");
  const creditor = await world.pending.track(commit(world, { input, user, logId }));
  return reply(c, world, creditor);
}

/** No guard against a second press: each request makes its own row, even when nobody waits for the answer any more. */
async function commit(
  world: World,
  about: { readonly input: CreditorInput; readonly user: string; readonly logId: number },
): Promise<Creditor> {
  const wait = world.faults.amount("commit-delay");
  if (wait !== null) await delay(wait);
  const at = world.now().toISOString();
  const creditor = world.creditors.add(about.input, { user: about.user, at });
  world.log.committed(about.logId);
  return creditor;
}

async function reply(c: WebContext, world: World, creditor: Creditor): Promise<Response> {
  switch (world.faults.nextCommitFate()) {
    case "lose-reply":
      // Not one byte comes back. Browsers take this for a dead kept connection and send the POST again by themselves.
      c.set("cut", true);
      c.env.incoming.socket.destroy();
      return c.body(null);
    case "cut-reply":
      c.set("cut", true);
      return cutReply(c);
    case "http-500":
      return c.html(serverErrorPage(), 500);
    case "blank":
      return c.html("");
    case "answer":
      return c.html(donePage(fontOf(c), creditor));
  }
}

/** Headers arrive, then the connection breaks: this a browser does not send again. */
function cutReply(c: WebContext): Response {
  const { outgoing } = c.env;
  outgoing.writeHead(200, { "content-type": "text/html; charset=UTF-8" });
  // The first bytes must have left before the cut, or the browser sees no headers either.
  outgoing.write("<html><head>", () => setImmediate(() => outgoing.destroy()));
  return RESPONSE_ALREADY_SENT;
}

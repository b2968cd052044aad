/** A small old-fashioned web system on loopback for the runner's tests: pages by path, faults on demand, every request kept. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Hit {
  readonly method: string;
  readonly path: string;
  readonly body: URLSearchParams;
}

export type Answer = (hit: Hit, res: ServerResponse) => void;

export interface OldSystem {
  readonly url: string;
  readonly host: string;
  readonly hits: Hit[];
  /** Connections of any kind, also those that never became a request. */
  connections(): number;
  /** HTML of a path, or a function that answers by itself. */
  readonly pages: Map<string, string | Answer>;
  posts(path: string): number;
  close(): Promise<void>;
}

export async function startOldSystem(): Promise<OldSystem> {
  const hits: Hit[] = [];
  const pages = new Map<string, string | Answer>();
  const server = createServer((req, res) => void answer(req, res));
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = new URL(req.url ?? "/", "http://x").pathname;
    const hit = { method: req.method ?? "", path, body: new URLSearchParams(await text(req)) };
    hits.push(hit);
    const page = pages.get(path);
    if (typeof page === "function") return page(hit, res);
    send(res, page === undefined ? 404 : 200, page ?? "");
  }
  await listen(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    hits,
    connections: () => connections,
    pages,
    posts: (path) => hits.filter((h) => h.method === "POST" && h.path === path).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function send(res: ServerResponse, status: number, html: string): void {
  res.writeHead(status, { "content-type": "text/html; charset=UTF-8" }).end(html);
}

export function redirect(res: ServerResponse, location: string): void {
  res.writeHead(302, { location }).end();
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
}

export const page = (title: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>${title}</title></head><body>${body}</body></html>`;

/** Log-in page and menu that every test walks through; robot / right is the one account. */
export function addFront(system: OldSystem, menu: readonly string[]): void {
  const form = (note: string): string =>
    page(
      "ログイン",
      `${note}<form method="post" action="/login"><table><tr><td>利用者</td><td><input name="u"></td></tr>
      <tr><td>暗証</td><td><input type="password" name="p"></td></tr></table><input type="submit" value="ロ グ イ ン"></form>`,
    );
  system.pages.set("/", form(""));
  system.pages.set("/login", (hit, res) => {
    const right = hit.body.get("u") === "robot" && hit.body.get("p") === "right";
    if (right) redirect(res, "/menu");
    else send(res, 200, form("<p>利用者か暗証が違います</p>"));
  });
  const links = menu.map((name, i) => `<li><a href="/s${i}">${name}</a></li>`).join("");
  system.pages.set("/menu", page("メニュー", `<h1>メニュー</h1><ul>${links}</ul>`));
}

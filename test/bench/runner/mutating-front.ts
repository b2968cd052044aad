/** Stands before the demo finance system and changes single screens on their way: what a new release of a product does. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What becomes of one kind of answer. */
export interface Change {
  /** "GET /entry", "POST /register" … */
  readonly on: string;
  /** Changes the document; gives it back unchanged when there is nothing to change in it. */
  readonly rewrite?: (html: string) => string;
  /** Answered here; the finance system never sees the request. */
  readonly instead?: string;
  readonly delayMillis?: number;
}

export interface MutatingFront {
  readonly url: string;
  changes: readonly Change[];
  /** How often a change took effect. */
  applied: number;
  close(): void;
}

export async function startFront(target: string): Promise<MutatingFront> {
  // A finance system that cuts its reply is handed on as one.
  const server = createServer((req, res) => {
    answer(req, res).catch(() => req.socket.destroy());
  });
  const front = { changes: [] as readonly Change[], applied: 0 };
  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = (req.url ?? "/").split("?")[0];
    const due = front.changes.filter((c) => c.on === `${req.method} ${path}`);
    const delay = Math.max(0, ...due.map((c) => c.delayMillis ?? 0));
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    front.applied += due.filter((c) => c.delayMillis || c.instead !== undefined).length;
    const instead = due.find((c) => c.instead !== undefined)?.instead;
    if (instead !== undefined) {
      res.writeHead(200, { "content-type": "text/html; charset=UTF-8" }).end(instead);
      return;
    }
    const body = req.method === "POST" ? await buffer(req) : undefined;
    const { host: _host, connection: _connection, ...headers } = req.headers;
    const reply = await fetch(`${target}${req.url}`, {
      method: req.method ?? "GET",
      headers: headers as Record<string, string>,
      redirect: "manual",
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
    const told = Object.fromEntries(
      [...reply.headers].filter(([name]) => !/length|encoding|connection/u.test(name)),
    );
    const html = await reply.text();
    const changed = due.reduce((text, c) => c.rewrite?.(text) ?? text, html);
    if (changed !== html) front.applied += 1;
    res.writeHead(reply.status, told).end(changed);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(front, {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
}

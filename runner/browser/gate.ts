/**
 * The only way out of the browser: a proxy on loopback that connects to allowed hosts and nothing else. It also sees
 * what request interception cannot (redirects, WebSockets, prefetch), and it keeps Chromium from sending a POST again
 * by itself: Chromium repeats a request silently when a kept-alive connection dies before the reply.
 */
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";

export interface Gate {
  /** http://127.0.0.1:port */
  readonly address: string;
  /** True when the browser may talk to it. */
  allows(url: string): boolean;
  /** Ends idle and tunnelled connections so that the next request cannot be a silent repeat on an old one. */
  freshConnections(): void;
  close(): Promise<void>;
}

/** Where a refused request wanted to go (host:port). */
export type Refused = (host: string) => void;

export function hostAllowed(host: string, port: string, allowed: readonly string[]): boolean {
  const name = host.toLowerCase().replace(/\.$/u, "");
  return allowed.some((a) => {
    const entry = a.trim().toLowerCase();
    return entry === name || entry === `${name}:${port}`;
  });
}

export async function openGate(allowed: readonly string[], refused: Refused): Promise<Gate> {
  const allows = (url: URL): boolean =>
    /^(?:https?|wss?):$/u.test(url.protocol) && hostAllowed(url.hostname, portOf(url), allowed);
  const clients = new Map<Socket, Agent>();
  const tunnels = new Set<Duplex>();
  const server = createServer((req, res) => forward(req, res, { allows, refused, agentOf }));

  function agentOf(socket: Socket): Agent {
    // One upstream connection per client connection: servers that log in by connection (NTLM) keep working.
    const known = clients.get(socket);
    if (known) return known;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    clients.set(socket, agent);
    socket.once("close", () => {
      agent.destroy();
      clients.delete(socket);
    });
    return agent;
  }

  server.on("connect", (req, client: Socket) => {
    // From here on the socket is ours alone: a browser that resets it must not end the whole program.
    client.on("error", () => client.destroy());
    const url = parse(`https://${req.url ?? ""}`);
    if (!url || !allows(url)) {
      refused(url?.host ?? "?");
      client.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    tunnel(client, { host: url.hostname.replace(/^\[|\]$/gu, ""), port: Number(portOf(url)) });
    tunnels.add(client);
    client.once("close", () => tunnels.delete(client));
  });
  server.on("clientError", (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const port = (server.address() as AddressInfo).port;
  const dropAll = (): void => {
    for (const t of tunnels) t.destroy();
    server.closeIdleConnections();
  };
  return {
    address: `http://127.0.0.1:${port}`,
    allows: (url) => {
      const parsed = parse(url);
      return parsed !== null && allows(parsed);
    },
    freshConnections: dropAll,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        dropAll();
        server.closeAllConnections();
      }),
  };
}

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

export function portOf(url: URL): string {
  if (url.port !== "") return url.port;
  return url.protocol === "https:" || url.protocol === "wss:" ? "443" : "80";
}

interface Ways {
  readonly allows: (url: URL) => boolean;
  readonly refused: Refused;
  readonly agentOf: (socket: Socket) => Agent;
}

function forward(req: IncomingMessage, res: ServerResponse, ways: Ways): void {
  const url = parse(req.url ?? "");
  if (!url || !ways.allows(url)) {
    ways.refused(url?.host ?? "?");
    res.writeHead(refusedStatus, { "content-length": "0" }).end();
    return;
  }
  const headers = { ...req.headers };
  delete headers["proxy-connection"];
  const up = httpRequest(url, { method: req.method, headers, agent: ways.agentOf(req.socket) });
  // 1xx and trailers are not needed here. A dead upstream becomes a clear reply: a cut would make Chromium repeat.
  up.on("response", (reply) => {
    res.writeHead(reply.statusCode ?? 502, reply.statusMessage ?? "", reply.rawHeaders);
    reply.pipe(res);
    reply.on("error", () => res.destroy());
  });
  up.on("error", () => {
    if (res.headersSent) res.destroy();
    else res.writeHead(lostReplyStatus, { "content-length": "0" }).end();
  });
  res.on("close", () => {
    if (!res.writableFinished) up.destroy();
  });
  req.pipe(up);
}

/** Status by which the browser side knows "the request went out and no reply came". */
export const lostReplyStatus = 599;

/** Status by which the browser side knows "this host is not allowed, nothing went out". */
export const refusedStatus = 598;

function tunnel(client: Socket, to: { host: string; port: number }): void {
  const up = connect(to.port, to.host, () => {
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    up.pipe(client);
    client.pipe(up);
  });
  const end = (): void => {
    up.destroy();
    client.destroy();
  };
  up.on("error", end);
  client.on("error", end);
  up.on("close", end);
  client.on("close", end);
}

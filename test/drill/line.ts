/** A line to a server: as it is, or a bad one (回線の不調) whose seeded connections are slow, cut on the way up, or lose the reply. */
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as idle } from "node:timers/promises";
import { chanceOf } from "./records.ts";

export interface Line {
  readonly port: number;
  close(): Promise<void>;
}

type Fate = "good" | "slow" | "cut-request" | "lose-reply" | "refuse";

/** Shares of 100 connections: one in five is hurt. */
const fates: readonly (readonly [Fate, number])[] = [
  ["slow", 0.05],
  ["cut-request", 0.1],
  ["lose-reply", 0.16],
  ["refuse", 0.2],
];
const slowMillis = 3_000;
/** Enough of a request that its form has begun, not all of it. */
const cutAfterBytes = 300;

/** Listens on a free port of `address` and passes on to port `target` of this machine; `seed` null = a good line. */
export async function openLine(wish: {
  readonly address: string;
  readonly target: number;
  readonly seed: number | null;
}): Promise<Line> {
  const { address, target, seed } = wish;
  const chance = seed === null ? () => 1 : chanceOf(seed);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.once("close", () => open.delete(client));
    client.on("error", () => client.destroy());
    const lot = chance();
    const fate = fates.find(([, share]) => lot < share)?.[0] ?? "good";
    void passOn(client, target, fate);
  });
  await new Promise<void>((ready) => {
    server.listen(0, address, ready);
  });
  const at = server.address();
  return {
    port: typeof at === "object" && at ? at.port : 0,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function passOn(client: Socket, target: number, fate: Fate): Promise<void> {
  if (fate === "refuse") {
    client.destroy();
    return;
  }
  if (fate === "slow") await idle(slowMillis);
  const server = connect(target, "127.0.0.1");
  const end = (): void => {
    server.destroy();
    client.destroy();
  };
  server.once("error", end);
  client.once("close", () => server.end());
  server.once("close", () => client.end());
  if (fate === "cut-request") {
    let sent = 0;
    client.on("data", (bytes: Buffer) => {
      server.write(bytes.subarray(0, Math.max(0, cutAfterBytes - sent)));
      sent += bytes.length;
      if (sent >= cutAfterBytes) end();
    });
  } else client.pipe(server, { end: false });
  if (fate === "lose-reply") server.once("data", end);
  else server.pipe(client, { end: false });
}

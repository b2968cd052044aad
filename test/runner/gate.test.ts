/** The way out of the browser outlives whatever the browser does to its connections. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Gate, openGate } from "../../runner/browser/gate.ts";

let gate: Gate;
afterEach(() => gate.close());

async function ask(lines: string): Promise<Socket> {
  const socket = connect(Number(new URL(gate.address).port), "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(`${lines}\r\n\r\n`);
  return socket;
}

describe("a tunnel that is refused", () => {
  it.each([
    ["before it hears so", false],
    ["after it has heard so", true],
  ])("does not end the program when the browser resets it %s", async (_when, hears) => {
    const refused: string[] = [];
    gate = await openGate(["a.test"], (host) => refused.push(host));
    for (let i = 0; i < 5; i++) {
      const socket = await ask("CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443");
      if (hears) await once(socket, "data");
      socket.resetAndDestroy();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    const last = await ask("CONNECT evil.test:443 HTTP/1.1\r\nHost: evil.test:443");
    const [answer] = (await once(last, "data")) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1\.1 403/u);
    expect(refused).toContain("evil.test");
    last.destroy();
  });
});

/** Several machines in one (netns): each host is a network namespace with its own cable to a bridge where the servers answer. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** One machine of a drill. */
export interface Host {
  /** Words before a command so that it runs on this machine. */
  readonly prefix: readonly string[];
  /** Pulls the cable: packets vanish, connections do not notice. */
  unplug(): void;
  plugIn(): void;
}

export interface HostNet {
  /** Address of the servers, as every host sees it. */
  readonly address: string;
  readonly hosts: readonly Host[];
  close(): void;
}

/** Namespaces need root and iproute2 (Linux). */
export const hostsAreHere =
  process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/sbin/ip");

function ip(...words: readonly string[]): void {
  const done = spawnSync("/usr/sbin/ip", words, { encoding: "utf8" });
  if (done.status !== 0) throw new TypeError(`ip ${words.join(" ")}: ${done.stderr}`);
}

/** A net of its own per process: two drills at once do not meet. */
export function openHostNet(count: number): HostNet {
  const own = process.pid % 250;
  const bridge = `bkbr${own}`;
  const subnet = `10.77.${own}`;
  ip("link", "add", bridge, "type", "bridge");
  ip("addr", "add", `${subnet}.1/24`, "dev", bridge);
  ip("link", "set", bridge, "up");
  const names = Array.from({ length: count }, (_, i) => `bk${own}h${i + 1}`);
  const hosts = names.map((name, i): Host => {
    const cable = `${name}v`;
    ip("netns", "add", name);
    ip("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", name);
    ip("link", "set", cable, "master", bridge, "up");
    ip("-n", name, "addr", "add", `${subnet}.${i + 10}/24`, "dev", "eth0");
    ip("-n", name, "link", "set", "eth0", "up");
    ip("-n", name, "link", "set", "lo", "up");
    return {
      prefix: ["/usr/sbin/ip", "netns", "exec", name],
      unplug: () => ip("link", "set", cable, "down"),
      plugIn: () => ip("link", "set", cable, "up"),
    };
  });
  return {
    address: `${subnet}.1`,
    hosts,
    close() {
      for (const name of names) ip("netns", "del", name);
      ip("link", "del", bridge);
    },
  };
}

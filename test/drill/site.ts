/** The machine room of a drill: a disk that can be filled, limits that can be set, memory that runs out, a clock that can be set. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../core/index.ts";

/** Mounts, limits and groups of processes need root on Linux. */
export const rootIsHere = process.platform === "linux" && process.getuid?.() === 0;

function order(...words: readonly string[]): void {
  const [command = "", ...rest] = words;
  const done = spawnSync(command, rest, { encoding: "utf8" });
  if (done.status !== 0) throw new TypeError(`${words.join(" ")}: ${done.stderr}`);
}

const diskSize = "64m";

/** A disk of 64 MB (in memory, with an end all the same) under `folder`. */
export function mountSmallDisk(folder: string): { unmount(): void } {
  order("mount", "-t", "tmpfs", "-o", `size=${diskSize},mode=700`, "buka-drill", folder);
  // Lazily: a process that has just been killed may not have let go yet.
  return { unmount: () => order("umount", "-l", folder) };
}

/** Fills the disk under `folder` to its last byte; gives what makes room again. */
export function fillDisk(folder: string): () => Promise<void> {
  const filler = join(folder, "filler");
  const words = ["if=/dev/zero", `of=${filler}`, "bs=4k"];
  spawnSync("dd", words);
  return () => rm(filler, { force: true });
}

/** Words before a program for which nothing under `folder` can be written; for all others everything stays as it is. */
export const readOnlyFor = (folder: string): readonly string[] => [
  ...["unshare", "-m", "sh", "-c"],
  'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"',
  folder,
];

/** From now on this process can open no more files than it has open. */
export function limitFiles(pid: number, more: number): void {
  const folder = `/proc/${pid}/fd`;
  if (!existsSync(folder)) return;
  const open = readdirSync(folder).length;
  spawnSync("prlimit", ["--pid", String(pid), `--nofile=${open + more}:${open + more}`]);
}

const memoryGroups = "/sys/fs/cgroup/memory";

/** Where the kernel's own out-of-memory killer can be had for a few processes only. */
export const memoryGroupsAreHere = rootIsHere && existsSync(join(memoryGroups, "tasks"));

/** Words before a program that may use so many megabytes: beyond them the kernel kills it. */
export function memoryGroup(megabytes: number): { prefix: readonly string[]; close(): void } {
  const group = join(memoryGroups, `buka-drill-${process.pid}`);
  mkdirSync(group, { recursive: true });
  writeFileSync(join(group, "memory.limit_in_bytes"), String(megabytes * 1024 * 1024));
  const enter = 'echo $$ > "$0/cgroup.procs" && exec "$@"';
  return { prefix: ["sh", "-c", enter, group], close: () => rmdirSync(group) };
}

export interface TurnableClock extends Clock {
  /** What the bots' processes must be started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Seconds by which all of them are ahead of the machine's clock from now on. */
  turn(seconds: number): void;
}

const fakeTime = ["x86_64-linux-gnu", "aarch64-linux-gnu"]
  .map((kind) => `/usr/lib/${kind}/faketime/libfaketimeMT.so.1`)
  .find((file) => existsSync(file));

/** libfaketime (package faketime) sets the clock of single processes while they run. */
export const clocksAreHere = fakeTime !== undefined;

/** Timers are not touched: on a real machine they do not follow the clock either. */
export function turnableClock(folder: string): TurnableClock {
  const file = join(folder, "clock");
  const at = { ahead: 0 };
  const turn = (seconds: number): void => {
    at.ahead = seconds;
    writeFileSync(file, `${seconds < 0 ? "" : "+"}${seconds}\n`);
  };
  turn(0);
  return {
    now: () => new Date(Date.now() + at.ahead * 1000),
    turn,
    environment: {
      LD_PRELOAD: fakeTime ?? "",
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
      DONT_FAKE_MONOTONIC: "1",
      NO_FAKE_STAT: "1",
    },
  };
}

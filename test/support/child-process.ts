/** Real processes for crash tests: a plain .mjs that works on compiled rooms, speaks in lines and can be killed for good. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** Where the compiled rooms are; the setup script builds dist/ before the tests. */
const dist = resolve(process.env["BUKA_TEST_DIST"] ?? "dist");

export interface Child {
  /** All lines, after the child has ended well. Fails when it ended badly. */
  ended(): Promise<string[]>;
  /** Waits for so many lines, kills with SIGKILL, and gives all whole lines that had come out. */
  killAfter(lines: number): Promise<string[]>;
}

/** Starts `script` with the folder of the compiled rooms and `values` as arguments; killed when the test is over. */
export function startChild(script: string, values: readonly string[]): Child {
  const child = spawn(process.execPath, [script, dist, ...values], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const faults: string[] = [];
  const waiting: { count: number; go: () => void }[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => {
    lines.push(line);
    for (const w of waiting) if (lines.length >= w.count) w.go();
  });
  child.stderr.on("data", (data: Buffer) => void faults.push(data.toString()));
  const closed = Promise.all([once(child, "close"), once(reader, "close")]);
  return {
    ended: async () => {
      await closed;
      if (child.exitCode !== 0) throw new TypeError(`child failed: ${faults.join("")}`);
      return lines;
    },
    killAfter: async (count) => {
      const enough = new Promise<void>((go) => {
        if (lines.length >= count) go();
        else waiting.push({ count, go });
      });
      await Promise.race([enough, closed]);
      kill(child);
      await closed;
      if (lines.length < count) throw new TypeError(`child failed: ${faults.join("")}`);
      return lines;
    },
  };
}

function kill(child: ChildProcess): void {
  if (child.exitCode === null) child.kill("SIGKILL");
}

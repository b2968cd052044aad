/** The small drill: processes and servers that die while records are entered, and the books compared afterwards. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { postgresIsHere } from "../support/postgres-process.ts";
import { ended, projectRoot } from "../support/program.ts";
import { redisIsHere } from "../support/redis-process.ts";

interface DrillDocument {
  readonly met: boolean;
  readonly missing: number;
  readonly lines: readonly {
    readonly id: string;
    readonly hits: number;
    readonly unmet: readonly string[];
    readonly verdict: Readonly<Record<string, number>>;
  }[];
}

/** F1 kills everything at random, F2 at every boundary in turn, F5 wakes sleepers up, F16 brings a lost ledger back. */
const faults = [...(redisIsHere && postgresIsHere ? ["F1"] : []), "F2", "F5", "F16"];

describe.skipIf(process.platform === "win32")("the small drill (needs POSIX signals)", () => {
  it("loses nothing, enters nothing twice, gets stuck nowhere", async () => {
    const program = join(projectRoot, "apps", "setup", "run-script.mjs");
    const words = ["test/drill", "drill", "--small", "--only", faults.join(","), "--json"];
    const child = spawn(process.execPath, [program, ...words], { cwd: projectRoot });
    const { out, err } = await ended(child);
    const document = JSON.parse(out.slice(out.indexOf("{"))) as DrillDocument;
    expect(document.lines.map((l) => l.id).sort(), err).toEqual([...faults].sort());
    for (const { id, hits, unmet, verdict } of document.lines) {
      expect({ id, ...verdict, unmet }).toMatchObject({
        ...{ lost: 0, duplicated: 0, wrong: 0, stuck: 0, strange: 0, chainBroken: 0, unmet: [] },
        entered: verdict["records"],
      });
      expect(hits).toBeGreaterThan(0);
    }
  }, 900_000);
});

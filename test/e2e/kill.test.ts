/** Workers and whole runs killed at random moments, again and again: every page once, none twice, none lost. */
import { cp, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openOffice } from "../support/finance.ts";
import { buka, ended, projectRoot, startBuka } from "../support/program.ts";

/** Seeded, so that a failure can be tried again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return text.split(" ").filter(Boolean).map(Number);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone by itself in the meantime: as good as killed.
  }
}

/** Starts a run and kills it: first one worker (its supervisor must cope) when `pick` is given, then the whole tree. */
async function killOneRun(
  words: readonly string[],
  afterMillis: number,
  pick: number | null,
): Promise<void> {
  const child = startBuka(words);
  const end = ended(child);
  child.stdin?.end();
  await wait(afterMillis);
  const pid = child.pid ?? 0;
  const workers = await childrenOf(pid);
  const victim = pick === null ? undefined : workers[Math.floor(pick * workers.length)];
  if (victim !== undefined) {
    kill(victim);
    await wait(500);
  }
  const heirs = await childrenOf(pid);
  for (const one of [pid, ...workers, ...heirs]) kill(one);
  await end;
}

const samples = join(
  projectRoot,
  "scenarios",
  "library",
  "creditor-account",
  "samples",
  "2026-11-20",
);

describe.skipIf(process.platform !== "linux")("SIGKILL at random moments (needs /proc)", () => {
  it("ten kills: nothing lost, nothing entered twice", async () => {
    const office = await openOffice();
    const pages = (await readdir(samples)).filter((f) => f.endsWith(".png")).slice(0, 6);
    for (const page of pages) await cp(join(samples, page), join(office.folder, "tray", page));
    const words = [
      "run",
      "creditor-account",
      "--workspace",
      office.folder,
      "--received-on",
      "2026-11-20",
      "--json",
    ];
    const chance = random(20_261_122);
    for (let turn = 0; turn < 10; turn += 1) {
      await killOneRun(words, 1500 + chance() * 9000, turn % 2 === 0 ? chance() : null);
    }
    const last = await buka(words);
    const document = JSON.parse(last.out) as { counts: Record<string, number>; cases: unknown[] };
    expect(document.cases).toHaveLength(pages.length);
    const { done = 0, returned = 0 } = document.counts;
    expect(done + returned + (document.counts["awaiting-review"] ?? 0), last.out).toBe(
      pages.length,
    );
    expect(office.finance.creditors()).toHaveLength(done);
    expect(new Set(office.finance.creditors().map((c) => c.memo)).size).toBe(done);
    expect(office.finance.counts().commits).toBe(done);
  }, 400_000);
});

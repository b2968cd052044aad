/** The parts of the handwriting benchmark: each is kept when it is done, so that a run that was cut off goes on. */
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Figure } from "../ocr/figures.ts";
import { peersFolder } from "./peers.ts";

/** Boxes of one part, for the totals. */
export interface BoxTally {
  readonly boxes: number;
  readonly right: number;
  readonly asked: number;
  readonly silent: number;
  readonly cpu: number;
}

export interface StepResult {
  readonly figures: readonly Figure[];
  readonly notes: readonly string[];
  readonly tally?: BoxTally;
}

export interface Step {
  readonly name: string;
  run(): StepResult | Promise<StepResult>;
}

export interface StepRecord extends StepResult {
  readonly name: string;
}

const journal = join(peersFolder, "..", "..", "..", ".cache", "handwriting-bench.jsonl");

interface Plan {
  /** What the figures depend on: another key starts afresh. */
  readonly key: unknown;
  readonly resume: boolean;
  readonly done: (record: StepRecord) => void;
}

export async function runSteps(steps: readonly Step[], plan: Plan): Promise<StepRecord[]> {
  const head = JSON.stringify(plan.key);
  const kept = plan.resume ? await recordsFor(head) : null;
  if (!kept) {
    await mkdir(join(journal, ".."), { recursive: true });
    await writeFile(journal, `${head}\n`);
  }
  const records: StepRecord[] = [];
  for (const step of steps) {
    const earlier = kept?.find((r) => r.name === step.name);
    const record = earlier ?? { name: step.name, ...(await step.run()) };
    if (!earlier) await appendFile(journal, `${JSON.stringify(record)}\n`);
    plan.done(record);
    records.push(record);
  }
  return records;
}

/** Null when the journal is not there or belongs to another run. */
async function recordsFor(head: string): Promise<StepRecord[] | null> {
  const text = await readFile(journal, "utf8").catch(() => "");
  const [first, ...lines] = text.split("\n").filter((l) => l !== "");
  return first === head ? lines.map((l) => JSON.parse(l) as StepRecord) : null;
}

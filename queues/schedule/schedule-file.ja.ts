/** Reads and extends schedule.yaml (予定): which bot runs when, until when, and what on closed days. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  ProblemBook,
  readYaml,
  splitLines,
  type YamlMap,
  type YamlNode,
} from "../../core/index.ts";
import type { ClosedDays, Shift } from "./business-days.ts";
import type { DueRule } from "./due.ts";
import { scheduleError, scheduleProblem } from "./schedule-messages.ja.ts";
import { minuteOf, readWhen, shiftWords } from "./when.ja.ts";

/** One line of the plan. */
export interface Schedule extends DueRule {
  readonly name: string;
  readonly bot: string;
  /** As it was written. */
  readonly written: string;
  /** Minute of the day at which the batch is drained; null = it runs until it is done. */
  readonly until: number | null;
}

export const scheduleFile = "schedule.yaml";
const planKeys = ["部下", "いつ", "終わり", "休みのとき"] as const;
const rootKeys = ["版", "休み", "予定"] as const;

/** All schedules of a workspace in the order of the file; none when there is no file. Throws QUE171 with all problems. */
export async function readSchedules(folder: string): Promise<readonly Schedule[]> {
  const text = await readFile(join(folder, scheduleFile), "utf8").catch(() => null);
  return text === null ? [] : parseSchedules(text);
}

/** Throws QUE171 with all problems. */
export function parseSchedules(text: string): readonly Schedule[] {
  const problems = new ProblemBook(scheduleFile, splitLines(text));
  const parsed = readYaml(text, scheduleFile);
  problems.addAll(parsed.problems);
  const schedules = parsed.ok ? rootSchedules(parsed.value, problems) : [];
  if (parsed.ok && !problems.hasErrors) return schedules;
  const count = problems.problems.filter((p) => p.severity === "error").length;
  throw scheduleError.faults({ file: scheduleFile, count }, { problems: problems.problems });
}

function rootSchedules(root: YamlNode, problems: ProblemBook): Schedule[] {
  if (root.kind !== "map") {
    problems.add(scheduleProblem.shape, {}, root.at);
    return [];
  }
  checkKeys(root, rootKeys, problems);
  const closed = closedDays(find(root, "休み"), problems);
  const plans = find(root, "予定");
  if (plans?.kind !== "map") {
    problems.add(scheduleProblem.shape, {}, plans?.at ?? root.at);
    return [];
  }
  return plans.entries.flatMap((e) => oneSchedule(e.key, e.value, { closed, problems }) ?? []);
}

function checkKeys(map: YamlMap, known: readonly string[], problems: ProblemBook): void {
  for (const entry of map.entries)
    if (!known.includes(entry.key))
      problems.add(scheduleProblem.unknownKey, { key: entry.key, known }, entry.keyAt);
}

function closedDays(node: YamlNode | undefined, problems: ProblemBook): ClosedDays {
  const single = node === undefined ? [] : [node];
  const items = node?.kind === "list" ? node.items : single;
  const days = items.map((item) => {
    const written = item.kind === "text" ? item.value : "";
    if (!isRealDay(written)) problems.add(scheduleProblem.badDay, { written }, item.at);
    return written;
  });
  return new Set(days);
}

function isRealDay(written: string): boolean {
  const time = Date.parse(`${written}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(written) || Number.isNaN(time)) return false;
  return new Date(time).toISOString().startsWith(written);
}

function oneSchedule(
  name: string,
  node: YamlNode,
  on: { readonly closed: ClosedDays; readonly problems: ProblemBook },
): Schedule | null {
  const { problems, closed } = on;
  if (node.kind !== "map") {
    problems.add(scheduleProblem.shape, {}, node.at);
    return null;
  }
  checkKeys(node, planKeys, problems);
  const text = (key: string): string | null => {
    const found = find(node, key);
    return found?.kind === "text" && found.value !== "" ? found.value : null;
  };
  const [bot, written] = [text("部下"), text("いつ")];
  for (const key of ["部下", "いつ"] as const)
    if (text(key) === null) problems.add(scheduleProblem.missing, { name, key }, node.at);
  const when = written === null ? null : readWhen(written);
  if (written !== null && when === null)
    problems.add(scheduleProblem.badWhen, { written }, find(node, "いつ")?.at ?? node.at);
  const until = untilOf(text("終わり"), problems, find(node, "終わり") ?? node);
  const shift = shiftOf(text("休みのとき"), problems, find(node, "休みのとき") ?? node);
  if (bot === null || written === null || when === null) return null;
  return { name, bot, written, when, until, shift, closed };
}

function untilOf(written: string | null, problems: ProblemBook, node: YamlNode): number | null {
  if (written === null) return null;
  const minute = minuteOf(written.replace(/^翌(?:日|朝)?\s*/u, ""));
  if (minute === null) problems.add(scheduleProblem.badTime, { key: "終わり" }, node.at);
  return minute;
}

function shiftOf(written: string | null, problems: ProblemBook, node: YamlNode): Shift {
  if (written === null) return "none";
  const shift = shiftWords[written];
  if (!shift) problems.add(scheduleProblem.badShift, { written }, node.at);
  return shift ?? "none";
}

const find = (map: YamlMap, key: string): YamlNode | undefined =>
  map.entries.find((e) => e.key === key)?.value;

/** What a person adds on the command line. */
export interface NewSchedule {
  readonly name: string;
  readonly bot: string;
  readonly when: string;
  readonly until: string | null;
  readonly shift: string | null;
}

/** Writes one more schedule at the end of the file; what stands there is not touched. Throws QUE171, QUE172, QUE174. */
export async function addSchedule(folder: string, wish: NewSchedule): Promise<void> {
  if (!/^[^:#\s][^:#\n\r]{0,29}$/u.test(wish.name)) throw scheduleError.badName({});
  const path = join(folder, scheduleFile);
  const old = await readFile(path, "utf8").catch(() => "版: 1\n予定:\n");
  const before = old.includes("\n  ") ? parseSchedules(old) : [];
  if (before.some((s) => s.name === wish.name)) throw scheduleError.nameTaken({ name: wish.name });
  const lines = [
    `  ${wish.name}:`,
    `    部下: ${wish.bot}`,
    `    いつ: ${wish.when}`,
    ...(wish.until === null ? [] : [`    終わり: ${wish.until}`]),
    ...(wish.shift === null ? [] : [`    休みのとき: ${wish.shift}`]),
  ];
  const text = `${old.replace(/\s*$/u, "\n")}${lines.join("\n")}\n`;
  parseSchedules(text);
  await writeFile(path, text, { mode: 0o600 });
}

/** Which fields of the case a scenario needs from outside: {…} and names in conditions, less what it reads itself. */
import type { Step, Value } from "./scenario.ts";

/** Field names in order of first use. Steps and look-up start with nothing read. */
export function fieldsUsed(parts: {
  readonly steps: readonly Step[];
  readonly lookup: readonly Step[];
  readonly businessKey: readonly string[];
}): string[] {
  const used = new Set<string>(parts.businessKey);
  walk(parts.steps, new Set(), used);
  walk(parts.lookup, new Set(), used);
  return [...used];
}

/** Names that a formula refers to: words that are no function, no text and no TRUE/FALSE. */
export function conditionFields(condition: string): string[] {
  const bare = condition.replace(/"[^"]*"/gu, '""');
  const words = bare.matchAll(/[\p{L}_][\p{L}\p{N}_ー・]*(?:（[^（）]*）)?(\s*\()?/gu);
  return [...words].flatMap((m) =>
    m[1] === undefined && !/^(?:TRUE|FALSE)$/iu.test(m[0]) ? [m[0]] : [],
  );
}

/** Adds what is used before it is known; returns what is known afterwards. */
function walk(steps: readonly Step[], before: ReadonlySet<string>, used: Set<string>): Set<string> {
  const known = new Set(before);
  for (const step of steps) {
    for (const name of namesIn(step).filter((n) => !known.has(n))) used.add(name);
    for (const name of readBy(step, known, used)) known.add(name);
  }
  return known;
}

/** Names that are known after a step, whichever branch was taken. */
function readBy(step: Step, known: ReadonlySet<string>, used: Set<string>): readonly string[] {
  if ("into" in step) return [step.into];
  if (step.kind !== "if") return [];
  const met = walk(step.then, known, used);
  const otherwise = walk(step.otherwise, known, used);
  return [...met].filter((name) => otherwise.has(name));
}

function namesIn(step: Step): readonly string[] {
  if (step.kind === "if") return conditionFields(step.condition);
  const names = (value: Value): string[] =>
    value.flatMap((p) => (p.kind === "field" ? [p.name] : []));
  const own = "value" in step ? names(step.value) : [];
  const text = step.kind === "expect-text" || step.kind === "wait-text" ? names(step.text) : [];
  return [...own, ...text, ...("row" in step ? names(step.row.value) : [])];
}

/** Which fields of the case a scenario needs from outside: {…} and names in formulas, less what it reads itself. */
import type { Place } from "../core/index.ts";
import { repeatWords } from "./keyword-words.ja.ts";
import type { RepeatOver, Step, Value } from "./scenario.ts";
import { flatSteps } from "./step-tree.ts";

/** Field names in order of first use. Steps and look-up start with nothing read but `given`. */
export function fieldsUsed(parts: {
  readonly steps: readonly Step[];
  readonly lookup: readonly Step[];
  readonly businessKey: readonly string[];
  readonly totalFields: readonly string[];
  readonly given: readonly string[];
}): string[] {
  const used = new Set<string>([...parts.businessKey, ...parts.totalFields]);
  walk(parts.steps, new Set(parts.given), used);
  walk(parts.lookup, new Set(parts.given), used);
  return [...used];
}

/** What a list of steps needs from outside, and what is known after it. */
export function fieldsOf(steps: readonly Step[]): {
  readonly used: readonly string[];
  readonly known: ReadonlySet<string>;
} {
  const used = new Set<string>();
  const known = walk(steps, new Set(), used);
  return { used: [...used], known };
}

/** Where a name is used first; `exact` where `{name}` itself stands there. Null when no step names it. */
export function firstUse(
  steps: readonly Step[],
  name: string,
): { readonly at: Place; readonly exact: boolean } | null {
  const step = flatSteps(steps).find((s) => namesIn(s).includes(name));
  if (step === undefined) return null;
  const written = `{${name}}`;
  const from = step.sentence.indexOf(written);
  if (from < 0) return { at: step.at, exact: false };
  const at = { ...step.at, column: step.at.column + from, length: written.length };
  return { at, exact: true };
}

/** Names that a formula refers to: words that are no function, no text and no TRUE/FALSE. */
export function formulaFields(formula: string): string[] {
  const bare = formula.replace(/"[^"]*"/gu, '""');
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
    for (const name of learned(step, known, used)) known.add(name);
  }
  return known;
}

/** Names that are known after a step, whichever branch was taken. */
function learned(step: Step, known: ReadonlySet<string>, used: Set<string>): Iterable<string> {
  switch (step.kind) {
    case "if": {
      const met = walk(step.then, known, used);
      const otherwise = walk(step.otherwise, known, used);
      return [...met].filter((name) => otherwise.has(name));
    }
    case "repeat":
      return walkRound(step.over, step.steps, { known, used });
    case "guarded": {
      const after = walk(step.steps, known, used);
      // What is skipped has read nothing.
      return step.remedy.then === "skip" ? [] : after;
    }
    case "call":
      return step.returns;
    default:
      if (!("into" in step) || step.into === null) return [];
      return typeof step.into === "string" ? [step.into] : step.into;
  }
}

/** Within a round, {明細の品名} is known; after the loop nothing of it is, since there may be no round. */
function walkRound(
  over: RepeatOver,
  steps: readonly Step[],
  { known, used }: { known: ReadonlySet<string>; used: Set<string> },
): readonly string[] {
  const inside = new Set<string>();
  walk(steps, known, inside);
  const own = over.kind === "rows" ? `${over.field}${repeatWords.of}` : null;
  for (const name of inside) if (own === null || !name.startsWith(own)) used.add(name);
  return [];
}

const namesOf = (value: Value): string[] =>
  value.flatMap((p) => (p.kind === "field" ? [p.name] : []));

function namesIn(step: Step): readonly string[] {
  switch (step.kind) {
    case "if":
      return formulaFields(step.condition);
    case "calculate":
      return formulaFields(step.formula);
    case "repeat":
      return repeatNames(step.over);
    case "type-table":
      return step.rows.flatMap((row) => namesOf(row.value));
    case "call":
      return step.given.flatMap((g) => namesOf(g.value));
    case "write-file":
      return [step.from];
    case "attach":
      return namesOf(step.file);
    case "save-download":
      return step.file === null ? [] : namesOf(step.file);
    case "expect-text":
    case "wait-text":
      return namesOf(step.text);
    default:
      return [
        ...("value" in step ? namesOf(step.value) : []),
        ...("row" in step ? [...namesOf(step.row.value), ...namesOf(step.row.number ?? [])] : []),
      ];
  }
}

function repeatNames(over: RepeatOver): readonly string[] {
  if (over.kind === "rows") return [over.field];
  return over.kind === "while" ? formulaFields(over.condition) : [];
}

/** One formula over the named values of a case: conditions (もし) and calculations (計算) of scenarios. */
import { systemClock } from "../../core/index.ts";
import { uncomputableText } from "../messages.ja.ts";
import { toScalar } from "./array.ts";
import { type Compiled, compileFormula } from "./compile.ts";
import type { Env, FormulaWorld, SheetModel } from "./model.ts";
import { normalizeCondition } from "./normalize-fields.ts";
import { parseFormula } from "./parser.ts";
import { momentOf } from "./today.ts";
import { tokenize } from "./tokens.ts";
import { CellError, startCount, Uncomputable, type Value } from "./value.ts";

/** The value of a formula ("" when it is blank), or the Japanese sentence that says why it has none. */
export type FormulaOutcome =
  | { readonly kind: "value"; readonly value: string | number | boolean }
  | { readonly kind: "uncomputable"; readonly message: string };

const noSheet: SheetModel = {
  name: "",
  index: 0,
  rowCount: 0,
  colCount: 0,
  version: 0,
  read: () => null,
  hasFormula: () => false,
  phonetic: () => null,
  formulaText: () => null,
  rowState: () => "shown",
  isSubtotal: () => false,
  columnVersion: () => 0,
  isSettled: () => true,
};

/** Calls of LAMBDA that one condition may make. */
const mostSteps = 200_000;

/** Compiled conditions by text and set of names; a scenario has few of them and runs them a thousand times a night. */
const compiled = new Map<string, Compiled | Uncomputable>();
const mostCompiled = 500;

/**
 * Computes one Excel formula over named values ("" is an empty cell). The leading "=" is optional; full-width signs and ≧ ≦ ≠
 * are accepted outside quotes; a name may stand in braces. See `compareFields` for how texts and numbers compare. Never throws
 * for a bad formula. `now` is the moment of TODAY and NOW.
 */
export function evaluateFormula(
  formula: string,
  values: Readonly<Record<string, string>>,
  now: Date = systemClock.now(),
): FormulaOutcome {
  try {
    startCount();
    const run = compileFor(formula, Object.keys(values));
    const env: Env = { world: worldOf(values, now), sheet: noSheet, row: 0, col: 0, locals: null };
    return outcomeOf(run(env), env);
  } catch (error) {
    if (error instanceof Uncomputable) return { kind: "uncomputable", message: error.message };
    if (error instanceof RangeError)
      return { kind: "uncomputable", message: uncomputableText.tooDeep() };
    throw error;
  }
}

function compileFor(formula: string, names: readonly string[]): Compiled {
  const key = `${formula}\u0000${names.join("\u0000")}`;
  const known = compiled.get(key);
  if (known instanceof Uncomputable) throw known;
  if (known) return known;
  if (compiled.size >= mostCompiled) compiled.clear();
  try {
    const plainNames = names.map((n) => normalizeCondition(n)).sort((a, b) => b.length - a.length);
    const tokens = tokenize(normalizeCondition(formula), plainNames);
    const run = compileFormula(parseFormula(tokens, 0, 0), true);
    compiled.set(key, run);
    return run;
  } catch (error) {
    if (error instanceof Uncomputable) compiled.set(key, error);
    throw error;
  }
}

function worldOf(values: Readonly<Record<string, string>>, now: Date): FormulaWorld {
  const byName = new Map(Object.entries(values).map(([name, v]) => [normalizeCondition(name), v]));
  const moment = momentOf(now);
  let steps = 0;
  return {
    spillArea: () => null,
    countStep() {
      if (++steps > mostSteps)
        throw new Uncomputable("limit", "LAMBDA", uncomputableText.tooManySteps());
    },
    sheets: [],
    sheet: () => undefined,
    table: () => undefined,
    tableAt: () => undefined,
    comparison: "fields",
    today: () => Math.floor(moment),
    now: () => moment,
    nameValue: (name): Value => {
      const text = byName.get(name);
      if (text === undefined)
        throw new Uncomputable("unknown-name", name, uncomputableText.unknownName(name));
      return text === "" ? null : text;
    },
  };
}

function outcomeOf(v: Value, env: Env): FormulaOutcome {
  const scalar = toScalar(v, env);
  if (scalar instanceof CellError) {
    return { kind: "uncomputable", message: uncomputableText.errorValue(scalar.code) };
  }
  return { kind: "value", value: scalar === null ? "" : scalar };
}

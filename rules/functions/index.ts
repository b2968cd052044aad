/** The register of worksheet functions: one family per file, found by every spelling of their names. */
import type { FormulaFunction } from "../formula/function-type.ts";
import { aggregateFunctions } from "./aggregate.ts";
import { conditionalFunctions } from "./conditional.ts";
import { dateFunctions } from "./date.ts";
import { domainFunctions } from "./domain.ja.ts";
import { infoFunctions } from "./info.ts";
import { japaneseFunctions } from "./japanese.ja.ts";
import { logicFunctions } from "./logic.ts";
import { lookupFunctions } from "./lookup.ts";
import { mathFunctions } from "./math.ts";
import { referenceFunctions } from "./reference.ts";
import { refusedFunctions } from "./refused.ts";
import { textFunctions } from "./text.ts";
import { workdayFunctions } from "./workday.ts";

const families: readonly (readonly FormulaFunction[])[] = [
  logicFunctions,
  infoFunctions,
  textFunctions,
  japaneseFunctions,
  mathFunctions,
  aggregateFunctions,
  conditionalFunctions,
  lookupFunctions,
  referenceFunctions,
  dateFunctions,
  workdayFunctions,
  domainFunctions,
  refusedFunctions,
];

/** Function by upper-case name. */
export const functionTable: ReadonlyMap<string, FormulaFunction> = new Map(
  families.flat().flatMap((fn) => fn.names.map((name) => [name.toUpperCase(), fn] as const)),
);

/** The register of worksheet functions: one family per file, found by every spelling of their names. */
import type { FormulaFunction } from "../formula/function-type.ts";
import { accruedFunctions } from "./accrued-interest.ts";
import { aggregateFunctions } from "./aggregate.ts";
import { annuityFunctions } from "./annuity.ts";
import { orderFunctions } from "./array-order.ts";
import { shapeFunctions } from "./array-shape.ts";
import { stackFunctions } from "./array-stack.ts";
import { bondFunctions } from "./bonds.ts";
import { cashFlowFunctions } from "./cash-flow.ts";
import { complexFunctions } from "./complex.ts";
import { conditionalFunctions } from "./conditional.ts";
import { convertFunctions } from "./convert.ts";
import { databaseFunctions } from "./database.ts";
import { dateFunctions } from "./date.ts";
import { dayCountFunctions } from "./day-count.ts";
import { depreciationFunctions } from "./depreciation.ts";
import { inverseFunctions } from "./distribution-inverses.ts";
import { distributionFunctions } from "./distributions.ts";
import { domainFunctions } from "./domain.ja.ts";
import { engineeringFunctions } from "./engineering.ts";
import { groupFunctions } from "./group-by.ts";
import { indirectFunctions } from "./indirect.ts";
import { infoFunctions } from "./info.ts";
import { integerFunctions } from "./integer-math.ts";
import { japaneseFunctions } from "./japanese.ja.ts";
import { lambdaFunctions } from "./lambda-kin.ts";
import { logicFunctions } from "./logic.ts";
import { lookupFunctions } from "./lookup.ts";
import { mathFunctions } from "./math.ts";
import { matrixFunctions } from "./matrix.ts";
import { referenceFunctions } from "./reference.ts";
import { randomFunctions, refusedFunctions, unprovenFunctions } from "./refused.ts";
import { regexFunctions } from "./regex.ts";
import { regressionFunctions } from "./regression.ts";
import { statisticsFunctions } from "./statistics.ts";
import { subtotalFunctions } from "./subtotal.ts";
import { textFunctions } from "./text.ts";
import { textNumberFunctions } from "./text-number.ja.ts";
import { splitFunctions } from "./text-split.ts";
import { trigonometryFunctions } from "./trigonometry.ts";
import { workdayFunctions } from "./workday.ts";

/** Functions by family, in the order in which the page of functions lists them. */
export const functionFamilies = {
  logic: [...logicFunctions, ...lambdaFunctions],
  info: infoFunctions,
  lookup: [...lookupFunctions, ...indirectFunctions, ...referenceFunctions],
  array: [...orderFunctions, ...shapeFunctions, ...stackFunctions, ...groupFunctions],
  text: [...textFunctions, ...splitFunctions, ...textNumberFunctions, ...regexFunctions],
  japanese: japaneseFunctions,
  date: [...dateFunctions, ...workdayFunctions, ...dayCountFunctions],
  aggregate: [...aggregateFunctions, ...conditionalFunctions, ...subtotalFunctions],
  math: [...mathFunctions, ...integerFunctions, ...trigonometryFunctions, ...matrixFunctions],
  statistics: [
    ...statisticsFunctions,
    ...distributionFunctions,
    ...inverseFunctions,
    ...regressionFunctions,
  ],
  finance: [
    ...annuityFunctions,
    ...cashFlowFunctions,
    ...depreciationFunctions,
    ...bondFunctions,
    ...accruedFunctions,
  ],
  database: databaseFunctions,
  engineering: [...engineeringFunctions, ...convertFunctions, ...complexFunctions],
  domain: domainFunctions,
  refused: [...randomFunctions, ...refusedFunctions, ...unprovenFunctions],
} as const satisfies Record<string, readonly FormulaFunction[]>;

/** Function by upper-case name. */
export const functionTable: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.values(functionFamilies)
    .flat()
    .flatMap((fn) => fn.names.map((name) => [name.toUpperCase(), fn] as const)),
);

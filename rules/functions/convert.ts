/** CONVERT: a number in one unit as a number in another. */
import { type FormulaFunction, scalarFunction } from "../formula/function-type.ts";
import { cellErrors } from "../formula/value.ts";
import { finite, numberOf, textOf } from "./arguments.ts";
import { converted, unitOf } from "./unit-table.ts";

export const convertFunctions: readonly FormulaFunction[] = [
  scalarFunction("CONVERT", [3, 3], (args, env) => {
    if (args.some((v) => typeof v === "boolean")) return cellErrors.value;
    const n = numberOf(args[0], env);
    const names = [textOf(args[1], env), textOf(args[2], env)] as const;
    const degrees = converted(n, ...names);
    if (degrees !== null) return finite(degrees);
    const [from, to] = names.map(unitOf);
    if (!from || !to || from.kind !== to.kind) return cellErrors.na;
    return from.factor === to.factor ? n : finite((n * from.factor) / to.factor);
  }),
];

/** Depreciation: SLN, SYD, DB, DDB and VDB. */
import { type FormulaFunction, numberFunction, wholeFunction } from "../formula/function-type.ts";
import { cellErrors, raise, type Scalar } from "../formula/value.ts";
import { finite, flagOf, numberOf, undocumented } from "./arguments.ts";

interface Asset {
  readonly cost: number;
  readonly salvage: number;
  readonly life: number;
}

function checked(asset: Asset): void {
  if (asset.cost < 0 || asset.salvage < 0 || asset.life <= 0) raise(cellErrors.num);
}

/** Declining balance with a rate rounded to three digits; the first year may have fewer months. */
function declining(asset: Asset, period: number, months: number): Scalar {
  checked(asset);
  const { cost, salvage, life } = asset;
  const first = Math.trunc(months);
  const at = Math.trunc(period);
  if (first < 1 || first > 12 || at < 1) return cellErrors.num;
  const whole = Math.trunc(life);
  if (at > whole + 1 || (at > whole && first === 12) || at > 10_000) return cellErrors.num;
  if (cost === 0) return 0;
  const rate = Math.round((1 - (salvage / cost) ** (1 / life)) * 1000) / 1000;
  let total = (cost * rate * first) / 12;
  if (at === 1) return finite(total);
  for (let i = 2; i <= Math.min(at - 1, whole); i++) total += (cost - total) * rate;
  const rest = (cost - total) * rate;
  return finite(at === whole + 1 ? (rest * (12 - first)) / 12 : rest);
}

/** One period of the double-declining balance, never below the salvage value. */
function doubleDeclining(asset: Asset, period: number, factor: number): number {
  const { cost, salvage, life } = asset;
  const rate = Math.min(1, factor / life);
  const before = cost * (1 - rate) ** (period - 1);
  const after = cost * (1 - rate) ** period;
  const loss = after < salvage ? before - salvage : before - after;
  return Math.max(0, loss);
}

/** Depreciation from the beginning to a moment, whole periods and a part of the last. */
function until(asset: Asset, end: number, factor: number, change: boolean): number {
  const { cost, salvage, life } = asset;
  let total = 0;
  let straight = 0;
  let changed = false;
  for (let p = 1; p <= Math.ceil(end); p++) {
    const doubled = doubleDeclining(asset, p, factor);
    const evenly = (cost - salvage - total) / (life - p + 1);
    if (change && !changed && evenly > doubled) {
      changed = true;
      straight = evenly;
    }
    const loss = changed ? straight : doubled;
    total += p > end ? loss * (end - Math.floor(end)) : loss;
  }
  return total;
}

/** The part of VDB between two moments; switching to straight line counts from the start of the span. */
function variable(asset: Asset, span: { start: number; end: number }, how: VariableForm): Scalar {
  checked(asset);
  const { start, end } = span;
  if (start < 0 || end < start || end > asset.life || how.factor < 0 || end > 10_000)
    return cellErrors.num;
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (how.change && !whole) {
    return start === 0 ? fractional(asset, end, how.factor) : undocumented("VDB");
  }
  return finite(
    until(asset, end, how.factor, how.change) - until(asset, start, how.factor, how.change),
  );
}

interface VariableForm {
  readonly factor: number;
  readonly change: boolean;
}

/** The last period counts by its share. */
function fractional(asset: Asset, end: number, factor: number): Scalar {
  const [below, above] = [Math.floor(end), Math.ceil(end)].map((p) =>
    until(asset, p, factor, true),
  );
  return finite((below ?? 0) + ((above ?? 0) - (below ?? 0)) * (end - Math.floor(end)));
}

export const depreciationFunctions: readonly FormulaFunction[] = [
  numberFunction("SLN", [3, 3], ([cost = 0, salvage = 0, life = 0]) =>
    life === 0 ? cellErrors.div0 : finite((cost - salvage) / life),
  ),
  numberFunction("SYD", [4, 4], ([cost = 0, salvage = 0, life = 0, period = 0]) =>
    life <= 0 || period < 1 || period > life
      ? cellErrors.num
      : finite(((cost - salvage) * (life - period + 1) * 2) / (life * (life + 1))),
  ),
  numberFunction("DB", [4, 5], ([cost = 0, salvage = 0, life = 0, period = 0, months = 12]) =>
    declining({ cost, salvage, life }, period, months),
  ),
  numberFunction("DDB", [4, 5], ([cost = 0, salvage = 0, life = 0, period = 0, factor = 2]) => {
    const asset = { cost, salvage, life };
    checked(asset);
    if (period < 1 || period > life || factor <= 0) return cellErrors.num;
    return finite(doubleDeclining(asset, period, factor));
  }),
  wholeFunction("VDB", [5, 7], ["scalar"], (args, env) => {
    const [cost = 0, salvage = 0, life = 0, start = 0, end = 0] = args
      .slice(0, 5)
      .map((v) => numberOf(v, env));
    const form = { factor: numberOf(args[5], env, 2), change: !flagOf(args[6], env, false) };
    return variable({ cost, salvage, life }, { start, end }, form);
  }),
];

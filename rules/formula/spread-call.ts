/** Calls with arrays for their scalars, or with references side by side: once per item. */
import { spread, toArray } from "./array.ts";
import type { Env } from "./model.ts";
import {
  type ArrayValue,
  arrayOf,
  isArray,
  isRefs,
  isScalar,
  type RefsValue,
  type Value,
} from "./value.ts";

/** OFFSET and INDIRECT with arrays: one reference per item. */
export function referencesOf(
  call: (values: readonly Value[], env: Env) => Value,
  values: readonly Value[],
  scalarAt: readonly boolean[],
  env: Env,
): Value {
  const items: Value[] = [];
  const lifted = values.map((v, i) => (scalarAt[i] && (isScalar(v) || isArray(v)) ? v : null));
  const shape = spread(lifted, (given) => {
    items.push(
      call(
        values.map((v, i) => (scalarAt[i] ? (given[i] ?? null) : v)),
        env,
      ),
    );
    return null;
  });
  const [only = null] = items;
  if (items.length === 1 || !isArray(shape)) return only;
  return { kind: "refs", rows: shape.rows, cols: shape.cols, items };
}

/** VLOOKUP(A2:A5, …) and its kin: the scalar arguments are spread, the others stay whole. */
export function spreadWhole(
  call: (values: readonly Value[], env: Env) => Value,
  values: readonly Value[],
  scalarAt: readonly boolean[],
  env: Env,
): Value {
  const spreadArgs = values.map((v, i) => {
    if (isRefs(v)) return placesIn(v);
    return scalarAt[i] && (isScalar(v) || isArray(v)) ? v : null;
  });
  return spread(spreadArgs, (items) => {
    const result = call(
      values.map((v, i) => {
        const item = items[i] ?? null;
        if (isRefs(v)) return typeof item === "number" ? (v.items[item] ?? null) : item;
        return scalarAt[i] ? item : v;
      }),
      env,
    );
    return toArray(result).cells[0] ?? null;
  });
}

/** The numbers of the references, in their shape. */
function placesIn({ rows, cols, items }: RefsValue): ArrayValue {
  return arrayOf(
    rows,
    cols,
    items.map((_, at) => at),
  );
}

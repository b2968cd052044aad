/** A small seeded random source, so that every sample page can be made again. */
export interface Chance {
  /** 0 ≤ n < 1 */
  next(): number;
  /** Whole number from 0 to below `below`. */
  whole(below: number): number;
  pick<T>(list: readonly T[]): T;
  digits(count: number): string;
}

/** mulberry32: quick, and the same on every machine. */
export function seeded(seed: number): Chance {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number): number => Math.floor(next() * below);
  return {
    next,
    whole,
    pick: (list) => {
      const item = list[whole(list.length)];
      if (item === undefined) throw new RangeError("pick needs a list that is not empty");
      return item;
    },
    digits: (count) => Array.from({ length: count }, () => String(whole(10))).join(""),
  };
}

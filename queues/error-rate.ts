/** How often a value that went on without a person is wrong: estimated from blind double entry, with its bounds. */

/** An estimate over `checked` fields of which `wrong` were wrong; shares 0..1. */
export interface ErrorRate {
  readonly checked: number;
  readonly wrong: number;
  /** wrong / checked; 0 when nothing was checked. */
  readonly rate: number;
  /** Exact 95 % interval (Clopper–Pearson); 0..1 when nothing was checked. */
  readonly low: number;
  readonly high: number;
}

const tail = 0.025;

export function errorRate(wrong: number, checked: number): ErrorRate {
  if (checked === 0) return { checked, wrong, rate: 0, low: 0, high: 1 };
  const low = wrong === 0 ? 0 : solve((p) => 1 - atMost(wrong - 1, checked, p), tail);
  const high = wrong === checked ? 1 : 1 - solve((q) => atMost(wrong, checked, 1 - q), tail);
  return { checked, wrong, rate: wrong / checked, low, high };
}

/** The p in 0..1 at which a rising function takes a value. */
function solve(rising: (p: number) => number, wanted: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (rising(middle) < wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Probability of at most k wrong ones among n, each wrong with probability p. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1;
  if (p >= 1) return k >= n ? 1 : 0;
  let log = n * Math.log1p(-p);
  let sum = Math.exp(log);
  for (let i = 1; i <= k; i++) {
    log += Math.log((n - i + 1) / i) + Math.log(p) - Math.log1p(-p);
    sum += Math.exp(log);
  }
  return Math.min(1, sum);
}

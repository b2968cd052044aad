/** Gamma, beta, error function and the normal distribution: what the distributions are made from. */

const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0. */
export function gammaLn(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - gammaLn(1 - x);
  if (x > 30) return stirling(x);
  const y = x - 1;
  let sum = lanczos[0] ?? 0;
  for (let i = 1; i < lanczos.length; i++) sum += (lanczos[i] ?? 0) / (y + i);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

function stirling(x: number): number {
  const r = 1 / (x * x);
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

/** Γ(x); NaN where it has none. */
export function gamma(x: number): number {
  if (Number.isInteger(x)) {
    if (x <= 0) return Number.NaN;
    let product = 1;
    for (let i = 2; i < x && Number.isFinite(product); i++) product *= i;
    return product;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  return Math.exp(gammaLn(x));
}

const steps = 10_000;

/** Lower regularised incomplete gamma P(a, x) and its complement. */
export function gammaParts(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  const scale = Math.exp(-x + a * Math.log(x) - gammaLn(a));
  if (x < a + 1) {
    const lower = scale * gammaSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = scale * gammaFraction(a, x);
  return { lower: 1 - upper, upper };
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < steps; n++) {
    term *= x / (a + n);
    sum += term;
    if (Math.abs(term) < Math.abs(sum) * 1e-17) break;
  }
  return sum;
}

const tiny = 1e-300;

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < steps; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

export function erf(x: number): number {
  const { lower } = gammaParts(0.5, x * x);
  return x < 0 ? -lower : lower;
}

export function erfc(x: number): number {
  const { lower, upper } = gammaParts(0.5, x * x);
  return x < 0 ? 1 + lower : upper;
}

/** Regularised incomplete beta I_x(a, b). */
export function betaPart(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(
    gammaLn(a + b) - gammaLn(a) - gammaLn(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let h = d;
  for (let m = 1; m < steps; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}

export const normalDensity = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

export const normalBelow = (z: number): number => erfc(-z / Math.SQRT2) / 2;

/** z with P(Z ≤ z) = p, 0 < p < 1: a rough start, then Newton's method on the exact distribution. */
export function normalInverse(p: number): number {
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(tail));
  let z =
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  for (let i = 0; i < 60; i++) {
    const step = (erfc(z / Math.SQRT2) / 2 - tail) / normalDensity(z);
    if (!Number.isFinite(step)) break;
    z += step / (1 - (z * step) / 2 || 1);
    if (Math.abs(step) < Math.abs(z) * 1e-16) break;
  }
  return p < 0.5 ? -z : z;
}

/** The x in [low, high] at which a rising function reaches p; `high` is doubled until it does. */
export function rootOfRising(
  below: (x: number) => number,
  p: number,
  range: { low: number; high: number; open: boolean },
): number {
  let { low, high } = range;
  for (let i = 0; range.open && below(high) < p && i < 1100; i++) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < 400; i++) {
    const mid = (low + high) / 2;
    if (mid === low || mid === high) break;
    if (below(mid) < p) low = mid;
    else high = mid;
  }
  return (low + high) / 2;
}

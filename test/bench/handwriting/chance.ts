/** Draws from a seeded source. */
import type { Chance } from "../../support/samples/seeded.ts";

export const spread = (chance: Chance, low: number, high: number): number =>
  low + (high - low) * chance.next();

/** Normal, mean 0, deviation 1. */
export function gaussian(chance: Chance): number {
  const u = Math.max(1e-9, chance.next());
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * chance.next());
}

export function shuffled<T>(items: readonly T[], chance: Chance): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(chance.next() * (i + 1));
    const [a, b] = [out[i], out[j]];
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a];
  }
  return out;
}

/** Which characters of a value a person should look at: where readings differ, where a reader was unsure, where twins exist. */
import type { CharDoubt } from "../../core/index.ts";

/** More doubtful places than this share of a value, and the whole value is in doubt. */
const MOST_SHARE = 0.5;

/** Most candidates that are shown for one place. */
const MOST_CANDIDATES = 5;

/** Places at which the other readings differ from the value, with what they say there. */
export function differences(value: string, others: readonly string[]): CharDoubt[] {
  return others.flatMap((other) => differencesOf([...value], [...other]));
}

/** Joins doubts about the same place, in order; empty when most of the value is in doubt. */
export function joinDoubts(value: string, doubts: readonly CharDoubt[]): CharDoubt[] {
  const signs = [...value];
  const places = new Map<number, Set<string>>();
  for (const { at, candidates } of doubts) {
    const known = places.get(at) ?? new Set([signs[at] ?? ""]);
    for (const c of candidates) known.add(c);
    places.set(at, known);
  }
  if (places.size > Math.max(1, MOST_SHARE * signs.length)) return [];
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([at, candidates]) => ({ at, candidates: [...candidates].slice(0, MOST_CANDIDATES) }));
}

/** The value with one candidate put in its place. */
export function withCandidate(value: string, at: number, candidate: string): string {
  const signs = [...value];
  return [...signs.slice(0, at), candidate, ...signs.slice(at + 1)].join("");
}

/** Doubts about one text as doubts about another that is nearly the same; where the two differ is one too. */
export function moveDoubts(from: string, to: string, doubts: readonly CharDoubt[]): CharDoubt[] {
  const places = placesIn([...from], [...to]);
  const signs = [...to];
  const moved = doubts.flatMap(({ at, candidates }): CharDoubt[] => {
    const there = places[at] ?? null;
    return there === null ? [] : [{ at: there, candidates: [signs[there] ?? "", ...candidates] }];
  });
  return joinDoubts(to, [...differences(to, [from]), ...moved]);
}

/** Where each character of `value` stands in `other`; null for those that it has not. */
function placesIn(value: readonly string[], other: readonly string[]): (number | null)[] {
  const cost = costs(value, other);
  const places: (number | null)[] = value.map(() => null);
  let [i, j] = [value.length, other.length];
  while (i > 0 || j > 0) {
    const step = stepAt(cost, { i, j, same: value[i - 1] === other[j - 1] });
    if (step === "same" || step === "swap") places[i - 1] = j - 1;
    if (step !== "added") i--;
    if (step !== "lost") j--;
  }
  return places;
}

type Step = "same" | "swap" | "lost" | "added";

/** Aligns two readings by the fewest changes. */
function differencesOf(value: readonly string[], other: readonly string[]): CharDoubt[] {
  const cost = costs(value, other);
  const doubts: CharDoubt[] = [];
  let [i, j] = [value.length, other.length];
  while (i > 0 || j > 0) {
    const step = stepAt(cost, { i, j, same: value[i - 1] === other[j - 1] });
    if (step !== "same") doubts.push(doubtOf(step, { value, other, i, j }));
    if (step !== "added") i--;
    if (step !== "lost") j--;
  }
  return doubts;
}

/** `i` and `j` count the characters of value and other up to here. */
function doubtOf(
  step: Exclude<Step, "same">,
  {
    value,
    other,
    i,
    j,
  }: { value: readonly string[]; other: readonly string[]; i: number; j: number },
): CharDoubt {
  const [own, next, theirs] = [value[i - 1] ?? "", value[i] ?? "", other[j - 1] ?? ""];
  if (step === "added") return { at: i, candidates: [next, theirs + next] };
  return { at: i - 1, candidates: [own, step === "swap" ? theirs : ""] };
}

function stepAt(
  cost: readonly (readonly number[])[],
  at: { i: number; j: number; same: boolean },
): Step {
  const here = (i: number, j: number): number =>
    i < 0 || j < 0 ? Number.POSITIVE_INFINITY : (cost[i]?.[j] ?? Number.POSITIVE_INFINITY);
  const best = here(at.i, at.j);
  if (at.i > 0 && at.j > 0 && best === here(at.i - 1, at.j - 1) + (at.same ? 0 : 1)) {
    return at.same ? "same" : "swap";
  }
  return at.i > 0 && best === here(at.i - 1, at.j) + 1 ? "lost" : "added";
}

function costs(a: readonly string[], b: readonly string[]): number[][] {
  const table = [b.map((_, j) => j + 1)];
  table[0]?.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const above = table[i - 1] ?? [];
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swap));
    }
    table.push(row);
  }
  return table;
}

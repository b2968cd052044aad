/** Wildcards of Excel (* ? and ~ as escape) without regular expressions: matching takes at most length × length steps. */

type Part =
  | { readonly kind: "char"; readonly char: string }
  | { readonly kind: "any" }
  | { readonly kind: "one" };

export function hasWildcard(pattern: string): boolean {
  return /[*?~]/.test(pattern);
}

function partsOf(pattern: string): Part[] {
  const parts: Part[] = [];
  const text = pattern.toLowerCase();
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? "";
    const next = text[i + 1] ?? "";
    if (c === "~" && (next === "*" || next === "?" || next === "~")) {
      parts.push({ kind: "char", char: next });
      i++;
    } else if (c === "*") {
      if (parts.at(-1)?.kind !== "any") parts.push({ kind: "any" });
    } else parts.push(c === "?" ? { kind: "one" } : { kind: "char", char: c });
  }
  return parts;
}

/** A test for whole texts, letter case does not count. */
export function wildcardMatcher(pattern: string): (text: string) => boolean {
  const parts = partsOf(pattern);
  return (text) => matches(parts, text.toLowerCase());
}

/** Greedy matching with one point of return: the last "*". */
function matches(parts: readonly Part[], text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let mark = 0;
  while (t < text.length) {
    const part = parts[p];
    if (part?.kind === "any") {
      star = p++;
      mark = t;
    } else if (part && (part.kind === "one" || part.char === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (parts[p]?.kind === "any") p++;
  return p === parts.length;
}

/** Index of the first place from which the pattern matches a beginning of the rest; -1 when there is none. */
export function wildcardSearch(pattern: string, text: string, from: number): number {
  const parts = [...partsOf(pattern), { kind: "any" } as const];
  const lower = text.toLowerCase();
  for (let at = from; at <= lower.length; at++) if (matches(parts, lower.slice(at))) return at;
  return -1;
}

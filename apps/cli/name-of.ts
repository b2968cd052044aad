/** Words of a command that a clerk may write in English or in Japanese, in any width. */

/** Which of the names was written, in English or Japanese; null = none of them. */
export function nameOf<N extends string>(
  written: string,
  names: Readonly<Record<N, readonly string[]>>,
): N | null {
  const word = written.normalize("NFKC").trim();
  const known = Object.keys(names) as N[];
  return known.find((name) => name === word || names[name].includes(word)) ?? null;
}

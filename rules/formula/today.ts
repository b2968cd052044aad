/** The serial number of an instant as an office in Japan sees it. */
const dayMs = 86_400_000;

export function momentOf(now: Date): number {
  const local = now.getTime() + 9 * 3_600_000;
  return local / dayMs + 25_569;
}

/** How much room a text takes on a sheet, in characters of Excel's column widths. */

/** Height of one line of text in points: Japanese faces of 10 points (游ゴシック) take so much in Excel. */
export const pointsPerLine = 18;
/** Excel's own limit for the height of a row. */
export const mostHeight = 409;

/** Full-width characters take two places, half-width kana one. */
export function placesOf(text: string): number {
  let n = 0;
  for (const c of text) n += c > "\u00ff" && !/[\uff61-\uff9f]/.test(c) ? 2 : 1;
  return n;
}

/** Lines that texts take below each other in a column of `width` characters. */
export function wrappedLines(texts: readonly string[], width: number): number {
  const lines = texts.flatMap((text) => text.split("\n"));
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(placesOf(line) / (width - 2))), 0);
}

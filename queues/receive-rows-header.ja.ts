/** What two spellings of one caption have in common: width, spaces and marks for required fields do not count. */
import type { TableCell } from "./receive-rows-table.ts";

export function plainHeader(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[※*]+$|^[※*]+|[([]?必須[)\]]?$|:$/gu, "");
}

/** Places of the captions by a key of theirs; columns without a caption are nobody's. */
export function placesOf(
  headers: readonly TableCell[],
  keyOf: (text: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  headers.forEach((h, i) => {
    if (h.text === "") return;
    const key = keyOf(h.text);
    const known = places.get(key);
    if (known) known.push(i);
    else places.set(key, [i]);
  });
  return places;
}

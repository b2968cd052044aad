/** The rows of a list that a value holds: read from the screen or a file (JSON), or a table of the form (表・行・列). */
import { z } from "zod";
import { rowWords } from "../screen-words.ja.ts";

const rowsSchema = z.array(z.record(z.string(), z.string()));

/** One record per row with the names that sentences use ({明細の品名}, {明細の行番号}); null when the value holds no rows. */
export function rowsHeld(
  values: Readonly<Record<string, string>>,
  field: string,
): readonly Readonly<Record<string, string>>[] | null {
  const text = Object.hasOwn(values, field) ? values[field] : undefined;
  const rows = text === undefined ? rowsOfForm(values, field) : rowsOfText(text);
  return rows?.map((row, i) => inSentences(field, row, i + 1)) ?? null;
}

function inSentences(
  field: string,
  row: Readonly<Record<string, string>>,
  number: number,
): Record<string, string> {
  const named = Object.entries(row).map(
    ([column, value]) => [`${field}${rowWords.of}${columnName(column)}`, value] as const,
  );
  return {
    ...Object.fromEntries(named),
    [`${field}${rowWords.of}${rowWords.number}`]: String(number),
  };
}

/** Headings as they can stand in {…}: without blanks and marks. */
const columnName = (heading: string): string =>
  heading.normalize("NFKC").replace(/[^\p{L}\p{N}ー・（）()_]/gu, "");

/** Rows out of the JSON that 読み取る keeps; null when it holds none. */
export function rowsOfText(text: string): readonly Record<string, string>[] | null {
  if (text.trim() === "") return [];
  try {
    const parsed = rowsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A table of the form comes as one value per cell: 「明細・1・品名」. */
function rowsOfForm(
  values: Readonly<Record<string, string>>,
  field: string,
): readonly Record<string, string>[] | null {
  const rows = new Map<string, Record<string, string>>();
  for (const [name, value] of Object.entries(values)) {
    const [table, row, column] = name.split(rowWords.cell);
    if (table !== field || row === undefined || column === undefined) continue;
    rows.set(row, { ...rows.get(row), [column]: value });
  }
  const filled = [...rows.values()].filter((row) => Object.values(row).some((v) => v !== ""));
  return rows.size === 0 ? null : filled;
}

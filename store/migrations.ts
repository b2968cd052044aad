/** Lifts a database file to the newest schema, all missing numbered steps in one transaction. */
import { z } from "zod";
import { storeError } from "./messages.ja.ts";
import { type SchemaStep, schemaSteps } from "./schema.ts";
import type { SqlFile } from "./sql-file.ts";

const numberRow = z.object({ number: z.number().int() });

/** Throws STO005 for a database of somebody else and STO007 for one that a newer buka has written. */
export function migrate(
  file: SqlFile,
  at: string,
  steps: readonly SchemaStep[] = schemaSteps,
): void {
  file.transaction(() => {
    prepareTable(file);
    const found = currentNumber(file);
    const known = steps.at(-1)?.number ?? 0;
    if (found > known) throw storeError.newerFile({ path: file.path, found, known });
    for (const step of steps.filter((s) => s.number > found)) {
      file.exec(step.sql);
      file.run("INSERT INTO migration (number, name, applied_at) VALUES (?, ?, ?)", [
        step.number,
        step.name,
        at,
      ]);
    }
  });
}

function prepareTable(file: SqlFile): void {
  const tables = file.rows("SELECT name FROM sqlite_master WHERE type = 'table'");
  const names = z.array(z.object({ name: z.string() })).parse(tables);
  if (names.some((t) => t.name === "migration")) return;
  if (names.length > 0) throw storeError.corrupt({ path: file.path });
  file.exec(
    "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)",
  );
}

function currentNumber(file: SqlFile): number {
  const rows = file.rows("SELECT number FROM migration ORDER BY number DESC LIMIT 1");
  return rows.length === 0 ? 0 : numberRow.parse(rows[0]).number;
}

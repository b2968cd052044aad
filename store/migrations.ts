/** Lifts a ledger to the newest schema, all missing numbered steps in one transaction; the same for both databases. */
import { z } from "zod";
import { storeError } from "./messages.ja.ts";
import { type Dialect, type SchemaStep, schemaSteps } from "./schema.ts";
import { exec, rows, run, type SqlWork } from "./sql-work.ts";

const numberRow = z.object({ number: z.number().int() });

/** Where and when, and in which dialect. */
export interface MigrationDoors {
  readonly place: string;
  readonly at: string;
  readonly dialect: Dialect;
}

/** Throws STO005 for a database of somebody else and STO007 for one that a newer buka has written. */
export function* migrate(
  doors: MigrationDoors,
  steps: readonly SchemaStep[] = schemaSteps,
): SqlWork<void> {
  yield* prepareTable(doors);
  const found = yield* currentNumber();
  const known = steps.at(-1)?.number ?? 0;
  if (found > known) throw storeError.newerFile({ path: doors.place, found, known });
  for (const step of steps.filter((s) => s.number > found)) {
    yield* exec(step.sql(doors.dialect));
    yield* run("INSERT INTO migration (number, name, applied_at) VALUES (?, ?, ?)", [
      step.number,
      step.name,
      doors.at,
    ]);
  }
}

function* prepareTable(doors: MigrationDoors): SqlWork<void> {
  const tables = yield* rows(doors.dialect.tableNames);
  const names = z.array(z.object({ name: z.string() })).parse(tables);
  if (names.some((t) => t.name === "migration")) return;
  if (names.length > 0) throw storeError.corrupt({ path: doors.place });
  yield* exec(
    "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)",
  );
}

function* currentNumber(): SqlWork<number> {
  const found = yield* rows("SELECT number FROM migration ORDER BY number DESC LIMIT 1");
  return found.length === 0 ? 0 : numberRow.parse(found[0]).number;
}

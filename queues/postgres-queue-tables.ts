/** Makes the queue's tables on a server, sees whether they are ours and whole, and notices when they are gone. */
import { z } from "zod";
import { isBukaError } from "../core/index.ts";
import type { SqlServer, SqlSession } from "../store/index.ts";
import { dropLayout, layout, layoutNumber, layoutRow } from "./postgres-queue-layout.ts";
import { queueLayoutError } from "./postgres-queue-messages.ja.ts";

/** A table or function that is not there any more. */
const goneStates = new Set(["42P01", "42883"]);

/** One transaction, so that two machines that come for the first time at once make one queue. */
export async function prepareQueue(server: SqlServer): Promise<void> {
  if (await server.session(isReady)) return;
  await server.transaction(async (session) => {
    await session.query("SELECT pg_advisory_xact_lock(8150927, hashtext(current_schema()))");
    if (await isReady(session)) return;
    const found = await foundLayout(session);
    if (found === null && (await isThere(session, "buka_queue_job")))
      throw queueLayoutError.foreign({ place: server.place });
    if (found !== null && found > layoutNumber)
      throw queueLayoutError.newer({ place: server.place, found, known: layoutNumber });
    await session.query(dropLayout);
    await session.query(layout);
  });
}

/** Of this layout, and nothing of it is missing. */
async function isReady(session: SqlSession): Promise<boolean> {
  if ((await foundLayout(session)) !== layoutNumber) return false;
  const { rows } = await session.query(
    `SELECT 1 WHERE to_regclass('buka_queue_job') IS NOT NULL AND to_regclass('buka_queue_total') IS NOT NULL
       AND to_regproc('buka_queue_next') IS NOT NULL AND to_regproc('buka_queue_exchange') IS NOT NULL
       AND to_regproc('buka_queue_moved') IS NOT NULL`,
  );
  return rows.length > 0;
}

async function foundLayout(session: SqlSession): Promise<number | null> {
  if (!(await isThere(session, "buka_queue_layout"))) return null;
  const { rows } = await session.query("SELECT number FROM buka_queue_layout");
  const read = z.tuple([layoutRow]).safeParse(rows);
  return read.success ? read.data[0].number : null;
}

async function isThere(session: SqlSession, table: string): Promise<boolean> {
  const sql = "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1";
  return (await session.query(sql, [table])).rows.length > 0;
}

/** True for the error of a statement that misses them. */
export function isGone(error: unknown): boolean {
  const cause: unknown = isBukaError(error) ? error.cause : null;
  const code: unknown = cause instanceof Error && "code" in cause ? cause.code : null;
  return typeof code === "string" && goneStates.has(code);
}

/** The queue on PostgreSQL, for several machines without a Redis: own tables, ids only; a lost one is rebuilt from the ledger. */
import { z } from "zod";
import type { Clock, IdSource } from "../core/index.ts";
import {
  openSqlServer,
  type PostgresPlace,
  type PostgresRole,
  type SqlServer,
  type SqlSession,
} from "../store/index.ts";
import { caseFlowError } from "./case-flow.ja.ts";
import type { EnqueueHow, Job, Lane, LaneCounts, QueueDriver } from "./job-queue.ts";
import { claimedRow, countsRow } from "./postgres-queue-layout.ts";
import { postgresQueueError } from "./postgres-queue-messages.ja.ts";
import { isGone, prepareQueue } from "./postgres-queue-tables.ts";
import { rankOf } from "./priority.ts";

export interface PostgresQueueOptions extends PostgresPlace {
  /** The same on all machines that share a ledger, different for other ledgers. */
  readonly name: string;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** A power cut may lose the last changes: the ledger has them. Sequential scans would win on statistics of yesterday. */
const role: PostgresRole = {
  errors: postgresQueueError,
  schema: "buka_queue",
  durable: false,
  session: ["enable_seqscan=off"],
};

/** Stable within a statement, so that indexes serve it. The lease counts as over: run out, or from before the server's clock was set back. */
const isFree = `(leased_until IS NULL OR leased_until <= statement_timestamp()
  OR leased_until > statement_timestamp() + INTERVAL '10 minutes')`;

interface Doors {
  readonly options: PostgresQueueOptions;
  readonly server: SqlServer;
}

type Rows = Awaited<ReturnType<SqlSession["query"]>>;

/** Opens or creates the queue on a server. Throws QUE260–QUE276, each with a remedy. */
export async function openPostgresQueue(options: PostgresQueueOptions): Promise<QueueDriver> {
  const server = await openSqlServer(options, role);
  const doors = { options, server };
  try {
    await prepareQueue(server);
  } catch (error) {
    await server.close();
    throw error;
  }
  return {
    enqueue: (lane, ids, how) => enqueue(doors, lane, ids, how ?? {}),
    claim: (lane, holder, seconds) => claim(doors, { lane, holder, seconds }),
    heartbeat: (job, seconds) => heartbeat(doors, job, seconds),
    complete: (job) => complete(doors, job),
    exchange: (job, holder, seconds) => exchange(doors, job, { lane: job.lane, holder, seconds }),
    defer: (job, runAt) => defer(doors, job, { runAt, forgotten: 0 }),
    putBack: (job, runAt) => defer(doors, job, { runAt, forgotten: 1 }),
    setPriority: (lane, ids, priority) => setRank(doors, lane, ids, rankOf(priority)),
    cancel: (lane, ids) => cancel(doors, lane, ids),
    counts: (lane) => counts(doors, lane),
    checkRoom: () => checkRoom(doors),
    close: () => server.close(),
  };
}

/** Tables that somebody has dropped while we work are made again, empty: the ledger fills them. */
async function ask(
  { server }: Doors,
  sql: string,
  values: readonly unknown[],
  name?: string,
): Promise<Rows> {
  const once = (): Promise<Rows> => server.session((session) => session.query(sql, values, name));
  try {
    return await once();
  } catch (error) {
    if (!isGone(error)) throw error;
    await prepareQueue(server);
    return once();
  }
}

const laneOf = ({ options }: Doors, lane: Lane): string => `${options.name}/${lane}`;

async function enqueue(
  doors: Doors,
  lane: Lane,
  ids: readonly string[],
  how: EnqueueHow,
): Promise<number> {
  const rank = rankOf(how.priority ?? 0);
  const delay = how.runAt === undefined ? 0 : secondsUntil(doors, how.runAt);
  if (ids.length === 0) return 0;
  const { changes } = await ask(
    doors,
    `INSERT INTO buka_queue_job (lane, case_id, rank, due_at)
     SELECT $1, id, $3, statement_timestamp() + make_interval(secs => $4)
     FROM unnest($2::text[]) WITH ORDINALITY AS wanted (id, place) ORDER BY place
     ON CONFLICT (lane, case_id) DO NOTHING`,
    [laneOf(doors, lane), ids, rank, delay],
  );
  return changes;
}

interface ClaimWish {
  readonly lane: Lane;
  readonly holder: string;
  readonly seconds: number;
}

async function claim(doors: Doors, { lane, holder, seconds }: ClaimWish): Promise<Job | null> {
  const token = doors.options.ids.next();
  const values = [laneOf(doors, lane), token, holder, seconds];
  const sql = "SELECT * FROM buka_queue_next($1, $2, $3, $4)";
  return taken(await ask(doors, sql, values, "buka_next"), lane, token);
}

/** One round trip and one transaction. */
async function exchange(
  doors: Doors,
  done: Job,
  { lane, holder, seconds }: ClaimWish,
): Promise<Job | null> {
  const token = doors.options.ids.next();
  const values = [laneOf(doors, lane), done.caseId, done.token, token, holder, seconds];
  const sql = "SELECT * FROM buka_queue_exchange($1, $2, $3, $4, $5, $6)";
  return taken(await ask(doors, sql, values, "buka_exchange"), lane, token);
}

function taken({ rows }: Rows, lane: Lane, token: string): Job | null {
  const row = z.array(claimedRow).parse(rows)[0];
  return row ? { caseId: row.case_id, lane, delivery: row.delivery, token } : null;
}

const ofJob = "lane = $1 AND case_id = $2 AND token = $3";

async function heartbeat(doors: Doors, job: Job, seconds: number): Promise<boolean> {
  const sql = `UPDATE buka_queue_job SET leased_until = statement_timestamp() + make_interval(secs => $4) WHERE ${ofJob}`;
  const values = [laneOf(doors, job.lane), job.caseId, job.token, seconds];
  return (await ask(doors, sql, values, "buka_heartbeat")).changes === 1;
}

async function complete(doors: Doors, job: Job): Promise<void> {
  const values = [laneOf(doors, job.lane), job.caseId, job.token];
  await ask(doors, `DELETE FROM buka_queue_job WHERE ${ofJob}`, values, "buka_complete");
}

async function defer(
  doors: Doors,
  job: Job,
  to: { readonly runAt: string; readonly forgotten: 0 | 1 },
): Promise<void> {
  const sql = `UPDATE buka_queue_job
    SET due_at = statement_timestamp() + make_interval(secs => $4), delivery = delivery - $5,
        token = NULL, holder = NULL, leased_until = NULL
    WHERE ${ofJob}`;
  const delay = secondsUntil(doors, to.runAt);
  await ask(doors, sql, [laneOf(doors, job.lane), job.caseId, job.token, delay, to.forgotten]);
}

async function setRank(
  doors: Doors,
  lane: Lane,
  ids: readonly string[],
  rank: number,
): Promise<void> {
  await ask(doors, "SELECT buka_queue_moved($1, $2, $3::smallint)", [
    laneOf(doors, lane),
    ids,
    rank,
  ]);
}

async function cancel(
  doors: Doors,
  lane: Lane,
  ids: readonly string[],
): Promise<readonly string[]> {
  const sql = `DELETE FROM buka_queue_job WHERE lane = $1 AND case_id = ANY ($2) AND ${isFree}
    RETURNING case_id`;
  const { rows } = await ask(doors, sql, [laneOf(doors, lane), ids]);
  return z
    .array(z.object({ case_id: z.string() }))
    .parse(rows)
    .map((row) => row.case_id);
}

async function counts(doors: Doors, lane: Lane): Promise<LaneCounts> {
  const sql = `SELECT
      COALESCE((SELECT sum(jobs) FROM buka_queue_total WHERE lane = $1), 0)::bigint AS total,
      (SELECT count(*) FROM buka_queue_job WHERE lane = $1 AND leased_until > statement_timestamp()
        AND leased_until <= statement_timestamp() + INTERVAL '10 minutes') AS active,
      (SELECT COALESCE(sum(late.jobs), 0)::bigint
       FROM (SELECT DISTINCT rank FROM buka_queue_total WHERE lane = $1) line
       CROSS JOIN LATERAL (SELECT count(*) AS jobs FROM buka_queue_job j
         WHERE j.lane = $1 AND j.rank = line.rank AND j.due_at > statement_timestamp() AND ${isFree}) late) AS delayed`;
  const { rows } = await ask(doors, sql, [laneOf(doors, lane)], "buka_counts");
  const [{ total, active, delayed }] = z.tuple([countsRow]).parse(rows);
  return { waiting: Math.max(0, total - active - delayed), active, delayed };
}

/** Writes a row that is gone at once. How full the server's disk is cannot be asked. */
async function checkRoom({ server, options }: Doors): Promise<null> {
  await server.transaction(async (session) => {
    const lane = `${options.name}/room`;
    await session.query(
      "INSERT INTO buka_queue_total (lane, rank, slot, jobs) VALUES ($1, 0, pg_backend_pid() % 16, 0)",
      [lane],
    );
    await session.query("DELETE FROM buka_queue_total WHERE lane = $1", [lane]);
  });
  return null;
}

/** Seconds from now to a written time, by this machine's clock; 0 when it is past. */
function secondsUntil({ options }: Doors, runAt: string): number {
  const time = Date.parse(runAt);
  if (Number.isNaN(time)) throw caseFlowError.badTime({ written: runAt });
  return Math.max(0, time - options.clock.now().getTime()) / 1000;
}

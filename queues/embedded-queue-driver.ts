/** The embedded queue: one SQLite file with case ids only; it may be lost at any time and is then rebuilt from the ledger. */
import { basename } from "node:path";
import { z } from "zod";
import { type Clock, type IdSource, isBukaError } from "../core/index.ts";
import { openSqlFile, type SqlFile } from "../store/index.ts";
import { caseFlowError } from "./case-flow.ja.ts";
import { claimedRow, clockRow, countsRow, layout } from "./embedded-queue-layout.ts";
import type { EnqueueHow, Job, Lane, QueueDriver } from "./job-queue.ts";
import { rankOf } from "./priority.ts";

/** Smaller corrections of the clock only make a job wait that much longer. */
const jumpMillis = 2_000;
/** How often the clock is written down while there is work. */
const noteMillis = 1_000;

const nothing = { total: 0, active: 0, delayed: 0 };

interface QueueDoors {
  readonly file: SqlFile;
  readonly ids: IdSource;
  readonly now: () => string;
  /** Milliseconds since 1970, as this process has seen and written them last; 0 = not yet. */
  readonly pace: { seen: number; noted: number };
}

/**
 * Opens or creates the queue file (0600); several processes may have it open. Safe against kill -9; a power cut may lose
 * the last changes, never the ledger. Throws STO001–STO009 (environment) and QUE003 when the file is broken.
 */
export async function openEmbeddedQueue(
  path: string,
  options: {
    readonly clock: Clock;
    readonly ids: IdSource;
    /** FULL survives a power cut as well; nobody needs it, because the queue is rebuilt from the ledger. */
    readonly synchronous?: "FULL" | "NORMAL";
  },
): Promise<QueueDriver> {
  const file = await openQueueFile(path, options.synchronous ?? "NORMAL");
  const now = (): string => options.clock.now().toISOString();
  return embeddedQueue({ file, ids: options.ids, now, pace: { seen: 0, noted: 0 } });
}

async function openQueueFile(path: string, synchronous: "FULL" | "NORMAL"): Promise<SqlFile> {
  let file: SqlFile | null = null;
  try {
    file = await openSqlFile(path, synchronous);
    file.exec(layout);
    return file;
  } catch (error) {
    file?.close();
    const broken = isBukaError(error) && error.code === "STO005";
    throw broken ? caseFlowError.brokenQueue({ file: basename(path) }, { cause: error }) : error;
  }
}

function embeddedQueue(doors: QueueDoors): QueueDriver {
  const { file } = doors;
  return {
    enqueue: (lane, caseIds, how) =>
      settled(() => enqueue(doors, { lane, caseIds, how: how ?? {} })),
    claim: (lane, holder, seconds) => settled(() => claim(doors, { lane, holder, seconds })),
    heartbeat: (job, seconds) => settled(() => heartbeat(doors, job, seconds)),
    complete: (job) => settled(() => file.transaction(() => takeOut(file, job))),
    exchange: (job, holder, seconds) =>
      settled(() => exchange(doors, job, { lane: job.lane, holder, seconds })),
    defer: (job, runAt) => settled(() => defer(file, job, { dueAt: dueTime(runAt), forgotten: 0 })),
    putBack: (job, runAt) =>
      settled(() => defer(file, job, { dueAt: dueTime(runAt), forgotten: 1 })),
    setPriority: (lane, caseIds, priority) =>
      settled(() => setRank(file, { lane, caseIds, rank: rankOf(priority) })),
    cancel: (lane, caseIds) => settled(() => cancel(doors, lane, caseIds)),
    counts: (lane) => settled(() => counts(doors, lane)),
    // The lock to write is asked for; how full the disk is, is looked at with the ledger.
    checkRoom: () => settled(() => file.transaction(() => null)),
    close: () => settled(() => file.close()),
  };
}

/** SQLite answers at once; a throw becomes a rejection, as it would with a server. */
function settled<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

function enqueue(
  doors: QueueDoors,
  wish: {
    readonly lane: Lane;
    readonly caseIds: readonly string[];
    readonly how: EnqueueHow;
  },
): number {
  const { file, now } = doors;
  const { runAt, priority } = wish.how;
  const dueAt = runAt === undefined ? now() : dueTime(runAt);
  const rank = rankOf(priority ?? 0);
  const sql = `INSERT INTO job_3 (lane, case_id, rank, due_at) VALUES (?, ?, ?, ?)
    ON CONFLICT (lane, case_id) DO NOTHING`;
  return file.transaction(() => {
    let added = 0;
    for (const caseId of wish.caseIds) added += file.run(sql, [wish.lane, caseId, rank, dueAt]);
    return added;
  });
}

interface ClaimWish {
  readonly lane: Lane;
  readonly holder: string;
  readonly seconds: number;
}

function claim(doors: QueueDoors, wish: ClaimWish): Job | null {
  return doors.file.transaction(() => takeNext(doors, wish));
}

/** One transaction, so one sync. */
function exchange(doors: QueueDoors, done: Job, wish: ClaimWish): Job | null {
  return doors.file.transaction(() => {
    takeOut(doors.file, done);
    return takeNext(doors, wish);
  });
}

/** Choosing and leasing are one statement in one write transaction: no two processes get the same job. */
function takeNext(doors: QueueDoors, wish: ClaimWish): Job | null {
  const { file, ids, now } = doors;
  const at = now();
  keepPace(doors, at);
  const until = after(at, wish.seconds);
  const rows = file.rows(
    `UPDATE job_3 SET token = ?, holder = ?, leased_until = ?, delivery = delivery + 1
     WHERE seq = (
       SELECT j.seq FROM job_3_total t CROSS JOIN job_3 j ON j.lane = t.lane AND j.rank = t.rank
       WHERE t.lane = ? AND t.jobs > 0 AND j.due_at <= ? AND (j.leased_until IS NULL OR j.leased_until <= ?)
       ORDER BY t.rank, j.due_at, j.seq LIMIT 1)
     RETURNING case_id, delivery, token`,
    [ids.next(), wish.holder, until, wish.lane, at, at],
  );
  const row = z.array(claimedRow).parse(rows)[0];
  if (!row) return null;
  note(doors, at);
  return { caseId: row.case_id, lane: wish.lane, delivery: row.delivery, token: row.token };
}

/** A clock that was set back (時計が戻された) must not keep jobs waiting for a time that was meant to be soon. */
function keepPace({ file, pace }: QueueDoors, at: string): void {
  const millis = Date.parse(at);
  const isUsual = pace.seen > 0 && millis > pace.seen - jumpMillis;
  pace.seen = Math.max(millis, isUsual ? pace.seen : 0);
  if (isUsual) return;
  pace.noted = 0;
  const known = z.array(clockRow).parse(file.rows("SELECT at FROM job_3_clock"))[0];
  const gap = known ? Date.parse(known.at) - millis : 0;
  if (gap <= jumpMillis) return;
  const shift = `-${(gap / 1000).toFixed(3)} seconds`;
  for (const column of ["due_at", "leased_until"])
    file.run(
      `UPDATE job_3 SET ${column} = strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, ?) WHERE ${column} > ?`,
      [shift, at],
    );
  file.run("UPDATE job_3_clock SET at = ?", [at]);
}

function note({ file, pace }: QueueDoors, at: string): void {
  const millis = Date.parse(at);
  if (Math.abs(millis - pace.noted) < noteMillis) return;
  pace.noted = millis;
  file.run(
    "INSERT INTO job_3_clock (one, at) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET at = excluded.at",
    [at],
  );
}

function heartbeat(doors: QueueDoors, job: Job, seconds: number): boolean {
  const { file, now } = doors;
  const until = after(now(), seconds);
  const sql = "UPDATE job_3 SET leased_until = ? WHERE lane = ? AND case_id = ? AND token = ?";
  return file.transaction(() => file.run(sql, [until, job.lane, job.caseId, job.token])) === 1;
}

/** A token that somebody else has replaced changes nothing. */
function takeOut(file: SqlFile, job: Job): void {
  const sql = "DELETE FROM job_3 WHERE lane = ? AND case_id = ? AND token = ?";
  file.run(sql, [job.lane, job.caseId, job.token]);
}

function defer(
  file: SqlFile,
  job: Job,
  to: { readonly dueAt: string; readonly forgotten: 0 | 1 },
): void {
  const sql = `UPDATE job_3 SET due_at = ?, delivery = delivery - ?, token = NULL, holder = NULL, leased_until = NULL
    WHERE lane = ? AND case_id = ? AND token = ?`;
  const values = [to.dueAt, to.forgotten, job.lane, job.caseId, job.token];
  file.transaction(() => file.run(sql, values));
}

function setRank(
  file: SqlFile,
  to: { readonly lane: Lane; readonly caseIds: readonly string[]; readonly rank: number },
): void {
  const sql = "UPDATE job_3 SET rank = ? WHERE lane = ? AND case_id = ? AND rank <> ?";
  file.transaction(() => {
    for (const caseId of to.caseIds) file.run(sql, [to.rank, to.lane, caseId, to.rank]);
  });
}

function cancel(doors: QueueDoors, lane: Lane, caseIds: readonly string[]): readonly string[] {
  const at = doors.now();
  const sql = `DELETE FROM job_3 WHERE lane = ? AND case_id = ? AND (leased_until IS NULL OR leased_until <= ?)`;
  return doors.file.transaction(() =>
    caseIds.filter((caseId) => doors.file.run(sql, [lane, caseId, at]) > 0),
  );
}

function counts(
  doors: QueueDoors,
  lane: Lane,
): { readonly waiting: number; readonly active: number; readonly delayed: number } {
  const at = doors.now();
  const rows = doors.file.rows(
    `SELECT
       COALESCE((SELECT SUM(jobs) FROM job_3_total WHERE lane = ?), 0) AS total,
       (SELECT COUNT(*) FROM job_3 WHERE lane = ? AND leased_until > ?) AS active,
       (SELECT COUNT(*) FROM job_3_total t CROSS JOIN job_3 j ON j.lane = t.lane AND j.rank = t.rank
          WHERE t.lane = ? AND t.jobs > 0 AND j.due_at > ?
          AND (j.leased_until IS NULL OR j.leased_until <= ?)) AS delayed`,
    [lane, lane, at, lane, at, at],
  );
  const { total, active, delayed } = z.array(countsRow).parse(rows)[0] ?? nothing;
  return { waiting: total - active - delayed, active, delayed };
}

function after(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}

/** One form of time in the file (UTC, milliseconds), so that text order is time order. */
function dueTime(runAt: string): string {
  const time = Date.parse(runAt);
  if (Number.isNaN(time)) throw caseFlowError.badTime({ written: runAt });
  return new Date(time).toISOString();
}

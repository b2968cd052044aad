/** Tables and functions of the queue on PostgreSQL: jobs, how many there are of each rank, and the number of this layout. */
import { z } from "zod";

/** Rises with every change below; a queue of another layout is thrown away and rebuilt from the ledger. */
export const layoutNumber = 1;

export const layoutRow = z.object({ number: z.number().int() });

export const claimedRow = z.object({ case_id: z.string(), delivery: z.number().int() });

export const countsRow = z.object({
  total: z.number().int(),
  active: z.number().int(),
  delayed: z.number().int(),
});

/** Everything of a former layout. */
export const dropLayout = `
  DROP FUNCTION IF EXISTS buka_queue_next, buka_queue_exchange;
  DROP TABLE IF EXISTS buka_queue_job, buka_queue_total, buka_queue_layout;
  DROP FUNCTION IF EXISTS buka_queue_more, buka_queue_less, buka_queue_moved;
`;

/**
 * Times are the server's own: machines whose clocks differ agree on leases. A lease far in the future was given before the
 * server's clock was set back, and counts as over. How many there are of each rank is kept (counting a million of them
 * four times a second would cost more than the work), in slots, so that machines do not wait for each other's sums.
 */
export const layout = `
  CREATE TABLE buka_queue_job (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lane TEXT NOT NULL,
    case_id TEXT NOT NULL,
    rank SMALLINT NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    delivery INTEGER NOT NULL DEFAULT 0,
    token TEXT,
    holder TEXT,
    leased_until TIMESTAMPTZ,
    UNIQUE (lane, case_id)
  ) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
  CREATE INDEX buka_queue_job_due ON buka_queue_job (lane, rank, due_at, seq);
  CREATE INDEX buka_queue_job_leased ON buka_queue_job (lane, leased_until) WHERE leased_until IS NOT NULL;
  CREATE TABLE buka_queue_total (
    lane TEXT NOT NULL, rank SMALLINT NOT NULL, slot SMALLINT NOT NULL, jobs BIGINT NOT NULL,
    PRIMARY KEY (lane, rank, slot)
  ) WITH (fillfactor = 50, autovacuum_vacuum_threshold = 500);
  CREATE TABLE buka_queue_layout (number INTEGER NOT NULL);
  INSERT INTO buka_queue_layout VALUES (${layoutNumber});

  CREATE FUNCTION buka_queue_more() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO buka_queue_total (lane, rank, slot, jobs)
      SELECT lane, rank, pg_backend_pid() % 16, count(*) FROM new_jobs GROUP BY lane, rank ORDER BY lane, rank
      ON CONFLICT (lane, rank, slot) DO UPDATE SET jobs = buka_queue_total.jobs + excluded.jobs;
    RETURN NULL;
  END $$;
  CREATE FUNCTION buka_queue_less() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO buka_queue_total (lane, rank, slot, jobs)
      SELECT lane, rank, pg_backend_pid() % 16, -count(*) FROM old_jobs GROUP BY lane, rank ORDER BY lane, rank
      ON CONFLICT (lane, rank, slot) DO UPDATE SET jobs = buka_queue_total.jobs + excluded.jobs;
    RETURN NULL;
  END $$;
  CREATE FUNCTION buka_queue_moved(named TEXT, ids TEXT[], new_rank SMALLINT) RETURNS void LANGUAGE sql AS $$
    WITH before AS (
      SELECT seq, lane, rank FROM buka_queue_job
      WHERE lane = named AND case_id = ANY (ids) AND rank <> new_rank ORDER BY seq FOR UPDATE
    ), moved AS (
      UPDATE buka_queue_job j SET rank = new_rank FROM before b WHERE j.seq = b.seq RETURNING b.rank AS old_rank
    ), change AS (
      SELECT old_rank AS rank, -count(*) AS jobs FROM moved GROUP BY old_rank
      UNION ALL SELECT new_rank, count(*) FROM moved HAVING count(*) > 0
    )
    INSERT INTO buka_queue_total (lane, rank, slot, jobs)
      SELECT named, rank, pg_backend_pid() % 16, jobs FROM change ORDER BY rank
      ON CONFLICT (lane, rank, slot) DO UPDATE SET jobs = buka_queue_total.jobs + excluded.jobs;
  $$;
  CREATE TRIGGER buka_queue_more AFTER INSERT ON buka_queue_job
    REFERENCING NEW TABLE AS new_jobs FOR EACH STATEMENT EXECUTE FUNCTION buka_queue_more();
  CREATE TRIGGER buka_queue_less AFTER DELETE ON buka_queue_job
    REFERENCING OLD TABLE AS old_jobs FOR EACH STATEMENT EXECUTE FUNCTION buka_queue_less();

  -- Rank by rank, so that those who wait for a time never stand in the way of the others.
  CREATE FUNCTION buka_queue_next(named TEXT, own_token TEXT, own_holder TEXT, seconds DOUBLE PRECISION)
  RETURNS TABLE (case_id TEXT, delivery INTEGER) LANGUAGE plpgsql AS $$
  DECLARE
    at CONSTANT TIMESTAMPTZ := clock_timestamp();
    line SMALLINT;
    found_seq BIGINT;
  BEGIN
    FOR line IN
      SELECT t.rank FROM buka_queue_total t WHERE t.lane = named GROUP BY t.rank HAVING sum(t.jobs) > 0 ORDER BY t.rank
    LOOP
      SELECT j.seq INTO found_seq FROM buka_queue_job j
        WHERE j.lane = named AND j.rank = line AND j.due_at <= at
          AND (j.leased_until IS NULL OR j.leased_until <= at OR j.leased_until > at + INTERVAL '10 minutes')
        ORDER BY j.due_at, j.seq LIMIT 1 FOR UPDATE SKIP LOCKED;
      EXIT WHEN found_seq IS NOT NULL;
    END LOOP;
    IF found_seq IS NULL THEN RETURN; END IF;
    RETURN QUERY UPDATE buka_queue_job j
      SET token = own_token, holder = own_holder, leased_until = at + make_interval(secs => seconds),
          delivery = j.delivery + 1
      WHERE j.seq = found_seq RETURNING j.case_id, j.delivery;
  END $$;

  CREATE FUNCTION buka_queue_exchange(
    named TEXT, done_case TEXT, done_token TEXT, own_token TEXT, own_holder TEXT, seconds DOUBLE PRECISION)
  RETURNS TABLE (case_id TEXT, delivery INTEGER) LANGUAGE plpgsql AS $$ BEGIN
    DELETE FROM buka_queue_job j WHERE j.lane = named AND j.case_id = done_case AND j.token = done_token;
    RETURN QUERY SELECT * FROM buka_queue_next(named, own_token, own_holder, seconds);
  END $$;
`;

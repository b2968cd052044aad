/** Tables of the embedded queue's file: jobs, how many there are of each rank, and the latest time seen. */
import { z } from "zod";

export const claimedRow = z.object({
  case_id: z.string(),
  delivery: z.number().int(),
  token: z.string(),
});

export const countsRow = z.object({
  total: z.number().int(),
  active: z.number().int(),
  delayed: z.number().int(),
});

export const clockRow = z.object({ at: z.string() });

/** A queue file has no history worth lifting: another layout simply starts with new tables under a new name. */
export const layout = `
  CREATE TABLE IF NOT EXISTS job_3 (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    lane TEXT NOT NULL,
    case_id TEXT NOT NULL,
    rank INTEGER NOT NULL,
    due_at TEXT NOT NULL,
    delivery INTEGER NOT NULL DEFAULT 0,
    token TEXT,
    holder TEXT,
    leased_until TEXT,
    UNIQUE (lane, case_id)
  );
  CREATE INDEX IF NOT EXISTS job_3_due ON job_3 (lane, rank, due_at, seq);
  CREATE INDEX IF NOT EXISTS job_3_leased ON job_3 (lane, leased_until) WHERE leased_until IS NOT NULL;
  -- How many there are of each rank: counting a million of them four times a second would cost more than the work, and
  -- a claim looks at the ranks that exist, so that those who wait for a time never stand in its way.
  CREATE TABLE IF NOT EXISTS job_3_total (
    lane TEXT NOT NULL, rank INTEGER NOT NULL, jobs INTEGER NOT NULL, PRIMARY KEY (lane, rank)
  ) WITHOUT ROWID;
  -- The latest time that any process has seen: when the clock is earlier, somebody has set it back.
  CREATE TABLE IF NOT EXISTS job_3_clock (one INTEGER PRIMARY KEY CHECK (one = 1), at TEXT NOT NULL);
  CREATE TRIGGER IF NOT EXISTS job_3_more AFTER INSERT ON job_3 BEGIN
    INSERT INTO job_3_total (lane, rank, jobs) VALUES (NEW.lane, NEW.rank, 1)
      ON CONFLICT (lane, rank) DO UPDATE SET jobs = jobs + 1;
  END;
  CREATE TRIGGER IF NOT EXISTS job_3_less AFTER DELETE ON job_3 BEGIN
    UPDATE job_3_total SET jobs = jobs - 1 WHERE lane = OLD.lane AND rank = OLD.rank;
  END;
  CREATE TRIGGER IF NOT EXISTS job_3_moved AFTER UPDATE OF rank ON job_3 BEGIN
    UPDATE job_3_total SET jobs = jobs - 1 WHERE lane = OLD.lane AND rank = OLD.rank;
    INSERT INTO job_3_total (lane, rank, jobs) VALUES (NEW.lane, NEW.rank, 1)
      ON CONFLICT (lane, rank) DO UPDATE SET jobs = jobs + 1;
  END;
`;

/** The queue as an interface: ids only, rebuildable from the store, two drivers (embedded, bullmq). */

/** Lanes of work. read = OCR and checks, enter = browser. */
export type Lane = "read" | "enter";

/** One claimed piece of work: the id of a case, and nothing of its content. */
export interface Job {
  /** Equal to the case id: one waiting job per case and lane. */
  readonly caseId: string;
  readonly lane: Lane;
  /** Deliveries so far, this one included. */
  readonly delivery: number;
  /** Token of this claim; complete, fail and heartbeat must show it. */
  readonly token: string;
}

/** A queue whose loss matters to nobody: it is rebuilt from the ledger. Throws QUE… environment errors only. */
export interface JobQueue {
  /** Adds jobs that are not waiting or active yet. `runAt` ISO delays them (else QUE002). Gives how many were added. */
  enqueue(lane: Lane, caseIds: readonly string[], runAt?: string): Promise<number>;
  /** The oldest due job, leased for `leaseSeconds`; expired leases count as waiting. Null when there is none. */
  claim(lane: Lane, holder: string, leaseSeconds: number): Promise<Job | null>;
  /** Prolongs the lease. False when somebody else has the job now; a lease that ran out untouched is prolonged. */
  heartbeat(job: Job, leaseSeconds: number): Promise<boolean>;
  /** Takes the job out of the lane. Nothing happens when somebody else has it now. */
  complete(job: Job): Promise<void>;
  /**
   * complete and claim in one step, for a worker that goes on with the same lane: half the round trips and half the
   * syncs. Somebody else's job stays theirs, and the next one is given all the same.
   */
  exchange(job: Job, holder: string, leaseSeconds: number): Promise<Job | null>;
  /** Back into the lane at `runAt` (ISO). Nothing happens when somebody else has it now. */
  defer(job: Job, runAt: string): Promise<void>;
  counts(
    lane: Lane,
  ): Promise<{ readonly waiting: number; readonly active: number; readonly delayed: number }>;
  close(): Promise<void>;
}

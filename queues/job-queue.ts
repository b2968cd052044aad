/** The queue as an interface: ids only, rebuildable from the store; drivers (embedded, bullmq) keep the line, the store the orders. */

/** Lanes of work. read = OCR and checks, enter = browser. */
export type Lane = "read" | "enter";

export const lanes: readonly Lane[] = ["read", "enter"];

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

/** How a job is put into its lane. */
export interface EnqueueHow {
  /** Not before this time (ISO), else QUE002. */
  readonly runAt?: string;
  /** Whole number −9…9, else QUE207; greater goes first, 0 = in line. */
  readonly priority?: number;
}

export const greatestPriority = 9;

/** Jobs of a lane: due, in somebody's hands, and waiting for a time. */
export interface LaneCounts {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
}

/**
 * The line of one lane after another, whose loss matters to nobody: it is rebuilt from the ledger. Deliberately without
 * pause and pace: those must outlive it, so they stand in the store. Throws QUE… environment errors only.
 */
export interface QueueDriver {
  /** Adds jobs that are not waiting or active yet. Gives how many were added. */
  enqueue(lane: Lane, caseIds: readonly string[], how?: EnqueueHow): Promise<number>;
  /**
   * The due job of the greatest priority, among those the oldest, leased for `leaseSeconds`; expired leases count as
   * waiting. Null when there is none.
   */
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
  /** Back into the lane at `runAt` (ISO), with its priority. Nothing happens when somebody else has it now. */
  defer(job: Job, runAt: string): Promise<void>;
  /** The same for a job that was not begun: this delivery does not count. */
  putBack(job: Job, runAt: string): Promise<void>;
  /** Jobs that wait (also for a time) go before or behind the others from now on; what is worked on keeps its place. */
  setPriority(lane: Lane, caseIds: readonly string[], priority: number): Promise<void>;
  /** Takes jobs out that wait (also for a time); whatever is in somebody's hands stays there. Gives which were taken out. */
  cancel(lane: Lane, caseIds: readonly string[]): Promise<readonly string[]>;
  counts(lane: Lane): Promise<LaneCounts>;
  /** Throws what the next enqueue would, when nothing can be written. Gives the used share of the memory, null = no bound. */
  checkRoom(): Promise<number | null>;
  close(): Promise<void>;
}

/** What is paused: null = all. */
export interface PauseScope {
  readonly lane: Lane | null;
  readonly bot: string | null;
}

/** A pause (一時停止) that a person has ordered. */
export interface Pause extends PauseScope {
  readonly by: string;
  /** ISO. */
  readonly at: string;
  /** In the person's own words; "" when none were given. */
  readonly why: string;
}

/** A driver with the orders of the store: no claim gives a job of a paused lane, in no process and on no machine. */
export interface JobQueue extends QueueDriver {
  /** Pausing again replaces who and why. A bot's pause is not seen by claim (jobs know no bot); workers put its cases back. */
  pause(scope: PauseScope, order: { readonly by: string; readonly why: string }): Promise<void>;
  /** False when exactly this scope was not paused. */
  resume(scope: PauseScope): Promise<boolean>;
  pauses(): Promise<readonly Pause[]>;
  /**
   * Waits until nobody has a job of the lane in hand, at most `seconds`. Gives how many still are. Others may go on
   * claiming: pause first.
   */
  drain(lane: Lane, seconds: number): Promise<number>;
}

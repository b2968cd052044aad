/** The outside world as arguments: time, identifiers and the log come in, nobody reaches for them. */

/** Tells the time. Business dates are taken from it in Asia/Tokyo (see `businessDate`). */
export interface Clock {
  now(): Date;
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date() };

/** Makes identifiers that are unique across machines and safe in file names (ASCII, no colon). */
export interface IdSource {
  next(): string;
}

/** UUIDs of the platform. */
export const randomIds: IdSource = { next: () => globalThis.crypto.randomUUID() };

/** Facts of one log line. Values of fields never go in here: ids, codes, counts and durations only. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** A log that knows no destination; apps/cli binds it to pino with redaction. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

const ignore = (): void => undefined;
/** Says nothing; for tests and tools without a log. */
export const silentLog: Log = { info: ignore, warn: ignore, error: ignore };

/** The calendar date (YYYY-MM-DD) of an instant as an office in Japan sees it. */
export function businessDate(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
}

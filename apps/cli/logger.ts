/** Binds the rooms' log to pino: one JSON line each on stderr, secrets and values taken out whatever anyone passes. */
import { pino } from "pino";
import type { Log } from "../../core/index.ts";

const neverShown = [
  "password",
  "secret",
  "value",
  "values",
  "raw",
  "candidates",
  "text",
  "credentials",
];

/** A log at `level` ("silent", "error", "warn", "info") that writes to stderr at once, so that a killed process loses nothing. */
export function createLog(level: string): Log {
  const logger = pino(
    {
      level,
      base: { pid: process.pid },
      redact: { paths: neverShown.flatMap((p) => [p, `*.${p}`]), censor: "***" },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    info: (event, facts) => logger.info(facts ?? {}, event),
    warn: (event, facts) => logger.warn(facts ?? {}, event),
    error: (event, facts) => logger.error(facts ?? {}, event),
  };
}

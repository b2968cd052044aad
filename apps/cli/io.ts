/** What a command may touch of the outside world: the two streams, the clock, the environment, the log. */
import type { Clock, IdSource, Log } from "../../core/index.ts";

export interface Io {
  /** One line for people, or the one JSON document. */
  out(text: string): void;
  /** Progress and errors. */
  err(text: string): void;
  /** Overwrites the last progress line on a terminal; a new line elsewhere only when `final`. */
  progress(text: string, final: boolean): void;
  readonly json: boolean;
  readonly isTerminal: boolean;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** Words and options of one call, already checked against the verb table. */
export interface Call {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** The text of an option, or undefined when it was not given. */
export function textOption(call: Call, name: string): string | undefined {
  const value = call.options[name];
  return typeof value === "string" ? value : undefined;
}

/** Whether a switch was given. */
export function hasSwitch(call: Call, name: string): boolean {
  return call.options[name] === true;
}

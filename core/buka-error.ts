/** The one error class of buka and the table builder with which every room declares its errors. */
import type { Problem } from "./problem.ts";

/** What kind of trouble it is; apps/cli maps each to an exit code. */
export type ErrorClass =
  | "usage" // the command line or a call was wrong
  | "input" // a file or value that a person gave is wrong
  | "environment" // something is missing or broken on this machine
  | "target" // the finance system did not do what was expected
  | "conflict" // somebody else holds it, or the state has moved on
  | "internal"; // our fault

/** Where it happened, as far as known. No personal data: ids, file names, captions and positions only. */
export interface ErrorPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly page?: number;
  readonly field?: string;
  readonly caseId?: string;
  readonly screen?: string;
  readonly step?: string;
  readonly cell?: string;
}

export interface ErrorRow<A> {
  /** Stable ASCII code such as OCR001: room prefix and three digits, never reused. */
  readonly code: string;
  readonly kind: ErrorClass;
  /** Whether doing the same again later may help. */
  readonly retryable: boolean;
  /** What happened: one Japanese sentence. */
  readonly what: (facts: A) => string;
  /** What to do next: one Japanese sentence. */
  readonly next: (facts: A) => string;
}

/** An error that tells a person what happened and what to do next. */
export class BukaError extends Error {
  override readonly name = "BukaError";
  readonly code: string;
  readonly kind: ErrorClass;
  readonly retryable: boolean;
  readonly next: string;
  readonly place: ErrorPlace;
  readonly problems: readonly Problem[];

  constructor(fields: {
    code: string;
    kind: ErrorClass;
    retryable: boolean;
    what: string;
    next: string;
    place?: ErrorPlace;
    problems?: readonly Problem[];
    cause?: unknown;
  }) {
    super(fields.what, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.code = fields.code;
    this.kind = fields.kind;
    this.retryable = fields.retryable;
    this.next = fields.next;
    this.place = fields.place ?? {};
    this.problems = fields.problems ?? [];
  }
}

/** Declares one row of a room's error table; the type parameter names the facts its sentences need. */
export function errorRow<A = Record<never, never>>(row: ErrorRow<A>): ErrorRow<A> {
  return row;
}

// biome-ignore lint/suspicious/noExplicitAny: the facts of each row are inferred back by ErrorMakers.
type ErrorTable = Record<string, ErrorRow<any>>;

type ErrorMakers<T extends ErrorTable> = {
  readonly [K in keyof T]: T[K] extends ErrorRow<infer A>
    ? (facts: A, extra?: ErrorExtra) => BukaError
    : never;
};

export interface ErrorExtra {
  readonly place?: ErrorPlace;
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}

/** Turns a table of rows into functions that make the errors: `throw ocrError.fileMissing({ file })`. */
export function defineErrors<T extends ErrorTable>(table: T): ErrorMakers<T> & { table: T } {
  const makers: Record<string, unknown> = { table };
  for (const [name, row] of Object.entries(table)) {
    makers[name] = (facts: unknown, extra: ErrorExtra = {}) =>
      new BukaError({
        code: row.code,
        kind: row.kind,
        retryable: row.retryable,
        what: row.what(facts),
        next: row.next(facts),
        ...extra,
      });
  }
  return makers as ErrorMakers<T> & { table: T };
}

/** Narrows an unknown catch value; the last resort for places that must go on. */
export function isBukaError(value: unknown): value is BukaError {
  return value instanceof BukaError;
}

/** The sentences of one problem; they live in a room's messages.ja.ts. */
export interface ProblemWords {
  readonly message: string;
  readonly understood?: string;
  readonly fix?: string;
  /** `fix` is the whole line as it must be; nothing else could have been meant. */
  readonly certain?: true;
  readonly nearest?: string;
}

/** One row of a room's problem table. */
export interface ProblemRow<A> {
  readonly code: string;
  readonly severity: Problem["severity"];
  readonly say: (facts: A) => ProblemWords;
}

/** Declares one row; the type parameter names the facts that its sentences need. */
export function problemRow<A = Record<never, never>>(
  code: string,
  severity: Problem["severity"],
  say: (facts: A) => ProblemWords,
): ProblemRow<A> {
  return { code, severity, say };
}

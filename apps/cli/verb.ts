/** What a verb of `buka` is: a row of the table of verbs. */
import type { ExitCode } from "./exit-codes.ts";
import type { Call, Io } from "./io.ts";

export interface VerbOption {
  readonly type: "string" | "boolean";
  /** One letter that stands for it (-o). */
  readonly short?: string;
  /** Word for the value in the help. */
  readonly value?: string;
  readonly help: string;
}

export interface Verb {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  /** Words after the verb, as shown in the help. */
  readonly usage: string;
  readonly leastWords: number;
  readonly mostWords: number;
  readonly options: Readonly<Record<string, VerbOption>>;
  /** Not shown in the help (started by buka itself). */
  readonly hidden?: boolean;
  readonly load: () => Promise<(io: Io, call: Call) => Promise<ExitCode>>;
}

/** A fault in a file that a person wrote: collected, never thrown one at a time, always with its place. */

/** Where something stands in a text file. Lines and columns count from 1; columns count UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** UTF-16 units that the caret underlines; 1 when it is not known. */
  readonly length: number;
}

export interface Problem {
  /** Stable ASCII code such as SCN003. Numbers are never reused. */
  readonly code: string;
  readonly severity: "error" | "warning";
  /** One Japanese sentence: what is wrong. */
  readonly message: string;
  readonly at: Place;
  /** The line as it stands in the file, for the caret. */
  readonly lineText: string;
  /** What buka understood, when that helps. */
  readonly understood?: string;
  /** The corrected line, or what to write instead. */
  readonly fix?: string;
  /** もしかして: nearest word, when there is one. */
  readonly nearest?: string;
}

/** The outcome of parsing a file: either the data (with warnings) or every problem found. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a reader saw in one field (項目) of one page, and whether it may be used without a person. */

/** A rectangle on the registered page image: pixels at `dpi` of the page, origin top left. */
export interface PixelBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Which program read, in which version. */
export interface ReaderRef {
  /** For example "tesseract.js/jpn-best-int". */
  readonly name: string;
  /** Version of the program plus a short hash of its model. */
  readonly version: string;
}

/** What one reader proposes for a field. */
export interface Candidate {
  readonly value: string;
  /** 0..1 as the reader says; only good for ordering. */
  readonly confidence: number;
  readonly reader: ReaderRef;
}

/** One place of a value at which a person should look. Places count characters (code points), not UTF-16 units. */
export interface CharDoubt {
  /** From 0; the length of the value when something may be missing at its end. */
  readonly at: number;
  /** What it may be, the value's own character first; "" = nothing may stand there, two characters = one may be missing. */
  readonly candidates: readonly string[];
}

/** Why a field goes to a person. `message` is a Japanese sentence for the clerk, without the value. */
export interface AskReason {
  /** Stable ASCII key, for example "readers-differ", "check-digit", "blank-required". */
  readonly code: string;
  readonly message: string;
}

/** The outcome of reading one field. */
export interface FieldReading {
  /** Normalised by the field's type; "" when blank. */
  readonly value: string;
  /** As the leading reader wrote it. */
  readonly raw: string;
  /** True when it may go on without a person (or a person has confirmed it). */
  readonly accepted: boolean;
  /** 0..1, lowest over the characters. */
  readonly confidence: number;
  /** 0..1 per character of `value`; empty when unknown. */
  readonly charConfidences: readonly number[];
  readonly candidates: readonly Candidate[];
  readonly reasons: readonly AskReason[];
  /** Where to look first when a person is asked; left out when the whole value is in doubt or nothing is. */
  readonly doubts?: readonly CharDoubt[];
  /** Null for values that did not come from a page (CSV, QR). */
  readonly box: PixelBox | null;
  readonly readers: readonly ReaderRef[];
  /** True when the accepted value was drawn for blind double entry (二重入力). */
  readonly drawn?: boolean;
  /** Set when a person typed or confirmed the value. ISO time. */
  readonly confirmed?: { readonly by: string; readonly at: string };
}

/** Field name (Japanese, as in form.yaml) to its reading. */
export type Readings = Readonly<Record<string, FieldReading>>;

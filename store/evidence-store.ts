/** Evidence (証跡) as an interface: a folder, or a server with a folder before it; one contract for both. */

/** Files that prove what happened: originals, page images, screenshots. Mode 0600, content-addressed. */
export interface EvidenceStore {
  /** Gives the key ("sha256-….png"). Writing the same bytes again is harmless. */
  put(bytes: Uint8Array, extension: string): Promise<string>;
  get(key: string): Promise<Uint8Array>;
  /** A path that may be opened for reading; the bytes are fetched there first where they lie elsewhere. */
  fileOf(key: string): Promise<string>;
  holds(key: string): Promise<boolean>;
  /** Keys of all files that are there. */
  list(): Promise<readonly string[]>;
  /** Takes a file away for good: what must not be kept (個人番号). False when it was not there. */
  erase(key: string): Promise<boolean>;
  /** True when fileOf gives the place where evidence stays; else its copies are gone after a day. */
  readonly isHere: boolean;
  /** How many files of this machine have still to be sent to, or erased on, the server; 0 where there is none. */
  waiting(): Promise<number>;
  /** Throws what sending would, with a remedy; nothing where there is no server. */
  check(): Promise<void>;
  /** Sends what waits, for a few seconds; the rest waits for the next process. */
  close(): Promise<void>;
}

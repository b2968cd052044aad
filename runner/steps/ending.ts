/** How a list of sentences ended when no error stopped it. */
import type { BukaError } from "../../core/index.ts";

export type Ending =
  | { readonly kind: "through" }
  /** `into`: the field that waits for the answer; null when the person only has to look. */
  | { readonly kind: "ask"; readonly message: string; readonly into: string | null }
  /** A rehearsal stands before 登録する, or the person wants to see no more. */
  | { readonly kind: "rehearsed" }
  | { readonly kind: "ended-by-person" }
  /** A row that was expected is provably not there. */
  | { readonly kind: "absent"; readonly error: BukaError };

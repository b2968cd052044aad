/** How a list of sentences ended when no error stopped it. */
import type { BukaError } from "../../core/index.ts";

export type Ending =
  | { readonly kind: "through" }
  /** `into`: the value that takes the answer, and whether it is a value or a yes; null when the case is handed over. */
  | {
      readonly kind: "ask";
      readonly message: string;
      readonly into: string | null;
      readonly decides: "value" | "yes";
    }
  /** A rehearsal stands before 登録する, or the person wants to see no more. */
  | { readonly kind: "rehearsed" }
  | { readonly kind: "ended-by-person" }
  /** A row that was expected is provably not there. */
  | { readonly kind: "absent"; readonly error: BukaError };

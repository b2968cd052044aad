/** What a clerk did in the browser, as plain data: the page-side watcher makes it, the notebook turns it into sentences. */
import type { Look, LookFrame } from "../find/look.ts";

/** One thing done on one page; `element` counts in the look that was taken at that moment. */
export type PageGesture =
  | { readonly do: "typed"; readonly element: number; readonly value: string }
  /** Option of a select, or one of a group of radio buttons. */
  | { readonly do: "chosen"; readonly element: number; readonly text: string }
  | { readonly do: "ticked"; readonly element: number; readonly on: boolean }
  /** `menu`: it stands in something built as a menu. `held`: the page did not get the press. */
  | {
      readonly do: "pressed";
      readonly element: number;
      readonly menu: boolean;
      readonly held: boolean;
    }
  /** A list to choose from that is drawn by boxes was pressed. */
  | { readonly do: "opened"; readonly element: number }
  | { readonly do: "attached"; readonly element: number; readonly file: string }
  /** Pointed at with Alt: to be checked, or (with Shift) to be read. Element -1: plain text. */
  | {
      readonly do: "pointed";
      readonly element: number;
      readonly text: string;
      readonly read: boolean;
    }
  /** Sent with Enter where no button was pressed by it. */
  | { readonly do: "sent" }
  /** Pressed on something that does not look like a button to buka. */
  | { readonly do: "missed"; readonly text: string };

/** A gesture with everything that was on the screens at that moment. */
export interface SeenGesture {
  readonly gesture: PageGesture;
  readonly look: Look;
  readonly frame: LookFrame;
  /** Number of the frame, the same as long as it is there, whatever document it shows. */
  readonly place: number;
}

/** What reaches the notebook, in order. */
export type Happening =
  | { readonly kind: "gesture"; readonly seen: SeenGesture }
  | { readonly kind: "dialog"; readonly text: string; readonly answer: "ok" | "cancel" }
  | { readonly kind: "download"; readonly name: string }
  /** What stands on the screens some moments after something changed. */
  | { readonly kind: "looked"; readonly look: Look }
  /** A frame got another document, or a window came up. */
  | { readonly kind: "moved" };

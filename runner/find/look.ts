/** One look at all screens of the browser, and the promise of a driver that can take it and act on what it saw. */
import type { FrameView } from "./view.ts";

export interface LookFrame {
  readonly view: FrameView;
  /** Number of the window, from 1 in order of opening; stays the same while it is open. */
  readonly window: number;
  /** Titles that name it: of the frame itself and of its window. */
  readonly titles: readonly string[];
  /** Position in the list of this look; the driver finds the frame by it. */
  readonly index: number;
}

export interface Look {
  readonly frames: readonly LookFrame[];
  /** False while a screen is loading or did not answer: what is missing may still come. */
  readonly complete: boolean;
  /** All text in view. */
  readonly text: string;
}

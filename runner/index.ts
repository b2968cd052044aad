/** Plays one scenario for one case through a browser. */
export { findBrowser } from "./browser/find-browser.ts";
export { launchPlayer, type PlayerOptions } from "./launch-player.ts";
export { runnerError } from "./messages.ja.ts";
export { emptyDictionary, parseScreens } from "./parse-screens.ts";
export type {
  CommitBarrier,
  EvidenceSink,
  FileDoor,
  InspectRequest,
  ListOutcome,
  LookAheadPlayer,
  LookUpOutcome,
  PaperDoor,
  PlannedField,
  Player,
  PlayOutcome,
  PlayRequest,
  PreflightFinding,
  PreflightOutcome,
  RehearsalOutcome,
  RehearsalRequest,
  ScreenDictionary,
  SeenScreen,
  SeenThing,
  StepRecord,
  TargetSystem,
} from "./play.ts";
export {
  openRecording,
  type Recorded,
  type RecordedLine,
  type Recording,
  type RecordingOptions,
} from "./record/recording.ts";
export type { Evaluate, Evaluated } from "./steps/scene.ts";

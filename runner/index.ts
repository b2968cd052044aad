/** Plays one scenario for one case through a browser. */
export type { CommitBarrier, EvidenceSink, LookUpOutcome, Player, PlayOutcome, PlayRequest, ScreenDictionary, StepRecord, TargetSystem } from "./play.ts";

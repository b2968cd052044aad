/** What the runner promises: play one scenario for one case, or look a case up, through a real browser. */
import type { BukaError, Place } from "../core/index.ts";
import type { Scenario } from "../scenarios/index.ts";

/** How one finance system is reached. Everything comes from settings and vault, never from the scenario. */
export interface TargetSystem {
  /** Name in the sentences: 「財務会計」. */
  readonly name: string;
  readonly url: string;
  /** host or host:port that the browser may talk to; all else is cut off. */
  readonly allowedHosts: readonly string[];
  /** The section (所属) that logs in, for 所属ごとの値; null or absent when there is none. */
  readonly section?: string | null;
  /** Asked at log-in time only. */
  readonly credentials: () => Promise<{
    readonly user: string;
    readonly password: string;
    readonly section: string | null;
  }>;
}

/** 画面辞書: caption in the sentences → caption on this product's screens. */
export interface ScreenDictionary {
  /** Per caption of the sentences: what the product shows instead; several when screens differ, tried in order. */
  readonly captions: Readonly<Record<string, readonly string[]>>;
  /** Buttons that only 登録する may press (登録, 確定 …). */
  readonly commitCaptions: readonly string[];
  /** Never pressed (承認, 支払 …), besides the built-in list. */
  readonly forbiddenCaptions: readonly string[];
  /** Captions whose value does not appear on the confirmation screen, with a reason. */
  readonly notShownOnConfirm: readonly string[];
  /** Texts that mean a business error when they appear, for example E101. */
  readonly businessErrors: readonly string[];
  /** Texts that mean "not now, try again soon", for example E107. */
  readonly busyTexts: readonly string[];
  /** Texts that mean the target takes nothing any more today or for hours, for example E113, E114. */
  readonly closedTexts: readonly string[];
  /** Texts that mean the session is gone, for example E108. */
  readonly sessionLost: readonly string[];
  /** Texts that mean "searched completely, nothing there" (該当なし). */
  readonly noHitTexts: readonly string[];
}

/** One sentence that was played, for the record (記録); never a value. */
export interface StepRecord {
  readonly at: Place;
  readonly sentence: string;
  /** ISO. */
  readonly startedAt: string;
  readonly millis: number;
  /** How the target was found, for example "heading-left"; null for steps without a target. */
  readonly foundBy: string | null;
  readonly outcome: "ok" | "stopped";
}

/** Handed in by queues; the runner calls it around the one irreversible press. */
export interface CommitBarrier {
  /** All fields read back and equal. Must make the intent durable and check the fence; throwing means: do not press. */
  beforePress(): Promise<void>;
}

/** Takes the pictures that prove what happened. */
export interface EvidenceSink {
  /** Screenshot (PNG) with its purpose: "before-commit", "after-commit", "stopped", or the name in the sentence. */
  picture(purpose: string, png: Uint8Array): Promise<void>;
  /** False: the pictures of this purpose are not even taken. Absent = all are wanted. */
  readonly wants?: (purpose: string) => boolean;
}

/** A file that a sentence attaches or saves. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of a bot. Names are those that the header declares (使うファイル), checked before they come here. */
export interface FileDoor {
  /** Rows by the headings of the first row; `sheet` null = the first one. Throws BukaError. */
  readTable(name: string, sheet: string | null): Promise<readonly Record<string, string>[]>;
  writeTable(
    name: string,
    sheet: string | null,
    rows: readonly Record<string, string>[],
  ): Promise<void>;
  read(name: string): Promise<Uint8Array>;
  write(name: string, bytes: Uint8Array): Promise<void>;
}

/** Other papers of the case (書類から読む). */
export interface PaperDoor {
  /** Values of the fields, or the question to a person when one of them is doubtful. Throws BukaError. */
  read(
    paper: string,
    fields: readonly string[],
  ): Promise<
    | { readonly kind: "values"; readonly values: Readonly<Record<string, string>> }
    | { readonly kind: "doubtful"; readonly question: string }
  >;
}

/** What sentences need from outside the browser; a sentence whose door is absent stops with a word about it. */
export interface OutsideDoors {
  readonly files?: FileDoor;
  readonly papers?: PaperDoor;
}

/** One case to play. */
export interface PlayRequest extends OutsideDoors {
  readonly scenario: Scenario;
  readonly values: Readonly<Record<string, string>>;
  readonly barrier: CommitBarrier;
  readonly evidence: EvidenceSink;
}

/** How one case ended. `values` of "done" are those read from the screen; no outcome carries typed values. */
export type PlayOutcome = { readonly steps: readonly StepRecord[] } & (
  | { readonly kind: "done"; readonly values: Readonly<Record<string, string>> }
  /** Rule of the target broken (before or after the press), expectation not met: not retried. Nothing was committed. */
  | { readonly kind: "business-error"; readonly error: BukaError }
  /**
   * Something failed and nothing was pressed; may be tried again when `error.retryable`. True also after `beforePress`
   * was called, when the button could provably not be pressed (covered, gone): the intent is then "not-committed".
   */
  | { readonly kind: "system-error"; readonly error: BukaError }
  /** A sentence asks a person; nothing was committed. */
  | {
      readonly kind: "ask-person";
      readonly message: string;
      /**
       * Value that takes the answer when the case is played again: the field of the sentence, or one called like the
       * question. Null when the case is handed over instead (うまくいかないとき: 人に渡す).
       */
      readonly into: string | null;
      /** A value to type, or a yes. */
      readonly decides: "value" | "yes";
    }
  /** The press was allowed and its outcome is not known. */
  | { readonly kind: "in-doubt"; readonly error: BukaError }
);

/** Answer of the look-up (照会手順). `values` are those read from the screen. */
export type LookUpOutcome = { readonly steps: readonly StepRecord[] } & (
  | { readonly kind: "found"; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: "not-found" }
  /** The look-up itself did not work or was not unique. */
  | { readonly kind: "unknown"; readonly error: BukaError }
);

/** One case to rehearse (予行): everything up to 登録する, which is not pressed; no file is written. */
export interface RehearsalRequest extends OutsideDoors {
  readonly scenario: Scenario;
  readonly values: Readonly<Record<string, string>>;
  /** Pictures: "step-1", "step-2" … after each sentence, "stopped" where it stopped. */
  readonly evidence: EvidenceSink;
  /** Awaited before each sentence; false ends the rehearsal there. */
  readonly beforeStep?: (step: {
    readonly number: number;
    readonly sentence: string;
  }) => Promise<boolean>;
}

/** What was meant for a field and what the screen shows right before 登録する. Holds values: for people's eyes only. */
export interface PlannedField {
  readonly caption: string;
  readonly planned: string;
  /** Null when the field is not on the screen. */
  readonly shown: string | null;
  readonly verdict: "same" | "different" | "missing" | "not-shown-by-design";
}

/** How a rehearsal ended. Nothing was pressed that cannot be taken back. */
export type RehearsalOutcome = RehearsalEnding & {
  readonly steps: readonly StepRecord[];
  /** Empty when 登録する was not reached. */
  readonly fields: readonly PlannedField[];
};

export type RehearsalEnding =
  | { readonly kind: "reached" }
  /** Went through all sentences without meeting a 登録する. */
  | { readonly kind: "no-commit" }
  | { readonly kind: "ask-person"; readonly message: string }
  | { readonly kind: "ended-by-person" }
  | { readonly kind: "stopped"; readonly error: BukaError };

/** A screen to look at: of a declared system after logging in, at the end of a path of menus. */
export interface InspectRequest {
  readonly system: string;
  /** Menu captions to open, outermost first; empty for the screen after the log-in. */
  readonly menu: readonly string[];
  /** False: only opens the address and does not log in. */
  readonly logIn: boolean;
}

/** One thing that buka sees on a screen, by the name a clerk would use. Holds no values. */
export interface SeenThing {
  readonly kind:
    | "text"
    | "choice"
    | "tick"
    | "button"
    | "commit-button"
    | "forbidden-button"
    | "shown"
    | "table";
  /** Caption that finds it; the best one that is on the screen when none is unique. */
  readonly name: string;
  /** How it is found, for example "heading-left". */
  readonly foundBy: string;
  /** False when another thing has the same name: a sentence would stop there. */
  readonly unique: boolean;
  readonly enabled: boolean;
  /** Options of a choice, headings of a table. */
  readonly parts: readonly string[];
}

/** One window or frame with things in it. */
export interface SeenScreen {
  readonly window: number;
  readonly title: string;
  readonly things: readonly SeenThing[];
}

/** A scenario whose screens are walked in the morning (朝の点検); nothing is typed, nothing but menus is pressed. */
export interface PreflightRequest {
  readonly scenario: Scenario;
}

/** What a sentence would find. */
export interface PreflightFinding {
  readonly at: Place;
  readonly sentence: string;
  readonly caption: string;
  readonly verdict: "found" | "several" | "missing";
  /** How it was found, for example "heading-left"; null when it was not. */
  readonly foundBy: string | null;
  /** 直し候補: the nearest caption in view and how many letters differ; for a person to agree to, never used by itself. */
  readonly proposal: { readonly caption: string; readonly distance: number } | null;
}

/** How a walk over the screens ended (朝の点検): what was found on the way, and why it stopped if it did. */
export type PreflightOutcome = {
  readonly findings: readonly PreflightFinding[];
  /** Things behind a button that was not pressed. */
  readonly unseen: number;
} & (
  | { readonly kind: "walked" }
  /** A menu or the log-in did not work. */
  | { readonly kind: "stopped"; readonly error: BukaError }
);

/** One browser with one session per finance account; cases are played one after another. */
export interface Player {
  /** Never rejects for what the target does; rejects only when the call itself is wrong (BukaError kind "usage"). */
  play(request: PlayRequest): Promise<PlayOutcome>;
  /** Logs in by itself when needed. Refuses look-ups that hold a 登録する. */
  lookUp(request: Omit<PlayRequest, "barrier">): Promise<LookUpOutcome>;
  /** Fills the real screens and stops before 登録する (予行). Never rejects for what the target does. */
  rehearse(request: RehearsalRequest): Promise<RehearsalOutcome>;
  /** What is seen on a screen, by the names that sentences would use. Throws BukaError when the screen is not reached. */
  inspect(request: InspectRequest): Promise<readonly SeenScreen[]>;
  /** Process id of the browser, for killing its tree. */
  readonly browserPid: number | null;
  close(): Promise<void>;
}

/** The list of a finance system (一覧手順) to read; nothing is committed. */
export interface ListRequest {
  readonly scenario: Scenario;
  /** Days for its search fields. */
  readonly values: Readonly<Record<string, string>>;
  readonly evidence: EvidenceSink;
  readonly files: FileDoor;
}

/** Rows of the list by column heading, of everything that the sentences have read; a list is read whole or not at all. */
export type ListOutcome = { readonly steps: readonly StepRecord[] } & (
  | { readonly kind: "listed"; readonly rows: readonly Readonly<Record<string, string>>[] }
  | { readonly kind: "unknown"; readonly error: BukaError }
);

/** A player that also looks where no case is at hand: ahead, and over the whole list. */
export interface LookAheadPlayer extends Player {
  /** Logs in by itself when needed. Never rejects for what the target does. */
  list(request: ListRequest): Promise<ListOutcome>;
  /** Walks the menus of a scenario and looks for what its sentences name, without writing (朝の点検). Never rejects. */
  preflight(request: PreflightRequest): Promise<PreflightOutcome>;
}

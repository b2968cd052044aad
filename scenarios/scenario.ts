/** A scenario (シナリオ) as plain data: what the sentences mean, with their places, and nothing that acts. */
import type { Place } from "../core/index.ts";

/** A value in a sentence: fixed text, a field of the case, or both in turn (`「R{年度}」`). */
export type Value = readonly ValuePart[];
/** One piece of a value. */
export type ValuePart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "field"; readonly name: string };

/** What is seen on the screen: 「…」. */
export interface Target {
  readonly caption: string;
  /** 「金融機関検索」画面の… : title or caption of a window, frame or section that holds it. */
  readonly scope: string | null;
  /** 「電話番号」の2番目: of fields that stand in one line under one caption, counted from 1. */
  readonly nth?: number;
}

/** A row named by what one of its cells holds (「一覧」表で「伝票番号」が {番号} の行), or by its number (「明細」表の1行目). */
export interface RowTarget {
  readonly table: string;
  readonly scope: string | null;
  /** Number of the row below the headings; `column` and `value` are empty then. */
  readonly number?: Value;
  readonly column: string;
  readonly value: Value;
}

/** One line of 次のとおり入力する. */
export interface FieldRow {
  readonly target: Target;
  readonly value: Value;
  readonly at: Place;
}

/** What 繰り返す goes over: rows of a list that was read, a number of times, or as long as a condition holds. */
export type RepeatOver =
  | { readonly kind: "rows"; readonly field: string }
  | { readonly kind: "times"; readonly count: number }
  | { readonly kind: "while"; readonly condition: string };

/** A value that 呼び出す hands to a part. */
export interface GivenValue {
  readonly name: string;
  readonly value: Value;
}

/** うまくいかないとき: tries again this often, and then. Never after the press of 登録. */
export interface Remedy {
  readonly retries: number;
  readonly then: "stop" | "ask-person" | "skip";
}

interface StepBase {
  readonly at: Place;
  /** The sentence as the clerk wrote it, trimmed. */
  readonly sentence: string;
}

/** One sentence: what to do, with what, and where it stands. */
export type Step = StepBase &
  (
    | { readonly kind: "log-in"; readonly system: string }
    | { readonly kind: "open"; readonly path: readonly string[] }
    | { readonly kind: "type"; readonly target: Target; readonly value: Value }
    | { readonly kind: "choose"; readonly target: Target; readonly value: Value }
    | { readonly kind: "tick"; readonly target: Target; readonly on: boolean }
    | { readonly kind: "press"; readonly target: Target }
    | { readonly kind: "press-in-row"; readonly row: RowTarget; readonly caption: string }
    | {
        readonly kind: "type-in-row";
        readonly row: RowTarget;
        readonly caption: string;
        /** Counts the fields that stand in the cell, from 1. */
        readonly nth?: number;
        readonly value: Value;
      }
    | {
        readonly kind: "choose-in-row";
        readonly row: RowTarget;
        readonly caption: string;
        readonly nth?: number;
        readonly value: Value;
      }
    | {
        readonly kind: "tick-in-row";
        readonly row: RowTarget;
        readonly caption: string;
        readonly nth?: number;
        readonly on: boolean;
      }
    | { readonly kind: "commit"; readonly target: Target }
    | { readonly kind: "expect-text"; readonly text: Value; readonly shown: boolean }
    | { readonly kind: "expect-value"; readonly target: Target; readonly value: Value }
    | { readonly kind: "expect-row"; readonly row: RowTarget; readonly exists: boolean }
    | { readonly kind: "read-value"; readonly target: Target; readonly into: string }
    | {
        readonly kind: "read-in-row";
        readonly row: RowTarget;
        readonly caption: string;
        readonly into: string;
      }
    | {
        readonly kind: "read-table";
        readonly table: string;
        readonly scope: string | null;
        readonly into: string;
      }
    | { readonly kind: "wait-text"; readonly text: Value; readonly until: "shown" | "gone" }
    | { readonly kind: "wait-seconds"; readonly seconds: number }
    | { readonly kind: "on-dialog"; readonly text: string; readonly answer: "ok" | "cancel" }
    | { readonly kind: "snapshot"; readonly name: string }
    /** `into`: the field that takes the answer; null when the person only has to look. */
    | { readonly kind: "ask-person"; readonly message: string; readonly into: string | null }
    | { readonly kind: "business-error"; readonly message: string }
    | { readonly kind: "type-table"; readonly rows: readonly FieldRow[] }
    | { readonly kind: "calculate"; readonly formula: string; readonly into: string }
    | { readonly kind: "read-paper"; readonly paper: string; readonly into: readonly string[] }
    | {
        readonly kind: "read-file";
        readonly file: string;
        readonly sheet: string | null;
        readonly into: string;
      }
    | {
        readonly kind: "write-file";
        readonly file: string;
        readonly sheet: string | null;
        readonly from: string;
      }
    | { readonly kind: "attach"; readonly target: Target; readonly file: Value }
    | {
        readonly kind: "save-download";
        readonly target: Target;
        /** Name to keep it under; null = the name that the system gives. */
        readonly file: Value | null;
      }
    | {
        readonly kind: "repeat";
        readonly over: RepeatOver;
        /** 上限: greatest number of rounds; null = the runner's own limit. */
        readonly most: number | null;
        readonly steps: readonly Step[];
      }
    | {
        readonly kind: "call";
        readonly part: string;
        readonly version: number;
        readonly given: readonly GivenValue[];
        /** Fields that the part hands back. */
        readonly returns: readonly string[];
        /** The sentences of the part, with places in its own file. */
        readonly steps: readonly Step[];
      }
    | { readonly kind: "guarded"; readonly steps: readonly Step[]; readonly remedy: Remedy }
    | {
        readonly kind: "if";
        readonly condition: string;
        readonly then: readonly Step[];
        readonly otherwise: readonly Step[];
      }
  );

/** Names of what a sentence can do. */
export type StepKind = Step["kind"];

/** Header and sentences of one bot. */
export interface Scenario {
  readonly format: 1;
  readonly file: string;
  /** 題名 */
  readonly title: string;
  /** 説明, when there is one. */
  readonly description?: string;
  /** 持ち主 */
  readonly owner: string;
  /** 段階: 起案, 机上検証, モデル実施, 事業化 */
  readonly stage: "draft" | "desk-check" | "pilot" | "production";
  /** 使う画面: names of systems that settings must declare. */
  readonly systems: readonly string[];
  /** 取り違え防止の鍵: field names whose values together identify the record. */
  readonly businessKey: readonly string[];
  /** 手作業の時間 in minutes for one case; null when not said. */
  readonly manualMinutes: number | null;
  /** 成功の印: text that the screen shows after 登録 has worked. */
  readonly successSign: string | null;
  /** 反映までの秒数: settle time after which a commit that happened can be found by the look-up. */
  readonly settleSeconds: number | null;
  readonly steps: readonly Step[];
  /** 照会手順; empty when there is none (then unknown outcomes go to a person). */
  readonly lookup: readonly Step[];
  /** 一覧手順: reads the list of the finance system for the control totals; empty when there is none. */
  readonly listing: readonly Step[];
  /** 合計で確かめる項目: fields (whole yen) whose sums must agree beside the counts. */
  readonly totalFields: readonly string[];
  /** 使うファイル: names of files that the sentences may read, write, attach or save. */
  readonly files: readonly string[];
  /** 所属ごとの値: section → field → value, for the sections that use this bot. */
  readonly sectionValues: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** 受け取る項目; empty when the header does not say. */
  readonly inputs: readonly string[];
  /** Names used as {…} anywhere, without those that the scenario itself reads from the screen. */
  readonly fieldsUsed: readonly string[];
}

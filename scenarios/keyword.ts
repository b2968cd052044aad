/** The shape of the keyword table: what a row, a sentence form and a slot are. */
import type { Found, StepBody } from "./found.ts";
import type { StepKind } from "./scenario.ts";
import type { Verb } from "./verb-forms.ja.ts";

/** What a sentence does to the finance system: looks only, changes the screen, cannot be undone, or none of these. */
export type KeywordClass = "look" | "change" | "commit" | "other";

/** What may stand before a particle. */
export type Slot =
  | "target" // 「欄」 or 「画面」画面の「欄」
  | "path" // 「A」→「B」
  | "value" // {項目} or 「文字」, also side by side
  | "row" // 「表」表で「列」が {値} の行
  | "cell" // row の「Z」
  | "box" // row の「Z」, row の「Z」の2番目
  | "table" // 「表」表
  | "field" // {項目}
  | "caption" // 「…」 as it is
  | "number" // digits
  | "dialog" // ダイアログ「…」
  | "answer" // OK or キャンセル
  | "fields" // {項目}{項目}
  | "paper" // 書類「…」
  | "file" // 「明細.xlsx」の「4月」シート
  | "file-name" // 「見積書.pdf」 or {項目}
  | "part" // 部品「…」の版2
  | "formula"; // 「Excelの式」

/** A piece of a sentence: what stands there and the particles that may follow it. */
export interface Phrase {
  readonly name: string;
  readonly slot: Slot;
  readonly particles: readonly string[];
}

/** One shape of a sentence: phrases in any order, then the verb; or the verb and then a 「…」. */
export interface Form {
  readonly phrases: readonly Phrase[];
  readonly verb: Verb;
  readonly after?: Phrase;
  readonly example: string;
  /** Kind of the step that it gives. */
  readonly kind: StepKind;
  readonly build: (found: Found) => StepBody;
}

export interface Keyword {
  readonly id: string;
  readonly class: KeywordClass;
  readonly description: string;
  readonly forms: readonly Form[];
}

/** Names of the keywords that are written over several lines. */
export type BlockId = "if" | "repeat" | "type-table" | "call" | "guarded" | "calculate";

/** A named line of a block: 「なら:」, 「上限:」. */
export interface BlockKey {
  readonly name: string;
  /** The first one is canonical. */
  readonly words: readonly string[];
  readonly required: boolean;
  /** What stands behind it, for the schema and the page. */
  readonly holds: "steps" | "text" | "table";
  readonly description: string;
}

/** A keyword that is written over several lines; its first key names it. */
export interface Block {
  readonly id: BlockId;
  readonly class: KeywordClass;
  readonly head: BlockKey;
  readonly keys: readonly BlockKey[];
  readonly description: string;
  readonly example: string;
}

/** The one table of header keys (見出し): reader, problems and docs/keywords.md are derived from it. */

export type HeaderKind =
  | "version"
  | "text"
  | "list"
  | "names"
  | "stage"
  | "minutes"
  | "seconds"
  | "steps"
  | "number"
  | "sections";

/** Files that have headers: scenarios, and parts (部品) that scenarios share. */
export type HeaderHome = "scenario" | "part";

export interface HeaderKey {
  /** English name: the property of Scenario that it fills. */
  readonly name:
    | "version"
    | "title"
    | "description"
    | "owner"
    | "stage"
    | "systems"
    | "businessKey"
    | "manualMinutes"
    | "successSign"
    | "settleSeconds"
    | "steps"
    | "lookup"
    | "listing"
    | "totalFields"
    | "inputs"
    | "files"
    | "sectionValues"
    | "part"
    | "partVersion"
    | "returns";
  /** Where it may stand; scenarios only when not said. */
  readonly homes?: readonly HeaderHome[];
  readonly key: string;
  readonly kind: HeaderKind;
  readonly required: boolean;
  readonly example: string;
  readonly description: string;
}

export const headerKeys: readonly HeaderKey[] = [
  {
    name: "version",
    homes: ["scenario", "part"],
    key: "版",
    kind: "version",
    required: false,
    example: "版: 1",
    description: "シナリオの書き方の版です。今は 1 だけです。",
  },
  {
    name: "title",
    key: "題名",
    kind: "text",
    required: true,
    example: "題名: 債権者登録",
    description: "何をするシナリオかを短く書きます。",
  },
  {
    name: "description",
    homes: ["scenario", "part"],
    key: "説明",
    kind: "text",
    required: false,
    example: "説明: 口座振替払の債権者を新しく登録します",
    description: "使う人への説明です。",
  },
  {
    name: "owner",
    homes: ["scenario", "part"],
    key: "持ち主",
    kind: "text",
    required: true,
    example: "持ち主: 会計課 審査係",
    description: "シナリオに責任を持つ課と係です。",
  },
  {
    name: "stage",
    key: "段階",
    kind: "stage",
    required: false,
    example: "段階: 机上検証",
    description: "起案、机上検証、モデル実施、事業化のどれかです。書かないと起案になります。",
  },
  {
    name: "systems",
    key: "使う画面",
    kind: "list",
    required: false,
    example: "使う画面: [財務会計]",
    description: "ログインするシステムの名前です。接続先は設定ファイルに書きます。",
  },
  {
    name: "businessKey",
    key: "取り違え防止の鍵",
    kind: "names",
    required: false,
    example: "取り違え防止の鍵: [金融機関コード, 口座番号]",
    description: "同じ案件を2回登録しないための項目です。「登録する」があるときは必ず書きます。",
  },
  {
    name: "inputs",
    homes: ["scenario", "part"],
    key: "受け取る項目",
    kind: "names",
    required: false,
    example: "受け取る項目: [氏名, 口座番号]",
    description:
      "案件（部品なら呼び出す側）から受け取る項目です。書いておくと、文の中の項目名の打ち間違いが分かります。",
  },
  {
    name: "files",
    key: "使うファイル",
    kind: "list",
    required: false,
    example: "使うファイル: [明細.xlsx, 帳票.pdf]",
    description:
      "文の中で読み書きするファイルの名前です。部下の files フォルダーの中だけを使い、ほかの場所には触れません。",
  },
  {
    name: "sectionValues",
    key: "所属ごとの値",
    kind: "sections",
    required: false,
    example: "所属ごとの値: { 会計課: { 担当所属コード: 010200 } }",
    description: "課ごとに違う決まった値です。ログインする所属の値が { } に入ります。",
  },
  {
    name: "manualMinutes",
    key: "手作業の時間",
    kind: "minutes",
    required: false,
    example: "手作業の時間: 8分",
    description: "人が行うときの1件あたりの時間です。効果の計算に使います。",
  },
  {
    name: "successSign",
    key: "成功の印",
    kind: "text",
    required: false,
    example: "成功の印: 登録が完了しました",
    description: "登録が成功したときに画面に出る文字です。",
  },
  {
    name: "settleSeconds",
    key: "反映までの秒数",
    kind: "seconds",
    required: false,
    example: "反映までの秒数: 5",
    description: "登録してから、照会で見つかるようになるまでの秒数です。",
  },
  {
    name: "steps",
    homes: ["scenario", "part"],
    key: "手順",
    kind: "steps",
    required: true,
    example: "手順:",
    description: "上から順に行う文を「- 」を付けて並べます。",
  },
  {
    name: "lookup",
    key: "照会手順",
    kind: "steps",
    required: false,
    example: "照会手順:",
    description:
      "登録できたかどうか分からないときに、画面で探して確かめる文です。「登録する」は書けません。",
  },
  {
    name: "listing",
    key: "一覧手順",
    kind: "steps",
    required: false,
    example: "一覧手順:",
    description:
      "まとめ実行の終わりに、財務会計の一覧を読んで件数と合計を照らす文です。表を読み取るか、書き出したファイルを読む文を書きます。{最初の受付日}・{最後の受付日}・{最初の登録日}・{最後の登録日}が使えます。",
  },
  {
    name: "totalFields",
    key: "合計で確かめる項目",
    kind: "names",
    required: false,
    example: "合計で確かめる項目: [金額]",
    description:
      "件数のほかに合計も照らす、金額の項目です。受け付けた案件・登録の記録・財務会計の一覧の合計が同じでなければ、完了になりません。",
  },
  {
    name: "part",
    homes: ["part"],
    key: "部品",
    kind: "text",
    required: true,
    example: "部品: 債権者を探す",
    description: "部品の名前です。呼び出すときに使います。",
  },
  {
    name: "partVersion",
    homes: ["part"],
    key: "部品の版",
    kind: "number",
    required: true,
    example: "部品の版: 1",
    description: "手順を変えたら1つ増やし、前の版のファイルも残します。",
  },
  {
    name: "returns",
    homes: ["part"],
    key: "返す項目",
    kind: "names",
    required: false,
    example: "返す項目: [債権者番号]",
    description: "部品が画面から読み取って、呼び出した側に返す項目です。",
  },
];

/** The keys of one kind of file, in the order of the table. */
export const headerKeysOf = (home: HeaderHome): readonly HeaderKey[] =>
  headerKeys.filter((row) => (row.homes ?? ["scenario"]).includes(home));

/** Keys of 版 0 (drafts before the first release) and what they are called since. */
export const oldHeaderKeys: Readonly<Record<string, string>> = {
  シナリオ: "題名",
  照会: "照会手順",
  鍵: "取り違え防止の鍵",
};

/** 段階 and its English name. */
export const stageWords = {
  起案: "draft",
  机上検証: "desk-check",
  モデル実施: "pilot",
  事業化: "production",
} as const;

/** Minutes in 8分, 1時間, 1時間30分, 1.5時間 or a bare number (minutes); null for anything else. */
export function readMinutes(text: string): number | null {
  const m = /^(?:(\d{1,3}(?:\.\d)?)時間)?(?:(\d{1,4}(?:\.\d)?)分?)?(?:半)?$/u.exec(bare(text));
  if (!m || (m[1] === undefined && m[2] === undefined)) return null;
  const half = /時間半$/u.test(bare(text)) ? 30 : 0;
  return Number(m[1] ?? 0) * 60 + Number(m[2] ?? 0) + half;
}

/** Seconds in 5, 5秒, 1分; null for anything else. */
export function readSeconds(text: string): number | null {
  const m = /^(\d{1,5})(秒|分)?$/u.exec(bare(text));
  return m ? Number(m[1]) * (m[2] === "分" ? 60 : 1) : null;
}

const bare = (text: string): string => text.normalize("NFKC").replace(/\s/gu, "");

/** The four stages in a row, for messages. */
export const stageList = Object.keys(stageWords).join("、");

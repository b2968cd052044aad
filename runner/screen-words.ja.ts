/** Japanese words that the runner knows about finance screens: marks beside captions, buttons never pressed, log-in words. */

/** Marks that stand around a caption and are no part of it. */
export const captionMarks =
  /^(?:[\s※*＊●○◎・•■□◆◇▼▽▶▷►▸△▲★☆→⇒←⇐≫≪>»›«‹◀◁◂～〜~+|｜[【〔《<]|-(?=\p{L})|[（(［[【]?(?:必須|任意|要入力)[）)\]］】]?)+|(?:[\s:：※*＊▼▽▶▷►▸←→⇒≪≫<>»›\]】〕》]|[\\¥￥『「]|[.・]{2,}|[↕⇅⇵↑↓▲△⇧⇩]|[（(［[【]?(?:必須|任意|要入力)[）)\]］】]?)+$/gu;

/** Numbers and keys that a screen puts beside a caption and that nobody says: 「1.」「(2)」「1-3」「問4」「F5:」「(F12)」「(S)」. */
export const captionCounts =
  /^(?:\(?(?:問|設問|q)?\d{1,2}(?:[-.]\d{1,2}){0,2}[).、:]|(?:問|設問|q)?\d{1,2}(?:[-.]\d{1,2}){0,2}(?=\p{L})|[([]?p?f\d{1,2}[)\]]?[:.-]?)|[([<]?p?f\d{1,2}[)\]>]?$|\([a-z]\)$/u;

/** What a heading of a list counts in, behind its words: 「運賃(円)」 is said 「運賃」. */
export const headingUnits =
  /\((?:単位:?)?(?:円|千円|万円|百万円|%|件|人|名|回|枚|部|個|台|冊|時間|分|㎡|m2|m²|kg|km|kwh)\)$/u;

/** 登録 words that only 登録する may press when the screen dictionary names none. */
export const standardCommitCaptions = [
  "登録",
  "登録する",
  "確定",
  "確定する",
  "送信",
  "送信する",
  "起票",
  "起票する",
  "決定登録",
];

// Approving and paying are for people (権限分離): the word alone or with what makes it an act, never a route or an inquiry.
const forbiddenActs =
  /^(?:一括|全件|選択)?(?:承認|決裁|支払|専決|審査|代決|検認)(?:する|します|実行|確定|処理|完了|登録|送信|OK|ボタン|決定)?$/u;
const approving =
  /(?:承認|決裁)(?!依頼|申請|待|状況|照会|一覧|経路|ルート|者|履歴|区分|日|番号|欄)/u;

/** True for captions that a bot must never press, whatever the scenario says. `caption` is normalised. */
export function isForbiddenCaption(caption: string): boolean {
  return forbiddenActs.test(caption) || approving.test(caption);
}

/** Sentences by which a screen says that it could not do what was asked, or its code for that. */
export const noticeSentence =
  /(?<![A-Z0-9])(?:E|ERR)-?\d{3,5}(?![\dA-Z])|エラー|(?:登録|処理|接続|実行|ログイン)できません|失敗しました|受け付けられません|権限がありません|停止中|時間外です/u;

/** Stands in an error text where the screen showed a value of the case. */
export const blot = "＊＊";

/** Buttons that send the log-in form. */
export const logInCaptions = [
  "ログイン",
  "ログオン",
  "サインイン",
  "login",
  "認証",
  "ログインする",
];
/** Captions of the section field (所属) after or in the log-in form. */
export const sectionCaptions = [
  "所属",
  "所属選択",
  "所属課",
  "部署",
  "部署選択",
  "担当所属",
  "所属コード",
];
/** Buttons that confirm the section. */
export const sectionButtons = ["選択", "決定", "OK", "次へ", "確定", "開始", "メニューへ"];

/** Controls that show that a list goes on. */
export const nextPage =
  /^(?:次|次へ|次頁|次ページ|次のページ|次の?\d+件|次を表示|もっと見る|>|>>|»|›|→|next)(?:[>»›→▶]|へ)*$/iu;
/** "全120件", "120件中 1～20件": how many hits the target says there are. */
export const hitCount = /(?:全|検索結果|該当件数|該当|合計)[:\s]*([0-9,]+)\s*件|([0-9,]+)\s*件中/u;

/** How a ticked or unticked box looks on a confirmation screen. */
export const tickedWords = [
  "あり",
  "する",
  "対象",
  "○",
  "〇",
  "◯",
  "有",
  "はい",
  "1",
  "✓",
  "✔",
  "☑",
  "レ",
  "yes",
  "on",
  "true",
];
export const untickedWords = [
  "",
  "なし",
  "しない",
  "対象外",
  "非対象",
  "×",
  "無",
  "いいえ",
  "0",
  "□",
  "-",
  "－",
  "no",
  "off",
  "false",
];

/** What a clerk calls the box of a row in a column without a name. */
export const tickWords = /^(?:選択|チェック)欄?$/u;
/** The head of such a column: nothing, or the box that ticks all rows. */
export const ticksAll =
  /^(?:[^\p{L}\p{N}]*|(?:すべて|全て|全件|全)?を?(?:選択|チェック)(?:する)?(?:・?\/?解除)?|(?:select|check)(?:all)?)$/iu;
/** A name that a box of a row may bear all the same: 「見本太郎を選択」. */
export const saysTick = /(?:選択|チェック)(?:する)?$|^(?:select|check)/iu;

/** Currency signs that belong to the format of an amount. */
export const moneyMarks = /[¥￥\\]|円$/gu;

/** How values of lists are named in sentences: {明細の品名}, {明細の行番号}; a table of the form: 明細・1・品名. */
export const rowWords = { of: "の", number: "行番号", cell: "・" } as const;

/** Name of the value that holds the answer to a question; from the second time on with its number. */
export const questionName = (message: string, count: number): string =>
  count === 1 ? `問い「${message}」` : `問い「${message}」の${count}回目`;

/** Between a whole and its part: 「生年月日の年」. */
export const partMark = /の/gu;

/** What a hint beside a caption begins with. */
export const hintStart = /^(?:例|半角|全角|単位|数字|英数|任意|必須|最大|以内|[^\p{L}\p{N}])/u;

/** Words before a date or a number that are no part of its caption: 「届出日：令和[ ]年」, 「第[ ]号」. */
export const eraWords = "(?:第|金|約|明治|大正|昭和|平成|令和|西暦|[MTSHRＭＴＳＨＲ])\\.?";

/** Words beside a caption that are no value of it. */
export const badgeWords =
  "^[^\\p{L}]*(?:必須|任意|要入力|未入力|new|新着|重要|注意|ヘルプ|説明)[^\\p{L}]*$";

/** Text right behind a field that says in what it counts; never the caption of the field after it. */
export const unitWords =
  "^(?:(?:年度?|月分?|日|時|分|秒|円也?|千円|万円|百万円|%|件|人|名|回|枚|部|個|台|冊|本|点|通|泊|歳|才|階|号|期|番地?|丁目|㎡|m2|kg|km|kwh|㎥|番|桁)(?:末|間)?(?:から|まで|以上|以下|以内|未満)?|-|―|ー|~|〜|から|まで|様|殿)$";

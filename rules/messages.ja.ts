/** Every sentence of the rules room: errors with their next step, and why a formula cannot be computed. */
import { defineErrors, errorRow } from "../core/index.ts";

/** The errors of the rules room, RUL001 to RUL022. */
export const rulesError = defineErrors({
  fileMissing: errorRow<{ file: string }>({
    code: "RUL001",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」というファイルがありません。`,
    next: () => "ファイルの名前と置き場所を確かめてください。",
  }),
  notXlsx: errorRow<{ file: string }>({
    code: "RUL002",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」は Excel ブック（.xlsx）ではありません。`,
    next: () => "Excel で開き、「Excel ブック (*.xlsx)」の形式で保存し直してください。",
  }),
  encrypted: errorRow<{ file: string }>({
    code: "RUL003",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」はパスワードを入れないと開けないブックです。`,
    next: () =>
      "Excel でパスワードを入れて開き、「ファイル」→「情報」→「ブックの保護」→「パスワードを使用して暗号化」でパスワードを消し、保存し直してください。",
  }),
  macro: errorRow<{ file: string }>({
    code: "RUL004",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」にはマクロが入っています。`,
    next: () => "マクロのない「Excel ブック (*.xlsx)」として保存し直してください。",
  }),
  tooBig: errorRow<{ file: string; why: string }>({
    code: "RUL005",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」は大きすぎるため開きません（${f.why}）。`,
    next: () =>
      "不要な行・シート・画像を消して保存し直してください。心当たりがないファイルは開かないでください。",
  }),
  broken: errorRow<{ file: string; part: string }>({
    code: "RUL006",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」は壊れていて読めません（${f.part}）。`,
    next: () =>
      "Excel で開けるか確かめ、開けたら保存し直してください。開けなければ控えから戻してください。",
  }),
  externalLink: errorRow<{ file: string }>({
    code: "RUL007",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」はほかのブックやデータを参照しています。`,
    next: () =>
      "Excel の「データ」→「リンクの編集」でリンクを解除し、必要な表はこのブックのシートに写してください。",
  }),
  noCaseSheet: errorRow<{ file: string; sheet: string; others: readonly string[] }>({
    code: "RUL008",
    kind: "input",
    retryable: false,
    what: (f) =>
      `「${f.file}」に「${f.sheet}」シートがありません（今あるシート：${f.others.map((o) => `「${o}」`).join("")}）。`,
    next: (f) => `点検に使うシートの名前を「${f.sheet}」にしてください。`,
  }),
  headerProblem: errorRow<{ file: string; cell: string; why: string; fix: string }>({
    code: "RUL009",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」の見出し（${f.cell}）が使えません：${f.why}。`,
    next: (f) => `「案件」シートは1行目が見出し、2行目が見本の行です。${f.fix}`,
  }),
  reviewProblems: errorRow<{ file: string; problems: readonly string[] }>({
    code: "RUL010",
    kind: "input",
    retryable: false,
    what: (f) =>
      `「${f.file}」に直すところが${f.problems.length}件あります。\n${f.problems.map((p) => `・${p}`).join("\n")}`,
    next: () =>
      "示したセルを直して保存し、もう一度取り込んでください。今回は1件も取り込んでいません。",
  }),
  notReviewBook: errorRow<{ file: string }>({
    code: "RUL011",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」は buka が書き出した確認票ではありません。`,
    next: () =>
      "buka が書き出した確認票のブックを選んでください。シートや列を消したときは、書き出し直してください。",
  }),
  tooLargeText: errorRow<{ sheet: string; cell: string; length: number }>({
    code: "RUL012",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.sheet}」シート ${f.cell} の文字が長すぎます（${f.length}文字）。`,
    next: () => "1つのセルに入るのは32,767文字までです。短くしてください。",
  }),
  cannotWrite: errorRow<{ file: string }>({
    code: "RUL013",
    kind: "environment",
    retryable: true,
    what: (f) => `「${f.file}」に書き込めません。`,
    next: () =>
      "Excel で開いていれば閉じ、フォルダーに書き込めるか、空きがあるかを確かめてください。",
  }),
  cannotPatch: errorRow<{ file: string }>({
    code: "RUL014",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」は、結果を書き戻せない形で保存されています。`,
    next: () => "Excel で開き、「Excel ブック (*.xlsx)」の形式で保存し直してください。",
  }),
  lockFile: errorRow<{ file: string }>({
    code: "RUL015",
    kind: "input",
    retryable: false,
    what: (f) =>
      `「${f.file}」は、Excel がブックを開いている間だけ置く目印で、ブックではありません。`,
    next: () => "Excel でブックを保存して閉じ、名前の頭に「~$」の付かないブックを選んでください。",
  }),
  cannotRead: errorRow<{ file: string }>({
    code: "RUL016",
    kind: "environment",
    retryable: true,
    what: (f) => `「${f.file}」を読めません。`,
    next: () => "Excel などで開いていれば閉じ、そのファイルを読む権限があるかを確かめてください。",
  }),
  otherFormat: errorRow<{ file: string; format: string }>({
    code: "RUL020",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」は${f.format}のブックです（.xlsx ではありません）。`,
    next: () =>
      "Excel で開き、「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存し直してください。名前の終わりを .xlsx に変えるだけでは開けません。",
  }),
  emptyFile: errorRow<{ file: string }>({
    code: "RUL021",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」は中身のないファイル（0バイト）です。`,
    next: () =>
      "コピーや保存が途中で終わったものと思われます。元のブックを Excel で開けるか確かめ、もう一度写してください。",
  }),
  cutFile: errorRow<{ file: string }>({
    code: "RUL022",
    kind: "input",
    retryable: false,
    what: (f) => `「${f.file}」は途中で切れていて読めません。`,
    next: () =>
      "コピーや受け取りが途中で終わったものと思われます。元のブックを Excel で開けるか確かめ、もう一度写してください。",
  }),
});

/** Why a formula has no value (計算不可): short, with the name of the thing. */
export const uncomputableText = {
  unknownFunction: (name: string) => `関数 ${name} は buka では計算できません。`,
  refusedFunction: (name: string) => `関数 ${name} は外部につながるおそれがあるため計算しません。`,
  unproven: (name: string) =>
    `関数 ${name} は、Excel と同じ値になると確かめられないため計算しません。`,
  external: (name: string) => `ほかのブックやプログラムの参照（${name}）は計算しません。`,
  externalIndirect: () => "INDIRECT でほかのブックは参照できません。",
  arity: (name: string, given: number) => `関数 ${name} の引数の数（${given}個）が合いません。`,
  syntax: (near: string) =>
    near === "" ? "式が途中で終わっています。" : `式の「${near}」のあたりが読めません。`,
  openText: () => '式の中の文字の「"」が閉じていません。',
  tooLong: () => "式が長すぎます（32,767文字まで）。",
  longPattern: () => "探す文字が長すぎます（* や ? を使うときは255文字まで）。",
  tooDeep: () => "式の入れ子が深すぎます。",
  unknownName: (name: string) => `「${name}」という項目はありません。`,
  unknownSheet: (name: string) => `「${name}」というシートはありません。`,
  unknownTable: (name: string) => `「${name}」というテーブルはありません。`,
  unknownColumn: (name: string) => `テーブルに「${name}」という列はありません。`,
  construct: (what: string) => `「${what}」の書き方は buka では計算できません。`,
  format: (format: string) => `表示形式「${format}」は buka では計算できません。`,
  ambiguousDate: () => "日付か数か決められない値があります（「24/4」のような書き方など）。",
  doubtfulNumber: () =>
    "数や日付として読めるか決められない文字があります（「1,23」「1-Apr-2024」「午後1時」のような書き方など）。",
  bigArray: () =>
    "列全体などの大きな範囲は、この式では計算できません。A2:A1000 のように範囲を決めてください。",
  regexPart: (part: string) =>
    `正規表現の「${part}」は、Excel での決まりが確かめられないため計算しません。`,
  regexSteps: () => "正規表現の組み合わせが多すぎて計算しきれません。形を簡単にしてください。",
  tooManySteps: () => "LAMBDA のくり返しが多すぎます。",
  widthOnly: (text: string) =>
    `「${text}」と、全角・半角やかなの種類だけが違う値があります。どちらを探すか決められないため計算しません。`,
  textOrder: () =>
    "記号や、全角・半角・かなの種類だけが違う文字の前後は、Excel の並び順が確かめられないため計算しません。",
  random: (name: string) => `関数 ${name} は計算のたびに値が変わるため、点検には使えません。`,
  cycle: (path: string) => `式が自分自身を参照しています（${path}）。`,
  notANumber: () => "数や日付として読めない値があるため、大小を比べられません。",
  errorValue: (code: string) => `計算の結果がエラー（${code}）です。`,
  noValue: () => "計算の結果が1つの値になりません。",
  unit: (name: string, unit: string) => `関数 ${name} の「${unit}」は buka では計算できません。`,
  nearlyWhole: (name: string) =>
    `関数 ${name} で切り捨てる値が、整数にごくわずかに足りません（小数の計算の誤差）。${name}(ROUND(…,6)) のように丸めてから切り捨ててください。`,
  nearlyMultiple: () =>
    "MOD で割る数のほぼ倍数です（小数の計算の誤差で、余りが0か、割る数に近い値かに分かれます）。ROUND(…,6) のように丸めるか、整数で計算してください。",
  nearlySame: () =>
    "探す値と、小数の計算の誤差だけが違う値があります。ROUND(…,6) のように丸めてから探してください。",
  unsorted: () =>
    "近い値を探す範囲が、小さい順に並んでいません。並べ替えるか、完全に一致する探し方（VLOOKUP なら最後に FALSE）にしてください。",
  unsortedDown: () =>
    "近い値を探す範囲が、重なりのない大きい順に並んでいません。並べ替えるか、MATCH の最後を 0 にしてください。",
  halfCharacter: () =>
    "「𠮷」のように2文字分で数える文字の途中で切れます。Excel の版で結果が違うため計算しません。",
  manyReferences: () =>
    "OFFSET や INDIRECT で一度に複数の範囲を作る式のうち、この使い方は計算できません。SUMIF・COUNTIF・SUBTOTAL・N の中で使うか、範囲を1つずつ書いてください。",
  rangeForOne: (name: string) =>
    `関数 ${name} に複数のセルの範囲や TRUE/FALSE を渡すと、Excel の版で結果が違うため計算しません。セルを1つずつ渡してください。`,
  undocumented: (name: string) =>
    `関数 ${name} のこの使い方は、Excel の説明書に値の決まりがないため計算しません。`,
} as const;

/** Sentences of findings (指摘) and of faults in the header of the case sheet. */
export const findingText = {
  notMet: (
    kind: "error" | "warning",
    rule: string,
    where: { readonly at: string; readonly words: string | null },
  ) =>
    `${kind === "error" ? "確認" : "注意"}「${rule}」に合いません（${where.at}${where.words === null ? "" : ` の式：${where.words}`}）。`,
  errorValue: (rule: string, code: string, at: string) =>
    `「${rule}」の計算がエラー（${code}）になりました（${at}）。式と、もとになる項目を確かめてください。`,
  uncomputable: (rule: string, why: string, at: string) =>
    `「${rule}」は計算できません（${at}）：${why}`,
  numberResult: (rule: string, at: string) =>
    `「${rule}」の結果が数になりました（${at}）。TRUE か OK、または文になる式に直してください。`,
  place: (sheet: string, cell: string) => `${sheet}シート ${cell}`,
  sameHeader: (cell: string) => `${cell} と同じ見出しです`,
  noHeader: () => "見出しがありません",
  checkWithoutFormula: () => "「確認：」「注意：」の列なのに、2行目に式がありません",
  headerBelow: (row: number) => `見出しが1行目ではなく${row}行目にあります`,
} as const;

/** What to do about a header that cannot be used. */
export const headerFix = {
  sameHeader: () => "見出しが重ならないように、どちらかの名前を変えてください。",
  noHeader: () => "「案件」シートの1行目に、項目の名前を並べてください。",
  checkWithoutFormula: () =>
    "その列の2行目に確認の式を入れるか、使わない列なら見出しを消してください。",
  headerBelow: () =>
    "見出しより上の題名や空行を消し、1行目を見出し、2行目を式の入った見本の行にしてください。",
} as const;

/** Every sentence that core says to clerks about text files (YML001…). */
import { problemRow } from "./buka-error.ts";

/** Problems of any YAML file that a clerk writes. `fix` is the corrected line where one can be given. */
export const yamlProblem = {
  tooLarge: problemRow<{ limit: number; unit: "characters" | "lines" }>("YML001", "error", (f) => ({
    message: `ファイルが大きすぎます（上限は${f.limit}${f.unit === "lines" ? "行" : "文字"}）。`,
    fix: "ファイルを間違えていないか確かめ、必要なら分けてください。",
  })),
  tooDeep: problemRow<{ limit: number }>("YML002", "error", (f) => ({
    message: `字下げやかっこの入れ子が深すぎます（上限は${f.limit}段）。`,
    fix: "入れ子を浅くしてください。",
  })),
  wideColon: problemRow<{ key: string; line: string }>("YML003", "error", (f) => ({
    message: "項目名のあとの「：」が全角です。半角の「:」と空白を使います。",
    understood: `項目「${f.key}」の区切り`,
    fix: f.line,
    certain: true,
  })),
  tightColon: problemRow<{ key: string; line: string }>("YML004", "error", (f) => ({
    message: "「:」のあとに半角の空白がありません。",
    understood: `項目「${f.key}」の区切り`,
    fix: f.line,
    certain: true,
  })),
  oddBullet: problemRow<{ mark: string; line: string }>("YML005", "error", (f) => ({
    message: `行の頭の「${f.mark}」は箇条書きの印になりません。半角の「-」と空白を使います。`,
    understood: "手順や一覧の1行",
    fix: f.line,
    certain: true,
  })),
  tightDash: problemRow<{ line: string }>("YML006", "error", (f) => ({
    message: "行の頭の「-」のあとに半角の空白がありません。",
    understood: "手順や一覧の1行",
    fix: f.line,
    certain: true,
  })),
  wideSpace: problemRow<{ line: string }>("YML007", "error", (f) => ({
    message: "字下げや区切りに全角の空白が使われています。半角の空白を使います。",
    fix: f.line,
    certain: true,
  })),
  tab: problemRow<{ line: string }>("YML008", "error", (f) => ({
    message: "字下げや区切りにタブが使われています。半角の空白を使います。",
    fix: f.line,
    certain: true,
  })),
  colonMissing: problemRow<{ text: string }>("YML009", "error", (f) => ({
    message: "この行は「項目名: 値」の形になっていません。",
    understood: `項目名も「- 」もない文「${f.text}」`,
    fix: /^[`~]{3}/u.test(f.text)
      ? "この行は、貼り付けたときに付いた飾りです。行ごと消してください。"
      : "項目なら「項目名: 値」、手順なら「- 」を頭に付けて書いてください。",
  })),
  dashMissing: problemRow<{ line: string }>("YML010", "error", (f) => ({
    message: "行の頭に「- 」がありません。",
    understood: "手順の1文",
    fix: f.line,
    certain: true,
  })),
  tooIndented: problemRow<{ line: string; above: number }>("YML011", "error", (f) => ({
    message: `字下げが${f.above}行目より深くなっています。このままでは${f.above}行目の文の続きと読まれます。`,
    fix: f.line,
  })),
  splitSentence: problemRow<{ line: string; above: number }>("YML012", "error", (f) => ({
    message: `${f.above}行目の文が2行に分かれています。1つの文は1行に書きます。`,
    understood: `${f.above}行目の続き`,
    fix: f.line,
  })),
  openCaption: problemRow("YML013", "error", () => ({
    message: "「 が閉じられていません。",
    fix: "対になる 」 を書いてください。",
  })),
  openQuote: problemRow<{ mark: string }>("YML014", "error", (f) => ({
    message: `引用符（${f.mark}）が閉じられていません。`,
    fix: `行の終わりまでに ${f.mark} で閉じるか、頭の ${f.mark} を消してください。`,
  })),
  anchor: problemRow<{ mark: string; text: string }>("YML015", "error", (f) => ({
    message: `「${f.mark}」で始まる値は使えません（YAMLの参照の印です）。`,
    fix: `文字として書くなら "${f.text}" のように引用符で囲み、参照なら同じ内容をもう一度書いてください。`,
  })),
  tag: problemRow<{ text: string }>("YML016", "error", (f) => ({
    message: "「!」で始まる値は使えません（YAMLの型の印です）。",
    fix: `文字として書くなら "${f.text}" のように引用符で囲んでください。`,
  })),
  mergeKey: problemRow("YML017", "error", () => ({
    message: "「<<」（ほかの項目の取り込み）は使えません。",
    fix: "必要な項目をそのまま書いてください。",
  })),
  duplicateKey: problemRow<{ key: string; first: number }>("YML018", "error", (f) => ({
    message: `項目「${f.key}」が2回書かれています（1回目は${f.first}行目）。`,
    fix: "どちらか1つだけを残してください。",
  })),
  secondDocument: problemRow("YML019", "error", () => ({
    message: "1つのファイルに文書が2つあります（「---」や「...」の行）。",
    fix: "この行を消すか、ファイルを分けてください。",
  })),
  unevenIndent: problemRow("YML020", "error", () => ({
    message:
      "字下げがまわりの行とそろっていないか、「- 」の行と「項目名: 値」の行が混ざっています。",
    fix: "同じ段の行は、頭の半角の空白を同じ数にし、「- 」の有り無しもそろえてください。",
  })),
  brokenBrackets: problemRow("YML021", "error", () => ({
    message: "[ ] や { } の書き方が崩れています（閉じ忘れ、区切りの「,」の抜け）。",
    fix: "[甲, 乙] のように、半角のかっこと「,」で書いてください。",
  })),
  captionInBrackets: problemRow<{ caption: string }>("YML022", "error", (f) => ({
    message: "[ ] や { } の中の「…」に、区切りと紛れる記号があります。",
    fix: `"${f.caption}" のように引用符で囲んでください。`,
  })),
  badEscape: problemRow("YML023", "error", () => ({
    message: "引用符の中の「\\」（￥）の使い方が正しくありません。",
    fix: "「\\」を文字として書くときは、' ' で囲むか「\\\\」と2つ重ねてください。",
  })),
  empty: problemRow("YML024", "error", () => ({
    message: "ファイルに中身がありません。",
    fix: "見本のファイルを写して書き始めてください。",
  })),
  invisible: problemRow<{ name: string; line: string | null }>("YML025", "error", (f) => ({
    message: `目に見えない文字（${f.name}）が入っています。`,
    fix: f.line ?? "その場所の文字を消して、打ち直してください。",
    ...(f.line === null ? {} : { certain: true as const }),
  })),
  wideComment: problemRow<{ line: string }>("YML026", "error", (f) => ({
    message: "メモの印の「＃」が全角です。半角の「#」を使います。",
    understood: "メモの行",
    fix: f.line,
    certain: true,
  })),
  directive: problemRow<{ mark: string }>("YML027", "error", (f) => ({
    message: `行の頭の「${f.mark}」は使えません。`,
    fix: "この行を消すか、「項目名: 値」の形に書き直してください。",
  })),
  keyNotText: problemRow("YML028", "error", () => ({
    message: "項目名が文字ではありません。",
    fix: "項目名は「題名」のような言葉で書いてください。",
  })),
  hashNumber: problemRow<{ lost: string }>("YML029", "warning", (f) => ({
    message: `「${f.lost}」は、メモとして読み飛ばしました。`,
    understood: "半角の空白と「#」から行の終わりまでがメモ",
    fix: "値の一部なら、値の全体を「…」か引用符で囲んでください。",
  })),
} as const;

/** Problems of the bytes of a text file. */
export const textProblem = {
  shiftJis: problemRow("YML051", "warning", () => ({
    message: "文字コードがShift_JISのファイルとして読みました。",
    fix: "メモ帳の「名前を付けて保存」で、文字コードを「UTF-8」にして保存し直してください。",
  })),
  utf16: problemRow("YML052", "warning", () => ({
    message: "文字コードがUTF-16（Unicode）のファイルとして読みました。",
    fix: "メモ帳の「名前を付けて保存」で、文字コードを「UTF-8」にして保存し直してください。",
  })),
  notText: problemRow("YML053", "error", () => ({
    message: "文字のファイルとして読めません。",
    fix: "ファイルを間違えていないか確かめ、メモ帳で文字コード「UTF-8」にして保存し直してください。",
  })),
} as const;

/** Names of characters that nobody sees. */
export const invisibleNames: Readonly<Record<string, string>> = {
  bidi: "文字の向きを変える記号",
  zero: "幅のない空白",
  control: "制御文字",
  line: "特殊な改行",
};

/** Words of the terminal rendering of a problem. */
export const renderWords = {
  error: "エラー",
  warning: "注意",
  understood: "読み取り",
  fix: "直し方",
  nearest: (word: string) => `もしかして「${word}」ですか。`,
  count: (errors: number, warnings: number) => `エラー ${errors} 件、注意 ${warnings} 件`,
} as const;

/** What people write for the dash of a list: ①, 1., 一、, ・, → before a sentence. Sticky: set `lastIndex` first. */
export const writtenBullet =
  /(-?[ \t\u3000\u00a0]*(?:[(（]?[0-9０-９]{1,3}[.)．）、]|[①-⑳⑴-⒇]|[一二三四五六七八九十]{1,2}[、.．]|[一→⇒➔➡▶►▷■□◆◇○◎★☆✓✔※*＊])(?=[ \t\u3000\u00a0]*[「｢『“{])|[-－ー―‐−–—・･●])([ \t\u3000\u00a0]*)/uy;

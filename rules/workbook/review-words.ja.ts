/** Captions, explanations and faults of the review book (確認票). */

export const reviewSheet = "確認票";
export const blindSheet = "二重入力";
export const guideSheet = "説明";
export const captions = [
  "識別（変更しない）",
  "受付番号",
  "項目",
  "画像",
  "読取値",
  "候補",
  "聞く理由",
  "正しい値",
  "差戻し",
  "差戻しの理由",
] as const;

export const yes = "はい";
export const returnHint = "「はい」を選ぶか、空けておいてください。";

/** What a clerk may type instead of the value itself. */
export const asRead: ReadonlySet<string> = new Set(["○", "〇", "◯"]);
export const blankWords: ReadonlySet<string> = new Set(["（空欄）", "(空欄)", "空欄"]);
export const noWords: ReadonlySet<string> = new Set(["いいえ", ""]);

export const guideLines: readonly string[] = [
  "紙の読み取りで、人に確かめてほしい項目の一覧です。「確認票」シートに書き込んで保存し、buka に取り込んでください。",
  "1. 「画像」を見て、黄色の「正しい値」に書きます。読取値のとおりなら ○ と書きます。",
  "2. 何も書かれていないのが正しいときは（空欄）と書きます。",
  "3. 申請者に返すときは「差戻し」で「はい」を選び、「差戻しの理由」を書きます。そのときは「正しい値」を空けておきます。",
  "4. 何も書いていない行は「まだ見ていない」とみなし、そのまま残します。途中で保存して取り込んでもかまいません。",
  "5. 0 から始まる番号は、そのまま 0 から書きます（セルの書式は「文字列」のままにしてください）。",
  "6. 「二重入力」シートがあるときは、画像だけを見て、書かれているとおりに「正しい値」に打ちます（読み取りの正しさを測るためです）。",
  "7. 列を消したり、行をほかのブックに移したりしないでください。並べ替えと絞り込みはできます。",
];

export const noPicture = "（画像なし）";

export const reviewFault = {
  idMissing: (cell: string) =>
    `${cell}：識別の列が空です。行を書き足さず、書き出された行に書いてください。`,
  idChanged: (cell: string) =>
    `${cell}：識別の列が書き換えられています。確認票を書き出し直してください。`,
  idUnknown: (cell: string) =>
    `${cell}：いま確認を待っている項目ではありません（古い確認票か、すでに処理された項目です）。`,
  idTwice: (cell: string, other: string) =>
    `${cell}：${other} と同じ項目が2行あります。1行にしてください。`,
  number: (cell: string) =>
    `${cell}：「正しい値」が数として入っています。先頭の0が消えたおそれがあるので、書式を「文字列」にして打ち直してください。`,
  blindAsRead: (cell: string) =>
    `${cell}：二重入力では ○ は使えません。画像のとおりに打ってください。`,
  blindReturn: (cell: string) =>
    `${cell}：二重入力では差し戻せません。画像のとおりに打ってください。`,
  notText: (cell: string) => `${cell}：式やエラーが入っています。文字で打ち直してください。`,
  both: (cell: string) =>
    `${cell}：「正しい値」と「差戻し」の両方に書かれています。どちらかにしてください。`,
  badReturn: (cell: string) => `${cell}：「差戻し」には「はい」だけを選べます。`,
  reasonMissing: (cell: string) => `${cell}：「差戻しの理由」を書いてください。`,
  reasonAlone: (cell: string) =>
    `${cell}：理由だけが書かれています。差し戻すなら「差戻し」で「はい」を選んでください。`,
} as const;

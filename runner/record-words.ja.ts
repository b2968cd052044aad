/** Japanese words of the recorder: questions that it leaves to the clerk, and what it recognises on screens. */

/** Headings of columns that tell one row from another. */
export const codeHeading = /(?:番号|コード|No\.?|ID|記号)$/iu;

/** Captions of values that a system gives after 登録. */
export const givenNumber = /(?:番号|No\.?)$/iu;

/** Sentences that say that a search found nothing. */
export const noHitSentence =
  /(?:該当|一致|データ).{0,14}(?:ありません|ございません|なし)|見つかりません/u;

/** Sentences that say that something has been done. */
export const doneSentence =
  /(?:完了|登録|受け付け|受付|送信|確定|保存|更新)(?:が完了)?(?:いた)?しました|完了です/u;

export const recordWords = {
  value: "値",
  list: "一覧",
  notOfCase:
    "見本の案件にない値です。いつも同じ値なら、このままでかまいません。案件ごとに違うなら { } の項目に直してください。",
  twinFields: (names: readonly string[]): string =>
    `見本では ${names.map((n) => `{${n}}`).join("と")} が同じ値です。正しい項目に直してください。`,
  notUnique: (caption: string): string =>
    `「${caption}」と呼べるものがほかにもあり、一つに決まりません。「枠や画面の言葉」画面の「${caption}」のように、場所を付けてください。`,
  noName: (what: string): string =>
    `${what}に、画面の言葉が付いていないため、文にできませんでした。buka inspect で見える言葉を確かめてください。`,
  field: "入力した欄",
  button: "押したもの",
  unsaid: (caption: string): string =>
    `「${caption}」での操作は、文にできませんでした。手で書き足してください。`,
  missed: (text: string): string =>
    `「${text}」を押しましたが、buka にはボタンに見えません。要るなら、ほかの押し方を探してください。`,
  sent: "Enterキーで送りました。同じ働きのボタンを「「…」を押す」と書き足してください。",
  rowByText: "この行を選ぶ値は、いつも同じですか。案件ごとに違うなら { } の項目に直してください。",
  forbidden:
    "承認・決裁・支払は人だけが行います。部下は押しません。この文を消し、ここから先は人が行ってください。",
  secretField: (caption: string): string =>
    `「${caption}」に入れた値は記録していません。暗証は「ログインする」の文が金庫から入れます。`,
  held: "登録は押さずに記録しました。押したあとに確認の窓が出るなら、この文の前に「ダイアログ「…」が出たら OK を押す」を、番号が出るなら、あとに「「…」の値を {…} として読み取る」を書いてください。",
  rowFound:
    "この行があれば登録済みとみなします。ほかの案件の行と取り違えることがないか確かめてください。",
  noRowFound:
    "探した行を見つけられませんでした。登録したあとに探すと出る行を「「…」表で「…」が {…} の行があることを確かめる」と書いてください。",
  commitInLookUp: "照会手順に登録は書けません。探して確かめる文だけにしてください。",
  committed: "財務会計が出した番号です。残すものだけにしてください。",
  checkNothing: "検索で見つからないことを確かめる文です。要らなければ消してください。",
  section: (caption: string): string =>
    `「${caption}」はログインの続きとして扱いました。選ぶ所属は buka.yaml の「所属」に書いてください。`,
} as const;

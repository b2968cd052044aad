/** Words of `buka record` on the terminal, and the words by which a person steers it there. */

/** Fields that rarely tell one record from another although they are called so; a number of receipt tells even two copies apart. */
const noKey = /電話|郵便|FAX|受付|整理/iu;
const keyField = /(?:番号|コード|記号)$/u;
const undoWords = ["取り消す", "取消", "とりけす", "戻す", "undo", "u"];
const lookUpWords = ["照会", "照会手順", "しょうかい", "lookup"];
const endWords = ["", "終わり", "おわり", "終了", "end", "q"];

export const recordWords = {
  begin: (hold: boolean): string =>
    [
      "記録を始めました。開いたブラウザで、いつもの仕事を一度行ってください。",
      "  ログインで打つものは記録しません。打った暗証はどこにも残りません。",
      hold
        ? "  登録のボタンは押しても財務会計に届きません。文だけを記録します。"
        : "  登録のボタンを押すと、本当に登録されます。登録したくないときは、押さずに終わるか「--hold」を付けて始めてください。",
      "  Alt を押しながら文字を押すと「確かめる」、Alt と Shift なら「読み取る」の文になります。",
      "  終わるときはブラウザを閉じるか、ここで Enter を押します。直前の文を消すときは「取り消す」と打って Enter を押します。",
    ].join("\n"),
  beginLookUp: [
    "照会手順の記録を始めました。登録の結果が分からないときに、登録した行を探す手順です。",
    "  開いたブラウザで、もう登録してある見本の案件を検索し、見つかった行を出してください。",
    "  行の中の文字を、Alt を押しながら押すと「行があることを確かめる」、Alt と Shift なら「読み取る」の文になります。押さなければ、見つかった行を buka が選びます。",
    "  終わるときはブラウザを閉じるか、ここで Enter を押します。",
  ].join("\n"),
  offerLookUp: [
    "     登録の結果が分からなくなったときに探す「照会手順」も、続けて記録できます。",
    "     登録が終わったら、ここで「照会」と打って Enter を押し、いま登録したものを検索の画面で探してください。",
  ].join("\n"),
  lookUpBegun:
    "ここからは照会手順です。いま登録したものを検索し、見つかった行を出してから、ブラウザを閉じるか Enter を押してください。",
  line: (number: number, sentence: string, lookUp: boolean): string =>
    `${lookUp ? "照会" : ""}${String(number).padStart(3)}. ${sentence}`,
  question: (text: string): string => `     問い：${text}`,
  undone: "直前の文を消しました。",
  nothing: "何も記録していません。ファイルは作りませんでした。",
  written: (file: string, sentences: number, questions: number): string =>
    `「${file}」に ${sentences} 文を書きました。答えていない問いが ${questions} あります。`,
  open: "次のところに答えて、「# 問い」の行を消してください。",
  settings: (name: string, url: string): string =>
    `予行する前に、buka.yaml の「画面」に書き足してください：\n  ${name}:\n    入口: ${url}\n    許可する宛先: [${URL.canParse(url) ? new URL(url).host : ""}]`,
  nextSteps: (bot: string): string =>
    `直したら「buka lint bots/${bot}」で確かめ、「buka rehearse ${bot} --data 見本.csv --headed」で予行します。`,
} as const;

/** What a line on the terminal asks for; null for anything else. */
export function wishOf(line: string): "end" | "undo" | "look-up" | null {
  const word = line.normalize("NFKC").trim().toLowerCase();
  if (endWords.includes(word)) return "end";
  if (lookUpWords.includes(word)) return "look-up";
  return undoWords.includes(word) ? "undo" : null;
}

/** Fields that may serve as 取り違え防止の鍵. */
export const keyFieldsOf = (fields: readonly string[]): readonly string[] =>
  fields.filter((f) => keyField.test(f) && !noKey.test(f)).slice(0, 4);

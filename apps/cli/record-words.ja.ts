/** Words of `buka record` on the terminal, and the words by which a person steers it there. */

/** Fields that rarely tell one record from another although they are called so. */
const noKey = /電話|郵便|FAX/iu;
const keyField = /(?:番号|コード|記号)$/u;
const undoWords = ["取り消す", "取消", "とりけす", "戻す", "undo", "u"];
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
  line: (number: number, sentence: string): string => `${String(number).padStart(3)}. ${sentence}`,
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
export function wishOf(line: string): "end" | "undo" | null {
  const word = line.normalize("NFKC").trim().toLowerCase();
  if (endWords.includes(word)) return "end";
  return undoWords.includes(word) ? "undo" : null;
}

/** Fields that may serve as 取り違え防止の鍵. */
export const keyFieldsOf = (fields: readonly string[]): readonly string[] =>
  fields.filter((f) => keyField.test(f) && !noKey.test(f)).slice(0, 4);

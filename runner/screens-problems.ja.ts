/** Every sentence that the reader of screens.yaml (画面辞書) says to clerks (SCR001…). */
import { nearestWord, problemRow } from "../core/index.ts";

/** Problems of screens.yaml (画面辞書). */
export const screensProblem = {
  notAMap: problemRow("SCR001", "error", () => ({
    message: "画面辞書は「項目名: 値」の形で書きます。",
    fix: "読み替え:",
  })),
  unknownKey: problemRow<{ key: string; known: readonly string[] }>("SCR002", "error", (f) => {
    const nearest = nearestWord(f.key, f.known);
    return {
      message: `画面辞書に「${f.key}」という項目はありません。`,
      fix: `使える項目は ${f.known.join("・")} です。`,
      ...(nearest === null ? {} : { nearest }),
    };
  }),
  version: problemRow<{ version: string }>("SCR003", "error", (f) => ({
    message: `この版（${f.version}）の画面辞書は読めません。`,
    fix: "版: 1",
  })),
  notTexts: problemRow<{ key: string }>("SCR004", "error", (f) => ({
    message: `「${f.key}」には、画面に出る言葉（100字まで）か、その並びを書きます。`,
    fix: `${f.key}: [言葉, 言葉]`,
  })),
  emptyText: problemRow<{ key: string }>("SCR005", "error", (f) => ({
    message: `「${f.key}」の言葉が空です。`,
    fix: "画面に出ている言葉を書くか、この行を消してください。",
  })),
  captionsNotAMap: problemRow("SCR006", "error", () => ({
    message: "「読み替え」の下には「文の言葉: 画面の言葉」を一行ずつ書きます。",
    fix: "  備考: 摘要",
  })),
  twin: problemRow<{ caption: string; twin: string }>("SCR007", "error", (f) => ({
    message: `「${f.caption}」の読み替えが2回あります（「${f.twin}」と同じ言葉です）。`,
    fix: `一行にまとめます：${f.caption}: [言葉, 言葉]`,
  })),
};

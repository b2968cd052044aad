/** What `buka calibrate` says, and the columns of its table of truth. */
import type { SiteCalibration } from "../../ocr/index.ts";

const familyNames: Readonly<Record<string, string>> = {
  digits: "数字",
  kana: "カナ",
  text: "漢字かな",
  master: "一覧の言葉",
};

export const calibrateWords = {
  usage: "様式か部下 正解.csv 書類…（か --samples フォルダー）",
  /** Besides these, one column per field. */
  columns: { file: "ファイル", page: "ページ" },
  done: (file: string, c: SiteCalibration): readonly string[] => {
    const measured = [
      ...Object.entries(c.thresholds).map(([name, t]) => [familyNames[name] ?? name, t] as const),
      ...Object.entries(c.hand ?? {}).map(([name, t]) => [`手書き（${name}）`, t] as const),
    ];
    const lines = measured.map(
      ([name, t]) =>
        `  ${name}：${t.agreed} 項目で測定。誤り ${t.wrong} 項目。${t.least > 1 ? "自動では採用しません" : `確かさ ${t.least} 以上を採用`}（正しいのに人に聞く ${t.asked} 項目）`,
    );
    const none =
      "  100 項目以上そろった種類がないため、同梱の基準のままです。書類を増やしてください。";
    return [
      `${c.made.pages} ページ・${c.made.fields} 項目を読み、読み取りの基準を「${file}」に書き出しました。`,
      ...(lines.length > 0 ? lines : [none]),
      "使うには、buka.yaml に「読取の基準: ファイル名」と書いてください。",
    ];
  },
} as const;

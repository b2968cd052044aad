/** Captions of the results workbook. */
import { verdictWords } from "../book/caption-words.ja.ts";

export const resultSheets = { list: "点検の結果", fields: "項目と画像" } as const;
export const listCaptions = ["番号", "状態", "点検", "指摘"] as const;
export const fieldCaptions = ["番号", "項目", "値", "画像", "確かめたこと・指摘"] as const;
export const verdictNames = verdictWords;

/** The keys of screens.yaml (画面辞書): one row per key, from which reader and hints are derived. */
import type { ScreenDictionary } from "./play.ts";

export const versionKey = "版";
export const captionsKey = "読み替え";

/** Keys whose value is a list of texts as they stand on the screen. */
export const listKeys = {
  登録ボタン: "commitCaptions",
  押さないボタン: "forbiddenCaptions",
  確認画面に出ない欄: "notShownOnConfirm",
  業務エラーの文言: "businessErrors",
  やり直す文言: "busyTexts",
  受付停止の文言: "closedTexts",
  セッション切れの文言: "sessionLost",
  該当なしの文言: "noHitTexts",
} as const satisfies Record<string, keyof ScreenDictionary>;

export const allKeys: readonly string[] = [versionKey, captionsKey, ...Object.keys(listKeys)];

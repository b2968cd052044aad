/** Options that several verbs share. */
import type { VerbOption } from "./verb.ts";

export const workspace: VerbOption = {
  type: "string",
  value: "フォルダー",
  help: "作業フォルダー（なければ今いるフォルダー）",
};
export const receivedOn: VerbOption = {
  type: "string",
  value: "日付",
  help: "受付日。2026-11-20 や R8.11.20（なければ今日）",
};
export const mapping: VerbOption = {
  type: "string",
  value: "mapping.yaml",
  help: "表の列と項目の対応表（なければ部下のフォルダーの mapping.yaml）",
};
export const headed: VerbOption = { type: "boolean", help: "ブラウザの画面を出す" };
export const slow: VerbOption = { type: "boolean", help: "目で追える速さで動かす" };

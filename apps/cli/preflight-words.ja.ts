/** What the pre-flight (朝の点検) says. */
import type { PreflightFinding } from "../../runner/index.ts";

export const preflightWords = {
  finding(f: PreflightFinding & { readonly moved: boolean }): string {
    const line = `${f.at.line}行目「${f.caption}」`;
    if (f.verdict === "several")
      return `✕ ${line}が画面に2つ以上あります。「…」画面の「…」のように場所を書き足してください。`;
    if (f.verdict === "missing" && f.proposal !== null)
      return `✕ ${line}が見つかりません。直し候補: 画面辞書（screens.yaml）の読み替えに「${f.caption}: ${f.proposal.caption}」（${f.proposal.distance}文字の違い）。人が画面で確かめてから書いてください。`;
    if (f.verdict === "missing")
      return `✕ ${line}が見つかりません。画面が変わっていないか、buka inspect で確かめてください。`;
    return `△ ${line}は見つかりましたが、前回と見つかり方が違います。画面の並びが変わったかもしれません。予行で確かめてください。`;
  },
  stopped: (message: string, next: string): string =>
    `✕ ここで止まりました：${message}\n  → ${next}`,
  sum: (seen: number, unseen: number): string =>
    `${seen}か所を見ました。何も入力していません。${unseen === 0 ? "" : `ボタンの先の${unseen}か所は見ていません（予行で確かめます）。`}`,
} as const;

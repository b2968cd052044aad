/** The words by which buka knows the sheets and columns of a check book. */

export const caseSheetName = "案件";

const checkPrefix = /^確認\s*[：:]\s*/u;
const warningPrefix = /^注意\s*[：:]\s*/u;

export interface Caption {
  readonly kind: "error" | "warning" | "plain";
  /** Without its prefix. */
  readonly name: string;
}

export function readCaption(header: string): Caption {
  if (checkPrefix.test(header))
    return { kind: "error", name: header.replace(checkPrefix, "").trim() };
  if (warningPrefix.test(header))
    return { kind: "warning", name: header.replace(warningPrefix, "").trim() };
  return { kind: "plain", name: header };
}

/** Results of a check column that mean "all right" and "not right"; any other text is the clerk's own message. */
export const fineWords: ReadonlySet<string> = new Set(["", "OK", "ＯＫ", "○", "〇"]);
export const badWords: ReadonlySet<string> = new Set(["NG", "ＮＧ", "×", "✕"]);

/** Columns that buka adds to the clerk's own file; the next check writes over them. */
export const resultCaptions: readonly string[] = ["buka の点検", "buka の指摘"];
/** What the first of them says. */
export const verdictWords = {
  ok: "OK",
  error: "NG",
  warning: "注意",
  uncomputable: "計算不可",
} as const;

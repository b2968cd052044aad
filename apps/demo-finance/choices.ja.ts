/** Choices of the entry screen, as they are shown and stored. */

/** 債権者区分 */
export const kinds: readonly string[] = ["個人", "法人", "団体"];

/** 預金種別 */
export const depositTypes: readonly string[] = ["普通", "当座", "貯蓄", "その他"];

/** 源泉徴収対象: what a ticked box is stored as. */
export const withheld = "対象";

/** Which buttons buka never presses, which only 登録する presses, and what looks like a secret. */

/** Captions compare after NFKC without spaces and without what stands in brackets. */
function bare(caption: string): string {
  return caption
    .normalize("NFKC")
    .replace(/[\s\u200b※*:]/gu, "")
    .replace(/\((?!.*承認|.*決裁|.*支払)[^()]*\)/gu, "");
}

const approvals = /承認|決裁|否認/gu;
const approvalNouns =
  /^(?:依頼|申請|待ち|待|状況|履歴|一覧|番号|日|者|欄|ルート|経路|検索|照会|区分)/u;
const payments =
  /^(?:一括)?支払(?:い)?(?:を)?(?:う|する|実行|処理|確定|承認|完了|済|データ作成|登録)?(?:へ進む)?$/u;

/** 承認, 決裁, 支払 …: a person's business. Nouns such as 承認依頼 or 支払予定日 are free. */
export function isForbiddenCaption(caption: string): boolean {
  const text = bare(caption);
  const approves = [...text.matchAll(approvals)].some(
    (m) => !approvalNouns.test(text.slice(m.index + m[0].length)) && !text.startsWith("未"),
  );
  return approves || payments.test(text);
}

const commits = /^(?:登録|確定|削除|送信|一時保存|決裁依頼|承認依頼)(?:する|します|実行|を実行)?$/u;

/** 登録, 確定, 削除, 送信 …: cannot be undone, so only 登録する presses them. */
export function isCommitCaption(caption: string): boolean {
  return commits.test(bare(caption));
}

const secretFields =
  /パスワード|ﾊﾟｽﾜｰﾄﾞ|暗証|パスフレーズ|秘密の質問|password|passwd|passphrase|pass\b|pin(?:コード|番号)?$|ワンタイム|認証コード|secret|トークン|token|api[-_ ]?key|apiキー/iu;

/** パスワード, 暗証番号, PIN …: filled from the vault only. */
export function isSecretCaption(caption: string): boolean {
  return secretFields.test(caption.normalize("NFKC"));
}

const secretWords =
  "(?:パスワード|暗証(?:番号)?|パスフレーズ|password|passwd|passphrase|pwd|pass|secret|token|トークン|api[-_ ]?key|apiキー|アクセスキー|秘密鍵|private[-_ ]?key)";
const writtenSecrets: readonly RegExp[] = [
  new RegExp(`${secretWords}\\s*(?:は|が|[:=])\\s*["'「]?[!-~]{4,}`, "iu"),
  new RegExp(`${secretWords}\\s*["'「][!-~]{4,}["'」]`, "iu"),
  /\bbearer\s+[\w.~+/=-]{8,}/iu,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/u,
  /\b(?:ghp|gho|ghs|github_pat|glpat|xox[abprs]|sk)[-_][\w-]{16,}/u,
  /-----BEGIN [A-Z ]*PRIVATE KEY/u,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\./u,
  /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/@]+@/iu,
];

/** Where a line of the file holds something like a password (comments too); null when nowhere. */
export function findWrittenSecret(line: string): { start: number; length: number } | null {
  // Full-width letters keep their length under NFKC unless they are compatibility ligatures; those lines start at 0.
  const text = line.normalize("NFKC");
  for (const pattern of writtenSecrets) {
    const m = pattern.exec(text);
    if (m)
      return text.length === line.length
        ? { start: m.index, length: m[0].length }
        : { start: 0, length: line.length };
  }
  return null;
}

/** Addresses, scripts, drives, network and home folders: never a menu of the finance system. */
export function isAddress(text: string): boolean {
  const bareText = text.normalize("NFKC").trim();
  return (
    /^[a-z][a-z0-9+.-]*:/iu.test(bareText) ||
    /^(?:\/|\\|~|\.\.?[/\\])/u.test(bareText) ||
    /^(?:www\.|localhost|\d{1,3}(?:\.\d{1,3}){3})/iu.test(bareText) ||
    /\.(?:exe|bat|cmd|ps1|vbs|js|lnk|html?|xlsm|pdf|xlsx?|csv)$/iu.test(bareText) ||
    /[/\\]/u.test(bareText.replace(/(?<=[^\x20-\x7e])\/|\/(?=[^\x20-\x7e])/gu, ""))
  );
}

/** How a comment begins that asks the clerk something (written by the recorder). */
export const questionMark = "問い";
const questionLine = /^(\s*)#\s*問い[：:]\s*(\S.*)$/u;

/** A question that still stands in a line of the file; null when there is none. */
export function findQuestion(line: string): { start: number; text: string } | null {
  const m = questionLine.exec(line);
  return m ? { start: m[1]?.length ?? 0, text: m[2] ?? "" } : null;
}

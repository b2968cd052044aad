/** What `buka backup` and `buka restore` say. */
import type { BackupReport } from "../../queues/index.ts";
import { japanTime } from "./japan-time.ts";

/** 2026-11-22 23:44 */
const moment = (iso: string): string => japanTime(new Date(iso)).slice(0, 16).replace("T", " ");

const held = (r: BackupReport): string =>
  `案件 ${r.cases} 件、出来事 ${r.events} 行、証跡 ${r.evidence} 個`;

const brokenChain =
  "注意：出来事の記録の鎖が途中で切れています。書き換えがないか、情報担当と確かめてください。";

export function backupLines(folder: string, r: BackupReport): string[] {
  const lines = [
    `控えを書き、読み直して確かめました：${folder}`,
    `${held(r)}（${moment(r.madeAt)} の時点）`,
    "個人の情報が入っています。原本と同じように扱ってください。金庫の鍵（vault.key）は入っていません。別の場所に控えてください。",
  ];
  if (r.damaged.length > 0)
    lines.push(
      `注意：証跡 ${r.damaged.length} 個は、なくなっているか中身が変わっているため、控えに入っていません。`,
    );
  if (!r.chainWhole) lines.push(brokenChain);
  return lines;
}

export function restoreLines(done: {
  readonly folder: string;
  /** True when settings and bots came from the backup too. */
  readonly settings: boolean;
  readonly report: BackupReport;
}): string[] {
  const { report } = done;
  const lines = [
    `控えを戻しました：${done.folder}`,
    `${held(report)}（${moment(report.madeAt)} の時点）`,
    done.settings
      ? "設定と部下も控えから戻しました。"
      : "設定と部下は、このフォルダーにあるものをそのまま使います。",
    "金庫の鍵（vault.key）を台帳の場所に戻すか、「buka secret set」でパスワードを入れ直してください。",
    "控えのあとに受け付けた案件は、この台帳にはありません。財務会計の一覧を書き出し、「buka reconcile 部下 一覧.csv」で確かめてください。",
    "終わっていない案件は、打ち込む前に財務会計に照会します。受付番号は、重ならないように飛んだ番号から続きます。",
  ];
  if (!report.chainWhole) lines.push(brokenChain);
  return lines;
}

/** What `buka clean` says: which evidence is past its time, and what was taken away. */
import type { EvidenceKeeping, KeepingTime } from "../../core/index.ts";
import { type DueEvidence, type EvidenceKind, evidenceKinds } from "../../queues/index.ts";
import { table } from "./show-summary.ts";

const kindNames: Readonly<Record<EvidenceKind, string>> = {
  papers: "書類の画像・もとの表",
  screens: "画面の写し",
  records: "手順の記録",
};

function timeWords(time: KeepingTime): string {
  if (time === null) return "ずっと";
  return "days" in time ? `終わった日から ${time.days} 日` : `翌年度の4月1日から ${time.years} 年`;
}

/** `erased` null: nothing was touched. */
export function cleanLines(
  due: readonly DueEvidence[],
  keeping: EvidenceKeeping,
  erased: number | null,
): readonly string[] {
  const rows = evidenceKinds.map((kind) => {
    const some = due.filter((d) => d.kind === kind);
    const files = new Set(some.flatMap((d) => d.keys));
    return [kindNames[kind], timeWords(keeping[kind]), `${some.length} 件`, `${files.size} 個`];
  });
  return [
    "保存の期間が過ぎた証跡（「済」と「差戻し」の案件だけ）：",
    table([["証跡", "保存の期間", "案件", "ファイル"], ...rows]),
    endLine(due, erased),
  ];
}

function endLine(due: readonly DueEvidence[], erased: number | null): string {
  if (erased !== null)
    return `${erased} 個のファイルを消しました。台帳の記録は残り、いつ何を消したかは「buka show 受付番号」で分かります。`;
  if (due.length === 0) return "消すものはありません。";
  return "まだ何も消していません。控えを取ってから、「buka clean --erase」で消してください。消した証跡は戻せません。";
}

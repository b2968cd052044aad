/** What `buka stop` and a worker that runs by itself say. */
import type { Lane } from "../../queues/index.ts";

const laneWords: Readonly<Record<Lane, string>> = { read: "読取・点検", enter: "入力" };

export const stopWords = {
  working: (lanes: readonly Lane[]): string =>
    `${lanes.map((lane) => laneWords[lane]).join("と")}の係を始めました。止めるときは「buka stop」か Ctrl+C です。`,
  stopped: "係は、手元の案件を終えて止まりました。",
  ordered: "動いている係すべてに、止まるように伝えました。手元の案件を終えるのを待っています。",
  allStopped: "手元の案件はありません。すべて止まりました。続きは「buka run 部下」で行えます。",
  stillWorking: (count: number): string =>
    `まだ ${count} 件が手元にあります。終わりしだい止まります（突然切れた係の案件は、貸出の期限が過ぎると空きます）。`,
} as const;

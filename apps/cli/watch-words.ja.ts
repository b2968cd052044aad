/** Words about trays: what was received and what was left lying, and why. */
import type { IntakeResult } from "../../queues/index.ts";

const names = (list: readonly string[]): string => {
  const shown = list.slice(0, 5).map((n) => `「${n.replace(/[\p{Cc}\p{Cf}]/gu, "?")}」`);
  return `${shown.join("")}${list.length > 5 ? ` ほか ${list.length - 5} 件` : ""}`;
};

/** One line per reason; nothing when everything was received. */
export function leftInTray(result: Pick<IntakeResult, "waiting" | "skipped">): string[] {
  const lines: string[] = [];
  if (result.waiting.length > 0) {
    lines.push(
      `書き込みの途中のため、まだ受け付けていません：${names(result.waiting)}。次の回に受け付けます。`,
    );
  }
  if (result.skipped.length > 0) {
    lines.push(
      `書類（PDF・PNG・JPEG・TIFF）ではないため、受け付けていません：${names(result.skipped)}。`,
    );
  }
  return lines;
}

export const watchWords = {
  start: (a: { folder: string; seconds: number; prefix: string }): string =>
    `受付トレイ「${a.folder}」を ${a.seconds} 秒ごとに見ます${a.prefix === "" ? "" : `（名前が「${a.prefix}」で始まるものだけ）`}。終えるには Ctrl+C を押してください。`,
  received: (a: { time: string; pages: number; unopened: number }): string =>
    `${a.time} ${a.pages} ページを受け付けました${a.unopened > 0 ? `（開けなかったファイル ${a.unopened}）` : ""}。`,
  end: "受付トレイを見るのを終えました。",
} as const;

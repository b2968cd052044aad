/** What `buka schedule` says. */
import {
  dayInJapan,
  holidayName,
  type RunDue,
  type Schedule,
  type ScheduleEnd,
  weekdayOf,
} from "../../queues/index.ts";
import { japanTime } from "./japan-time.ts";

const weekdays = "日月火水木金土";

/** 2026-11-24（火） 19:00, with the name of the holiday when it is one. */
export function moment(at: Date): string {
  const day = dayInJapan(at);
  const holiday = holidayName(day);
  const weekday = weekdays[weekdayOf(day)] ?? "";
  const time = japanTime(at).slice(11, 16);
  return `${day}（${weekday}${holiday === null ? "" : `・${holiday}`}） ${time}`;
}

export const scheduleWords = {
  none: "予定はありません。「buka schedule add 名前 部下 毎営業日 19:00」で足せます。",
  addUsage: "schedule add 名前 部下 いつ（例：毎営業日 19:00）",
  line: (s: Schedule, next: Date | null): string =>
    `${s.name}　${s.bot}　${s.written}　次は ${next === null ? "ありません" : moment(next)}`,
  found: (name: string, found: Exclude<RunDue, { kind: "not-due" }>): string => {
    if (found.kind === "busy")
      return `予定「${name}」：同じ財務会計で別のまとめ実行が動いています。終わるのを待ちます。`;
    const { reason } = found;
    const head = `予定「${name}」：${moment(found.due)} の分`;
    if (reason === null) return `${head}を終えました。`;
    const end = found.kind === "missed" ? "は行いませんでした" : "を終えました（残りがあります）";
    return `${head}${end}。${reason.message}${reason.next}［${reason.code}］`;
  },
  last: (end: ScheduleEnd): string => {
    const due = moment(new Date(end.due));
    if (end.reason === null) return `  前回 ${due} の分は、すべて終わりました。`;
    return `  前回 ${due} の分：${end.reason.message}［${end.reason.code}］`;
  },
} as const;

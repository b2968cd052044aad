/** Times as the office reads them: Japan's clock, with the era in headings. */
import { eraOf, readDate } from "../../core/index.ts";
import { reportWords } from "./messages.ja.ts";

/** YYYY-MM-DDTHH:MM:SS in Japan. */
export function japanTime(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(0, 19);
}

/** For example 令和8年11月22日（2026-11-22）12:04. */
export function madeAt(now: Date): string {
  const [day = "", time = ""] = japanTime(now).split("T");
  const date = readDate(day);
  const era = date ? eraOf(date) : null;
  const japanese = date && era ? reportWords.eraDate(era.name, era.year, date) : "";
  return `${japanese}（${day}）${time.slice(0, 5)}`;
}

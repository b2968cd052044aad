/** Texts that Excel may well read as a number or a date, while nobody here can prove how: they are refused. */
import { uncomputableText } from "../messages.ja.ts";
import { realDay } from "./serial.ts";
import { Uncomputable } from "./value.ts";

const doubts: readonly RegExp[] = [
  // 1,23
  /^[+-]?[¥\\$]?\d+(?:,\d+)+(?:\.\d*)?%?$/,
  // 1-Apr-2024
  /^(?:\d{1,2}[-/ ]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i,
  // 午後1時
  /(?:^|\s)午[前後]\d/,
  // −5, ー5, - 5
  /^(?:[\u2212\u30fc\u2010-\u2015]\d|[+-] +\d)/u,
  // 3 %, 3¥, €3, ¥ 3
  /^[+-]?[\d,.]+(?: +%| *[¥\\$€£])$/,
  /^[+-]?(?:[€£]|[¥\\$] +)[\d,.]+$/,
];

/** 令和6年, R6.4, 平成32年1月1日; not R6-001, whose second number is too long for a month. */
const eraDay =
  /^(?:[明大昭平令][治正和成]?|[mtshr])(?:\d{1,4}|元)(?:年|[年./-]\d{1,2}(?!\d)[\d月日./:時分秒()曜火水木金土 -]*)$/i;
const wholeEraDay =
  /^([明大昭平令mtshr])[治正和成]?(\d{1,4}|元)[年./-](\d{1,2})[月./-](\d{1,2})日?$/i;

/** The year before the first of each era. */
const beforeEra: Readonly<Record<string, number>> = {
  明: 1867,
  m: 1867,
  大: 1911,
  t: 1911,
  昭: 1925,
  s: 1925,
  平: 1988,
  h: 1988,
  令: 2018,
  r: 2018,
};

/** Null when the text is certainly no number; throws Uncomputable when it may be one. */
export function doubtful(text: string): null {
  const era = eraDay.test(text) && !noSuchDay(text);
  if (!era && !doubts.some((d) => d.test(text))) return null;
  throw new Uncomputable("not-a-number", "VALUE", uncomputableText.doubtfulNumber());
}

/** 30 February of whatever era is no date; a day after the end of its era may be one. */
function noSuchDay(text: string): boolean {
  const [, era = "", year = "", month, day] = wholeEraDay.exec(text) ?? [];
  const base = beforeEra[era.toLowerCase()];
  if (base === undefined) return false;
  return realDay(base + (year === "元" ? 1 : Number(year)), Number(month), Number(day)) === null;
}

/** The text as a date might be read from it: numbers without leading zeros, one kind of sign between them. */
export const looseForm = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\d+/g, (n) => String(Number(n)))
    .replace(/[年月./-]/g, "/")
    .replace(/[日\s]/g, "");

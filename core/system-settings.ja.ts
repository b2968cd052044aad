/** One finance system in buka.yaml (画面): address and account, how many sessions and entries it bears, when it is open. */
import { problemRow } from "./buka-error.ts";
import { isRealDate } from "./era-date.ja.ts";
import { nearestWord, type ProblemBook } from "./problem.ts";
import type { YamlMap, YamlNode } from "./read-yaml.ts";

/** A stretch of one day in Japan, minutes after midnight; `to` (at most 1440) is no longer part of it. */
interface OpenHours {
  readonly from: number;
  readonly to: number;
}

/** Days on which a system is closed from midnight to midnight. */
interface ClosedRule {
  /** 0 = Sunday. */
  readonly weekdays: readonly number[];
  readonly holidays: boolean;
  /** 12/29–1/3. */
  readonly yearEnd: boolean;
  /** First and last day, YYYY-MM-DD. */
  readonly spans: readonly { readonly from: string; readonly to: string }[];
}

/** When a finance system may be used, all times those of Japan. */
export interface ServiceHours {
  /** In the order of the day, touching ones joined; the whole day when nothing is written. */
  readonly open: readonly OpenHours[];
  readonly closed: ClosedRule;
}

const dayMinutes = 1440;
const weekdays = "日月火水木金土";
const dash = "(?:[〜~ー–-]|から)";

/** Where nothing is written. */
const alwaysOpen: ServiceHours = {
  open: [{ from: 0, to: dayMinutes }],
  closed: { weekdays: [], holidays: false, yearEnd: false, spans: [] },
};

/** `wrong` is the first text that is no stretch of time, with what was probably meant. */
function readOpenHours(texts: readonly string[]): {
  readonly open: readonly OpenHours[];
  readonly wrong: { readonly written: string; readonly meant: string | null } | null;
} {
  const parts: OpenHours[] = [];
  for (const written of texts.flatMap((text) => text.split(/[、，,]/u))) {
    const stretch = readStretch(written.normalize("NFKC").trim());
    const found = stretch && openHoursOf(stretch);
    if (!found) return { open: [], wrong: { written, meant: stretch && meantBy(stretch) } };
    parts.push(...found);
  }
  return { open: joined(parts), wrong: null };
}

/** Minutes after midnight as they were written, 25:00 and more included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** 6:00〜23:00, 7時〜19時30分, 22:00〜翌6:00 */
function readStretch(text: string): Stretch | null {
  const clock = "(\\d{1,2})(?::(\\d{2})|時(?:(\\d{1,2})分)?)";
  const shape = new RegExp(`^${clock}\\s*${dash}\\s*(?:翌(?:日|朝)?\\s*)?${clock}(?:まで)?$`, "u");
  const m = shape.exec(text.replaceAll("半", "30分"));
  if (!m) return null;
  const from = minuteOf(m[1], m[2] ?? m[3]);
  const to = minuteOf(m[4], m[5] ?? m[6]);
  return from === null || to === null ? null : { from, to };
}

/** Over midnight is two: the evening and the morning. */
function openHoursOf({ from, to }: Stretch): readonly OpenHours[] | null {
  if (from === to || from >= dayMinutes || to > dayMinutes) return null;
  if (from < to) return [{ from, to }];
  const evening = { from, to: dayMinutes };
  return to === 0 ? [evening] : [evening, { from: 0, to }];
}

/** 6:00〜25:00 is 6:00〜翌1:00 to everybody but a clock. */
function meantBy({ from, to }: Stretch): string | null {
  const [start, end] = [from % dayMinutes, to % dayMinutes];
  if (from === to || start === end) return null;
  return `${clockOf(start)}〜${end < start ? "翌" : ""}${clockOf(end)}`;
}

const clockOf = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

function minuteOf(hour = "", minute = "0"): number | null {
  const [h, m] = [Number(hour), Number(minute)];
  return m < 60 && h < 48 ? h * 60 + m : null;
}

function joined(parts: readonly OpenHours[]): readonly OpenHours[] {
  const whole: OpenHours[] = [];
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (!last || part.from > last.to) whole.push(part);
    else whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, part.to) };
  }
  return whole;
}

/** `wrong` is the first text that is none of the forms. */
function readClosedDays(texts: readonly string[]): {
  readonly closed: ClosedRule;
  readonly wrong: string | null;
} {
  const days: number[] = [];
  const spans: { from: string; to: string }[] = [];
  let [holidays, yearEnd, wrong] = [false, false, null as string | null];
  for (const written of texts.flatMap((text) => text.split(/[、，,]/u))) {
    const text = written.normalize("NFKC").trim();
    const span = spanOf(text);
    const named = weekdaysOf(text);
    if (span) spans.push(span);
    else if (named) {
      days.push(...named.days);
      holidays ||= named.holidays;
    } else if (text === "年末年始") yearEnd = true;
    else wrong ??= written;
  }
  return { closed: { weekdays: [...new Set(days)].sort(), holidays, yearEnd, spans }, wrong };
}

/** 土・土曜日・土日・土日祝・祝日 */
function weekdaysOf(
  text: string,
): { readonly days: readonly number[]; readonly holidays: boolean } | null {
  const m = /^([日月火水木金土]{0,7}?)(?:曜日?)?(祝日?)?$/u.exec(text.replace(/[・、\s]/gu, ""));
  if (!m || text === "") return null;
  return {
    days: [...(m[1] ?? "")].map((c) => weekdays.indexOf(c)),
    holidays: m[2] !== undefined,
  };
}

/** 2026-12-28, 2026/12/28 or 2026年12月28日, and the stretch from one to another. */
function spanOf(text: string): { readonly from: string; readonly to: string } | null {
  const plain = text.replace(
    /(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?/gu,
    (_, year: string, month: string, day: string) =>
      `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
  );
  const m = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:[〜~]|から)\s*(\d{4}-\d{2}-\d{2})(?:まで)?)?$/u.exec(
    plain,
  );
  if (!m) return null;
  const [from, to] = [m[1] ?? "", m[2] ?? m[1] ?? ""];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

const isDay = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return isRealDate({ year, month, day });
};

/** One finance system as the office declares it. */
export interface SystemSettings {
  readonly name: string;
  readonly url: string;
  /** host or host:port; the browser reaches nothing else. */
  readonly allowedHosts: readonly string[];
  readonly user: string;
  readonly section: string | null;
  /** How many log-in sessions of one account it bears at once (同時ログイン). */
  readonly sessions: number;
  /** Entries per minute over all machines (毎分の件数); null = as fast as they go. */
  readonly perMinute: number | null;
  /** When it may be used (使える時間・使えない日). */
  readonly hours: ServiceHours;
}

const systemKeys = [
  ...["入口", "許可する宛先", "利用者", "所属"],
  ...["同時ログイン", "毎分の件数", "使える時間", "使えない日"],
] as const;

const mostSessions = 20;
const mostPerMinute = 600;

/** The systems below 画面; faults go into `problems`. */
export function readSystems(node: YamlNode | undefined, problems: ProblemBook): SystemSettings[] {
  if (!node) return [];
  if (node.kind !== "map") {
    problems.add(systemProblem.systemShape, {}, node.at);
    return [];
  }
  return node.entries.flatMap((entry) => {
    const system = oneSystem(entry.key, entry.value, problems);
    return system ? [system] : [];
  });
}

function oneSystem(name: string, node: YamlNode, problems: ProblemBook): SystemSettings | null {
  if (node.kind !== "map") {
    problems.add(systemProblem.systemShape, {}, node.at);
    return null;
  }
  noteOddKeys(name, node, problems);
  const url = textOf(find(node, "入口"));
  if (!/^https?:\/\/[^/]+/.test(url ?? "")) {
    problems.add(systemProblem.badAddress, { system: name }, node.at);
    return null;
  }
  const hosts = find(node, "許可する宛先");
  const allowed = textsOf(hosts);
  noteEntrance({ name, url: url ?? "", allowed }, hosts?.at ?? node.at, problems);
  return {
    name,
    url: url ?? "",
    allowedHosts: allowed.length > 0 ? allowed : [new URL(url ?? "").host],
    user: textOf(find(node, "利用者")) ?? "",
    section: textOf(find(node, "所属")),
    sessions: countOf(node, { key: "同時ログイン", most: mostSessions }, problems) ?? 1,
    perMinute: countOf(node, { key: "毎分の件数", most: mostPerMinute }, problems),
    hours: hoursOf(node, problems),
  };
}

function noteOddKeys(name: string, node: YamlMap, problems: ProblemBook): void {
  for (const entry of node.entries) {
    if (systemKeys.some((k) => k === entry.key)) continue;
    if (/暗証|パスワード|password/i.test(entry.key))
      problems.add(systemProblem.secretKey, { system: name }, entry.keyAt);
    else problems.add(systemProblem.unknownKey, { key: entry.key, known: systemKeys }, entry.keyAt);
  }
}

function noteEntrance(
  { name, url, allowed }: Pick<SystemSettings, "name" | "url"> & { allowed: readonly string[] },
  at: YamlNode["at"],
  problems: ProblemBook,
): void {
  if (allowed.length === 0 || reaches(url, allowed)) return;
  const { host } = new URL(url);
  const line = `許可する宛先: [${[...allowed, host].join(", ")}]`;
  problems.add(systemProblem.entranceNotAllowed, { system: name, host, line }, at);
}

/** Hosts are listed with or without their port. */
function reaches(url: string, allowed: readonly string[]): boolean {
  const { protocol, hostname, port } = new URL(url);
  const own = [hostname, `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`];
  return allowed.some((h) => own.includes(h.trim().toLowerCase()));
}

function countOf(
  node: YamlMap,
  wanted: { readonly key: string; readonly most: number },
  problems: ProblemBook,
): number | null {
  const found = find(node, wanted.key);
  if (!found) return null;
  const written = (textOf(found) ?? "").normalize("NFKC").trim();
  const count = /^\d{1,3}$/u.test(written) ? Number(written) : 0;
  if (count >= 1 && count <= wanted.most) return count;
  const meant = Number(/\d{1,3}/u.exec(written)?.[0]);
  const fits = meant >= 1 && meant <= wanted.most;
  problems.add(systemProblem.badCount, { ...wanted, meant: fits ? meant : 1 }, found.at);
  return null;
}

function hoursOf(node: YamlMap, problems: ProblemBook): ServiceHours {
  const [open, closed] = [find(node, "使える時間"), find(node, "使えない日")];
  const texts = textsOf(open);
  const hours = readOpenHours(open && texts.length === 0 ? [""] : texts);
  if (hours.wrong) problems.add(systemProblem.badHours, hours.wrong, (open ?? node).at);
  const days = readClosedDays(textsOf(closed));
  if (days.wrong !== null)
    problems.add(systemProblem.badClosedDay, { written: days.wrong }, (closed ?? node).at);
  const isWritten = open !== undefined && hours.wrong === null;
  return { open: isWritten ? hours.open : alwaysOpen.open, closed: days.closed };
}

export const find = (map: YamlMap, key: string): YamlNode | undefined =>
  map.entries.find((e) => e.key === key)?.value;

const textOf = (node: YamlNode | undefined): string | null =>
  node?.kind === "text" ? node.value : null;

/** One text, or the texts of a list; empty ones are left out. */
const textsOf = (node: YamlNode | undefined): readonly string[] =>
  (node?.kind === "list" ? node.items : [node]).flatMap((item) => textOf(item) || []);

/** Problems of 画面 in buka.yaml. */
export const systemProblem = {
  unknownKey: problemRow<{ key: string; known: readonly string[] }>("COR102", "error", (a) => {
    const nearest = nearestWord(a.key, a.known);
    return {
      message: `「${a.key}」という設定はありません。`,
      fix: `使える設定は ${a.known.join("・")} です。`,
      ...(nearest === null ? {} : { nearest }),
    };
  }),
  systemShape: problemRow("COR105", "error", () => ({
    message: "「画面」の下に画面の名前を、その下に 入口・利用者 などを書きます。",
  })),
  secretKey: problemRow<{ system: string }>("COR106", "error", (a) => ({
    message: "パスワードは設定ファイルに書けません。",
    fix: `この行を消し、「buka secret set ${a.system}/利用者」で金庫に入れてください。`,
  })),
  badAddress: problemRow<{ system: string }>("COR107", "error", (a) => ({
    message: `「${a.system}」の「入口」に http:// か https:// で始まる宛先を書きます。`,
  })),
  entranceNotAllowed: problemRow<{ system: string; host: string; line: string }>(
    "COR150",
    "error",
    (a) => ({
      message: `「${a.system}」の入口（${a.host}）が「許可する宛先」にないため、つなげません。`,
      fix: a.line,
    }),
  ),
  badCount: problemRow<{ key: string; most: number; meant: number }>("COR194", "error", (a) => ({
    message: `「${a.key}」は 1 から ${a.most} までの整数で書きます。`,
    fix: `${a.key}: ${a.meant}`,
  })),
  badHours: problemRow<{ written: string; meant: string | null }>("COR195", "error", (a) => ({
    message: `「使える時間」の「${a.written}」を読めません。「6:00〜23:00」の形で書きます。`,
    fix:
      a.meant === null
        ? "使える時間: 6:00〜23:00（夜をまたぐときは 22:00〜翌6:00、いくつかあるときは [6:00〜12:00, 13:00〜23:00]。いつでも使えるときは、この行を消します）"
        : `使える時間: ${a.meant}`,
  })),
  badClosedDay: problemRow<{ written: string }>("COR196", "error", (a) => ({
    message: `「使えない日」の「${a.written}」を読めません。`,
    fix: "使えない日: [土, 日, 祝日, 年末年始, 2026-11-30, 2027-03-30〜2027-03-31]",
  })),
} as const;
